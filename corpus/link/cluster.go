package link

import (
	"cmp"
	"slices"
)

// groups clusters the quotes in marks of one story: bonds are taken the
// closest first, and two groups join only if every quote of the one goes with
// every quote of the other (complete link), so that no chain of half-alike
// quotes makes one statement of two.
type groups struct {
	qs    []quote
	bonds map[[2]int]*bond
	of    []int   // the group of each quote
	list  [][]int // the quotes of each group, empty once taken over
	order []*bond // the bonds of one utterance, the closest first
}

// group returns the groups of quotes that are one utterance, each of at least
// one quote.
func group(qs []quote, bonds []bond) *groups {
	g := &groups{qs: qs, bonds: map[[2]int]*bond{}, of: make([]int, len(qs)), list: make([][]int, len(qs))}
	for i := range qs {
		g.of[i], g.list[i] = i, []int{i}
	}
	for i := range bonds {
		if d := &bonds[i]; d.same() {
			g.bonds[[2]int{d.a, d.b}] = d
			g.order = append(g.order, d)
		}
	}
	slices.SortStableFunc(g.order, func(x, y *bond) int {
		return cmp.Or(cmp.Compare(y.alike, x.alike), x.a-y.a, x.b-y.b)
	})
	for _, d := range g.order {
		g.join(g.of[d.a], g.of[d.b])
	}
	return g
}

// join makes one group of two, if all their quotes go together.
func (g *groups) join(x, y int) {
	if x == y {
		return
	}
	for _, a := range g.list[x] {
		for _, b := range g.list[y] {
			if !g.together(a, b, x, y) {
				return
			}
		}
	}
	for _, b := range g.list[y] {
		g.of[b] = x
	}
	g.list[x] = append(g.list[x], g.list[y]...)
	g.list[y] = nil
}

// bond returns the bond of two quotes if they are one utterance.
func (g *groups) bond(a, b int) *bond {
	if a > b {
		a, b = b, a
	}
	return g.bonds[[2]int{a, b}]
}

// stretchIn returns the tokens of quote a that its bond with b covers.
func (g *groups) stretchIn(a, b int) (stretchOf, bool) {
	d := g.bond(a, b)
	switch {
	case d == nil:
		return stretchOf{}, false
	case d.a == a:
		return d.inA, true
	}
	return d.inB, true
}

// together reports whether quotes a and b may stand in one statement: they are
// alike, or they are different parts of a quote of either group. An article
// prints the same stretch of a statement once in full: of two clauses of one
// article that both are like a third, the less alike is another utterance.
func (g *groups) together(a, b, x, y int) bool {
	same := g.qs[a].ref.Reading == g.qs[b].ref.Reading
	if g.bond(a, b) != nil {
		return !same || !g.rivals(a, b, min(len(g.list[x]), len(g.list[y])))
	}
	return g.partsOf(a, b, g.list[x]) || g.partsOf(a, b, g.list[y]) || g.twin(a, b, g.list[y]) || g.twin(b, a, g.list[x])
}

// twin reports whether a quote of the same words as b goes with a: whom an
// article credits with words does not change them.
func (g *groups) twin(a, b int, among []int) bool {
	for _, c := range among {
		if d := g.bond(b, c); d == nil || d.alike < 0.95 || g.bond(a, c) == nil {
			continue
		}
		d := newBond(g.qs, min(a, b), max(a, b), g.bond(a, c).with)
		if d.words > 0 {
			g.bonds[[2]int{d.a, d.b}] = &d
			return true
		}
	}
	return false
}

// rivals reports whether two alike quotes of one article are two utterances:
// whole clauses whose words differ. One that nobody else has, and that is
// close to the other, is the same told twice.
func (g *groups) rivals(a, b, smaller int) bool {
	d := g.bond(a, b)
	if !g.qs[a].direct() || !g.qs[b].direct() || d.alike == 1 {
		return false
	}
	return smaller > 1 || d.cover*d.purity() < 0.7
}

// oneThing is how far a quote must agree with a longer one to be surely of it.
const oneThing = 0.6

// mostlyOf reports whether most of quote a is of quote c: a few words that
// stand in both are of many a quote.
func (g *groups) mostlyOf(a, c int) bool {
	d := g.bond(a, c)
	return d.both() >= oneThing && float64(d.weight) >= oneThing*float64(g.qs[a].words.total)
}

// partsOf reports whether a and b stand side by side in one of the quotes, or
// most of each is of it.
func (g *groups) partsOf(a, b int, among []int) bool {
	for _, c := range among {
		s, ok := g.stretchIn(c, a)
		t, also := g.stretchIn(c, b)
		if !ok || !also {
			continue
		}
		if s.overlap(t) <= 1 || g.mostlyOf(a, c) && g.mostlyOf(b, c) {
			return true
		}
	}
	return false
}
