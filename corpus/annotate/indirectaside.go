package annotate

import "verbatim/corpus/lexicon"

// toldAside reads the clause that "as" joins to its cue: "As the engineers
// pointed out, the dam is old", "The dam, as the engineers pointed out, is old",
// "The dam is old, as the engineers have said".
func (p *page) toldAside(c *cue, s int, st sentence) (reported, bool) {
	putIt := c.Lemma == "put" && p.is(c.hi, "it")
	if s == none || !putIt && (c.Strength < 2 || !c.Takes('c') || c.Class == "think") {
		return reported{}, false
	}
	as := p.phrases[s].lo - 1
	if p.is(as, "of") && p.is(as-1, "one", "some", "many", "most") {
		as -= 2 // "as one of her aides pointed out"
	}
	if as < st.lo || !p.is(as, "as") || p.at(as).mark != 0 || p.isWriter(s) {
		return reported{}, false
	}
	i := c.hi
	if p.is(i, "out") || putIt {
		i++
	}
	i = p.skipAdjuncts(i, st.hi)
	lo, hi, ok := st.lo, p.trimStop(st.hi), false
	switch {
	case as == st.lo:
		lo, ok = i+1, p.is(i, ",") && p.clauseFollows(i+1, st.hi)
		hi = p.contentEnd(c, min(lo, hi), st.hi)
	case !p.behindComma(as):
	case p.is(i, ","):
		ok = p.clauseIn(i+1, hi) && !p.clauseIn(lo, as)
	case i >= hi:
		if hi = as; p.is(as-1, ",") && p.at(as-1).mark == 0 {
			hi--
		}
		ok = p.clauseIn(lo, as) && !p.isSaid(lo, as)
		if k := p.at(as - 1).mark; ok && putIt && k != 0 {
			lo = p.lastClause(lo, p.tokenAt(p.marks[k-1].Outer.Start))
		}
	}
	if !ok || !p.enough(lo, hi, 3) {
		return reported{}, false
	}
	a := p.credit(s, c, sieveTail)
	return reported{a, p.clauseSpan(lo, hi)}, a.found()
}

// lastClause returns the token behind the last comma in [lo, hi) that a clause follows, lo
// if there is none: "the locks are old, | the port is" what Venn called it.
func (p *page) lastClause(lo, hi int) int {
	for i := hi - 1; i > lo; i-- {
		if p.is(i-1, ",") && p.at(i-1).mark == 0 && p.at(i).phrase != 0 && p.clauseIn(i, hi) && p.clauseFollows(i, hi) {
			return i
		}
	}
	return lo
}

// isSaid reports whether somebody else says, or will not say, what stands in
// tokens [lo, hi).
func (p *page) isSaid(lo, hi int) bool {
	for _, c := range p.cuesIn(lo, hi) {
		if c.Strength >= 2 {
			return true
		}
	}
	for i := lo; i < hi; i++ {
		if f, ok := lexicon.CueOf(p.at(i).lower); ok && f.Strength >= 2 && p.at(i).mark == 0 && p.notSaid(i) != i {
			return true
		}
	}
	return false
}

// openingSubject returns the subject of the sentence for a cue in its opening
// phrase: "Saying the port was shut, | Venn ordered", "After saying that, Venn
// left". None if the sentence opens otherwise.
func (p *page) openingSubject(c *cue, st sentence) int {
	if c.Form == lexicon.Gerund && p.is(c.lo-1, "and") && p.gerundAt(st.lo) {
		c = &cue{CueForm: c.CueForm, lo: st.lo, hi: c.hi} // "Arguing that it was shut and | suggesting"
	}
	if c.Form != lexicon.Gerund || c.lo > st.lo+1 || c.lo == st.lo+1 && !p.is(st.lo, "after", "before", "despite", "while", "when", "in", "by") {
		return none
	}
	end := p.openingEnd(c.hi, st.hi, false)
	if p.is(end, ",") && p.at(end).mark == 0 {
		end++
	}
	k := p.at(end).phrase
	if end >= st.hi || k == 0 || p.phrases[k-1].kind == thing || p.phrases[k-1].kind == timely {
		return none
	}
	return p.apposed(k - 1)
}

