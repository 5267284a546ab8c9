package link

import (
	"testing"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// gistPair makes the gists of two reports, and of some others to tell them from.
func gistPair(a, b string) *gists {
	st := stemmer{}
	words := []string{a, b, "The ferries will sail on Sunday.", "Dockers asked for bread."}
	qs := make([]quote, len(words))
	for i, w := range words {
		qs[i] = quote{q: &news.Quote{}, words: newWording(w, text.Span{End: len(w)}, st)}
	}
	return newGists(qs, 2, func(int, *token) bool { return false }, stemmer{})
}

// TestGistTerms holds what two reports share that tell one thing in other words.
func TestGistTerms(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		stems int
	}{
		{"that the judges would throw out the tariff", "that the tariff would be struck down", 2},
		{"that the tariff was thrown out by the judges", "that the court would set aside the tariff", 3},
		{"that nets were thrown over the tariff barrels", "that the tariff would be struck down", 1},
		{"that Venn had stepped down over the lease", "Venn's resignation over the lease", 3},
		{"that Venn had stepped onto the quay", "Venn's resignation over the lease", 1},
		{"that the HBA would pay for the crane", "that the Harbour Board Authority would not buy the crane", 2},
		{"that the board authority would pay for the crane", "that the HBA would buy the crane", 1},
		{"that Norwegian pilots were late", "that the pilots came from Norway", 2},
		{"that Swedish pilots were late", "that the pilots came from Norway", 1},
	} {
		if l := gistPair(c.a, c.b).likeness(0, 1); l.stems != c.stems {
			t.Errorf("%q, %q: %d stems, want %d", c.a, c.b, l.stems, c.stems)
		}
	}
}

// TestAgainst holds what of two reports the one denies and the other does not.
func TestAgainst(t *testing.T) {
	for _, c := range []struct {
		a, b    string
		against int
	}{
		{"that he had broken the rules", "that he was not breaking the rules", 2},
		{"that he was not breaking the rules", "that he never broke the rules", 0},
		{"that the wages will be paid, even if the bank does not open", "that the wages will be paid", 0},
		{"that nobody knew whether the crane was safe", "that the crane might be safe", 0},
		{"that he did not rule out a strike", "that he ruled out a strike", 2},
	} {
		if l := gistPair(c.a, c.b).likeness(0, 1); l.against != c.against {
			t.Errorf("%q, %q: %d against, want %d", c.a, c.b, l.against, c.against)
		}
	}
}

// TestManyVoiced holds that the people of a party do not speak as one.
func TestManyVoiced(t *testing.T) {
	for name, want := range map[string]bool{"Democrats": true, "Senate Republicans": true, "Democratic Party": false, "Harbour Board": false} {
		l := newTeller(nil, []news.Actor{{Name: name, Kind: news.Organisation}})
		q := &quote{speakers: []int{0}}
		if got := l.manyVoiced(q); got != want {
			t.Errorf("%s: %v", name, got)
		}
		if got := l.accordTold(q, q) == agreed; got == want {
			t.Errorf("%s agrees with itself: %v", name, got)
		}
	}
}
