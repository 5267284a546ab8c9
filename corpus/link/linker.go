package link

import (
	"cmp"
	"slices"
	"strconv"

	"verbatim/corpus/corrections"
	"verbatim/corpus/news"
)

// Linker links articles as they come. It keeps what it has made of each story
// and makes anew only what an article that came or went has changed: it joins
// a story, starts one, or makes one of two. The briefing of a set of articles
// is the same in whatever order they came, and the same as that of [Link].
//
// A Linker is not safe for concurrent use. The briefings it returns are not
// changed by what it does later; they share the readings they were made of.
type Linker struct {
	ties  *ties
	stems stemmer
	arts  []*entry // by handle; nil where there is none
	free  []int32  // handles to use again
	known map[string]int32
	all   map[*dossier]bool
	wires map[string]int // how many articles give a name as their agency

	prints *prints
}

// entry is an article that is linked.
type entry struct {
	reading news.Reading
	story   *dossier // nil as long as it is in none
	at      int      // its place in the briefing
}

// NewLinker returns a linker that holds no articles.
func NewLinker() *Linker {
	return &Linker{ties: newTies(), stems: stemmer{}, known: map[string]int32{}, all: map[*dossier]bool{}, wires: map[string]int{}, prints: newPrints()}
}

// Len returns the number of articles.
func (l *Linker) Len() int { return len(l.known) }

// Add adds an article, in place of the one with the same ID if there is one.
// It costs as much as there are articles of its days that share rare words
// with it. The reading must not be changed afterwards.
func (l *Linker) Add(r news.Reading) {
	l.Remove(r.Article.ID)
	l.add(&r)
}

func (l *Linker) add(r *news.Reading) int32 {
	h := int32(len(l.arts))
	if n := len(l.free); n > 0 {
		h, l.free = l.free[n-1], l.free[:n-1]
	} else {
		l.arts = append(l.arts, nil)
	}
	l.arts[h] = &entry{reading: *r}
	l.known[r.Article.ID] = h
	l.ties.add(h, newProfile(r, l.stems))
	l.prints.add(h, r)
	if a := r.Article.Agency.Value; a != "" {
		l.wires[a]++
	}
	return h
}

// Remove takes an article away, and reports whether there was one of that ID.
func (l *Linker) Remove(id string) bool {
	h, ok := l.known[id]
	if !ok {
		return false
	}
	a := l.arts[h]
	if w := a.reading.Article.Agency.Value; w != "" {
		l.wires[w]--
	}
	if a.story != nil {
		l.dissolve(a.story)
	}
	l.ties.remove(h)
	l.prints.remove(h, &a.reading)
	delete(l.known, id)
	l.arts[h] = nil
	l.free = append(l.free, h)
	return true
}

// dissolve forgets a story; its articles are to be grouped again.
func (l *Linker) dissolve(s *dossier) {
	delete(l.all, s)
	for _, h := range s.members {
		if a := l.arts[h]; a != nil && a.story == s {
			a.story = nil
			l.ties.changed[h] = true
		}
	}
}

// Briefing returns the briefing of all articles, in the order of their files
// and rows.
func (l *Linker) Briefing(problems []news.Problem) news.Briefing {
	order := make([]int32, 0, len(l.known))
	for _, h := range l.known {
		order = append(order, h)
	}
	slices.SortFunc(order, func(x, y int32) int {
		a, b := &l.arts[x].reading.Article, &l.arts[y].reading.Article
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Row, b.Row), cmp.Compare(a.ID, b.ID))
	})
	return l.briefing(order, problems, corrections.Found{})
}

// Link makes the articles those of rs, and returns their briefing in the order
// of rs, with what editors have decided followed as [Corrected] does: an
// article that is not among them goes, what is new comes, and one that is known
// is not looked at again. Each must have an ID of its own; one without is given
// the number of its place.
func (l *Linker) Link(rs []news.Reading, problems []news.Problem, d corrections.Found) news.Briefing {
	wanted := make(map[string]bool, len(rs))
	order := make([]int32, len(rs))
	for i := range rs {
		r := withID(rs[i], i, wanted)
		wanted[r.Article.ID] = true
		h, ok := l.known[r.Article.ID]
		if ok && !sameReading(&l.arts[h].reading, &r) {
			l.Remove(r.Article.ID)
			ok = false
		}
		if !ok {
			h = l.add(&r)
		}
		order[i] = h
	}
	if len(wanted) < len(l.known) {
		for id := range l.known {
			if !wanted[id] {
				l.Remove(id)
			}
		}
	}
	return l.briefing(order, problems, d)
}

// withID gives a reading whose article has no ID, or another's, one of its own.
func withID(r news.Reading, place int, taken map[string]bool) news.Reading {
	for n := place + 1; r.Article.ID == "" || taken[r.Article.ID]; n++ {
		r.Article.ID = "#" + strconv.Itoa(n)
	}
	return r
}

