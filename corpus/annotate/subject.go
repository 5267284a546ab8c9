package annotate

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// none marks the absence of a phrase.
const none = -1

// subject returns the phrase that is the subject of the verb at token v, none
// if no phrase can be it. It looks left through adverbs, auxiliaries,
// appositives between commas, prepositional phrases and joined verbs, and
// never into marks.
func (p *page) subject(v int) int {
	return p.subjectWithin(v, p.sentences[p.at(v).sentence].lo, 6)
}

// subjectWithin looks no further left than token lo, and through no more than
// depth joined verbs.
func (p *page) subjectWithin(v, lo, depth int) int {
	if depth <= 0 {
		return none
	}
	i := p.skipHelpers(v-1, lo)
	if i < lo {
		return none
	}
	t := p.at(i)
	gerund := p.at(v).pos == "VBG"
	switch {
	case gerund && t.phrase != 0 && t.mark == 0 && p.isOwnedPaper(t.phrase-1):
		return t.phrase - 1
	case gerund && t.phrase != 0 && t.mark == 0 && p.isIssued(t.phrase-1, lo):
		return p.mainSubject(v, lo, depth)
	case gerund && t.lower == "for" && p.blamed(i-1, lo) != none:
		return p.blamed(i-1, lo)
	case gerund && t.phrase != 0 && t.mark == 0 && p.isWitnessed(t.phrase-1, lo):
		return t.phrase - 1
	case gerund && t.lower == "as" && p.quotedObject(i, lo) != none:
		return p.quotedObject(i, lo)
	case gerund && t.phrase != 0 && t.mark == 0 && p.withOwn(t.phrase-1, lo) != none:
		return p.withOwn(t.phrase-1, lo)
	case gerund && t.mark == 0 && (t.lower == "by" || t.lower == "to"):
		return p.doneBy(i, lo, depth)
	case gerund && t.mark == 0 && (t.pos == "IN" || t.phrase != 0 && p.phrases[t.phrase-1].kind == thing):
		return p.mainSubject(v, lo, depth)
	case t.lower == "," || t.lower == "—" || t.lower == "–" || t.lower == ")":
		return p.subjectBeforeComma(v, i, lo, depth)
	case t.pos == "CC" && gerund && p.gerundBefore(i, lo) != none:
		return p.subjectWithin(p.gerundBefore(i, lo), lo, depth-1)
	case t.pos == "CC":
		return p.subjectOfJoined(v, i, lo, depth)
	case t.lower == "who" || t.lower == "which" || t.lower == "that" && t.phrase == 0:
		return p.antecedent(i, lo)
	case gerund && t.mark != 0:
		return p.mainSubject(v, lo, depth)
	case t.mark != 0:
		if p.endsOpen(&p.marks[t.mark-1]) {
			return p.ownerAside(i, lo)
		}
		return none
	case t.phrase != 0:
		h := p.headOf(t.phrase-1, lo)
		if i := p.phrases[h].lo - 2; p.phrases[h].kind == thing && i > lo && p.is(i+1, "after", "before") && p.is(i, ",") {
			return p.subjectBeforeComma(v, i, lo, depth) // "Venn, head of the board, after the vote | said"
		}
		if s := p.compared(h, lo, depth); s != none {
			return s
		}
		if s := p.relativeSubject(h, v, lo); s != none {
			return s
		}
		if s := p.firstSubject(lo, p.phrases[h].lo); s != none && p.isObject(h, lo) {
			return s
		}
		if p.phrases[h].kind == thing && !p.canBeSubject(h, lo) && !p.saysClause(p.phrases[h].lo-1) {
			return p.firstSubject(lo, p.phrases[h].lo)
		}
		return h
	case t.lower == "to":
		return p.subjectWithin(i, lo, depth-1)
	case t.isVerb():
		return p.metBy(i, p.subjectWithin(i, lo, depth-1), lo)
	}
	return p.firstSubject(lo, v)
}

