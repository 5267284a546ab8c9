package annotate

import (
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/text"
)

// Sentences divides paragraphs of src into sentences, in order. A sentence
// keeps the quotation marks and brackets that close on it; it never crosses a
// paragraph. A full stop inside quotation marks ends a sentence too when what
// follows begins one.
func Sentences(src string, paragraphs []text.Span) []text.Span {
	var out []text.Span
	for _, p := range paragraphs {
		out = appendSentences(out, src, p)
	}
	return out
}

// longest is where a sentence is cut if nothing ends it, in bytes: no writer's
// sentence is so long, and what comes after reads a sentence as a whole.
const longest = 2500

func appendSentences(out []text.Span, src string, p text.Span) []text.Span {
	start, boxes := p.Start, linkBoxes(src, p)
	for i := p.Start; i < p.End; i++ {
		if end := boxEnd(boxes, i); end > i {
			i = end - 1
			continue
		}
		if i-start > longest && isSpaceByte(src[i]) {
			out, start = append(out, text.Span{Start: start, End: i}.Trim(src)), i
			continue
		}
		switch src[i] {
		case '.', '!', '?':
		case 0xe2: // … is e2 80 a6
			if i+3 > p.End || src[i:i+3] != "…" {
				continue
			}
			i += 2
		default:
			continue
		}
		end := closing(src, i+1, p.End)
		if endsSentence(src, text.Span{Start: start, End: p.End}, i, end) {
			if s := (text.Span{Start: start, End: end}).Trim(src); !s.Empty() {
				out = append(out, s)
			}
			start = end
		}
		i = end - 1
	}
	if s := (text.Span{Start: start, End: p.End}).Trim(src); !s.Empty() {
		out = append(out, s)
	}
	return out
}

// closing returns the offset behind the stops, marks and brackets at i.
func closing(src string, i, end int) int {
	for i < end {
		r, n := utf8.DecodeRuneInString(src[i:end])
		switch r {
		case '.', '!', '?', '…', '"', '”', '’', '\'', ')', ']', '»', '›', '“':
			// An opening mark glued to the stop opens the next sentence only
			// where a word follows it at once.
			if r == '“' && i+n < end && !isSpaceByte(src[i+n]) {
				return i
			}
			i += n
		default:
			return i
		}
	}
	return i
}

// endsSentence reports whether the stop at i, whose closing marks end before
// end, ends a sentence of s.
func endsSentence(src string, s text.Span, i, end int) bool {
	if end >= s.End {
		return true
	}
	next, _ := utf8.DecodeRuneInString(src[end:s.End])
	if !unicode.IsSpace(next) {
		return src[i] != '.' && unicode.IsUpper(next) || next == '“' || glued(src, s, i, end)
	}
	j := skipSpace(src, end, s.End)
	if j >= s.End {
		return true
	}
	if src[i] == '.' && end == i+1 && !stopEnds(src, s.Start, i, j, s.End) {
		return false
	}
	return startsSentence(src[j:s.End])
}

// glued reports whether a sentence follows the stop without a space, as pages
// that lost their paragraphs have it: "the end.The next".
func glued(src string, s text.Span, i, end int) bool {
	if end != i+1 || i-3 < s.Start || end+2 > s.End {
		return false
	}
	a, b := rune(src[i-1]), rune(src[i-2])
	return unicode.IsLower(a) && unicode.IsLower(b) && unicode.IsUpper(rune(src[end])) && unicode.IsLower(rune(src[end+1]))
}

// stopEnds reports whether the lone full stop at i can end a sentence: it does
// not belong to an abbreviation or initial, unless what follows at j is plainly
// a new sentence.
func stopEnds(src string, start, i, j, end int) bool {
	w := lastWord(src[start:i])
	switch {
	case w == "":
		return true
	case len(w) == 1 && unicode.IsUpper(rune(w[0])):
		return false
	case w == "a.m" || w == "p.m" || isDotted(w):
		return opensClause(src[j:end])
	case w == "Inc" || w == "Ltd" || w == "Co" || w == "Corp" || w == "Jr" || w == "Sr":
		return opensClause(src[j:end])
	}
	return !text.IsAbbreviation(w) || isStreet(w) && opensClause(src[j:end])
}

// isStreet reports whether w, without its stop, is a street's or road's short
// form, which stands behind its name and so may end a sentence.
func isStreet(w string) bool {
	switch w {
	case "St", "Ave", "Blvd", "Rd":
		return true
	}
	return false
}

// isDotted reports whether w is letters with stops between: "U.S", "D.C".
func isDotted(w string) bool {
	for i := 1; i < len(w); i += 2 {
		if w[i] != '.' {
			return false
		}
	}
	return len(w) >= 3 && len(w)%2 == 1
}

// opensClause reports whether s begins with a word that hardly goes on a name:
// an article, a pronoun, a conjunction with a capital, or an opening mark.
func opensClause(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if r == '“' || r == '"' {
		return true
	}
	switch firstWord(s) {
	case "The", "A", "An", "He", "She", "It", "They", "We", "I", "You", "But", "And", "In", "On", "At", "That", "This", "These", "Those",
		"If", "When", "While", "As", "His", "Her", "Its", "Their", "After", "Before", "So", "There", "For", "Some", "No", "Not", "What",
		"Who", "How", "Why", "By", "With", "Although", "Though", "However", "Still", "Yet", "Meanwhile", "Asked", "According", "Mr", "Mrs", "Ms":
		return true
	}
	return false
}

func startsSentence(s string) bool {
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		switch {
		case unicode.IsUpper(r), unicode.IsDigit(r), unicode.IsTitle(r):
			return true
		case unicode.IsLetter(r):
			return !unicode.IsLower(r)
		case unicode.IsSpace(r):
			return false
		}
		s = s[n:]
	}
	return false
}

func lastWord(s string) string {
	i := len(s)
	for i > 0 && (isWordByte(s[i-1]) || s[i-1] == '.') {
		i--
	}
	return s[i:]
}

func firstWord(s string) string {
	i := 0
	for i < len(s) && isWordByte(s[i]) {
		i++
	}
	return s[:i]
}

func isWordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c >= utf8.RuneSelf
}

func isSpaceByte(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func skipSpace(src string, i, end int) int {
	for i < end {
		r, n := utf8.DecodeRuneInString(src[i:end])
		if !unicode.IsSpace(r) {
			return i
		}
		i += n
	}
	return i
}
