package annotate

import (
	"verbatim/corpus/lexicon"
)

// The sieves, by the ids recorded on quotes, in the order they are tried.
const (
	sieveTail       = "tail"       // "…," X said
	sieveInverted   = "inverted"   // "…," said X
	sieveHead       = "head"       // X said: "…"; X said the plan was "…"
	sieveAccording  = "according"  // according to X, "…"
	sieveNoun       = "noun"       // X's claim that "…"
	sieveLearned    = "learned"    // what the trained tagger sees and no rule does
	sieveColon      = "colon"      // X: "…"
	sieveTranscript = "transcript" // X: … as a line of a transcript
	sieveSigned     = "signed"     // "…" — X
	sieveRunsOn     = "runs-on"    // the paragraph goes on with the quotation of another
	sieveRun        = "run"        // "…," X said. "…"
	sieveLead       = "lead"       // X stood firm. "…"
	sieveAlone      = "alone"      // a paragraph of nothing but a quotation
	sieveHeading    = "heading"    // a subheading that names the speaker
	sieveReport     = "report"     // a fragment in a clause that is reported as a whole
)

// attribute finds the speaker of each pair of marks: first by the words of its
// own sentence, then by its neighbours.
func (p *page) attribute(told []reported) []attribution {
	p.told = told
	out := make([]attribution, len(p.marks))
	for i := range p.marks {
		if out[i] = p.own(&p.marks[i]); p.isWritersOwn(&p.marks[i], &out[i]) {
			out[i] = attribution{}
		}
	}
	p.signedBelow(out)
	p.inReports(out, told)
	p.carried(out)
	for i := range p.marks {
		if !out[i].found() {
			out[i] = p.fromNeighbours(out, i)
		}
	}
	for i := len(p.marks) - 1; i >= 0; i-- {
		if !out[i].found() {
			out[i] = p.fromNext(out, i)
		}
		if !out[i].found() {
			out[i] = p.between(out, i)
		}
	}
	for i := range p.marks {
		if !out[i].found() {
			out[i] = p.fromNeighbours(out, i)
		}
	}
	p.pulled(out)
	return out
}

// inReports credits fragments without a speaker to that of the report they
// stand in: "There “might” be more, she said". Both lists are in order.
func (p *page) inReports(as []attribution, told []reported) {
	j := 0
	for i := range p.marks {
		for j < len(told) && told[j].content.End < p.marks[i].Outer.End {
			j++
		}
		if j < len(told) && !as[i].found() && told[j].content.Contains(p.marks[i].Outer) {
			as[i] = inherit(told[j].attribution, sieveReport)
		}
	}
}

// carried hands a quotation that a paper only carries, "“…,” NBC reported", to
// the source the paragraph quotes before it. Where there is none, a fragment is
// in marks for the reporter's own reasons.
func (p *page) carried(as []attribution) {
	for i := range as {
		a := &as[i]
		if a.class != "report" || len(a.phrases) != 1 || !p.isPressPhrase(a.phrases[0]) {
			continue
		}
		switch carriers := a.phrases; {
		case i > 0 && p.marks[i-1].Paragraph == p.marks[i].Paragraph && as[i-1].found():
			*a = inherit(as[i-1], sieveRun)
			a.carriers = carriers
		case a.sieve == sieveTail && !p.isClause(&p.marks[i]) && !p.startsSentence(&p.marks[i]):
			*a = attribution{}
		}
	}
}

// own tries the sieves that read the quote's own sentence. Words that begin
// like a sentence look behind themselves first, fragments before.
func (p *page) own(m *Marked) attribution {
	if a := p.labelInside(m); a.found() {
		return a
	}
	if (p.isClause(m) || p.startsSentence(m)) && !p.introduced(m) {
		a := p.tail(m)
		if a.found() && a.sieve != sieveAccording {
			return a
		}
		if b := p.head(m); !a.found() || p.leadsStraight(m, &b) {
			return b
		}
		return a
	}
	if lo, hi, same := p.after(m); same {
		if a := p.asSaid(p.behindFew(lo, hi), hi); a.found() {
			return a
		}
	}
	if a := p.head(m); a.found() {
		if b := p.citedBehind(m); b.found() && p.isFar(&a, m) && !p.reportsClause(&a) {
			return b
		}
		if b := p.closing(m); b.found() && !p.endsLead(m) && p.carriesNot(&b) && !p.namesTwo(&a, &b) && !p.resumes(&b, &a) && (p.isFar(&a, m) || !p.introduced(m) && p.isPersonal(&b)) {
			return b
		}
		if b := p.closingFar(m, &a); b.found() {
			return b
		}
		return a
	}
	return p.tail(m)
}

// introduced reports whether a cue stands right before the marks, a comma or
// colon between: "she said, “…”".
func (p *page) introduced(m *Marked) bool {
	lo, hi := p.before(m)
	if hi-2 < lo || !p.is(hi-1, ",", ":") {
		return false
	}
	return len(p.cuesIn(hi-2, hi-1)) > 0
}

