package annotate

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
)

// maker returns those whom the words of phrase k, or those right behind it, name as
// the ones it comes from.
func (r *resolver) maker(k int) []int {
	ph := r.phrases[k]
	if e := r.possessor(ph); e >= 0 {
		return []int{e}
	}
	if e := r.namedBeforeHead(ph); e >= 0 {
		return []int{e}
	}
	if e := r.bodyOf(k); e >= 0 {
		return []int{e}
	}
	if es := r.wroteIt(k); es != nil {
		return es
	}
	i := ph.hi
	if r.is(i, ",") && isMaking(r.at(i+1).lower) {
		i++
	}
	if isMaking(r.at(i).lower) {
		from := i
		for i++; i < from+5 && !r.is(i, "by", ",", "."); {
			i++
		}
		if !r.is(i, "by") {
			return nil
		}
	}
	return r.behindBy(k, i)
}

// behindBy returns those whom the preposition at token i, behind a paper of phrase k,
// names as its makers: "a statement | from the mayor".
func (r *resolver) behindBy(k, i int) []int {
	n := r.at(i+1).phrase - 1
	if n < 0 {
		return nil
	}
	by, head := r.is(i, "from", "by"), r.at(r.phrases[n].hi-1).lower
	if by && r.phrases[n].kind == description && isCampaign(head) {
		return one(r.campaignOf(n)) // "an ad by Venn's campaign"
	}
	if by && r.phrases[n].kind == description && r.isDefinite(r.phrases[n]) && lexicon.RoleHead(head) {
		if es := r.resolve(n); len(es) == 1 {
			return es // "a statement from the mayor"
		}
	}
	if r.phrases[n].kind != named {
		return nil
	}
	if es := r.namedTogether(n); by && es != nil {
		return es // "a letter signed by Venn and Lind"
	}
	e, of := r.phrases[n].entity-1, r.at(r.phrases[k].hi-1).lower
	if by || r.is(i, "in") && isPress(r.entities[e].Name) || r.is(i, "of") && (paper(of) == "report" && r.entities[e].Kind == news.Organisation || isPleading(of)) {
		return []int{e}
	}
	return nil
}

// isMaking reports whether the participle w says that "by" whom it goes on with made a
// paper or put it out.
func isMaking(w string) bool {
	switch w {
	case "issued", "released", "published", "posted", "written", "signed", "co-signed", "produced", "prepared", "filed", "brought", "sent", "drafted", "commissioned", "conducted", "paid", "put", "aired":
		return true
	}
	return false
}

// namedBeforeHead returns whose paper phrase ph is by the name right before its head: "a
// Port Authority memo", "a Venn tweet". -1 if none stands there.
func (r *resolver) namedBeforeHead(ph phrase) int {
	m := r.at(ph.hi - 2).mention
	if ph.hi-ph.lo < 2 || m == 0 || r.is(ph.hi-1, "filing", "filings") || isPlatform(r.at(ph.hi-2).lower) {
		return -1
	}
	if r.entities[m-1].Kind == news.Organisation || r.isPerson(m) && isOnes(r.at(ph.hi-1).lower) {
		return m - 1
	}
	return -1
}

// isOnes reports whether a paper that a noun, in lower case, names bears the name of the
// one who wrote it: "the Venn | memo".
func isOnes(w string) bool {
	switch paper(w) {
	case "post", "memo", "letter", "statement", "opinion", "dissent", "op-ed", "column", "essay", "testimony", "ruling":
		return true
	}
	return false
}

// wroteIt returns those who are said right behind the paper of phrase k to have made it:
// "a letter | Venn and Lind wrote to the board", "the memo | that he sent". None if
// nobody is.
func (r *resolver) wroteIt(k int) []int {
	i := r.phrases[k].hi
	if r.is(i, "that", "which") {
		i++
	}
	n := r.at(i).phrase - 1
	if n < 0 || r.phrases[n].lo != i || r.at(i).mark != 0 || r.at(i).sentence != r.at(i-1).sentence || r.is(i, "that", "which", "who") {
		return nil
	}
	v := r.skipAux(r.skipAdverbs(r.behindList(n)))
	if !r.is(v, "wrote", "written", "co-wrote", "sent", "signed", "penned", "authored", "issued", "released", "filed", "posted", "published", "drafted") || r.at(v).mark != 0 || r.isPassive(v) {
		return nil
	}
	if es := r.namedTogether(n); es != nil {
		return es
	}
	return r.resolve(r.apposed(n))
}

// makers returns those whom phrase s, a subject, and those joined to it name or plainly
// describe. None if one of them does not.
func (r *resolver) makers(s int) []int {
	if s == none || r.is(r.phrases[s].lo-1, "and", "&") {
		return nil
	}
	var out []int
	for _, s := range r.joint(r.apposed(s)) {
		c := r.phrases[s]
		if c.kind != named && c.kind != pronoun && !(c.kind == description && (r.isDefinite(c) || r.saysOwner(c)) && isSomebodys(r.at(c.hi-1).lower)) {
			return nil
		}
		es := r.resolve(s)
		if len(es) == 0 || r.entities[es[0]].Kind == news.Place {
			return nil
		}
		out = append(out, es...)
	}
	return out
}
