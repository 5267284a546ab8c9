package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// declined is the class of a report of what somebody did not say: "did not say
// whether", "declined to say". Its cue holds the words that say so.
const declined = "decline"

// notSaid returns the first token of the words that turn the cue at token i
// into one of not saying: the helper of "did not say", "declined" of "declined
// to say"; i where the cue is not turned.
func (p *page) notSaid(i int) int {
	j, not := i-1, false
	for p.at(j).mark == 0 && (p.at(j).isAux() || p.at(j).isAdverb() || isNegation(p.at(j).lower)) {
		not = not || isNegation(p.at(j).lower)
		j--
	}
	switch {
	case p.is(i-1, "or") && p.at(i-2).isVerb() && p.at(i-2).mark == 0:
		if k := p.notSaid(i - 2); k != i-2 {
			return k // "would not confirm or | deny"
		}
	case not && !p.is(i-1, "only", "just"):
		return j + 1
	case p.is(i-1, "to") && j == i-2, p.is(j, "to"):
		if p.is(j, "to") {
			j--
		}
		if k := p.at(j).phrase; k != 0 && (p.phrases[k-1].kind == timely || p.is(j, "times")) {
			if j = p.phrases[k-1].lo - 1; p.is(j, "on") {
				j-- // "refused | on Tuesday | to say"
			}
		}
		return p.withheld(j, i)
	case p.is(j, "of") && p.is(j-1, "short") && p.at(i).pos == "VBG":
		return max(p.skipHelpers(j-2, 0), 0)
	}
	return i
}

// withheld returns the first token of the verb at j, with its helpers, if it
// says that what it governs was not done; i if it does not.
func (p *page) withheld(j, i int) int {
	if !lexicon.ReportWithheld.Has(p.at(j).lower) {
		return i
	}
	for p.at(j-1).mark == 0 && (p.at(j-1).isAux() || p.at(j-1).isAdverb()) {
		j--
	}
	return j
}

func isNegation(w string) bool {
	switch w {
	case "not", "n't", "n’t", "never", "cannot", "nor", "hardly", "scarcely":
		return true
	}
	return false
}

// nobody reports whether phrase k is a subject of which it is said that it
// does not speak: "nobody", "not all experts", "none of them".
func (p *page) nobody(k int) bool {
	lo := p.phrases[k].lo
	return p.is(lo, "no", "nobody", "none", "neither", "few", "something", "anything", "nothing", "everything") || p.is(lo-1, "not", "no", "neither")
}

// supposed reports whether the cue at token i stands in a clause that only
// supposes it: "if he agrees to", "whether it had verified", "without saying".
func (p *page) supposed(i, subject int) bool {
	if p.at(i).pos == "VBG" && p.is(i-1, "for") && p.is(i-2, "case", "cases", "reason", "reasons", "grounds", "basis", "excuse", "ground") {
		return true // "the case for | saying"
	}
	if p.at(i).pos == "VBG" && p.is(i-1, "from", "without", "of", "against", "to", "than", "about") || p.is(i-1, "like") && p.at(i-2).isAux() {
		return !p.is(i-2, "aside", "apart", "other", "short") // "aside from | saying" it was shut
	}
	if p.at(i).pos == "VBG" && p.is(i-1, "trouble", "difficulty", "avoid", "avoids", "avoided", "avoiding") {
		return true // "had trouble | saying"
	}
	if subject == none {
		return false
	}
	lo := p.phrases[subject].lo
	if k := p.at(lo - 2).phrase; p.is(lo-1, "and", "or") && k != 0 && p.at(lo-1).mark == 0 {
		lo = p.phrases[k-1].lo // "if Venn and | Lind said"
	}
	return lo <= i && p.is(lo-1, "if", "whether", "unless", "until")
}

// asksWhether reports whether phrase k is the subject of a question that asks if it
// did what it says: "Did | Venn | say it was shut?"
func (p *page) asksWhether(k int) bool {
	st := p.sentences[p.at(p.phrases[k].lo).sentence]
	i := p.phrases[k].lo - 1
	for i > st.lo && isNegation(p.at(i).lower) {
		i--
	}
	return i >= st.lo && i <= st.lo+1 && p.is(st.hi-1, "?") && p.at(i).isAux() && (i == st.lo || p.is(st.lo, "and", "but", "or", "so"))
}

