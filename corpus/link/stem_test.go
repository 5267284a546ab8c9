package link

import (
	"fmt"
	"testing"
)

// TestStemsAreBounded asks for more words than a stemmer keeps, and for common
// ones again: what it says is the same.
func TestStemsAreBounded(t *testing.T) {
	st := stemmer{}
	for i := range 3 * maxStems {
		st.stem(fmt.Sprintf("harbours%d", i))
		if i%1000 == 0 && (st.stem("signed") != "sign" || st.word("labour's").keyStem != (stemmer{}).word("labour's").keyStem) {
			t.Fatalf("%q, %v after %d words", st.stem("signed"), st.word("labour's"), i)
		}
	}
	if len(st) > maxStems {
		t.Errorf("%d words are kept", len(st))
	}
}
