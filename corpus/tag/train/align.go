package main

import (
	"strings"

	"verbatim/corpus/text"
)

// align cuts the text of s into tokens and gives each what the lines of the
// treebank it covers say.
func (b *treebank) align(s *sentence) {
	s.tokens = text.Tokens(s.src, text.Span{Start: 0, End: len(s.src)})
	owner := owners(s.src, b.cur)
	labels := b.labels()
	for _, t := range s.tokens {
		lo, hi := owner[t.Start], owner[t.End-1]
		if b.cols.tag >= 0 {
			s.whole = append(s.whole, lo == hi && t.In(s.src) == b.cur[lo].form)
			s.tags = append(s.tags, tagOf(b.cur[lo:hi+1]))
		}
		if labels != nil {
			s.names = append(s.names, labelOf(labels[lo:hi+1], b.cur[lo:hi+1], t.Start == 0 || owner[t.Start-1] != lo))
		}
	}
}

// owners tells each byte of src the entry it belongs to; white space belongs
// to the entry before it.
func owners(src string, es []entry) []int {
	out := make([]int, len(src))
	i := 0
	for k, e := range es {
		j := i
		if at := strings.Index(src[i:], e.form); at >= 0 {
			j = i + at
		}
		for ; i < j; i++ {
			out[i] = max(k-1, 0)
		}
		for end := min(j+len(e.form), len(src)); i < end; i++ {
			out[i] = k
		}
	}
	for ; i < len(src); i++ {
		out[i] = len(es) - 1
	}
	return out
}

// tagOf returns the part of speech of a token that covers the given entries:
// that of a hyphenated word where there are several.
func tagOf(es []entry) string {
	first, last := plainTag(es[0].tag), ""
	for _, e := range es {
		if e.tag != "HYPH" && e.tag != "AFX" && e.form != "-" {
			last = plainTag(e.tag)
		}
	}
	switch {
	case last == "" || len(es) == 1:
		return first
	case first == "CD" && last != "CD", last == "VBN", last == "VBG":
		return "JJ"
	}
	return last
}

// plainTag replaces the tags that say how a word is misspelt.
func plainTag(t string) string {
	switch t {
	case "", "GW", "AFX":
		return "NN"
	}
	return t
}
