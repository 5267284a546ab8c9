package main

import (
	"math/rand/v2"
	"slices"

	"verbatim/corpus/tag"
)

// perceptron is an averaged perceptron over hashed features (Collins 2002).
// All its sums are whole numbers, so that the same input gives the same weights
// on every machine. Totals are brought up to date only when a weight changes.
type perceptron struct {
	classes int
	ids     map[uint32]int32 // feature → row
	keys    []uint32         // row → feature
	w       []int32          // row × class
	total   []int64
	stamp   []int64
	seen    []int32 // row → updates that touched it
	step    int64
}

func newPerceptron(classes int) *perceptron {
	return &perceptron{classes: classes, ids: map[uint32]int32{}}
}

// scores adds the weights of the features to out, which has one entry a class.
func (p *perceptron) scores(features []uint32, out []int32) {
	for _, f := range features {
		if r, ok := p.ids[f]; ok {
			row := p.w[int(r)*p.classes:][:p.classes]
			for c, w := range row {
				out[c] += w
			}
		}
	}
}

func (p *perceptron) scoreRows(rows []int32, out []int32) {
	for _, r := range rows {
		row := p.w[int(r)*p.classes:][:p.classes]
		for c, w := range row {
			out[c] += w
		}
	}
}

// known returns the rows of those features that have one; never nil unless
// features is.
func (p *perceptron) known(features []uint32) []int32 {
	if features == nil {
		return nil
	}
	out := make([]int32, 0, len(features))
	for _, f := range features {
		if r, ok := p.ids[f]; ok {
			out = append(out, r)
		}
	}
	return out
}

func (p *perceptron) row(f uint32) int {
	r, ok := p.ids[f]
	if !ok {
		r = int32(len(p.keys))
		p.ids[f] = r
		p.keys = append(p.keys, f)
		p.seen = append(p.seen, 0)
		p.w = append(p.w, make([]int32, p.classes)...)
		p.total = append(p.total, make([]int64, p.classes)...)
		p.stamp = append(p.stamp, make([]int64, p.classes)...)
	}
	return int(r)
}

// add moves the weight of each feature for class c by v.
func (p *perceptron) add(features []uint32, c int, v int32) {
	for _, f := range features {
		p.addRow(p.row(f), c, v)
	}
}

func (p *perceptron) addRows(rows []int32, c int, v int32) {
	for _, r := range rows {
		p.addRow(int(r), c, v)
	}
}

func (p *perceptron) addRow(r, c int, v int32) {
	p.seen[r]++
	i := r*p.classes + c
	p.total[i] += (p.step - p.stamp[i]) * int64(p.w[i])
	p.stamp[i] = p.step
	p.w[i] += v
}

// margin is by how much the true class must win for the weights to be left as
// they are.
const margin = 12

// learn predicts one class from the features, and moves the weights if the
// true one does not win clearly.
func (p *perceptron) learn(features []uint32, truth int, buf []int32) int {
	p.step++
	clear(buf)
	p.scores(features, buf)
	guess := tag.Best(buf)
	if r := rival(buf, truth); buf[truth]-buf[r] < margin {
		p.add(features, truth, 1)
		p.add(features, r, -1)
	}
	return guess
}

// rival returns the best class but the true one.
func rival(scores []int32, truth int) int {
	best := -1
	for c, s := range scores {
		if c != truth && (best < 0 || s > scores[best]) {
			best = c
		}
	}
	return best
}

// weights returns the averaged weights worth keeping, sorted as [tag.Encode]
// wants them.
func (p *perceptron) weights(cut pruning) []tag.Weight {
	var out []tag.Weight
	for r, f := range p.keys {
		if p.seen[r] < cut.few {
			continue
		}
		for c := range p.classes {
			i := r*p.classes + c
			sum := p.total[i] + (p.step-p.stamp[i])*int64(p.w[i])
			v := sum * cut.scale / p.step
			if v >= cut.least || v <= -cut.least {
				out = append(out, tag.Weight{Feature: f, Class: uint8(c), Value: int16(min(max(v, -32000), 32000))})
			}
		}
	}
	slices.SortFunc(out, func(a, b tag.Weight) int {
		if a.Feature != b.Feature {
			return int(int64(a.Feature) - int64(b.Feature))
		}
		return int(a.Class) - int(b.Class)
	})
	return out
}

// pruning says what of a perceptron is worth its bytes.
type pruning struct {
	scale int64 // a weight of 1 becomes this
	least int64 // scaled weights nearer to zero are left out
	few   int32 // features moved fewer times are left out
}

// shuffled returns 0 … n-1 in an order fixed by the seed.
func shuffled(n int, seed uint64) []int {
	return rand.New(rand.NewPCG(seed, 1)).Perm(n)
}
