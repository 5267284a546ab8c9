package link

import "slices"

// wrap notes for the quotes without marks which quotes in marks they hold.
func (g *gists) wrap(qs []quote) {
	marked := map[int][]int{}
	for i := range qs {
		if qs[i].marked {
			marked[qs[i].ref.Reading] = append(marked[qs[i].ref.Reading], i)
		}
	}
	for i := range qs {
		if qs[i].marked {
			continue
		}
		for _, m := range marked[qs[i].ref.Reading] {
			if qs[i].q.Contains(qs[m].q.Span) {
				g.of[i].holds = append(g.of[i].holds, m)
			}
		}
	}
}

// heldShare is the part of a report's words in marks from which on it is about
// them: one term in marks is not.
const heldShare = 0.2

// holdsElse reports whether a good part of a quote is words in marks none of
// which is of the statement of another quote.
func (g *gists) holdsElse(qs []quote, i, other int, same func(x, y int) bool) bool {
	held := g.of[i].holds
	words := 0
	for _, m := range held {
		words += len(qs[m].words.toks)
	}
	return float64(words) > heldShare*float64(len(qs[i].words.toks)) && !slices.ContainsFunc(held, func(m int) bool { return m == other || same(m, other) })
}

// wrapStems is the least number of stems of its own by which a report tells
// more than the words in marks it holds, and wrapWeight the least weight of
// those of the reference.
const (
	wrapStems  = 3
	wrapWeight = 0.9
)

// unwrap takes out of the sets what only wraps words in marks that are a member
// too: they would stand there twice.
func (b *binder) unwrap() {
	for k := range b.sets {
		s := b.sets[k]
		for _, i := range slices.Clone(s.members) {
			if i != s.ref && b.onlyWraps(&s, i) {
				b.leave(k, i)
			}
		}
	}
}

func (b *binder) onlyWraps(s *set, i int) bool {
	held := slices.DeleteFunc(slices.Clone(b.gists.of[i].holds), func(m int) bool { return !slices.Contains(s.members, m) })
	if len(held) == 0 {
		return false
	}
	return len(b.gists.of[i].stems) < wrapStems || b.gists.further(i, s.ref, held) < wrapWeight
}

// leave makes a member of a set one of its own, unless it is of another too or
// tells nothing by itself.
func (b *binder) leave(k, i int) {
	s := &b.sets[k]
	s.members = slices.DeleteFunc(s.members, func(m int) bool { return m == i })
	if len(b.in[i]) > 1 || len(b.gists.of[i].stems) < wrapStems {
		b.in[i] = slices.DeleteFunc(b.in[i], func(x int) bool { return x == k })
		return
	}
	b.in[i] = []int{len(b.sets)}
	b.sets = append(b.sets, set{ref: i, members: []int{i}})
}

// repeated doubts all but the first of an article's reports in a set, unless
// they tell different parts of it. The surest joined first.
func (b *binder) repeated() {
	for k := range b.sets {
		s, first := &b.sets[k], map[int][]int{}
		for _, m := range s.members {
			if b.qs[m].marked || m == s.ref || s.possible[m] {
				continue
			}
			r := b.qs[m].ref.Reading
			if len(first[r]) > 0 && b.gists.further(m, s.ref, first[r]) < secondShare {
				s.doubt(m)
				continue
			}
			first[r] = append(first[r], m)
		}
	}
}
