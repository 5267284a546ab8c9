package annotate

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

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

// BenchmarkReadMedian reads articles of about 700 words one by one; the median
// of what each takes is its figure, at the taggers' first use apart.
func BenchmarkReadMedian(b *testing.B) {
	var as []news.Article
	for _, a := range perfArticles(b, 1500) {
		if n := len(strings.Fields(a.Text)); n > 650 && n < 750 {
			as = append(as, a)
		}
	}
	mustRead(b, &as[0])
	var took []time.Duration
	b.ResetTimer()
	for b.Loop() {
		for i := range as {
			took = append(took, mustRead(b, &as[i]))
		}
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2])/1e6, "ms/median")
	b.ReportMetric(float64(took[len(took)*95/100])/1e6, "ms/95th")
}

// mustRead reads an article and returns how long that took.
func mustRead(b *testing.B, a *news.Article) time.Duration {
	start := time.Now()
	if _, err := Read(*a); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}

// BenchmarkReadDoubled reads an article of 700 words and again and again one of
// twice as many, of other sentences and names: the time a word must stay. The
// least of the runs is taken, which a busy machine disturbs least.
func BenchmarkReadDoubled(b *testing.B) {
	var words []string
	for _, a := range perfArticles(b, 300) {
		words = append(words, strings.SplitAfter(a.Text+"\n", " ")...)
	}
	for n := 700; n <= 44800; n *= 2 {
		a := bodyOnly(strings.Join(words[:n], ""))
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			least := time.Hour
			for b.Loop() {
				least = min(least, mustRead(b, &a))
			}
			b.ReportMetric(float64(least)/float64(n), "ns/word")
		})
	}
}

// BenchmarkReadOdd reads texts that no newsroom writes beside a plain one. What
// one of them takes a byte, as a multiple of the plain one, is its figure: 10
// is too much.
func BenchmarkReadOdd(b *testing.B) {
	const size = 300_000
	plain := oddText(size, func(int) string {
		return "Harbour Minister Mara Venn said on Tuesday that the dam was safe. “It holds,” she told reporters.\n"
	})
	a := bodyOnly(plain)
	mustRead(b, &a)
	usual := float64(min(mustRead(b, &a), mustRead(b, &a), mustRead(b, &a))) / size
	for _, c := range oddities {
		a := bodyOnly(oddText(size, c.of))
		b.Run(c.name, func(b *testing.B) {
			least := time.Hour
			for b.Loop() {
				least = min(least, mustRead(b, &a))
			}
			b.ReportMetric(float64(least)/size/usual, "×plain/byte")
		})
	}
}

// oddText is what of gives, again and again, up to size bytes.
func oddText(size int, of func(i int) string) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		b.WriteString(of(i))
	}
	return b.String()[:size]
}

// odd makes up a word of letters for i, the first a capital.
func odd(i int) string {
	w := []byte{byte('A' + i%26)}
	for i /= 26; ; i /= 20 {
		w = append(w, "aeiou"[i%5], "bdklmnrstv"[i/5%10])
		if i < 20 {
			return string(w)
		}
	}
}

var oddities = []struct {
	name string
	of   func(i int) string
}{
	{"names", func(i int) string { return "Mara " + odd(i) + " met Peter " + odd(i+7) + ". " }},
	{"one-family", func(i int) string { return odd(i) + " Venn spoke and Venn left. " }},
	{"bodies", func(i int) string { return "The " + odd(i) + " Harbour Committee met. The committee rose. " }},
	{"acronyms", func(i int) string { return strings.ToUpper(odd(i)) + " said so. " }},
	{"dates", func(i int) string { return "on Monday, 3 March 2031, last week and on Friday, " }},
	{"dated", func(i int) string { return "He resigned on Friday, a day after she met him on March 3. " }},
	{"one-sentence", func(i int) string { return "and the " + strings.ToLower(odd(i)) + " said that " }},
	{"lower", func(i int) string { return "the minister said on friday that the dam held " }},
	{"capitals", func(i int) string { return "HARBOUR MINISTER MARA VENN SAID ON TUESDAY THE DAM HELD. " }},
	{"capitals-no-stop", func(i int) string { return "THE " + strings.ToUpper(odd(i)) + " HELD " }},
	{"titles", func(i int) string { return "President Minister Secretary of " }},
	{"title-case", func(i int) string { return odd(i) + " " }},
	{"possessives", func(i int) string { return odd(i) + "’s " }},
	{"and", func(i int) string { return odd(i) + " and " }},
	{"commas", func(i int) string { return odd(i) + ", " }},
	{"of", func(i int) string { return "Department of " }},
	{"marks", func(i int) string { return "“a” " }},
	{"open-marks", func(i int) string { return "“said " }},
	{"pronouns", func(i int) string { return "He said she said they said it said. " }},
	{"descriptions", func(i int) string { return "The minister said the official said the aide said so. " }},
	{"lines", func(i int) string { return odd(i) + "\n" }},
	{"one-word", func(i int) string { return "a" }},
	{"stops", func(i int) string { return ". " }},
	{"links", func(i int) string {
		if i%5000 == 4999 {
			return "— Mara Venn (@maravenn) December 9, 2031 "
		}
		return "https://" + odd(i) + ".kery/ "
	}},
	{"signatures", func(i int) string { return "— Mara Venn (@maravenn) December 9, 2031 " }},
	{"brackets", func(i int) string { return "(" + strings.ToUpper(odd(i)) + ") " }},
}
