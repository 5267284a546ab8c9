package link

import (
	"slices"

	"verbatim/corpus/corrections"
	"verbatim/corpus/news"
)

// recast makes the cast of a story that has none that still holds, and brings
// it into the company of all.
func (l *Linker) recast(s *dossier) {
	if s.cast != nil && slices.Equal(s.ruled.Apart, s.before.Apart) {
		return
	}
	l.company.leave(s)
	c := newCrew(s.readings(l.rs), make([]int, len(s.at)))
	s.apart = c.takeOut(s.ruled.Apart)
	c.meetInStories()
	cast := c.standing()
	s.own = c.seats(cast)
	l.company.enter(s, cast, c.keysAcross)
}

// seats returns for each entity of each reading the place of its persona in a
// list, -1 for none.
func (c *crew) seats(list []*persona) [][]int32 {
	out, all := make([][]int32, len(c.readings)), 0
	for r := range out {
		all += len(c.readings[r].Entities)
	}
	free := slices.Repeat([]int32{-1}, all)
	for r := range out {
		n := len(c.readings[r].Entities)
		out[r], free = free[:n:n], free[n:]
	}
	for i, p := range list {
		for _, r := range p.refs {
			out[r.Reading][r.Item] = int32(i)
		}
	}
	return out
}

// recorded is the number of entities from which on what they tell of a figure
// is kept.
const recorded = 12

// portray makes the actor that a figure is in the briefing; its ID may be
// another's too.
func (l *Linker) portray(f *figure) {
	if f.era == l.era {
		return
	}
	c, p := &crew{readings: l.rs}, &persona{kind: f.head.kind, isHidden: f.head.isHidden}
	n := f.fame
	if n != nil && n.told == l.era && n.record.update >= l.moved {
		n.record.amend(l, n.went, n.came)
		p.refs = n.record.refs
	} else {
		l.room = f.entities(l.room[:0])
		p.refs = l.room
	}
	var a news.Actor
	if len(p.refs) < recorded || p.isHidden {
		f.forget()
		a = c.actor(p)
		a.Entities, a.Aliases = l.refs.put(a.Entities), l.aliases.put(a.Aliases)
	} else {
		a = f.remember(l, p)
	}
	a.ID = l.ids.clone(c.idOf(&a))
	f.made, f.idSize = &a, int32(len(a.ID))
	f.era, f.isChanged = l.era, false
}

// remember makes the actor of one who is named often, and notes what it is made
// of.
func (f *figure) remember(l *Linker, p *persona) news.Actor {
	n := f.known()
	if n.record == nil {
		n.record = &record{}
	}
	if n.told != l.era || n.record.update < l.updates {
		slices.SortFunc(p.refs, byPlace)
		n.record.follow(l, p.refs)
	}
	n.told, n.came, n.went = l.era, n.came[:0], n.went[:0]
	p.refs = slices.Clip(n.record.refs)
	return n.record.actor(p)
}

// forget drops the record of a figure.
func (f *figure) forget() {
	if f.fame != nil {
		*f.fame = fame{lone: f.fame.lone}
	}
}

// entities adds those of a figure to a list, in no order.
func (f *figure) entities(to []news.Ref) []news.Ref {
	to = f.head.inBriefing(to)
	for _, p := range f.more {
		to = p.inBriefing(to)
	}
	if f.fame == nil {
		return to
	}
	for _, p := range f.fame.lone {
		to = p.inBriefing(to)
	}
	return to
}

// inBriefing adds the entities of one to a list, as those of the briefing.
func (p *member) inBriefing(to []news.Ref) []news.Ref { return p.of.inBriefing(to, p.entities()) }

// inBriefing adds references into a story's own articles as those of the
// briefing.
func (s *dossier) inBriefing(to, own []news.Ref) []news.Ref {
	for _, r := range own {
		to = append(to, news.Ref{Reading: s.at[r.Reading], Item: r.Item})
	}
	return to
}

