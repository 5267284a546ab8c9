package link

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// editCase is a numbered case of testdata/edits.txt.
type editCase struct {
	name, ref, vary string
	relation        string
	severity        int
	edits           []string
}

func editCases(t testing.TB) []editCase {
	t.Helper()
	f, err := os.Open("testdata/edits.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []editCase
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		line := sc.Text()
		if strings.HasPrefix(line, "#") || line == "" {
			continue
		}
		if line[0] >= '0' && line[0] <= '9' {
			out = append(out, editCase{name: line})
			continue
		}
		c := &out[len(out)-1]
		switch {
		case strings.HasPrefix(line, "R: "):
			c.ref = line[3:]
		case strings.HasPrefix(line, "V: ") && c.vary != "":
			c.vary += "\n" + line[3:]
		case strings.HasPrefix(line, "V: "):
			c.vary = line[3:]
		case strings.HasPrefix(line, "= "):
			fmt.Sscanf(line[2:], "%s severity %d", &c.relation, &c.severity)
		default:
			c.edits = append(c.edits, line)
		}
	}
	return out
}

func TestEdits(t *testing.T) {
	for _, c := range editCases(t) {
		t.Run(c.name, func(t *testing.T) {
			ref, vary := wordingOf(c.ref), wordingOf(c.vary)
			d := compare(ref, vary)
			if got := string(d.relation()); got != c.relation {
				t.Errorf("relation %s, want %s\n  edits %s", got, c.relation, shown(d))
			}
			if len(c.edits) > 0 && !slices.Equal(shown(d), c.edits) {
				t.Errorf("edits\n  %s\nwant\n  %s", strings.Join(shown(d), "\n  "), strings.Join(c.edits, "\n  "))
			}
			if c.severity > 0 {
				v := news.Variant{Relation: d.relation(), Edits: d.edits}
				if got := variantSeverity(&quote{words: ref}, &quote{words: vary}, &v); got != c.severity {
					t.Errorf("severity %d, want %d", got, c.severity)
				}
			}
		})
	}
}

// shown writes the edits that are no signs or case.
func shown(c *comparison) []string {
	var out []string
	for _, e := range c.edits {
		if e.Kind != news.EditPunctuation {
			out = append(out, fmt.Sprintf("%s{%s|%s}", e.Kind, e.Reference.In(c.ref.src), e.Variant.In(c.vary.src)))
		}
	}
	return out
}

// TestCompareProperties holds for every pair of wordings: edits lie within
// them on rune boundaries, in order; outside edits both have the same words; a
// wording against itself has no edits.
func TestCompareProperties(t *testing.T) {
	var all []string
	for _, c := range editCases(t) {
		all = append(all, c.ref, c.vary)
	}
	for i, a := range all {
		w := wordingOf(a)
		if c := compare(w, w); c.relation() != news.Verbatim || len(c.edits) > 0 {
			t.Errorf("%q against itself: %s %v", a, c.relation(), c.edits)
		}
		for _, b := range all[i+1:] {
			checkComparison(t, a, b)
		}
	}
}

func checkComparison(t testing.TB, a, b string) {
	t.Helper()
	ref, vary := wordingOf(a), wordingOf(b)
	c := compare(ref, vary)
	var r, v text.Span
	for _, e := range c.edits {
		for _, s := range []struct {
			span, last text.Span
			src        string
		}{{e.Reference, r, a}, {e.Variant, v, b}} {
			if !s.span.Fits(s.src) || s.span.Start < s.last.End {
				t.Fatalf("%q against %q: %s edit at %v behind %v", b, a, e.Kind, s.span, s.last)
			}
			if s.span.Start < len(s.src) && !utf8.RuneStart(s.src[s.span.Start]) || s.span.End < len(s.src) && !utf8.RuneStart(s.src[s.span.End]) {
				t.Fatalf("%q against %q: edit %v splits a character", b, a, s.span)
			}
		}
		r, v = e.Reference, e.Variant
	}
	if len(c.pairs) == 0 {
		return
	}
	x, y := outside(ref, c.edits, func(e news.Edit) text.Span { return e.Reference }), outside(vary, c.edits, func(e news.Edit) text.Span { return e.Variant })
	// A bracket may divide a word of one side: "[T]he". The letters are what must
	// be equal.
	if strings.Join(x, "") != strings.Join(y, "") {
		t.Fatalf("outside the edits of %q against %q:\n  %q\n  %q\n  %v", b, a, x, y, shown(c))
	}
}

// outside returns the folded words that no edit covers.
func outside(w *wording, edits []news.Edit, side func(news.Edit) text.Span) []string {
	var out []string
	for _, x := range text.Words(w.src, w.span) {
		if !slices.ContainsFunc(edits, func(e news.Edit) bool { return side(e).Contains(x.Span) }) {
			out = append(out, x.Fold)
		}
	}
	return out
}

func FuzzCompare(f *testing.F) {
	for _, c := range editCases(f) {
		f.Add(c.ref, c.vary)
	}
	f.Add("[", "(a] b")
	f.Add("...", "$ % & 1bn")
	f.Add("the will open 0 0 the union", "T(he 1 will open 1 1 1 the union")
	f.Fuzz(func(t *testing.T, a, b string) {
		if !utf8.ValidString(a) || !utf8.ValidString(b) {
			return
		}
		checkComparison(t, a, b)
	})
}
