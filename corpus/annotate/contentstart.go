package annotate

import "verbatim/corpus/lexicon"

// pleads reports whether the noun phrase at token i is what is heard in court, so
// that "argued" says nothing of it: "argued | the case".
func (p *page) pleads(c *cue, i int) bool {
	k := p.at(i).phrase
	return c.Lemma == "argue" && k != 0 && p.at(i).mark == 0 && p.is(p.phrases[k-1].hi-1, "case", "cases", "appeal", "appeals", "motion")
}

// closesRelative reports whether the verb behind the noun phrase at token i is not
// its own but that of whom the relative clause of cue c tells of: "Venn, who argued
// | the case, was".
func (p *page) closesRelative(c *cue, i int) bool {
	k := p.at(i).phrase
	if k == 0 || p.at(i).mark != 0 || !p.relative(c) {
		return false
	}
	j := p.reach(k - 1)
	return p.is(j, ",") && p.at(p.skipAdverbs(j+1)).isFinite()
}

// urgesThem reports whether cue c asks, urges or orders those who are named right
// behind it: "urged | the crews".
func (p *page) urgesThem(c *cue) bool {
	if p.at(c.hi).phrase == 0 {
		return false
	}
	return c.Takes('i') && (c.Class == "urge" || c.Class == "order") || (c.Lemma == "ask" || c.Lemma == "warn" || c.Lemma == "caution" || c.Lemma == "tell") && p.at(c.hi).pos != "PRP"
}

// endsQuoted reports whether a sentence in marks ends right before the subject of cue c,
// so that it is that which is said: "“It is shut,” | Venn told".
func (p *page) endsQuoted(c *cue) bool {
	s := p.subject(c.lo)
	if s == none || p.phrases[s].lo > c.lo {
		return false
	}
	m := p.at(p.phrases[s].lo - 1).mark
	return m != 0 && p.isClause(&p.marks[m-1]) && p.endsWith(&p.marks[m-1], ",", "?", "!")
}

// promisesThing reports whether what stands behind a cue of promising is no
// addressee but what is promised: "promised | a suit to open the books".
func (p *page) promisesThing(c *cue) bool {
	k := p.at(c.hi).phrase
	if c.Lemma != "promise" && c.Lemma != "pledge" && c.Lemma != "vow" || k == 0 || p.phrases[k-1].kind != thing && (!p.is(c.hi, "a", "an") || p.isSomeone(k-1)) {
		return false
	}
	return !p.is(p.reach(k-1), "that") && !p.clauseFollows(p.phrases[k-1].hi, p.sentences[c.sentence].hi)
}

// followsRelative reports whether the subject of cue c stands behind the pronoun of
// whom or what it tells: "whom | Venn accused | of", "what | he called".
func (p *page) followsRelative(c *cue) bool {
	s := p.subject(c.lo)
	return s != none && p.is(p.phrases[s].lo-1, "who", "whom", "which", "that", "what")
}

// followsWhich reports whether the subject of cue c stands behind ", which" or ", whom":
// "the lock, which | Venn says | is hers".
func (p *page) followsWhich(c *cue) bool {
	i := p.phrases[p.subject(c.lo)].lo - 1
	return p.is(i, "which", "who", "whom") && p.is(i-1, ",")
}

// saysOfTime reports whether a time right behind cue c is no time of the saying but what
// is spoken of: "said | Friday was calm", not "the man who said Friday that", "what she
// said Friday was false".
func (p *page) saysOfTime(c *cue) bool {
	k := p.at(c.hi).phrase
	if c.Lemma != "say" || k == 0 || p.phrases[k-1].kind != timely || p.at(c.hi).mark != 0 || !p.at(p.phrases[k-1].hi).isFinite() || p.relative(c) || p.followsRelative(c) {
		return false
	}
	s := p.subject(c.lo)
	return s != none && p.phrases[s].lo < c.lo && !p.is(p.phrases[s].lo-1, "what", "that", "which", "as")
}

