package ui

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
)

// clicker is a screen that a mouse can point into.
type clicker interface {
	// click puts the keys on what is at a cell of the body. It reports whether
	// they were there already: then it is opened.
	click(x, y int) (again bool)
}

// roller is a screen with parts that a wheel turns each by itself.
type roller interface {
	// roll turns to the part at a cell and reports whether it has scrolled it;
	// if not, the keys do.
	roll(x, y, by int) bool
}

// wheelRows is how far one notch of a wheel goes.
const wheelRows = 3

// switchMouse hands the mouse over, to the program or back to the terminal.
func (r *root) switchMouse() tea.Cmd {
	r.mouse = !r.mouse
	key := r.keys.mouse.Help().Key
	if !r.mouse {
		r.toast = toast{say{Notable, "The mouse is the terminal's again: drag to select text."}, key + " takes it back"}
		return tea.DisableMouse
	}
	r.toast = toast{say{Notable, "Mouse on: click, again to open, wheel; shift-drag selects text."}, key + " off"}
	return tea.EnableMouseCellMotion
}

// mouseMode tells the terminal again after a program has had it.
func (r *root) mouseMode() tea.Cmd {
	if r.mouse {
		return tea.EnableMouseCellMotion
	}
	return nil
}

// pointed acts on the mouse: a wheel goes down or up thrice, a click on what
// the keys are on opens it, one on a key named in the footer presses it.
func (r *root) pointed(m tea.MouseMsg) tea.Cmd {
	head := r.headerRows()
	y := m.Y - head
	inBody := y >= 0 && m.Y < r.h-1
	switch {
	case !r.mouse || m.Action != tea.MouseActionPress || r.tooSmall():
	case m.Button == tea.MouseButtonWheelUp && inBody:
		return r.rolled(m.X, y, -wheelRows)
	case m.Button == tea.MouseButtonWheelDown && inBody:
		return r.rolled(m.X, y, wheelRows)
	case m.Button == tea.MouseButtonLeft && m.Y == head-1:
		r.dropping = false
		r.dropChip(r.chipAt(m.X))
	case m.Button == tea.MouseButtonLeft && m.Y == r.h-1:
		if b, ok := r.hintAt(m.X); ok {
			return r.pressed(b)
		}
	case m.Button == tea.MouseButtonLeft && inBody && !r.asking && !r.dropping && r.decision.prompt == nil:
		r.toast, r.place = toast{}, nil
		if c, ok := r.top().(clicker); ok && c.click(m.X, y) {
			return r.pressed(r.keys.opens(r.top().view()))
		}
	}
	return nil
}

// pressed does what the first key of a binding does.
func (r *root) pressed(b key.Binding) tea.Cmd {
	if k, ok := pressOf(b); ok {
		return r.key(k)
	}
	return nil
}

func (r *root) rolled(x, y, by int) tea.Cmd {
	if p, ok := r.top().(roller); ok && p.roll(x, y, by) {
		return nil
	}
	b := r.keys.rolls(r.top().view(), by > 0)
	k, ok := pressOf(b)
	if !ok {
		return nil
	}
	by = max(by, -by)
	cmds := make([]tea.Cmd, by)
	for i := range cmds {
		cmds[i] = r.top().Update(k)
	}
	return tea.Batch(cmds...)
}

func (t rect) has(x, y int) bool { return x >= t.x && x < t.x+t.w && y >= t.y && y < t.y+t.h }

// click puts the cursor on a row; the first is below the title.
func (l *list) click(_, y int) bool {
	i := l.scroll.top + y - 1
	if y < 1 || i >= len(l.rows) {
		return false
	}
	again := l.focused && i == l.cursor
	l.moveTo(i)
	return again
}

// click is that of a list below a row of names.
func (p *picker) click(x, y int) bool {
	if !p.lay.list.has(x, y) {
		return false
	}
	again := p.list.click(x, y-1)
	p.look()
	return again
}

func (p *picker) roll(x, y, by int) bool {
	if !p.lay.preview.has(x, y) {
		return false
	}
	p.preview.turn(by)
	return true
}

// pane returns the list at a cell and the row within it, -1 for none.
func (d *desk) pane(x, y int) (i, row int) {
	for i, t := range []rect{d.lay.stories, d.lay.actors, d.lay.events, d.lay.statements} {
		if t.has(x, y) {
			return i, y - t.y
		}
	}
	return -1, 0
}

func (d *desk) click(x, y int) bool {
	i, row := d.pane(x, y)
	if i < 0 {
		return false
	}
	was := d.focus
	again := d.lists[i].click(x, row)
	d.focusOn(i)
	d.look()
	return again && i == was
}

func (d *desk) roll(x, y, by int) bool {
	if d.lay.preview.has(x, y) {
		d.preview.turn(by)
		return true
	}
	if i, _ := d.pane(x, y); i >= 0 {
		d.focusOn(i)
	}
	return false
}

// click puts the keys on a hit: each has two rows, below two others.
func (s *search) click(_, y int) bool {
	i := s.scroll.top + (y-2)/2
	if s.input.value() == "" {
		i = y - 2 + s.offerTop()
	}
	if y < 2 || i >= s.scroll.total {
		return false
	}
	again := i == s.cursor
	s.moveTo(i)
	return again
}

func (l *ledger) click(_, y int) bool {
	i := l.scroll.top + y
	if i >= len(l.entries) || l.entries[i].id.zero() {
		return false
	}
	again := i == l.cursor
	l.cursor, l.moved = i, true
	l.follow()
	return again
}

// click puts the keys on a cell of the matrix; its rows begin below three.
func (m *matrix) click(x, y int) bool {
	row, col := m.scroll.top+y-3, m.col
	if y < 3 || y >= 3+m.lay.rows || row >= len(m.items) {
		return false
	}
	if x >= m.lay.left {
		col = m.first + (x-m.lay.left)/m.lay.column
	}
	again := row == m.row && col == m.col
	if col < min(m.first+m.lay.shown, len(m.cols)) {
		m.row, m.col = row, col
	}
	m.follow()
	return again
}

// click puts the keys on the telling at a cell.
func (s *side) click(x, y int) bool {
	line := s.scroll.top + y - 1
	for n, at := range s.sheet.at {
		col, beside := s.sheet.column[n]
		if y < 1 || line < at[0] || line > at[1] || beside && x/(s.sheet.width+1) != col {
			continue
		}
		again := s.focus == s.anchorOf(n)
		s.focus = s.anchorOf(n)
		s.build()
		return again
	}
	return false
}
