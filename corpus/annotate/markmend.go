package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// withoutClosing deals with an opening mark nothing closes: the quotation
// runs on into the next paragraph, or its closing mark is missing.
func (m *pairer) withoutClosing(gs []glyph, i int) (Marked, int) {
	from, limit := gs[i].End, m.p.End
	if i+1 < len(gs) {
		limit = gs[i+1].Start
	}
	q := Marked{Outer: text.Span{Start: gs[i].Start, End: m.p.End}, Paragraph: m.index}
	if at, ok := attributionComma(m.src, text.Span{Start: from, End: limit}); ok {
		q.NoClose, q.Inner, q.Outer.End = true, text.Span{Start: from, End: at}, at
		return q, i + 1
	}
	q.Inner = text.Span{Start: from, End: m.p.End}
	q.RunsOn, q.NoClose = m.nextOpens, !m.nextOpens
	return q, len(gs)
}

// leadsIn reports whether the mark gs[i] that nothing opened was set on the
// wrong side of a space: it stands behind "she said," and another closes what
// follows: "he told them," We are leaving."".
func (m *pairer) leadsIn(gs []glyph, i int) bool {
	s, ok := strings.CutSuffix(m.src[m.p.Start:gs[i].Start], ",")
	if !ok || i+1 >= len(gs) || gs[i+1].dir == opens || !isSpaceByte(m.src[gs[i].End]) {
		return false
	}
	f, ok := lexicon.CueOf(text.Fold(lastWord(s)))
	return ok && f.Strength == 3
}

// withoutOpening deals with a closing mark nothing opened: the quotation goes
// on from the paragraph before, or its opening mark is missing.
func (m *pairer) withoutOpening(g glyph, before []Marked, open bool) (Marked, bool) {
	start := m.p.Start
	if len(before) > 0 {
		start = before[len(before)-1].Outer.End
	}
	q := Marked{Paragraph: m.index, Continues: open, NoOpen: true}
	if !open && (!endsClause(m.src[:g.Start]) || strings.HasPrefix(m.src[g.Start:], "»")) {
		return q, false
	}
	from := text.Span{Start: start, End: g.Start}
	if len(before) > 0 {
		ss := appendSentences(nil, m.src, from)
		if len(ss) < 2 {
			return q, false
		}
		from.Start = ss[len(ss)-1].Start
	}
	from = from.Trim(m.src)
	if from.Empty() {
		return q, false
	}
	q.Inner, q.Outer = from, text.Span{Start: from.Start, End: g.End}
	return q, true
}

// gluedClose reports whether the mark behind gs[i], drawn or set like one that opens, was
// glued to the wrong word and closes: a sentence ends before it, and the reporter goes on
// behind it, "“The dam held. ”Lind cautioned that".
func (m *pairer) gluedClose(gs []glyph, i int) bool {
	if i+1 >= len(gs) || gs[i+1].dir != opens || m.src[gs[i].Start] != '"' || m.src[gs[i+1].Start] != '"' || !endsSentenceText(strings.TrimSpace(m.src[gs[i].End:gs[i+1].Start])) {
		return false
	}
	s := text.Span{Start: gs[i+1].End, End: min(m.p.End, gs[i+1].End+farthestTail)}
	toks := text.Tokens(m.src, s.Trim(m.src))
	k := 0
	for k < min(len(toks), mostNames) && toks[k].Kind == text.Upper {
		k++
	}
	if k == 0 || k+1 >= len(toks) || toks[k+1].In(m.src) != "that" {
		return false
	}
	f, ok := lexicon.CueOf(text.Fold(toks[k].In(m.src)))
	return ok && f.Strength == 3 && (f.Form == lexicon.Past || f.Form == lexicon.Third)
}

// mostNames is how many words the name of who speaks has at most behind a glued mark.
const mostNames = 3

// attributionComma finds the place in s where a quotation without its closing
// mark gives way to the reporter: the comma or stop before "he said" or "said
// the minister". It returns the offset behind that comma or stop.
func attributionComma(src string, s text.Span) (int, bool) {
	toks := text.Tokens(src, s)
	for i, t := range toks {
		if w := t.In(src); w != "," && w != "?" && w != "!" {
			continue
		}
		j := i + 1
		for j < len(toks) && toks[j].Kind == text.Mark && j < i+3 {
			j++
		}
		if saysAt(src, toks, j) {
			return t.End, true
		}
	}
	return 0, false
}

// saysAt reports whether tokens at i read "he said", "Name Name said" or "said
// Name", followed by nothing that could be said.
func saysAt(src string, toks []text.Token, i int) bool {
	word := func(k int) string {
		if k >= len(toks) {
			return ""
		}
		return text.Fold(toks[k].In(src))
	}
	ends := func(k int) bool {
		w := word(k)
		if w == "reporters" || w == "journalists" || w == "parliament" || k < len(toks) && toks[k].Kind == text.Upper && word(k-1) == "told" {
			return true
		}
		return w == "" || w == "." || w == "," || w == "in" || w == "on" || w == "to" || w == "at" || w == "after"
	}
	isCue := func(k int) bool {
		f, ok := lexicon.CueOf(word(k))
		return ok && f.Strength == 3 && (f.Form == lexicon.Past || f.Form == lexicon.Third)
	}
	if w := word(i); (w == "he" || w == "she" || w == "they") && isCue(i+1) {
		return ends(i + 2)
	}
	j := i
	for j < len(toks) && j < i+4 && toks[j].Kind == text.Upper {
		j++
	}
	if j > i && isCue(j) {
		return ends(j + 1)
	}
	return isCue(i) && i+1 < len(toks) && toks[i+1].Kind == text.Upper
}
