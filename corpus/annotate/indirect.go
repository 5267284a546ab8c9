package annotate

import (
	"cmp"
	"slices"

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
func (p *page) indirect() ([]reported, []carriage) {
	out := p.turns()
	for k := range p.cues {
		c := &p.cues[k]
		if r, ok := p.toldBy(c); ok {
			out = append(out, r)
		}
	}
	for k := range p.unsaid {
		if r, ok := p.unsaidBy(&p.unsaid[k]); ok {
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
	for m := range p.marks {
		if r, ok := p.toldAs(m); ok {
			out = append(out, r)
		}
	}
	for i := range p.tokens {
		if r, ok := p.toldByNoun(i); ok {
			out = append(out, r)
		}
		if r, ok := p.threatenedBy(i); ok {
			out = append(out, r)
		}
		if r, ok := p.answeredBy(i); ok {
			out = append(out, r)
		}
	}
	sortReported(out)
	out, carried := p.carry(out)
	return p.believable(p.learned(p.settle(p.withDeeds(out)))), carried
}

// toldBy reads the clause that cue c reports, if it reports one.
func (p *page) toldBy(c *cue) (reported, bool) {
	if c.passive || p.at(c.lo).pos == "VBN" && p.is(c.lo-1, "as") {
		return p.toldPassive(c)
	}
	via, made := p.takesTo(c), p.madeTo(c)
	if p.isUnreal(c) && via == none && made == none || p.onlyMight(c) || (c.Class == "rule" || c.Class == "promise") && p.at(p.skipBackAdverbs(c.lo-1)).pos == "MD" || c.Form == lexicon.Base && p.at(c.lo).pos == "VB" && p.is(c.lo-1, "or") {
		return reported{}, false
	}
	st := p.sentences[c.sentence]
	s := p.whoTells(c, st.lo, via, made)
	who, by, quoted := p.quotedAs(c.lo)
	if quoted {
		s = who
	}
	if o := p.openingSubject(c, st); s == none || o != none && p.is(c.lo-1, "and") {
		s = o
	}
	s = p.whoWas(c, p.allWho(c, s))
	if s != none && (p.nobody(s) || p.supposed(c.lo, s) || p.asksWhether(s) || p.believedBy(c, s) || p.concludesNow(c, s) || p.onlyRaises(c, s) || p.chargesFee(c)) {
		return reported{}, false
	}
	if r, ok := p.toldWhat(c, s); ok {
		return r, true
	}
	if r, ok := p.toldAbout(c, s, st.hi); ok {
		return r, true
	}
	if r, ok := p.toldOf(c, s, st.hi); ok || c.Strength == 1 && !p.shows(c, s) {
		if !ok {
			r, ok = p.toldRound(c, s, st.hi)
		}
		if !ok && c.Lemma == "put" {
			return p.toldAside(c, s, st)
		}
		return r, ok
	}
	if r, ok := p.toldBehind(c, s, st.hi); ok {
		if quoted {
			r.carriers = carriersOf(by)
		}
		return r, true
	}
	if r, ok := p.toldAside(c, s, st); ok {
		return r, true
	}
	if r, ok := p.toldBefore(c, s, st.lo); ok {
		return r, true
	}
	return p.toldRound(c, s, st.hi)
}

// leastWords returns how many words outside marks a report of cue c has, whose
// content begins at lo: "called Venn “a fraud”" is one with a single word,
// "denied the charge" with two.
func (p *page) leastWords(c *cue, lo int) int {
	k := p.at(lo).phrase
	switch {
	case c.Takes('n') && k != 0 && p.phrases[k-1].kind == pronoun:
		return 2
	case c.Takes('n'):
		return 1
	case c.Lemma == "deny" && c.Form != lexicon.Gerund && k != 0 && p.phrases[k-1].kind == thing && p.is(p.phrases[k-1].hi-1, "wrongdoing", "involvement", "responsibility", "guilt", "collusion", "liability", "knowledge"):
		return 1
	case c.Class == "deny" && k != 0 && lexicon.CueNoun(p.at(p.phrases[k-1].hi-1).lower) != "":
		return 2
	}
	return 3
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
	switch from := p.phrases[s].lo - 1; {
	case p.opensRelatively(c):
		end = p.openingEnd(lo, end, false)
	case p.hangs(s) && c.Takes('n') && p.nextMark(lo, end) < end:
		end = p.subordinateEnd(p.nextMark(lo, end), end)
	case p.hangs(s) && !(p.is(lo, "that") && p.is(lo-1, ",")):
		end = p.subordinateEnd(lo, end)
	case p.inOpening(c):
		end = p.openingEnd(lo, end, false)
	case c.Form == lexicon.Gerund && p.concludes(c, s):
		return reported{}, false
	case c.Form == lexicon.Gerund && (p.phrases[s].lo > c.lo || p.at(from).pos == "IN" || p.is(c.lo-1, "despite", "while")):
		end = p.openingEnd(lo, end, (c.Takes('t') || c.Class == "promise") && p.at(lo).phrase != 0)
	}
	if p.namesOnly(c, s) || p.onlyNamed(c, lo, end) || p.saysNothing(c, lo, end) || !p.enough(lo, end, p.leastWords(c, lo)) || p.carries(c) || p.leadsToQuote(lo, end) {
		return reported{}, false
	}
	a := p.credit(s, c, sieveHead)
	return reported{a, p.clauseSpan(lo, end)}, a.found() && !p.isWriter(s)
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

// toldBefore reads "The port would close, she said" and, where the sentence
// goes on, "The port, she said, would close".
func (p *page) toldBefore(c *cue, s, lo int) (reported, bool) {
	if c.Form == lexicon.Gerund || c.Form == lexicon.Base && p.at(c.lo).pos != "VBP" || !c.Takes('c') && !c.Takes('d') || c.Takes('n') || p.is(c.hi, ":") {
		return reported{}, false
	}
	start, sieve := none, sieveTail
	if s != none && (p.at(p.phrases[s].lo-1).mark == 0 || p.closesClause(p.phrases[s].lo)) {
		start = p.phrases[s].lo
		if k := p.at(start - 2).phrase; p.is(start-1, "as") && k != 0 && p.phrases[k-1].kind == description && p.at(start-2).mark == 0 {
			start = p.phrases[k-1].lo // "his predecessor as | mayor Mara Venn"
		}
		if p.is(start-1, "acting", "then", "outgoing", "incoming") && p.closesClause(start-1) {
			start-- // "the | acting | mayor, Mara Venn"
		}
	}
	if start == none || start <= lo || !p.closesClause(start) {
		inv := p.inverted(c.lo)
		if inv == none || !p.closesClause(c.lo) || p.phrases[inv].kind == thing || s != none && s != inv && p.tells(c) || p.onlyNames(lo, c.lo) {
			return reported{}, false
		}
		s, start, sieve = inv, c.lo, sieveInverted
	}
	end := start
	if p.is(start-1, ",") && p.at(start-1).mark == 0 {
		end--
	}
	hi := p.sentences[c.sentence].hi
	if p.isWriter(s) || p.is(p.phrases[s].lo, "who", "which") || sieve == sieveTail && (p.turnsAside(p.phrases[s].hi, c.lo) || p.doesElse(p.phrases[s].hi, c.lo)) || p.onlyDates(lo, end) && !p.goesOn(c, s, sieve, hi) {
		return reported{}, false
	}
	a := p.credit(s, c, sieve)
	switch {
	case p.is(c.hi, ",") && p.at(c.hi+1).pos == "VBG" && p.isAdjunct(lo, end) && p.clauseFollows(c.hi+1, hi) && !p.reporterAgain(c.hi+1, hi):
		to := p.contentEnd(c, c.hi+1, hi)
		return reported{a, p.clauseSpan(c.hi+1, to)}, a.found() && p.enough(c.hi+1, to, 3) // "But, she said, | lifting it is"
	case p.wholeQuote(lo, end), p.is(c.hi, ",") && p.at(c.hi+1).mark != 0 && (p.at(lo).pos == "IN" || p.at(lo).pos == "VBG"):
		return reported{}, false
	case p.goesOn(c, s, sieve, hi) && p.clauseIn(c.hi, hi) && p.isAdjunct(lo, end):
		from := c.hi
		for !p.is(from, ",") {
			from++
		}
		to := p.contentEnd(c, from+1, hi)
		return reported{a, p.clauseSpan(from+1, to)}, a.found() && p.enough(from+1, to, 3) && p.clauseFollows(from+1, hi)
	case p.goesOn(c, s, sieve, hi) && p.clauseIn(c.hi, hi):
		return reported{a, p.clauseSpan(lo, p.endFrom(c, content{lo: lo, clause: true}, p.skipAdjuncts(c.hi, hi)+1, hi))}, a.found()
	case (p.goesOnInMarks(c, s, sieve, hi) || p.goesOn(c, s, sieve, hi) && p.is(p.firstComma(c.hi, hi)+1, "for", "to", "with")) && p.clauseIn(lo, end):
		return reported{a, p.clauseSpan(lo, p.trimStop(hi))}, a.found()
	case p.enough(lo, end, 3) && (p.clauseIn(lo, end) || p.beganByPast(lo, end)) && p.saysNoMore(c, sieve, hi):
		return reported{a, p.clauseSpan(lo, end)}, a.found()
	}
	return reported{}, false
}

// beganByPast reports whether a clause whose verb the tagger takes for a participle begins
// at token lo: "The port | lost 900 boats".
func (p *page) beganByPast(lo, end int) bool {
	k := p.at(lo).phrase
	if k == 0 || p.at(lo).mark != 0 {
		return false
	}
	j := p.skipAdverbs(p.reach(k - 1))
	return j < end && p.at(j).pos == "VBN" && p.at(j).mark == 0 && p.hasObject(j)
}

// closesClause reports whether a clause of the reporter's ends before token i:
// with a comma, or with a fragment in marks that ends in one.
func (p *page) closesClause(i int) bool {
	k := p.at(i - 1).mark
	if k == 0 {
		return p.is(i-1, ",")
	}
	return p.behindComma(i) && !p.isClause(&p.marks[k-1])
}

// onlyNames reports whether tokens [lo, hi) are a name or description and what
// is set beside it, with no verb of their own: "Venn, the head of the fund,
// which pays the crews, | said".
func (p *page) onlyNames(lo, hi int) bool {
	k := p.at(lo).phrase
	if k == 0 || p.phrases[k-1].kind == thing || p.at(lo).mark != 0 {
		return false
	}
	j := p.reach(k - 1)
	return p.is(j, ",") && !p.anotherClause(j+1) && !p.mainVerb(lo, hi)
}

// turnsAside reports whether a relative clause begins in tokens [lo, hi), so
// that a cue behind them does not end the sentence: "…, a man who had said".
func (p *page) turnsAside(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if p.is(i, "who", "which", "that", "whose") && !p.is(i-1, ",") {
			return true
		}
	}
	return false
}

// onlyDates reports whether tokens [lo, hi) are one clause that hangs on what
// the reporter tells next: "When asked about the gates, | Venn said".
func (p *page) onlyDates(lo, hi int) bool {
	for p.is(lo, "but", "and", "so", "yet", "then") || p.at(lo).isAdverb() && p.at(lo).lower != "when" {
		lo++
	}
	if n := p.behindSpan(lo); p.is(n, "after", "before", "as") {
		lo = n
	}
	if f, ok := lexicon.CueOf(p.at(lo).lower); ok && f.Form == lexicon.Gerund && !p.at(lo+1).isFinite() {
		return p.openingEnd(lo, hi+2, true) >= hi
	}
	return p.is(lo, "when", "asked", "after", "before", "while", "although", "though", "as", "since", "pressed", "questioned", "speaking", "once") && p.subordinateEnd(lo, hi) == hi
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
	if c.Takes('o') && sieve == sieveTail && p.at(i).phrase != 0 {
		i = p.reach(p.at(i).phrase - 1)
	}
	i = p.skipAdjuncts(i, hi)
	if !p.is(i, ",") || i+2 >= hi {
		return false
	}
	if f, ok := lexicon.CueOf(p.at(i + 1).lower); ok && f.Form == lexicon.Gerund || p.reporterAgain(i+1, hi) {
		return false
	}
	t := p.at(i + 1)
	switch {
	case p.is(i+1, "as", "while", "after", "when") && p.mainVerb(i+2, hi) && p.firstComma(i+2, hi) == hi:
		return false
	case t.lower == "that" && p.at(p.skipAdverbs(i+2)).isFinite():
		return true
	case t.pos == "VBG" && lexicon.ReportExtent.Has(t.lower) && !p.is(i+1, "following", "according"):
		return true // ", the crews said, | including"
	case t.mark != 0 || t.pos == "VBG" || t.lower == "who" || t.lower == "which" || t.lower == "according":
		return false
	case t.phrase != 0:
		return p.clauseFollows(i+1, hi) && p.phrases[t.phrase-1].kind != timely
	}
	return t.isVerb() || t.isAdverb() || t.pos == "IN" || t.lower == "to" || t.pos == "CC" || t.pos == "EX"
}

// toldAccording reads "according to X, …", "…, according to X" and "…,
// according to X, …".
func (p *page) toldAccording(i int) (reported, bool) {
	a := p.accordingTo(i)
	if !a.found() || lexicon.ReportMeasure.Has(p.at(i+2).lower) || isPrinciple(p.headWord(i+2)) {
		return reported{}, false
	}
	st := p.sentences[p.at(i).sentence]
	behind, stop := p.reach(p.at(i+2).phrase-1), p.trimStop(st.hi)
	lo, hi := st.lo, i
	switch {
	case i-st.lo < 3, p.is(i-1, "but", ";") && p.is(behind, ","):
		lo, hi = p.behindSource(behind, stop), stop
	case p.is(i-1, "that", "which", "who") || p.is(i-1, ",") && p.is(i-2, "that", "which", "who") && p.is(behind, ","):
		if lo = behind; p.is(lo, ",") {
			lo++
		}
		hi = p.firstComma(lo, stop)
	case p.onlyFronts(lo, i) && p.behindSource(behind, stop) > behind && p.enough(p.behindSource(behind, stop), stop, 3):
		lo, hi = p.behindSource(behind, stop), stop
	case p.is(i-1, ",") && p.is(behind, ",") && (p.at(i-2).isAux() || p.at(behind+1).isFinite() || p.at(behind+1).isAux() || p.is(behind+1, "and") && p.clauseFollows(behind+2, stop) && !p.anotherSpeaks(behind+2, false) && !p.speaksAgain(behind+2) || p.is(behind+1, "and", "but") && p.goesOnSaidBy(behind+2)):
		hi = stop
	}
	for hi > lo && p.is(hi-1, ",") {
		hi--
	}
	if lo >= hi || !p.enough(lo, hi, 2) {
		return reported{}, false
	}
	return reported{a, p.clauseSpan(lo, hi)}, true
}

// goesOnSaidBy reports whether a second verb of the clause that "according to" stands in
// begins at token i: "the locks leaked, according to Venn, and | flooded".
func (p *page) goesOnSaidBy(i int) bool {
	i = p.skipAdverbs(i)
	if len(p.cuesIn(i, i+1)) > 0 || p.at(i).mark != 0 {
		return false
	}
	return p.at(i).isFinite() || p.at(i).pos == "VBN"
}

// behindSource returns the token behind the source of a leading "according
// to", whose name ends before lo: behind its comma, what is set beside the name
// left out, or at once where no comma follows.
func (p *page) behindSource(lo, hi int) int {
	i := lo
	for i < hi && !p.is(i, ",") && (!p.at(i).isFinite() || i == lo && p.at(i).pos == "VBD") {
		i++
	}
	if !p.is(i, ",") {
		return lo
	}
	if j := p.skipRelative(i, hi); j > i {
		return j
	}
	if k := p.at(i + 1).phrase; k != 0 && p.at(i+1).mark == 0 {
		if j := p.reach(k - 1); p.is(j, ",") && (p.phrases[k-1].kind == description || p.is(i+1, "a", "an")) && p.clauseFollows(j+1, hi) {
			return j + 1
		}
	}
	return i + 1
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

// settle drops each report, of a sorted list, that another holds with its speaker and cue: the outermost
// report of a sentence stands, as in "X said Y had promised Z".
func (p *page) settle(rs []reported) []reported {
	var out []reported
	var last text.Span // the longest so far
	for _, r := range rs {
		within := r.content.Start < last.End && last.Contains(r.cue) && last.Contains(r.at) && !r.cue.Empty()
		if r.content.End > last.End && !r.content.Empty() && !within {
			last, out = r.content, append(out, r)
		}
	}
	return out
}

// sortReported sorts reports by where they begin, the longest first.
func sortReported(rs []reported) {
	slices.SortStableFunc(rs, func(a, b reported) int {
		return cmp.Or(a.content.Start-b.content.Start, b.content.End-a.content.End)
	})
}

func (r *resolver) indirectQuote(t *reported) news.Quote {
	q := news.Quote{Span: t.content, Outer: t.content, Kind: news.Indirect, Context: r.context(t.content)}
	r.attach(&q, &t.attribution)
	return q
}
