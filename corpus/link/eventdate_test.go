package link

import (
	"testing"
	"time"

	"verbatim/corpus/news"
)

// TestDayOf holds on which day an article without a date came out, in a story of
// Tuesday, of which others tell on Thursday.
func TestDayOf(t *testing.T) {
	day := func(n int) news.Date { return news.Date{Year: 2031, Month: time.March, Day: n} } // the 4th is a Tuesday
	s := daysTold{middle: day(4), told: map[news.Date]bool{day(3): true, day(4): true, day(6): true, day(7): true}}
	for name, c := range map[string]struct {
		week []toldWeekday
		want int
	}{
		"one weekday":                    {[]toldWeekday{{time.Thursday, false}}, 4},
		"the day before and its own":     {[]toldWeekday{{time.Monday, false}, {time.Tuesday, false}}, 4},
		"its own, and one to come":       {[]toldWeekday{{time.Tuesday, false}, {time.Thursday, true}}, 4},
		"two days of which the others":   {[]toldWeekday{{time.Tuesday, false}, {time.Thursday, false}}, 6},
		"the day after":                  {[]toldWeekday{{time.Friday, false}, {time.Monday, false}}, 7},
		"what is to come tells too":      {[]toldWeekday{{time.Monday, false}, {time.Tuesday, true}, {time.Friday, true}}, 4},
		"plans alone":                    {[]toldWeekday{{time.Thursday, true}, {time.Monday, true}}, 4},
		"days that nobody else tells of": {[]toldWeekday{{time.Saturday, false}, {time.Sunday, false}}, 4},
	} {
		if got := s.dayOf(c.week); got != day(c.want) {
			t.Errorf("%s: %v, want %v", name, got, day(c.want))
		}
	}
}

// TestUndatedAfterItsStory reads an article without a date that tells of two days
// of its story, the later behind the day in the middle.
func TestUndatedAfterItsStory(t *testing.T) {
	rs, _, es := linkEvents(t,
		told{"Courier", "2031-03-04", "The Harbour Board sued Fjord Rail on Tuesday.\nMara Venn will meet Orrin Tarn on Thursday."},
		told{"Ledger", "2031-03-04", "The Harbour Board sued Fjord Rail on Tuesday.\nMara Venn will meet Orrin Tarn on Thursday."},
		told{"Gull", "", "Mara Venn met Orrin Tarn on Thursday.\nThe Harbour Board sued Fjord Rail on Tuesday."})
	found := false
	for _, e := range es {
		for _, d := range days(rs, e) {
			found = found || d == "Gull 2031-03-06"
		}
	}
	if !found {
		t.Errorf("reports %+v", rs[2].Reports)
	}
}