// reads reports whether a report that the trained tagger alone saw can be one
// by the rules for its cue: somebody else than the writer and the reader speaks,
// it was not held back, and what its frames allow stands behind it.
func (p *page) reads(r *reported) bool {
	i := p.tokenAt(r.cue.Start)
	t := p.at(i)
	f, ok := lexicon.CueOf(t.lower)
	switch {
	case !ok || t.isVerb() && !p.readsAsVerb(i, f) || p.notSaid(i) != i:
		return false
	case f.Class == declined, t.isNoun() && p.at(i-1).pos == "DT":
		return false
	case p.isDoneTo(i, f), f.Lemma == "learn" && (len(r.phrases) == 0 || !p.isPressPhrase(r.phrases[0])):
		return false
	}
	if len(r.phrases) > 0 && (p.isWriter(r.phrases[0]) || p.nobody(r.phrases[0]) || p.supposed(i, r.phrases[0]) || p.asksWhether(r.phrases[0])) {
		return false
	}
	c := cue{CueForm: f, lo: i, hi: i + 1, sentence: t.sentence}
	if len(r.phrases) > 0 && p.believedBy(&c, r.phrases[0]) {
		return false
	}
	lo, hi := p.tokenAt(r.content.Start), p.tokenAt(r.content.End)
	switch {
	case len(r.phrases) > 0 && (p.namesOnly(&c, r.phrases[0]) || p.concludes(&c, r.phrases[0]) || p.concludesNow(&c, r.phrases[0])):
		return false
	case p.reflexive(lo) && !f.Takes('n'), p.is(lo, "who") && lo > i+1 && f.Class != "ask", p.saysObject(lo):
		return false
	case c.Lemma == "refer" && !p.callsSomething(&c, lo, hi):
		return false // "referred the case to the court"
	case p.is(hi-1, "that"), p.is(lo, "when") && p.is(lo+1, "asked", "pressed", "questioned"):
		return false
	case p.onlyMight(&c), p.citesSource(&c, lo), p.isAttribute(&c), t.isNoun() && p.hangsLoose(i), p.isBroken(&c, r, lo, hi):
		return false
	case p.isUnreal(&c) && len(r.phrases) > 0 && (p.is(p.phrases[r.phrases[0]].lo, "it") || p.isTopic(&c, lo, hi) && p.nextMark(lo, hi) == hi):
		return false // "it is wrong to suggest", "to deny him wins"
	case c.Lemma == "call" && lo > i && !p.namesObject(lo, hi):
		return false // "called a meeting"
	}
	if c.Class == "think" && (p.isUnreal(&c) || p.is(i+1, "in")) || p.ahead(i) || p.is(i+1, "from") || p.is(lo, "and", "or", "but", "as", "while") {
		return false
	}
	return lo < i || p.allows(f, i, lo, hi)
}

// isSomeone reports whether a phrase is a name, a pronoun or a person's role.
func (p *page) isSomeone(k int) bool {
	ph := p.phrases[k]
	w := p.at(ph.hi - 1).lower
	return ph.kind == named || ph.kind == pronoun || lexicon.RoleHead(w) || lexicon.RoleHead(strings.TrimSuffix(w, "s"))
}

// hangsLoose reports whether the noun at token i, "claims", hangs on a
// preposition and is nobody's: "hounded by claims that".
func (p *page) hangsLoose(i int) bool {
	k := p.at(i).phrase
	if k == 0 || p.at(p.phrases[k-1].lo-1).pos != "IN" {
		return false
	}
	a := p.owner(k-1, &cue{})
	_, by := p.nounSource(i)
	return !a.found() && by == none
}

