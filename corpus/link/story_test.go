package link

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"strings"
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
// thousand other articles, whichever those are.
func TestGoldStories(t *testing.T) {
	others := perfReadings(t, 4000)
	for from := 0; from+1000 <= len(others); from += 1000 {
		t.Run(fmt.Sprint(from), func(t *testing.T) { keepsGoldStories(t, others[from:from+1000]) })
	}
}

func keepsGoldStories(t *testing.T, others []news.Reading) {
	var rs []news.Reading
	var gold []int
	for i, s := range goldStories(t) {
		for _, r := range s {
			rs, gold = append(rs, r), append(gold, i)
		}
	}
	for _, r := range others {
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

// TestStoriesJoin tells by day, by shared quotes and by rare words which
// articles are one story.
func TestStoriesJoin(t *testing.T) {
	const speech = "We will not close the port before the winter, and the union knows it."
	article := func(day, head, body string, quotes ...string) news.Reading {
		src := body
		r := news.Reading{}
		for _, q := range quotes {
			at := len(src) + len(" “")
			src += " “" + q + "”"
			r.Quotes = append(r.Quotes, news.Quote{Span: text.Span{Start: at, End: at + len(q)}, Kind: news.Direct})
		}
		r.Article = news.Article{Text: src, File: head, Blocks: []news.Block{{Span: text.Span{End: len(src)}, Kind: news.Body}}}
		r.Article.Headline.Value = head
		r.Article.Published.Date, _ = news.ParseDate(day)
		return r
	}
	rs := []news.Reading{
		article("2031-03-03", "Venn resigns", "Harbour minister Mara Venn of Ardmere resigned over the Gannet terminal lease and the Skelling yacht.", speech),
		article("2031-03-04", "Minister goes over Skelling lease", "Mara Venn, Ardmere's harbour minister, quit over meetings with Skelling on the Gannet terminal.", speech),
		article("", "A port speaks", "The speech was heard on every quay that evening.", speech),
		article("2031-03-04", "Herons part with coach", "Dunmarrow Athletic parted with Matteo Quinara after nine defeats in eleven matches in the league."),
		article("2031-09-04", "Venn returns", "Mara Venn of Ardmere, who resigned over the Gannet terminal lease and the Skelling yacht, is back."),
	}
	_, got := stories(rs)
	if got[0] != got[1] || got[0] != got[2] {
		t.Errorf("one story came apart: %v", got)
	}
	if got[3] == got[0] || got[4] == got[0] {
		t.Errorf("other stories came together: %v", got)
	}
	list, again := stories(rs)
	if len(list) != 3 || list[0].Headline == "" || again[1] != got[1] {
		t.Errorf("stories %+v", list)
	}
}

// TestLeadersTellLess joins articles by somebody who is in few stories, not by a
// president who is in many of a day.
func TestLeadersTellLess(t *testing.T) {
	about := func(who string, rest ...string) *profile {
		r := naming(who, fmt.Sprintf("For %s it was late. On the pier %s spoke, and %s left.", who, who, who)+strings.Join(rest, " "))
		return newProfile(&r, stemmer{})
	}
	for _, rest := range [][2]string{
		{"The reservoir leak at Gannet was traced to a sluice.", "Tram drivers walked out over overtime."},
		{"Turbine makers underbid each other.", "The ballot count stopped when a pipe burst."},
		{"A ferry hit the Skelling mole.", "Herons nest on the tram depot again."},
	} {
		known := about("Obama", rest[0]).likeness(about("Obama", rest[1]))
		unknown := about("Venn", rest[0]).likeness(about("Venn", rest[1]))
		if known >= unknown {
			t.Errorf("%q: likeness %.2f by a president, %.2f by another", rest, known, unknown)
		}
	}
}

// TestOwnWordsAgain joins articles by the quotes they share, but not those
// without a day of one outlet.
func TestOwnWordsAgain(t *testing.T) {
	const box = "Nobody on this quay has ever been told what the board means to do with the money"
	of := func(outlet string, day news.Date, body string) *profile {
		r := naming(body, body+" "+box, "Mara Venn")
		r.Article.Outlet.Value, r.Article.Published.Date = outlet, day
		r.Quotes[0].Span = text.Span{Start: len(body) + 1, End: len(r.Article.Text)}
		return newProfile(&r, stemmer{})
	}
	day := news.Date{Year: 2031, Month: 3, Day: 4}
	const leak, tram = "The reservoir leak at Gannet was traced to a cracked sluice.", "Tram drivers walked out over unpaid overtime in Ardmere."
	for _, c := range []struct {
		p, q  *profile
		again bool
	}{
		{of("Gull", news.Date{}, leak), of("Gull", news.Date{}, tram), true},
		{of("Gull", day, leak), of("Gull", news.Date{}, tram), true},
		{of("Gull", day, leak), of("Gull", day, tram), false},
		{of("Gull", news.Date{}, leak), of("Tern", news.Date{}, tram), false},
		{of("", news.Date{}, leak), of("", news.Date{}, tram), false},
	} {
		if like := c.p.likeness(c.q); (like < sameStory) != c.again {
			t.Errorf("%s, %d and %s, %d: likeness %.2f", c.p.outlet, c.p.day, c.q.outlet, c.q.day, like)
		}
	}
}
