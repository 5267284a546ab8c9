package annotate

import (
	"fmt"
	"strings"
	"testing"

	"verbatim/corpus/news"
)

// TestEntities runs the cases of testdata/entities. A line of what is wanted
// is kind, name, role and, behind "=", the texts of all mentions; descriptions
// stand in brackets.
func TestEntities(t *testing.T) {
	tagger := testTagger(t)
	for _, c := range readCases(t, "entities") {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, e := range Entities(tagger.Tag(c.text, Sentences(c.text, lines(c.text)))) {
				got = append(got, entityLine(c.text, &e))
			}
			compare(t, c, got)
		})
	}
}

func testTagger(t testing.TB) *Tagger {
	tagger, err := NewTagger()
	if err != nil {
		t.Fatal(err)
	}
	return tagger
}

func entityLine(src string, e *news.Entity) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s", e.Kind, e.Name)
	if !e.Role.Empty() {
		fmt.Fprintf(&b, ", %s", e.Role.In(src))
	}
	sep := " ="
	for _, m := range e.Mentions {
		w := m.In(src)
		if m.Form == news.ByDescription {
			w = "[" + w + "]"
		}
		b.WriteString(sep + " " + w)
		sep = ";"
	}
	return b.String()
}
