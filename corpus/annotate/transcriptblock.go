package annotate

import "verbatim/corpus/lexicon"

// blocks finds the quotations a page sets as a paragraph of their own without
// marks, behind a colon that ends the report of who says them: "Venn wrote:".
// What a paper reports is told, not said.
func (p *page) blocks() []reported {
	var out []reported
	for s := 0; s+1 < len(p.sentences); s++ {
		st, next := p.sentences[s], p.sentences[s+1]
		if next.paragraph != st.paragraph+1 || !p.is(st.hi-1, ":") || p.at(st.hi-1).mark != 0 {
			continue
		}
		hi := p.sentences[p.paragraphEnd(s+1, next.paragraph)-1].hi
		if !p.isBlock(next.lo, hi) {
			continue
		}
		if a := p.leadsToBlock(s, hi); a.found() {
			out = append(out, reported{a, p.clauseSpan(next.lo, hi)})
		}
	}
	return out
}

// leastBlock is how many words a block has at least.
const leastBlock = 8

// isBlock reports whether the paragraph of tokens [lo, hi) reads as what
// somebody said or wrote: sentences without marks around them, and no report
// of what another said in marks.
func (p *page) isBlock(lo, hi int) bool {
	if p.at(lo).mark != 0 || p.is(lo, "-", "–", "—", "--", "•", "*", "#") || !p.enough(lo, hi, leastBlock) || !p.clauseIn(lo, hi) {
		return false
	}
	if _, ok := p.labelAt(lo); ok || !p.is(hi-1, ".", "!", "?", "…", ")", "]") && p.at(hi-1).mark == 0 {
		return false
	}
	return p.nextMark(lo, hi) == hi || len(p.cuesIn(lo, hi)) == 0
}

// leadsToBlock credits the block behind sentence s to the subject of the last
// cue before its colon, or to the owner of a noun that carries speech: "Here is
// Venn's statement in full:".
func (p *page) leadsToBlock(s, hi int) attribution {
	st := p.sentences[s]
	block := p.span(st.hi, hi)
	m := &Marked{Inner: block, Outer: block, Paragraph: st.paragraph + 1}
	cues := p.cuesIn(p.lastMarkBefore(st.lo, st.hi), st.hi)
	for k := len(cues) - 1; k >= 0; k-- {
		c := &cues[k]
		if c.Strength < 2 || c.passive || p.clauseIn(c.hi, st.hi) || p.breaksClause(c.hi, st.hi) {
			continue
		}
		if a := p.headCue(m, c, st.lo, st.hi); a.found() {
			return p.asBlock(a)
		}
		return attribution{}
	}
	return p.asBlock(p.paperLeads(max(st.lo, st.hi-nearColon), st.hi))
}

// paperLeads credits the owner of the noun that carries speech nearest before a
// colon, no verb between.
func (p *page) paperLeads(lo, hi int) attribution {
	for i := hi - 1; i > lo && !p.at(i).isFinite(); i-- {
		if lexicon.CueNoun(p.at(i).lower) != "" {
			return p.nounCue(lo, i+1)
		}
	}
	return attribution{}
}

// nearColon is how many tokens before a colon a noun that carries speech is
// looked for: "Here is Venn's statement in full:".
const nearColon = 7

// asBlock leaves out what the writer of the article, nobody or a paper says.
func (p *page) asBlock(a attribution) attribution {
	for _, k := range a.phrases {
		if p.isPressPhrase(k) || !p.isSomebody(k) && isPress(a.at.In(p.src)) || p.isWriter(k) || p.isAnybody(k) || p.nobody(k) {
			return attribution{}
		}
	}
	if a.found() {
		a.sieve, a.confidence = sieveColon, confidence[sieveColon]
	}
	return a
}
