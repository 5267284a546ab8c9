package annotate

import (
	"strings"

	"verbatim/corpus/text"
)

// mendTold mends the words around "said" and "told" from token lo on that the tagger takes
// for parts of a noun: "an official | said.", "a House | moderate told | reporters".
func (p *page) mendTold(lo int) {
	finite := false
	for i := lo; i < len(p.tokens); i++ {
		t, b, next := p.at(i), p.at(i-1), p.at(i+1)
		if i > lo && t.Kind == text.Lower {
			switch {
			case t.lower == "said" && (t.isNoun() || t.pos == "JJ") && b.pos != "DT" && b.pos != "PRP$":
				t.pos = "VBD"
			case t.lower == "told" && t.pos == "VBN" && !finite && (b.pos == "JJ" || b.isNoun()) && (next.isNoun() || next.pos == "PRP"):
				t.pos = "VBD"
			case t.lower == "states" && t.pos == "NNS" && b.pos == "NN" && (paper(b.lower) != "" || p.is(i-1, "document", "plaque", "indictment", "ruling", "decision", "posting", "website", "video")) && (next.Kind == text.Punct || next.Kind == text.Mark || next.lower == "that"):
				t.pos = "VBZ" // "“…,” the letter | states."
			case t.pos == "JJ" && p.is(i+1, "said", "told", "says", "tells") && (b.pos == "DT" || b.isNoun() || b.pos == "JJ") && !t.isAdverb():
				t.pos = "NN" // "a House | moderate | told"
			}
		}
		if t.Kind == text.Upper && t.pos == "VBG" && strings.Contains(t.lower, "-") && next.pos == "NNP" && i > lo && b.isVerb() {
			t.pos = "NNP" // "said | Ching-ching | Venn"
		}
		if t.lower == "who" && t.In(p.src) == "WHO" && !b.isShout(p.src) && !next.isShout(p.src) {
			t.pos, t.lower = "NNP", "WHO" // the body, and no pronoun
		}
		finite = finite || t.isFinite()
	}
}

// isShout reports whether a token is a word of two letters or more in capitals.
func (t *token) isShout(src string) bool {
	w := t.In(src)
	return t.Kind == text.Upper && len(w) > 1 && w == strings.ToUpper(w)
}
