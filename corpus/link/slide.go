package link

// slide moves words that only one wording has to where they fit best. In "the
// old, the new" against "the new" either "the" may be the common one; the
// place is chosen at which the lone words are all in brackets, stand at an
// ellipsis, or begin a sentence.
func (c *comparison) slide() {
	for i := 1; i < len(c.pairs); i++ {
		p, q := c.pairs[i-1], c.pairs[i]
		switch {
		case q.ref == p.ref+1 && q.vary > p.vary+1:
			s := slider{c.pairs, c.vary.toks, c.ref.toks, func(p *pair) *int { return &p.vary }, func(p *pair) *int { return &p.ref }}
			s.best(i)
		case q.vary == p.vary+1 && q.ref > p.ref+1:
			s := slider{c.pairs, c.ref.toks, c.vary.toks, func(p *pair) *int { return &p.ref }, func(p *pair) *int { return &p.vary }}
			s.best(i)
		}
	}
}

// slider moves the lone words of one wording past words both have.
type slider struct {
	pairs     []pair
	lone, its []token // the wording with the lone words, and the other
	on, off   func(*pair) *int
}

// best moves the lone words before pair i to their best place.
func (s slider) best(i int) {
	from, to := *s.on(&s.pairs[i-1])+1, *s.on(&s.pairs[i])
	n := to - from
	best, step := s.fit(from, n, *s.off(&s.pairs[i])), 0
	for k := 1; s.left(i-k, from-k, n); k++ {
		if f := s.fit(from-k, n, *s.off(&s.pairs[i-k])); f > best {
			best, step = f, -k
		}
	}
	for k := 1; s.right(i+k-1, to+k-1, n); k++ {
		if f := s.fit(from+k, n, *s.off(&s.pairs[i+k-1])+1); f > best {
			best, step = f, k
		}
	}
	s.move(i, n, step)
}

// left reports whether pair p, whose lone side is at, may be matched n
// further on instead.
func (s slider) left(p, at, n int) bool {
	return p >= 0 && at >= 0 && *s.on(&s.pairs[p]) == at && s.lone[at].key == s.lone[at+n].key
}

// right reports whether pair p, whose lone side is at, may be matched n
// before instead.
func (s slider) right(p, at, n int) bool {
	return p < len(s.pairs) && *s.on(&s.pairs[p]) == at && s.lone[at].key == s.lone[at-n].key
}

func (s slider) move(i, n, step int) {
	for ; step < 0; step++ {
		*s.on(&s.pairs[i+step]) += n
	}
	for ; step > 0; step-- {
		*s.on(&s.pairs[i+step-1]) -= n
	}
}

// fit says how natural n lone words are at a place, which in the other
// wording is before its word at.
func (s slider) fit(from, n, at int) int {
	f, to := 0, from+n
	if allOpen(s.lone[from:to]) {
		f += 4
	}
	if s.lone[from].gap || to < len(s.lone) && s.lone[to].gap || at < len(s.its) && s.its[at].gap {
		f += 2
	}
	if s.lone[from].start {
		f++
	}
	return f
}

// widenWords bounds how far from the common stretch more common words are
// looked for.
const widenWords = 12

// widen adds to the common stretch the longest run of two words or more that
// both wordings have just before it, and just behind it, or the word that
// begins, or ends, both: the alignment stops short of words that a larger
// change parts from the rest.
func (c *comparison) widen() {
	if len(c.pairs) == 0 {
		return
	}
	first, last := c.pairs[0], c.pairs[len(c.pairs)-1]
	a, b := max(0, first.ref-widenWords), max(0, first.vary-widenWords)
	head := longestRun(c.ref.toks[a:first.ref], c.vary.toks[b:first.vary], a, b)
	if len(head) == 0 && first.ref > 0 && first.vary > 0 && c.ref.toks[0].key == c.vary.toks[0].key {
		head = []pair{{0, 0}}
	}
	a, b = last.ref+1, last.vary+1
	tail := longestRun(c.ref.toks[a:min(len(c.ref.toks), a+widenWords)], c.vary.toks[b:min(len(c.vary.toks), b+widenWords)], a, b)
	if m, n := len(c.ref.toks)-1, len(c.vary.toks)-1; len(tail) == 0 && last.ref < m && last.vary < n && c.ref.toks[m].key == c.vary.toks[n].key {
		tail = []pair{{m, n}}
	}
	c.pairs = append(append(head, c.pairs...), tail...)
}

// longestRun returns the longest run of neighbouring words common to two short
// lists, nil if it is less than two words; the pairs are moved by i and j.
func longestRun(x, y []token, i, j int) []pair {
	best, at := 1, pair{}
	for r := range x {
		for v := range y {
			n := 0
			for r+n < len(x) && v+n < len(y) && x[r+n].key == y[v+n].key {
				n++
			}
			if n > best {
				best, at = n, pair{r, v}
			}
		}
	}
	if best < 2 {
		return nil
	}
	out := make([]pair, best)
	for k := range out {
		out[k] = pair{i + at.ref + k, j + at.vary + k}
	}
	return out
}
