package index

import (
	"errors"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// wordList is where a word stands in a segment. The documents of the segment that
// have been deleted are in it too: bleve leaves them out by making a set without
// them at each look.
type wordList struct {
	segment.PostingsList
	gone *roaring.Bitmap // nil where none are
}

// has reports whether a document of the list is still there.
func (l wordList) has(doc uint32) bool { return l.gone == nil || !l.gone.Contains(doc) }

// postings returns the lists of a word, one a segment.
func (e *evaluator) postings(t termIn) ([]wordList, error) {
	if lists, ok := e.lists[t]; ok {
		return lists, nil
	}
	dicts, err := e.dictionaries(t.in)
	if err != nil {
		return nil, err
	}
	lists, word := make([]wordList, len(dicts)), []byte(t.term)
	for i, seg := range e.snap.Segments() {
		lists[i].gone = seg.Deleted()
		if lists[i].PostingsList, err = dicts[i].PostingsList(word, nil, nil); err != nil {
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

// docs returns the documents of a list, with those gone: several, or the only
// one.
func (w *walker) docs(l wordList) (several *roaring.Bitmap, alone int) {
	w.documents = l.Iterator(false, false, false, w.documents)
	it, ok := w.documents.(segment.OptimizablePostingsIterator)
	if !ok {
		return nil, -1
	}
	if doc, ok := it.DocNum1Hit(); ok {
		return nil, int(doc)
	}
	return it.ActualBitmap(), -1
}

// count returns how many documents a list has.
func (w *walker) count(l wordList) uint64 {
	several, alone := w.docs(l)
	switch {
	case alone >= 0 && l.has(uint32(alone)):
		return 1
	case several == nil:
		return 0
	case l.gone == nil:
		return several.GetCardinality()
	}
	return several.GetCardinality() - several.AndCardinality(l.gone)
}

// eachDoc calls f with every document of a list.
func (w *walker) eachDoc(l wordList, f func(doc uint32)) {
	several, alone := w.docs(l)
	switch {
	case alone >= 0 && l.has(uint32(alone)):
		f(uint32(alone))
	case several != nil:
		for it := several.Iterator(); it.HasNext(); {
			if doc := it.Next(); l.has(doc) {
				f(doc)
			}
		}
	}
}

// each calls f with every document of a list, with its places if they are asked
// for. What f is given is gone when it returns.
func (w *walker) each(l wordList, places bool, f func(segment.Posting)) error {
	w.places = l.Iterator(true, true, places, w.places)
	for {
		at, err := w.places.Next()
		if err != nil || at == nil {
			return err
		}
		if l.has(uint32(at.Number())) {
			f(at)
		}
	}
}

// at calls f with the places of a word in those of its documents that pass, as
// [walker.each] does.
func (w *walker) at(l wordList, pass func(doc uint32) bool, f func(doc uint32, p segment.Posting)) error {
	begun := false
	var err error
	w.eachDoc(l, func(doc uint32) {
		if err != nil || !pass(doc) {
			return
		}
		if !begun {
			w.places, begun = l.Iterator(true, true, true, w.places), true
		}
		var p segment.Posting
		if p, err = w.places.Advance(uint64(doc)); err == nil && p != nil {
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
