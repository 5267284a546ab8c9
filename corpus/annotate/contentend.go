package annotate

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/tag"
	"verbatim/corpus/text"
)

// contentEnd returns the token behind the clause that begins at lo: the end of
// the sentence without its stop, or where the reporter speaks again.
func (p *page) contentEnd(c *cue, lo, hi int) int {
	return p.endFrom(c, content{lo: lo, topic: p.isTopic(c, lo, hi)}, lo+1, hi)
}

// content is what is known of a report while its end is looked for.
type content struct {
	lo     int
	topic  bool // it is no clause but a noun or an infinitive
	clause bool // a finite verb of it has been read
}

// endFrom looks for the end of a content from token i on.
func (p *page) endFrom(c *cue, k content, i, hi int) int {
	hi = min(hi, i+mostContent)
	for ; i < hi; i++ {
		t := p.at(i)
		if t.mark != 0 {
			continue
		}
		if p.endsBefore(c, k, i, hi) {
			hi = p.behindFirst(k.lo, i)
			break
		}
		k.clause = k.clause || t.isFinite()
	}
	for hi > k.lo && p.at(hi-1).mark == 0 && (p.at(hi-1).Kind == text.Punct && !p.is(hi-1, ")", "%", "$") || p.is(hi-1, "and", "but") || p.is(hi-1, "all") && p.behindComma(hi-1) && p.is(hi, "while")) {
		hi--
	}
	return hi
}

// behindFirst returns the token before the first of two who speak next where the second
// is joined at token i: "it was shut, | but Venn | and others argue"; i elsewhere.
func (p *page) behindFirst(lo, i int) int {
	k := p.at(i - 1).phrase
	if k == 0 || !p.is(i, "and", "or") || p.at(i-1).mark != 0 {
		return i
	}
	j := p.phrases[k-1].lo - 1
	if p.is(j, "both", "either") {
		j--
	}
	if j > lo+2 && p.is(j, "but", "and", "while", "though", "although") && p.behindComma(j) {
		return j
	}
	return i
}

// mostContent is how many tokens of a sentence a cue reports at most: sentences
// people write have fewer.
const mostContent = 250

// isTopic reports whether what cue c reports from lo on is no clause but a noun
// or an infinitive: "the strike, which had lasted a week", "to close the port".
func (p *page) isTopic(c *cue, lo, hi int) bool {
	switch {
	case p.is(lo, "to", "of") || p.at(lo).pos == "VBG" || !c.Takes('c') || p.aboutAt(c, lo-1) && !p.opensComplement(lo):
		return true
	case p.opensComplement(lo) || p.at(lo).mark != 0 || p.at(lo).isFinite():
		return false
	}
	return !p.clauseFollows(lo, hi) || c.Takes('t') && p.reduced(c) && p.verbsIn(lo, hi) == 1
}

// verbsIn counts the finite verbs outside marks in tokens [lo, hi) that no word
// between opens a clause of its own for.
func (p *page) verbsIn(lo, hi int) int {
	n, owed := 0, 0
	for i := lo; i < min(hi, lo+mostContent); i++ {
		switch t := p.at(i); {
		case t.mark != 0:
		case i > lo && p.opensRelative(i):
			owed++
		case t.isFinite() && owed > 0:
			owed--
			i = p.verbGroup(i)
		case t.isFinite():
			n++
			i = p.verbGroup(i)
		}
	}
	return n
}

