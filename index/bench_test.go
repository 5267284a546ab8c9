package index

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

const perfArticles = "../../shared/perf/articles.jsonl.gz"

// perf returns n articles: the 4,000 of shared/perf, and beyond that the same
// again with a word changed in each. The quotes are whatever stands in marks.
func perf(b testing.TB, n int) news.Briefing {
	b.Helper()
	rows := perfRows(b)
	var out news.Briefing
	for i := range n {
		row := rows[i%len(rows)]
		if round := i / len(rows); round > 0 {
			row.Text = strings.Replace(row.Text, " ", fmt.Sprintf(" round%d ", round), 1)
		}
		out.Readings = append(out.Readings, row.reading(i))
		for q := range out.Readings[i].Quotes {
			v := news.Variant{Quote: news.Ref{Reading: i, Item: q}, Relation: relationOf(q)}
			out.Statements = append(out.Statements, news.Statement{Variants: []news.Variant{v}})
		}
	}
	return out
}

func relationOf(i int) news.Relation { return news.Relation(relationValues[i%len(relationValues)]) }

type perfRow struct{ Outlet, Headline, Published, Text string }

var readPerf = sync.OnceValues(func() ([]perfRow, error) {
	f, err := os.Open(filepath.FromSlash(perfArticles))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	var rows []perfRow
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var row perfRow
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, lines.Err()
})

func perfRows(b testing.TB) []perfRow {
	b.Helper()
	rows, err := readPerf()
	if os.IsNotExist(err) {
		b.Skip("no articles in " + perfArticles)
	}
	if err != nil {
		b.Fatal(err)
	}
	return rows
}

func (r perfRow) reading(i int) news.Reading {
	a := news.Article{
		ID: fmt.Sprintf("a%011x", i), File: "articles.jsonl", Row: i + 1, Text: r.Text,
		Outlet: news.Field{Value: r.Outlet}, Headline: news.Field{Value: r.Headline},
	}
	a.Published.Date, _ = news.ParseDate(r.Published)
	rd := news.Reading{Article: a, Entities: []news.Entity{{Name: "Speaker " + r.Outlet, Kind: news.Person}}}
	at := 0
	for p := range strings.SplitAfterSeq(r.Text, "\n") {
		s := text.Span{Start: at, End: at + len(p)}.Trim(r.Text)
		at += len(p)
		if s.Empty() {
			continue
		}
		rd.Article.Blocks = append(rd.Article.Blocks, news.Block{Span: s, Kind: news.Body})
		rd.Quotes = append(rd.Quotes, quotesIn(r.Text, s)...)
	}
	return rd
}

func quotesIn(src string, p text.Span) []news.Quote {
	var out []news.Quote
	start := -1
	for i, r := range p.In(src) {
		switch {
		case (r == '"' || r == '“') && start < 0:
			start = p.Start + i + len(string(r))
		case (r == '"' || r == '”') && start >= 0:
			s := text.Span{Start: start, End: p.Start + i}
			out = append(out, news.Quote{Span: s, Outer: s, Kind: news.Direct, Context: sentenceAround(src, p, s), Speakers: []int{0}})
			start = -1
		}
	}
	return out
}

// sentenceAround returns about the sentence of paragraph p that holds s.
func sentenceAround(src string, p, s text.Span) text.Span {
	if i := strings.LastIndex(src[p.Start:s.Start], ". "); i >= 0 {
		p.Start += i + 2
	}
	if i := strings.Index(src[s.End:p.End], ". "); i >= 0 {
		p.End = s.End + i
	}
	return p
}

// BenchmarkUpdate measures a first indexing, on disk and in memory, in
// articles a second.
func BenchmarkUpdate(b *testing.B) {
	br := perf(b, 4000)
	for _, memory := range []bool{false, true} {
		b.Run(fmt.Sprintf("memory=%v", memory), func(b *testing.B) {
			for b.Loop() {
				x := open(b, Options{Dir: b.TempDir(), InMemory: memory})
				updated(b, x, br)
			}
			b.ReportMetric(float64(b.N*len(br.Readings))/b.Elapsed().Seconds(), "articles/s")
		})
	}
}

