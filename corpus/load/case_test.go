package load

import (
	"flag"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"verbatim/corpus/internal/casefile"
	"verbatim/corpus/news"
)

var update = flag.Bool("update", false, "write what is read now into the case files")

// TestCases runs the numbered case files.
func TestCases(t *testing.T) {
	casefile.Run(t, *update, func(name, content string) string { return describe(name, []byte(content)) })
}

// describe reads one file and writes down all that was read.
func describe(name string, content []byte) string {
	var b strings.Builder
	fsys := fstest.MapFS{name: {Data: content}}
	for _, p := range Read(At(fsys, name), func(d Document) { describeDocument(&b, d) }) {
		fmt.Fprintf(&b, "problem %s: %s\n", p.File, p.What)
	}
	return b.String()
}

func describeDocument(b *strings.Builder, d Document) {
	fmt.Fprintf(b, "document %s row %d %s\n", d.File, d.Row, d.Format)
	field := func(name string, f news.Field) {
		if f.Value != "" {
			fmt.Fprintf(b, "  %s %q from %s at %q\n", name, f.Value, f.Origin, f.At.In(d.Text))
		}
	}
	field("outlet", d.Outlet)
	field("agency", d.Agency)
	field("headline", d.Headline)
	field("url", d.URL)
	for _, f := range d.Byline {
		field("byline", f)
	}
	if !d.Published.Date.IsZero() {
		fmt.Fprintf(b, "  published %v from %s at %q\n", d.Published.Date, d.Published.Origin, d.Published.At.In(d.Text))
	}
	fmt.Fprintf(b, "  text %q\n", d.Text)
	for _, bl := range d.Blocks {
		fmt.Fprintf(b, "  %-9s %q\n", bl.Kind, bl.In(d.Text))
	}
}
