// Package casefile runs the numbered cases of a stage that reads files: what
// goes in and what must be read from it stand in one file that can be read.
package casefile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// least is how many cases a folder must hold: fewer mean that the folder is not
// where it was.
const least = 10

// separator divides what is read from what must come of it.
const separator = "\n=== want\n"

// Run runs the cases testdata/cases/*.case: a line "# why", a line with the
// file's name, the file, a line "=== want", and what read must return for it.
// With update what is returned now is written into the files instead.
func Run(t *testing.T, update bool, read func(name, content string) string) {
	t.Helper()
	files, err := filepath.Glob("testdata/cases/*.case")
	if err != nil || len(files) < least {
		t.Fatalf("case files: found %d, %v", len(files), err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".case"), func(t *testing.T) { run(t, f, update, read) })
	}
}

func run(t *testing.T, path string, update bool, read func(name, content string) string) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, want, ok := strings.Cut(string(raw), separator)
	why, rest, _ := strings.Cut(head, "\n")
	name, input, named := strings.Cut(rest, "\n")
	if !ok || !named || !strings.HasPrefix(why, "# ") {
		t.Fatal("want a line \"# why\", a file name, a text and a line \"=== want\"")
	}
	got := read(name, input+"\n")
	switch {
	case update:
		if err := os.WriteFile(path, []byte(head+separator+got), 0o644); err != nil {
			t.Fatal(err)
		}
	case got != want:
		t.Errorf("%s\ngot:\n%s\nwant:\n%s", why, got, want)
	}
}
