package annotate

// toldPassive reads "the deal was confirmed by Lind": what was confirmed.
func (p *page) toldPassive(c *cue) (reported, bool) {
	by := c.hi
	if p.is(by, "out") { // "as pointed out | by"
		by++
	}
	by = p.skipAdverbs(by)
	k := p.at(by + 1).phrase
	if r, ok := p.toldAsBy(c, by); ok {
		return r, true
	}
	if r, ok := p.toldNamed(c); ok {
		return r, true
	}
	if !c.Takes('t') || c.Strength < 2 || !p.is(by, "by") || k == 0 || p.at(by+1).mark != 0 {
		return reported{}, false
	}
	switch c.Class {
	case "confirm", "deny", "announce", "admit":
	default:
		return reported{}, false
	}
	who, s := p.apposed(k-1), p.subject(c.lo)
	if s == none || p.is(c.lo-1, "longer") || p.phrases[s].kind == pronoun || p.phrases[who].kind != named && p.phrases[who].kind != description || p.phrases[s].lo >= c.lo {
		return reported{}, false
	}
	lo, end := p.phrases[s].lo, p.reach(s)
	a := p.credit(who, c, sieveHead)
	return reported{a, p.clauseSpan(lo, end)}, a.found() && end <= c.lo && p.enough(lo, end, 2)
}

// toldAsBy reads "As reported by the Gull, the gates were open" and "The gates were
// open, as stated in Venn's memo", whose source begins behind token by.
func (p *page) toldAsBy(c *cue, by int) (reported, bool) {
	st := p.sentences[c.sentence]
	as, k := c.lo-1, p.at(by+1).phrase
	for as > st.lo && p.at(as).isAdverb() {
		as--
	}
	if !p.is(as, "as") || p.at(as).mark != 0 || !c.Takes('c') || k == 0 || p.at(by+1).mark != 0 || !p.is(by, "by") && !(p.is(by, "in") && p.isOwnedPaper(k-1)) {
		return reported{}, false
	}
	lo, hi := st.lo, as-1
	if as == lo+1 && p.is(lo, "but", "and") {
		st.lo = as
	}
	if as == st.lo {
		lo, hi = p.skipAdjuncts(p.reach(k-1), st.hi)+1, p.trimStop(st.hi)
	}
	if lo >= hi || hi-lo > near*16 || as == st.lo && !p.is(lo-1, ",") || as > st.lo && (!p.is(hi, ",") || p.reach(k-1) < p.trimStop(st.hi)) || !p.clauseIn(lo, hi) || p.isSaid(lo, hi) {
		return reported{}, false
	}
	a := p.credit(k-1, c, sieveTail)
	return reported{a, p.clauseSpan(lo, hi)}, a.found()
}

// toldNamed reads what somebody is said to have called a thing, which is named first:
// "the plan was described as “a folly” | by Venn", "by Venn | as “a folly”".
func (p *page) toldNamed(c *cue) (reported, bool) {
	if !c.Takes('n') {
		return reported{}, false
	}
	who, end := p.namer(c)
	s := p.subject(c.lo)
	if who == none || s == none || p.phrases[s].lo >= c.lo || p.isWriter(who) {
		return reported{}, false
	}
	lo := p.phrases[s].lo
	if v := p.skipHelpers(c.lo-1, p.sentences[c.sentence].lo); p.is(v, "what") {
		lo = v
	}
	a := p.credit(who, c, sieveHead)
	return reported{a, p.clauseSpan(lo, end)}, a.found()
}

// namer returns whom "by" names as the one who called a thing so, behind the passive
// cue c or behind what it is called in marks, and the token behind that; none if nobody
// is named there or nothing stands in marks.
func (p *page) namer(c *cue) (who, end int) {
	i := c.hi
	who, i = p.agentAt(i)
	for p.is(i, "as", "a", "an", "the", "one") && p.at(i).mark == 0 {
		i++
	}
	if k := p.at(i).mark; k == 0 || p.isTitleCase(&p.marks[k-1]) {
		return none, i
	}
	end = p.alsoAs(p.behindMarks(i))
	if who == none {
		who, _ = p.agentAt(end)
	}
	return who, end
}

// agentAt returns the phrase behind the "by" at token i, of somebody or a body, and the
// token behind what hangs on it; none and i where there is none.
func (p *page) agentAt(i int) (who, end int) {
	k := p.at(i+1).phrase - 1
	if !p.is(i, "by") || k < 0 || p.at(i).mark != 0 || p.at(i+1).mark != 0 {
		return none, i
	}
	if ph := p.phrases[k]; ph.kind == thing && !p.isOneOf(k) || ph.kind == timely || ph.kind == pronoun && p.is(ph.lo, "it", "you", "me", "us") {
		return none, i
	}
	return p.apposed(k), p.reach(k)
}

// isCalledBy reports whether the words before pair of marks m call a thing so in the
// passive, and who does stands there or behind the marks: "was called “a folly” | by Venn".
func (p *page) isCalledBy(m *Marked) bool {
	lo, hi := p.before(m)
	cues := p.cuesIn(max(lo, hi-12), hi)
	if len(cues) == 0 {
		return false
	}
	c := &cues[len(cues)-1]
	if !c.passive || !c.Takes('n') {
		return false
	}
	who, end := p.namer(c)
	return who != none && end >= p.tokenAt(m.Outer.End)
}
