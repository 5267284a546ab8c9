package link

import (
	"slices"

	"verbatim/corpus/corrections"
	"verbatim/corpus/news"
)

// meetAll returns the actors of all stories. Who is who within a story is kept
// with it; only what stories share is compared anew.
func meetAll(rs []news.Reading, list []*dossier, d corrections.Found) []news.Actor {
	c := &crew{readings: rs}
	apart := map[news.Ref]*persona{}
	first := make([][]*persona, len(rs)) // those met first in each reading
	for i, s := range list {
		s.meet(rs)
		for _, p := range s.cast {
			q := s.inCrew(p, i)
			first[q.refs[0].Reading] = append(first[q.refs[0].Reading], q)
		}
		for _, p := range s.apart {
			q := s.inCrew(p, i)
			apart[q.refs[0]] = q
		}
	}
	for _, ps := range first {
		c.all = append(c.all, ps...)
	}
	c.meetAcross()
	for _, r := range d.Apart {
		if p := apart[r]; p != nil {
			c.seat(p)
		}
	}
	c.join(d.SameActors)
	return c.actors()
}

// meet makes the cast of a story that has none that still holds.
func (s *dossier) meet(rs []news.Reading) {
	if s.cast != nil && slices.Equal(s.ruled.Apart, s.before.Apart) {
		return
	}
	c := newCrew(s.readings(rs), make([]int, len(s.at)))
	s.apart = c.takeOut(s.ruled.Apart)
	c.meetInStories()
	s.cast = append([]*persona{}, c.standing()...)
	for _, p := range s.cast {
		if !p.isHidden {
			p.across = c.keysAcross(p)
		}
	}
	s.own = c.seats(s.cast)
}

// seats returns for each entity of each reading the place of its persona in a
// list, -1 for none.
func (c *crew) seats(list []*persona) [][]int32 {
	out := make([][]int32, len(c.readings))
	for r := range out {
		out[r] = slices.Repeat([]int32{-1}, len(c.readings[r].Entities))
	}
	for i, p := range list {
		for _, r := range p.refs {
			out[r.Reading][r.Item] = int32(i)
		}
	}
	return out
}

// inCrew returns a persona as that of story i of the briefing.
func (s *dossier) inCrew(p *persona, i int) *persona {
	q := *p
	q.story = i
	q.refs = slices.Clone(p.refs)
	for j := range q.refs {
		q.refs[j].Reading = s.at[q.refs[j].Reading]
	}
	return &q
}
