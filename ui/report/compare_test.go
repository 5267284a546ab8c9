package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/net/html"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
	"verbatim/ui/report"
)

// The tellings of one statement: as it was, altered, cut, joined, and by an
// outlet that would harm whoever reads it.
const (
	tellingA = "Dredging goes on\n\n“We will not stop the dredging, and the ferries will sail on Sunday,” Mara Venn told the harbour board. “The board was told in March.”\n"
	tellingB = "Venn: dredging to stop\n\n\"We will stop the dredging, and the boats will sail on Sunday. The board was told in March,\" said Venn.\n"
	tellingC = "‘We will not stop the dredging,’ she said on Monday.\n"
	tellingD = "=1+1|<b>x</b>\n\n\"<script>alert(1)</script> We will not stop\x1b[2J the dredging, and the ferries will sail on Sunday,\" +Venn+ said.\n"
)

func telling(t *testing.T, id, outlet, headline, src, printed, words string) news.Reading {
	t.Helper()
	r := news.Reading{
		Article: news.Article{
			ID: id, File: "in/" + id + ".txt", Format: "text", Text: src, URL: "https://example.org/" + id,
			Outlet: news.Field{Value: outlet}, Headline: news.Field{Value: headline},
			Published: news.DateField{Date: news.Date{Year: 2031, Month: 3, Day: 3}},
		},
		Quotes: []news.Quote{{Kind: news.Direct, Outer: span(t, src, printed, 0), Span: span(t, src, words, 0), Confidence: 0.9}},
	}
	return r
}

func said(t *testing.T, r *news.Reading, speaker, cue string) {
	t.Helper()
	r.Entities = []news.Entity{{Name: "Mara Venn", Kind: news.Person}}
	q := &r.Quotes[0]
	q.Speakers, q.SpeakerAt, q.Cue = []int{0}, span(t, r.Article.Text, speaker, 0), span(t, r.Article.Text, cue, 0)
}

