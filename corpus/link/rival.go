package link

import (
	"cmp"
	"slices"
)

// rivals holds for each quote and other article what there is most like it.
type rivals map[[2]int]rival

// rival is the best score, of which quote, and the best of one that is not the
// same thing told twice.
type rival struct {
	best, second float64
	quote        int
}

// rivalsOf finds the rivals among echoes. Same reports whether two quotes of
// one article are no rivals: parts of one statement, or one within the other.
func rivalsOf(qs []quote, es []echo, same func(x, y int) bool) rivals {
	byScore := make([]*echo, len(es))
	for i := range es {
		byScore[i] = &es[i]
	}
	slices.SortFunc(byScore, func(x, y *echo) int {
		return cmp.Or(cmp.Compare(y.like.score, x.like.score), x.a-y.a, x.b-y.b)
	})
	r := rivals{}
	for _, e := range byScore {
		r.note(e.a, e.b, qs[e.b].ref.Reading, e.like.score, same)
		r.note(e.b, e.a, qs[e.a].ref.Reading, e.like.score, same)
	}
	return r
}

// note takes in scores, the highest first.
func (r rivals) note(quote, other, article int, score float64, same func(x, y int) bool) {
	k := [2]int{quote, article}
	b, ok := r[k]
	switch {
	case !ok:
		b = rival{best: score, quote: other}
	case b.second == 0 && !same(b.quote, other):
		b.second = score
	}
	r[k] = b
}

// lead tells by how many times an echo is the best of both its quotes.
func (r rivals) lead(qs []quote, e *echo, same func(x, y int) bool) float64 {
	x, y := r[[2]int{e.a, qs[e.b].ref.Reading}], r[[2]int{e.b, qs[e.a].ref.Reading}]
	return min(x.margin(e.like.score, e.b, same), y.margin(e.like.score, e.a, same))
}

func (b rival) margin(score float64, other int, same func(x, y int) bool) float64 {
	if score < b.best && !same(b.quote, other) {
		return score / b.best
	}
	return score / max(b.second, 0.05)
}
