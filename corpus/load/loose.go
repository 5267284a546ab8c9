package load

import (
	"encoding/json"
	"strings"
)

const maxNesting = 32 // of values in values, beyond which a field is left out

// loose is a text that a feed may give as a number, or as an object with a
// name.
type loose string

// UnmarshalJSON reads any JSON value, one that makes no text as empty.
func (l *loose) UnmarshalJSON(b []byte) error {
	switch {
	case tooDeep(b):
	case b[0] == '"':
		return json.Unmarshal(b, (*string)(l))
	case b[0] == '{':
		var named struct {
			Name  loose `json:"name"`
			Title loose `json:"title"`
		}
		if err := json.Unmarshal(b, &named); err == nil {
			*l = first(named.Name, named.Title)
		}
	case b[0] == '[':
		var all list
		if err := json.Unmarshal(b, &all); err == nil {
			*l = first(all...)
		}
	case b[0] == '-' || isDigit(b[0]):
		*l = stamp(string(b))
	}
	return nil
}

func first(vs ...loose) loose {
	for _, v := range vs {
		if v != "" {
			return v
		}
	}
	return ""
}

// list is one text or many.
type list []loose

// UnmarshalJSON reads any JSON value, one that makes no text as none.
func (l *list) UnmarshalJSON(b []byte) error {
	if tooDeep(b) {
		return nil
	}
	if b[0] == '[' {
		return json.Unmarshal(b, (*[]loose)(l))
	}
	var one loose
	if err := one.UnmarshalJSON(b); err != nil {
		return err
	}
	*l = list{one}
	return nil
}

// prose is an article's text: a string, or its paragraphs.
type prose string

// UnmarshalJSON reads a string, or a list of strings joined by blank lines.
func (p *prose) UnmarshalJSON(b []byte) error {
	if b[0] != '[' {
		return json.Unmarshal(b, (*string)(p))
	}
	var paragraphs []string
	if err := json.Unmarshal(b, &paragraphs); err != nil {
		return err
	}
	*p = prose(strings.Join(paragraphs, "\n\n"))
	return nil
}

// tooDeep reports whether a JSON value holds values in values beyond
// maxNesting. Reading such a one level by level would take for ever.
func tooDeep(b []byte) bool {
	depth, quoted := 0, false
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[' || c == '{':
			if depth++; depth > maxNesting {
				return true
			}
		case c == ']' || c == '}':
			depth--
		}
	}
	return false
}
