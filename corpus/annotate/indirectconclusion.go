package annotate

import "verbatim/corpus/lexicon"

// concludes reports whether a gerund behind a comma is what the reporter makes of
// a thing and nobody's speech: "the tide had turned, suggesting the lock was open".
func (p *page) concludes(c *cue, s int) bool {
	ph := p.phrases[s]
	return p.is(c.lo-1, ",") && lexicon.ReportConclusion.Has(p.at(c.lo).lower) && !p.isSomeone(s) && lexicon.CueNoun(p.at(ph.hi-1).lower) == "" && len(p.cuesIn(p.sentences[c.sentence].lo, c.lo)) == 0
}

// concludesNow reports whether cue c, in the present, is what a thing named by "it" or
// "this" means to the reporter: "it | underscores | the need", "this would | imply | a toll",
// "it is | telling | that".
func (p *page) concludesNow(c *cue, s int) bool {
	switch c.Lemma {
	case "tell":
		return c.Form == lexicon.Gerund && p.is(p.phrases[s].lo, "it", "what") && p.is(p.skipBackAdverbs(c.lo-1), "is", "was", "'s", "’s")
	case "imply", "underscore", "underline", "highlight", "signal":
	default:
		return false
	}
	ph := p.phrases[s]
	return ph.hi == ph.lo+1 && p.is(ph.lo, "it", "this", "that") && c.Form != lexicon.Past && !p.is(c.hi, ",")
}

// onlyRaises reports whether a deed or event, and nobody, gives cause for what cue c puts
// forward: "the vote raised fears that".
func (p *page) onlyRaises(c *cue, s int) bool {
	switch c.Lemma {
	case "concern", "concerns", "fear", "fears", "doubt", "doubts", "alarm", "hope", "hopes":
		ph := p.phrases[s]
		return c.hi > c.lo+1 && (ph.kind == thing || p.is(ph.lo, "it", "this", "that", "which") || lexicon.CueNoun(p.at(ph.hi-1).lower) != "")
	}
	return false
}
