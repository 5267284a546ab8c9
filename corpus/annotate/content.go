package annotate

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// firstComma returns the first comma outside marks in [lo, hi), hi if there is
// none.
func (p *page) firstComma(lo, hi int) int {
	for i := lo; i < hi; i++ {
		if p.is(i, ",") && p.at(i).mark == 0 {
			return i
		}
	}
	return hi
}

// carries reports whether the subject of cue c only carries what others said:
// "which first reported", of a paper.
func (p *page) carries(c *cue) bool {
	return c.Class == "report" && p.relative(c)
}

// contentStart returns the token the reported clause begins at: behind the
// addressee, times and places of the saying.
func (p *page) contentStart(c *cue, hi int) (int, bool) {
	i := c.hi
	if c.Lemma == "add" && p.is(i, "to") { // "add to the doubts that": nothing is said
		return 0, false
	}
	if c.Takes('o') && p.at(i).phrase != 0 && p.at(i).mark == 0 {
		i = p.reach(p.at(i).phrase - 1)
	}
	i = p.skipRelative(p.skipAdjuncts(i, hi), hi)
	t := p.at(i)
	switch {
	case i >= hi || t.mark != 0 && p.wholeQuote(i, hi):
		return 0, false
	case t.lower == "that" && t.phrase == 0, t.lower == "that" && p.clauseFollows(i+1, hi):
		return i, true
	case t.lower == "," && p.is(c.hi, ","):
		return p.lateThat(c, i, hi)
	case t.lower == "," || t.lower == "." || t.lower == ":" || t.lower == ";" || t.lower == "and" || t.lower == "but":
		return 0, false
	case p.is(i, "whether", "how", "why", "what", "where", "who"), c.Class == "ask" && p.is(i, "if", "when"):
		return i, c.Takes('c') || c.Takes('o')
	case c.Takes('i') && (t.lower == "to" || t.lower == "not" && p.is(i+1, "to")):
		return i, true
	case c.Takes('c') && p.clauseFollows(i, hi):
		return i, true
	case c.Lemma == "call" && p.is(i, "for"):
		return i + 1, true
	case c.Takes('n'):
		return i, p.callsSomething(c, i, hi)
	case c.Takes('x'):
		return i, t.phrase != 0 || t.lower == "of"
	case c.Takes('t') && (t.phrase != 0 || t.pos == "VBG"):
		return i, c.Strength == 3 || c.Class == "deny" || c.Class == "suggest" || t.phrase != 0 && lexicon.CueNoun(p.at(p.phrases[t.phrase-1].hi-1).lower) != ""
	}
	return p.lateThat(c, i, hi)
}

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
			return i + 1, p.clauseFollows(i+2, hi)
		}
	}
	return 0, false
}

// isAdjunct reports whether tokens [lo, hi) are no more than a time or place
// of the saying: "In a statement on Friday".
func (p *page) isAdjunct(lo, hi int) bool {
	for p.is(lo, "but", "and", "so", "yet") || p.at(lo).isAdverb() {
		lo++
	}
	return lo >= hi || p.skipAdjuncts(lo, hi) >= hi
}

// gapStart reads "a decision it said would undermine the law": the phrase
// before the subject belongs to the clause that is said.
func (p *page) gapStart(c *cue, s int) (int, bool) {
	i := p.phrases[s].lo - 1
	if !c.Takes('c') || c.Takes('t') && c.Strength < 3 || p.is(i, "everything", "all", "anything", "something", "nothing", "much", "things", "thing", "words", "those") {
		return 0, false
	}
	if !p.at(c.hi).isFinite() || p.at(c.hi).mark != 0 || p.at(i).phrase == 0 || p.at(i).mark != 0 || p.at(i).sentence != c.sentence {
		return 0, false
	}
	return p.phrases[p.at(i).phrase-1].lo, true
}

// skipRelative steps over a relative clause between commas: "told the Gull,
// which first reported it, that".
func (p *page) skipRelative(i, hi int) int {
	if !p.is(i, ",") || !p.is(i+1, "which", "who") {
		return i
	}
	for j := i + 2; j < hi; j++ {
		if p.is(j, ",") && p.at(j).mark == 0 {
			return j + 1
		}
	}
	return i
}

// callsSomething reports whether what follows a cue like "called" or "blasted"
// at token i is its object and what that is called: "the plan a folly", "the
// plan as “a folly”".
func (p *page) callsSomething(c *cue, i, hi int) bool {
	k := p.at(i).phrase
	if k == 0 || p.at(i).mark != 0 || p.phrases[k-1].kind == pronoun {
		return false
	}
	j := p.reach(k - 1)
	t := p.at(j)
	if j >= hi {
		return false
	}
	return t.mark != 0 || p.is(j, "as") || c.Class == "call" && (t.phrase != 0 || t.pos == "JJ")
}

// wholeQuote reports whether what is left of the sentence from token i on
// stands in marks: then the quote says it all.
func (p *page) wholeQuote(i, hi int) bool {
	for ; i < hi; i++ {
		if t := p.at(i); t.mark == 0 && t.Kind != text.Punct && t.Kind != text.Mark {
			return false
		}
	}
	return true
}

