package annotate

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"verbatim/corpus/news"
)

// perfArticles returns the bodies of n real articles, kept outside the
// repository.
func perfArticles(b *testing.B, n int) []news.Article {
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "perf", "articles.jsonl.gz"))
	if err != nil {
		b.Skip("the shared articles are missing: ", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<24)
	var out []news.Article
	for len(out) < n && sc.Scan() {
		var row struct{ Text string }
		if err := json.Unmarshal(sc.Bytes(), &row); err != nil {
			b.Fatal(err)
		}
		out = append(out, bodyOnly(row.Text))
	}
	return out
}

func bodyOnly(s string) news.Article {
	a := news.Article{Text: s}
	for _, p := range lines(s) {
		a.Blocks = append(a.Blocks, news.Block{Span: p, Kind: news.Body})
	}
	return a
}

// BenchmarkRead reads articles as they come; the words a second are its
// figure.
func BenchmarkRead(b *testing.B) {
	as := perfArticles(b, 300)
	words := 0
	for _, a := range as {
		words += len(strings.Fields(a.Text))
	}
	b.ResetTimer()
	for b.Loop() {
		for _, a := range as {
			if _, err := Read(a); err != nil {
				b.Fatal(err)
			}
		}
	}
	per := b.Elapsed().Seconds() / float64(b.N)
	b.ReportMetric(per/float64(words)*700*1000, "ms/700words")
}

// BenchmarkReadDoubled reads one text again and again twice as long: the time
// a byte must stay.
func BenchmarkReadDoubled(b *testing.B) {
	as := perfArticles(b, 1)
	for n := 1; n <= 64; n *= 4 {
		a := bodyOnly(strings.Repeat(as[0].Text+"\n", n))
		b.Run(strconv.Itoa(len(a.Text)), func(b *testing.B) {
			b.SetBytes(int64(len(a.Text)))
			for b.Loop() {
				if _, err := Read(a); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
