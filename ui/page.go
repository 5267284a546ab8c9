package ui

import (
	"fmt"
	"strings"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
	"verbatim/ui/cell"
)

// page is an article laid out in rows.
type page struct{ rows []pageRow }

// pageRow is one row and the bytes of the article it shows; none for what is
// not of the text.
type pageRow struct {
	line   cell.Line
	number string // of the file's line, where one begins
	kind   news.BlockKind
	text.Span
}

type pageStyle struct {
	width     int
	furniture bool
	numbers   bool
}

// draw sets the row behind its margin, which points at the span the keys are
// on and tells furniture from the article.
func (p *pageRow) draw(here text.Span) cell.Line {
	sign, role := "  ", Quiet
	switch {
	case !here.Empty() && p.Overlaps(here):
		sign, role = "▌ ", Key
	case p.kind != "" && !ofArticle(p.kind):
		sign = "┆ "
	}
	line := cell.Text(role, sign)
	if p.number != "" {
		line = line.Add(LineNumber, p.number)
	}
	return line.Join(p.line)
}

// ofArticle reports whether a block is read as the article itself.
func ofArticle(k news.BlockKind) bool {
	return k == news.Body || k == news.Subhead || k == news.Dateline
}

// hides reports whether the byte at offset is in a block that is not shown.
func (p page) hides(blocks []news.Block, at int) bool {
	for _, b := range blocks {
		if b.Has(at) {
			return !ofArticle(b.Kind) && b.Kind != news.Headline
		}
	}
	return false
}

// rowOf returns the row that shows the byte at offset, or else the last that
// shows bytes before it.
func (p page) rowOf(at int) int {
	best := 0
	for i := range p.rows {
		if p.rows[i].Has(at) {
			return i
		}
		if s := p.rows[i].Span; !s.Empty() && s.Start <= at {
			best = i
		}
	}
	return best
}

// pageOf lays an article out.
func pageOf(rd *news.Reading, marks []cell.Mark, st pageStyle) page {
	b := pageMaker{a: &rd.Article, marks: marks, style: st}
	if st.numbers {
		b.style.width -= gutter
	}
	b.head()
	for _, block := range blocksOf(&rd.Article) {
		b.block(block)
	}
	return page{b.rows}
}

// pageMargin is the width of the margin.
const pageMargin = 2

// gutter is the width of the line numbers.
const gutter = 6

// blocksOf returns the blocks to lay out: a dateline as the beginning of its
// paragraph, and the whole text where nothing has been told apart.
func blocksOf(a *news.Article) []news.Block {
	if len(a.Blocks) == 0 {
		return []news.Block{{Span: text.Span{End: len(a.Text)}, Kind: news.Body}}
	}
	out := make([]news.Block, 0, len(a.Blocks))
	for _, b := range a.Blocks {
		if n := len(out); n > 0 && out[n-1].Kind == news.Dateline && b.Kind == news.Body && sameLine(a.Text, out[n-1], b) {
			out[n-1] = news.Block{Span: out[n-1].Cover(b.Span), Kind: news.Body}
			continue
		}
		out = append(out, b)
	}
	return out
}

func sameLine(src string, a, b news.Block) bool {
	between := text.Span{Start: a.End, End: b.Start}
	return between.Fits(src) && !strings.Contains(between.In(src), "\n")
}

type pageMaker struct {
	a     *news.Article
	marks []cell.Mark
	style pageStyle
	rows  []pageRow
	at    int // a byte whose line is known
	line  int // that line, from 0
}

// head is the block of facts about the article; each says where it was found.
func (m *pageMaker) head() {
	m.put(pageRow{})
	if at := m.a.Headline.At; !at.Empty() && at.Fits(m.a.Text) && !m.style.furniture {
		m.wrap(at, Strong, "")
	} else if m.a.Headline.Value != "" {
		m.say(wrapLine(Strong, m.a.Headline.Value, m.style.width))
	}
	m.say(wrapRoles(outletLine(m.a), m.style.width))
	if by := byLine(m.a); len(by) > 0 {
		m.say(wrapRoles(by, m.style.width))
	}
	m.say(wrapRoles(cell.Text(Quiet, fileOf(m.a)), m.style.width))
	m.say([]cell.Line{cell.Rule(Quiet, "─", m.style.width)})
}

