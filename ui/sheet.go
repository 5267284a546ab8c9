package ui

import (
	"slices"

	"verbatim/ui/cell"
)

// sheet is the side-by-side view laid out, before it is scrolled.
type sheet struct {
	lines  []cell.Line
	at     map[int][2]int // first and last line of a variant
	column map[int]int    // on the screen, of a variant that stands in one
	shown  int            // columns on the screen, 0 when stacked
	width  int            // of a column
}

// build lays the sheet out for the width.
func (s *side) build() {
	if s.c == nil || s.w == 0 || s.gone {
		return
	}
	s.sheet = sheet{at: map[int][2]int{}, column: map[int]int{}}
	p := previews{s.c, s.w}
	s.sheet.add(wrapAll(s.c.repeats(&s.st), s.w)...)
	s.sheet.add(p.conflicts(s.st.Conflicts)...)
	s.sheet.add(wrapAll(s.c.absences(&s.st), s.w)...)
	s.sheet.add(s.c.noted(s.c.findStatement(s.item), s.w)...)
	s.sheet.add(nil)
	n, width := columns(s.w, len(s.order))
	if n == 0 {
		s.stacked()
	} else {
		s.sideBySide(n, width)
	}
	if len(s.apart) > 0 {
		s.possible()
	}
	s.scroll.total = len(s.sheet.lines)
	s.scroll.clamp()
}

func (h *sheet) add(ls ...cell.Line) { h.lines = append(h.lines, ls...) }

// mark notes the lines a variant fills.
func (h *sheet) mark(variant, first, count int) {
	h.at[variant] = [2]int{first, first + max(count-1, 0)}
}

// sideBySide sets n columns: the reference's always, and as many others as fit.
func (s *side) sideBySide(n, width int) {
	s.turnPage(n)
	shown := append([]int{0}, window(s.first, n-1, len(s.order))...)
	cols, most := make([][]cell.Line, len(shown)), 0
	base, level := len(s.sheet.lines), s.attributionRows(shown, width-2)
	for i, c := range shown {
		for j, v := range s.order[c] {
			rows := level
			if j > 0 {
				rows = 0
			}
			told := s.column(v, rows, width-2)
			s.sheet.mark(v, base+len(cols[i]), len(told))
			s.sheet.column[v] = i
			cols[i] = append(cols[i], told...)
		}
		most = max(most, len(cols[i]))
	}
	for y := range most {
		s.sheet.add(acrossColumns(cols, y, width))
	}
	s.sheet.shown, s.sheet.width = len(shown), width
}

// window returns up to n columns from first on, the reference's left out.
func window(first, n, total int) []int {
	var out []int
	for c := max(first, 1); c < total && len(out) < n; c++ {
		out = append(out, c)
	}
	return out
}

// turnPage moves the window so that the focused column is in it.
func (s *side) turnPage(n int) {
	focus, ok := s.at(s.focus)
	col := slices.IndexFunc(s.order, func(vs []int) bool { return slices.Contains(vs, focus) })
	s.first = max(min(s.first, len(s.order)-(n-1)), 1)
	switch {
	case !ok || col < 1:
	case col < s.first:
		s.first = col
	case col >= s.first+n-1:
		s.first = col - (n - 1) + 1
	}
}

func acrossColumns(cols [][]cell.Line, y, width int) cell.Line {
	var out cell.Line
	for i, c := range cols {
		if i > 0 {
			out = out.Add(Quiet, "│")
		}
		var l cell.Line
		if y < len(c) {
			l = c[y]
		}
		out = out.Join(l.Indent(1).Fit(width))
	}
	return out
}

// attributionRows is how many rows speaker and day take in the columns, so that
// the words of all begin at a level; one that talks much does not count.
func (s *side) attributionRows(shown []int, width int) int {
	const most = 6
	rows := 1
	for _, c := range shown {
		if t, ok := s.c.tell(&s.st, s.order[c][0]); ok {
			if n := len(attributed(t, width)); n <= most {
				rows = max(rows, n)
			}
		}
	}
	return rows
}