// blamesFor reports whether cue c blames what stands in tokens [i, hi) for something:
// "blamed poor drains | for the flood".
func (p *page) blamesFor(c *cue, i, hi int) bool {
	if c.Lemma != "blame" {
		return false
	}
	for ; i < hi; i++ {
		if p.is(i, "for") && p.at(i+1).phrase != 0 {
			return true
		}
	}
	return false
}

// callsFirst reports whether what a thing is called stands before it at token i, behind
// the cue: "dismissed | as “a folly” the plan to".
func (p *page) callsFirst(c *cue, i, hi int) bool {
	m := i + 1
	if p.is(m, "a", "an", "the") && p.at(m).mark == 0 {
		m++
	}
	if !p.is(i, "as") || p.at(i).mark != 0 || p.at(m).mark == 0 {
		return false
	}
	j := p.behindMarks(m)
	return j < hi && !p.followsRelative(c) && p.at(j).phrase != 0 && p.phrases[p.at(j).phrase-1].kind != timely && !p.endsWith(&p.marks[p.at(m).mark-1], ",", ".", "!", "?")
}

// faultsFor reports whether the "for" at token j gives what cue c blames or praises
// somebody for: "for | closing", "for not | closing", "for | her part in the strike".
func (p *page) faultsFor(c *cue, j int) bool {
	if !p.is(j, "for") {
		return false
	}
	v := j + 1
	if p.is(v, "not", "never") {
		v++
	}
	switch {
	case c.Class == "criticise" && c.Lemma != "lash", c.Class == "praise":
		return p.at(v).pos == "VBG" || p.at(j+1).pos == "PRP$" || p.at(j+1).pos == "DT"
	case c.Lemma == "blame", c.Lemma == "lash":
		return p.at(v).pos == "VBG" && !p.gerundAt(v)
	}
	return false
}

// likensTo reports whether cue c says what the thing in tokens [lo, hi) is like: "the
// port | to a town".
func (p *page) likensTo(c *cue, lo, hi int) bool {
	s := p.subject(c.lo)
	if c.Lemma != "liken" && c.Lemma != "compare" || s == none || p.phrases[s].kind == thing || p.at(c.lo).pos == "VBN" && !p.at(c.lo-1).isAux() {
		return false
	}
	for ; lo <= hi; lo++ {
		if p.is(lo, "to") {
			return true
		}
	}
	return false
}

// namesBehind reports whether somebody calls a thing by a name behind the "what" at
// token i: "what | he called".
func (p *page) namesBehind(i, hi int) bool {
	k := p.at(i + 1).phrase
	if k == 0 || p.at(i+1).mark != 0 || p.phrases[k-1].kind == thing || p.phrases[k-1].kind == timely {
		return false
	}
	j := p.skipAux(p.reach(k - 1))
	f, ok := lexicon.CueOf(p.at(j).lower)
	return ok && f.Takes('n') && j < hi && p.at(j).isVerb()
}

// goesOnPlainly reports whether a clause with a subject of its own begins at token
// i, behind a comma, and no comma stands behind that subject.
func (p *page) goesOnPlainly(i, hi int) bool {
	k := p.at(i).phrase
	if k == 0 || p.at(i).mark != 0 {
		return false
	}
	j := p.skipAdverbs(p.reach(k - 1))
	f, ok := lexicon.CueOf(p.at(j).lower)
	return !p.is(j, ",") && !(ok && f.Strength == 3) && p.clauseFollows(i, hi) && !p.reporterAgain(i, hi)
}

