package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// longestBracket is the most tokens that a bracket behind a name holds.
const longestBracket = 8

// skipBracket returns the token before the bracket that ends at token i: from
// ")" to "Venn" in "Venn (R., Norland)". i if none ends there.
func (p *page) skipBracket(i, lo int) int {
	if j := p.bracketStart(i, max(lo, i-longestBracket-1)); j < i {
		return j - 1
	}
	return i
}

// skipTag returns the token before a lawmaker's party and state that ends at token
// i: from "Mass." to "Venn" in "Venn, D-Mass., who". i if none ends there.
func (p *page) skipTag(i, lo int) int {
	for j := i; j > lo && j > i-3; j-- {
		if isPartyTag(p.at(j).In(p.src)) && p.is(j-1, ",") && p.at(j-2).phrase != 0 && p.at(j).mark == 0 {
			return j - 2
		}
	}
	return i
}

// skipDated returns the last token of the noun before a participle and the time
// that ends at token i: "a story | published in early October | that said". i if
// no such words end there.
func (p *page) skipDated(i, lo int) int {
	k := p.at(i).phrase
	if k == 0 || p.phrases[k-1].kind != timely {
		return i
	}
	j := p.phrases[k-1].lo - 1
	for j > lo && (p.at(j).pos == "IN" || p.at(j).isAdverb() || p.is(j, "early", "late", "last", "this")) {
		j--
	}
	if p.at(j).pos == "VBN" || p.at(j).pos == "VBD" && p.at(j-1).isNoun() {
		j--
	}
	if j <= lo || p.at(j).phrase == 0 || p.at(j).mark != 0 {
		return i
	}
	return j
}

// relativeBefore returns the last "who" or "which" in tokens [lo, i] that a comma or
// a noun stands before; none if there is none.
func (p *page) relativeBefore(i, lo int) int {
	for ; i > lo; i-- {
		if t := p.at(i); t.mark == 0 && p.is(i, "who", "which") && p.at(i-1).pos != "CC" {
			return i
		}
	}
	return none
}

// bracketStart returns the token that opens the bracket which ends at token i, i
// if none ends there.
func (p *page) bracketStart(i, lo int) int {
	if !p.is(i, ")") || p.at(i).mark != 0 {
		return i
	}
	for j := i - 1; j > lo; j-- {
		if p.is(j, "(") && p.at(j).mark == 0 {
			return j
		}
	}
	return i
}

// inAside reports whether the verb at token j stands in a relative clause that a
// comma sets off: "Venn left the board, which | voted, and said".
func (p *page) inAside(j, lo int) bool {
	i := p.skipHelpers(j-1, lo)
	return i > lo && p.is(i, "which", "who") && p.is(i-1, ",") && p.at(i).mark == 0
}

// isToldOf reports whether phrase s, the subject of a verb before a conjunction, is
// what somebody is said to have said, and no person, so that the verb of speech
// at token v behind the conjunction is again of him who said so: "Venn said |
// Norland was lost and warned".
func (p *page) isToldOf(s, v, lo int) bool {
	if f, ok := lexicon.CueOf(p.at(v).lower); !ok || f.Strength < 2 || p.isSomebody(s) || p.phrases[s].kind == pronoun {
		return false
	}
	i := p.phrases[s].lo - 1
	if p.is(i, "that") {
		i--
	}
	f, ok := lexicon.CueOf(p.at(i).lower)
	return i > lo && ok && p.at(i).mark == 0 && f.Strength >= 2 && f.Takes('c') && p.at(i).isFinite()
}

// besideName returns the name that phrase k, or the two that "and" joins there,
// tells more of: "Mara Venn, a Norland sailor and former minister who said",
// "Mara Venn – the former minister who said". None if no name stands before
// the comma or dash.
func (p *page) besideName(k, lo int) int {
	if p.phrases[k].kind != description && !p.isWhoeverWho(k) {
		return none
	}
	i := p.phrases[k].lo - 1
	if p.is(i, "and") && p.at(p.phrases[k].lo).pos != "DT" && p.at(i-1).phrase != 0 && p.at(i-1).mark == 0 {
		i = p.phrases[p.at(i-1).phrase-1].lo - 1
	}
	if i <= lo || !p.is(i, ",") && !p.isDash(i) || !p.describes(i+1) {
		return none
	}
	j := p.skipBracket(i-1, lo)
	if p.at(j).phrase == 0 || !p.isNamedPerson(p.at(j).phrase-1) {
		return none
	}
	return p.at(j).phrase - 1
}

// isWhoeverWho reports whether a noun that "who" follows is somebody, whatever it is
// otherwise: "a fantasist | who".
func (p *page) isWhoeverWho(k int) bool {
	ph := p.phrases[k]
	return ph.kind == thing && p.is(ph.hi, "who") && p.is(ph.lo, "a", "an") && p.at(ph.hi-1).pos == "NN"
}

// describes reports whether a description of the name before it begins at
// token i: "a sailor", "the minister", "director of elections", "Norland's
// foreign minister".
func (p *page) describes(i int) bool {
	k := p.at(i).phrase
	if p.is(i, "a", "an", "the", "his", "her") || k == 0 {
		return p.is(i, "a", "an", "the", "his", "her")
	}
	ph := p.phrases[k-1]
	return ph.lo == i && ph.kind == description && p.at(ph.hi-1).pos == "NN" && lexicon.RoleHead(p.at(ph.hi-1).lower)
}

