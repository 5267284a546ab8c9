package annotate

import (
	"strings"
	"testing"
	"unicode/utf8"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// FuzzRead checks what the editor relies on, whatever the text: every span
// lies in it on rune boundaries, quotes stand in order and inside the body, and
// every index points at something.
func FuzzRead(f *testing.F) {
	for _, dir := range []string{"marks", "quotes", "sentences"} {
		for _, c := range readCases(f, dir) {
			f.Add(c.text)
		}
	}
	f.Add("\"'\"'“”‘’«»„``''[…] said said said \x1b[31m\u202e")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\ufffd")
		a := news.Article{Text: s}
		for _, p := range lines(s) {
			a.Blocks = append(a.Blocks, news.Block{Span: p, Kind: news.Body})
		}
		r, err := Read(a)
		if err != nil {
			t.Fatal(err)
		}
		checkReading(t, &r)
	})
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
