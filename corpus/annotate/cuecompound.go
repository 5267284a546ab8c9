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
			return compound("make", "say", "c", 2, t), j, true
		}
	case !lexicon.ReportVoicing.Has(t.lower):
		if p.is(i+1, "back") && p.is(i+2, "that", ":") && p.is(i, "shot", "fired", "hit", "snapped", "pushed", "shoots", "fires", "hits", "snaps", "pushes", "shooting", "firing", "hitting") {
			return compound("shoot", "say", "cd", 2, t), i + 2, true
		}
		return lexicon.CueForm{}, i, false
	}
	k := p.at(i + 1).phrase
	if k == 0 || p.at(i+1).mark != 0 || p.phrases[k-1].lo != i+1 {
		return lexicon.CueForm{}, i, false
	}
	j := p.phrases[k-1].hi
	noun := p.at(j - 1).lower
	class := lexicon.CueNoun(noun)
	if noun == "case" || noun == "point" {
		class = "argue"
	}
	if class == "" || class == "rule" || class == "order" || !p.is(j, "that") || p.at(j).mark != 0 || p.is(i+1, "no", "any") || p.at(p.skipAdverbs(j+1)).isFinite() {
		return lexicon.CueForm{}, i, false
	}
	return compound(noun, class, "c", 2, p.at(i)), j, true
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
func compound(lemma, class, frames string, strength int, t *token) lexicon.CueForm {
	f := lexicon.CueForm{Cue: lexicon.Cue{Lemma: lemma, Class: class, Frames: frames, Strength: strength}}
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
