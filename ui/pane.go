package ui

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"verbatim/corpus/text"
	"verbatim/ui/cell"
)

// pane is a part of the screen. The root owns it, tells it its size and hands
// it messages; what a pane wants of the root it puts in its outbox.
type pane interface {
	Update(tea.Msg) tea.Cmd
	View() string // exactly the rows and cells of SetSize
	SetSize(w, h int)
}

// screen is a pane that fills the body.
type screen interface {
	pane
	view() view
	// show hands over what was read and selected, at the start and whenever
	// either changes.
	show(c *catalog, l Lens)
	// where says in the header what the screen is on.
	where() cell.Line
	// subject is what the keys are on.
	subject() subject
}

// outbox carries messages from a pane up to the root within one Update, so
// that no key typed meanwhile overtakes them.
type outbox struct{ msgs []tea.Msg }

func (o *outbox) send(m tea.Msg) { o.msgs = append(o.msgs, m) }

func (o *outbox) take() []tea.Msg {
	ms := o.msgs
	o.msgs = nil
	return ms
}

// The messages that go up.
type (
	openStatement struct {
		item    anchor   // the statement
		among   []anchor // the list it was opened from, for the next and previous one
		variant anchor   // the quote to stand on; zero for the reference
	}
	openSource struct {
		place
		found []text.Span // other hits of the article, marked too
	}
	openActor    struct{ anchor }
	openEvent    struct{ anchor }
	setLens      struct{ Lens }
	goBack       struct{}
	openBriefing struct{}
	refill       struct{} // show the top screen what it shows anew
	say          struct { // one line, until the next key
		role  cell.Role
		words string
	}
)

// shared is what all panes share: how to draw, the keys, the way up.
type shared struct {
	theme *theme
	keys  *keymap
	up    *outbox
}

// usual acts on the keys that every view above the desk has: back, and the page
// that the subject of the keys stands on.
func (s *shared) usual(k tea.KeyMsg, source key.Binding, at func() subject) bool {
	switch {
	case key.Matches(k, s.keys.back):
		s.up.send(goBack{})
	case key.Matches(k, source):
		if p := at().place; p.article != "" {
			s.up.send(openSource{place: p})
		}
	default:
		return false
	}
	return true
}

// block renders lines to exactly h rows of w cells.
func (s *shared) block(lines []cell.Line, w, h int) string {
	var b strings.Builder
	for i := range h {
		if i > 0 {
			b.WriteByte('\n')
		}
		var l cell.Line
		if i < len(lines) {
			l = lines[i]
		}
		b.WriteString(s.theme.render(l.Fit(w), false))
	}
	return b.String()
}

// beside sets blocks of equal height next to each other, a rule between them.
func (s *shared) beside(blocks ...string) string {
	rule := s.theme.render(cell.Text(Quiet, "│"), false)
	rows := make([][]string, len(blocks))
	for i, b := range blocks {
		rows[i] = strings.Split(b, "\n")
	}
	var out strings.Builder
	for y := range rows[0] {
		if y > 0 {
			out.WriteByte('\n')
		}
		for x := range rows {
			if x > 0 {
				out.WriteString(rule)
			}
			out.WriteString(rows[x][y])
		}
	}
	return out.String()
}

// scroller is a place in rows that do not all fit.
type scroller struct{ top, height, total int }

// move acts on a key that scrolls.
func (s *scroller) move(k *keymap, m tea.KeyMsg) {
	switch {
	case key.Matches(m, k.up):
		s.top--
	case key.Matches(m, k.down):
		s.top++
	case key.Matches(m, k.pageUp):
		s.top -= max(s.height-1, 1)
	case key.Matches(m, k.pageDown):
		s.top += max(s.height-1, 1)
	case key.Matches(m, k.halfUp):
		s.top -= max(s.height/2, 1)
	case key.Matches(m, k.halfDown):
		s.top += max(s.height/2, 1)
	case key.Matches(m, k.top):
		s.top = 0
	case key.Matches(m, k.bottom):
		s.top = s.total
	}
	s.clamp()
}

func (s *scroller) clamp() { s.top = max(min(s.top, s.total-s.height), 0) }

// reveal scrolls as little as needed for rows first to last to be seen, with
// some rows before them where they were not.
func (s *scroller) reveal(first, last int) {
	if first < s.top || last >= s.top+s.height {
		s.top = first - s.height/3
	}
	s.clamp()
}

// slice returns the rows that are seen.
func (s *scroller) slice(lines []cell.Line) []cell.Line {
	s.total = len(lines)
	s.clamp()
	return lines[s.top:min(s.top+s.height, len(lines))]
}
