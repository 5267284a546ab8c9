package clean

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"verbatim/corpus/load"
	"verbatim/corpus/news"
)

var update = flag.Bool("update", false, "write what is chosen now into the case files")

// TestCases runs the numbered case files: a line "# why", a line with the
// file's name, the file, a line "=== want", and how it must be read.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.case")
	if err != nil || len(files) < 10 {
		t.Fatalf("case files: found %d, %v", len(files), err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".case"), func(t *testing.T) { runCase(t, f) })
	}
}

func runCase(t *testing.T, path string) {
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, want, ok := strings.Cut(string(raw), "\n=== want\n")
	why, rest, _ := strings.Cut(head, "\n")
	name, input, named := strings.Cut(rest, "\n")
	if !ok || !named || !strings.HasPrefix(why, "# ") {
		t.Fatal("want a line \"# why\", a file name, a text and a line \"=== want\"")
	}
	var got strings.Builder
	for _, a := range articles(name, []byte(input)) {
		describe(&got, a)
	}
	if *update {
		if err := os.WriteFile(path, []byte(head+"\n=== want\n"+got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got.String() != want {
		t.Errorf("%s\ngot:\n%s\nwant:\n%s", why, got.String(), want)
	}
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
