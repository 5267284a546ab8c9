package tag

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// AttributionElement is a token, or a run of tokens in quotation marks, made
// ready for [AttributionFeatures].
type AttributionElement struct {
	Lo, Hi int  // its tokens
	Quoted bool // stands in marks

	lower, shape, tail3, pos uint32
	flags                    wordFlags
	kind                     elementKind
	cue                      uint32 // how it reports, 0 if it is no cue
	force                    uint32 // of a cue: how surely it reports, and in what form
	frames                   uint32 // of a cue: what it can have behind it
	firm                     bool   // a cue that reports wherever it stands
	first, second            int    // the cues before it and behind it, -1 for none
	commas                   int    // commas from the start up to it
	part                     int    // the first element behind the last comma or stop before it
	verbs                    int    // finite verbs from the start up to it
	finite                   bool
	tail                     int // where the last "…, she said" of the sentence begins, at its comma; -1 if there is none
}

// elementKind is the coarse kind of an element that patterns are made of.
type elementKind uint8

const (
	kindOther elementKind = iota
	kindQuote
	kindComma
	kindStop
	kindNoun
	kindName
	kindPronoun
	kindDeterminer
	kindPreposition
	kindThat
	kindVerb
	kindAux
	kindTo
	kindAdverb
	kindEdge
)

// AttributionElements makes the tokens of a sentence ready.
func AttributionElements(src string, tokens []text.Token, pos []PartOfSpeech, inMarks []bool) []AttributionElement {
	els := make([]AttributionElement, 0, len(tokens))
	for i := 0; i < len(tokens); {
		hi := i + 1
		if inMarks != nil && inMarks[i] {
			for hi < len(tokens) && inMarks[hi] {
				hi++
			}
			els = append(els, quotedElement(src, tokens, pos, i, hi))
		} else {
			els = append(els, plainElement(src, tokens[i], pos[i], i))
		}
		i = hi
	}
	markCues(src, tokens, els)
	return els
}

func plainElement(src string, t text.Token, pos PartOfSpeech, i int) AttributionElement {
	w := t.In(src)
	low := Lowered(w)
	e := AttributionElement{
		Lo: i, Hi: i + 1, lower: hashOf(low), shape: wordShape(w), tail3: hashOf(tail(low, 3)), pos: hashOf(string(pos)),
		kind: kindOfToken(low, pos), first: -1, second: -1, finite: isFiniteTag(pos),
	}
	if t.Kind <= text.Upper {
		e.flags = flagsOf(low, t.Kind == text.Upper)
	}
	return e
}

// quotedElement stands for the tokens [lo, hi) in marks. What it is told by is
// its length, how it ends, and whether it holds a finite verb.
func quotedElement(src string, tokens []text.Token, pos []PartOfSpeech, lo, hi int) AttributionElement {
	verb, end := uint32(0), uint32(0)
	for i := lo; i < hi; i++ {
		switch {
		case isFiniteTag(pos[i]):
			verb = 1
		case tokens[i].Kind == text.Punct && i >= hi-2:
			end = hashOf(tokens[i].In(src))
		}
	}
	size := uint32(min(hi-lo, 4))
	if hi-lo > 9 {
		size = 5
	}
	return AttributionElement{
		Lo: lo, Hi: hi, Quoted: true, kind: kindQuote, first: -1, second: -1, finite: verb == 1,
		lower: feature(200).mix(end).sum(), shape: feature(201).mix(size).mix(verb).sum(), pos: feature(202).mix(verb).sum(), tail3: feature(203).mix(end).mix(verb).sum(),
	}
}

func isFiniteTag(p PartOfSpeech) bool { return p == "VBD" || p == "VBZ" || p == "VBP" || p == "MD" }

