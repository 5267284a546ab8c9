package link

import (
	"cmp"
	"slices"
)

// grade is how sure it is that a quote without marks reports the statement of
// another.
type grade int

const (
	unlike grade = iota
	possible
	sure
)

// gradeOf judges a likeness. The less the speakers agree, the more of the gist
// must be common. Lead tells by how many times the two are liker each other
// than either is anything else of the other's article; below 1 one of them is
// liker another quote.
func gradeOf(with accord, l likeness, lead float64) grade {
	two := l.stems >= 2
	var certain, likely bool
	switch with {
	case agreed:
		certain = two && l.shared >= 1.4 && l.score >= 0.38 ||
			l.shared >= 1.4 && l.score >= 0.7 ||
			l.shared >= 1 && l.score >= 0.68 && lead >= 2 ||
			l.stems >= 3 && l.shared >= 2.3 && l.score >= 0.3 ||
			two && l.shared >= 2 && l.score >= 0.22 && lead >= 2 ||
			two && l.number && l.shared >= 2.2 && l.score >= 0.2
		likely = two && l.shared >= 1.8 && l.score >= 0.28
	case uncertain:
		certain = two && l.shared >= 1.8 && l.score >= 0.64 ||
			l.shared >= 3.3 && l.score >= 0.4 && lead >= 1
		likely = two && l.shared >= 2.2 && l.score >= 0.45 && lead >= 1
	case loose:
		certain = two && l.shared >= 2 && l.score >= 0.9 || l.shared >= 3 && l.score >= 0.7
		likely = l.shared >= 3 && l.score >= 0.36 && lead >= 1.4
	}
	switch {
	case certain, l.whole:
		return sure
	case likely:
		return possible
	}
	return unlike
}

// echo is the likeness of two quotes at least one of which has no marks.
type echo struct {
	a, b  int
	with  accord
	like  likeness
	grade grade
}

// echoes returns the pairs of quotes that may be a statement and its
// paraphrase, the surest first. It notes what hints at less.
func (l *linker) echoes(qs []quote, g *gists, hints hints) []echo {
	var out []echo
	for _, p := range g.sharing() {
		e := echo{a: p[0], b: p[1], with: l.accord(&qs[p[0]], &qs[p[1]]), like: g.likeness(p[0], p[1])}
		hints.note(qs, &e)
		if e.with > atOdds && (!qs[e.a].marked || !qs[e.b].marked) {
			out = append(out, e)
		}
	}
	best := rivalsOf(qs, out)
	for i := range out {
		e := &out[i]
		e.like.whole = whole(qs[e.a].words, qs[e.b].words)
		e.grade = gradeOf(e.with, e.like, best.lead(qs, e))
	}
	out = slices.DeleteFunc(out, func(e echo) bool { return e.grade == unlike })
	slices.SortFunc(out, func(x, y echo) int {
		return cmp.Or(cmp.Compare(y.grade, x.grade), cmp.Compare(y.like.score, x.like.score), x.a-y.a, x.b-y.b)
	})
	return out
}

// wholeWords is the least number of words that tell a quote by themselves.
const wholeWords = 4

// whole reports whether all words of the one wording stand in the other.
func whole(x, y *wording) bool {
	a, b := x.toks, y.toks
	if len(a) > len(b) {
		a, b = b, a
	}
	content := 0
	for i := range a {
		if !a[i].stop {
			content++
		}
	}
	return len(a) >= wholeWords && (content >= 2 || len(a) > wholeWords) && containsRun(b, a)
}

// rivals holds for each quote and other article the two best scores there.
type rivals map[[2]int][2]float64

func rivalsOf(qs []quote, es []echo) rivals {
	r := rivals{}
	for i := range es {
		r.note(es[i].a, qs[es[i].b].ref.Reading, es[i].like.score)
		r.note(es[i].b, qs[es[i].a].ref.Reading, es[i].like.score)
	}
	return r
}

func (r rivals) note(quote, article int, score float64) {
	k := [2]int{quote, article}
	b := r[k]
	switch {
	case score > b[0]:
		b = [2]float64{score, b[0]}
	case score > b[1]:
		b[1] = score
	}
	r[k] = b
}

