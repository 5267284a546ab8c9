package link

import "verbatim/corpus/news"

// fullest is the share of the weight of the fullest wording from which on a
// wording may be the reference.
const fullest = 0.8

// reference chooses the reference among quotes in marks: of the fullest
// wordings the one that the fewest outlets contradict, and that no majority
// does.
func (g *groups) reference(members []int) int {
	pool := g.trusted(members)
	most := 0
	for _, i := range pool {
		most = max(most, g.qs[i].words.total)
	}
	best := -1
	for _, i := range pool {
		if float64(g.qs[i].words.total) < fullest*float64(most) {
			continue
		}
		if best < 0 || g.better(i, best, members) {
			best = i
		}
	}
	return best
}

// trusted returns the members that are not outvoted: more outlets agree with
// them than contradict them, or at most one does contradict.
func (g *groups) trusted(members []int) []int {
	var out []int
	for _, i := range members {
		against, with := g.votes(i, members)
		if against < 2 || against <= with {
			out = append(out, i)
		}
	}
	if len(out) == 0 {
		return members
	}
	return out
}

// votes counts the other outlets that print the words of quote i otherwise,
// and those that print them so.
func (g *groups) votes(i int, members []int) (against, with int) {
	said := map[string]bool{}
	for _, m := range members {
		d := g.bond(i, m)
		if d == nil || g.qs[m].outlet == g.qs[i].outlet {
			continue
		}
		said[g.qs[m].outlet] = said[g.qs[m].outlet] || d.against(i) > 0
	}
	for _, no := range said {
		if no {
			against++
		} else {
			with++
		}
	}
	return against, with
}

// against is the weight of the words that tell against the wording of quote i
// in a bond. Words that i has in brackets and the other as speech tell against
// the other.
func (d *bond) against(i int) int {
	if d.a == i {
		return d.hurt - d.bracketA
	}
	return d.hurt - d.bracketB
}

// better reports whether quote i makes the better reference than quote j.
func (g *groups) better(i, j int, members []int) bool {
	ai, _ := g.votes(i, members)
	aj, _ := g.votes(j, members)
	x, y := &g.qs[i], &g.qs[j]
	switch {
	case ai-aj > 1 || aj-ai > 1:
		return ai < aj
	case x.direct() != y.direct():
		return x.direct()
	case x.words.marksOpen() != y.words.marksOpen():
		return y.words.marksOpen()
	case ai != aj:
		return ai < aj
	}
	if d := g.bond(i, j); d != nil && d.words == len(x.words.toks) && d.words == len(y.words.toks) {
		if m, n := g.agreeing(i, members), g.agreeing(j, members); m != n {
			return m > n
		}
		return x.wire && !y.wire
	}
	return x.words.total > y.words.total
}

// agreeing counts the members that print just the words of quote i.
func (g *groups) agreeing(i int, members []int) int {
	n := 0
	for _, m := range members {
		if d := g.bond(i, m); d != nil && d.exact {
			n++
		}
	}
	return n
}

// marksOpen reports whether the wording has brackets or an ellipsis.
func (w *wording) marksOpen() bool {
	for i := range w.toks {
		if w.toks[i].open > 0 || w.toks[i].gap {
			return true
		}
	}
	return w.gap
}

// variantOf compares a quote with the reference.
func variantOf(ref, q *quote) news.Variant {
	v := news.Variant{Quote: q.ref, Relation: news.Paraphrase}
	switch {
	case ref == q && q.marked:
		v.Relation = news.Verbatim
	case !ref.marked || !q.marked:
	default:
		c := compare(ref.words, q.words)
		if len(c.pairs) == 0 {
			break
		}
		v.Edits, v.Relation = c.edits, c.relation()
		if fragment(ref, q) {
			v.Relation = news.Paraphrase
		}
	}
	return v
}

// fragment reports whether a quote has marks on so few words of the reference
// that the rest of it is the reporter's.
func fragment(ref, q *quote) bool {
	return len(q.words.toks) == 1 && len(ref.words.toks) > 3
}
