package link

import (
	"cmp"
	"slices"
	"strings"

	"verbatim/corpus/news"
)

// actor makes the actor a persona stands for; its ID is left open.
func (c *crew) actor(p *persona) news.Actor {
	slices.SortFunc(p.refs, byPlace)
	var r record
	for _, e := range p.refs {
		r.add(c.mention(e), p.isHidden)
	}
	return r.actor(p)
}

func byPlace(a, b news.Ref) int { return cmp.Or(a.Reading-b.Reading, a.Item-b.Item) }

// tally counts forms in the order they are first met.
type tally struct {
	forms []string
	count map[string]int
}

func (t *tally) add(form string) {
	if t.count == nil {
		t.count = map[string]int{}
	}
	if t.count[form] == 0 {
		t.forms = append(t.forms, form)
	}
	t.count[form]++
}

// takeBack undoes the last [tally.add] of one.
func (t *tally) takeBack(form string) {
	if t.count[form]--; t.count[form] == 0 {
		delete(t.count, form)
		t.forms = t.forms[:len(t.forms)-1]
	}
}

// best returns the form that no other beats.
func (t *tally) best(beats func(a, b string) bool) string {
	best := ""
	for i, f := range t.forms {
		if i == 0 || beats(f, best) {
			best = f
		}
	}
	return best
}

// nameOf returns the name that most articles give in full; of names as common
// the longest.
func (c *crew) nameOf(p *persona) string {
	var t tally
	for _, r := range p.refs {
		if c.isNamed(p, r) {
			t.add(c.entity(r).Name)
		}
	}
	return t.fullest(p.kind)
}

// fullest returns the name that is given most in full; of names as common the
// longest.
func (t *tally) fullest(kind news.ActorKind) string {
	return t.best(func(a, b string) bool {
		if x, y := isFull(a, kind), isFull(b, kind); x != y {
			return x
		}
		if t.count[a] != t.count[b] {
			return t.count[a] > t.count[b]
		}
		return len(a) > len(b)
	})
}

// isFull reports whether a name is more than a family name or an acronym.
func isFull(name string, kind news.ActorKind) bool {
	if kind == news.Person {
		return strings.Contains(name, " ")
	}
	return !isAcronym(name)
}

func (c *crew) aliasesOf(p *persona, name string) []string {
	var out []string
	seen := map[string]bool{name: true}
	for _, r := range p.refs {
		e := c.entity(r)
		for _, a := range e.Names() {
			if !seen[a] {
				seen[a] = true
				out = append(out, a)
			}
		}
	}
	return out
}
