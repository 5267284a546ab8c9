package ui

import (
	"cmp"
	"fmt"
	"slices"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
	"verbatim/ui/cell"
)

// stop is a place of the reader that the keys can be put on: a quote or a
// mention of an actor.
type stop struct {
	text.Span     // with the marks of a quote
	at        int // byte where the quote or the mention begins
	quote     int // index into the reading's quotes, -1 for a mention
	actor     int // who is mentioned, -1 for a quote
}

// stopsIn lists the stops of a reading in the order of the page.
func (c *catalog) stopsIn(reading int) []stop {
	rd := c.reading(reading)
	var out []stop
	for i := range rd.Quotes {
		out = append(out, stop{printed(&rd.Quotes[i], rd.Article.Text), rd.Quotes[i].Start, i, -1})
	}
	for i := range rd.Entities {
		actor, ok := c.actorOf[news.Ref{Reading: reading, Item: i}]
		if !ok {
			continue
		}
		for _, m := range rd.Entities[i].Mentions {
			out = append(out, stop{m.Span, m.Start, -1, actor})
		}
	}
	slices.SortStableFunc(out, func(a, b stop) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// stopAt returns the stop that begins at a byte, -1 for none.
func (r *reader) stopAt(at int) int {
	return slices.IndexFunc(r.stops, func(s stop) bool { return s.at == at })
}

// stopAtHit puts the keys on the quote that the hit is in, if it is in one.
func (r *reader) stopAtHit() {
	r.stop = slices.IndexFunc(r.stops, func(s stop) bool { return s.quote >= 0 && s.Contains(r.found[r.hit]) })
}

// on returns the stop the keys are on, nil for none.
func (r *reader) on() *stop {
	if r.rd == nil || r.stop < 0 || r.stop >= len(r.stops) {
		return nil
	}
	return &r.stops[r.stop]
}

// step goes to the next stop that is shown, or the next quote, from where the
// keys are or from the top of the screen.
func (r *reader) step(by int, quotes bool) {
	n, i := len(r.stops), r.stop
	if i < 0 {
		top := r.topByte()
		i = slices.IndexFunc(r.stops, func(s stop) bool { return s.Start >= top })
		i = max(i, 0) - max(by, 0)
	}
	for range n {
		i = (i + by + n) % n
		if s := &r.stops[i]; (s.quote >= 0 || !quotes) && (r.furniture || !r.page.hides(r.rd.Article.Blocks, s.Start)) {
			r.stop, r.hit = i, -1
			r.build()
			r.reveal(r.here())
			return
		}
	}
}

// enter opens the statement of the quote side by side, or the card of who is
// mentioned.
func (r *reader) enter() {
	s := r.on()
	switch {
	case s == nil:
		r.up.send(say{Notable, "Nothing is under the keys: " + r.keys.next.Help().Key + " goes to a quote or a name."})
		return
	case s.quote < 0:
		r.up.send(openActor{r.c.actorAnchor(s.actor)})
		return
	}
	at := anchor{r.rd.Article.ID, s.at}
	if i := r.c.findStatement(at); i >= 0 {
		item := r.c.statementAnchor(i)
		r.up.send(openStatement{item: item, among: []anchor{item}, variant: at})
	}
}

// stopLine says what the keys are on.
func (r *reader) stopLine() cell.Line {
	s := r.on()
	switch {
	case s == nil:
		return cell.Text(Quiet, plural(len(r.rd.Quotes), "quote")+", tab goes through them and the names")
	case s.quote < 0:
		return r.nameLine(s)
	}
	ref := news.Ref{Reading: r.c.readingOf[r.rd.Article.ID], Item: s.quote}
	q := &r.rd.Quotes[s.quote]
	t := telling{c: r.c, v: &news.Variant{Quote: ref}, q: q, a: &r.rd.Article}
	line := cell.Text(Quiet, fmt.Sprintf("quote %d of %d", s.quote+1, len(r.rd.Quotes)))
	if i, ok := r.c.statementOf[ref]; ok && len(r.c.statements[i].outlets) > 1 {
		line = line.Add(Quiet, " · ").Join(r.c.relationOf(i, ref)).Add(Quiet, ", ").Add(Key, r.keys.beside.Help().Key).
			Add(Quiet, " beside "+plural(len(r.c.statements[i].outlets)-1, "other outlet"))
	}
	line = line.Add(Quiet, " · ")
	if q.Kind != news.Direct {
		line = line.Add(Quiet, string(q.Kind)+": ")
	}
	return line.Join(t.who())
}

// relationOf names the relation of a quote within its statement.
func (c *catalog) relationOf(statement int, quote news.Ref) cell.Line {
	s := &c.b.Statements[statement]
	n := max(slices.IndexFunc(s.Variants, func(v news.Variant) bool { return v.Quote == quote }), 0)
	t, _ := c.tell(s, n)
	return t.relation()
}

func (r *reader) nameLine(s *stop) cell.Line {
	a := &r.c.b.Actors[s.actor]
	line := cell.Text(Speaker, a.Name)
	if words := squeeze(s.In(r.rd.Article.Text)); words != a.Name {
		line = cell.Text(Plain, words+": ").Join(line)
	}
	if a.Role != "" {
		line = line.Add(Plain, ", "+a.Role)
	}
	line = line.Add(Quiet, " · "+plural(len(r.c.said[s.actor]), "statement")+" · ")
	return line.Add(Key, r.keys.beside.Help().Key).Add(Quiet, ": the card")
}

// click puts the keys on the stop at a cell, the shortest where several are.
func (r *reader) click(x, y int) bool {
	i := r.scroll.top + y
	if r.rd == nil || i >= len(r.page.rows) {
		return false
	}
	at, best := r.page.rows[i].byteAt(r.rd.Article.Text, x), -1
	for n := range r.stops {
		if s := &r.stops[n]; at >= 0 && s.Has(at) && (best < 0 || s.Len() < r.stops[best].Len()) {
			best = n
		}
	}
	if best < 0 {
		return false
	}
	again := best == r.stop
	r.stop, r.hit = best, -1
	r.build()
	return again
}

// byteAt returns the byte of the source that is shown at a column, -1 for none.
func (p *pageRow) byteAt(src string, x int) int {
	x -= pageMargin
	if p.number != "" {
		x -= gutter
	}
	if x < 0 || x >= p.line.Width() || !p.Fits(src) {
		return -1
	}
	words := p.In(src)
	for i := range words {
		if cell.Text(Plain, words[:i]).Width() > x {
			return p.Start + max(i-1, 0)
		}
	}
	return p.End - 1
}
