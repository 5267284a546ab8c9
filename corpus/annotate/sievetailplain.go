package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// endsOpen reports whether the marked words end in a comma, within marks of
// their own too: the sentence goes on behind them.
func (p *page) endsOpen(m *Marked) bool {
	return strings.HasSuffix(withoutMarks(m.Inner.In(p.src)), ",")
}

// withoutMarks returns s without the quotation marks that close at its end.
func withoutMarks(s string) string { return strings.TrimRight(s, "’'\"” ") }

// tailPlain reads what stands behind the marks where no verb of speech is seen:
// "“…,” Mara Venn in an interview.", and a verb that looks like a noun, "“…,”
// crows Mara Venn".
func (p *page) tailPlain(m *Marked, i, hi int) attribution {
	if !p.isClause(m) || !p.endsOpen(m) && !p.endsWith(m, "?", "!") {
		return attribution{}
	}
	if f, ok := lexicon.CueOf(p.at(i).lower); ok && p.at(i).isNoun() && p.at(i).Kind == text.Lower && f.Takes('d') && f.Strength >= 2 && p.at(i+1).mark == 0 {
		if k := p.at(i + 1).phrase; k != 0 && p.isNamedPerson(k-1) && p.phrases[k-1].lo <= i+1 {
			a := p.credit(k-1, &cue{CueForm: f, lo: i, hi: i + 1}, sieveInverted)
			a.at.Start = max(a.at.Start, p.at(i+1).Start)
			return a
		}
	}
	if a := p.tailNounVerb(m, i, hi); a.found() {
		return a
	}
	k := p.at(i).phrase
	if k == 0 || !p.isNamedPerson(k-1) || p.phrases[k-1].lo != i || !p.endsOpen(m) || !p.isVerbless(p.phrases[k-1].hi, hi) {
		return attribution{}
	}
	return p.credit(k-1, &cue{}, sieveTail)
}

// longestTag is how many tokens may follow the name in a tag without a verb.
const longestTag = 12

// isVerbless reports whether tokens [lo, hi), behind the name in a tag, tell no
// more than where or when: "in an interview on Friday".
func (p *page) isVerbless(lo, hi int) bool {
	if p.is(lo, ",") && p.onlyDescribes(lo+1, hi) {
		return true
	}
	if hi-lo > longestTag || !p.is(lo, "in", "on", "at", "during", "to", "after") {
		return false
	}
	for j := lo; j < hi; j++ {
		if t := p.at(j); t.mark != 0 || t.isVerb() || t.pos == "MD" || p.is(j, ",", ";", ":") {
			return false
		}
	}
	return true
}

// onlyDescribes reports whether tokens [lo, hi), behind a name and a comma, are a
// description of the name to the end, and no verb that the name is the subject
// of: "the pilot who heads the Halden board."
func (p *page) onlyDescribes(lo, hi int) bool {
	if !p.describes(lo) {
		return false
	}
	for j := lo; j < hi; j++ {
		switch t := p.at(j); {
		case t.mark != 0 || p.is(j, ";", ":"):
			return false
		case p.is(j, "who", "which", "whose", "that"):
			return !p.closesLater(j, hi)
		case t.isFinite() || p.is(j, ","):
			return false
		}
	}
	return true
}

// closesLater reports whether a comma stands in tokens [lo, hi).
func (p *page) closesLater(lo, hi int) bool {
	for ; lo < hi; lo++ {
		if p.is(lo, ",") {
			return true
		}
	}
	return false
}

// tailNounVerb reads a verb that looks like a noun, behind a name and at the end of
// all that stands behind the words: "“…,” Venn | answers."
func (p *page) tailNounVerb(m *Marked, i, hi int) attribution {
	k := p.at(i).phrase
	if k == 0 || !p.endsOpen(m) || p.phrases[k-1].lo != i {
		return attribution{}
	}
	v := p.phrases[k-1].hi - 1
	f, ok := lexicon.CueOf(p.at(v).lower)
	if !ok || v == i || f.Form != lexicon.Third || f.Strength < 2 || p.at(v).pos != "NNS" || p.at(v).Kind != text.Lower || v+1 < hi && !p.is(v+1, ".", ",") || p.at(v-1).mention == 0 || p.entities[p.at(v-1).mention-1].Kind == news.Place {
		return attribution{}
	}
	return attribution{
		entities: []int{p.at(v-1).mention - 1}, at: p.span(i, v), cue: p.span(v, v+1), class: f.Class, sieve: sieveTail, confidence: confidence[sieveTail],
	}
}

// tailMarked reads a tail whose first words stand in marks themselves: "“…,” “Anna”
// said", "“…,” “The Tide's” Mara Venn said".
func (p *page) tailMarked(i, hi int) attribution {
	n := p.at(i).mark
	if i >= hi || n == 0 || !p.isTitleCase(&p.marks[n-1]) || p.marks[n-1].Outer.Start != p.at(i).Start {
		return attribution{}
	}
	m := &p.marks[n-1]
	j := p.tokenAt(m.Outer.End)
	v, k := j, p.at(j).phrase-1
	if k >= 0 && p.isNamedPerson(k) && p.phrases[k].lo == j {
		v = p.phrases[k].hi
	} else if k = none; len(text.Words(p.src, m.Inner)) > 2 {
		return attribution{}
	}
	cues := p.cuesIn(v, v+1)
	if len(cues) == 0 || cues[0].passive || cues[0].Strength < 2 || !cues[0].Takes('d') || !p.at(v).isFinite() {
		return attribution{}
	}
	if c := &cues[0]; k != none {
		return p.credit(k, c, sieveTail)
	}
	a := p.signedBy(m.Inner.Trim(p.src))
	a.cue, a.class, a.sieve, a.confidence = p.span(v, v+1), cues[0].Class, sieveTail, confidence[sieveTail]
	return a
}

// tailSeen reads who is seen or heard to speak: "“…,” Venn | was heard saying".
func (p *page) tailSeen(i, hi int) attribution {
	k := p.at(i).phrase - 1
	if i >= hi || k < 0 || p.phrases[k].lo != i || p.at(i).mark != 0 || p.phrases[k].kind == thing || p.phrases[k].kind == timely {
		return attribution{}
	}
	v := p.phrases[k].hi
	if !p.is(v, "was", "were", "is", "can", "could") {
		return attribution{}
	}
	for v++; p.at(v).isAdverb() || p.is(v, "be"); v++ {
	}
	cues := p.cuesIn(v+1, v+2)
	if !p.is(v, "seen", "heard", "overheard", "caught", "recorded", "filmed") || len(cues) == 0 || cues[0].Form != lexicon.Gerund || !cues[0].Takes('d') {
		return attribution{}
	}
	return p.credit(k, &cues[0], sieveTail)
}