// endsBefore reports whether a content ends before token i, which stands
// outside marks.
func (p *page) endsBefore(c *cue, k content, i, hi int) bool {
	t, lo, clause := p.at(i), k.lo, k.clause
	joined := t.lower == "and" || t.lower == "but"
	switch {
	case p.endsPost(i, hi):
		return true
	case t.lower == ";" || t.lower == ":" && p.at(i+1).mark != 0, t.lower == ")" && !p.opened(lo, i):
		return true
	case (t.lower == "," || p.isDash(i)) && p.reporterAgain(i+1, hi), p.at(i-1).mark != 0 && p.endsWith(&p.marks[p.at(i-1).mark-1], ",") && p.reporterAgain(i, hi):
		return true
	case i > lo+1 && p.behindComma(i) && t.isFinite() && (p.relative(c) || p.isWhose(c) || p.followsRelative(c) && (c.Takes('x') || k.topic || p.followsWhich(c))), i > lo+2 && t.isFinite() && p.relative(c) && p.at(i-1).isVerb() && !p.at(i-1).isAux() && p.at(i-1).lower != "to":
		return true
	case i > lo && k.topic && !clause && t.isFinite() && p.relative(c) && p.at(i-1).phrase != 0 && !p.is(i-1, "what") && p.nextMark(lo, i) == i && !p.turnsAside(lo, i):
		return true // "who called for a delay | said"
	case k.topic && !clause && i > lo && (t.lower == "," || t.isFinite()) && p.reduced(c) && !p.is(i-1, "to") && !p.is(lo, "what"):
		return true // "the tweet announcing her leave | was"
	case joined && (p.cueAt(p.skipAdverbs(i+1), hi) || p.cueBehindTime(i+1, hi) || p.cueBehindInsertion(i+1, hi) || (!clause || p.verbIn(lo, i)) && p.anotherSpeaks(i+1, c.Form == lexicon.Gerund) || p.urgesAt(i+1)):
		return true
	case joined && c.Form == lexicon.Gerund && p.gerundAt(p.skipAdverbs(i+1)):
		return true
	case clause && (joined || p.is(i, "though", "although", "while")) && (p.speaksAgain(i+1) || p.speaksBehind(i+1, hi)):
		return true
	case p.is(i, "and", "but", "while") && p.shareSays(i+1):
		return true
	case clause && t.lower == "," && p.is(i+1, "but") && p.tellsBesides(i+2, hi), clause && t.lower == "but" && p.at(i-1).mark != 0 && p.behindComma(i) && p.tellsBesides(i+1, hi), t.lower == "," && p.is(i+1, "which") && p.speaksAgain(i+2):
		return true
	case (clause && p.is(i, "while") && p.behindComma(i) || p.isDash(i)) && p.anotherSpeaks(i+1, false), p.isDash(i) && p.opensAtDash(c):
		return true
	case clause && t.lower == "," && p.othersSpeak(i+1), t.lower == "," && p.is(i+1, "which") && p.anotherSpeaks(i+2, false):
		return true
	case i > lo+2 && p.is(i, "though", "although") && (p.behindComma(i) || p.isDash(i-1) && p.clauseFollows(i+1, hi)) && !p.is(i+1, ",") && (clause || p.clauseFollows(i+1, hi)):
		return true
	case p.is(i, "while") && p.gerundAt(i+1), p.isDash(i) && p.nextDash(lo, i) == i && p.cueAt(i+1, hi), p.isDash(i) && p.is(i+1, "even") && p.is(i+2, "though", "as", "if", "when"):
		return true
	case joined && c.Form == lexicon.Base && p.alsoBase(c, i+1):
		return true
	case joined && k.topic && !clause && p.goesOnAlone(i, hi):
		return true
	case joined && c.Takes('n') && !clause && p.at(i-1).mark != 0 && p.behindComma(i) && p.at(i+1).mark == 0 && !p.is(i+2, "that", "who", "which") && p.clauseFollows(i+1, hi):
		return true
	case clause && t.lower == "," && p.at(i+1).pos == "VBD" && p.is(i+2, "to", "that") && p.verbsIn(lo, i) > 0 && p.cueAt(i+1, hi):
		return true // "insisted it was shut, | vowed to leave and left"
	case joined && p.behindComma(i) && p.at(c.lo).pos == "VBD" && c.lo < lo && p.at(p.skipAdverbs(i+1)).pos == "VBD" && p.doesBesides(lo, i):
		return true // "said the gates are open, | and left"
	case clause && t.lower == "," && p.isSetOff(c) && p.at(p.skipAdverbs(i+1)).isFinite():
		return true // "Venn, noting that it was shut, | said"
	case p.is(i, "and") && p.at(i+1).pos == "PRP$" && lexicon.CueNoun(p.at(i+2).lower) != "" && p.is(i+3, "that"):
		return true
	case clause && p.opensComplement(lo) && !p.is(lo, "that") && p.is(i, ",") && p.at(i+1).pos == "VBG" && !lexicon.ReportExtent.Has(p.at(i+1).lower):
		return true // a question has no result: "whether it was shut, engaging in"
	case k.topic && p.is(lo, "to") && p.at(c.lo).pos == "VBD" && p.is(i, "as", "when", "while") && p.is(i+1, "he", "she", "they", "it") && p.at(p.skipAdverbs(i+2)).pos == "VBD":
		return true // "vowed to help | as she walked the quay"
	case clause && p.besideReport(c, lo, i, hi), k.topic && !clause && p.datesTopic(c, lo, i), joined && p.takesUp(p.skipAdverbs(i+1)):
		return true
	case p.commentsAt(i, hi), joined && p.leavesItThere(i+1), (k.topic && !clause || c.Takes('n') && !c.Takes('c')) && p.topicEnds(c, lo, i, hi):
		return true
	}
	return c.Takes('n') && p.at(i-1).mark != 0 && !clause && p.besides(i) && !(c.Lemma == "liken" && p.is(i, "in") && p.is(i+1, "a", "an"))
}

