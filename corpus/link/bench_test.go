package link

import (
	"fmt"
	"strings"
	"testing"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// perturbed repeats articles until there are n: each round lies a year later
// and bears other names, so that rounds are other stories.
func perturbed(rs []news.Reading, n int) []news.Reading {
	out := make([]news.Reading, 0, n)
	for round := 0; len(out) < n; round++ {
		tail := fmt.Sprint("q", round)
		for _, r := range rs {
			if len(out) == n {
				break
			}
			if round > 0 {
				r = rename(r, tail)
				if d := r.Article.Published.Date; !d.IsZero() {
					r.Article.Published.Date = d.AddDays(365 * round)
				}
			}
			out = append(out, r)
		}
	}
	return out
}

// rename gives every capitalised word of a reading's article another ending.
func rename(r news.Reading, tail string) news.Reading {
	src := r.Article.Text
	var b strings.Builder
	at := 0
	for _, w := range text.Words(src, text.Span{Start: 0, End: len(src)}) {
		if c := src[w.Start]; 'A' <= c && c <= 'Z' && len(w.Fold) > 3 {
			b.WriteString(src[at:w.End])
			b.WriteString(tail)
			at = w.End
		}
	}
	b.WriteString(src[at:])
	r.Article.Text = b.String()
	r.Article.Blocks = []news.Block{{Span: text.Span{Start: 0, End: b.Len()}, Kind: news.Body}}
	r.Quotes = marksOf(r.Article.Text)
	return r
}

// marksOf finds what stands between straight or curly marks, roughly.
func marksOf(src string) []news.Quote {
	var out []news.Quote
	open := -1
	for i, c := range src {
		switch {
		case c == '\n':
			open = -1
		case (c == '“' || c == '"') && open < 0:
			open = i + len(string(c))
		case (c == '”' || c == '"') && open >= 0:
			s := text.Span{Start: open, End: i}
			out = append(out, news.Quote{Span: s, Outer: text.Span{Start: open - 1, End: i + len(string(c))}, Kind: news.Direct})
			open = -1
		}
	}
	return out
}

func perfQuoted(b *testing.B, n int) []news.Reading {
	rs := perfReadings(b, min(n, 4000))
	for i := range rs {
		rs[i].Quotes = marksOf(rs[i].Article.Text)
		if a := &rs[i].Article; a.Published.Date.IsZero() {
			a.Published.Date = news.Date{Year: 2015, Month: 1, Day: 1}.AddDays(i % 1500)
		}
	}
	return perturbed(rs, n)
}

func BenchmarkStories(b *testing.B) {
	for _, n := range []int{2000, 20000} {
		rs := perfQuoted(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				stories(rs)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/article")
		})
	}
}

func BenchmarkStatements(b *testing.B) {
	for _, n := range []int{2000, 20000} {
		rs := perfQuoted(b, n)
		list, story := stories(rs)
		people := actors(rs, story)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				statements(rs, list, people)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/article")
		})
	}
}

func BenchmarkAlign(b *testing.B) {
	for _, n := range []int{30, 1000, 5000} {
		x, y := wordingOf(speech(n, 0)), wordingOf(speech(n, 7))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				compare(x, y)
			}
		})
	}
}

// speech makes n words of which every skip-th is another.
func speech(n, skip int) string {
	words := strings.Fields("the harbour board will not take the money that was promised to Venn in the spring and nobody in Ardmere should believe that we could have known of it")
	var b strings.Builder
	for i := range n {
		w := words[(i*i+i/7)%len(words)]
		if skip > 0 && i%skip == 0 {
			w = "other"
		}
		b.WriteString(w)
		b.WriteByte(' ')
	}
	return b.String()
}
