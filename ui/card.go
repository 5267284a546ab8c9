package ui

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"verbatim/corpus/news"
	"verbatim/ui/cell"
)

// card is all there is of an actor: roles and names as printed, what they say,
// and who says what about them.
type card struct {
	*ledger
	c      *catalog
	lens   Lens
	actor  anchor
	i      int // index into the briefing's actors, -1 for none
	said   []anchor
	saying []int // statements of the actor that the lens leaves
}

func newCard(s *shared, actor anchor) *card {
	c := &card{ledger: &ledger{shared: s}, actor: actor}
	c.draw = c.drawRow
	return c
}

func (a *card) view() view { return viewCard }

func (a *card) where() cell.Line { return cell.Text(Quiet, "actor") }

// show finds the actor in the catalog: the first of the lens where none was
// asked for.
func (a *card) show(c *catalog, l Lens) {
	a.c, a.lens, a.i = c, l, -1
	if !a.actor.zero() {
		a.i = c.findActor(a.actor)
	} else if all := a.others(); len(all) > 0 {
		a.i = all[0]
		a.actor = c.actorAnchor(a.i)
	}
	if a.saying = nil; a.i >= 0 {
		v := a.sieve()
		a.saying = v.keep(c.said[a.i], v.hasStatement)
	}
	a.build()
}

// sieve is that of the lens without the actor, for the card is of one.
func (a *card) sieve() *sieve { return a.c.sieve(a.lens.without(byActor)) }

// others are the actors that can be gone through.
func (a *card) others() []int {
	v := a.c.sieve(a.lens)
	return v.actors()
}

// SetSize gives the card w × h cells.
func (a *card) SetSize(w, h int) {
	a.ledger.SetSize(w, h)
	a.build()
}

func (a *card) build() {
	if a.c == nil || a.w == 0 {
		return
	}
	if a.i < 0 {
		a.fill([]entry{{}, {line: cell.Text(Fault, "  Nobody is under the keys. esc goes back.")}})
		return
	}
	es := a.head()
	es = append(es, a.saidPart()...)
	a.fill(append(es, a.aboutPart()...))
}

// saidPart lists the statements of the actor by the day.
func (a *card) saidPart() []entry {
	items := slices.Clone(a.saying)
	slices.SortStableFunc(items, func(x, y int) int { return compareDays(a.c.saidOn(x), a.c.saidOn(y)) })
	a.said = anchors(items, a.c.statementAnchor)
	if len(items) == 0 {
		return partOf("Says nothing here", "")
	}
	count := plural(len(items), "statement")
	if all := len(a.c.said[a.i]); all > len(items) {
		count = fmt.Sprintf("%d of %s", len(items), plural(all, "statement"))
	}
	es := partOf("Says", count+", by day")
	for n, i := range items {
		es = append(es, entry{kind: quoteRow, item: i, id: a.said[n]})
	}
	return es
}

// saidOn returns the day most outlets say a statement was made, where any
// does, or else the first day one printed it.
func (c *catalog) saidOn(statement int) news.Date {
	var most dayCount
	var printed news.Date
	for _, v := range c.b.Statements[statement].Variants {
		q, a := c.quote(v.Quote)
		if q == nil || v.Possible {
			continue
		}
		most.add(q.SaidOn)
		printed = earlier(printed, a.Published.Date)
	}
	if most.best.IsZero() {
		return printed
	}
	return most.best
}

// compareDays orders days, those not known last.
func compareDays(a, b news.Date) int {
	if a.IsZero() != b.IsZero() {
		return compareBool(a.IsZero(), b.IsZero())
	}
	return a.Compare(b)
}

// earlier returns the earlier of two days that are known.
func earlier(a, b news.Date) news.Date {
	if a.IsZero() || !b.IsZero() && b.Compare(a) < 0 {
		return b
	}
	return a
}

// aboutPart lists what others say of the actor.
func (a *card) aboutPart() []entry {
	v := a.sieve()
	refs := slices.DeleteFunc(a.c.quotesAbout(a.i), func(r news.Ref) bool {
		s, told := a.c.statementOf[r]
		return !v.hasReading(r.Reading) || told && !v.hasStatement(s)
	})
	if len(refs) == 0 {
		return nil
	}
	es := partOf("Spoken of", "in "+plural(len(refs), "quote")+" of others")
	for _, r := range refs {
		q, art := a.c.quote(r)
		es = append(es, entry{kind: mentionRow, ref: r, id: anchor{art.ID, q.Start}})
	}
	return es
}

// quotesAbout returns the quotes of others that name an actor, one a
// statement, the oldest first.
func (c *catalog) quotesAbout(actor int) []news.Ref {
	var out []news.Ref
	seen := map[int]bool{}
	for _, e := range c.b.Actors[actor].Entities {
		n := c.entity(e)
		if n == nil {
			continue
		}
		for i := range c.b.Readings[e.Reading].Quotes {
			r := news.Ref{Reading: e.Reading, Item: i}
			s, told := c.statementOf[r]
			if told && (seen[s] || slices.Contains(c.statements[s].speakers, actor)) || !names(n, &c.b.Readings[e.Reading].Quotes[i]) {
				continue
			}
			if !slices.Contains(c.b.Readings[e.Reading].Quotes[i].Speakers, e.Item) {
				seen[s], out = told, append(out, r)
			}
		}
	}
	slices.SortStableFunc(out, func(x, y news.Ref) int {
		_, a := c.quote(x)
		_, b := c.quote(y)
		return cmp.Or(a.Published.Date.Compare(b.Published.Date), cmp.Compare(x.Reading, y.Reading), x.Item-y.Item)
	})
	return out
}

