package link

import (
	"slices"
	"strconv"

	"verbatim/corpus/corrections"
	"verbatim/corpus/news"
)

// assembled is what has been made of a story as the last briefing has it. As
// long as it stands the next one shares its parts.
type assembled struct {
	era        int   // of the briefing; 0 for none
	people     []int // the actors of the story in it
	story      news.Story
	statements []news.Statement
	events     []news.Event
}

// assemble puts what has been made of the stories into the briefing, and
// numbers it.
func (l *Linker) assemble(b *news.Briefing, d corrections.Found) {
	list := l.list()
	if b.Actors == nil {
		b.Actors = l.actors(list, d)
	}
	b.Readings = append(make([]news.Reading, 0, len(l.rs)), l.rs...)
	b.Problems = append(b.Problems[:len(b.Problems):len(b.Problems)], l.faults(list)...)
	b.Stories = make([]news.Story, 0, len(list))
	statements, events := 0, 0
	for _, s := range list {
		statements, events = statements+len(s.statements), events+len(s.events)
	}
	b.Statements, b.Events = slices.Grow(b.Statements, statements), slices.Grow(b.Events, events)
	for i, s := range list {
		if !s.stands(l.era) {
			s.make(l.era)
		}
		l.add(b, s, i)
	}
	name(b.Statements)
}

// stands reports whether a story is assembled for an era, and its actors are at
// the same places still.
func (s *dossier) stands(era int) bool {
	if s.made.era != era {
		return false
	}
	for i := range s.who {
		if s.actor(i) != s.made.people[i] {
			return false
		}
	}
	return true
}

// actor returns the place in the briefing of an actor of the story.
func (s *dossier) actor(i int) int {
	if s.joined {
		return int(s.who[i])
	}
	return s.cast[s.who[i]].who.ordinal
}

// make assembles a story.
func (s *dossier) make(era int) {
	m := assembled{era: era, story: s.story, people: make([]int, len(s.who))}
	for i := range m.people {
		m.people[i] = s.actor(i)
	}
	m.story.Readings = make([]int, len(s.story.Readings))
	for j, r := range s.story.Readings {
		m.story.Readings[j] = s.at[r]
	}
	s.made = m
	for _, st := range s.statements {
		m.statements = append(m.statements, s.statement(st))
	}
	for _, e := range s.events {
		m.events = append(m.events, s.event(e))
	}
	s.made = m
}

// add adds a story to the briefing, as number i, and what has been made of it.
func (l *Linker) add(b *news.Briefing, s *dossier, i int) {
	m := &s.made
	m.story.ID = l.stories.id(i)
	b.Stories = append(b.Stories, m.story)
	n := len(b.Statements)
	b.Statements = append(b.Statements, m.statements...)
	m.statements = b.Statements[n:len(b.Statements):len(b.Statements)]
	for k := range m.statements {
		st := &m.statements[k]
		st.ID, st.Story, st.Reused = s.statements[k].ID, i, nil
		if e, ok := s.reused[k]; ok {
			st.Reused = &news.Reuse{First: news.Ref{Reading: l.arts[e.article].at, Item: e.item}, Variant: e.variant}
		}
	}
	n = len(b.Events)
	b.Events = append(b.Events, m.events...)
	m.events = b.Events[n:len(b.Events):len(b.Events)]
	for k := range m.events {
		m.events[k].ID, m.events[k].Story = l.events.id(n+k), i
	}
}

// numbered makes ids of a letter and a number, each once.
type numbered struct {
	letter string
	ids    []string
}

// id returns that of place i, from 0.
func (n *numbered) id(i int) string {
	for len(n.ids) <= i {
		n.ids = append(n.ids, n.letter+strconv.Itoa(len(n.ids)+1))
	}
	return n.ids[i]
}

func (s *dossier) statement(st news.Statement) news.Statement {
	st.Speakers = s.actors(st.Speakers)
	slices.Sort(st.Speakers)
	st.Variants = slices.Clone(st.Variants)
	for i := range st.Variants {
		st.Variants[i].Quote.Reading = s.at[st.Variants[i].Quote.Reading]
	}
	st.Conflicts = s.conflicts(st.Conflicts)
	return st
}

func (s *dossier) event(e news.Event) news.Event {
	e.Actors = s.actors(e.Actors)
	e.Reports = slices.Clone(e.Reports)
	for i := range e.Reports {
		e.Reports[i].Reading = s.at[e.Reports[i].Reading]
	}
	e.Conflicts = s.conflicts(e.Conflicts)
	return e
}

// actors returns the briefing's of the story's own actors, each once: two may
// be one by what other stories tell.
func (s *dossier) actors(own []int) []int {
	if own == nil {
		return nil
	}
	out := make([]int, 0, len(own))
	for _, a := range own {
		if !slices.Contains(out, s.made.people[a]) {
			out = append(out, s.made.people[a])
		}
	}
	return out
}

func (s *dossier) conflicts(own []news.Conflict) []news.Conflict {
	if own == nil {
		return nil
	}
	out := make([]news.Conflict, len(own))
	for i, c := range own {
		c.Claims = slices.Clone(c.Claims)
		for j := range c.Claims {
			c.Claims[j].At.Reading = s.at[c.Claims[j].At.Reading]
		}
		out[i] = c
	}
	return out
}
