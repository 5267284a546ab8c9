package link

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"testing"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// perfReadings returns n real articles of many outlets, without quotes.
func perfReadings(t testing.TB, n int) []news.Reading {
	t.Helper()
	f, err := os.Open(shared + "/perf/articles.jsonl.gz")
	if err != nil {
		t.Skip("no ../shared/perf beside the repository")
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<22)
	var out []news.Reading
	for len(out) < n && sc.Scan() {
		var a struct{ Outlet, Headline, Published, Text string }
		if err := json.Unmarshal(sc.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		r := news.Reading{Article: news.Article{Text: a.Text, File: "perf", Blocks: []news.Block{{Span: text.Span{End: len(a.Text)}, Kind: news.Body}}}}
		r.Article.Outlet.Value, r.Article.Headline.Value = a.Outlet, a.Headline
		r.Article.Published.Date, _ = news.ParseDate(a.Published)
		out = append(out, r)
	}
	return out
}

// bCubed scores a clustering of the articles that have a gold story, -1 for
// none; all articles count against a cluster's purity.
func bCubed(gold, got []int) (p, r, f float64) {
	n := 0.0
	for i := range gold {
		if gold[i] < 0 {
			continue
		}
		var both, mine, his float64
		for j := range gold {
			if got[j] == got[i] {
				mine++
			}
			if gold[j] == gold[i] {
				his++
			}
			if got[j] == got[i] && gold[j] == gold[i] {
				both++
			}
		}
		p, r, n = p+both/mine, r+both/his, n+1
	}
	p, r = p/n, r/n
	return p, r, 2 * p * r / (p + r)
}

// TestGoldStories keeps the labelled stories whole and unmixed among a
// thousand other articles.
func TestGoldStories(t *testing.T) {
	var rs []news.Reading
	var gold []int
	for i, s := range goldStories(t) {
		for _, r := range s {
			rs, gold = append(rs, r), append(gold, i)
		}
	}
	for _, r := range perfReadings(t, 1000) {
		rs, gold = append(rs, r), append(gold, -1)
	}
	list, got := stories(rs)
	p, r, f := bCubed(gold, got)
	t.Logf("B-cubed P %.3f R %.3f F1 %.3f, %d stories", p, r, f, len(list))
	if f < 0.95 {
		t.Errorf("B-cubed F1 %.3f, want 0.95", f)
	}
	for _, s := range list {
		if len(s.Readings) > 1 && testing.Verbose() {
			t.Logf("-- %s", s.Headline)
			for _, r := range s.Readings {
				t.Logf("     %d %s %s: %s", gold[r], rs[r].Article.Published.Date, rs[r].Article.OutletName(), rs[r].Article.Headline.Value)
			}
		}
	}
}
