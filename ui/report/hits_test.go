package report_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
	"verbatim/index"
	"verbatim/ui/report"
)

func found(t *testing.T) report.Found {
	t.Helper()
	b := fixture(t)
	q := b.Readings[1].Quotes[0]
	words := span(t, textB, "never close", 0)
	evil := span(t, textC, "\x1b[31mred", 0)
	return report.Found{Briefing: b, Query: "never", Results: index.Results{Total: 7, Hits: []index.Hit{
		{
			Article: "b2", Quote: "b2.q1", File: "in/b.txt", Outlet: "Ledger", Headline: "Minister promises", Date: news.Date{Year: 2031, Month: 3, Day: 3},
			Speaker: "Mara Venn", Kind: news.Direct, Relations: []news.Relation{news.Altered}, At: q.Span, Spans: []text.Span{words},
			Snippet: index.Snippet{Text: q.In(textB), Start: q.Start, Spans: []text.Span{{Start: words.Start - q.Start, End: words.End - q.Start}}},
		},
		{Article: "c3", File: "in/c.txt", Outlet: "c.txt", Snippet: index.Snippet{Text: evil.In(textC), Start: evil.Start}},
	}}}
}

func TestFoundText(t *testing.T) {
	const want = `in/b.txt:3: Ledger, 2031-03-03, Minister promises
    Mara Venn: We will {never close} the port,
in/c.txt:1: c.txt
    ␛[31mred
`
	for _, bold := range []bool{false, true} {
		var buf bytes.Buffer
		if err := found(t).Text(&buf, report.Terminal{Ink: bold}); err != nil {
			t.Fatal(err)
		}
		marks := strings.NewReplacer("{", "", "}", "")
		if bold {
			marks = strings.NewReplacer("{", "\x1b[1m", "}", "\x1b[0m")
		}
		if got := buf.String(); got != marks.Replace(want) {
			t.Errorf("bold %t: got %q", bold, got)
		}
	}
}

// A terminal has the lines wrapped by words, a pipe one a hit, whatever is in it.
func TestFoundTextIsWrapped(t *testing.T) {
	f := found(t)
	s := &f.Results.Hits[0].Snippet
	s.Text = "We will\nnever close\tthe port,"
	var pipe, screen bytes.Buffer
	if err := errors.Join(f.Text(&pipe, report.Terminal{}), f.Text(&screen, report.Terminal{Width: 24, Ink: true})); err != nil {
		t.Fatal(err)
	}
	if got := strings.Split(pipe.String(), "\n"); got[1] != "    Mara Venn: We will never close the port," {
		t.Errorf("a pipe has %q", got)
	}
	want := "in/b.txt:3: Ledger,\n2031-03-03, Minister\npromises\n    Mara Venn: We will\n    \x1b[1mnever close\x1b[0m the\n    port,\n"
	if got := screen.String(); !strings.HasPrefix(got, want) {
		t.Errorf("24 cells have %q", got)
	}
}

func TestFoundJSON(t *testing.T) {
	var buf bytes.Buffer
	if err := found(t).JSON(&buf); err != nil {
		t.Fatal(err)
	}
	noControls(t, buf.String())
	var got struct {
		Version, Total int
		Query          string
		Hits           []report.Hit
	}
	if err := json.Unmarshal(buf.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Version != report.Version || got.Total != 7 || got.Query != "never" || len(got.Hits) != 2 {
		t.Fatalf("%+v", got)
	}
	h := got.Hits[0]
	if h.Line != 3 || textB[h.Start:h.End] != "We will never close the port," || textB[h.Words[0].Start:h.Words[0].End] != "never close" {
		t.Errorf("hit %+v", h)
	}
	if h.Quote != "b2.q1" || h.Published != "2031-03-03" || h.Relations[0] != news.Altered {
		t.Errorf("hit %+v", h)
	}
}
