package link

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"verbatim/corpus/text"
)

// alignAll is [align] with every cell filled.
func alignAll(a, b []token) []pair {
	g := newGrid(a, b)
	for j := range g.top[stay] {
		g.top[stay][j] = 0
	}
	for i := range a {
		g.score[stay][0] = 0
		for j := range b {
			g.cell(i, j, tokenScore(&a[i], &b[j]))
		}
		g.score, g.top = g.top, g.score
	}
	return g.trace()
}

// TestAlignLiving aligns random wordings: the cells that are left out change
// nothing.
func TestAlignLiving(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 5))
	words := strings.Fields("the the the of of and a a to harbour harbours harbouring board Venn Tarn money promised promise 3 three 40 1,200 percent % spring nobody could have known it it")
	said := func(n int) []string {
		var out []string
		for range n {
			out = append(out, words[rnd.IntN(len(words))])
		}
		return out
	}
	common := 0
	for range 3000 {
		x := said(1 + rnd.IntN(40))
		y := said(1 + rnd.IntN(40))
		if n := rnd.IntN(len(x)); rnd.IntN(2) == 0 {
			y = slices.Insert(y, rnd.IntN(len(y)), x[n:]...)
		}
		a, b := toldAs(x), toldAs(y)
		got, want := align(a, b), alignAll(a, b)
		if !slices.Equal(got, want) {
			t.Fatalf("%q and %q: %v, not %v", x, y, got, want)
		}
		common += len(got)
	}
	if common < 10000 {
		t.Errorf("%d words in common: no test", common)
	}
}

func toldAs(words []string) []token {
	src := strings.Join(words, " ")
	return newWording(src, text.Span{End: len(src)}, stemmer{}).toks
}
