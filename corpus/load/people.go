package load

import (
	"slices"
	"strings"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// people divides a field that names one or several authors: "By A, B and C".
func people(f news.Field) []news.Field {
	v := f.Value
	located := f.At.Len() == len(v)
	var out []news.Field
	for _, at := range SplitNames(v) {
		if at = nameIn(v, at); at.Empty() {
			continue
		}
		p := news.Field{Value: at.In(v), Origin: f.Origin, At: f.At}
		if located {
			p.At = text.Span{Start: f.At.Start + at.Start, End: f.At.Start + at.End}
		}
		out = append(out, p)
	}
	return out
}

// nameIn returns the part of a piece of a byline that is a name: without the
// place or outlet behind it, empty if it names an office.
func nameIn(v string, at text.Span) text.Span {
	s := at.In(v)
	for _, w := range []string{" in ", " for ", " at ", " / ", " | ", " (", " - ", " – "} {
		if i := strings.Index(s, w); i > 0 {
			s = s[:i]
		}
	}
	for w := range strings.FieldsSeq(s) {
		if IsRole(w) {
			return text.Span{}
		}
	}
	return text.Span{Start: at.Start, End: at.Start + len(s)}
}

// roles are words of an office, not of a name.
var roles = []string{
	"editor", "editors", "correspondent", "correspondents", "reporter", "reporters", "writer", "writers", "staff", "desk", "bureau", "team",
	"columnist", "contributor", "contributors", "producer", "newsroom", "chief", "agencies",
}

// IsRole reports whether a word of a byline belongs to an office rather than a
// name, whatever its case.
func IsRole(w string) bool {
	w = strings.ToLower(strings.Trim(w, ".,:;"))
	return slices.Contains(roles, w)
}

// SplitNames returns where each of the names joined by commas, semicolons,
// "and", "&" or "with" stands in s, a leading "By" left out.
func SplitNames(s string) []text.Span {
	start := 0
	if len(s) > 3 && strings.EqualFold(s[:2], "by") && (s[2] == ' ' || s[2] == ':') {
		start = 3
	}
	var out []text.Span
	add := func(from, to int) {
		if at := (text.Span{Start: from, End: to}).Trim(s); !at.Empty() {
			out = append(out, at)
		}
	}
	for i := start; i < len(s); {
		n := joint(s[i:])
		if n == 0 {
			i++
			continue
		}
		add(start, i)
		i += n
		start = i
	}
	add(start, len(s))
	return out
}

// joint returns the length of the word or sign that s begins with, if it
// parts two names.
func joint(s string) int {
	if s[0] == ',' || s[0] == ';' || s[0] == '|' {
		return 1
	}
	for _, w := range []string{" and ", " & ", " with "} {
		if len(s) >= len(w) && strings.EqualFold(s[:len(w)], w) {
			return len(w) - 1
		}
	}
	return 0
}
