package link

import (
	"reflect"
	"testing"

	"verbatim/corpus/news"
)

// chosen is one statement in three outlets, with the fullest wording, a
// shorter one and one that drops a negation.
func chosen(t *testing.T) news.Briefing {
	t.Helper()
	c := storyCase{name: "chosen reference", ids: map[news.Ref]string{}}
	for _, line := range []string{
		"@ Courier 2031-03-03", "“[[d1 Mara Venn|We will not close the port before the winter, and that is final,]]” Venn said.",
		"@ Ledger 2031-03-03", "“[[d1 Mara Venn|We will not close the port before the winter,]]” the minister said.",
		"@ Gull 2031-03-03", "“[[d1 Mara Venn|We will close the port before the winter, and that is final,]]” she said.",
	} {
		c.add(t, line)
	}
	b := oneStory(c.readings)
	if len(b.Statements) != 1 || len(b.Statements[0].Variants) != 3 {
		t.Fatalf("statements %+v", b.Statements)
	}
	return b
}

func TestCompareRelatesAllToTheChosenReference(t *testing.T) {
	b := chosen(t)
	before := b.Statements[0]
	shorter := variantOfOutlet(&b, "Ledger")
	st := Compare(&b, 0, shorter)
	want := map[string]news.Relation{"Courier": news.Trimmed, "Ledger": news.Verbatim, "Gull": news.Altered}
	for i, v := range st.Variants {
		if o := b.Readings[v.Quote.Reading].Article.OutletName(); v.Relation != want[o] {
			t.Errorf("%s is %s, want %s", o, v.Relation, want[o])
		}
		if i == shorter && len(v.Edits) > 0 {
			t.Errorf("the reference has edits: %+v", v.Edits)
		}
	}
	if st.Severity < gravestNegation || st.ID != before.ID {
		t.Errorf("severity %d, ID %s", st.Severity, st.ID)
	}
	if !reflect.DeepEqual(b.Statements[0], before) {
		t.Error("the briefing given was changed")
	}
	b.Statements[0] = st
	if back := Compare(&b, 0, before.Reference); !reflect.DeepEqual(back, before) {
		t.Errorf("the first reference again:\n%+v\n%+v", back, before)
	}
}

func TestCompareWhereTheChangedWordingIsChosen(t *testing.T) {
	b := chosen(t)
	gull := variantOfOutlet(&b, "Gull")
	st := Compare(&b, 0, gull)
	for _, v := range st.Variants {
		o := b.Readings[v.Quote.Reading].Article.OutletName()
		if (o == "Gull") == v.Relation.Alarm() {
			t.Errorf("%s is %s against the wording without the negation", o, v.Relation)
		}
	}
}

func TestCompareWithWhatDoesNotFit(t *testing.T) {
	b := chosen(t)
	for _, r := range []int{-1, 3, 1 << 30} {
		if got := Compare(&b, 0, r); !reflect.DeepEqual(got, news.Statement{}) {
			t.Errorf("reference %d gives %+v", r, got)
		}
	}
}

func variantOfOutlet(b *news.Briefing, outlet string) int {
	for i, v := range b.Statements[0].Variants {
		if b.Readings[v.Quote.Reading].Article.OutletName() == outlet {
			return i
		}
	}
	return -1
}
