package annotate

// longestGap is how many tokens may stand between a noun that carries speech and
// the "that" of its words: "his statement before the vote | that".
const longestGap = 14

// thatSoon reports whether "that" opens, behind a noun that carries speech, what
// the noun says: no clause stands between, "his statement before the vote | that",
// or the verb "is", "Venn's position, as ever, | is that".
func (p *page) thatSoon(i, hi int) bool {
	for _, c := range p.cuesIn(p.sentences[p.at(i).sentence].lo, i) {
		if c.Takes('c') && c.Strength >= 2 {
			return false // "told the Gull about Venn's statement | that"
		}
	}
	for end := min(hi, i+longestGap); i < end; i++ {
		t := p.at(i)
		switch {
		case t.mark != 0 || p.is(i, ";", ":", "who", "which"):
			return false
		case p.is(i, "that"):
			return t.phrase == 0 && p.at(i+1).pos != "VBD" && p.at(i+1).pos != "VBZ"
		case p.is(i, "is", "was") && p.is(i+1, "that"):
			return true
		case t.isFinite():
			return false
		}
	}
	return false
}

// leveled credits who a clause right behind a noun that carries speech says made
// it: "an allegation | he leveled on Saturday, that “…”".
func (p *page) leveled(i, hi int, c *cue) attribution {
	k := p.at(i).phrase - 1
	if k < 0 || p.phrases[k].lo != i || !p.isSomebody(k) || p.at(i).mark != 0 {
		return attribution{}
	}
	v := p.skipAux(p.phrases[k].hi)
	if !p.is(v, "leveled", "levelled", "made", "makes", "made", "raised", "posted", "sent", "wrote", "gave", "issued", "delivered", "repeated") {
		return attribution{}
	}
	if !p.thatSoon(v+1, hi) && !p.is(hi-1, ":") {
		return attribution{}
	}
	return p.credit(k, c, sieveNoun)
}

// claimedBy credits who is named behind "by" right behind a noun that carries speech:
// "past claims by | Venn that".
func (p *page) claimedBy(i, hi int, c *cue) attribution {
	k := p.at(i + 1).phrase - 1
	if !p.is(i, "by") || k < 0 || p.at(i).mark != 0 || p.at(i+1).mark != 0 || !p.thatSoon(p.reach(k), hi) {
		return attribution{}
	}
	return p.credit(p.apposed(k), c, sieveNoun)
}