// isBroken reports whether tokens [lo, hi) are no clause, topic or infinitive of
// their own: a particle of the verb, what is merely said ("said her piece"), when
// it was said, what was asked for oneself, or the verb of another clause.
func (p *page) isBroken(c *cue, r *reported, lo, hi int) bool {
	var before int // the word before the subject
	if len(r.phrases) > 0 {
		before = p.phrases[r.phrases[0]].lo - 1
	}
	switch {
	case p.isOnlyIt(c, lo, hi), p.isOnlyTold(c, lo, hi):
		return true
	case p.datesOnly(lo), p.is(lo-1, ",") && p.is(lo, "that") && lo > c.hi+1 && p.at(lo+1).isFinite(), p.at(lo).pos == "RP", p.at(lo).pos == "VBG" && lexicon.ReportExtent.Has(p.at(lo).lower), lo < c.lo && p.is(c.hi, "about"):
		return true
	case p.is(before, "what") && lo == c.hi && (p.at(lo).pos == "VB" || p.is(lo, "is", "was", "are", "were")) && !c.Takes('n'):
		return true // "does what he says | square with that"
	case lo > c.lo && p.is(before, "what") && p.is(lo, "when", "after", "before", "as", "while"):
		return true
	case lo > c.hi && (p.is(lo-1, "during") || p.is(lo-1, "after", "before") && !p.clauseIn(lo, hi) || p.describesNoun(c.hi, lo)):
		return true
	case c.Lemma == "ask" && (lo == c.hi && p.is(lo, "to", "not") || lo == c.hi+1 && p.is(lo-1, "not")):
		return true // "asked not to be named"
	case c.Lemma == "respond" && p.saysNothing(c, lo, hi):
		return true
	case lo == c.hi && (p.pleads(c, lo) || p.onlyNamed(c, lo, hi) || p.saysNothing(c, lo, hi)), c.Lemma == "write" && lo == c.hi && p.at(lo).phrase != 0 && !p.clauseFollows(lo, hi) && p.nextMark(lo, hi) == hi:
		return true
	case before != 0 && p.hangs(r.phrases[0]) && c.Takes('t') && p.is(lo-1, ",") && p.at(c.hi).phrase != 0 && lo > c.hi:
		return true // "as they stressed the point, | the rows went on"
	case lo == c.hi && c.Lemma == "say" && p.isBare(lo, hi) && (p.at(lo).pos == "PRP$" || p.is(c.lo-1, ",") || p.at(c.lo-1).mark != 0):
		return true
	}
	return lo == c.hi && p.at(lo).isFinite() && c.Takes('t') && !p.is(before, "who", "which", "that", "what")
}

// saysNothing reports whether the object of cue c, at token lo, is what is done with
// it and nothing that is said: "denied the motion", "told the truth", "asked no
// questions", "begs the question", "responded to the letter", "call it home".
func (p *page) saysNothing(c *cue, lo, hi int) bool {
	k := p.at(lo).phrase
	if c.Lemma == "respond" && p.is(c.hi, "to") {
		return p.is(lo, "that") || !p.clauseIn(lo, hi)
	}
	if k == 0 || lo < c.hi || p.at(lo).mark != 0 {
		return false
	}
	head := p.at(p.phrases[k-1].hi - 1).lower
	if p.is(lo, "the") && p.is(lo+1, "following") && p.nextMark(lo, hi) == hi && !p.clauseFollows(lo, hi) {
		return true // "revealed | the following pattern"
	}
	switch c.Lemma {
	case "tweet", "retweet", "post", "share":
		return (lexicon.ReportMedium.Has(head) || c.Lemma == "retweet" && p.isSomeone(k-1)) && p.nextMark(lo, hi) == hi && !p.clauseFollows(lo, hi)
	case "deny", "reject", "dismiss":
		return lexicon.ReportGranted.Has(head) && p.nextMark(lo, hi) == hi && !p.clauseFollows(lo, hi)
	case "write":
		return (isWork(head) || head == "letter" || head == "note" || head == "piece") && p.nextMark(lo, hi) == hi && !p.is(p.phrases[k-1].hi, "that") && p.at(p.skipAdverbs(p.reach(k-1))).pos != "VBD"
	case "protest":
		return !p.clauseIn(lo, hi) && p.nextMark(lo, hi) == hi
	case "add":
		return c.Form == lexicon.Gerund && p.is(p.phrases[k-1].hi, "to") && !p.isSomeone(k-1) && p.nextMark(lo, hi) == hi // "adding | weight to what he"
	case "admit", "brief":
		return p.isSomeone(k-1) && !p.clauseFollows(lo, hi) && p.nextMark(lo, hi) == hi
	case "pledge", "swear":
		return head == "allegiance" && p.nextMark(lo, hi) == hi
	case "ask", "tell", "beg":
		return lexicon.ReportTold.Has(head) && !p.is(p.phrases[k-1].hi, "is", "was")
	case "call":
		if j := p.reach(k - 1); p.is(j, "as") && p.is(j+2, "witness") || p.is(j, "as") && p.is(j+1, "witnesses") {
			return p.nextMark(lo, hi) == hi
		}
		return lo == c.hi && p.phrases[k-1].kind == pronoun && !p.is(lo, "what") && p.nextMark(lo, hi) == hi && (p.at(lo+1).pos == "RP" || p.at(lo+1).pos == "IN" || p.at(lo+1).isAdverb() || p.is(lo+1, "home", "quits", ",") || p.is(lo+2, "day", "night"))
	}
	return false
}

