package index

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"verbatim/corpus/news"
)

// work returns how many documents x has written and deleted since it was
// opened.
func work(t *testing.T, x *Index) (updates, deletes uint64) {
	t.Helper()
	stats, ok := x.bleve.StatsMap()["index"].(map[string]any)
	if !ok {
		t.Fatalf("no statistics in %v", x.bleve.StatsMap())
	}
	updates, _ = stats["updates"].(uint64)
	deletes, _ = stats["deletes"].(uint64)
	return updates, deletes
}

func TestUpdateDoesNoMoreThanItMust(t *testing.T) {
	fewer := slices.DeleteFunc(slices.Clone(corpus), func(a told) bool { return a.name == "harbour" })
	renamed := slices.Clone(corpus)
	renamed[3].outlet = "東方日報"
	shorter := slices.Clone(corpus)
	shorter[0].quotes = shorter[0].quotes[:2]
	respeaker := slices.Clone(corpus)
	respeaker[0].quotes = slices.Clone(corpus[0].quotes)
	respeaker[0].quotes[3].by = "Mara Venn"
	more := append(slices.Clone(corpus), told{name: "new", outlet: "New", headline: "New whistle", body: "A new article."})
	for _, c := range []struct {
		name             string
		after            []told
		updates, deletes uint64
		query, want      string
	}{
		{"nothing", corpus, 0, 0, `whistle`, `long`},
		{"another order", reversed(corpus), 0, 0, `whistle`, `long`},
		{"one article more", more, 1, 0, `whistle`, `long new`},
		{"one article less", fewer, 0, 5, `cranes`, `long`},
		{"none left", nil, 0, 21, `whistle`, ``},
		{"an outlet renamed", renamed, 2, 0, `outlet:日報`, `cjk cjk.q1`},
		{"quotes gone", shorter, 1, 2, `quote:cranes`, ``},
		{"another speaker", respeaker, 2, 0, `speaker:venn quote:fantasy`, `harbour.q4`},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := indexed(t, corpus...)
			before, gone := work(t, x)
			updated(t, x, briefing(c.after...))
			got := found(t, x, c.query, SearchOptions{})
			slices.Sort(got)
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("%s found %s, want %s", c.query, s, c.want)
			}
			updates, deletes := work(t, x)
			if updates-before != c.updates || deletes-gone != c.deletes {
				t.Errorf("%d written and %d deleted, want %d and %d", updates-before, deletes-gone, c.updates, c.deletes)
			}
			sameAsNew(t, x, c.after)
		})
	}
}

func reversed(ts []told) []told {
	ts = slices.Clone(ts)
	slices.Reverse(ts)
	return ts
}

// sameAsNew checks that x finds what a new index of the articles would.
func sameAsNew(t *testing.T, x *Index, ts []told) {
	t.Helper()
	y := indexed(t, ts...)
	for _, q := range []string{"", "resign", "kind:direct", "speaker:venn", "relation:alarm", `"will not"`, "cranes OR vote"} {
		got, want := searchFor(t, x, q, SearchOptions{Limit: 100}), searchFor(t, y, q, SearchOptions{Limit: 100})
		if got.Total != want.Total || !slices.Equal(names(got.Hits), names(want.Hits)) {
			t.Errorf("%s finds %v, a new index %v", q, names(got.Hits), names(want.Hits))
		}
	}
}

// The text of an article stays, and yet what is found by relation changes when
// another article joins its statement.
func TestUpdateFollowsRelations(t *testing.T) {
	x := indexed(t, corpus...)
	b := briefing(corpus...)
	relate := func(i int, to news.Relation) {
		v := &b.Statements[i].Variants[0]
		v.Relation = to
	}
	relate(0, news.Merged) // harbour.q1 was verbatim
	relate(2, news.Edited) // harbour.q3 was altered
	before, _ := work(t, x)
	updated(t, x, b)
	if got := found(t, x, "relation:merged", SearchOptions{}); !slices.Equal(got, []string{"harbour.q1", "budget.q2"}) {
		t.Errorf("merged: %v", got)
	}
	if got := found(t, x, "relation:altered", SearchOptions{}); len(got) > 0 {
		t.Errorf("altered: %v", got)
	}
	if got := found(t, x, "relation:merged strike", SearchOptions{Scope: Articles}); !slices.Equal(got, []string{"harbour"}) {
		t.Errorf("articles: %v", got)
	}
	if after, _ := work(t, x); after-before != 3 { // the two quotes and their article
		t.Errorf("%d documents written", after-before)
	}

	b.Statements = append(b.Statements, news.Statement{Variants: []news.Variant{
		{Quote: news.Ref{Reading: 0, Item: 0}, Relation: news.Trimmed},
		{Quote: news.Ref{Reading: 0, Item: 1}, Relation: news.Paraphrase, Possible: true},
		{Quote: news.Ref{Reading: 99, Item: 0}, Relation: news.Paraphrase}, // of no article
	}})
	updated(t, x, b)
	if got := found(t, x, "relation:merged relation:trimmed", SearchOptions{}); !slices.Equal(got, []string{"harbour.q1"}) {
		t.Errorf("of two statements: %v", got)
	}
	if got := found(t, x, "relation:paraphrase speaker:venn", SearchOptions{}); len(got) > 0 {
		t.Errorf("only possible: %v", got)
	}
}

