package annotate

import "verbatim/corpus/lexicon"

// viewOf credits whom a sentence says its view is of, with no cue before the marks:
// "For Venn, the vote was “…”", "The vote, for Venn, was “…”".
func (p *page) viewOf(lo, hi int) attribution {
	for i := lo; i < min(hi, lo+longestTopic); i++ {
		k := p.at(i+1).phrase - 1
		switch {
		case p.at(i).mark != 0:
			return attribution{}
		case !p.is(i, "for") || k < 0 || p.phrases[k].lo != i+1 || !p.isNamedPerson(k) || !p.is(p.phrases[k].hi, ",") || i > lo && !p.is(i-1, ","):
			continue
		}
		v := p.phrases[k].hi
		if p.nextMark(v, hi) < hi || p.hasSpeaker(lo, hi) || !p.verbIn(v, hi) {
			return attribution{}
		}
		return p.credit(k, &cue{}, sieveAccording)
	}
	return attribution{}
}

// verbIn reports whether a verb stands in tokens [lo, hi).
func (p *page) verbIn(lo, hi int) bool {
	for ; lo < hi; lo++ {
		if p.at(lo).isVerb() {
			return true
		}
	}
	return false
}

// seenBy credits a fragment that tells what somebody went through to that one, where
// the marks before it in the paragraph have a speaker: "Venn spoke of “odd” gates. She
// witnessed “…”".
func (p *page) seenBy(as []attribution, i int) attribution {
	m := &p.marks[i]
	lo, hi := p.before(m)
	k := p.at(lo).phrase - 1
	if i == 0 || !as[i-1].found() || p.marks[i-1].Paragraph != m.Paragraph || hi-lo > longestTopic || k < 0 || p.phrases[k].lo != lo || !p.isSomebody(k) {
		return attribution{}
	}
	v := p.skipAdverbs(p.phrases[k].hi)
	if !p.is(v, "witnessed", "saw", "encountered", "endured", "experienced", "faced", "felt") || len(p.cuesIn(lo, v)) > 0 {
		return attribution{}
	}
	c := cue{CueForm: lexicon.CueForm{Cue: lexicon.Cue{Lemma: p.at(v).lower, Class: "say", Strength: 2}}, lo: v, hi: v + 1}
	return p.credit(k, &c, sieveHead)
}

// spokenBehind reports whether a verb that is speech wherever it stands comes a few words
// behind words in marks that end in a comma, though nobody could be read there to say it.
func (p *page) spokenBehind(m *Marked) bool {
	lo, hi, _ := p.after(m)
	if lo < hi && p.isByline(lo, hi) {
		return true // "“…” Mara Venn, Daily Gull"
	}
	if !p.endsWith(m, ",", "?", "!") {
		return false
	}
	for _, c := range p.cuesIn(lo, min(hi, lo+maxTailGap+2)) {
		if c.Strength == 3 && !c.passive && p.at(c.lo).isFinite() && p.firstComma(lo, c.lo) == c.lo && p.nextMark(lo, c.lo) == c.lo {
			return true
		}
	}
	return false
}

// isBracketed reports whether the whole of sentence s is in brackets: a note to
// the reader.
func (p *page) isBracketed(s int) bool {
	st := p.sentences[s]
	return p.is(st.lo, "(", "[") && (p.is(st.hi-1, ")", "]") || p.is(st.hi-2, ")", "]"))
}
