package link

import (
	"slices"
	"strings"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// story makes a story of its articles, in the order of the briefing; at
// returns the place and the reading of an article.
func (t *ties) story(members []int32, at func(h int32) (int, *news.Reading)) news.Story {
	var s news.Story
	days := map[int]news.Date{}
	for _, h := range members {
		i, r := at(h)
		s.Readings = append(s.Readings, i)
		s.Outlets = append(s.Outlets, r.Article.OutletName())
		days[i] = r.Article.Published.Date
	}
	slices.Sort(s.Outlets)
	s.Outlets = slices.Compact(s.Outlets)
	slices.SortStableFunc(s.Readings, func(a, b int) int { return days[a].Compare(days[b]) })
	s.Headline = t.headline(members, func(h int32) *news.Article {
		_, r := at(h)
		return &r.Article
	})
	return s
}

// headline returns the headline of the member that is most like the others;
// the first words of the body where none has one.
func (t *ties) headline(members []int32, at func(h int32) *news.Article) string {
	best, most := "", -1.0
	for _, m := range members {
		h := strings.TrimSpace(at(m).Headline.Value)
		if h == "" {
			continue
		}
		sum := 0.0
		for _, o := range members[:min(len(members), 50)] {
			sum += cosine(t.arts[m].terms, t.arts[o].terms)
		}
		if sum > most {
			best, most = h, sum
		}
	}
	if best == "" {
		return opening(at(members[0]))
	}
	return best
}

// opening returns the first words of an article's body.
func opening(a *news.Article) string {
	const words = 12
	for _, p := range a.Paragraphs(news.Body) {
		ws := text.Words(a.Text, clip(a.Text, p, words*16))
		if len(ws) == 0 {
			continue
		}
		s := a.Text[ws[0].Start:ws[min(len(ws), words)-1].End]
		if len(ws) > words {
			s += "…"
		}
		return strings.Join(strings.Fields(s), " ")
	}
	return a.OutletName()
}
