package link

import (
	"cmp"
	"slices"
)

// bound is the most that two quotes can have in common, whatever the order of
// their words.
type bound struct {
	words, content, weight int
}

// bagged is a token without its place.
type bagged struct {
	key    uint32
	weight int
}

// bag returns the tokens of a wording in order of their keys, of one key the
// weightiest first.
func (w *wording) bag() []bagged {
	if w.tokens == nil {
		w.tokens = make([]bagged, len(w.toks))
		for i := range w.toks {
			w.tokens[i] = bagged{w.toks[i].sums.key, w.toks[i].weight}
		}
		slices.SortFunc(w.tokens, func(x, y bagged) int { return cmp.Or(cmp.Compare(x.key, y.key), y.weight-x.weight) })
	}
	return w.tokens
}

func boundOf(x, y *wording) bound {
	var b bound
	p, q := x.bag(), y.bag()
	for i, j := 0, 0; i < len(p) && j < len(q); {
		switch {
		case p[i].key < q[j].key:
			i++
		case p[i].key > q[j].key:
			j++
		default:
			b.words++
			b.weight += p[i].weight
			if p[i].weight > weightStop {
				b.content++
			}
			i, j = i+1, j+1
		}
	}
	return b
}

// mayBeSame reports whether a bond of two quotes, the more costly to find, may
// turn out to be the same, see [bond.same].
func mayBeSame(x, y *wording, with accord) bool {
	b := boundOf(x, y)
	cover := float64(b.weight) / float64(max(1, min(x.total, y.total)))
	long := b.words >= 9 && b.content >= 4
	switch with {
	case agreed:
		return long || b.words >= 2 && cover >= 0.3 || redone(x.toks, y.toks, redoneContent) || redone(y.toks, x.toks, redoneContent)
	case allied, uncertain, loose:
		return b.words >= 4 && b.content >= 1 && (long || cover >= 0.62)
	}
	return b.words >= 9 && b.content >= 3 && cover >= 0.66
}
