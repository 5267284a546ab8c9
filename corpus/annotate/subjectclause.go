package annotate

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// subjectBeforeComma deals with "X, the head of Y, said": what the comma at i
// closes is stepped over. A phrase right before the comma that opens the
// insertion is the subject; so is the first of a chain of them.
func (p *page) subjectBeforeComma(v, i, lo, depth int) int {
	if p.at(v).pos == "VBG" {
		return p.mainSubject(v, lo, depth)
	}
	if k := p.beforeDashes(i, lo); k != none {
		return k
	}
	if k := p.ownerAside(i, lo); k != none {
		return k
	}
	best, from := none, i
	for j := i - 1; j >= lo; j-- {
		t := p.at(j)
		if t.mark != 0 || t.lower == ";" || t.lower == ":" {
			break
		}
		if !(t.lower == "," || t.lower == "—" || t.lower == "–" || t.lower == "(") {
			continue
		}
		if best != none && (p.at(j+1).pos == "CC" && p.ownClause(lo, j) || p.ownClause(j+1, p.phrases[best].lo) && p.at(p.phrases[best].lo-1).pos == "CC") {
			break
		}
		k := p.at(j - 1).phrase
		if k == 0 || p.at(j-1).mark != 0 || j-1 < lo {
			continue
		}
		h, loose := p.nounChain(k-1, lo)
		if p.opensClause(p.phrases[h].lo-1, j, i) {
			return h
		}
		if !loose && p.canBeSubject(h, lo) && (best == none || p.phrases[h].kind != thing || p.phrases[best].kind == thing) {
			best = h
		}
		from = min(from, j)
		if t.lower == "(" && best != none && p.is(i, ")") {
			break
		}
	}
	switch {
	case p.endsInverted(v) && (best == none || p.ownClause(from+1, i)):
		return none
	case best != none:
		return best
	}
	return p.firstSubject(lo, v)
}

// ownerAside returns the phrase before the comma that opens what the comma at token i,
// or the marks that end with one there, close and "whose" begins: "| Venn |, whose aide
// told the Gull it was shut, has said". None if it is no such clause.
func (p *page) ownerAside(i, lo int) int {
	for j := i - 1; j > lo; j-- {
		if !p.is(j, ",") || p.at(j).mark != 0 {
			continue
		}
		k := p.at(p.skipTag(p.skipBracket(j-1, lo), lo)).phrase - 1
		if !p.is(j+1, "whose") || k < 0 || p.at(j-1).mark != 0 || !p.clauseIn(j+2, i) {
			return none
		}
		return p.headOf(k, lo)
	}
	return none
}

// mostJoined is how many tokens two participles joined by "and" stand apart at most.
const mostJoined = 24

// gerundBefore returns the participle that tells of speech before the conjunction at
// i, which another joins: "| telling a paper that it was shut and then saying". None
// if there is none.
func (p *page) gerundBefore(i, lo int) int {
	for j := i - 1; j >= max(lo, i-mostJoined) && p.at(j).mark == 0; j-- {
		if f, ok := lexicon.CueOf(p.at(j).lower); ok && f.Form == lexicon.Gerund && p.at(j).pos == "VBG" {
			return j
		}
	}
	return none
}

// opensClause reports whether token k opens a clause whose subject, behind it, is
// followed by no more than what the commas at j and i set off: "the plan, which |
// the board's head, Mara Venn, | called".
func (p *page) opensClause(k, j, i int) bool {
	if t := p.at(k); t.mark != 0 || t.phrase != 0 || !p.is(k, "which", "whom") {
		return false
	}
	for ; j < i; j++ {
		if t := p.at(j); t.mark != 0 || t.isFinite() {
			return false
		}
	}
	return true
}

// doneBy returns the subject of the nearest finite verb before token i, which the
// participle behind it says the means of: "said Lind | brushed that aside by
// noting".
func (p *page) doneBy(i, lo, depth int) int {
	thingly := none
	for j := i - 1; j >= lo; j-- {
		if t := p.at(j); t.mark != 0 || !t.isFinite() || p.is(j, "is", "was", "are", "were") && !p.isPassive(p.skipAux(j)) {
			continue // no "Lind | is | late by noting"
		}
		s := p.subjectWithin(j, lo, depth-2)
		if s != none && p.phrases[s].lo > lo && p.is(p.phrases[s].lo-1, "what", "how", "why", "whom") {
			continue // "opened the row over what | Lind wants by saying"
		}
		if s != none && p.phrases[s].kind != thing {
			return s
		}
		if thingly == none {
			thingly = s
		}
	}
	if s := p.firstSubject(lo, i); s != none || thingly == none {
		return s
	}
	return thingly
}

