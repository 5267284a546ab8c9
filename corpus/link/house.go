package link

import (
	"strings"

	"verbatim/corpus/lexicon"
)

// maxStyle is the most words that house style writes as one.
const maxStyle = 6

// styledHead takes from the front of a run what differs in house style alone,
// and returns it and the rest.
func (c *comparison) styledHead(u run) (head, rest run) {
	for r := min(u.r1, u.r0+maxStyle); r > u.r0; r-- {
		for v := min(u.v1, u.v0+maxStyle); v > u.v0; v-- {
			if sameStyle(c.ref.toks[u.r0:r], c.vary.toks[u.v0:v]) {
				return run{u.r0, r, u.v0, v}, run{r, u.r1, v, u.v1}
			}
		}
	}
	return run{}, u
}

// styledTail does the same from the back.
func (c *comparison) styledTail(u run) (tail, rest run) {
	for r := max(u.r0, u.r1-maxStyle); r < u.r1; r++ {
		for v := max(u.v0, u.v1-maxStyle); v < u.v1; v++ {
			if sameStyle(c.ref.toks[r:u.r1], c.vary.toks[v:u.v1]) {
				return run{r, u.r1, v, u.v1}, run{u.r0, r, u.v0, v}
			}
		}
	}
	return run{}, u
}

// sameStyle reports whether two runs of words are one thing in two houses'
// style: written apart or together, a short form and its words, the
// transliterations of a name, an apostrophe more or less.
func sameStyle(a, b []token) bool {
	switch {
	case joinedAlike(a, b):
		return true
	case len(a) == 1 && len(b) == 1:
		return sameName(&a[0], &b[0]) || sameLetters(a[0].fold, b[0].fold)
	case len(a) == 1:
		return shortFor(&a[0], b)
	case len(b) == 1:
		return shortFor(&b[0], a)
	}
	return false
}

// joinedAlike reports whether two runs are the same letters when written as
// one word.
func joinedAlike(a, b []token) bool {
	n := 0
	for i := range a {
		n += len(a[i].key)
	}
	for i := range b {
		n -= len(b[i].key)
	}
	return n == 0 && joined(a) == joined(b)
}

func joined(ts []token) string {
	var b strings.Builder
	for i := range ts {
		b.WriteString(ts[i].key)
	}
	return b.String()
}

// shortFor reports whether a word in capitals is made of the first letters of
// the others, small words left out or not.
func shortFor(short *token, long []token) bool {
	letters := strings.ReplaceAll(short.fold, ".", "")
	if len(letters) < 2 || !short.name && short.fold == letters && !short.start {
		return false
	}
	return letters == firsts(long, true) || letters == firsts(long, false)
}

func firsts(ts []token, small bool) string {
	var b strings.Builder
	for i := range ts {
		if f := ts[i].fold; f != "" && (small || !ts[i].stop) {
			b.WriteByte(f[0])
		}
	}
	return b.String()
}

// sameName reports whether two capitalised words are transliterations of one
// name.
func sameName(a, b *token) bool {
	if !a.name && !a.start || !b.name && !b.start || min(len(a.fold), len(b.fold)) < 5 {
		return false
	}
	return skeleton(a.fold) == skeleton(b.fold)
}

// transliterations brings together what languages without Latin letters are
// spelt with.
var transliterations = strings.NewReplacer(
	"kh", "h", "gh", "g", "ck", "k", "q", "k", "ph", "f", "zh", "j", "dj", "j", "tch", "ch", "tsch", "ch", "sch", "sh", "ts", "c", "tz", "c", "cz", "ch",
	"iy", "i", "yy", "i", "ii", "i", "ij", "i", "ey", "ei", "ay", "ai", "oy", "oi", "y", "i", "j", "i", "ou", "u", "oo", "u", "w", "v", "ee", "i", "ye", "e", "yo", "io", "'", "",
)

// skeleton is what the transliterations of a name have in common.
func skeleton(w string) string {
	s := []byte(transliterations.Replace(w))
	out := s[:0]
	for i, c := range s {
		if i == 0 || c != s[i-1] {
			out = append(out, c)
		}
	}
	return string(out)
}

// sameLetters reports whether only an apostrophe tells two words apart, and
// both are not words of their own ("we're", "were").
func sameLetters(a, b string) bool {
	if lexicon.Contraction(a) != nil && lexicon.Contraction(b) != nil {
		return false
	}
	x, y := strings.ReplaceAll(a, "'", ""), strings.ReplaceAll(b, "'", "")
	return x == y && !ownWord(x)
}

func ownWord(w string) bool {
	switch w {
	case "were", "well", "shell", "hell", "ill", "id", "shed", "wed", "cant", "wont", "lets":
		return true
	}
	return false
}
