package tag

import "strings"

// Never is the score of a label a token must not have; several of them still fit
// an int32.
const Never = -1 << 28

// Lattice finds the best of all sequences of labels: each label of each token has a
// score, and so has each label behind each other. Labels are "O", "B-x" and
// "I-x", and "I-x" follows only "B-x" and "I-x".
type Lattice struct {
	n    int
	next []int32 // from label × to label; the last row is the start
}

// NewLattice makes a lattice of the labels, with the scores of label after
// label that the model has.
func NewLattice(m *Model) *Lattice { return newLattice(m.Classes, m.Scores) }

// TrainingLattice makes the lattice of a model in the making.
func TrainingLattice(classes []string, scores func(features []uint32, scores []int32)) *Lattice {
	return newLattice(classes, scores)
}

func newLattice(classes []string, scores func([]uint32, []int32)) *Lattice {
	l := &Lattice{n: len(classes)}
	row := make([]int32, l.n)
	for from := 0; from <= l.n; from++ {
		clear(row)
		scores([]uint32{FollowFeature(from)}, row)
		for to := range l.n {
			if !follows(classes, from, to) {
				row[to] = Never
			}
		}
		l.next = append(l.next, row...)
	}
	return l
}

// FollowFeature is the feature of the label with number from standing before a
// token; the number of labels stands for the start of the sequence.
func FollowFeature(from int) uint32 { return feature(255).mix(uint32(from)).sum() }

func follows(classes []string, from, to int) bool {
	kind, inside := strings.CutPrefix(classes[to], "I-")
	if !inside {
		return true
	}
	return from < len(classes) && strings.HasSuffix(classes[from], "-"+kind)
}

// Search is the work of one search, kept to be used again.
type Search struct {
	forward, backward []int32
	from              []uint8
	labels            []uint8
	margin            []int32
}

// Best returns the labels of the best sequence, by number. Emit has a score for
// each label of the first token, then of the second, and so on. The result
// stands until the next search.
func (l *Lattice) Best(p *Search, emit []int32) []uint8 {
	count := len(emit) / l.n
	p.forward, p.from, p.labels = grow(p.forward, len(emit)), grow(p.from, len(emit)), grow(p.labels, count)
	if count == 0 {
		return p.labels
	}
	for to := range l.n {
		p.forward[to] = emit[to] + l.next[l.n*l.n+to]
	}
	level(p.forward[:l.n])
	for i := 1; i < count; i++ {
		l.step(p.forward[(i-1)*l.n:][:l.n], p.forward[i*l.n:][:l.n], emit[i*l.n:][:l.n], p.from[i*l.n:][:l.n])
	}
	k := uint8(Best(p.forward[(count-1)*l.n:][:l.n]))
	for i := count - 1; i >= 0; i-- {
		p.labels[i] = k
		k = p.from[i*l.n+int(k)]
	}
	return p.labels
}

// step extends the best sequences by one token.
func (l *Lattice) step(before, now, emit []int32, from []uint8) {
	for to := range now {
		best, arg := int32(4*Never), 0
		for k, b := range before {
			if s := b + l.next[k*l.n+to]; s > best {
				best, arg = s, k
			}
		}
		now[to], from[to] = best+emit[to], uint8(arg)
	}
	level(now)
}

// level moves scores so that the best is 0, which keeps long sequences within
// range; only differences count.
func level(s []int32) {
	top := s[Best(s)]
	for i := range s {
		s[i] = max(s[i]-top, 2*Never)
	}
}

// margins fills in by how much the best sequence beats the best one that has
// another label at the token. It follows [Lattice.Best].
func (l *Lattice) margins(p *Search, emit []int32) []int32 {
	count := len(emit) / l.n
	p.backward, p.margin = grow(p.backward, len(emit)), grow(p.margin, count)
	for i := count - 1; i >= 0; i-- {
		row := p.backward[i*l.n:][:l.n]
		clear(row)
		if i+1 < count {
			l.stepBack(row, p.backward[(i+1)*l.n:][:l.n], emit[(i+1)*l.n:][:l.n])
		}
		p.margin[i] = l.marginAt(p, i)
	}
	return p.margin
}

func (l *Lattice) stepBack(now, after, emit []int32) {
	for k := range now {
		now[k] = 4 * Never
		for to := range after {
			now[k] = max(now[k], l.next[k*l.n+to]+emit[to]+after[to])
		}
	}
	level(now)
}

func (l *Lattice) marginAt(p *Search, i int) int32 {
	own, other := int32(0), int32(4*Never)
	for k := range l.n {
		s := p.forward[i*l.n+k] + p.backward[i*l.n+k]
		if k == int(p.labels[i]) {
			own = s
		} else {
			other = max(other, s)
		}
	}
	return own - other
}

// grow returns a slice of n elements, in the room of s where it has it.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}
