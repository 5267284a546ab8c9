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
	case t.lower == "," || t.lower == "." || t.lower == ":" || t.lower == ";" || t.lower == "and" || t.lower == "but":
		return 0, false
	case p.is(i, "whether", "how", "why", "what", "where", "who"), c.Class == "ask" && p.is(i, "if", "when"):
		return i, c.Takes('c') || c.Takes('o')
	case t.lower == "to" && c.Takes('i'):
		return i, true
	case c.Takes('c') && p.clauseFollows(i, hi):
		return i, true
	case c.Lemma == "call" && p.is(i, "for"):
		return i + 1, true
	case c.Takes('n'):
		return i, p.callsSomething(c, i, hi)
	case c.Takes('x'):
		return i, t.phrase != 0 || t.lower == "of"
	case c.Takes('t') && c.Strength == 3 && t.phrase != 0, c.Takes('t') && c.Class == "deny" && t.phrase != 0:
		return i, true
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
		case (t.pos == "IN" || t.lower == "to") && !clauseWord(t.lower) && p.at(i+1).phrase != 0 && p.at(i+1).mark == 0:
			i = p.reach(p.at(i+1).phrase - 1)
		case t.pos == "IN" && !clauseWord(t.lower) && p.at(i+1).mark != 0:
			for i++; p.at(i).mark != 0; {
				i++
			}
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
	for j := i; j < hi && j < i+30; j++ {
		k := p.at(j)
		if k.lower == ";" {
			return false
		}
		if k.isFinite() || k.Kind == text.Clitic && k.isAux() {
			return true
		}
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
	for i := lo + 1; i < hi; i++ {
		t := p.at(i)
		if t.mark != 0 {
			continue
		}
		if t.lower == ";" || t.lower == ":" && p.at(i+1).mark != 0 {
			return i
		}
		if t.lower == "," && p.reporterAgain(i+1, hi) {
			return i
		}
		if i > lo+2 && t.isFinite() && p.relative(c) && p.at(i-1).isVerb() && !p.at(i-1).isAux() && p.at(i-1).lower != "to" {
			return i
		}
		if (t.lower == "and" || t.lower == "but") && (p.cueAt(p.skipAdverbs(i+1)) || p.anotherSpeaks(i+1)) {
			return i
		}
	}
	for hi > lo && (p.at(hi-1).Kind == text.Punct && p.at(hi-1).mark == 0 && !p.is(hi-1, ")", "%", "$")) {
		hi--
	}
	return hi
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
	if f, ok := lexicon.CueOf(p.at(i).lower); ok && f.Form == lexicon.Gerund && f.Strength >= 2 {
		return true
	}
	if p.is(i, "according") {
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
