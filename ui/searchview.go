package ui

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
	"verbatim/ui/cell"
)

// View draws the line, what is to be said of it, and the hits.
func (s *search) View() string {
	if s.light != s.theme.light {
		s.undraw()
	}
	out := []string{s.theme.render(s.line(), false), s.theme.render(s.status(), false)}
	for i := s.scroll.top; i < min(s.scroll.top+s.scroll.height, len(s.results.Hits)); i++ {
		out = append(out, s.hit(i)...)
	}
	if s.input.value() == "" || len(s.results.Hits) == 0 && !s.waiting {
		out = append(out, s.hints()...)
	}
	for len(out) < s.h {
		out = append(out, s.theme.render(cell.Blank(s.w), false))
	}
	return strings.Join(out[:s.h], "\n")
}

func (s *search) line() cell.Line {
	prompt := cell.Text(Key, "━ / ")
	return prompt.Join(s.input.line(s.w - prompt.Width())).Fit(s.w)
}

func (s *search) status() cell.Line {
	n := len(s.results.Hits)
	switch {
	case s.searcher == nil:
		return cell.Text(Notable, "  The index is not ready yet; typing will search as soon as it is.").Fit(s.w)
	case s.err != nil:
		return cell.Text(Fault, "  ✗ "+s.err.Error()).Fit(s.w)
	case s.input.value() == "":
		return cell.Text(Quiet, "  Type to search every article and quote"+s.within()+".").Fit(s.w)
	case s.asked == "":
		return cell.Text(Quiet, "  searching …").Fit(s.w)
	case n == 0:
		return cell.Text(Quiet, "  Nothing found"+s.within()+"."+s.slip()).Fit(s.w)
	case s.results.Total > maxHits:
		return cell.Text(Quiet, fmt.Sprintf("  the best %d of %s hits%s", maxHits, thousands(s.results.Total), s.within())).Fit(s.w)
	}
	return cell.Text(Quiet, "  "+plural(s.results.Total, "hit")+s.within()).Fit(s.w)
}

// slip says how to find a word that may be misspelt, where the query is one.
func (s *search) slip() string {
	const long = 4
	word := strings.TrimSpace(s.input.value())
	if utf8.RuneCountInString(word) < long || strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return ""
	}
	return " A slip? " + word + "~ finds what is a letter or two away."
}

// within says that the lens narrows the search, and how to search everything.
func (s *search) within() string {
	switch {
	case s.lens.without(byQuery).empty():
		return ""
	case s.wide:
		return ", everywhere (" + s.keys.everywhere.Help().Key + ": within the filter)"
	}
	return " within the filter (" + s.keys.everywhere.Help().Key + ": everywhere)"
}

// hints are shown while nothing is typed: searches to take up again, and the
// query language in short.
func (s *search) hints() []string {
	var out []string
	offers := s.offers()
	if s.input.value() != "" {
		offers = nil
	}
	top := s.offerTop()
	for i := top; i < min(top+s.offerRows(), len(offers)); i++ {
		out = append(out, s.theme.render(offers[i].Fit(s.w), i == s.cursor))
	}
	if len(offers) > 0 {
		out = append(out, s.theme.render(cell.Blank(s.w), false))
	}
	for _, h := range queryHelp {
		l := cell.Blank(4).Join(cell.Text(Key, h[0]).Fit(26)).Add(Quiet, h[1])
		out = append(out, s.theme.render(l.Fit(s.w), false))
	}
	return out
}

// hit draws a hit in two rows: where and who, then the words around it. What was
// drawn for the letter before is kept: until the answer to this one is there,
// the hits stay.
func (s *search) hit(i int) []string {
	here := i == s.cursor
	if !here && s.rows[i] != nil {
		return s.rows[i]
	}
	head, body := s.described(s.results.Hits[i])
	pointer := "  "
	if here {
		pointer = "▶ "
	}
	rows := []string{
		s.theme.render(cell.Text(Key, pointer).Join(head).Fit(s.w), here),
		s.theme.render(body.Indent(4).Fit(s.w), here),
	}
	if !here {
		s.rows[i] = rows
	}
	return rows
}

// headlineSign sets a headline off from who is quoted before it.
const headlineSign = "│"

func (s *search) described(h Hit) (head, body cell.Line) {
	if s.c == nil {
		return nil, nil
	}
	i, ok := s.c.readingOf[h.Article]
	if !ok {
		return cell.Text(Fault, "an article that is not part of this briefing"), nil
	}
	a := &s.c.b.Readings[i].Article
	head = cell.Text(Outlet, a.OutletName()).Add(Quiet, "  "+dayOrNone(a.Published.Date)+"  ")
	if q := s.c.quoteAround(i, h.At); q >= 0 {
		t := telling{c: s.c, v: &news.Variant{Quote: news.Ref{Reading: i, Item: q}}, q: &s.c.b.Readings[i].Quotes[q], a: a}
		head = head.Join(t.who()).Add(Quiet, "  ")
	}
	if a.Headline.Value != "" {
		head = head.Add(Quiet, headlineSign+" "+a.Headline.Value)
	}
	return head, snippet(a, h, s.w-6)
}

// quoteAround returns the quote of a reading that holds a span, -1 for none.
func (c *catalog) quoteAround(reading int, s text.Span) int {
	for i, q := range c.b.Readings[reading].Quotes {
		if q.Contains(s) && !s.Empty() {
			return i
		}
	}
	return -1
}

// subject is the hit under the cursor.
func (s *search) subject() subject {
	if s.cursor >= len(s.results.Hits) {
		return subject{}
	}
	h := s.results.Hits[s.cursor]
	return subject{place: place{h.Article, h.At}}
}