// beforeDashes returns the subject that stands right before the insertion which
// the dash at token i closes: "Venn – unaware of the storm – said". None if i is
// no dash or nobody stands there.
func (p *page) beforeDashes(i, lo int) int {
	if !p.isDash(i) {
		return none
	}
	for j := i - 1; j > lo; j-- {
		if p.at(j).mark != 0 || !p.isDash(j) {
			continue
		}
		k := p.at(p.skipBracket(j-1, lo)).phrase
		if k == 0 || p.at(j-1).mark != 0 {
			return none
		}
		if h, loose := p.nounChain(k-1, lo); !loose && p.phrases[h].kind != thing && p.canBeSubject(h, lo) && !p.is(p.phrases[h].lo-1, ",") {
			return h
		}
		return none
	}
	return none
}

// carriesOn reports whether phrase s, the subject of the cue at token i, is a paper
// that only carries what is told behind it, so that the participle at v tells more
// of that: "the Gull noted that Venn had left, | accusing".
func (p *page) carriesOn(s, i, v int) bool {
	f, ok := lexicon.CueOf(p.at(v).lower)
	if !ok || !p.isPressPhrase(s) || !p.is(i+1, "that") {
		return false
	}
	return f.Class == "accuse" || f.Class == "criticise" || f.Class == "praise" || f.Class == "call" || f.Class == "deny" || f.Class == "promise" || f.Class == "warn"
}

// skipAux goes right over auxiliaries and adverbs.
func (p *page) skipAux(i int) int {
	for p.at(i).isAux() || p.at(i).isAdverb() {
		i++
	}
	return i
}

// restricts reports whether the verb at token j stands in a relative clause
// that no comma sets off, so that a participle behind the clause does not hang
// on it: "pay the sailor who said he was cheated, | saying".
func (p *page) restricts(j, lo int) bool {
	i := p.skipHelpers(j-1, lo)
	return i > lo && p.at(i).mark == 0 && (p.is(i, "who") || p.is(i, "that", "which") && p.at(i).phrase == 0) && !p.is(i-1, ",")
}

// tells reports whether cue c wants whom it is told to behind it, so that the
// name there is no subject: "…, told | Venn that".
func (p *page) tells(c *cue) bool {
	switch c.Lemma {
	case "tell", "inform", "assure", "remind", "advise", "urge", "ask":
		return true
	}
	return false
}

// leads reports whether phrase s, the subject of the helper at token v, begins a
// clause that hangs on no other, unlike "the news that | Lind had left", "how
// soon | Lind is leaving", "Lind, who has left".
func (p *page) leads(s, v, lo int) bool {
	ph := p.phrases[s]
	if ph.kind == pronoun && !p.is(ph.lo, "he", "she", "they", "we", "i") || !p.canBeSubject(s, lo) || p.is(p.skipHelpers(v-1, lo), "who", "which", "that") {
		return false
	}
	i := ph.lo - 1
	for i > lo && p.at(i).isAdverb() {
		i--
	}
	return i < lo || p.at(i).mark != 0 || !(clauseWord(p.at(i).lower) && !p.is(i, "but") || p.is(i, "what", "how", "which", "who", "why", "whom"))
}

// beforeAside returns the token before that at i and the comma or dash right
// before it, be that two hyphens.
func (p *page) beforeAside(i int) int {
	j := i - 1
	if p.is(j, ",") || p.isDash(j) {
		j--
	}
	if p.is(j, "-") && p.isDash(j+1) {
		j--
	}
	return j
}

// oneOfPeople reports whether phrase k is the "one" of "one of Venn's aides".
func (p *page) oneOfPeople(k int) bool {
	n := p.at(p.phrases[k].hi + 1).phrase
	return p.isOneOf(k) && n != 0 && p.phrases[n-1].kind == description
}

// isOneOf reports whether phrase k is the "one" of "one of the lawyers".
func (p *page) isOneOf(k int) bool {
	ph := p.phrases[k]
	return ph.hi == ph.lo+1 && p.is(ph.lo, "one") && (p.is(ph.hi, "of") || p.is(ph.hi, ",") && p.is(ph.hi+1, "a", "an"))
}

// goesOnAfter reports whether a verb or a stressed pronoun stands at i: the
// name before it begins a clause of its own, "according to a guard, Venn
// himself signed".
func (p *page) goesOnAfter(i int) bool {
	j := p.skipAdverbs(i)
	return p.at(j).isFinite() && p.at(j).mark == 0 || p.reflexive(i)
}

// namesOneOf reports whether phrase k names a person behind the many of whom it is one:
// "one of | Venn's pilots Mara Lind".
func (p *page) namesOneOf(k int) bool {
	ph := p.phrases[k]
	if !p.isNamedPerson(k) || ph.hi-ph.lo < 3 {
		return false
	}
	for i := ph.hi - 1; i > ph.lo; i-- {
		if p.at(i).mention == ph.entity {
			continue
		}
		return p.at(i).pos == "NNS" && p.at(i).Kind == text.Lower && lexicon.RoleHead(strings.TrimSuffix(p.at(i).lower, "s"))
	}
	return false
}

func (p *page) reflexive(i int) bool {
	return p.is(i, "himself", "herself", "itself", "themselves", "myself", "ourselves")
}
