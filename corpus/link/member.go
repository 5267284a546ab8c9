package link

import (
	"cmp"
	"strings"

	"verbatim/corpus/news"
)

// member is one of the cast of a story among those of all stories: what stays
// of a persona, in little room.
type member struct {
	*traits
	of    *dossier
	name  string  // of a person: the folded words of the fullest name, a space between
	meets *figure // of whom it is by its names, before others are taken into account
	who   *figure

	refs  extent // its entities
	bears extent // the names by which it is met
	kin   extent // the families of a full name, or the one of a single name
	first int32  // the reading that names it first
	place int32  // in the cast
}

// extent is a part of a list that the cast of a story has in common.
type extent struct{ from, to int32 }

// traits are what many members have in common.
type traits struct {
	kind     news.ActorKind
	gender   news.Gender
	suffix   string
	office   string
	isKin    bool
	isHidden bool
}

// entities returns those of a member, of its story's own articles.
func (p *member) entities() []news.Ref { return p.of.refs[p.refs.from:p.refs.to] }

// names returns those by which a member is met.
func (p *member) names() []*bearers { return p.of.names[p.bears.from:p.bears.to] }

// isLone reports whether a person is called by one name, which others bear as
// that of their family.
func (p *member) isLone() bool { return p.kin.from < p.kin.to && !strings.Contains(p.name, " ") }

// families returns those of a person's full name.
func (p *member) families() []*clan {
	if p.isLone() {
		return nil
	}
	return p.of.kin[p.kin.from:p.kin.to]
}

// clan returns the family whose name is all that a lone person is called by.
func (p *member) clan() *clan { return p.of.kin[p.kin.from] }

// inOrder compares two by where the briefing names them first, or their story.
func inOrder(p, q *member) int {
	return cmp.Or(p.of.at[p.first]-q.of.at[q.first], int(p.place-q.place))
}

// lean returns how many articles call a person a man, less than 0 if a woman.
func (p *member) lean() int32 {
	switch p.gender {
	case news.Male:
		return p.refs.to - p.refs.from
	case news.Female:
		return p.refs.from - p.refs.to
	}
	return 0
}

// enlist makes personas the cast of a story.
func (c *company) enlist(s *dossier, ps []*persona) {
	var names strings.Builder
	refs, ends := 0, make([]int, len(ps))
	for i, p := range ps {
		names.WriteString(strings.Join(p.words, " "))
		refs, ends[i] = refs+len(p.refs), names.Len()
	}
	s.cast, s.refs, s.names, s.kin = make([]member, len(ps)), make([]news.Ref, 0, refs), nil, nil
	from := 0
	for i, p := range ps {
		m := &s.cast[i]
		*m = member{of: s, traits: c.traitsOf(p), first: int32(p.refs[0].Reading), place: int32(i)}
		m.name, from = names.String()[from:ends[i]], ends[i]
		m.refs.from = int32(len(s.refs))
		s.refs = append(s.refs, p.refs...)
		m.refs.to = int32(len(s.refs))
	}
}

// traitsOf returns those of a persona, the same in memory for all who have
// them.
func (c *company) traitsOf(p *persona) *traits {
	t := traits{kind: p.kind, gender: p.gender, suffix: p.suffix, office: p.office, isKin: p.isKin, isHidden: p.isHidden}
	own := c.traits[t]
	if own == nil {
		t.suffix, t.office = strings.Clone(t.suffix), strings.Clone(t.office)
		own = &t
		c.traits[t] = own
	}
	return own
}

// calling is what a figure is called by those who are of it.
type calling struct {
	name    string // the fullest, see [member]
	suffix  string
	dropped bool // some articles leave the suffix out
}

func (p *member) calling() calling { return calling{name: p.name, suffix: p.suffix} }

// with is what a figure is called that is called in two ways. The fuller name
// stands.
func (c calling) with(o calling) calling {
	c.dropped = c.dropped || o.dropped || c.suffix != o.suffix
	if c.suffix == "" {
		c.suffix = o.suffix
	}
	if strings.Count(o.name, " ") > strings.Count(c.name, " ") {
		c.name = o.name
	}
	return c
}

// agrees reports whether no middle initial speaks against two being one.
func (c calling) agrees(o calling) bool {
	x, y := c.middle(), o.middle()
	return x == 0 || y == 0 || x == y
}

// middle returns the first letter of the second of three names or more, 0 where
// there are fewer.
func (c calling) middle() byte {
	_, rest, _ := strings.Cut(c.name, " ")
	if !strings.Contains(rest, " ") {
		return 0
	}
	return rest[0]
}

// given returns the given name, see [givenOf].
func (c calling) given() string { return givenOf(strings.Split(c.name, " ")) }
