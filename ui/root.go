package ui

import (
	"fmt"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"verbatim/ui/cell"
)

// root is the program: the only tea.Model. It owns the lens and the stack of
// screens, the briefing at the bottom.
type root struct {
	shared
	opts     Options
	hands    hands // nil where nothing outside can be done
	c        *catalog
	lens     Lens
	stack    []screen
	found    *search // kept, so that coming back to it finds it as it was
	progress Update
	toast    toast    // what was said of the last key
	place    *leftOff // to go back to when it has been read, nil once one has moved
	closed   bool     // nothing more will come
	stopped  bool     // by the editor
	asking   bool     // whether to stop
	dropping bool     // asking which filter to drop
	decision deciding
	mouse    bool // is the program's
	pace     pace
	crash    *crash // what ends the program
	sought   sought // by the lens
	headed   int    // rows of the header the top screen is sized for
	w, h     int
}

// read is an update whose briefing has been looked up.
type read struct {
	Update
	catalog *catalog
	closed  bool
	at      time.Time
}

func newRoot(o Options, t *theme) *root {
	k := defaultKeys()
	if o.keys != nil {
		k = *o.keys
	}
	if o.Compare == nil {
		k.reference.SetEnabled(false)
	}
	if o.Corrections == nil {
		k.decideKeys.disable()
	}
	if o.Export == nil {
		k.export.SetEnabled(false)
	}
	r := &root{shared: shared{theme: t, keys: &k, up: &outbox{}}, opts: o, c: newCatalog(nil), mouse: o.mouse, closed: o.Updates == nil}
	r.found = newSearch(&r.shared)
	r.push(newDesk(&r.shared))
	return r
}

// Init waits for the first update.
func (r *root) Init() tea.Cmd { return tea.Batch(guarded(r.wait()), r.mouseMode()) }

// wait receives the next update and looks its briefing up, away from the
// screen's goroutine.
func (r *root) wait() tea.Cmd {
	updates := r.opts.Updates
	if updates == nil {
		return nil
	}
	return func() tea.Msg {
		u, ok := <-updates
		m := read{Update: u, closed: !ok, at: time.Now()}
		if u.Briefing != nil {
			m.catalog = newCatalog(u.Briefing)
		}
		return m
	}
}

func (r *root) top() screen { return r.stack[len(r.stack)-1] }

func (r *root) push(s screen) {
	r.stack = append(r.stack, s)
	r.size(s)
	s.show(r.c, r.lens)
}

func (r *root) size(s screen) {
	b := frameOf(r.w, r.h, r.headerRows()).body
	if b.w > 0 && b.h > 0 {
		s.SetSize(b.w, b.h)
	}
}

// Update routes a message and then does what the screens asked for.
func (r *root) Update(m tea.Msg) (next tea.Model, cmd tea.Cmd) {
	defer r.rescue(&next, &cmd)
	if r.crash != nil {
		return r, tea.Quit
	}
	var cmds []tea.Cmd
	for _, m := range single(m) {
		cmds = append(cmds, guarded(r.route(m)))
		r.obeyAll()
	}
	cmds = append(cmds, guarded(r.seek()))
	r.fitHeader()
	return r, tea.Batch(cmds...)
}

// single takes apart keys that came so fast that the terminal gave them as
// one: two j are two j, and alt+esc is esc twice.
func single(m tea.Msg) []tea.Msg {
	k, ok := m.(tea.KeyMsg)
	if ok && k.Type == tea.KeyEsc && k.Alt {
		esc := tea.KeyMsg{Type: tea.KeyEsc}
		return []tea.Msg{esc, esc}
	}
	if !ok || k.Type != tea.KeyRunes || k.Paste || k.Alt || len(k.Runes) < 2 {
		return []tea.Msg{m}
	}
	out := make([]tea.Msg, len(k.Runes))
	for i, r := range k.Runes {
		out[i] = tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}
		if r == ' ' {
			out[i] = tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{r}}
		}
	}
	return out
}

// obeyAll does what the screens asked for, and what they ask for in turn.
func (r *root) obeyAll() {
	for ms := r.up.take(); len(ms) > 0; ms = r.up.take() {
		for _, m := range ms {
			r.obey(m)
		}
	}
}

// fitHeader gives the top screen its size anew if the header has grown or
// shrunk.
func (r *root) fitHeader() {
	if n := r.headerRows(); n != r.headed {
		r.headed = n
		r.size(r.top())
	}
}

