package link

import (
	"cmp"
	"slices"
)

// stories parts articles that ties join, in order of id, into stories: the
// closest tie first, two stories become one only if their articles are alike
// on the whole. What it returns follows from the articles alone.
func (t *ties) stories(group []int32) [][]int32 {
	if len(group) == 1 {
		return [][]int32{group}
	}
	g := grouping{ties: t, list: map[int32][]int32{}, root: map[int32]int32{}, like: map[[2]int32]float64{}}
	for _, h := range group {
		g.list[h], g.root[h] = []int32{h}, h
	}
	for _, p := range g.pairs(group) {
		g.join(g.root[p.a], g.root[p.b])
	}
	var out [][]int32
	for _, h := range group {
		if l := g.list[h]; len(l) > 0 {
			out = append(out, l)
		}
	}
	return out
}

// grouping is articles while they are parted into stories.
type grouping struct {
	*ties
	root map[int32]int32   // of each article, the first of its story
	list map[int32][]int32 // the articles of a story, by its first
	like map[[2]int32]float64
}

// pairing is two articles that are tied.
type pairing struct {
	a, b int32
	like float64
}

// pairs returns the ties of a group, the closest first.
func (g *grouping) pairs(group []int32) []pairing {
	place := make(map[int32]int, len(group))
	for i, h := range group {
		place[h] = i
	}
	var out []pairing
	for _, a := range group {
		for _, e := range g.of[a] {
			if place[a] < place[e.to] {
				out = append(out, pairing{a, e.to, e.like})
			}
		}
	}
	slices.SortFunc(out, func(x, y pairing) int {
		return cmp.Or(cmp.Compare(y.like, x.like), cmp.Compare(place[x.a], place[y.a]), cmp.Compare(place[x.b], place[y.b]))
	})
	return out
}

// join makes one story of two, if they are near and alike.
func (g *grouping) join(a, b int32) {
	if a == b || g.apart(g.list[a], g.list[b]) || g.average(g.list[a], g.list[b]) < sameStory*storyShare {
		return
	}
	for _, m := range g.list[b] {
		g.root[m] = a
	}
	g.list[a] = append(g.list[a], g.list[b]...)
	delete(g.list, b)
}

// apart reports whether two stories have days, but none near the other's: an
// article without a day is no bridge over the months.
func (g *grouping) apart(a, b []int32) bool {
	dated := false
	for _, x := range a {
		for _, y := range b {
			p, q := g.arts[x], g.arts[y]
			if p.day == undated || q.day == undated {
				continue
			}
			if p.near(q) {
				return false
			}
			dated = true
		}
	}
	return dated
}

// average is the likeness of two stories: that of all pairs of their articles.
// Of large ones a sample is enough.
func (g *grouping) average(a, b []int32) float64 {
	const sample = 24
	sum, n := 0.0, 0
	for _, x := range a[:min(len(a), sample)] {
		for _, y := range b[:min(len(b), sample)] {
			sum += g.likeness(x, y)
			n++
		}
	}
	return sum / float64(n)
}

// likeness is that of two articles which days do not part.
func (g *grouping) likeness(x, y int32) float64 {
	k := [2]int32{min(x, y), max(x, y)}
	like, ok := g.like[k]
	if !ok {
		if p, q := g.arts[k[0]], g.arts[k[1]]; p.near(q) {
			like = p.likeness(q)
		}
		g.like[k] = like
	}
	return like
}
