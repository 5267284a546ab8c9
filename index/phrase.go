package index

import (
	"context"
	"math"
	"slices"

	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// phrase finds words in order; the last of an open one may be a beginning.
type phrase struct {
	last  expanded
	boost float64
}

// words returns the words before the last, and those that the last may be.
func (q *phrase) words(r bleveindex.IndexReader) (before, last []string, err error) {
	words := q.last.leaf.words
	n := len(words) - 1
	if !q.last.leaf.open {
		return words[:n], words[n:], nil
	}
	last, err = q.last.of(r)
	return words[:n], last, err
}

// Searcher implements [query.Query], as bleve finds phrases: it builds maps of
// all places of all words for each document that holds them in any order, which
// for common words is many times the work of [evaluator.phrase].
func (q *phrase) Searcher(ctx context.Context, r bleveindex.IndexReader, m mapping.IndexMapping,
	o search.SearcherOptions) (search.Searcher, error) {
	before, last, err := q.words(r)
	if err != nil || len(last) == 0 {
		return none(r, err)
	}
	var words [][]string
	for _, w := range before {
		words = append(words, []string{w})
	}
	return query.NewMultiPhraseQuery(append(words, last), q.last.in).Searcher(ctx, r, m, o)
}

// phrase returns the documents of a phrase, scored by how often and in how much
// text it stands there, and how rare its words are.
func (e *evaluator) phrase(q *phrase, scores bool) (*finding, error) {
	p := &finding{docs: e.snap.none()}
	before, last, err := q.words(e.snap)
	if err != nil || len(last) == 0 {
		return p, err
	}
	found, err := e.placesOf(q.last.in, before, last)
	if err != nil {
		return nil, err
	}
	for _, at := range found {
		for _, slot := range at.slots {
			p.docs.add(slot)
		}
	}
	if !scores {
		return p, nil
	}
	weight, err := e.weight(q.last.in, before, last)
	p.scores = e.tally.often(found, weight*q.boost)
	return p, err
}

// weight is greater the rarer the words of a phrase are.
func (e *evaluator) weight(in string, before, last []string) (float64, error) {
	end, err := e.frequency(in, last)
	idf := e.rarity(end)
	for _, w := range before {
		n, werr := e.frequency(in, []string{w})
		if werr != nil {
			err = werr
		}
		idf += e.rarity(n)
	}
	return idf * idf, err
}

// frequency counts the documents of words, those of several more than once.
func (e *evaluator) frequency(in string, words []string) (uint64, error) {
	n := uint64(0)
	for _, w := range words {
		lists, err := e.postings(termIn{in, w})
		if err != nil {
			return 0, err
		}
		n += e.count(lists)
	}
	return n, nil
}

// often scores documents by how often something stands there.
func (t *tally) often(found []*places, weight float64) []scored {
	for _, at := range found {
		for i, slot := range at.slots {
			t.sums[slot] += float32(at.first[i+1] - at.first[i])
		}
	}
	var out []scored
	for _, at := range found {
		for i, slot := range at.slots {
			if n := t.sums[slot]; n != 0 {
				out = append(out, scored{slot, float32(math.Sqrt(float64(n)) * float64(at.norms[i]) * weight)})
				t.sums[slot] = 0
			}
		}
	}
	if len(found) > 1 {
		slices.SortFunc(out, func(a, b scored) int { return int(a.slot) - int(b.slot) })
	}
	return out
}
