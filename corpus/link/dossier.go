package link

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"runtime"
	"slices"
	"strings"
	"sync"

	"verbatim/corpus/corrections"
	"verbatim/corpus/news"
)

// dossier is a story and what has been made of it. What is made refers to its
// articles and actors by their numbers within it, so that it stands however
// the briefing around it changes.
type dossier struct {
	members []int32 // handles, in the order of the briefing
	at      []int   // their places in the briefing
	story   news.Story
	reports [][]news.Report // of the articles that the others date; nil for those with a date of their own
	dated   bool            // reports is made
	cast    []*persona      // who is who, before other stories are asked; nil if it is not made
	apart   []*persona      // those of the cast that editors keep by themselves
	people  []int           // its actors in the briefing, in the order of its own entities
	own     [][]int32       // of each entity of its articles, its place in cast; -1 for one that is apart
	joined  bool            // editors have decided who some of its actors are
	number  map[int32]int   // of each actor, its place in people; nil but while the story is told

	ruled, before corrections.Found // what editors have decided of it, and had when it was told last

	sign       uint64 // of all that statements and events were made of
	statements []news.Statement
	events     []news.Event
	fault      error // why they could not be made

	reused map[int]earlier  // of its statements, by number; nil if it is not known
	traced []news.Statement // those that reused was made of
}

// place says where in the briefing the articles stand. Where that changes
// their order the story is told anew.
func (s *dossier) place(l *Linker, order []int32, places []int) {
	moved := len(s.at) != len(places)
	for i, p := range places {
		moved = moved || s.members[i] != order[p]
		s.members[i] = order[p]
	}
	s.at = places
	if !moved {
		return
	}
	of := map[int32]int{}
	for i, h := range s.members {
		of[h] = i
	}
	*s = dossier{members: s.members, at: s.at, ruled: s.ruled, story: l.ties.story(s.members, func(h int32) (int, *news.Reading) { return of[h], &l.arts[h].reading })}
}

// readings returns the story's own, in order.
func (s *dossier) readings(rs []news.Reading) []news.Reading {
	out := make([]news.Reading, len(s.at))
	for i, at := range s.at {
		out[i] = rs[at]
	}
	return out
}

// redate dates the reports of articles that only their story dates.
func (s *dossier) redate(rs []news.Reading) {
	if !s.dated {
		own := s.readings(rs)
		for i, r := range redated(own, []news.Story{s.story}) {
			if s.reports == nil {
				s.reports = make([][]news.Report, len(own))
			}
			if !sameSlice(r.Reports, own[i].Reports) {
				s.reports[i] = r.Reports
				if r.Reports == nil {
					s.reports[i] = []news.Report{}
				}
			}
		}
		s.dated = true
	}
	for i, reports := range s.reports {
		if reports != nil {
			rs[s.at[i]].Reports = reports
		}
	}
}

// sameSlice reports whether two lists are one in memory.
func sameSlice[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// tell makes the statements and events of the stories that are new, or of
// whose actors other stories have told more. Stories are told side by side.
//
// One that cannot be told for a fault of the program has no statements and
// events, and is a problem of the briefing.
func (l *Linker) tell(list []*dossier, b *news.Briefing) {
	actors := entityActors(b)
	next := make(chan *dossier)
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(list)) {
		wg.Go(func() {
			st := stemmer{}
			for s := range next {
				s.fault = l.bringUp(s, b, actors, st)
				s.number = nil
			}
		})
	}
	for _, s := range list {
		next <- s
	}
	close(next)
	wg.Wait()
	b.Problems = append(b.Problems[:len(b.Problems):len(b.Problems)], faults(list, b)...)
}

// bringUp tells a story anew if it must be. A panic is a fault, and leaves it
// untold.
func (l *Linker) bringUp(s *dossier, b *news.Briefing, actors [][]int32, st stemmer) (fault error) {
	defer func() {
		if r := recover(); r != nil {
			s.statements, s.events = nil, nil
			fault = fmt.Errorf("compare the articles of a story: %v", r)
		}
	}()
	if sign := l.sign(s, b, actors); sign != s.sign || s.statements == nil || !s.ruledAsBefore() {
		l.retell(s, b, actors, st)
		s.sign = sign
	}
	return nil
}

// faults returns the problems of the stories that could not be told, each of
// its first article.
func faults(list []*dossier, b *news.Briefing) []news.Problem {
	var out []news.Problem
	for _, s := range list {
		if s.fault != nil {
			out = append(out, news.Problem{File: b.Readings[s.at[0]].Article.File, What: strings.Join(strings.Fields(s.fault.Error()), " ")})
		}
	}
	return out
}

