package annotate

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// toldRound reads the words round a fragment in marks behind a verb that takes a
// topic or an infinitive and reports only beside marks: "referenced “tensions”
// in the harbour", "encouraged the crews to “check” the gates".
func (p *page) toldRound(c *cue, s, hi int) (reported, bool) {
	lo, about := p.spokenOf(c)
	topic := (about || c.Takes('t')) && p.opensTopic(lo) && !p.citesSource(c, lo)
	if s == none || p.isAttribute(c) || !topic && !(c.Takes('i') && p.at(lo).phrase != 0 && p.is(p.reach(p.at(lo).phrase-1), "to")) {
		return reported{}, false
	}
	m := p.nextMark(lo, min(hi, lo+12))
	if m == min(hi, lo+12) || about && p.is(m-1, ",") || p.isTitleCase(&p.marks[p.at(m).mark-1]) && !(m == lo && p.is(p.behindMarks(m), "as")) || p.saysIn(lo, m) || p.wholeQuote(lo, hi) || p.isClause(&p.marks[p.at(m).mark-1]) {
		return reported{}, false
	}
	end := p.contentEnd(c, lo, hi)
	if c.Form == lexicon.Gerund && c.lo <= p.sentences[c.sentence].lo+1 {
		end = p.openingEnd(lo, end, true)
	}
	if i := p.behindMarks(m); m == lo && p.is(i, "as") && p.at(i+1).phrase != 0 && p.at(i+1).mark == 0 && p.at(p.reach(p.at(i+1).phrase-1)).isFinite() {
		end = min(end, p.reach(p.at(i+1).phrase-1)) // "specified “Tidelander” as their faith | were"
	}
	if end <= m || !p.enough(lo, end, 2) || p.phrases[s].kind == thing || p.isWriter(s) {
		return reported{}, false
	}
	a := p.credit(s, c, sieveHead)
	return reported{a, p.clauseSpan(lo, end)}, a.found()
}

// saysIn reports whether tokens [lo, hi) hold a clause or a cue of their own, that of
// "what he called" left out.
func (p *page) saysIn(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if p.is(i, "what") && p.namesBehind(i, hi+1) {
			for i++; i < hi && !p.at(i).isFinite(); i++ {
			}
			continue
		}
		if p.at(i).isFinite() || len(p.cuesIn(i, i+1)) > 0 {
			return true
		}
	}
	return false
}

// spokenOf returns the token behind the preposition of what is spoken of, "lamented
// to the Gull about | the toll", else the one behind the cue.
func (p *page) spokenOf(c *cue) (int, bool) {
	i := c.hi
	if p.is(i, "to", "with") && p.at(i+1).phrase != 0 && p.at(i+1).mark == 0 {
		i = p.reach(p.at(i+1).phrase - 1)
		if i > c.hi+2 && !p.is(i, "about", "of") {
			i = p.aboutNear(c.hi + 2) // the phrase took it for its own
		}
	}
	if c.Class != "think" && (c.Form != lexicon.Base || p.at(c.lo).pos == "VBP") && p.is(i, "about", "of", "over", "against") && p.at(i).mark == 0 && p.opensTopic(i+1) {
		return i + 1, true
	}
	return c.hi, false
}

// aboutNear returns the next "about" from token i on, none if it is further off than
// a name is long.
func (p *page) aboutNear(i int) int {
	for j := i; j < i+6; j++ {
		if p.is(j, "about") {
			return j
		}
	}
	return none
}

// opensTopic reports whether a noun phrase, or words in marks and what stands
// before them, begins at token i.
func (p *page) opensTopic(i int) bool {
	if p.at(i).phrase != 0 || p.at(i).mark != 0 {
		return true
	}
	return (p.at(i).pos == "DT" || p.at(i).pos == "PRP$") && p.at(i+1).mark != 0
}

// citesSource reports whether cue c names at token i whom it has its words from,
// and not these: "citing two officials".
func (p *page) citesSource(c *cue, i int) bool {
	k := p.at(i).phrase
	return (c.Lemma == "cite" || c.Lemma == "quote") && k != 0 && (p.phrases[k-1].kind == named || p.phrases[k-1].kind == description)
}

// toldOf reads what somebody is said to have called a thing in a relative
// clause: "the plan, which Venn called “a folly”", thing and all.
func (p *page) toldOf(c *cue, s, hi int) (reported, bool) {
	if !c.Takes('n') || s == none || p.phrases[s].lo < 2 || p.isWriter(s) || p.skipHelpers(c.lo-1, p.phrases[s].lo) >= p.reach(s) && !p.namedBetween(s, c.lo) {
		return reported{}, false
	}
	m := c.hi
	for p.is(m, "as", "a", "an", "the") && p.at(m).mark == 0 {
		m++
	}
	r := p.phrases[s].lo - 1
	k := p.beforeAside(r)
	if m >= hi || p.at(m).mark == 0 || !p.is(r, "which", "that") || p.at(k).mark != 0 || p.at(k).sentence != c.sentence {
		return reported{}, false
	}
	lo := r
	switch {
	case p.at(k).phrase != 0:
		lo = p.phrases[p.at(k).phrase-1].lo
	case k == r-1 || !p.is(r, "which"):
		return reported{}, false
	}
	a := p.credit(s, c, sieveHead)
	return reported{a, p.clauseSpan(lo, p.behindMarks(m))}, a.found()
}

