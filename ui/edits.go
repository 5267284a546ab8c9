package ui

import (
	"slices"

	"verbatim/corpus/news"
	"verbatim/ui/cell"
	"verbatim/ui/signs"
)

// edits returns what differs.
func (t telling) edits() []news.Edit { return signs.Edits(t.v.Edits, t.a.Text, t.ref.Text) }

// marks draws the edits on the variant's own words.
func (t telling) marks() []cell.Mark {
	if t.reference() {
		return nil
	}
	var out []cell.Mark
	for _, e := range t.edits() {
		out = append(out, markOf(e))
	}
	return out
}

// against marks on the reference what another telling changed or left out.
func (t telling) against(o telling) []cell.Mark {
	var out []cell.Mark
	for _, e := range o.edits() {
		if e.Reference.Empty() || e.Kind == news.EditStyle || !e.Reference.Overlaps(t.q.Span) {
			continue
		}
		gone := e
		gone.Variant.End = gone.Variant.Start
		role := markRoles[signs.Of(gone)]
		if role == Missing || role == Opened {
			role = Around
		}
		out = append(out, cell.Mark{Span: e.Reference, Role: role, Before: "‹", After: "›"})
	}
	return out
}

// markRoles are how the marks look: loudly where words were changed or dropped
// between others, quietly at the ends.
var markRoles = map[signs.Mark]cell.Role{
	signs.Added: Differs, signs.Joined: Joined, signs.Dropped: Differs, signs.Cut: Missing, signs.Extra: Missing,
	signs.Opened: Opened, signs.Styled: Styled,
}

// markOf gives an edit its role and signs.
func markOf(e news.Edit) cell.Mark {
	mark := signs.Of(e)
	before, after := mark.Around()
	if e.Variant.Empty() {
		return cell.Mark{Span: e.Variant, Role: markRoles[mark], Sign: before + after}
	}
	return cell.Mark{Span: e.Variant, Role: markRoles[mark], Before: before, After: after}
}

// legend explains the signs that stand in the words of a statement, and who is not
// surely its speaker.
func (c *catalog) legend(s *news.Statement, width int) cell.Line {
	seen := map[news.EditKind]bool{}
	for _, v := range s.Variants {
		for _, e := range v.Edits {
			seen[e.Kind] = true
		}
	}
	line := cell.Text(Quiet, " ◆ reference")
	for _, l := range legends {
		next := cell.Text(Plain, "  ").Join(cell.Text(l.role, l.sign), cell.Text(Quiet, " "+l.says))
		if slices.ContainsFunc(l.kinds, func(k news.EditKind) bool { return seen[k] }) && line.Width()+next.Width() <= width {
			line = line.Join(next)
		}
	}
	doubt := cell.Text(Alarm, "  name ?").Add(Quiet, " not sure who")
	if c.doubted(s) && line.Width()+doubt.Width() <= width {
		line = line.Join(doubt)
	}
	return line
}

// doubted reports whether a telling of a statement is not sure who says it.
func (c *catalog) doubted(s *news.Statement) bool {
	return slices.ContainsFunc(s.Variants, func(v news.Variant) bool {
		q, _ := c.quote(v.Quote)
		return q != nil && len(q.Speakers) > 0 && q.Confidence < signs.Sure
	})
}

// cutLegend explains the signs in the reference while the keys are elsewhere.
var cutLegend = cell.Text(Plain, "  ").Join(cell.Text(Around, "‹words›"), cell.Text(Quiet, " ▶ lacks"))

var legends = []struct {
	kinds      []news.EditKind
	role       cell.Role
	sign, says string
}{
	{[]news.EditKind{news.EditInsert, news.EditSubstitute}, Differs, "{words}", "not in ◆"},
	{[]news.EditKind{news.EditCutInside}, Differs, "{…}", "dropped"},
	{[]news.EditKind{news.EditJoin}, Joined, "{+words+}", "of another utterance"},
	{[]news.EditKind{news.EditCutStart, news.EditCutEnd}, Missing, "‹…›", "cut"},
	{[]news.EditKind{news.EditExtra}, Missing, "‹+words›", "more than ◆"},
	{[]news.EditKind{news.EditOpen}, Opened, "…", "marked openly"},
	{[]news.EditKind{news.EditStyle}, Styled, "~", "house style"},
}

// differences says in words how a variant departs from the reference.
func (t telling) differences() []cell.Line {
	out := t.departures(false)
	if t.q.Repaired {
		out = append(out, cell.Text(Notable, "a quotation mark is missing on the page"))
	}
	return out
}

// departures says where a variant departs from the reference, or only where that
// raises an alarm.
func (t telling) departures(alarms bool) []cell.Line {
	var out []cell.Line
	for _, e := range t.edits() {
		role := Quiet
		said, loud := signs.Departure(e, t.a.Text, t.ref.Text)
		if loud {
			role = Alarm
		}
		if said != "" && (loud || !alarms) && !t.reference() {
			out = append(out, cell.Text(role, "• "+said))
		}
	}
	return out
}
