package ui

import (
	"fmt"
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"verbatim/ui/cell"
)

// list is a pane of rows with a cursor. It draws only the rows that are seen.
type list struct {
	*shared
	title   string
	number  int // the digit that focuses it, 0 for none
	empty   string
	rows    []anchor
	draw    func(i, width int) cell.Line
	cursor  int
	scroll  scroller
	w, h    int
	focused bool
	moved   bool   // by the editor; until then the cursor stays on the first row
	unread  string // why there may be rows and are none, empty where all has been read
	chosen  anchor // the row that narrows the other lists
	given   listing
	filter  filter
	now     func(anchor) anchor // the row of what was at an anchor and may be part of another item; nil for none
}

// listing is what a list is filled with.
type listing struct {
	rows  []anchor
	of    int // rows there would be without a lens
	draw  func(i, width int) cell.Line
	label func(i int) string // what a filter looks at
}

// SetSize gives the list w × h cells, the title among them.
func (l *list) SetSize(w, h int) {
	l.w, l.h, l.scroll.height = w, h, max(h-1, 0)
	l.follow()
}

// fill replaces the rows. The cursor stays on its item, or near where that was.
func (l *list) fill(g listing) {
	l.given, l.filter.folded = g, nil
	l.narrow()
}

// narrow shows the rows that the filter leaves.
func (l *list) narrow() {
	was, ok := l.current()
	l.rows, l.draw = l.given.rows, l.given.draw
	if kept := l.filter.keep(len(l.given.rows), l.given.label); kept != nil {
		l.rows = make([]anchor, len(kept))
		for i, n := range kept {
			l.rows[i] = l.given.rows[n]
		}
		ws := l.filter.words()
		l.draw = func(i, width int) cell.Line { return highlight(l.given.draw(kept[i], width), ws) }
	}
	if !l.moved || !ok {
		l.cursor = 0
	} else if i := l.rowOf(was); i >= 0 {
		if l.scroll.top > 0 { // or else what comes to the top is to be seen
			l.scroll.top += i - l.cursor
		}
		l.cursor = i
	}
	l.follow()
}

// rowOf returns the row of an item, -1 for none: its own, or that of what it
// has become part of.
func (l *list) rowOf(was anchor) int {
	i := slices.Index(l.rows, was)
	if i < 0 && l.now != nil {
		i = slices.Index(l.rows, l.now(was))
	}
	return i
}

// filtered acts on a key that is typed into the filter or begins one, and
// reports whether it was one.
func (l *list) filtered(k tea.KeyMsg) bool {
	switch {
	case l.filter.typing && (key.Matches(k, l.keys.hitUp) || key.Matches(k, l.keys.hitDown)):
		by := 1
		if key.Matches(k, l.keys.hitUp) {
			by = -1
		}
		l.moveTo(l.cursor + by)
	case l.filter.typing:
		if l.filter.typed(k, l.keys) {
			l.moved = false
			l.narrow()
		}
	case key.Matches(k, l.keys.filter):
		l.filter.typing = true
	case key.Matches(k, l.keys.back) && !l.filter.empty():
		l.filter.input = input{}
		l.narrow()
	default:
		return false
	}
	return true
}

// current returns the anchor of the row under the cursor.
func (l *list) current() (anchor, bool) {
	if l.cursor < 0 || l.cursor >= len(l.rows) {
		return anchor{}, false
	}
	return l.rows[l.cursor], true
}

// Update moves the cursor.
func (l *list) Update(m tea.Msg) tea.Cmd {
	k, ok := m.(tea.KeyMsg)
	if !ok {
		return nil
	}
	page := max(l.scroll.height-1, 1)
	switch {
	case key.Matches(k, l.keys.up):
		l.moveTo(l.cursor - 1)
	case key.Matches(k, l.keys.down):
		l.moveTo(l.cursor + 1)
	case key.Matches(k, l.keys.pageUp):
		l.moveTo(l.cursor - page)
	case key.Matches(k, l.keys.pageDown):
		l.moveTo(l.cursor + page)
	case key.Matches(k, l.keys.halfUp):
		l.moveTo(l.cursor - page/2)
	case key.Matches(k, l.keys.halfDown):
		l.moveTo(l.cursor + page/2)
	case key.Matches(k, l.keys.top):
		l.moveTo(0)
	case key.Matches(k, l.keys.bottom):
		l.moveTo(len(l.rows) - 1)
	}
	return nil
}