// lead tells by how many times an echo is the best of both its quotes.
func (r rivals) lead(qs []quote, e *echo) float64 {
	x, y := r[[2]int{e.a, qs[e.b].ref.Reading}], r[[2]int{e.b, qs[e.a].ref.Reading}]
	return min(margin(e.like.score, x), margin(e.like.score, y))
}

func margin(score float64, best [2]float64) float64 {
	if score < best[0] {
		return score / best[0]
	}
	return score / max(best[1], 0.05)
}

// minEcho is the likeness that all pairs of two joined sets must come to on
// average.
const minEcho = 0.18

// paraphrased adds to the sets of quotes in marks the quotes that report them
// without, and makes sets of those that report what nobody has in marks.
func (l *linker) paraphrased(qs []quote, sets []set, outlets int, hints hints) []set {
	g := newGists(qs, outlets, l.reporters(qs))
	b := &binder{qs: qs, gists: g, sets: sets, in: make([][]int, len(qs))}
	for i, s := range sets {
		for _, m := range s.members {
			b.in[m] = append(b.in[m], i)
		}
	}
	for i := range qs {
		if !qs[i].marked {
			b.in[i] = []int{len(b.sets)}
			b.sets = append(b.sets, set{ref: i, members: []int{i}})
		}
	}
	es := l.echoes(qs, g, hints)
	for _, e := range es {
		b.join(e)
	}
	for _, e := range es {
		b.second(e)
	}
	return dropEmpty(b.sets)
}

func dropEmpty(sets []set) []set {
	return slices.DeleteFunc(sets, func(s set) bool { return len(s.members) == 0 })
}

// binder joins sets by their echoes.
type binder struct {
	qs    []quote
	gists *gists
	sets  []set
	in    [][]int // the sets of each quote
}

// join makes one set of those of an echo's quotes, unless both have quotes in
// marks: paraphrases make no statement of two.
func (b *binder) join(e echo) {
	x, y := b.setOf(e.a, e.b), b.setOf(e.b, e.a)
	if x == y {
		return
	}
	if !b.qs[b.sets[x].ref].marked {
		x, y = y, x
	}
	s, t := &b.sets[x], &b.sets[y]
	if b.qs[t.ref].marked || e.grade == possible && len(t.members) > 1 || b.likeness(s, t) < minEcho {
		return
	}
	for _, m := range t.members {
		b.in[m] = []int{x}
		if e.grade == possible || t.possible[m] {
			s.doubt(m)
		}
	}
	s.members = append(s.members, t.members...)
	t.members = nil
}

// secondShare is the weight of further stems for which a paraphrase belongs to
// a second statement.
const secondShare = 1.4

// second makes a quote without marks, in a set of a quote in marks already, a
// member of another such set too, if it tells that one with other words.
func (b *binder) second(e echo) {
	i, m := e.a, e.b
	if b.qs[i].marked {
		i, m = m, i
	}
	if e.grade != sure || b.qs[i].marked || !b.qs[m].marked || len(b.in[i]) > 1 {
		return
	}
	x, y := b.in[i][0], b.setOf(m, i)
	if x == y || !b.qs[b.sets[x].ref].marked || b.sets[x].possible[i] || slices.Contains(b.sets[y].members, i) {
		return
	}
	if b.gists.further(i, m, b.sets[x].members) >= secondShare {
		b.sets[y].members = append(b.sets[y].members, i)
		b.in[i] = append(b.in[i], y)
	}
}

// setOf returns the set of quote a; of several, the one whose reference is
// most like quote b.
func (b *binder) setOf(a, other int) int {
	best, most := b.in[a][0], -1.0
	for _, i := range b.in[a] {
		if s := b.gists.likeness(b.sets[i].ref, other).score; s > most {
			best, most = i, s
		}
	}
	return best
}

// likeness is the average over all pairs of two sets.
func (b *binder) likeness(s, t *set) float64 {
	sum := 0.0
	for _, x := range s.members {
		for _, y := range t.members {
			sum += b.gists.likeness(x, y).score
		}
	}
	return sum / float64(len(s.members)*len(t.members))
}
