package link

import "slices"

// set is the quotes of one statement, as indices, and which is the reference.
type set struct {
	ref     int
	members []int
	joined  map[int]bool // the members that join the statement to another

	possible map[int]bool // the members that are of it only likely
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