// skipHelpers goes left over adverbs, auxiliaries and times.
func (p *page) skipHelpers(i, lo int) int {
	for i >= lo {
		t := p.at(i)
		ph := t.phrase
		switch {
		case t.mark != 0:
			return i
		case t.lower == ")" && p.skipShare(i, lo) != i:
			i = p.skipShare(i, lo)
		case t.lower == "," && p.at(i-1).isAdverb() && p.at(i+1).isAdverb() && p.at(i+1).mark == 0: // "Venn slowly, sadly | said"
			i--
		case t.isAdverb() || t.isAux() || t.lower == "not" || t.lower == "n't" || t.lower == "n’t" || t.lower == "also" || t.lower == "then":
			i--
		case ph != 0 && p.phrases[ph-1].kind == timely && !p.isSubjectTime(ph-1):
			i = p.phrases[ph-1].lo - 1
			if p.is(i, "on", "in", "at", "during", "since", "late", "early", "last", "by") && i > lo {
				i--
			}
		case ph != 0 && p.phrases[ph-1].kind != timely && p.at(i).phrase != 0 && p.reflexive(i):
			i--
		default:
			return i
		}
	}
	return i
}

// isSubjectTime reports whether a time phrase is all that could be a subject:
// it begins the sentence.
func (p *page) isSubjectTime(k int) bool {
	return p.phrases[k].lo == p.sentences[p.at(p.phrases[k].lo).sentence].lo
}

// headOf goes left from a phrase through the prepositional phrases it ends:
// from "the company" to "a spokesman" in "a spokesman for the company".
//
// A phrase behind a preposition that hangs on no noun, "on Friday the minister
// said", gives way to the first phrase that can be a subject.
func (p *page) headOf(k, lo int) int {
	h, loose := p.nounChain(k, lo)
	if loose {
		return p.firstSubjectOr(lo, p.phrases[h].lo, h)
	}
	return h
}

// nounChain goes left like headOf, and says whether it ends at a phrase that
// hangs on no noun.
func (p *page) nounChain(k, lo int) (head int, loose bool) {
	for {
		ph := p.phrases[k]
		i := ph.lo - 1
		if i < lo || p.at(i).mark != 0 {
			return k, false
		}
		t := p.at(i)
		switch {
		case t.pos == "CC" && p.listPartner(k, i, lo):
			k = p.listHead(p.listBefore(i, lo), lo)
			continue
		case (t.pos == "IN" || t.lower == "to") && !clauseWord(t.lower) && p.titledBehindBody(k):
			return k, false
		case (t.pos == "IN" || t.lower == "to") && !clauseWord(t.lower):
			j := i - 1
			for p.at(j).pos == "JJ" && p.at(j).phrase == 0 || p.at(j).pos == "VBN" || p.at(j).pos == "VBG" && p.at(j).phrase == 0 || p.at(j).pos == "RB" {
				j--
			}
			j = p.skipBracket(p.skipTimes(j, lo), lo)
			if j >= lo && p.at(j).phrase != 0 && p.at(j).mark == 0 && p.phrases[p.at(j).phrase-1].kind != timely && p.phrases[p.at(j).phrase-1].kind != pronoun {
				k = p.at(j).phrase - 1
				continue
			}
			if p.is(i, "on", "in", "at", "during", "after", "by", "for", "from", "to", "with", "since", "of") && ph.kind != named {
				return k, true
			}
		case (t.pos == "VBG" || t.pos == "VBN") && p.at(i-1).phrase != 0 && p.phrases[p.at(i-1).phrase-1].kind != timely:
			k = p.at(i-1).phrase - 1
			continue
		}
		return k, false
	}
}

// titledBehindBody reports whether phrase k ends in a person's name with a title,
// behind the name of a body that the words before it go on to: "the top Liberal
// on | the harbour committee Rep. Mara Venn".
func (p *page) titledBehindBody(k int) bool {
	ph := p.phrases[k]
	if !p.isNamedPerson(k) {
		return false
	}
	for i := ph.lo + 1; i < ph.hi && !p.isPerson(p.at(i).mention); i++ {
		if isTitle(p.at(i).lower) && (lexicon.OrgHead(p.at(i-1).lower) || lexicon.OrgNoun(p.at(i-1).lower)) && p.at(i).Kind == text.Upper {
			return true
		}
	}
	return false
}

// skipTimes goes left over times with their prepositions: from "Friday" in
// "Venn on Friday in Halden said".
func (p *page) skipTimes(j, lo int) int {
	for j > lo && p.at(j).phrase != 0 && p.at(j).mark == 0 && p.phrases[p.at(j).phrase-1].kind == timely && !p.isSubjectTime(p.at(j).phrase-1) {
		j = p.phrases[p.at(j).phrase-1].lo - 1
		if p.at(j).pos == "IN" && !clauseWord(p.at(j).lower) {
			j--
		}
	}
	return j
}

func clauseWord(w string) bool {
	switch w {
	case "that", "because", "if", "while", "after", "before", "when", "as", "although", "though", "since", "until", "whether", "but", "than", "whereas", "once", "unless", "where":
		return true
	}
	return false
}

