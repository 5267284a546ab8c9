package index

import (
	"math/bits"
	"slices"
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

// tally sums what the parts of a query say of each document. It is all zero
// between uses.
type tally struct {
	sums   []float32
	counts []uint8 // of parts that find the document
}

func newTally(slots int) *tally { return &tally{make([]float32, slots), make([]uint8, slots)} }

// both returns what all of the parts find.
func (t *tally) both(ps []*finding) *finding {
	if len(ps) == 1 {
		return &finding{ps[0].docs, ps[0].scores, ps}
	}
	out := &finding{docs: slices.Clone(ps[0].docs), subs: ps}
	for _, p := range ps[1:] {
		out.docs.and(p.docs)
	}
	scorers := 0
	for _, p := range ps {
		if len(p.scores) > 0 {
			scorers++
			out.scores = p.scores
		}
	}
	if scorers < 2 {
		out.scores = scoresIn(out.scores, out.docs)
		return out
	}
	return t.sum(out, ps)
}

// sum scores what the parts find together.
func (t *tally) sum(out *finding, ps []*finding) *finding {
	out.scores = nil
	for _, p := range ps {
		for _, s := range p.scores {
			t.sums[s.slot] += s.score
		}
	}
	out.docs.each(func(slot uint32) {
		if sum := t.sums[slot]; sum != 0 {
			out.scores = append(out.scores, scored{slot, sum})
		}
	})
	for _, p := range ps {
		for _, s := range p.scores {
			t.sums[s.slot] = 0
		}
	}
	return out
}

// scoresIn returns the scores of the documents in docs.
func scoresIn(ss []scored, docs bitset) []scored {
	var out []scored
	for _, s := range ss {
		if docs.has(s.slot) {
			out = append(out, s)
		}
	}
	return out
}

// either returns what any of the parts finds. What more of them find scores
// higher.
func (t *tally) either(ps []*finding) *finding {
	if len(ps) == 1 {
		return &finding{ps[0].docs, ps[0].scores, ps}
	}
	out := &finding{docs: slices.Clone(ps[0].docs), subs: ps}
	for _, p := range ps[1:] {
		out.docs.or(p.docs)
	}
	for _, p := range ps {
		for _, s := range p.scores {
			t.sums[s.slot] += s.score
		}
	}
	t.count(out, ps)
	return out
}

// count scores what the parts find: the sum, times the share of them that
// find the document.
func (t *tally) count(out *finding, ps []*finding) {
	most := 0
	for _, p := range ps {
		most += len(p.scores)
	}
	if most == 0 {
		return
	}
	for _, p := range ps {
		p.docs.each(func(slot uint32) { t.counts[slot]++ })
	}
	out.scores = make([]scored, 0, most)
	out.docs.each(func(slot uint32) {
		if sum := t.sums[slot]; sum != 0 {
			out.scores = append(out.scores, scored{slot, sum * float32(t.counts[slot]) / float32(len(ps))})
		}
		t.sums[slot], t.counts[slot] = 0, 0
	})
}
