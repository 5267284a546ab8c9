package link

import (
	"slices"
	"strings"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// actor makes the actor a persona stands for; its ID is left open.
func (c *crew) actor(p *persona) news.Actor {
	slices.SortFunc(p.refs, func(a, b news.Ref) int {
		if a.Reading != b.Reading {
			return a.Reading - b.Reading
		}
		return a.Item - b.Item
	})
	a := news.Actor{Name: c.nameOf(p), Kind: p.kind, Anonymous: p.isHidden, Entities: p.refs}
	a.Aliases = c.aliasesOf(p, a.Name)
	a.Role, a.RoleAt = c.roleOf(p)
	return a
}

// tally counts forms in the order they are first met.
type tally struct {
	forms []string
	count map[string]int
}

func (t *tally) add(form string, n int) {
	if t.count == nil {
		t.count = map[string]int{}
	}
	if t.count[form] == 0 {
		t.forms = append(t.forms, form)
	}
	t.count[form] += n
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
			t.add(c.entity(r).Name, 1)
		}
	}
	return t.best(func(a, b string) bool {
		if x, y := isFull(a, p.kind), isFull(b, p.kind); x != y {
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
		for _, a := range append([]string{e.Name}, e.Aliases...) {
			if !seen[a] {
				seen[a] = true
				out = append(out, a)
			}
		}
	}
	return out
}

// roleOf returns the role most articles give, as first printed, and the entity
// that gives it so.
func (c *crew) roleOf(p *persona) (string, news.Ref) {
	var t tally
	first := map[string]news.Ref{}
	for _, r := range p.refs {
		role := c.entity(r).Role.In(c.readings[r.Reading].Article.Text)
		if role == "" {
			continue
		}
		key := text.Fold(role)
		if _, ok := first[key]; !ok {
			first[key] = r
		}
		t.add(key, 1)
	}
	if len(t.forms) == 0 {
		return "", news.Ref{}
	}
	key := t.best(func(a, b string) bool { return t.count[a] > t.count[b] })
	r := first[key]
	return strings.Join(strings.Fields(c.entity(r).Role.In(c.readings[r.Reading].Article.Text)), " "), r
}
