package link

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"maps"
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

	cast  []member   // who is who, before other stories are asked; nil if it is not made
	refs  []news.Ref // what those of the cast have, see [extent]
	names []*bearers
	kin   []*clan
	apart []*persona // those of the cast that editors keep by themselves
	own   [][]int32  // of each entity of its articles, its place in cast; -1 for one that is apart
	here  []*member  // those of the cast who have met others
	next  int        // the first of the cast that is not among the briefing's actors yet

	joined bool          // editors have decided who some of its actors are
	who    []int32       // its actors as it tells them, in the order of its entities: places in cast, in the briefing if joined
	number map[int32]int // of each of those, its place in who; nil but while the story is told

	ruled, before corrections.Found // what editors have decided of it, and had when it was told last

	sign       uint64           // of all that statements and events were made of
	statements []news.Statement // of the articles by their places in the briefing, their actors those of the last
	events     []news.Event
	credits    []int32 // of each of those, its actors by their numbers in the story, see [appendList]
	told       bool    // they are made
	fault      error   // why they could not be

	reused map[int]earlier // of its statements, by number
	made   assembled
}

// readings returns the story's own, in order.
func (s *dossier) readings(rs []news.Reading) []news.Reading {
	out := make([]news.Reading, len(s.at))
	for i, at := range s.at {
		out[i] = rs[at]
	}
	return out
}

// redate gives the articles that only their story dates the reports so dated.
func (s *dossier) redate(l *Linker) {
	for i, reports := range s.reports {
		if reports != nil {
			l.rs[s.at[i]].Reports = reports
		}
	}
}

// date dates the reports of articles that only their story dates.
func (s *dossier) date(l *Linker) {
	if s.dated {
		return
	}
	s.dated = true
	var others []int
	for i, h := range s.members {
		if ownDay(&l.arts[h].reading.Article).IsZero() {
			others = append(others, i)
		}
	}
	if len(others) == 0 {
		return
	}
	days := newDaysTold(len(s.members), func(i int) *news.Reading { return &l.arts[s.members[i]].reading })
	for _, i := range others {
		a := l.arts[s.members[i]]
		a.dated = days.reports(&a.reading, a.dated)
		if s.reports == nil {
			s.reports = make([][]news.Report, len(s.members))
		}
		if !sameSlice(a.dated.list, a.reading.Reports) {
			s.reports[i] = a.dated.list
		}
	}
}

// datedReports is the reports of an article counted from a day of its story.
type datedReports struct {
	middle, from news.Date // the middle day of the story, and the one counted from
	week         []toldWeekday
	list         []news.Report
}

// sameSlice reports whether two lists are one in memory.
func sameSlice[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// tell makes the statements and events of the stories that are due. Stories
// are told side by side.
//
// One that cannot be told for a fault of the program has no statements and
// events, and is a problem of the briefing; it stays due.
func (l *Linker) tell(b *news.Briefing, actors [][]int32) {
	if l.rewired {
		for s := range l.all {
			l.due[s] = true
		}
	}
	l.rewired = false
	list := slices.SortedFunc(maps.Keys(l.due), func(s, t *dossier) int { return s.at[0] - t.at[0] })
	next := make(chan *dossier)
	var wg sync.WaitGroup
	for i := range min(len(l.tellers), len(list)) {
		if l.tellers[i] == nil {
			l.tellers[i] = stemmer{}
		}
		wg.Go(func() {
			l.telling()
			for s := range next {
				s.fault = l.bringUp(s, b, actors, l.tellers[i])
				s.number = nil
			}
		})
	}
	for _, s := range list {
		next <- s
	}
	close(next)
	wg.Wait()
}

// bringUp tells a story anew if it must be. A panic is a fault, and leaves it
// untold.
func (l *Linker) bringUp(s *dossier, b *news.Briefing, actors [][]int32, st stemmer) (fault error) {
	defer func() {
		if r := recover(); r != nil {
			s.statements, s.events, s.credits, s.told = nil, nil, nil, false
			fault = fmt.Errorf("compare the articles of a story: %v", r)
		}
	}()
	s.meet(actors)
	if sign := l.sign(s, b, actors); sign != s.sign || !s.told || !s.ruledAsBefore() {
		l.retell(s, b, actors, st)
		s.sign, s.reused, s.made = sign, nil, assembled{}
	}
	return nil
}

// faults returns the problems of the stories that could not be told, each of
// its first article.
func (l *Linker) faults(list []*dossier) []news.Problem {
	var out []news.Problem
	for _, s := range list {
		if s.fault != nil {
			out = append(out, news.Problem{File: l.rs[s.at[0]].Article.File, What: strings.Join(strings.Fields(s.fault.Error()), " ")})
		}
	}
	return out
}

// entityActors returns the actor of each entity of each reading, -1 for none.
func entityActors(b *news.Briefing, rs []news.Reading) [][]int32 {
	out := make([][]int32, len(rs))
	for r := range rs {
		out[r] = slices.Repeat([]int32{-1}, len(rs[r].Entities))
	}
	for i := range b.Actors {
		for _, e := range b.Actors[i].Entities {
			out[e.Reading][e.Item] = int32(i)
		}
	}
	return out
}

// meet numbers the actors of a story in the order in which it names them.
// Actors are those of the briefing, where editors have decided of them.
func (s *dossier) meet(actors [][]int32) {
	s.who, s.number = nil, map[int32]int{}
	for i := range s.at {
		for _, a := range s.whoIn(i, actors) {
			if _, ok := s.number[a]; !ok && a >= 0 {
				s.number[a] = len(s.who)
				s.who = append(s.who, a)
			}
		}
	}
}

// sign sums up what a story's statements and events depend on besides its
// articles: who is who in it, and which of its outlets are agencies.
func (l *Linker) sign(s *dossier, b *news.Briefing, actors [][]int32) uint64 {
	h := fnv.New64a()
	var buf [8]byte
	put := func(n int) {
		binary.LittleEndian.PutUint64(buf[:], uint64(n))
		h.Write(buf[:])
	}
	for i, at := range s.at {
		for _, a := range s.whoIn(i, actors) {
			if a >= 0 {
				a = int32(s.number[a])
			}
			put(int(a))
		}
		if l.wires[l.rs[at].Article.Outlet.Value] > 0 {
			put(i)
		}
	}
	if s.joined {
		for _, a := range s.who {
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

// actorsAsTold returns the actors as the story's own articles tell them.
func (s *dossier) actorsAsTold(b *news.Briefing, rs []news.Reading, actors [][]int32) []news.Actor {
	c := &crew{readings: rs}
	ps := make([]*persona, len(s.who))
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

// retell makes the statements and events of a story.
func (l *Linker) retell(s *dossier, b *news.Briefing, actors [][]int32, st stemmer) {
	rs := s.readings(l.rs)
	people := s.actorsAsTold(b, rs, actors)
	k := newTeller(rs, people)
	k.stems = st
	k.decided = newDecided(s.ruled)
	k.pairs = l.comparer(s)
	for i := range rs {
		if o := rs[i].Article.Outlet.Value; l.wires[o] > 0 {
			k.agencies[o] = true
		}
	}
	sts := k.story(0, &s.story)
	s.keep(sts, events(rs, make([]int, len(rs)), people, st, sts))
	kept := k.pairs.kept()
	for _, h := range s.members {
		l.arts[h].pairs = kept
	}
}
