package link

import "slices"

// oddsSets is what all pairs of two joined sets must come to on average.
const oddsSets = -2

// paraphrased adds to the sets of quotes in marks the quotes that report them
// without, and makes sets of those that report what nobody has in marks.
func (l *teller) paraphrased(qs []quote, sets []set, outlets int, hints hints) []set {
	g := newGists(qs, outlets, l.reporters(qs), l.stems)
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
	g.read = l.surround(g, qs)
	g.wrap(qs)
	es := l.echoes(qs, g, hints, b.same)
	for _, e := range es {
		b.join(e)
	}
	for _, e := range es {
		b.second(e)
	}
	b.unwrap()
	b.repeated()
	return dropEmpty(b.sets)
}

func dropEmpty(sets []set) []set {
	return slices.DeleteFunc(sets, func(s set) bool { return len(s.members) == 0 })
}

// same reports whether two quotes stand in one set, or one within the other.
func (b *binder) same(x, y int) bool {
	return b.in[x][0] == b.in[y][0] || b.qs[x].ref.Reading == b.qs[y].ref.Reading && b.qs[x].q.Overlaps(b.qs[y].q.Span)
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
	doubt := e.grade == possible && !b.backed(&e, s, t)
	if b.qs[t.ref].marked || doubt && len(t.members) > 1 || b.toldApart(&e, s, t) || b.odds(s, t) < oddsSets {
		return
	}
	for _, m := range t.members {
		b.in[m] = []int{x}
		if doubt || t.possible[m] {
			s.doubt(m)
		}
	}
	s.members = append(s.members, t.members...)
	t.members = nil
}

// toldApart reports whether two articles have something without marks of both of
// two sets: what both tell in two places is two things, or two parts of what the
// echo is of, in marks.
func (b *binder) toldApart(e *echo, s, t *set) bool {
	if b.qs[e.a].marked || b.qs[e.b].marked {
		return false
	}
	both := map[int]bool{}
	for _, x := range s.members {
		for _, y := range t.members {
			r := b.qs[x].ref.Reading
			if r == b.qs[y].ref.Reading && !b.qs[x].marked && !b.qs[y].marked && !b.qs[x].q.Overlaps(b.qs[y].q.Span) {
				both[r] = true
			}
		}
	}
	return len(both) > 1
}

// backed reports whether two sets of which two quotes are possibly one are so
// by a third article's telling too.
func (b *binder) backed(e *echo, s, t *set) bool {
	if e.with != agreed || e.own || e.thin {
		return false
	}
	for _, x := range s.members {
		for _, y := range t.members {
			if (b.elsewhere(x, e) || b.elsewhere(y, e)) && b.gists.oddsOf(min(x, y), max(x, y)) >= oddsPossible {
				return true
			}
		}
	}
	return false
}

// elsewhere reports whether a quote stands in neither article of an echo's.
func (b *binder) elsewhere(i int, e *echo) bool {
	at := b.qs[i].ref.Reading
	return at != b.qs[e.a].ref.Reading && at != b.qs[e.b].ref.Reading
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

// unlikely is the odds that two quotes with nothing in common are one.
const unlikely = -3.5

// oddsOf returns the odds that two quotes are one utterance.
func (g *gists) oddsOf(a, b int) float64 {
	c, ok := g.odds[[2]int{a, b}]
	if !ok {
		return unlikely
	}
	if c.rough {
		c = chance{odds: c.odds - oddsOfNear(c.near), near: min(g.near(a, b), c.near)}
		c.odds += oddsOfNear(c.near)
		g.odds[[2]int{a, b}] = c
	}
	return c.odds
}

// odds is the average over all pairs of two sets.
func (b *binder) odds(s, t *set) float64 {
	sum := 0.0
	for _, x := range s.members {
		for _, y := range t.members {
			sum += b.gists.oddsOf(min(x, y), max(x, y))
		}
	}
	return sum / float64(len(s.members)*len(t.members))
}
