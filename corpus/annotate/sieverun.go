package annotate

import (
	"sort"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// inherit credits the speaker of another quote.
func inherit(a attribution, sieve string) attribution {
	a.sieve, a.cue, a.confidence = sieve, text.Span{}, a.confidence*confidence[sieve]
	return a
}

// fromNeighbours finds the speaker of quote i by what stands before it: the
// quotation it goes on with, one beside it, or the sentence that leads to it.
func (p *page) fromNeighbours(as []attribution, i int) attribution {
	m := &p.marks[i]
	if j := p.turnBefore(i); m.Continues && j >= 0 && as[j].found() {
		return inherit(as[j], sieveRunsOn)
	}
	if !p.isClause(m) || !p.startsSentence(m) && !p.isLedIn(m) {
		if a := p.sameSentence(as, i); a.found() {
			return a
		}
		if a := p.seenBy(as, i); a.found() {
			return a
		}
		return p.afterQuote(as, i)
	}
	if p.isSubject(m) || p.isListed(i) {
		return attribution{}
	}
	if a := p.leadBefore(m); a.found() {
		return a
	}
	if a := p.personBefore(m); a.found() {
		return a
	}
	if j := p.speechBefore(as, i); j >= 0 && p.marks[j].Paragraph == m.Paragraph {
		if as[j].found() && p.isClause(&p.marks[j]) {
			return inherit(as[j], sieveRun)
		}
		if as[j].found() {
			return inherit(as[j], sieveLead)
		}
		return attribution{}
	}
	return p.alone(as, i)
}

// turnBefore returns the pair of marks that pair i goes on from, stepping over what
// happened in the hall; -1 if there is none.
func (p *page) turnBefore(i int) int {
	for i--; i > 0 && p.marks[i].Continues && p.isStageDirection(&p.marks[i]); i-- {
	}
	return i
}

// isSubject reports whether the words in marks that a sentence begins with are the
// subject of the verb right behind them: what is told of is the words themselves, and
// nobody says them there, "“Shut the gates!” | has been the cry of the pier".
func (p *page) isSubject(m *Marked) bool {
	lo, hi, same := p.after(m)
	if !same || lo >= hi || m.RunsOn || p.endsOpen(m) || !p.startsSentence(m) {
		return false
	}
	return p.at(lo).isFinite() && p.at(lo).mark == 0 && len(p.cuesIn(lo, lo+1)) == 0
}

// isListed reports whether pair of marks i is one of some words of one word each, side
// by side: "“Order,” “calm,” “peace”: these are words for it".
func (p *page) isListed(i int) bool {
	return i > 0 && p.listsOn(i-1) || i+1 < len(p.marks) && p.listsOn(i)
}

// listsOn reports whether no more than white space stands between pair of marks i, which
// ends in a comma, and the next, and each holds one word.
func (p *page) listsOn(i int) bool {
	m, n := &p.marks[i], &p.marks[i+1]
	gap := text.Span{Start: m.Outer.End, End: n.Outer.Start}
	return gap.Start < gap.End && gap.Trim(p.src).Empty() && m.Paragraph == n.Paragraph && p.endsOpen(m) && len(text.Words(p.src, m.Inner)) == 1 && len(text.Words(p.src, n.Inner)) == 1
}

// tellOf reports whether m and n stand in one sentence that begins with words in marks as
// the subject of a verb, so that who speaks behind n speaks of those: "“The toll” is “a
// shame,” Venn said".
func (p *page) tellOf(m, n *Marked) bool {
	s := p.at(p.tokenAt(m.Outer.Start)).sentence
	if s != p.at(p.tokenAt(n.Outer.Start)).sentence {
		return false
	}
	first := p.at(p.sentences[s].lo).mark
	return first != 0 && p.isSubject(&p.marks[first-1])
}

// speechBefore returns the pair of marks before i, stepping over titles of works: "…,” Venn said on “Tide Talk.”" -1 if there is none.
func (p *page) speechBefore(as []attribution, i int) int {
	j := i - 1
	for j > 0 && (!as[j].found() || !p.isClause(&p.marks[j])) && p.marks[j].Paragraph == p.marks[i].Paragraph && p.isTitleCase(&p.marks[j]) {
		j--
	}
	return j
}

// longestLead is the most words of an adverb or the like before a quotation.
const longestLead = 4

// isLedIn reports whether no more than an adverb and a comma stand before the
// marks in their sentence: "Still, “…”", "On the other hand, “…”".
func (p *page) isLedIn(m *Marked) bool {
	lo, hi := p.before(m)
	if hi-lo < 2 || hi-lo > longestLead+1 || !p.is(hi-1, ",") {
		return false
	}
	for i := lo; i < hi; i++ {
		if t := p.at(i); t.mark != 0 || t.isVerb() || t.mention != 0 || t.phrase != 0 && p.phrases[t.phrase-1].kind != thing {
			return false
		}
	}
	return p.at(lo).isAdverb() || p.at(lo).pos == "IN" || p.at(lo).pos == "CC"
}

// sameSentence credits a fragment to the speaker of the fragment before it in
// the same sentence.
func (p *page) sameSentence(as []attribution, i int) attribution {
	if i == 0 || !as[i-1].found() {
		return attribution{}
	}
	a, b := p.tokenAt(p.marks[i-1].Outer.Start), p.tokenAt(p.marks[i].Outer.Start)
	if b < len(p.tokens) && p.at(a).sentence == p.at(b).sentence && (as[i-1].sieve != sieveTail || p.splits(i)) {
		return inherit(as[i-1], sieveRun)
	}
	return attribution{}
}

// leadBefore credits the subject of the last cue in the sentence before the
// marks, in the same paragraph, with no quotation between.
func (p *page) leadBefore(m *Marked) attribution {
	lo, _ := p.before(m)
	s := p.at(lo).sentence - 1
	if s < 0 || p.sentences[s].paragraph != m.Paragraph {
		return attribution{}
	}
	return p.leadOf(s)
}

// personBefore credits the person, by name or as he or she, who is the subject of the
// sentence right before the marks, in the same paragraph and outside all marks: "Mr
// Rezchik was ready with his answer. “…”".
func (p *page) personBefore(m *Marked) attribution {
	lo, _ := p.before(m)
	s := p.at(lo).sentence - 1
	if s < 0 || p.sentences[s].paragraph != m.Paragraph {
		return attribution{}
	}
	st := p.sentences[s]
	k := p.at(p.pastLead(st.lo)).phrase
	if i := p.pastAsked(st); i > st.lo {
		k = p.at(i).phrase
	}
	if k == 0 || !p.isSomebody(k-1) || p.phrases[k-1].kind == description || p.nextMark(st.lo, st.hi) < st.hi {
		return attribution{}
	}
	return p.derive(p.credit(k-1, &cue{}, sieveHead), sieveLead)
}

// pastAsked returns the token behind the comma that closes what a person is asked: "Asked
// if the gates would hold, | Venn". lo if a sentence does not begin so.
func (p *page) pastAsked(st sentence) int {
	i := st.lo
	for i < min(st.hi, st.lo+longestTopic) && !(p.at(i).In(p.src) == "Asked" || p.at(i).In(p.src) == "Pressed") {
		i++
	}
	if i > st.lo && !p.isDash(i-1) && !p.is(i-1, ":") || !p.is(i+1, "if", "whether", "about", "how", "why", "what", "by", "on") {
		return st.lo
	}
	for ; i < st.hi; i++ {
		k := p.at(i+1).phrase - 1
		if p.is(i, ",") && k >= 0 && p.phrases[k].lo == i+1 && p.isSomebody(k) && p.at(p.skipAdverbs(p.phrases[k].hi)).isFinite() {
			return i + 1
		}
	}
	return st.lo
}

// longestTopic is how many tokens the heading has at most that a list sets before
// each of its points: "On the gates - Asked if".
const longestTopic = 10

// pastLead returns the token behind a few words that lead into a sentence, and their
// comma: "Still, | Venn", "So far, | Venn". lo if there are none.
func (p *page) pastLead(lo int) int {
	for i := lo; i < lo+3 && p.at(i).phrase == 0 && p.at(i).mark == 0; i++ {
		if p.is(i+1, ",") {
			return i + 2
		}
	}
	return lo
}

// leadOf credits the subject of the last cue of sentence s that stands outside
// marks and behind them.
func (p *page) leadOf(s int) attribution {
	st := p.sentences[s]
	if a := p.issued(st.lo, st.hi); a.found() {
		return p.derive(a, sieveLead)
	}
	from := p.lastSaidBefore(st.lo, st.hi)
	cues := p.cuesIn(max(st.lo, from), st.hi)
	for k := len(cues) - 1; k >= 0; k-- {
		c := &cues[k]
		if c.passive || c.Strength < 2 || k > 0 && (p.relative(c) || p.inRelative(cues[:k], c.lo)) {
			continue // "…, says Venn, who advises the board."
		}
		if k > 0 && !p.is(st.hi-1, ":") && p.withinTold(c.lo) {
			continue // "Venn said Lind | had announced it."
		}
		sub := p.subjectWithin(c.lo, from, 6)
		if sub == none && p.endsInverted(c.lo) {
			sub = p.apposed(p.inverted(c.lo))
		}
		if sub != none && k > 0 && (p.isPressPhrase(sub) || p.behindSpeaker(&cues[k-1], sub)) {
			continue // "…, Venn said, the Gull reported": the paper carries
		}
		if sub != none && !p.isAnybody(sub) {
			return p.derive(p.credit(sub, c, sieveHead), sieveLead)
		}
	}
	if a := p.leadingAccording(st.lo+1, st.hi); from == st.lo && len(cues) == 0 && a.found() && p.endsWithSource(a, st.hi) {
		return p.derive(a, sieveLead)
	}
	return attribution{}
}

// withinTold reports whether token i stands in what somebody, and no paper, is told
// to have said before it.
func (p *page) withinTold(i int) bool {
	at := p.at(i).Start
	n := sort.Search(len(p.told), func(k int) bool { return p.told[k].content.Start > at })
	for k := n - 1; k >= max(0, n-mostNested); k-- {
		t := &p.told[k]
		if t.content.End > at && t.sieve == sieveHead && t.cue.End <= t.content.Start && len(t.phrases) > 0 && !p.isPressPhrase(t.phrases[0]) {
			return true
		}
	}
	return false
}

// mostNested is how many reports one within another are looked through.
const mostNested = 4

// inRelative reports whether token i stands in what a relative clause of one of
// the cues before it tells, with no comma or conjunction since: "…, says Venn, who
// claimed the crews | begged him to stay".
func (p *page) inRelative(cues []cue, i int) bool {
	for k := range cues {
		c := &cues[k]
		if k == 0 || !p.relative(c) {
			continue
		}
		j := c.hi
		for j < i && !p.is(j, ",", ";") && p.at(j).pos != "CC" {
			j++
		}
		if j == i {
			return true
		}
	}
	return false
}

// endsWithSource reports whether the words that name a speaker end the sentence
// that ends before token hi.
func (p *page) endsWithSource(a attribution, hi int) bool {
	if len(a.phrases) == 0 {
		return false
	}
	end := p.reach(a.phrases[len(a.phrases)-1])
	return end >= hi-1 || p.isNamedPerson(a.phrases[0]) && p.is(end, ",") && p.describes(end+1) && p.onlyDescribes(end+1, hi)
}

// behindSpeaker reports whether phrase k stands right behind the comma that ends
// the attribution of cue c: "Venn said, | the Gull reported".
func (p *page) behindSpeaker(c *cue, k int) bool {
	i := p.phrases[k].lo - 1
	return p.is(i, ",") && p.skipAdjuncts(c.hi, i) == i
}

// isAnybody reports whether a phrase is a word that names nobody where no verb
// of speech says who is meant: "you", "it", "we".
func (p *page) isAnybody(k int) bool {
	ph := p.phrases[k]
	return ph.kind == pronoun && p.is(ph.lo, "you", "it", "we", "i", "one", "us", "what", "who")
}

func (p *page) derive(a attribution, sieve string) attribution {
	if !a.found() {
		return a
	}
	return inherit(a, sieve)
}

// alone credits a quotation that begins its paragraph to whoever the paragraph
// before leaves speaking.
func (p *page) alone(as []attribution, i int) attribution {
	m := &p.marks[i]
	lo, _ := p.before(m)
	s := p.at(lo).sentence - 1
	if p.spokenBehind(m) {
		return attribution{}
	}
	if h, ok := p.headings[m.Paragraph]; ok {
		return p.underHeading(h)
	}
	for s > 0 && p.sentences[s].paragraph == m.Paragraph-1 && p.isBracketed(s) {
		s--
	}
	if s < 0 || p.sentences[s].paragraph != m.Paragraph-1 {
		return attribution{}
	}
	if a := p.leadOf(s); a.found() {
		a = p.derive(a, sieveAlone)
		switch end := p.sentences[s].hi; {
		case p.is(end-1, ":", "that"):
			a.confidence *= sureAloneLed / confidence[sieveAlone]
		case i > 0 && p.marks[i-1].Paragraph == m.Paragraph-1 && as[i-1].at == a.at && len(a.phrases) > 0:
			a.confidence *= sureAloneGoesOn / confidence[sieveAlone]
		}
		return a
	}
	if st := p.sentences[s]; p.is(st.hi-1, ":") {
		if a := p.nounCue(st.lo, st.hi); a.found() && p.at(p.tokenAt(a.cue.Start)).Kind == text.Lower {
			a = p.derive(a, sieveAlone)
			a.confidence *= sureAloneLed / confidence[sieveAlone]
			return a
		}
	}
	if i > 0 && p.marks[i-1].Paragraph == m.Paragraph-1 && as[i-1].found() && as[i-1].sieve != sieveSigned {
		a := inherit(as[i-1], sieveAlone)
		a.confidence *= sureAloneGoesOn / confidence[sieveAlone]
		return a
	}
	return p.mainOf(s)
}

// underHeading credits a quotation that begins behind a subheading to the one
// person it says is speaking: "What Ms Venn said". A subheading cuts the
// quotation off from what stands before it.
func (p *page) underHeading(h text.Span) attribution {
	var c cue
	for _, w := range text.Words(p.src, h) {
		if f, ok := lexicon.CueOf(w.Fold); ok && f.Strength >= 2 {
			c.CueForm = f
		}
	}
	if c.Strength == 0 {
		return attribution{}
	}
	at, who := text.Span{}, none
	for _, w := range text.Words(p.src, h) {
		for e := range p.entities {
			names := text.FoldedWords(p.entities[e].Name)
			if !p.isPerson(e+1) || names[len(names)-1] != w.Fold || e == who {
				continue
			}
			if who != none {
				return attribution{}
			}
			at, who = w.Span, e
		}
	}
	if who == none {
		return attribution{}
	}
	return attribution{entities: []int{who}, at: at, class: c.Class, sieve: sieveHeading, confidence: confidence[sieveHeading]}
}

// mainOf credits the subject of a sentence without cue, where it is a person.
func (p *page) mainOf(s int) attribution {
	st := p.sentences[s]
	k := p.firstSubject(p.pastAsked(st), st.hi)
	if k == none || p.phrases[k].kind == thing || p.isAnybody(k) || p.isPlace(k) || p.isHeading(k, st) || p.isByline(st.lo, st.hi) || p.ownClause(p.pastAsked(st), p.phrases[k].lo) {
		return attribution{}
	}
	c := cue{}
	return p.derive(p.credit(k, &c, sieveHead), sieveAlone)
}

// isHeading reports whether a sentence, with phrase k first, is a heading: it tells of
// nobody, has no verb, and no lower-case word that may be one leads from it.
func (p *page) isHeading(k int, st sentence) bool {
	return !p.isSomebody(k) && !p.clauseIn(st.lo, st.hi) && !(p.is(st.hi-1, ":") && p.at(st.hi-2).Kind == text.Lower)
}

// isPlace reports whether phrase k names a place.
func (p *page) isPlace(k int) bool {
	ph := p.phrases[k]
	return ph.kind == named && p.entities[ph.entity-1].Kind == news.Place
}

// between credits a whole sentence in marks between two quotations of one speaker,
// the second a "he" or "she" right behind, where the reporter names nobody since
// the first: "“…,” Venn says. The port is slow. “…” “…,” she says."
func (p *page) between(as []attribution, i int) attribution {
	if i == 0 || i+1 >= len(as) || !as[i-1].found() || !p.isClause(&p.marks[i]) || !p.startsSentence(&p.marks[i]) {
		return attribution{}
	}
	a, n, m := &p.marks[i-1], &as[i+1], &p.marks[i]
	if m.Paragraph > a.Paragraph+1 || p.marks[i+1].Paragraph != m.Paragraph+1 || n.sieve != sieveTail || len(n.phrases) != 1 {
		return attribution{}
	}
	if k := n.phrases[0]; p.phrases[k].kind != pronoun || !p.is(p.phrases[k].lo, "he", "she") {
		return attribution{}
	}
	for t := p.tokenAt(a.Outer.End); t < p.tokenAt(m.Outer.Start); t++ {
		if x := p.at(t); p.isPerson(x.mention) && !as[i-1].at.Contains(x.Span) {
			return attribution{}
		}
	}
	return inherit(as[i-1], sieveRun)
}

// fromNext credits a quotation to the speaker of the next, where the two are
// one breath: it runs on into it, or only white space is between.
func (p *page) fromNext(as []attribution, i int) attribution {
	if i+1 >= len(as) || !as[i+1].found() {
		return attribution{}
	}
	m, n := &p.marks[i], &p.marks[i+1]
	if m.RunsOn && n.Continues && as[i+1].sieve != sieveTranscript {
		return inherit(as[i+1], sieveRunsOn)
	}
	if p.tellOf(m, n) && as[i+1].sieve != sieveHead {
		return inherit(as[i+1], sieveRun)
	}
	gap := text.Span{Start: m.Outer.End, End: n.Outer.Start}
	if m.Paragraph == n.Paragraph && gap.Trim(p.src).Empty() && p.isClause(m) {
		return inherit(as[i+1], sieveRun)
	}
	return attribution{}
}
