package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
)

// leastPassage is how many words a fragment in marks has at least that somebody
// said or wrote, be it not told who: terms and titles are shorter.
const leastPassage = 6

// isPassage reports whether a fragment in marks is longer than a term and has a
// verb: "might “come to nothing at all, as it always has”".
func (p *page) isPassage(m *Marked) bool {
	if len(strings.Fields(m.Inner.In(p.src))) < leastPassage || p.isTitleCase(m) {
		return false
	}
	for i, hi := p.tokenAt(m.Inner.Start), p.tokenAt(m.Inner.End); i < hi; i++ {
		if p.at(i).isVerb() {
			return true
		}
	}
	return false
}

// afterQuote credits a passage in a sentence without a cue to whom the sentence
// before it in the paragraph quotes: "“We tried,” Venn said. But the gates “did
// not so much as move in the night”."
func (p *page) afterQuote(as []attribution, i int) attribution {
	m := &p.marks[i]
	lo, hi := p.before(m)
	if !p.isPassage(m) || hi == lo || p.is(hi-1, ":") || p.tellsSource(lo, hi) {
		return attribution{}
	}
	if a := p.leadBefore(m); a.found() && len(a.phrases) > 0 && p.isSomebody(a.phrases[0]) {
		return a
	}
	if j := p.speechBefore(as, i); j >= 0 && p.marks[j].Paragraph == m.Paragraph && as[j].found() && as[j].sieve != sieveSigned && p.isClause(&p.marks[j]) {
		return inherit(as[j], sieveRun)
	}
	return attribution{}
}

// lastSaidBefore is lastMarkBefore that steps over titles of works: "Venn said he
// shudders when he hears “Low Tide” played".
func (p *page) lastSaidBefore(lo, hi int) int {
	for i := hi - 1; i >= lo; i-- {
		n := p.at(i).mark
		switch {
		case n == 0:
		case !p.isTitleCase(&p.marks[n-1]) || endsClause(p.marks[n-1].Inner.In(p.src)):
			return i + 1
		default:
			i = max(lo, p.tokenAt(p.marks[n-1].Outer.Start))
		}
	}
	return lo
}

// tellsSource reports whether a verb or noun that carries speech stands in the
// sentence that begins at token lo: it has a source of its own, known or not.
func (p *page) tellsSource(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if t := p.at(i); t.mark == 0 && t.isNoun() && lexicon.CueNoun(t.lower) != "" {
			return true
		}
	}
	return len(p.cuesIn(lo, p.sentences[p.at(lo).sentence].hi)) > 0
}

// splits reports whether no more than an attribution stands between marks i-1
// and i, a comma before and behind it: "“…,” Venn said on Friday, “…”".
func (p *page) splits(i int) bool {
	a, b := &p.marks[i-1], &p.marks[i]
	lo, hi := p.tokenAt(a.Outer.End), p.tokenAt(b.Outer.Start)
	return a.Paragraph == b.Paragraph && p.isClause(a) && (p.endsWith(a, ",") || p.is(lo, ",")) && p.is(hi-1, ",") && hi-lo <= mostSplit
}

// mostSplit is how many tokens an attribution between the halves of a quotation
// has at most.
const mostSplit = 16

// isMentioned reports whether marked words without a speaker are what the
// sentence speaks of, no more than a phrase: "“Low tide” is a longer film".
func (p *page) isMentioned(m *Marked) bool {
	if m.RunsOn || m.Continues || p.hasVerb(m) || endsSentenceText(m.Inner.In(p.src)) {
		return false
	}
	lo, hi, same := p.after(m)
	if !same {
		return false
	}
	for lo < hi && p.at(lo).isAdverb() {
		lo++
	}
	return lo < hi && p.at(lo).mark == 0 && (p.at(lo).isFinite() || p.at(lo).pos == "IN")
}

// isWritersOwn reports whether a fragment in marks is credited to the writer or the
// reader: words held off, and nobody's, "what we call a “ghost fleet”".
func (p *page) isWritersOwn(m *Marked, a *attribution) bool {
	if len(a.phrases) != 1 || !p.isWriter(a.phrases[0]) {
		return false
	}
	switch {
	case p.is(p.phrases[a.phrases[0]].lo, "one"):
		return false // "with one saying"
	case p.is(p.phrases[a.phrases[0]].lo, "you"):
		return true
	}
	return !p.isClause(m) && !(p.isPassage(m) && a.sieve != sieveHead)
}