// onlyNamed reports whether tokens [lo, hi) are no more than whom somebody mocked or
// praised, without a word of it.
func (p *page) onlyNamed(c *cue, lo, hi int) bool {
	k := p.at(lo).phrase
	return (c.Class == "criticise" || c.Class == "praise") && k != 0 && p.at(lo).mark == 0 && p.phrases[k-1].hi >= hi && p.isSomeone(k-1)
}

// isBare reports whether tokens [lo, hi) are no more than a noun phrase and what
// is set beside it.
func (p *page) isBare(lo, hi int) bool {
	k := p.at(lo).phrase
	if k == 0 || p.nextMark(lo, hi) < hi || p.clauseIn(lo, hi) {
		return false
	}
	j := p.reach(k - 1)
	return j >= hi || p.is(j, ",")
}

// namesOnly reports whether a cue like "called" between commas right behind its
// subject says what that is called: "her fund, called Tidewater, …".
func (p *page) namesOnly(c *cue, s int) bool {
	return (c.Takes('n') || c.Takes('x')) && c.Form == lexicon.Past && p.is(c.lo-1, ",") && p.reach(s) == c.lo-1
}

// saysObject reports whether a noun phrase stands at token i, and behind its
// comma another clause: "said | his piece, he left".
func (p *page) saysObject(i int) bool {
	k := p.at(i).phrase
	if k == 0 || p.at(i).mark != 0 {
		return false
	}
	j := p.reach(k - 1)
	return p.is(j, ",") && p.anotherClause(j+1)
}

// namesObject reports whether tokens [lo, hi) behind "called" hold its object
// and what that is called.
func (p *page) namesObject(lo, hi int) bool {
	k := p.at(lo).phrase
	if p.nextMark(lo, hi) < hi || k == 0 {
		return p.nextMark(lo, hi) < hi
	}
	return !p.is(lo, "a", "an") && p.phrases[k-1].hi < hi
}

// ahead reports whether the infinitive at token i is something still to be
// said: "is expected to say".
func (p *page) ahead(i int) bool {
	for p.at(i - 1).isAdverb() {
		i--
	}
	if p.is(i-1, "to") && p.is(i-2, "have") && p.at(i-3).pos == "MD" {
		return true // "would have to | conclude"
	}
	return p.is(i-1, "to") && p.is(i-2, "expected", "likely", "unlikely", "able", "set", "due", "planned", "planning", "plans", "going", "want", "wants", "wanted", "ready", "about", "enough")
}

// allows reports whether tokens [lo, hi) can stand behind the cue at token i as
// what is reported: a clause, or what its frames name.
func (p *page) allows(f lexicon.CueForm, i, lo, hi int) bool {
	switch {
	case f.Takes('t') || f.Takes('n') || f.Takes('x') || f.Takes('o') || p.at(lo).mark != 0:
		return true
	case p.is(lo, "that", "whether", "how", "why", "what", "to"):
		return true
	case f.Strength == 3:
		k := p.at(i + 1).phrase
		return k == 0 || p.phrases[k-1].kind == timely || p.phrases[k-1].hi > lo && (f.Lemma == "say" || p.clauseIn(lo, hi))
	}
	return p.clauseFollows(lo, hi)
}

// isWriter reports whether a phrase is the writer, the reader or anybody.
func (p *page) isWriter(k int) bool {
	ph := p.phrases[k]
	return ph.hi == ph.lo+1 && (p.is(ph.lo, "you", "we", "i") || p.is(ph.lo, "one") && !p.is(ph.hi, "of", "in"))
}

// opensWithQuote reports whether tokens [lo, hi) begin with a whole quotation
// that its own comma or stop sets off from the rest: "“It is shut,” Venn told".
func (p *page) opensWithQuote(lo, hi int) bool {
	k := p.at(lo).mark
	if k == 0 || p.behindMarks(lo) >= hi {
		return false
	}
	m := &p.marks[k-1]
	return p.isClause(m) && p.endsWith(m, ",", ".", "?", "!")
}

// believable keeps the reports that can be read as such.
func (p *page) believable(rs []reported) []reported {
	out := rs[:0]
	for i := range rs {
		if p.opensWithQuote(p.tokenAt(rs[i].content.Start), p.tokenAt(rs[i].content.End)) {
			continue
		}
		if rs[i].sieve != sieveLearned || p.reads(&rs[i]) {
			out = append(out, rs[i])
		}
	}
	return out
}

