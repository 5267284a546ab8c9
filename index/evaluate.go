package index

import (
	"context"
	"fmt"
	"slices"

	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// evaluator finds the documents of a query as sets. Going through the matches
// of all its words together, as bleve's searchers do, takes many times as long
// as summing the list of each word, and could not begin with what the query
// before it, a letter shorter, has found already.
type evaluator struct {
	ctx   context.Context
	snap  *snapshot
	lists map[termIn][]wordList // of each segment, of the words looked up
	dicts map[string][]segment.TermDictionary
	walk  walker
	gone  bitset // see [evaluator.deleted]
	tally *tally
}

// termIn is a word in a field.
type termIn struct{ in, term string }

// evaluator returns one to be closed.
func (s *snapshot) evaluator(ctx context.Context) *evaluator {
	return &evaluator{
		ctx: ctx, snap: s, tally: s.memory.tally(s.slots),
		lists: map[termIn][]wordList{}, dicts: map[string][]segment.TermDictionary{},
	}
}

// close lets the next search have the tally. A search that failed in the
// middle of a sum does not come here.
func (e *evaluator) close() { e.snap.memory.spare(e.tally) }

// find returns what a query finds, with scores if it is asked for them.
func (e *evaluator) find(q query.Query, scores bool) (*finding, error) {
	if err := e.ctx.Err(); err != nil {
		return nil, err
	}
	switch q := q.(type) {
	case keptQuery:
		return e.kept(q, scores)
	case quiet:
		return e.find(q.Query, false)
	case unscored:
		return e.find(q.Query, false)
	case allOf:
		return e.all(q, scores)
	case anyOf:
		return e.any(q, scores)
	case *expansion:
		return e.expansion(q, scores)
	case *phrase:
		return e.phrase(q, scores)
	case *query.TermQuery:
		return e.any(anyOf{q}, scores)
	case *query.MatchAllQuery:
		return e.everything()
	}
	return e.searched(q, scores)
}

func (e *evaluator) findAll(qs []query.Query, scores bool) ([]*finding, error) {
	out := make([]*finding, len(qs))
	for i, q := range qs {
		var err error
		if out[i], err = e.find(q, scores); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// kept returns what a query was found to find before, if it was asked of the
// same state of the index.
func (e *evaluator) kept(q keptQuery, scores bool) (*finding, error) {
	key := fmt.Sprint(scores, " ", q.key)
	if p, ok := e.snap.memory.finding(key); ok {
		return p, nil
	}
	p, err := e.find(q.Query, scores)
	if err == nil {
		e.snap.memory.keep(key, p)
	}
	return p, err
}

func (e *evaluator) all(q allOf, scores bool) (*finding, error) {
	must, err := e.findAll(q.must, scores)
	if err != nil {
		return nil, err
	}
	out := e.tally.both(must)
	if len(q.not) == 0 {
		return out, nil
	}
	out.docs = slices.Clone(out.docs)
	not, err := e.findAll(q.not, false)
	if err != nil {
		return nil, err
	}
	for _, p := range not {
		out.docs.andNot(p.docs)
	}
	out.scores = scoresIn(out.scores, out.docs)
	return out, nil
}

func (e *evaluator) any(q anyOf, scores bool) (*finding, error) {
	switch {
	case !scores && q.flat():
		return e.anyWord(q)
	case q.plain():
		return e.sum(q)
	}
	ps, err := e.findAll(q, scores)
	if err != nil {
		return nil, err
	}
	out := e.tally.either(ps)
	if q.flat() {
		out.subs = nil
	}
	return out, nil
}

// anyWord returns what any of the words finds, in one set however many they
// are: a lens may name thousands of articles.
func (e *evaluator) anyWord(q anyOf) (*finding, error) {
	p := &finding{docs: e.snap.none()}
	for _, sub := range q {
		if t, ok := sub.(*query.TermQuery); ok {
			if err := e.mark(termIn{t.Field(), t.Term}, p.docs); err != nil {
				return nil, err
			}
			continue
		}
		found, err := e.find(sub, false)
		if err != nil {
			return nil, err
		}
		p.docs.or(found.docs)
	}
	return p, nil
}

// flat reports whether the query is of words only, for which it need not be
// known apart what they find.
func (q anyOf) flat() bool {
	for _, sub := range q {
		if u, ok := sub.(unscored); ok {
			sub = u.Query
		}
		switch sub.(type) {
		case *query.TermQuery, *expansion:
		default:
			return false
		}
	}
	return true
}

// plain reports whether the query is of words, and of groups of words that score
// nothing.
func (q anyOf) plain() bool {
	for _, sub := range q {
		if u, ok := sub.(unscored); ok {
			if _, ok := u.Query.(*expansion); ok {
				continue
			}
		}
		if _, ok := sub.(*query.TermQuery); !ok {
			return false
		}
	}
	return true
}

func (e *evaluator) everything() (*finding, error) {
	p := &finding{docs: e.snap.none()}
	for i, seg := range e.snap.Segments() {
		seg.DocNumbersLive().WriteDenseTo(p.docs[e.snap.base[i]/64:])
	}
	return p, nil
}

// expansion sums its words: their scores, or without these only their sets.
func (e *evaluator) expansion(q *expansion, scores bool) (*finding, error) {
	words, err := q.words.of(e.snap)
	if err != nil {
		return nil, err
	}
	if !scores {
		return e.union(q.words.in, words)
	}
	either := make(anyOf, len(words))
	for i, w := range words {
		either[i] = term(q.words.in, w, q.boost)
	}
	return e.sum(either)
}

// union returns the documents that hold any of the words.
func (e *evaluator) union(in string, words []string) (*finding, error) {
	p := &finding{docs: e.snap.none()}
	return p, e.markAll(in, words, p.docs)
}

// markAll adds the documents of words to a set.
func (e *evaluator) markAll(in string, words []string, to bitset) error {
	for _, w := range words {
		if err := e.mark(termIn{in, w}, to); err != nil {
			return err
		}
	}
	return nil
}

// mark adds the documents of a word to a set.
func (e *evaluator) mark(t termIn, to bitset) error {
	d, err := e.docs(t)
	if err == nil {
		d.addTo(to)
	}
	return err
}

// searched returns what bleve's searchers find.
func (e *evaluator) searched(q query.Query, scores bool) (*finding, error) {
	var o search.SearcherOptions
	if !scores {
		o.Score = "none"
	}
	s, err := q.Searcher(e.ctx, e.snap, nil, o)
	if err != nil {
		return nil, err
	}
	p := &finding{docs: e.snap.none()}
	return p, each(e.ctx, e.snap, s, func(m *search.DocumentMatch) {
		slot := e.snap.slot(m.IndexInternalID.Value())
		p.docs.add(slot)
		if scores && m.Score > 0 {
			p.scores = append(p.scores, scored{slot, float32(m.Score)})
		}
	})
}
