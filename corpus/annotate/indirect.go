package annotate

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// reported is speech without marks, or with marks on a part of it.
type reported struct {
	attribution
	content text.Span
}

// indirect finds the speech the reporter tells in his own words: a cue with a
// clause behind it ("said the port would close"), before it ("The port would
// close, she said"), or on both sides ("The port, she said, would close").
func (p *page) indirect() []reported {
	var out []reported
	for k := range p.cues {
		c := &p.cues[k]
		if r, ok := p.toldBy(c); ok {
			out = append(out, r)
		}
	}
	for i := range p.tokens {
		if p.is(i, "according") && p.is(i+1, "to") && p.at(i).mark == 0 {
			if r, ok := p.toldAccording(i); ok {
				out = append(out, r)
			}
		}
	}
	return p.settle(out)
}

// toldBy reads the clause that cue c reports, if it reports one.
func (p *page) toldBy(c *cue) (reported, bool) {
	if c.passive || c.Strength == 1 || p.isUnreal(c) {
		return reported{}, false
	}
	st := p.sentences[c.sentence]
	s := p.subjectWithin(c.lo, p.lastMarkBefore(st.lo, c.lo), 6)
	if s == none && c.lo > st.lo && p.at(c.lo-1).mark == 0 {
		s = p.subject(c.lo)
	}
	if r, ok := p.toldBehind(c, s, st.hi); ok {
		return r, true
	}
	return p.toldBefore(c, s, st.lo)
}

// toldBehind reads "said (that) the port would close".
func (p *page) toldBehind(c *cue, s, hi int) (reported, bool) {
	if s == none {
		return reported{}, false
	}
	lo, ok := p.contentStart(c, hi)
	if !ok {
		lo, ok = p.gapStart(c, s)
	}
	if !ok {
		return reported{}, false
	}
	end := p.contentEnd(c, lo, hi)
	if from := p.phrases[s].lo - 1; p.is(from, "before", "after", "when", "while", "as", "since") {
		end = p.firstComma(lo, end)
	}
	if !p.enough(lo, end) || p.carries(c) {
		return reported{}, false
	}
	a := p.credit(s, c, sieveHead)
	return reported{a, p.clauseSpan(lo, end)}, a.found() && !p.is(p.phrases[s].lo, "you", "we", "i", "one")
}

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
	return c.Class == "report" && p.is(p.skipHelpers(c.lo-1, p.sentences[c.sentence].lo), "which")
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
	case c.Takes('n') && c.Class == "call":
		return i, p.callsSomething(i, hi)
	case c.Takes('x'):
		return i, t.phrase != 0 || t.lower == "of"
	case c.Takes('t') && c.Strength == 3 && t.phrase != 0, c.Takes('t') && c.Class == "deny" && t.phrase != 0:
		return i, true
	}
	return 0, false
}

// saysNoMore reports whether nothing that could be said follows the cue: the
// sentence ends, or a comma or an adjunct stands there.
func (p *page) saysNoMore(c *cue, sieve string, hi int) bool {
	i := c.hi
	if sieve == sieveInverted {
		return true
	}
	if c.Takes('o') && p.at(i).phrase != 0 {
		i = p.reach(p.at(i).phrase - 1)
	}
	i = p.skipAdjuncts(i, hi)
	return i >= hi || p.at(i).Kind >= text.Mark || clauseWord(p.at(i).lower) || p.at(i).pos == "CC" || p.at(i).pos == "VBG" || p.at(i).pos == "VBN" || p.at(i).pos == "VBD"
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

// callsSomething reports whether what follows a cue like "called" at token i
// is its object and what that is called: "the plan a folly".
func (p *page) callsSomething(i, hi int) bool {
	k := p.at(i).phrase
	if k == 0 || p.at(i).mark != 0 {
		return false
	}
	j := p.reach(k - 1)
	t := p.at(j)
	return j < hi && (t.mark != 0 || t.phrase != 0 || t.pos == "JJ" || p.is(j, "as"))
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
		if (t.lower == "and" || t.lower == "but") && (p.cueAt(p.skipAdverbs(i+1)) || p.anotherSpeaks(i+1)) {
			return i
		}
	}
	for hi > lo && (p.at(hi-1).Kind == text.Punct && p.at(hi-1).mark == 0 && !p.is(hi-1, ")", "%", "$")) {
		hi--
	}
	return hi
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

// enough reports whether tokens [lo, hi) hold enough words outside marks to be
// a report of their own.
func (p *page) enough(lo, hi int) bool {
	n := 0
	for i := lo; i < hi; i++ {
		if t := p.at(i); t.mark == 0 && t.Kind <= text.Number {
			n++
		}
	}
	return n >= 3
}

// toldBefore reads "The port would close, she said" and, where the sentence
// goes on, "The port, she said, would close".
func (p *page) toldBefore(c *cue, s, lo int) (reported, bool) {
	if c.Form == lexicon.Gerund || c.Form == lexicon.Base || !c.Takes('c') && !c.Takes('d') {
		return reported{}, false
	}
	start, sieve := none, sieveTail
	if s != none && p.at(p.phrases[s].lo-1).mark == 0 {
		start = p.phrases[s].lo
	}
	if start == none || start <= lo || !p.is(start-1, ",") {
		inv := p.inverted(c.lo)
		if inv == none || !p.is(c.lo-1, ",") || p.phrases[inv].kind == thing {
			return reported{}, false
		}
		s, start, sieve = inv, c.lo, sieveInverted
	}
	end := start - 1
	hi := p.sentences[c.sentence].hi
	a := p.credit(s, c, sieve)
	switch {
	case p.wholeQuote(lo, end):
		return reported{}, false
	case p.goesOn(c, s, sieve, hi) && p.clauseIn(c.hi, hi) && p.isAdjunct(lo, end):
		from := c.hi
		for !p.is(from, ",") {
			from++
		}
		to := p.contentEnd(c, from+1, hi)
		return reported{a, p.clauseSpan(from+1, to)}, a.found() && p.enough(from+1, to) && p.clauseFollows(from+1, hi)
	case p.goesOn(c, s, sieve, hi) && p.clauseIn(c.hi, hi):
		return reported{a, p.clauseSpan(lo, p.trimStop(hi))}, a.found()
	case p.enough(lo, end) && p.clauseIn(lo, end) && p.saysNoMore(c, sieve, hi):
		return reported{a, p.clauseSpan(lo, end)}, a.found()
	}
	return reported{}, false
}

func (p *page) trimStop(hi int) int {
	if p.at(hi-1).Kind == text.Punct {
		return hi - 1
	}
	return hi
}

func (p *page) clauseIn(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if t := p.at(i); t.isFinite() {
			return true
		}
	}
	return false
}

