package annotate

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// isBlame reports whether cue c is what somebody else is blamed for, and no
// speech of his: "accused Lind of supporting “…”".
func (p *page) isBlame(c *cue, lo int) bool {
	if c.Form != lexicon.Gerund || !p.is(c.lo-1, "of", "for") || c.Takes('c') || c.Takes('d') || c.Takes('n') {
		return false
	}
	cues := p.cuesIn(lo, c.lo)
	if len(cues) == 0 {
		return false
	}
	b := &cues[len(cues)-1]
	return b.Class == "accuse" || b.Class == "criticise"
}

// isNothing reports whether phrase k is a thing, or an "it" that stands for none: "it
// is too simple to | say".
func (p *page) isNothing(k int) bool {
	return p.phrases[k].kind == thing || p.phrases[k].kind == pronoun && p.is(p.phrases[k].lo, "it", "there", "what")
}

// onlyShows reports whether cue c tells what a thing shows, or what everybody knows, by
// what somebody says: "Venn said the findings | show", "saying people | know".
func (p *page) onlyShows(c *cue, s, lo int) bool {
	if c.Strength > 1 || !c.Takes('c') || p.isSomebody(s) && !anybody(p.at(p.phrases[s].hi-1).lower) || p.phrases[s].kind == named || p.phrases[s].kind == pronoun && !p.is(p.phrases[s].lo, "it", "we", "you") {
		return false
	}
	cues := p.cuesIn(lo, p.phrases[s].lo)
	if len(cues) == 0 {
		return false
	}
	o := &cues[len(cues)-1]
	end := o.hi
	if p.is(end, "that") {
		end++
	}
	return o.Strength == 3 && !o.passive && o.Takes('c') && end == p.phrases[s].lo && p.hasSpeaker(lo, p.phrases[s].lo)
}

// leadsIn reports whether cue c, with no more than whom it was said to, leads into
// the marks at token hi: "when he told reporters, “…”".
func (p *page) leadsIn(c *cue, m *Marked, hi int) bool {
	return c.Strength == 3 && p.isClause(m) && p.is(hi-1, ",", ":") && hi-c.hi <= 3
}

// isPlainDeed reports whether cue c, within what another says, is of a deed and no
// words: "said she had agreed to | “…”", "said that he had disclosed his income |
// “…”".
func (p *page) isPlainDeed(c *cue, lo, hi int) bool {
	if !c.Takes('c') || len(p.cuesIn(lo, c.lo)) == 0 {
		return false
	}
	outer := p.cuesIn(lo, c.lo)
	if o := &outer[len(outer)-1]; o.Strength < 3 || o.passive || !p.at(o.lo).isFinite() {
		return false
	}
	if c.Lemma == "agree" {
		return p.is(c.hi, "to")
	}
	k := p.at(c.hi).phrase - 1
	return c.Takes('t') && c.Class == "announce" && k >= 0 && p.phrases[k].kind == thing && p.reach(k) == hi && lexicon.CueNoun(p.at(p.phrases[k].hi-1).lower) == ""
}

// chargesFee reports whether cue c, "charged", has an object, and so is no speech: the
// price of a thing, or whom somebody gave a task.
func (p *page) chargesFee(c *cue) bool {
	k := p.at(c.hi).phrase
	return c.Lemma == "charge" && k != 0 && p.at(c.hi).mark == 0 && p.phrases[k-1].kind != timely && (p.is(p.reach(k-1), "with") || !p.clauseFollows(c.hi, p.sentences[c.sentence].hi))
}

// isDescribed reports whether cue c only tells how the thing or person before it
// is described by whomever: "a woman often described as “…”".
func (p *page) isDescribed(c *cue) bool {
	if p.at(c.lo).pos != "VBN" || !c.Takes('n') || !p.is(c.hi, "as", "by") && !(p.at(c.hi).isAdverb() && p.is(c.hi+1, "as")) {
		return false
	}
	i := p.skipBackAdverbs(c.lo - 1)
	k := p.at(i).phrase
	if p.is(i, ",") {
		b := p.at(i - 1).phrase
		return b != 0 && p.phrases[b-1].kind != timely // no "Venn, last week, | derided as"
	}
	return k != 0 && p.at(i).mark == 0 && p.phrases[k-1].kind != named && p.phrases[k-1].kind != pronoun
}

// givesName reports whether cue c only says the name of what stands before it: "a
// group | called | the Harbour Front planned".
func (p *page) givesName(c *cue) bool {
	if c.Lemma != "call" && c.Lemma != "dub" && c.Lemma != "name" || c.Form != lexicon.Past && c.Form != lexicon.Participle {
		return false
	}
	if p.isDash(c.lo-1) && p.at(c.hi).mark != 0 {
		return true // "three mock hearings -- | called “…” --"
	}
	if p.at(c.lo-1).phrase == 0 {
		return false
	}
	b, i := p.phrases[p.at(c.lo-1).phrase-1], c.hi
	if p.namesWhat(c.lo) {
		return true
	}
	if p.is(i, "the") {
		i++
	}
	if b.kind == named || b.kind == pronoun || !p.is(b.lo, "a", "an") || p.at(i).Kind != text.Upper || p.at(i).mark != 0 || p.at(i).phrase == 0 {
		return false
	}
	return p.at(p.phrases[p.at(i).phrase-1].hi).isFinite()
}

