package annotate

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// lateThat finds the "that" of a cue that stands behind an insertion: "ruled,
// with three judges dissenting, that".
func (p *page) lateThat(c *cue, i, hi int) (int, bool) {
	if !c.Takes('c') {
		return 0, false
	}
	for ; i < min(hi, c.hi+40); i++ {
		t := p.at(i)
		if t.mark != 0 || t.isFinite() && !p.is(c.hi, ",") || t.lower == ";" {
			return 0, false
		}
		if p.is(i, ",") && p.is(i+1, "that") {
			return i + 1, p.clauseFollows(i+2, hi) && !p.at(i+2).isFinite()
		}
	}
	return 0, false
}

// thatPast returns the "that" of a clause behind a participle which tells more of
// whom cue c addresses, "told the board running the port | that it was shut"; i if
// none stands at token i.
func (p *page) thatPast(c *cue, i, hi int) int {
	if !c.Takes('o') || i == c.hi || p.at(i).pos != "VBG" && p.at(i).pos != "VBN" && !(p.at(i).pos == "VBD" && p.at(i+1).pos == "IN" && p.at(i-1).phrase != 0) {
		return i
	}
	if f, ok := lexicon.CueOf(p.at(i).lower); ok && f.Takes('c') && p.is(i+1, "that") {
		return i // "those told of the port's debts | said that"
	}
	for j := i + 1; j < min(hi, i+20); j++ {
		switch t := p.at(j); {
		case t.mark != 0 || t.isFinite() || t.Kind == text.Punct:
			return i
		case t.lower == "that":
			if p.clauseFollows(j+1, hi) && !p.at(j+1).isFinite() {
				return j
			}
			return i
		}
	}
	return i
}

// isMeasured reports whether "so" or "such" stands before cue c, and may be what a
// "that" behind it measures: "it was so bad, Lind told her in May, that".
func (p *page) isMeasured(c *cue) bool {
	for i := p.sentences[c.sentence].lo + 1; i < c.lo && i < p.sentences[c.sentence].lo+mostContent; i++ {
		if p.is(i, "so", "such") {
			return true
		}
	}
	return false
}

// limits reports whether an adverb at token i may belong to the noun behind it:
// "only | two", "even | the mayor".
func (p *page) limits(i int) bool {
	k := p.at(i + 1).phrase
	return p.is(i, "only", "just", "even", "nearly", "almost", "roughly", "approximately", "barely", "perhaps") && p.at(i).isAdverb() && p.at(i).phrase == 0 && k != 0 && p.at(i+1).mark == 0 && p.phrases[k-1].kind != timely
}

// limitsSubject reports whether such an adverb begins a clause at token i.
func (p *page) limitsSubject(i, hi int) bool {
	return p.limits(i) && p.clauseFollows(i+1, hi)
}

// skipRelative steps over a relative clause between commas: "told the Gull,
// which first reported it, that".
func (p *page) skipRelative(i, hi int) int {
	if !p.is(i, ",") || !p.is(i+1, "which", "who") {
		return i
	}
	if j := p.firstComma(i+2, hi); j < hi {
		return j + 1
	}
	return i
}

// behindTimes steps from token i over when and where somebody was called so, and
// the comma behind that: "called the plan | on Friday in a letter, | “a folly”".
func (p *page) behindTimes(i, hi int) int {
	from := i
	for i < hi && p.at(i).mark == 0 {
		j := i
		if p.is(i, "on", "in", "at", "during") {
			j++
		}
		k := p.at(j).phrase
		if k == 0 || p.at(j).mark != 0 || j == i && p.phrases[k-1].kind != timely {
			break
		}
		i = p.phrases[k-1].hi
	}
	if !p.is(i, ",") || p.at(i).mark != 0 {
		return i
	}
	if i > from && p.at(i+1).mark != 0 {
		return i + 1
	}
	j := p.firstComma(i+1, hi)
	if p.at(i+1).phrase != 0 && (p.at(j+1).mark != 0 || p.is(j+1, "a", "an") && p.at(j+2).mark != 0) {
		return j + 1 // behind what he is: "called Venn, a pilot, “a traitor”"
	}
	return i
}
