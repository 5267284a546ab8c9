package annotate

import "verbatim/corpus/lexicon"

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
	return p.thatFollows(i, hi)
}

// thatFollows is thatSoon, whatever is told before.
func (p *page) thatFollows(i, hi int) bool {
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
	if k := p.at(i).phrase - 1; k >= 0 && p.phrases[k].lo == i && p.phrases[k].kind == timely {
		i = p.phrases[k].hi // "the demand | last week by"
	}
	k := p.at(i+1).phrase - 1
	if !p.is(i, "by") || k < 0 || p.at(i).mark != 0 || p.at(i+1).mark != 0 || !p.isSomebody(k) && !p.thatSoon(p.reach(k), hi) || !p.thatFollows(p.reach(k), hi) {
		return attribution{}
	}
	return p.credit(p.apposed(k), c, sieveNoun)
}

// headVerb reads "Venn hedged, “…”": whatever its verb tells of, a person and a verb
// right before a comma and a sentence in marks, with which all ends, are who says it.
func (p *page) headVerb(m *Marked, hi int) attribution {
	v := hi - 2
	lo, end, same := p.after(m)
	if t := p.at(v); !p.is(hi-1, ",") || t.mark != 0 || t.pos != "VBD" && t.pos != "VBZ" || t.isAux() || same && lo < end && !p.is(lo, ".") || !p.isClause(m) || p.isTitleCase(m) {
		return attribution{}
	}
	if _, known := lexicon.CueOf(p.at(v).lower); known {
		return attribution{}
	}
	k := p.at(p.skipBackAdverbs(v-1)).phrase - 1
	if k < 0 || !p.isSomebody(k) || p.at(p.phrases[k].lo).mark != 0 || clauseWord(p.at(p.phrases[k].lo-1).lower) {
		return attribution{}
	}
	c := cue{CueForm: lexicon.CueForm{Cue: lexicon.Cue{Lemma: p.at(v).lower, Class: "say", Frames: "d", Strength: 3}}, lo: v, hi: v + 1}
	return p.credit(k, &c, sieveHead)
}

// issued credits who puts out what the noun before the colon at the end of tokens
// [lo, hi) says is quoted: "the board, which issued | this statement:".
func (p *page) issued(lo, hi int) attribution {
	i := hi - 2
	k := p.at(i).phrase - 1
	if !p.is(hi-1, ":") || k < 0 || p.at(i).mark != 0 || p.phrases[k].hi != i+1 || lexicon.CueNoun(p.at(i).lower) == "" || !p.is(p.phrases[k].lo, "this", "the", "a", "an") {
		return attribution{}
	}
	c := cue{CueForm: lexicon.CueForm{Cue: lexicon.Cue{Lemma: p.at(i).lower, Class: lexicon.CueNoun(p.at(i).lower), Strength: 2}}, lo: i, hi: i + 1}
	return p.nounSubject(k, lo, &c)
}

// isWarning reports whether the noun at token i, the last of phrase k, may be a verb behind
// the noun before it: "filed a brief in the case | warning that", but not "with the chair |
// warning that", which has a subject of its own.
func (p *page) isWarning(k, i int) bool {
	return p.is(i, "warning") && p.at(i-1).isNoun() && p.at(i-1).mark == 0 && p.at(p.phrases[k].lo-1).pos == "IN" && !p.is(p.phrases[k].lo-1, "with")
}

// warned credits the subject of the sentence's verb with what "warning" at token i tells.
func (p *page) warned(i, lo int, c *cue) attribution {
	s := p.mainSubject(i, lo, 6)
	if s == none || p.phrases[s].kind == thing || p.phrases[s].kind == timely {
		return attribution{}
	}
	return p.credit(s, c, sieveHead)
}
