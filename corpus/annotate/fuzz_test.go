package annotate

import (
	"flag"
	"math"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// FuzzRead checks what the editor relies on, whatever the text: every span
// lies in it on rune boundaries, quotes stand in order and inside the body,
// every index points at something, and no byte takes ten times what one of
// plain text does.
func FuzzRead(f *testing.F) {
	for _, dir := range []string{"marks", "quotes", "indirect", "sentences"} {
		for _, c := range readCases(f, dir) {
			f.Add(c.text)
		}
	}
	f.Add("\"'\"'“”‘’«»„``''[…] said said said \x1b[31m\u202e")
	f.Add(repeated("Mara Venn met the union. Negotiations, she added, would resume within days.\n", 8<<10)) // each looks back at all before
	f.Add(repeated("adding\"0 ", 8<<10))                                                                    // each mark looks back at all cues
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\ufffd")
		r, err := Read(bodyOnly(s))
		if err != nil {
			t.Fatal(err)
		}
		checkReading(t, &r)
		checkPace(t, s)
	})
}

// slowest is how many times what a byte of plain text takes one of any text
// may take.
const slowest = 10

// checkPace reads a text that was made long by saying it again and again, in
// one paragraph and in many. What takes long is read again at eight times the
// length: the quickest of some runs is what counts, which a busy machine
// disturbs least.
func checkPace(t *testing.T, s string) {
	fuzzing := flag.Lookup("test.fuzzworker")
	if fuzzing == nil || fuzzing.Value.String() != "true" || len(s) == 0 || len(s) > 1<<16 {
		return // a plain test measures no time
	}
	for _, sep := range []string{" ", "\n"} {
		if pace(repeated(s+sep, 4<<10), 1) < slowest/3 {
			continue
		}
		if p := pace(repeated(s+sep, 32<<10), 4); p > slowest {
			t.Errorf("%q, again and again, takes %.1f times what plain text does a byte", s, p)
		}
	}
}

func repeated(s string, size int) string { return strings.Repeat(s, 1+size/len(s)) }

// pace returns what a byte of s takes to read, as a multiple of what one of
// plain text does: the least of some runs, no more of them than it takes to
// come below what is allowed. An input may take ten seconds in all.
func pace(s string, runs int) float64 {
	a := bodyOnly(s)
	plain, least := plainPace(), math.Inf(1)
	for range runs {
		start := time.Now()
		if _, err := Read(a); err != nil {
			return 0
		}
		if least = min(least, float64(time.Since(start))/float64(len(s))/plain); least <= slowest {
			break
		}
	}
	return least
}

// plainPace is what a byte of plain text takes to read, in nanoseconds.
var plainPace = sync.OnceValue(func() float64 {
	a := bodyOnly(repeated("Harbour Minister Mara Venn said on Tuesday that the dam was safe. “It holds,” she told reporters.\n", 32<<10))
	least := time.Hour
	for range 5 {
		start := time.Now()
		if _, err := Read(a); err != nil {
			return 1
		}
		least = min(least, time.Since(start))
	}
	return float64(least) / float64(len(a.Text))
})

// BenchmarkMarksLine pairs the marks of a line of a megabyte; what a byte of it
// takes must not grow with its length, whatever stands in it.
func BenchmarkMarksLine(b *testing.B) {
	for _, s := range []string{"“It holds,” she said. ‘Go home.’ ", "\"", "'", "“", "”", "’", "«", "a\" ", "“a ", "a,” ", "a.” ", "“go, he said ", "'a ", "a' ", "‘a “b ", "\"a 'b\" c' ", "6' 2\" ", "“a” b,” "} {
		for _, size := range []int{1 << 16, 1 << 20} {
			line := repeated(s, size)
			b.Run(s+strconv.Itoa(size), func(b *testing.B) {
				b.SetBytes(int64(len(line)))
				for b.Loop() {
					Marks(line, []text.Span{{End: len(line)}})
				}
			})
		}
	}
}

func checkReading(t *testing.T, r *news.Reading) {
	src := r.Article.Text
	check := func(what string, s text.Span) {
		if !s.Fits(src) || !utf8.ValidString(s.In(src)) {
			t.Errorf("%s %v does not fit the text", what, s)
		}
	}
	last := 0
	for _, q := range r.Quotes {
		for _, s := range []text.Span{q.Span, q.Outer, q.SpeakerAt, q.Cue, q.Context, q.SaidOnAt} {
			check("quote", s)
		}
		if q.Empty() || !q.Outer.Contains(q.Span) || q.Start < last {
			t.Errorf("quote %v, outer %v, after %d", q.Span, q.Outer, last)
		}
		last = q.Start
		for _, e := range q.Speakers {
			if e < 0 || e >= len(r.Entities) {
				t.Errorf("speaker %d of %d entities", e, len(r.Entities))
			}
		}
	}
	for _, e := range r.Entities {
		check("role", e.Role)
		for _, m := range e.Mentions {
			check("mention", m.Span)
		}
	}
	for _, p := range r.Reports {
		for _, s := range []text.Span{p.Span, p.Trigger, p.PlaceAt, p.DateAt} {
			check("report", s)
		}
	}
}
