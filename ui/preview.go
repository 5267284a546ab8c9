package ui

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"verbatim/corpus/news"
	"verbatim/ui/cell"
	"verbatim/ui/signs"
)

// preview shows what the cursor of a list is on.
type preview struct {
	*shared
	title    string
	down, up key.Binding // scroll it
	lines    []cell.Line
	top      int // first line shown
	w, h     int
}

// under draws the preview below one list, or at its right where that is its place.
func (p *preview) under(list string, at rect) string {
	switch {
	case at.h == 0:
		return list
	case at.x > 0:
		return p.beside(list, p.View())
	}
	return list + "\n" + p.View()
}

// SetSize gives the preview w × h cells.
func (p *preview) SetSize(w, h int) { p.w, p.h = w, h }

// Update does nothing: the preview follows the cursor.
func (p *preview) Update(tea.Msg) tea.Cmd { return nil }

// set shows lines from the first on, or where they were scrolled to if they
// are of what was shown before.
func (p *preview) set(lines []cell.Line, title string) {
	if !p.same(lines) {
		p.top = 0
	}
	p.lines, p.title = lines, title
	p.turn(0)
}

func (p *preview) same(lines []cell.Line) bool {
	return len(lines) > 0 && len(p.lines) > 0 && lines[0].String() == p.lines[0].String() && len(lines) == len(p.lines)
}

// turn scrolls.
func (p *preview) turn(by int) { p.top = max(min(p.top+by, len(p.lines)-p.h+1), 0) }

// View draws the title and as much as fits.
func (p *preview) View() string {
	if p.h == 0 {
		return ""
	}
	title := cell.Text(Title, "─")
	if p.title != "" {
		title = cell.Text(Title, "─ "+p.title+" ")
	}
	out := []cell.Line{title.Join(cell.Rule(Title, "─", p.w-title.Width()))}
	for i, l := range p.lines[min(p.top, len(p.lines)):] {
		if left := len(p.lines) - p.top - i; i == p.h-2 && left > 1 {
			out = append(out, cell.Text(Quiet, fmt.Sprintf(" … %d more lines, ", left)).Join(p.hint()))
			break
		}
		out = append(out, l.Indent(1))
	}
	return p.block(out, p.w, p.h)
}

// hint names the keys that scroll.
func (p *preview) hint() cell.Line {
	return cell.Text(Key, p.down.Help().Key).Add(Quiet, "/").Add(Key, p.up.Help().Key)
}

// previews writes the items of a catalog out, for a pane of w cells.
type previews struct {
	c *catalog
	w int
}

func (p previews) width() int { return max(p.w-2, 1) }

func (p previews) story(i int) []cell.Line {
	if i < 0 || p.w == 0 {
		return nil
	}
	out := append(wrapLine(Strong, p.c.headline(i), p.width()), nil)
	for _, r := range p.c.b.Stories[i].Readings {
		rd := p.c.reading(r)
		if rd == nil {
			continue
		}
		a := &rd.Article
		head := cell.Text(Outlet, a.OutletName()).Add(Quiet, "  "+strings.TrimSpace(a.Agency.Value+"  "+dayOrNone(a.Published.Date)))
		out = append(out, head)
		out = append(out, wrapLine(Plain, a.Headline.Value, p.width())...)
	}
	return out
}

func (p previews) actor(i int) []cell.Line {
	if i < 0 || p.w == 0 {
		return nil
	}
	a := &p.c.b.Actors[i]
	out := wrapLine(Strong, a.Name, p.width())
	role := strings.TrimSpace(string(a.Kind) + "  " + a.Role)
	if a.Anonymous {
		role += "  (not named, of this article alone)"
	}
	out = append(out, wrapLine(Quiet, role, p.width())...)
	if len(a.Aliases) > 0 {
		out = append(out, wrapLine(Quiet, "also "+someOf(a.Aliases, 8), p.width())...)
	}
	counts := plural(p.c.named[i], "mention") + " in " + plural(len(a.Entities), "article")
	out = append(out, cell.Text(Quiet, counts), nil)
	return append(out, p.saidBy(i)...)
}

// saidBy lists the first statements of an actor.
func (p previews) saidBy(actor int) []cell.Line {
	const most = 30
	var out []cell.Line
	said := p.c.said[actor]
	for _, i := range said[:min(len(said), most)] {
		out = append(out, rows{c: p.c}.statement(i, p.width()))
	}
	return out
}

