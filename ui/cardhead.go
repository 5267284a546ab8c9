package ui

import (
	"fmt"
	"slices"
	"strings"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
	"verbatim/ui/cell"
)

// head is who the actor is: kind, roles, names, and where and when they occur.
func (a *card) head() []entry {
	p := &a.c.b.Actors[a.i]
	kind := string(p.Kind)
	if p.Anonymous {
		kind += ", not named, of this article alone"
	}
	ls := []cell.Line{cell.Text(Strong, " "+p.Name).Add(Quiet, "  "+kind), nil}
	ls = append(ls, a.labelled("role", a.roles())...)
	ls = append(ls, a.labelled("also", a.aliases())...)
	ls = append(ls, a.labelled("named", a.named())...)
	ls = append(ls, a.labelled("quoted", a.quoted())...)
	ls = append(ls, a.labelled("days", a.days())...)
	var es []entry
	for _, l := range ls {
		es = append(es, entry{line: l})
	}
	return es
}

// labelled wraps lines behind a label, the label once.
func (a *card) labelled(label string, ls []cell.Line) []cell.Line {
	const column = 9
	var out []cell.Line
	for _, l := range wrapAll(ls, max(min(a.w-column-1, readable), 10)) {
		out = append(out, cell.Text(Quiet, " "+label).Fit(column).Join(l))
		label = ""
	}
	return out
}

// gathered is words and the outlets that print them, in the order they come.
type gathered struct {
	words   []string
	outlets map[string][]string
}

func (g *gathered) add(words, outlet string) {
	words = squeeze(words)
	if words == "" {
		return
	}
	if g.outlets == nil {
		g.outlets = map[string][]string{}
	}
	if i := slices.IndexFunc(g.words, func(w string) bool { return text.Fold(w) == text.Fold(words) }); i >= 0 {
		words = g.words[i]
	} else {
		g.words = append(g.words, words)
	}
	if outlet != "" {
		g.outlets[words] = appendNew(g.outlets[words], outlet)
	}
}

// lines says the words that most outlets print first.
func (g *gathered) lines() []cell.Line {
	const most = 12
	slices.SortStableFunc(g.words, func(x, y string) int { return len(g.outlets[y]) - len(g.outlets[x]) })
	var out []cell.Line
	for i, w := range g.words {
		if i == most {
			out = append(out, cell.Text(Quiet, fmt.Sprintf("… %d more", len(g.words)-i)))
			break
		}
		out = append(out, cell.Text(Plain, w+"  ").Add(Outlet, someOf(g.outlets[w], 4)))
	}
	return out
}

// someOf names the first n of a list and counts the rest.
func someOf(names []string, n int) string {
	if len(names) <= n {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s +%d", strings.Join(names[:n], ", "), len(names)-n)
}

// roles are the words each outlet gives the role in.
func (a *card) roles() []cell.Line {
	var g gathered
	a.entities(func(e *news.Entity, art *news.Article) { g.add(e.Role.In(art.Text), art.OutletName()) })
	if role := a.c.b.Actors[a.i].Role; len(g.words) == 0 && role != "" {
		return []cell.Line{cell.Text(Plain, role)}
	}
	return g.lines()
}

// aliases are the other forms of the name and who uses them.
func (a *card) aliases() []cell.Line {
	var g gathered
	name := a.c.b.Actors[a.i].Name
	a.entities(func(e *news.Entity, art *news.Article) {
		for _, n := range e.Names() {
			if n != name {
				g.add(n, art.OutletName())
			}
		}
	})
	for _, n := range a.c.b.Actors[a.i].Aliases {
		g.add(n, "")
	}
	names, roles := append(slices.Clone(g.words), name), a.roleWords()
	g.words = slices.DeleteFunc(g.words, func(n string) bool { return isRoleAndName(n, roles, names) })
	return g.lines()
}

// roleWords are the words of the roles, folded.
func (a *card) roleWords() map[string]bool {
	out := map[string]bool{}
	a.entities(func(e *news.Entity, art *news.Article) { out[text.Fold(squeeze(e.Role.In(art.Text)))] = true })
	return out
}

// isRoleAndName reports whether a form of a name is a role before another form: the
// card has both already.
func isRoleAndName(form string, roles map[string]bool, names []string) bool {
	return slices.ContainsFunc(names, func(n string) bool {
		role, ok := strings.CutSuffix(form, " "+n)
		return ok && roles[text.Fold(role)]
	})
}

// named counts the mentions by outlet.
func (a *card) named() []cell.Line {
	var n tally
	a.entities(func(e *news.Entity, art *news.Article) { n.add(art.OutletName(), len(e.Mentions)) })
	return []cell.Line{n.line(plural(a.c.named[a.i], "mention"))}
}

// quoted counts the statements by the outlets that carry them.
func (a *card) quoted() []cell.Line {
	var n tally
	for _, i := range a.saying {
		for _, o := range a.c.statements[i].outlets {
			n.add(o, 1)
		}
	}
	if len(n.names) == 0 {
		return nil
	}
	return []cell.Line{n.line(plural(len(a.saying), "statement"))}
}

// days draws how many statements were made on each day.
func (a *card) days() []cell.Line {
	const most, height = 12, 8
	count := map[news.Date]int{}
	var days []news.Date
	top := 1
	for _, i := range a.saying {
		d := a.c.saidOn(i)
		days = appendNew(days, d)
		count[d]++
		top = max(top, count[d])
	}
	slices.SortFunc(days, compareDays)
	var out []cell.Line
	before := days[:max(len(days)-most, 0)]
	if n := len(before); n > 0 {
		earlier := 0
		for _, d := range before {
			earlier += count[d]
		}
		out = append(out, cell.Text(Quiet, fmt.Sprintf("… %s on %s before", plural(earlier, "statement"), plural(n, "day"))))
	}
	for _, d := range days[len(before):] {
		bar := cell.Rule(Done, "█", max(count[d]*height/max(top, height), 1))
		out = append(out, cell.Text(Plain, longDay(d)).Fit(dateColumn).Join(bar).Add(Quiet, fmt.Sprintf(" %d", count[d])))
	}
	return out
}

// tally counts by name.
type tally struct {
	names []string
	count map[string]int
}

func (n *tally) add(name string, by int) {
	if n.count == nil {
		n.count = map[string]int{}
	}
	n.names = appendNew(n.names, name)
	n.count[name] += by
}

// line says the sum and then each name, the most frequent first.
func (n *tally) line(sum string) cell.Line {
	const most = 12
	slices.SortStableFunc(n.names, func(x, y string) int { return n.count[y] - n.count[x] })
	line := cell.Text(Plain, sum+": ")
	for i, o := range n.names[:min(len(n.names), most)] {
		if i > 0 {
			line = line.Add(Quiet, ", ")
		}
		line = line.Add(Outlet, o).Add(Plain, fmt.Sprintf(" %d", n.count[o]))
	}
	if len(n.names) > most {
		line = line.Add(Quiet, fmt.Sprintf(", %d more", len(n.names)-most))
	}
	return line
}

func (a *card) entities(each func(*news.Entity, *news.Article)) {
	for _, r := range a.c.b.Actors[a.i].Entities {
		if e := a.c.entity(r); e != nil {
			each(e, &a.c.b.Readings[r.Reading].Article)
		}
	}
}
