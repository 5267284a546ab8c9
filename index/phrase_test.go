package index

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// A phrase typed letter by letter finds at each of them what a plain reading
// finds, and points at all its words.
func TestTypedPhraseAgainstAPlainReading(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	words := strings.Fields("barn bard bat dent den the")
	phrase := func(n int) string {
		out := make([]string, n)
		for i := range out {
			out[i] = words[rnd.IntN(len(words))]
		}
		return strings.Join(out, " ")
	}
	docs := make([]told, 200)
	for i := range docs {
		docs[i] = told{name: fmt.Sprintf("d%03d", i), headline: fmt.Sprint(i), body: phrase(rnd.IntN(30)) + "\n\n" + phrase(rnd.IntN(9))}
	}
	x := open(t, Options{Dir: t.TempDir()})
	for from := 0; from < len(docs); from += 100 { // in several segments
		updated(t, x, briefing(docs[:from+100]...))
	}
	for range 60 {
		whole := phrase(2 + rnd.IntN(3))
		begun := strings.LastIndex(whole, " ") + 1
		for n := begun + 2; n <= len(whole); n++ {
			typed, want := whole[:n], map[string]int{}
			for _, d := range docs {
				if c := begins(d.body, typed); c > 0 {
					want[d.name] = c
				}
			}
			res := searchFor(t, x, `"`+typed, SearchOptions{Limit: 1000, Typing: true, Scope: Articles})
			if res.Total != len(want) {
				t.Fatalf("%q finds %d, want %d", typed, res.Total, len(want))
			}
			for i, name := range names(res.Hits) {
				if spans := res.Hits[i].Spans; want[name] == 0 || len(spans) < len(strings.Fields(typed)) {
					t.Fatalf("%q finds %s, where it stands %d times, at %v", typed, name, want[name], spans)
				}
			}
		}
	}
}

// begins counts the places in paragraphs at which words begin, of which the
// last may be longer.
func begins(body, words string) int {
	n := 0
	for p := range strings.SplitSeq(body, "\n\n") {
		at := strings.Fields(p)
		want := strings.Fields(words)
		for i := range len(at) - len(want) + 1 {
			last := len(want) - 1
			if slices.Equal(at[i:i+last], want[:last]) && strings.HasPrefix(at[i+last], want[last]) {
				n++
			}
		}
	}
	return n
}
