package index

import (
	"encoding/binary"
	"math"

	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// usualDocs is in how many documents a word stands that is usual. Phrases of
// such words are typed often, and to look up where they stand takes longer than
// a frame: it is kept, as long as there is room.
const usualDocs = 2000

// stands is where a usual word stands in all documents. Once made it is not
// changed.
type stands struct {
	docs, places int
	// rows has of each document, in order, the slots since the last one, the words
	// of the field, how many bytes follow, and in these the positions, each as what
	// is added to the one before.
	rows []byte
}

// pack adds the places of a word in a document. It reports whether they could
// be: the norm of a field is that of its number of words.
func (s *stands) pack(since uint32, at segment.Posting) bool {
	var row []byte
	before := uint64(0)
	for _, l := range at.Locations() {
		row = binary.AppendUvarint(row, l.Pos()-before)
		before = l.Pos()
		s.places++
	}
	norm := float32(at.Norm())
	words := uint64(math.Round(1 / float64(norm*norm)))
	s.rows = binary.AppendUvarint(s.rows, uint64(since))
	s.rows = binary.AppendUvarint(s.rows, words)
	s.rows = binary.AppendUvarint(s.rows, uint64(len(row)))
	s.rows = append(s.rows, row...)
	s.docs++
	return normOf(words) == norm
}

// normOf is the norm that bleve gives to a field of so many words.
func normOf(words uint64) float32 { return float32(1 / math.Sqrt(float64(words))) }

// each calls f with every document, and the bytes of its positions, until it
// returns false.
func (s *stands) each(f func(slot uint32, words uint64, row []byte) bool) {
	slot := uint32(0)
	for rest := s.rows; len(rest) > 0; {
		var head [3]uint64
		for i := range head {
			v, n := binary.Uvarint(rest)
			head[i], rest = v, rest[n:]
		}
		slot += uint32(head[0])
		if !f(slot, head[1], rest[:head[2]]) {
			return
		}
		rest = rest[head[2]:]
	}
}

// positions appends those of a row.
func positions(to []uint32, row []byte) []uint32 {
	before := uint64(0)
	for len(row) > 0 {
		v, n := binary.Uvarint(row)
		before, row = before+v, row[n:]
		to = append(to, uint32(before))
	}
	return to
}

// unpacked returns all of it.
func (s *stands) unpacked() *places {
	out := &places{
		slots: make([]uint32, 0, s.docs), norms: make([]float32, 0, s.docs),
		first: make([]uint32, 0, s.docs+1), last: make([]uint32, 0, s.places),
	}
	s.each(func(slot uint32, words uint64, row []byte) bool {
		out.begin(slot, normOf(words))
		out.last = positions(out.last, row)
		out.first[len(out.slots)] = uint32(len(out.last))
		return true
	})
	return out
}

// follow adds to out where the word stands behind those ahead, whose bits are b.
func (s *stands) follow(ahead *places, b *positionBits, out *places) {
	i := 0
	s.each(func(slot uint32, _ uint64, row []byte) bool {
		for i < len(ahead.slots) && ahead.slots[i] < slot {
			i++
		}
		if i == len(ahead.slots) {
			return false
		}
		if ahead.slots[i] == slot {
			out.marked(b.of(i), row, slot, ahead.norms[i])
		}
		return true
	})
}

// marked adds the positions of a row that are next to a marked one.
func (p *places) marked(bits bitset, row []byte, slot uint32, norm float32) {
	at, most := uint64(0), uint64(len(bits))*64
	for len(row) > 0 {
		v, n := uint64(row[0]), 1
		if v >= 0x80 {
			v, n = binary.Uvarint(row)
		}
		at, row = at+v, row[n:]
		if before := at - 1; before < most && bits.has(uint32(before)) {
			p.begin(slot, norm)
			p.add(uint32(at))
		}
	}
}

// positionBits is the positions of places as sets, one a document.
type positionBits struct {
	bits  bitset
	first []uint32 // number of the first word of each document's set
}

// marks returns the positions as sets.
func (p *places) marks() *positionBits {
	out := &positionBits{first: make([]uint32, len(p.slots)+1)}
	n := uint32(0)
	for i := range p.slots {
		row := p.row(i)
		n += row[len(row)-1]/64 + 1
		out.first[i+1] = n
	}
	out.bits = make(bitset, n)
	for i := range p.slots {
		own := out.of(i)
		for _, at := range p.row(i) {
			own.add(at)
		}
	}
	return out
}

// of returns the set of the document at index i.
func (b *positionBits) of(i int) bitset { return b.bits[b.first[i]:b.first[i+1]] }

// usual returns where a word stands if it is a usual one, else nil.
func (e *evaluator) usual(t termIn) (*stands, error) {
	if u, ok := e.snap.memory.usual(t); ok {
		return u, nil
	}
	n, err := e.frequency(t.in, []string{t.term})
	if err != nil || n < e.snap.memory.usualFrom() {
		return nil, err
	}
	lists, err := e.postings(t)
	if err != nil {
		return nil, err
	}
	u, last, fits := &stands{}, uint32(0), true
	for seg, l := range lists {
		base := e.snap.base[seg]
		if err := e.ctx.Err(); err != nil {
			return nil, err
		}
		err := e.walk.each(l, true, func(at segment.Posting) {
			slot := base + uint32(at.Number())
			fits = u.pack(slot-last, at) && fits
			last = slot
		})
		if err != nil || !fits {
			return nil, err
		}
	}
	e.snap.memory.keepUsual(t, u)
	return u, nil
}
