package annotate

import (
	"verbatim/corpus/lexicon"
)

// toldByNoun reads "Venn's claim that the port was closed", "her warning that",
// "their theory is that".
func (p *page) toldByNoun(i int) (reported, bool) {
	t := p.at(i)
	that, by := p.nounSource(i)
	if that == i+1 {
		that = p.behindAside(that)
	}
	if p.is(that, "is", "was") {
		that++
	}
	if t.mark != 0 || !t.isNoun() || t.phrase == 0 || !p.is(that, "that") || p.at(that).sentence != t.sentence {
		return reported{}, false
	}
	class := p.nounClass(i, by)
	ph := p.phrases[t.phrase-1]
	if class == "" || ph.hi != i+1 || p.is(ph.lo, "any") {
		return reported{}, false
	}
	c := cue{CueForm: lexicon.CueForm{Cue: lexicon.Cue{Lemma: t.lower, Class: class, Strength: 2}}, lo: i, hi: i + 1, sentence: t.sentence}
	a := p.owner(t.phrase-1, &c)
	if by != none && !p.isWriter(by) && !p.nobody(t.phrase-1) {
		a = p.credit(by, &c, sieveNoun)
	}
	hi := p.sentences[t.sentence].hi
	if !a.found() || !p.clauseFollows(that+1, hi) {
		return reported{}, false
	}
	end := p.contentEnd(&c, that, hi)
	switch lo := p.sentences[t.sentence].lo; {
	case by == none && that > i+1, p.clauseIn(lo, i):
	case p.at(ph.lo-1).pos == "IN" || p.is(ph.lo-1, "to"):
		end = p.openingEnd(that+1, end, false)
	default:
		end = p.outerVerb(that+1, end)
	}
	return reported{a, p.clauseSpan(that, end)}, p.enough(that, end, 3)
}

// longestBeforeIs is how many tokens stand at most between two commas or dashes behind a
// noun that carries speech, before its verb.
const longestBeforeIs = 16

// behindAside returns the "is" behind what is set off by commas or dashes at token i,
// "Venn's view | — that of many — | is that"; i where nothing is.
func (p *page) behindAside(i int) int {
	if !p.is(i, ",") && !p.isDash(i) || p.at(i).mark != 0 {
		return i
	}
	for j := i + 1; j < i+longestBeforeIs; j++ {
		switch {
		case p.at(j).mark != 0 || p.at(j).sentence != p.at(i).sentence || p.at(j).isFinite():
			return i
		case (p.is(i, ",") && p.is(j, ",") || p.isDash(i) && p.isDash(j)) && p.is(j+1, "is", "was") && p.is(j+2, "that"):
			return j + 1
		}
	}
	return i
}

// threatenedBy reads what a noun of promising, threatening or asking says that its
// owner will do or wants done: "Venn's threat | to close the port".
func (p *page) threatenedBy(i int) (reported, bool) {
	t, to := p.at(i), i+1
	if p.is(to, "never", "not") {
		to++ // "his pledge | never to close the port"
	}
	if t.mark != 0 || !t.isNoun() || t.phrase == 0 || p.phrases[t.phrase-1].hi != i+1 || !p.is(to, "to") || p.at(to+1).pos != "VB" || p.at(i+1).mark != 0 {
		return reported{}, false
	}
	class := lexicon.CueNoun(t.lower)
	switch class {
	case "promise", "urge":
	case "ask":
		if p.is(i, "appeal", "appeals", "question", "questions") {
			return reported{}, false
		}
	case "warn":
		if !p.is(i, "threat", "threats") {
			return reported{}, false
		}
	default:
		return reported{}, false
	}
	c := cue{CueForm: lexicon.CueForm{Cue: lexicon.Cue{Lemma: t.lower, Class: class, Strength: 2}}, lo: i, hi: i + 1, sentence: t.sentence}
	a := p.owner(t.phrase-1, &c)
	if len(a.entities) == 1 && isPress(p.entities[a.entities[0]].Name) {
		return reported{}, false // "did not answer the Gull's request to"
	}
	end := p.infinitiveEnd(to+1, p.sentences[t.sentence].hi)
	return reported{a, p.clauseSpan(i+1, end)}, a.found() && p.enough(i+1, end, 3)
}

// longestInfinitive is how many tokens an infinitive behind a noun has at most.
const longestInfinitive = 64

// infinitiveEnd returns the token behind the infinitive that begins at token lo:
// its comma, or the finite verb that has the words before it as its subject.
func (p *page) infinitiveEnd(lo, hi int) int {
	owed := 0
	hi = min(hi, lo+longestInfinitive)
	for i := lo + 1; i < p.trimStop(hi); i++ {
		t := p.at(i)
		switch {
		case t.mark != 0:
		case p.is(i, ",", ";", ":", "but", "even", "as", "after", "before", "when", "while") || p.isDash(i):
			return i
		case p.opensRelative(i), p.is(i, "if", "unless", "until", "what", "how", "whether"):
			owed++
		case t.pos == "VBP" && p.at(i-1).pos == "CC", t.isFinite() && modifies(p.at(i-1)) && p.at(i-1).pos != "IN":
		case t.isFinite() && owed == 0 && p.at(i-1).pos == "CC":
			return i - 1
		case t.isFinite() && owed == 0:
			return i
		case t.isFinite():
			owed--
		}
	}
	return p.trimStop(hi)
}

