package annotate

import "verbatim/corpus/text"

// signature credits the name that a dash leads to in a line of its own behind a
// paragraph that is all quotation.
func (p *page) signature(m *Marked) attribution {
	lo := p.tokenAt(m.Outer.End)
	if !p.startsSentence(m) || lo >= len(p.tokens) {
		return attribution{}
	}
	st := p.sentences[p.at(lo).sentence]
	name := lo
	for name < st.hi && isDash(p.at(name).lower) {
		name++
	}
	if st.lo != lo || st.paragraph != m.Paragraph+1 || p.clauseIn(lo, st.hi) && !p.signsTalking(name) {
		return attribution{}
	}
	if name > lo {
		return p.signed(name, st.hi)
	}
	if !p.isByline(lo, st.hi) {
		return attribution{}
	}
	if a := p.signed(lo, st.hi); a.found() {
		return a
	}
	ph := p.phrases[p.at(lo).phrase-1]
	return p.signedBy(p.span(ph.lo, ph.hi))
}

// signsTalking reports whether the name at token i signs with what its bearer was doing:
// "— | Mara Venn | talking to the Gull of those who knew".
func (p *page) signsTalking(i int) bool {
	k := p.at(i).phrase - 1
	return k >= 0 && p.isNamedPerson(k) && p.is(p.phrases[k].hi, "talking", "speaking")
}

// longestByline is how many tokens a line has at most that signs with a name and
// whom it writes for.
const longestByline = 12

// isByline reports whether the line of tokens [lo, hi) is no more than a name and,
// behind a comma, that of a paper: "Mara Venn, Harbour Gazette".
func (p *page) isByline(lo, hi int) bool {
	k := p.at(lo).phrase - 1
	if k < 0 || hi-lo > longestByline || p.phrases[k].hi-lo < 2 || !p.is(p.phrases[k].hi, ",") || p.is(hi-1, ".", ":") {
		return false
	}
	from := p.phrases[k].hi + 1
	for i := lo; i < hi; i++ {
		if i == from-1 {
			continue
		}
		if t := p.at(i); t.Kind != text.Upper && !p.is(i, "of", "the", "and", "&") || t.mark != 0 {
			return false
		}
	}
	return from < hi && isPress(p.span(from, hi).In(p.src))
}

// signedInBrackets credits the name that a bracket right behind a whole sentence in
// marks begins with: "“…” (Mara Venn, harbour minister)".
func (p *page) signedInBrackets(m *Marked, lo, hi int) attribution {
	k := p.at(lo+1).phrase - 1
	if !p.is(lo, "(") || k < 0 || !p.isNamedPerson(k) && (!p.isPressPhrase(k) || p.isTitleCase(m)) || !p.startsSentence(m) || !p.isClause(m) || !endsClause(m.Inner.In(p.src)) {
		return attribution{}
	}
	for i := lo + 1; i < hi; i++ {
		if p.is(i, ")") {
			break
		}
		if t := p.at(i); t.mark != 0 || t.isFinite() {
			return attribution{}
		}
	}
	if !p.is(p.phrases[k].hi, ",", ")") {
		return attribution{}
	}
	return p.credit(k, &cue{}, sieveSigned)
}

// signed credits the name behind a dash: "…" — Mara Venn, harbour minister.
func (p *page) signed(i, hi int) attribution {
	k := p.at(i).phrase
	if k == 0 || p.phrases[k-1].kind != named || !p.isPerson(p.phrases[k-1].entity) {
		return attribution{}
	}
	if j := p.phrases[k-1].hi; j < hi && !p.is(j, ",", "(", ".", "—", "on", "during", "in", "at", "to", "after", "talking", "speaking") && !(p.is(j, "and") && p.at(j+1).phrase != 0 && p.isNamedPerson(p.at(j+1).phrase-1) && !p.clauseIn(i, hi)) {
		return attribution{}
	}
	return p.credit(k-1, &cue{}, sieveSigned)
}