// doesBesides reports whether the content in tokens [lo, i) has its verb in the present
// or future, or no subject but "there", so that the past behind it is not joined to that.
func (p *page) doesBesides(lo, i int) bool {
	if p.at(lo).pos == "EX" || p.is(lo, "that") && p.at(lo+1).pos == "EX" {
		return true // "that there was no fire, | and left"
	}
	for ; lo < i; lo++ {
		switch t := p.at(lo); {
		case !t.isFinite():
		case p.is(lo, "has", "have", "'ve", "’ve"):
			return p.at(p.skipAdverbs(lo+1)).pos != "VBN" && p.at(p.skipAdverbs(lo+1)).pos != "VBD"
		default:
			return t.pos == "VBP" || t.pos == "VBZ" || p.is(lo, "will", "can", "may", "’ll", "'ll")
		}
	}
	return false
}

// isSetOff reports whether cue c, in -ing, stands behind a comma and that behind its subject,
// which has its verb further on: "Venn, | perhaps noting".
func (p *page) isSetOff(c *cue) bool {
	if c.Form != lexicon.Gerund {
		return false
	}
	i := p.skipBackAdverbs(c.lo - 1)
	s := p.subject(c.lo)
	return p.is(i, ",") && s != none && p.reach(s) == i
}

// isWhose reports whether the subject of cue c belongs to whom a relative clause tells of:
// "Venn, | whose camp | said it was shut, left".
func (p *page) isWhose(c *cue) bool {
	s := p.subject(c.lo)
	return s != none && p.phrases[s].lo < c.lo && (p.is(p.phrases[s].lo, "whose") || p.is(p.phrases[s].lo-1, "whose"))
}

// opensAtDash reports whether a dash stands right before the subject of cue c, so that
// the next one ends what it reports: "-- Venn denied that --".
func (p *page) opensAtDash(c *cue) bool {
	s := p.subject(c.lo)
	return s != none && p.phrases[s].lo < c.lo && p.isDash(p.phrases[s].lo-1)
}

// othersSpeak reports whether the words at token i, behind a comma, say what somebody
// else says to it: "with | Lind | saying", "to which | Lind | replied".
func (p *page) othersSpeak(i int) bool {
	v := i + 1
	if p.is(i, "to") && p.is(i+1, "which", "whom") {
		v++
	} else if !p.is(i, "with") {
		return false
	}
	k := p.at(v).phrase
	if k == 0 || p.at(v).mark != 0 {
		return false
	}
	v = p.skipAdverbs(p.reach(k - 1))
	f, ok := lexicon.CueOf(p.at(v).lower)
	return ok && f.Strength >= 2 && f.Class != "think" && (p.at(v).isFinite() || f.Form == lexicon.Gerund) && !f.Takes('i')
}

// cueBehindInsertion reports whether a finite cue stands behind the words between
// commas that begin at token i: "and, as his sister did, has said".
func (p *page) cueBehindInsertion(i, hi int) bool {
	if !p.is(i, ",") || p.at(i).mark != 0 {
		return false
	}
	j := p.firstComma(i+1, hi)
	return j < min(hi, i+16) && p.cueAt(p.skipAdverbs(j+1), hi)
}

