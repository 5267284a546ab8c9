package annotate

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// The sieves, by the ids recorded on quotes, in the order they are tried.
const (
	sieveTail      = "tail"      // "…," X said
	sieveInverted  = "inverted"  // "…," said X
	sieveHead      = "head"      // X said: "…"; X said the plan was "…"
	sieveAccording = "according" // according to X, "…"
	sieveNoun      = "noun"      // X's claim that "…"
	sieveColon     = "colon"     // X: "…"
	sieveSigned    = "signed"    // "…" — X
	sieveRunsOn    = "runs-on"   // the paragraph goes on with the quotation of another
	sieveRun       = "run"       // "…," X said. "…"
	sieveLead      = "lead"      // X stood firm. "…"
	sieveAlone     = "alone"     // a paragraph of nothing but a quotation
	sieveReport    = "report"    // a fragment in a clause that is reported as a whole
	sieveOnly      = "only"      // the only one the sentence tells of
)

// confidence of each sieve: the share of its speakers that were right on the
// visible gold sets.
var confidence = map[string]float64{
	sieveTail: 0.97, sieveInverted: 0.97, sieveHead: 0.95, sieveAccording: 0.95, sieveColon: 0.9, sieveSigned: 0.9, sieveNoun: 0.85,
	sieveRunsOn: 0.95, sieveRun: 0.93, sieveLead: 0.8, sieveAlone: 0.8, sieveReport: 0.93, sieveOnly: 0.6,
}

