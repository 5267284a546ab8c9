package annotate

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// listHead goes left from a name through the names that commas join to it: from
// "Okoro" to "Venn" in "Venn (L-Port), Okoro and Lind said".
func (p *page) listHead(k, lo int) int {
	for range mostJoint {
		k = p.headName(k, lo)
		i := p.phrases[k].lo - 1
		if i <= lo || !p.is(i, ",") || !p.isNamedPerson(k) {
			return k
		}
		j := p.skipBracket(i-1, lo)
		if p.at(j).phrase == 0 || p.at(j).mark != 0 {
			return k
		}
		n := p.headName(p.at(j).phrase-1, lo)
		if !p.isNamedPerson(n) || p.phrases[n].lo < lo || !p.canBeSubject(n, lo) {
			return k
		}
		k = n
	}
	return k
}

// headName returns the name of the person whom phrase k says where from: "Venn
// of | Halden"; k if it says no such thing.
func (p *page) headName(k, lo int) int {
	i := p.phrases[k].lo - 1
	if i <= lo || !p.is(i, "of", "from") || p.isNamedPerson(k) || p.at(i-1).phrase == 0 || !p.isNamedPerson(p.at(i-1).phrase-1) {
		return k
	}
	return p.at(i-1).phrase - 1
}

// listBefore returns the last phrase of the list that the conjunction at i goes
// on with: "Venn (L-Port) | and Okoro", "Venn, Okoro, | and Lind"; none if
// there is none.
func (p *page) listBefore(i, lo int) int {
	j := i - 1
	comma := p.is(j, ",")
	if comma {
		j--
	}
	j = p.skipTag(p.skipBracket(j, lo), lo)
	if j < lo || p.at(j).phrase == 0 || p.at(j).mark != 0 {
		return none
	}
	k := p.at(j).phrase - 1
	if comma || j < i-1 {
		h := p.headName(k, lo)
		if !p.isNamedPerson(h) || comma && p.listHead(h, lo) == h {
			return none
		}
	}
	return k
}

// isNamedPerson reports whether phrase k outside marks names a person.
func (p *page) isNamedPerson(k int) bool {
	ph := p.phrases[k]
	return ph.kind == named && p.at(ph.lo).mark == 0 && p.isPerson(ph.entity)
}

// listPartner reports whether phrase k and the one before the conjunction at i
// are one joint subject: "Venn and Okoro said". Then the first is returned and
// joint speakers are read off it.
//
// Behind a preposition the two are joint only where no verb stands before
// them: "a study in the Journal of Tides and Harbours said", but "a study came
// out in May and Venn said".
func (p *page) listPartner(k, i, lo int) bool {
	first := p.listBefore(i, lo)
	if first == none || first != p.at(i-1).phrase-1 && !p.isNamedPerson(k) {
		return false
	}
	a, b := p.phrases[first], p.phrases[k]
	if p.oneTitle(first, k) || a.kind == timely || a.kind == pronoun && b.kind == pronoun || p.is(i, "but", "yet", "so") {
		return false
	}
	if b.hi == b.lo+1 && p.is(b.lo, "others", "some", "many", "most", "critics") && p.verbStands(a.lo, lo) {
		return false
	}
	before := p.at(a.lo - 1)
	if before.sentence != p.at(i).sentence || before.mark != 0 {
		return true
	}
	if before.pos == "IN" && !clauseWord(before.lower) {
		return !p.clauseIn(lo, a.lo) && (!p.isPerson(b.entity) || p.at(b.lo).mention != 0 || p.leadsToPerson(first, lo))
	}
	return (!before.isVerb() || p.saysClause(a.lo-1)) && (before.pos != "IN" || before.lower == "that") && before.lower != "to"
}

// saysClause reports whether the verb at token i is one that a clause follows, not
// the name of whom it tells of: "said | Venn and Lind agreed".
func (p *page) saysClause(i int) bool {
	f, ok := lexicon.CueOf(p.at(i).lower)
	return ok && (f.Lemma == "say" || f.Lemma == "claim" || f.Lemma == "report")
}

// oneTitle reports whether the phrases a and b, with "and" between, are one title
// and the name it goes before: "Tides | and Harbours Committee Chairman Mara Venn".
func (p *page) oneTitle(a, b int) bool {
	x, y := p.phrases[a], p.phrases[b]
	from := y.lo
	if p.is(from, "the") {
		from++ // "Tides | and the Harbours Committee Chairman Mara Venn"
	}
	if !p.isNamedPerson(b) || p.at(x.hi-1).Kind != text.Upper || p.isPerson(x.entity) || p.at(x.lo).pos == "DT" || p.at(from).Kind != text.Upper {
		return false
	}
	for i := y.lo + 1; i < y.hi && !p.isPerson(p.at(i).mention); i++ {
		if t := p.at(i); t.Kind == text.Upper && (lexicon.OrgHead(t.lower) || lexicon.OrgNoun(t.lower)) && p.at(i+1).Kind == text.Upper {
			return true
		}
	}
	return x.kind != named && p.sharesOffice(a, b)
}

