package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
	"verbatim/ui/signs"
)

// longest is the number of bytes of a quote that Markdown shows.
const longest = 4000

// isAlarm reports whether a sure variant of the statement is one an editor
// must be told of.
func isAlarm(s *news.Statement) bool {
	return slices.ContainsFunc(s.Variants, func(v news.Variant) bool { return v.Relation.Alarm() && !v.Possible })
}

// shared reports whether more than one sure quote carries the statement.
func shared(s *news.Statement) bool {
	n := 0
	for _, v := range s.Variants {
		n += count(!v.Possible)
	}
	return n > 1
}

// inOrder returns the statements of a story that several quotes carry, the
// alarms first, then the more severe.
func (m *markdown) inOrder(story int) []*news.Statement {
	var out []*news.Statement
	for i := range m.Statements {
		if s := &m.Statements[i]; s.Story == story && shared(s) {
			out = append(out, s)
		}
	}
	byAlarm(out)
	return out
}

func (m *markdown) statements(story int) {
	list := m.inOrder(story)
	if len(list) == 0 {
		return
	}
	m.printf("\n### The same statement, as each outlet printed it\n")
	for i, s := range list {
		m.statement(i+1, s)
	}
}

func (m *markdown) statement(n int, s *news.Statement) {
	m.printf("\n%d. %s%s\n", n, m.warning(s), m.speakers(s.Speakers))
	for _, note := range m.notesOn(s) {
		m.printf("   - note: %s\n", escape(note))
	}
	for _, v := range m.variants(s) {
		m.variant(s, v)
	}
	if r := m.reused(s); r != nil {
		m.printf("   - %s\n", escape(r.words()))
	}
	m.absent(s)
	m.conflicts(s.Conflicts, func(r news.Ref) int { return m.quote(r).Start })
}

// warning names the relations that raise the alarm.
func (m *markdown) warning(s *news.Statement) string {
	var kinds []string
	for _, v := range s.Variants {
		if v.Relation.Alarm() && !v.Possible && !slices.Contains(kinds, string(v.Relation)) {
			kinds = append(kinds, string(v.Relation))
		}
	}
	if len(kinds) == 0 {
		return ""
	}
	return "⚠ " + strings.Join(kinds, ", ") + ": "
}

// speakers names actors as a heading does.
func (m *markdown) speakers(actors []int) string {
	if len(actors) == 0 {
		return "*unattributed*"
	}
	names := make([]string, len(actors))
	for i, a := range actors {
		names[i] = "**" + escape(m.Actors[a].Name) + "**"
		if role := m.Actors[a].Role; role != "" {
			names[i] += ", " + escape(role)
		}
	}
	return strings.Join(names, " and ")
}

// variants returns the places of the statement's variants as they are shown:
// the reference first, the possible ones last.
func (m *markdown) variants(s *news.Statement) []int {
	out := make([]int, len(s.Variants))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(i, j int) int {
		a, b := s.Variants[i], s.Variants[j]
		return cmp.Or(count(j == s.Reference)-count(i == s.Reference), count(a.Possible)-count(b.Possible), count(b.Relation.Alarm())-count(a.Relation.Alarm()))
	})
	return out
}

func (m *markdown) variant(s *news.Statement, i int) {
	v := &s.Variants[i]
	what := string(v.Relation)
	switch {
	case i == s.Reference:
		what = "reference"
	case v.Possible:
		what = "possible " + what
	case v.Relation.Alarm():
		what = "⚠ " + what
	}
	m.printf("   - %s, %s: ", escape(m.article(v.Quote.Reading).OutletName()), what)
	m.wording(v.Quote, v.Edits)
	for _, d := range m.differences(s, v) {
		m.printf("     - %s\n", d)
	}
}

// wording writes a quote as printed, its attribution and where it stands.
func (m *markdown) wording(r news.Ref, edits []news.Edit) {
	q := m.quote(r)
	m.printf("%s", m.marked(r.Reading, printed(q), edits))
	if by := m.attribution(r.Reading, q); by != "" {
		m.printf(" (%s)", by)
	}
	m.printf(" [%s]\n", escape(m.cite(r.Reading, q.Start)))
}

// printed is the quote with its marks.
func printed(q *news.Quote) text.Span {
	if q.Outer.Contains(q.Span) {
		return q.Outer
	}
	return q.Span
}

