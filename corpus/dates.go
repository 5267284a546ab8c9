package corpus

import (
	"slices"

	"verbatim/corpus/clean"
	"verbatim/corpus/news"
)

// dated gives an article whose dateline has a day without a year the year of
// its story. The briefing's own list of readings is changed.
func dated(b news.Briefing) news.Briefing {
	for _, s := range b.Stories {
		near := middle(&b, s.Readings)
		for _, i := range s.Readings {
			a := &b.Readings[i].Article
			if day := clean.DatelineDay(a); !near.IsZero() && a.Published.Date.IsZero() && day.Day != 0 && day.Year == 0 {
				a.Published = news.DateField{Date: clean.NearestYear(day, near), Origin: news.FromDateline, At: a.Dateline.At}
			}
		}
	}
	return b
}

// middle returns the middle one of the days the readings were published, the
// zero Date if none is known.
func middle(b *news.Briefing, readings []int) news.Date {
	var days []news.Date
	for _, i := range readings {
		if d := b.Readings[i].Article.Published.Date; !d.IsZero() {
			days = append(days, d)
		}
	}
	if len(days) == 0 {
		return news.Date{}
	}
	slices.SortFunc(days, news.Date.Compare)
	return days[len(days)/2]
}
