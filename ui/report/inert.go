package report

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Inert returns s with every character that acts on a terminal, instead of
// being shown by it, replaced by a visible one: control characters by their
// control pictures (ESC by ␛), the others by U+FFFD. Line ends and tabs
// become spaces, so that the result is one line.
func Inert(s string) string {
	if i := strings.IndexFunc(s, acts); i < 0 && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		b.WriteRune(picture(r))
	}
	return b.String()
}

func picture(r rune) rune {
	switch {
	case r == '\n' || r == '\t' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085':
		return ' '
	case r < 0x20:
		return 0x2400 + r
	case r == 0x7f:
		return '␡'
	case acts(r):
		return utf8.RuneError
	}
	return r
}

// acts reports whether r is a C0 or C1 control, a line separator, or one of
// the controls that turn the direction of text around.
func acts(r rune) bool {
	switch {
	case r < 0x20 || 0x7f <= r && r < 0xa0:
		return true
	case r == '\u2028' || r == '\u2029':
		return true
	}
	return '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069'
}

// escapeControls escapes, in JSON, what encoding/json leaves as it is and a
// terminal would obey: DEL, the C1 controls and the controls of direction.
// They can stand only within strings, where the escape means the same.
func escapeControls(b []byte) []byte {
	if !mayAct(b) {
		return b
	}
	out := make([]byte, 0, len(b)+64)
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if acts(r) && r >= 0x20 {
			out = fmt.Appendf(out, `\u%04x`, r)
		} else {
			out = append(out, b[:n]...)
		}
		b = b[n:]
	}
	return out
}

// mayAct is the cheap question before escapeControls' dear answer: whether
// any byte is DEL or begins a character of a block that holds a control.
func mayAct(b []byte) bool {
	for i, c := range b {
		switch {
		case c == 0x7f:
			return true
		case c < utf8.RuneSelf:
		case i+1 < len(b) && c == 0xc2 && b[i+1] < 0xa0:
			return true
		case i+2 < len(b) && c == 0xe2 && (b[i+1] == 0x80 && acts(0x2000|rune(b[i+2]&0x3f)) || b[i+1] == 0x81 && b[i+2] >= 0xa6):
			return true
		}
	}
	return false
}
