package ui

import (
	"context"
	"fmt"
	"slices"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
	"verbatim/index"
)

// big is a briefing of n articles in stories of five, each with two quotes.
func big(n int) *news.Briefing {
	const src = "The harbour minister said the wall would go. “We will not rebuild it,” she told reporters at the quay."
	b := &news.Briefing{}
	for i := range n {
		rd := news.Reading{Article: news.Article{ID: fmt.Sprint("a", i), Text: src, Outlet: news.Field{Value: fmt.Sprint("Outlet ", i%400)}}}
		rd.Quotes = []news.Quote{
			{Span: span(src, "the wall would go"), Kind: news.Indirect, Speakers: []int{0}},
			{Span: span(src, "We will not rebuild it,"), Kind: news.Direct, Speakers: []int{0}},
		}
		rd.Entities = []news.Entity{{Name: fmt.Sprint("Name ", i%5000), Mentions: []news.Mention{{Span: span(src, "The harbour minister")}}}}
		rd.Reports = []news.Report{{Span: text.Span{End: 20}, Date: date(1 + i%28)}}
		b.Readings = append(b.Readings, rd)
		b.Actors = append(b.Actors, news.Actor{Name: rd.Entities[0].Name, Entities: []news.Ref{ref(i, 0)}})
		b.Events = append(b.Events, news.Event{Story: i / 5, Name: "wall falls", Actors: []int{i}, Reports: []news.Ref{ref(i, 0)}})
		if i%5 == 0 {
			b.Stories = append(b.Stories, news.Story{Headline: "The wall"})
		}
		st := &b.Stories[i/5]
		st.Readings, st.Outlets = append(st.Readings, i), append(st.Outlets, rd.Article.OutletName())
		for q := range 2 {
			b.Statements = append(b.Statements, news.Statement{Story: i / 5, Speakers: []int{i}, Variants: []news.Variant{{Quote: ref(i, q), Relation: news.Verbatim}}})
		}
	}
	return b
}

func benchRoot(b *testing.B) *root {
	b.Helper()
	r := newRoot(Options{}, newTheme(false, false, termenv.ANSI256))
	r.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	br := big(20000)
	r.Update(read{catalog: newCatalog(br)})
	return r
}

func BenchmarkCatalog20k(b *testing.B) {
	br := big(20000)
	for b.Loop() {
		newCatalog(br)
	}
}

func BenchmarkRefill20k(b *testing.B) {
	r := benchRoot(b)
	for b.Loop() {
		r.Update(read{catalog: r.c})
	}
}

func BenchmarkKeys20k(b *testing.B) {
	for _, keys := range [][]string{{"j"}, {"2", "j"}, {"2", "enter", "esc"}, {"a", "a"}, {"enter", "esc"}, {"M", "esc"}, {"T", "esc"}, {"A", "esc"}, {"S", "w", "backspace", "esc"}, {"f", "m", "e", "esc"}, {"M", "w", "j", "l", "w", "esc"}} {
		b.Run(fmt.Sprint(keys), func(b *testing.B) {
			r := benchRoot(b)
			for b.Loop() {
				for _, k := range keys {
					r.Update(keyOf(k))
					_ = r.View()
				}
			}
		})
	}
}

// BenchmarkSearch20k types a search letter by letter and takes it back, each key
// up to the hits on the screen. What a key throws away is as much a part of its
// time as the key itself: sooner or later it is collected.
func BenchmarkSearch20k(b *testing.B) {
	r := benchRoot(b)
	x, err := index.Open(index.Options{InMemory: true})
	if err != nil {
		b.Fatal(err)
	}
	defer x.Close()
	if err := x.Update(b.Context(), *r.c.b, nil); err != nil {
		b.Fatal(err)
	}
	r.Update(read{Update: Update{Searcher: SearchIn(x), Finished: true}})
	r.Update(keyOf("/"))
	var keys []tea.KeyMsg
	for _, words := range []string{"minister wall rebuild", "the harbour would go", "told reporters at the quay"} {
		for i := range words {
			keys = append(keys, keyOf(words[i:i+1]))
		}
		keys = append(keys, slices.Repeat([]tea.KeyMsg{keyOf("backspace")}, len(words))...)
	}
	b.ReportAllocs()
	b.ResetTimer()
	for i := 0; b.Loop(); i++ {
		r.Update(keys[i%len(keys)])
		_ = r.View()
		r.Update(firstAnswer(r))
		_ = r.View()
	}
}

// firstAnswer asks what is on the search line, as its command would.
func firstAnswer(r *root) tea.Msg {
	q := r.found.query()
	q.Limit = r.found.atFirst()
	if q.Words == "" {
		return nil
	}
	return run(context.Background(), r.found.searcher, r.found.seq, q)
}
