package annotate

import (
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// Marked is the words between one pair of quotation marks of a paragraph.
type Marked struct {
	Inner     text.Span // without the marks
	Outer     text.Span // with the marks there are
	Paragraph int       // index into the paragraphs given
	NoOpen    bool      // the opening mark is missing from the source and its place inferred
	NoClose   bool      // the closing mark is missing and its place inferred
	RunsOn    bool      // the quotation goes on in the next paragraph, as printers have it
	Continues bool      // it goes on from the paragraph before
}

// Marks pairs the quotation marks of each paragraph, outermost pairs only.
// A missing mark is repaired where the words around leave no doubt that one
// is missing, and the repair is said.
func Marks(src string, paragraphs []text.Span) []Marked {
	var out []Marked
	open := false // the paragraph before left a quotation open
	for i, p := range paragraphs {
		m := pairer{src: src, p: p, index: i}
		if i+1 < len(paragraphs) {
			m.nextOpens = opensWithMark(src, paragraphs[i+1])
		}
		found := m.pair(open)
		open = len(found) > 0 && found[len(found)-1].RunsOn
		out = append(out, found...)
	}
	return out
}

// opensWithMark reports whether a paragraph begins with an opening mark.
func opensWithMark(src string, p text.Span) bool {
	g, ok := glyphAt(src, p, p.Start)
	return ok && g.dir != closes
}

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

// pairer pairs the marks of one paragraph.
type pairer struct {
	src       string
	p         text.Span
	index     int
	nextOpens bool // the next paragraph begins with an opening mark
}

func (m *pairer) pair(open bool) []Marked {
	var double, single []glyph
	for _, g := range glyphs(m.src, m.p) {
		if g.single {
			single = append(single, g)
		} else {
			double = append(double, g)
		}
	}
	out := m.pairDouble(double, open)
	return mergeOutermost(out, m.pairSingle(single, double))
}

// mergeOutermost keeps the pairs that stand in no other; where pairs of the
// two families cross, the double marks win. Both lists are in order and
// without overlaps of their own.
func mergeOutermost(double, single []Marked) []Marked {
	var out []Marked
	i := 0
	for _, s := range single {
		for i < len(double) && double[i].Outer.End <= s.Outer.Start {
			out = append(out, double[i])
			i++
		}
		if crossed(double[i:], s.Outer) {
			continue
		}
		for i < len(double) && s.Outer.Contains(double[i].Outer) {
			i++
		}
		out = append(out, s)
	}
	return append(out, double[i:]...)
}

// crossed reports whether one of the pairs, in order, overlaps s and does not
// lie in it.
func crossed(double []Marked, s text.Span) bool {
	for _, d := range double {
		if d.Outer.Start >= s.End {
			return false
		}
		if d.Outer.Overlaps(s) && !s.Contains(d.Outer) {
			return true
		}
	}
	return false
}

// pairDouble pairs double marks with a stack, then mends what is left over.
func (m *pairer) pairDouble(gs []glyph, open bool) []Marked {
	var out []Marked
	for i := 0; i < len(gs); {
		g := gs[i]
		if g.dir == closes {
			if q, ok := m.withoutOpening(g, out, open && len(out) == 0); ok {
				out = append(out, q)
			}
			i++
			continue
		}
		q, next := m.closeOf(gs, i)
		q.Continues = open && len(out) == 0 && g.Start == m.p.Start
		out = append(out, q)
		i = next
	}
	return out
}

// lookahead is how many marks are looked at for the one that closes a pair.
const lookahead = 64

// closeOf finds the mark that closes gs[i], and returns the pair and the index
// behind it.
func (m *pairer) closeOf(gs []glyph, i int) (Marked, int) {
	if i+1 < len(gs) && gs[i+1].dir == opens {
		if _, ok := attributionComma(m.src, text.Span{Start: gs[i].End, End: gs[i+1].Start}); ok {
			return m.withoutClosing(gs, i)
		}
	}
	depth := 0
	for j := i + 1; j < len(gs); j++ {
		dir := gs[j].dir
		if dir == either {
			dir = closes
		}
		switch {
		case dir == opens:
			depth++
		case depth == 0:
			return m.marked(gs[i], gs[j]), j + 1
		case m.closesAll(gs, j, depth):
			return m.marked(gs[i], gs[j]), j + 1
		default:
			depth--
		}
	}
	return m.withoutClosing(gs, i)
}

// closesAll reports whether the closing mark gs[j], depth pairs deep, ends the
// outermost too: a clause ends at it and the marks that follow cannot close
// the rest.
func (m *pairer) closesAll(gs []glyph, j, depth int) bool {
	if !endsClause(m.src[:gs[j].Start]) {
		return false
	}
	balance := depth
	for _, g := range gs[j+1 : min(len(gs), j+1+lookahead)] {
		if g.dir == opens {
			balance++
		} else {
			balance--
			if balance == 0 {
				return false
			}
		}
	}
	return true
}

func (m *pairer) marked(a, b glyph) Marked {
	return Marked{Inner: text.Span{Start: a.End, End: b.Start}, Outer: text.Span{Start: a.Start, End: b.End}, Paragraph: m.index}
}

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

// withoutOpening deals with a closing mark nothing opened: the quotation goes
// on from the paragraph before, or its opening mark is missing.
func (m *pairer) withoutOpening(g glyph, before []Marked, open bool) (Marked, bool) {
	start := m.p.Start
	if len(before) > 0 {
		start = before[len(before)-1].Outer.End
	}
	q := Marked{Paragraph: m.index, Continues: open, NoOpen: true}
	if !open && !endsClause(m.src[:g.Start]) {
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

// pairSingle pairs single marks. An apostrophe is no mark; a mark behind an s
// may be a plural's, so one that ends a clause or a word without s is looked
// for first.
func (m *pairer) pairSingle(gs, double []glyph) []Marked {
	var out []Marked
	for i := 0; i < len(gs); i++ {
		if gs[i].dir == closes {
			continue
		}
		j := m.singleClose(gs, i)
		if j < 0 {
			continue
		}
		out = append(out, m.marked(gs[i], gs[j]))
		i = j
	}
	return out
}

func (m *pairer) singleClose(gs []glyph, i int) int {
	plural := -1
	for j := i + 1; j < min(len(gs), i+lookahead); j++ {
		if gs[j].dir == opens {
			if plural >= 0 {
				return plural
			}
			continue
		}
		r, _ := utf8.DecodeLastRuneInString(m.src[:gs[j].Start])
		if r == 's' || r == 'S' {
			if plural < 0 {
				plural = j
			}
			continue
		}
		return j
	}
	return plural
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
	if (r == '`' || r == '\'') && i+1 < p.End && src[i+1] == src[i] {
		g.End = i + 2
		g.dir = facing(src, p, g.Span)
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
	case '„', '«':
		g.dir = opens
	case '»':
		g.dir = closes
	case '\'', '‘', '’', '‚', '‛', '`', '‹', '›':
		return singleAt(src, p, g, r)
	default:
		return g, false
	}
	return g, true
}

// printed returns the way a curly mark is drawn; straight ones face either.
func printed(r rune) direction {
	switch r {
	case '“', '‟':
		return opens
	case '”':
		return closes
	}
	return either
}

// leansOn reports whether a mark is glued to letters on both sides, where its
// drawing alone tells its direction.
func leansOn(src string, p, g text.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(src[p.Start:g.Start])
	after, _ := utf8.DecodeRuneInString(src[g.End:p.End])
	return !breaks(before) && !breaks(after) && !endsWord(after)
}

// facing tells a mark's direction from what stands beside it.
func facing(src string, p, g text.Span) direction {
	before := beforeMarks(src[p.Start:g.Start])
	after := afterMarks(src[g.End:p.End])
	l, r := breaks(before) || opensBracket(before), breaks(after) || endsWord(after)
	switch {
	case l && !r:
		return opens
	case r && !l:
		return closes
	case !l && !r && (isStop(before)) && unicode.IsUpper(after):
		return either
	}
	return either
}

// beforeMarks returns the last rune of s that is not a quotation mark, 0 at
// the beginning.
func beforeMarks(s string) rune {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		if !isMark(r) {
			return r
		}
		s = s[:len(s)-n]
	}
	return 0
}

func afterMarks(s string) rune {
	for s != "" {
		r, n := utf8.DecodeRuneInString(s)
		if !isMark(r) {
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
// sign and digits stand before it.
func isMeasure(src string, p text.Span, i int) bool {
	j := i
	for j > p.Start && '0' <= src[j-1] && src[j-1] <= '9' {
		j--
	}
	return j < i && j > p.Start && (src[j-1] == '\'' || j-2 > p.Start && src[j-3:j] == "’")
}

// singleAt decides whether a single mark is a quotation mark.
func singleAt(src string, p text.Span, g glyph, r rune) (glyph, bool) {
	g.single = true
	before, _ := utf8.DecodeLastRuneInString(src[p.Start:g.Start])
	after, _ := utf8.DecodeRuneInString(src[g.End:p.End])
	if g.Start == p.Start {
		before = 0
	}
	if g.End == p.End {
		after = 0
	}
	wordBefore := unicode.IsLetter(before) || unicode.IsDigit(before)
	wordAfter := unicode.IsLetter(after) || unicode.IsDigit(after)
	if wordBefore && wordAfter {
		return g, false
	}
	g.dir = facing(src, p, g.Span)
	switch {
	case r == '‘' || r == '‚' || r == '‹':
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

// attributionComma finds the place in s where a quotation without its closing
// mark gives way to the reporter: the comma or stop before "he said" or "said
// the minister". It returns the offset behind that comma or stop.
func attributionComma(src string, s text.Span) (int, bool) {
	toks := text.Tokens(src, s)
	for i, t := range toks {
		if w := t.In(src); w != "," && w != "?" && w != "!" {
			continue
		}
		if saysAt(src, toks, i+1) {
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
