package ui

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
	"verbatim/ui/cell"
)

// rows draws the items of a catalog as one line each.
type rows struct {
	c     *catalog
	years int // digits of the years of the events listed, see [catalog.yearDigits]
	day   int // cells of the widest day of the events listed
}

func (r rows) story(i, width int) cell.Line {
	s := &r.c.b.Stories[i]
	right := cell.Text(Quiet, fmt.Sprintf(" %d", len(s.Outlets)))
	if n := r.c.alarms[i]; n > 0 {
		right = right.Add(Alarm, fmt.Sprintf(" ≠%d", n))
	}
	return cell.Spread(width, cell.Text(Plain, r.c.headline(i)), right)
}

// headline returns a story's headline, or words for there being none.
func (c *catalog) headline(story int) string {
	if story < 0 || story >= len(c.b.Stories) {
		return "(no story)"
	}
	if h := c.b.Stories[story].Headline; strings.TrimSpace(h) != "" {
		return h
	}
	return "(no headline)"
}

func (r rows) actor(i, width int) cell.Line {
	a := &r.c.b.Actors[i]
	line := cell.Text(Plain, a.Name)
	if a.Role != "" {
		line = line.Add(Quiet, "  "+a.Role)
	}
	return cell.Spread(width, line, cell.Text(Quiet, r.saidBy(i, a)))
}

// saidBy counts an actor's statements; one who says nothing shows its kind.
func (r rows) saidBy(i int, a *news.Actor) string {
	if n := len(r.c.said[i]); n > 0 {
		return " “" + thousands(n)
	}
	if a.Kind == news.Person {
		return ""
	}
	return " " + shortKind(a.Kind)
}

func shortKind(k news.ActorKind) string {
	switch k {
	case news.Organisation:
		return "org"
	case news.Place:
		return "place"
	}
	return string(k)
}

func (r rows) event(i, width int) cell.Line {
	e := &r.c.b.Events[i]
	right := cell.Text(Quiet, modality(e.Modality))
	if width < roomy {
		right = cell.Text(Quiet, modalitySigns[e.Modality])
	}
	line := cell.Text(Quiet, r.dayOf(i, width)+r.year(i)+" ").Add(Plain, eventName(e))
	if len(e.Conflicts) > 0 {
		right = right.Add(Alarm, " !")
	}
	return cell.Spread(width, line, right)
}

// The width from which a row of an event says in a word what became of it, and
// that from which it has both ends of a long week; a narrower one keeps its cells
// for the name.
const (
	roomy    = 32
	spacious = 60
)

// modalitySigns are those of what has not simply happened.
var modalitySigns = map[news.Modality]string{news.Planned: " →", news.Denied: " ×", news.Hypothetical: " ?"}

// dayOf is the day of an event, of a week or a weekend both ends, or the first
// and a dash where the list is narrow.
func (r rows) dayOf(i, width int) string {
	const short = len(" 1 Dec-")
	g, d := r.c.eventExact(i), r.c.eventDate(i)
	day := shortExactly(g, d)
	switch {
	case width >= spacious || r.day <= short:
		return fmt.Sprintf("%*s", r.day, day)
	case utf8.RuneCountInString(day) > short:
		return shortDay(d) + "–"
	}
	return fmt.Sprintf("%*s", short, day)
}

// year is that of an event's day, in as many cells as any; none where all events
// listed are of one.
func (r rows) year(event int) string {
	d := r.c.eventDate(event)
	year := shortYear(d)
	switch r.years {
	case 0:
		return ""
	case 4:
		year = fmt.Sprintf(" %04d", d.Year)
	}
	if d.IsZero() || r.c.eventExact(event) == news.YearOnly {
		return strings.Repeat(" ", utf8.RuneCountInString(year))
	}
	return year
}

func shortYear(d news.Date) string { return fmt.Sprintf(" ’%02d", d.Year%100) }

// yearDigits returns how many digits tell the years of events in order of their
// days apart: none where all are of one, four where they are of two centuries,
// for all that is written of this one.
func (c *catalog) yearDigits(events []int) int {
	const farBack = 60
	dated := slices.IndexFunc(events, func(i int) bool { return !c.dates[i].IsZero() })
	if dated < 0 {
		return 0
	}
	switch first, last := c.dates[events[dated]].Year, c.dates[events[len(events)-1]].Year; {
	case first == last:
		return 0
	case last-first > farBack:
		return 4
	}
	return 2
}