// isObject reports whether phrase k is the object of an infinitive that is no cue:
// "activists who want to block | Lind | say".
func (p *page) isObject(k, lo int) bool {
	i := p.phrases[k].lo - 1
	if i < lo || p.at(i).mark != 0 || p.at(i).pos != "VB" || p.at(i).isAux() && !(p.is(i, "be") && p.is(i-1, "to")) {
		return false
	}
	_, cue := lexicon.CueOf(p.at(i).lower)
	return !cue
}

// metBy returns the subject of the verb behind the one at i, whose own subject
// is s: where s is a pronoun right behind another phrase, the two open a
// relative clause about that: "the experts I met | said".
func (p *page) metBy(i, s, lo int) int {
	if s == none || !p.at(i).isFinite() || p.at(i).isAux() || p.phrases[s].kind != pronoun && p.phrases[s].kind != named || p.phrases[s].hi != i {
		return s
	}
	j := p.phrases[s].lo - 1
	if k := p.at(j).phrase; p.phrases[s].kind == named && (k == 0 || p.at(p.phrases[k-1].lo).pos != "DT" || p.at(p.phrases[k-1].lo-1).pos == "IN") {
		return s // but "the act | Venn signed | says"
	}
	if k := p.at(j).phrase; j >= lo && k != 0 && p.at(j).mark == 0 && p.phrases[k-1].kind != timely {
		return p.headOf(k-1, lo)
	}
	return s
}

// endsInverted reports whether the cue at token v and the name behind it are
// all that is said of the saying: "…, says Mara Venn." or "…, said Lind, …".
func (p *page) endsInverted(v int) bool {
	f, ok := lexicon.CueOf(p.at(v).lower)
	if !ok || f.Takes('o') && f.Lemma != "warn" && f.Lemma != "caution" || f.Takes('n') || f.Strength < 2 || p.at(v).pos != "VBD" && p.at(v).pos != "VBZ" || !p.is(v-1, ",") {
		return false
	}
	k := p.inverted(v)
	if k == none || p.phrases[k].kind == thing || p.phrases[k].kind == description && (f.Takes('t') || f.Takes('o')) || f.Class == "report" && p.isPressPhrase(k) {
		return false
	}
	n := p.at(p.reach(p.apposed(k)))
	return n.sentence != p.at(v).sentence || n.Kind == text.Punct || n.mark != 0
}

// isPressPhrase reports whether phrase k names a paper, station or agency.
func (p *page) isPressPhrase(k int) bool {
	ph := p.phrases[k]
	return ph.kind == named && isPress(p.entities[ph.entity-1].Name)
}

// isOwnedPaper reports whether phrase k is a paper or word that carries speech,
// and says whose: "Venn's letter".
func (p *page) isOwnedPaper(k int) bool {
	ph := p.phrases[k]
	if lexicon.CueNoun(p.at(ph.hi-1).lower) == "" {
		return false
	}
	for i := ph.lo; i+1 < ph.hi; i++ {
		if p.at(i).mention != 0 && p.at(i+1).pos == "POS" {
			return true
		}
	}
	return false
}

// isIssued reports whether phrase k is a paper that somebody puts out right
// before: "issued | a statement".
func (p *page) isIssued(k, lo int) bool {
	ph := p.phrases[k]
	return ph.kind == description && ph.lo > lo && (p.at(ph.lo-1).isVerb() || p.at(ph.lo-1).pos == "RP") && lexicon.CueNoun(p.at(ph.hi-1).lower) != ""
}

// isWitnessed reports whether phrase k is who was seen or heard at what the participle
// behind it tells: "heard | Venn | saying", "shows | her | telling".
func (p *page) isWitnessed(k, lo int) bool {
	v := p.phrases[k].lo - 1
	return v > lo && p.at(v).mark == 0 && p.isSomeone(k) && p.is(v, "hear", "hears", "heard", "hearing", "see", "sees", "saw", "seen", "caught", "catches", "recorded", "filmed", "show", "shows", "showed", "showing")
}

