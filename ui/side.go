package ui

import (
	"fmt"
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"verbatim/corpus/news"
	"verbatim/ui/cell"
)

// Compare returns the statement with the variant at index reference as its
// reference: relations, edits and severity anew. It does not change b.
type Compare func(b *news.Briefing, statement, reference int) news.Statement

// side shows one statement as each outlet printed it.
type side struct {
	*shared
	compare Compare
	c       *catalog
	item    anchor
	among   []anchor
	st      news.Statement
	gone    bool    // the item is no longer there
	fresh   bool    // the keys are where they begin, which must be seen
	chosen  anchor  // the quote the editor took as the reference
	order   [][]int // variants by column, one column an outlet, the reference's first
	apart   []int   // possible paraphrases
	focus   anchor  // the quote the keys are on
	context bool
	first   int // first column after the reference that is shown
	sheet   sheet
	scroll  scroller
	w, h    int
}

func newSide(s *shared, compare Compare, m openStatement) *side {
	return &side{shared: s, compare: compare, item: m.item, among: m.among, focus: m.variant, fresh: true}
}

func (s *side) view() view { return viewSide }

func (s *side) where() cell.Line {
	if i := slices.Index(s.among, s.item); i >= 0 {
		return cell.Text(Quiet, fmt.Sprintf("statement %s of %s", thousands(i+1), thousands(len(s.among))))
	}
	return cell.Text(Quiet, "statement")
}

// show finds the statement in the catalog, and the editor's place in it.
func (s *side) show(c *catalog, _ Lens) {
	s.c = c
	i := c.findStatement(s.item)
	if s.gone = i < 0; s.gone {
		return
	}
	s.st = c.b.Statements[i]
	s.refer(i)
	s.arrange()
	if _, ok := s.at(s.focus); !ok {
		s.focus = s.anchorOf(s.firstSeen())
	}
	s.build()
	if s.fresh && s.w > 0 {
		s.fresh = false
		s.reveal()
	}
}

// refer compares anew if the editor has chosen another reference.
func (s *side) refer(statement int) {
	if n, ok := s.at(s.chosen); ok && n != s.st.Reference && s.compare != nil {
		s.st = s.compare(s.c.b, statement, n)
	}
}

// at returns the variant whose quote is at the anchor.
func (s *side) at(a anchor) (int, bool) {
	for n := range s.st.Variants {
		if s.anchorOf(n) == a {
			return n, true
		}
	}
	return 0, false
}

func (s *side) anchorOf(n int) anchor {
	if n < 0 || n >= len(s.st.Variants) {
		return anchor{}
	}
	if q, a := s.c.quote(s.st.Variants[n].Quote); q != nil {
		return anchor{a.ID, q.Start}
	}
	return anchor{}
}

// firstSeen is the variant the keys begin on: the worst that raises an alarm, or
// else the reference.
func (s *side) firstSeen() int {
	if len(s.order) == 0 {
		return s.st.Reference
	}
	return append(alarmsOf(&s.st), s.order[0][0])[0]
}

// arrange sorts the variants into columns: the reference's outlet, then those
// an editor must see first.
func (s *side) arrange() {
	s.order, s.apart = nil, nil
	column := map[string]int{}
	for _, n := range bySeverity(&s.st) {
		t, ok := s.c.tell(&s.st, n)
		switch i, have := column[outletOf(t)]; {
		case !ok:
		case s.st.Variants[n].Possible:
			s.apart = append(s.apart, n)
		case have:
			s.order[i] = append(s.order[i], n)
		default:
			column[outletOf(t)] = len(s.order)
			s.order = append(s.order, []int{n})
		}
	}
}

func outletOf(t telling) string {
	if t.a == nil {
		return ""
	}
	return t.a.OutletName()
}

// SetSize gives the view w × h cells.
func (s *side) SetSize(w, h int) {
	s.w, s.h, s.scroll.height = w, h, max(h-2, 0)
	s.build()
	s.reveal()
}

// Update moves between columns and statements and opens sources.
func (s *side) Update(m tea.Msg) tea.Cmd {
	k, ok := m.(tea.KeyMsg)
	if !ok || s.c == nil {
		return nil
	}
	switch {
	case s.usual(k, s.keys.open, s.subject):
	case key.Matches(k, s.keys.columnRight):
		s.step(1)
	case key.Matches(k, s.keys.columnLeft):
		s.step(-1)
	case key.Matches(k, s.keys.nextItem):
		s.turn(1)
	case key.Matches(k, s.keys.previousItem):
		s.turn(-1)
	case key.Matches(k, s.keys.context):
		s.context = !s.context
		s.build()
		s.reveal()
	case key.Matches(k, s.keys.reference):
		s.takeReference()
	default:
		s.scroll.move(s.keys, k)
	}
	return nil
}

// path returns the variants in the order the keys go through them.
func (s *side) path() []int {
	if n, _ := columns(s.w, len(s.order)); n == 0 {
		firsts, others := s.below()
		return slices.Concat(firsts, others, s.apart)
	}
	return append(slices.Concat(s.order...), s.apart...)
}

