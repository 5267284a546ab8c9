package link

import (
	"slices"
	"strings"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// place holds those of one name for the one figure of their family that they
// can be, if there is one.
func (c *company) place(k *clan) {
	if len(k.figures)+len(k.lone) == 0 {
		delete(c.clans, k.key)
		return
	}
	for _, g := range k.lone {
		f := k.foremost(g.all[0])
		if f != nil && f.refs < renowned && !f.holds(g.office) {
			f = nil
		}
		of := g.came
		if !g.isKnown || g.of != f {
			of = g.all
		}
		for _, p := range of {
			c.hold(p, f)
		}
		g.of, g.isKnown, g.came = f, true, nil
	}
}

// holds reports whether some article says that a figure holds an office.
func (f *figure) holds(office string) bool {
	return office != "" && f.some(func(p *member) bool { return p.office == office })
}

// topOffice returns the office in a role that one person of a country holds,
// empty if there is none: a family name with it tells who is meant anywhere.
func topOffice(role string) string {
	ws := text.FoldedWords(role)
	for i, w := range ws {
		switch w {
		case "president", "premier", "chancellor", "king", "queen", "pope":
			if i == 0 || ws[i-1] != "vice" && ws[i-1] != "deputy" && ws[i-1] != "of" {
				return w
			}
		}
	}
	return ""
}

// foremost returns the one figure of a family that one of a single name can be,
// by gender and office, nil if there are several or none. Of several the one named in most articles
// will do if none of the others comes near.
func (k *clan) foremost(p *member) *figure {
	g := p.gender
	var best *figure
	second := int32(0)
	for _, f := range k.figures {
		switch {
		case g != "" && f.gender() != "" && g != f.gender() || !f.mayBe(p):
		case best == nil:
			best = f
		case f.refs > best.refs:
			best, second = f, best.refs
		default:
			second = max(second, f.refs)
		}
	}
	if best == nil || second > 0 && best.refs < 3*second {
		return nil
	}
	return best
}

// renowned is in how many articles somebody must be named for the family name
// in an article of another story to be enough, without the office.
const renowned = 3

// hold makes one of one name part of a figure, or by nil a figure of its own.
func (c *company) hold(p *member, f *figure) {
	switch {
	case p.who != nil && (p.who == f || f == nil && p.who.head == p):
		return
	case f == nil:
		c.part(p)
		c.alone(p)
	default:
		c.part(p)
		p.who = f
		f.known().lone = append(f.known().lone, p)
		f.comes(p)
		c.remake(f)
	}
}

// part takes a person of one name from the figure it is held for.
func (c *company) part(p *member) {
	f := p.who
	switch {
	case f == nil:
	case f.head == p:
		f.gone = true
	default:
		f.fame.lone = without(f.fame.lone, p)
		f.goes(p)
		c.remake(f)
	}
	p.who = nil
}

// gender returns what most articles take a figure for, empty if none tells.
func (f *figure) gender() news.Gender {
	switch {
	case f.lean > 0:
		return news.Male
	case f.lean < 0:
		return news.Female
	}
	return ""
}

// mayBe reports whether the office of a person known by the family name alone
// leaves open that a figure is meant, as some articles name it. Most name it
// alike: those are asked once.
func (f *figure) mayBe(p *member) bool {
	if p.office == "" || p.gender == news.Female {
		return true
	}
	var asked []*member
	return f.some(func(q *member) bool {
		if slices.ContainsFunc(asked, func(o *member) bool { return o.traits == q.traits && o.name == q.name }) {
			return false
		}
		asked = append(asked, q)
		return mayHold(p.office, p.name, strings.Split(q.name, " "), q.isKin, q.office)
	})
}