func (p previews) event(i int) []cell.Line {
	if i < 0 || p.w == 0 {
		return nil
	}
	e := &p.c.b.Events[i]
	out := append(wrapLine(Strong, eventName(e), p.width()), p.conflicts(e.Conflicts)...)
	for _, ref := range e.Reports {
		r, a := p.c.report(ref)
		if r == nil {
			continue
		}
		date := cell.Text(Outlet, a.OutletName()).Add(Plain, "  "+dayOrNone(r.Date))
		if at := squeeze(r.DateAt.In(a.Text)); at != "" {
			date = date.Add(Quiet, " (“"+at+"”)")
		}
		out = append(out, nil, date.Add(Notable, " "+modality(r.Modality)))
		out = append(out, lines(cell.Wrap(a.Text, r.Span, p.width(), Plain, nil))...)
	}
	return out
}

func (p previews) statement(i int) []cell.Line {
	if i < 0 || p.w == 0 {
		return nil
	}
	s := &p.c.b.Statements[i]
	ref, ok := p.c.tell(s, max(min(s.Reference, len(s.Variants)-1), 0))
	if !ok {
		return nil
	}
	out := []cell.Line{p.c.speakers(s)}
	alarms, rest, marks := alarmsOf(s), bySeverity(s), []cell.Mark(nil)
	if len(alarms) > 0 { // before all else: of the words the list has the first
		worst, _ := p.c.tell(s, alarms[0])
		marks = slices.DeleteFunc(ref.against(worst), func(m cell.Mark) bool { return m.Role == Around })
		rest = slices.DeleteFunc(rest, func(n int) bool { return n == ref.n || slices.Contains(alarms, n) })
		out = append(out, p.alarms(s, alarms)...)
		out = append(out, p.variant(ref)...)
	}
	out = append(out, ref.words(p.width(), false, marks)...)
	out = append(out, wrapAll(p.c.repeats(s), p.width())...)
	out = append(out, p.conflicts(s.Conflicts)...)
	out = append(out, p.c.noted(i, p.width())...)
	out = append(out, nil)
	for _, n := range rest {
		if t, ok := p.c.tell(s, n); ok {
			out = append(out, p.variant(t)...)
		}
	}
	return append(out, wrapAll(p.c.absences(s), p.width())...)
}

// alarms is one line of each variant that raises an alarm, and what does.
func (p previews) alarms(s *news.Statement, ns []int) []cell.Line {
	var out []cell.Line
	for _, n := range ns {
		if t, ok := p.c.tell(s, n); ok {
			out = append(out, p.beside(t, t.departures(true))...)
		}
	}
	return out
}

// variant is one line of relation, outlet and speaker, and the differences.
func (p previews) variant(t telling) []cell.Line { return p.beside(t, t.differences()) }

func (p previews) beside(t telling, differences []cell.Line) []cell.Line {
	head := t.relation().Fit(14).Add(Outlet, t.a.OutletName()).Add(Plain, "  ").Join(t.who())
	out := []cell.Line{head.Cut(p.width())}
	for _, d := range differences {
		for _, l := range wrapRoles(d, max(p.width()-14, 10)) {
			out = append(out, l.Indent(14))
		}
	}
	return out
}

func (p previews) conflicts(cs []news.Conflict) []cell.Line {
	var out []cell.Line
	for _, c := range cs {
		out = append(out, wrapAll([]cell.Line{conflictLine(c)}, p.width())...)
	}
	return out
}

// conflictLine names both sides of a disagreement.
func conflictLine(c news.Conflict) cell.Line {
	line := cell.Text(Alarm, "! outlets disagree on the "+c.Field+":")
	for i, side := range c.Sides() {
		if i > 0 {
			line = line.Add(Quiet, ";")
		}
		line = line.Add(Plain, " ")
		for k, cl := range side {
			if k > 0 {
				line = line.Add(Quiet, ", ")
			}
			line = line.Add(Outlet, cl.Outlet)
		}
		value, verb := side[0].Value, " says "
		if value == "" {
			value = "unattributed"
		}
		if len(side) > 1 {
			verb = " say "
		}
		line = line.Add(Plain, verb).Add(Strong, claimed(c.Field, value))
	}
	return line
}

// claimed writes a disputed date as the other dates are written.
func claimed(field, value string) string {
	if field != "date" {
		return value
	}
	if d, err := news.ParseDate(value); err == nil {
		return day(d)
	}
	return value
}

// absences names the outlets of the story that do not carry a statement.
func (c *catalog) absences(s *news.Statement) []cell.Line {
	absent, early := signs.Missing(s)
	var out []cell.Line
	if len(absent) > 0 {
		out = append(out, cell.Text(Absent, absentSign+" absent: ").Add(Outlet, strings.Join(absent, ", ")))
	}
	if len(early) > 0 {
		out = append(out, cell.Text(Absent, earlySign+" published too early to carry it: ").Add(Outlet, strings.Join(early, ", ")))
	}
	if rest := signs.NotFound(c.b, s); len(rest) > 0 {
		out = append(out, cell.Text(Absent, untoldSign+" not found, though not surely left out: ").Add(Outlet, strings.Join(rest, ", ")))
	}
	return out
}
