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

// hangs reports whether the clause of which phrase s is the subject hangs on what
// is told next: "when | she said".
func (p *page) hangs(s int) bool {
	i := p.phrases[s].lo - 1
	if k := p.at(i - 1).phrase; p.is(i, "and") && k != 0 && p.at(i-1).mark == 0 {
		i = p.phrases[k-1].lo - 1 // "though | the crews and some clerks had said"
	}
	return p.is(i, "before", "after", "when", "while", "as", "since") || i <= p.sentences[p.at(i).sentence].lo+1 && p.is(i, "though", "although", "because", "once", "where", "whereas")
}

// inOpening reports whether cue c stands in the clause with which its sentence opens,
// and which hangs on what is told next: "While Venn and Lind | agree".
func (p *page) inOpening(c *cue) bool {
	lo := p.sentences[c.sentence].lo
	if p.is(lo, "and", "but", "so", "yet") {
		lo++
	}
	return p.is(lo, "while", "although", "though", "whereas", "when", "because", "since") && p.firstComma(lo, c.lo) == c.lo && p.nextMark(lo, c.lo) == c.lo
}

// pastInner returns the comma that closes the clause behind "that" at token lo which
// hangs on what is said next, "that when it rained, | the port shut"; lo if none does.
func (p *page) pastInner(lo, hi int) int {
	if !p.is(lo, "that") || !p.is(lo+1, "while", "if", "when", "although", "though", "because", "since", "unless", "as") {
		return lo
	}
	if n := p.firstComma(lo, hi); p.clauseFollows(n+1, hi) && !p.speaksAgain(n+1) {
		return n
	}
	return lo
}

// subordinateEnd returns the token behind a report in [lo, hi) that hangs on what
// is told next, "when she said it was shut, | the crews left": its first comma
// or, where that stands in marks, the token behind those.
func (p *page) subordinateEnd(lo, hi int) int {
	lo = p.pastInner(lo, hi)
	for i := lo + 1; i < hi; i++ {
		if p.at(i).mark == 0 && (p.is(i, ",") || p.at(i-1).mark != 0 && p.behindComma(i)) {
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
	if at, ok := p.topicAt(c); ok {
		return at, true
	}
	if c.Takes('i') && p.is(i, "to") && p.at(i+1).mark != 0 && !p.wholeQuote(i+1, hi) {
		return i, true // "promised | to “mend” the lock"
	}
	if c.Takes('n') && p.callsFirst(c, i, hi) {
		return i, true
	}
	from := i
	if m := p.at(i).mark; c.Lemma == "tell" && m != 0 && p.isTitleCase(&p.marks[m-1]) && !p.wholeQuote(i, hi) && p.at(p.behindMarks(i)).phrase != 0 {
		i = p.behindMarks(i) // "told “Harbour Today” | the gates were shut"
		from = i
	} else if c.Takes('o') && p.at(i).phrase != 0 && p.at(i).mark == 0 && !p.is(i, "what") && !p.promisesThing(c) {
		from = p.phrases[p.at(i).phrase-1].hi
		if p.ownsMarks(i) { // "told Channel 9's “This Week” | that"
			for i = from; p.at(i).mark == 0; {
				i++
			}
			i = p.behindMarks(i)
		} else {
			i = p.reach(p.at(i).phrase - 1)
		}
	}
	if i > c.hi && c.Class == "warn" && c.Takes('c') && p.at(i).isFinite() && p.at(i).mark == 0 && p.clauseFollows(c.hi, hi) {
		return c.hi, true // "warned | the gates would shut"
	}
	if c.Takes('x') && p.is(i, "of") && p.at(i).mark == 0 && (i > c.hi || c.Class == "suggest") {
		return i, true
	}
	if i == c.hi && p.saysOfTime(c) {
		return i, true
	}
	i = p.skipRelative(p.skipAdjuncts(i, hi), hi)
	return p.contentAt(c, from, i, hi)
}

// contentAt returns the token the content of cue c begins at, if what it reports does
// at token i: behind the addressee, that ends before token from, and the adjuncts.
func (p *page) contentAt(c *cue, from, i, hi int) (int, bool) {
	t := p.at(i)
	if at, ok := p.lateThat(c, i, hi); ok && p.is(i, ",", "and") && i > c.hi && !p.isMeasured(c) {
		return at, true // "said in a letter to Lind, the mayor, | that"
	}
	if at := p.thatPast(c, i, hi); at > i {
		return at, true
	}
	switch {
	case from > c.hi && i > from && p.is(from, "about", "on", "over") && p.is(from+1, "what", "how", "whether", "why") && p.at(from+1).mark == 0:
		return from + 1, c.Takes('c') // "asked Venn about | what she planned"
	case i >= hi || t.mark != 0 && p.wholeQuote(i, hi), i > from && p.describesNoun(from, i), p.isPronounless(i), c.Takes('t') && p.datesOnly(c.hi):
		return 0, false
	case t.lower == "that" && !c.Takes('c'), p.reflexive(i) && !c.Takes('n'), t.lower == "that" && c.Lemma == "respond" && p.is(c.hi, "to"):
		return 0, false
	case t.lower == "that" && t.phrase == 0, t.lower == "that" && p.clauseFollows(i+1, hi):
		return i, true
	case t.lower == "," && p.is(c.hi, ","):
		return p.lateThat(c, i, hi)
	case t.lower == "," && i > c.hi && c.Takes('c') && p.opensSentence(c) && p.goesOnPlainly(i+1, hi):
		if p.is(c.hi, "that") {
			return c.hi, true // "Venn said | that today, thefts are rare"
		}
		return i + 1, true // "Venn said in May, | thefts fell"
	case t.lower == "," || t.lower == "." || t.lower == ":" || t.lower == ";" || t.lower == "and" || t.lower == "but":
		return 0, false
	case t.lower == "who" && i > c.hi && c.Class != "ask":
		return p.lateThat(c, i, hi) // "told Lind, who owns the boat, that"
	case p.is(i, "what") && c.Lemma != "cite" && p.namesBehind(i, hi):
		return i, true // "denounced | what he called “a folly”"
	case p.is(i, "whether", "how", "why", "what", "where", "who"), c.Class == "ask" && (p.is(i, "if") || p.is(i, "when") && !p.is(from, "about")):
		return i, c.Takes('c') || c.Takes('o')
	case t.pos == "IN" && !p.is(i, "on", "of", "in") && p.is(i+1, "whether", "how", "why", "what") && p.at(i+1).mark == 0 && (i == c.hi || p.at(i-1).phrase != 0 && p.phrases[p.at(i-1).phrase-1].kind == timely):
		return i + 1, c.Takes('c') || c.Takes('o') // "protested against | what they called"
	case i > c.hi && (t.lower == "to" || t.lower == "not" && p.is(i+1, "to")) && p.urgesThem(c) && !p.is(from, "about") && !(c.Lemma == "tell" && p.endsQuoted(c)):
		return c.hi, true // "urged | the crews to leave"
	case c.Takes('i') && (t.lower == "to" || t.lower == "not" && p.is(i+1, "to")):
		return i, true
	case c.Takes('c') && p.clauseFollows(i, hi) && !p.closesRelative(c, i):
		return i, true
	case c.Takes('n'):
		return i, p.callsSomething(c, i, hi)
	case c.Takes('x'):
		return i, t.phrase != 0 || t.lower == "of" && (i > c.hi || p.followsRelative(c)) // not "people accused of"
	case i == c.hi && p.promisesThing(c):
		return i, true
	case c.Lemma == "recall" && t.phrase != 0 && p.at(p.reach(t.phrase-1)).pos == "VBG":
		return i, true // "recalled | Lind talking of it"
	case c.Takes('t') && (t.phrase != 0 || t.pos == "VBG"):
		return i, c.Strength == 3 || c.Class == "deny" && c.Lemma != "protest" || c.Lemma == "demand" && p.demandedBy(c) || c.Lemma == "voice" || c.Lemma == "express" || c.Class == "suggest" || t.phrase != 0 && lexicon.CueNoun(p.at(p.phrases[t.phrase-1].hi-1).lower) != ""
	}
	return p.lateThat(c, i, hi)
}

// isAdjunct reports whether tokens [lo, hi) are no more than a time or place
// of the saying: "In a statement on Friday".
func (p *page) isAdjunct(lo, hi int) bool {
	for p.is(lo, "but", "and", "so", "yet") || p.at(lo).isAdverb() {
		lo++
	}
	return lo >= hi || p.skipAdjuncts(lo, hi) >= hi
}

// callsSomething reports whether what follows a cue like "called" or "blasted"
// at token i is its object and what that is called: "the plan a folly", "the
// plan as “a folly”".
func (p *page) callsSomething(c *cue, i, hi int) bool {
	k := p.at(i).phrase
	if k == 0 || p.at(i).mark != 0 {
		return false
	}
	j := p.reach(k - 1)
	if n := p.at(j + 1).phrase; p.is(j, "and") && n != 0 && p.at(j+1).mark == 0 {
		j = p.reach(n - 1)
	}
	j = p.behindTimes(j, hi)
	t := p.at(j)
	if j >= hi {
		return false
	}
	faults := p.blamesFor(c, i, j) || p.faultsFor(c, j)
	if p.phrases[k-1].kind == pronoun {
		return faults && !p.gerundAt(j+1) || t.mark != 0 || p.at(j+1).mark != 0 && (t.pos == "DT" || p.is(j, "as"))
	}
	return t.mark != 0 || t.pos == "DT" && p.at(j+1).mark != 0 || p.is(j, "as") || p.is(j, "to") && (c.Lemma == "liken" || c.Lemma == "compare") || p.likensTo(c, i, j) || faults || c.Class == "call" && (t.phrase != 0 || t.pos == "JJ" || (c.Lemma == "call" || c.Lemma == "deem") && (t.pos == "VBG" || t.pos == "VBN") && !p.clauseIn(j, hi))
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
		case p.is(i, "on", "in", "to") && p.ownsMarks(i+1):
			for i++; p.at(i).mark == 0; {
				i++
			}
			i = p.behindMarks(i)
		case p.is(i, "about", "around", "over", "under", "nearly") && (p.at(i+1).pos == "CD" || p.at(i+1).pos == "$") && p.clauseFollows(i+1, hi):
			return i // "said about 40 boats were lost"
		case (t.pos == "IN" || t.lower == "to") && !clauseWord(t.lower) && p.at(i+1).phrase != 0 && p.at(i+1).mark == 0 && !p.is(i+1, "what"):
			i = p.reach(p.at(i+1).phrase - 1)
		case t.pos == "IN" && !clauseWord(t.lower) && p.at(i+1).mark != 0:
			i = p.behindMarks(i + 1)
		case p.is(i, "after", "before", "since", "until") && p.thatBehind(i+1):
			i = p.reach(p.at(i+1).phrase - 1)
		case p.limitsSubject(i, hi):
			return i // "said | only two were lost"
		case t.isAdverb() && t.phrase == 0 && !p.is(i, "not", "n't", "ever", "never"):
			i++
		case t.lower == "," && (p.is(i+1, "however", "though", "too")) && p.is(i+2, ","):
			i += 3
		default:
			return i
		}
	}
	return i
}