// dayWidth returns the cells of the widest day of some events: those known by
// their week or weekend alone are wider than a day.
func (c *catalog) dayWidth(events []int) int {
	w := len(shortDay(news.Date{}))
	for _, i := range events {
		if g := c.exact[i]; g == news.WeekExact || g == news.WeekendExact {
			w = max(w, utf8.RuneCountInString(shortExactly(g, c.dates[i])))
		}
	}
	return w
}

func eventName(e *news.Event) string {
	if e.Place == "" || strings.Contains(e.Name, e.Place) {
		return e.Name
	}
	return e.Name + ", " + e.Place
}

func shortDay(d news.Date) string {
	if d.IsZero() {
		return "  ?   "
	}
	return fmt.Sprintf("%2d %s", d.Day, d.Month.String()[:3])
}

// shortExactly is [shortDay] for a day that may be known less exactly; a week
// and a weekend are written from their first day to their last, "6–7 Dec".
func shortExactly(g news.Granularity, d news.Date) string {
	switch {
	case d.IsZero():
	case g == news.WeekendExact:
		return shortSpan(d, d.AddDays(1))
	case g == news.WeekExact:
		return shortSpan(d, d.AddDays(6))
	case g == news.MonthOnly:
		return "   " + d.Month.String()[:3]
	case g == news.YearOnly:
		return fmt.Sprintf("%6d", d.Year)
	}
	return shortDay(d)
}

// shortSpan writes the days from one to another: "1–7 Dec", "29 Dec–4 Jan".
func shortSpan(from, to news.Date) string {
	first := fmt.Sprint(from.Day)
	if from.Month != to.Month {
		first = strings.TrimSpace(shortDay(from))
	}
	return first + "–" + strings.TrimSpace(shortDay(to))
}

// modality names what has not simply happened.
func modality(m news.Modality) string {
	if m == "" || m == news.Happened {
		return ""
	}
	return " " + string(m)
}

func (r rows) statement(i, width int) cell.Line {
	s, f := &r.c.b.Statements[i], &r.c.statements[i]
	q, a := r.c.quote(referenceOf(s))
	if q == nil {
		return nil
	}
	line := f.signOf().Join(f.markOf())
	line = line.Join(r.c.speakers(s).Fit(min(max(width/4, 12), 22))).Add(Plain, " ")
	right := cell.Text(Quiet, " "+r.carried(s, f))
	left := width - line.Width() - right.Width()
	line = line.Add(Words, beginning(a.Text, q, left))
	return cell.Spread(width, line, right)
}

// carried says how many of the story's outlets carry a statement.
func (r rows) carried(s *news.Statement, f *statementFacts) string {
	if s.Story < 0 || s.Story >= len(r.c.b.Stories) {
		return fmt.Sprint(len(f.outlets))
	}
	return fmt.Sprintf("%d/%d", len(f.outlets), max(len(r.c.b.Stories[s.Story].Outlets), len(f.outlets)))
}

// speakers names who said it, or says that nobody was found.
func (c *catalog) speakers(s *news.Statement) cell.Line {
	var names []string
	for _, a := range s.Speakers {
		if a >= 0 && a < len(c.b.Actors) {
			names = append(names, c.b.Actors[a].Name)
		}
	}
	if len(names) == 0 {
		return cell.Text(Unattributed, "unattributed")
	}
	return cell.Text(Speaker, strings.Join(names, ", "))
}

// printed returns the words of a quote with the marks the page has around them.
func printed(q *news.Quote, src string) text.Span {
	if q.Outer.Fits(src) && q.Outer.Contains(q.Span) {
		return q.Outer
	}
	return q.Span
}

// beginning returns the first words of a quote as printed, no more of them
// than could be seen in width cells.
func beginning(src string, q *news.Quote, width int) string {
	const bytesPerCell = 8
	at := printed(q, src)
	if most := max(width, 1) * bytesPerCell; at.Len() > most {
		at.End = at.Start + most
	}
	return strings.ToValidUTF8(at.In(src), "")
}
