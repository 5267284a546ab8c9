package ui

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"verbatim/corpus/news"
	"verbatim/ui/cell"
)

// The lists of the desk, by the digit that focuses them less one.
const (
	storyList = iota
	actorList
	eventList
	statementList
	listCount
)

// desk is the briefing: stories, actors, events and statements, each narrowing
// the others, and a preview of what the cursor is on.
type desk struct {
	*shared
	lists   [listCount]*list
	preview *preview
	focus   int
	large   bool // the focused list alone, as broad as the screen
	c       *catalog
	lens    Lens
	lay     deskLayout
	w, h    int
}

func newDesk(s *shared) *desk {
	d := &desk{shared: s, preview: &preview{shared: s, down: s.keys.previewDown, up: s.keys.previewUp}}
	titles := [listCount]string{"Stories", "Actors", "Events", "Quotes"}
	empties := [listCount]string{"no stories", "nobody", "no dated events", "no quotes"}
	for i := range d.lists {
		d.lists[i] = &list{shared: s, title: titles[i], number: i + 1, empty: empties[i]}
	}
	d.focusOn(statementList)
	return d
}

func (d *desk) view() view {
	if d.lists[d.focus].filter.typing {
		return viewFilter
	}
	return viewDesk
}

func (d *desk) where() cell.Line { return nil }

// SetSize places the panes.
func (d *desk) SetSize(w, h int) {
	d.w, d.h, d.lay = w, h, d.layout(w, h)
	for i, r := range []rect{d.lay.stories, d.lay.actors, d.lay.events, d.lay.statements} {
		d.lists[i].SetSize(r.w, r.h)
	}
	d.preview.SetSize(d.lay.preview.w, d.lay.preview.h)
	d.look()
}

func (d *desk) layout(w, h int) deskLayout {
	if d.large {
		return layoutLarge(w, h, d.focus)
	}
	return layoutDesk(w, h, d.items())
}

// items counts what there is to list, whatever the lens: the panes stay where
// they are while one filters.
func (d *desk) items() deskItems {
	if d.c == nil {
		return deskItems{}
	}
	return deskItems{len(d.c.stories), len(d.c.actors), len(d.c.events)}
}

// show fills the lists with what the lens leaves of the catalog.
func (d *desk) show(c *catalog, l Lens) {
	d.c, d.lens = c, l
	s := c.choose(l)
	r := rows{c, c.yearDigits(s.events), c.dayWidth(s.events)}
	d.lists[actorList].now, d.lists[statementList].now = c.actorNow, c.statementNow
	d.lists[storyList].fill(listing{inList(s.stories, c.listed.stories, c.storyAnchor), len(c.b.Stories), over(s.stories, r.story), labels(s.stories, c.storyLabel)})
	d.lists[actorList].fill(listing{inList(s.actors, c.listed.actors, c.actorAnchor), len(c.actors), over(s.actors, r.actor), labels(s.actors, c.actorLabel)})
	d.lists[eventList].fill(listing{inList(s.notable, c.listed.events, c.eventAnchor), len(c.events), over(s.notable, r.event), labels(s.notable, c.eventLabel)})
	d.lists[statementList].fill(listing{inList(s.statements, c.listed.statements, c.statementAnchor), len(c.order), over(s.statements, r.statement), labels(s.statements, c.statementLabel)})
	for i, f := range []facet{byStory, byActor, byEvent} {
		d.choose(i, d.chosenRow(f))
	}
	for _, l := range d.lists {
		l.unread = c.missing()
	}
	if d.h > 0 && d.layout(d.w, d.h) != d.lay {
		d.SetSize(d.w, d.h)
		return
	}
	d.look()
}

// choose marks a row as the one that narrows, and goes to it where that was done
// elsewhere.
func (d *desk) choose(list int, row anchor) {
	l := d.lists[list]
	if row != l.chosen {
		l.goTo(row)
	}
	l.chosen = row
}

// chosenRow returns the anchor, as the list has it, of the item a chip names.
func (d *desk) chosenRow(f facet) anchor {
	ch, ok := d.lens.get(f)
	if !ok {
		return anchor{}
	}
	find := map[facet]func(anchor) int{byStory: d.c.findStory, byActor: d.c.findActor, byEvent: d.c.findEvent}[f]
	at := map[facet]func(int) anchor{byStory: d.c.storyAnchor, byActor: d.c.actorAnchor, byEvent: d.c.eventAnchor}[f]
	if i := find(ch.item); i >= 0 {
		return at(i)
	}
	return anchor{}
}

// inList returns the anchors of items of a list, those of the whole where it is
// all of it.
func inList(items []int, whole []anchor, at func(int) anchor) []anchor {
	if len(items) == len(whole) {
		return whole
	}
	return anchors(items, at)
}

func anchors(items []int, at func(int) anchor) []anchor {
	out := make([]anchor, len(items))
	for i, n := range items {
		out[i] = at(n)
	}
	return out
}

// over makes a drawer of items one of rows.
func over(items []int, draw func(item, width int) cell.Line) func(i, width int) cell.Line {
	return func(i, width int) cell.Line { return draw(items[i], width) }
}

// labels makes the labels of items ones of rows.
func labels(items []int, label func(item int) string) func(i int) string {
	return func(i int) string { return label(items[i]) }
}

func (d *desk) focusOn(i int) {
	d.focus = i
	for j, l := range d.lists {
		l.focused = j == i
	}
	if d.large {
		d.SetSize(d.w, d.h)
	}
}