func outletLine(a *news.Article) cell.Line {
	line := cell.Text(Outlet, a.OutletName()).Join(origin(a.Outlet.Origin))
	if a.Agency.Value != "" {
		line = line.Add(Quiet, " · from ").Add(Outlet, a.Agency.Value).Join(origin(a.Agency.Origin))
	}
	line = line.Add(Quiet, " · ").Add(Plain, dayOrNone(a.Published.Date))
	if !a.Published.Date.IsZero() {
		line = line.Join(origin(a.Published.Origin))
	}
	return line
}

func byLine(a *news.Article) cell.Line {
	var line cell.Line
	for i, b := range a.Byline {
		sep := "by "
		if i > 0 {
			sep = ", "
		}
		line = line.Add(Quiet, sep).Add(Plain, b.Value)
	}
	if len(a.Byline) > 0 {
		line = line.Join(origin(a.Byline[0].Origin))
	}
	if a.Dateline.Value == "" {
		return line
	}
	if len(line) > 0 {
		line = line.Add(Quiet, " · ")
	}
	return line.Add(Quiet, "dateline ").Add(Plain, squeeze(a.Dateline.Value))
}

// origin says where a fact was found.
func origin(o news.Origin) cell.Line {
	if o == news.Unknown {
		return cell.Text(Quiet, " (unknown)")
	}
	return cell.Text(Quiet, " ("+string(o)+")")
}

func fileOf(a *news.Article) string {
	if a.Row > 0 {
		return fmt.Sprintf("%s, row %d", a.File, a.Row)
	}
	return a.File
}

func (m *pageMaker) put(r pageRow) { m.rows = append(m.rows, r) }

// say adds lines that are not of the text. They stand where the next byte does.
func (m *pageMaker) say(ls []cell.Line) {
	for _, l := range ls {
		m.put(pageRow{line: l})
	}
}

// block lays out one paragraph, an empty row before it.
func (m *pageMaker) block(b news.Block) {
	if !ofArticle(b.Kind) && !m.style.furniture {
		return
	}
	role := Plain
	switch {
	case b.Kind == news.Subhead:
		role = Strong
	case !ofArticle(b.Kind):
		role = Furniture
	}
	m.put(pageRow{Span: text.Span{Start: b.Start, End: b.Start}})
	for _, s := range m.parts(b) {
		m.wrap(s, role, b.Kind)
	}
}

// parts are what is laid out by itself: a paragraph, or each line of front
// matter, where they mean something.
func (m *pageMaker) parts(b news.Block) []text.Span {
	if b.Kind != news.Metadata {
		return []text.Span{b.Span}
	}
	var out []text.Span
	at := b.Start
	for line := range strings.Lines(b.In(m.a.Text)) {
		out = append(out, text.Span{Start: at, End: at + len(strings.TrimRight(line, "\r\n"))})
		at += len(line)
	}
	return out
}

func (m *pageMaker) wrap(s text.Span, role cell.Role, kind news.BlockKind) {
	line := -1
	for _, r := range cell.Wrap(m.a.Text, s, m.style.width, role, m.within(s)) {
		row := pageRow{line: r.Line, kind: kind, Span: r.Span}
		if m.style.numbers {
			n := m.lineAt(r.Start)
			row.number = numberOf(n, n != line)
			line = n
		}
		m.put(row)
	}
}

func numberOf(line int, begins bool) string {
	if !begins {
		return strings.Repeat(" ", gutter)
	}
	return fmt.Sprintf("%*d ", gutter-1, line)
}

// lineAt returns the 1-based line of an offset, counting on from the last.
func (m *pageMaker) lineAt(at int) int {
	if at < m.at {
		m.at, m.line = 0, 0
	}
	m.line += strings.Count(m.a.Text[m.at:at], "\n")
	m.at = at
	return m.line + 1
}

// within returns the marks that touch a span.
func (m *pageMaker) within(s text.Span) []cell.Mark {
	var out []cell.Mark
	for _, k := range m.marks {
		if k.Overlaps(s) {
			out = append(out, k)
		}
	}
	return out
}
