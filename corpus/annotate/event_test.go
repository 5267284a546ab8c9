package annotate

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// namedIn takes the lines "who" and "where" off a case and finds the names
// they list in the rest.
func namedIn(src string) ([]news.Entity, string) {
	var es []news.Entity
	for {
		head, rest, _ := strings.Cut(src, "\n")
		kind := news.Person
		names, ok := strings.CutPrefix(head, "who ")
		if !ok {
			kind = news.Place
			if names, ok = strings.CutPrefix(head, "where "); !ok {
				return located(es, src), src
			}
		}
		for _, n := range strings.Split(names, ", ") {
			es = append(es, news.Entity{Name: n, Kind: kind})
		}
		src = rest
	}
}

func located(es []news.Entity, src string) []news.Entity {
	for i := range es {
		for at := 0; ; {
			n := strings.Index(src[at:], es[i].Name)
			if n < 0 {
				break
			}
			s := text.Span{Start: at + n, End: at + n + len(es[i].Name)}
			es[i].Mentions = append(es[i].Mentions, news.Mention{Span: s, Form: news.ByName})
			at = s.End
		}
	}
	return es
}

func articleOf(src string) news.Article {
	a := news.Article{Text: src}
	for _, p := range lines(src) {
		a.Blocks = append(a.Blocks, news.Block{Span: p, Kind: news.Body})
	}
	return a
}

func TestReports(t *testing.T) {
	for _, c := range readCases(t, "events") {
		t.Run(c.name, func(t *testing.T) {
			an, rest := anchored(t, c.text)
			es, src := namedIn(rest)
			a := articleOf(src)
			var got []string
			for _, r := range ReportsFrom(&a, Sentences(src, lines(src)), es, an) {
				var who []string
				for _, e := range r.Entities {
					who = append(who, es[e].Name)
				}
				got = append(got, strings.TrimSpace(fmt.Sprintf("%s <%s> %s %s | %s | %s", r.Lemma, r.Trigger.In(src), r.Exact.Show(r.Date), r.Modality, strings.Join(who, ", "), r.Place)))
			}
			for i := range got {
				got[i] = strings.ReplaceAll(got[i], "|  |", "| |")
			}
			compare(t, c, got)
		})
	}
}

func TestNamesOfReports(t *testing.T) {
	for _, c := range readCases(t, "names") {
		t.Run(c.name, func(t *testing.T) {
			an, src := anchored(t, c.text)
			r, err := Read(articleOf(src))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, e := range ReportsFrom(&r.Article, r.Sentences, r.Entities, an) {
				line := e.Lemma + ": " + e.Name
				if e.NameBare {
					line += " (bare)"
				}
				got = append(got, strings.TrimSpace(line))
			}
			compare(t, c, got)
		})
	}
}

func TestReportsUseTheArticlesAnchor(t *testing.T) {
	a := articleOf("Venn resigned on Friday.")
	a.Dateline.Value = "HALDEN, March 5 (Fjord)"
	a.Published = news.DateField{Date: news.Date{Year: 2031, Month: time.March, Day: 9}, Origin: news.FromPage}
	rs := Reports(&a, Sentences(a.Text, lines(a.Text)), nil)
	if len(rs) != 1 || rs[0].Date.String() != "2031-02-28" || rs[0].Basis != "weekday back from dateline" {
		t.Errorf("got %+v", rs)
	}
}

func FuzzReports(f *testing.F) {
	f.Add("Mara Venn met Orrin Tarn in Halden on Friday.\n“We met yesterday,” he said.", uint8(5))
	f.Add("Tuesday's ruling, \xff which on Dec. 3 2031", uint8(0))
	f.Fuzz(func(t *testing.T, s string, n uint8) {
		src := strings.ToValidUTF8(s, "?")
		a := articleOf(src)
		var es []news.Entity
		if i := int(n) % (len(src) + 1); i < len(src) && utf8.RuneStart(src[i]) {
			_, w := utf8.DecodeRuneInString(src[i:])
			es = append(es, news.Entity{Name: "x", Kind: news.Place, Mentions: []news.Mention{{Span: text.Span{Start: i, End: i + w}, Form: news.ByName}}})
		}
		start := time.Now()
		rs := ReportsFrom(&a, Sentences(src, lines(src)), es, Anchor{Day: news.Date{Year: 2031, Month: 3, Day: 5}, Source: "dateline"})
		if d := time.Since(start); d > time.Second+time.Duration(len(src))*50*time.Microsecond {
			t.Fatalf("%v for %d bytes", d, len(src))
		}
		for _, r := range rs {
			for _, x := range []text.Span{r.Span, r.Trigger, r.DateAt, r.PlaceAt} {
				if !x.Fits(src) || !utf8.ValidString(x.In(src)) {
					t.Fatalf("span %v of %q", x, src)
				}
			}
			if r.Trigger.Empty() || r.DateAt.Empty() || !r.Contains(r.Trigger) || r.Lemma == "" || r.Date.IsZero() || r.Place != r.PlaceAt.In(src) {
				t.Fatalf("report %+v of %q", r, src)
			}
		}
	})
}

// benchText is an article of about n words, a date in every third sentence.
func benchText(n int) string {
	const p = "Mara Venn met the dockers of Halden on Friday after a week of talks. The port authority said the quay was safe. " +
		"“We will not give way,” Orrin Tarn said on Monday, adding that the strike, now in its ninth week, would go on until March 21. " +
		"No ship has been loaded in the outer harbour, and the cranes stand idle over the grain sheds.\n"
	return strings.Repeat(p, n/75+1)
}

func benchmarkReports(b *testing.B, words int) {
	src := benchText(words)
	a := articleOf(src)
	ss := Sentences(src, lines(src))
	es := located([]news.Entity{{Name: "Mara Venn", Kind: news.Person}, {Name: "Orrin Tarn", Kind: news.Person}, {Name: "Halden", Kind: news.Place}}, src)
	an := Anchor{Day: news.Date{Year: 2031, Month: 3, Day: 5}, Source: "dateline"}
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		ReportsFrom(&a, ss, es, an)
	}
}

// One article of 700 words, and one twice as long: the time should double.
func BenchmarkReports700(b *testing.B)  { benchmarkReports(b, 700) }
func BenchmarkReports1400(b *testing.B) { benchmarkReports(b, 1400) }
