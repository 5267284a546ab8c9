package annotate

import (
	"strings"
	"testing"
	"unicode/utf8"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// anchored takes the first line off a case: "anchor 2031-03-05 dateline".
func anchored(t *testing.T, src string) (Anchor, string) {
	t.Helper()
	head, rest, _ := strings.Cut(src, "\n")
	f := strings.SplitN(strings.TrimPrefix(head, "anchor "), " ", 2)
	if f[0] == "none" {
		return Anchor{}, rest
	}
	d, err := news.ParseDate(f[0])
	if err != nil || len(f) != 2 {
		t.Fatalf("case needs a line %q: %v", "anchor DATE SOURCE", err)
	}
	return Anchor{Day: d, Source: f[1]}, rest
}

// datesOf returns the dates of a text whose lines are its paragraphs.
func datesOf(src string, an Anchor) []DateMention {
	var out []DateMention
	readDates(src, lines(src), Sentences(src, lines(src)), an, func(_ []dateText, found []foundDate) {
		for _, f := range found {
			out = append(out, f.DateMention)
		}
	})
	return out
}

func TestDates(t *testing.T) {
	n := 0
	for _, c := range readCases(t, "dates") {
		n++
		t.Run(c.name, func(t *testing.T) {
			an, src := anchored(t, c.text)
			var got []string
			for i, m := range datesOf(src, an) {
				line := m.In(src) + " = " + m.Exact.Show(m.Date)
				if i < len(c.want) && strings.HasSuffix(c.want[i], ")") {
					line += " (" + m.Basis + ")"
				}
				got = append(got, line)
			}
			compare(t, c, got)
		})
	}
	if n < 80 {
		t.Errorf("%d cases, want 80 or more", n)
	}
}

func TestDatesOfOneSentence(t *testing.T) {
	src := "Before. They met on Friday. After."
	s := text.Span{Start: 8, End: 27}
	got := datesIn(src, s, Anchor{Day: news.Date{Year: 2031, Month: 3, Day: 5}, Source: "dateline"})
	if len(got) != 1 || got[0].In(src) != "Friday" || got[0].Date.String() != "2031-02-28" {
		t.Errorf("got %+v", got)
	}
}

func TestAnchorOf(t *testing.T) {
	day := func(s string) news.Date {
		d, err := news.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	published := news.DateField{Date: day("2031-01-02"), Origin: news.FromByline}
	for _, c := range []struct {
		name     string
		dateline string
		field    news.DateField
		near     string
		want     string
		source   string
	}{
		{"dateline before byline", "HALDEN/OSLO, Dec 30 (Fjord)", published, "", "2030-12-30", "dateline"},
		{"byline", "HALDEN", published, "", "2031-01-02", "byline"},
		{"page", "", news.DateField{Date: day("2031-01-02"), Origin: news.FromPage}, "", "2031-01-02", "page date"},
		{"dateline without a year", "HALDEN, Dec 30", news.DateField{}, "", "", ""},
		{"its year from the story", "HALDEN, Dec 30", news.DateField{}, "2031-01-01", "2030-12-30", "dateline"},
		{"nothing", "", news.DateField{}, "2031-01-01", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var near news.Date
			if c.near != "" {
				near = day(c.near)
			}
			a := news.Article{Dateline: news.Field{Value: c.dateline}, Published: c.field}
			got := AnchorOf(&a, near)
			if got.Day.String() != c.want || got.Source != c.source {
				t.Errorf("got %v from %q, want %s from %q", got.Day, got.Source, c.want, c.source)
			}
		})
	}
}

// A weekday never lies more than a week from its anchor, and always falls on
// the day it names.
func TestWeekdaysStayNear(t *testing.T) {
	names := []string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
	first := news.Date{Year: 2031, Month: 2, Day: 24}
	for n := range 14 {
		an := Anchor{Day: first.AddDays(n), Source: "dateline"}
		for i, name := range names {
			for _, src := range []string{"They met on " + name + ".", "They will meet on " + name + ".", "They met last " + name + ".", "They meet next " + name + ".", "They meet this " + name + "."} {
				ms := datesOf(src, an)
				if len(ms) != 1 || int(ms[0].Date.Weekday()) != i {
					t.Fatalf("%v: %q: %+v", an.Day, src, ms)
				}
				d := ms[0].Date.Sub(an.Day)
				back := strings.Contains(src, "met")
				if back && (d > 0 || d < -7) || !back && (d < 0 && !strings.Contains(src, "this") || d > 13 || d < -6) {
					t.Errorf("%v: %q is %d days off", an.Day, src, d)
				}
			}
		}
	}
}

func FuzzDates(f *testing.F) {
	for _, s := range []string{"They met on Friday.", "Dec. 3, 2025", "“We met yesterday,” he said Monday.", "mid-May 3/4/2025 2025-12-03", "the day before. in two weeks", "Friday (3 March", "\xff Friday’s 3rd of"} {
		f.Add(s)
	}
	an := Anchor{Day: news.Date{Year: 2031, Month: 3, Day: 5}, Source: "dateline"}
	f.Fuzz(func(t *testing.T, s string) {
		src := strings.ToValidUTF8(s, "?")
		end := 0
		for _, m := range datesIn(src, text.Span{End: len(src)}, an) {
			if !m.Fits(src) || m.Empty() || m.Start < end {
				t.Fatalf("span %v in %q", m.Span, src)
			}
			end = m.End
			if !utf8.ValidString(m.In(src)) || m.Date.IsZero() || !m.Date.IsDay() || m.Basis == "" || m.Exact == "" {
				t.Fatalf("date %+v of %q", m, m.In(src))
			}
		}
	})
}

func TestDateQuotes(t *testing.T) {
	src := "“The quay is safe,” Orrin Tarn said on Friday. “We will see,” said Mara Venn, who resigned on Monday. “No,” he told the Gull."
	a := articleOf(src)
	var qs []news.Quote
	for _, cue := range []string{"said on", "said Mara", "told"} {
		i := strings.Index(src, cue)
		n := len(strings.Fields(cue)[0])
		qs = append(qs, news.Quote{Cue: text.Span{Start: i, End: i + n}})
	}
	DateQuotes(&a, Sentences(src, lines(src)), qs, Anchor{Day: news.Date{Year: 2031, Month: 3, Day: 5}, Source: "dateline"})
	for i, want := range []string{"2031-02-28", "", ""} {
		if got := qs[i].SaidOn.String(); got != want || qs[i].SaidOnAt.Empty() != (want == "") {
			t.Errorf("quote %d was said on %q (%q), want %q", i, got, qs[i].SaidOnAt.In(src), want)
		}
	}
}

// datesIn returns the dates that the sentence s of src names, in order. Words
// that need an anchor name none without one.
func datesIn(src string, s text.Span, an Anchor) []DateMention {
	t := newDateText(src, s, Marks(src, []text.Span{s}))
	var out []DateMention
	for _, f := range resolveParagraph([]dateText{t}, an, new(news.Date)) {
		out = append(out, f.DateMention)
	}
	return out
}
