package link

import (
	"slices"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
)

// company is the casts of all stories, and who of them are one actor: people by
// their full name, bodies by a name that says which one it is, and people of
// one name where one person bears it in all stories. A story that comes or goes
// costs what its cast does, and what those cost who come after it in the
// briefing and share their names.
type company struct {
	people map[string]*bearers // by the keys of their full names
	bodies map[string]*bearers
	clans  map[string]*clan // by family name

	traits map[traits]*traits
	keys   arena
	spare  spares

	due     []*circle // of which some came or went
	moved   []*member // whose figure may be another than it was
	open    []*clan   // of which figures or lone names came or went
	changed []*figure // whose actors are to be made
}

// spares is memory for what there is much of, in pieces of several.
type spares struct {
	bearers []bearers
	figures []figure
}

// pieceOf is so many.
const pieceOf = 8

// one takes one off a piece of several.
func one[T any](spare *[]T) *T {
	if len(*spare) == 0 {
		*spare = make([]T, pieceOf)
	}
	x := &(*spare)[0]
	*spare = (*spare)[1:]
	return x
}

// clan is the people of a family name.
type clan struct {
	key     string
	figures []*figure
	lone    []*loners // who are called by nothing else
	isOpen  bool
}

// manner is how articles speak of a person of one name.
type manner struct {
	gender       news.Gender
	office, name string
}

// loners are the people of one name of whom articles speak in one manner.
type loners struct {
	manner
	first   [1]*member
	all     []*member
	came    []*member // since they were held for somebody
	of      *figure   // for whom; nil for themselves
	isKnown bool      // they were held
}

func newCompany() *company {
	return &company{people: map[string]*bearers{}, bodies: map[string]*bearers{}, clans: map[string]*clan{}, traits: map[traits]*traits{}}
}

// enter brings in the cast of a story, which is in its place. Names are those
// by which each is met.
func (c *company) enter(s *dossier, ps []*persona, names func(*persona) []string) {
	c.enlist(s, ps)
	for i := range s.cast {
		p := &s.cast[i]
		switch {
		case p.isHidden || p.kind == news.Person && p.name == "":
			c.alone(p)
		case p.kind == news.Person && len(ps[i].words) == 1:
			c.enterLone(p)
		case p.kind == news.Person:
			p.kin.from = int32(len(s.kin))
			for _, key := range familyKeys(ps[i].words) {
				s.kin = append(s.kin, c.clan(key))
			}
			p.kin.to = int32(len(s.kin))
			c.enterNamed(c.people, p, names(ps[i]))
		default:
			c.enterNamed(c.bodies, p, names(ps[i]))
		}
	}
	s.kin, s.names = slices.Clone(s.kin), slices.Clone(s.names)
}

// alone makes one a figure of its own.
func (c *company) alone(p *member) { c.gain(c.newFigure(p), p) }

// enterLone brings in a person of one name.
func (c *company) enterLone(p *member) {
	if lexicon.CommonWord(p.name) {
		c.alone(p)
		return
	}
	k := c.clan(lexicon.NameKey(p.name))
	p.kin = extent{int32(len(p.of.kin)), int32(len(p.of.kin) + 1)}
	p.of.kin = append(p.of.kin, k)
	g := k.called(p.manner())
	if g == nil {
		g = &loners{manner: p.manner()}
		g.all = g.first[:0]
		k.lone = append(k.lone, g)
	}
	g.all, g.came = append(g.all, p), append(g.came, p)
	c.reopen(k)
}

func (p *member) manner() manner { return manner{p.gender, p.office, p.name} }

// called returns those of one name of whom articles speak in a manner, nil if
// there are none.
func (k *clan) called(m manner) *loners {
	for _, g := range k.lone {
		if g.manner == m {
			return g
		}
	}
	return nil
}

// enterNamed brings in one who is met by names.
func (c *company) enterNamed(among map[string]*bearers, p *member, names []string) {
	if len(names) == 0 {
		c.alone(p)
		return
	}
	p.bears.from = int32(len(p.of.names))
	for _, key := range names {
		b := among[key]
		if b == nil {
			b = one(&c.spare.bearers)
			b.key, b.circle, b.own.of = c.keys.clone(key), &b.own, b
			among[b.key] = b
		}
		b.count++
		p.of.names = append(p.of.names, b)
	}
	p.bears.to = int32(len(p.of.names))
	k := p.names()[0].circle
	for _, b := range p.names() {
		c.unite(k, b.circle)
	}
	c.join(k, p)
	c.touch(k)
}

func (c *company) clan(key string) *clan {
	k := c.clans[key]
	if k == nil {
		k = &clan{key: c.keys.clone(key)}
		c.clans[k.key] = k
	}
	return k
}

func (c *company) touch(k *circle) {
	if !k.isDue {
		k.isDue = true
		c.due = append(c.due, k)
	}
}

func (c *company) reopen(k *clan) {
	if !k.isOpen {
		k.isOpen = true
		c.open = append(c.open, k)
	}
}

// leave takes the cast of a story away.
func (c *company) leave(s *dossier) {
	for i := range s.cast {
		p := &s.cast[i]
		if len(p.names()) > 0 {
			c.leaveNamed(p)
		}
		switch {
		case p.isLone():
			c.leaveLone(p)
		case p.who != nil:
			c.lose(p.who, p)
		}
	}
	s.cast = nil
}

func (c *company) leaveNamed(p *member) {
	k := p.names()[0].circle
	c.quit(k, p)
	c.touch(k)
	for _, b := range p.names() {
		if b.count--; b.count > 0 {
			continue
		}
		k.drop(b)
		if among := c.among(p); among[b.key] == b {
			delete(among, b.key)
		}
	}
}

// among returns the names by which those like a member are met.
func (c *company) among(p *member) map[string]*bearers {
	if p.kind == news.Person {
		return c.people
	}
	return c.bodies
}

func (c *company) leaveLone(p *member) {
	k := p.clan()
	g := k.called(p.manner())
	if g.all = without(g.all, p); len(g.all) == 0 {
		k.lone = without(k.lone, g)
	}
	g.came = without(g.came, p)
	c.part(p)
	c.reopen(k)
}

// without takes one off a list; who leaves has mostly come late.
func without[T comparable](list []T, x T) []T {
	for i, y := range slices.Backward(list) {
		if x == y {
			return slices.Delete(list, i, i+1)
		}
	}
	return list
}

// settle finds who is one actor among all whose names came or went. What
// follows does not depend on the order in which they did.
func (c *company) settle() {
	for _, k := range c.due {
		k.isDue = false
		c.meet(k)
	}
	c.seat(c.moved)
	c.moved = nil
	for _, k := range c.open {
		k.isOpen = false
		c.place(k)
	}
	clear(c.due)
	clear(c.open)
	c.due, c.open = c.due[:0], c.open[:0]
	c.changed = slices.DeleteFunc(c.changed, func(f *figure) bool {
		f.isChanged = !f.gone
		return f.gone
	})
}
