package index

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// vocabulary is short words, so that few of them make many matches. They have
// no stems.
var vocabulary = strings.Fields("ba be bi bo bu da de")

// Random queries find what a plain reading of every article finds.
func TestSearchAgainstAPlainReading(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	docs := make([]told, 300)
	for i := range docs {
		docs[i] = told{name: fmt.Sprintf("d%03d", i), headline: fmt.Sprint(i), body: sentence(rnd, rnd.IntN(9)) + "\n\n" + sentence(rnd, rnd.IntN(5))}
	}
	x := open(t, Options{Dir: t.TempDir()})
	for from := 0; from < len(docs); from += 100 { // in several segments
		updated(t, x, briefing(docs[:from+100]...))
	}
	found := map[bool]int{}
	for range 600 {
		q := randomQuery(rnd, 3)
		tree, err := parse(q, parseDay, false)
		if err != nil {
			t.Fatalf("%s: %v", q, err)
		}
		var want []string
		for _, d := range docs {
			if holds(tree, d.body) {
				want = append(want, d.name)
			}
		}
		res := searchFor(t, x, q, SearchOptions{Limit: 1000})
		got := names(res.Hits)
		slices.Sort(got)
		if !slices.Equal(got, want) || res.Total != len(want) {
			t.Fatalf("%s (%s)\n got %d %v\nwant %d %v", q, printed(tree), res.Total, got, len(want), want)
		}
		found[len(want) > 0]++
	}
	if found[true] < 100 || found[false] < 20 {
		t.Errorf("the queries prove little: %v", found)
	}
}

func sentence(rnd *rand.Rand, n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = vocabulary[rnd.IntN(len(vocabulary))]
	}
	return strings.Join(words, " ")
}

func randomQuery(rnd *rand.Rand, depth int) string {
	word := func() string { return vocabulary[rnd.IntN(len(vocabulary))] }
	if depth == 0 {
		switch rnd.IntN(6) {
		case 0:
			return `"` + sentence(rnd, 2+rnd.IntN(3)) + `"`
		case 1:
			return "b*"
		case 2:
			return word() + "-" + word()
		}
		return word()
	}
	sub := func() string { return randomQuery(rnd, rnd.IntN(depth)) }
	switch rnd.IntN(5) {
	case 0:
		return "-" + sub()
	case 1:
		return "(" + sub() + " " + sub() + ")"
	case 2:
		return "(" + sub() + " OR " + sub() + ")"
	case 3:
		return sub() + " OR NOT " + sub()
	}
	return sub() + " " + sub()
}

// holds reports whether a text holds what a tree of words asks for.
func holds(n node, body string) bool {
	switch n := n.(type) {
	case andNode:
		return !slices.ContainsFunc(n, func(c node) bool { return !holds(c, body) })
	case orNode:
		return slices.ContainsFunc(n, func(c node) bool { return holds(c, body) })
	case notNode:
		return !holds(n.n, body)
	case leaf:
		return slices.ContainsFunc(strings.Split(body, "\n\n"), func(p string) bool { return inParagraph(n, p) })
	}
	return true
}

func inParagraph(l leaf, p string) bool {
	if l.how == byPrefix {
		return strings.Contains(" "+p, " "+l.words[0])
	}
	return strings.Contains(" "+p+" ", " "+strings.Join(l.words, " ")+" ")
}
