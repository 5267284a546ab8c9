package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// isHeldOff reports whether marked words are a term of the reporter's, though he sets them
// in what somebody says, and no judgement of the speaker.
func (p *page) isHeldOff(m *Marked, a *attribution) bool {
	if p.isVersion(m) || p.isCompound(m) && !p.callsIt(a) {
		return true
	}
	_, hi := p.before(m)
	return (a.sieve == sieveHead || a.sieve == sieveReport) && p.tokenAt(a.cue.End) < hi && a.class != "call" && a.class != "criticise" && a.class != "praise" && p.isInUse(m)
}

// callsIt reports whether the cue of an attribution tells how somebody calls a thing.
func (p *page) callsIt(a *attribution) bool {
	f, ok := lexicon.CueOf(text.Fold(a.cue.In(p.src)))
	return ok && f.Takes('n') && f.Lemma != "refer"
}

// namedAs reports whether the marks are part of what the cue of an attribution calls its
// object: "described the tide as a “no work” night".
func (p *page) namedAs(m *Marked, a *attribution) bool {
	_, hi := p.before(m)
	return p.callsIt(a) && p.is(hi-1, "a", "an", "the") && p.is(hi-2, "as")
}

// glosses reports whether the token before hi leads to what another word means: "the
// code for | “boats in dock”", "short for", "stands for".
func (p *page) glosses(hi int) bool {
	switch {
	case !p.is(hi-1, "for"):
		return false
	case p.is(hi-2, "stands", "stand", "stood", "standing", "short"):
		return true
	case !p.is(hi-2, "code", "acronym", "abbreviation", "term", "word", "name", "slang", "shorthand"):
		return false
	}
	k := p.at(hi-2).phrase - 1
	return k >= 0 && p.at(hi-2).mark == 0 && p.is(p.phrases[k].lo, "the", "an", "a", "their", "its")
}

// isCut reports whether the noun "words" before token hi is no lead to marks but the
// object of a verb: "the paper had taken | her words | “out of context”".
func (p *page) isCut(hi int) bool {
	return p.is(hi-1, "words") && p.at(hi-2).pos == "PRP$" && p.at(hi-3).isVerb()
}

// fewestParts is how many hyphens a compound has at least that is set before a noun as
// its name: "“shoot-to-kill” orders".
const fewestParts = 2

// isCompound reports whether the marks hold one word of several, set before a noun
// outside them: the reporter names a kind, "a similar “hold-your-nerve” motive".
func (p *page) isCompound(m *Marked) bool {
	in := m.Inner.In(p.src)
	lo, hi, same := p.after(m)
	t := p.at(lo)
	return strings.Count(in, "-") >= fewestParts && !strings.ContainsAny(in, " \u00a0") && !endsSentenceText(in) && same && lo < hi && t.mark == 0 && t.isNoun() && t.Kind == text.Lower
}

// isVersion reports whether the marks hold a word that tells one time of a name from
// another: "the “old” Harbour Front".
func (p *page) isVersion(m *Marked) bool {
	_, hi := p.before(m)
	lo, end, same := p.after(m)
	switch text.Fold(m.Inner.In(p.src)) {
	case "old", "new", "other", "first", "second", "original":
		return p.is(hi-1, "the") && same && lo < end && p.at(lo).mark == 0 && p.at(lo).Kind == text.Upper && p.at(lo).isNoun()
	}
	return false
}

// Of a term: how many words it has in marks.
const (
	fewestTerm = 2
	mostTerm   = 3
	leastUsed  = 2 // times without marks
)

// isInUse reports whether marked words that name a thing, no more than an adjective and
// nouns, are what the reporter calls it without marks elsewhere in the article: a term
// he introduces, and nobody's words.
func (p *page) isInUse(m *Marked) bool {
	ws := text.Words(p.src, m.Inner)
	if len(ws) < fewestTerm || len(ws) > mostTerm || !p.namesThing(ws) {
		return false
	}
	if p.plain == nil {
		p.plain = p.plainPairs()
	}
	for i := 1; i < len(ws); i++ {
		if p.plain[ws[i-1].Fold+" "+ws[i].Fold] < leastUsed {
			return false
		}
	}
	return true
}

// namesThing reports whether words are an adjective or nouns and a noun, all in lower
// case.
func (p *page) namesThing(ws []text.Word) bool {
	for i, w := range ws {
		t := p.at(p.tokenAt(w.Start))
		last := i == len(ws)-1
		if t.Kind != text.Lower || !t.isNoun() && (last || t.pos != "JJ") {
			return false
		}
	}
	return true
}

// plainPairs returns the pairs of words, folded, that stand side by side outside marks in
// sentences that hold none.
func (p *page) plainPairs() map[string]int {
	out := map[string]int{}
	for _, s := range p.sentences {
		if p.nextMark(s.lo, s.hi) < s.hi {
			continue
		}
		for i := s.lo + 1; i < s.hi; i++ {
			if p.at(i-1).Kind == text.Lower && p.at(i).Kind == text.Lower {
				out[text.Fold(p.at(i-1).In(p.src))+" "+text.Fold(p.at(i).In(p.src))]++
			}
		}
	}
	return out
}