// ownsMarks reports whether the phrase at token i owns the words in marks behind
// it, a programme: "on Channel 4's “This Week”".
func (p *page) ownsMarks(i int) bool {
	k := p.at(i).phrase
	if k == 0 || p.at(i).mark != 0 {
		return false
	}
	j := p.phrases[k-1].hi
	if (p.is(j, "'", "’") || p.at(j).pos == "POS") && p.at(j).mark == 0 {
		j++
	}
	m := p.at(j).mark
	return m != 0 && (p.at(j-1).pos == "POS" || p.is(j-1, "'", "’")) && p.isTitleCase(&p.marks[m-1])
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
	if k == 0 || p.at(i).mark != 0 {
		return false
	}
	j := p.reach(k - 1)
	for n := p.at(j).phrase; n != 0 && p.phrases[n-1].kind == timely; n = p.at(j).phrase {
		j = p.phrases[n-1].hi
	}
	return p.is(j, "that")
}

// clauseFollows reports whether a subject and a finite verb follow at i, so
// that "said" has a clause and no object.
func (p *page) clauseFollows(i, hi int) bool {
	if p.limits(i) {
		i++
	}
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
		if t.lower == "," && t.mark == 0 && owed == 0 && (p.anotherClause(j+1) || p.joinedClause(i, j)) {
			return false
		}
		if p.isDash(j) && p.is(j+1, "but", "and") || j > i && owed == 0 && p.misreadPast(i, j) {
			return !p.isDash(j)
		}
		if p.isDash(j) {
			j = p.nextDash(j+1, min(hi, i+40))
			continue
		}
		if j > i && t.mark == 0 && p.opensRelative(j) {
			owed++
			continue
		}
		if (t.lower == "and" || t.lower == "but") && t.mark == 0 && p.at(p.skipAdverbs(j+1)).isFinite() && owed == 0 {
			return false
		}
		if !t.isFinite() && !(t.Kind == text.Clitic && t.isAux()) || t.mark != 0 && p.isTitleCase(&p.marks[t.mark-1]) {
			continue
		}
		if owed == 0 {
			return true
		}
		owed--
		j = p.verbGroup(j)
	}
	return false
}

