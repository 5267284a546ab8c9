package link

import (
	"slices"
	"strconv"

	"verbatim/corpus/news"
)

// stories groups the readings by what they report; the second result is the
// story of each reading.
func stories(rs []news.Reading) ([]news.Story, []int) {
	story := make([]int, len(rs))
	if len(rs) == 0 {
		return nil, story
	}
	s := news.Story{ID: "s" + strconv.Itoa(1), Headline: rs[0].Article.Headline.Value}
	for i := range rs {
		s.Readings = append(s.Readings, i)
		s.Outlets = append(s.Outlets, rs[i].Article.OutletName())
	}
	slices.Sort(s.Outlets)
	s.Outlets = slices.Compact(s.Outlets)
	return []news.Story{s}, story
}
