package cell

import (
	"strings"

	"verbatim/corpus/text"
)

// Mark gives the bytes of a span a role, and signs drawn around them. The
// signs are not of the source: they say in ink what the role says in colour.
// An empty span with a Sign is a place where something is missing.
type Mark struct {
	text.Span
	Role   Role
	Before string // drawn before the first byte
	After  string // drawn after the last
	Sign   string // drawn at an empty span, set off by spaces
}

// Row is one line of wrapped text and the bytes of the source it shows.
type Row struct {
	Line Line
	text.Span
}

// Wrap lays the bytes of src within in out in rows of at most width cells.
// Nothing is lost but white space at the ends of rows and what is invisible;
// a line end within is a space, an empty line begins a new row. Bytes that no
// mark covers have the role base; where marks overlap the later one wins.
func Wrap(src string, in text.Span, width int, base Role, marks []Mark) []Row {
	if !in.Fits(src) || width <= 0 {
		return nil
	}
	l := layout{width: width, at: in.Start}
	ink := newInk(in, base, marks)
	for g := range glyphs(src, in, width, stops(marks)) {
		ink.before(g, &l)
		g.role = ink.role(g.Start)
		l.add(g)
	}
	ink.rest(&l)
	l.flush()
	l.endRow(in.End)
	return l.rows
}

// layout fills rows greedily.
type layout struct {
	width       int
	rows        []Row
	line        []glyph
	gap, word   []glyph
	lineW, gapW int
	wordW       int
	at          int // first byte of the row being filled
}

func (l *layout) add(g glyph) {
	switch g.kind {
	case lineEnd:
		l.flush()
		l.endRow(g.End)
	case space:
		l.flush()
		l.gap, l.gapW = append(l.gap, g), l.gapW+g.w
	case wide:
		l.flush()
		l.take(g)
		l.flush()
	default:
		l.take(g)
		if g.breaks {
			l.flush()
		}
	}
}

// take adds a glyph to the word, dividing a word longer than a row.
func (l *layout) take(g glyph) {
	if l.wordW+g.w > l.width {
		l.flush()
	}
	l.word, l.wordW = append(l.word, g), l.wordW+g.w
}

// flush moves the word, and the gap before it, to the row or to the next.
func (l *layout) flush() {
	if len(l.word) == 0 {
		return
	}
	if l.lineW+l.gapW+l.wordW > l.width {
		l.endRow(l.word[0].Start)
	}
	if l.lineW > 0 {
		l.line, l.lineW = append(l.line, l.gap...), l.lineW+l.gapW
	}
	l.line, l.lineW = append(l.line, l.word...), l.lineW+l.wordW
	l.gap, l.word, l.gapW, l.wordW = l.gap[:0], l.word[:0], 0, 0
}

// endRow closes the row, which shows the source up to the byte at end.
func (l *layout) endRow(end int) {
	if len(l.line) > 0 {
		l.rows = append(l.rows, Row{Line: pieces(l.line), Span: text.Span{Start: l.at, End: end}})
	}
	l.line, l.lineW, l.gap, l.gapW, l.at = l.line[:0], 0, l.gap[:0], 0, end
}

// pieces joins glyphs of one role.
func pieces(gs []glyph) Line {
	var out Line
	for i := 0; i < len(gs); {
		var b strings.Builder
		w, r, n, end := 0, gs[i].role, 0, i
		for ; end < len(gs) && gs[end].role == r; end++ {
			w, n = w+gs[end].w, n+len(gs[end].text)
		}
		b.Grow(n)
		for ; i < end; i++ {
			b.WriteString(gs[i].text)
		}
		out = append(out, Piece{Text: b.String(), Width: w, Role: r})
	}
	return out
}
