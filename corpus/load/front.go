package load

import (
	"encoding/json"
	"strings"

	"verbatim/corpus/text"
)

const maxFront = 64 << 10 // bytes of front matter

// scanFront reads the front matter s begins with: a block of "key: value"
// lines between two lines "---". It returns its entries in order, lists as
// one entry an item, and the offset after it, 0 if there is none.
func scanFront(s string) ([]entry, int) {
	first, i := nextLine(s, 0)
	if strings.TrimRight(first.In(s), " \t\r") != "---" {
		return nil, 0
	}
	var out []entry
	key := ""
	for i < len(s) && i < maxFront {
		var line text.Span
		line, i = nextLine(s, i)
		body := strings.TrimRight(line.In(s), " \t\r")
		if body == "---" || body == "..." {
			return known(out, i)
		}
		var ok bool
		if out, key, ok = frontLine(s, line, out, key); !ok {
			return nil, 0
		}
	}
	return nil, 0
}

// known returns front matter that holds at least one fact of an article; two
// rules around anything else are just that.
func known(entries []entry, end int) ([]entry, int) {
	var d Document
	for _, e := range entries {
		if fill(&d, e, ""); !isBare(&d) {
			return entries, end
		}
	}
	return nil, 0
}

func isBare(d *Document) bool {
	return d.Outlet.Value == "" && d.Agency.Value == "" && d.Headline.Value == "" && d.URL.Value == "" &&
		len(d.Byline) == 0 && d.Published.Date.IsZero()
}

// frontLine reads one line into out. It reports false for a line that front
// matter cannot hold.
func frontLine(s string, line text.Span, out []entry, key string) ([]entry, string, bool) {
	trimmed := line.Trim(s)
	body := trimmed.In(s)
	switch {
	case body == "" || body[0] == '#':
		return out, key, true
	case strings.HasPrefix(body, "- ") && key != "":
		at := text.Span{Start: trimmed.Start + 2, End: trimmed.End}
		return append(out, scalar(s, key, at)), key, true
	}
	n := keyLen(body)
	if n == 0 {
		return out, key, false
	}
	key = strings.ToLower(body[:n])
	return append(out, values(s, key, text.Span{Start: trimmed.Start + n + 1, End: trimmed.End}.Trim(s))...), key, true
}

// keyLen returns the length of the one word before the colon of a line, 0 if
// it does not begin so.
func keyLen(line string) int {
	for i := range len(line) {
		switch c := line[i]; {
		case c == ':' && (i+1 == len(line) || line[i+1] == ' ' || line[i+1] == '\t'):
			return i
		case !isLetter(c) && !isDigit(c) && c != '_' && c != '-':
			return 0
		}
	}
	return 0
}

// values reads a value, or the items of a list in brackets.
func values(s, key string, at text.Span) []entry {
	v := at.In(s)
	if len(v) < 2 || v[0] != '[' || v[len(v)-1] != ']' {
		return []entry{scalar(s, key, at)}
	}
	var out []entry
	for _, item := range splitList(s, text.Span{Start: at.Start + 1, End: at.End - 1}) {
		out = append(out, scalar(s, key, item))
	}
	return out
}

// splitList divides at the commas that stand outside quote marks.
func splitList(s string, at text.Span) []text.Span {
	var out []text.Span
	start, quote := at.Start, byte(0)
	for i := at.Start; i < at.End; i++ {
		switch c := s[i]; {
		case quote != 0 && c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == ',':
			out = append(out, text.Span{Start: start, End: i})
			start = i + 1
		}
	}
	return append(out, text.Span{Start: start, End: at.End})
}

// scalar reads one value, taking off JSON's or YAML's quote marks.
func scalar(s, key string, at text.Span) entry {
	at = at.Trim(s)
	v := at.In(s)
	e := entry{key: key, value: v, at: at}
	if len(v) < 2 || v[0] != v[len(v)-1] || v[0] != '"' && v[0] != '\'' {
		return e
	}
	inner := v[1 : len(v)-1]
	e.at = text.Span{Start: at.Start + 1, End: at.End - 1}
	if v[0] == '\'' {
		e.value = strings.ReplaceAll(inner, "''", "'")
	} else if err := json.Unmarshal([]byte(v), &e.value); err != nil {
		e.value = inner
	}
	e.value = sanitise(e.value)
	return e
}

// nextLine returns the line that begins at i, without its newline, and the
// offset of the next one.
func nextLine(s string, i int) (text.Span, int) {
	n := strings.IndexByte(s[i:], '\n')
	if n < 0 {
		return text.Span{Start: i, End: len(s)}, len(s)
	}
	return text.Span{Start: i, End: i + n}, i + n + 1
}
