package link

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/text"
)

// nested reports whether all that one of two quotes of different speakers has of
// the other stands in marks within it: "He says he ‘will not be pushed around’"
// are words of his as she repeats them. A paper that has them so only carries
// them.
func (d *bond) nested(qs []quote) bool {
	x, y := &qs[d.a], &qs[d.b]
	if d.with == agreed || d.words == 0 || len(x.speakers) == 0 || len(y.speakers) == 0 {
		return false
	}
	in, also := x.words.inMarks(d.inA), y.words.inMarks(d.inB)
	return in != also && !(in && x.paper) && !(also && y.paper)
}

// inMarks reports whether a stretch of a wording stands in marks of its own.
func (w *wording) inMarks(s stretchOf) bool {
	at := w.toks[s.from].Cover(w.toks[s.to-1].Span)
	for open := w.span.Start; open < at.Start; {
		i := strings.IndexFunc(w.src[open:at.Start], isMark)
		if i < 0 {
			return false
		}
		open += i
		end := w.closing(open)
		if end < 0 {
			return false
		}
		if end >= at.End {
			return true
		}
		open = end
	}
	return false
}

// closing returns where the marks end that open at an offset, behind it where
// none do, -1 where nothing closes them.
func (w *wording) closing(open int) int {
	mark, size := utf8.DecodeRuneInString(w.src[open:])
	next, _ := utf8.DecodeRuneInString(w.src[open+size:])
	last, _ := utf8.DecodeLastRuneInString(w.src[w.span.Start:open])
	if !letterOrDigit(next) && next != '[' || letterOrDigit(last) {
		return open + size
	}
	single := text.IsApostrophe(mark)
	for i := open + size; i < w.span.End; {
		r, n := utf8.DecodeRuneInString(w.src[i:])
		behind, _ := utf8.DecodeRuneInString(w.src[i+n:])
		if isMark(r) && text.IsApostrophe(r) == single && !(i+n < w.span.End && letterOrDigit(behind)) {
			return i
		}
		i += n
	}
	return -1
}

func isMark(r rune) bool {
	return text.IsApostrophe(r) || r == '"' || unicode.Is(unicode.Quotation_Mark, r)
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
