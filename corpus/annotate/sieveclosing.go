package annotate

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// closing credits who the sentence says spoke right behind the marks, where it
// ends there and says no more: "…,” Venn said on Friday."
func (p *page) closing(m *Marked) attribution {
	lo, hi, same := p.after(m)
	if !same || lo >= hi || m.RunsOn {
		return attribution{}
	}
	i := lo
	if p.is(i, ",") {
		i++
	} else if !p.endsOpen(m) {
		return attribution{}
	}
	return p.closes(i, hi)
}

// citedBehind credits whom "according to" right behind the marks and a comma names.
func (p *page) citedBehind(m *Marked) attribution {
	lo, hi, same := p.after(m)
	if p.is(lo, ",") {
		lo++
	} else if !p.endsOpen(m) {
		return attribution{}
	}
	if !same || lo+2 >= hi || !p.is(lo, "according") || !p.is(lo+1, "to") {
		return attribution{}
	}
	return p.accordingTo(lo)
}

// closingFar credits who is named at the end of the sentence, where the cue of the
// attribution found before the marks only tells what those spoken of think: "Laws for a
// pilot who believes he is lost “…” and must go, | Venn said", "any pilot he considers
// “…” could go, | according to Venn".
func (p *page) closingFar(m *Marked, a *attribution) attribution {
	lo, hi, same := p.after(m)
	if !same || lo >= hi || a.class != "think" || a.cue.Empty() || m.RunsOn {
		return attribution{}
	}
	c := p.cuesIn(p.tokenAt(a.cue.Start), p.tokenAt(a.cue.Start)+1)
	if len(c) == 0 {
		return attribution{}
	}
	first, _ := p.before(m)
	if p.is(first, "if") {
		if b := p.leadingAccording(lo, hi); b.found() && p.endsWithSource(b, hi) {
			return b
		}
	}
	if !p.relative(&c[0]) || !p.isFar(a, m) {
		return attribution{}
	}
	return p.closesBehind(lo, hi)
}

// reportsClause reports whether the cue of an attribution is one that a clause
// follows: "found that they were “…”".
func (p *page) reportsClause(a *attribution) bool {
	f, ok := lexicon.CueOf(text.Fold(a.cue.In(p.src)))
	return ok && f.Takes('c')
}

// namesTwo reports whether two attributions are to one person by name or pronoun each,
// and more is said of the second: the words of the first stand in what the second tells,
// "as Lind told them, the toll is “…,” says Venn, a pilot".
func (p *page) namesTwo(a, b *attribution) bool {
	if len(a.phrases) != 1 || len(b.phrases) != 1 || !p.is(p.phrases[b.phrases[0]].hi, ",") {
		return false
	}
	k := p.phrases[a.phrases[0]].kind
	return (k == named || k == pronoun) && p.isSomebody(a.phrases[0])
}

// resumes reports whether an attribution is to a pronoun that stands for whom an
// earlier one of the sentence names: "As Venn tells them, … “…,” he says".
func (p *page) resumes(b, a *attribution) bool {
	if len(a.phrases) == 0 || len(b.phrases) == 0 || p.phrases[b.phrases[0]].kind != pronoun {
		return false
	}
	return p.phrases[a.phrases[0]].kind != pronoun && p.isSomebody(a.phrases[0])
}

// closes reads tokens [i, hi) as no more than who spoke, where and when.
func (p *page) closes(i, hi int) attribution {
	cues := p.cuesIn(i, min(hi, i+maxTailGap+1))
	if len(cues) == 0 || p.nextMark(i, hi) < hi {
		return attribution{}
	}
	c := &cues[0]
	if c.passive || c.Strength < 2 || !p.at(c.lo).isFinite() {
		return attribution{}
	}
	s, end := p.at(i).phrase-1, c.hi
	if c.lo == i {
		if s = p.inverted(c.lo); s == none {
			return attribution{}
		}
		s = p.apposed(s)
		end = p.reach(s)
	} else if s == none || p.phrases[s].lo != i || p.skipAdverbs(p.phrases[s].hi) != c.lo {
		return attribution{}
	}
	last := p.skipAdjuncts(p.skipAdverbs(end), hi)
	if p.is(last, "in", "while", "after", "before") && p.at(last+1).pos == "VBG" {
		last = hi // "Venn said Tuesday | in asking the board for more"
	}
	if p.phrases[s].kind == timely || p.phrases[s].kind == thing || last < hi-1 && !(c.lo == i && p.isNamedPerson(s) && p.is(end, ",") && p.onlyDescribes(end+1, hi)) {
		return attribution{}
	}
	return p.credit(s, c, sieveTail)
}

