package link

import (
	"slices"
	"strings"
)

// pair is a word of the reference and the same word of the variant, as
// indices of their tokens.
type pair struct{ ref, vary int }

// The scores of the alignment, in the unit of a token's weight. A lone stop
// word is not worth the two gaps it would part.
const (
	scoreOpen    = -7 // to begin a gap
	scoreExtend  = -1 // for each word of a gap
	scoreChange  = -8 // for a word against another
	scoreSimilar = 4  // for a word against a form of it
	maxCells     = 1 << 21
)

// align returns the words that a and b share in their best common stretch, in
// order. The ends of both are free: what stands before and after the stretch
// costs nothing.
func align(a, b []token) []pair {
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	if len(a)*len(b) > maxCells {
		return alignLong(a, b)
	}
	g := newGrid(a, b)
	g.fill()
	return g.trace()
}

// The states of a cell and where it came from.
const (
	stay  = iota // a word against a word
	down         // a word of a against nothing
	right        // a word of b against nothing
	fresh        // the stretch begins here
)

// grid is the table of a local alignment with affine gaps (Gotoh). Only the
// cells in which a stretch lives are filled, those with a score above nothing:
// of two quotes that say different things few are.
type grid struct {
	a, b         []token
	marks        []mark  // of b
	from         []uint8 // two bits a state: the state before
	score, top   [3][]int32
	best         int32
	bestA, bestB int
}

// mark is what a token is found by among those it may be the same as, or
// similar to.
type mark struct {
	sums
	number bool
}

func newGrid(a, b []token) *grid {
	g := &grid{a: a, b: b, marks: make([]mark, len(b)), from: make([]uint8, len(a)*len(b))}
	for j := range b {
		g.marks[j] = mark{b[j].sums, b[j].number}
	}
	scores := slices.Repeat([]int32{lowest}, 6*(len(b)+1))
	for s := range g.score {
		g.score[s], scores = scores[:len(b)+1], scores[len(b)+1:]
		g.top[s], scores = scores[:len(b)+1], scores[len(b)+1:]
	}
	return g
}

const lowest = int32(-1 << 28)

// fill fills the rows one after the other.
func (g *grid) fill() {
	n := len(g.b)
	columns := make([]int32, 3*n)
	hits, above, row := columns[:0:n], columns[n:n:2*n], columns[2*n:2*n] // rising
	for i := range g.a {
		if 3*len(above) > n {
			row = g.wholeRow(row[:0], i)
		} else {
			hits = g.hits(hits[:0], &g.a[i])
			row = g.row(row[:0], i, hits, above)
		}
		g.forget(above)
		g.score, g.top = g.top, g.score
		above, row = row, above
	}
}

// wholeRow fills all of a row and returns the columns in which it lives.
func (g *grid) wholeRow(live []int32, i int) []int32 {
	for j := range g.b {
		g.cell(i, j, tokenScore(&g.a[i], &g.b[j]))
		if g.lives(j) {
			live = append(live, int32(j))
		}
	}
	return live
}

// row fills a row and returns the columns in which it lives. What lives comes
// from a word that may meet its like, a hit, or from a living cell to the left,
// above, or above to the left.
func (g *grid) row(live []int32, i int, hits, above []int32) []int32 {
	for j, left := int32(-1), false; ; {
		for len(above) > 0 && above[0] < j {
			above = above[1:]
		}
		next := int32(len(g.b))
		switch {
		case left:
			next = j + 1
		case len(above) > 0:
			next = max(above[0], j+1)
		}
		worth := int32(scoreChange)
		if len(hits) > 0 && hits[0] <= next {
			next, hits = hits[0], hits[1:]
			worth = tokenScore(&g.a[i], &g.b[next])
		}
		if j = next; int(j) >= len(g.b) {
			return live
		}
		g.cell(i, int(j), worth)
		if left = g.lives(int(j)); left {
			live = append(live, j)
		}
	}
}

// hits adds the columns of the words that a word may be the same as, or
// similar to.
func (g *grid) hits(to []int32, t *token) []int32 {
	for j := range g.marks {
		m := &g.marks[j]
		if m.key == t.sums.key || m.stem == t.sums.stem || m.head == t.sums.head && m.head != 0 || m.number && t.number {
			to = append(to, int32(j))
		}
	}
	return to
}

// lives reports whether a stretch lives in column j of the row that is filled,
// and clears it if none does: what is worth no more than nothing is worth the
// same.
func (g *grid) lives(j int) bool {
	if g.score[stay][j+1] > 0 || g.score[down][j+1] > 0 || g.score[right][j+1] > 0 {
		return true
	}
	g.score[stay][j+1], g.score[down][j+1], g.score[right][j+1] = lowest, lowest, lowest
	return false
}

// forget clears columns of the row before.
func (g *grid) forget(columns []int32) {
	for s := range g.top {
		for _, j := range columns {
			g.top[s][j+1] = lowest
		}
	}
}