// names reports whether an entity is named in a quote, not only by a pronoun.
func names(e *news.Entity, q *news.Quote) bool {
	return slices.ContainsFunc(e.Mentions, func(m news.Mention) bool { return m.Form != news.ByPronoun && q.Contains(m.Span) })
}

func (a *card) drawRow(e *entry, width int) cell.Line {
	if e.kind == quoteRow {
		return a.saidLine(e.item, width)
	}
	q, art := a.c.quote(e.ref)
	if q == nil {
		return nil
	}
	line := cell.Text(Quiet, longDay(art.Published.Date)).Fit(dateColumn)
	line = line.Join(outletIn(art.OutletName(), min(max(width/6, 10), 22))).Add(Plain, " ")
	t := telling{c: a.c, v: &news.Variant{Quote: e.ref}, q: q, a: art}
	who := cell.Text(Unattributed, "unattributed")
	if n := t.speakerName(); n != "" {
		who = cell.Text(Speaker, n)
	}
	line = line.Join(who.Fit(min(max(width/6, 10), 22))).Add(Plain, " ")
	return line.Add(Words, squeeze(beginning(art.Text, q, width-line.Width()))).Cut(width)
}

func (a *card) saidLine(i, width int) cell.Line {
	s, f := &a.c.b.Statements[i], &a.c.statements[i]
	q, art := a.c.quote(referenceOf(s))
	if q == nil {
		return nil
	}
	line := cell.Text(Quiet, longDay(a.c.saidOn(i))).Fit(dateColumn).Join(f.signOf(), f.markOf())
	right := someOutlets(f.outlets, max(width/4, 10))
	line = line.Add(Words, squeeze(beginning(art.Text, q, width-line.Width()-right.Width())))
	return cell.Spread(width, line, right)
}

// someOutlets names the first of a list and counts the rest.
func someOutlets(names []string, width int) cell.Line {
	if len(names) == 0 {
		return nil
	}
	var rest cell.Line
	if len(names) > 1 {
		rest = cell.Text(Quiet, fmt.Sprintf(" +%d", len(names)-1))
	}
	return cell.Blank(1).Join(cell.Text(Outlet, names[0]).Cut(width-1-rest.Width()), rest)
}

// Update moves, opens what is said side by side, and goes on to the next actor.
func (a *card) Update(m tea.Msg) tea.Cmd {
	k, ok := m.(tea.KeyMsg)
	if !ok || a.c == nil {
		return nil
	}
	switch {
	case a.usual(k, a.keys.source, a.subject):
	case key.Matches(k, a.keys.enter):
		a.open()
	case key.Matches(k, a.keys.choose):
		if a.i >= 0 {
			a.up.send(setLens{a.lens.toggled(chip{facet: byActor, item: a.actor, name: a.c.b.Actors[a.i].Name})})
		}
	case key.Matches(k, a.keys.nextActor):
		a.turn(1)
	case key.Matches(k, a.keys.previousActor):
		a.turn(-1)
	default:
		return a.ledger.Update(m)
	}
	return nil
}

// open opens a quote side by side, one that is of no statement in its source.
func (a *card) open() {
	e, ok := a.current()
	if !ok {
		return
	}
	if e.kind == quoteRow {
		a.up.send(openStatement{item: e.id, among: a.said})
		return
	}
	if i, ok := a.c.statementOf[e.ref]; ok {
		item := a.c.statementAnchor(i)
		a.up.send(openStatement{item: item, among: []anchor{item}, variant: e.id})
		return
	}
	a.up.send(openSource{place: a.subject().place})
}

func (a *card) turn(by int) {
	all := a.others()
	i := slices.Index(all, a.i) + by
	if i < 0 || i >= len(all) {
		a.up.send(say{Notable, "There is no other actor here."})
		return
	}
	a.turnTo(a.c.actorAnchor(all[i]))
}

// turnTo shows another actor.
func (a *card) turnTo(actor anchor) {
	a.actor, a.moved, a.scroll.top = actor, false, 0
	a.show(a.c, a.lens)
}

// subject is the quote under the cursor, or else where the actor is first
// named; the actor is who speaks there.
func (a *card) subject() subject {
	e, ok := a.current()
	switch {
	case a.c == nil || a.i < 0:
		return subject{}
	case !ok:
		return subject{place: a.c.actorPlace(a.i), actor: a.actor}
	case e.kind == quoteRow:
		s := a.c.ofQuote(referenceOf(&a.c.b.Statements[e.item]))
		s.actor = a.actor
		return s
	}
	return a.c.ofQuote(e.ref)
}

// exports is what the actor says.
func (a *card) exports() Sheet {
	if a.c == nil || a.i < 0 {
		return Sheet{}
	}
	return Sheet{Title: a.c.b.Actors[a.i].Name, Statements: a.saying}
}
