package ui

import (
	"fmt"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
	"verbatim/ui/cell"
)

// reader shows one article as its file has it, wrapped for display only.
type reader struct {
	*shared
	c         *catalog
	open      place // where it was opened
	rd        *news.Reading
	stops     []stop
	stop      int // index into stops the keys are on, -1 for none
	found     []text.Span
	hit       int // index into found
	furniture bool
	numbers   bool
	finding   bool
	find      finder
	page      page
	scroll    scroller
	w, h      int
	from      int  // byte to begin at, -1 for where it was opened
	placed    bool // scrolled to where it was opened
}

func newReader(s *shared, m openSource) *reader {
	return &reader{shared: s, open: m.place, found: m.found, stop: -1, from: -1, hit: -1}
}

func (r *reader) view() view {
	if r.finding {
		return viewFind
	}
	return viewReader
}

func (r *reader) where() cell.Line {
	if r.rd == nil {
		return nil
	}
	return cell.Text(Outlet, r.rd.Article.OutletName())
}

// show finds the article in the catalog; what it reads may have grown.
func (r *reader) show(c *catalog, _ Lens) {
	r.c = c
	var was anchor
	if s := r.on(); s != nil {
		was = anchor{r.rd.Article.ID, s.at}
	}
	i, ok := c.readingOf[r.open.article]
	if !ok {
		r.rd, r.stop = nil, -1
		return
	}
	r.rd, r.stops, r.stop = &c.b.Readings[i], c.stopsIn(i), -1
	if was.zero() && !r.placed {
		was = anchor{r.open.article, r.open.Start}
	}
	if r.placed || !r.open.Empty() {
		r.stop = r.stopAt(was.at)
	}
	r.placeOnce()
}

// placeOnce decides, the first time, what must be seen of the page.
func (r *reader) placeOnce() {
	if r.placed {
		r.build()
		return
	}
	if !r.open.Empty() && r.page.hides(r.rd.Article.Blocks, r.open.Start) {
		r.furniture = true
	}
	if r.hit = r.hitAt(r.open.Start); r.hit < 0 && len(r.found) > 0 {
		r.hit = 0
	}
	r.build()
	r.reveal(r.open.Span)
	if r.from >= 0 {
		r.scroll.top = r.page.rowOf(r.from)
		r.scroll.clamp()
	}
	r.placed = r.w > 0
}

func (r *reader) hitAt(at int) int {
	for i, f := range r.found {
		if f.Start >= at {
			return i
		}
	}
	return -1
}

// SetSize gives the reader w × h cells.
func (r *reader) SetSize(w, h int) {
	top := r.topByte()
	r.w, r.h, r.scroll.height = w, h, max(h-1, 0)
	if r.rd == nil {
		return
	}
	if !r.placed {
		r.placeOnce()
		return
	}
	r.build()
	r.scroll.top = r.page.rowOf(top)
	r.scroll.clamp()
}

// topByte returns the byte of the source at the top of the screen, so that
// another width does not lose the place.
func (r *reader) topByte() int {
	for y := r.scroll.top; y < len(r.page.rows); y++ {
		if s := r.page.rows[y].Span; !s.Empty() {
			return s.Start
		}
	}
	return 0
}

func (r *reader) build() {
	if r.rd == nil || r.w == 0 {
		return
	}
	r.page = pageOf(r.rd, r.marks(), pageStyle{width: min(r.w-4, readable), furniture: r.furniture, numbers: r.numbers})
	r.scroll.total = len(r.page.rows)
	r.scroll.clamp()
}

// marks draws quotes, hits and the place of the keys, the later over the former.
func (r *reader) marks() []cell.Mark {
	var out []cell.Mark
	for i := range r.rd.Quotes {
		role := OtherQuote
		if r.rd.Quotes[i].Kind == news.Indirect {
			role = Reported
		}
		out = append(out, cell.Mark{Span: printed(&r.rd.Quotes[i], r.rd.Article.Text), Role: role})
	}
	for _, s := range r.stops {
		if s.quote < 0 {
			out = append(out, cell.Mark{Span: s.Span, Role: Named})
		}
	}
	if s := r.on(); s != nil {
		out = append(out, cell.Mark{Span: s.Span, Role: Here})
	} else if !r.open.Empty() && len(r.found) == 0 {
		out = append(out, cell.Mark{Span: r.open.Span, Role: Here})
	}
	for i, f := range r.found {
		role := Found
		if i == r.hit {
			role = Caret
		}
		out = append(out, cell.Mark{Span: f, Role: role})
	}
	return out
}