// Add is for a reading under way, which knows only some of the articles yet.
func TestAddDropsNothing(t *testing.T) {
	x := indexed(t, corpus...)
	if err := x.Add(context.Background(), briefing(corpus[:2]...), nil); err != nil {
		t.Fatal(err)
	}
	sameAsNew(t, x, corpus)
	updated(t, x, briefing(corpus[:2]...))
	sameAsNew(t, x, corpus[:2])
}

func TestUpdateTellsOfProgress(t *testing.T) {
	x := open(t, Options{InMemory: true})
	last, calls := 0, 0
	err := x.Update(context.Background(), briefing(corpus...), func(done, total int) {
		calls++
		if done < last || done > total || total != len(corpus) {
			t.Errorf("%d of %d after %d", done, total, last)
		}
		last = done
	})
	if err != nil || last != len(corpus) || calls == 0 {
		t.Errorf("%v; the last word was %d of %d", err, last, len(corpus))
	}
}

func TestUpdateStopped(t *testing.T) {
	x := open(t, Options{Dir: t.TempDir()})
	many := invented(3000)
	ctx, cancel := context.WithCancel(context.Background())
	err := x.Update(ctx, briefing(many...), func(int, int) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("stopped: %v", err)
	}
	n := searchFor(t, x, "", SearchOptions{}).Total
	if n == 0 || n >= 3000 {
		t.Errorf("%d documents after the first batch", n)
	}
	updated(t, x, briefing(many...))
	if n := searchFor(t, x, "", SearchOptions{}).Total; n != 3000 {
		t.Errorf("%d documents in the end", n)
	}
}

// invented returns n short articles, no two alike.
func invented(n int) []told {
	out := make([]told, n)
	for i := range out {
		out[i] = told{
			name: fmt.Sprintf("n%04d", i), outlet: "The Wire", headline: fmt.Sprintf("Number %d", i),
			date: fmt.Sprintf("2026-01-%02d", 1+i%28), body: fmt.Sprintf("The quay has %d cranes and word%d.", i, i%7),
		}
	}
	return out
}

func TestSearchWhileUpdating(t *testing.T) {
	x := open(t, Options{Dir: t.TempDir()})
	var wg sync.WaitGroup
	done := make(chan struct{})
	for range 2 {
		wg.Go(func() {
			for last := 0; ; {
				res := searchFor(t, x, "cranes quay", SearchOptions{})
				if res.Total < last || len(res.Hits) != min(res.Total, defaultLimit) {
					t.Errorf("%d after %d, %d shown", res.Total, last, len(res.Hits))
				}
				last = res.Total
				for _, h := range res.Hits {
					if len(h.Spans) != 2 {
						t.Errorf("spans %v of %s", h.Spans, h.File)
					}
				}
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	updated(t, x, briefing(invented(2000)...))
	close(done)
	wg.Wait()
	if n := searchFor(t, x, "cranes", SearchOptions{}).Total; n != 2000 {
		t.Errorf("%d found in the end", n)
	}
}

// The same file twice is one article.
func TestUpdateWithTheSameArticleTwice(t *testing.T) {
	x := indexed(t, append(slices.Clone(corpus), corpus...)...)
	if n := searchFor(t, x, "", SearchOptions{}).Total; n != 21 {
		t.Errorf("%d documents", n)
	}
}

// Spans of a briefing are data: wrong ones are left out, and break nothing.
func TestUpdateWithSpansThatDoNotFit(t *testing.T) {
	b := briefing(corpus...)
	rd := &b.Readings[0]
	for _, s := range []struct{ start, end int }{{-5, 3}, {10, 2}, {1 << 30, 1 << 31}, {len(rd.Article.Text), len(rd.Article.Text) + 1}} {
		rd.Article.Blocks[1].Start, rd.Article.Blocks[1].End = s.start, s.end
		rd.Quotes[0].Start, rd.Quotes[0].End = s.start, s.end
		rd.Quotes[1].Context.Start, rd.Quotes[1].Context.End = s.start, s.end
		rd.Article.Headline.At.Start, rd.Article.Headline.At.End = s.start, s.end
		rd.Quotes[0].Speakers = []int{-1, 99}
		b.Actors[0].Entities = []news.Ref{{Reading: -1}, {Reading: 0, Item: 77}}
		x := open(t, Options{InMemory: true})
		updated(t, x, b)
		searchFor(t, x, "defiant OR resign", SearchOptions{})
	}
}

func TestClosed(t *testing.T) {
	x, err := Open(Options{InMemory: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := x.Search(context.Background(), "a", SearchOptions{}); !errors.Is(err, errClosed) {
		t.Errorf("search: %v", err)
	}
	if err := x.Update(context.Background(), news.Briefing{}, nil); !errors.Is(err, errClosed) {
		t.Errorf("update: %v", err)
	}
}
