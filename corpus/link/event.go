package link

import (
	"strconv"

	"verbatim/corpus/news"
)

// events merges the reports of a story that tell the same happening.
func events(rs []news.Reading, story []int, people []news.Actor) []news.Event {
	var out []news.Event
	for r := range rs {
		for i := range rs[r].Reports {
			t := &rs[r].Reports[i]
			out = append(out, news.Event{ID: "e" + strconv.Itoa(len(out)+1), Story: story[r], Name: t.Span.In(rs[r].Article.Text), Place: t.Place,
				Reports: []news.Ref{{Reading: r, Item: i}}, Modality: t.Modality})
		}
	}
	return out
}
