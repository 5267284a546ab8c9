package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// maxTailGap is how many tokens stand before the verb of a tail at most: "Mara
// Venn of the Harbour Board | shrugged".
const maxTailGap = 6

// tailVerb reads "“…,” Venn shrugged": whatever its verb tells of, a person
// and a verb right behind a whole sentence that ends in a comma are who says it.
func (p *page) tailVerb(m *Marked, i, hi int, same bool) attribution {
	if a := p.tailVerbFirst(m, i, hi); a.found() {
		return a
	}
	k := p.at(i).phrase
	if !same || k == 0 || p.phrases[k-1].lo != i || !p.startsSentence(m) || !p.isClause(m) || !p.endsWith(m, ",", "?", "!") && !p.is(i-1, ",") {
		return attribution{}
	}
	k--
	if !p.isSomebody(k) && !p.is(i, "we", "i", "they", "you") {
		return attribution{}
	}
	bracket := p.behindBracket(p.phrases[k].hi)
	v, most := p.skipAdverbs(bracket), i+maxTailGap+bracket-p.phrases[k].hi
	if t := p.at(v); v >= hi || t.mark != 0 || t.pos != "VBD" && t.pos != "VBZ" && t.pos != "VBP" || t.isAux() || v > most {
		return attribution{}
	}
	if n := p.at(v + 1); v+1 < hi && n.Kind != text.Punct && n.mark == 0 && n.pos != "IN" && n.pos != "RB" && n.pos != "RP" && n.pos != "TO" && n.pos != "VBG" && n.pos != "WRB" && (n.phrase == 0 || p.phrases[n.phrase-1].kind != timely) {
		return attribution{}
	}
	c := cue{CueForm: lexicon.CueForm{Cue: lexicon.Cue{Lemma: p.at(v).lower, Class: "say", Frames: "d", Strength: 3}}, lo: v, hi: v + 1}
	return p.credit(k, &c, sieveTail)
}

// behindBracket returns the token behind the bracket that opens at token i, of a lawmaker's
// party, say; i if none does.
func (p *page) behindBracket(i int) int {
	if !p.is(i, "(") || p.at(i).mark != 0 {
		return i
	}
	for j := i + 1; j <= i+longestBracket; j++ {
		if p.is(j, ")") {
			return j + 1
		}
	}
	return i
}

// tailVerbFirst reads "“…,” shrugged Mara Venn of the Harbour Board": a whole
// sentence that ends in a comma, a verb, a person, and no object behind.
func (p *page) tailVerbFirst(m *Marked, i, hi int) attribution {
	v, k := p.at(i), p.at(i+1).phrase
	if v.pos != "VBZ" && v.pos != "VBD" || v.isAux() || v.Kind != text.Lower || v.mark != 0 || k == 0 || !p.endsWith(m, ",") || !p.startsSentence(m) || !p.isClause(m) {
		return attribution{}
	}
	k--
	end := p.phrases[k].hi
	if p.phrases[k].lo != i+1 || end > hi || p.at(i+1).mark != 0 || !p.isNamedPerson(k) || end < hi && !p.is(end, ",", ".", "in", "at", "of", "on", "from") {
		return attribution{}
	}
	c := cue{CueForm: lexicon.CueForm{Cue: lexicon.Cue{Lemma: v.lower, Class: "say", Frames: "d", Strength: 3}}, lo: i, hi: i + 1}
	return p.credit(p.apposed(k), &c, sieveInverted)
}

// tailNoun reads "“…” was the verdict of Mara Venn" and "“…” was Venn's answer".
func (p *page) tailNoun(i, hi int) attribution {
	k := p.at(i + 1).phrase
	if !p.is(i, "was", "is", "were", "came", "read") || k == 0 || i+1 >= hi || p.at(i+1).mark != 0 {
		return attribution{}
	}
	k--
	at := p.phrases[k].hi - 1
	w := p.at(at).lower
	if !isReply(w) && lexicon.CueNoun(w) == "" {
		return attribution{}
	}
	c := cue{CueForm: lexicon.CueForm{Cue: lexicon.Cue{Lemma: w, Class: "say", Strength: 3}}, lo: at, hi: at + 1}
	if a := p.owner(k, &c); a.found() {
		return a
	}
	n := p.at(at + 2).phrase
	if !p.is(at+1, "of", "from") || n == 0 || p.at(at+2).mark != 0 || p.phrases[n-1].kind != named && !p.isSomebody(n-1) {
		return attribution{}
	}
	return p.credit(p.apposed(n-1), &c, sieveNoun)
}

// isReply reports whether w, in lower case, names words as they were said, so
// that what "was" behind it is those words.
func isReply(w string) bool {
	switch w {
	case "reply", "answer", "response", "retort", "rejoinder", "comment", "reaction", "message", "advice", "explanation", "conclusion", "question",
		"take", "verdict", "refrain", "mantra", "motto", "phrase", "words", "line", "description", "summary", "assessment", "quip", "parting":
		return true
	}
	return false
}

// copula reports whether tokens [i, hi) between a noun that carries speech and
// the marks only say what it was: "Venn's reply | was curt:", "his answer, on
// Friday, | was a snide".
func (p *page) copula(i, hi int) bool {
	be := none
	for ; i < hi; i++ {
		t := p.at(i)
		switch {
		case t.mark != 0 || t.lower == ";":
			return false
		case p.is(i, "was", "is", "were", "came", "read") && be == none:
			be = i
		case t.isFinite() || t.phrase != 0 && be == none && p.phrases[t.phrase-1].kind == named && p.isPerson(p.phrases[t.phrase-1].entity):
			return false
		}
	}
	return be != none && (p.is(hi-1, ":") || p.is(hi-1, ",") && hi-be < 6 || hi-be < 3)
}

