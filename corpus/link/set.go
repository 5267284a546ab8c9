package link

import "slices"

// set is the quotes of one statement, as indices, and which is the reference.
type set struct {
	ref     int
	members []int
	joined  map[int]bool // the members that join the statement to another

	possible map[int]bool // the members that are of it only likely
	byHand   bool         // an editor has decided of it
}

func (s *set) join(m int) {
	if s.joined == nil {
		s.joined = map[int]bool{}
	}
	s.joined[m] = true
}

func (s *set) doubt(m int) {
	if s.possible == nil {
		s.possible = map[int]bool{}
	}
	s.possible[m] = true
}

// split parts a group into the sets of which each holds to one reference. A
// quote that has words of several stands in each.
func (g *groups) split(members []int) []set {
	var out []set
	for rest := members; len(rest) > 0; {
		ref := g.reference(rest)
		s := set{ref: ref}
		var next []int
		for _, m := range rest {
			if m == ref || g.bond(ref, m) != nil {
				s.members = append(s.members, m)
			} else {
				next = append(next, m)
			}
		}
		for _, m := range members {
			if m != ref && g.bond(ref, m) != nil && !slices.Contains(s.members, m) {
				s.members = append(s.members, m)
			}
		}
		out, rest = append(out, s), next
	}
	return out
}

// bridge adds to each set the quotes of others that have its words in a part
// of their own: they tell two utterances.
func (g *groups) bridge(sets []set) {
	in := map[int][]int{}
	for i, s := range sets {
		for _, m := range s.members {
			in[m] = append(in[m], i)
		}
	}
	for _, d := range g.order {
		long, other := d.a, d.b
		if len(g.qs[long].words.toks) < len(g.qs[other].words.toks) {
			long, other = other, long
		}
		if len(in[long]) != 1 || len(in[other]) != 1 || in[long][0] == in[other][0] || !g.ownPart(long, other, sets[in[long][0]].members) {
			continue
		}
		to := in[other][0]
		sets[to].members = append(sets[to].members, long)
		in[long] = append(in[long], to)
	}
}

// ownPart reports whether the words that a quote has in common with another
// are others than it has in common with its set.
func (g *groups) ownPart(long, other int, members []int) bool {
	t, _ := g.stretchIn(long, other)
	alone := true
	for _, m := range members {
		s, ok := g.stretchIn(long, m)
		if m == long || !ok {
			continue
		}
		if alone = false; s.overlap(t) > 1 {
			return false
		}
	}
	return !alone
}
