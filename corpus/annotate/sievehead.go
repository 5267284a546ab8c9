package annotate

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// cuesTried is how many cues before the marks are tried: a sentence of
// hundreds would cost the square of their number.
const cuesTried = 6

// head reads what stands before the marks in their sentence, nearest cue
// first.
func (p *page) head(m *Marked) attribution {
	lo, hi := p.before(m)
	if hi == lo {
		return attribution{}
	}
	if a := p.colon(lo, hi); a.found() {
		return a
	}
	cues := p.cuesIn(lo, hi)
	if a := p.issued(lo, hi); a.found() {
		return a
	}
	if a := p.inWordsOf(lo, hi); a.found() {
		return a
	}
	if a := p.accordingBefore(lo, hi); a.found() {
		return a
	}
	for k := len(cues) - 1; k >= max(0, len(cues)-cuesTried); k-- {
		c := &cues[k]
		if p.breaksClause(c.hi, hi) || p.is(hi-1, ":") && p.beginsClause(c.hi, hi) {
			break
		}
		if a := p.nounCue(c.hi, hi); a.found() && (!c.Takes('n') || c.Lemma == "refer") {
			return a
		}
		if k > 0 && p.joinsClause(c.hi, hi) {
			continue
		}
		if a := p.headCue(m, c, lo, hi); a.found() {
			return a
		}
	}
	if a := p.nounCue(lo, hi); a.found() {
		return a
	}
	if a := p.leadingAccording(lo, hi); a.found() {
		return a
	}
	if a := p.headVerb(m, hi); a.found() {
		return a
	}
	if a := p.viewOf(lo, hi); a.found() {
		return a
	}
	return p.colonSubject(m, lo, hi)
}

// colonSubject credits the person a sentence is about where a colon leads from
// it to the words: "Venn did not buy it: “…”".
func (p *page) colonSubject(m *Marked, lo, hi int) attribution {
	if !p.is(hi-1, ":") || !p.isClause(m) || p.nextMark(lo, hi) < hi || p.isLettering(m) {
		return attribution{}
	}
	k := p.firstSubject(lo, hi)
	if k == none || p.phrases[k].lo > lo+2 || !p.isSomebody(k) {
		k = p.lastSubject(lo, hi)
	}
	if k == none {
		return attribution{}
	}
	return p.derive(p.credit(k, &cue{}, sieveColon), sieveColon)
}

// isLettering reports whether a list tells where the marked words stand, in title case and
// without an end: "several tattoos: “Norland Forever” on his back".
func (p *page) isLettering(m *Marked) bool {
	lo, hi, same := p.after(m)
	return same && lo < hi && p.is(lo, "on", "across", "over", "under") && p.isTitleCase(m) && !endsSentenceText(m.Inner.In(p.src))
}

// isSomebody reports whether a phrase names a person, describes one by a role,
// or is he or she.
func (p *page) isSomebody(k int) bool {
	ph := p.phrases[k]
	switch ph.kind {
	case named:
		return p.isPerson(ph.entity)
	case pronoun:
		return p.is(ph.lo, "he", "she")
	}
	return ph.kind == description && lexicon.RoleHead(p.at(ph.hi-1).lower)
}

// nounCue reads a noun that carries speech, nearest to the marks first: "the
// charges of Democrats that …", "Venn's opinion of the union (“…”)",
// "Democrats lob charges that …".
func (p *page) nounCue(lo, hi int) attribution {
	for i := hi - 1; i >= lo; i-- {
		t := p.at(i)
		if t.mark != 0 || !t.isNoun() || t.phrase == 0 || i != p.phrases[t.phrase-1].hi-1 || lexicon.CueNoun(t.lower) == "" {
			continue
		}
		c := cue{CueForm: lexicon.CueForm{Cue: lexicon.Cue{Lemma: t.lower, Class: lexicon.CueNoun(t.lower), Strength: 2}}, lo: i, hi: i + 1}
		k := t.phrase - 1
		if p.is(p.phrases[k].lo, "his", "her") && p.at(i-1).pos == "POS" {
			continue // "her campaign's words"
		}
		if p.is(i+1, "that", "(", ":") || i+1 == hi || p.is(i+1, ",", "to") && i+2 == hi || (isReply(t.lower) || p.is(hi-1, ",", ":")) && p.copula(i+1, hi) || p.thatSoon(i+1, hi) {
			if a := p.owner(k, &c); a.found() {
				return a
			}
		}
		if p.is(i+1, "to") && i+2 == hi && p.is(p.phrases[k].lo-1, "issued", "issues", "made", "makes", "sounded", "sounds", "sent", "sends", "put") {
			return p.nounSubject(k, lo, &c) // "Venn issued | the call | to “…”"
		}
		if a := p.leveled(i+1, hi, &c); a.found() {
			return a
		}
		if a := p.claimedBy(i+1, hi, &c); a.found() {
			return a
		}
		if p.is(i+1, "that") {
			if a := p.nounSubject(k, lo, &c); a.found() || !p.isWarning(k, i) {
				return a
			}
			return p.warned(i, lo, &c)
		}
	}
	return attribution{}
}

