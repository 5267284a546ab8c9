package index

import (
	"math"

	"github.com/blevesearch/bleve/v2/search/query"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// sum returns what any of the words finds, see [anyOf.plain], scored as bleve
// does: by how often and in how much text a word stands there, how rare it is,
// and how many of them do. It adds word by word to one tally: a list of scores
// for each word would be thrown away at each letter that is typed.
func (e *evaluator) sum(q anyOf) (*finding, error) {
	p := &finding{docs: e.snap.none()}
	for _, sub := range q {
		if err := e.addPart(sub, p.docs); err != nil {
			return nil, err
		}
	}
	p.scores = e.tally.total(p.docs, len(q))
	return p, nil
}

// addPart adds a word, or words that score nothing, to the tally, and its
// documents to a set.
func (e *evaluator) addPart(q query.Query, to bitset) error {
	switch q := q.(type) {
	case *query.TermQuery:
		return e.addWord(termIn{q.Field(), q.Term}, q.Boost(), to)
	case unscored:
		return e.addPart(q.Query, to)
	case *expansion:
		words, err := q.words.of(e.snap)
		if err == nil {
			err = e.markAll(q.words.in, words, e.tally.part)
		}
		e.tally.addPart(0, to)
		return err
	}
	return nil
}

func (e *evaluator) addWord(t termIn, boost float64, to bitset) error {
	lists, err := e.postings(t)
	if err != nil {
		return err
	}
	count := e.count(lists)
	weight := boost * math.Pow(e.rarity(count), 2)
	if e.frequent(count) {
		return e.addAlike(t, float32(usual*weight), to)
	}
	for i, l := range lists {
		base := e.snap.base[i]
		err := e.walk.each(l, false, func(at segment.Posting) {
			slot := base + uint32(at.Number())
			to.add(slot)
			e.tally.add(slot, float32(math.Sqrt(float64(at.Frequency()))*at.Norm()*weight))
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// count returns how many documents lists have.
func (e *evaluator) count(lists []wordList) uint64 {
	n := uint64(0)
	for _, l := range lists {
		n += e.walk.count(l)
	}
	return n
}

// A word that stands nearly everywhere says little of what a document is about,
// however often it stands there: beyond so many documents, and such a share of
// all, each is scored alike, as a quote that has the word once.
const (
	manyDocs = 30_000
	mostDocs = 5   // the share is one in so many
	usual    = 0.2 // of a text of 25 words
)

func (e *evaluator) frequent(count uint64) bool {
	return count > manyDocs && count*mostDocs > e.snap.live
}

// addAlike adds a word with the same score everywhere.
func (e *evaluator) addAlike(t termIn, score float32, to bitset) error {
	err := e.mark(t, e.tally.part)
	e.tally.addPart(score, to)
	return err
}

// rarity is greater the fewer documents hold a word.
func (e *evaluator) rarity(docs uint64) float64 {
	return 1 + math.Log(float64(e.snap.live)/float64(docs+1))
}
