package link

import (
	"slices"
	"strings"
	"unicode"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// run is a stretch of words between two that both wordings have: a range of
// the reference's tokens and one of the variant's.
type run struct{ r0, r1, v0, v1 int }

func (u run) empty() bool { return u.r0 == u.r1 && u.v0 == u.v1 }

// comparison is a variant held against a reference.
type comparison struct {
	ref, vary *wording
	pairs     []pair
	edits     []news.Edit
}

// compare aligns a variant with a reference and types what differs. Without a
// word in common there are no edits.
func compare(ref, vary *wording) *comparison {
	c := &comparison{ref: ref, vary: vary, pairs: align(ref.toks, vary.toks)}
	c.widen()
	c.slide()
	if len(c.pairs) == 0 {
		return c
	}
	first := c.pairs[0]
	c.head(run{0, first.ref, 0, first.vary})
	for i, p := range c.pairs {
		c.word(i, p)
		if i+1 < len(c.pairs) {
			q := c.pairs[i+1]
			c.inside(run{p.ref + 1, q.ref, p.vary + 1, q.vary})
		}
	}
	last := c.pairs[len(c.pairs)-1]
	c.tail(run{last.ref + 1, len(ref.toks), last.vary + 1, len(vary.toks)})
	return c
}

// relation is what the edits make of the variant.
func (c *comparison) relation() news.Relation {
	var seen struct{ altered, open, cut, style bool }
	for _, e := range c.edits {
		switch e.Kind {
		case news.EditInsert, news.EditSubstitute, news.EditCutInside:
			seen.altered = true
		case news.EditOpen:
			seen.open = true
		case news.EditCutStart, news.EditCutEnd, news.EditExtra:
			seen.cut = true
		case news.EditStyle:
			seen.style = true
		}
	}
	switch {
	case seen.altered:
		return news.Altered
	case seen.open:
		return news.Edited
	case seen.cut:
		return news.Trimmed
	case seen.style:
		return news.Styled
	}
	return news.Verbatim
}

// add notes an edit of a run of tokens.
func (c *comparison) add(kind news.EditKind, u run) {
	if u.empty() {
		return
	}
	c.edits = append(c.edits, news.Edit{Kind: kind, Reference: c.ref.cover(u.r0, u.r1), Variant: c.vary.cover(u.v0, u.v1)})
}

// style notes a run that differs in house style alone, or not at all.
func (c *comparison) style(u run) {
	if r, v := c.ref.toks[u.r0:u.r1], c.vary.toks[u.v0:u.v1]; !slices.EqualFunc(r, v, func(a, b token) bool { return a.fold == b.fold }) {
		c.add(news.EditStyle, u)
	}
}

// cover returns the bytes of the tokens from i to j, an empty span behind the
// token before if there are none.
func (w *wording) cover(i, j int) text.Span {
	switch {
	case i < j:
		return w.toks[i].Cover(w.toks[j-1].Span)
	case i > 0:
		return text.Span{Start: w.toks[i-1].End, End: w.toks[i-1].End}
	}
	return text.Span{Start: w.span.Start, End: w.span.Start}
}

// head types what stands before the first common word.
func (c *comparison) head(u run) {
	switch {
	case u.v0 == u.v1:
		c.add(c.edge(u, news.EditCutStart, u.r1, u.v1), u)
	case u.r0 == u.r1:
		c.add(c.edge(u, news.EditExtra, u.r1, u.v1), u)
	case c.openEnd(u):
		c.add(news.EditOpen, u)
	case c.ref.toks[u.r1].start && c.vary.toks[u.v1].start:
		c.add(news.EditCutStart, run{u.r0, u.r1, u.v0, u.v0})
		c.add(news.EditExtra, run{u.r1, u.r1, u.v0, u.v1})
	default:
		style, u := c.styledTail(u)
		r, v := c.changed(u, u.r1-1, u.v1-1)
		c.add(news.EditCutStart, run{u.r0, u.r1 - r, u.v0, u.v0})
		c.add(news.EditExtra, run{u.r1 - r, u.r1 - r, u.v0, u.v1 - v})
		c.inside(run{u.r1 - r, u.r1, u.v1 - v, u.v1})
		c.style(style)
	}
}

// tail types what stands behind the last common word.
func (c *comparison) tail(u run) {
	switch {
	case u.v0 == u.v1:
		c.add(c.edge(u, news.EditCutEnd, u.r0, u.v0), u)
	case u.r0 == u.r1:
		c.add(c.edge(u, news.EditExtra, u.r0, u.v0), u)
	case c.openEnd(u):
		c.add(news.EditOpen, u)
	case c.ref.toks[u.r0].start && c.vary.toks[u.v0].start:
		c.add(news.EditCutEnd, run{u.r0, u.r1, u.v0, u.v0})
		c.add(news.EditExtra, run{u.r1, u.r1, u.v0, u.v1})
	default:
		style, u := c.styledHead(u)
		c.style(style)
		r, v := c.changed(u, u.r0, u.v0)
		c.inside(run{u.r0, u.r0 + r, u.v0, u.v0 + v})
		c.add(news.EditCutEnd, run{u.r0 + r, u.r1, u.v0 + v, u.v0 + v})
		c.add(news.EditExtra, run{u.r1, u.r1, u.v0 + v, u.v1})
	}
}

// shortRun is the length up to which words at an end that differ in both are
// one change and not a change and a cut.
const shortRun = 6

// changed tells how many words of either side of a run at an end were changed,
// the rest being cut or extra. The words r and v stand next to the common
// stretch.
func (c *comparison) changed(u run, r, v int) (ref, vary int) {
	ref, vary = u.r1-u.r0, u.v1-u.v0
	switch {
	case ref == 0 || vary == 0:
		return 0, 0
	case similar(&c.ref.toks[r], &c.vary.toks[v]):
		return 1, 1
	case max(ref, vary) <= shortRun:
		return ref, vary
	}
	return min(ref, vary), min(ref, vary)
}

// edge is the kind of a cut at an end, open where all of it is openly marked
// or an ellipsis stands at the cut, which is before the tokens r and v.
func (c *comparison) edge(u run, kind news.EditKind, r, v int) news.EditKind {
	cut := c.ref.toks[u.r0:u.r1]
	if kind == news.EditExtra {
		cut = c.vary.toks[u.v0:u.v1]
	}
	if len(cut) > 0 && (allOpen(cut) || c.ref.ellipsis(r, r) || c.vary.ellipsis(v, v)) {
		return news.EditOpen
	}
	return kind
}

func allOpen(ts []token) bool {
	for i := range ts {
		if ts[i].open == 0 {
			return false
		}
	}
	return len(ts) > 0
}

// inside types a run between common words.
func (c *comparison) inside(u run) {
	if u.empty() {
		return
	}
	if c.openRun(u) {
		c.add(news.EditOpen, u)
		return
	}
	if open, rest, behind := c.besideGap(u); !open.empty() {
		if behind {
			c.inside(rest)
		}
		c.add(news.EditOpen, open)
		if !behind {
			c.inside(rest)
		}
		return
	}
	if head, rest := c.styledHead(u); rest != u {
		c.style(head)
		c.inside(rest)
		return
	}
	if tail, rest := c.styledTail(u); rest != u {
		c.inside(rest)
		c.style(tail)
		return
	}
	switch {
	case u.v0 == u.v1:
		c.add(news.EditCutInside, u)
	case u.r0 == u.r1:
		c.add(news.EditInsert, u)
	default:
		c.add(news.EditSubstitute, u)
	}
}

// openRun reports whether brackets or an ellipsis tell the reader of all that
// differs in a run. An ellipsis owns up to what its own wording leaves out, not
// to words that it has instead.
func (c *comparison) openRun(u run) bool {
	v, r := bare(c.vary.toks[u.v0:u.v1]), bare(c.ref.toks[u.r0:u.r1])
	left, more := c.vary.ellipsis(u.v0, u.v1), c.ref.ellipsis(u.r0, u.r1)
	switch {
	case (left || more) && (left || r == 0) && (more || v == 0):
		return true
	case v == 0 && u.v0 < u.v1: // brackets stand for the reference's words
		return true
	case r == 0 && u.r0 < u.r1: // the reference's brackets stand for these
		return true
	case u.v0 == u.v1:
		return c.vary.bracketAt(u.v0)
	case u.r0 == u.r1:
		return c.ref.bracketAt(u.r0)
	}
	return false
}

// ellipsis reports whether an ellipsis stands among the tokens from i to j,
// or beside them.
func (w *wording) ellipsis(i, j int) bool {
	for k := i; k <= j && k < len(w.toks); k++ {
		if w.toks[k].gap {
			return true
		}
	}
	return j == len(w.toks) && w.gap
}

// bare counts the tokens outside brackets.
func bare(ts []token) int {
	n := 0
	for i := range ts {
		if ts[i].open == 0 {
			n++
		}
	}
	return n
}

// bracketAt reports whether bracketed words stand beside the place before
// token i.
func (w *wording) bracketAt(i int) bool {
	return i > 0 && w.toks[i-1].open > 0 || i < len(w.toks) && w.toks[i].open > 0
}

// word types how a common word, and what stands behind it, is printed.
func (c *comparison) word(i int, p pair) {
	r, v := &c.ref.toks[p.ref], &c.vary.toks[p.vary]
	u := run{p.ref, p.ref + 1, p.vary, p.vary + 1}
	rs, vs := r.In(c.ref.src), v.In(c.vary.src)
	switch {
	case (r.open == 0) != (v.open == 0):
		c.bracket(i, p)
	case rs == vs:
	case plain(rs) == plain(vs):
		c.add(news.EditPunctuation, u)
	default:
		c.add(news.EditStyle, u)
	}
	c.signs(i, p)
}

// signs notes a difference of punctuation between two common words that
// follow each other in both.
func (c *comparison) signs(i int, p pair) {
	if i+1 >= len(c.pairs) || c.pairs[i+1] != (pair{p.ref + 1, p.vary + 1}) {
		return
	}
	r := text.Span{Start: c.ref.toks[p.ref].End, End: c.ref.toks[p.ref+1].Start}
	v := text.Span{Start: c.vary.toks[p.vary].End, End: c.vary.toks[p.vary+1].Start}
	if sameSigns(r.In(c.ref.src), v.In(c.vary.src)) {
		return
	}
	c.edits = append(c.edits, news.Edit{Kind: news.EditPunctuation, Reference: r, Variant: v})
}

// bracket notes a word that one wording has in brackets and the other has not,
// words in the same brackets together. Words that an editor put in for the
// reader's sake, and that another outlet prints as speech, are a change; a
// bracket round words the other has anyway is only an open edit.
func (c *comparison) bracket(i int, p pair) {
	w, at := c.ref, p.ref
	if c.ref.toks[at].open == 0 {
		w, at = c.vary, p.vary
	}
	kind := news.EditOpen
	if w.addition(at) {
		kind = news.EditSubstitute
	}
	n := len(c.edits)
	c.add(kind, run{p.ref, p.ref + 1, p.vary, p.vary + 1})
	if i == 0 || n == 0 || c.pairs[i-1] != (pair{p.ref - 1, p.vary - 1}) || w.toks[at-1].open != w.toks[at].open {
		return
	}
	last, e := &c.edits[n-1], c.edits[n]
	if last.Kind == kind && last.Reference.End == c.ref.toks[p.ref-1].End && last.Variant.End == c.vary.toks[p.vary-1].End {
		last.Reference, last.Variant = last.Reference.Cover(e.Reference), last.Variant.Cover(e.Variant)
		c.edits = c.edits[:n]
	}
}

// addition reports whether the bracketed words round token i are a phrase
// that the sentence would stand without: several words that a preposition
// begins.
func (w *wording) addition(i int) bool {
	g := w.toks[i].open
	first, last := i, i
	for first > 0 && w.toks[first-1].open == g {
		first--
	}
	for last+1 < len(w.toks) && w.toks[last+1].open == g {
		last++
	}
	return first < last && first > 0 && preposition(w.toks[first].key)
}

func preposition(w string) bool {
	switch w {
	case "with", "in", "on", "at", "of", "to", "from", "for", "by", "about", "against", "between", "before", "after", "under", "over", "during", "towards", "toward", "without":
		return true
	}
	return false
}

// plain is s without signs, in lower case.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == ' ', r == '&', r == '%':
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// sameSigns reports whether two stretches between words are the same but for
// the kind of mark, dash or blank.
func sameSigns(a, b string) bool { return a == b || signs(a) == signs(b) }

func signs(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case text.IsApostrophe(r), r == '"', unicode.Is(unicode.Quotation_Mark, r):
			return '"'
		case unicode.Is(unicode.Pd, r):
			return '-'
		}
		return r
	}, strings.ReplaceAll(s, "--", "-"))
}
