package ui

import (
	"cmp"
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"verbatim/corpus/news"
	"verbatim/ui/cell"
)

// matrix shows statements by outlets, one sign a cell: of one story, or of all
// that the lens leaves.
type matrix struct {
	*shared
	c       *catalog
	story   anchor
	whole   bool
	stories []int // that can be gone through
	items   []int // statements, the most severe first
	cols    []string
	names   []cell.Line // of the columns, as short as they are wide
	colOf   map[string]int
	carries []int // statements by column
	row     int
	col     int
	at      anchor // the statement the keys are on
	outlet  string // the outlet they are on
	first   int    // first column shown
	scroll  scroller
	w, h    int
	lay     matrixLayout
}

func newMatrix(s *shared, story anchor) *matrix { return &matrix{shared: s, story: story} }

func (m *matrix) view() view { return viewMatrix }

func (m *matrix) where() cell.Line { return cell.Text(Quiet, "matrix") }

// show finds the story and its statements in the catalog.
func (m *matrix) show(c *catalog, l Lens) {
	m.c = c
	v := c.sieve(l)
	m.stories = v.stories()
	if v.story >= 0 {
		m.stories = []int{v.story}
	}
	story := m.storyIn(v)
	all := v.candidates()
	if !m.whole {
		all = nil
	}
	if !m.whole && story >= 0 {
		all = c.inStory[story]
	}
	m.items = v.keep(all, v.hasStatement)
	m.findColumns(story)
	m.findCursor()
	m.place()
}

// storyIn returns the story to show: the one it was opened for, or else the
// first that the lens leaves.
func (m *matrix) storyIn(v *sieve) int {
	i := -1
	if !m.story.zero() {
		i = m.c.findStory(m.story)
	}
	if v.story >= 0 {
		i = v.story
	}
	if i < 0 && len(m.stories) > 0 {
		i = m.stories[0]
	}
	if i >= 0 {
		m.story = m.c.storyAnchor(i)
	}
	return i
}

// findColumns lists the outlets, those that carry most first.
func (m *matrix) findColumns(story int) {
	count := map[string]int{}
	add := func(s int) {
		if s >= 0 && s < len(m.c.b.Stories) {
			for _, o := range m.c.b.Stories[s].Outlets {
				count[o] += 0
			}
		}
	}
	if !m.whole {
		add(story)
	}
	for _, i := range m.items {
		if m.whole {
			add(m.c.b.Statements[i].Story)
		}
		for _, o := range m.c.statements[i].outlets {
			count[o]++
		}
	}
	m.cols, m.carries, m.colOf = m.cols[:0:0], nil, make(map[string]int, len(count))
	for o := range count {
		m.cols = append(m.cols, o)
	}
	slices.SortFunc(m.cols, func(a, b string) int { return cmp.Or(count[b]-count[a], cmp.Compare(a, b)) })
	for i, o := range m.cols {
		m.colOf[o] = i
		m.carries = append(m.carries, count[o])
	}
}

// findCursor keeps the keys on their statement and outlet.
func (m *matrix) findCursor() {
	if i := m.c.findStatement(m.at); i >= 0 {
		if n := slices.Index(m.items, i); n >= 0 {
			m.row = n
		}
	}
	if i, ok := m.colOf[m.outlet]; ok {
		m.col = i
	} else if len(m.items) > 0 && m.outlet == "" {
		m.col = m.worst(m.items[m.row])
	}
	m.follow()
}

// worst returns the column that raises the worst alarm of a statement, the first
// if there is none.
func (m *matrix) worst(item int) int {
	s := &m.c.b.Statements[item]
	for _, n := range alarmsOf(s) {
		if _, a := m.c.quote(s.Variants[n].Quote); a != nil {
			return m.colOf[a.OutletName()]
		}
	}
	return 0
}

// SetSize gives the matrix w × h cells.
func (m *matrix) SetSize(w, h int) {
	m.w, m.h = w, h
	m.place()
}

