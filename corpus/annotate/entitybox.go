package annotate

import (
	"iter"
	"strings"

	"verbatim/corpus/text"
)

// longestBox is the most tokens of a box of links that stands within a
// sentence.
const longestBox = 90

// markBoxes marks the boxes of links that pages set into a sentence behind a
// name: the name again in full, headlines glued to it, and "MORE". What they
// name is no part of the article: "Ana Venn Ana Maria VennDocks reopen MORE".
func (s *nameScan) markBoxes() {
	for i := range s.tokens {
		if s.word(i) != "MORE" || i+1 < len(s.tokens) && s.tokens[i+1].shout {
			continue
		}
		if lo := s.boxStart(i); lo >= 0 {
			for k := lo; k <= i; k++ {
				t := &s.tokens[k]
				t.upper, t.title, t.Kind, t.low = false, true, text.Punct, ""
			}
		}
	}
}

// boxStart returns the first token of the box of links that ends at token end,
// -1 if there is none: the one behind a family name, which a few words on is
// glued to the next word.
func (s *nameScan) boxStart(end int) int {
	for k := end - 1; k > 0 && k > end-longestBox; k-- {
		for family := range gluedHeads(s.word(k)) {
			for e := k - 1; e >= 0 && e > k-10; e-- {
				if w, ok := strings.CutPrefix(s.word(e), family); ok && (w == "" || isCapital(w[0])) {
					return e + 1
				}
			}
		}
	}
	return -1
}

// gluedHeads yields the beginnings of w, three letters at least, behind which a
// capital follows a small letter: "Venn" of "VennDocks".
func gluedHeads(w string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := 3; i < len(w); i++ {
			if isCapital(w[i]) && w[i-1] >= 'a' && w[i-1] <= 'z' && !yield(w[:i]) {
				return
			}
		}
	}
}

func isCapital(b byte) bool { return b >= 'A' && b <= 'Z' }
