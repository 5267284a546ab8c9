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
			if !annotate.AnchorOf(&rs[r].Article, news.Date{}).Day.IsZero() {
				continue
			}
			if !copied {
				rs, copied = slices.Clone(rs), true
			}
			a := &rs[r].Article
			an := annotate.AnchorOf(a, day)
			if an.Day.IsZero() && !day.IsZero() {
				an = annotate.Anchor{Day: day, Source: fromStory}
			}
			rs[r].Reports = annotate.ReportsFrom(a, rs[r].Sentences, rs[r].Entities, an)
		}
	}
	return rs
}

// middleDay returns the median of the anchors that the articles have of their
// own, the zero date if none has.
func middleDay(rs []news.Reading, members []int) news.Date {
	var days []news.Date
	for _, r := range members {
		if d := annotate.AnchorOf(&rs[r].Article, news.Date{}).Day; !d.IsZero() {
			days = append(days, d)
		}
	}
	if len(days) == 0 {
		return news.Date{}
	}
	slices.SortFunc(days, news.Date.Compare)
	return days[(len(days)-1)/2]
}