// cueBehindTime reports whether a finite cue stands behind a time at token i: "and |
// then on Friday | said".
func (p *page) cueBehindTime(i, hi int) bool {
	i = p.skipAdverbs(i)
	j := p.behindOccasion(i)
	return j > i && p.at(j).pos == "VBD" && p.cueAt(j, hi)
}

// opened reports whether a bracket opens in tokens [lo, hi).
func (p *page) opened(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if p.is(i, "(") {
			return true
		}
	}
	return false
}

// gerundAt reports whether a cue in -ing stands at token i.
func (p *page) gerundAt(i int) bool {
	f, ok := lexicon.CueOf(p.at(i).lower)
	return ok && f.Form == lexicon.Gerund && f.Strength >= 2 && p.at(i).pos == "VBG"
}

// alsoBase reports whether a cue in the plain form of cue c stands at token i,
// joined to it: "took to the radio to accuse the port of fraud and | urge the
// crews", "aides admit it is late and | stress it is good".
func (p *page) alsoBase(c *cue, i int) bool {
	i = p.skipAdverbs(i)
	f, ok := lexicon.CueOf(p.at(i).lower)
	return ok && f.Form == lexicon.Base && (p.at(i).pos == p.at(c.lo).pos || p.at(i).pos == "VB" && p.verbLeft(i-1) != "VB") && (p.at(c.lo).pos == "VBP" || p.is(c.lo-1, "to")) && f.Class != "think"
}

// verbLeft returns the part of speech of the nearest verb outside marks before token i
// in its sentence, empty if there is none.
func (p *page) verbLeft(i int) tag.PartOfSpeech {
	for i--; i >= p.sentences[p.at(i+1).sentence].lo; i-- {
		if t := p.at(i); t.mark == 0 && t.isVerb() {
			return t.pos
		}
	}
	return ""
}

// tellsBesides reports whether a clause of the reporter's own begins at token i,
// behind a comma and "but": somebody or something that is named anew, and a verb
// that no modal bends to what was said.
func (p *page) tellsBesides(i, hi int) bool {
	i = p.skipAdverbs(i)
	if j := p.skipAdjuncts(i, hi); j > i && !p.is(i, "for") {
		i = j
	}
	k := p.at(i).phrase
	if k == 0 || p.at(i).mark != 0 || p.phrases[k-1].kind == pronoun || p.is(p.phrases[k-1].hi-1, "most", "many", "some", "others", "few", "several", "rest") {
		return false
	}
	t := p.at(p.skipAdverbs(p.reach(k - 1)))
	return t.isFinite() && t.pos != "MD" && p.nextMark(i, hi) == hi
}

// urgesAt reports whether a past verb of urging stands at token i: "tweeted that
// it was over | and urged the crews to leave".
func (p *page) urgesAt(i int) bool {
	i = p.skipAdverbs(i)
	f, ok := lexicon.CueOf(p.at(i).lower)
	return ok && f.Class == "urge" && f.Form == lexicon.Past && p.at(i).pos == "VBD"
}

// behindComma reports whether a comma stands before token i, outside marks or
// at the end of them.
func (p *page) behindComma(i int) bool {
	if k := p.at(i - 1).mark; k != 0 {
		return p.endsWith(&p.marks[k-1], ",")
	}
	return p.is(i-1, ",")
}

// goesOnAlone reports whether the conjunction at i, behind a topic or an
// infinitive, joins a clause of the reporter's: "acknowledged the loss, but
// spoke against the plan".
func (p *page) goesOnAlone(i, hi int) bool {
	j := p.skipAdverbs(i + 1)
	if t := p.at(j); t.pos == "VBD" || t.pos == "VBZ" {
		return true
	}
	return p.is(i-1, ",") && (p.at(j).phrase != 0 || p.at(j).pos == "IN" || p.is(i, "but") && p.at(j).pos == "VBG") && p.clauseFollows(j, hi)
}

