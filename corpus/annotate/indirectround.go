package annotate

import "verbatim/corpus/lexicon"

// toldRound reads the words round a fragment in marks behind a verb that takes a
// topic or an infinitive and reports only beside marks: "referenced “tensions”
// in the harbour", "encouraged the crews to “check” the gates".
func (p *page) toldRound(c *cue, s, hi int) (reported, bool) {
	lo := c.hi
	topic := c.Takes('t') && p.at(lo).phrase != 0 || c.Takes('t') && p.at(lo).mark != 0
	if s == none || p.isAttribute(c) || !topic && !(c.Takes('i') && p.at(lo).phrase != 0 && p.is(p.reach(p.at(lo).phrase-1), "to")) {
		return reported{}, false
	}
	m := p.nextMark(lo, min(hi, lo+12))
	if m == min(hi, lo+12) || p.clauseIn(lo, m) || len(p.cuesIn(lo, m)) > 0 || p.wholeQuote(lo, hi) || p.isClause(&p.marks[p.at(m).mark-1]) {
		return reported{}, false
	}
	end := p.contentEnd(c, lo, hi)
	if c.Form == lexicon.Gerund && c.lo <= p.sentences[c.sentence].lo+1 {
		end = p.openingEnd(lo, end, true)
	}
	if end <= m || !p.enough(lo, end, 2) || p.phrases[s].kind == thing || p.isWriter(s) {
		return reported{}, false
	}
	a := p.credit(s, c, sieveHead)
	return reported{a, p.clauseSpan(lo, end)}, a.found()
}

// toldPassive reads "the deal was confirmed by Lind": what was confirmed.
func (p *page) toldPassive(c *cue) (reported, bool) {
	by := p.skipAdverbs(c.hi)
	k := p.at(by + 1).phrase
	if !c.Takes('t') || c.Strength < 2 || !p.is(by, "by") || k == 0 || p.at(by+1).mark != 0 {
		return reported{}, false
	}
	switch c.Class {
	case "confirm", "deny", "announce", "admit":
	default:
		return reported{}, false
	}
	who, s := p.apposed(k-1), p.subject(c.lo)
	if s == none || p.phrases[s].kind == pronoun || p.phrases[who].kind != named && p.phrases[who].kind != description || p.phrases[s].lo >= c.lo {
		return reported{}, false
	}
	lo, end := p.phrases[s].lo, p.reach(s)
	a := p.credit(who, c, sieveHead)
	return reported{a, p.clauseSpan(lo, end)}, a.found() && end <= c.lo && p.enough(lo, end, 2)
}

// leadsToQuote reports whether tokens [lo, hi) are no clause but lead to words
// in marks behind a colon: "said something to the effect of: “…”".
func (p *page) leadsToQuote(lo, hi int) bool {
	return p.is(hi, ":") && p.at(hi+1).mark != 0 && !p.clauseIn(lo, hi)
}

// isAttribute reports whether a cue is a participle before its noun: "the
// commonly cited cases".
func (p *page) isAttribute(c *cue) bool {
	i := c.lo - 1
	for p.at(i).isAdverb() {
		i--
	}
	return p.at(c.lo).pos == "VBN" && modifies(p.at(i))
}
