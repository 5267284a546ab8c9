package cell

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"verbatim/corpus/text"
)

type glyphKind uint8

const (
	letter glyphKind = iota
	space
	wide    // a character of a script written without spaces
	lineEnd // an empty line of the source
)

// glyph is one character as it is drawn and the bytes of the source behind it.
type glyph struct {
	text.Span
	text   string
	w      int
	role   Role
	kind   glyphKind
	breaks bool // a row may end after it
}

// glyphs yields the bytes of src within in as inert glyphs. Letters of ASCII
// come as runs of at most most cells, none across a stop.
func glyphs(src string, in text.Span, most int, stops []int) iter.Seq[glyph] {
	return func(yield func(glyph) bool) {
		s := src[:in.End]
		for i := in.Start; i < in.End; {
			for len(stops) > 0 && stops[0] <= i {
				stops = stops[1:]
			}
			to := i + most
			if len(stops) > 0 {
				to = min(to, stops[0])
			}
			g := asciiGlyph(s, i, min(to, in.End))
			if g.End == 0 {
				if i = clusterGlyphs(s, i, yield); i < 0 {
					return
				}
				continue
			}
			if i = g.End; !yield(g) {
				return
			}
		}
	}
}

// asciiGlyph returns the glyph at i, which may be a run of letters up to the
// byte to; its End is 0 if a look at its neighbours is needed.
func asciiGlyph(s string, i, to int) glyph {
	c := s[i]
	if c >= 0x7f || i+1 < len(s) && s[i+1] >= 0x7f {
		return glyph{}
	}
	g := glyph{Span: text.Span{Start: i, End: i + 1}, text: s[i : i+1], w: 1}
	switch {
	case c == '\n':
		return lineEndGlyph(s, i)
	case c == ' ' || c == '\t' || c == '\r':
		g.kind, g.text = space, " "
	case c < ' ':
		g.text = inertCluster(g.text)
	case c == '-' || c == '/':
		g.breaks = i > 0 && s[i-1] > ' '
	default:
		g.End = runEnd(s, i+1, to)
		g.text, g.w = s[i:g.End], g.End-i
	}
	return g
}

// runEnd returns where a run of ASCII letters ends that goes on at i.
func runEnd(s string, i, to int) int {
	for i < to && s[i] > ' ' && s[i] < 0x7f && s[i] != '-' && s[i] != '/' && (i+1 == len(s) || s[i+1] < 0x7f) {
		i++
	}
	return i
}

// lineEndGlyph returns a line's end and the white space after it: a space, or
// the start of a new row where a line without text follows.
func lineEndGlyph(s string, i int) glyph {
	n := len(s[i:]) - len(strings.TrimLeft(s[i:], " \t\r\n"))
	g := glyph{Span: text.Span{Start: i, End: i + n}, text: " ", w: 1, kind: space}
	if strings.Count(s[i:i+n], "\n") > 1 {
		g.kind = lineEnd
	}
	return g
}

// clusterGlyphs yields the glyphs of the grapheme cluster at i and returns
// where it ends, -1 if the reader stopped.
func clusterGlyphs(s string, i int, yield func(glyph) bool) int {
	c, _ := ansi.FirstGraphemeCluster(s[i:], ansi.GraphemeWidth)
	at := text.Span{Start: i, End: i + max(len(c), 1)}
	if c == "\n" || c == "\r\n" {
		g := lineEndGlyph(s, i)
		if !yield(g) {
			return -1
		}
		return g.End
	}
	for rest := inertCluster(c); rest != ""; {
		part, _ := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
		rest = rest[max(len(part), 1):]
		w := ansi.StringWidth(part)
		g := glyph{Span: at, text: part, w: w, kind: kindOf(part, w), breaks: part == "—" || part == "–"}
		if !yield(g) {
			return -1
		}
	}
	return at.End
}

func kindOf(part string, w int) glyphKind {
	switch {
	case part == " ":
		return space
	case w > 1:
		return wide
	}
	return letter
}

// ink knows the role of every byte and the signs at their places.
type ink struct {
	in    text.Span
	base  Role
	roles []Role // by byte of in; nil if base throughout
	signs []sign
}

type sign struct {
	at   int
	rank int // at one place: what ends, what is missing, what begins
	text string
	role Role
}

func newInk(in text.Span, base Role, marks []Mark) *ink {
	k := &ink{in: in, base: base}
	for _, m := range marks {
		k.paint(m)
		k.sign(m)
	}
	slices.SortStableFunc(k.signs, func(a, b sign) int {
		if a.at != b.at {
			return a.at - b.at
		}
		return a.rank - b.rank
	})
	return k
}

// stops returns the bytes at which roles change or signs stand, in order.
func stops(marks []Mark) []int {
	out := make([]int, 0, 2*len(marks))
	for _, m := range marks {
		out = append(out, m.Start, m.End)
	}
	slices.Sort(out)
	return out
}

func (k *ink) paint(m Mark) {
	if !m.Overlaps(k.in) {
		return
	}
	if k.roles == nil {
		k.roles = slices.Repeat([]Role{k.base}, k.in.Len())
	}
	for i := max(m.Start, k.in.Start); i < min(m.End, k.in.End); i++ {
		k.roles[i-k.in.Start] = m.Role
	}
}

func (k *ink) sign(m Mark) {
	add := func(at, rank int, s string) {
		if s != "" && k.in.Start <= at && at <= k.in.End {
			k.signs = append(k.signs, sign{at: at, rank: rank, text: s, role: m.Role})
		}
	}
	if m.Empty() {
		add(m.Start, 1, m.Sign)
		return
	}
	add(m.Start, 2, m.Before)
	add(m.End, 0, m.After)
}

func (k *ink) role(at int) Role {
	if k.roles == nil || !k.in.Has(at) {
		return k.base
	}
	return k.roles[at-k.in.Start]
}

// before lays the signs that stand before the glyph.
func (k *ink) before(g glyph, l *layout) {
	for len(k.signs) > 0 && k.signs[0].at < g.End && (k.signs[0].at <= g.Start || k.signs[0].rank == 2) {
		k.next(l, isWordy(g.text))
	}
}

func isWordy(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func opensMarks(s string) bool { return strings.Contains("“„‘‚«‹\"'([", s) }

// rest lays the signs after the last glyph.
func (k *ink) rest(l *layout) {
	for len(k.signs) > 0 {
		k.next(l, false)
	}
}

// next lays the first sign. One that stands for something missing is set off
// by spaces; the others cling to their words.
func (k *ink) next(l *layout, spaceAfter bool) {
	s := k.signs[0]
	k.signs = k.signs[1:]
	gap := glyph{Span: text.Span{Start: s.at, End: s.at}, text: " ", w: 1, kind: space, role: k.base}
	alone := s.rank == 1
	if alone && len(l.word) > 0 && !opensMarks(l.word[len(l.word)-1].text) {
		l.add(gap)
	}
	for rest := s.text; rest != ""; {
		part, w := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
		rest = rest[max(len(part), 1):]
		l.add(glyph{Span: gap.Span, text: part, w: w, role: s.role})
	}
	if alone && spaceAfter {
		l.add(gap)
	}
}
