package link

import (
	"encoding/binary"
	"hash/fnv"
	"runtime"
	"slices"
	"strconv"
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
	people  []int           // its actors in the briefing, rising

	ruled, before corrections.Found // what editors have decided of it, and had when it was told last

	sign       uint64 // of all that statements and events were made of
	statements []news.Statement
	events     []news.Event

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
func (l *Linker) tell(list []*dossier, b *news.Briefing) {
	names := actorSums(b.Actors)
	actors := entityActors(b)
	next := make(chan *dossier)
	var wg sync.WaitGroup
	var failed failure
	for range min(runtime.GOMAXPROCS(0), len(list)) {
		wg.Go(func() {
			defer failed.catch(next)
			st := stemmer{}
			for s := range next {
				if sign := l.sign(s, b, names, actors); sign != s.sign || s.statements == nil || !s.ruledAsBefore() {
					l.retell(s, b, actors, st)
					s.sign = sign
				}
			}
		})
	}
	for _, s := range list {
		next <- s
	}
	close(next)
	wg.Wait()
	failed.raise()
}

// failure is a panic of a worker, to be raised where the work was asked for.
type failure struct {
	mu   sync.Mutex
	what any
}

// catch keeps a panic, and takes what else there is to do, undone.
func (f *failure) catch(rest <-chan *dossier) {
	if r := recover(); r != nil {
		f.mu.Lock()
		f.what = r
		f.mu.Unlock()
		for range rest {
		}
	}
}

func (f *failure) raise() {
	if f.what != nil {
		panic(f.what)
	}
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

// actorSums returns for each actor a sum of all that statements and events are
// dossier apart by.
func actorSums(people []news.Actor) []uint64 {
	out := make([]uint64, len(people))
	for i := range people {
		a := &people[i]
		h := fnv.New64a()
		for _, w := range []string{a.Name, string(a.Kind), strconv.FormatBool(a.Anonymous)} {
			h.Write([]byte(w))
			h.Write([]byte{0})
		}
		out[i] = h.Sum64()
	}
	return out
}

// sign sums up what a story's statements and events depend on besides its
// articles: who its actors are, in their order, and which of its outlets are
// agencies. It notes the actors.
func (l *Linker) sign(s *dossier, b *news.Briefing, names []uint64, actors [][]int32) uint64 {
	s.people = s.people[:0]
	for _, at := range s.at {
		for _, a := range actors[at] {
			if a >= 0 {
				s.people = append(s.people, int(a))
			}
		}
	}
	slices.Sort(s.people)
	s.people = slices.Compact(s.people)
	h := fnv.New64a()
	var buf [8]byte
	put := func(n uint64) {
		binary.LittleEndian.PutUint64(buf[:], n)
		h.Write(buf[:])
	}
	for _, a := range s.people {
		put(names[a])
	}
	for i, at := range s.at {
		for _, a := range actors[at] {
			put(uint64(s.own(int(a))))
		}
		if l.wires[b.Readings[at].Article.Outlet.Value] > 0 {
			put(uint64(i))
		}
	}
	return h.Sum64()
}

// known adds to an actor an entity of the story, and the names and
// role that it has there: those of other stories would change with every article that comes.
func known(a *news.Actor, r *news.Reading, at news.Ref) {
	e := &r.Entities[at.Item]
	if a.Role == "" {
		a.Role, a.RoleAt = strings.Join(strings.Fields(e.Role.In(r.Article.Text)), " "), at
	}
	a.Entities = append(a.Entities, at)
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		if name != a.Name && !slices.Contains(a.Aliases, name) {
			a.Aliases = append(a.Aliases, name)
		}
	}
}

// ruledAsBefore reports whether editors have decided of its quotes as they had.
func (s *dossier) ruledAsBefore() bool {
	return slices.Equal(s.ruled.Merged, s.before.Merged) && slices.Equal(s.ruled.Split, s.before.Split)
}

// own returns the number of an actor within the story, -1 for none.
func (s *dossier) own(actor int) int {
	i, ok := slices.BinarySearch(s.people, actor)
	if !ok {
		return -1
	}
	return i
}

// retell makes the statements and events of a story.
func (l *Linker) retell(s *dossier, b *news.Briefing, actors [][]int32, st stemmer) {
	rs := s.readings(b.Readings)
	people := make([]news.Actor, len(s.people))
	for i, a := range s.people {
		people[i] = b.Actors[a]
		people[i].Entities, people[i].Aliases, people[i].Role, people[i].RoleAt = nil, nil, "", news.Ref{}
	}
	for r, at := range s.at {
		for e, a := range actors[at] {
			if i := s.own(int(a)); i >= 0 {
				known(&people[i], &rs[r], news.Ref{Reading: r, Item: e})
			}
		}
	}
	k := newLinker(rs, people)
	k.stems = st
	k.decided = newDecided(s.ruled)
	for i := range rs {
		if o := rs[i].Article.Outlet.Value; l.wires[o] > 0 {
			k.agencies[o] = true
		}
	}
	s.statements = append([]news.Statement{}, k.story(0, &s.story)...)
	s.events = events(rs, make([]int, len(rs)), people)
}
