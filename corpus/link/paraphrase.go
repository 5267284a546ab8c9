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
// must be common.
func gradeOf(with accord, l likeness) grade {
	two := l.stems >= 2
	switch with {
	case agreed:
		switch {
		case two && l.shared >= 1.4 && l.score >= 0.42, l.shared >= 1.2 && l.score >= 0.7:
			return sure
		case two && l.shared >= 1.4 && l.score >= 0.33:
			return possible
		}
	case uncertain:
		switch {
		case two && l.shared >= 1.5 && l.score >= 0.6, l.shared >= 3 && l.score >= 0.42:
			return sure
		case two && l.shared >= 2.4 && l.score >= 0.36:
			return possible
		}
	case loose:
		switch {
		case l.shared >= 3 && l.score >= 0.65:
			return sure
		case l.shared >= 2.4 && l.score >= 0.42:
			return possible
		}
	}
	return unlike
}

// echo is the likeness of two quotes at least one of which has no marks.
type echo struct {
	a, b  int
	grade grade
	score float64
}

// echoes returns the pairs of quotes that may be a statement and its
// paraphrase, the surest first.
func (l *linker) echoes(qs []quote, g *gists) []echo {
	posts := make([][]int32, len(g.weight))
	shared := map[[2]int]int{}
	for i := range qs {
		for _, id := range g.of[i].stems {
			if len(posts[id]) < maxPosting {
				for _, o := range posts[id] {
					if !qs[i].marked || !qs[o].marked {
						shared[[2]int{int(o), i}]++
					}
				}
			}
			posts[id] = append(posts[id], int32(i))
		}
	}
	var out []echo
	for p := range shared {
		like := g.likeness(p[0], p[1])
		if gr := gradeOf(l.accord(&qs[p[0]], &qs[p[1]]), like); gr > unlike {
			out = append(out, echo{p[0], p[1], gr, like.score})
		}
	}
	slices.SortFunc(out, func(x, y echo) int {
		return cmp.Or(cmp.Compare(y.grade, x.grade), cmp.Compare(y.score, x.score), x.a-y.a, x.b-y.b)
	})
	return out
}

// minEcho is the likeness that all pairs of two joined sets must come to on
// average.
const minEcho = 0.3

// paraphrased adds to the sets of quotes in marks the quotes that report them
// without, and makes sets of those that report what nobody has in marks.
func (l *linker) paraphrased(qs []quote, sets []set, outlets int) []set {
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
	for _, e := range l.echoes(qs, g) {
		b.join(e)
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
