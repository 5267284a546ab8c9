package ui

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"verbatim/ui/cell"
)

// picker is a list that fills the screen, to find a story, an actor or an event
// by typing; a preview follows the cursor.
type picker struct {
	*list
	kind    view
	roster  roster
	preview *preview
	lay     pickerLayout
	c       *catalog
	lens    Lens
}

func newPicker(s *shared, kind view) *picker {
	empty := map[view]string{viewStories: "no story has these words", viewActors: "nobody has these words", viewEvents: "no event has these words"}
	l := &list{shared: s, title: viewNames[kind], empty: empty[kind], focused: true}
	l.filter.typing = true
	return &picker{list: l, kind: kind, preview: &preview{shared: s, down: s.keys.rollDown, up: s.keys.rollUp}}
}

func (p *picker) view() view { return p.kind }

func (p *picker) where() cell.Line { return cell.Text(Quiet, strings.ToLower(p.title)) }

// show lists the items that the lens leaves.
func (p *picker) show(c *catalog, l Lens) {
	p.c, p.lens, p.roster = c, l, rosterOf(p.kind, c)
	items := p.roster.items(c.sieve(l))
	p.chosen = anchor{}
	if ch, ok := l.get(p.roster.facet); ok {
		p.chosen = p.roster.now(ch.item)
	}
	p.now = p.roster.now
	p.fill(listing{anchors(items, p.roster.at), p.roster.of, over(items, p.roster.draw), labels(items, p.roster.label)})
	p.look()
}

// SetSize gives the list and the preview their places in w × h cells.
func (p *picker) SetSize(w, h int) {
	p.lay = layoutPicker(w, h)
	p.list.SetSize(p.lay.list.w, max(p.lay.list.h-1, 1)) // a row is the names of the columns
	p.preview.SetSize(p.lay.preview.w, p.lay.preview.h)
	p.look()
}

// look tells the preview what the cursor is on.
func (p *picker) look() {
	at, ok := p.current()
	if p.c == nil || !ok {
		p.preview.set(nil, "")
		return
	}
	p.preview.set(p.roster.preview(previews{p.c, p.lay.preview.w}, p.roster.find(at)), p.roster.one)
}

// View draws the title, the names of the columns, the rows, and the preview.
func (p *picker) View() string {
	out := p.theme.render(p.titleLine(), false) + "\n" + p.theme.render(p.roster.names(p.w-2).Indent(2).Fit(p.w), false)
	for y := range p.scroll.height {
		out += "\n" + p.row(p.scroll.top+y)
	}
	return p.preview.under(out, p.lay.preview)
}

// Update takes typing and picks.
func (p *picker) Update(m tea.Msg) tea.Cmd {
	k, ok := m.(tea.KeyMsg)
	if !ok || p.c == nil {
		return nil
	}
	switch {
	case key.Matches(k, p.keys.leave) && p.filter.empty():
		p.up.send(goBack{})
	case key.Matches(k, p.keys.leave):
		p.filter.input = input{}
		p.narrow()
	case key.Matches(k, p.keys.accept):
		p.pick()
	case key.Matches(k, p.keys.narrowBy):
		p.narrowBy()
	case key.Matches(k, p.keys.rollDown):
		p.preview.turn(wheelRows)
	case key.Matches(k, p.keys.rollUp):
		p.preview.turn(-wheelRows)
	case key.Matches(k, p.keys.pageHitUp):
		p.moveTo(p.cursor - p.scroll.height)
	case key.Matches(k, p.keys.pageHitDown):
		p.moveTo(p.cursor + p.scroll.height)
	default:
		p.filtered(k)
	}
	p.look()
	return nil
}

// pick opens the item: a story's briefing, an actor's card, an event in the
// timeline.
func (p *picker) pick() {
	at, ok := p.current()
	switch {
	case !ok:
	case p.kind == viewActors:
		p.up.send(openActor{at})
	case p.kind == viewEvents:
		p.up.send(openEvent{at})
	default:
		p.narrowBy()
	}
}

// narrowBy narrows every view to the item and goes to the briefing.
func (p *picker) narrowBy() {
	at, ok := p.current()
	if !ok {
		return
	}
	p.up.send(setLens{p.lens.with(p.roster.chip(p.roster.find(at)))})
	p.up.send(openBriefing{})
}

// subject is the item under the cursor, at the place it first stands at.
func (p *picker) subject() subject {
	at, ok := p.current()
	if !ok {
		return subject{}
	}
	return p.roster.subject(p.roster.find(at))
}
