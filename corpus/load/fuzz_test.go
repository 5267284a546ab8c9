package load

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fuzz feeds a reader with the inputs of the case files of its formats.
func fuzz(f *testing.F, name string, exts ...string) {
	files, err := filepath.Glob("testdata/cases/*.case")
	if err != nil {
		f.Fatal(err)
	}
	for _, c := range files {
		raw, err := os.ReadFile(c)
		if err != nil {
			f.Fatal(err)
		}
		head, _, _ := strings.Cut(string(raw), "\n=== want\n")
		_, rest, _ := strings.Cut(head, "\n")
		file, input, _ := strings.Cut(rest, "\n")
		for _, e := range exts {
			if filepath.Ext(file) == e {
				f.Add([]byte(input))
			}
		}
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		docs, _ := readOne(name, raw)
		for _, d := range docs {
			if what := check(d); what != "" {
				t.Errorf("%s\n%+v", what, d)
			}
		}
	})
}

func FuzzText(f *testing.F)     { fuzz(f, "a.txt", ".txt") }
func FuzzMarkdown(f *testing.F) { fuzz(f, "a.md", ".md", ".markdown", ".txt") }
func FuzzHTML(f *testing.F)     { fuzz(f, "a.html", ".html", ".htm") }
func FuzzJSONL(f *testing.F)    { fuzz(f, "a.jsonl", ".jsonl", ".json") }
func FuzzJSON(f *testing.F)     { fuzz(f, "a.json", ".jsonl", ".json") }
func FuzzSniffed(f *testing.F)  { fuzz(f, "a", "", ".txt", ".html", ".json") }
func FuzzGzip(f *testing.F)     { fuzz(f, "a.txt.gz", ".txt") }

func FuzzScanDay(f *testing.F) {
	f.Add("Tues., Mar. 4th 2031")
	f.Add("2031/3/4")
	f.Fuzz(func(t *testing.T, s string) {
		if d, n := ScanDay(s); n < 0 || n > len(s) || n > 0 && (d.Month < 1 || d.Day < 1) {
			t.Errorf("ScanDay(%q) = %v, %d", s, d, n)
		}
	})
}
