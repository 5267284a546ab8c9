package text

import (
	"unicode"
	"unicode/utf8"
)

// Word is a word of a source: where it stands and its folded form.
type Word struct {
	Span
	Fold string // see [Fold]
}

// Words returns the words of src within s: runs of letters, digits and the
// marks that belong to them, an apostrophe, full stop or comma inside one
// kept ("don't", "U.S", "7,000", "2.5"). Hyphens divide.
func Words(src string, s Span) []Word {
	out := make([]Word, 0, s.Len()/6+1)
	for i := s.Start; i < s.End; {
		n := wordLen(src[i:s.End])
		if n == 0 {
			_, w := utf8.DecodeRuneInString(src[i:s.End])
			i += w
			continue
		}
		out = append(out, Word{Span: Span{i, i + n}, Fold: Fold(src[i : i+n])})
		i += n
	}
	return out
}

// FoldedWords returns the folded words of s alone.
func FoldedWords(s string) []string {
	ws := Words(s, Span{0, len(s)})
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = w.Fold
	}
	return out
}

// wordLen returns the length in bytes of the word s begins with, 0 if none.
func wordLen(s string) int {
	n := runLen(s)
	for n > 0 && n < len(s) {
		r, w := utf8.DecodeRuneInString(s[n:])
		if !joins(s[:n], r, s[n+w:]) {
			break
		}
		n += w + runLen(s[n+w:])
	}
	return n
}

// joins reports whether r, between before and after, is part of one word.
func joins(before string, r rune, after string) bool {
	next, _ := utf8.DecodeRuneInString(after)
	prev, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case after == "":
		return false
	case IsApostrophe(r):
		return unicode.IsLetter(next) && unicode.IsLetter(prev) || unicode.IsDigit(prev) && next == 's'
	case r == '.':
		return unicode.IsDigit(prev) && unicode.IsDigit(next) || unicode.IsLetter(next) && isInitial(before)
	case r == ',':
		return unicode.IsDigit(prev) && unicode.IsDigit(next)
	}
	return false
}

// isInitial reports whether s ends in a lone letter, as in "U" or "U.S".
func isInitial(s string) bool {
	r, n := utf8.DecodeLastRuneInString(s)
	if !unicode.IsUpper(r) {
		return false
	}
	return n == len(s) || s[len(s)-n-1] == '.'
}

// runLen returns the length in bytes of the letters, digits and combining
// marks s begins with.
func runLen(s string) int {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if !isASCIIWord(c) {
				return i
			}
			i++
			continue
		}
		r, w := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && (i == 0 || !unicode.IsMark(r)) || r == 'ʼ' {
			return i
		}
		i += w
	}
	return len(s)
}

func isASCIIWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}