// attribution gives speaker and cue in the outlet's own words: whose they are
// stands above.
func (m *markdown) attribution(reading int, q *news.Quote) string {
	var out strings.Builder
	for _, p := range signs.Credit(m.article(reading).Text, q, "") {
		if p.Part != signs.Nobody {
			out.WriteString(p.Words)
		}
	}
	return escape(oneLine(strings.Trim(out.String(), " ·")))
}

// marked returns the words of a span with those that differ in bold.
func (m *markdown) marked(reading int, s text.Span, edits []news.Edit) string {
	src, more := m.article(reading).Text, 0
	if s.Len() > longest {
		more = s.Len() - longest
		s.End = s.Start + longest
		for s.End > s.Start && !utf8.RuneStart(src[s.End]) {
			s.End--
		}
	}
	var b strings.Builder
	at := s.Start
	for _, e := range edits {
		d := e.Variant.Trim(src)
		if !differs(e.Kind) || d.Empty() || d.Start < at || d.End > s.End {
			continue
		}
		b.WriteString(escapeRun(src[at:d.Start]) + "**" + escape(src[d.Start:d.End]) + "**")
		at = d.End
	}
	b.WriteString(escapeRun(src[at:s.End]))
	if more > 0 {
		fmt.Fprintf(&b, " … (%d bytes more)", more)
	}
	return b.String()
}

// differs reports whether an edit puts words inside the marks that are not in
// the reference, unmarked.
func differs(k news.EditKind) bool {
	return k == news.EditInsert || k == news.EditSubstitute || k == news.EditJoin
}

// differences says in words what bold letters cannot: what stood there
// before, and what is gone. Each difference is said once.
func (m *markdown) differences(s *news.Statement, v *news.Variant) []string {
	ref := s.Variants[s.Reference].Quote.Reading
	var out []string
	for _, e := range v.Edits {
		was, is := escape(m.in(ref, e.Reference)), escape(m.in(v.Quote.Reading, e.Variant))
		d := ""
		switch {
		case e.Kind == news.EditSubstitute:
			d = fmt.Sprintf("“%s” is “%s” in the reference", is, was)
		case e.Kind == news.EditInsert:
			d = fmt.Sprintf("“%s” is not in the reference", is)
		case e.Kind == news.EditJoin:
			d = fmt.Sprintf("“%s” was said apart", is)
		case e.Kind == news.EditCutInside && v.Relation.Alarm():
			d = fmt.Sprintf("“%s” is left out", was)
		}
		if d != "" && !slices.Contains(out, d) {
			out = append(out, d)
		}
	}
	return out
}

func (m *markdown) absent(s *news.Statement) {
	absent, early := signs.Missing(s)
	if len(absent) > 0 {
		m.printf("   - absent: %s\n", m.names(absent))
	}
	if len(early) > 0 {
		m.printf("   - published before it was said: %s\n", m.names(early))
	}
}

func (m *markdown) names(outlets []string) string {
	out := make([]string, len(outlets))
	for i, o := range outlets {
		out[i] = escape(o)
	}
	return strings.Join(out, ", ")
}

func (m *markdown) conflicts(cs []news.Conflict, start func(news.Ref) int) {
	for _, c := range cs {
		sides := c.Sides()
		claims := make([]string, len(sides))
		for i, side := range sides {
			from := make([]string, len(side))
			for j, k := range side {
				from[j] = escape(k.Outlet) + ", " + escape(m.cite(k.At.Reading, start(k.At)))
			}
			claims[i] = fmt.Sprintf("%s (%s)", escape(side[0].Value), strings.Join(from, "; "))
		}
		m.printf("   - ⚠ conflict of %s: %s\n", escape(c.Field), strings.Join(claims, "; "))
	}
}

// loose lists the quotes in marks that no other article of the story shares.
func (m *markdown) loose(story int, readings []int) {
	taken := map[news.Ref]bool{}
	for _, s := range m.inOrder(story) {
		for _, v := range s.Variants {
			taken[v.Quote] = taken[v.Quote] || !v.Possible
		}
	}
	first := true
	for _, r := range readings {
		for i := range m.Readings[r].Quotes {
			q := news.Ref{Reading: r, Item: i}
			if taken[q] || m.quote(q).Kind == news.Indirect {
				continue
			}
			if first {
				m.printf("\n### In one article only\n\n")
				first = false
			}
			m.printf("- %s, %s: ", m.speakers(m.actors(r, m.quote(q).Speakers)), escape(m.article(r).OutletName()))
			m.wording(q, nil)
		}
	}
}
