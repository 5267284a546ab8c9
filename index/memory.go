package index

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/search/query"
)

// memory is what searches remember for those after them: a query is typed
// letter by letter, and taken back so. It is safe for concurrent use.
type memory struct {
	mu      sync.Mutex
	written int    // times the index was written to: what its words and answers are of
	writing int    // writes under way, during which nothing is remembered
	state   string // of its segments, see [stateOf]: what its sets are of
	found   shelf[*finding]
	places  pile[string, *places]
	docs    pile[termIn, *docset]
	usuals  map[termIn]*stands
	room    int    // the bytes they take
	usualAt uint64 // documents from which a word is one, usualDocs if 0
	answers shelf[Results]
	words   map[termIn][]candidate
	unused  *tally // for the next search
}

// Bounds of a memory: bytes of sets, of the places of phrases, of the documents
// of words and of the places of usual ones, how many answers, and the hits of one
// that is kept.
const (
	maxFound   = 16 << 20
	maxPlaces  = 16 << 20
	maxDocs    = 16 << 20
	maxUsuals  = 48 << 20
	maxAnswers = 48
	maxHits    = 1000
)

// stateOf names a state of the index in which documents have their numbers:
// its segments, and how much of each has been deleted.
func stateOf(is *scorch.IndexSnapshot) string {
	var b strings.Builder
	for _, seg := range is.Segments() {
		fmt.Fprint(&b, seg.Id(), " ", seg.Count(), " ")
	}
	return b.String()
}

// forget drops all: the index is another.
func (m *memory) forget() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.written++
	m.state, m.words, m.usuals, m.room = "", nil, nil, 0
	m.found, m.places, m.docs, m.answers = shelf[*finding]{}, pile[string, *places]{}, pile[termIn, *docset]{}, shelf[Results]{}
}

// write is told that the index is about to be written to; what it returns,
// that it has been.
func (m *memory) write() (done func()) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.writing++
	return func() {
		m.forget()
		m.mu.Lock()
		defer m.mu.Unlock()
		m.writing--
	}
}

// now returns the times the index has been written to, -1 while it is.
func (m *memory) now() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.writing > 0 {
		return -1
	}
	return m.written
}

// recall is a memory as one search sees it, which may be of an index that has
// moved on.
type recall struct {
	*memory
	since int    // see [memory.now]: before the search's state was
	state string // of the segments the search is in
}

// recall takes the memory up for a search.
func (m *memory) recall(since int, state string) recall {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.written == since && m.state != state {
		m.state, m.found, m.places, m.docs = state, shelf[*finding]{}, pile[string, *places]{}, pile[termIn, *docset]{}
		m.usuals, m.room = nil, 0
	}
	return recall{m, since, state}
}

// holds reports whether the memory is of what the search sees. It needs the
// lock.
func (r recall) holds() bool { return r.written == r.since && r.memory.state == r.state }

// finding returns what was kept under key.
func (r recall) finding(key string) (*finding, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.holds() {
		return nil, false
	}
	return r.found.take(key)
}

// keep keeps a finding.
func (r recall) keep(key string, f *finding) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.holds() {
		r.found.put(key, f, f.size()+len(key), maxFound)
	}
}

// place returns the places kept under key.
func (r recall) place(key string) (*places, bool) {
	return recalled(r, &r.places, key)
}

// placed keeps places.
func (r recall) placed(key string, p *places) {
	retain(r, &r.places, key, p, p.size()+len(key), maxPlaces)
}

// docset returns the documents of a word that were kept.
func (r recall) docset(t termIn) (*docset, bool) {
	return recalled(r, &r.docs, t)
}

// keepDocs keeps the documents of a word.
func (r recall) keepDocs(t termIn, d *docset) {
	retain(r, &r.docs, t, d, d.size()+len(t.term), maxDocs)
}

// recalled returns what a pile of the memory has under key.
func recalled[K comparable, T any](r recall, p *pile[K, T], key K) (thing T, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.holds() {
		thing, ok = p.of[key]
	}
	return thing, ok
}

// retain puts a thing on a pile of the memory, see [pile.put].
func retain[K comparable, T any](r recall, p *pile[K, T], key K, thing T, room, most int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.holds() {
		p.put(key, thing, room, most)
	}
}

// usual returns where a word stands in all documents, if that is kept.
func (r recall) usual(t termIn) (*stands, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	u, ok := r.usuals[t]
	return u, ok && r.holds()
}

// keepUsual keeps where a word stands in all documents, if there is room.
func (r recall) keepUsual(t termIn, u *stands) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.holds() || r.usuals[t] != nil {
		return
	}
	if r.room+len(u.rows) > maxUsuals {
		r.room = maxUsuals // full: the words to come are no more usual
		return
	}
	if r.usuals == nil {
		r.usuals = map[termIn]*stands{}
	}
	u.rows = slices.Clip(u.rows)
	r.usuals[t], r.room = u, r.room+len(u.rows)
}