// nounSubject credits the subject of the verb whose object is the cue noun
// phrase k.
func (p *page) nounSubject(k, lo int, c *cue) attribution {
	v := p.phrases[k].lo - 1
	if v < lo || !p.at(v).isFinite() && !p.mightDo(v) || p.at(p.phrases[k].hi+1).isFinite() && p.mightDo(v) || p.at(v).mark != 0 || p.answersClaim(v) {
		return attribution{}
	}
	s := p.subjectWithin(v, lo, 6)
	if s == none || p.phrases[s].kind == thing {
		return attribution{}
	}
	return p.credit(s, c, sieveNoun)
}

// mightDo reports whether the verb at token v stands behind "could" or the like: "could
// only | muster the criticism that".
func (p *page) mightDo(v int) bool {
	return p.at(v).pos == "VB" && p.at(p.skipBackAdverbs(v-1)).pos == "MD"
}

// answersClaim reports whether the verb at token v tells how somebody meets what others
// claim: "Venn | defied predictions that he would lose".
func (p *page) answersClaim(v int) bool {
	switch p.at(v).lower {
	case "defied", "defies", "dismissed", "dismisses", "rejected", "rejects", "denied", "denies", "disputed", "disputes", "refuted", "refutes", "rebutted",
		"faced", "faces", "drew", "draws", "ignored", "ignores", "met", "heard", "received", "got", "sparked", "prompted", "fueled", "fuelled", "answered",
		"ridiculed", "mocked", "mocks", "questioned", "questions", "doubted", "debunked", "survived", "addressed":
		return true
	}
	return false
}

// creditEntity makes an attribution to an entity named inside a phrase.
func (p *page) creditEntity(e int, at text.Span, c *cue) attribution {
	return attribution{entities: []int{e}, at: at, cue: p.span(c.lo, c.hi), class: c.Class, sieve: sieveNoun, confidence: confidence[sieveNoun]}
}

// breaksClause reports whether the tokens [lo, hi) hold a semicolon outside
// marks: what stands before it does not govern what stands behind.
func (p *page) breaksClause(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if t := p.at(i); t.mark == 0 && t.lower == ";" {
			return true
		}
	}
	return false
}

// beginsClause reports whether behind a comma and "and" in tokens [lo, hi) somebody
// else does what tells of no speech: "the aide whispers, and | Venn reads on:".
func (p *page) beginsClause(lo, hi int) bool {
	for i := lo; i+3 < hi; i++ {
		k := p.at(i + 2).phrase
		if p.at(i).mark == 0 && p.is(i, ",") && p.is(i+1, "and", "but", "while") && k != 0 && p.isSomebody(k-1) && p.at(p.phrases[k-1].hi).isFinite() {
			return true
		}
	}
	return false
}

// joinsClause reports whether "and that" stands in tokens [lo, hi): what comes
// behind it belongs to a cue further left.
func (p *page) joinsClause(lo, hi int) bool {
	for i := lo; i+1 < hi; i++ {
		if p.at(i).mark == 0 && p.is(i, "and", "but") && p.is(i+1, "that") {
			return true
		}
	}
	return false
}

func (p *page) leadingAccording(lo, hi int) attribution {
	for i := lo; i < hi; i++ {
		if p.is(i, "according") && p.is(i+1, "to") && p.at(i).mark == 0 {
			return p.accordingTo(i)
		}
	}
	return attribution{}
}

// longestBetween is how many tokens stand at most between a comma that closes what
// is set off and the marks: ", according to Venn, | in a".
const longestBetween = 3

// accordingBefore credits whom "according to" between two commas names right before
// the marks: "they jail, according to the guild, “…”".
func (p *page) accordingBefore(lo, hi int) attribution {
	for i := hi - 4; i > lo; i-- {
		k := p.at(i + 2).phrase
		switch {
		case p.at(i).mark != 0 || p.is(i, ";"):
			return attribution{}
		case !p.is(i, "according") || !p.is(i+1, "to") || !p.is(i-1, ",") || k == 0:
			continue
		}
		end := p.reach(k - 1)
		if !p.is(end, ",") || hi-end-1 > longestBetween || len(p.cuesIn(end, hi)) > 0 {
			return attribution{}
		}
		return p.accordingTo(i)
	}
	return attribution{}
}

