package link

import (
	"math"
	"slices"
	"unicode/utf8"

	"verbatim/corpus/text"
)

// maxAround bounds, in bytes, what is read before and behind a quote.
const maxAround = 500

// surround returns a reader of what stands round the quotes: reporters who
// tell one utterance tell it among the same things. Each of the stems is there
// once, in order.
func (l *linker) surround(g *gists, qs []quote) func(quote int) []int32 {
	type place struct {
		reading int
		span    text.Span
	}
	known := map[place][]int32{}
	return func(i int) []int32 {
		at := place{qs[i].ref.Reading, l.around(&qs[i])}
		ids, ok := known[at]
		if !ok {
			ids = g.within(newWording(qs[i].words.src, at.span, l.stems))
			known[at] = ids
		}
		return ids
	}
}

// within returns those of a wording's stems that quotes have, none of stop
// words.
func (g *gists) within(w *wording) []int32 {
	ids := []int32{}
	for k := range w.toks {
		if id, ok := g.ids[w.toks[k].stem]; ok && !w.toks[k].stop {
			ids = append(ids, id)
		}
	}
	return distinct(ids)
}

// around returns what stands round a quote.
func (g *gists) around(i int) []int32 {
	if g.of[i].around == nil {
		g.of[i].around = g.read(i)
	}
	return g.of[i].around
}

// around returns the sentences a quote stands in with the one before and the
// one behind, clipped.
func (l *linker) around(q *quote) text.Span {
	src, ss := q.words.src, l.rs[q.ref.Reading].Sentences
	s := q.q.Span
	first, _ := slices.BinarySearchFunc(ss, s.Start, func(t text.Span, at int) int { return t.End - at - 1 })
	last, _ := slices.BinarySearchFunc(ss, s.End, func(t text.Span, at int) int { return t.End - at })
	if len(ss) > 0 {
		s = s.Cover(ss[min(max(0, first-1), len(ss)-1)]).Cover(ss[min(last+1, len(ss)-1)])
	}
	s.Start, s.End = max(s.Start, q.q.Start-maxAround), min(s.End, q.q.End+maxAround)
	for s.Start > 0 && s.Start < len(src) && !utf8.RuneStart(src[s.Start]) {
		s.Start--
	}
	for s.End < len(src) && !utf8.RuneStart(src[s.End]) {
		s.End++
	}
	return s
}

// near is how much of what stands round two quotes is the same, from 0 to 1,
// without what the quotes themselves share.
func (g *gists) near(a, b int) float64 {
	x, y := g.around(a), g.around(b)
	common, own, other := 0.0, 0.0, 0.0
	i, j := 0, 0
	for i < len(x) || j < len(y) {
		switch {
		case j == len(y) || i < len(x) && x[i] < y[j]:
			own += g.weight[x[i]]
			i++
		case i == len(x) || x[i] > y[j]:
			other += g.weight[y[j]]
			j++
		default:
			if !g.has(a, x[i]) || !g.has(b, x[i]) {
				common += g.weight[x[i]]
			}
			i, j = i+1, j+1
		}
	}
	return common / max(1, math.Sqrt((common+own)*(common+other)))
}

// negated reports whether a quote says that something is not so.
func negated(q *quote) bool {
	no := q.q.CueClass == denial
	for i := range q.words.toks {
		if negation(q.words.toks[i].fold) {
			no = !no
		}
	}
	return no
}

// denial is the class of the cues that deny what follows them.
const denial = "deny"
