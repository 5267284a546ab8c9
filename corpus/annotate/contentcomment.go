package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// commentsAt reports whether the reporter, and no longer the source, speaks
// from token i on: he names what was said ("…, a claim that", "— a move that"),
// tells what it does ("…, marking a shift"), who says it too ("…, as police have
// said"), or what it lacks ("without naming them").
func (p *page) commentsAt(i, hi int) bool {
	j := i + 1
	switch {
	case p.is(i, "without"):
		return lexicon.ReportWithholding.Has(p.at(j).lower) && p.at(j).mark == 0
	case p.is(i, "as") && p.behindComma(i):
		return p.firstComma(j, hi) == hi && (p.anotherSpeaks(j, false) || p.speaksAgain(j) || p.hasSpoken(j))
	case !p.is(i, ",") && !p.isDash(i):
		return false
	}
	if n := j + 1; p.is(j, "implicitly", "tacitly", "seemingly", "apparently") && p.at(n).pos == "VBG" {
		return true
	}
	if n := p.skipManner(j); p.at(n).pos == "VBG" && p.at(n).mark == 0 && (n == j || !p.is(n, "speaking")) && (lexicon.ReportResult.Has(p.at(n).lower) || p.callsAs(n)) {
		return true
	}
	if p.is(j, "in") {
		j++
	}
	return p.namesReport(j, hi)
}

// callsAs reports whether the participle at token i tells what somebody makes of its
// object in marks, and so who speaks: "ripping | him as a “leech”".
func (p *page) callsAs(i int) bool {
	k := p.at(i + 1).phrase
	if k == 0 || p.at(i+1).mark != 0 || lexicon.ReportUse.Has(p.at(i).lower) || lexicon.ReportExtent.Has(p.at(i).lower) {
		return false
	}
	j := p.reach(k - 1)
	if !p.is(j, "as") || p.at(j).mark != 0 {
		return false
	}
	for j++; p.is(j, "a", "an", "the") && p.at(j).mark == 0; j++ {
	}
	m := p.at(j).mark
	return m != 0 && !p.isTitleCase(&p.marks[m-1])
}

// hasSpoken reports whether somebody and "has said" stand at token i.
func (p *page) hasSpoken(i int) bool {
	k := p.at(i).phrase
	if k == 0 || p.at(i).mark != 0 {
		return false
	}
	j := p.skipAdverbs(p.reach(k - 1))
	f, ok := lexicon.CueOf(p.at(p.skipAdverbs(j + 1)).lower)
	return p.is(j, "has", "have", "had") && ok && f.Strength == 3
}

// namesReport reports whether a noun phrase that names what was said before stands
// at token i: "a claim that", "an argument he repeated", "a reference to".
func (p *page) namesReport(i, hi int) bool {
	k := p.at(i).phrase
	if k == 0 || !p.is(i, "a", "an", "the") || p.at(i).mark != 0 || p.phrases[k-1].lo != i {
		return false
	}
	end := p.phrases[k-1].hi
	head := p.at(end - 1).lower
	if !lexicon.ReportLabel.Has(head) && !isArgument(lexicon.CueNoun(head)) {
		return false
	}
	t := p.at(end)
	return end < hi && (p.is(end, "that", "which", "to", "from", "of", "by", "with", "for") || t.phrase != 0 && p.phrases[t.phrase-1].kind == pronoun || t.pos == "VBN" || t.pos == "VBD")
}

// isArgument reports whether nouns of a class name a statement by what it
// claims.
func isArgument(class string) bool {
	switch class {
	case "claim", "argue", "accuse", "deny", "criticise", "warn", "suggest", "predict", "promise":
		return true
	}
	return false
}

// isDash reports whether a dash stands at token i, outside marks, and no hyphen
// inside a word. Of one written as two hyphens it is the second.
func (p *page) isDash(i int) bool {
	t := p.at(i)
	switch t.lower {
	case "—", "--", "―":
		return t.mark == 0
	case "–", "-":
		if b := p.at(i - 1); b.lower == "-" && b.End == t.Start {
			return t.mark == 0
		}
		return t.mark == 0 && p.at(i-1).End < t.Start && t.End < p.at(i+1).Start
	}
	return false
}