// namedBetween reports whether no more than the name of whom phrase s describes, between
// commas, stands between it and token v: "the guild's chief, | Tam Orley, | called".
func (p *page) namedBetween(s, v int) bool {
	i := p.reach(s)
	n := p.at(i+1).phrase - 1
	return p.is(i, ",") && n >= 0 && p.phrases[n].lo == i+1 && p.isNamedPerson(n) && p.is(p.phrases[n].hi, ",") && p.skipAdverbs(p.phrases[n].hi+1) == v
}

// toldWhat reads what somebody calls a thing that has no other name, without marks:
// "what critics call | a gift to the rich".
func (p *page) toldWhat(c *cue, s int) (reported, bool) {
	if !c.Takes('n') || s == none || !p.is(p.phrases[s].lo-1, "what") || p.isWriter(s) || p.skipHelpers(c.lo-1, p.phrases[s].lo) >= p.reach(s) {
		return reported{}, false
	}
	i := c.hi
	if p.is(i, "as") {
		i++
	}
	k := p.at(i).phrase
	if k == 0 || p.at(i).mark != 0 || p.phrases[k-1].kind == timely || p.phrases[k-1].kind == pronoun {
		return reported{}, false
	}
	end := p.reach(k - 1)
	if p.at(end).pos == "IN" && p.is(end+1, "those", "all", "anyone") {
		for end += 2; end < p.sentences[c.sentence].hi && p.at(end).Kind < text.Mark && !p.at(end).isFinite() && p.at(end).pos != "CC"; {
			end++
		}
	}
	a := p.credit(s, c, sieveHead)
	return reported{a, p.clauseSpan(i, end)}, a.found() && p.enough(i, end, 2) && p.nextMark(i, end+3) == end+3
}

// takesTo returns the verb of "took to the radio to say" for its cue in the
// infinitive, none where the infinitive is no saying.
func (p *page) takesTo(c *cue) int {
	if !p.is(c.lo-1, "to") || p.at(c.lo-1).mark != 0 {
		return none
	}
	for i := c.lo - 2; i > p.sentences[c.sentence].lo && i > c.lo-9; i-- {
		t := p.at(i)
		switch {
		case t.mark != 0 || p.is(i, ",", ";"):
			return none
		case p.is(i, "used", "uses", "using") && p.at(p.skipAdverbs(i+1)).phrase != 0 && p.at(i+1).mark == 0 && p.at(i).isVerb(), p.is(i, "took", "takes", "turned", "turns") && p.is(i+1, "to"), p.is(i, "went", "goes") && p.is(i+1, "on", "to") && p.at(i+2).phrase != 0:
			return i
		case t.isVerb():
			return none
		}
	}
	return none
}

// onlyMight reports whether a modal makes cue c no more than possible: "could
// deny". What somebody would or could only say is said.
func (p *page) onlyMight(c *cue) bool {
	i := c.lo - 1
	for p.at(i).isAdverb() && !p.is(i, "only") {
		i--
	}
	return c.Form == lexicon.Base && p.is(i, "can", "could", "should", "must", "may", "might") && p.at(i).mark == 0
}

// shows reports whether cue c is what papers do: "the survey shows that".
func (p *page) shows(c *cue, s int) bool {
	i := c.hi
	if p.is(i, "that") {
		i++
	}
	if p.frets(c, s) {
		return true
	}
	if c.Lemma == "learn" && s != none && p.is(i-1, "that") { // "Channel 9 has learned that"
		return p.isPressPhrase(s)
	}
	if c.Lemma != "show" || s == none || i == c.hi && p.at(i).pos != "CD" {
		return false
	}
	return p.phrases[s].kind == description && lexicon.Speaks(p.at(p.phrases[s].hi-1).lower) && p.clauseFollows(i, p.sentences[c.sentence].hi)
}

// believedBy reports whether cue c is no more than what a crowd believes of a thing
// told of otherwise: "what pilots | believe", "because they | believe", "a toll they |
// believe".
func (p *page) believedBy(c *cue, s int) bool {
	i := p.phrases[s].lo - 1
	if c.Class != "think" || p.at(c.lo).pos != "VBP" || i < p.sentences[c.sentence].lo || p.at(i).mark != 0 {
		return false
	}
	return p.at(c.lo-1).pos == "CC" || p.is(i, "what", "because", "where", "which", "that", "as", "so") || p.at(i).isNoun()
}