// isFar reports whether the cue of an attribution found before the marks hardly
// governs them: a verb of another clause stands between, unless the cue is
// speech wherever it stands, or what it tells of is still to be said.
func (p *page) isFar(a *attribution, m *Marked) bool {
	i, hi := p.tokenAt(a.cue.Start), p.tokenAt(m.Outer.Start)
	if a.cue.Empty() || i >= hi {
		return false
	}
	if p.mightCome(i) {
		return true
	}
	if c := p.cuesIn(i, i+1); len(c) == 0 || c[0].Strength == 3 && c[0].Form != 0 && p.at(i).isFinite() {
		return false
	}
	for i++; i < hi; i++ {
		if t := p.at(i); t.mark == 0 && t.isFinite() {
			return true
		}
	}
	return false
}

// isPersonal reports whether an attribution is to somebody.
func (p *page) isPersonal(a *attribution) bool {
	return len(a.phrases) > 0 && p.isSomebody(a.phrases[0])
}

// carriesNot reports whether an attribution is to no paper, which may only carry what
// another said: "…,” the Gull reported".
func (p *page) carriesNot(a *attribution) bool {
	return a.class != "report" && len(a.phrases) > 0 && !p.isPressPhrase(a.phrases[0])
}

// mightCome reports whether the verb at token i, with its helpers, is of what
// will or may be: "will be signaling".
func (p *page) mightCome(i int) bool {
	for i--; p.at(i).isAdverb() || p.is(i, "be", "have", "been"); i-- {
	}
	return p.is(i, "will", "may", "might", "'ll", "’ll") && p.at(i).mark == 0
}

// tailGoesOn is tailBehind where the sentence goes on with a conjunction: "“We want
// them to do right,” and shut the gates, Mara Venn said."
func (p *page) tailGoesOn(m *Marked, i, hi int, same bool) attribution {
	if !same || !p.is(i, "and", "but", "or") && !(p.is(i, "as") && p.is(i+1, "well") && p.is(i+2, "as")) || p.at(i).mark != 0 || !p.startsSentence(m) || !p.isClause(m) || p.nextMark(i, hi) < hi {
		return attribution{}
	}
	return p.closesBehind(i, hi)
}

// tailBehind credits who is named behind a comma that ends what the sentence
// goes on to say behind the marks: "“There is” a levy, Mara Venn said."
func (p *page) tailBehind(m *Marked, i, hi int, same bool) attribution {
	if !same || !p.startsSentence(m) || !p.isClause(m) || endsClause(m.Inner.In(p.src)) || p.at(i).Kind > text.Number || p.at(i).isFinite() || p.at(i-1).mark == 0 {
		return attribution{}
	}
	return p.closesBehind(i, hi)
}

// closesBehind credits who is named behind the first comma in tokens [i, hi) that
// only who spoke stands behind, no other verb of speech before it.
func (p *page) closesBehind(i, hi int) attribution {
	for j := i + 1; j < hi && p.at(j).mark == 0; j++ {
		if cs := p.cuesIn(j, j+1); len(cs) > 0 && cs[0].Strength > 1 {
			break
		}
		if !p.is(j, ",") {
			continue
		}
		if a := p.closes(j+1, hi); a.found() {
			return a
		}
	}
	return attribution{}
}

// behindFew returns the token behind a comma that closes a word or two without a
// verb, "“end” it, | as Venn claims"; i if none does.
func (p *page) behindFew(i, hi int) int {
	for j := i; j < min(hi, i+3) && p.at(j).mark == 0 && !p.at(j).isVerb(); j++ {
		if p.is(j, ",") {
			return j + 1
		}
	}
	return i
}

