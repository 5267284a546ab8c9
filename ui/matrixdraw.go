package ui

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/news"
	"verbatim/ui/cell"
)

// matrixLayout places the parts of a matrix.
type matrixLayout struct {
	left   int // cells of the statements
	column int // cells of a column
	shown  int // columns
	rows   int // statements
	detail int // rows of what is said of the cell
	legend int // rows of the legend
}

// The least and the most cells of a column, and those of one where there are more
// than fit.
const (
	minMatrixColumn   = 5
	maxMatrixColumn   = 18
	pagedMatrixColumn = 9
)

// layoutMatrix gives the statements two fifths of the width and the outlets
// the rest; what they leave goes back to the statements. Rows that there are no
// statements for go to what is said of the cell.
func layoutMatrix(w, h int, outlets []string, items int) matrixLayout {
	least := max(w*2/5, 30)
	l := matrixLayout{column: maxMatrixColumn, legend: len(matrixLegend(w))}
	want := minMatrixColumn
	for _, o := range outlets {
		want = max(want, min(cell.Text(Plain, plainName(o)).Width()+2, maxMatrixColumn))
	}
	l.column = min(want, max((w-least)/max(len(outlets), 1), minMatrixColumn))
	if l.column*len(outlets) > w-least {
		l.column = min(want, pagedMatrixColumn) // they are paged, and can be broad enough to be read
	}
	l.shown = max(min((w-least)/l.column, len(outlets)), 1)
	l.left = max(w-l.shown*l.column, 0)
	l.rows = max(min(h-3-l.legend-min(max(h/4, 3), 14), max(items, 3)), 1)
	l.detail = h - 3 - l.rows - l.legend
	return l
}

// plainName is an outlet's name without its article.
func plainName(outlet string) string {
	if rest, ok := strings.CutPrefix(outlet, "The "); ok {
		return rest
	}
	return outlet
}

// shortName is an outlet's name in width cells: whole, cut, or the first
// letters of its words.
func shortName(outlet string, width int) cell.Line {
	name := plainName(outlet)
	if line := cell.Text(Outlet, name); line.Width() <= width || width >= 6 {
		return line.Cut(width)
	}
	var b strings.Builder
	words := wordsOf(name)
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		b.WriteRune(unicode.ToUpper(r))
	}
	if len(words) < 2 {
		return cell.Text(Outlet, name).Cut(width)
	}
	return cell.Text(Outlet, b.String()).Cut(width)
}

// wordsOf are the words of a name without what stands between them.
func wordsOf(name string) []string {
	return strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) })
}

// initialled is an outlet's name of several words in width cells, as much of the
// beginning of each as fits.
func initialled(outlet string, width int) cell.Line {
	words := wordsOf(plainName(outlet))
	each := max((width+1)/max(len(words), 1)-1, 1)
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = cell.Text(Plain, w).Cut(each + 1).String()
		parts[i] = strings.TrimSuffix(parts[i], "…")
	}
	return cell.Text(Outlet, strings.Join(parts, " ")).Cut(width)
}

// shortNames are the names of outlets in width cells: those that would look
// alike by the beginnings of their words.
func shortNames(outlets []string, width int) []cell.Line {
	out := make([]cell.Line, len(outlets))
	alike := make(map[string]int, len(outlets))
	for i, o := range outlets {
		out[i] = shortName(o, width)
		alike[out[i].String()]++
	}
	for i, o := range outlets {
		if width >= 6 && alike[out[i].String()] > 1 {
			out[i] = initialled(o, width)
		}
	}
	return out
}

// View draws the names, the cells that are seen, what the keys are on, and
// what the signs mean.
func (m *matrix) View() string {
	if m.c == nil || m.w == 0 {
		return ""
	}
	out := []string{m.draw(m.titleLine()), m.draw(m.namesLine()), m.draw(m.countsLine())}
	for y := range m.lay.rows {
		out = append(out, m.rowView(m.scroll.top+y))
	}
	for _, l := range m.detail() {
		out = append(out, m.draw(l))
	}
	for len(out) < m.h-m.lay.legend {
		out = append(out, m.draw(nil))
	}
	for _, l := range matrixLegend(m.w) {
		out = append(out, m.draw(l))
	}
	return strings.Join(out[:m.h], "\n")
}

func (m *matrix) draw(l cell.Line) string { return m.theme.render(l.Fit(m.w), false) }

func (m *matrix) titleLine() cell.Line {
	name := "all stories of the filter"
	if i := m.c.findStory(m.story); !m.whole {
		name = m.c.headline(i)
	}
	parts := make([]string, 0, 2)
	for _, s := range []string{m.storyCount(), m.columnsShown()} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	right := cell.Text(Quiet, " "+strings.Join(parts, " · ")+" ")
	line := cell.Text(Focus, "━ ").Add(Strong, name+" ").Cut(max(m.w-right.Width()-leastRule, 12))
	return line.Join(cell.Rule(Focus, "━", m.w-line.Width()-right.Width()), right).Fit(m.w)
}

// columnsShown says which outlets are on the screen.
func (m *matrix) columnsShown() string {
	n := len(m.cols)
	if m.lay.shown >= n {
		return plural(n, "outlet")
	}
	s := fmt.Sprintf("outlets %d–%d of %d", m.first+1, m.first+m.lay.shown, n)
	if m.first > 0 {
		s = "← " + s
	}
	if m.first+m.lay.shown < n {
		s += " →"
	}
	return s
}

// columns goes through the columns that are on the screen.
func (m *matrix) columns(each func(col int, outlet string)) {
	for i := m.first; i < min(m.first+m.lay.shown, len(m.cols)); i++ {
		each(i, m.cols[i])
	}
}

