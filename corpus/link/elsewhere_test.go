package link

import (
	"slices"
	"testing"

	"verbatim/corpus/news"
)

func TestCutsThatTheArticleHasElsewhere(t *testing.T) {
	c := storyCase{ids: map[news.Ref]string{}}
	for _, line := range []string{
		"@ Courier 2031-03-03", "“[[d1 Mara Venn|Is it true that the crane was never tested on the northern quay?]]” Venn asked.",
		"@ Ledger 2031-03-03", "“[[d1 Mara Venn|Is it true]],” Venn asked, “[[d2 Mara Venn|that the crane was never tested on the northern quay?]]”",
		"@ Gull 2031-03-03", "Venn asked whether “[[p1 Mara Venn|the crane was never tested on the northern quay]]”.",
	} {
		c.add(t, line)
	}
	b := oneStory(c.readings)
	if len(b.Statements) == 0 {
		t.Fatal("no statement")
	}
	got := map[string][]bool{}
	for _, v := range b.Statements[0].Variants {
		for _, e := range v.Edits {
			if e.Kind == news.EditCutStart || e.Kind == news.EditCutEnd {
				got[c.ids[v.Quote]] = append(got[c.ids[v.Quote]], e.Elsewhere)
			}
		}
	}
	for id, want := range map[string][]bool{"Ledger.d2": {true}, "Gull.p1": {false}} {
		if !slices.Equal(got[id], want) {
			t.Errorf("%s: cuts told elsewhere %v, want %v", id, got[id], want)
		}
	}
}