// column tells a variant in a column of width cells, the words below that many
// rows of who said it; for none it is another variant of an outlet.
func (s *side) column(n, rows, width int) []cell.Line {
	t, ok := s.c.tell(&s.st, n)
	if !ok {
		return nil
	}
	head := s.name(t)
	if rows == 0 {
		head = head.Add(Quiet, ", also")
	}
	out := []cell.Line{head, t.source(), s.relation(t)}
	out = append(out, s.body(t, rows, width)...)
	return append(out, nil)
}

// name is the outlet, pointed at when the keys are on it.
func (s *side) name(t telling) cell.Line {
	line := cell.Text(Outlet, t.a.OutletName())
	if t.isMarked() {
		line = line.Add(Key, " "+bookmarkSign)
	}
	if t.anchor() == s.focus {
		return cell.Text(Key, "▶ ").Join(line)
	}
	return line
}

func (s *side) relation(t telling) cell.Line {
	line := t.relation()
	if t.reference() && t.anchor() == s.chosen {
		return line.Add(Quiet, ", your choice")
	}
	return line
}

// attributed is speaker and day, on one line where they fit.
func attributed(t telling, width int) []cell.Line {
	who, when := t.who(), t.when()
	if when == nil {
		return wrapRoles(who, width)
	}
	if both := who.Add(Quiet, " · ").Join(when); both.Width() <= width {
		return []cell.Line{both}
	}
	return append(wrapRoles(who, width), wrapRoles(when, width)...)
}

// body is speaker and day in at least that many rows, words and differences.
func (s *side) body(t telling, rows, width int) []cell.Line {
	out := attributed(t, width)
	for len(out) < rows {
		out = append(out, nil)
	}
	var gap []cell.Line // below one another there is no row to spare
	if n, _ := columns(s.w, len(s.order)); n > 0 {
		gap = []cell.Line{nil}
	}
	out = append(out, gap...)
	out = append(out, t.words(width, s.context, s.marks(t))...)
	d := wrapAll(t.differences(), width)
	if len(d) > 0 {
		out = append(out, gap...)
	}
	return append(out, d...)
}

// marks draws on a telling what sets it apart: on the reference, what the
// telling the keys are on has not.
func (s *side) marks(t telling) []cell.Mark {
	n, ok := s.at(s.focus)
	if !t.reference() || !ok || n == t.n || s.st.Variants[n].Possible {
		return t.marks()
	}
	o, _ := s.c.tell(&s.st, n)
	return t.against(o)
}

// readable is the width beyond which a line of words tires the eye.
const readable = 96

// stacked sets the variants below each other.
func (s *side) stacked() {
	firsts, others := s.below()
	for _, n := range firsts {
		s.stack(n, "")
	}
	for _, n := range others {
		s.stack(n, ", also")
	}
}

func (s *side) stack(n int, also string) {
	t, ok := s.c.tell(&s.st, n)
	if !ok {
		return
	}
	width := min(s.w-4, readable)
	head := s.name(t).Add(Quiet, also).Add(Plain, "  ").Join(t.source()).Add(Plain, "  ").Join(s.relation(t))
	told := []cell.Line{head.Indent(1)}
	for _, l := range s.body(t, 0, width) {
		told = append(told, l.Indent(3))
	}
	s.sheet.mark(n, len(s.sheet.lines), len(told))
	s.sheet.add(append(told, nil)...)
}

// possible sets the paraphrases that are not sure apart.
func (s *side) possible() {
	title := cell.Text(Title, "─ Possible paraphrases: similar, not shown to be the same statement ")
	s.sheet.add(nil, title.Join(cell.Rule(Title, "─", s.w-title.Width())).Cut(s.w))
	for _, n := range s.apart {
		s.stack(n, "")
	}
}