func (p *page) startsSentence(m *Marked) bool {
	lo, hi := p.before(m)
	return lo == hi
}

// tail reads what stands behind the marks: "…," X said; "…," said X;
// "…", according to X.
func (p *page) tail(m *Marked) attribution {
	lo, hi, same := p.after(m)
	if lo >= hi && !m.RunsOn {
		return p.signature(m)
	}
	if a := p.signedInBrackets(m, lo, hi); a.found() {
		return a
	}
	if m.RunsOn {
		return attribution{}
	}
	if a := p.signsOff(m, lo, hi); !same && a.found() {
		return a
	}
	same = same || p.endsOpen(m)
	i := lo
	for i < hi && p.is(i, ",", "—", "–", "-", "--", "―", ";") {
		i++
	}
	if a := p.asSaid(i, hi); same && a.found() {
		return a
	}
	if a := p.tailGoesOn(m, i, hi, same); a.found() {
		return a
	}
	if a := p.tailMarked(i, hi); same && a.found() {
		return a
	}
	if i == hi || p.at(i).mark != 0 || p.at(i).pos == "CC" || p.is(i, "while", "although", "though", "whereas", "as", "when", "after", "before", "because", "which", "who") || p.is(i, "even") && p.is(i+1, "as", "though", "when", "if") {
		return attribution{}
	}
	hi = p.nextMark(i, hi)
	if i > lo && p.is(i-1, "—", "–", "-", "--", "―") && len(p.cuesIn(i, hi)) == 0 {
		return p.signed(i, hi)
	}
	if p.is(i, "according") && p.is(i+1, "to") {
		return p.accordingTo(i)
	}
	if k := p.wordsOf(i); k != none {
		return p.inWords(k, i)
	}
	if a := p.tailNoun(i, hi); a.found() {
		return a
	}
	if a := p.tailPlain(m, i, hi); a.found() {
		return a
	}
	if a := p.tailSeen(i, hi); same && a.found() {
		return a
	}
	cues := p.cuesIn(i, hi)
	if len(cues) == 0 || cues[0].lo > i+maxTailGap {
		if a := p.tailVerb(m, i, hi, same); a.found() || len(cues) == 0 {
			return a
		}
	}
	for len(cues) > 1 && p.inBracket(cues[0].lo, cues[1].lo) {
		cues = cues[1:] // "“…,” Venn (who also noted it) | said"
	}
	c := &cues[0]
	if len(cues) > 1 && c.passive && p.is(c.hi, "to") && cues[1].lo == c.hi+1 {
		c = &cues[1] // "Venn is expected | to say"
	}
	if len(cues) > 1 && p.at(c.lo).pos == "VBN" && p.is(c.lo-1, ",") {
		c = &cues[1] // "the leader, known as Venn, | wrote"
	}
	if c.lo == i && !c.passive && c.Form != lexicon.Gerund {
		if s := p.inverted(c.lo); s != none {
			return p.creditRight(m, p.apposed(s), c, sieveInverted)
		}
	}
	if a := p.tailBehind(m, i, hi, same); a.found() {
		return a
	}
	if same && c.lo > i && p.nextMark(i, c.lo) == c.lo && p.endsInverted(c.lo) { // “…” for it, said X
		return p.credit(p.apposed(p.inverted(c.lo)), c, sieveInverted)
	}
	return p.tailCue(m, c, i, same)
}

// tailCue tries the first cue behind the marks, with a subject no further left
// than token i.
func (p *page) tailCue(m *Marked, c *cue, i int, same bool) attribution {
	if c.Form == lexicon.Gerund || c.passive && c.Lemma != "quote" {
		return attribution{}
	}
	s := p.subjectWithin(c.lo, i, 3)
	if s == none || p.phrases[s].lo < i {
		if inv := p.inverted(c.lo); inv != none && p.phrases[inv].kind == named {
			s = inv
		} else {
			return attribution{}
		}
	}
	direct := endsClause(withoutMarks(m.Inner.In(p.src)))
	switch {
	case !same && !p.bareAttribution(m, c, s, i):
		return attribution{}
	case !direct && same && !p.is(i-1, ",", "—", "–", "--") && !p.endsWith(m, "?", "!") && !(p.isClause(m) && p.phrases[s].lo == i && (c.lo == p.phrases[s].hi || p.startsSentence(m) && p.is(p.phrases[s].hi, ",") && p.is(c.lo-1, ","))):
		return attribution{}
	case c.Strength == 1 && c.lo-p.phrases[s].hi > 2, p.relative(c) && p.phrases[s].lo > i, p.is(c.hi, "that") && p.endsWith(m, "."):
		return attribution{}
	}
	if p.phrases[s].lo == i && p.skipAdverbs(p.phrases[s].hi) == c.lo {
		return p.creditRight(m, s, c, sieveTail)
	}
	return p.credit(s, c, sieveTail)
}

