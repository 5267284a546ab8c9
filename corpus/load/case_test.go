package load

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"verbatim/corpus/news"
)

var update = flag.Bool("update", false, "write what is read now into the case files")

// TestCases runs the numbered case files: a line "# why", a line with the
// file's name, the file, a line "=== want", and what must be read from it.
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
	got := describe(name, []byte(input+"\n"))
	if *update {
		if err := os.WriteFile(path, []byte(head+"\n=== want\n"+got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got != want {
		t.Errorf("%s\ngot:\n%s\nwant:\n%s", why, got, want)
	}
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