func (r *root) route(m tea.Msg) tea.Cmd {
	switch m := m.(type) {
	case tea.WindowSizeMsg:
		r.w, r.h = m.Width, m.Height
		for _, s := range r.stack {
			r.size(s)
		}
	case *crash:
		r.crash = m
		return tea.Quit
	case continued:
		return r.takeTerminal()
	case tea.ResumeMsg:
		return r.mouseMode()
	case read:
		return r.take(m)
	case answer, restDue:
		return r.found.Update(m)
	case sifted:
		r.sift(m)
	case acted:
		return r.carry(m)
	case tea.KeyMsg:
		return r.key(m)
	case tea.MouseMsg:
		return r.pointed(m)
	}
	return nil
}

// take refills every screen with what has been read.
func (r *root) take(m read) tea.Cmd {
	if m.closed {
		r.closed, r.asking = true, false
		return nil
	}
	keep := r.progress
	r.progress = m.Update
	if m.Notice == "" {
		r.progress.Notice = keep.Notice
	}
	r.pace.note(m.Update, m.at)
	r.asking = r.asking && r.working()
	switch {
	case m.catalog != nil:
		r.c = m.catalog
		r.refresh()
		r.resume(m.Finished)
	case m.Err != nil && r.c.unread:
		r.c = newCatalog(nil)
		r.c.failed = true
		r.refresh()
	}
	return tea.Batch(r.found.use(m.Searcher), r.found.begin(), r.wait())
}

func (r *root) refresh() {
	for _, s := range r.stack {
		s.show(r.c, r.lens)
	}
}

func (r *root) key(k tea.KeyMsg) tea.Cmd {
	if r.opts.pressed != nil {
		r.opts.pressed()
	}
	switch {
	case r.asking:
		return r.answered(k)
	case r.dropping:
		return r.drops(k)
	case r.decision.prompt != nil:
		return r.typedLine(k)
	case r.asks(k):
		r.asking = true
		return nil
	case key.Matches(k, r.keys.kill):
		return tea.Quit
	case key.Matches(k, r.keys.suspend):
		return tea.Suspend
	}
	r.toast, r.place = toast{}, nil
	if at := r.top().view(); at.typing() && key.Matches(k, r.keys.typedHelp) {
		r.push(newHelp(&r.shared, at))
		return nil
	}
	if !r.top().view().typing() && !r.tooSmall() {
		switch {
		case key.Matches(k, r.keys.quit):
			return tea.Quit
		case r.openOver(k):
			return nil
		case key.Matches(k, r.keys.search) && !r.top().view().findsWithin():
			return r.openSearch()
		}
	}
	if r.tooSmall() {
		return r.quitSmall(k)
	}
	if !r.top().view().typing() {
		if cmd, ok := r.decide(k); ok {
			return cmd
		}
		if cmd, ok := r.act(k); ok {
			return cmd
		}
	}
	return r.top().Update(k)
}

// quitSmall lets one leave a screen that is too small to see anything on.
func (r *root) quitSmall(k tea.KeyMsg) tea.Cmd {
	if key.Matches(k, r.keys.quit) {
		return tea.Quit
	}
	return nil
}

// obey does what a screen asked for.
func (r *root) obey(m tea.Msg) {
	switch m := m.(type) {
	case openStatement:
		r.push(newSide(&r.shared, r.opts.Compare, m))
	case openSource:
		r.push(newReader(&r.shared, m))
	case openActor:
		r.openCard(m.anchor)
	case openEvent:
		r.openEvent(m.anchor)
	case setLens:
		r.lens = m.Lens
		r.refresh()
	case openBriefing:
		r.leaveTo(1)
		r.stack[0].(*desk).focusOn(statementList)
		r.refresh()
	case goBack:
		r.leaveTo(max(len(r.stack)-1, 1))
	case refill:
		r.top().show(r.c, r.lens)
	case say:
		r.toast = toast{say: m}
	}
}

func (r *root) tooSmall() bool { return r.w < minWidth || r.h < minHeight }

// View draws header, screen and footer: exactly the rows and cells there are.
func (r *root) View() (screen string) {
	defer r.rescueView(&screen)
	switch {
	case r.w == 0 || r.h == 0:
		return ""
	case r.tooSmall():
		return r.block(tooSmallLines(r.w, r.h), r.w, r.h)
	}
	head := r.block(r.header(), r.w, r.headerRows())
	return head + "\n" + r.top().View() + "\n" + r.block([]cell.Line{r.footer()}, r.w, 1)
}

func tooSmallLines(w, h int) []cell.Line {
	say := fmt.Sprintf("This terminal is %d × %d cells. Verbatim needs %d × %d. Make it larger, or q to quit.", w, h, minWidth, minHeight)
	return wrapLine(Plain, say, w)
}
