package link

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"verbatim/corpus/news"
)

// TestReused links articles of several stories: each line of what is wanted is
// a quote and the older one that it repeats.
func TestReused(t *testing.T) {
	for _, c := range casesOf(t, "testdata/reuse.txt") {
		t.Run(c.name, func(t *testing.T) {
			var want []string
			for _, w := range c.want {
				if line := strings.Join(w.variants, ", "); line != "nothing" {
					want = append(want, line)
				}
			}
			l := NewLinker(0)
			for i := range c.readings {
				r := &c.readings[i]
				r.Article.ID += strconv.Itoa(i)
				l.put(*r)
			}
			check := func(when string) {
				t.Helper()
				if got := c.reused(l); !slices.Equal(got, want) {
					t.Errorf("%s: got %q, want %q", when, got, want)
				}
			}
			check("at once")
			for _, r := range c.readings {
				l.remove(r.Article.ID)
				l.inOrder(nil)
				l.put(r)
				check("after " + r.Article.ID + " went and came")
			}
		})
	}
}

// reused lists the quotes that repeat another, each with that one.
func (c *storyCase) reused(l *Linker) []string {
	at := map[string]int{}
	for i, r := range c.readings {
		at[r.Article.ID] = i
	}
	b := l.inOrder(nil)
	id := func(r news.Ref) string {
		return c.ids[news.Ref{Reading: at[b.Readings[r.Reading].Article.ID], Item: r.Item}]
	}
	var out []string
	for _, s := range b.Statements {
		if s.Reused != nil {
			out = append(out, id(s.Variants[s.Reused.Variant].Quote)+" repeats "+id(s.Reused.First))
		}
	}
	slices.Sort(out)
	return out
}

// TestPrintsKeepNothing takes all articles away again.
func TestPrintsKeepNothing(t *testing.T) {
	l := NewLinker(0)
	for _, r := range newsDay(t, 30) {
		l.put(r)
	}
	for _, id := range slices.Sorted(maps.Keys(l.known)) {
		l.remove(id)
	}
	if p := l.prints; len(p.in)+len(p.touched) != 0 || len(p.free) != len(p.lists) {
		t.Errorf("%d runs, %d articles touched, %d lists of which %d are free", len(p.in), len(p.touched), len(p.lists), len(p.free))
	}
}