// canBeSubject reports whether a phrase stands where a subject can: not behind
// a preposition or verb, and no time or number.
func (p *page) canBeSubject(k, lo int) bool {
	ph := p.phrases[k]
	if ph.kind == timely {
		return false
	}
	if ph.kind == pronoun && p.isObjectPronoun(ph) {
		return false
	}
	if ph.lo <= lo {
		return true
	}
	t := p.at(ph.lo - 1)
	if t.mark != 0 {
		return true
	}
	if p.is(ph.lo-1, "about", "around", "over", "nearly") && p.isShare(k) {
		return true
	}
	return t.pos != "IN" && t.pos != "RP" && t.lower != "to" && !t.isVerb() || clauseWord(t.lower)
}

func (p *page) isObjectPronoun(ph phrase) bool {
	return p.is(ph.lo, "him", "them", "us", "me", "himself", "herself", "itself", "themselves")
}

// subjectOfJoined deals with "X did this and said": the subject of the verb
// before the conjunction. A phrase right before the verb's own conjunction
// does not count.
func (p *page) subjectOfJoined(v, i, lo, depth int) int {
	thingly := none
	for j, tries := i-1, 2; j >= lo && tries > 0; j-- {
		t := p.at(j)
		if b := p.bracketStart(j, lo); b < j {
			j = b
			continue
		}
		if t.mark == 0 && t.isFinite() && (!t.isAux() || p.helps(j, i, v)) {
			if p.is(i-1, ",") && p.inAside(j, lo) {
				continue
			}
			if s := p.subjectWithin(j, lo, depth-2); s != none && p.phrases[s].kind != thing && !p.isToldOf(s, v, lo) {
				return s
			} else if thingly == none {
				thingly = s
			}
			tries--
		}
	}
	if s := p.firstSubject(lo, v); s != none || thingly == none {
		return s
	}
	return thingly
}

// mainSubject returns the subject of the clause a participle at v hangs on:
// that of the nearest finite cue before it, else of the nearest finite verb,
// no further left than a word that begins another clause.
func (p *page) mainSubject(v, lo, depth int) int {
	end := v
	for j := v - 2; j > lo; j-- {
		if p.at(j).mark == 0 && p.is(j, "while", "whereas", "although", ";") {
			lo = j + 1
		}
	}
	fallback, weak := none, none
	for j, tries := v-1, 4; j >= lo && tries > 0; j-- {
		t := p.at(j)
		if t.mark != 0 || !t.isFinite() || p.restricts(j, lo) {
			continue
		}
		v := p.skipAux(j)
		if v != j && p.isPassive(v) {
			v = j
		}
		tries--
		f, isCue := lexicon.CueOf(p.at(v).lower)
		if fallback != none && !isCue {
			continue
		}
		s := p.subjectWithin(j, lo, depth-3)
		if s == none {
			s = p.inverted(j)
		}
		if s == none || p.phrases[s].kind == thing || t.isAux() && !p.leads(s, j, lo) || isCue && p.is(p.phrases[s].lo-1, "as") && p.is(p.phrases[s].lo-2, ",") && p.is(j+1, ",") {
			continue // ", as the Gull reports,"
		}
		if isCue && f.Strength >= 2 {
			if fallback != none && p.carriesOn(s, v, end) {
				return fallback
			}
			return s
		}
		if i := p.phrases[s].lo - 1; p.is(i, "that") && p.at(i-1).isNoun() && i-1 > lo {
			weak = s // "the idea that | the bill was late, calling it"
			continue
		}
		fallback = s
	}
	if fallback == none {
		fallback = weak
	}
	if fallback != none {
		return fallback
	}
	return p.firstSubject(lo, v)
}

