package annotate

import (
	"testing"
	"unicode/utf8"

	"verbatim/corpus/news"
)

// FuzzEntities holds every mention to the text: in bounds, on rune boundaries,
// in order, and no name empty.
func FuzzEntities(f *testing.F) {
	for _, c := range readCases(f, "entities") {
		f.Add(c.text)
	}
	f.Add("A & B. & C of of for the al- al-A D-")
	tagger := testTagger(f)
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) {
			t.Skip("articles are valid UTF-8")
		}
		for _, e := range Entities(tagger.Tag(src, Sentences(src, lines(src)))) {
			if e.Name == "" || len(e.Mentions) == 0 {
				t.Fatalf("entity %+v has no name or mention", e)
			}
			last := -1
			for _, m := range append(e.Mentions, news.Mention{Span: e.Role}) {
				if !m.Fits(src) || m.Form != "" && m.Empty() || !onRunes(src, m.Start) || !onRunes(src, m.End) {
					t.Fatalf("span %+v of %q does not fit", m, e.Name)
				}
				if m.Form != "" && m.Start < last {
					t.Fatalf("mentions of %q are out of order", e.Name)
				}
				last = m.Start
			}
		}
	})
}

func onRunes(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }
