package report_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"verbatim/corpus/news"
	"verbatim/ui/report"
)

// TestOldQuoteIsShown writes a statement with old words in every form.
func TestOldQuoteIsShown(t *testing.T) {
	b := fixture(t)
	b.Statements[0].Reused = &news.Reuse{First: news.Ref{Reading: 0}, Variant: 1}
	c := report.Compare(b, nil)
	for name, write := range map[string]func(io.Writer) error{
		"text": func(w io.Writer) error { return c.Text(w, report.Terminal{Width: 120}) },
		"md":   c.Markdown,
		"html": c.HTML,
		"briefing": func(w io.Writer) error {
			return report.Markdown(w, b)
		},
	} {
		var out bytes.Buffer
		if err := write(&out); err != nil {
			t.Fatal(err)
		}
		if want := "first printed 2031-03-03 by Alder Courier, in in/a.txt:3"; !strings.Contains(strings.ReplaceAll(out.String(), `\`, ""), want) {
			t.Errorf("%s: no %q in\n%s", name, want, out.String())
		}
	}
	for name, write := range map[string]func(io.Writer) error{
		"json of the comparison": c.JSON,
		"json":                   func(w io.Writer) error { return report.JSON(w, b) },
	} {
		var out bytes.Buffer
		if err := write(&out); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{`"reused":{"quote":"a1`, `"variant":"b2`, `"story":"s1","outlet":"Alder Courier","where":"in/a.txt:3","date":"2031-03-03"}`} {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%s: no %s in\n%s", name, want, out.String())
			}
		}
	}
}
