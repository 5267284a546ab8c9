package link

import (
	"runtime"
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
// changed by what it does later; they share the readings they were made of,
// and what has not changed between them.
type Linker struct {
	ties  *ties
	stems stemmer
	arts  []*entry // by handle; nil where there is none
	free  []int32  // handles to use again
	known map[string]int32
	count uint32 // articles that were ever put
	all   map[*dossier]bool
	wires map[string]int // how many articles give a name as their agency

	prints  *prints
	company *company

	order   []int32           // the articles as the briefing has them
	rs      []news.Reading    // those, with the dates their stories give
	era     int32             // of the places of articles in the briefing
	updates int               // so many were made
	moved   int               // the last of them in which an article was not at its place of before
	placed  int               // articles that had a place in the last
	due     map[*dossier]bool // stories to be told: new ones, and what could not be
	ruled   []*dossier        // of which editors have decided something
	joined  []*dossier        // of whose actors they have
	rewired bool              // names came to be, or ceased to be, of agencies

	keptPairs int          // of so many pairs of quotes of a story how they compare is kept
	tellers   []stemmer    // one for each story that is told beside others
	telling   func()       // what each goroutine that tells stories does first
	portraits []news.Actor // the actors of the last briefing, before editors have decided of them
	ids       arena
	refs      slab[news.Ref] // of actors that few articles name
	aliases   slab[string]
	room      []news.Ref // of the actor that is made
	stories   numbered
	events    numbered
}

// entry is an article that is linked.
type entry struct {
	reading news.Reading
	story   *dossier // nil as long as it is in none
	at      int      // its place in the briefing, -1 as long as it has none

	number uint32        // which article it is of all that ever were
	pairs  *compared     // of the last story it was told in; nil if nothing is kept
	dated  *datedReports // of one without a date, as its last story dates them
}

// NewLinker returns a linker that holds no articles. It tells so many stories
// side by side, one a processor for 0. What it makes does not depend on that.
func NewLinker(workers int) *Linker {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	l := &Linker{
		tellers: make([]stemmer, workers), telling: func() {},
		ties: newTies(), stems: stemmer{}, known: map[string]int32{}, all: map[*dossier]bool{}, wires: map[string]int{},
		company: newCompany(), due: map[*dossier]bool{}, era: 1, keptPairs: keptPairs, stories: numbered{letter: "s"}, events: numbered{letter: "e"},
	}
	l.prints = newPrints(func(h int32) *news.Reading { return &l.arts[h].reading })
	return l
}

// Telling has each goroutine that tells stories call f first. They end when the
// stories of a briefing are told.
func (l *Linker) Telling(f func()) { l.telling = f }

// put adds an article, in place of the one with the same ID if there is one.
// It costs as much as there are articles of its days that share rare words
// with it. The reading must not be changed afterwards.
func (l *Linker) put(r news.Reading) int32 {
	l.remove(r.Article.ID)
	h := int32(len(l.arts))
	if n := len(l.free); n > 0 {
		h, l.free = l.free[n-1], l.free[:n-1]
	} else {
		l.arts = append(l.arts, nil)
	}
	a := &entry{reading: r, at: -1, number: l.count}
	l.count++
	l.arts[h] = a
	l.known[r.Article.ID] = h
	l.ties.add(h, newProfile(&a.reading, l.stems))
	l.prints.add(h)
	l.wire(r.Article.Agency.Value, 1)
	return h
}

// wire counts an article more, or less, of an agency.
func (l *Linker) wire(agency string, n int) {
	if agency == "" {
		return
	}
	was := l.wires[agency] > 0
	l.wires[agency] += n
	l.rewired = l.rewired || was != (l.wires[agency] > 0)
}

// remove takes an article away, if there is one of that ID.
func (l *Linker) remove(id string) {
	h, ok := l.known[id]
	if !ok {
		return
	}
	a := l.arts[h]
	l.wire(a.reading.Article.Agency.Value, -1)
	if a.story != nil {
		l.dissolve(a.story)
	}
	l.ties.remove(h)
	l.prints.remove(h)
	delete(l.known, id)
	l.arts[h] = nil
	l.free = append(l.free, h)
	if a.at >= 0 && a.at < len(l.order) {
		l.order = l.order[:a.at]
	}
}

// dissolve forgets a story; its articles are to be grouped again.
func (l *Linker) dissolve(s *dossier) {
	l.forget(s)
	for _, h := range s.members {
		if a := l.arts[h]; a != nil && a.story == s {
			a.story = nil
			l.ties.changed[h] = true
		}
	}
}

// forget drops what has been made of a story.
func (l *Linker) forget(s *dossier) {
	delete(l.all, s)
	delete(l.due, s)
	l.company.leave(s)
	s.cast = nil
}

// Link makes the articles those of rs, and returns their briefing in the order
// of rs, with what editors have decided followed: who is one actor and who is
// not, which quotes are one statement and which are not. All that depends on
// it, relations, absent outlets, conflicts and severity, is as if it had been
// found so. The readings are those that finding the decisions returned.
//
// An article that is not among them goes, what is new comes, and one that is
// known is not looked at again. Each must have an ID of its own; one without is
// given the number of its place. Problems are passed on.
func (l *Linker) Link(rs []news.Reading, problems []news.Problem, d corrections.Found) news.Briefing {
	return l.briefing(l.take(rs), problems, d)
}

// take makes the articles those of rs, and returns them.
func (l *Linker) take(rs []news.Reading) []int32 {
	wanted := make(map[string]bool, len(rs))
	order := make([]int32, len(rs))
	for i := range rs {
		r := withID(rs[i], i, wanted)
		wanted[r.Article.ID] = true
		h, ok := l.known[r.Article.ID]
		if !ok || !sameReading(&l.arts[h].reading, &r) {
			h = l.put(r)
		}
		order[i] = h
	}
	if len(wanted) < len(l.known) {
		for id := range l.known {
			if !wanted[id] {
				l.remove(id)
			}
		}
	}
	return order
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
	b := news.Briefing{Problems: problems, Bookmarks: d.Bookmarks, Notes: d.Notes}
	l.update(order, d, &b)
	l.assemble(&b, d)
	return b
}

// update brings what is made of the stories up to date. It costs what the
// stories cost that came or changed, and who is named in them, unless articles
// that were known change their places.
func (l *Linker) update(order []int32, d corrections.Found, b *news.Briefing) {
	l.regroup()
	l.arrange(order)
	for s := range l.due {
		s.place(l)
	}
	l.rule(d)
	for s := range l.due {
		s.date(l)
		s.redate(l)
		l.recast(s)
	}
	l.company.settle()
	for _, f := range l.company.changed {
		l.portray(f)
	}
	l.company.changed = l.company.changed[:0]
	l.tell(b, l.decide(d, b))
	l.trace()
	for s := range l.due {
		if s.before = s.ruled; s.fault == nil {
			delete(l.due, s)
		}
	}
}
