package index

import (
	"strings"
	"unicode/utf8"

	"verbatim/corpus/text"
)

// snippetBytes is about how long a snippet is.
const snippetBytes = 240

// Snippet is a piece of an article's text around what matched: the bytes of
// the source, on one paragraph, untouched.
type Snippet struct {
	Text  string
	Start int         // byte of the article's text where it begins
	Spans []text.Span // words that matched, in Text
}

// snip cuts a snippet out of the text stored of a hit: around the first match
// within it, or else from its beginning.
func snip(rec *record, around []byte, spans []text.Span) Snippet {
	home := text.Span{Start: rec.Start, End: rec.Start + len(around)}
	focus := rec.At
	for _, s := range spans {
		if home.Contains(s) && (rec.Quote > 0 || !rec.At.Contains(s)) {
			focus = s
			break
		}
	}
	if !home.Contains(focus) || focus.Empty() {
		focus = text.Span{Start: home.Start, End: home.Start}
	}
	near := text.Span{Start: max(home.Start, focus.Start-snippetBytes), End: min(focus.End+snippetBytes+1, home.End)}
	src := string(around[near.Start-home.Start : near.End-home.Start]) // more than is shown
	cut := window(src, text.Span{Start: focus.Start - near.Start, End: focus.End - near.Start})
	out := Snippet{Text: cut.In(src), Start: near.Start + cut.Start}
	at := text.Span{Start: out.Start, End: out.Start + cut.Len()}
	for _, s := range spans {
		if at.Contains(s) {
			out.Spans = append(out.Spans, text.Span{Start: s.Start - at.Start, End: s.End - at.Start})
		}
	}
	return out
}

// window returns the part of the paragraph around focus that a snippet shows,
// cut between words where it can be.
func window(src string, focus text.Span) text.Span {
	start := strings.LastIndexByte(src[:focus.Start], '\n') + 1
	end := len(src)
	if i := strings.IndexByte(src[focus.End:], '\n'); i >= 0 {
		end = focus.End + i
	}
	if from := focus.Start - snippetBytes/3; from > start {
		start = wordAfter(src, from, focus.Start)
	}
	if to := start + snippetBytes; to < end {
		end = wordBefore(src, max(to, focus.End), focus.End)
	}
	return text.Span{Start: start, End: end}.Trim(src)
}

// wordAfter returns the start of the first word at or after i, at most limit.
func wordAfter(src string, i, limit int) int {
	if n := strings.IndexByte(src[i:limit], ' '); n >= 0 {
		return i + n + 1
	}
	for i < limit && !utf8.RuneStart(src[i]) {
		i++
	}
	return i
}

// wordBefore returns the end of the last word at or before i, at least limit.
func wordBefore(src string, i, limit int) int {
	if n := strings.LastIndexByte(src[limit:i], ' '); n > 0 {
		return limit + n
	}
	for i > limit && !utf8.RuneStart(src[i]) {
		i--
	}
	return i
}