// cell fills the cell of a[i] against b[j], which are worth so much.
func (g *grid) cell(i, j int, worth int32) {
	m, mf := highest(g.top[stay][j], g.top[down][j], g.top[right][j])
	if m <= 0 {
		m, mf = 0, fresh
	}
	m += worth
	d, df := highest(g.top[stay][j+1]+scoreOpen, g.top[down][j+1], lowest)
	r, rf := highest(g.score[stay][j]+scoreOpen, lowest, g.score[right][j])
	if x := g.score[down][j] + scoreOpen; x > r {
		r, rf = x, down
	}
	g.score[stay][j+1], g.score[down][j+1], g.score[right][j+1] = m, d+scoreExtend, r+scoreExtend
	g.from[i*len(g.b)+j] = uint8(mf | df<<2 | rf<<4)
	if m > g.best {
		g.best, g.bestA, g.bestB = m, i, j
	}
}

func highest(s, d, r int32) (int32, int) {
	switch {
	case s >= d && s >= r:
		return s, stay
	case d >= r:
		return d, down
	}
	return r, right
}

// tokenScore is what it is worth to set x against y.
func tokenScore(x, y *token) int32 {
	if sameKey(x, y) {
		return int32(min(x.weight, y.weight))
	}
	if similar(x, y) {
		return scoreSimilar
	}
	return scoreChange
}

// similar reports whether two different words are forms of one: of one stem,
// two numbers, or one the beginning of the other.
func similar(x, y *token) bool {
	if x.sums.stem == y.sums.stem && x.stem == y.stem || x.number && y.number && !x.stop && !y.stop {
		return true
	}
	if x.sums.head != y.sums.head || x.sums.head == 0 {
		return false
	}
	s, l := x.key, y.key
	if len(s) > len(l) {
		s, l = l, s
	}
	return strings.HasPrefix(l, s)
}

// trace walks back from the best cell.
func (g *grid) trace() []pair {
	if g.best <= 0 {
		return nil
	}
	var out []pair
	i, j, state := g.bestA, g.bestB, stay
	for i >= 0 && j >= 0 && state != fresh {
		f := int(g.from[i*len(g.b)+j])
		switch state {
		case stay:
			if g.a[i].key == g.b[j].key {
				out = append(out, pair{i, j})
			}
			i, j, state = i-1, j-1, f&3
		case down:
			i, state = i-1, f>>2&3
		case right:
			j, state = j-1, f>>4&3
		}
	}
	for l, r := 0, len(out)-1; l < r; l, r = l+1, r-1 {
		out[l], out[r] = out[r], out[l]
	}
	return out
}

// alignLong aligns wordings too long for one grid: stretches of four words
// that each holds once are fixed points, and only what lies between them is
// aligned.
func alignLong(a, b []token) []pair {
	var out []pair
	i, j := 0, 0
	for _, p := range append(anchors(a, b), pair{len(a), len(b)}) {
		if p.ref > i && p.vary > j && (p.ref-i)*(p.vary-j) <= maxCells {
			for _, q := range align(a[i:p.ref], b[j:p.vary]) {
				out = append(out, pair{q.ref + i, q.vary + j})
			}
		}
		if p.ref < len(a) {
			out = append(out, p)
		}
		i, j = p.ref+1, p.vary+1
	}
	return out
}

const anchorLen = 4

// anchors returns the longest rising chain of places where both hold the same
// stretch of words, each once.
func anchors(a, b []token) []pair {
	at := stretches(b)
	once := stretches(a)
	var ps []pair
	for i := 0; i+anchorLen <= len(a); i++ {
		k := stretch(a, i)
		if j, ok := at[k]; ok && j >= 0 && once[k] >= 0 {
			ps = append(ps, pair{i, j})
		}
	}
	return rising(ps)
}

func stretch(t []token, i int) string {
	return t[i].key + " " + t[i+1].key + " " + t[i+2].key + " " + t[i+3].key
}

// stretches maps each stretch to its place, -1 if it has several.
func stretches(t []token) map[string]int {
	m := make(map[string]int, len(t))
	for i := 0; i+anchorLen <= len(t); i++ {
		k := stretch(t, i)
		if _, twice := m[k]; twice {
			m[k] = -1
		} else {
			m[k] = i
		}
	}
	return m
}

// rising returns the longest subsequence in which both indices grow.
func rising(ps []pair) []pair {
	tails := make([]int, 0, len(ps)) // tails[l]: the pair that ends the best chain of length l+1
	before := make([]int, len(ps))
	for i, p := range ps {
		l := lowerBound(tails, func(t int) bool { return ps[t].vary >= p.vary })
		before[i] = -1
		if l > 0 {
			before[i] = tails[l-1]
		}
		if l == len(tails) {
			tails = append(tails, i)
		} else {
			tails[l] = i
		}
	}
	if len(tails) == 0 {
		return nil
	}
	out := make([]pair, len(tails))
	for i, k := len(tails)-1, tails[len(tails)-1]; i >= 0; i, k = i-1, before[k] {
		out[i] = ps[k]
	}
	return out
}

// lowerBound returns the first index of a sorted list at which ok holds.
func lowerBound(list []int, ok func(int) bool) int {
	lo, hi := 0, len(list)
	for lo < hi {
		if m := (lo + hi) / 2; ok(list[m]) {
			hi = m
		} else {
			lo = m + 1
		}
	}
	return lo
}
