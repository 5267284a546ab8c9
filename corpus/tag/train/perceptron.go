package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"verbatim/corpus/tag"
)

// perceptron is an averaged perceptron over hashed features (Collins 2002),
// with the totals brought up to date only when a weight changes.
type perceptron struct {
	classes int
	rows    map[uint32]*row
	step    int64
}

type row struct {
	w, total []float32
	stamp    []int64
}

func newPerceptron(classes int) *perceptron {
	return &perceptron{classes: classes, rows: map[uint32]*row{}}
}

func (p *perceptron) predict(features []uint32) int {
	scores := make([]float32, p.classes)
	for _, f := range features {
		if r := p.rows[f]; r != nil {
			for c, w := range r.w {
				scores[c] += w
			}
		}
	}
	best := 0
	for c, s := range scores {
		if s > scores[best] {
			best = c
		}
	}
	return best
}

// learn predicts, and moves the weights if the prediction was wrong.
func (p *perceptron) learn(features []uint32, truth int) int {
	p.step++
	guess := p.predict(features)
	if guess != truth {
		for _, f := range features {
			p.add(f, truth, 1)
			p.add(f, guess, -1)
		}
	}
	return guess
}

func (p *perceptron) add(f uint32, c int, v float32) {
	r := p.rows[f]
	if r == nil {
		r = &row{make([]float32, p.classes), make([]float32, p.classes), make([]int64, p.classes)}
		p.rows[f] = r
	}
	r.total[c] += float32(p.step-r.stamp[c]) * r.w[c]
	r.stamp[c] = p.step
	r.w[c] += v
}

// weights returns the averaged weights, scaled to 16 bits, those near zero
// left out, sorted as [tag.Encode] wants them.
func (p *perceptron) weights(least float64) []tag.Weight {
	top := 0.0
	avg := func(r *row, c int) float64 {
		return (float64(r.total[c]) + float64(p.step-r.stamp[c])*float64(r.w[c])) / float64(p.step)
	}
	for _, r := range p.rows {
		for c := range r.w {
			top = max(top, math.Abs(avg(r, c)))
		}
	}
	var out []tag.Weight
	for f, r := range p.rows {
		for c := range r.w {
			if a := avg(r, c); math.Abs(a) >= least {
				out = append(out, tag.Weight{Feature: f, Class: uint8(c), Value: int16(math.Round(a / top * 2000))})
			}
		}
	}
	slices.SortFunc(out, func(a, b tag.Weight) int {
		if a.Feature != b.Feature {
			return int(int64(a.Feature) - int64(b.Feature))
		}
		return int(a.Class) - int(b.Class)
	})
	return slices.DeleteFunc(out, func(w tag.Weight) bool { return w.Value == 0 })
}

// shuffled returns 0 … n-1 in an order fixed by the seed.
func shuffled(n int, seed uint64) []int {
	return rand.New(rand.NewPCG(seed, 1)).Perm(n)
}