// skipAdjuncts steps over "on Tuesday", "in a statement", "at a rally in Port
// Haven", "late last week" behind a cue.
func (p *page) skipAdjuncts(i, hi int) int {
	for i < hi {
		t := p.at(i)
		switch {
		case t.mark != 0:
			return i
		case t.phrase != 0 && p.phrases[t.phrase-1].kind == timely:
			i = p.phrases[t.phrase-1].hi
		case (t.pos == "IN" || p.is(i, "on", "in", "at", "to")) && p.is(i+1, "the", "a", "his", "her", "its", "their") && p.at(i+2).mark != 0:
			i = p.behindMarks(i + 2)
			if p.at(i).phrase != 0 {
				i = p.reach(p.at(i).phrase - 1)
			} else if p.is(i+1, "that", ",") { // "show", read as a verb
				i++
			}
		case (t.pos == "IN" || t.lower == "to") && !clauseWord(t.lower) && p.at(i+1).phrase != 0 && p.at(i+1).mark == 0:
			i = p.reach(p.at(i+1).phrase - 1)
		case t.pos == "IN" && !clauseWord(t.lower) && p.at(i+1).mark != 0:
			i = p.behindMarks(i + 1)
		case p.is(i, "after", "before", "since", "until") && p.thatBehind(i+1):
			i = p.reach(p.at(i+1).phrase - 1)
		case t.isAdverb() && t.phrase == 0 && !p.is(i, "not", "n't"):
			i++
		case t.lower == "," && (p.is(i+1, "however", "though", "too")) && p.is(i+2, ","):
			i += 3
		default:
			return i
		}
	}
	return i
}

// behindMarks returns the first token behind the marks token i stands in.
func (p *page) behindMarks(i int) int {
	for p.at(i).mark != 0 {
		i++
	}
	return i
}

// thatBehind reports whether a noun phrase at i is followed by the "that" of a
// reported clause.
func (p *page) thatBehind(i int) bool {
	k := p.at(i).phrase
	return k != 0 && p.at(i).mark == 0 && p.is(p.reach(k-1), "that")
}

// clauseFollows reports whether a subject and a finite verb follow at i, so
// that "said" has a clause and no object.
func (p *page) clauseFollows(i, hi int) bool {
	t := p.at(i)
	if i >= hi || t.phrase == 0 && t.pos != "VBG" && t.pos != "EX" && t.pos != "DT" && t.pos != "PRP$" && t.mark == 0 && !p.is(i, "not", "nothing", "nobody", "everyone", "more", "such", "there") {
		return (t.pos == "IN" || t.pos == "WRB") && p.commaThenClause(i, hi)
	}
	return p.mainVerb(i, hi)
}

// mainVerb reports whether a clause with its subject at token i has a finite
// verb of its own: those of relative clauses ("the man who left") and of what
// another conjunction opens or joins do not count.
func (p *page) mainVerb(i, hi int) bool {
	owed := 0 // finite verbs that belong to relative clauses
	for j := i; j < hi && j < i+40; j++ {
		t := p.at(j)
		if t.lower == ";" {
			return false
		}
		if j > i && t.mark == 0 && p.opensRelative(j) {
			owed++
			continue
		}
		if (t.lower == "and" || t.lower == "but") && t.mark == 0 && p.at(p.skipAdverbs(j+1)).isFinite() && owed == 0 {
			return false
		}
		if !t.isFinite() && !(t.Kind == text.Clitic && t.isAux()) {
			continue
		}
		if owed == 0 {
			return true
		}
		for owed--; p.at(j+1).isVerb() || p.at(j+1).isAdverb(); {
			j++
		}
	}
	return false
}

// opensRelative reports whether token i opens a clause inside another.
func (p *page) opensRelative(i int) bool {
	t := p.at(i)
	switch t.lower {
	case "who", "which", "whose", "because", "although", "though", "where", "when", "while", "whereas":
		return true
	case "that":
		return !p.is(i-1, ",") && (t.phrase == 0 || p.phrases[t.phrase-1].hi == i+1 && p.at(i+1).isFinite())
	}
	return false
}

// commaThenClause reports whether a comma and then a subject follow token i:
// "said if it rained, the gates would open".
func (p *page) commaThenClause(i, hi int) bool {
	for ; i < hi; i++ {
		if p.is(i, ",") && p.at(i).mark == 0 {
			return p.clauseFollows(i+1, hi)
		}
	}
	return false
}

// contentEnd returns the token behind the clause that begins at lo: the end of
// the sentence without its stop, or where the reporter speaks again.
func (p *page) contentEnd(c *cue, lo, hi int) int {
	clause := false // a finite verb of the clause has been seen
	for i := lo + 1; i < hi; i++ {
		t := p.at(i)
		if t.mark != 0 {
			continue
		}
		if p.endsBefore(c, lo, i, hi, clause) {
			hi = i
			break
		}
		clause = clause || t.isFinite()
	}
	for hi > lo && (p.at(hi-1).Kind == text.Punct && p.at(hi-1).mark == 0 && !p.is(hi-1, ")", "%", "$")) {
		hi--
	}
	return hi
}

