package ui

import (
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
	"verbatim/ui/cell"
)

// snippet returns the words around a hit on one line, the hit marked.
func snippet(a *news.Article, h Hit, width int) cell.Line {
	src := a.Text
	at := h.At
	if !at.Fits(src) {
		return nil
	}
	around := blockAround(a, at)
	from := max(wordBefore(src, at.Start-max(width/3, 0)), around.Start)
	in := text.Span{Start: from, End: max(runesOn(src, from, 2*max(width, 1), around.End), from)}
	marks := make([]cell.Mark, 0, len(h.Words))
	for _, w := range h.Words {
		marks = append(marks, cell.Mark{Span: w, Role: Found})
	}
	var out cell.Line
	if from > around.Start {
		out = out.Add(Quiet, "… ")
	}
	for _, r := range cell.Wrap(src, in, width, Plain, marks) {
		if out = out.Join(r.Line).Add(Plain, " "); out.Width() > width {
			break
		}
	}
	return out.Cut(width)
}

// blockAround returns the paragraph a span begins in, the whole text if none.
func blockAround(a *news.Article, s text.Span) text.Span {
	for _, b := range a.Blocks {
		if b.Has(s.Start) {
			return b.Span
		}
	}
	return text.Span{End: len(a.Text)}
}

// wordBefore returns the start of the word at or after an offset.
func wordBefore(src string, at int) int {
	if at <= 0 {
		return 0
	}
	const far = 40
	at = onRune(src, at)
	if i := strings.IndexAny(src[at:min(at+far, len(src))], " \n"); i >= 0 {
		return at + i + 1
	}
	return at
}

// runesOn returns the offset n runes on, at most end.
func runesOn(src string, from, n, end int) int {
	for ; n > 0 && from < end; n-- {
		_, size := utf8.DecodeRuneInString(src[from:])
		from += size
	}
	return min(from, end)
}

// onRune returns the first rune boundary at or after an offset.
func onRune(src string, at int) int {
	for at < len(src) && !utf8.RuneStart(src[at]) {
		at++
	}
	return at
}

// inOrder sorts spans and drops those that overlap one before them.
func inOrder(ss []text.Span) []text.Span {
	slices.SortFunc(ss, func(a, b text.Span) int { return a.Start - b.Start })
	out := ss[:0]
	for _, s := range ss {
		if n := len(out); n == 0 || !out[n-1].Overlaps(s) {
			out = append(out, s)
		}
	}
	return out
}