// BenchmarkUpdateAgain measures an update that finds nothing to do.
func BenchmarkUpdateAgain(b *testing.B) {
	br := perf(b, 4000)
	x := open(b, Options{Dir: b.TempDir()})
	updated(b, x, br)
	for b.Loop() {
		updated(b, x, br)
	}
}

var perfQueries = []string{
	`election`, `president trump`, `"white house"`, `climate change -trump`, `said`, `the`, `brexit OR labour`,
	`headline:police`, `speaker:reuters`, `kind:direct health`, `relation:alarm`, `date:2019 tax`, `vaccin*`, `goverment~`,
	`"in a statement"`, `"said in th`, `outlet:guardian war`, `quote:"we are"`, `th*`, `a*`, `minister resign`,
}

// BenchmarkSearch measures searches of many kinds, and some as they are typed,
// over 4,000 and 20,000 articles and their quotes.
func BenchmarkSearch(b *testing.B) {
	for _, n := range []int{4000, 20000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			br := perf(b, n)
			x := open(b, Options{Dir: b.TempDir()})
			updated(b, x, br)
			b.Run("typed", func(b *testing.B) { timeTyping(b, x) })
			b.Run("all", func(b *testing.B) { timeSearches(b, x, perfQueries) })
			for _, q := range perfQueries {
				b.Run(q, func(b *testing.B) { timeSearches(b, x, []string{q}) })
			}
		})
	}
}

// typedQueries are searches as they are typed.
var typedQueries = []string{
	`president said`, `police officers charged`, `climate change`, `"white house`, `brexit vote`, `minister resign`,
	`the prime minister`, `north korea missile`, `health workers strike`, `tax cuts`,
}

// timeTyping types the queries letter by letter, each as for the first time,
// and asks for a screenful at each.
func timeTyping(b *testing.B, x *Index) {
	b.ReportAllocs() // of all letters
	var took []time.Duration
	for b.Loop() {
		b.StopTimer()
		x.memory.forget()
		if err := x.warm(b.Context()); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		for _, q := range typedQueries {
			for i := range len(q) {
				res, err := x.Search(b.Context(), q[:i+1], SearchOptions{Limit: 40, Typing: true})
				if err != nil {
					b.Fatal(err)
				}
				took = append(took, res.Took)
			}
		}
	}
	reportTimes(b, took)
}

func timeSearches(b *testing.B, x *Index, queries []string) {
	var took []time.Duration
	for b.Loop() {
		for _, q := range queries {
			x.memory.found, x.memory.answers = shelf[*finding]{}, shelf[Results]{}
			res, err := x.Search(context.Background(), q, SearchOptions{})
			if err != nil {
				b.Fatal(err)
			}
			took = append(took, res.Took)
		}
	}
	reportTimes(b, took)
}

// reportTimes reports the median and the 99th percentile.
func reportTimes(b *testing.B, took []time.Duration) {
	slices.Sort(took)
	ms := func(p int) float64 { return float64(took[(len(took)-1)*p/100].Microseconds()) / 1000 }
	b.ReportMetric(ms(50), "p50-ms")
	b.ReportMetric(ms(99), "p99-ms")
}

// BenchmarkOpen measures opening an index of 4,000 articles again, and how
// much it keeps.
func BenchmarkOpen(b *testing.B) {
	br := perf(b, 4000)
	o := Options{Dir: b.TempDir()}
	x, err := Open(o)
	if err != nil {
		b.Fatal(err)
	}
	for i := range br.Readings {
		if err := x.Keep(br.Readings[i].Article.ID, br.Readings[i:i+1]); err != nil {
			b.Fatal(err)
		}
	}
	updated(b, x, br)
	if err := x.Close(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if x, err = Open(o); err != nil || x.Notice() != "" {
			b.Fatal(err, x.Notice())
		}
		b.StopTimer()
		if err := x.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
	b.ReportMetric(float64(size(b, o.Dir))/float64(len(br.Readings)), "bytes/article")
	info, err := os.Stat(filepath.Join(o.Dir, "default", storeName))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(info.Size())/float64(len(br.Readings)), "bytes-kept/article")
}
