package link

import (
	"slices"
	"strconv"

	"verbatim/corpus/news"
)

// assemble puts what has been made of the stories into the briefing, and
// numbers it.
func assemble(list []*dossier, b *news.Briefing) {
	b.Stories = make([]news.Story, 0, len(list))
	for i, s := range list {
		b.Stories = append(b.Stories, s.inBriefing(i))
		for _, st := range s.statements {
			b.Statements = append(b.Statements, s.statement(st, i))
		}
		for _, e := range s.events {
			e = s.event(e, i)
			e.ID = "e" + strconv.Itoa(len(b.Events)+1)
			b.Events = append(b.Events, e)
		}
	}
	name(b.Statements)
}

// inBriefing returns the story as the briefing has it, at place i of its list.
func (s *dossier) inBriefing(i int) news.Story {
	out := s.story
	out.ID = "s" + strconv.Itoa(i+1)
	out.Readings = make([]int, len(s.story.Readings))
	for j, r := range s.story.Readings {
		out.Readings[j] = s.at[r]
	}
	return out
}

func (s *dossier) statement(st news.Statement, story int) news.Statement {
	st.Story = story
	st.Speakers = s.actors(st.Speakers)
	slices.Sort(st.Speakers)
	st.Variants = slices.Clone(st.Variants)
	for i := range st.Variants {
		st.Variants[i].Quote.Reading = s.at[st.Variants[i].Quote.Reading]
	}
	st.Conflicts = s.conflicts(st.Conflicts)
	return st
}

func (s *dossier) event(e news.Event, story int) news.Event {
	e.Story = story
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
		if !slices.Contains(out, s.people[a]) {
			out = append(out, s.people[a])
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