// lastSubject returns who the last clause before a colon is about: "When the
// gates failed, Venn was blunt:". None if it hangs on another or is about
// nobody.
func (p *page) lastSubject(lo, hi int) int {
	for v := hi - 1; v >= lo; v-- {
		if !p.at(v).isFinite() {
			continue
		}
		s := p.subjectWithin(v, lo, 6)
		if s == none || p.phrases[s].lo > v || !p.isSomebody(s) || !p.leads(s, v, lo) && !p.is(p.skipHelpers(v-1, lo), "who") {
			return none
		}
		return s
	}
	return none
}

// labelled credits the person whose surname alone stands in tokens [lo, hi)
// before a colon, be it that the name is given in full only later: "Venn: “…”".
func (p *page) labelled(lo, hi int) attribution {
	if hi != lo+1 || p.at(lo).Kind != text.Upper || p.at(lo).mention != 0 {
		return attribution{}
	}
	e := p.bySurname(p.at(lo).lower)
	if e == none {
		return attribution{}
	}
	return attribution{entities: []int{e}, at: p.span(lo, hi), class: "say", sieve: sieveColon, confidence: confidence[sieveColon]}
}

// labelInside credits the speaker whose name in capitals, with a colon, begins
// the words in marks: "“VENN: We shut the gates.”". Capitals that are no
// surname of the article must come more than once.
func (p *page) labelInside(m *Marked) attribution {
	lo, hi := p.loudLabel(m)
	if hi == lo {
		return attribution{}
	}
	a := attribution{at: p.span(lo, hi), class: "say", sieve: sieveTranscript, confidence: confidence[sieveTranscript]}
	if e := p.bySurname(p.at(hi - 1).lower); e != none {
		a.entities = []int{e}
		return a
	}
	if p.labels == nil {
		p.labels = map[string]int{}
		for k := range p.marks {
			if i, end := p.loudLabel(&p.marks[k]); end > i {
				p.labels[p.span(i, end).In(p.src)]++
			}
		}
	}
	if p.labels[a.at.In(p.src)] < 2 {
		return attribution{}
	}
	if w := p.at(lo).lower; hi == lo+1 && !lexicon.RoleHead(w) && w != "question" && w != "all" {
		a.entities = []int{p.personAt(a.at)}
	}
	return a
}

// loudLabel returns the tokens [lo, hi) in capitals that begin the words in
// marks before a colon, none where no label stands there.
func (p *page) loudLabel(m *Marked) (lo, hi int) {
	lo = p.tokenAt(m.Inner.Start)
	hi = lo
	for hi < lo+3 && p.at(hi).Kind == text.Upper && p.at(hi).mark != 0 && strings.ToUpper(p.at(hi).In(p.src)) == p.at(hi).In(p.src) && len(p.at(hi).lower) > 2 {
		hi++
	}
	if hi == lo || !p.is(hi, ":") || p.at(hi+1).mark != p.at(lo).mark {
		return lo, lo
	}
	return lo, hi
}

// bySurname returns the only person whose last name is w, in lower case; none
// if it is nobody's or that of two.
func (p *page) bySurname(w string) int {
	out := none
	for _, e := range p.bearers(w) {
		if _, last, ok := cutLast(p.entities[e].Name); ok && strings.EqualFold(last, w) {
			if out != none {
				return none
			}
			out = e
		}
	}
	return out
}

// bearers returns the people whose names end in a word, whatever its case and
// accents.
func (p *page) bearers(surname string) []int {
	if p.surnames == nil {
		p.surnames = map[string][]int{}
		for e := range p.entities {
			if p.isPerson(e + 1) {
				_, last, _ := cutLast(p.entities[e].Name)
				last = text.Fold(last)
				p.surnames[last] = append(p.surnames[last], e)
			}
		}
	}
	return p.surnames[text.Fold(surname)]
}

// cutLast cuts a name before its last word.
func cutLast(name string) (first, last string, ok bool) {
	i := strings.LastIndexByte(name, ' ')
	if i < 0 {
		return "", name, false
	}
	return name[:i], name[i+1:], true
}

// inBracket reports whether the bracket that token i stands in closes before
// token hi, so that what is said in it does not govern what stands there.
func (p *page) inBracket(i, hi int) bool {
	for ; i < hi; i++ {
		switch {
		case p.at(i).mark != 0:
		case p.is(i, "("):
			return false
		case p.is(i, ")"):
			return true
		}
	}
	return false
}

// tellsMore reports whether the marks at token hi stand in a relative clause
// that tells more of what cue c only names: "likened Lind to Roth, who | “…”",
// "pointed to the raid, which | “…”".
func (p *page) tellsMore(c *cue, hi int) bool {
	pointed := c.Lemma == "point" && p.is(c.hi, "to")
	if !pointed && (c.Takes('c') || c.Takes('d') || !c.Takes('n')) {
		return false
	}
	for i := c.hi; i < hi; i++ {
		if p.at(i).mark == 0 && p.is(i, "who", "which") {
			return !pointed || p.is(i-1, ",")
		}
	}
	return false
}
