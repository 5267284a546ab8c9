package ui

import (
	"cmp"
	"slices"

	"verbatim/corpus/news"
	"verbatim/ui/cell"
)

// roster is what a picker lists. Items are indices into the briefing.
type roster struct {
	one     string // names an item
	facet   facet
	first   string // names what stands before the columns
	columns []column
	of      int // items there are without a lens
	items   func(v *sieve) []int
	at      func(i int) anchor
	find    func(a anchor) int
	label   func(i int) string // what typing looks at
	row     func(i int) (first cell.Line, cells []cell.Line)
	preview func(p previews, i int) []cell.Line
	chip    func(i int) chip
	subject func(i int) subject
}

// column is one at the right of a list.
type column struct {
	name  string
	width int
}

// rosterOf returns what the picker of a view lists.
func rosterOf(v view, c *catalog) roster {
	switch v {
	case viewActors:
		return c.actorRoster()
	case viewEvents:
		return c.eventRoster()
	}
	return c.storyRoster()
}

// now returns the anchor of the item that is at an anchor, none for none.
func (r *roster) now(was anchor) anchor {
	if i := r.find(was); i >= 0 {
		return r.at(i)
	}
	return anchor{}
}

// draw sets what names an item at the left and the rest in columns.
func (r *roster) draw(i, width int) cell.Line {
	first, cells := r.row(i)
	return r.inColumns(width, first, cells)
}

// names draws the names of the columns.
func (r *roster) names(width int) cell.Line {
	cells := make([]cell.Line, len(r.columns))
	for i, c := range r.columns {
		cells[i] = cell.Text(Quiet, c.name)
	}
	return r.inColumns(width, cell.Text(Quiet, r.first), cells)
}

func (r *roster) inColumns(width int, first cell.Line, cells []cell.Line) cell.Line {
	right := cell.Blank(1)
	for i, c := range r.columns {
		right = right.Join(atRight(cells[i], c.width))
	}
	return cell.Spread(width, first, right)
}

func atRight(l cell.Line, width int) cell.Line {
	l = l.Cut(width)
	return l.Indent(width - l.Width())
}

// storyRoster lists the stories, the newest first.
func (c *catalog) storyRoster() roster {
	return roster{
		one: "Story", facet: byStory, first: "headline", columns: []column{{"outlets", 7}, {"articles", 9}, {"newest", 13}, {"alarms", 8}},
		of: len(c.b.Stories), items: c.newestStories, at: c.storyAnchor, find: c.findStory, label: c.storyLabel, row: c.storyRow,
		preview: previews.story, chip: c.storyChip, subject: c.storySubject,
	}
}

func (c *catalog) newestStories(v *sieve) []int {
	items := v.stories()
	slices.SortStableFunc(items, func(x, y int) int {
		return cmp.Or(c.newest[y].Compare(c.newest[x]), c.alarms[y]-c.alarms[x])
	})
	return items
}

func (c *catalog) storyRow(i int) (first cell.Line, cells []cell.Line) {
	s := &c.b.Stories[i]
	return cell.Text(Plain, c.headline(i)), []cell.Line{
		cell.Text(Outlet, thousands(len(s.Outlets))), cell.Text(Plain, thousands(len(s.Readings))),
		cell.Text(Quiet, dayOrNone(c.newest[i])), countOf(Alarm, "≠", c.alarms[i]),
	}
}

// storyChip narrows by a story.
func (c *catalog) storyChip(i int) chip {
	return chip{facet: byStory, item: c.storyAnchor(i), name: c.b.Stories[i].Headline}
}

func (c *catalog) storySubject(i int) subject {
	at := c.storyAnchor(i)
	return subject{place: place{article: at.article}, story: at}
}

// actorRoster lists the actors, those who say most first.
func (c *catalog) actorRoster() roster {
	return roster{
		one: "Actor", facet: byActor, first: "name, role", columns: []column{{"", 7}, {"quotes", 8}, {"mentions", 10}, {"articles", 10}},
		of: len(c.actors), items: (*sieve).actors, at: c.actorAnchor, find: c.findActor, label: c.actorLabel, row: c.actorRow,
		preview: previews.actor, chip: c.actorChip, subject: c.actorSubject,
	}
}

func (c *catalog) actorRow(i int) (first cell.Line, cells []cell.Line) {
	a := &c.b.Actors[i]
	first = cell.Text(Plain, a.Name)
	if a.Role != "" {
		first = first.Add(Quiet, "  "+a.Role)
	}
	kind := shortKind(a.Kind)
	if a.Kind == news.Person {
		kind = ""
	}
	return first, []cell.Line{
		cell.Text(Quiet, kind), countOf(Plain, "", len(c.said[i])),
		cell.Text(Plain, thousands(c.named[i])), cell.Text(Plain, thousands(len(a.Entities))),
	}
}

// actorChip narrows by an actor.
func (c *catalog) actorChip(i int) chip {
	return chip{facet: byActor, item: c.actorAnchor(i), name: c.b.Actors[i].Name}
}

func (c *catalog) actorSubject(i int) subject {
	return subject{place: c.actorPlace(i), actor: c.actorAnchor(i)}
}

// eventRoster lists the events by their days.
func (c *catalog) eventRoster() roster {
	return roster{
		one: "Event", facet: byEvent, first: "day, event", columns: []column{{"", 9}, {"reports", 8}, {"disagree on", 13}},
		of: len(c.events), items: func(v *sieve) []int { return v.keep(c.events, v.hasEvent) }, at: c.eventAnchor, find: c.findEvent, label: c.eventLabel, row: c.eventRow,
		preview: previews.event, chip: c.eventChip, subject: c.eventSubject,
	}
}

func (c *catalog) eventRow(i int) (first cell.Line, cells []cell.Line) {
	e := &c.b.Events[i]
	first = cell.Text(Quiet, exactly(c.eventExact(i), c.eventDate(i))).Fit(dateColumn).Add(Plain, eventName(e))
	modality := string(e.Modality)
	switch e.Modality {
	case news.Happened:
		modality = ""
	case news.Hypothetical:
		modality = "possible"
	}
	disagree := cell.Text(Quiet, "·")
	for n, x := range e.Conflicts {
		if n == 0 {
			disagree = cell.Text(Alarm, "!")
		}
		disagree = disagree.Add(Alarm, " "+x.Field)
	}
	return first, []cell.Line{cell.Text(Notable, modality), cell.Text(Plain, thousands(len(e.Reports))), disagree}
}

// eventSubject is where an event first stands, and its story.
func (c *catalog) eventSubject(i int) subject {
	out := subject{place: c.eventPlace(i), event: c.eventAnchor(i)}
	if s := c.b.Events[i].Story; s >= 0 && s < len(c.b.Stories) {
		out.story = c.storyAnchor(s)
	}
	return out
}

// countOf writes a number behind a sign, a dot for none.
func countOf(r cell.Role, sign string, n int) cell.Line {
	if n == 0 {
		return cell.Text(Quiet, "·")
	}
	return cell.Text(r, sign+thousands(n))
}