// place lays the matrix out anew and keeps the cursor in sight.
func (m *matrix) place() {
	m.lay = layoutMatrix(m.w, m.h, m.cols, len(m.items))
	m.scroll.height = m.lay.rows
	m.names = shortNames(m.cols, m.lay.column-2)
	m.follow()
}

// follow keeps the cursor on a cell and the cell on the screen.
func (m *matrix) follow() {
	m.row = max(min(m.row, len(m.items)-1), 0)
	m.col = max(min(m.col, len(m.cols)-1), 0)
	if len(m.items) > 0 {
		m.at = m.c.statementAnchor(m.items[m.row])
	}
	if len(m.cols) > 0 {
		m.outlet = m.cols[m.col]
	}
	m.scroll.total = len(m.items)
	m.scroll.top = max(min(m.scroll.top, m.row), m.row-m.scroll.height+1)
	m.scroll.clamp()
	m.first = max(min(m.first, m.col, len(m.cols)-m.lay.shown), m.col-m.lay.shown+1, 0)
}

// Update moves between cells and stories and opens the cell.
func (m *matrix) Update(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyMsg)
	if !ok || m.c == nil {
		return nil
	}
	switch {
	case m.usual(k, m.keys.source, m.subject):
	case key.Matches(k, m.keys.enter):
		m.open()
	case key.Matches(k, m.keys.columnLeft):
		m.col--
	case key.Matches(k, m.keys.columnRight):
		m.col++
	case key.Matches(k, m.keys.nextStory):
		m.turn(1)
	case key.Matches(k, m.keys.previousStory):
		m.turn(-1)
	case key.Matches(k, m.keys.whole):
		m.whole = !m.whole
		m.up.send(refill{})
	default:
		m.move(k)
	}
	m.follow()
	return nil
}

func (m *matrix) move(k tea.KeyMsg) {
	s := scroller{top: m.row, height: 1, total: len(m.items)}
	page := max(m.scroll.height-1, 1)
	switch {
	case key.Matches(k, m.keys.pageUp):
		m.row -= page
	case key.Matches(k, m.keys.pageDown):
		m.row += page
	case key.Matches(k, m.keys.halfUp):
		m.row -= page / 2
	case key.Matches(k, m.keys.halfDown):
		m.row += page / 2
	default:
		s.move(m.keys, k)
		m.row = s.top
	}
}

// turn goes to the next or previous story.
func (m *matrix) turn(by int) {
	i := slices.Index(m.stories, m.c.findStory(m.story)) + by
	if m.whole || i < 0 || i >= len(m.stories) {
		m.up.send(say{Notable, "There is no other story here."})
		return
	}
	m.story = m.c.storyAnchor(m.stories[i])
	m.row, m.col, m.at, m.outlet = 0, 0, anchor{}, ""
	m.up.send(refill{})
}

// open opens the cell side by side, or says that there is nothing to open.
func (m *matrix) open() {
	if len(m.items) == 0 || len(m.cols) == 0 {
		return
	}
	c := m.cell(m.items[m.row], m.outlet)
	if c.variant < 0 {
		m.up.send(say{Absent, m.outlet + c.state.says() + ". Its other columns open side by side."})
		return
	}
	q, a := m.c.quote(m.c.b.Statements[m.items[m.row]].Variants[c.variant].Quote)
	m.up.send(openStatement{item: m.at, among: m.anchors(), variant: anchor{a.ID, q.Start}})
}

func (m *matrix) anchors() []anchor { return anchors(m.items, m.c.statementAnchor) }

// subject is the quote of the cell, that of the reference where there is none.
func (m *matrix) subject() subject {
	if m.c == nil || len(m.items) == 0 {
		return subject{story: m.story}
	}
	s := &m.c.b.Statements[m.items[m.row]]
	out := m.c.ofQuote(referenceOf(s))
	if c := m.cell(m.items[m.row], m.outlet); c.variant >= 0 {
		out = m.c.ofVariant(s, c.variant)
	}
	out.story = m.story
	return out
}