// figures returns all of the company, in the order of the briefing.
func (l *Linker) figures(list []*dossier) []*figure {
	for _, s := range list {
		s.next = 0
	}
	out := make([]*figure, 0, len(l.portraits)+len(l.portraits)/16)
	for i, h := range l.order {
		s := l.arts[h].story
		for ; s.next < len(s.cast) && s.at[s.cast[s.next].first] == i; s.next++ {
			if p := &s.cast[s.next]; p.who.head == p {
				out = append(out, p.who)
			}
		}
	}
	return out
}

// actors returns the actors of the briefing, as editors have decided.
func (l *Linker) actors(list []*dossier, d corrections.Found) []news.Actor {
	fs := l.figures(list)
	out := l.portrayed(fs)
	if l.portraits = out; len(d.Apart)+len(d.SameActors) > 0 {
		out = l.decideActors(list, fs, d)
	}
	ids := make(map[string]int, len(out))
	for i := range out {
		out[i].ID = uniqueID(ids, out[i].ID)
	}
	return out
}

// portrayed returns the actors that figures are, nil for none. Those that have
// not changed are shared with the briefing before.
func (l *Linker) portrayed(fs []*figure) []news.Actor {
	if len(fs) == 0 {
		return nil
	}
	out := make([]news.Actor, len(fs))
	for i, f := range fs {
		l.portray(f)
		if f.made != nil {
			out[i], f.made = *f.made, nil
		} else {
			out[i] = l.portraits[f.at]
			out[i].ID = out[i].ID[:f.idSize]
		}
		f.at, f.ordinal = int32(i), int32(i)
	}
	return out
}

// decide marks the stories that name an actor of whom editors have decided who
// it is, and returns, if there are any, the actor of each entity of each
// reading.
func (l *Linker) decide(d corrections.Found, b *news.Briefing) [][]int32 {
	for _, s := range l.joined {
		if s.joined = false; l.all[s] {
			l.due[s] = true
		}
	}
	l.joined = nil
	if len(d.SameActors)+len(d.Apart) == 0 {
		return nil
	}
	b.Actors = l.actors(l.list(), d)
	of := entityActors(b, l.rs)
	for _, r := range d.Apart {
		l.join(b, of[r.Reading][r.Item])
	}
	for _, p := range d.SameActors {
		l.join(b, of[p[0].Reading][p[0].Item])
		l.join(b, of[p[1].Reading][p[1].Item])
	}
	return of
}

// join marks the stories that name an actor.
func (l *Linker) join(b *news.Briefing, actor int32) {
	if actor < 0 {
		return
	}
	for _, r := range b.Actors[actor].Entities {
		if s := l.arts[l.order[r.Reading]].story; !s.joined {
			s.joined, l.due[s] = true, true
			l.joined = append(l.joined, s)
		}
	}
}

// decideActors returns the actors of figures as editors have decided: who is
// kept by itself, and who is one.
func (l *Linker) decideActors(list []*dossier, fs []*figure, d corrections.Found) []news.Actor {
	c := &crew{readings: l.rs, all: make([]*persona, len(fs))}
	for i, f := range fs {
		refs := l.portraits[i].Entities
		c.all[i] = &persona{kind: f.head.kind, isHidden: f.head.isHidden, refs: refs[:len(refs):len(refs)], of: f.head.of}
	}
	apart := map[news.Ref]*persona{}
	for _, s := range list {
		for _, p := range s.apart {
			q := *p
			q.of, q.refs = s, s.inBriefing(nil, p.refs)
			apart[q.refs[0]] = &q
		}
	}
	var seated []*persona
	for _, r := range d.Apart {
		if p := apart[r]; p != nil {
			seated = append(seated, p)
			delete(apart, r) // it may be asked for twice
		}
	}
	c.seat(seated)
	c.join(d.SameActors)
	var out []news.Actor
	places := make(map[*persona]int, len(c.all))
	for i, p := range c.all {
		if p.into != nil {
			continue
		}
		places[p] = len(out)
		if i < len(fs) && len(p.refs) == len(l.portraits[i].Entities) {
			out = append(out, l.portraits[i])
			continue
		}
		a := c.actor(p)
		a.ID = c.idOf(&a)
		out = append(out, a)
	}
	for i, f := range fs {
		f.ordinal = int32(places[c.all[i].last()])
	}
	return out
}