// endsBefore reports whether the clause that begins at lo ends before token i,
// which stands outside marks; clause says whether its verb has been read.
func (p *page) endsBefore(c *cue, lo, i, hi int, clause bool) bool {
	t := p.at(i)
	joined := t.lower == "and" || t.lower == "but"
	switch {
	case t.lower == ";" || t.lower == ":" && p.at(i+1).mark != 0:
		return true
	case t.lower == "," && p.reporterAgain(i+1, hi), p.at(i-1).mark != 0 && p.endsWith(&p.marks[p.at(i-1).mark-1], ",") && p.reporterAgain(i, hi):
		return true
	case i > lo+2 && t.isFinite() && p.relative(c) && (p.is(i-1, ",") || p.at(i-1).isVerb() && !p.at(i-1).isAux() && p.at(i-1).lower != "to"):
		return true
	case joined && (p.cueAt(p.skipAdverbs(i+1)) || p.anotherSpeaks(i+1)):
		return true
	case joined && !clause && p.goesOnAlone(i, hi):
		return true
	}
	return c.Takes('n') && p.at(i-1).mark != 0 && !clause && p.besides(i)
}

// goesOnAlone reports whether the conjunction at i, behind a topic or an
// infinitive, joins a clause of the reporter's: "acknowledged the loss, but
// spoke against the plan".
func (p *page) goesOnAlone(i, hi int) bool {
	j := p.skipAdverbs(i + 1)
	if t := p.at(j); t.pos == "VBD" || t.pos == "VBZ" {
		return true
	}
	return p.is(i-1, ",") && (p.at(j).phrase != 0 || p.at(j).pos == "IN") && p.clauseFollows(j, hi)
}

// besides reports whether what stands at i, behind the words somebody is
// called, tells when and where he was called so: "a “fraud” on Monday".
func (p *page) besides(i int) bool {
	t := p.at(i)
	k := t.phrase
	return t.lower == "," || p.is(i, "during", "in", "on", "at", "after", "before", "when", "while", "as", "but", "last", "earlier") || k != 0 && p.phrases[k-1].kind == timely
}

// relative reports whether the cue belongs to a relative clause: "an engineer
// who told …".
func (p *page) relative(c *cue) bool {
	return p.is(p.skipHelpers(c.lo-1, p.sentences[c.sentence].lo), "who", "which", "that")
}

// anotherSpeaks reports whether somebody else's report begins at i: a name or
// description, and a verb of speech.
func (p *page) anotherSpeaks(i int) bool {
	k := p.at(i).phrase
	if k == 0 || p.at(i).mark != 0 || p.phrases[k-1].kind != named && p.phrases[k-1].kind != description {
		return false
	}
	j := p.skipAdverbs(p.reach(k - 1))
	f, ok := lexicon.CueOf(p.at(j).lower)
	return ok && f.Strength == 3 && p.at(j).isFinite()
}

func (p *page) skipAdverbs(i int) int {
	for p.at(i).isAdverb() {
		i++
	}
	return i
}

// cueAt reports whether a finite cue, or one with its auxiliary, stands at i.
func (p *page) cueAt(i int) bool {
	for p.at(i).isAux() && p.at(i).pos != "MD" {
		i++
	}
	f, ok := lexicon.CueOf(p.at(i).lower)
	return ok && f.Strength >= 2 && f.Form != lexicon.Base && f.Form != lexicon.Gerund && p.at(i).isVerb()
}

// reporterAgain reports whether the reporter speaks again at i: "…, adding",
// "…, according to", "…, he said", "…, a move that".
func (p *page) reporterAgain(i, hi int) bool {
	if f, ok := lexicon.CueOf(p.at(i).lower); ok && f.Form == lexicon.Gerund && f.Strength >= 2 && p.at(i).isVerb() && (!p.is(i+1, ",") || p.at(i+2).mark != 0) {
		return true
	}
	if p.is(i, "according") || p.invertedAgain(i) {
		return true
	}
	if (p.is(i, "but") || p.is(i, "and")) && p.cueAt(p.skipAdverbs(i+1)) {
		return true
	}
	k := p.at(i).phrase
	if k == 0 || p.at(i).mark != 0 {
		return false
	}
	j := p.skipAdverbs(p.reach(k - 1))
	f, ok := lexicon.CueOf(p.at(j).lower)
	return ok && f.Strength >= 2 && p.at(j).isFinite() && (j+1 >= hi || p.is(j+1, ".", ",") || p.at(j+1).pos == "IN" && !clauseWord(p.at(j+1).lower)) && p.phrases[k-1].kind != thing
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

// enough reports whether tokens [lo, hi) hold so many words outside marks that
// they are a report of their own.
func (p *page) enough(lo, hi, least int) bool {
	n := 0
	for i := lo; i < hi; i++ {
		if t := p.at(i); t.mark == 0 && t.Kind <= text.Number {
			n++
		}
	}
	return n >= least
}
