package link

import (
	"cmp"
	"slices"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
)

// company is the casts of all stories, and who of them are one actor: people by
// their full name, bodies by a name that says which one it is, and people of
// one name where one person bears it in all stories. A story that comes or goes
// costs what those cost who share a name with its cast.
type company struct {
	people map[string]*bearers // by the keys of their full names
	bodies map[string]*bearers
	clans  map[string]*clan // by family name

	left    []*bearers // of whom some came or went
	open    []*clan    // of which figures or lone names came or went
	changed []*figure  // whose actors are to be made
	turn    int        // of reaching who may be one
}

// bearers is those whom articles call by one name.
type bearers struct {
	key   string
	all   []*persona // in order
	met   []*figure  // nil but while they meet
	isnew bool       // in the list of those that are to meet
	turn  int
}

// clan is the people of a family name.
type clan struct {
	key     string
	figures []*figure
	lone    []*persona // who are called by nothing else
	isOpen  bool
}

// inCompany is what a persona of a story is among those of all stories.
type inCompany struct {
	of    *dossier
	first int32 // the reading that names it first
	place int32 // in the cast of its story
	names []*bearers
	clan  *clan // of one name
	who   *figure
	meets *figure // nil but while it meets
	turn  int
}

// figure is the personas of several stories who are one actor.
type figure struct {
	head  *persona   // by which it stands among the actors
	all   []*persona // who are met by full name
	lone  []*persona // who are called by its family name alone
	clans []*clan
	lean  int // how many more articles take it for a man than for a woman
	refs  int // entities, without those of lone
	gone  bool

	words   []string // the fullest name; nil but while it meets
	suffix  string
	dropped bool // some articles leave the suffix out
	filed   int  // words of the name by which it was filed last
	into    *figure

	record  *record    // of one who is named often; nil if it is not kept
	actor   news.Actor // in the briefing of era
	era     int        // 0 as long as it is not made
	ordinal int        // its place in the briefing
}

func newCompany() *company {
	return &company{people: map[string]*bearers{}, bodies: map[string]*bearers{}, clans: map[string]*clan{}}
}

// inOrder compares two by where the briefing names them first, or their story.
func inOrder(p, q *persona) int {
	return cmp.Or(p.of.at[p.first]-q.of.at[q.first], int(p.place-q.place))
}

// enter brings in the cast of a story, which is in its place. Names are those
// by which each is met.
func (c *company) enter(s *dossier, names func(*persona) []string) {
	for i, p := range s.cast {
		p.inCompany = inCompany{of: s, first: int32(p.refs[0].Reading), place: int32(i)}
		switch {
		case p.isHidden || p.kind == news.Person && len(p.words) == 0:
			c.install(newFigure(p))
		case p.kind == news.Person && len(p.words) == 1:
			c.enterLone(p)
		case p.kind == news.Person:
			c.enterNamed(c.people, p, names(p))
		default:
			c.enterNamed(c.bodies, p, names(p))
		}
	}
}

// enterLone brings in a person of one name.
func (c *company) enterLone(p *persona) {
	if lexicon.CommonWord(p.words[0]) {
		c.install(newFigure(p))
		return
	}
	p.clan = c.clan(lexicon.NameKey(p.words[0]))
	p.clan.lone = append(p.clan.lone, p)
	c.reopen(p.clan)
}

func (c *company) enterNamed(among map[string]*bearers, p *persona, names []string) {
	for _, key := range names {
		b := among[key]
		if b == nil {
			b = &bearers{key: key}
			among[key] = b
		}
		at := len(b.all)
		for at > 0 && inOrder(p, b.all[at-1]) < 0 {
			at--
		}
		b.all = slices.Insert(b.all, at, p)
		p.names = append(p.names, b)
		c.touch(b)
	}
	if len(names) == 0 {
		f := newFigure(p)
		c.file(f)
		c.install(f)
	}
}

func (c *company) clan(key string) *clan {
	k := c.clans[key]
	if k == nil {
		k = &clan{key: key}
		c.clans[key] = k
	}
	return k
}

func (c *company) touch(b *bearers) {
	if !b.isnew {
		b.isnew = true
		c.left = append(c.left, b)
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
	for _, p := range s.cast {
		for _, b := range p.names {
			b.all = without(b.all, p)
			c.touch(b)
		}
		if p.clan != nil {
			p.clan.lone = without(p.clan.lone, p)
			c.part(p)
			c.reopen(p.clan)
		} else if p.who != nil {
			c.retire(p.who)
		}
		p.inCompany = inCompany{}
	}
}

func without[T comparable](list []T, x T) []T {
	if i := slices.Index(list, x); i >= 0 {
		return slices.Delete(list, i, i+1)
	}
	return list
}

// install makes a figure that of its personas, in place of those they were. The
// record of one is its record.
func (c *company) install(f *figure) {
	for _, p := range f.all {
		if p.who != nil {
			if f.record == nil {
				f.record, p.who.record = p.who.record, nil
			}
			c.retire(p.who)
		}
		p.who = f
	}
	for _, k := range f.clans {
		k.figures = append(k.figures, f)
		c.reopen(k)
	}
	f.words, f.era = nil, 0
	c.changed = append(c.changed, f)
}

// retire forgets a figure; its personas are to meet again.
func (c *company) retire(f *figure) {
	if f.gone {
		return
	}
	f.gone = true
	for _, k := range f.clans {
		k.figures = without(k.figures, f)
		c.reopen(k)
	}
	for _, p := range f.lone {
		p.who = nil
	}
}

// part takes a person of one name from the figure it is held for.
func (c *company) part(p *persona) {
	f := p.who
	switch {
	case f == nil:
	case f.head == p:
		f.gone = true
	default:
		f.lone = without(f.lone, p)
		f.era = 0
		c.changed = append(c.changed, f)
	}
	p.who = nil
}

// settle finds who is one actor among all whose names came or went. What
// follows does not depend on the order in which they did.
func (c *company) settle() {
	c.turn++
	for _, b := range c.left {
		switch {
		case len(b.all) > 0:
			c.meet(c.reach(b))
		case c.people[b.key] == b:
			delete(c.people, b.key)
		case c.bodies[b.key] == b:
			delete(c.bodies, b.key)
		}
		b.isnew = false
	}
	for _, k := range c.open {
		c.place(k)
		k.isOpen = false
	}
	c.left, c.open = c.left[:0], c.open[:0]
	c.changed = slices.DeleteFunc(c.changed, func(f *figure) bool { return f.gone })
}