// sharesOffice reports whether the words before the name in phrase b are an office with
// what it is for, which phrase a, all in capitals, begins: "Search | and Rescue Chief
// Mara Venn".
func (p *page) sharesOffice(a, b int) bool {
	for i := p.phrases[a].lo; i < p.phrases[a].hi; i++ {
		if p.at(i).Kind != text.Upper || p.at(i).pos == "CD" {
			return false
		}
	}
	if lexicon.RoleHead(p.at(p.phrases[a].hi - 1).lower) {
		return false
	}
	from, to := p.phrases[b].lo, p.phrases[b].lo
	for to < p.phrases[b].hi && !p.isPerson(p.at(to).mention) {
		to++
	}
	return to-from >= 2 && lexicon.RoleHead(p.at(to-1).lower) && p.at(from).Kind == text.Upper && !lexicon.RoleHead(p.at(from).lower) && p.at(from).mention == 0
}

// verbStands reports whether a verb of the reporter's stands before token i
// with no comma or conjunction between, so that "and others said" behind i is
// a clause of its own.
func (p *page) verbStands(i, lo int) bool {
	for j := i - 1; j >= lo; j-- {
		t := p.at(j)
		if t.mark != 0 || p.is(j, ",", ";") || t.pos == "CC" || clauseWord(t.lower) || p.opensRelative(j) {
			return false
		}
		if t.isFinite() {
			return true
		}
	}
	return false
}

// leadsToPerson reports whether phrase k hangs on the name of a person: "Venn
// of | Halden".
func (p *page) leadsToPerson(k, lo int) bool {
	h, _ := p.nounChain(k, lo)
	return p.isNamedPerson(h)
}

// mostJoint is the length of the longest list of joint speakers.
const mostJoint = 8

// joint returns the phrases that make one joint subject with k, k first:
// "Venn, Okoro and Lind said".
func (p *page) joint(k int) []int {
	out := []int{k}
	for {
		i := p.pastBracket(p.reach(k))
		if len(out) == mostJoint {
			return out
		}
		if p.is(i, ",") && p.is(i+1, "and") && len(out) > 1 && p.at(i+2).phrase != 0 && p.isNamedPerson(p.at(i+2).phrase-1) {
			i += 2
		} else if p.at(i).lower == "," && p.at(i+1).phrase != 0 && p.joinedLater(i+1, mostJoint) {
			i++
		} else if p.at(i).lower == "and" && p.at(i+1).phrase != 0 {
			i++
		} else {
			return out
		}
		n := p.at(i).phrase - 1
		if p.at(i).mark != 0 || p.phrases[n].kind == thing || p.phrases[n].kind == timely || p.describesTwice(k, n) {
			return out
		}
		k = n
		out = append(out, k)
	}
}

// joinedLater reports whether the list that goes on at token i ends in "and":
// otherwise a comma begins an appositive.
func (p *page) joinedLater(i, most int) bool {
	k := p.at(i).phrase - 1
	j := p.pastBracket(p.reach(k))
	if p.phrases[k].kind != named || most == 0 {
		return false
	}
	if p.is(j, ",") && p.is(j+1, "and") && p.isNamedPerson(k) {
		j++
	}
	switch {
	case p.at(j).lower == "and":
		return p.at(j+1).phrase != 0 && p.phrases[p.at(j+1).phrase-1].kind == named
	case p.at(j).lower == "," && p.at(j+1).phrase != 0:
		return p.joinedLater(j+1, most-1)
	}
	return false
}

// describesTwice reports whether phrase n, behind the "and" that follows phrase
// k, is another description of the same person: "the former minister and
// likely candidate said".
func (p *page) describesTwice(k, n int) bool {
	a, b := p.phrases[k], p.phrases[n]
	return a.kind == description && b.kind == description && p.is(a.lo, "the", "a", "an") && p.at(b.lo).pos != "DT" && p.at(b.lo).pos != "PRP$" &&
		p.at(a.hi-1).pos == "NN" && p.at(b.hi-1).pos == "NN" && lexicon.RoleHead(p.at(a.hi-1).lower) && lexicon.RoleHead(p.at(b.hi-1).lower)
}

// pastBracket returns the token behind the bracket that begins at i, where a
// list of people goes on behind it: "Venn (L-Port) | and Okoro"; i elsewhere.
func (p *page) pastBracket(i int) int {
	if !p.is(i, "(") || p.at(i).mark != 0 {
		return i
	}
	for j := i + 1; j <= i+longestBracket; j++ {
		if p.is(j, ")") {
			if p.is(j+1, ",", "and") {
				return j + 1
			}
			return i
		}
	}
	return i
}
