package link

import (
	"slices"
	"strconv"

	"verbatim/corpus/corrections"
	"verbatim/corpus/news"
)

// assembled is what a story is in the last briefing. As long as it stands the
// next one shares its parts.
type assembled struct {
	era    int32 // of the briefing; 0 for none
	people []int // the actors of the story in it
	story  news.Story
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
func (s *dossier) stands(era int32) bool {
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
	return int(s.cast[s.who[i]].who.ordinal)
}

// make assembles a story.
func (s *dossier) make(era int32) {
	m := assembled{era: era, story: s.story, people: make([]int, len(s.who))}
	for i := range m.people {
		m.people[i] = s.actor(i)
	}
	m.story.Readings = make([]int, len(s.story.Readings))
	for j, r := range s.story.Readings {
		m.story.Readings[j] = s.at[r]
	}
	s.made = m
	s.credit()
}

// add adds a story to the briefing, as number i, and what has been made of it.
// The story keeps its part of the briefing's lists, and none of its own.
func (l *Linker) add(b *news.Briefing, s *dossier, i int) {
	s.made.story.ID = l.stories.id(i)
	b.Stories = append(b.Stories, s.made.story)
	n := len(b.Statements)
	b.Statements = append(b.Statements, s.statements...)
	s.statements = b.Statements[n:len(b.Statements):len(b.Statements)]
	for k := range s.statements {
		st := &s.statements[k]
		st.ID, st.Story, st.Reused = st.ID[:digestSize], i, nil
		if e, ok := s.reused[k]; ok {
			st.Reused = &news.Reuse{First: news.Ref{Reading: l.arts[e.article].at, Item: e.item}, Variant: e.variant}
		}
	}
	n = len(b.Events)
	b.Events = append(b.Events, s.events...)
	s.events = b.Events[n:len(b.Events):len(b.Events)]
	for k := range s.events {
		s.events[k].ID, s.events[k].Story = l.events.id(n+k), i
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
