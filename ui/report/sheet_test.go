package report_test

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"verbatim/corpus/news"
	"verbatim/ui/report"
)

// loud returns the statement of [dredging] that raises the alarm.
func loud(t *testing.T, b *news.Briefing) *news.Statement {
	t.Helper()
	i := slices.IndexFunc(b.Statements, func(s news.Statement) bool { return s.ID == "loud" })
	return &b.Statements[i]
}

// wants reports what a sheet lacks, and what it has more often than it should.
func wants(t *testing.T, got string, times map[string]int) {
	t.Helper()
	for s, n := range times {
		if has := strings.Count(got, s); has != n {
			t.Errorf("%q is there %d times, want %d, in:\n%s", s, has, n, got)
		}
	}
}

// repeated is a briefing in which an article has a statement three times, once
// in two words and once perhaps.
func repeated(t *testing.T) *news.Briefing {
	t.Helper()
	b := dredging(t)
	a := &b.Readings[0]
	a.Quotes = append(a.Quotes,
		news.Quote{Kind: news.Partial, Span: span(t, tellingA, "harbour board", 0), Outer: span(t, tellingA, "harbour board", 0)},
		news.Quote{Kind: news.Partial, Span: span(t, tellingA, "ferries", 0), Outer: span(t, tellingA, "ferries", 0)},
		news.Quote{Kind: news.Indirect, Span: span(t, tellingA, "told the harbour", 0), Outer: span(t, tellingA, "told the harbour", 0)})
	s := loud(t, b)
	for i := range 3 {
		s.Variants = append(s.Variants, news.Variant{Quote: news.Ref{Item: 2 + i}, Relation: news.Paraphrase})
	}
	s.Variants = append(s.Variants, news.Variant{Quote: news.Ref{Item: 1}, Relation: news.Paraphrase, Possible: true})
	return b
}

func TestAnArticleIsCitedOnceAndWhatIsNotSureApart(t *testing.T) {
	c := report.Compare(repeated(t), nil)
	c.Statements = c.Statements[:1]
	md := written(t, c.Markdown)
	wants(t, md, map[string]int{
		"**Alder Courier**": 2, "  - also: “harbour board”\n": 1, ", “ferries”": 0, "also: “ferries”": 0, "  - also: ¶ paraphrase": 1,
		"\n*Possible paraphrases": 1, "? possibly the same, (unattributed): “The board was told in March.”": 1, "; ? possibly the same: ": 1,
	})
	if strings.Index(md, "**Wire**") > strings.Index(md, "*Possible") {
		t.Error("a sure variant among those that are not")
	}
	wants(t, written(t, c.HTML), map[string]int{"<strong>Alder Courier</strong>": 2, "also: “harbour board”": 1, "<em>Possible paraphrases": 1, ">also:</span> ¶ paraphrase": 1})
	wants(t, written(t, func(w io.Writer) error { return c.Text(w, report.Terminal{Width: 70}) }), map[string]int{"also: “harbour board”": 1, "  Possible paraphrases": 1, "Alder Courier, also": 1})
}

func TestManyStatementsHaveContents(t *testing.T) {
	c := comparison(t)
	wants(t, written(t, c.Markdown), map[string]int{"](#s": 0, "<a id": 0})
	for len(c.Statements) < 6 {
		c.Statements = append(c.Statements, c.Statements[1])
	}
	title := "⚠ + merged, ≠ altered · Mara Venn: “We will not stop the dredging, and the ferries will sail on Sunday”\n"
	wants(t, written(t, c.Markdown), map[string]int{"\n- [1](#s1) " + title: 1, "\n<a id=\"s1\"></a>\n\n## 1\\. " + title: 1, "](#s6) \\~ styled · unattributed: “The board": 1})
	page := written(t, c.HTML)
	for n := 1; n <= 6; n++ {
		wants(t, page, map[string]int{fmt.Sprintf(`href="#s%d"`, n): 1, fmt.Sprintf(`id="s%d"`, n): 1})
	}
}

func TestALongHeadingEndsWithAWord(t *testing.T) {
	b := dredging(t)
	long := strings.Repeat("dredging ", 40)
	b.Readings[0].Article.Text = long
	b.Readings[0].Quotes[0] = news.Quote{Kind: news.Direct, Span: span(t, long, long, 0), Outer: span(t, long, long, 0)}
	c := report.Sheet(b, []int{slices.IndexFunc(b.Statements, func(s news.Statement) bool { return s.ID == "loud" })}, nil)
	wants(t, written(t, c.Markdown), map[string]int{": “" + strings.Repeat("dredging ", 7) + "…”\n": 1})
}

func TestPlacesAreGivenFromTheOneFolder(t *testing.T) {
	b, dir := dredging(t), t.TempDir()
	for i := range b.Readings {
		a := &b.Readings[i].Article
		a.File = filepath.Join(dir, "day", fmt.Sprint(i%2), filepath.Base(a.File))
	}
	b.Statements = append(b.Statements, news.Statement{ID: "again", Reused: &news.Reuse{}, Variants: []news.Variant{{}, {Quote: news.Ref{Reading: 1}}}})
	c := report.Compare(b, nil)
	day := filepath.Join(dir, "day")
	for name, write := range map[string]func(io.Writer) error{"md": c.Markdown, "html": c.HTML, "text": func(w io.Writer) error { return c.Text(w, report.Terminal{Width: 500}) }} {
		got := written(t, write)
		wants(t, got, map[string]int{day: 1, "The files are in " + day: 1})
		if want := filepath.Join("0", "a.txt:3"); !strings.Contains(got, want) {
			t.Errorf("%s: no %q in:\n%s", name, want, got)
		}
	}
	for _, write := range []func(io.Writer) error{c.JSON, c.CSV} {
		if !strings.Contains(written(t, write), filepath.Base(dir)) {
			t.Error("what a program reads has no full path")
		}
	}
}

func TestTheGravestRelationIsOfMarkedWords(t *testing.T) {
	for _, c := range []struct {
		relations []news.Relation
		want      string
	}{
		{[]news.Relation{news.Paraphrase, news.Verbatim}, "= verbatim · "},
		{[]news.Relation{news.Verbatim, news.Paraphrase, news.Trimmed}, "… trimmed · "},
		{[]news.Relation{news.Edited, news.Trimmed, news.Styled}, "[ edited · "},
		{[]news.Relation{news.Paraphrase, news.Paraphrase}, "¶ paraphrase · "},
	} {
		b := dredging(t)
		s := loud(t, b)
		s.Variants = s.Variants[:1]
		s.Reference = 0
		s.Variants[0] = news.Variant{}
		for i, r := range c.relations {
			s.Variants = append(s.Variants, news.Variant{Quote: news.Ref{Reading: i + 1}, Relation: r})
		}
		got := written(t, report.Compare(b, func(r news.Ref) bool { return r.Item == 0 }).Markdown)
		wants(t, got, map[string]int{"\\. " + c.want + "Mara Venn": 1})
	}
}

func TestAReferenceWithoutMarksSaysSo(t *testing.T) {
	b := dredging(t)
	b.Readings[0].Quotes[0].Kind = news.Indirect
	wants(t, written(t, report.Compare(b, nil).Markdown), map[string]int{"◆ reference, no marks, ": 1})
}
