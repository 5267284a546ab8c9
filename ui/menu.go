package ui

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"verbatim/corpus/text"
	"verbatim/ui/cell"
)

// outlets is a list of who published, to narrow by.
type outlets struct {
	*list
	lens Lens
}

func newOutlets(s *shared) *outlets {
	return &outlets{list: &list{shared: s, title: "Outlets", empty: "no articles yet", focused: true}}
}

func (o *outlets) view() view {
	if o.filter.typing {
		return viewFilter
	}
	return viewOutlets
}

func (o *outlets) where() cell.Line { return cell.Text(Quiet, "filter by outlet") }

func (o *outlets) show(c *catalog, l Lens) {
	o.lens = l
	facts := c.outletsOf(c.sieve(l.without(byOutlet)))
	names := make([]anchor, len(facts))
	for i, f := range facts {
		names[i] = anchor{article: f.name}
	}
	ch, _ := l.get(byOutlet)
	o.chosen = anchor{article: ch.name}
	draw := func(i, width int) cell.Line { return outletRow(facts[i], width) }
	o.fill(listing{names, len(c.outlets), draw, func(i int) string { return facts[i].name }})
}

func outletRow(f outletFacts, width int) cell.Line {
	alarms := cell.Text(Quiet, "·")
	if f.alarms > 0 {
		alarms = cell.Text(Alarm, fmt.Sprintf("≠%d", f.alarms))
	}
	right := cell.Blank(1).Join(counted(f.articles, "article", 14), counted(f.statements, "quote", 13), atRight(alarms, 7))
	return cell.Spread(min(width, 78), cell.Text(Outlet, f.name), right)
}

// counted is a number of things at the right of a column, one digit below
// another.
func counted(n int, noun string, width int) cell.Line {
	words := plural(n, noun)
	if n == 1 {
		words += " "
	}
	return atRight(cell.Text(Quiet, words), width)
}

// Update moves the cursor and narrows.
func (o *outlets) Update(m tea.Msg) tea.Cmd {
	k, ok := m.(tea.KeyMsg)
	if !ok {
		return nil
	}
	switch {
	case !o.filter.typing && key.Matches(k, o.keys.within):
		o.filter.typing = true
	case o.filtered(k):
	case key.Matches(k, o.keys.back):
		o.up.send(goBack{})
	case key.Matches(k, o.keys.enter):
		if at, ok := o.current(); ok {
			o.up.send(setLens{o.lens.toggled(chip{facet: byOutlet, name: at.article})})
			o.up.send(goBack{})
		}
	default:
		return o.list.Update(m)
	}
	return nil
}

// sheetView is text to scroll through: help, and what could not be read.
type sheetView struct {
	*shared
	kind   view
	write  func(c *catalog, width int) []cell.Line
	c      *catalog
	lines  []cell.Line
	scroll scroller
	filter filter
	w, h   int
}

func (s *sheetView) view() view {
	if s.filter.typing {
		return viewFilter
	}
	return s.kind
}

func (s *sheetView) where() cell.Line { return cell.Text(Quiet, viewNames[s.kind]) }

func (s *sheetView) show(c *catalog, _ Lens) {
	s.c = c
	s.build()
}

// SetSize gives the view w × h cells.
func (s *sheetView) SetSize(w, h int) {
	s.w, s.h = w, h
	s.build()
}

func (s *sheetView) build() {
	s.scroll.height = s.h
	if s.filter.typing || !s.filter.empty() {
		s.scroll.height = max(s.h-1, 0)
	}
	if s.c != nil && s.w > 0 {
		const oneColumn = 100
		ws, width := s.filter.words(), s.w
		if len(ws) > 0 {
			width = min(width, oneColumn)
		}
		s.lines = having(s.write(s.c, width), ws)
		s.scroll.total = len(s.lines)
		s.scroll.clamp()
	}
}

// having keeps the lines that have the words, under their headings.
func having(ls []cell.Line, ws []string) []cell.Line {
	if len(ws) == 0 {
		return ls
	}
	var out []cell.Line
	var heading cell.Line
	for _, l := range ls {
		said := text.Fold(l.String())
		switch {
		case strings.HasPrefix(said, "━"):
			heading = l
		case !slices.ContainsFunc(ws, func(w string) bool { return !strings.Contains(said, w) }):
			if heading != nil {
				out, heading = append(out, heading), nil
			}
			out = append(out, highlight(l, ws))
		}
	}
	return out
}

// Update scrolls, and narrows by what is typed.
func (s *sheetView) Update(m tea.Msg) tea.Cmd {
	k, ok := m.(tea.KeyMsg)
	switch {
	case !ok:
	case s.filter.typing && key.Matches(k, s.keys.hitUp):
		s.scroll.top--
		s.scroll.clamp()
	case s.filter.typing && key.Matches(k, s.keys.hitDown):
		s.scroll.top++
		s.scroll.clamp()
	case s.filter.typing:
		s.filter.typed(k, s.keys)
		s.build()
	case key.Matches(k, s.keys.within):
		s.filter.typing = true
		s.build()
	case key.Matches(k, s.keys.back) && !s.filter.empty():
		s.filter.input = input{}
		s.build()
	case key.Matches(k, s.keys.back):
		s.up.send(goBack{})
	default:
		s.scroll.move(s.keys, k)
	}
	return nil
}

// View draws what is scrolled to, below what is typed.
func (s *sheetView) View() string {
	ls := s.scroll.slice(s.lines)
	if s.filter.typing || !s.filter.empty() {
		ls = append([]cell.Line{cell.Text(Key, " ").Join(s.filter.line(s.w - 2))}, ls...)
	}
	return s.block(ls, s.w, s.h)
}

// newProblems returns what could not be read; reading reports whether there is more
// to come.
func newProblems(s *shared, reading func() bool) *sheetView {
	write := func(c *catalog, width int) []cell.Line { return writeProblems(c, width, reading()) }
	return &sheetView{shared: s, kind: viewProblems, write: write}
}

func writeProblems(c *catalog, width int, reading bool) []cell.Line {
	switch read := len(c.b.Readings); {
	case len(c.b.Problems) == 0 && c.failed:
		return []cell.Line{nil, cell.Text(Fault, "  Nothing could be read.")}
	case len(c.b.Problems) == 0 && c.unread:
		return []cell.Line{nil, cell.Text(Quiet, "  Nothing has been read yet.")}
	case len(c.b.Problems) == 0 && reading:
		return []cell.Line{nil, cell.Text(Quiet, "  No problem so far. Not all has been read yet.")}
	case len(c.b.Problems) == 0 && read == 0:
		return []cell.Line{nil, cell.Text(Notable, "  There was nothing to read.")}
	case len(c.b.Problems) == 0:
		return []cell.Line{nil, cell.Text(Same, "  Everything was read.")}
	}
	rest := "; " + plural(len(c.b.Readings), "article") + " could be read"
	out := []cell.Line{cell.Text(Strong, " "+plural(len(c.b.Problems), "problem")).Add(Quiet, rest), nil}
	for _, p := range c.b.Problems {
		for _, l := range wrapLine(Strong, p.File, width-2) {
			out = append(out, l.Indent(1))
		}
		for _, l := range wrapLine(Fault, p.What, width-6) {
			out = append(out, l.Indent(4))
		}
	}
	return out
}

func (s *sheetView) subject() subject { return subject{} }

func (o *outlets) subject() subject { return subject{} }
