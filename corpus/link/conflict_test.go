package link

import "testing"

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
