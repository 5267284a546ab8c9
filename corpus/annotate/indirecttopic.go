package annotate

import "verbatim/corpus/lexicon"

// longestAddress is how many tokens stand at most between a verb of talking and the
// "about" of what is told: to whom, when and where.
const longestAddress = 14

// toldAbout reads what somebody talked about where that is a clause: "talked about | how
// the tolls rose", "spoke on Friday of | being turned away".
func (p *page) toldAbout(c *cue, s, hi int) (reported, bool) {
	if c.Lemma != "talk" && c.Lemma != "speak" || s == none || !p.at(c.lo).isFinite() || !p.isSomeone(s) || p.phrases[s].kind == named && !p.isPerson(p.phrases[s].entity) || p.isWriter(s) || p.hangs(s) {
		return reported{}, false
	}
	lo := p.toldTopic(c, min(hi, c.hi+longestAddress))
	clause := *c
	switch {
	case lo == none:
		return reported{}, false
	case p.opensComplement(lo) && !p.is(lo, "if", "that", "when", "where", "who") && p.clauseIn(lo, hi):
		clause.Frames = "c"
	case p.isDeed(lo):
		clause.Frames = "t"
	default:
		return reported{}, false
	}
	end := p.contentEnd(&clause, lo, hi)
	a := p.credit(s, c, sieveHead)
	return reported{a, p.clauseSpan(lo, end)}, a.found() && p.enough(lo, end, 3)
}

// toldTopic returns the token behind the "about" or "of" that cue c, a verb of talking,
// takes, over to whom and when it was told; none if there is none before token hi.
func (p *page) toldTopic(c *cue, hi int) int {
	told := false
	for i := c.hi; i < hi; {
		k := p.at(i).phrase
		n := p.at(i + 1).phrase
		switch {
		case p.at(i).mark != 0:
			return none
		case p.is(i, "about") || p.is(i, "of") && !told:
			return i + 1
		case p.at(i).isAdverb() || p.at(i).pos == "RP":
			i++
		case k != 0 && p.phrases[k-1].kind == timely:
			i = p.phrases[k-1].hi
		case (p.at(i).pos == "IN" || p.is(i, "to")) && n != 0 && p.at(i+1).mark == 0 && !clauseWord(p.at(i).lower):
			i, told = p.phrases[n-1].hi, true
		default:
			return none
		}
	}
	return none
}

// isDeed reports whether a participle and its object stand at token i, so that what is
// told is that it is done: "being turned away", "raising the toll", "Venn assuming it".
func (p *page) isDeed(i int) bool {
	if k := p.at(i).phrase; k != 0 && p.at(i).mark == 0 && p.phrases[k-1].kind != thing && p.phrases[k-1].kind != timely {
		i = p.phrases[k-1].hi
	}
	t, n := p.at(i), p.at(i+1)
	if t.pos != "VBG" || t.mark != 0 {
		return false
	}
	return n.pos == "DT" || n.pos == "PRP$" || n.pos == "PRP" || n.pos == "VBN" || n.pos == "JJ" || n.pos == "TO" || n.isNoun() || n.mention != 0
}

// isOnlyIt reports whether tokens [lo, hi) right behind cue c are no more than a pronoun
// that is its object and when or where it was said: "mentioned | it on Friday".
func (p *page) isOnlyIt(c *cue, lo, hi int) bool {
	if lo != c.hi || !p.is(lo, "it", "them", "him", "her", "us", "me", "you") || p.at(lo).mark != 0 || c.Takes('n') || c.Takes('x') || p.nextMark(lo, hi) < hi {
		return false
	}
	if c.Lemma == "remind" && p.is(lo+1, "of") || c.Lemma == "tell" && p.is(lo, "it") && p.is(lo+1, ",") {
		return true // "reminds | them of home", "to hear them tell | it,"
	}
	if c.Takes('o') || p.clauseFollows(lo, hi) {
		return p.isOnlyTold(c, lo, hi)
	}
	i := p.skipAdverbs(lo + 1)
	k := p.at(i).phrase
	return i >= hi || p.at(i).pos == "IN" && !p.is(i, "that") || p.is(i, ",") || k != 0 && p.phrases[k-1].kind == timely
}

// isOnlyTold reports whether tokens [lo, hi) are no more than whom somebody told, and
// when: "told | the paper hours after it was announced".
func (p *page) isOnlyTold(c *cue, lo, hi int) bool {
	k := p.at(lo).phrase
	if !c.Takes('o') || c.Lemma != "tell" && p.phrases[max(k-1, 0)].kind != pronoun || lo != c.hi || k == 0 || p.at(lo).mark != 0 || p.nextMark(lo, hi) < hi || p.clauseFollows(lo, hi) {
		return false
	}
	for i := p.phrases[k-1].hi; i < min(hi, lo+mostContent); i++ {
		if p.opensComplement(i) && !p.is(i, "when", "where", "who") || p.is(i, "to", "not", "about", "of") {
			return false
		}
	}
	return true
}

// isDoneTo reports whether the cue at token i is what is said of its subject or done to it,
// and nothing that he says: "Venn, | said to be", "when | questioned about".
func (p *page) isDoneTo(i int, f lexicon.CueForm) bool {
	switch {
	case f.Lemma == "say" && p.is(i+1, "to") && p.at(i+2).pos == "VB":
		return f.Form == lexicon.Past
	case f.Form != lexicon.Past && f.Form != lexicon.Participle:
		return false
	}
	return p.isPassive(i) && !p.is(i-1, "being", "got") && !p.is(i+1, "by")
}
