package link

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// last returns the figure that f was merged into in the end.
func (f *figure) last() *figure {
	for f.into != nil {
		f = f.into
	}
	return f
}

// reach returns all who share a name with the bearers of one, and with those
// again, in order; nothing where they have met in this turn.
func (c *company) reach(b *bearers) []*persona {
	if b.turn == c.turn {
		return nil
	}
	b.turn = c.turn
	names := []*bearers{b}
	var out []*persona
	for i := 0; i < len(names); i++ {
		c.divide(names[i])
		for _, p := range names[i].all {
			if p.turn == c.turn {
				continue
			}
			p.turn = c.turn
			out = append(out, p)
			for _, o := range p.names {
				if o.turn != c.turn {
					o.turn = c.turn
					names = append(names, o)
				}
			}
		}
	}
	if len(names) > 1 {
		slices.SortFunc(out, inOrder)
	}
	return out
}

// meet makes figures of those who can be one by their names, each with the
// first before it.
func (c *company) meet(ps []*persona) {
	for _, p := range ps {
		p.of.here = append(p.of.here, p)
	}
	for _, p := range ps {
		c.introduce(p)
	}
	for _, p := range ps {
		f := p.meets.last()
		for _, b := range p.names {
			b.met = nil
		}
		if p.of.here = p.of.here[:0]; f.head == p {
			c.recognise(f)
		}
	}
	for _, p := range ps {
		p.meets = nil
	}
}

// introduce lets one meet those before it.
func (c *company) introduce(p *persona) {
	var f *figure
	for _, b := range p.names {
		switch q := metBy(b, p, f); {
		case q == nil:
		case f == nil:
			q.take(p)
			f = q
		default:
			q.merge(f)
			f = q
		}
	}
	if f == nil {
		f = newFigure(p)
	}
	p.meets = f
	for _, b := range p.names {
		if !slices.Contains(b.met, f) {
			b.met = append(b.met, f)
		}
	}
}

// metBy returns the first figure of a name that p can be of, or the figure f
// of it can be one with.
func metBy(b *bearers, p *persona, f *figure) *figure {
	suffix, words := p.suffix, p.words
	if f != nil {
		suffix, words = f.suffix, f.words
	}
	for _, q := range b.met {
		if q = q.last(); q == f {
			continue
		}
		if p.kind != news.Person || b.agree(q, words, suffix) && middleAgree(q.words, words) && !q.beside(p, f) {
			return q
		}
	}
	return nil
}

// agree reports whether a figure that b names can go by another name that b
// names too: with the same suffix; where they meet by an office, with a form of
// the same given name, the suffix left out or not.
func (b *bearers) agree(q *figure, words []string, suffix string) bool {
	if !strings.HasPrefix(b.key, officeMark) {
		return q.suffix == suffix || q.dropped && suffix == ""
	}
	x, y := givenOf(q.words), givenOf(words)
	return (q.suffix == suffix || q.suffix == "" || suffix == "") && x != "" && y != "" &&
		(lexicon.NameKey(x) == lexicon.NameKey(y) || lexicon.SameGiven(x, y) || spelledAlike(x, y))
}

// take makes p one of a figure. The fuller name stands.
func (f *figure) take(p *persona) {
	f.all = append(f.all, p)
	f.refs += len(p.refs)
	f.adopt(p.words, p.lean())
	f.call(p.suffix, false)
}

// merge makes two figures one.
func (f *figure) merge(o *figure) {
	o.into = f
	f.all = append(f.all, o.all...)
	f.refs += o.refs
	f.adopt(o.words, o.lean)
	f.call(o.suffix, o.dropped)
}

// call notes that some articles name a figure with a suffix, and some without.
func (f *figure) call(suffix string, dropped bool) {
	f.dropped = f.dropped || dropped || f.suffix != suffix
	if f.suffix == "" {
		f.suffix = suffix
	}
}

func (f *figure) adopt(words []string, lean int) {
	if len(words) > len(f.words) {
		f.words = words
	}
	f.lean += lean
}

// lean returns how many articles call a person a man, less than 0 if a woman.
func (p *persona) lean() int {
	switch p.gender {
	case news.Male:
		return len(p.refs)
	case news.Female:
		return -len(p.refs)
	}
	return 0
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

// beside reports whether one article names both one of a figure and p, or one
// of o where that is given, and so tells them apart.
func (f *figure) beside(p *persona, o *figure) bool {
	switch {
	case o == nil:
		return f.isBeside(p)
	case len(o.all) > len(f.all):
		f, o = o, f
	}
	return slices.ContainsFunc(o.all, f.isBeside)
}

func (f *figure) isBeside(p *persona) bool {
	for _, o := range p.of.here {
		if o != p && o.meets != nil && o.meets.last() == f && oneArticle(o, p) {
			return true
		}
	}
	return false
}

// recognise installs a figure, unless it is one that is known.
func (c *company) recognise(f *figure) {
	if old := f.head.who; old != nil && !old.gone && old.head == f.head && len(old.all) == len(f.all) &&
		!slices.ContainsFunc(f.all, func(p *persona) bool { return p.who != old }) {
		return
	}
	c.install(f)
}

// place holds those of one name for the one figure of their family that they
// can be, if there is one.
func (c *company) place(k *clan) {
	if len(k.figures)+len(k.lone) == 0 {
		delete(c.clans, k.key)
		return
	}
	for _, g := range k.lone {
		f := k.foremost(g.all[0])
		if f != nil && f.refs < renowned && !f.holds(g.all[0].office) {
			f = nil
		}
		of := g.came
		if !g.known || g.of != f {
			of = g.all
		}
		for _, p := range of {
			c.hold(p, f)
		}
		g.of, g.known, g.came = f, true, nil
	}
}

// holds reports whether some article says that a figure holds an office.
func (f *figure) holds(office string) bool {
	return office != "" && slices.ContainsFunc(f.all, func(p *persona) bool { return p.office == office })
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
func (k *clan) foremost(p *persona) *figure {
	g := p.gender
	var best *figure
	second := 0
	for _, f := range k.figures {
		switch {
		case g != "" && f.gender() != "" && g != f.gender() || !slices.ContainsFunc(f.all, p.canBe):
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
func (c *company) hold(p *persona, f *figure) {
	switch {
	case p.who != nil && (p.who == f || f == nil && p.who.head == p):
		return
	case f == nil:
		c.part(p)
		c.install(newFigure(p))
	default:
		c.part(p)
		p.who, f.era = f, 0
		f.lone = append(f.lone, p)
		f.comes(p)
		c.changed = append(c.changed, f)
	}
}
