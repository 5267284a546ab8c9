package index

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// A phrase typed letter by letter finds at each of them what a plain reading
// finds, and points at all its words and no others; whether all of its words are
// usual ones, or some, or none.
func TestTypedPhraseAgainstAPlainReading(t *testing.T) {
	for _, usual := range []uint64{0, 1, 120} {
		t.Run(fmt.Sprint("usual from ", usual), func(t *testing.T) { typedPhrases(t, usual) })
	}
}

func typedPhrases(t *testing.T, usual uint64) {
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
	x.memory.usualAt = usual
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
				if spans := res.Hits[i].Spans; want[name] == 0 || len(spans) != want[name] {
					t.Fatalf("%q finds %s, where %d words are of it, at %v", typed, name, want[name], spans)
				}
			}
		}
	}
}

// begins counts the words, in paragraphs, of all places at which words begin, of
// which the last may be longer.
func begins(body, words string) int {
	n := 0
	for p := range strings.SplitSeq(body, "\n\n") {
		at := strings.Fields(p)
		want := strings.Fields(words)
		of := map[int]bool{}
		for i := range len(at) - len(want) + 1 {
			last := len(want) - 1
			if slices.Equal(at[i:i+last], want[:last]) && strings.HasPrefix(at[i+last], want[last]) {
				for w := range want {
					of[i+w] = true
				}
			}
		}
		n += len(of)
	}
	return n
}
