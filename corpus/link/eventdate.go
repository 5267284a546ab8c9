package link

import (
	"slices"

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
		day := middleDay(rs, list[i].Readings)
		for _, r := range list[i].Readings {
			if !ownDay(&rs[r].Article).IsZero() {
				continue
			}
			if !copied {
				rs, copied = slices.Clone(rs), true
			}
			rs[r].Reports = reportsFrom(&rs[r], day)
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

// middleDay returns the median of the anchors that the articles have of their
// own, the zero date if none has.
func middleDay(rs []news.Reading, members []int) news.Date {
	var days []news.Date
	for _, r := range members {
		if d := ownDay(&rs[r].Article); !d.IsZero() {
			days = append(days, d)
		}
	}
	return median(days)
}

func median(days []news.Date) news.Date {
	if len(days) == 0 {
		return news.Date{}
	}
	slices.SortFunc(days, news.Date.Compare)
	return days[(len(days)-1)/2]
}
