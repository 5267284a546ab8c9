package tag

import "strings"

// Never is the score of a label a token must not have; several of them still fit
// an int32.
const Never = -1 << 28

// Lattice finds the best of all sequences of labels: each label of each token
// has a score, and so has each label behind each other, which can depend on the
// context the two stand in. Labels are "O", "B-x" and "I-x", and "I-x" follows
// only "B-x" and "I-x".
type Lattice struct {
	classes []string
	n       int
	scores  func(features []uint32, scores []int32)
	next    [][]int32 // of a context: from label × to label; the last row is the start
}

// NewLattice makes a lattice of the labels of a model, with the scores it has
// of label after label in each of the given number of contexts.
func NewLattice(m *Model, contexts int) *Lattice {
	l := TrainingLattice(m.Classes, contexts, m.Scores)
	for c := range contexts {
		l.follow(uint16(c))
	}
	return l
}

// TrainingLattice makes the lattice of a model in the making, which asks for
// scores as they are needed.
func TrainingLattice(classes []string, contexts int, scores func(features []uint32, scores []int32)) *Lattice {
	return &Lattice{classes: classes, n: len(classes), scores: scores, next: make([][]int32, contexts)}
}

// follow returns the scores of label after label in a context.
func (l *Lattice) follow(context uint16) []int32 {
	if l.next[context] != nil {
		return l.next[context]
	}
	all := make([]int32, (l.n+1)*l.n)
	for from := 0; from <= l.n; from++ {
		row := all[from*l.n:][:l.n]
		l.scores(FollowFeatures(nil, from, context), row)
		for to := range row {
			if !follows(l.classes, from, to) {
				row[to] = Never
			}
		}
	}
	l.next[context] = all
	return all
}

// FollowFeatures appends the features of the label with number from standing
// before a token in a context; the number of labels stands for the start of the
// sequence.
func FollowFeatures(buf []uint32, from int, context uint16) []uint32 {
	return append(buf,
		feature(253).mix(uint32(from)).sum(),
		feature(254).mix(uint32(from)).mix(uint32(context&15)).sum(),
		feature(255).mix(uint32(from)).mix(uint32(context)).mix(1).sum(),
	)
}

func follows(classes []string, from, to int) bool {
	kind, inside := strings.CutPrefix(classes[to], "I-")
	if !inside {
		return true
	}
	return from < len(classes) && strings.HasSuffix(classes[from], "-"+kind)
}

// Search is the work of one search, kept to be used again.
type Search struct {
	contexts          []uint16
	forward, backward []int32
	from              []uint8
	labels            []uint8
	margin            []int32
}

func (p *Search) context(i int) uint16 {
	if p.contexts == nil {
		return 0
	}
	return p.contexts[i]
}

// Best returns the labels of the best sequence, by number. Emit has a score for
// each label of the first token, then of the second, and so on. The result
// stands until the next search. Contexts has one for each token, nil for all 0.
func (l *Lattice) Best(p *Search, emit []int32, contexts []uint16) []uint8 {
	p.contexts = contexts
	count := len(emit) / l.n
	p.forward, p.from, p.labels = grow(p.forward, len(emit)), grow(p.from, len(emit)), grow(p.labels, count)
	if count == 0 {
		return p.labels
	}
	for to := range l.n {
		p.forward[to] = emit[to] + l.follow(p.context(0))[l.n*l.n+to]
	}
	level(p.forward[:l.n])
	for i := 1; i < count; i++ {
		l.step(l.follow(p.context(i)), p.forward[(i-1)*l.n:][:l.n], p.forward[i*l.n:][:l.n], emit[i*l.n:][:l.n], p.from[i*l.n:][:l.n])
	}
	k := uint8(Best(p.forward[(count-1)*l.n:][:l.n]))
	for i := count - 1; i >= 0; i-- {
		p.labels[i] = k
		k = p.from[i*l.n+int(k)]
	}
	return p.labels
}

// step extends the best sequences by one token.
func (l *Lattice) step(next, before, now, emit []int32, from []uint8) {
	for to := range now {
		best, arg := int32(4*Never), 0
		for k, b := range before {
			if s := b + next[k*l.n+to]; s > best {
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
			l.stepBack(l.follow(p.context(i+1)), row, p.backward[(i+1)*l.n:][:l.n], emit[(i+1)*l.n:][:l.n])
		}
		p.margin[i] = l.marginAt(p, i)
	}
	return p.margin
}

func (l *Lattice) stepBack(next, now, after, emit []int32) {
	for k := range now {
		now[k] = 4 * Never
		for to := range after {
			now[k] = max(now[k], next[k*l.n+to]+emit[to]+after[to])
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