// namesWhat reports whether the verb at token v only says how the thing before it is
// called in the marks behind it: "led by a crew | called “the loud nine”".
func (p *page) namesWhat(v int) bool {
	k := p.at(v-1).phrase - 1
	if k < 0 || !p.is(v, "called", "dubbed", "named", "nicknamed") || p.at(v+1).mark == 0 || p.at(v-1).mark != 0 {
		return false
	}
	b := p.phrases[k]
	return (b.kind == thing || b.kind == description) && b.hi == v && (p.is(b.lo, "a", "an") || p.at(b.lo-1).pos == "IN")
}

// hasSpeaker reports whether a verb of speech or thought whose subject is somebody
// stands in tokens [lo, hi).
func (p *page) hasSpeaker(lo, hi int) bool {
	for _, c := range p.cuesIn(lo, hi) {
		if s := p.subjectWithin(c.lo, lo, 6); s != none && p.phrases[s].lo < c.lo && p.isSomebody(s) {
			return true
		}
	}
	return false
}

// inClosed reports whether cue c stands in a relative clause between commas that
// ends before the marks at token hi, a noun of the clause before it there: "called
// the plan, which is like the one Lind described, a “…”".
func (p *page) inClosed(c *cue, hi int) bool {
	m := hi - 1
	for m > c.hi && p.is(m, "a", "an", "the", "that") {
		m--
	}
	if !p.is(m, ",") || m == hi-1 || c.Form == lexicon.Gerund {
		return false
	}
	lo := p.sentences[c.sentence].lo
	for i := c.lo - 1; i > lo; i-- {
		switch {
		case p.at(i).mark != 0 || p.is(i, ","):
			return false
		case p.is(i, "which", "who") && p.is(i-1, ","):
			return len(p.cuesIn(lo, i)) > 0
		}
	}
	return false
}

// isParenthesis reports whether two commas set no more than cue c and its subject
// off: "Unlike Lind, | Venn continued, | Roth".
func (p *page) isParenthesis(c *cue) bool {
	if !c.Takes('d') || !p.is(c.hi, ",") || c.passive || !p.at(c.lo).isFinite() {
		return false
	}
	k := p.at(c.lo-1).phrase - 1
	return k >= 0 && p.isSomebody(k) && p.is(p.phrases[k].lo-1, ",") && p.at(c.lo-1).mark == 0
}

// chainsWish reports whether cue c, behind a conjunction, goes on what another cue
// asks that somebody do: "demands that the guild leave and apologize".
func (p *page) chainsWish(c *cue, lo int) bool {
	if c.Form != lexicon.Base || p.at(c.lo-1).pos != "CC" {
		return false
	}
	cues := p.cuesIn(lo, c.lo)
	for k := len(cues) - 1; k >= 0; k-- {
		if b := &cues[k]; p.is(b.hi, "that") {
			return b.Class == "ask" || b.Class == "urge" || b.Class == "order" || b.Class == "suggest"
		}
	}
	return false
}

// saysWhat reports whether cue c only tells what thing another speaks of, and the
// marks are of him: "he said that what Lind told them is “…”", "Venn admits what most
// had concluded: “…”".
func (p *page) saysWhat(c *cue, s, lo, hi int) bool {
	i := p.phrases[s].lo - 1
	if i <= lo || !p.is(i, "what") || p.at(i).mark != 0 || !p.hasSpeaker(lo, i) {
		return false
	}
	return p.is(c.hi, "is", "was") || p.is(hi-1, ":")
}

// joinsBefore reports whether a conjunction right before the cue at token v joins it
// to a verb that stands before token from: no verb stands between, "said it was “…”
// since the flood and | warned".
func (p *page) joinsBefore(from, v int) bool {
	i := p.skipBackAdverbs(v - 1)
	if i <= from || !p.is(i, "and", "but") || p.at(i).mark != 0 {
		return false
	}
	for j := from; j < i; j++ {
		if t := p.at(j); t.isFinite() || t.pos == "CC" {
			return false
		}
	}
	return true
}

// putsItTo reports whether cue c says only to whom it is put besides: "as Venn | put |
// it to me, “…”".
func (p *page) putsItTo(c *cue, hi int) bool {
	return c.Lemma == "put" && p.is(c.hi, "it") && p.is(c.hi+1, "to") && p.at(c.hi+2).phrase != 0 && p.phrases[p.at(c.hi+2).phrase-1].hi >= hi-1
}

// endsLead reports whether the marks end a clause that leads to the main one of their
// sentence, so that who speaks behind them says something else: "While he called the
// gates “sound,” | Mara Venn asked for sand".
func (p *page) endsLead(m *Marked) bool {
	lo, hi := p.before(m)
	w := p.at(lo)
	return lo < hi && w.mark == 0 && clauseWord(w.lower) && !p.is(lo, "but", "that", "if", "because", "as") && p.nextMark(lo, hi) == hi && p.endsOpen(m)
}