// verbGroup returns the last token of the verbs that the finite one at token i begins: no
// finite verb behind a participle or infinitive that ends them, "where they | will be
// living | is known".
func (p *page) verbGroup(i int) int {
	ended, plain := false, !p.at(i).isAux()
	for {
		n := p.at(i + 1)
		if !n.isVerb() && !n.isAdverb() || ended && !plain && n.isFinite() {
			return i
		}
		ended = ended || n.isVerb() && !n.isAux()
		i++
	}
}

// misreadPast reports whether the participle at token j stands right behind the
// name or pronoun that begins at i, and so is a past: "said | Venn behaved as".
func (p *page) misreadPast(i, j int) bool {
	k := p.at(i).phrase
	if k == 0 || p.at(j).pos != "VBN" || p.at(j).mark != 0 || p.phrases[k-1].hi != j || p.is(j+1, "by", "in") {
		return false
	}
	return p.phrases[k-1].kind == named || p.phrases[k-1].kind == pronoun || p.hasObject(j)
}

// anotherClause reports whether a pronoun and its finite verb stand at token i,
// behind a comma: "said his piece, | he left".
func (p *page) anotherClause(i int) bool {
	t := p.at(i)
	return t.mark == 0 && p.is(i, "he", "she", "they", "it", "we", "i", "you", "that") && p.at(p.skipAdverbs(i+1)).isFinite()
}

// joinedClause reports whether the comma at token j ends a noun phrase that
// begins at i, and a clause of its own is joined to it: "announced a plan, | but
// the crews left". With "and" a comma before it makes a list.
func (p *page) joinedClause(i, j int) bool {
	k := p.at(j + 2).phrase
	if !p.is(j+1, "but") && !(p.is(j+1, "and") && p.firstComma(i, j) == j) || k == 0 || p.at(j+2).mark != 0 {
		return false
	}
	end := p.reach(k - 1)
	if n := p.at(end + 1).phrase; p.is(end, "and") && n != 0 && p.at(end+1).mark == 0 {
		end = p.reach(n - 1)
	}
	return p.at(p.skipAdverbs(end)).isFinite()
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
	return p.opensAdverbial(i)
}

// opensAdverbial reports whether token i opens a clause that says when or why:
// "as | the tide fell", "after | Venn had left".
func (p *page) opensAdverbial(i int) bool {
	if !p.is(i, "as", "after", "before", "since", "until", "once", "unless") {
		return false
	}
	k := p.at(i + 1).phrase
	if k == 0 || p.at(i+1).mark != 0 || p.is(i, "as") && (p.is(i+1, "many", "much", "few", "little") || p.is(i-1, "to", "on", "at")) {
		return false
	}
	j := p.skipAdverbs(p.reach(k - 1))
	return p.at(j).isFinite() && p.at(j).mark == 0 && !(p.is(i, "as") && p.is(i+1, "a", "an") && p.hasOneVerb(i, j))
}

// hasOneVerb reports whether the finite verb at token j is the only one from the noun
// that stands before token i on, so that "as" there opens no clause: "the use of the
// lock | as a dock is odd".
func (p *page) hasOneVerb(i, j int) bool {
	if !p.is(j, "is", "are", "was", "were") || p.at(j+1).pos == "VBG" {
		return false
	}
	hi := p.sentences[p.at(i).sentence].hi
	for j++; j < hi && !p.is(j, ",", ";") && p.at(j).mark == 0; j++ {
		if p.at(j).isFinite() {
			return false
		}
	}
	for i--; p.at(i).mark == 0 && i >= p.sentences[p.at(i).sentence].lo; i-- {
		if t := p.at(i); t.isFinite() {
			_, cue := lexicon.CueOf(t.lower)
			return cue
		}
	}
	return false
}

// commaThenClause reports whether a comma and then a subject follow token i:
// "said if it rained, the gates would open".
func (p *page) commaThenClause(i, hi int) bool {
	for i++; i < hi; i++ {
		if p.behindComma(i) && (p.at(i).mark == 0 || p.at(i-1).mark == 0) {
			return p.clauseFollows(i, hi) && !p.wholeQuote(i, hi)
		}
	}
	return false
}
