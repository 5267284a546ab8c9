package index

import (
	"math/bits"
)

// finding is what a part of a query finds: documents, and the scores of those
// that have one. Documents are known by their slots, see [snapshot.slot]. Once
// made it is not changed.
type finding struct {
	docs   bitset
	scores []scored   // in order of slots; other documents of docs score nothing
	subs   []*finding // of the parts it is put together of, where these were kept apart
}

// scored is the score of a document.
type scored struct {
	slot  uint32
	score float32
}

// bitset is a set of slots.
type bitset []uint64

func (b bitset) add(slot uint32) { b[slot/64] |= 1 << (slot % 64) }

func (b bitset) has(slot uint32) bool { return b[slot/64]&(1<<(slot%64)) != 0 }

func (b bitset) or(o bitset) {
	for i, w := range o {
		b[i] |= w
	}
}

func (b bitset) and(o bitset) {
	for i, w := range o {
		b[i] &= w
	}
}

func (b bitset) andNot(o bitset) {
	for i, w := range o {
		b[i] &^= w
	}
}

// each calls f with every slot, in order.
func (b bitset) each(f func(slot uint32)) {
	for i, w := range b {
		for ; w != 0; w &= w - 1 {
			f(uint32(i*64 + bits.TrailingZeros64(w)))
		}
	}
}

// size is about how many bytes the part takes.
func (p *finding) size() int {
	n := 8*len(p.docs) + 8*len(p.scores)
	for _, s := range p.subs {
		n += s.size()
	}
	return n
}