// headCue tries one cue before the marks.
func (p *page) headCue(m *Marked, c *cue, lo, hi int) attribution {
	gap := hi - c.hi
	if k := p.madeTo(c); k != none && c.Strength >= 2 {
		return p.credit(k, c, sieveHead)
	}
	if c.lo == lo && c.Lemma == "ask" && c.Form != lexicon.Gerund && p.endsWith(m, "?") && p.is(hi-1, ",") {
		if a := p.agent(c, hi); a.found() {
			return a // "Asked on Friday by Venn, “…?”"
		}
	}
	switch {
	case c.Strength == 1 && gap > 3 && !p.putsItTo(c, hi) && !p.is(hi-1, ":") && !p.isParenthesis(c) && !(c.Class == "rule" && p.is(c.hi, "that")), p.chargesFee(c), p.isUnreal(c) && (c.Strength < 3 || len(p.cuesIn(lo, c.lo)) > 0), p.mightBeSaid(c, lo):
		return attribution{}
	case p.chainsInfinitive(c), p.chainsWish(c, lo), p.inBracket(c.lo, hi), p.tellsMore(c, hi), p.isBlame(c, lo), p.inClosed(c, hi):
		return attribution{}
	case c.Frames == "d" && c.Strength == 1 && c.Lemma != "go" && !p.isClause(m) && !p.isParenthesis(c) && !(c.Lemma == "put" && p.is(hi-1, ",", ":") && hi-c.hi <= 2), p.isAside(c, lo) && !p.leadsIn(c, m, hi), p.isPlainDeed(c, lo, hi):
		return attribution{}
	case c.passive:
		return p.agent(c, hi)
	case p.givesName(c), p.at(c.lo).pos == "VBN" && p.is(c.lo-1, ",") && p.is(c.hi, "to") && p.is(c.hi+1, "be", "have"):
		return attribution{} // "the plot, | believed | to be his, “…”"
	case p.isDescribed(c):
		return p.agent(c, hi)
	case c.Form == lexicon.Participle && p.at(c.lo).pos == "VBN" && !p.at(c.lo-1).isAux() && !p.at(c.lo-1).isAdverb():
		if a := p.agent(c, hi); a.found() {
			return a
		}
	}
	from := p.clauseFrom(c, lo)
	s := p.subjectWithin(c.lo, from, 6)
	if s == none && from > lo || s == none {
		if inv := p.inverted(c.lo); inv != none && c.Form != lexicon.Gerund && !p.at(p.skipAdverbs(p.reach(inv))).isFinite() && (p.endsInverted(c.lo) || c.lo == lo || !c.Takes('n') && (p.at(c.lo-1).mark != 0 || p.is(c.lo-1, ",") && p.at(c.lo-2).mark != 0)) {
			return p.credit(p.apposed(inv), c, sieveInverted)
		}
		s = p.subjectWithin(c.lo, lo, 6)
	}
	if s == none && c.Form == lexicon.Gerund {
		s = p.openingSubject(c, p.sentences[c.sentence])
	}
	if s == none || p.isUnreal(c) && p.isNothing(s) || p.onlyShows(c, s, lo) || c.Lemma == "remind" && p.phrases[s].kind == thing || p.is(p.phrases[s].lo, "what") || p.saysWhat(c, s, lo, hi) || c.Strength < 3 && p.is(p.phrases[s].lo, "it") && p.hasSpeaker(lo, p.phrases[s].lo) {
		return attribution{}
	}
	return p.credit(s, c, sieveHead)
}

// isUnreal reports whether a cue tells of no saying: an infinitive ("to
// reject"), unless it carries on a verb of speech ("went on to say"), or a
// thought that only might be had ("can expect").
func (p *page) isUnreal(c *cue) bool {
	if c.Form == lexicon.Gerund && p.is(c.lo-1, "stop", "quit", "avoid", "cease") && p.is(c.lo-2, "to") {
		return true // "warned Lind to stop | threatening"
	}
	if c.Form != lexicon.Base && p.at(c.lo).pos != "VB" {
		return false
	}
	if c.Class == "think" {
		return p.at(c.lo).pos != "VBP" || p.relative(c)
	}
	i := p.skipBackAdverbs(c.lo - 1)
	if hi := p.sentences[c.sentence].hi; c.Takes('n') && p.nextMark(c.hi, hi) < hi && p.is(i, "to") && p.is(i-1, "trying", "tried", "tries", "sought", "seeking", "seeks", "attempted") {
		return false
	}
	if k := p.at(i - 1).phrase; p.is(i, "to") && k != 0 && p.at(i-1).mark == 0 && p.at(p.phrases[k-1].lo-1).isAux() && (p.is(p.phrases[k-1].lo+1, "first") || p.is(p.phrases[k-1].lo, "first")) {
		return false // "the first official to | say"
	}
	return p.is(i, "to") && !(p.is(i-1, "as") && p.is(i-2, "far")) && !p.is(i-1, "first", "latest", "on", "continued", "continues", "rushed", "moved", "sought", "seeks", "quick", "careful", "appeared", "seemed", "used") && !(p.is(i-1, "sure") && p.is(i-2, "made", "makes", "making"))
}