// describesNoun reports whether the clause at token i, behind the adjuncts of the
// saying from token from on, belongs to the noun of one: "said in a report Monday
// | that found", "wrote about a talk | she had", "asked about a loan | that".
func (p *page) describesNoun(from, i int) bool {
	if p.restrictsNoun(i) {
		return true
	}
	if k := p.at(i).phrase; (p.is(from, "about") || p.is(from, "of") && p.kindAt(from-1) != description) && (p.is(i, "that") || k != 0 && p.phrases[k-1].kind == pronoun) {
		return p.at(i).mark == 0
	}
	for j := from; j < i && p.is(i, "that"); j++ {
		if k := p.at(j).phrase; k != 0 && p.phrases[k-1].kind != named && p.is(p.phrases[k-1].lo-1, "in", "at") {
			return p.at(i+1).isFinite() && !p.at(i+2).isFinite()
		}
	}
	return false
}

// kindAt returns the kind of the phrase token i stands in, a thing where it stands in
// none.
func (p *page) kindAt(i int) phraseKind {
	if k := p.at(i).phrase; k != 0 {
		return p.phrases[k-1].kind
	}
	return thing
}

// restrictsNoun reports whether the "that" at token i, behind a noun, has its
// verb right behind it, and so tells which is meant: "of the talks | that were
// held".
func (p *page) restrictsNoun(i int) bool {
	k := p.at(i - 1).phrase
	j := p.skipAdverbs(i + 1)
	return p.is(i, "that") && (p.at(i-1).mark != 0 || k != 0 && p.phrases[k-1].kind != timely) && p.at(i).mark == 0 && p.at(j).isFinite() && !p.at(j+1).isFinite()
}

// datesOnly reports whether a time and then a finite verb stand at token i, so that the
// cue before it is no more than a participle: "the tolls announced | Monday are".
func (p *page) datesOnly(i int) bool {
	k := p.at(i).phrase
	return k != 0 && p.phrases[k-1].kind == timely && p.phrases[k-1].lo == i && p.at(p.phrases[k-1].hi).isFinite() && p.at(i).mark == 0
}

// isPronounless reports whether a word like "anything" stands at token i with a
// clause behind it that has no pronoun to open it: "tell them | anything they
// did not know".
func (p *page) isPronounless(i int) bool {
	k := p.at(i + 1).phrase
	return p.is(i, "anything", "something", "everything", "nothing") && k != 0 && p.phrases[k-1].kind == pronoun
}

// demandedBy reports whether somebody, and no thing, is the subject of cue c: "crews
// demanded | a rest", but not "the crisis demands | a rest".
func (p *page) demandedBy(c *cue) bool {
	s := p.subject(c.lo)
	return s != none && p.phrases[s].kind != thing && p.at(c.lo).pos != "VB" && (p.phrases[s].kind != pronoun || p.is(p.phrases[s].lo, "he", "she", "they"))
}

// opensSentence reports whether the subject of cue c is the first of its
// sentence, so that the clause behind it is what is said.
func (p *page) opensSentence(c *cue) bool {
	s := p.subject(c.lo)
	lo := p.sentences[c.sentence].lo
	return s != none && (p.phrases[s].lo == lo || p.phrases[s].lo == lo+1 && p.is(lo, "but", "and", "still", "yet"))
}

// topicAt returns where what is said begins behind a verb that takes it with a
// preposition of its own: "called for | an inquiry", "called on | the crews to
// leave", "warned against | a strike".
func (p *page) topicAt(c *cue) (int, bool) {
	i := p.behindOccasion(c.hi)
	at := p.at(i + 1)
	if at.mark != 0 || at.phrase == 0 && at.pos != "VBG" {
		return 0, false
	}
	switch {
	case c.Lemma == "call" && p.is(i, "for"), c.Lemma == "warn" && p.is(i, "against", "of"):
		return i + 1, true
	case c.Lemma == "appeal" && p.is(i, "for"), p.aboutAt(c, i):
		return i + 1, true
	case (c.Lemma == "call" && p.is(i, "on", "upon") || c.Lemma == "appeal" && p.is(i, "to")) && at.phrase != 0:
		return i + 1, p.is(p.reach(at.phrase-1), "to")
	case c.Lemma == "ask" && p.is(i, "for") && at.phrase != 0:
		return i + 1, p.is(p.reach(at.phrase-1), "to") // "asked for | more time to"
	case c.Lemma == "refer" && p.is(i, "to") && at.phrase != 0:
		return i + 1, p.is(p.reach(at.phrase-1), "as")
	}
	return 0, false
}

