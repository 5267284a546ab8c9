package index

import "slices"

// tally sums what the parts of a query say of each document. It is all zero
// between uses.
type tally struct {
	sums   []float32
	counts []uint8 // of parts that find the document
	scored int     // sums that are not zero
	part   bitset  // the documents of the part that is being added
}

func newTally(slots int) *tally {
	return &tally{sums: make([]float32, slots), counts: make([]uint8, slots), part: make(bitset, slots/64)}
}

// add adds that a part finds a document, and what it scores.
func (t *tally) add(slot uint32, score float32) {
	t.counts[slot]++
	t.score(slot, score)
}

// score adds what a part scores a document.
func (t *tally) score(slot uint32, score float32) {
	if t.sums[slot] == 0 && score != 0 {
		t.scored++
	}
	t.sums[slot] += score
}

// addPart adds the same score to each document of [tally.part], and these to a
// set. The part is empty then.
func (t *tally) addPart(score float32, to bitset) {
	if score == 0 {
		t.part.each(func(slot uint32) { t.counts[slot]++ })
	} else {
		t.part.each(func(slot uint32) { t.add(slot, score) })
	}
	to.or(t.part)
	clear(t.part)
}

// total returns the scores of docs, all that have been added to: the sum, times
// the share of the parts that found the document.
func (t *tally) total(docs bitset, parts int) []scored {
	var out []scored
	if t.scored > 0 {
		out = make([]scored, 0, t.scored)
	}
	docs.each(func(slot uint32) {
		if sum := t.sums[slot]; sum != 0 {
			out = append(out, scored{slot, sum * float32(t.counts[slot]) / float32(parts)})
		}
		t.sums[slot], t.counts[slot] = 0, 0
	})
	t.scored = 0
	return out
}

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
	for _, p := range ps {
		for _, s := range p.scores {
			if out.docs.has(s.slot) {
				t.score(s.slot, s.score)
			}
		}
	}
	out.scores = make([]scored, 0, t.scored)
	out.docs.each(func(slot uint32) {
		if sum := t.sums[slot]; sum != 0 {
			out.scores = append(out.scores, scored{slot, sum})
			t.sums[slot] = 0
		}
	})
	t.scored = 0
	return out
}

// scoresIn returns the scores of the documents in docs.
func scoresIn(ss []scored, docs bitset) []scored {
	n := 0
	for _, s := range ss {
		if docs.has(s.slot) {
			n++
		}
	}
	if n == len(ss) {
		return ss
	}
	out := make([]scored, 0, n)
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
			t.score(s.slot, s.score)
		}
		p.docs.each(func(slot uint32) { t.counts[slot]++ })
	}
	out.scores = t.total(out.docs, len(ps))
	return out
}