// asSaid reads the words right behind the marks that say whose they are: "“…” as
// Venn put it", "“…,” as the guild claims". What is not right behind "as" is of
// another clause: "“…” as Venn told them of the plan".
func (p *page) asSaid(i, hi int) attribution {
	k := p.at(i + 1).phrase
	if p.at(i).In(p.src) != "as" || i+1 >= hi || k == 0 || p.at(i+1).mark != 0 {
		return attribution{}
	}
	k = p.apposed(k - 1)
	v := p.skipAdverbs(p.phrases[k].hi)
	cues := p.cuesIn(v, v+1)
	if len(cues) == 0 || p.phrases[k].kind == timely || p.phrases[k].kind == thing {
		return attribution{}
	}
	c := &cues[0]
	n := p.at(c.hi)
	switch {
	case p.is(c.hi, "to"), c.passive || c.Strength < 2 && !(c.Lemma == "put" && p.is(c.hi, "it")), n.phrase != 0 && !p.is(c.hi, "it") && p.phrases[n.phrase-1].kind != timely, clauseWord(n.lower) && !p.is(c.hi, "when", "after", "before"):
		return attribution{}
	}
	return p.credit(k, c, sieveTail)
}

// wordsOf returns the phrase that "in the words of" at token i, or "in Venn's own
// words", names; none if neither stands there.
func (p *page) wordsOf(i int) int {
	switch {
	case !p.is(i, "in") || p.at(i).mark != 0:
		return none
	case p.is(i+1, "the") && p.is(i+2, "words") && p.is(i+3, "of") && p.at(i+4).phrase != 0:
		return p.at(i+4).phrase - 1
	}
	k := p.at(i+1).phrase - 1
	if k < 0 || p.phrases[k].lo != i+1 || !p.is(p.phrases[k].hi-1, "words") || p.at(i+1).mark != 0 {
		return none
	}
	if p.isPerson(p.at(i+1).mention) || p.is(i+1, "his", "her") && p.phrases[k].hi <= i+4 && p.at(p.phrases[k].hi-2).pos != "POS" {
		return k
	}
	return none
}

// inWords credits whose words phrase k, behind the "in" at token i, says are quoted.
func (p *page) inWords(k, i int) attribution {
	c := cue{CueForm: lexicon.CueForm{Cue: lexicon.Cue{Lemma: "words", Class: "say", Strength: 3}}, lo: i, hi: i + 1}
	if p.is(p.phrases[k].hi-1, "words") {
		return p.owner(k, &c)
	}
	c.hi = i + 4
	return p.credit(p.apposed(k), &c, sieveAccording)
}

// inWordsOf credits whom the last "in the words of" in tokens [lo, hi) names, no
// verb of speech behind it.
func (p *page) inWordsOf(lo, hi int) attribution {
	for i := hi - 1; i >= lo; i-- {
		if k := p.wordsOf(i); k != none {
			for _, c := range p.cuesIn(i, hi) {
				if !c.passive && p.at(c.lo).pos != "VBN" {
					return attribution{}
				}
			}
			return p.inWords(k, i)
		}
	}
	return attribution{}
}

// leadsStraight reports whether the cue of an attribution found before the marks is
// speech and leads to them with no other verb, so that whom "according to" behind
// them names only carries it: "Venn telling them at noon, “…,” according to an aide".
func (p *page) leadsStraight(m *Marked, a *attribution) bool {
	lo, hi := p.before(m)
	i := p.tokenAt(a.cue.Start)
	if !a.found() || a.cue.Empty() || i < lo || i >= hi || !p.is(hi-1, ",", ":") || !p.isPersonal(a) {
		return false
	}
	c := p.cuesIn(i, i+1)
	if len(c) == 0 || c[0].Strength < 3 {
		return false
	}
	for i++; i < hi; i++ {
		if t := p.at(i); t.isVerb() || t.mark != 0 {
			return false
		}
	}
	return true
}