// here returns the span the keys are on.
func (r *reader) here() text.Span {
	switch {
	case r.hit >= 0 && r.hit < len(r.found):
		return r.found[r.hit]
	case r.on() != nil:
		return r.on().Span
	}
	return r.open.Span
}

func (r *reader) reveal(s text.Span) {
	if s.Empty() {
		return
	}
	first := r.page.rowOf(s.Start)
	r.scroll.reveal(first, min(r.page.rowOf(s.End-1), first+r.scroll.height-1))
}

// Update moves through the article and its quotes and hits.
func (r *reader) Update(m tea.Msg) tea.Cmd {
	k, ok := m.(tea.KeyMsg)
	if !ok {
		return nil
	}
	switch {
	case r.finding:
		r.typed(k)
	case key.Matches(k, r.keys.back):
		r.up.send(goBack{})
	case r.rd == nil:
	case key.Matches(k, r.keys.next):
		r.step(1, false)
	case key.Matches(k, r.keys.previous):
		r.step(-1, false)
	case key.Matches(k, r.keys.nextQuote):
		r.step(1, true)
	case key.Matches(k, r.keys.previousQuote):
		r.step(-1, true)
	case key.Matches(k, r.keys.nextHit):
		r.stepHit(1)
	case key.Matches(k, r.keys.previousHit):
		r.stepHit(-1)
	case key.Matches(k, r.keys.find):
		r.startFinding()
	default:
		r.change(k)
	}
	return nil
}

func (r *reader) change(k tea.KeyMsg) {
	top := r.topByte()
	switch {
	case key.Matches(k, r.keys.furniture):
		r.furniture = !r.furniture
	case key.Matches(k, r.keys.lines):
		r.numbers = !r.numbers
	case key.Matches(k, r.keys.beside):
		r.enter()
		return
	default:
		r.scroll.move(r.keys, k)
		return
	}
	r.build()
	r.scroll.top = r.page.rowOf(top)
	r.scroll.clamp()
}

func (r *reader) stepHit(by int) {
	if len(r.found) == 0 {
		r.up.send(say{Notable, "No hits on this page: " + r.keys.find.Help().Key + " finds words in it."})
		return
	}
	r.hit = (max(r.hit, 0) + by + len(r.found)) % len(r.found)
	r.stopAtHit()
	r.build()
	r.reveal(r.here())
}

// View draws the rows that are seen and, below them, what the keys are on.
func (r *reader) View() string {
	if r.rd == nil {
		return r.block([]cell.Line{nil, cell.Text(Fault, "  This article is no longer there. esc goes back.")}, r.w, r.h)
	}
	r.scroll.total = len(r.page.rows)
	r.scroll.clamp()
	here := r.here()
	var out []cell.Line
	for y := r.scroll.top; y < min(r.scroll.top+r.scroll.height, len(r.page.rows)); y++ {
		out = append(out, r.page.rows[y].draw(here))
	}
	for len(out) < r.h-1 {
		out = append(out, nil)
	}
	return r.block(append(out, r.foot()), r.w, r.h)
}

func (r *reader) foot() cell.Line {
	if r.finding {
		return r.find.line(r.w, len(r.found))
	}
	right := fmt.Sprintf(" %d%%", r.percent())
	if len(r.found) > 0 {
		right = fmt.Sprintf(" hit %d of %d, n/N ", max(r.hit, 0)+1, len(r.found)) + right
	}
	return cell.Spread(r.w, r.stopLine().Indent(1), cell.Text(Quiet, right))
}

func (r *reader) percent() int {
	if r.scroll.total <= r.scroll.height {
		return 100
	}
	return min(100, (r.scroll.top+r.scroll.height)*100/r.scroll.total)
}

// subject is the quote, hit or place the keys are on.
func (r *reader) subject() subject {
	if r.rd == nil {
		return subject{}
	}
	if s := r.on(); s != nil && s.quote >= 0 {
		return r.c.ofQuote(news.Ref{Reading: r.c.readingOf[r.rd.Article.ID], Item: s.quote})
	}
	at := r.here()
	if at.Empty() {
		at.Start = r.topByte()
		at.End = at.Start
	}
	out := subject{place: place{r.rd.Article.ID, at}}
	if s := r.on(); s != nil {
		out.actor = r.c.actorAnchor(s.actor)
	}
	return out
}
