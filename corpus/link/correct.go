package link

import (
	"slices"

	"verbatim/corpus/corrections"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// takeOut returns the personas of some entities and leaves them out of all
// that is merged by likeness.
func (c *crew) takeOut(entities []news.Ref) []*persona {
	var out []*persona
	if len(entities) == 0 {
		return nil
	}
	apart := make(map[news.Ref]bool, len(entities))
	for _, e := range entities {
		apart[e] = true
	}
	c.all = slices.DeleteFunc(c.all, func(p *persona) bool {
		gone := p.into == nil && apart[p.refs[0]]
		if gone {
			out = append(out, p)
		}
		return gone
	})
	return out
}

// seat puts personas that were taken out each with the one of just its name, in
// its story before any other, or by itself.
func (c *crew) seat(ps []*persona) {
	named := map[string][]*persona{} // those of the names that are asked for, in order
	for _, p := range ps {
		named[text.Fold(c.entity(p.refs[0]).Name)] = nil
	}
	for _, q := range c.standing() {
		c.note(named, q)
	}
	for _, p := range ps {
		var found *persona
		for _, q := range named[text.Fold(c.entity(p.refs[0]).Name)] {
			if q.kind == p.kind && (found == nil || found.of != p.of && q.of == p.of) {
				found = q
			}
		}
		c.all = append(c.all, p)
		if found != nil {
			merge(found, p)
		} else {
			c.note(named, p)
		}
	}
}

// note adds a persona to those of each of its names that is asked for.
func (c *crew) note(named map[string][]*persona, q *persona) {
	if len(named) == 0 || q.isHidden {
		return
	}
	for _, r := range q.refs {
		name := text.Fold(c.entity(r).Name)
		if of, ok := named[name]; ok && (len(of) == 0 || of[len(of)-1] != q) {
			named[name] = append(of, q)
		}
	}
}

// join merges the personas of pairs of entities. One who is named stands
// before one who is only described.
func (c *crew) join(pairs [][2]news.Ref) {
	if len(pairs) == 0 {
		return
	}
	of := map[news.Ref]*persona{}
	for _, p := range c.standing() {
		for _, r := range p.refs {
			of[r] = p
		}
	}
	for _, e := range pairs {
		p, q := of[e[0]].last(), of[e[1]].last()
		if p == nil || q == nil || p == q {
			continue
		}
		if p.isHidden && !q.isHidden {
			p, q = q, p
		}
		if q.isHidden {
			q.words, q.suffix = nil, ""
		}
		merge(p, q)
	}
}

// last returns the persona that p was merged into in the end, p itself if it
// stands.
func (p *persona) last() *persona {
	for p != nil && p.into != nil {
		p = p.into
	}
	return p
}

// decided is what editors have decided of statements, by quote.
type decided struct {
	merged, split [][2]news.Ref
	quotes        map[news.Ref]bool // that a decision names
}

func newDecided(d corrections.Found) *decided {
	if len(d.Merged)+len(d.Split) == 0 {
		return nil
	}
	out := &decided{merged: d.Merged, split: d.Split, quotes: map[news.Ref]bool{}}
	for _, p := range slices.Concat(d.Merged, d.Split) {
		out.quotes[p[0]], out.quotes[p[1]] = true, true
	}
	return out
}

// decide changes sets as editors have decided: first what is split, then what
// is merged.
func (l *teller) decide(qs []quote, sets []set) []set {
	at := map[news.Ref]int{}
	for i := range qs {
		if l.decided != nil && l.decided.quotes[qs[i].ref] {
			at[qs[i].ref] = i
		}
	}
	if len(at) == 0 {
		return sets
	}
	e := newEditor(l, qs, sets)
	pairs(at, l.decided.split, e.split)
	pairs(at, l.decided.merged, e.merge)
	return e.settled()
}

// pairs calls do with the indices of pairs of quotes of which both are here.
func pairs(at map[news.Ref]int, refs [][2]news.Ref, do func(a, b int)) {
	for _, p := range refs {
		a, ok := at[p[0]]
		b, also := at[p[1]]
		if ok && also && a != b {
			do(a, b)
		}
	}
}

// editor changes the sets of one story by hand.
type editor struct {
	l    *teller
	qs   []quote
	sets []set
	in   map[int][]int // of each quote, its sets, rising
	all  *groups       // the bonds of the story's quotes, made when needed
}

func newEditor(l *teller, qs []quote, sets []set) *editor {
	e := &editor{l: l, qs: qs, in: map[int][]int{}}
	for _, s := range sets {
		e.add(s)
	}
	return e
}

// add adds a set.
func (e *editor) add(s set) {
	for _, m := range s.members {
		e.in[m] = append(e.in[m], len(e.sets))
	}
	e.sets = append(e.sets, s)
}

// split takes quote a out of the sets that have b too. It becomes a set of its
// own, if no other has it.
func (e *editor) split(a, b int) {
	from := false
	for _, i := range slices.Clone(e.in[a]) {
		if !slices.Contains(e.in[b], i) {
			continue
		}
		from = true
		s := &e.sets[i]
		s.members = without(slices.Clone(s.members), a)
		e.in[a] = without(e.in[a], i)
		s.byHand = true
		if s.ref == a {
			s.ref = e.reference(s.members)
		}
	}
	if from && len(e.in[a]) == 0 {
		e.add(set{ref: a, members: []int{a}, byHand: true})
	}
}

// merge makes one set of those that have a and b.
func (e *editor) merge(a, b int) {
	i, j := e.find(a), e.find(b)
	switch {
	case i >= 0 && i == j:
		return
	case i < 0 && j < 0:
		e.add(set{})
		i = len(e.sets) - 1
		e.enter(i, a, b)
	case i < 0:
		i = j
		e.enter(i, a)
	case j < 0:
		e.enter(i, b)
	default:
		i, j = min(i, j), max(i, j)
		from := e.sets[j].members
		for _, m := range from {
			e.in[m] = without(e.in[m], j)
		}
		joined := e.sets[i].union(e.sets[j])
		joined.members, e.sets[j].members = e.sets[i].members, nil
		e.sets[i] = joined
		e.enter(i, from...)
	}
	s := &e.sets[i]
	s.byHand = true
	s.possible = sureOf(s.possible, a, b)
	s.ref = e.reference(s.members)
}

// enter adds quotes to set i.
func (e *editor) enter(i int, quotes ...int) {
	s := &e.sets[i]
	s.members = sorted(slices.Concat(s.members, quotes))
	for _, m := range quotes {
		e.in[m] = sorted(append(e.in[m], i))
	}
}

// find returns the set of a quote: the one it is the reference of before
// another, -1 for none.
func (e *editor) find(a int) int {
	best := -1
	for _, i := range e.in[a] {
		if best < 0 || e.sets[i].ref == a && e.sets[best].ref != a {
			best = i
		}
	}
	return best
}

// reference chooses the reference of some quotes, those in marks before
// others.
func (e *editor) reference(members []int) int {
	if e.all == nil {
		e.all = group(e.qs, e.l.bonds(e.qs))
	}
	marked := slices.DeleteFunc(slices.Clone(members), func(m int) bool { return !e.qs[m].marked })
	if len(marked) == 0 {
		return members[0]
	}
	return e.all.reference(marked)
}

// settled returns the sets that have quotes. A quote joins two utterances only
// while it stands in two sets.
func (e *editor) settled() []set {
	out := slices.DeleteFunc(e.sets, func(s set) bool { return len(s.members) == 0 })
	in := map[int]int{}
	for _, s := range out {
		for _, m := range s.members {
			in[m]++
		}
	}
	for i := range out {
		joined := map[int]bool{}
		for m := range out[i].joined {
			if in[m] > 1 && out[i].has(m) {
				joined[m] = true
			}
		}
		out[i].joined = joined
	}
	return out
}

func (s *set) has(m int) bool { return slices.Contains(s.members, m) }

// union is what two sets are besides their members.
func (s set) union(o set) set {
	var out set
	for _, x := range []set{s, o} {
		for m := range x.joined {
			out.join(m)
		}
		for m := range x.possible {
			out.doubt(m)
		}
	}
	return out
}

// sureOf returns the doubtful members without those an editor is sure of.
func sureOf(possible map[int]bool, sure ...int) map[int]bool {
	out := map[int]bool{}
	for m := range possible {
		if !slices.Contains(sure, m) {
			out[m] = true
		}
	}
	return out
}
