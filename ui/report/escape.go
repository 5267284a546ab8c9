package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// escape returns a text of an article as Markdown that shows it as it is, on
// one line without white space around it.
func escape(s string) string { return escapeRun(strings.TrimSpace(Inert(s))) }

// escapeRun returns a part of a line as Markdown that shows it as it is: inert,
// and with a backslash before the characters that would be markup where they
// stand, and only there.
func escapeRun(s string) string {
	s = Inert(s)
	if !strings.ContainsAny(s, "\\`*_<~&]#[>+-.)") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	for i, r := range s {
		if isMarkup(s, i, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isMarkup reports whether r, at byte i of s, would be read as markup.
func isMarkup(s string, i int, r rune) bool {
	switch r {
	case '\\', '`', '*', '<', '~':
		return true
	case '_':
		return !insideWord(s, i)
	case ']':
		return i+1 == len(s) || strings.IndexByte("([:", s[i+1]) >= 0
	case '#':
		return i == 0 || i == len(s)-1
	case '>':
		return i == 0
	case '[':
		return i == 0 && len(s) > 2 && s[2] == ']' // a box to tick
	case '-', '+':
		return i == 0 && (len(s) == 1 || s[1] == ' ' || s[1] == byte(r))
	case '.', ')':
		return i > 0 && i < 10 && (i+1 == len(s) || s[i+1] == ' ') && isNumber(s[:i])
	case '&':
		return isReference(s[i+1:])
	}
	return false
}

func isNumber(s string) bool { return strings.Trim(s, "0123456789") == "" }

// insideWord reports whether the one-byte character at i has letters or
// digits on both sides.
func insideWord(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+1:])
	return isAlnum(before) && isAlnum(after)
}

func isAlnum(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// isReference reports whether s, after an ampersand, completes a character
// reference such as "amp;" or "#8217;".
func isReference(s string) bool {
	const longest = 32
	for i := 0; i < len(s) && i < longest; i++ {
		c := s[i]
		switch {
		case c == ';':
			return i > 0
		case c == '#' && i == 0, 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		default:
			return false
		}
	}
	return false
}
