package annotate

import (
	"slices"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
)

// sameSuffix reports whether the "Jr." that one of two full names has, and the
// other may lack, leaves open that they are one person's. A name that is first
// given in state, initial and suffix, goes on without both: "Edgar R. Holm III"
// and "Edgar Holm", unless the article speaks of father and son.
func (c *cast) sameSuffix(m *member, words []string, suffix string) bool {
	switch {
	case m.suffix == suffix:
		return true
	case m.suffix != "" && suffix != "":
		return false
	case m.words[0] != words[0]:
		return true
	}
	long, short := m.words, words
	if suffix != "" {
		long, short = short, long
	}
	return len(long) == 3 && len(short) == 2 && isInitials(long[1]) && !c.hasKin()
}

// hasKin reports whether the article speaks of a father or a son.
func (c *cast) hasKin() bool {
	for _, w := range [...]string{"son", "sons", "father", "dad", "namesake"} {
		if c.lowers[w] > 0 {
			return true
		}
	}
	return false
}

// joinSlips makes one of two people whose full names differ by a slip of the
// pen: the family name of a person of the same given name, or the given name,
// no name of its own, of a person of the same family.
func (c *cast) joinSlips() {
	var people []*member
	for _, m := range c.members {
		if m.kind == news.Person && len(m.words) > 1 && len(m.names) > 0 {
			people = append(people, m)
		}
	}
	if len(people) > mostDescribed {
		return
	}
	for i, m := range people {
		for _, n := range people[i+1:] {
			switch {
			case len(m.names) == 0 || len(n.names) == 0 || m.suffix != n.suffix || !isSlipOf(m.words, n.words) || c.standTogether(m, n):
			case len(n.names) > len(m.names):
				c.join(n, m)
			default:
				c.join(m, n)
			}
		}
	}
}

// standTogether reports whether one sentence, or two that follow each other,
// name both of two people, who then are two.
func (c *cast) standTogether(m, n *member) bool {
	for _, a := range m.fullAt {
		for _, b := range n.fullAt {
			if max(a-b, b-a) < apartAtLeast {
				return true
			}
		}
	}
	return false
}

// apartAtLeast is how many tokens at least a slip is from the right name.
const apartAtLeast = 40

// minSlip is the least length of a name in which a slip of the pen is told from
// another name.
const minSlip = 6

func isSlipOf(a, b []string) bool {
	x, y := a[len(a)-1], b[len(b)-1]
	if !sameMiddle(a, b) {
		return false
	}
	if a[0] == b[0] {
		return min(len(x), len(y)) >= minSlip && x[0] == y[0] && lexicon.OneSlip(x, y)
	}
	return x == y && min(len(a[0]), len(b[0])) >= minSlip && a[0][0] == b[0][0] && !(isFamily(a[0]) && isFamily(b[0])) && lexicon.OneSlip(a[0], b[0])
}

// join makes the mentions of n, whose name has the slip, those of m.
func (c *cast) join(m, n *member) {
	for k := range n.names {
		n.names[k].weak = true
	}
	m.names = append(m.names, n.names...)
	m.fullAt = append(m.fullAt, n.fullAt...)
	m.full, m.held = m.full+n.full, m.held+n.held
	m.gender[0], m.gender[1] = m.gender[0]+n.gender[0], m.gender[1]+n.gender[1]
	for t := range n.titles {
		if m.titles == nil {
			m.titles = map[string]bool{}
		}
		m.titles[t] = true
	}
	n.names = nil
	for _, filed := range [...]map[string][]*member{c.families, c.others} {
		for k, ms := range filed {
			if i := slices.Index(ms, n); i >= 0 && slices.Contains(ms, m) {
				filed[k] = slices.Delete(ms, i, i+1)
			} else if i >= 0 {
				ms[i] = m
			}
		}
	}
}
