package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"verbatim/corpus/news"
)

// events lists a story's events by date, those to come apart.
func (m *markdown) events(story int) {
	var past, ahead []*news.Event
	for i := range m.Events {
		e := &m.Events[i]
		switch {
		case e.Story != story:
		case e.Modality == news.Planned:
			ahead = append(ahead, e)
		default:
			past = append(past, e)
		}
	}
	m.eventList("What happened when", past)
	m.eventList("What is planned", ahead)
}

func (m *markdown) eventList(title string, events []*news.Event) {
	if len(events) == 0 {
		return
	}
	m.printf("\n### %s\n\n", title)
	slices.SortStableFunc(events, func(a, b *news.Event) int { return cmp.Compare(m.day(a), m.day(b)) })
	for _, e := range events {
		m.event(e)
	}
}

// undated sorts after every day.
const undated = "~"

// day is the earliest day given for an event.
func (m *markdown) day(e *news.Event) string {
	if r := m.earliest(e); r != nil {
		return r.Date.String()
	}
	return undated
}

// earliest returns the report that gives the earliest day, nil if none gives
// one.
func (l *lookup) earliest(e *news.Event) *news.Report {
	var out *news.Report
	for _, ref := range e.Reports {
		r := l.report(ref)
		if !r.Date.IsZero() && (out == nil || r.Date.Compare(out.Date) < 0) {
			out = r
		}
	}
	return out
}

func (m *markdown) event(e *news.Event) {
	day := "no date"
	if r := m.earliest(e); r != nil {
		day = r.Exact.Show(r.Date)
	}
	m.printf("- **%s** %s", day, escape(e.Name))
	if e.Place != "" && !strings.Contains(e.Name, e.Place) {
		m.printf(", %s", escape(e.Place))
	}
	if e.Modality == news.Denied || e.Modality == news.Hypothetical {
		m.printf(" (%s)", e.Modality)
	}
	m.printf(": %s\n", strings.Join(m.told(e), "; "))
	m.conflicts(e.Conflicts, func(r news.Ref) int { return m.report(r).Start })
}

// told says which outlet tells of an event, in which words of time, and where.
func (m *markdown) told(e *news.Event) []string {
	var out []string
	for _, r := range e.Reports {
		t := m.report(r)
		s := escape(m.article(r.Reading).OutletName())
		if when := m.in(r.Reading, t.DateAt); when != "" {
			s += fmt.Sprintf(" “%s”", escape(when))
		}
		out = append(out, fmt.Sprintf("%s [%s]", s, escape(m.cite(r.Reading, t.Start))))
	}
	return out
}
