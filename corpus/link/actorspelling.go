package link

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// spelledAlike reports whether two given names may be spellings of one: they
// differ as transliterations do, or, where they are not two names of their
// own, by a letter; a long one by two.
func spelledAlike(x, y string) bool {
	if len(x) < 4 || len(y) < 4 || x[0] != y[0] {
		return false
	}
	if soundKey(x) == soundKey(y) {
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
	return allowed > 0 && lettersApart(x, y) <= allowed
}

// soundKey is the key of a name in which the letters that one alphabet has for
// a sound of another fall together: "bohdan" and "bogdan".
func soundKey(w string) string {
	return w[:1] + lexicon.NameKey(alikeSounds.Replace(w[1:]))
}

var alikeSounds = strings.NewReplacer("gh", "g", "kh", "g", "h", "g", "w", "v", "ph", "f", "iu", "u", "yu", "u", "ie", "e", "ye", "e", "c", "k")

// lettersApart returns how many bytes must be changed, added or dropped to
// make one word of the other. Names are short.
func lettersApart(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// rolesAgree reports whether nothing that the articles say two people are
// speaks against their being one: they share a word of their roles, or one has
// none.
func (c *crew) rolesAgree(p, q *persona) bool {
	a, b := c.roleWords(p), c.roleWords(q)
	return len(a) == 0 || len(b) == 0 || common(a, b) > 0
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
