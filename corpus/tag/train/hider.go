package main

import "math/rand/v2"

// hider hides a part of the features each time they are looked at, so that no
// word alone decides. What it hides is fixed by its seed.
type hider struct {
	share uint32 // of a hundred
	rng   *rand.Rand
	pool  []int32
}

func newHider(share uint32) *hider {
	return &hider{share: share, rng: rand.New(rand.NewPCG(7, 7)), pool: make([]int32, 0, 1<<14)}
}

// next gives back the room of what was visible so far.
func (h *hider) next() { h.pool = h.pool[:0] }

// visible returns the rows that are seen this time, nil if rows is.
func (h *hider) visible(rows []int32) []int32 {
	if rows == nil || h.share == 0 {
		return rows
	}
	at := len(h.pool)
	for _, r := range rows {
		if h.rng.Uint32N(100) >= h.share {
			h.pool = append(h.pool, r)
		}
	}
	return h.pool[at:len(h.pool):len(h.pool)]
}