// frets reports whether cue c says what somebody fears: "pilots worry that the lock
// may fail".
func (p *page) frets(c *cue, s int) bool {
	if c.Lemma != "worry" && c.Lemma != "fear" || s == none || !p.isSomeone(s) || !p.at(c.lo).isFinite() {
		return false
	}
	return p.is(c.hi, "that") || p.clauseFollows(c.hi, p.sentences[c.sentence].hi)
}

// goesOnInMarks reports whether the clause before cue c goes on with words in
// marks behind it: "It is “dead,” Venn wrote in May, and “buried.”"
func (p *page) goesOnInMarks(c *cue, s int, sieve string, hi int) bool {
	i := c.hi
	if sieve == sieveInverted {
		i = p.reach(s)
	}
	i = p.skipAdjuncts(i, hi)
	m := p.at(i + 2).mark
	return p.is(i, ",") && p.is(i+1, "and", "but") && m != 0 && !p.isClause(&p.marks[m-1]) && p.wholeQuote(i+2, hi)
}

// leadsToQuote reports whether tokens [lo, hi) are no clause but lead to words
// in marks behind a colon: "said something to the effect of: “…”".
func (p *page) leadsToQuote(lo, hi int) bool {
	return p.is(hi, ":") && p.at(hi+1).mark != 0 && !p.clauseIn(lo, hi)
}

// isAttribute reports whether a cue is a participle before its noun: "the
// commonly cited cases".
func (p *page) isAttribute(c *cue) bool {
	i := p.skipBackAdverbs(c.lo - 1)
	return p.at(c.lo).pos == "VBN" && modifies(p.at(i))
}

// toldAs reads what the verb of pair of marks m, no word of speech, makes of its
// object in marks: "admires the mayor as a “strong leader”". Who does so calls him
// that.
func (p *page) toldAs(m int) (reported, bool) {
	t := p.tokenAt(p.marks[m].Outer.Start)
	as := t - 1
	for p.is(as, "a", "an", "the") && p.at(as).mark == 0 {
		as--
	}
	k := p.at(as - 1).phrase
	if !p.is(as, "as") || k == 0 || p.at(as-1).mark != 0 || p.isClause(&p.marks[m]) || p.isTitleCase(&p.marks[m]) {
		return reported{}, false
	}
	lo := p.phrases[p.chainHead(k-1)].lo
	v := p.verbBefore(lo)
	if v == none || p.at(v).sentence != p.at(t).sentence {
		return reported{}, false
	}
	s := p.subject(v)
	if s == none || p.phrases[s].lo >= v || p.phrases[s].kind == thing || p.phrases[s].kind == timely || p.isWriter(s) || p.nobody(s) {
		return reported{}, false
	}
	c := cue{CueForm: lexicon.CueForm{Cue: lexicon.Cue{Lemma: p.at(v).lower, Class: "call", Strength: 1}, Form: lexicon.Past}, lo: v, hi: v + 1, sentence: p.at(v).sentence}
	a := p.credit(s, &c, sieveHead)
	return reported{a, p.clauseSpan(lo, p.alsoAs(p.behindMarks(t)))}, a.found()
}

// chainHead goes left from phrase k over the phrases that prepositions join to it:
// from "the harbour" to "the head" in "the head of the harbour".
func (p *page) chainHead(k int) int {
	for {
		i := p.phrases[k].lo - 1
		n := p.at(i - 1).phrase
		if !p.is(i, "of", "in", "for", "on") || n == 0 || p.at(i).mark != 0 || p.at(i-1).mark != 0 {
			return k
		}
		k = n - 1
	}
}

// verbBefore returns the verb that has the object at token lo, and may say what
// its subject thinks of that; none if there is none, it is no more than planned or
// done to somebody, or "as" tells behind it what for.
func (p *page) verbBefore(lo int) int {
	v := lo - 1
	if p.is(v, "after", "at") && p.at(v-1).isVerb() {
		v--
	}
	t := p.at(v)
	switch t.pos {
	case "VBD", "VBZ", "VBP", "VBG", "VBN":
	default:
		return none
	}
	f, ok := lexicon.CueOf(t.lower)
	if t.mark != 0 || t.isAux() || p.isPassive(v) || lexicon.ReportUse.Has(t.lower) || ok && (f.Takes('n') || f.Strength == 3) || p.notSaid(v) != v {
		return none
	}
	return v
}

// alsoAs returns the token behind further words in marks that "and" joins at
// token i: "as a “leech” | and a “brat”".
func (p *page) alsoAs(i int) int {
	j := i + 1
	for p.is(j, "a", "an", "the", "as") && p.at(j).mark == 0 {
		j++
	}
	if p.is(i, "and") && p.at(j).mark != 0 {
		return p.behindMarks(j)
	}
	return i
}