// presence says how a statement stands in an outlet.
type presence uint8

const (
	elsewhere presence = iota // the outlet is not of the statement's story
	carried
	perhaps // a likely paraphrase, not sure
	absent
	tooEarly
	untold // not found, but too little to say that it is left out
)

func (p presence) says() string {
	switch p {
	case absent:
		return " does not carry this statement"
	case tooEarly:
		return " published too early to carry this statement"
	case untold:
		return " has nothing like this statement, though it is not sure that it is left out"
	}
	return " does not report this story"
}

// matrixCell is one statement in one outlet.
type matrixCell struct {
	state    presence
	variant  int // index into the statement's variants, -1 for none
	relation news.Relation
	is       bool // the reference
	conflict bool // says otherwise who or when
}

// cell looks up how an outlet tells a statement.
func (m *matrix) cell(item int, outlet string) matrixCell {
	return m.cellIn(m.told(item), item, outlet)
}

// told returns how the outlets that tell a statement do: each by its most
// severe variant, the reference before what raises no alarm.
func (m *matrix) told(item int) map[string]matrixCell {
	s := &m.c.b.Statements[item]
	out := make(map[string]matrixCell, len(s.Variants))
	for _, n := range bySeverity(s) {
		v := &s.Variants[n]
		_, a := m.c.quote(v.Quote)
		if a == nil {
			continue
		}
		c := matrixCell{state: carried, variant: n, relation: v.Relation, is: n == s.Reference}
		if v.Possible {
			c.state = perhaps
		}
		name := a.OutletName()
		if was, ok := out[name]; !ok || v.Relation.Alarm() && !v.Possible && !was.relation.Alarm() {
			out[name] = c
		}
	}
	return out
}

// cellIn completes what is told with what is missing and disputed.
func (m *matrix) cellIn(told map[string]matrixCell, item int, outlet string) matrixCell {
	s := &m.c.b.Statements[item]
	c, ok := told[outlet]
	if !ok {
		c = matrixCell{variant: -1, state: m.missing(s, outlet)}
	}
	c.conflict = disagrees(s.Conflicts, outlet)
	return c
}

// missing says why an outlet has no cell of a statement.
func (m *matrix) missing(s *news.Statement, outlet string) presence {
	for _, a := range s.Absent {
		switch {
		case a.Outlet != outlet:
		case a.TooEarly:
			return tooEarly
		default:
			return absent
		}
	}
	if s.Story >= 0 && s.Story < len(m.c.b.Stories) && slices.Contains(m.c.b.Stories[s.Story].Outlets, outlet) {
		return untold
	}
	return elsewhere
}

// disagrees reports whether an outlet claims something that is not the first
// claim of a conflict.
func disagrees(cs []news.Conflict, outlet string) bool {
	for _, c := range cs {
		for _, cl := range c.Claims {
			if cl.Outlet == outlet && cl.Value != c.Claims[0].Value {
				return true
			}
		}
	}
	return false
}

// look returns the sign of a cell.
func (c matrixCell) look() look {
	switch c.state {
	case carried:
		if c.is {
			return look{"◆", Same, "reference"}
		}
		return lookOf(c.relation)
	case perhaps:
		return look{"?", Quiet, "possible"}
	case absent:
		return look{absentSign, Absent, "absent"}
	case tooEarly:
		return look{earlySign, Absent, "too early"}
	case untold:
		return look{untoldSign, Absent, "not found"}
	}
	return look{" ", Plain, ""}
}

// storyCount gives the place among the stories, "story 2 of 7".
func (m *matrix) storyCount() string {
	if m.whole || len(m.stories) < 2 {
		return ""
	}
	return "story " + thousands(slices.Index(m.stories, m.c.findStory(m.story))+1) + " of " + thousands(len(m.stories))
}

// exports is the statements of the matrix.
func (m *matrix) exports() Sheet {
	if m.c == nil {
		return Sheet{}
	}
	return Sheet{Title: m.c.headline(m.c.findStory(m.story)), Statements: m.items}
}
