package ui

import (
	"fmt"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"verbatim/corpus/news"
	"verbatim/ui/cell"
)

// timeline shows what happened when, as each outlet dates it: what has
// happened, what is planned, and what is denied or only possible.
type timeline struct {
	*ledger
	c    *catalog
	lens Lens
	of   int // events the lens leaves
}

func newTimeline(s *shared) *timeline {
	t := &timeline{ledger: &ledger{shared: s}}
	t.draw = t.drawRow
	return t
}

func (t *timeline) view() view { return viewTimeline }

func (t *timeline) where() cell.Line { return cell.Text(Quiet, "timeline, "+plural(t.of, "event")) }

// parts are the headings of the timeline, in order.
var parts = []string{"Happened", "Planned", "Denied or only possible"}

func partFor(m news.Modality) int {
	switch m {
	case news.Planned:
		return 1
	case news.Denied, news.Hypothetical:
		return 2
	}
	return 0
}

// show lays the events out that the lens leaves.
func (t *timeline) show(c *catalog, l Lens) {
	t.c, t.lens = c, l
	v := c.sieve(l)
	v.event = -1 // a facet does not narrow its own list
	found := make([][]int, len(parts))
	for _, i := range c.events {
		if n := partFor(c.b.Events[i].Modality); v.hasEvent(i) {
			found[n] = append(found[n], i)
		}
	}
	es := make([]entry, 0, len(c.events)+len(c.eventOf)+4*len(parts))
	t.of = 0
	for n, items := range found {
		if t.of += len(items); len(items) > 0 {
			es = append(es, partOf(parts[n], plural(len(items), "event"))...)
			es = t.events(es, items)
		}
	}
	if t.of == 0 {
		es = []entry{{}, {line: cell.Text(Quiet, "  "+c.none("no dated events", len(c.events)))}}
		if n := c.undated(); n > 0 && len(c.events) == 0 {
			says := "  In " + plural(n, "article") + " without a day of publication “on Friday” may be any Friday."
			es = append(es, entry{line: cell.Text(Quiet, says)})
		}
	}
	t.fill(es)
}

// undated counts the articles whose day of publication is not known.
func (c *catalog) undated() int {
	n := 0
	for i := range c.b.Readings {
		if c.b.Readings[i].Article.Published.Date.IsZero() {
			n++
		}
	}
	return n
}

// events appends events in order, those without a date last.
func (t *timeline) events(es []entry, items []int) []entry {
	for _, dated := range []bool{true, false} {
		for _, i := range items {
			if t.c.eventDate(i).IsZero() != dated {
				es = t.event(es, i)
			}
		}
	}
	return es
}

// event appends a row for the event and one for each report.
func (t *timeline) event(es []entry, i int) []entry {
	es = append(es, entry{kind: eventRow, item: i, id: eventRowOf(t.c.eventAnchor(i))})
	for _, r := range t.c.b.Events[i].Reports {
		if rep, a := t.c.report(r); rep != nil {
			es = append(es, entry{kind: reportRow, item: i, ref: r, id: anchor{a.ID, rep.Start}})
		}
	}
	return es
}

// eventRowOf returns the anchor of an event's own row. It lies before those of
// all text, so that it is not that of the event's first report.
func eventRowOf(event anchor) anchor { return anchor{event.article, -1 - event.at} }

// dateColumn is the width of a date with its day of the week.
const dateColumn = 17

func (t *timeline) drawRow(e *entry, width int) cell.Line {
	if e.kind == eventRow {
		return t.eventLine(e.item, width)
	}
	return t.reportLine(e, width)
}

func (t *timeline) eventLine(i, width int) cell.Line {
	e := &t.c.b.Events[i]
	d := t.c.eventDate(i)
	line := cell.Text(Strong, exactly(t.c.eventExact(i), d)).Fit(dateColumn).Add(Strong, eventName(e))
	right := cell.Text(Quiet, " "+plural(len(e.Reports), "report"))
	if m := modality(e.Modality); m != "" && e.Modality != news.Planned {
		line = line.Add(Notable, m)
	}
	for _, c := range e.Conflicts {
		right = right.Add(Alarm, " ! "+c.Field)
	}
	return cell.Spread(width, line, right)
}

