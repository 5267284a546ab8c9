package corrections

import (
	"fmt"
	"slices"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// splitActor makes the mentions of one form of a name in a file those of
// somebody else: a new entity, or, where the form is the whole name, the
// entity itself under the name chosen. Either is held apart from whoever bears
// another name.
func (f *finder) splitActor(d Decision) error {
	x, err := f.file(d.At)
	if err != nil {
		return err
	}
	for _, named := range []func(e *news.Entity, key string) bool{isName, isAlias} {
		if at, ok := entityIn(f.after, x.readings, d.At, named); ok {
			f.part(at, d.At.Words, d.Text)
			return nil
		}
	}
	return notThere(d.At)
}

// entityIn finds whom a place names among readings that are still being split.
func entityIn(rs []news.Reading, readings []int, p Place, named func(e *news.Entity, key string) bool) (news.Ref, bool) {
	n, key := 0, nameKey(p.Words)
	for _, r := range readings {
		for i := range rs[r].Entities {
			if named(&rs[r].Entities[i], key) {
				if n++; n >= p.Nth {
					return news.Ref{Reading: r, Item: i}, true
				}
			}
		}
	}
	return news.Ref{}, false
}

func isName(e *news.Entity, key string) bool { return nameKey(e.Name) == key }

func isAlias(e *news.Entity, key string) bool {
	return slices.ContainsFunc(e.Aliases, func(a string) bool { return nameKey(a) == key })
}

// part gives the mentions of a form of an entity's name to one of another
// name.
func (f *finder) part(at news.Ref, form, name string) {
	rd := f.own(at.Reading)
	e := &rd.Entities[at.Item]
	moved, kept := divided(e.Mentions, func(m news.Mention) bool { return sameName(m.In(rd.Article.Text), form) })
	named := slices.ContainsFunc(kept, func(m news.Mention) bool { return m.Form == news.ByName })
	switch {
	case sameName(e.Name, name):
	case sameName(e.Name, form) || len(moved) == 0 || !named:
		e.Aliases = append([]string{e.Name}, without(without(e.Aliases, name), e.Name)...)
		e.Name, e.Anonymous = name, false
	default:
		to := len(rd.Entities)
		other := news.Entity{Name: name, Kind: e.Kind, Aliases: without([]string{form}, name), Mentions: moved}
		e.Aliases, e.Mentions = without(e.Aliases, form), kept
		rd.Entities = append(rd.Entities, other)
		handOver(rd, at.Item, to)
		at.Item = to
	}
	f.found.Apart = ordered(append(f.found.Apart, at))
}

// own returns the copy of a reading that may be changed.
func (f *finder) own(i int) *news.Reading {
	if f.copied == nil {
		f.copied, f.after = map[int]bool{}, slices.Clone(f.after)
	}
	rd := &f.after[i]
	if !f.copied[i] {
		f.copied[i] = true
		rd.Entities, rd.Quotes, rd.Reports = slices.Clone(rd.Entities), slices.Clone(rd.Quotes), slices.Clone(rd.Reports)
	}
	return rd
}

// handOver makes what is said and done at the mentions of a new entity its own.
func handOver(rd *news.Reading, from, to int) {
	at := rd.Entities[to].Mentions
	for i := range rd.Quotes {
		q := &rd.Quotes[i]
		if touches(at, q.SpeakerAt) {
			q.Speakers = swapped(q.Speakers, from, to)
			q.Carriers = swapped(q.Carriers, from, to)
		}
	}
	for i := range rd.Reports {
		r := &rd.Reports[i]
		if touches(at, r.Span) && !touches(rd.Entities[from].Mentions, r.Span) {
			r.Entities = swapped(r.Entities, from, to)
		}
	}
}

func touches(ms []news.Mention, s text.Span) bool {
	return slices.ContainsFunc(ms, func(m news.Mention) bool { return m.Overlaps(s) })
}

// swapped returns a list with one number in the place of another.
func swapped(list []int, from, to int) []int {
	out := slices.Clone(list)
	for i := range out {
		if out[i] == from {
			out[i] = to
		}
	}
	return out
}

func divided(ms []news.Mention, first func(news.Mention) bool) (yes, no []news.Mention) {
	for _, m := range ms {
		if first(m) {
			yes = append(yes, m)
		} else {
			no = append(no, m)
		}
	}
	return yes, no
}

func without(names []string, name string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return sameName(n, name) })
}

// contradictions tells of statements that one line splits and others merge:
// what is merged by hand stays together.
func (f *finder) contradictions(lines []numbered) {
	root := map[news.Ref]news.Ref{}
	top := func(r news.Ref) news.Ref {
		for up, ok := root[r]; ok; up, ok = root[r] {
			if next, ok := root[up]; ok {
				root[r] = next // the way is shorter next time
			}
			r = up
		}
		return r
	}
	for _, p := range f.found.Merged {
		if a, b := top(p[0]), top(p[1]); a != b {
			root[b] = a
		}
	}
	for _, l := range lines {
		if l.Kind != SplitStatement {
			continue
		}
		a, errA := f.quote(l.At)
		b, errB := f.quote(l.With)
		if errA == nil && errB == nil && top(a) == top(b) {
			f.tell(l.no, fmt.Errorf("splits what other lines merge"))
		}
	}
}
