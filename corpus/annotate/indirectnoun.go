package annotate

import (
	"verbatim/corpus/lexicon"
)

// toldByNoun reads "Venn's claim that the port was closed", "her warning that",
// "their theory is that".
func (p *page) toldByNoun(i int) (reported, bool) {
	t := p.at(i)
	that := i + 1
	if p.is(that, "is", "was") {
		that++
	}
	if t.mark != 0 || !t.isNoun() || t.phrase == 0 || !p.is(that, "that") || p.at(that).sentence != t.sentence {
		return reported{}, false
	}
	class := lexicon.CueNoun(t.lower)
	ph := p.phrases[t.phrase-1]
	if class == "" || ph.hi != i+1 {
		return reported{}, false
	}
	c := cue{CueForm: lexicon.CueForm{Cue: lexicon.Cue{Lemma: t.lower, Class: class, Strength: 2}}, lo: i, hi: i + 1, sentence: t.sentence}
	a := p.owner(t.phrase-1, &c)
	hi := p.sentences[t.sentence].hi
	if !a.found() || !p.clauseFollows(that+1, hi) {
		return reported{}, false
	}
	end := p.contentEnd(&c, that, hi)
	switch lo := p.sentences[t.sentence].lo; {
	case that > i+1, p.clauseIn(lo, i):
	case p.at(ph.lo-1).pos == "IN" || p.is(ph.lo-1, "to"):
		end = p.openingEnd(that+1, end, false)
	default:
		end = p.outerVerb(that+1, end)
	}
	return reported{a, p.clauseSpan(that, end)}, p.enough(that, end, 3)
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
			if b.isVerb() || b.phrase != 0 && t.pos == "VBD" && p.at(p.phrases[b.phrase-1].lo-1).pos == "VB" || b.pos == "JJ" || b.phrase != 0 && p.at(p.phrases[b.phrase-1].lo-1).pos == "IN" {
				return i
			}
		}
	}
	return hi
}

// owner credits who a noun phrase says its noun belongs to: a name with its
// possessive mark, or his, her, their.
func (p *page) owner(k int, c *cue) attribution {
	ph := p.phrases[k]
	for j := ph.lo; j+1 < ph.hi; j++ {
		if p.at(j).mention != 0 && p.at(j+1).pos == "POS" {
			return p.creditEntity(p.at(j).mention-1, p.span(ph.lo, j+1), c)
		}
	}
	for j := ph.lo; j+1 < ph.hi; j++ {
		if p.at(j+1).pos == "POS" && lexicon.RolePlural(p.at(j).lower) {
			a := p.creditEntity(none, p.span(ph.lo, j+1), c)
			a.entities = nil
			return a
		}
	}
	if p.is(ph.lo, "his", "her") {
		a := p.creditEntity(none, p.span(ph.lo, ph.lo+1), c)
		a.entities, a.owned = nil, k+1
		return a
	}
	return attribution{}
}