// Update moves between the panes, narrows, and opens.
func (d *desk) Update(m tea.Msg) tea.Cmd {
	k, ok := m.(tea.KeyMsg)
	if !ok || d.c == nil {
		return nil
	}
	if !d.lists[d.focus].filtered(k) && !d.moveFocus(k) && !d.act(k) {
		d.lists[d.focus].Update(m)
	}
	d.look()
	return nil
}

func (d *desk) moveFocus(k tea.KeyMsg) bool {
	for i, b := range d.keys.panes {
		if key.Matches(k, b) {
			d.focusOn(i)
			return true
		}
	}
	switch {
	case key.Matches(k, d.keys.next):
		d.focusOn((d.focus + 1) % listCount)
	case key.Matches(k, d.keys.previous):
		d.focusOn((d.focus + listCount - 1) % listCount)
	case key.Matches(k, d.keys.right):
		d.focusOn(statementList)
	case key.Matches(k, d.keys.left):
		if d.focus == statementList {
			d.focusOn(storyList)
		}
	default:
		return false
	}
	return true
}

func (d *desk) act(k tea.KeyMsg) bool {
	switch {
	case key.Matches(k, d.keys.enter):
		d.enter()
	case key.Matches(k, d.keys.choose):
		d.narrow()
	case key.Matches(k, d.keys.source):
		d.openSource()
	case key.Matches(k, d.keys.widen):
		d.up.send(setLens{d.lens.widened()})
	case key.Matches(k, d.keys.enlarge):
		d.large = !d.large
		d.SetSize(d.w, d.h)
	case key.Matches(k, d.keys.previewDown):
		d.preview.turn(wheelRows)
	case key.Matches(k, d.keys.previewUp):
		d.preview.turn(-wheelRows)
	default:
		return false
	}
	return true
}

// enter opens a statement; anything else narrows, and the keys go to what is
// left of the statements.
func (d *desk) enter() {
	if d.focus == statementList {
		if at, ok := d.lists[statementList].current(); ok {
			d.up.send(openStatement{item: at, among: d.lists[statementList].rows})
		}
		return
	}
	if d.narrow() {
		d.focusOn(statementList)
	}
}

// narrow sets or takes away the chip of the row and reports whether it set one.
func (d *desk) narrow() bool {
	at, ok := d.lists[d.focus].current()
	if !ok || d.focus == statementList {
		return false
	}
	if d.lists[d.focus].chosen == at {
		d.up.send(setLens{d.lens.without(d.chip(at).facet)})
		return false
	}
	d.up.send(setLens{d.lens.with(d.chip(at))})
	return true
}

func (d *desk) chip(at anchor) chip {
	switch d.focus {
	case storyList:
		return d.c.storyChip(d.c.findStory(at))
	case actorList:
		return d.c.actorChip(d.c.findActor(at))
	}
	return d.c.eventChip(d.c.findEvent(at))
}

// eventChip narrows by an event.
func (c *catalog) eventChip(i int) chip {
	return chip{facet: byEvent, item: c.eventAnchor(i), name: strings.TrimSpace(c.b.Events[i].Name + " " + strings.TrimSpace(shortExactly(c.eventExact(i), c.eventDate(i))))}
}

// openSource opens the page the row's item first stands on.
func (d *desk) openSource() {
	if s := d.subject(); s.article != "" {
		d.up.send(openSource{place: s.place})
	}
}

// subject is the row under the cursor, at the place it first stands at.
func (d *desk) subject() subject {
	at, ok := d.lists[d.focus].current()
	if !ok || d.c == nil {
		return subject{}
	}
	switch d.focus {
	case storyList:
		return d.c.storySubject(d.c.findStory(at))
	case actorList:
		return d.c.actorSubject(d.c.findActor(at))
	case eventList:
		return d.c.eventSubject(d.c.findEvent(at))
	}
	return d.c.ofQuote(referenceOf(&d.c.b.Statements[d.c.findStatement(at)]))
}

// referenceOf returns the quote of the reference, that of the first variant if
// none is named.
func referenceOf(s *news.Statement) news.Ref {
	if s.Reference >= 0 && s.Reference < len(s.Variants) {
		return s.Variants[s.Reference].Quote
	}
	if len(s.Variants) > 0 {
		return s.Variants[0].Quote
	}
	return news.Ref{Reading: -1}
}

// look tells the preview what the cursor is on.
func (d *desk) look() {
	if d.c == nil {
		return
	}
	at, ok := d.lists[d.focus].current()
	if !ok {
		d.preview.set(nil, "")
		return
	}
	p := previews{d.c, d.lay.preview.w}
	switch d.focus {
	case storyList:
		d.preview.set(p.story(d.c.findStory(at)), "Story")
	case actorList:
		d.preview.set(p.actor(d.c.findActor(at)), "Actor")
	case eventList:
		d.preview.set(p.event(d.c.findEvent(at)), "Event")
	case statementList:
		d.preview.set(p.statement(d.c.findStatement(at)), "Quote")
	}
}

// View draws the panes in their places.
func (d *desk) View() string {
	if d.large {
		return d.preview.under(d.lists[d.focus].View(), d.lay.preview)
	}
	left := strings.Join([]string{d.lists[storyList].View(), d.lists[actorList].View(), d.lists[eventList].View()}, "\n")
	right := d.lists[statementList].View()
	switch {
	case d.lay.preview.h == 0:
		return d.beside(left, right)
	case d.lay.preview.y > 0:
		return d.beside(left, right+"\n"+d.preview.View())
	}
	return d.beside(left, right, d.preview.View())
}