// outletIn is an outlet's name in a column, without its article where that is too
// narrow for it.
func outletIn(name string, width int) cell.Line {
	line := cell.Text(Outlet, name)
	if line.Width() > width {
		line = cell.Text(Outlet, plainName(name))
	}
	return line.Fit(width)
}

// reportLine is an outlet's date and its own words for it. A date that is not
// that of most outlets is marked.
func (t *timeline) reportLine(e *entry, width int) cell.Line {
	r, a := t.c.report(e.ref)
	if r == nil {
		return nil
	}
	role, sign := Quiet, "  "
	if most := t.c.eventDate(e.item); !r.Date.IsZero() && !agree(r, most) {
		role, sign = Alarm, "! "
	}
	column := width * 2 / 9
	line := cell.Text(role, "  "+sign+exactly(r.Exact, r.Date)).Fit(4 + dateColumn)
	line = line.Join(outletIn(a.OutletName(), min(max(column, 12), 22))).Add(Plain, " ")
	if at := squeeze(r.DateAt.In(a.Text)); at != "" {
		line = line.Join(cell.Text(Quiet, "“"+at+"”").Fit(min(max(column, 14), 20))).Add(Plain, " ")
	}
	line = line.Add(Plain, firstWords(a.Text, r, width-line.Width()))
	return line.Cut(width)
}

// firstWords returns no more of a report than could be seen in width cells.
func firstWords(src string, r *news.Report, width int) string {
	const bytesPerCell = 8
	s := r.Span
	if most := max(width, 1) * bytesPerCell; s.Len() > most {
		s.End = onRune(src, s.Start+most)
	}
	return squeeze(s.In(src))
}

// agree reports whether a report can mean the day.
func agree(r *news.Report, d news.Date) bool {
	return d.IsZero() || r.Exact.Holds(r.Date, d)
}

// exactly writes a day, no more exactly than it is known.
func exactly(g news.Granularity, d news.Date) string {
	switch {
	case d.IsZero():
		return "no date"
	case g == news.WeekendExact:
		return shortSpan(d, d.AddDays(1)) + shortYear(d)
	case g == news.WeekExact:
		return shortSpan(d, d.AddDays(6)) + shortYear(d)
	case g == news.MonthOnly:
		return fmt.Sprintf("%s %d", d.Month.String()[:3], d.Year)
	case g == news.YearOnly:
		return fmt.Sprint(d.Year)
	}
	return longDay(d)
}

// longDay writes a date with its day of the week, "Wed  3 Dec 2025".
func longDay(d news.Date) string {
	if d.IsZero() {
		return "no date"
	}
	return fmt.Sprintf("%s %2d %s %d", d.Weekday().String()[:3], d.Day, d.Month.String()[:3], d.Year)
}

// Update moves, opens a source at its report, and narrows by the event.
func (t *timeline) Update(m tea.Msg) tea.Cmd {
	k, ok := m.(tea.KeyMsg)
	if !ok || t.c == nil {
		return nil
	}
	switch {
	case t.usual(k, t.keys.open, t.subject):
	case key.Matches(k, t.keys.choose):
		t.narrow()
	default:
		return t.ledger.Update(m)
	}
	return nil
}

func (t *timeline) narrow() {
	if e, ok := t.current(); ok {
		t.up.send(setLens{t.lens.toggled(t.c.eventChip(e.item))})
	}
}

// subject is the report under the cursor, the first one of an event.
func (t *timeline) subject() subject {
	e, ok := t.current()
	if !ok || t.c == nil {
		return subject{}
	}
	out := t.c.eventSubject(e.item)
	if r, a := t.c.report(e.ref); e.kind == reportRow && r != nil {
		out.place = place{a.ID, r.Span}
	}
	return out
}
