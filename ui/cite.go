package ui

import (
	"fmt"
	"strings"
	"unicode"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
	"verbatim/ui/cell"
)

// citation is the words of a subject as printed, whose they are, and where
// they stand: three lines to paste. It is empty where there are no words.
func (c *catalog) citation(s subject) string {
	i, ok := c.readingOf[s.article]
	if !ok || s.Empty() {
		return ""
	}
	a := &c.b.Readings[i].Article
	words, at := s.In(a.Text), s.Span
	if r, ok := c.findQuote(anchor{s.article, s.Start}); ok {
		if q, _ := c.quote(r); q.Span == s.Span {
			t := telling{c: c, v: &news.Variant{Quote: r}, q: q, a: a}
			at = printed(q, a.Text)
			words = at.In(a.Text) + " " + t.who().String()
		}
	}
	return pasted(words) + "\n" + c.cited(a, at)
}

// cited names the article, the file and the line, and the address.
func (c *catalog) cited(a *news.Article, at text.Span) string {
	out := a.OutletName()
	if g := a.Agency.Value; g != "" && g != out {
		out += " (" + g + ")"
	}
	out += ", " + dayOrNone(a.Published.Date)
	if h := a.Headline.Value; h != "" {
		out += ": " + h
	}
	where := a.File
	if n := lineOf(a, at.Start); n > 0 {
		where += fmt.Sprintf(":%d", n)
	}
	if a.URL != "" {
		where += "  " + a.URL
	}
	return pasted(out) + "\n" + pasted(where) + "\n"
}

// lineOf returns the line of the article's file at an offset, 0 where the
// text is not the file's own.
func lineOf(a *news.Article, at int) int {
	switch {
	case a.Row > 0:
		return a.Row
	case a.Format == "html":
		return 0
	}
	return a.Line(at)
}

// pasted puts words on one line without what a terminal would obey when they
// are pasted into it.
func pasted(s string) string {
	return squeeze(strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t':
			return ' '
		case unicode.IsControl(r), '\u202a' <= r && r <= '\u202e', '\u2066' <= r && r <= '\u2069':
			return -1
		}
		return r
	}, s))
}

// comparison is a statement as each outlet tells it, to paste.
func (c *catalog) comparison(s *news.Statement) string {
	const width = 76
	if s == nil {
		return ""
	}
	p := previews{c, width + 2}
	out := []cell.Line{c.speakers(s).Add(Plain, " in "+c.headline(s.Story))}
	out = append(out, p.conflicts(s.Conflicts)...)
	out = append(out, wrapAll(c.absences(s), width)...)
	for _, n := range bySeverity(s) {
		if t, ok := c.tell(s, n); ok {
			out = append(out, nil)
			out = append(out, told(t, width)...)
		}
	}
	out = append(out, nil)
	out = append(out, wrapRoles(c.legend(s, 1000), width)...)
	var b strings.Builder
	for _, l := range out {
		b.WriteString(strings.TrimRight(l.String(), " ") + "\n")
	}
	return b.String()
}

// told is one outlet's telling for a comparison.
func told(t telling, width int) []cell.Line {
	head := t.relation().Add(Plain, "  "+t.a.OutletName()+", ").Join(t.source()).Add(Plain, ": ").Join(t.who())
	out := wrapRoles(head, width)
	for _, l := range append(t.words(width-4, false, t.marks()), wrapAll(t.differences(), width-4)...) {
		out = append(out, l.Indent(4))
	}
	return out
}