// entityActors returns the actor of each entity of each reading, -1 for none.
func entityActors(b *news.Briefing) [][]int32 {
	out := make([][]int32, len(b.Readings))
	for r := range b.Readings {
		out[r] = make([]int32, len(b.Readings[r].Entities))
		for e := range out[r] {
			out[r][e] = -1
		}
	}
	for i := range b.Actors {
		for _, e := range b.Actors[i].Entities {
			out[e.Reading][e.Item] = int32(i)
		}
	}
	return out
}

// sign sums up what a story's statements and events depend on besides its
// articles: who is who in it, and which of its outlets are agencies. It notes
// the actors, in the order in which the story names them.
func (l *Linker) sign(s *dossier, b *news.Briefing, actors [][]int32) uint64 {
	s.people, s.number = s.people[:0], map[int32]int{}
	h := fnv.New64a()
	var buf [8]byte
	put := func(n int) {
		binary.LittleEndian.PutUint64(buf[:], uint64(n))
		h.Write(buf[:])
	}
	for i, at := range s.at {
		for e, a := range s.whoIn(i, actors) {
			put(s.note(a, actors[at][e]))
		}
		if l.wires[b.Readings[at].Article.Outlet.Value] > 0 {
			put(i)
		}
	}
	if s.joined {
		for _, a := range s.people {
			h.Write([]byte(b.Actors[a].Kind))
			put(len(b.Actors[a].Kind))
		}
	}
	return h.Sum64()
}

// whoIn returns who the entities of an article are as the story tells them: by
// its own articles, so that what other stories name does not tell it anew; by
// all where editors have decided of them.
func (s *dossier) whoIn(i int, actors [][]int32) []int32 {
	if s.joined {
		return actors[s.at[i]]
	}
	return s.own[i]
}

// note returns the number of one who is who within the story, an actor of the
// briefing; -1 for none.
func (s *dossier) note(who, actor int32) int {
	if who < 0 {
		return -1
	}
	n, ok := s.number[who]
	if !ok {
		n = len(s.people)
		s.number[who] = n
		s.people = append(s.people, int(actor))
	}
	return n
}

// actorsAsTold returns the actors as the story's own articles tell them.
func (s *dossier) actorsAsTold(b *news.Briefing, rs []news.Reading, actors [][]int32) []news.Actor {
	c := &crew{readings: rs}
	ps := make([]*persona, len(s.people))
	for r := range s.at {
		for e, a := range s.whoIn(r, actors) {
			if a < 0 {
				continue
			}
			n := s.number[a]
			if ps[n] == nil {
				ps[n] = s.inTelling(b, int(a))
			}
			ps[n].refs = append(ps[n].refs, news.Ref{Reading: r, Item: e})
		}
	}
	out := make([]news.Actor, len(ps))
	for i, p := range ps {
		out[i] = c.told(p)
	}
	return out
}

// inTelling returns the persona of one of [dossier.whoIn], without its
// entities.
func (s *dossier) inTelling(b *news.Briefing, who int) *persona {
	if s.joined {
		return &persona{kind: b.Actors[who].Kind, isHidden: b.Actors[who].Anonymous}
	}
	return &persona{kind: s.cast[who].kind, isHidden: s.cast[who].isHidden}
}

// told is [crew.actor] with the role that is printed first. Who has a name in
// other stories only is described in this one.
func (c *crew) told(p *persona) news.Actor {
	if !slices.ContainsFunc(p.refs, func(r news.Ref) bool { return !c.entity(r).Anonymous }) {
		p.isHidden = true
	}
	a := news.Actor{Name: c.nameOf(p), Kind: p.kind, Anonymous: p.isHidden, Entities: p.refs}
	a.Aliases = c.aliasesOf(p, a.Name)
	for _, r := range p.refs {
		if a.Role == "" {
			a.Role, a.RoleAt = strings.Join(strings.Fields(c.entity(r).Role.In(c.readings[r.Reading].Article.Text)), " "), r
		}
	}
	return a
}

// ruledAsBefore reports whether editors have decided of its quotes as they had.
func (s *dossier) ruledAsBefore() bool {
	return slices.Equal(s.ruled.Merged, s.before.Merged) && slices.Equal(s.ruled.Split, s.before.Split)
}

// retell makes the statements and events of a story.
func (l *Linker) retell(s *dossier, b *news.Briefing, actors [][]int32, st stemmer) {
	rs := s.readings(b.Readings)
	people := s.actorsAsTold(b, rs, actors)
	k := newLinker(rs, people)
	k.stems = st
	k.decided = newDecided(s.ruled)
	for i := range rs {
		if o := rs[i].Article.Outlet.Value; l.wires[o] > 0 {
			k.agencies[o] = true
		}
	}
	s.statements = append([]news.Statement{}, k.story(0, &s.story)...)
	s.events = events(rs, make([]int, len(rs)), people, st)
}