// said returns the reports of what somebody did say.
func said(rs []reported) []reported {
	var out []reported
	for _, r := range rs {
		if r.class != declined {
			out = append(out, r)
		}
	}
	return out
}

// inRefusals credits words in marks that stand behind a comma in what somebody
// would not say: "would not say who had read it, “for legal reasons”". They are
// how he refused. Both lists are in order.
func (p *page) inRefusals(as []attribution, told []reported) {
	j := 0
	for i := range as {
		for j < len(told) && told[j].content.End < p.marks[i].Outer.End {
			j++
		}
		if _, hi := p.before(&p.marks[i]); j < len(told) && !as[i].found() && told[j].class == declined && told[j].content.Contains(p.marks[i].Outer) && p.is(hi-1, ",") {
			as[i] = inherit(told[j].attribution, sieveReport)
		}
	}
}

// unsaidBy reads the clause of a cue of not saying: "did not say whether the
// port would close". The words that turn it belong to the cue.
func (p *page) unsaidBy(c *cue) (reported, bool) {
	from := p.notSaid(c.lo)
	st := p.sentences[c.sentence]
	if from < st.lo || c.Strength == 1 || c.passive || c.hi > c.lo+1 && p.is(c.hi, "that") {
		return reported{}, false
	}
	s := p.subjectWithin(from, p.lastMarkBefore(st.lo, from), 6)
	if s == none || p.phrases[s].kind == thing || p.isWriter(s) || p.supposed(c.lo, s) {
		return reported{}, false
	}
	lo, ok := p.contentStart(c, st.hi)
	if !ok && p.is(c.hi, "when", "if") {
		lo, ok = c.hi, true
	}
	if !ok || (c.Takes('t') || c.Lemma == "respond" || p.tells(c) && c.Lemma != "urge" || c.Class == "promise") && !p.opensComplement(lo) && !(c.Takes('i') && p.is(lo, "to")) {
		return reported{}, false
	}
	end := p.contentEnd(c, lo, st.hi)
	if p.hangs(s) {
		end = p.subordinateEnd(lo, end)
	}
	a := p.credit(s, c, sieveHead)
	a.cue, a.class = text.Span{Start: p.tokens[from].Start, End: a.cue.End}, declined
	return reported{a, p.clauseSpan(lo, end)}, a.found() && p.enough(lo, end, 3)
}

// opensComplement reports whether token i begins a clause that can only be a
// complement.
func (p *page) opensComplement(i int) bool {
	return p.is(i, "whether", "if", "that", "how", "why", "what", "when", "where", "who")
}

// answeredBy reads "Venn, asked whether the gates were open, disagreed" and
// "Asked if they were, she agreed" at the token "asked": what was asked about,
// in the class of the answer.
func (p *page) answeredBy(i int) (reported, bool) {
	if !p.is(i, "asked", "pressed", "questioned", "quizzed") || !p.is(i+1, "whether", "if") || p.at(i).mark != 0 {
		return reported{}, false
	}
	hi := p.sentences[p.at(i).sentence].hi
	for j := p.firstComma(i+2, hi); j < hi; j = p.firstComma(j+1, hi) {
		v, s := p.skipAdverbs(j+1), none
		if k := p.at(v).phrase; k != 0 && p.at(v).mark == 0 {
			v, s = p.skipAdverbs(p.reach(k-1)), k-1
		}
		f, ok := lexicon.CueOf(p.at(v).lower)
		if !ok || !p.answers(v, f, hi) {
			continue
		}
		if k := p.at(i - 2).phrase; s == none && p.is(i-1, ",") && k != 0 {
			s = p.headOf(k-1, p.sentences[p.at(i).sentence].lo)
		}
		if s == none {
			return reported{}, false
		}
		a := p.credit(s, &cue{CueForm: f, lo: v, hi: v + 1}, sieveHead)
		return reported{a, p.clauseSpan(i+1, j)}, a.found()
	}
	return reported{}, false
}

// answers reports whether the verb at v says yes or no, with no more behind
// it.
func (p *page) answers(v int, f lexicon.CueForm, hi int) bool {
	if !p.at(v).isFinite() && f.Form != lexicon.Past || f.Class != "deny" && f.Class != "agree" && f.Class != "confirm" && f.Class != declined {
		return false
	}
	return v+1 >= hi || p.at(v+1).Kind == text.Punct || p.is(v+1, "and", "but")
}