func (m *matrix) namesLine() cell.Line {
	line := cell.Text(Quiet, "  "+plural(len(m.items), "statement")).Fit(m.lay.left)
	m.columns(func(col int, _ string) {
		lead := cell.Text(Plain, " ")
		if col == m.col {
			lead = cell.Text(Key, "▼")
		}
		line = line.Join(lead, m.names[col].Fit(m.lay.column-1))
	})
	return line
}

// countsLine says how many of the statements each outlet carries.
func (m *matrix) countsLine() cell.Line {
	line := cell.Text(Quiet, "  carried").Fit(m.lay.left)
	m.columns(func(col int, _ string) {
		line = line.Join(cell.Text(Quiet, fmt.Sprintf(" %d", m.carries[col])).Fit(m.lay.column))
	})
	return line
}

// rowView draws one statement; the cell of the keys stands out of its row.
func (m *matrix) rowView(y int) string {
	if y >= len(m.items) {
		if y == 0 {
			return m.draw(cell.Text(Quiet, "  "+m.c.none("no statements", len(m.c.order))))
		}
		return m.draw(nil)
	}
	here := y == m.row
	pointer := "  "
	if here {
		pointer = "▶ "
	}
	left := cell.Text(Key, pointer).Join(rows{c: m.c}.statement(m.items[y], m.lay.left-3)).Fit(m.lay.left)
	out := m.theme.render(left, here)
	told := m.told(m.items[y])
	m.columns(func(col int, outlet string) {
		out += m.cellView(m.cellIn(told, m.items[y], outlet), here, col == m.col)
	})
	return out + m.theme.render(cell.Blank(m.w-m.lay.left-m.lay.shown*m.lay.column), false)
}

// cellView draws a cell; the one the keys are on stands between arrows.
func (m *matrix) cellView(c matrixCell, inRow, inColumn bool) string {
	l := c.look()
	sign := cell.Text(l.role, l.sign)
	if c.conflict {
		sign = sign.Add(Alarm, "!")
	}
	if inRow && inColumn {
		sign = cell.Text(Caret, "›").Add(Caret, sign.String()+"‹")
		return m.theme.render(sign, false) + m.theme.render(cell.Blank(m.lay.column-sign.Width()), true)
	}
	return m.theme.render(sign.Indent(1).Fit(m.lay.column), inRow)
}

// detail says what the cell of the keys is.
func (m *matrix) detail() []cell.Line {
	if len(m.items) == 0 || len(m.cols) == 0 {
		return nil
	}
	s := &m.c.b.Statements[m.items[m.row]]
	c := m.cell(m.items[m.row], m.outlet)
	out := []cell.Line{cell.Rule(Title, "─", m.w)}
	if c.variant < 0 {
		line := cell.Text(c.look().role, c.look().sign+" ").Add(Outlet, m.outlet).Add(Plain, c.state.says())
		for _, l := range wrapRoles(line.Add(Quiet, "; the reference:"), m.w-1) {
			out = append(out, l.Indent(1))
		}
		c.variant = max(min(s.Reference, len(s.Variants)-1), 0)
	}
	if t, ok := m.c.tell(s, c.variant); ok {
		out = append(out, m.telling(t)...)
	}
	out = append(out, m.alarms(s, c.variant)...)
	out = append(out, previews{m.c, m.w}.conflicts(s.Conflicts)...)
	return fewer(out, m.lay.detail)
}

// alarms tells what else of a statement raises one.
func (m *matrix) alarms(s *news.Statement, but int) []cell.Line {
	others := slices.DeleteFunc(alarmsOf(s), func(n int) bool { return n == but })
	out := previews{m.c, min(m.w, readable)}.alarms(s, others)
	for i := range out {
		out[i] = out[i].Indent(1)
	}
	return out
}

// telling is one outlet's words and how they differ.
func (m *matrix) telling(t telling) []cell.Line {
	width := max(min(m.w-4, readable), 1)
	head := t.relation().Add(Plain, "  ").Add(Outlet, t.a.OutletName()).Add(Plain, "  ").Join(t.who()).Add(Plain, "  ").Join(t.source())
	out := []cell.Line{head.Indent(1)}
	for _, l := range append(t.words(width, false, t.marks()), wrapAll(t.differences(), width)...) {
		out = append(out, l.Indent(3))
	}
	return out
}

// fewer keeps the first n lines and says that there are more.
func fewer(ls []cell.Line, n int) []cell.Line {
	if len(ls) <= n || n < 1 {
		return ls[:min(len(ls), max(n, 0))]
	}
	return append(ls[:n-1:n-1], cell.Text(Quiet, fmt.Sprintf("   … %d more lines", len(ls)-n+1)))
}

// matrixLegend explains the signs, in as many rows as it takes.
func matrixLegend(width int) []cell.Line {
	type entry struct {
		look
		name string
	}
	es := []entry{{look{"◆", Same, ""}, "reference"}}
	for _, r := range []news.Relation{news.Verbatim, news.Styled, news.Trimmed, news.Edited, news.Altered, news.Merged, news.Paraphrase} {
		es = append(es, entry{lookOf(r), string(r)})
	}
	for _, s := range []presence{perhaps, absent, tooEarly, untold} {
		l := matrixCell{state: s}.look()
		es = append(es, entry{l, l.does})
	}
	es = append(es, entry{look{"!", Alarm, ""}, "disputed"})
	out, line := []cell.Line(nil), cell.Line(nil)
	for _, e := range es {
		next := cell.Text(e.role, " "+e.sign).Add(Quiet, " "+e.name+" ")
		if line.Width()+next.Width() > width && len(line) > 0 {
			out, line = append(out, line), nil
		}
		line = line.Join(next)
	}
	return append(out, line)
}