// quotedObject returns whom the words before "as saying" at token i are taken
// from: "the warrant quoted a nephew as saying". None if nobody is quoted there
// or the verb is passive.
func (p *page) quotedObject(i, lo int) int {
	for j := i - 1; j >= lo && p.at(j).mark == 0; j-- {
		if !p.is(j, "quoting", "quoted", "quotes", "quote", "citing", "cited", "cites") {
			continue
		}
		if k := p.at(j + 1).phrase; k != 0 && !p.isPassive(j) {
			return k - 1
		}
		return none
	}
	return none
}

// blamed returns the person, or the first of those, that the words that end at
// token i name right behind the verb that blames them: "ripped Lind | for
// saying", "ripped Venn and Lind | for saying". None if they name nobody so.
func (p *page) blamed(i, lo int) int {
	k := p.at(i).phrase - 1
	if i < lo || k < 0 || p.at(i).mark != 0 || !p.isSomebody(k) && !p.isObjectPronoun(p.phrases[k]) {
		return none
	}
	if c := p.phrases[k].lo - 1; c > lo && p.at(c).pos == "CC" && p.at(c).mark == 0 && p.isNamedPerson(k) {
		if n := p.listBefore(c, lo); n != none && p.isNamedPerson(n) {
			k = p.listHead(n, lo)
		}
	}
	v := p.phrases[k].lo - 1
	if p.is(v, "at", "on", "into") {
		v = p.skipParticle(v - 1) // "lashed out at | Lind"
	}
	if v < lo || !p.at(v).isVerb() {
		return none
	}
	return k
}

// skipParticle returns the token before the particle at token i; i if there is
// none.
func (p *page) skipParticle(i int) int {
	if p.is(i, "out", "back", "down") && p.at(i).mark == 0 {
		return i - 1
	}
	return i
}

// ownClause reports whether tokens [lo, hi) hold a finite verb that no
// relative pronoun governs.
func (p *page) ownClause(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if p.is(i, "who", "which", "that", "whose") {
			return false
		}
		if p.at(i).mark == 0 && p.at(i).isFinite() {
			return true
		}
	}
	return false
}

// withOwn returns whom a participle behind phrase k tells of where "with" gives
// it a subject of its own: "with | the chairman of the committee saying". None
// where there is no "with".
func (p *page) withOwn(k, lo int) int {
	if c := p.phrases[k].lo - 1; p.at(c).pos == "CC" && p.at(c-1).phrase != 0 && !p.isNamedPerson(k) {
		if h, _ := p.nounChain(p.at(c-1).phrase-1, lo); p.is(p.phrases[h].lo-1, "with") {
			return h // "with | half of the crews and dockers saying"
		}
	}
	h, _ := p.nounChain(k, lo)
	switch {
	case p.is(p.phrases[h].lo-1, "with"):
		return h
	case p.is(p.phrases[k].lo-1, "with"):
		return k
	}
	return none
}

// describesName returns the name that ends the description which phrase k, a
// bare role, begins: "historian and Gull contributor Mara Venn". k if it begins
// none.
func (p *page) describesName(k int) int {
	ph := p.phrases[k]
	n := p.at(ph.hi + 1).phrase
	if ph.kind != description || !p.is(ph.hi, "and") || n == 0 || p.at(ph.lo).pos == "DT" || p.at(ph.hi-1).pos != "NN" || !lexicon.RoleHead(p.at(ph.hi-1).lower) {
		return k
	}
	next := p.phrases[n-1]
	if !p.isNamedPerson(n-1) || p.at(next.lo).pos == "DT" {
		return k
	}
	for i := next.lo; i < next.hi; i++ {
		if p.at(i).Kind == text.Lower && lexicon.RoleHead(p.at(i).lower) {
			return n - 1
		}
	}
	return k
}

// paperBefore returns the phrase of the writing that was made for, or sent to,
// the body named by phrase k: "a letter to | the Harbour Board | that said". None
// where there is none.
func (p *page) paperBefore(k, lo int) int {
	i := p.phrases[k].lo - 1
	n := p.at(i - 1).phrase
	if p.phrases[k].kind != named || i-1 <= lo || n == 0 || p.at(i-1).mark != 0 || !p.is(i, "to", "for", "in", "on") || !isPiece(p.at(i-1).lower) {
		return none
	}
	return n - 1
}

// isPiece reports whether w, in lower case, names one writing of somebody's.
func isPiece(w string) bool { return w == "piece" || paper(w) != "" }