// aboutAt reports whether the preposition at token i is the one with which cue c takes
// what it is about: "complained | of", "apologised | for", "boasted | about".
func (p *page) aboutAt(c *cue, i int) bool {
	b := p.at(p.skipBackAdverbs(c.lo - 1))
	switch k, s := p.at(i+1).phrase, p.subject(c.lo); {
	case s == none, p.phrases[s].kind == thing, k != 0 && p.phrases[k-1].kind == pronoun, c.Form == lexicon.Third && p.is(c.lo-1, "been", "be"):
		return false
	case c.Form == lexicon.Gerund && b.lower != "," && b.pos != "CC" && !b.isAux() && !b.isNoun():
		return false // "loved | apologising for"
	}
	switch c.Lemma {
	case "complain", "grumble", "gripe", "grouse", "boast", "brag", "gloat", "joke", "fume":
		return p.is(i, "of", "about")
	case "apologize", "apologise":
		return p.is(i, "for")
	case "object":
		return p.is(i, "to")
	case "confess":
		return p.is(i, "to") && p.at(i+1).pos == "VBG"
	}
	return false
}

// behindOccasion steps from token i, behind a cue, over when and where it was
// said: "warned | on Friday | against", "appealed | in a statement | to".
func (p *page) behindOccasion(i int) int {
	j := i
	if p.is(i, "on", "in", "at", "during", "last") && p.at(i).phrase == 0 {
		j++
	}
	k := p.at(j).phrase
	if k == 0 || p.at(j).mark != 0 || p.phrases[k-1].kind != timely && (j == i || !lexicon.ReportOccasion.Has(p.at(p.phrases[k-1].hi-1).lower)) {
		return i
	}
	return p.phrases[k-1].hi
}

// gapStart reads "a toll it said would empty the port": the phrase
// before the subject belongs to the clause that is said.
func (p *page) gapStart(c *cue, s int) (int, bool) {
	i := p.phrases[s].lo - 1
	if !c.Takes('c') || c.Takes('t') && c.Strength < 3 || p.is(i, "everything", "all", "anything", "something", "nothing", "much", "things", "thing", "words", "those", "story", "stories", "tale", "tales", "lie", "lies") {
		return 0, false
	}
	if p.at(i).pos == "VBG" && p.isDash(i-1) && p.at(c.hi).isFinite() && p.at(c.hi).mark == 0 {
		return i, true // "— meddling | he said was paid for"
	}
	if p.is(i, "what") && p.is(c.hi, "is", "was", "are", "were") && p.at(c.hi+1).phrase != 0 && p.at(c.hi+1).mark == 0 {
		return c.hi + 1, true // "what Venn says is | a plot"
	}
	if !p.at(c.hi).isFinite() || p.at(c.hi).mark != 0 || p.at(i).phrase == 0 || p.at(i).mark != 0 || p.at(i).sentence != c.sentence {
		return 0, false
	}
	return p.phrases[p.at(i).phrase-1].lo, true
}

// hasObject reports whether the participle at token j has its object right behind it, and
// so is a past: "the port | lost | 900 boats".
func (p *page) hasObject(j int) bool {
	t := p.at(j + 1)
	k := t.phrase
	return k != 0 && p.phrases[k-1].lo == j+1 && p.phrases[k-1].kind != timely && (t.pos == "CD" || t.pos == "$" || t.pos == "DT" || t.pos == "PRP$") && !p.is(j, "aged", "based", "located", "born") && !isTimeWord(p.headWord(j+1))
}
