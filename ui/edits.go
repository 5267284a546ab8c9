package ui

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
	"verbatim/ui/cell"
)

// edits returns what differs, neighbours of a kind with no word between them
// as one.
func (t telling) edits() []news.Edit {
	var out []news.Edit
	for _, e := range t.v.Edits {
		if n := len(out); n > 0 && t.touch(out[n-1], e) {
			out[n-1].Reference = out[n-1].Reference.Cover(e.Reference)
			out[n-1].Variant = out[n-1].Variant.Cover(e.Variant)
			continue
		}
		if e.Kind != news.EditPunctuation {
			out = append(out, e)
		}
	}
	return out
}

// touch reports whether b goes on where a ends, in both texts.
func (t telling) touch(a, b news.Edit) bool {
	return a.Kind == b.Kind && wordless(t.a.Text, a.Variant, b.Variant) && wordless(t.ref.Text, a.Reference, b.Reference)
}

// wordless reports whether there is no word between two spans in order.
func wordless(src string, a, b text.Span) bool {
	between := text.Span{Start: a.End, End: b.Start}
	return between.Fits(src) && !strings.ContainsFunc(between.In(src), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

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
		role, _ := gap(e.Kind)
		if role == Missing {
			role = Around
		}
		out = append(out, cell.Mark{Span: e.Reference, Role: role, Before: "‹", After: "›"})
	}
	return out
}

// markOf gives an edit its role and signs.
func markOf(e news.Edit) cell.Mark {
	m := cell.Mark{Span: e.Variant}
	if e.Variant.Empty() {
		m.Role, m.Sign = gap(e.Kind)
		return m
	}
	switch e.Kind {
	case news.EditInsert, news.EditSubstitute:
		m.Role, m.Before, m.After = Differs, "{", "}"
	case news.EditJoin:
		m.Role, m.Before, m.After = Joined, "{+", "+}"
	case news.EditOpen:
		m.Role = Opened
	case news.EditExtra:
		m.Role, m.Before, m.After = Missing, "‹+", "›"
	case news.EditStyle:
		m.Role = Styled
	}
	return m
}

// gap returns how the place of words that are not there is shown: loudly
// where they were dropped between others, quietly at the ends.
func gap(k news.EditKind) (cell.Role, string) {
	switch k {
	case news.EditStyle:
		return Styled, ""
	case news.EditCutInside, news.EditSubstitute, news.EditInsert:
		return Differs, "{…}"
	}
	return Missing, "‹…›"
}

// legend explains the signs that stand in the words of a statement.
func legend(s *news.Statement, width int) cell.Line {
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
	return line
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
	var out []cell.Line
	for _, e := range t.edits() {
		if s := t.difference(e); s != nil && !t.reference() {
			out = append(out, s)
		}
	}
	if t.q.Repaired {
		out = append(out, cell.Text(Notable, "a quotation mark is missing on the page"))
	}
	return out
}

func (t telling) difference(e news.Edit) cell.Line {
	has, had := quoted(e.Variant.In(t.a.Text)), quoted(e.Reference.In(t.ref.Text))
	if has == had {
		has, had = quoted(bracketed(t.a.Text, e.Variant)), quoted(bracketed(t.ref.Text, e.Reference))
	}
	switch e.Kind {
	case news.EditInsert:
		return cell.Text(Alarm, "• "+has+" added")
	case news.EditSubstitute:
		return cell.Text(Alarm, "• "+has+" for "+had)
	case news.EditCutInside:
		return cell.Text(Alarm, "• "+had+" dropped")
	case news.EditCutStart:
		return cell.Text(Quiet, "• begins after "+had)
	case news.EditCutEnd:
		return cell.Text(Quiet, "• ends before "+had)
	case news.EditExtra:
		return cell.Text(Quiet, "• also holds "+has)
	case news.EditJoin:
		return cell.Text(Alarm, "• "+has+" is of another utterance")
	case news.EditOpen:
		return cell.Text(Quiet, "• "+opened(has, had))
	case news.EditStyle:
		return cell.Text(Quiet, "• style: "+opened(has, had))
	}
	return nil
}

// bracketed returns the words of a span with the brackets they stand in.
func bracketed(src string, s text.Span) string {
	if !s.Fits(src) {
		return ""
	}
	before := strings.TrimRight(src[:s.Start], "([{")
	after := strings.TrimLeft(src[s.End:], ")]}")
	return src[len(before) : len(src)-len(after)]
}

func opened(has, had string) string {
	switch {
	case had == "“”":
		return has + " added"
	case has == "“”":
		return had + " left out"
	}
	return has + " for " + had
}

// quoted shows a run of words in marks, the middle of a long one left out.
func quoted(s string) string {
	const most = 12
	ws := strings.Fields(s)
	if len(ws) > most {
		rest := fmt.Sprintf("… %d words …", len(ws)-8)
		ws = append(append(append([]string{}, ws[:4]...), rest), ws[len(ws)-4:]...)
	}
	return "“" + strings.Join(ws, " ") + "”"
}