func kindOfToken(low string, p PartOfSpeech) elementKind {
	switch {
	case low == ",":
		return kindComma
	case p == "." || p == ":" || low == ";":
		return kindStop
	case low == "that" && (p == "IN" || p == "WDT" || p == "DT"):
		return kindThat
	case p == "TO":
		return kindTo
	case p == "MD" || isAuxWord(low):
		return kindAux
	case p == "NNP" || p == "NNPS":
		return kindName
	case p == "PRP" || p == "WP":
		return kindPronoun
	case p == "DT" || p == "PRP$" || p == "CD":
		return kindDeterminer
	case p == "IN":
		return kindPreposition
	case p == "RB":
		return kindAdverb
	case strings.HasPrefix(string(p), "VB"):
		return kindVerb
	case strings.HasPrefix(string(p), "N") || strings.HasPrefix(string(p), "JJ"):
		return kindNoun
	}
	return kindOther
}

func isAuxWord(low string) bool {
	switch low {
	case "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does", "did", "'s", "'ve", "'re", "'d":
		return true
	}
	return false
}

// markCues tells the cues of the sentence, and every element the nearest on
// both sides.
func markCues(src string, tokens []text.Token, els []AttributionElement) {
	commas, part, verbs := 0, 0, 0
	for i := range els {
		if !els[i].Quoted {
			readCue(Lowered(tokens[els[i].Lo].In(src)), &els[i])
		}
		if els[i].commas, els[i].part, els[i].verbs = commas, part, verbs; els[i].kind == kindComma {
			commas++
		}
		if els[i].kind == kindComma || els[i].kind == kindStop {
			part = i + 1
		}
		if els[i].finite {
			verbs++
		}
	}
	tail := tailOf(els)
	for i := range els {
		els[i].tail = tail
	}
	last := -1
	for i := range els {
		els[i].first = last
		if els[i].cue != 0 {
			last = i
		}
	}
	last = -1
	for i := len(els) - 1; i >= 0; i-- {
		els[i].second = last
		if els[i].cue != 0 {
			last = i
		}
	}
}

// tailOf returns where a sentence that ends in "…, she said" has its comma, or
// its closing mark: -1 if it does not end so.
func tailOf(els []AttributionElement) int {
	for i := len(els) - 1; i > 1; i-- {
		if els[i].cue == 0 {
			continue
		}
		for k := i - 1; k > 0 && i-k < 12; k-- {
			switch e := &els[k]; {
			case e.kind == kindComma && k > 0 || e.Quoted:
				return k
			case e.kind == kindStop || e.cue != 0:
				return -1
			}
		}
		return -1
	}
	return -1
}

// readCue says how an element reports, if it is a verb of speech, "according"
// or a noun like "claim".
func readCue(low string, e *AttributionElement) {
	h := feature(210)
	switch {
	case low == "according":
		e.cue, e.force, e.firm = h.mix(1).sum(), 1, true
	case e.kind == kindVerb:
		if c, ok := lexicon.CueOf(low); ok {
			e.cue = h.mix(hashOf(c.Class)).mix(uint32(c.Strength)).mix(uint32(c.Form)).sum()
			e.force, e.firm, e.frames = uint32(c.Strength)<<4|uint32(c.Form), c.Strength == 3, hashOf(c.Frames)
		}
	case e.kind == kindNoun:
		if c := lexicon.CueNoun(low); c != "" {
			e.cue, e.force = h.mix(hashOf(c)).mix(77).sum(), 2
		}
	}
}

func elementAt(els []AttributionElement, i int) *AttributionElement {
	if i < 0 || i >= len(els) {
		return &outsideElement
	}
	return &els[i]
}

var outsideElement = AttributionElement{lower: 1, shape: 1, pos: 1, kind: kindEdge, first: -1, second: -1, tail: -1}

// AttributionContexts is how many contexts there are of one label after
// another: the kinds of the two elements.
const AttributionContexts = int(kindEdge+1) << 4

// Context returns the context of element i.
func Context(els []AttributionElement, i int) uint16 {
	return uint16(elementAt(els, i-1).kind)<<4 | uint16(els[i].kind)
}

func contextsOf(els []AttributionElement) []uint16 {
	out := make([]uint16, len(els))
	for i := range els {
		out[i] = Context(els, i)
	}
	return out
}
