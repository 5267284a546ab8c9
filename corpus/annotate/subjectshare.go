package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
)

// skipShare returns the token before the bracket that ends at token i, if that
// holds no more than a share: "most sailors | (44%) say"; i if it does not.
func (p *page) skipShare(i, lo int) int {
	if !p.is(i, ")") || !p.is(i-1, "%", "percent") {
		return i
	}
	for j := i - 2; j > lo && j > i-5; j-- {
		if p.is(j, "(") {
			return j - 1
		}
	}
	return i
}

// isShare reports whether phrase k is a part of those whom the words behind it
// name: "three-quarters of", "23 of".
func (p *page) isShare(k int) bool {
	t := p.at(p.phrases[k].hi - 1)
	if t.pos == "CD" {
		return true
	}
	for _, s := range []string{"half", "third", "quarter", "quarters", "thirds", "fifth", "fifths", "%", "percent"} {
		if t.lower == s || strings.HasSuffix(t.lower, "-"+s) {
			return true
		}
	}
	return strings.Contains(t.lower, "-in-")
}

// compared returns the subject of the verb behind phrase k, where k is only
// what that is compared with: "fewer sailors than dockers | say", "sailors are
// likelier than dockers | to say". None where k is not.
func (p *page) compared(k, lo, depth int) int {
	i := p.phrases[k].lo - 1
	if i <= lo || !p.is(i, "than") || p.at(i).mark != 0 {
		return none
	}
	j := p.skipShare(i-1, lo)
	switch t := p.at(j); {
	case t.mark != 0:
		return none
	case t.phrase != 0:
		return p.headOf(t.phrase-1, lo)
	case t.pos == "JJ" || t.pos == "JJR":
		return p.subjectWithin(j, lo, depth-1)
	}
	return none
}

// relativeSubject returns the antecedent of a relative
// clause that ends with phrase k, right before the verb of the main clause:
// "sailors who support Venn | say". None where k ends no such clause, or the
// verb of it could have a clause behind it whose subject k is: that of a plural
// verb at v is no single person.
func (p *page) relativeSubject(k, v, lo int) int {
	verbs, plural := 0, p.at(v).pos == "VBP" && p.isNamedPerson(k)
	for i := p.phrases[k].lo - 1; i > lo; i-- {
		t := p.at(i)
		switch {
		case t.mark != 0 || p.is(i, ",", ";", ":", "—", "–") || clauseWord(t.lower) || p.is(i, "which", "what", "how"):
			return none
		case t.lower == "who":
			a := p.antecedent(i, lo)
			if verbs == 1 && a == none && p.is(i-1, "those") && plural {
				return t.phrase - 1
			}
			if verbs != 1 || a == none || p.at(v).pos == "VBZ" && p.at(p.phrases[a].hi-1).pos == "NNS" || !p.is(p.phrases[a].lo-1, "of") && !p.canBeSubject(a, lo) {
				return none
			}
			return a
		case t.isFinite():
			verbs++
		}
		if f, ok := lexicon.CueOf(t.lower); ok && !plural && t.isVerb() && f.Takes('c') {
			return none
		}
	}
	return none
}

// shareSays reports whether a share of those asked speaks at token i: "only
// 23% say", "nearly a third of sailors (31%) say".
func (p *page) shareSays(i int) bool {
	for p.at(i).isAdverb() || p.is(i, "another", "about", "nearly", "only", "just") && p.at(i).phrase == 0 {
		i++
	}
	k := p.at(i).phrase
	if k == 0 || p.at(i).mark != 0 || !p.isShare(k-1) {
		return false
	}
	j := p.reach(k - 1)
	if p.is(j, "who") {
		return p.speaksIn(j, j+8)
	}
	return p.speaksIn(j, j+5)
}

// speaksIn reports whether a finite verb of plain saying stands in tokens
// [lo, hi), with no comma or mark before it.
func (p *page) speaksIn(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if p.at(i).mark != 0 || p.is(i, ",", ";", ".") {
			return false
		}
		if f, ok := lexicon.CueOf(p.at(i).lower); ok && f.Strength == 3 && p.at(i).isFinite() {
			return p.at(i).sentence == p.at(lo).sentence
		}
	}
	return false
}

// helps reports whether the finite auxiliary at token j has its verb before
// token hi, and that at v, joined to it, begins with the same: "Venn | has | long
// backed the ferry and | has | said".
func (p *page) helps(j, hi, v int) bool {
	n := p.skipAdverbs(j + 1)
	if n >= hi || p.at(n).mark != 0 || !p.at(n).isVerb() || p.at(n).isFinite() || p.at(n).pos == "VBG" {
		return false
	}
	return p.skipAdverbs(hi+1) < v && p.at(p.skipAdverbs(hi+1)).lower == p.at(j).lower
}
