package link

import (
	"slices"
	"strings"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// mention is what an entity tells of an actor. The role is as it is printed.
type mention struct {
	at     news.Ref
	entity *news.Entity
	role   string
}

func (c *crew) mention(at news.Ref) mention {
	e := c.entity(at)
	return mention{at, e, e.Role.In(c.readings[at.Reading].Article.Text)}
}

// record is what the mentions of an actor tell, in order. What was added last
// can be taken back, so that of one who is named everywhere only what is new is
// read.
type record struct {
	of                   []mention  // of a figure's, as they were in that update
	refs                 []news.Ref // where they are; actors share it, only what is behind it is written
	update               int
	names, called, roles tally
	first                []mention // of each role, where it is printed first
}

// add adds a mention behind all others.
func (r *record) add(m mention, hidden bool) {
	if hidden || !m.entity.Anonymous {
		r.names.add(m.entity.Name)
	}
	r.called.add(m.entity.Name)
	for _, a := range m.entity.Aliases {
		r.called.add(a)
	}
	if m.role != "" {
		r.roles.add(text.Fold(m.role))
		if len(r.roles.forms) > len(r.first) {
			r.first = append(r.first, m)
		}
	}
}

// takeBack undoes the last [record.add].
func (r *record) takeBack(m mention, hidden bool) {
	if hidden || !m.entity.Anonymous {
		r.names.takeBack(m.entity.Name)
	}
	for _, a := range slices.Backward(m.entity.Aliases) {
		r.called.takeBack(a)
	}
	r.called.takeBack(m.entity.Name)
	if m.role != "" {
		r.roles.takeBack(text.Fold(m.role))
		r.first = r.first[:len(r.roles.forms)]
	}
}

// follow makes the mentions those of some entities, in order, of nobody who is
// hidden. Where no article has left its place since, those are not read again.
func (r *record) follow(l *Linker, refs []news.Ref) {
	c, read := &crew{readings: l.rs}, r.update < l.moved
	same := 0
	for same < min(len(refs), len(r.of)) && r.of[same].at == refs[same] && (!read || r.of[same] == c.mention(refs[same])) {
		same++
	}
	r.rewrite(l, same, refs[same:])
}

// rewrite makes the mentions from a place on those of some entities.
func (r *record) rewrite(l *Linker, same int, refs []news.Ref) {
	c := &crew{readings: l.rs}
	r.update = l.updates
	for _, m := range slices.Backward(r.of[same:]) {
		r.takeBack(m, false)
	}
	clear(r.of[same:])
	r.of = r.of[:same]
	if same < len(r.refs) {
		r.refs = slices.Clip(r.refs[:same])
	}
	r.refs = append(r.refs, refs...)
	for _, at := range refs {
		m := c.mention(at)
		r.add(m, false)
		r.of = append(r.of, m)
	}
}

// amend takes some entities off the mentions and adds others, where no article
// has left its place since. What is before the first of those that only went or
// came costs nothing.
func (r *record) amend(l *Linker, went, came []news.Ref) {
	slices.SortFunc(went, byPlace)
	slices.SortFunc(came, byPlace)
	went, came = differ(went, came)
	same := len(r.of)
	for _, first := range slices.Concat(went[:min(1, len(went))], came[:min(1, len(came))]) {
		i, _ := slices.BinarySearchFunc(r.of, first, func(m mention, at news.Ref) int { return byPlace(m.at, at) })
		same = min(same, i)
	}
	rest := came
	for _, m := range r.of[same:] {
		if _, found := slices.BinarySearchFunc(went, m.at, byPlace); !found {
			rest = append(rest, m.at)
		}
	}
	slices.SortFunc(rest, byPlace)
	r.rewrite(l, same, rest)
}

// differ returns what each of two lists, in order, has that the other lacks.
func differ(a, b []news.Ref) (x, y []news.Ref) {
	for len(a) > 0 && len(b) > 0 {
		switch c := byPlace(a[0], b[0]); {
		case c < 0:
			x, a = append(x, a[0]), a[1:]
		case c > 0:
			y, b = append(y, b[0]), b[1:]
		default:
			a, b = a[1:], b[1:]
		}
	}
	return append(x, a...), append(y, b...)
}

// actor makes the actor that a persona stands for, of all of whose entities
// this is the record; its ID is left open. The role is that which most give,
// as first printed.
func (r *record) actor(p *persona) news.Actor {
	a := news.Actor{Name: r.names.fullest(p.kind), Kind: p.kind, Anonymous: p.isHidden, Entities: p.refs}
	for _, name := range r.called.forms {
		if name != a.Name {
			a.Aliases = append(a.Aliases, name)
		}
	}
	if len(r.roles.forms) > 0 {
		key := r.roles.best(func(a, b string) bool { return r.roles.count[a] > r.roles.count[b] })
		m := r.first[slices.Index(r.roles.forms, key)]
		a.Role, a.RoleAt = strings.Join(strings.Fields(m.role), " "), m.at
	}
	return a
}
