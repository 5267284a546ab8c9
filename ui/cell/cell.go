// Package cell lays text out in terminal cells. Nothing reaches the screen but
// through it: every string is made inert on the way in, so that no article and
// no file name can move the cursor, change a colour or turn a line around, and
// every piece knows its width, so that no line grows wider than its place.
package cell

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Role says what a piece of text is. What a role looks like is for the theme;
// the zero Role is ordinary text.
type Role uint8

// Piece is inert text of one role.
type Piece struct {
	Text  string
	Width int // cells
	Role  Role
}

// Line is what stands on one line of the screen, left to right.
type Line []Piece

// Text returns s, made inert, as a line of one piece.
func Text(r Role, s string) Line {
	return Line{}.Add(r, s)
}

// Add returns the line with s, made inert, at its end.
func (l Line) Add(r Role, s string) Line {
	if s == "" {
		return l
	}
	s = Inert(s)
	return append(l, Piece{Text: s, Width: ansi.StringWidth(s), Role: r})
}

// Join returns the line with the pieces of the others at its end.
func (l Line) Join(others ...Line) Line {
	for _, o := range others {
		l = append(l, o...)
	}
	return l
}

// Width returns the cells the line fills.
func (l Line) Width() int {
	n := 0
	for _, p := range l {
		n += p.Width
	}
	return n
}

// Cut returns at most width cells of the line; where something is lost, it
// ends in an ellipsis.
func (l Line) Cut(width int) Line {
	if width <= 0 {
		return nil
	}
	if l.Width() <= width {
		return l
	}
	out, left := make(Line, 0, len(l)), width
	for _, p := range l {
		if p.Width < left {
			out, left = append(out, p), left-p.Width
			continue
		}
		s := ansi.Truncate(p.Text, left-1, "") + "…"
		return append(out, Piece{Text: s, Width: ansi.StringWidth(s), Role: p.Role})
	}
	return out
}

// Fit returns the line cut or filled with spaces to exactly width cells.
func (l Line) Fit(width int) Line {
	l = l.Cut(width)
	if gap := width - l.Width(); gap > 0 {
		l = append(l[:len(l):len(l)], blank(gap))
	}
	return l
}

// Spread returns l at the left and r at the right of exactly width cells. The
// right side is kept whole as long as it fits.
func Spread(width int, l, r Line) Line {
	r = r.Cut(width)
	return l.Fit(width - r.Width()).Join(r)
}

// Indent returns the line with n empty cells before it.
func (l Line) Indent(n int) Line {
	if n <= 0 {
		return l
	}
	return append(Line{blank(n)}, l...)
}

// Blank returns a line of width empty cells.
func Blank(width int) Line {
	if width <= 0 {
		return nil
	}
	return Line{blank(width)}
}

// Rule returns a line of width cells filled with the one-cell sign s.
func Rule(r Role, s string, width int) Line {
	if width <= 0 {
		return nil
	}
	return Line{{Text: strings.Repeat(s, width), Width: width, Role: r}}
}

// String returns the text of the line without its roles.
func (l Line) String() string {
	var b strings.Builder
	for _, p := range l {
		b.WriteString(p.Text)
	}
	return b.String()
}

func blank(n int) Piece { return Piece{Text: strings.Repeat(" ", n), Width: n} }
