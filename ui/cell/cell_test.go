package cell

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"verbatim/corpus/text"
)

func TestInert(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"plain", "The minister said no.", "The minister said no."},
		{"escape", "a\x1b[31mred", "a␛[31mred"},
		{"bell and delete", "a\x07b\x7f", "a␇b␡"},
		{"c1", "a\u009b31m", "a\ufffd31m"},
		{"tab and lines", "a\tb\nc\r\nd", "a b c d"},
		{"direction", "a\u202eb\u2066c", "a⇄b⇄c"},
		{"invisible", "har\u00adbo\u200bur\ufeff", "harbour"},
		{"broken utf-8", "a\xffb", "a\ufffdb"},
		{"mark without letter", "\u0301a", "◌\u0301a"},
		{"letter with mark", "e\u0301", "e\u0301"},
		{"joined emoji", "👩\u200d🚀", "👩🚀"},
		{"selector", "❤\ufe0f", "❤"},
		{"persian joiner stays", "می\u200cخواهم", "می\u200cخواهم"},
		{"private use", "\ue000", "\ufffd"},
		{"wide space", "東\u3000京", "東 京"},
		{"halfwidth voicing", "ｶﾞ", "ｶ\u3099"},
		{"tags", "a\U000e0041b", "ab"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := Inert(c.in); got != c.want {
				t.Errorf("Inert(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestInertEndsManyMarks(t *testing.T) {
	if got := Inert("a" + strings.Repeat("\u0301", 1<<20)); len(got) > maxCluster+4 {
		t.Errorf("a letter with a million marks is %d bytes", len(got))
	}
}

func FuzzInert(f *testing.F) {
	for _, s := range []string{"", "a\x1b[2J", "\u202e", "e\u0301", "👩\u200d🚀", "\xff\xfe", "🇺🇦"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, r := range Inert(s) {
			if unicode.IsControl(r) || turnsDirection(r) {
				t.Fatalf("Inert(%q) lets %U through", s, r)
			}
		}
	})
}

func TestFit(t *testing.T) {
	l := Text(1, "北京 harbour").Add(2, " wall")
	for w := range 30 {
		got := l.Fit(w)
		if n := ansi.StringWidth(got.String()); n != w || got.Width() != w {
			t.Errorf("Fit(%d) is %d cells, says %d: %q", w, n, got.Width(), got.String())
		}
	}
}

func rowsOf(t *testing.T, src string, width int, marks ...Mark) string {
	t.Helper()
	var out []string
	for _, r := range Wrap(src, text.Span{End: len(src)}, width, 0, marks) {
		out = append(out, r.Line.String())
	}
	return strings.Join(out, "|")
}

func at(src, words string) text.Span {
	i := strings.Index(src, words)
	return text.Span{Start: i, End: i + len(words)}
}

func after(src, words string) text.Span {
	s := at(src, words)
	return text.Span{Start: s.End, End: s.End}
}

func TestWrap(t *testing.T) {
	const src = "We will not rebuild the wall."
	cases := []struct {
		name, src string
		width     int
		marks     []Mark
		want      string
	}{
		{"words", src, 12, nil, "We will not|rebuild the|wall."},
		{"long word", "abcdefghij kl", 4, nil, "abcd|efgh|ij|kl"},
		{"wide", "港の壁は再建しない", 6, nil, "港の壁|は再建|しない"},
		{"hyphen", "north-east wall", 8, nil, "north-|east|wall"},
		{"line end is a space", "the old\nwall", 20, nil, "the old wall"},
		{"empty line divides", "the old\n\nwall", 20, nil, "the old|wall"},
		{"signs cling", src, 14, []Mark{{Span: at(src, "not"), Before: "{", After: "}"}}, "We will {not}|rebuild the|wall."},
		{"cut between words", src, 40, []Mark{{Span: after(src, "not"), Sign: "‹…›"}}, "We will not ‹…› rebuild the wall."},
		{"cut before a word", src, 40, []Mark{{Span: after(src, "not "), Sign: "‹…›"}}, "We will not ‹…› rebuild the wall."},
		{"cut at the start", "“We will”", 40, []Mark{{Span: after("“We will”", "“"), Sign: "‹…›"}}, "“‹…› We will”"},
		{"cut at the end", "“We will”", 40, []Mark{{Span: after("“We will”", "will"), Sign: "‹…›"}}, "“We will ‹…›”"},
		{"cut at the very end", "We will", 40, []Mark{{Span: after("We will", "will"), Sign: "‹…›"}}, "We will ‹…›"},
		{"escape", "a \x1b[2J b", 20, nil, "a ␛[2J b"},
		{"marks meet", src, 40, []Mark{{Span: at(src, "We"), After: "}"}, {Span: at(src, " will"), Before: "{"}}, "We}{ will not rebuild the wall."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := rowsOf(t, c.src, c.width, c.marks...); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestWrapRoles(t *testing.T) {
	const src = "We will not rebuild"
	rows := Wrap(src, text.Span{End: len(src)}, 40, 1, []Mark{
		{Span: at(src, "will not"), Role: 2}, {Span: at(src, "not"), Role: 3},
	})
	want := []Piece{{"We ", 3, 1}, {"will ", 5, 2}, {"not", 3, 3}, {" rebuild", 8, 1}}
	if len(rows) != 1 || len(rows[0].Line) != len(want) {
		t.Fatalf("rows %v", rows)
	}
	for i, p := range rows[0].Line {
		if p != want[i] {
			t.Errorf("piece %d is %v, want %v", i, p, want[i])
		}
	}
}

// TestWrapProperties holds for text of any script: no row too wide, spans in
// order, on rune boundaries and without gaps, every letter drawn.
func TestWrapProperties(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		src, width := Sample(rnd, 1+rnd.IntN(200)), 1+rnd.IntN(60)
		rows := Wrap(src, text.Span{End: len(src)}, width, 0, nil)
		last, drawn := 0, ""
		for _, r := range rows {
			if n := ansi.StringWidth(r.Line.Fit(width).String()); n > width {
				t.Fatalf("%q at %d: row %q is %d cells", src, width, r.Line.String(), n)
			}
			if r.Start < last || r.End < r.Start || !r.Fits(src) {
				t.Fatalf("%q: row %v comes after %d", src, r.Span, last)
			}
			last, drawn = r.End, drawn+r.Line.String()
		}
		if a, b := letters(Inert(src)), letters(drawn); a != b {
			t.Fatalf("%q at %d: drew %q of %q", src, width, b, a)
		}
	}
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, s)
}

func BenchmarkWrap(b *testing.B) {
	src := strings.Repeat("The minister said the wall would “not be rebuilt” this year. ", 1<<14)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		Wrap(src, text.Span{End: len(src)}, 96, 0, nil)
	}
}
