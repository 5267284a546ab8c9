package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// speaksAgain reports whether "he said" or "they warned" stands at token i:
// the next report of the sentence.
func (p *page) speaksAgain(i int) bool {
	if !p.is(i, "he", "she", "they", "all", "both", "others") || p.at(i).mark != 0 {
		return false
	}
	j := p.skipAdverbs(i + 1)
	if n := p.leadsToCue(j); n > j {
		return true
	}
	f, ok := lexicon.CueOf(p.at(j).lower)
	return ok && f.Strength >= 2 && f.Class != "think" && p.at(j).isFinite() && !p.isPassive(j)
}

// speaksBehind reports whether "he said" stands behind when or where he did, at token
// i: "but in a letter on Friday, | she warned".
func (p *page) speaksBehind(i, hi int) bool {
	j := p.skipAdjuncts(i, hi)
	if j == i || p.is(i, "of", "for", "with", "to") {
		return false
	}
	if p.is(j, ",") {
		j++
	}
	return p.speaksAgain(j)
}

// leadsToCue returns the cue that the finite verb at token i comes to with words of its
// own, "went on to | say", "was careful to | note", "could not resist | pointing out"; i
// if it comes to none.
func (p *page) leadsToCue(i int) int {
	j := i + 1
	switch {
	case !p.at(i).isFinite() || p.at(i).mark != 0:
		return i
	case p.is(i, "went", "goes") && p.is(i+1, "on"):
		j++
	case p.is(i, "was", "were", "is", "are") && p.is(i+1, "quick", "careful", "eager", "keen", "at"):
		if j++; p.is(j, "pains") {
			j++
		}
	case p.is(i, "could") && (p.is(i+1, "not") || p.is(i+1, "n't", "n’t")) && p.is(i+2, "resist", "help"):
		if p.gerundAt(i + 3) {
			return i + 3
		}
		return i
	default:
		return i
	}
	if f, ok := lexicon.CueOf(p.at(j + 1).lower); p.is(j, "to") && ok && f.Form == lexicon.Base && f.Strength >= 2 && f.Class != "think" {
		return j + 1
	}
	return i
}

// reporterAgain reports whether the reporter speaks again at i: "…, adding",
// "…, according to", "…, he said", "…, a move that".
func (p *page) reporterAgain(i, hi int) bool {
	if j := p.skipManner(i); j > i && p.gerundAt(j) {
		return true
	}
	if f, ok := lexicon.CueOf(p.at(i).lower); ok && f.Form == lexicon.Gerund && f.Strength >= 2 && p.at(i).isVerb() && (!p.is(i+1, ",") || p.at(i+2).mark != 0) {
		return true
	}
	if p.is(i, "according") || p.invertedAgain(i) {
		return true
	}
	if (p.is(i, "but") || p.is(i, "and")) && p.cueAt(p.skipAdverbs(i+1), hi) {
		return true
	}
	k := p.at(i).phrase
	if k == 0 || p.at(i).mark != 0 {
		return false
	}
	j := p.reach(k - 1)
	if n := p.at(j + 1).phrase; p.is(j, "and") && n != 0 && p.phrases[k-1].kind == named && p.phrases[n-1].kind == named && p.at(j+1).mark == 0 {
		j = p.reach(n - 1) // "…, Venn and Lind said"
	}
	j = p.skipAdverbs(j)
	f, ok := lexicon.CueOf(p.at(j).lower)
	if ok && f.Lemma == "show" && p.at(j).isFinite() && j+1 >= p.trimStop(hi) {
		return true // "…, the files show."
	}
	return ok && f.Strength >= 2 && p.at(j).isFinite() && (j+1 >= hi || p.is(j+1, ".", ",") || p.at(j+1).pos == "IN" && !clauseWord(p.at(j+1).lower)) && p.phrases[k-1].kind != thing
}

// skipManner steps over an adverb that says how something was said at token i:
// "specifically | citing", "dramatically | calling".
func (p *page) skipManner(i int) int {
	if t := p.at(i); t.isAdverb() && t.mark == 0 && strings.HasSuffix(t.lower, "ly") && !p.is(i, "only", "falsely", "merely", "reportedly", "possibly", "simply") {
		return i + 1
	}
	return i
}

// invertedAgain reports whether "reports the Northport Herald" stands at i.
func (p *page) invertedAgain(i int) bool {
	f, ok := lexicon.CueOf(p.at(i).lower)
	if !ok || f.Strength < 2 || f.Form != lexicon.Past && f.Form != lexicon.Third {
		return false
	}
	k := p.inverted(i)
	return k != none && p.phrases[k].kind == named && p.at(p.phrases[k].hi).Kind >= text.Mark
}