// leavesItThere reports whether the words at token i, behind "but" or "and",
// say that the source said no more: "but offered no proof", "but he refused to",
// "and did not say".
func (p *page) leavesItThere(i int) bool {
	if p.is(i, "he", "she", "they") && p.at(i).mark == 0 {
		i++
	}
	i = p.skipAdverbs(i)
	switch t := p.at(i); {
	case t.mark != 0 || !t.isFinite():
		return false
	case lexicon.ReportWithheld.Has(t.lower):
		f, ok := lexicon.CueOf(p.at(i + 2).lower)
		return p.is(i+1, "to") && (ok && f.Form == lexicon.Base || p.is(i+2, "discuss", "name", "identify", "give", "provide", "offer", "go"))
	case p.is(i, "offered", "gave", "provided", "cited", "presented", "produced", "offers", "gives"):
		return p.is(i+1, "no", "few", "little", "scant")
	}
	has := p.is(i, "has", "have", "had")
	for p.at(i).isAux() {
		i++
	}
	if !isNegation(p.at(i).lower) {
		return false
	}
	if p.is(i+1, "go") && p.is(i+2, "into", "beyond", "further") || p.is(i+1, "provide", "offer", "give", "elaborate") {
		return true
	}
	f, ok := lexicon.CueOf(p.at(p.skipAdverbs(i + 1)).lower)
	return ok && (f.Form == lexicon.Base || has && f.Form == lexicon.Past) && f.Strength >= 2 && f.Class == "say"
}

// topicEnds reports whether what the reporter tells besides begins at token i,
// where the content from lo on is no clause but a topic or an infinitive:
// "condemned the strike, | which", "called for a vote | in a statement".
func (p *page) topicEnds(c *cue, lo, i, hi int) bool {
	j := i + 1
	switch t := p.at(i); {
	case p.isDash(i):
		return !p.is(j, "or") && !lexicon.ReportExtent.Has(p.at(j).lower) && p.nextDash(j, hi) == hi && p.nextDash(lo, i) == i
	case t.lower == ",":
		return p.besideTopic(lo, j, hi)
	case p.at(i-1).mark != 0 && p.behindComma(i):
		return p.besideTopic(lo, i, hi)
	case p.is(i, "as"):
		return p.opensAdverbial(i) && (!c.Takes('n') || p.at(j).Kind == text.Upper || p.at(j).pos == "PRP")
	case p.is(i, "in", "during", "at", "on"):
		return p.occasionAt(i, hi) && !(c.Takes('n') && p.nextMark(lo, i) == i && p.nextMark(i, hi) < hi)
	}
	return false
}

// nextDash returns the next dash outside marks in [lo, hi), hi if there is none.
func (p *page) nextDash(lo, hi int) int {
	for i := lo; i < hi; i++ {
		if p.isDash(i) {
			return i
		}
	}
	return hi
}

// besideTopic reports whether a clause of the reporter's begins at token i,
// behind a comma and a topic that begins at lo.
func (p *page) besideTopic(lo, i, hi int) bool {
	t := p.at(i)
	if t.mark != 0 {
		return false
	}
	switch j := p.firstComma(i, hi); {
	case p.is(i, "which", "who", "whose", "where"):
		return j == hi || !p.is(j+1, "of", "to", "as", "for", "and", "or", "but")
	case p.is(i, "after", "before", "when", "while", "because", "since", "even"):
		return j == hi && p.clauseIn(i, hi)
	}
	i = p.skipAdverbs(i)
	return p.at(i).pos == "VBG" && p.at(i).mark == 0 && p.at(i).phrase == 0 && !lexicon.ReportExtent.Has(p.at(i).lower) && p.at(lo).pos != "VBG"
}

// occasionAt reports whether the words from token i to hi are no more than
// when and where something was said: "in a statement on Friday".
func (p *page) occasionAt(i, hi int) bool {
	k := p.at(i + 1).phrase
	if hi-i > 24 || k == 0 || p.at(i+1).mark != 0 || p.at(i-1).pos == "CC" || p.at(i+1).pos == "JJ" || !lexicon.ReportOccasion.Has(strings.TrimSuffix(p.at(p.phrases[k-1].hi-1).lower, "s")) {
		return false
	}
	j := p.skipAdjuncts(i, hi)
	return j >= hi || j == hi-1 && p.at(j).Kind == text.Punct
}
