package annotate

import (
	"iter"
	"sort"
	"strings"

	"verbatim/corpus/text"
)

// longestBox is the most tokens of a box of links that stands within a
// sentence.
const longestBox = 90

// linkBoxes returns the boxes of links that pages set into a sentence of p
// behind a name, in order: the name again in full, headlines glued to it, and
// "MORE". They are no part of the article: "Ana Venn | Ana Maria VennDocks
// reopen MORE | left".
func linkBoxes(src string, p text.Span) []text.Span {
	if !strings.Contains(p.In(src), boxEnds) {
		return nil
	}
	var out []text.Span
	tokens := text.Tokens(src, p)
	for i, t := range tokens {
		if t.In(src) != boxEnds || i+1 < len(tokens) && isShout(tokens[i+1].In(src)) {
			continue
		}
		lo := boxStart(src, tokens, i)
		if lo < 0 || len(out) > 0 && tokens[lo].Start < out[len(out)-1].End {
			continue
		}
		out = append(out, text.Span{Start: tokens[lo].Start, End: t.End})
	}
	return out
}

// boxEnds is the word that ends a box: it opens the list of links.
const boxEnds = "MORE"

// boxStart returns the first token of the box of links that ends at token end,
// -1 if there is none: the one behind a family name, which a few words on is
// glued to the next word.
func boxStart(src string, tokens []text.Token, end int) int {
	for k := end - 1; k > 0 && k > end-longestBox; k-- {
		for family := range gluedHeads(tokens[k].In(src)) {
			for e := k - 1; e >= 0 && e > k-10; e-- {
				if w, ok := strings.CutPrefix(tokens[e].In(src), family); ok && (w == "" || isCapital(w[0])) {
					return e + 1
				}
			}
		}
	}
	return -1
}

// longestName is how many bytes a family name has at most.
const longestName = 30

// gluedHeads yields the beginnings of w, three letters at least, behind which a
// capital or digit follows a small letter: "Venn" of "VennDocks".
func gluedHeads(w string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := 3; i < min(len(w), longestName); i++ {
			if (isCapital(w[i]) || w[i] >= '0' && w[i] <= '9') && w[i-1] >= 'a' && w[i-1] <= 'z' && !yield(w[:i]) {
				return
			}
		}
	}
}

func isCapital(b byte) bool { return b >= 'A' && b <= 'Z' }

// boxEnd returns the offset behind the box that offset i stands in, i if it
// stands in none. The boxes are in order.
func boxEnd(boxes []text.Span, i int) int {
	k := sort.Search(len(boxes), func(k int) bool { return boxes[k].End > i })
	if k < len(boxes) && boxes[k].Start <= i {
		return boxes[k].End
	}
	return i
}

// withoutBoxes returns the tokens of a sentence that stand in no box of links.
func withoutBoxes(src string, s text.Span, tokens []text.Token) []text.Token {
	boxes := linkBoxes(src, s)
	if len(boxes) == 0 {
		return tokens
	}
	out := tokens[:0]
	for _, t := range tokens {
		if boxEnd(boxes, t.Start) == t.Start {
			out = append(out, t)
		}
	}
	return out
}