// dredging is a briefing of four outlets with an alarm, and a second statement
// that differs in nothing.
func dredging(t *testing.T) *news.Briefing {
	t.Helper()
	full := "We will not stop the dredging, and the ferries will sail on Sunday,"
	a := telling(t, "a", "Alder Courier", "Dredging goes on", tellingA, "“"+full+"”", full)
	said(t, &a, "Mara Venn", "told")
	march := "“The board was told in March.”"
	a.Quotes = append(a.Quotes, news.Quote{Kind: news.Direct, Outer: span(t, tellingA, march, 0), Span: span(t, tellingA, "The board was told in March.", 0)})
	joint := "We will stop the dredging, and the boats will sail on Sunday. The board was told in March,"
	b := telling(t, "b", "Ledger", "Venn: dredging to stop", tellingB, `"`+joint+`"`, joint)
	said(t, &b, "Venn", "said")
	c := telling(t, "c", "Wire", "", tellingC, "‘We will not stop the dredging,’", "We will not stop the dredging,")
	said(t, &c, "she", "said")
	c.Quotes[0].Confidence = 0.4
	evil := "<script>alert(1)</script> We will not stop\x1b[2J the dredging, and the ferries will sail on Sunday,"
	d := telling(t, "d", "=Sum(A1)", "=1+1|<b>x</b>", tellingD, `"`+evil+`"`, evil)
	d.Article.URL = "javascript:alert(1)"
	said(t, &d, "+Venn+", "said")
	at := func(src, part string) text.Span { return span(t, src, part, 0) }
	gap := func(s text.Span) text.Span { return text.Span{Start: s.End, End: s.End} }
	return &news.Briefing{
		Readings: []news.Reading{a, b, c, d},
		Actors:   []news.Actor{{ID: "p1", Name: "Mara Venn", Role: "Harbour Minister", Kind: news.Person, Entities: []news.Ref{{Reading: 0}, {Reading: 1}, {Reading: 2}, {Reading: 3}}}},
		Stories:  []news.Story{{ID: "s1", Headline: "Dredging goes on", Readings: []int{0, 1, 2, 3}}},
		Statements: []news.Statement{
			{ID: "quiet", Speakers: []int{0}, Variants: []news.Variant{{Quote: news.Ref{Item: 1}, Relation: news.Verbatim}, {Quote: news.Ref{Reading: 2}, Relation: news.Verbatim, Possible: true}}},
			{ID: "alone", Variants: []news.Variant{{Quote: news.Ref{Item: 1}}, {Quote: news.Ref{}}}},
			{
				ID: "loud", Speakers: []int{0}, Severity: 7, Absent: []news.Absence{{Outlet: "Tide"}, {Outlet: "Early Post", TooEarly: true}},
				Variants: []news.Variant{
					{Quote: news.Ref{Reading: 2}, Relation: news.Trimmed, Edits: []news.Edit{{Kind: news.EditCutEnd, Reference: at(tellingA, "and the ferries will sail on Sunday"), Variant: gap(at(tellingC, "dredging"))}}},
					{Quote: news.Ref{Reading: 0}, Relation: news.Verbatim},
					{Quote: news.Ref{Reading: 1}, Relation: news.Merged, Edits: []news.Edit{
						{Kind: news.EditCutInside, Reference: at(tellingA, "not"), Variant: gap(at(tellingB, "We will"))},
						{Kind: news.EditSubstitute, Reference: at(tellingA, "ferries"), Variant: at(tellingB, "boats")},
						{Kind: news.EditJoin, Reference: gap(at(tellingA, "Sunday")), Variant: at(tellingB, "The board was told in March")},
					}},
					{Quote: news.Ref{Reading: 3}, Relation: news.Altered, Edits: []news.Edit{
						{Kind: news.EditInsert, Reference: text.Span{Start: 20, End: 20}, Variant: at(tellingD, "<script>alert(1)</script>")}}},
				},
				Reference: 1,
				Conflicts: []news.Conflict{{Field: "date", Claims: []news.Claim{{Outlet: "Alder Courier", Value: "2031-03-02"}, {Outlet: "Wire", Value: "2031-03-03", At: news.Ref{Reading: 2}}}}},
			},
			{ID: "plain", Story: 0, Speakers: nil, Variants: []news.Variant{{Quote: news.Ref{Item: 1}}, {Quote: news.Ref{Reading: 1}, Relation: news.Styled}}},
		},
	}
}

func comparison(t *testing.T) *report.Comparison {
	t.Helper()
	c := report.Compare(dredging(t), nil)
	c.Title = "in"
	return c
}