// besides reports whether what stands at i, behind the words somebody is
// called, tells when and where he was called so: "a “fraud” on Monday".
func (p *page) besides(i int) bool {
	if p.is(i, "just", "even") && p.is(i+1, "as", "after", "before", "when", "while") {
		i++
	}
	t := p.at(i)
	k := t.phrase
	return t.lower == "," || p.is(i, "during", "in", "on", "at", "after", "before", "when", "while", "as", "but", "last", "earlier") || k != 0 && p.phrases[k-1].kind == timely
}

// relative reports whether the cue belongs to a relative clause: "an engineer
// who told …".
func (p *page) relative(c *cue) bool {
	return p.is(p.skipHelpers(c.lo-1, p.sentences[c.sentence].lo), "who", "which", "that")
}

// reduced reports whether a cue in -ing tells which noun is meant, or when, before the
// verb of the sentence: "papers | calling for a vote | said", "the mayor, while |
// lamenting it, | left".
func (p *page) reduced(c *cue) bool {
	lo := p.sentences[c.sentence].lo
	if c.Form != lexicon.Gerund || c.lo-lo < 1 || c.lo-lo > near*4 || p.at(c.lo-1).mark != 0 || p.at(c.lo-1).phrase == 0 && !p.is(c.lo-1, "while", "when") || p.at(lo).pos == "IN" {
		return false
	}
	return p.verbLeft(c.lo) == "" && p.nextMark(lo, c.lo) == c.lo
}

// anotherSpeaks reports whether somebody else's report begins at i: a name or
// description, and a verb of speech; gerund says that it may be one in -ing, as
// the verb before was: "with Lind saying it was shut and | Venn urging".
func (p *page) anotherSpeaks(i int, gerund bool) bool {
	k := p.at(i).phrase
	if k == 0 || p.at(i).mark != 0 || p.phrases[k-1].kind != named && p.phrases[k-1].kind != description {
		return false
	}
	all := p.joint(k - 1)
	j := p.skipAdverbs(p.reach(all[len(all)-1]))
	finite := p.at(j).isFinite()
	if h := p.skipAux(j); p.at(h).pos == "VBN" && p.is(j, "has", "have", "had") && (h == j+1 || p.at(h-1).isAdverb() && h == j+2) {
		j = h // "Venn | has said"
	}
	if n := p.firstComma(j+1, j+8); p.is(j, ",") && p.phrases[k-1].kind == named && n < j+8 {
		j = p.skipAdverbs(n + 1) // behind what he is: "Venn, the mayor, said"
	}
	f, ok := lexicon.CueOf(p.at(j).lower)
	switch {
	case !ok || f.Strength < 2:
		return false
	case f.Lemma == "point" && p.is(j+1, "to", "out"), f.Strength == 2 && f.Class != "think" && p.is(j+1, "that"):
		return p.at(j).isFinite()
	case f.Form == lexicon.Gerund:
		return (gerund || f.Lemma == "say" && p.at(p.skipAdjuncts(j+1, j+3)).lower == "that") && p.at(j).pos == "VBG"
	}
	return f.Strength == 3 && (finite || p.at(j).isFinite())
}

func (p *page) skipAdverbs(i int) int {
	for p.at(i).isAdverb() {
		i++
	}
	return i
}

// cueAt reports whether a finite cue, or one with its auxiliary, stands at i
// and has what it can report behind it.
func (p *page) cueAt(i, hi int) bool {
	for p.at(i).isAux() && p.at(i).pos != "MD" {
		i++
	}
	f, ok := lexicon.CueOf(p.at(i).lower)
	if !ok || f.Strength < 2 || f.Form == lexicon.Base || f.Form == lexicon.Gerund || !p.at(i).isVerb() {
		return false
	}
	return f.Strength == 3 || !f.Takes('c') || f.Takes('t') || p.at(i+1).phrase == 0 || p.clauseFollows(i+1, hi)
}

// enough reports whether tokens [lo, hi) hold so many words outside marks that
// they are a report of their own.
func (p *page) enough(lo, hi, least int) bool {
	n := 0
	for i := lo; i < hi; i++ {
		if t := p.at(i); t.mark == 0 && (t.Kind <= text.Number || t.Kind == text.Clitic && t.pos != "POS") {
			n++
		}
	}
	return n >= least
}
