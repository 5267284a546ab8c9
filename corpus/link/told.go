package link

import (
	"slices"
	"strings"

	"verbatim/corpus/news"
)

// keep makes what was told of a story its own, in the least room: lists of a
// kind side by side in one, copied, so that nothing else of the telling stays.
// What names the story's articles by their numbers in it names them by those of
// the briefing; who its actors are in the briefing turns out later.
func (s *dossier) keep(statements []news.Statement, events []news.Event) {
	s.credits = s.credits[:0]
	for i := range statements {
		s.credits = appendList(s.credits, statements[i].Speakers)
	}
	for i := range events {
		s.credits = appendList(s.credits, events[i].Actors)
	}
	s.credits = slices.Clone(s.credits)
	s.statements, s.events, s.told = slices.Clone(statements), slices.Clone(events), true
	s.packStatements()
	s.packEvents()
}

// appendList adds a list behind its length, -1 for none.
func appendList(to []int32, list []int) []int32 {
	if list == nil {
		return append(to, -1)
	}
	to = append(to, int32(len(list)))
	for _, x := range list {
		to = append(to, int32(x))
	}
	return to
}

func (s *dossier) packStatements() {
	var ids strings.Builder
	variants, edits, absent := 0, 0, 0
	for i := range s.statements {
		st := &s.statements[i]
		ids.WriteString(st.ID)
		variants, absent = variants+len(st.Variants), absent+len(st.Absent)
		for j := range st.Variants {
			edits += len(st.Variants[j].Edits)
		}
	}
	vs, es, as := make(slab[news.Variant], 0, variants), make(slab[news.Edit], 0, edits), make(slab[news.Absence], 0, absent)
	for i := range s.statements {
		st := &s.statements[i]
		st.ID = ids.String()[i*digestSize : (i+1)*digestSize]
		st.Variants, st.Absent = vs.put(st.Variants), as.put(st.Absent)
		for j := range st.Variants {
			v := &st.Variants[j]
			v.Edits, v.Quote.Reading = es.put(v.Edits), s.at[v.Quote.Reading]
		}
		st.Conflicts = moved(st.Conflicts, func(r int) int { return s.at[r] })
	}
}

func (s *dossier) packEvents() {
	reports := 0
	for i := range s.events {
		reports += len(s.events[i].Reports)
	}
	rs := make(slab[news.Ref], 0, reports)
	for i := range s.events {
		e := &s.events[i]
		e.Reports = rs.put(e.Reports)
		for j := range e.Reports {
			e.Reports[j].Reading = s.at[e.Reports[j].Reading]
		}
		e.Conflicts = moved(e.Conflicts, func(r int) int { return s.at[r] })
	}
}

// moved returns conflicts with the claims of articles that have other places.
func moved(cs []news.Conflict, to func(reading int) int) []news.Conflict {
	cs = slices.Clone(cs)
	for i := range cs {
		cs[i].Claims = slices.Clone(cs[i].Claims)
		for j := range cs[i].Claims {
			cs[i].Claims[j].At.Reading = to(cs[i].Claims[j].At.Reading)
		}
	}
	return cs
}

// move gives what was told of a story the new places of its articles. What
// briefings have of it stays as it is.
func (s *dossier) move(at []int) {
	to := func(reading int) int {
		i, _ := slices.BinarySearch(s.at, reading)
		return at[i]
	}
	s.statements, s.events = slices.Clone(s.statements), slices.Clone(s.events)
	for i := range s.statements {
		st := &s.statements[i]
		st.Variants = slices.Clone(st.Variants)
		for j := range st.Variants {
			st.Variants[j].Quote.Reading = to(st.Variants[j].Quote.Reading)
		}
		st.Conflicts = moved(st.Conflicts, to)
	}
	for i := range s.events {
		e := &s.events[i]
		e.Reports = slices.Clone(e.Reports)
		for j := range e.Reports {
			e.Reports[j].Reading = to(e.Reports[j].Reading)
		}
		e.Conflicts = moved(e.Conflicts, to)
	}
	s.at = at
}

// credit gives the statements and events of a story the briefing's actors. What
// other briefings have of it stays as it is.
func (s *dossier) credit() {
	people := make(slab[int], 0, len(s.credits))
	credits := s.credits
	next := func() []int {
		n := credits[0]
		credits = credits[1:]
		if n < 0 {
			return nil
		}
		from := len(people)
		for _, a := range credits[:n] {
			if who := s.made.people[a]; !slices.Contains(people[from:], who) {
				people = append(people, who)
			}
		}
		credits = credits[n:]
		return people[from:len(people):len(people)]
	}
	s.statements, s.events = slices.Clone(s.statements), slices.Clone(s.events)
	for i := range s.statements {
		s.statements[i].Speakers = next()
		slices.Sort(s.statements[i].Speakers)
	}
	for i := range s.events {
		s.events[i].Actors = next()
	}
}