// goesOn reports whether the reported clause goes on behind the cue: a comma
// stands right behind it, and no more than an adjunct between.
func (p *page) goesOn(c *cue, s int, sieve string, hi int) bool {
	i := c.hi
	if sieve == sieveInverted {
		i = p.reach(s)
	}
	i = p.skipAdjuncts(i, hi)
	if !p.is(i, ",") || i+2 >= hi {
		return false
	}
	if f, ok := lexicon.CueOf(p.at(i + 1).lower); ok && f.Form == lexicon.Gerund {
		return false
	}
	t := p.at(i + 1)
	switch {
	case t.mark != 0 || t.pos == "VBG" || t.lower == "who" || t.lower == "which" || t.lower == "according":
		return false
	case t.phrase != 0:
		return p.clauseFollows(i+1, hi) && p.phrases[t.phrase-1].kind != timely
	}
	return t.isVerb() || t.isAdverb() || t.pos == "IN" || t.lower == "to" || t.pos == "CC"
}

// toldAccording reads "according to X, …" and "…, according to X".
func (p *page) toldAccording(i int) (reported, bool) {
	a := p.accordingTo(i)
	if !a.found() {
		return reported{}, false
	}
	st := p.sentences[p.at(i).sentence]
	lo, hi := st.lo, i
	if i-st.lo < 3 {
		lo, hi = p.reach(p.at(i+2).phrase-1), p.trimStop(st.hi)
		for lo < hi && !p.is(lo, ",") {
			lo++
		}
		lo++
	}
	for hi > lo && p.is(hi-1, ",") {
		hi--
	}
	if lo >= hi || !p.enough(lo, hi) {
		return reported{}, false
	}
	return reported{a, p.clauseSpan(lo, hi)}, true
}

// clauseSpan returns the bytes of tokens [lo, hi), widened to whole pairs of
// marks at its ends.
func (p *page) clauseSpan(lo, hi int) text.Span {
	s := p.span(lo, hi)
	if k := p.at(hi - 1).mark; k != 0 && hi > lo {
		s.End = max(s.End, p.marks[k-1].Outer.End)
	}
	return s
}

// settle sorts the reports and drops each that another holds: the outermost
// report of a sentence stands, as in "X said Y had promised Z".
func (p *page) settle(rs []reported) []reported {
	var out []reported
	for i, r := range rs {
		held := r.content.Empty()
		for j, o := range rs {
			if i != j && o.content.Contains(r.content) && (o.content != r.content || j < i) {
				held = true
			}
		}
		if !held {
			out = append(out, r)
		}
	}
	sortReported(out)
	return out
}

func sortReported(rs []reported) {
	for i := 1; i < len(rs); i++ {
		for j := i; j > 0 && rs[j].content.Start < rs[j-1].content.Start; j-- {
			rs[j], rs[j-1] = rs[j-1], rs[j]
		}
	}
}

func (r *resolver) indirectQuote(t *reported) news.Quote {
	q := news.Quote{Span: t.content, Outer: t.content, Kind: news.Indirect, Context: r.context(t.content)}
	r.attach(&q, &t.attribution)
	return q
}