// opensRelatively reports whether cue c belongs to a relative clause of the phrase a
// preposition opens its sentence with: "To those who said it was lost, | Venn showed".
func (p *page) opensRelatively(c *cue) bool {
	lo := p.sentences[c.sentence].lo
	r := p.skipHelpers(c.lo-1, lo)
	if r-lo > near*4 || !p.is(r, "who", "which", "that") || p.at(lo).pos != "IN" && !p.is(lo, "to", "for") || clauseWord(p.at(lo).lower) {
		return false
	}
	return !p.clauseIn(lo, r) && p.firstComma(lo, r) == r
}

// openingEnd returns the token behind a clause that begins at lo and hangs on
// what the reporter tells next: its comma, or where that stands in marks the
// token behind those; topic says that it may be no clause but a noun. It returns
// hi where no clause of the reporter's follows.
func (p *page) openingEnd(lo, hi int, topic bool) int {
	for i := p.pastInner(lo, hi) + 2; i < hi; i++ {
		if p.at(i).mark == 0 && p.behindComma(i) && (p.clauseIn(lo, i) || topic) && p.clauseFollows(i, hi) {
			if p.is(i-1, ",") && p.at(i-1).mark == 0 {
				return i - 1
			}
			return i
		}
	}
	return hi
}

// whoWas returns of whom phrase s, the subject of the infinitive of cue c, is only
// said: "Venn | was the first pilot to | say". It returns s where it is nobody's.
func (p *page) whoWas(c *cue, s int) int {
	if s == none || c.Form != lexicon.Base || !p.is(p.phrases[s].lo-1, "is", "was", "are", "were", "became") || p.phrases[s].lo > c.lo {
		return s
	}
	if k := p.subject(p.phrases[s].lo - 1); k != none && p.phrases[k].kind != thing {
		return k
	}
	return s
}

// allWho returns of whom "all" before cue c says that they say so too: "the crews said it
// was shut, and | all | confirmed it was late". It returns s where that is nobody.
func (p *page) allWho(c *cue, s int) int {
	i := p.skipBackAdverbs(c.lo - 1)
	if !p.is(i, "all", "both") || p.at(i).mark != 0 || p.at(i-1).pos != "CC" {
		return s
	}
	if cs := p.cuesIn(p.sentences[c.sentence].lo, i); len(cs) > 0 {
		return p.subject(cs[len(cs)-1].lo)
	}
	return s
}

// isPrinciple reports whether w, in lower case, is what a thing is done by, and no
// source: "according to old | principles".
func isPrinciple(w string) bool {
	switch w {
	case "principle", "principles", "values", "standards", "tastes", "needs", "expectations", "wishes", "ability", "abilities", "sex", "gender", "race",
		"merit", "preference", "preferences", "convenience":
		return true
	}
	return false
}

// headWord returns the last word, in lower case, of the phrase token i stands in, empty
// if it stands in none.
func (p *page) headWord(i int) string {
	if k := p.at(i).phrase; k != 0 {
		return p.at(p.phrases[k-1].hi - 1).lower
	}
	return ""
}

// skipBackAdverbs goes left from token i over adverbs.
func (p *page) skipBackAdverbs(i int) int {
	for p.at(i).isAdverb() {
		i--
	}
	return i
}

// behindSpan steps over how long after something else a thing was, at token i: "two
// days | after", "as soon | as", "hours | before".
func (p *page) behindSpan(i int) int {
	switch k := p.at(i).phrase; {
	case p.is(i, "as") && p.is(i+1, "soon"):
		return i + 2
	case k != 0 && p.phrases[k-1].kind == timely && p.at(i).mark == 0:
		return p.phrases[k-1].hi
	case p.is(i, "minutes", "seconds", "moments", "hours", "shortly", "soon", "just"):
		return i + 1
	}
	return i
}

// doesElse reports whether tokens [lo, hi) between a subject and its cue hold a verb
// that "and" or "or" joins to the cue: "what, exactly, the port | knew of or" said.
func (p *page) doesElse(lo, hi int) bool {
	return p.at(hi-1).pos == "CC" && p.firstComma(lo, hi) == hi && p.clauseIn(lo, hi)
}

// onlyFronts reports whether tokens [lo, hi) are only where or when, set before a clause:
// "Meanwhile, on the other pier,".
func (p *page) onlyFronts(lo, hi int) bool {
	at := p.skipAdverbs(lo)
	if at > lo && p.is(at, ",") {
		at++
	}
	return p.at(at).pos == "IN" && !clauseWord(p.at(at).lower) && p.is(hi-1, ",") && !p.clauseIn(lo, hi)
}
