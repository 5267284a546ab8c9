package cell

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// maxCluster is the number of bytes of one character, marks and all, that are
// drawn: more is an attack on the terminal, not a script.
const maxCluster = 64

// Inert returns s as one line of text that a terminal prints and never obeys.
// Control characters become their pictures (␛), tabs and line ends a space;
// characters that turn the writing direction become ⇄, other invisible ones
// go; a combining mark without a letter is set on ◌. Emoji lose the joiners
// and selectors that terminals disagree on the width of.
func Inert(s string) string {
	if isInert(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		c, _ := ansi.FirstGraphemeCluster(s[i:], ansi.GraphemeWidth)
		b.WriteString(inertCluster(c))
		i += max(len(c), 1)
	}
	return b.String()
}

// isInert reports whether s is printable ASCII throughout.
func isInert(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// inertCluster makes one grapheme cluster inert.
func inertCluster(c string) string {
	first, n := utf8.DecodeRuneInString(c)
	if n == len(c) && unicode.IsLetter(first) && !isHalfVoice(first) {
		return c
	}
	if c == "\r\n" {
		return " "
	}
	if len(c) > maxCluster {
		c = strings.ToValidUTF8(c[:maxCluster], "") + "…"
	}
	var b strings.Builder
	if clings(first) {
		b.WriteRune('◌')
	}
	for _, r := range c {
		if s := inertRune(r); s >= 0 && !(s == zwj && isPictograph(c)) {
			b.WriteRune(s)
		}
	}
	return b.String()
}

// clings reports whether a character joins the one before it, and must not be
// drawn without one of its own.
func clings(r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc, unicode.Sk) && !unicode.Is(variationSelectors, r) && r > 0x7f || isHalfVoice(r)
}

// isHalfVoice reports whether r is a halfwidth voicing mark, which terminals
// give a cell of its own and Unicode does not.
func isHalfVoice(r rune) bool { return r == '\uff9e' || r == '\uff9f' }

const (
	zwnj = '\u200c'
	zwj  = '\u200d'
)

// inertRune returns the character to draw for r, -1 for none.
func inertRune(r rune) rune {
	switch {
	case r == '\t', r == '\n', r == '\r', r == '\u0085', r == '\u2028', r == '\u2029', unicode.Is(unicode.Zs, r):
		return ' '
	case r < ' ':
		return '\u2400' + r
	case r == 0x7f:
		return '\u2421'
	case turnsDirection(r):
		return '⇄'
	case isHalfVoice(r):
		return '\u3099' + r - '\uff9e'
	case r == zwnj, r == zwj, unicode.Is(unicode.Prepended_Concatenation_Mark, r):
		return r
	case unicode.In(r, unicode.Cf, variationSelectors):
		return -1
	case unicode.IsControl(r), r == utf8.RuneError, unicode.In(r, unicode.Co, unicode.Cs), isNonCharacter(r):
		return utf8.RuneError
	}
	return r
}

var variationSelectors = &unicode.RangeTable{
	R16: []unicode.Range16{{Lo: 0xfe00, Hi: 0xfe0f, Stride: 1}},
	R32: []unicode.Range32{{Lo: 0xe0100, Hi: 0xe01ef, Stride: 1}},
}

// turnsDirection reports whether r embeds, overrides or isolates a direction.
func turnsDirection(r rune) bool {
	return '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069'
}

func isNonCharacter(r rune) bool { return r&0xfffe == 0xfffe || 0xfdd0 <= r && r <= 0xfdef }

// isPictograph reports whether the cluster is of emoji rather than letters.
func isPictograph(c string) bool {
	r, _ := utf8.DecodeRuneInString(c)
	return unicode.Is(unicode.So, r)
}
