package annotate

import "verbatim/corpus/lexicon"

// madeTo returns whom something brought to say what cue c, an infinitive, tells: "a
// silence that left | Venn | to ask", "prompting | the mayor | to say". None if nobody
// is, or only might be.
func (p *page) madeTo(c *cue) int {
	i := p.skipBackAdverbs(c.lo - 1)
	k := p.at(i-1).phrase - 1
	if !p.is(i, "to") || c.Lemma == "believe" || c.Lemma == "think" || k < 0 || p.at(i-1).mark != 0 || p.phrases[k].hi != i || !p.isSomebody(k) && p.phrases[k].kind != named {
		return none
	}
	v := p.phrases[k].lo - 1
	if !p.is(v, "leaving", "left", "leaves", "prompted", "prompting", "prompts", "led", "leading", "leads", "forced", "forcing", "forces", "caused", "causing", "causes", "spurred", "spurring", "drove", "driving", "inspired", "inspiring") {
		return none
	}
	if !p.at(v).isVerb() || p.at(p.skipBackAdverbs(v-1)).isAux() {
		return none
	}
	return k
}

// whoTells returns the subject of cue c in the sentence that begins at token lo: that of
// the verb at token via, which comes to it, whom something made say it, or its own.
func (p *page) whoTells(c *cue, lo, via, made int) int {
	switch {
	case via != none:
		return p.subject(via)
	case made != none:
		return made
	}
	s := p.subjectWithin(c.lo, p.clauseFrom(c, lo), 6)
	if s == none && c.lo > lo && p.at(c.lo-1).mark == 0 {
		return p.subject(c.lo)
	}
	return s
}

// clauseFrom returns the token the subject of cue c is looked for from, in the sentence
// that begins at token lo: behind the last words in marks, but before them where the cue
// is joined to a verb before them, "called it “odd” on Friday and | said", or, in -ing,
// has no clause of its own behind them, "dismissed the book “Low Tide” by | calling it".
func (p *page) clauseFrom(c *cue, lo int) int {
	k := p.lastMarkBefore(lo, c.lo)
	switch {
	case k == lo, p.joinsBefore(k, c.lo):
		return lo
	case c.Form == lexicon.Gerund && (p.is(p.skipBackAdverbs(c.lo-1), "by") || p.isLoose(c.lo, k) && !p.ownClause(k, c.lo)):
		return lo
	}
	return k
}

// isLoose reports whether the participle at token v, behind words in marks that end before
// token k, hangs on no noun right before it: "called it “odd” on Friday, | saying".
func (p *page) isLoose(v, k int) bool {
	i := p.skipBackAdverbs(v - 1)
	return i < k || p.isDash(i) || p.is(i, ",", "and", "but", "while", "before", "after", "when", "in", "without")
}

// mayorOf returns whom the name of a town at phrase k and that of its country or state
// belong to: "said | Port Anton, Norland, Mayor Mara Venn". It is k where no title follows.
func (p *page) mayorOf(k int) int {
	ph := p.phrases[k]
	n := p.at(ph.hi+1).phrase - 1
	if !p.isPlace(k) || !p.is(ph.hi, ",") || n < 0 || !p.isPlace(n) || !p.is(p.phrases[n].hi, ",") {
		return k
	}
	i := p.phrases[n].hi + 1
	if m := p.at(i).phrase - 1; m >= 0 && p.phrases[m].lo == i && p.isNamedPerson(m) && lexicon.RoleHead(p.at(i).lower) {
		return m
	}
	return k
}

// pastParticiple returns the token behind a participle or two at token i that describe the
// person named right behind: "said | retired surgeon Mara Venn", "said | Orley-backing
// delegate Tam Lind". It is i where nobody is.
func (p *page) pastParticiple(i int) int {
	j := i
	for j < i+2 && p.at(j).phrase == 0 && p.at(j).mark == 0 && (p.at(j).pos == "VBG" || p.at(j).pos == "VBN" || p.at(j).pos == "JJ") {
		j++
	}
	k := p.at(j).phrase - 1
	if j == i || k < 0 || p.phrases[k].lo != j || p.at(j).sentence != p.at(i).sentence {
		return i
	}
	if n := p.at(p.phrases[k].hi).phrase - 1; p.isNamedPerson(k) || p.at(j).pos == "NN" && n >= 0 && p.isNamedPerson(n) {
		return j
	}
	return i
}
