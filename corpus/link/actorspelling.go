package link

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// spelledAlike reports whether two given names may be spellings of one: they
// differ as transliterations do, by two letters that changed places, or, where
// they are not two names of their own, by a letter; a long one by two.
func spelledAlike(x, y string) bool {
	if len(x) < 4 || len(y) < 4 {
		return false
	}
	if isOU(x[0]) && isOU(y[0]) {
		return soundKey(x)[1:] == soundKey(y)[1:]
	}
	if x[0] != y[0] {
		return false
	}
	if soundKey(x) == soundKey(y) || len(x) > 4 && lexicon.Turned(x, y) {
		return true
	}
	_, a := lexicon.GivenName(x)
	_, b := lexicon.GivenName(y)
	if a && b {
		return false
	}
	allowed := 0
	switch n := min(len(x), len(y)); {
	case n >= 9:
		allowed = 2
	case n >= 5:
		allowed = 1
	}
	return allowed > 0 && lexicon.LettersApart(x, y) <= allowed
}

// isOU reports whether a name that begins so begins in Arabic with one vowel:
// "Osman" and "Usman".
func isOU(b byte) bool { return b == 'o' || b == 'u' }

// minSlip is the least length of a family name in which a slip of the pen is
// told from another name.
const minSlip = 6

// slipped reports whether of two family names one is the other with a slip.
func slipped(x, y string) bool {
	return min(len(x), len(y)) >= minSlip && x[0] == y[0] && lexicon.OneSlip(x, y)
}

// soundKey is the key of a name in which the letters that one alphabet has for
// a sound of another fall together: "bohdan" and "bogdan".
func soundKey(w string) string {
	return w[:1] + lexicon.NameKey(alikeSounds.Replace(w[1:]))
}

var alikeSounds = strings.NewReplacer("gh", "g", "kh", "g", "h", "g", "w", "v", "ph", "f", "iu", "u", "yu", "u", "ie", "e", "ye", "e", "c", "k")

// rolesAgree reports whether nothing that the articles say two people are
// speaks against their being one: they share a word of their roles, or one has
// none.
func (c *crew) rolesAgree(p, q *persona) bool {
	a, b := c.roleWords(p), c.roleWords(q)
	return len(a) == 0 || len(b) == 0 || common(a, b) > 0
}

// isSlip reports whether two given names differ by a slip, though both are names
// of their own, and the two people have a word of their roles in common: "Sen.
// Shelly Venn" and "Sen. Shelley Venn".
func (c *crew) isSlip(p, q *persona) bool {
	x, y := p.words[0], q.words[0]
	return min(len(x), len(y)) > 4 && x[:2] == y[:2] && lexicon.OneSlip(x, y) && common(c.roleWords(p), c.roleWords(q)) > 0
}

// roleWords returns the words of a person's roles, sorted.
func (c *crew) roleWords(p *persona) []string {
	var out []string
	for _, r := range p.refs {
		for _, w := range text.FoldedWords(c.entity(r).Role.In(c.readings[r.Reading].Article.Text)) {
			if !lexicon.Stopword(w) {
				out = append(out, w)
			}
		}
	}
	return sorted(out)
}
