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

// walker goes through lists, one at a time, in memory of its own: what it takes
// for one it takes again for the next, of which there are thousands at a letter.
type walker struct{ documents, places segment.PostingsIterator }

// docs returns the documents of a list: several, or the only one.
func (w *walker) docs(list segment.PostingsList) (several *roaring.Bitmap, alone int) {
	w.documents = list.Iterator(false, false, false, w.documents)
	it, ok := w.documents.(segment.OptimizablePostingsIterator)
	if !ok {
		return nil, -1
	}
	if doc, ok := it.DocNum1Hit(); ok {
		return nil, int(doc)
	}
	return it.ActualBitmap(), -1
}

// eachDoc calls f with every document of a list.
func (w *walker) eachDoc(list segment.PostingsList, f func(doc uint32)) {
	several, alone := w.docs(list)
	switch {
	case alone >= 0:
		f(uint32(alone))
	case several != nil:
		for it := several.Iterator(); it.HasNext(); {
			f(it.Next())
		}
	}
}

// each calls f with every document of a list, with its places if they are asked
// for. What f is given is gone when it returns.
func (w *walker) each(list segment.PostingsList, places bool, f func(segment.Posting)) error {
	w.places = list.Iterator(true, true, places, w.places)
	for {
		at, err := w.places.Next()
		if err != nil || at == nil {
			return err
		}
		f(at)
	}
}

// at calls f with the places of a word in those of its documents that pass, as
// [walker.each] does.
func (w *walker) at(list segment.PostingsList, pass func(doc uint32) bool, f func(doc uint32, p segment.Posting)) error {
	var it segment.PostingsIterator
	var err error
	w.eachDoc(list, func(doc uint32) {
		if err != nil || !pass(doc) {
			return
		}
		if it == nil {
			it = list.Iterator(true, true, true, w.places)
			w.places = it
		}
		var p segment.Posting
		if p, err = it.Advance(uint64(doc)); err == nil && p != nil {
			f(doc, p)
		}
	})
	return err
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
