package annotate

import (
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/text"
)

// direction says which way a mark faces.
type direction uint8

const (
	either direction = iota
	opens
	closes
)

// glyph is one quotation mark of a paragraph.
type glyph struct {
	text.Span
	single bool
	dir    direction
}

// glyphs returns the quotation marks of p, in order.
func glyphs(src string, p text.Span) []glyph {
	var out []glyph
	for i := p.Start; i < p.End; {
		c := src[i]
		if c != '"' && c != '\'' && c != '`' && c < utf8.RuneSelf {
			i++
			continue
		}
		if g, ok := glyphAt(src, p, i); ok {
			out = append(out, g)
			i = g.End
			continue
		}
		_, n := utf8.DecodeRuneInString(src[i:p.End])
		i += n
	}
	return out
}

// glyphAt returns the quotation mark at i, if there is one.
func glyphAt(src string, p text.Span, i int) (glyph, bool) {
	if i >= p.End {
		return glyph{}, false
	}
	r, n := utf8.DecodeRuneInString(src[i:p.End])
	g := glyph{Span: text.Span{Start: i, End: i + n}}
	if isDoubled(src[g.Start:p.End], r, n) {
		g.End = i + 2*n
		if g.dir = facing(src, p, g.Span); g.dir == either {
			g.dir = printed(r)
		}
		return g, true
	}
	switch r {
	case '"', '＂', '“', '”', '‟':
		g.dir = facing(src, p, g.Span)
		if r == '"' && g.dir != opens && isMeasure(src, p, i) {
			return g, false
		}
		if g.dir == either || r == '“' && leansOn(src, p, g.Span) {
			g.dir = printed(r)
		}
	case '„':
		g.dir = opens
	case '«', '»':
		if g.dir = facing(src, p, g.Span); g.dir == either {
			g.dir = printed(r)
		}
	case '\'', '‘', '’', '‚', '‛', '`', '‹', '›':
		return singleAt(src, p, g, r)
	default:
		return g, false
	}
	return g, true
}

// isDoubled reports whether s begins with two single marks, r of n bytes each,
// that stand for a double one.
func isDoubled(s string, r rune, n int) bool {
	switch r {
	case '`', '\'', '‘', '’':
		return len(s) >= 2*n && s[n:2*n] == s[:n]
	}
	return false
}

// printed returns the way a curly mark is drawn; straight ones face either.
func printed(r rune) direction {
	switch r {
	case '“', '‟', '«', '‘':
		return opens
	case '”', '»', '’':
		return closes
	}
	return either
}

// leansOn reports whether a mark is glued to letters on both sides, where its
// drawing alone tells its direction.
func leansOn(src string, p, g text.Span) bool {
	before, after := beside(src, p, g)
	return !breaks(before) && !breaks(after) && !endsWord(after)
}

// beside returns the runes right before and behind a mark, 0 at the limits of
// the paragraph.
func beside(src string, p, g text.Span) (before, after rune) {
	if g.Start > p.Start {
		before, _ = utf8.DecodeLastRuneInString(src[p.Start:g.Start])
	}
	if g.End < p.End {
		after, _ = utf8.DecodeRuneInString(src[g.End:p.End])
	}
	return before, after
}

// facing tells a mark's direction from what stands beside it.
func facing(src string, p, g text.Span) direction {
	before := beforeMarks(src[p.Start:g.Start])
	after := afterMarks(src[g.End:p.End])
	l, r := breaks(before) || opensBracket(before), breaks(after) || endsWord(after)
	switch {
	case l && !r:
		return opens
	case r && !l, after == 0 && before != 0:
		return closes
	}
	return either
}

// beforeMarks returns the last rune of s that is not a quotation mark, 0 at
// the beginning.
func beforeMarks(s string) rune {
	for range mostBeside {
		r, n := utf8.DecodeLastRuneInString(s)
		switch {
		case n == 0:
			return 0
		case !isMark(r):
			return r
		}
		s = s[:len(s)-n]
	}
	return 0
}

// mostBeside is how many marks are looked through for what stands beside one.
const mostBeside = 16

func afterMarks(s string) rune {
	for range mostBeside {
		r, n := utf8.DecodeRuneInString(s)
		switch {
		case n == 0:
			return 0
		case !isMark(r):
			return r
		}
		s = s[n:]
	}
	return 0
}

func isMark(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '\'', '‘', '’', '`', '＂':
		return true
	}
	return false
}

// breaks reports whether r divides words: white space, a dash, a limit.
func breaks(r rune) bool {
	return r == 0 || unicode.IsSpace(r) || r == '—' || r == '–' || r == '\u200b'
}

func opensBracket(r rune) bool { return r == '(' || r == '[' || r == '{' || r == '/' || r == '-' }

func endsWord(r rune) bool {
	switch r {
	case '.', ',', ';', ':', '!', '?', ')', ']', '}', '…', '/', '-':
		return true
	}
	return false
}

func isStop(r rune) bool { return r == '.' || r == ',' || r == '!' || r == '?' || r == '…' }

// isMeasure reports whether the straight mark at i is an inch sign: a foot
// sign and digits stand before it, a space between or not.
func isMeasure(src string, p text.Span, i int) bool {
	j := i
	for j > p.Start && '0' <= src[j-1] && src[j-1] <= '9' {
		j--
	}
	if j < i && j > p.Start && src[j-1] == ' ' {
		j--
	}
	return j < i && j > p.Start && (src[j-1] == '\'' || j-2 > p.Start && src[j-3:j] == "’")
}

// singleAt decides whether a single mark is a quotation mark.
func singleAt(src string, p text.Span, g glyph, r rune) (glyph, bool) {
	g.single = true
	before, after := beside(src, p, g.Span)
	wordBefore := unicode.IsLetter(before) || unicode.IsDigit(before)
	wordAfter := unicode.IsLetter(after) || unicode.IsDigit(after)
	if wordBefore && wordAfter {
		return g, false
	}
	g.dir = facing(src, p, g.Span)
	switch {
	case r == '‚' || r == '‹' || r == '‘' && g.dir != closes:
		g.dir = opens
	case g.dir == opens && (r == '’' || elided(src[g.End:p.End])):
		return g, false
	case g.dir == either:
		return g, false
	case unicode.IsDigit(before) && !wordAfter && r == '\'' && !isStop(after):
		return g, false
	}
	return g, true
}

// elided reports whether s begins with a word that is written with an
// apostrophe before it: 'em, 'tis, '90s.
func elided(s string) bool {
	if len(s) >= 2 && '0' <= s[0] && s[0] <= '9' && '0' <= s[1] && s[1] <= '9' && (len(s) < 4 || s[2] == 's' || isSpaceByte(s[2])) {
		return true
	}
	switch text.Fold(firstWord(s)) {
	case "em", "tis", "twas", "til", "till", "cause", "cos", "bout", "n", "ere", "round":
		return true
	}
	return false
}

// endsClause reports whether s ends as a quotation does before its mark: with
// a stop or comma.
func endsClause(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return isStop(r) || r == '—' || r == '-'
}
