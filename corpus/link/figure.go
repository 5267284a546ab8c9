package link

import (
	"slices"

	"verbatim/corpus/news"
)

// figure is the members of several casts who are one actor.
type figure struct {
	calling
	head     *member   // by which it stands among the actors
	more     []*member // the others who are met by full name
	into     *figure   // what it was merged into; nil if it stands
	isVacant bool      // its head is of another
	heir     *figure   // whom all that follows was given to, and all who were of it; nil if nobody was
	first    [1]kinship

	standing
}

// standing is what a figure is among the actors.
type standing struct {
	families  []kinship
	count     int32 // how many are of it
	refs      int32 // their entities
	lean      int32 // how many more articles take it for a man than for a woman
	gone      bool
	isChanged bool // in the list of those that are to be made
	fame      *fame

	era     int32       // the briefing's of which it is an actor; 0 if that is to be made
	made    *news.Actor // until a briefing has it
	at      int32       // behind that, its place among all that were made
	ordinal int32       // in the briefing
	idSize  int32       // of its identifier, which may be another's too
}

// kinship is how many of a figure are of a family.
type kinship struct {
	clan  *clan
	count int
}

// fame is what only those have who are named often, or by their family name.
type fame struct {
	lone   []*member  // who are called by its family name alone
	record *record    // of its entities; nil if it is not kept
	told   int32      // the era in which that was made of them; 0 if they are others
	came   []news.Ref // those of them that it does not have yet
	went   []news.Ref // those it has that are none of them any more
}

// newFigure returns the figure of one who is not seated in it yet.
func (c *company) newFigure(p *member) *figure {
	f := one(&c.spare.figures)
	f.head, f.calling = p, p.calling()
	return f
}

// known returns the fame of a figure that is to have some.
func (f *figure) known() *fame {
	if f.fame == nil {
		f.fame = &fame{}
	}
	return f.fame
}

// some reports whether a function holds for one of those of full name.
func (f *figure) some(is func(*member) bool) bool {
	return is(f.head) || slices.ContainsFunc(f.more, is)
}

// seat gives those who have met, or whose figure became another, to the figure
// that they are of.
func (c *company) seat(ps []*member) {
	for _, p := range ps {
		if p.meets == nil || p.who == nil || !p.who.isVacant || p.who.heir != nil {
			continue
		}
		if f := p.meets.last(); f.count == 0 {
			c.succeed(f, p.who)
		}
	}
	for _, p := range ps {
		if p.who != nil && p.who.heir != nil {
			p.who = p.who.heir
		}
		if p.meets == nil || p.who == p.meets.last() {
			continue
		}
		if p.who != nil {
			c.lose(p.who, p)
		}
		c.gain(p.meets.last(), p)
	}
}

// succeed makes a figure what another was, whose head is not there any more.
func (c *company) succeed(f, o *figure) {
	f.standing, o.standing, o.heir = o.standing, standing{gone: true}, f
	f.families = slices.Clone(f.families)
	if f.fame != nil {
		for _, p := range f.fame.lone {
			p.who = f
		}
	}
	for _, r := range f.families {
		r.clan.figures[slices.Index(r.clan.figures, o)] = f
		for _, g := range r.clan.lone {
			if g.of == o {
				g.of = f
			}
		}
	}
	f.isChanged = false
	c.change(f)
}

// change notes that what a figure is has changed, and so perhaps for whom those
// of its families are held.
func (c *company) change(f *figure) {
	for _, r := range f.families {
		c.reopen(r.clan)
	}
	c.remake(f)
}

// remake notes that the actor of a figure is to be made.
func (c *company) remake(f *figure) {
	f.era = 0
	if !f.isChanged {
		f.isChanged = true
		c.changed = append(c.changed, f)
	}
}

// gain makes one of a figure.
func (c *company) gain(f *figure, p *member) {
	p.who, f.gone = f, false
	f.count++
	f.refs += p.refs.to - p.refs.from
	f.lean += p.lean()
	for _, k := range p.families() {
		f.join(k)
	}
	f.comes(p)
	c.change(f)
}

// join makes a figure of a family, once more.
func (f *figure) join(k *clan) {
	i := f.kinship(k)
	if i < 0 {
		if i = len(f.families); i == 0 {
			f.families = f.first[:0]
		}
		f.families = append(f.families, kinship{clan: k})
		k.figures = append(k.figures, f)
	}
	f.families[i].count++
}

func (f *figure) kinship(k *clan) int {
	return slices.IndexFunc(f.families, func(r kinship) bool { return r.clan == k })
}

// lose takes one off a figure.
func (c *company) lose(f *figure, p *member) {
	p.who = nil
	f.count--
	f.refs -= p.refs.to - p.refs.from
	f.lean -= p.lean()
	f.goes(p)
	c.change(f)
	for _, k := range p.families() {
		i := f.kinship(k)
		if f.families[i].count--; f.families[i].count == 0 {
			f.families = slices.Delete(f.families, i, i+1)
			k.lose(f)
		}
	}
	if f.count > 0 {
		return
	}
	f.gone = true
	if f.fame != nil {
		for _, p := range f.fame.lone {
			p.who = nil
		}
		f.fame = nil
	}
}

// lose takes a figure off a family. Those who are held for it there are to be
// held for another.
func (k *clan) lose(f *figure) {
	k.figures = without(k.figures, f)
	for _, g := range k.lone {
		if g.of == f {
			g.isKnown = false
		}
	}
}

// comes notes the entities that a figure has more.
func (f *figure) comes(p *member) {
	if f.fame != nil && f.fame.told > 0 {
		f.fame.came = p.inBriefing(f.fame.came)
	}
}

// goes notes the entities that a figure has no more.
func (f *figure) goes(p *member) {
	if f.fame != nil && f.fame.told > 0 {
		f.fame.went = p.inBriefing(f.fame.went)
	}
}