// sameReading reports whether two readings are one, of one article of one file.
func sameReading(a, b *news.Reading) bool {
	x, y := &a.Article, &b.Article
	return x.File == y.File && x.Row == y.Row && len(x.Text) == len(y.Text) && x.Outlet == y.Outlet && x.Agency == y.Agency &&
		x.Published == y.Published && x.Headline == y.Headline &&
		sameSlice(a.Quotes, b.Quotes) && sameSlice(a.Entities, b.Entities) && sameSlice(a.Reports, b.Reports)
}

// briefing returns the briefing of the articles in this order.
func (l *Linker) briefing(order []int32, problems []news.Problem, d corrections.Found) news.Briefing {
	for i, h := range order {
		l.arts[h].at = i
	}
	l.regroup()
	list := l.inOrder(order)
	b := news.Briefing{Readings: make([]news.Reading, len(order)), Problems: problems, Bookmarks: d.Bookmarks, Notes: d.Notes}
	for i, h := range order {
		b.Readings[i] = l.arts[h].reading
	}
	l.rule(list, order, d)
	for _, s := range list {
		s.redate(b.Readings)
	}
	b.Actors = meetAll(b.Readings, list, d)
	l.join(list, &b, order, d)
	l.tell(list, &b)
	assemble(list, &b)
	l.trace(list, &b)
	return b
}

// rule tells the stories what editors have decided of them.
func (l *Linker) rule(list []*dossier, order []int32, d corrections.Found) {
	for _, s := range list {
		s.before, s.ruled = s.ruled, corrections.Found{}
	}
	own := func(r news.Ref) (*dossier, news.Ref) {
		s := l.arts[order[r.Reading]].story
		i, _ := slices.BinarySearch(s.at, r.Reading)
		return s, news.Ref{Reading: i, Item: r.Item}
	}
	for _, r := range d.Apart {
		s, r := own(r)
		s.ruled.Apart = append(s.ruled.Apart, r)
	}
	both := func(pairs [][2]news.Ref, list func(*dossier) *[][2]news.Ref) {
		for _, p := range pairs {
			s, x := own(p[0])
			if t, y := own(p[1]); s == t {
				*list(s) = append(*list(s), [2]news.Ref{x, y})
			}
		}
	}
	both(d.Merged, func(s *dossier) *[][2]news.Ref { return &s.ruled.Merged })
	both(d.Split, func(s *dossier) *[][2]news.Ref { return &s.ruled.Split })
}

// join marks the stories that name an actor of whom editors have decided who
// it is.
func (l *Linker) join(list []*dossier, b *news.Briefing, order []int32, d corrections.Found) {
	for _, s := range list {
		s.joined = false
	}
	if len(d.SameActors)+len(d.Apart) == 0 {
		return
	}
	decided := map[news.Ref]bool{}
	for _, r := range d.Apart {
		decided[r] = true
	}
	for _, p := range d.SameActors {
		decided[p[0]], decided[p[1]] = true, true
	}
	for i := range b.Actors {
		if es := b.Actors[i].Entities; slices.ContainsFunc(es, func(r news.Ref) bool { return decided[r] }) {
			for _, r := range es {
				l.arts[order[r.Reading]].story.joined = true
			}
		}
	}
}

// regroup parts the articles whose ties have changed into stories again. A
// story of the same articles stays as it is.
func (l *Linker) regroup() {
	for _, g := range l.ties.groups() {
		for _, members := range l.ties.stories(g) {
			l.settle(members)
		}
	}
}

// settle makes articles a story, if they are not one.
func (l *Linker) settle(members []int32) {
	if s := l.arts[members[0]].story; s != nil && l.isOf(s, members) {
		return
	}
	s := &dossier{members: slices.Clone(members)}
	for _, h := range members {
		if old := l.arts[h].story; old != nil {
			delete(l.all, old)
		}
		l.arts[h].story = s
	}
	l.all[s] = true
}

// isOf reports whether a story is of these articles, and no others.
func (l *Linker) isOf(s *dossier, members []int32) bool {
	if len(s.members) != len(members) {
		return false
	}
	return !slices.ContainsFunc(members, func(h int32) bool { return l.arts[h].story != s })
}

// inOrder returns the stories in the order of their first articles, each with
// its articles in the order of the briefing.
func (l *Linker) inOrder(order []int32) []*dossier {
	list := make([]*dossier, 0, len(l.all))
	places := make(map[*dossier][]int, len(l.all))
	for i, h := range order {
		s := l.arts[h].story
		if places[s] == nil {
			list = append(list, s)
		}
		places[s] = append(places[s], i)
	}
	for _, s := range list {
		s.place(l, order, places[s])
	}
	return list
}
