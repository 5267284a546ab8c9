package annotate

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
)

// joinTails makes one of a body named in full and the shorter name that its
// own ends in, if the article names no other that ends so: "the National
// Coalition" is "the Venn National Coalition".
func (c *cast) joinTails() {
	tails := map[string]*member{} // nil where several end so
	keys := map[*member]string{}
	for _, m := range c.members {
		if m.kind != news.Organisation || len(m.names) == 0 {
			continue
		}
		key := c.bodyKey(&m.names[0])
		keys[m] = key
		for k := strings.IndexByte(key, ' '); k >= 0; k = nextSpace(key, k) {
			if _, ok := tails[key[k+1:]]; ok {
				tails[key[k+1:]] = nil
			} else {
				tails[key[k+1:]] = m
			}
		}
	}
	into := map[*member]*member{}
	for _, m := range c.members {
		key := keys[m]
		if long := tails[key]; m.known == nil && long != nil && isShortName(key) {
			into[m] = long
		}
	}
	for _, m := range c.members {
		if into[m] != nil {
			c.absorb(m, lastOf(into, m), keys[m])
		}
	}
	c.refile(into)
}

func nextSpace(s string, k int) int {
	n := strings.IndexByte(s[k+1:], ' ')
	if n < 0 {
		return -1
	}
	return k + 1 + n
}

// isShortName reports whether a key can be what a body with a longer name is
// called by: two words at least, the last of them a kind of body.
func isShortName(key string) bool {
	k := strings.LastIndexByte(key, ' ')
	return k > 0 && lexicon.OrgHead(key[k+1:])
}

// lastOf follows what m is another name of.
func lastOf(into map[*member]*member, m *member) *member {
	for into[m] != nil {
		m = into[m] // ever longer names
	}
	return m
}

// absorb gives the mentions of the body m, of that key, to another.
func (c *cast) absorb(m, to *member, key string) {
	to.names = append(to.names, m.names...)
	slices.SortFunc(to.names, func(a, b found) int { return a.lo - b.lo })
	m.names = nil
	c.bodies[key] = to
}

// refile leads the short forms of bodies that became one to what they are.
func (c *cast) refile(into map[*member]*member) {
	if len(into) == 0 {
		return
	}
	for w, m := range c.initials {
		c.initials[w] = lastOf(into, m)
	}
	for _, ps := range c.heads {
		for i := range ps {
			ps[i].of = lastOf(into, ps[i].of)
		}
	}
	for w, m := range c.firsts {
		if m != nil {
			c.firsts[w] = lastOf(into, m)
		}
	}
}

// fileFirst files a company's or department's name under its first word.
func (c *cast) fileFirst(m *member, f *found) {
	w, last := c.low(f.lo), c.low(f.hi-1)
	if len(w) < 3 || lexicon.GroupAdjective(w) || lexicon.PlaceFirst(w) || !isCompanyHead(last) && !(f.known != nil && last == "department" && f.hi-f.lo == 2) {
		return
	}
	if _, demonym := lexicon.Demonym(w); demonym {
		return
	}
	if have, ok := c.firsts[w]; ok && have != m {
		c.firsts[w] = nil
		return
	}
	c.firsts[w] = m
}

// isCompanyHead reports whether a name that ends in w, folded, is that of a
// company, station or university, which is called by what stands before.
func isCompanyHead(w string) bool {
	switch w {
	case "force", "university", "capital", "news", "media", "partners", "ventures", "bancorp", "bank", "airways", "energy", "pharmaceuticals", "pharma", "foods", "records", "studios", "entertainment", "securities", "insurance", "solutions", "labs", "laboratories", "consulting",
		"software", "semiconductors", "electronics", "petroleum", "aerospace", "robotics", "therapeutics", "biotech", "logistics", "publishing", "productions", "pictures", "broadcasting", "telecom", "wireless", "financial", "brands", "advisers", "advisors", "investments":
		return true
	}
	return lexicon.OrgSuffix(w)
}

// firstWordOf returns the one company, university or department whose name
// begins with the word f, unless f is a role's or a place's; nil if there is
// none.
func (c *cast) firstWordOf(f *found) *member {
	w := c.low(f.lo)
	m := c.firsts[w]
	if m == nil || !f.role.empty() || f.known == nil && c.low(f.lo-1) == "in" {
		return nil
	}
	if last := &m.names[0]; c.low(last.hi-1) == "department" {
		if w == "treasury" || c.speaksAt(f.hi) && !c.everyday(f.lo) {
			return m
		}
		return nil
	}
	if f.known != nil {
		return m
	}
	if lexicon.CommonWord(w) || isFamily(w) {
		return nil
	}
	return m
}
