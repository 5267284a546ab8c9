package link

import (
	"os"
	"testing"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// exported returns the readings of a briefing written by "verbatim export",
// grouped by the story it gives them.
func exported(t testing.TB, path string) [][]news.Reading {
	var b struct {
		Articles []struct{ ID, File, Outlet, Headline, Published, Story, Text string }
		Actors   []struct {
			ID, Name  string
			Kind      news.ActorKind
			Anonymous bool
			Aliases   []string
		}
		Quotes []struct {
			ID, Article string
			Start, End  int
			Kind        news.QuoteKind
			Speakers    []string
			Speaker     string
			Confidence  float64
		}
	}
	readJSON(t, path, &b)
	actor := map[string]int{}
	for i, a := range b.Actors {
		actor[a.ID] = i
	}
	var out [][]news.Reading
	group := map[string]int{}
	for _, a := range b.Articles {
		r := news.Reading{Article: news.Article{ID: a.ID, File: a.File, Text: a.Text}}
		r.Article.Outlet.Value, r.Article.Headline.Value = a.Outlet, a.Headline
		r.Article.Published.Date, _ = news.ParseDate(a.Published)
		ents := map[int]int{}
		for _, q := range b.Quotes {
			if q.Article != a.ID {
				continue
			}
			n := news.Quote{Span: text.Span{Start: q.Start, End: q.End}, Kind: q.Kind, Confidence: q.Confidence}
			n.Outer = n.Span
			if n.Kind != news.Indirect {
				n.Outer = text.Span{Start: max(0, q.Start-1), End: min(len(a.Text), q.End+1)}
			}
			if i, ok := actor[q.Speaker]; ok {
				if _, ok := ents[i]; !ok {
					ents[i] = len(r.Entities)
					p := b.Actors[i]
					r.Entities = append(r.Entities, news.Entity{Name: p.Name, Kind: p.Kind, Anonymous: p.Anonymous, Aliases: p.Aliases})
				}
				n.Speakers = []int{ents[i]}
			}
			r.Quotes = append(r.Quotes, n)
		}
		g, ok := group[a.Story]
		if !ok {
			g = len(out)
			group[a.Story] = g
			out = append(out, nil)
		}
		out[g] = append(out[g], r)
	}
	return out
}

// TestExportedBriefing links again what LINK_IN holds, an exported briefing,
// and writes the result to LINK_OUT for score.py.
func TestExportedBriefing(t *testing.T) {
	in, dir := os.Getenv("LINK_IN"), os.Getenv("LINK_OUT")
	if in == "" || dir == "" {
		t.Skip("LINK_IN and LINK_OUT are not set")
	}
	for _, name := range []string{"stories", "seeds"} {
		writeBriefing(t, dir+"/"+name+".json", exported(t, in+"/"+name+".json"))
	}
}
