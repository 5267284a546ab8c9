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
	out := p.turns()
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
	for i := range p.tokens {
		if r, ok := p.toldByNoun(i); ok {
			out = append(out, r)
		}
	}
	return p.learned(p.settle(out))
}

// toldByNoun reads "Venn's claim that the port was closed", "her warning that".
func (p *page) toldByNoun(i int) (reported, bool) {
	t := p.at(i)
	if t.mark != 0 || !t.isNoun() || t.phrase == 0 || !p.is(i+1, "that") || p.at(i+1).sentence != t.sentence {
		return reported{}, false
	}
	class := lexicon.CueNoun(t.lower)
	ph := p.phrases[t.phrase-1]
	if class == "" || ph.hi != i+1 {
		return reported{}, false
	}
	c := cue{CueForm: lexicon.CueForm{Cue: lexicon.Cue{Lemma: t.lower, Class: class, Strength: 2}}, lo: i, hi: i + 1, sentence: t.sentence}
	a := p.owner(t.phrase-1, &c)
	hi := p.sentences[t.sentence].hi
	if !a.found() || !p.clauseFollows(i+2, hi) {
		return reported{}, false
	}
	end := p.contentEnd(&c, i+1, hi)
	return reported{a, p.clauseSpan(i+1, end)}, p.enough(i+1, end, 4)
}

// owner credits who a noun phrase says its noun belongs to: a name with its
// possessive mark, or his, her, their.
func (p *page) owner(k int, c *cue) attribution {
	ph := p.phrases[k]
	for j := ph.lo; j+1 < ph.hi; j++ {
		if p.at(j).mention != 0 && p.at(j+1).pos == "POS" {
			return p.creditEntity(p.at(j).mention-1, p.span(ph.lo, j+1), c)
		}
	}
	if p.is(ph.lo, "his", "her") {
		a := p.creditEntity(none, p.span(ph.lo, ph.lo+1), c)
		a.entities, a.owned = nil, k+1
		return a
	}
	return attribution{}
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

// leastWords returns how many words outside marks a report of cue c has: "called
// Venn “a fraud”" is one with a single word.
func leastWords(c *cue) int {
	if c.Takes('n') {
		return 1
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
	if from := p.phrases[s].lo - 1; p.is(from, "before", "after", "when", "while", "as", "since") {
		end = p.firstComma(lo, end)
	}
	if !p.enough(lo, end, leastWords(c)) || p.carries(c) {
		return reported{}, false
	}
	a := p.credit(s, c, sieveHead)
	return reported{a, p.clauseSpan(lo, end)}, a.found() && !p.is(p.phrases[s].lo, "you", "we", "i", "one")
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
		return reported{a, p.clauseSpan(from+1, to)}, a.found() && p.enough(from+1, to, 3) && p.clauseFollows(from+1, hi)
	case p.goesOn(c, s, sieve, hi) && p.clauseIn(c.hi, hi):
		return reported{a, p.clauseSpan(lo, p.trimStop(hi))}, a.found()
	case p.enough(lo, end, 3) && p.clauseIn(lo, end) && p.saysNoMore(c, sieve, hi):
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
	if lo >= hi || !p.enough(lo, hi, 3) {
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
