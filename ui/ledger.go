package ui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"verbatim/corpus/news"
	"verbatim/ui/cell"
)

// entry is a row of a ledger: something to stop at, or words read on the way.
type entry struct {
	id   anchor   // what the cursor stays on; zero where it does not stop
	item int      // of the catalog, as the kind says
	ref  news.Ref // likewise
	kind entryKind
	line cell.Line // of the kind words
}

type entryKind uint8

const (
	words      entryKind = iota
	eventRow             // item is an event
	reportRow            // ref is a report of the event item
	quoteRow             // ref is a quote
	mentionRow           // ref is a quote that names the actor item

)

// ledger is rows of which some can be stopped at. Only those seen are drawn.
type ledger struct {
	*shared
	entries []entry
	draw    func(e *entry, width int) cell.Line
	cursor  int
	scroll  scroller
	w, h    int
	moved   bool
}

// SetSize gives the ledger w × h cells.
func (l *ledger) SetSize(w, h int) {
	l.w, l.h, l.scroll.height = w, h, h
	l.follow()
}

// fill replaces the entries. The cursor stays on its entry, or near it.
func (l *ledger) fill(es []entry) {
	was, ok := l.current()
	l.entries = es
	if ok && l.moved {
		if i := slices.IndexFunc(es, func(e entry) bool { return e.id == was.id }); i >= 0 {
			l.scroll.top += i - l.cursor
			l.cursor = i
		}
	} else {
		l.cursor = 0
	}
	l.follow()
}

// current returns the entry under the cursor.
func (l *ledger) current() (entry, bool) {
	if l.cursor < 0 || l.cursor >= len(l.entries) || l.entries[l.cursor].id.zero() {
		return entry{}, false
	}
	return l.entries[l.cursor], true
}

// Update moves the cursor from stop to stop.
func (l *ledger) Update(m tea.Msg) tea.Cmd {
	k, ok := m.(tea.KeyMsg)
	if !ok {
		return nil
	}
	page := max(l.scroll.height-1, 1)
	switch {
	case key.Matches(k, l.keys.up):
		l.step(-1)
	case key.Matches(k, l.keys.down):
		l.step(1)
	case key.Matches(k, l.keys.pageUp):
		l.jump(l.cursor-page, -1)
	case key.Matches(k, l.keys.pageDown):
		l.jump(l.cursor+page, 1)
	case key.Matches(k, l.keys.halfUp):
		l.jump(l.cursor-page/2, -1)
	case key.Matches(k, l.keys.halfDown):
		l.jump(l.cursor+page/2, 1)
	case key.Matches(k, l.keys.top):
		l.jump(0, -1)
		l.scroll.top = 0
	case key.Matches(k, l.keys.bottom):
		l.jump(len(l.entries)-1, 1)
		l.scroll.top = len(l.entries)
		l.scroll.clamp()
	}
	return nil
}

// step goes to the next stop. Words between two stops that are further apart
// than the screen is high are scrolled through first.
func (l *ledger) step(by int) {
	i := l.cursor + by
	for i >= 0 && i < len(l.entries) && l.entries[i].id.zero() {
		i += by
	}
	if i < 0 || i >= len(l.entries) {
		l.scroll.top += by
		l.scroll.clamp()
		return
	}
	l.cursor, l.moved = i, true
	l.follow()
}

// goTo puts the cursor on an entry, if it is there, in the upper part of the
// screen.
func (l *ledger) goTo(id anchor) {
	if i := slices.IndexFunc(l.entries, func(e entry) bool { return e.id == id }); i >= 0 {
		l.cursor, l.moved = i, true
		l.scroll.top = i - l.scroll.height/3
		l.follow()
	}
}

// jump goes to row i, or the stop nearest it, looking on in the direction first.
func (l *ledger) jump(i, by int) {
	i = max(min(i, len(l.entries)-1), 0)
	for _, d := range []int{by, -by} {
		for j := i; j >= 0 && j < len(l.entries); j += d {
			if !l.entries[j].id.zero() {
				l.cursor, l.moved = j, true
				l.follow()
				return
			}
		}
	}
	l.scroll.top = i
	l.scroll.clamp()
}

// follow keeps the cursor on a stop and the stop on the screen, the words
// before the first one too.
func (l *ledger) follow() {
	l.cursor = max(min(l.cursor, len(l.entries)-1), 0)
	if len(l.entries) > 0 && l.entries[l.cursor].id.zero() {
		if i := slices.IndexFunc(l.entries[l.cursor:], func(e entry) bool { return !e.id.zero() }); i >= 0 {
			l.cursor += i
		}
	}
	l.scroll.total = len(l.entries)
	if l.cursor < l.scroll.top+1 {
		l.scroll.top = l.cursor - 1 // the heading above
	}
	if l.cursor >= l.scroll.top+l.scroll.height {
		l.scroll.top = l.cursor - l.scroll.height + 1
	}
	if !l.moved && l.cursor < l.scroll.height {
		l.scroll.top = 0
	}
	l.scroll.clamp()
}

// View draws the rows that are seen.
func (l *ledger) View() string {
	out := make([]string, 0, l.h)
	for y := range l.h {
		out = append(out, l.row(l.scroll.top+y))
	}
	return strings.Join(out, "\n")
}

func (l *ledger) row(i int) string {
	if i >= len(l.entries) {
		return l.theme.render(cell.Blank(l.w), false)
	}
	e := &l.entries[i]
	if e.id.zero() {
		return l.theme.render(l.line(e, l.w).Fit(l.w), false)
	}
	pointer := "  "
	if i == l.cursor {
		pointer = "▶ "
	}
	line := cell.Text(Key, pointer).Join(l.line(e, l.w-2)).Fit(l.w)
	return l.theme.render(line, i == l.cursor)
}

func (l *ledger) line(e *entry, width int) cell.Line {
	if e.kind == words {
		return e.line
	}
	return l.draw(e, width)
}

// partOf returns the rows that begin a part of a ledger.
func partOf(title, says string) []entry {
	line := cell.Text(Title, "─ "+title+" ").Add(Quiet, says)
	return []entry{{}, {line: line}}
}
