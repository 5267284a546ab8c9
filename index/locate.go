package index

import (
	"slices"

	"github.com/blevesearch/bleve/v2/search/query"
	segment "github.com/blevesearch/scorch_segment_api/v2"

	"verbatim/corpus/text"
)

// locate returns the spans of the words that matched in each hit, by document.
func (e *evaluator) locate(s *searching, found *collector) (map[uint64][]text.Span, error) {
	if !s.spans || len(found.best) == 0 {
		return nil, nil
	}
	docs := make([]uint64, len(found.best))
	for i, r := range found.best {
		docs[i] = r.doc
	}
	slices.Sort(docs)
	l := &locator{evaluator: e, spans: make(map[uint64][]text.Span, len(docs))}
	if err := l.query(s.query, s.found, docs); err != nil {
		return nil, err
	}
	for doc, spans := range l.spans {
		l.spans[doc] = spansInOrder(spans)
	}
	return l.spans, nil
}

// locator finds the places of words in a few documents.
type locator struct {
	*evaluator
	spans map[uint64][]text.Span
}

// query notes the places of what a query found in docs; p is what it finds,
// where that is known.
func (l *locator) query(q query.Query, p *finding, docs []uint64) error {
	if docs = l.within(docs, p); len(docs) == 0 {
		return nil
	}
	switch q := q.(type) {
	case keptQuery:
		return l.query(q.Query, p, docs)
	case unscored:
		return l.query(q.Query, p, docs)
	case quiet, *query.MatchAllQuery:
		return nil
	case allOf:
		return l.queries(q.must, p, docs)
	case anyOf:
		return l.queries(q, p, docs)
	case *expansion:
		return l.expansion(q, docs)
	case *query.TermQuery:
		return l.term(termIn{q.Field(), q.Term}, docs)
	case *phrase:
		return l.phrase(q, docs)
	}
	return nil // days and names have no places
}

// within returns those of docs that p finds.
func (l *locator) within(docs []uint64, p *finding) []uint64 {
	if p == nil {
		return docs
	}
	return l.only(docs, p.docs.has)
}

// only returns those of docs whose slots pass.
func (l *locator) only(docs []uint64, pass func(slot uint32) bool) []uint64 {
	n := 0
	for _, d := range docs {
		if pass(l.snap.slot(d)) {
			n++
		}
	}
	if n == 0 || n == len(docs) {
		return docs[:n]
	}
	out := make([]uint64, 0, n)
	for _, d := range docs {
		if pass(l.snap.slot(d)) {
			out = append(out, d)
		}
	}
	return out
}

func (l *locator) queries(qs []query.Query, p *finding, docs []uint64) error {
	for i, q := range qs {
		var sub *finding
		if p != nil && i < len(p.subs) {
			sub = p.subs[i]
		}
		if err := l.query(q, sub, docs); err != nil {
			return err
		}
	}
	return nil
}

func (l *locator) expansion(q *expansion, docs []uint64) error {
	words, err := q.words.of(l.snap)
	for i := 0; i < len(words) && err == nil; i++ {
		err = l.term(termIn{q.words.in, words[i]}, docs)
	}
	return err
}

// phrase notes the words of a phrase.
func (l *locator) phrase(q *phrase, docs []uint64) error {
	before, last, err := q.words(l.snap)
	if err != nil {
		return err
	}
	found, err := l.placesOf(q.last.in, before, last)
	for i := 0; i < len(found) && err == nil; i++ {
		words := append(slices.Clone(before), last[i])
		err = l.chain(q.last.in, words, found[i], docs)
	}
	return err
}

// chain notes the words that stand one behind the other at p.
func (l *locator) chain(in string, words []string, p *places, docs []uint64) error {
	var hits []uint64
	for _, d := range docs {
		if len(p.in(l.snap.slot(d))) > 0 {
			hits = append(hits, d)
		}
	}
	for i, w := range words {
		left := uint64(len(words) - 1 - i) // words behind it
		err := l.each(termIn{in, w}, hits, func(doc uint64, at []segment.Location) {
			ends := p.in(l.snap.slot(doc))
			for _, w := range at {
				if _, ok := slices.BinarySearch(ends, uint32(w.Pos()+left)); ok {
					l.span(doc, w.Start(), w.End())
				}
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// term notes the places of a word.
func (l *locator) term(t termIn, docs []uint64) error { return l.each(t, docs, l.note) }

// each calls f with the places of a word in each of docs that has it.
func (l *locator) each(t termIn, docs []uint64, f func(doc uint64, at []segment.Location)) error {
	has, err := l.docs(t)
	if err != nil {
		return err
	}
	if docs = l.only(docs, has.has); len(docs) == 0 {
		return nil
	}
	lists, err := l.postings(t)
	if err != nil {
		return err
	}
	for i := 0; i < len(docs); {
		seg, _ := l.snap.segment(docs[i])
		end := i + 1
		for end < len(docs) && docs[end]-l.snap.first[seg] < uint64(len(l.snap.orders[seg])) {
			end++
		}
		if err := l.inSegment(lists[seg], l.snap.first[seg], docs[i:end], f); err != nil {
			return err
		}
		i = end
	}
	return nil
}

// inSegment calls f with the places of a word in documents of one segment, all
// of which have it. The first of the segment is numbered first.
func (l *locator) inSegment(of wordList, first uint64, docs []uint64, f func(doc uint64, at []segment.Location)) error {
	l.walk.places = of.Iterator(true, true, true, l.walk.places)
	for _, d := range docs {
		at, err := l.walk.places.Advance(d - first)
		if err != nil {
			return err
		}
		if at != nil && at.Number() == d-first {
			f(d, at.Locations())
		}
	}
	return nil
}

func (l *locator) note(doc uint64, at []segment.Location) {
	for _, p := range at {
		l.span(doc, p.Start(), p.End())
	}
}

// span notes a place: a byte of the article's text, and how many. Words that
// do not stand there have none.
func (l *locator) span(doc, start, length uint64) {
	if length > 0 {
		l.spans[doc] = append(l.spans[doc], text.Span{Start: int(start), End: int(start + length)})
	}
}