// usualFrom returns in how many documents a usual word stands at least, more
// than there are where there is no room for another.
func (m *memory) usualFrom() uint64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	switch {
	case m.room >= maxUsuals:
		return math.MaxUint64
	case m.usualAt > 0:
		return m.usualAt
	}
	return usualDocs
}

// answer returns the answer to a search that was asked before.
func (r recall) answer(key string) (Results, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.written != r.since {
		return Results{}, false
	}
	a, ok := r.answers.take(key)
	a.Hits = slices.Clone(a.Hits)
	return a, ok
}

// answered keeps the answer to a search.
func (r recall) answered(key string, a Results) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.written == r.since && len(a.Hits) <= maxHits {
		a.Hits = slices.Clone(a.Hits)
		r.answers.put(key, a, 1, maxAnswers)
	}
}

// tally returns a tally for so many slots.
func (m *memory) tally(slots int) *tally {
	m.mu.Lock()
	defer m.mu.Unlock()
	t := m.unused
	m.unused = nil
	if t == nil || len(t.sums) != slots {
		t = newTally(slots)
	}
	return t
}

// spare takes a tally back, all zero.
func (m *memory) spare(t *tally) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.unused = t
}

// list returns the words of a field that begin with a letter, if they are
// known.
func (r recall) list(t termIn) ([]candidate, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	words, ok := r.words[t]
	return words, ok && r.written == r.since
}

// listed keeps them.
func (r recall) listed(t termIn, words []candidate) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.written != r.since {
		return
	}
	if r.words == nil {
		r.words = map[termIn][]candidate{}
	}
	r.words[t] = words
}

// pile keeps things under keys until they take too much room, and then begins
// anew: a letter makes dozens of them.
type pile[K comparable, T any] struct {
	of   map[K]T
	room int // bytes, about
}

// put puts a thing there that takes so much room, of most.
func (p *pile[K, T]) put(key K, thing T, room, most int) {
	if p.room > most || p.of == nil {
		*p = pile[K, T]{of: map[K]T{}}
	}
	p.of[key] = thing
	p.room += room
}

// shelf keeps things under keys, as many as there is room for: those taken
// last.
type shelf[T any] struct {
	things map[string]kept[T]
	keys   []string // those taken last at the end
	room   int      // taken up
}

type kept[T any] struct {
	thing T
	room  int
}

func (s *shelf[T]) take(key string) (T, bool) {
	k, ok := s.things[key]
	if ok {
		i := slices.Index(s.keys, key)
		s.keys = append(slices.Delete(s.keys, i, i+1), key)
	}
	return k.thing, ok
}

// put puts a thing there that takes up room, and throws out others until no
// more than most is.
func (s *shelf[T]) put(key string, thing T, room, most int) {
	if _, ok := s.things[key]; ok {
		return
	}
	if s.things == nil {
		s.things = map[string]kept[T]{}
	}
	s.things[key], s.keys, s.room = kept[T]{thing, room}, append(s.keys, key), s.room+room
	for s.room > most {
		s.room -= s.things[s.keys[0]].room
		delete(s.things, s.keys[0])
		s.keys = s.keys[1:]
	}
}

// beginning returns the words of a field that begin with a letter, in order.
// It asks the index once; ok is false where there are too many.
func (s *snapshot) beginning(in, letter string) (words []candidate, ok bool, err error) {
	t := termIn{in, letter}
	if words, ok = s.memory.list(t); ok {
		return words, true, nil
	}
	dict, err := s.FieldDictPrefix(in, []byte(letter))
	if err != nil {
		return nil, false, err
	}
	words, err = lookUp(dict, func(string) bool { return true })
	if cerr := dict.Close(); err == nil {
		err = cerr
	}
	if err != nil || len(words) == maxLookedAt {
		return nil, false, err
	}
	s.memory.listed(t, words)
	return words, true, nil
}

// warm looks up what a first search would wait for: the order of documents,
// the words that begin with each letter, and where the most usual of them stand.
func (x *Index) warm(ctx context.Context) (err error) {
	snap, err := x.snapshot()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, snap.Close()) }()
	var usual []counted
	for _, in := range []string{inBody, inHeadline, inQuote} {
		for c := 'a'; c <= 'z' && err == nil; c++ {
			var words []candidate
			words, _, err = snap.beginning(in, string(c))
			for _, w := range words {
				if w.count >= x.memory.usualFrom() {
					usual = append(usual, counted{termIn{in, w.term}, w.count})
				}
			}
			err = errors.Join(err, ctx.Err())
		}
	}
	slices.SortFunc(usual, func(a, b counted) int { return cmp.Compare(b.count, a.count) })
	e := snap.evaluator(ctx)
	defer e.close()
	for i := 0; i < len(usual) && err == nil && usual[i].count >= x.memory.usualFrom(); i++ {
		_, err = e.usual(usual[i].termIn)
	}
	return err
}

// counted is a word and in how many documents it stands.
type counted struct {
	termIn
	count uint64
}

// keptQuery is a query whose finding is kept in memory under a key, which says
// all that it depends on.
type keptQuery struct {
	key string
	query.Query
}
