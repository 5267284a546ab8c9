package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// chamberOrg returns the end of the name of a committee of a chamber, [i, j)
// being its beginning, over commas and "and": "Senate Tides, Harbours and
// Coastal Affairs Committee"; j where there is none.
func (s *nameScan) chamberOrg(i, j, end int) int {
	if w := s.low(i); w != "senate" && w != "house" && w != "joint" || s.committeeIn(i, j) == j {
		return j
	}
	m := j
	for range 4 {
		k := m
		if s.word(k) == "," {
			k++
		}
		if s.low(k) == "and" {
			k++
		}
		if k == m || k >= end || !s.tokens[k].upper || isFamily(s.low(k)) || s.isTitle(k) {
			return j
		}
		m = s.runEnd(k, end)
		if h := s.committeeIn(k, m); h > 0 {
			return h
		}
	}
	return j
}

// behindChamber reads what follows the committee [i, k): the name behind its
// office, "Committee Chairman Dana Venn". It returns the token to go on from.
func (s *nameScan) behindChamber(i, k, end int) int {
	if k >= end || !s.tokens[k].upper {
		return k
	}
	m := s.runEnd(k, end)
	if h := s.titleIn(k, m); h >= 0 {
		role := tokenRange{s.extendRole(i), h + 1}
		if lexicon.Title(s.low(h)) {
			role.lo = k
		}
		s.addPerson(h+1, m, role, s.low(h))
		return m
	}
	return k
}

// committeeIn returns the token behind the word for a committee in [i, j), 0 if
// there is none.
func (s *nameScan) committeeIn(i, j int) int {
	for ; i < j; i++ {
		if w := s.low(i); w == "committee" || w == "subcommittee" || w == "caucus" {
			return i + 1
		}
	}
	return 0
}

// isService reports whether [i, m), with "and" at j, is a service called by the two
// things it does, right before the role of one of its people: "National Search
// and Rescue chief".
func (s *nameScan) isService(i, j, m int) bool {
	if m != j+2 || j-i < 2 || m >= len(s.tokens) || s.tokens[m].Kind != text.Lower || !lexicon.RoleHead(s.low(m)) || lexicon.RolePlural(s.low(m)) {
		return false
	}
	for _, k := range [2]int{j - 1, j + 1} {
		if low := s.low(k); !lexicon.CommonWord(low) || isFamily(low) || lexicon.GroupAdjective(low) || s.isTitle(k) || s.tokens[k].shout {
			return false
		}
		if _, n := s.knownAt(k, k+1); n > 0 {
			return false
		}
	}
	return true
}

// membersFor returns the end of the name of a league of people who are for or
// against something, [i, j) being the people: "Norwegians for Quiet Harbours"; j
// where there is none. What they are for is printed as a name though its words
// are everyday ones.
func (s *nameScan) membersFor(i, j, end int) int {
	if w := s.low(j); j-i > 2 || w != "for" && w != "against" || j+1 >= end || !strings.HasSuffix(s.low(j-1), "s") {
		return j
	}
	_, people := lexicon.Demonym(s.low(j - 1))
	if !people && !lexicon.GroupAdjective(s.low(j-1)) {
		return j
	}
	if t := &s.tokens[j+1]; !t.upper || t.title || t.shout || !lexicon.CommonWord(t.low) || isFamily(t.low) || lexicon.CalendarWord(t.low) {
		return j
	}
	return s.runEnd(j+1, end)
}