// creditRight is credit where no more than the verb of cue c and phrase k stand right
// behind the words in marks: whatever noun that is, it says them, "“…,” one attendee asked".
func (p *page) creditRight(m *Marked, k int, c *cue, sieve string) attribution {
	sure := *c
	if t := p.at(p.phrases[k].hi - 1); p.phrases[k].kind == thing && c.Strength == 2 && p.endsWith(m, ",", "?", "!") && (t.pos == "NN" || t.pos == "NNS") {
		sure.Strength = 3
	}
	return p.credit(k, &sure, sieve)
}

func (p *page) endsWith(m *Marked, ends ...string) bool {
	in := m.Inner.In(p.src)
	for _, e := range ends {
		if len(in) >= len(e) && in[len(in)-len(e):] == e {
			return true
		}
	}
	return false
}

// bareAttribution reports whether the sentence of cue c, with its subject s
// first, says no more than who spoke: it belongs to the quotation before it.
func (p *page) bareAttribution(m *Marked, c *cue, s, i int) bool {
	st := p.sentences[c.sentence]
	most := 16
	if p.endsWith(m, "!", "?") && p.startsSentence(m) {
		most = 45
	}
	if st.lo != i || p.phrases[s].lo > i+1 || st.hi-st.lo > most {
		return false
	}
	end := c.hi
	back := p.is(end, "back") // "Venn shot | back"
	if back || p.is(end, "out") {
		end++ // "Venn pointed | out"
	}
	n := p.at(p.skipAdverbs(end))
	if n.mark != 0 || c.Strength < 2 && !back || p.is(end, ",", ":") && p.at(end+1).mark != 0 {
		return false // "Venn answered, | “…”"
	}
	if n.phrase != 0 && p.phrases[n.phrase-1].kind == timely {
		return true
	}
	if p.is(end, "after", "when", "as", "before", "while") && p.endsWith(m, "!", "?") {
		return true // "“…!” Mr. Venn wrote | after the vote."
	}
	return end >= st.hi-1 || n.lower == "." || n.lower == "," || n.pos == "IN" && !clauseWord(n.lower) || c.Takes('o') && n.phrase != 0 && p.closesAddressee(n.phrase-1, m)
}

// closesAddressee reports whether no more than when and where they were told it follows on
// those whom phrase k names: "“…?” Venn told | the crews and their kin on Friday, smiling."
func (p *page) closesAddressee(k int, m *Marked) bool {
	all := p.joint(k)
	i := p.reach(all[len(all)-1])
	t := p.at(i)
	switch {
	case p.is(i, ".", "in", "on"):
		return true
	case !p.endsWith(m, "!", "?") || t.mark != 0:
		return false
	}
	return p.is(i, ",", "after", "when", "as", "before", "while") || t.pos == "IN" && !clauseWord(t.lower) || t.phrase != 0 && p.phrases[t.phrase-1].kind == timely
}

// nextMark returns the index of the first token in [lo, hi) that stands in
// marks, hi if none does.
func (p *page) nextMark(lo, hi int) int {
	for i := lo; i < hi; i++ {
		if p.at(i).mark != 0 {
			return i
		}
	}
	return hi
}

// accordingTo credits the phrase behind "according to" at token i.
func (p *page) accordingTo(i int) attribution {
	k := p.at(i + 2).phrase
	if k == 0 || p.at(i+2).mark != 0 || p.phrases[k-1].kind == timely {
		return attribution{}
	}
	c := cue{CueForm: lexicon.CueForm{Cue: lexicon.Cue{Lemma: "according", Class: "say", Strength: 3}}, lo: i, hi: i + 2}
	if ph := p.phrases[k-1]; ph.hi == ph.lo+1 && p.is(ph.lo, "reports") { // hearsay: the text names nobody
		return attribution{sieve: sieveAccording, class: c.Class, cue: p.span(c.lo, c.hi), confidence: confidence[sieveAccording]}
	}
	return p.credit(p.apposed(k-1), &c, sieveAccording)
}

// credit makes an attribution to phrase k and those joined to it.
func (p *page) credit(k int, c *cue, sieve string) attribution {
	if n := p.at(p.phrases[k].hi+1).phrase - 1; p.isOneOf(k) && n >= 0 && p.namesOneOf(n) {
		k = n
	} else if p.isOneOf(k) {
		k = p.apposed(k)
	}
	k = p.describesName(k)
	if n := p.at(p.phrases[k].hi + 1).phrase; n != 0 && p.is(p.phrases[k].hi, "and", "&") && p.oneTitle(k, n-1) {
		k = n - 1
	}
	ph := p.phrases[k]
	if ph.kind == thing && !p.oneOfPeople(k) && (c.Strength < 3 && (paper(p.at(ph.hi-1).lower) == "" || c.Lemma != "read") || sieve == sieveColon) {
		return attribution{}
	}
	a := attribution{phrases: p.joint(k), sieve: sieve, class: c.Class, confidence: confidence[sieve]}
	if c.hi > c.lo {
		a.cue = p.span(c.lo, c.hi)
	}
	a.at = p.whole(k)
	if last := a.phrases[len(a.phrases)-1]; last != k {
		a.at = a.at.Cover(p.whole(last))
	}
	return a
}
