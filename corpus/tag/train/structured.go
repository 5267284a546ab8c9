package main

import (
	"verbatim/corpus/tag"
)

// sample is a sequence to learn from, or to be measured on: the features of
// each token and its true label.
type sample struct {
	features [][]uint32 // nil where the token can only be "O"
	rows     [][]int32
	truth    []uint8
	contexts []uint16 // see [tag.Lattice], nil for none
}

func (s *sample) context(k int) uint16 {
	if s.contexts == nil {
		return 0
	}
	return s.contexts[k]
}

// structured is an averaged perceptron over whole sequences (Collins 2002). It
// sees a part of the features only, another each time, so that no word alone
// decides, and must beat every wrong label by a margin.
type structured struct {
	p       *perceptron
	classes []string
	course  course
	search  tag.Search
	emit    []int32
	live    [][]int32 // the rows seen this time, for each token
	hidden  *hider
	follow  []uint32
}

// course is how a structured perceptron is trained.
type course struct {
	epochs int
	cost   int32  // what a wrong label is given ahead
	hide   uint32 // how many features of a hundred are hidden at a time
}

// newStructured takes in the features that occur at least twice.
func newStructured(classes []string, samples []sample, c course) *structured {
	t := &structured{p: newPerceptron(len(classes)), classes: classes, course: c, hidden: newHider(c.hide)}
	seen := map[uint32]bool{}
	for _, s := range samples {
		for _, fs := range s.features {
			for _, f := range fs {
				if again, ok := seen[f]; ok && !again {
					t.p.row(f)
				}
				_, ok := seen[f]
				seen[f] = ok
			}
		}
	}
	for i := range samples {
		s := &samples[i]
		s.rows = make([][]int32, len(s.features))
		for k, fs := range s.features {
			s.rows[k] = t.p.known(fs)
		}
		s.features = nil
	}
	return t
}

// train goes over the samples, in an order of its own each time.
func (t *structured) train(samples []sample) {
	for epoch := range t.course.epochs {
		for _, i := range shuffled(len(samples), uint64(epoch)+1) {
			t.learn(&samples[i])
		}
	}
}

func (t *structured) learn(s *sample) {
	t.p.step++
	n := len(t.classes)
	t.hidden.next()
	t.emit, t.live = t.emit[:0], t.live[:0]
	for k, rows := range s.rows {
		t.emit = append(t.emit, make([]int32, n)...)
		t.live = append(t.live, t.hidden.visible(rows))
		t.score(k, int(s.truth[k]))
	}
	l := tag.TrainingLattice(t.classes, tag.AttributionContexts, t.p.scores)
	t.update(s, l.Best(&t.search, t.emit, s.contexts))
}

// score fills in the scores of token k.
func (t *structured) score(k, truth int) {
	row := t.emit[k*len(t.classes):]
	if t.live[k] == nil {
		closeRow(row)
		return
	}
	t.p.scoreRows(t.live[k], row)
	for c := range row {
		if c != truth {
			row[c] += t.course.cost
		}
	}
}

// closeRow leaves only the first class, "O".
func closeRow(row []int32) {
	for c := 1; c < len(row); c++ {
		row[c] = tag.Never
	}
}

func (t *structured) update(s *sample, guess []uint8) {
	before := len(t.classes)
	for k, g := range guess {
		true1, guess1 := before, before
		if k > 0 {
			true1, guess1 = int(s.truth[k-1]), int(guess[k-1])
		}
		if g != s.truth[k] {
			t.p.addRows(t.live[k], int(s.truth[k]), 1)
			t.p.addRows(t.live[k], int(g), -1)
		}
		if g != s.truth[k] || true1 != guess1 {
			t.follow = tag.FollowFeatures(t.follow[:0], true1, s.context(k))
			t.p.add(t.follow, int(s.truth[k]), 1)
			t.follow = tag.FollowFeatures(t.follow[:0], guess1, s.context(k))
			t.p.add(t.follow, int(g), -1)
		}
	}
}
