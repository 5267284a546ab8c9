package annotate

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// testCase is one numbered case of a case file: a line "# 01 what it shows",
// the text, a line "---", and the expected lines.
type testCase struct {
	name, text string
	want       []string
}

// readCases reads every case of the files in testdata/dir.
func readCases(t testing.TB, dir string) []testCase {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", dir, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files in testdata/%s: %v", dir, err)
	}
	var out []testCase
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range strings.Split("\n"+string(b), "\n# ")[1:] {
			name, rest, _ := strings.Cut(c, "\n")
			body, want, ok := strings.Cut(rest+"\n", "\n---\n")
			if !ok {
				t.Fatalf("%s: case %q has no line ---", f, name)
			}
			k := testCase{name: name, text: strings.TrimSpace(body)}
			if w := strings.TrimSpace(want); w != "" {
				k.want = strings.Split(w, "\n")
			}
			out = append(out, k)
		}
	}
	return out
}

// lines returns the paragraphs of a text, one a line.
func lines(src string) []text.Span {
	var out []text.Span
	start := 0
	for i := 0; i <= len(src); i++ {
		if i == len(src) || src[i] == '\n' {
			if s := (text.Span{Start: start, End: i}).Trim(src); !s.Empty() {
				out = append(out, s)
			}
			start = i + 1
		}
	}
	return out
}

func compare(t *testing.T, c testCase, got []string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
		t.Errorf("%s\n%s\ngot:\n  %s\nwant:\n  %s", c.name, c.text, strings.Join(got, "\n  "), strings.Join(c.want, "\n  "))
	}
}

func TestMarks(t *testing.T) {
	for _, c := range readCases(t, "marks") {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, m := range Marks(c.text, lines(c.text)) {
				got = append(got, m.Inner.Trim(c.text).In(c.text)+flags(m))
			}
			compare(t, c, got)
		})
	}
}

func flags(m Marked) string {
	out := ""
	for _, f := range []struct {
		on   bool
		name string
	}{{m.NoOpen && !m.Continues, "no open"}, {m.NoClose, "no close"}, {m.RunsOn, "runs on"}, {m.Continues, "continues"}} {
		if f.on {
			out += " | " + f.name
		}
	}
	return out
}

func TestSentences(t *testing.T) {
	for _, c := range readCases(t, "sentences") {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, s := range Sentences(c.text, lines(c.text)) {
				got = append(got, s.In(c.text))
			}
			compare(t, c, got)
		})
	}
}

func TestQuotes(t *testing.T) {
	for _, c := range readCases(t, "quotes") {
		t.Run(c.name, func(t *testing.T) {
			r, err := Read(bodyOnly(c.text))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for i := range r.Quotes {
				got = append(got, showQuote(&r, &r.Quotes[i]))
			}
			compare(t, c, got)
		})
	}
}

// showQuote writes a quote as the case files do: kind, speakers, cue, words.
func showQuote(r *news.Reading, q *news.Quote) string {
	var names []string
	for _, e := range q.Speakers {
		names = append(names, r.Entities[e].Name)
	}
	return strings.Join([]string{string(q.Kind), strings.Join(names, ", "), q.Cue.In(r.Article.Text), q.In(r.Article.Text)}, " | ")
}
