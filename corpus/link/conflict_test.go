package link

import (
	"testing"

	"verbatim/corpus/news"
)

func TestSameWords(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Orrin Tarn", "Tarn Orrin Walter", true},
		{"Orrin Tarn", "Tarn", true},
		{"Orrin Tarn", "Lise Tarn", false},
		{"Orrin Tarn", "Mara Venn", false},
		{"", "Mara Venn", false},
	} {
		if got := sameWords(c.a, c.b); got != c.want {
			t.Errorf("%q, %q: %v", c.a, c.b, got)
		}
	}
}

// TestDaysClash holds that a conflict of day shows both sides, comes of marked
// variants that are surely of the statement, and of nothing an article leaves
// out.
func TestDaysClash(t *testing.T) {
	monday, tuesday := news.Date{Year: 2031, Month: 3, Day: 3}, news.Date{Year: 2031, Month: 3, Day: 4}
	day := func(outlet string, d news.Date, marked bool) *quote {
		return &quote{outlet: outlet, marked: marked, q: &news.Quote{SaidOn: d}, words: wordingOf("the lease is void")}
	}
	for name, c := range map[string]struct {
		qs   []*quote
		want int
	}{
		"two days":             {[]*quote{day("Courier", monday, true), day("Ledger", tuesday, true)}, 2},
		"one day":              {[]*quote{day("Courier", monday, true), day("Ledger", monday, true)}, 0},
		"one does not say":     {[]*quote{day("Courier", monday, true), day("Ledger", news.Date{}, true)}, 0},
		"one is without marks": {[]*quote{day("Courier", monday, true), day("Ledger", tuesday, false)}, 0},
		"one outlet":           {[]*quote{day("Courier", monday, true), day("Courier", tuesday, true)}, 0},
	} {
		cs := newTeller(nil, nil).conflicts(c.qs)
		if got := len(cs); got != min(c.want, 1) {
			t.Errorf("%s: %d conflicts", name, got)
		} else if got == 1 && (cs[0].Field != "date" || len(cs[0].Sides()) != c.want) {
			t.Errorf("%s: %+v", name, cs[0])
		}
	}
}
