package clean

import (
	"flag"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"verbatim/corpus/internal/casefile"
	"verbatim/corpus/load"
	"verbatim/corpus/news"
)

var update = flag.Bool("update", false, "write what is chosen now into the case files")

// TestCases runs the numbered case files.
func TestCases(t *testing.T) {
	casefile.Run(t, *update, func(name, content string) string {
		var got strings.Builder
		for _, a := range articles(name, []byte(content)) {
			describe(&got, a)
		}
		return got.String()
	})
}

// articles reads content under a name.
func articles(name string, content []byte) []news.Article {
	var out []news.Article
	load.Read(load.At(fstest.MapFS{name: {Data: content}}, name), func(d load.Document) { out = append(out, Article(d)) })
	return out
}

func describe(b *strings.Builder, a news.Article) {
	field := func(name string, f news.Field) {
		if f.Value != "" {
			fmt.Fprintf(b, "%s %q from %s at %q\n", name, f.Value, f.Origin, f.At.In(a.Text))
		}
	}
	field("outlet", a.Outlet)
	field("agency", a.Agency)
	field("headline", a.Headline)
	for _, f := range a.Byline {
		field("byline", f)
	}
	field("dateline", a.Dateline)
	if !a.Published.Date.IsZero() {
		fmt.Fprintf(b, "published %v from %s at %q\n", a.Published.Date, a.Published.Origin, a.Published.At.In(a.Text))
	}
	for _, bl := range a.Blocks {
		fmt.Fprintf(b, "%-9s %s\n", bl.Kind, strings.ReplaceAll(bl.In(a.Text), "\n", "⏎"))
	}
}
