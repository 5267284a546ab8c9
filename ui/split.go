package ui

import (
	"fmt"
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"verbatim/corpus/corrections"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
	"verbatim/ui/cell"
)

// split takes the quote under the keys off its statement, or a name off its
// actor: the one under the keys in the reader, else one to be chosen.
func (r *root) split() tea.Cmd {
	s := r.top().subject()
	if i := r.c.findActor(s.actor); !s.actor.zero() && i >= 0 {
		if f, ok := r.c.formAt(s.place); ok && r.top().view() == viewReader {
			return r.splitForm(f)
		}
		r.push(newForms(&r.shared, s.actor, r.splitForm))
		return nil
	}
	i := r.statementOf(s)
	if i < 0 {
		return r.cannot("There is no statement or actor under the keys to split.")
	}
	if r.top().view() == viewDesk && len(r.c.b.Statements[i].Variants) > 1 {
		return r.cannot("Open it (" + r.keys.enter.Help().Key + ") and put the keys on the quote to split off.")
	}
	return r.splitStatement(i, r.quoteOf(s, i))
}

func (r *root) splitStatement(i int, at news.Ref) tea.Cmd {
	st := &r.c.b.Statements[i]
	var others []news.Ref
	for _, v := range st.Variants {
		if v.Quote != at {
			others = append(others, v.Quote)
		}
	}
	if len(others) == 0 {
		return r.cannot("The statement has no other quote to split this one from.")
	}
	from := referenceOf(st)
	if from == at {
		from = others[0]
	}
	_, a := r.c.quote(at)
	label := r.c.label(at) + " of " + a.OutletName()
	return r.changed(func(p *places) corrections.Change {
		d := p.quote(corrections.SplitStatement, at)
		d.With = p.book.Quote(p.rs, from)
		c := corrections.Change{Add: []corrections.Decision{d}, Says: "A statement of its own now: " + label, Undone: "In its statement again: " + label}
		set := p.book.Set()
		if merged := set.Names(corrections.MergeStatements, d.At); len(merged) > 0 {
			c.Add, c.Drop = nil, merged // what was merged by hand comes apart as it was
		}
		return c
	})
}

// form is a name as one article has it.
type form struct {
	entity news.Ref
	name   string
	times  int
}

// formAt returns the name that stands at a place.
func (c *catalog) formAt(p place) (form, bool) {
	i, ok := c.readingOf[p.article]
	if !ok {
		return form{}, false
	}
	rd := &c.b.Readings[i]
	for e := range rd.Entities {
		for _, m := range rd.Entities[e].Mentions {
			if m.Span == p.Span && m.Form == news.ByName {
				return form{entity: news.Ref{Reading: i, Item: e}, name: squeeze(m.In(rd.Article.Text))}, true
			}
		}
	}
	return form{}, false
}

// formsOf lists the names of an actor by article, the whole name of each
// first.
func (c *catalog) formsOf(actor int) []form {
	var out []form
	for _, at := range c.b.Actors[actor].Entities {
		e := c.entity(at)
		if e == nil {
			continue
		}
		own := []form{{entity: at, name: e.Name}}
		for _, m := range e.Mentions {
			name := squeeze(m.In(c.b.Readings[at.Reading].Article.Text))
			i := slices.IndexFunc(own, func(f form) bool { return text.Fold(f.name) == text.Fold(name) })
			if i < 0 && m.Form == news.ByName {
				i = len(own)
				own = append(own, form{entity: at, name: name})
			}
			if i >= 0 {
				own[i].times++
			}
		}
		out = append(out, own...)
	}
	return out
}

// splitForm asks whose a name of one article is.
func (r *root) splitForm(f form) tea.Cmd {
	e, a := r.c.entity(f.entity), &r.c.b.Readings[f.entity.Reading].Article
	was := e.Name
	if i, ok := r.c.actorOf[f.entity]; ok {
		was = r.c.b.Actors[i].Name
	}
	asks := fmt.Sprintf("Who is “%s” in %s? ", f.name, a.OutletName())
	whole := text.Fold(e.Name) == text.Fold(f.name)
	r.ask(asks, f.name, func(name string) tea.Cmd {
		if name == "" {
			return nil
		}
		return r.changed(func(p *places) corrections.Change {
			d := corrections.Decision{Kind: corrections.SplitActor, At: p.book.Name(p.rs, f.entity, f.name), Text: name}
			is := fmt.Sprintf("“%s” in %s is ", f.name, a.OutletName())
			c := corrections.Change{Add: []corrections.Decision{d}, Says: is + name + " now", Undone: is + was + " again"}
			set := p.book.Set()
			if merged := set.Names(corrections.MergeActors, d.At); whole && len(merged) > 0 {
				c.Drop = merged // they came together by hand
				if name == f.name {
					c.Add = nil
				}
			}
			return c
		})
	})
	return nil
}

// forms is the list of an actor's names by article, to choose one from.
type forms struct {
	*list
	actor  anchor
	choose func(form) tea.Cmd
	c      *catalog
	forms  []form
}

func newForms(s *shared, actor anchor, choose func(form) tea.Cmd) *forms {
	l := &list{shared: s, title: "Which name is somebody else's?", empty: "no names", focused: true}
	return &forms{list: l, actor: actor, choose: choose}
}

func (f *forms) view() view {
	if f.filter.typing {
		return viewFilter
	}
	return viewForms
}

func (f *forms) where() cell.Line { return cell.Text(Quiet, "names") }

func (f *forms) subject() subject { return subject{} }

// show lists the names of the actor in the catalog.
func (f *forms) show(c *catalog, _ Lens) {
	f.c, f.forms = c, nil
	if i := c.findActor(f.actor); i >= 0 {
		f.forms = c.formsOf(i)
	}
	rows := make([]anchor, len(f.forms))
	for i, m := range f.forms {
		rows[i] = anchor{c.b.Readings[m.entity.Reading].Article.ID + " " + m.name, m.entity.Item}
	}
	f.fill(listing{rows, len(rows), f.drawForm, f.labelForm})
}

func (f *forms) labelForm(i int) string {
	return f.forms[i].name + " " + f.c.b.Readings[f.forms[i].entity.Reading].Article.OutletName()
}

func (f *forms) drawForm(i, width int) cell.Line {
	m := f.forms[i]
	a := &f.c.b.Readings[m.entity.Reading].Article
	right := cell.Text(Outlet, a.OutletName()).Add(Quiet, "  "+plural(m.times, "mention"))
	return cell.Spread(min(width, 96), cell.Text(Plain, m.name), right)
}

// Update moves the cursor and chooses.
func (f *forms) Update(m tea.Msg) tea.Cmd {
	k, ok := m.(tea.KeyMsg)
	switch {
	case !ok || f.filtered(k):
	case key.Matches(k, f.keys.back):
		f.up.send(goBack{})
	case key.Matches(k, f.keys.enter):
		at, ok := f.current()
		if i := slices.Index(f.given.rows, at); ok && i >= 0 {
			f.up.send(goBack{})
			return f.choose(f.forms[i])
		}
	default:
		return f.list.Update(m)
	}
	return nil
}