// below returns the variants as they stand below one another: what each outlet has
// foremost together, to be compared, and behind it what they have besides.
func (s *side) below() (firsts, others []int) {
	for _, c := range s.order {
		firsts, others = append(firsts, c[0]), append(others, c[1:]...)
	}
	return firsts, others
}

func (s *side) step(by int) {
	path := s.path()
	if len(path) == 0 {
		return
	}
	n, _ := s.at(s.focus)
	i := max(min(slices.Index(path, n)+by, len(path)-1), 0)
	s.focus = s.anchorOf(path[i])
	s.build()
	s.reveal()
}

// turn goes to the next or previous statement of the list.
func (s *side) turn(by int) {
	i := slices.Index(s.among, s.item) + by
	if i < 0 || i >= len(s.among) {
		s.up.send(say{Notable, "There is no other statement that way."})
		return
	}
	s.item, s.focus, s.chosen = s.among[i], anchor{}, anchor{}
	s.first, s.scroll.top, s.fresh = 0, 0, true
	s.show(s.c, Lens{})
}

func (s *side) takeReference() {
	n, ok := s.at(s.focus)
	switch {
	case !ok || s.compare == nil:
		return
	case s.st.Variants[n].Possible:
		s.up.send(say{Notable, "What is only possibly the same cannot be the reference."})
		return
	case s.chosen == s.focus:
		s.chosen = anchor{}
		s.up.send(say{Same, "Compared with the fullest wording in marks again."})
	default:
		s.chosen = s.focus
		s.up.send(say{Same, "Compared with " + outletOf(s.telling(n)) + " now: all signs are against its words. " + s.keys.reference.Help().Key + " again: back."})
	}
	s.show(s.c, Lens{})
}

func (s *side) telling(n int) telling {
	t, _ := s.c.tell(&s.st, n)
	return t
}

// reveal scrolls no further than it takes to see the telling the keys are on, so
// that of what stands above it, the reference first of all, as much is seen as can
// be.
func (s *side) reveal() {
	n, _ := s.at(s.focus)
	if at, ok := s.sheet.at[n]; ok {
		s.scroll.total = len(s.sheet.lines)
		s.scroll.top = max(min(s.scroll.top, at[0]), min(at[0], at[1]-s.scroll.height+1))
		s.scroll.clamp()
	}
}

// View draws the title, the sheet where it is scrolled to, and the legend.
func (s *side) View() string {
	if s.gone {
		return s.block([]cell.Line{nil, cell.Text(Fault, "  This statement is no longer there: what was read since was linked anew. esc goes back.")}, s.w, s.h)
	}
	out := []cell.Line{s.titleLine()}
	out = append(out, s.scroll.slice(s.sheet.lines)...)
	for len(out) < s.h-1 {
		out = append(out, nil)
	}
	return s.block(append(out, s.footLine()), s.w, s.h)
}

// leastRule is the rule that is left between the parts of a title.
const leastRule = 2

func (s *side) titleLine() cell.Line {
	line := cell.Text(Focus, "━ ").Join(s.c.speakers(&s.st)).Add(Focus, " ")
	if s.st.Story >= 0 && s.st.Story < len(s.c.b.Stories) {
		line = line.Add(Quiet, "in ").Add(Plain, s.c.headline(s.st.Story)+" ")
	}
	right := cell.Text(Quiet, " "+s.columnsShown()+" ")
	line = line.Cut(s.w - right.Width() - leastRule)
	rule := cell.Rule(Focus, "━", s.w-line.Width()-right.Width())
	return line.Join(rule, right).Fit(s.w)
}

// columnsShown says which outlets are on the screen when not all are.
func (s *side) columnsShown() string {
	if s.sheet.shown == 0 || s.sheet.shown >= len(s.order) {
		return plural(len(s.order), "outlet")
	}
	if last := s.first + s.sheet.shown - 1; last < len(s.order) {
		return fmt.Sprintf("%d of %d outlets, l →", s.sheet.shown, len(s.order))
	}
	return fmt.Sprintf("%d of %d outlets, ← h", s.sheet.shown, len(s.order))
}

func (s *side) footLine() cell.Line {
	more := ""
	if below := len(s.sheet.lines) - s.scroll.top - s.scroll.height; below > 0 {
		more = fmt.Sprintf(" ↓ %d more", below)
	}
	line := s.c.legend(&s.st, s.w-12-cutLegend.Width())
	if n, ok := s.at(s.focus); ok && n != s.st.Reference {
		line = line.Join(cutLegend)
	}
	return cell.Spread(s.w, line, cell.Text(Key, more))
}

// subject is the telling the keys are on.
func (s *side) subject() subject {
	if s.gone || s.c == nil {
		return subject{}
	}
	if n, ok := s.at(s.focus); ok {
		return s.c.ofVariant(&s.st, n)
	}
	return subject{}
}

// compared is the statement against the reference that was chosen.
func (s *side) compared() (*news.Statement, int) {
	if s.gone || s.c == nil {
		return nil, -1
	}
	return &s.st, s.c.findStatement(s.item)
}

// exports is the statement that is shown.
func (s *side) exports() Sheet {
	if s.gone || s.c == nil {
		return Sheet{}
	}
	return Sheet{Title: s.c.speakers(&s.st).String(), Statements: []int{s.c.findStatement(s.item)}}
}