// attribute finds the speaker of each pair of marks: first by the words of its
// own sentence, then by its neighbours.
func (p *page) attribute(told []reported) []attribution {
	out := make([]attribution, len(p.marks))
	for i := range p.marks {
		out[i] = p.own(&p.marks[i])
	}
	p.inReports(out, told)
	for i := range p.marks {
		if !out[i].found() {
			out[i] = p.fromNeighbours(out, i)
		}
	}
	for i := len(p.marks) - 1; i >= 0; i-- {
		if !out[i].found() {
			out[i] = p.fromNext(out, i)
		}
	}
	for i := range p.marks {
		if !out[i].found() {
			out[i] = p.fromNeighbours(out, i)
		}
		if !out[i].found() {
			out[i] = p.onlyOne(&p.marks[i])
		}
	}
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

// own tries the sieves that read the quote's own sentence. Words that begin
// like a sentence look behind themselves first, fragments before.
func (p *page) own(m *Marked) attribution {
	if (p.isClause(m) || p.startsSentence(m)) && !p.introduced(m) {
		if a := p.tail(m); a.found() {
			return a
		}
		return p.head(m)
	}
	if a := p.head(m); a.found() {
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
	if lo >= hi || m.RunsOn {
		return attribution{}
	}
	i := lo
	for i < hi && p.is(i, ",", "—", "–", "-", "--", ";") {
		i++
	}
	if i == hi || p.at(i).mark != 0 || p.at(i).pos == "CC" || p.is(i, "while", "although", "though", "whereas", "as", "when", "after", "before", "because", "which", "who") {
		return attribution{}
	}
	hi = p.nextMark(i, hi)
	if i > lo && p.is(i-1, "—", "–", "-", "--") && len(p.cuesIn(i, hi)) == 0 {
		return p.signed(i, hi)
	}
	if p.is(i, "according") && p.is(i+1, "to") {
		return p.accordingTo(i)
	}
	cues := p.cuesIn(i, hi)
	for k := range cues {
		c := &cues[k]
		if c.lo == i && !c.passive && c.Form != lexicon.Gerund {
			if s := p.inverted(c.lo); s != none {
				return p.credit(p.apposed(s), c, sieveInverted)
			}
		}
		if a := p.tailCue(m, c, i, same); a.found() {
			return a
		}
		return attribution{}
	}
	return attribution{}
}

// signed credits the name behind a dash: "…" — Mara Venn, harbour minister.
func (p *page) signed(i, hi int) attribution {
	k := p.at(i).phrase
	if k == 0 || p.phrases[k-1].kind != named || !p.isPerson(p.phrases[k-1].entity) {
		return attribution{}
	}
	if j := p.phrases[k-1].hi; j < hi && !p.is(j, ",", "(", ".", "—", "on") {
		return attribution{}
	}
	return p.credit(k-1, &cue{}, sieveSigned)
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
	direct := endsClause(m.Inner.In(p.src))
	switch {
	case !same && !p.bareAttribution(c, s, i):
		return attribution{}
	case !direct && same && !p.is(i-1, ",", "—", "–", "--") && !p.endsWith(m, "?", "!") && !(p.isClause(m) && p.phrases[s].lo == i && c.lo == p.phrases[s].hi):
		return attribution{}
	case c.Strength == 1 && c.lo-p.phrases[s].hi > 2:
		return attribution{}
	}
	return p.credit(s, c, sieveTail)
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
func (p *page) bareAttribution(c *cue, s, i int) bool {
	st := p.sentences[c.sentence]
	if st.lo != i || p.phrases[s].lo > i+1 || st.hi-st.lo > 16 {
		return false
	}
	n := p.at(c.hi)
	if n.mark != 0 || c.Strength < 2 {
		return false
	}
	return c.hi >= st.hi-1 || n.lower == "." || n.lower == "," || n.pos == "IN" && !clauseWord(n.lower) || c.Takes('o') && n.phrase != 0 && p.is(p.phrases[n.phrase-1].hi, ".", "in", "on")
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

// head reads what stands before the marks in their sentence, nearest cue
// first.
func (p *page) head(m *Marked) attribution {
	lo, hi := p.before(m)
	if hi == lo {
		return attribution{}
	}
	if a := p.colon(m, lo, hi); a.found() {
		return a
	}
	cues := p.cuesIn(lo, hi)
	for k := len(cues) - 1; k >= 0; k-- {
		c := &cues[k]
		if p.breaksClause(c.hi, hi) {
			break
		}
		if a := p.nounCue(c.hi, hi); a.found() && !c.Takes('n') {
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
	return p.leadingAccording(lo, hi)
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
		says := p.is(i+1, "that", "(", ":") || i+1 == hi
		for j := p.phrases[k].lo; says && j+1 < i; j++ {
			if p.at(j).mention != 0 && p.at(j+1).pos == "POS" {
				return p.creditEntity(p.at(j).mention-1, p.span(p.phrases[k].lo, j+1), &c)
			}
		}
		if p.is(i+1, "that") {
			return p.nounSubject(k, lo, &c)
		}
	}
	return attribution{}
}

// nounSubject credits the subject of the verb whose object is the cue noun
// phrase k.
func (p *page) nounSubject(k, lo int, c *cue) attribution {
	v := p.phrases[k].lo - 1
	if v < lo || !p.at(v).isFinite() || p.at(v).mark != 0 {
		return attribution{}
	}
	s := p.subjectWithin(v, lo, 6)
	if s == none || p.phrases[s].kind == thing {
		return attribution{}
	}
	return p.credit(s, c, sieveNoun)
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

// headCue tries one cue before the marks.
func (p *page) headCue(m *Marked, c *cue, lo, hi int) attribution {
	gap := hi - c.hi
	switch {
	case c.Strength == 1 && gap > 3 && !p.is(hi-1, ":"), p.isUnreal(c) && (c.Strength < 3 || len(p.cuesIn(lo, c.lo)) > 0):
		return attribution{}
	case c.Frames == "d" && c.Strength == 1 && c.Lemma != "go" && !p.isClause(m), p.isAside(c, lo):
		return attribution{}
	case c.passive:
		return p.agent(c, hi)
	case c.Form == lexicon.Participle && p.at(c.lo).pos == "VBN" && !p.at(c.lo-1).isAux() && !p.at(c.lo-1).isAdverb():
		if a := p.agent(c, hi); a.found() {
			return a
		}
	}
	from := lo
	if k := p.lastMarkBefore(lo, c.lo); k > lo && c.Form != lexicon.Gerund {
		from = k
	}
	s := p.subjectWithin(c.lo, from, 6)
	if s == none && from > lo || s == none {
		if inv := p.inverted(c.lo); inv != none && (c.lo == lo || p.at(c.lo-1).mark != 0 || p.is(c.lo-1, ",") && p.at(c.lo-2).mark != 0) {
			return p.credit(p.apposed(inv), c, sieveInverted)
		}
		s = p.subjectWithin(c.lo, lo, 6)
	}
	if s == none {
		return attribution{}
	}
	return p.credit(s, c, sieveHead)
}

// isUnreal reports whether a cue tells of no saying: an infinitive ("to
// reject"), unless it carries on a verb of speech ("went on to say"), or a
// thought that only might be had ("can expect").
func (p *page) isUnreal(c *cue) bool {
	if c.Form != lexicon.Base && p.at(c.lo).pos != "VB" {
		return false
	}
	if c.Class == "think" {
		return true
	}
	return p.is(c.lo-1, "to") && !p.is(c.lo-2, "on", "continued", "continues", "rushed", "moved", "sought", "seeks", "quick", "appeared", "seemed", "used")
}

// isAside reports whether the cue's clause only dates or reasons that of an
// earlier cue: "questioned whether Congress, when it wrote the law, “meant to…".
func (p *page) isAside(c *cue, lo int) bool {
	s := p.subject(c.lo)
	if s == none || p.phrases[s].lo <= lo || c.Form == lexicon.Gerund {
		return false
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
	if c.Lemma == "quote" {
		if s := p.subject(c.lo); s != none {
			return p.credit(s, c, sieveHead)
		}
	}
	return attribution{}
}

// colon reads "X: “…”" and "X, the engineer: “…”", where no cue stands.
func (p *page) colon(m *Marked, lo, hi int) attribution {
	if !p.is(hi-1, ":") || hi-lo > 14 {
		return attribution{}
	}
	for i := lo; i < hi; i++ {
		if t := p.at(i); t.mark != 0 || t.isFinite() {
			return attribution{}
		}
	}
	k := p.at(lo).phrase
	if k == 0 || p.phrases[k-1].kind != named && p.phrases[k-1].kind != description {
		return attribution{}
	}
	return p.credit(k-1, &cue{}, sieveColon)
}

// credit makes an attribution to phrase k and those joined to it.
func (p *page) credit(k int, c *cue, sieve string) attribution {
	ph := p.phrases[k]
	if ph.kind == thing && (c.Strength < 3 || sieve == sieveColon) {
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

// inherit credits the speaker of another quote.
func inherit(a attribution, sieve string) attribution {
	a.sieve, a.cue, a.confidence = sieve, text.Span{}, a.confidence*confidence[sieve]
	return a
}

// fromNeighbours finds the speaker of quote i by what stands before it: the
// quotation it goes on with, one beside it, or the sentence that leads to it.
func (p *page) fromNeighbours(as []attribution, i int) attribution {
	m := &p.marks[i]
	if m.Continues && i > 0 && as[i-1].found() {
		return inherit(as[i-1], sieveRunsOn)
	}
	if !p.isClause(m) || !p.startsSentence(m) {
		return p.sameSentence(as, i)
	}
	if a := p.leadBefore(m); a.found() {
		return a
	}
	if i > 0 && p.marks[i-1].Paragraph == m.Paragraph {
		if as[i-1].found() && p.isClause(&p.marks[i-1]) {
			return inherit(as[i-1], sieveRun)
		}
		if as[i-1].found() {
			return inherit(as[i-1], sieveLead)
		}
		return attribution{}
	}
	return p.alone(as, i)
}

// sameSentence credits a fragment to the speaker of the fragment before it in
// the same sentence.
func (p *page) sameSentence(as []attribution, i int) attribution {
	if i == 0 || !as[i-1].found() {
		return attribution{}
	}
	a, b := p.tokenAt(p.marks[i-1].Outer.Start), p.tokenAt(p.marks[i].Outer.Start)
	if b < len(p.tokens) && p.at(a).sentence == p.at(b).sentence && as[i-1].sieve != sieveTail {
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

// leadOf credits the subject of the last cue of sentence s that stands outside
// marks and behind them.
func (p *page) leadOf(s int) attribution {
	st := p.sentences[s]
	from := p.lastMarkBefore(st.lo, st.hi)
	cues := p.cuesIn(max(st.lo, from), st.hi)
	for k := len(cues) - 1; k >= 0; k-- {
		c := &cues[k]
		if c.passive || c.Strength < 2 {
			continue
		}
		if sub := p.subjectWithin(c.lo, from, 6); sub != none {
			return p.derive(p.credit(sub, c, sieveHead), sieveLead)
		}
	}
	return attribution{}
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
	if s < 0 || p.sentences[s].paragraph != m.Paragraph-1 {
		return attribution{}
	}
	if a := p.leadOf(s); a.found() {
		return p.derive(a, sieveAlone)
	}
	if i > 0 && p.marks[i-1].Paragraph == m.Paragraph-1 && as[i-1].found() {
		return inherit(as[i-1], sieveAlone)
	}
	return p.mainOf(s)
}

// mainOf credits the subject of a sentence without cue, where it is a person.
func (p *page) mainOf(s int) attribution {
	st := p.sentences[s]
	k := p.firstSubject(st.lo, st.hi)
	if k == none || p.phrases[k].kind == thing {
		return attribution{}
	}
	c := cue{}
	return p.derive(p.credit(k, &c, sieveHead), sieveAlone)
}

// fromNext credits a quotation to the speaker of the next, where the two are
// one breath: it runs on into it, or only white space is between.
func (p *page) fromNext(as []attribution, i int) attribution {
	if i+1 >= len(as) || !as[i+1].found() {
		return attribution{}
	}
	m, n := &p.marks[i], &p.marks[i+1]
	if m.RunsOn && n.Continues {
		return inherit(as[i+1], sieveRunsOn)
	}
	gap := text.Span{Start: m.Outer.End, End: n.Outer.Start}
	if m.Paragraph == n.Paragraph && gap.Trim(p.src).Empty() && p.isClause(m) {
		return inherit(as[i+1], sieveRun)
	}
	return attribution{}
}

// onlyOne credits a fragment to the subject of its sentence where the reporter
// sets it off as that subject's word: "… decried the plan as “fake”".
func (p *page) onlyOne(m *Marked) attribution {
	lo, hi := p.before(m)
	if hi == lo || !p.is(hi-1, "as") {
		return attribution{}
	}
	k := p.firstSubject(lo, hi)
	if k == none || p.phrases[k].kind != named {
		return attribution{}
	}
	c := cue{}
	return p.derive(p.credit(k, &c, sieveHead), sieveOnly)
}
