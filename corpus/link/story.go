package link

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// stories groups the readings by what they report; the second result is the
// story of each reading. An article that goes with no other is a story of its
// own.
func stories(rs []news.Reading) ([]news.Story, []int) {
	ties := newTies(rs)
	roots := ties.cluster()
	story := make([]int, len(rs))
	var list []news.Story
	at := map[int]int{}
	for r, root := range roots {
		s, ok := at[root]
		if !ok {
			s = len(list)
			at[root] = s
			list = append(list, news.Story{ID: "s" + strconv.Itoa(s+1)})
		}
		story[r] = s
		list[s].Readings = append(list[s].Readings, r)
	}
	for i := range list {
		finish(rs, &list[i], ties)
	}
	return list, story
}

// finish orders the readings of a story and chooses its headline.
func finish(rs []news.Reading, s *news.Story, t *ties) {
	s.Headline = headline(rs, s.Readings, t)
	for _, r := range s.Readings {
		s.Outlets = append(s.Outlets, rs[r].Article.OutletName())
	}
	slices.Sort(s.Outlets)
	s.Outlets = slices.Compact(s.Outlets)
	slices.SortStableFunc(s.Readings, func(a, b int) int {
		return rs[a].Article.Published.Date.Compare(rs[b].Article.Published.Date)
	})
}

// headline returns the headline of the member that is most like the others;
// the first words of the body where none has one.
func headline(rs []news.Reading, members []int, t *ties) string {
	best, most := "", -1.0
	for _, r := range members {
		h := strings.TrimSpace(rs[r].Article.Headline.Value)
		if h == "" {
			continue
		}
		sum := 0.0
		for _, o := range members[:min(len(members), 50)] {
			sum += cosine(t.topics[r], t.topics[o])
		}
		if sum > most {
			best, most = h, sum
		}
	}
	if best == "" {
		return opening(&rs[members[0]].Article)
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

// tie is how much two articles have in common.
type tie struct {
	a, b int
	like float64
}

func byLikeness(x, y tie) int {
	return cmp.Or(cmp.Compare(y.like, x.like), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
}
