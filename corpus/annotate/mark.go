package annotate

import (
	"strings"
	"unicode/utf8"

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

// pairer pairs the marks of one paragraph.
type pairer struct {
	src       string
	p         text.Span
	index     int
	nextOpens bool // the next paragraph begins with an opening mark
}

func (m *pairer) pair(open bool) []Marked {
	var double, single []glyph
	boxes := linkBoxes(m.src, m.p)
	for _, g := range glyphs(m.src, m.p) {
		if boxEnd(boxes, g.Start) > g.Start {
			continue
		}
		if g.single {
			single = append(single, g)
		} else {
			double = append(double, g)
		}
	}
	out := mergeOutermost(m.pairDouble(double, open), m.pairSingle(single))
	if len(out) == 0 || out[0].Outer.Start > m.p.Start {
		out = m.runOn(single, out)
	}
	if open && len(out) > 0 && out[0].Outer.Start == m.p.Start {
		out[0].Continues = true
	}
	return out
}

// runOn deals with a single mark that opens the paragraph and is not closed in
// it, the next paragraph opening with one too: the quotation runs on.
func (m *pairer) runOn(single []glyph, found []Marked) []Marked {
	if len(single) == 0 || !m.nextOpens || single[0].Start != m.p.Start || single[0].dir != opens {
		return found
	}
	q := Marked{
		Inner: text.Span{Start: single[0].End, End: m.p.End}, Outer: text.Span{Start: m.p.Start, End: m.p.End},
		Paragraph: m.index, RunsOn: true,
	}
	return []Marked{q}
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
	strays := 0 // closing marks in a row that nothing opened
	for i := 0; i < len(gs); {
		g := gs[i]
		if g.dir == closes && !(strays == 0 && m.leadsIn(gs, i)) {
			if strays++; strays <= mostStrays {
				if q, ok := m.withoutOpening(g, out, open && len(out) == 0); ok {
					out = append(out, q)
				}
			}
			i++
			continue
		}
		strays = 0
		q, next := m.closeOf(gs, i)
		q.Continues = open && len(out) == 0 && g.Start == m.p.Start
		if !q.NoClose || !q.Inner.Trim(m.src).Empty() {
			out = append(out, q)
		}
		i = next
	}
	return out
}

// mostStrays is how many closing marks in a row are mended: where there are
// more, none of them tells where something was opened.
const mostStrays = 4

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
	if m.gluedClose(gs, i) {
		q := m.marked(gs[i], gs[i+1])
		q.Inner = q.Inner.Trim(m.src)
		return q, i + 2
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
		case !m.nests(gs, i, j, depth) && m.closesAll(gs, j, depth):
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

// nests reports whether the mark gs[j] ends no more than the pair within, although
// nothing closes the one that gs[i] opens: that one begins its paragraph, as the next
// paragraph begins again, and no reporter speaks behind: "“We saw “Low Tide.” It was
// long." before "“We left.”".
func (m *pairer) nests(gs []glyph, i, j, depth int) bool {
	if !m.nextOpens || depth != 1 || gs[j-1].dir != opens || gs[i].Start != m.p.Start || reopens(m.src[gs[i].End:gs[j-1].Start]) {
		return false
	}
	if rest := (text.Span{Start: gs[j].End, End: m.p.End}); rest.Trim(m.src).Empty() {
		return (m.src[gs[i].Start] == '"') != (m.src[gs[j].Start] == '"')
	}
	for _, g := range gs[j:min(len(gs), j+lookahead)] {
		if g.dir != opens && m.saysBehind(g.End) {
			return false
		}
	}
	return true
}

// reopens reports whether the words between two opening marks are none or end a
// sentence: the second mark says that a paragraph of the quotation began there.
func reopens(s string) bool {
	s = strings.TrimSpace(s)
	return s == "" || endsSentenceText(s) || strings.HasSuffix(s, "…")
}

// saysBehind reports whether the words at an offset begin with who said what stands
// before them.
func (m *pairer) saysBehind(at int) bool {
	s := text.Span{Start: at, End: min(m.p.End, at+farthestTail)}
	return saysAt(m.src, text.Tokens(m.src, s.Trim(m.src)), 0)
}

// farthestTail is how many bytes behind a mark are read for who spoke.
const farthestTail = 120

func (m *pairer) marked(a, b glyph) Marked {
	return Marked{Inner: text.Span{Start: a.End, End: b.Start}, Outer: text.Span{Start: a.Start, End: b.End}, Paragraph: m.index}
}

// pairSingle pairs single marks. An apostrophe is no mark; a mark behind an s
// may be a plural's, so one that ends a clause or a word without s is looked
// for first.
func (m *pairer) pairSingle(gs []glyph) []Marked {
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
