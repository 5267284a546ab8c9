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
// costs what its cast does, however many share their names; where a name may be
// of several, what those cost who share it.
type company struct {
	people map[string]*bearers // by the keys of their full names
	bodies map[string]*bearers
	clans  map[string]*clan // by family name

	left    []*bearers // of whom some came or went
	open    []*clan    // of which figures or lone names came or went
	changed []*figure  // whose actors are to be made
	turn    int        // of reaching who may be one
	entries int        // so many casts were brought in
}

// bearers is those whom articles call by one name.
type bearers struct {
	key   string
	all   []*persona // in order
	met   []*figure  // nil but while they meet
	isnew bool       // in the list of those that are to meet
	turn  int

	one    *figure      // whom all are, if nothing told them apart when they met
	came   []*persona   // since then
	odd    int          // of all, those who bear other names or a suffix, and those beside another
	middle map[byte]int // of all people, those who have a middle name, by its letter
	entry  int          // the last in which one came
}

// clan is the people of a family name.
type clan struct {
	key     string
	figures []*figure
	lone    map[manner]*loners // who are called by nothing else
	isOpen  bool
}

// manner is how articles speak of a person of one name.
type manner struct {
	gender       news.Gender
	office, name string
}

// loners are the people of one name of whom articles speak in one manner.
type loners struct {
	all   []*persona
	came  []*persona // since they were held for somebody
	of    *figure    // for whom; nil for themselves
	known bool       // they were held
}

// inCompany is what a persona of a story is among those of all stories.
type inCompany struct {
	of    *dossier
	first int32 // the reading that names it first
	place int32 // in the cast of its story
	names []*bearers
	isTwo bool    // of its name its story has another
	kin   []*clan // the families of a full name
	clan  *clan   // of one name
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
	kin   []int // of each of clans, how many of all are of it
	lean  int   // how many more articles take it for a man than for a woman
	refs  int   // entities, without those of lone
	gone  bool

	words   []string // the fullest name; nil but while it meets
	suffix  string
	dropped bool // some articles leave the suffix out
	into    *figure

	record  *record    // of one who is named often; nil if it is not kept
	told    int        // the era in which that was made of its entities; 0 if they are others
	came    []news.Ref // those of its entities that it does not have yet
	went    []news.Ref // those it has that are not its any more
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
	c.entries++
	for i, p := range s.cast {
		p.inCompany = inCompany{of: s, first: int32(p.refs[0].Reading), place: int32(i)}
		switch {
		case p.isHidden || p.kind == news.Person && len(p.words) == 0:
			c.install(newFigure(p))
		case p.kind == news.Person && len(p.words) == 1:
			c.enterLone(p)
		case p.kind == news.Person:
			for _, key := range familyKeys(p.words) {
				p.kin = append(p.kin, c.clan(key))
			}
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
	k := c.clan(lexicon.NameKey(p.words[0]))
	g := k.lone[p.manner()]
	if g == nil {
		g = &loners{}
		k.lone[p.manner()] = g
	}
	p.clan, g.all, g.came = k, append(g.all, p), append(g.came, p)
	c.reopen(k)
}

func (p *persona) manner() manner { return manner{p.gender, p.office, p.words[0]} }

func (c *company) enterNamed(among map[string]*bearers, p *persona, names []string) {
	for _, key := range names {
		b := among[key]
		if b == nil {
			b = &bearers{key: key}
			among[key] = b
		}
		at, _ := slices.BinarySearchFunc(b.all, p, inOrder)
		b.all = slices.Insert(b.all, at, p)
		b.came = append(b.came, p)
		p.isTwo = p.kind == news.Person && b.entry == c.entries
		b.entry = c.entries
		p.names = append(p.names, b)
		c.touch(b)
	}
	for _, b := range p.names {
		b.count(p, 1)
	}
	if len(names) == 0 {
		c.install(newFigure(p))
	}
}

// count counts one more, or less, of what tells bearers of a name apart.
func (b *bearers) count(p *persona, n int) {
	if len(p.names) > 1 || p.isTwo || p.suffix != "" {
		b.odd += n
	}
	if len(p.words) < 3 {
		return
	}
	if b.middle == nil {
		b.middle = map[byte]int{}
	}
	if b.middle[p.words[1][0]] += n; b.middle[p.words[1][0]] == 0 {
		delete(b.middle, p.words[1][0])
	}
}

// areOne reports whether nothing can tell the bearers of a name apart, nor make
// others one with them.
func (b *bearers) areOne() bool { return b.odd == 0 && len(b.middle) <= 1 }

func (c *company) clan(key string) *clan {
	k := c.clans[key]
	if k == nil {
		k = &clan{key: key, lone: map[manner]*loners{}}
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
			b.count(p, -1)
			c.touch(b)
		}
		switch {
		case p.clan != nil:
			c.leaveLone(p)
		case p.who == nil:
		case len(p.names) == 1 && p.names[0].one == p.who && !p.who.gone:
			c.lose(p.who, p)
		default:
			c.retire(p.who)
		}
		p.inCompany = inCompany{}
	}
}

func (c *company) leaveLone(p *persona) {
	g := p.clan.lone[p.manner()]
	if g.all = without(g.all, p); len(g.all) == 0 {
		delete(p.clan.lone, p.manner())
	}
	c.part(p)
	c.reopen(p.clan)
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
	c.turn++
	for _, b := range c.left {
		switch {
		case len(b.all) > 0 && b.areOne():
			c.unite(b)
		case len(b.all) > 0:
			c.meet(c.reach(b))
		case c.people[b.key] == b:
			delete(c.people, b.key)
		case c.bodies[b.key] == b:
			delete(c.bodies, b.key)
		}
		if b.isnew = false; len(b.all) == 0 {
			c.divide(b)
		}
	}
	for _, k := range c.open {
		c.place(k)
		k.isOpen = false
	}
	c.left, c.open = c.left[:0], c.open[:0]
	c.changed = slices.DeleteFunc(c.changed, func(f *figure) bool { return f.gone })
}

// unite makes one figure of all bearers of a name, whom nothing tells apart.
func (c *company) unite(b *bearers) {
	f := b.one
	if f == nil || f.gone {
		f = newFigure(b.all[0])
		for _, p := range b.all[1:] {
			f.take(p)
		}
		b.one, b.came = f, nil
		c.install(f)
		return
	}
	for _, p := range b.came {
		if len(p.names) == 1 && p.names[0] == b && p.who == nil {
			c.gain(f, p)
		}
	}
	f.all, f.head, b.came = b.all, b.all[0], nil
	c.change(f)
}

// divide forgets that all bearers of a name are one figure.
func (c *company) divide(b *bearers) {
	if b.one != nil {
		c.retire(b.one)
	}
	b.one, b.came = nil, nil
}