func written(t *testing.T, write func(io.Writer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestComparisonGolden(t *testing.T) {
	c := comparison(t)
	for name, write := range map[string]func(io.Writer) error{
		"compare.json":    c.JSON,
		"compare.md":      c.Markdown,
		"compare.html":    c.HTML,
		"compare.csv":     c.CSV,
		"compare-60.txt":  func(w io.Writer) error { return c.Text(w, report.Terminal{Width: 60}) },
		"compare-120.txt": func(w io.Writer) error { return c.Text(w, report.Terminal{Width: 120}) },
	} {
		t.Run(name, func(t *testing.T) {
			got := written(t, write)
			isGolden(t, name, got)
			noControls(t, strings.ReplaceAll(got, "\r\n", "\n"))
		})
	}
}

func TestCompareTakesWhatTwoOutletsCarry(t *testing.T) {
	var ids []string
	for _, s := range comparison(t).Statements {
		ids = append(ids, s.ID)
	}
	if want := []string{"loud", "plain"}; !slices.Equal(ids, want) {
		t.Errorf("got %q, want %q", ids, want)
	}
	none := report.Compare(dredging(t), func(news.Ref) bool { return false })
	if len(none.Statements) > 0 {
		t.Error("statements without a quote that was asked for")
	}
}

func TestCompareFound(t *testing.T) {
	for _, c := range []struct {
		query string
		want  int
	}{{"", 2}, {"ferries", 1}, {"outlet:ledger", 2}, {"zebra", 0}, {`"board was told"`, 2}} {
		got, err := report.CompareFound(t.Context(), dredging(t), c.query)
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Statements) != c.want {
			t.Errorf("%q leaves %d statements, want %d", c.query, len(got.Statements), c.want)
		}
	}
}

// TestComparisonFillsTheTerminal holds at every width, in colour or not.
func TestComparisonFillsTheTerminal(t *testing.T) {
	for w := 20; w < 240; w += 3 {
		out := written(t, func(o io.Writer) error { return comparison(t).Text(o, report.Terminal{Width: w, Ink: w%2 == 0}) })
		for line := range strings.Lines(out) {
			if n := ansi.StringWidth(strings.TrimSuffix(line, "\n")); n > w {
				t.Fatalf("%d cells in a terminal of %d: %q", n, w, line)
			}
		}
		if beside := strings.Contains(out, "│"); beside != (w >= 100) {
			t.Errorf("columns in %d cells: %t", w, beside)
		}
	}
}

func TestComparisonJSON(t *testing.T) {
	var got struct {
		Version    int
		Statements []report.Compared
	}
	if err := json.Unmarshal([]byte(written(t, comparison(t).JSON)), &got); err != nil {
		t.Fatal(err)
	}
	for _, v := range got.Statements[0].Variants {
		if src := map[string]string{"a": tellingA, "b": tellingB, "c": tellingC, "d": tellingD}[v.Article]; src[v.Start:v.End] != v.Text {
			t.Errorf("%q is not at %d-%d of %s", v.Text, v.Start, v.End, v.Article)
		}
	}
}

func TestEveryRowOfTheSheetHasTheNotes(t *testing.T) {
	b := dredging(t)
	i := slices.IndexFunc(b.Statements, func(s news.Statement) bool { return s.ID == "loud" })
	at := b.Statements[i].Variants[0].Quote
	b.Notes = []news.Note{{Quote: at, Words: "Checked against the tape."}, {Quote: at, Words: "=call, the ministry"}}
	rows, err := csv.NewReader(strings.NewReader(written(t, report.Compare(b, nil).CSV))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range rows {
		got = append(got, row[len(row)-1])
	}
	notes := "Checked against the tape.; =call, the ministry"
	if want := []string{"notes", notes, notes, notes, notes, "", ""}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestComparisonCSVIsNoFormula(t *testing.T) {
	out := written(t, comparison(t).CSV)
	if strings.Count(out, "\n") != strings.Count(out, "\r\n") {
		t.Error("lines do not end in CR LF")
	}
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 1+4+2 {
		t.Errorf("%d rows", len(rows))
	}
	for _, row := range rows {
		for _, c := range row {
			if c != "" && strings.ContainsAny(c[:1], "=+-@\t\r") {
				t.Errorf("a formula: %q", c)
			}
		}
	}
}

func FuzzCSVIsNoFormula(f *testing.F) {
	for _, s := range []string{"=1", " =1", "\t=1", "\r\n@x", "-1", "+1", "＝1", "\"=1", "a,b\n=1", "\ufeff=1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		b := dredging(t)
		b.Readings[1].Article.Outlet.Value, b.Readings[0].Article.Headline.Value = s, s
		rows, err := csv.NewReader(strings.NewReader(written(t, report.Compare(b, nil).CSV))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for _, c := range row {
				if c = strings.TrimSpace(c); c != "" && strings.ContainsAny(c[:1], "=+-@") {
					t.Fatalf("a formula: %q", c)
				}
			}
		}
	})
}

// TestComparisonHTMLIsText holds that nothing of an article becomes an
// element, an attribute or an address.
func TestComparisonHTMLIsText(t *testing.T) {
	page := written(t, comparison(t).HTML)
	known := regexp.MustCompile(`^(html|head|meta|title|body|h[12]|p|em|strong|table|tbody|tr|td|br|div|span|a|ins|del|mark|ul|li)$`)
	z := html.NewTokenizer(strings.NewReader(page))
	var shown strings.Builder
	for z.Next() != html.ErrorToken {
		tok := z.Token()
		switch tok.Type {
		case html.TextToken:
			shown.WriteString(tok.Data)
		case html.StartTagToken, html.SelfClosingTagToken:
			if !known.MatchString(tok.Data) {
				t.Errorf("an element %q", tok.Data)
			}
			for _, a := range tok.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "href" && !strings.HasPrefix(a.Val, "https://example.org/") {
					t.Errorf("%s=%q", a.Key, a.Val)
				}
			}
		}
	}
	if err := z.Err(); !errors.Is(err, io.EOF) {
		t.Fatal(err)
	}
	for _, want := range []string{"\"<script>alert(1)</script> We", "=1+1|<b>x</b>", "in/b.txt:3", "We will ‹…› stop", "Sunday. The board was told in March,"} {
		if !strings.Contains(shown.String(), want) {
			t.Errorf("%q is not shown", want)
		}
	}
}

func TestComparisonMarkdownIsText(t *testing.T) {
	got := rendered(t, written(t, comparison(t).Markdown))
	for _, want := range []string{"\"<script>alert(1)</script> We", "=1+1|<b>x</b>", "We will ‹…› stop the dredging, and the boats will", "+The board was told in March+,"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not shown in:\n%s", want, got)
		}
	}
}