func (l *list) moveTo(i int) {
	l.cursor, l.moved = i, true
	l.follow()
}

// goTo puts the cursor on a row, if it is there.
func (l *list) goTo(a anchor) {
	if i := slices.Index(l.rows, a); i >= 0 && !a.zero() {
		l.moveTo(i)
	}
}

// follow keeps the cursor on a row and the row on the screen.
func (l *list) follow() {
	l.cursor = max(min(l.cursor, len(l.rows)-1), 0)
	l.scroll.total = len(l.rows)
	if l.scroll.height == 0 {
		return // not on the screen, and to come back as it was
	}
	if l.cursor < l.scroll.top {
		l.scroll.top = l.cursor
	}
	if l.cursor >= l.scroll.top+l.scroll.height {
		l.scroll.top = l.cursor - l.scroll.height + 1
	}
	l.scroll.clamp()
}

// View draws the title and the rows that are seen.
func (l *list) View() string {
	out := l.theme.render(l.titleLine(), false)
	for y := range l.scroll.height {
		i := l.scroll.top + y
		out += "\n" + l.row(i)
	}
	return out
}

func (l *list) row(i int) string {
	if i >= len(l.rows) {
		if i == 0 {
			return l.theme.render(cell.Text(Quiet, "  "+l.nothing()).Fit(l.w), false)
		}
		return l.theme.render(cell.Blank(l.w), false)
	}
	here := i == l.cursor
	line := cell.Text(Key, l.pointer(i, here)).Join(l.draw(i, l.w-2)).Fit(l.w)
	return l.theme.render(line, here && l.focused)
}

// nothing says why there is no row.
func (l *list) nothing() string {
	switch {
	case l.unread != "":
		return l.unread
	case l.given.of > 0 && l.filter.empty():
		return "none under the filter"
	}
	return l.empty
}

// pointer marks the cursor and the chosen row without colour.
func (l *list) pointer(i int, here bool) string {
	switch chosen := !l.chosen.zero() && l.rows[i] == l.chosen; {
	case here && l.focused && chosen:
		return "▶●"
	case here && l.focused:
		return "▶ "
	case chosen:
		return " ●"
	case here:
		return "› "
	}
	return "  "
}

func (l *list) titleLine() cell.Line {
	role, rule := Title, "─"
	if l.focused {
		role, rule = Focus, "━"
	}
	line := cell.Text(role, rule+" ")
	if l.number > 0 {
		line = line.Add(Key, fmt.Sprint(l.number)).Add(role, " ")
	}
	line = line.Add(role, l.title+" ")
	if l.filter.typing || !l.filter.empty() {
		line = line.Join(l.filter.line(max(l.w/2, 8))).Add(Plain, " ")
	}
	line = line.Add(Quiet, l.count()+" ")
	at := l.position()
	if line.Width()+at.Width() > l.w-leastRule {
		at = nil
	}
	return line.Join(cell.Rule(role, rule, l.w-line.Width()-at.Width()), at).Fit(l.w)
}

// position says which row the keys are on, where not all rows are seen.
func (l *list) position() cell.Line {
	if !l.focused || len(l.rows) <= l.scroll.height {
		return nil
	}
	return cell.Text(Quiet, " row "+thousands(l.cursor+1)+" ")
}

func (l *list) count() string {
	if len(l.rows) == l.given.of {
		return thousands(l.given.of)
	}
	return thousands(len(l.rows)) + " of " + thousands(l.given.of)
}