// antecedent returns the phrase a relative pronoun at i stands for.
func (p *page) antecedent(i, lo int) int {
	if p.at(i-1).pos == "CC" && p.is(i, "who", "which") {
		if w := p.relativeBefore(i-2, lo); w != none {
			i = w // "Venn, who left and | who said"
		}
	}
	j := p.skipDated(p.skipTag(p.skipShare(p.skipBracket(p.beforeAside(i), lo), lo), lo), lo)
	if j < lo || p.at(j).phrase == 0 || p.at(j).mark != 0 {
		return none
	}
	k := p.at(j).phrase - 1
	if p.is(i, "who") {
		if n := p.besideName(k, lo); n != none {
			return n
		}
		if h, loose := p.nounChain(k, lo); h != k && !loose && p.is(i-1, ",") && p.besideName(h, lo) != none {
			return p.besideName(h, lo)
		}
	}
	if n := p.paperBefore(k, lo); n != none && !p.is(i, "who") && !p.is(i-1, ",") {
		return n
	}
	if e := p.phrases[k].entity; p.is(i, "which") && e > 0 && p.entities[e-1].Kind == news.Place {
		return p.headOf(k, lo) // "the board in Halden, which"
	}
	if p.phrases[k].kind == named && (!p.is(i, "who") || p.isPerson(p.phrases[k].entity)) || !p.is(i, "who") || lexicon.RoleHead(p.at(p.phrases[k].hi-1).lower) {
		return k
	}
	for n := k; p.at(p.phrases[n].lo-1).pos == "IN" && p.at(p.phrases[n].lo-2).phrase != 0; {
		n = p.at(p.phrases[n].lo-2).phrase - 1
		if p.isSomebody(n) {
			return n
		}
	}
	h, _ := p.nounChain(k, lo) // one that hangs on no noun is meant itself
	return h
}

// firstSubject returns the first phrase from token lo up to v that can be a
// subject and names or describes somebody.
func (p *page) firstSubject(lo, v int) int {
	for i := lo; i < v; i++ {
		t := p.at(i)
		if t.mark != 0 || t.phrase == 0 {
			continue
		}
		k := t.phrase - 1
		ph := p.phrases[k]
		if ph.lo == i && ph.kind != thing && ph.kind != timely && p.canBeSubject(k, lo) {
			return k
		}
	}
	return none
}

func (p *page) firstSubjectOr(lo, v, k int) int {
	if s := p.firstSubject(lo, v); s != none {
		return s
	}
	return k
}

// inverted returns the phrase right behind the cue at token v, "said the
// minister", none if what follows is something else.
func (p *page) inverted(v int) int {
	f, ok := lexicon.CueOf(p.at(v).lower)
	if ok && !f.Takes('d') && (f.Takes('n') || f.Strength == 1) {
		return none // what follows "criticised", "showed" is its object
	}
	i := v + 1
	for p.at(i).isAdverb() && p.at(i).phrase == 0 {
		i++
	}
	if j := p.pastParticiple(i); j > i {
		i = j
	}
	t := p.at(i)
	if t.phrase == 0 || t.sentence != p.at(v).sentence || t.mark != 0 || p.phrases[t.phrase-1].lo != i {
		return none
	}
	ph := p.phrases[t.phrase-1]
	if ph.kind == timely || ph.kind == thing && ok && f.Takes('t') && !p.isOneOf(t.phrase-1) && !p.is(i, "someone", "somebody") || ph.kind == pronoun && (p.isObjectPronoun(ph) || p.is(i, "it", "you", "we", "what")) ||
		p.is(i, "everything", "something", "nothing", "anything", "much", "little", "volumes", "so") {
		return none
	}
	return t.phrase - 1
}

// title reports whether the phrase right before a name is its title, so that
// the two name one person: "the port's chief executive, Mara Venn".
func (p *page) apposed(k int) int {
	ph := p.phrases[k]
	if ph.kind == named {
		return p.mayorOf(k)
	}
	if n := p.at(ph.hi + 1).phrase; p.isOneOf(k) && p.is(ph.hi, ",") && n != 0 && p.phrases[n-1].kind == description {
		return n - 1
	}
	i := p.reach(k)
	comma := p.at(i).lower == ","
	if comma {
		i++
	}
	n := p.at(i).phrase
	if comma && n != 0 && p.goesOnAfter(p.phrases[n-1].hi) {
		return k
	}
	if n == 0 || p.at(i).mark != 0 || p.at(i).sentence != p.at(ph.lo).sentence {
		return k
	}
	next := p.phrases[n-1]
	if next.kind == named && p.isPerson(next.entity) && (ph.kind == description && (lexicon.RoleHead(p.at(ph.hi-1).lower) || p.is(ph.lo, "another")) || p.isOneOf(k)) && next.lo == i {
		return n - 1
	}
	return k
}

// whole returns the words of a phrase with its prepositional phrases, the
// possessive mark at its end left off.
func (p *page) whole(k int) text.Span {
	ph := p.phrases[k]
	hi := p.reach(k)
	if ph.kind == named || ph.kind == pronoun {
		hi = ph.hi
	}
	for hi > ph.lo+1 && p.at(hi-1).pos == "POS" {
		hi--
	}
	return p.span(ph.lo, hi)
}