// chainsInfinitive reports whether cue c, behind a conjunction, goes on what
// somebody else is to do: "allowed the union to push back and say".
func (p *page) chainsInfinitive(c *cue) bool {
	if c.Form != lexicon.Base || p.at(c.lo-1).pos != "CC" {
		return false
	}
	for i := c.lo - 2; i > p.sentences[c.sentence].lo; i-- {
		t := p.at(i)
		if t.mark != 0 || t.isFinite() || t.lower == "," {
			return false
		}
		if t.pos == "VB" {
			k := p.at(i - 2).phrase
			return p.is(i-1, "to") && k != 0 && p.phrases[k-1].kind != thing && p.phrases[k-1].kind != timely
		}
	}
	return false
}

// mightBeSaid reports whether cue c only may come to be said within what
// another tells: "predicted that voters would reject “…”".
func (p *page) mightBeSaid(c *cue, lo int) bool {
	i := p.skipBackAdverbs(c.lo - 1)
	return c.Form == lexicon.Base && (c.Class != "say" || c.Strength < 3) && p.at(i).pos == "MD" && len(p.cuesIn(lo, c.lo)) > 0
}

// isAside reports whether the cue's clause only dates or reasons that of an
// earlier cue: "asked whether the guild, when it drew the chart, “meant to…".
func (p *page) isAside(c *cue, lo int) bool {
	s := p.subject(c.lo)
	if s == none || p.phrases[s].lo <= lo || c.Form == lexicon.Gerund {
		return false
	}
	if p.at(p.phrases[s].lo-1).pos == "CC" && p.at(p.phrases[s].lo-2).phrase != 0 { // "because she and Lind agreed"
		s = p.at(p.phrases[s].lo-2).phrase - 1
	}
	return p.is(p.phrases[s].lo-1, "when", "before", "because", "since", "if", "until") && len(p.cuesIn(lo, p.phrases[s].lo)) > 0
}

// lastMarkBefore returns the index behind the last token in [lo, hi) that
// stands in marks, lo if none does.
func (p *page) lastMarkBefore(lo, hi int) int {
	for i := hi - 1; i >= lo; i-- {
		if p.at(i).mark != 0 {
			return i + 1
		}
	}
	return lo
}

// agent credits the phrase behind "by" after a passive cue.
func (p *page) agent(c *cue, hi int) attribution {
	for i := c.hi; i < hi; i++ {
		if p.is(i, "by") && p.at(i+1).phrase != 0 {
			return p.credit(p.apposed(p.at(i+1).phrase-1), c, sieveHead)
		}
	}
	if c.passive && c.Takes('n') {
		if who, end := p.namer(c); who != none && end > hi {
			return p.credit(who, c, sieveHead) // "was called “a folly” | by Venn"
		}
	}
	if c.Lemma == "quote" {
		if s := p.subject(c.lo); s != none {
			return p.credit(s, c, sieveHead)
		}
	}
	return attribution{}
}

// colon reads "X: “…”" and "X, the engineer: “…”", where no cue stands.
func (p *page) colon(lo, hi int) attribution {
	if !p.is(hi-1, ":") || hi-lo > 14 {
		return attribution{}
	}
	for i := lo; i < hi; i++ {
		if t := p.at(i); t.mark != 0 || t.isFinite() {
			return attribution{}
		}
	}
	if cs := p.cuesIn(lo, hi); len(cs) > 0 && cs[0].Strength == 3 {
		return attribution{}
	}
	if a := p.labelled(lo, hi-1); a.found() {
		return a
	}
	k := p.at(lo).phrase
	if k == 0 || p.phrases[k-1].kind != named && p.phrases[k-1].kind != description {
		k = p.at(hi - 2).phrase // "Update – the Gull's Mara Venn:"
		if k == 0 || !p.isNamedPerson(k-1) {
			return attribution{}
		}
	}
	return p.credit(k-1, &cue{}, sieveColon)
}
