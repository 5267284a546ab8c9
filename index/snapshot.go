package index

import (
	"errors"
	"sort"
	"sync"

	"github.com/blevesearch/bleve/v2/index/scorch"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// snapshot is the index as it stands at one moment. Documents have numbers in
// it, in the order of its segments.
type snapshot struct {
	*scorch.IndexSnapshot
	first  []uint64   // of each segment: the number of its first document
	orders [][]uint64 // of each segment, of each document: see [orderOf]
	base   []uint32   // of each segment: the slot of its first document
	slots  int        // of all segments
	live   uint64     // documents not deleted
	memory recall
}

// snapshot returns the present state; Close it.
func (x *Index) snapshot() (*snapshot, error) {
	since := x.memory.now()
	inner, err := x.bleve.Advanced()
	if err != nil {
		return nil, err
	}
	r, err := inner.Reader()
	if err != nil {
		return nil, err
	}
	is, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		return nil, errors.Join(errors.New("the index is not one of scorch"), r.Close())
	}
	s := &snapshot{IndexSnapshot: is}
	if s.orders, err = x.orders.of(is); err != nil {
		return nil, errors.Join(err, r.Close())
	}
	n := uint64(0)
	for _, o := range s.orders {
		s.first = append(s.first, n)
		n += uint64(len(o))
	}
	if err := s.lay(); err != nil {
		return nil, errors.Join(err, r.Close())
	}
	s.memory = x.memory.recall(since, stateOf(is))
	return s, nil
}

// segment returns the segment of a document, and its number within it.
func (s *snapshot) segment(doc uint64) (int, uint64) {
	i := sort.Search(len(s.first), func(i int) bool { return s.first[i] > doc }) - 1
	return i, doc - s.first[i]
}

// record calls f with the record of a document and the text around it, which is
// gone when f returns.
func (s *snapshot) record(doc uint64, f func(rec *record, around []byte)) error {
	var err error
	seg, n := s.segment(doc)
	verr := s.Segments()[seg].VisitDocument(n, func(field string, _ byte, value []byte, _ []uint64) bool {
		if field != inHit {
			return true
		}
		var rec record
		var around []byte
		if rec, around, err = recordIn(value); err == nil {
			f(&rec, around)
		}
		return false
	})
	return errors.Join(verr, err)
}

// orderOf returns the order of a document among those that match equally well:
// newer days first, and within a day a fixed one that means nothing.
func orderOf(day float64, digest uint64) uint64 {
	return uint64(int64(day)-int64(unknownDay))<<32 | digest>>32
}

// orderTerm writes an order as a term of bytes below 0x80, the only ones that
// doc values keep apart.
func orderTerm(o uint64) []byte {
	b := make([]byte, 10)
	for i := range b {
		b[i] = byte(o>>(63-7*i)) & 0x7f
	}
	return b
}

func orderFrom(term []byte) uint64 {
	var o uint64
	for _, c := range term {
		o = o<<7 | uint64(c)
	}
	return o
}

// orders remembers the order of documents, segment by segment, for reading it
// from the index for each match would take longer than finding them. Segments
// never change.
type orders struct {
	mu   sync.Mutex
	segs map[uint64][]uint64
}

func (c *orders) of(is *scorch.IndexSnapshot) ([][]uint64, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	out := make([][]uint64, len(is.Segments()))
	now := make(map[uint64][]uint64, len(out))
	n := uint64(0)
	for i, seg := range is.Segments() {
		o, ok := c.segs[seg.Id()]
		if !ok {
			var err error
			if o, err = readOrders(is, n, uint64(seg.FullSize())); err != nil {
				return nil, err
			}
		}
		out[i], now[seg.Id()] = o, o
		n += uint64(len(o))
	}
	c.segs = now
	return out, nil
}

// forget drops all, for segments of another index.
func (c *orders) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.segs = nil
}

func readOrders(is *scorch.IndexSnapshot, first, n uint64) ([]uint64, error) {
	r, err := is.DocValueReader([]string{inOrder})
	if err != nil {
		return nil, err
	}
	out := make([]uint64, n)
	var id bleveindex.IndexInternalID
	for i := range out {
		id = bleveindex.NewIndexInternalID(id, first+uint64(i))
		if err := r.VisitDocValues(id, func(_ string, term []byte) { out[i] = orderFrom(term) }); err != nil {
			return nil, err
		}
	}
	return out, nil
}
