package link

import (
	"math"
	"slices"
	"unicode/utf8"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// maxAround bounds, in bytes, what is read before and behind a quote.
const maxAround = 500

// surround returns a reader of what stands round the quotes: reporters who
// tell one utterance tell it among the same things. Each of the stems is there
// once, in order. A sentence is read once, however many quotes it stands by.
func (l *teller) surround(g *gists, qs []quote) func(quote int) []int32 {
	grounds := map[int]*ground{}
	return func(i int) []int32 {
		r := qs[i].ref.Reading
		if grounds[r] == nil {
			grounds[r] = newGround(&l.rs[r])
		}
		return grounds[r].within(l.around(&qs[i]), g, l.stems)
	}
}

// ground is the stems of an article that quotes of its story have, none of stop
// words, by stretches: what stands before its first sentence, and each sentence
// with what stands behind it.
type ground struct {
	src   string
	first []int // where the stretches begin
	stems [][]placed
}

// placed is a stem, and where its word begins and ends.
type placed struct {
	id         int32
	start, end int
}

func newGround(r *news.Reading) *ground {
	g := &ground{src: r.Article.Text, first: []int{0}}
	for _, s := range r.Sentences {
		if s.Start > g.first[len(g.first)-1] {
			g.first = append(g.first, s.Start)
		}
	}
	g.stems = make([][]placed, len(g.first))
	return g
}

// within returns the stems within a span.
func (d *ground) within(s text.Span, g *gists, st stemmer) []int32 {
	ids := []int32{}
	k, _ := slices.BinarySearch(d.first, s.Start+1)
	for k--; k < len(d.first) && d.first[k] < s.End; k++ {
		ts := d.stretch(k, g, st)
		from, _ := slices.BinarySearchFunc(ts, s.Start, func(t placed, at int) int { return t.start - at })
		for _, t := range ts[from:] {
			if t.end > s.End {
				break
			}
			ids = append(ids, t.id)
		}
	}
	return distinct(ids)
}

// stretch returns the stems of stretch k.
func (d *ground) stretch(k int, g *gists, st stemmer) []placed {
	if d.stems[k] != nil {
		return d.stems[k]
	}
	end := len(d.src)
	if k+1 < len(d.first) {
		end = d.first[k+1]
	}
	w := newWording(d.src, text.Span{Start: d.first[k], End: end}, st)
	d.stems[k] = []placed{}
	for i := range w.toks {
		t := &w.toks[i]
		if id, ok := g.ids[gistStem(t)]; ok && !t.stop {
			d.stems[k] = append(d.stems[k], placed{id, t.Start, t.End})
		}
	}
	return d.stems[k]
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
func (l *teller) around(q *quote) text.Span {
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

// denial is the class of the cues that deny what follows them.
const denial = "deny"