// nounClass returns the class of what the noun at token i reports, empty if it can
// report nothing: "report" does where its source is named.
func (p *page) nounClass(i, by int) string {
	w := p.at(i).lower
	if (w == "information" || w == "word" || w == "notice") && by != none {
		return "say" // "information from Venn that"
	}
	if (w == "report" || w == "reports") && (by != none || p.at(i-1).mention != 0) {
		return "report"
	}
	return lexicon.CueNoun(w)
}

// nounSource returns the token behind the noun at i and the source a preposition
// names there, none if none does: "a claim by Venn | that", "assurances from the
// port | that". What is only sought from somebody is not said.
func (p *page) nounSource(i int) (int, int) {
	k := p.at(i + 2).phrase
	if !p.is(i+1, "by", "from") || k == 0 || p.at(i+2).mark != 0 || p.phrases[k-1].kind == thing || p.phrases[k-1].kind == timely || p.at(i).phrase == 0 {
		return i + 1, none
	}
	v := p.phrases[p.at(i).phrase-1].lo - 1
	if p.is(v, "for", "on") {
		v--
	}
	if lexicon.ReportSought.Has(p.at(v).lower) {
		return i + 1, none
	}
	that := p.reach(k - 1)
	if n := p.skipAdjuncts(that, that+16); p.is(n, "that") && p.is(p.phrases[p.at(i).phrase-1].lo-1, "was", "were", "been", "is", "are") {
		that = n // "there were warnings by Venn after the vote | that"
	}
	return that, k - 1
}

// outerVerb returns the verb in tokens [lo, hi) that has the whole clause
// before it as its subject, "the claim that it was shut | was false"; hi if
// there is none.
func (p *page) outerVerb(lo, hi int) int {
	seen := false
	for i := lo; i < hi; i++ {
		t := p.at(i)
		switch {
		case t.mark != 0:
		case p.is(i, ",", "and", "but", "or") || p.opensRelative(i):
			return hi
		case t.isFinite() && !seen:
			seen = true
		case t.pos == "VB" && !seen && p.at(i-1).phrase != 0:
			seen = true
		case t.isFinite() && !p.at(i-1).isAux():
			b := p.at(i - 1)
			if b.isVerb() || b.mark != 0 || b.pos == "JJ" {
				return i
			}
			if b.phrase == 0 {
				continue
			}
			if o := p.beforeMarks(p.phrases[b.phrase-1].lo - 1); o.pos == "IN" || o.pos == "VB" && t.pos == "VBD" {
				return i
			}
		}
	}
	return hi
}

// beforeMarks returns the nearest token outside marks from token i back: "over" of
// "over “closed” | gates".
func (p *page) beforeMarks(i int) *token {
	for p.at(i).mark != 0 {
		i--
	}
	return p.at(i)
}

// owner credits who a noun phrase says its noun belongs to: a name with its
// possessive mark, a paper's before "report", or his, her, their.
func (p *page) owner(k int, c *cue) attribution {
	ph := p.phrases[k]
	for j := ph.lo; j+1 < ph.hi; j++ {
		if p.at(j).mention != 0 && p.at(j+1).pos == "POS" {
			return p.creditEntity(p.at(j).mention-1, p.span(ph.lo, j+1), c)
		}
	}
	if j := ph.hi - 2; p.is(ph.hi-1, "report", "story") && j >= ph.lo && p.at(j).mention != 0 && isPress(p.entities[p.at(j).mention-1].Name) {
		lo := j
		for lo > ph.lo && p.at(lo-1).mention == p.at(j).mention {
			lo--
		}
		return p.creditEntity(p.at(j).mention-1, p.span(lo, j+1), c) // "a Daily Gull report that"
	}
	for j := ph.lo; j+1 < ph.hi; j++ {
		if p.at(j+1).pos == "POS" && lexicon.RolePlural(p.at(j).lower) {
			a := p.creditEntity(none, p.span(ph.lo, j+1), c)
			a.entities = nil
			return a
		}
	}
	if j := ph.lo + 2; p.is(ph.lo, "his", "her") && p.at(j).pos == "POS" && lexicon.RoleHead(p.at(j-1).lower) {
		return attribution{} // "his father's insistence"
	}
	if p.is(ph.lo, "his", "her") {
		a := p.creditEntity(none, p.span(ph.lo, ph.lo+1), c)
		a.entities, a.owned = nil, k+1
		return a
	}
	return attribution{}
}
