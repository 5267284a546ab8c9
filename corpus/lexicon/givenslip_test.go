package lexicon

import "testing"

func TestOneSlip(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"halloran", "haloran", true},
		{"brandt", "branddt", true},
		{"micheal", "michael", true},
		{"lindqvist", "lindqvits", true},
		{"sorrel", "sorrel", false},
		{"sorrel", "barrel", false},
		{"venn", "vennings", false},
		{"orlov", "olrvo", false},
	} {
		if got := OneSlip(c.a, c.b); got != c.want {
			t.Errorf("OneSlip(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
		if got := OneSlip(c.b, c.a); got != c.want {
			t.Errorf("OneSlip(%q, %q) = %v, want %v", c.b, c.a, got, c.want)
		}
	}
}
