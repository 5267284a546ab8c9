package link

import (
	"fmt"
	"hash/fnv"
	"os"
	"runtime"
	"slices"
	"sync"
	"syscall"
	"testing"
	"time"
	"unicode"

	"verbatim/corpus/annotate"
	"verbatim/corpus/clean"
	"verbatim/corpus/load"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// perfRead is the articles of shared/perf, read once.
var perfRead = sync.OnceValue(func() []news.Reading {
	var docs []load.Document
	load.Read(load.At(os.DirFS(shared+"/perf"), "articles.jsonl.gz"), func(d load.Document) { docs = append(docs, d) })
	out := make([]news.Reading, len(docs))
	var wg sync.WaitGroup
	for w := range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := w; i < len(docs); i += runtime.GOMAXPROCS(0) {
				out[i], _ = annotate.Read(clean.Article(docs[i])) // one that fails is empty
			}
		})
	}
	wg.Wait()
	return slices.DeleteFunc(out, func(r news.Reading) bool { return r.Article.ID == "" })
})

// swapper gives articles other names, words and numbers of the same length, so
// that all spans stand: a round of it is other news in the same kind of words.
type swapper struct {
	words map[string][]string // of a length and case
	known map[string]string
	round int
}

func newSwapper(rs []news.Reading) *swapper {
	s := &swapper{words: map[string][]string{}}
	seen := map[string]bool{}
	for i := range rs {
		src := rs[i].Article.Text
		for _, w := range text.Words(src, text.Span{End: len(src)}) {
			if raw := src[w.Start:w.End]; !seen[raw] && swappable(raw) {
				seen[raw] = true
				s.words[shape(raw)] = append(s.words[shape(raw)], raw)
			}
		}
	}
	return s
}

// swappable reports whether a word says something of the news: a name, or a
// long word.
func swappable(w string) bool {
	return len(w) > 3 && (len(w) > 5 || unicode.IsUpper(rune(w[0])) || unicode.IsDigit(rune(w[0])))
}

func shape(w string) string {
	return fmt.Sprint(len(w), unicode.IsUpper(rune(w[0])), unicode.IsDigit(rune(w[0])))
}

func (s *swapper) word(w string) string {
	if !swappable(w) {
		return w
	}
	if to, ok := s.known[w]; ok {
		return to
	}
	h := fnv.New32a()
	fmt.Fprint(h, w, s.round)
	to, of := w, s.words[shape(w)]
	if len(of) > 0 {
		to = of[int(h.Sum32())%len(of)]
	}
	s.known[w] = to
	return to
}

func (s *swapper) text(src string) string {
	out := []byte(src)
	for _, w := range text.Words(src, text.Span{End: len(src)}) {
		copy(out[w.Start:w.End], s.word(src[w.Start:w.End]))
	}
	return string(out)
}

// reading returns a reading as of another round.
func (s *swapper) reading(r news.Reading) news.Reading {
	if s.round == 0 {
		return r
	}
	a := &r.Article
	a.ID, a.Text, a.Headline.Value = fmt.Sprint(a.ID, "r", s.round), s.text(a.Text), s.text(a.Headline.Value)
	if !a.Published.Date.IsZero() {
		a.Published.Date = a.Published.Date.AddDays(400 * s.round)
	}
	r.Entities, r.Quotes, r.Reports = slices.Clone(r.Entities), slices.Clone(r.Quotes), slices.Clone(r.Reports)
	for i := range r.Entities {
		e := &r.Entities[i]
		e.Name, e.Aliases, e.Mentions = s.text(e.Name), slices.Clone(e.Aliases), slices.Clone(e.Mentions)
		for j := range e.Aliases {
			e.Aliases[j] = s.text(e.Aliases[j])
		}
	}
	return r
}

// many returns n readings, in rounds of those of shared/perf.
func many(b testing.TB, n int) []news.Reading {
	if _, err := os.Stat(shared + "/perf"); err != nil {
		b.Skip("no ../shared/perf beside the repository")
	}
	rs := perfRead()
	s := newSwapper(rs)
	out := make([]news.Reading, 0, n)
	for ; len(out) < n; s.round++ {
		s.known = map[string]string{}
		for _, r := range rs[:min(len(rs), n-len(out))] {
			out = append(out, s.reading(r))
		}
	}
	return out
}

// cpu is the time this process has computed: other work on the machine does
// not count.
func cpu() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func heap() float64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}

// BenchmarkLinker links a corpus, and then a hundred articles more:
//
//	link-ms/article   computing time of linking all, a briefing with it
//	add-ms/article    that of adding one of the hundred to the corpus
//	brief-ms          that of the briefing after it
//	link-B/article    memory the linker and its briefing keep, readings apart
//	read-B/article    memory of the readings
//	peak-MB           memory asked of the system
//
// The largest is long: -bench Linker -benchtime 1x -timeout 60m. Measured
// at 2,000 and 20,000 articles on a machine with other work; it is not flat
// yet: all actors are met anew for each briefing, and all is copied into it.
// 100,000 were not measured:
//
//	link-ms/article   2.6   3.3
//	add-ms/article    0.46  0.99
//	brief-ms          470   4700
//	link-B/article    31600 26100
//	peak-MB           473   2991
func BenchmarkLinker(b *testing.B) {
	const more = 100
	for _, n := range []int{2000, 20000, 100000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			if n > 20000 && testing.Short() {
				b.Skip("long")
			}
			before := heap()
			rs := many(b, n+more)
			read := heap()
			for b.Loop() {
				began := cpu()
				l := NewLinker()
				for i := range n {
					l.Add(rs[i])
				}
				br := l.Briefing(nil)
				linked := cpu()
				b.ReportMetric(float64((linked-began).Microseconds())/1000/float64(n), "link-ms/article")
				b.ReportMetric((heap()-read)/float64(n), "link-B/article")
				began = cpu()
				for i := range more {
					l.Add(rs[n+i])
				}
				added := cpu()
				after := l.Briefing(nil)
				b.ReportMetric(float64((added-began).Microseconds())/1000/more, "add-ms/article")
				b.ReportMetric(float64((cpu()-added).Microseconds())/1000, "brief-ms")
				if len(after.Readings) != n+more || len(br.Readings) != n {
					b.Errorf("%d articles, then %d", len(br.Readings), len(after.Readings))
				}
			}
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			b.ReportMetric((read-before)/float64(n), "read-B/article")
			b.ReportMetric(float64(m.Sys)/1e6, "peak-MB")
		})
	}
}
