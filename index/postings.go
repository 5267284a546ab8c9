package index

import (
	"errors"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// postings returns the lists of a word, one a segment.
func (e *evaluator) postings(t termIn) ([]segment.PostingsList, error) {
	if lists, ok := e.lists[t]; ok {
		return lists, nil
	}
	dicts, err := e.dictionaries(t.in)
	if err != nil {
		return nil, err
	}
	lists := make([]segment.PostingsList, len(dicts))
	for i, seg := range e.snap.Segments() {
		if lists[i], err = dicts[i].PostingsList([]byte(t.term), seg.Deleted(), nil); err != nil {
			return nil, err
		}
	}
	e.lists[t] = lists
	return lists, nil
}

// dictionaries returns the words of a field, of each segment.
func (e *evaluator) dictionaries(in string) ([]segment.TermDictionary, error) {
	if dicts, ok := e.dicts[in]; ok {
		return dicts, nil
	}
	segs := e.snap.Segments()
	dicts := make([]segment.TermDictionary, len(segs))
	for i, seg := range segs {
		var err error
		if dicts[i], err = seg.Segment().Dictionary(in); err != nil {
			return nil, err
		}
	}
	e.dicts[in] = dicts
	return dicts, nil
}

// docsOf returns the documents of a list: several, or the only one.
func docsOf(list segment.PostingsList) (several *roaring.Bitmap, alone int) {
	it, ok := list.Iterator(false, false, false, nil).(segment.OptimizablePostingsIterator)
	if !ok {
		return nil, -1
	}
	if doc, ok := it.DocNum1Hit(); ok {
		return nil, int(doc)
	}
	return it.ActualBitmap(), -1
}

// eachPosting calls f with every document of a list, with its places if they
// are asked for.
func eachPosting(list segment.PostingsList, places bool, f func(segment.Posting)) error {
	it := list.Iterator(true, true, places, nil)
	for {
		at, err := it.Next()
		if err != nil || at == nil {
			return err
		}
		f(at)
	}
}

// none returns a set that has room for all slots.
func (s *snapshot) none() bitset { return make(bitset, s.slots/64) }

// slot returns the place of a document in sets. Segments begin at whole words
// of them.
func (s *snapshot) slot(doc uint64) uint32 {
	i, n := s.segment(doc)
	return s.base[i] + uint32(n)
}

// lay gives the documents of each segment their slots.
func (s *snapshot) lay() error {
	n := uint64(0)
	for _, seg := range s.Segments() {
		s.base = append(s.base, uint32(n))
		n += (uint64(seg.FullSize()) + 63) / 64 * 64
		s.live += seg.Count()
	}
	if n > 1<<32 {
		return errors.New("it has too many documents")
	}
	s.slots = int(n)
	return nil
}
