package link

import (
	"slices"
	"strings"
	"time"

	"verbatim/corpus/annotate"
	"verbatim/corpus/news"
)

// fromStory names the anchor of an article that only its story dates.
const fromStory = "the story's other articles"

// redated returns the readings with the reports of every article that has no
// date of its own read again, counted from the middle day of its story's
// other articles; without reports of relative dates where these have none
// either.
func redated(rs []news.Reading, list []news.Story) []news.Reading {
	copied := false
	for i := range list {
		days := newDaysTold(len(list[i].Readings), func(k int) *news.Reading { return &rs[list[i].Readings[k]] })
		for _, r := range list[i].Readings {
			if !ownDay(&rs[r].Article).IsZero() {
				continue
			}
			if !copied {
				rs, copied = slices.Clone(rs), true
			}
			rs[r].Reports = days.reports(&rs[r], nil).list
		}
	}
	return rs
}

// ownDay returns the day that an article tells of itself, the zero date if it
// tells none.
func ownDay(a *news.Article) news.Date { return annotate.AnchorOf(a, news.Date{}).Day }

// reportsFrom reads the reports of an article that has no date of its own
// again, counted from a day of its story; the zero date if that has none.
func reportsFrom(r *news.Reading, day news.Date) []news.Report {
	an := annotate.AnchorOf(&r.Article, day)
	if an.Day.IsZero() && !day.IsZero() {
		an = annotate.Anchor{Day: day, Source: fromStory}
	}
	return annotate.ReportsFrom(&r.Article, r.Sentences, r.Entities, an)
}

// daysTold is what the dated articles of a story tell of days.
type daysTold struct {
	middle news.Date          // the median of their own, zero if none is dated
	told   map[news.Date]bool // their own, and those on which they put what happened
}

// newDaysTold reads the days of a story of n articles.
func newDaysTold(n int, at func(int) *news.Reading) daysTold {
	s := daysTold{told: map[news.Date]bool{}}
	var own []news.Date
	for i := range n {
		r := at(i)
		d := ownDay(&r.Article)
		if d.IsZero() {
			continue
		}
		own = append(own, d)
		s.told[d] = true
		for k := range r.Reports {
			if r.Reports[k].Exact == news.DayExact {
				s.told[r.Reports[k].Date] = true
			}
		}
	}
	s.middle = median(own)
	return s
}

// reports reads the reports of an article that has no date of its own. What was
// read before may be nil.
func (s *daysTold) reports(r *news.Reading, before *datedReports) *datedReports {
	if before != nil && before.middle == s.middle && s.dayOf(before.week) == before.from {
		return before
	}
	list := reportsFrom(r, s.middle)
	out := &datedReports{middle: s.middle, week: weekdaysOf(list)}
	if out.from = s.dayOf(out.week); out.from != s.middle {
		list = reportsFrom(r, out.from)
	}
	out.list = append([]news.Report{}, list...)
	return out
}

// mostOff is how many days from the middle one of its story an article without a
// date may have come out.
const mostOff = 3

// dayOf returns the day that an article without a date came out on, by the weekdays
// that it tells of: the one from which they fall on
// most of the days that the others tell of, and lie nearest.
func (s *daysTold) dayOf(week []toldWeekday) news.Date {
	if len(week) < 2 || !slices.ContainsFunc(week, func(w toldWeekday) bool { return !w.ahead }) {
		return s.middle
	}
	best := s.middle
	most, least := s.fit(week, best)
	for _, off := range []int{1, -1, 2, -2, mostOff, -mostOff} {
		day := s.middle.AddDays(off)
		if n, far := s.fit(week, day); n > most || n == most && best != s.middle && far < least {
			best, most, least = day, n, far
		}
	}
	return best
}

// toldWeekday is a weekday that an article without a date tells of.
type toldWeekday struct {
	day   time.Weekday
	ahead bool
}

// weekdaysOf returns the weekdays that reports are counted by, each once.
func weekdaysOf(list []news.Report) []toldWeekday {
	var out []toldWeekday
	for i := range list {
		ahead := strings.HasPrefix(list[i].Basis, "weekday ahead")
		if w := (toldWeekday{list[i].Date.Weekday(), ahead}); (ahead || strings.HasPrefix(list[i].Basis, "weekday back")) && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// fit tells on how many days of the story weekdays fall that are counted from a
// day, and how many days they lie from it in all.
func (s *daysTold) fit(week []toldWeekday, from news.Date) (n, far int) {
	for _, w := range week {
		off := -((int(from.Weekday()) - int(w.day) + 7) % 7)
		if w.ahead {
			off = (int(w.day) - int(from.Weekday()) + 7) % 7
		}
		if s.told[from.AddDays(off)] {
			n++
		}
		far += max(off, -off)
	}
	return n, far
}

func median(days []news.Date) news.Date {
	if len(days) == 0 {
		return news.Date{}
	}
	slices.SortFunc(days, news.Date.Compare)
	return days[(len(days)-1)/2]
}