func TestComparisonCutsEndlessQuotes(t *testing.T) {
	b := dredging(t)
	long := strings.Repeat("é", 1<<19)
	b.Readings[2].Article.Text = long
	b.Readings[2].Quotes[0] = news.Quote{Kind: news.Direct, Span: text.Span{End: len(long)}, Outer: text.Span{End: len(long)}}
	b.Statements[2].Variants[0].Edits = nil
	c := report.Compare(b, nil)
	for _, write := range []func(io.Writer) error{c.Markdown, c.HTML, func(w io.Writer) error { return c.Text(w, report.Terminal{Width: 120, Ink: true}) }} {
		if got := written(t, write); len(got) > 40_000 || !strings.Contains(got, "bytes more") {
			t.Errorf("a sheet of %d bytes", len(got))
		}
	}
}

func TestSheetOfEvents(t *testing.T) {
	c := report.Sheet(fixture(t), []int{0}, []int{0})
	for _, write := range []func(io.Writer) error{c.Markdown, c.HTML} {
		got := written(t, write)
		for _, want := range []string{"2031-03-01", "storm hits Port Alder", "on Sunday", "disagree on the date: 2031-03-02 (Alder Courier, in/a.txt:3) / 2031-03-01 (Ledger, in/b.txt:5)"} {
			if !strings.Contains(got, want) {
				t.Errorf("no %q in:\n%s", want, got)
			}
		}
	}
}

func TestSaveWritesOverNothing(t *testing.T) {
	dir := t.TempDir()
	var names []string
	for range 3 {
		path, err := report.Save(dir, "../Port: “strike” \x1b[2J of "+strings.Repeat("x", 300), ".html", func(w io.Writer) error {
			_, err := io.WriteString(w, "sheet")
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, filepath.Base(path))
	}
	if names[0] == names[1] || names[1] == names[2] || !strings.HasPrefix(names[0], "verbatim-port-strike-2j-of-x") {
		t.Errorf("%q", names)
	}
	if _, err := report.Save(dir, "broken", ".html", func(io.Writer) error { return io.ErrShortWrite }); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("got %v", err)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 3 {
		t.Errorf("%d files, %v", len(left), err)
	}
}

// Outlets of the story in which a statement is not found are named on every sheet,
// and those that only possibly tell it are not among them.
func TestSheetNamesWhereItIsNotFound(t *testing.T) {
	b := dredging(t)
	b.Stories[0].Outlets = append(b.Stories[0].Outlets, "Pier Gazette")
	c := report.Compare(b, nil)
	if got := c.Statements[0].NotFound; len(got) != 1 || got[0] != "Pier Gazette" {
		t.Errorf("not found in %q", got)
	}
	for name, write := range map[string]func(io.Writer) error{"md": c.Markdown, "html": c.HTML, "text": func(w io.Writer) error { return c.Text(w, report.Terminal{Width: 120}) }} {
		if s := written(t, write); !strings.Contains(s, "not found, though not surely left out: Pier Gazette") {
			t.Errorf("%s does not say so:\n%s", name, s)
		}
	}
	if s := written(t, c.JSON); !strings.Contains(s, `"not_found":["Pier Gazette"]`) {
		t.Errorf("the JSON does not say so:\n%s", s)
	}
}
