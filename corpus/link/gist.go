package link

import (
	"math"
	"slices"

	"verbatim/corpus/text"
)

// gist is what a quote says, as stems: a paraphrase keeps the gist and little
// else.
type gist struct {
	stems []int32 // sorted, each once
	total float64 // the sum of their weights
}

// gists are those of a story's quotes, each stem with how much it tells: what
// every quote of the story has tells nothing of one.
type gists struct {
	ids    map[string]int32
	base   []float64
	count  []int // quotes that have the stem
	number []bool
	weight []float64
	of     []gist
}

// newGists reads the gists of a story's quotes. Skip reports whether a token
// of a quote is no part of what was said.
func newGists(qs []quote, outlets int, skip func(quote int, t *token) bool) *gists {
	g := &gists{ids: map[string]int32{}, of: make([]gist, len(qs))}
	for i := range qs {
		for k := range qs[i].words.toks {
			if t := &qs[i].words.toks[k]; !t.stop && !dull(t.stem) && !skip(i, t) {
				g.add(&g.of[i], t)
			}
		}
		slices.Sort(g.of[i].stems)
	}
	g.weigh(outlets)
	return g
}

func (g *gists) add(to *gist, t *token) {
	id, ok := g.ids[t.stem]
	if !ok {
		id = int32(len(g.count))
		g.ids[t.stem] = id
		g.count, g.base, g.number = append(g.count, 0), append(g.base, float64(t.weight)/weightCommon), append(g.number, t.number)
	}
	if !slices.Contains(to.stems, id) {
		to.stems = append(to.stems, id)
		g.count[id]++
	}
}

func (g *gists) weigh(outlets int) {
	g.weight = make([]float64, len(g.count))
	for id, n := range g.count {
		g.weight[id] = g.base[id] / (1 + math.Log(max(1, float64(n)/float64(max(1, outlets)))))
	}
	for i := range g.of {
		for _, id := range g.of[i].stems {
			g.of[i].total += g.weight[id]
		}
	}
}

// dull reports whether a stem belongs to the telling, not to what is told.
func dull(stem string) bool {
	switch stem {
	case "said", "say", "told", "tell", "add", "ask", "announc", "statement", "accord", "spokesman", "spokeswoman", "report",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "week", "day", "year", "month", "today", "yesterday", "tomorrow":
		return true
	}
	return false
}

// likeness is what two quotes share of their gist.
type likeness struct {
	shared float64 // the weight of the stems both have
	stems  int     // how many those are
	number bool    // a number that not all of the story has is among them
	whole  bool    // all the words of the one stand in the other as they are
	score  float64 // their share of both, from 0 to 1
}

func (g *gists) likeness(a, b int) likeness {
	x, y := &g.of[a], &g.of[b]
	var l likeness
	for i, j := 0, 0; i < len(x.stems) && j < len(y.stems); {
		switch {
		case x.stems[i] < y.stems[j]:
			i++
		case x.stems[i] > y.stems[j]:
			j++
		default:
			l.shared += g.weight[x.stems[i]]
			l.stems++
			l.number = l.number || g.number[x.stems[i]] && g.weight[x.stems[i]] >= 1.2
			i, j = i+1, j+1
		}
	}
	l.score = (l.shared/max(x.total, 0.1) + l.shared/max(y.total, 0.1)) / 2
	return l
}

// further is the weight of the stems that quote i has in common with quote m
// and with none of the others but itself.
func (g *gists) further(i, m int, others []int) float64 {
	sum := 0.0
	for _, id := range g.of[i].stems {
		if !g.has(m, id) {
			continue
		}
		if !slices.ContainsFunc(others, func(o int) bool { return o != i && g.has(o, id) }) {
			sum += g.weight[id]
		}
	}
	return sum
}

func (g *gists) has(i int, id int32) bool {
	_, ok := slices.BinarySearch(g.of[i].stems, id)
	return ok
}

// sharing returns the pairs of quotes that have a stem in common which not too
// many have.
func (g *gists) sharing() [][2]int {
	posts := make([][]int32, len(g.weight))
	seen := map[[2]int]bool{}
	for i := range g.of {
		for _, id := range g.of[i].stems {
			if g.count[id] > maxPosting {
				continue
			}
			for _, o := range posts[id] {
				seen[[2]int{int(o), i}] = true
			}
			posts[id] = append(posts[id], int32(i))
		}
	}
	return sortedPairs(seen)
}

// reporters returns a test for the tokens of a quote that are the reporter's
// way to tell it, or another quote's words: the name of the speaker, and in an
// indirect quote what stands in marks.
func (l *linker) reporters(qs []quote) func(int, *token) bool {
	names := map[int]map[string]bool{}
	marked := map[int][]text.Span{}
	for i := range qs {
		if qs[i].marked {
			r := qs[i].ref.Reading
			marked[r] = append(marked[r], qs[i].q.Span)
		}
	}
	return func(i int, t *token) bool {
		for _, s := range qs[i].speakers {
			if _, ok := names[s]; !ok {
				names[s] = l.nameStems(s)
			}
			if names[s][t.stem] {
				return true
			}
		}
		return !qs[i].marked && slices.ContainsFunc(marked[qs[i].ref.Reading], func(m text.Span) bool { return m.Contains(t.Span) })
	}
}

// nameStems returns the stems of all names of an actor.
func (l *linker) nameStems(actor int) map[string]bool {
	m := map[string]bool{}
	for _, name := range append([]string{l.people[actor].Name}, l.people[actor].Aliases...) {
		w := newWording(name, text.Span{Start: 0, End: len(name)}, l.stems)
		for k := range w.toks {
			m[w.toks[k].stem] = true
		}
	}
	return m
}
