package ui

import (
	"slices"
	"strings"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
	"verbatim/ui/cell"
	"verbatim/ui/signs"
)

// telling is one outlet's quote of a statement, ready to be drawn.
type telling struct {
	c   *catalog
	s   *news.Statement
	v   *news.Variant
	q   *news.Quote
	a   *news.Article
	ref *news.Article // of the reference
	n   int           // index into s.Variants
}

// bySeverity returns the variants of a statement in the order they are told:
// the reference, what an editor must see, paraphrases, and what may be one.
func bySeverity(s *news.Statement) []int {
	weight := func(n int) int {
		v := &s.Variants[n]
		switch {
		case n == s.Reference:
			return len(relationOrder)
		case v.Possible:
			return -2
		case v.Relation == news.Paraphrase:
			return -1
		}
		return rank(v.Relation)
	}
	ns := seq(len(s.Variants))
	slices.SortStableFunc(ns, func(a, b int) int { return weight(b) - weight(a) })
	return ns
}

// alarmsOf returns the variants of a statement that raise an alarm, the worst
// first.
func alarmsOf(s *news.Statement) []int {
	return slices.DeleteFunc(bySeverity(s), func(n int) bool {
		return n == s.Reference || s.Variants[n].Possible || !s.Variants[n].Relation.Alarm()
	})
}

// tell looks a variant up; ok is false if it points nowhere.
func (c *catalog) tell(s *news.Statement, n int) (telling, bool) {
	v := &s.Variants[n]
	q, a := c.quote(v.Quote)
	_, ref := c.quote(referenceOf(s))
	return telling{c, s, v, q, a, ref, n}, q != nil && ref != nil
}

func (t telling) reference() bool { return t.n == t.s.Reference }

func (t telling) anchor() anchor { return anchor{t.a.ID, t.q.Start} }

// relation names the relation in words behind its sign.
func (t telling) relation() cell.Line {
	if t.reference() {
		return cell.Text(Same, signs.Reference+" reference")
	}
	if t.v.Possible {
		return cell.Text(Notable, signs.Possible+" possible")
	}
	l := lookOf(t.v.Relation)
	return cell.Text(l.role, l.sign+" "+string(t.v.Relation))
}

// creditRoles are how the parts of a credit look.
var creditRoles = map[signs.Part]cell.Role{
	signs.Speaker: Speaker, signs.Cue: Cue, signs.Name: Speaker, signs.Nobody: Unattributed, signs.Doubt: Alarm,
}

// who says who is given the words, and how: see [signs.Credit].
func (t telling) who() cell.Line {
	var line cell.Line
	for _, p := range signs.Credit(t.a.Text, t.q, t.speakerName()) {
		line = line.Add(creditRoles[p.Part], p.Words)
	}
	return line
}

// speakerName returns the names of the quote's speakers in its article, empty
// if it is unattributed.
func (t telling) speakerName() string {
	var names []string
	for _, e := range t.q.Speakers {
		if n := t.c.entity(news.Ref{Reading: t.v.Quote.Reading, Item: e}); n != nil {
			names = append(names, n.Name)
		}
	}
	return strings.Join(names, ", ")
}

// when gives the day the outlet says it was said, and its words for it.
func (t telling) when() cell.Line {
	if t.q.SaidOn.IsZero() {
		return nil
	}
	line := cell.Text(Quiet, "said "+day(t.q.SaidOn))
	if at := squeeze(t.q.SaidOnAt.In(t.a.Text)); at != "" {
		line = line.Add(Quiet, " (“"+at+"”)")
	}
	return line
}

// source names the agency and the day of publication.
func (t telling) source() cell.Line {
	parts := make([]string, 0, 2)
	if t.a.Agency.Value != "" && t.a.Agency.Value != t.a.OutletName() {
		parts = append(parts, t.a.Agency.Value)
	}
	parts = append(parts, dayOrNone(t.a.Published.Date))
	return cell.Text(Quiet, strings.Join(parts, " · "))
}

// words wraps the quote as printed, what is marked in it; with context, the
// sentences around it too.
func (t telling) words(width int, context bool, marks []cell.Mark) []cell.Line {
	in, base := printed(t.q, t.a.Text), Words
	if context {
		whole := in.Cover(in)
		if t.q.Context.Fits(t.a.Text) && !t.q.Context.Empty() {
			whole = whole.Cover(t.q.Context)
		}
		marks = append([]cell.Mark{{Span: in, Role: Words}}, marks...)
		in, base = whole, Around
	}
	return lines(cell.Wrap(t.a.Text, in, width, base, marks))
}

func lines(rows []cell.Row) []cell.Line {
	out := make([]cell.Line, len(rows))
	for i, r := range rows {
		out[i] = r.Line
	}
	return out
}

// squeeze puts words of a page on one line.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// wrapLine wraps a line of one role.
func wrapLine(r cell.Role, s string, width int) []cell.Line {
	return lines(cell.Wrap(s, text.Span{End: len(s)}, width, r, nil))
}

// wrapAll wraps lines of several roles each, keeping the roles.
func wrapAll(ls []cell.Line, width int) []cell.Line {
	var out []cell.Line
	for _, l := range ls {
		out = append(out, wrapRoles(l, width)...)
	}
	return out
}

func wrapRoles(l cell.Line, width int) []cell.Line {
	if l.Width() <= width {
		return []cell.Line{l}
	}
	s, marks := l.String(), make([]cell.Mark, 0, len(l))
	at := 0
	for _, p := range l {
		marks = append(marks, cell.Mark{Span: text.Span{Start: at, End: at + len(p.Text)}, Role: p.Role})
		at += len(p.Text)
	}
	return lines(cell.Wrap(s, text.Span{End: len(s)}, width, Plain, marks))
}
