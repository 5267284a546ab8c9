package annotate

import "verbatim/corpus/lexicon"

// wordsOfCue returns the cue that the verb at token i is with the words behind it, and
// the token behind those: "made it clear", "made the case", "shot back". None of these
// verbs reports anything alone.
func (p *page) wordsOfCue(i int) (lexicon.CueForm, int, bool) {
	switch t := p.at(i); {
	case !t.isVerb():
		return lexicon.CueForm{}, i, false
	case t.lower == "make" || t.lower == "makes" || t.lower == "made" || t.lower == "making":
		if j := p.behindClear(i); j != i {
			return compound("make", "say", "c", t), j, true
		}
	case p.is(i+1, "back") && p.is(i+2, "that", ":") && p.is(i, "shot", "fired", "hit", "snapped", "pushed", "shoots", "fires", "hits", "snaps", "pushes", "shooting", "firing", "hitting"):
		return compound("shoot", "say", "cd", t), i + 2, true
	case p.is(i, "point", "points", "pointed", "pointing") && p.is(i+1, "out"):
		return compound("point", "say", "cd", t), i + 2, true
	case p.behindStrike(i) != i:
		return compound("lash", "criticise", "n", t), p.behindStrike(i), true
	case !lexicon.ReportVoicing.Has(t.lower):
		return lexicon.CueForm{}, i, false
	}
	return p.voicing(i)
}

// voicing reads a verb that puts forward what a noun behind it says, at token i: "made
// the | case | that", "left open the | possibility | that".
func (p *page) voicing(i int) (lexicon.CueForm, int, bool) {
	v := i
	if p.is(v, "leave", "leaves", "left", "leaving") {
		if i++; !p.is(i, "open") {
			return lexicon.CueForm{}, v, false
		}
	}
	k := p.at(i + 1).phrase
	if k == 0 || p.at(i+1).mark != 0 || p.phrases[k-1].lo != i+1 {
		return lexicon.CueForm{}, i, false
	}
	j := p.phrases[k-1].hi
	if n := p.at(j + 1).phrase; p.is(j-1, "note", "word", "words", "tone") && p.is(j, "of") && n != 0 && p.at(j+1).mark == 0 {
		j = p.phrases[n-1].hi // "sounded a note of | caution that"
	}
	noun := p.at(j - 1).lower
	class := lexicon.CueNoun(noun)
	switch noun {
	case "case", "point":
		class = "argue"
	case "narrative":
		class = "claim"
	case "caution", "alarm", "concern", "concerns", "fear", "fears":
		class = "warn"
	case "doubt", "doubts", "skepticism", "scepticism":
		class = "deny"
	case "hope", "optimism", "confidence", "defiance":
		class = "say"
	case "possibility", "prospect", "idea", "notion", "specter", "spectre":
		class = "suggest"
	}
	if p.is(i, "open") && class == "suggest" && p.is(j, "of") && p.at(j).mark == 0 && p.gerundBehind(j+1) {
		return compound(noun, class, "x", p.at(v)), j, true
	}
	if class == "suggest" && p.is(v, "raise", "raises", "raised", "raising") {
		return lexicon.CueForm{}, v, false // what a deed does: "which raised the prospect that"
	}
	if class == "" || class == "rule" || class == "order" || !p.is(j, "that") || p.at(j).mark != 0 || p.is(i+1, "no", "any") || p.at(p.skipAdverbs(j+1)).isFinite() {
		return lexicon.CueForm{}, i, false
	}
	return compound(noun, class, "c", p.at(v)), j, true
}

// gerundBehind reports whether what somebody may do stands at token i: "left open the
// possibility of | closing the gates", "of | some crews suing".
func (p *page) gerundBehind(i int) bool {
	if k := p.at(i).phrase; k != 0 && p.at(i).mark == 0 && p.phrases[k-1].lo == i {
		i = p.phrases[k-1].hi
	}
	return p.at(i).pos == "VBG" && p.at(i).mark == 0
}

// behindStrike returns the token behind a verb of lashing out and its prepositions, i
// where none stands at token i: "lashed out at", "tore into".
func (p *page) behindStrike(i int) int {
	j := i
	switch {
	case p.is(i, "lash", "lashes", "lashed", "lashing", "hit", "hits", "hitting") && p.is(i+1, "out") && p.is(i+2, "at"):
		j = i + 3
	case p.is(i, "tore", "tears", "tearing", "ripped", "rips", "ripping", "laid", "lit") && p.is(i+1, "into"):
		j = i + 2
	}
	if j == i || p.at(j).phrase == 0 || p.at(j).mark != 0 {
		return i
	}
	return j
}

// behindClear returns the token behind "clear" in "made clear", "makes it very clear", i
// where the words behind the verb at token i are others.
func (p *page) behindClear(i int) int {
	j := i + 1
	if p.is(j, "it") {
		j++
	}
	j = p.skipAdverbs(j)
	if !p.is(j, "clear", "plain") || p.at(j).mark != 0 {
		return i
	}
	return j + 1
}

// compound makes a cue of more than a word, in the form of the verb t.
func compound(lemma, class, frames string, t *token) lexicon.CueForm {
	f := lexicon.CueForm{Cue: lexicon.Cue{Lemma: lemma, Class: class, Frames: frames, Strength: 2}}
	switch t.pos {
	case "VBZ":
		f.Form = lexicon.Third
	case "VBD":
		f.Form = lexicon.Past
	case "VBN":
		f.Form = lexicon.Participle
	case "VBG":
		f.Form = lexicon.Gerund
	}
	return f
}
