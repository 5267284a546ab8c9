package ui

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"verbatim/corpus/news"
)

// Export writes a part of a briefing for a colleague and says where: a path,
// or whatever tells the editor where to look. It runs beside the screen.
type Export func(b *news.Briefing, s Sheet) (where string, err error)

// Sheet is the part of a briefing that a screen shows.
type Sheet struct {
	Title      string // what it is of: a story's headline, a speaker's name
	Statements []int  // indices into Briefing.Statements, as they are ordered on the screen
	Events     []int  // indices into Briefing.Events, by date
}

// exporter is a screen that shows less than the lens leaves.
type exporter interface{ exports() Sheet }

// target is a place in a file, and where the article was published.
type target struct {
	url, file string
	line      int // 1-based, 0 where it is not known
}

// hands act outside the screen. They are called from commands, never within
// Update or View.
type hands interface {
	// copy puts text on the clipboard of whoever looks at the screen.
	copy(text string) error
	// browse opens the address, or the file where there is none. A program
	// that needs the terminal is returned to be run in it; what was done
	// without it is said.
	browse(t target) (run *exec.Cmd, said string, err error)
	// edit returns the editor at the line.
	edit(t target) (*exec.Cmd, error)
}

// acted is what came of a command: something to say, or a program to run in
// the terminal.
type acted struct {
	say
	then string // which key goes on from there, empty for none
	run  *exec.Cmd
}

func failed(what string, err error) acted {
	return acted{say: say{Fault, "✗ " + what + ": " + err.Error()}}
}

// act copies, opens, edits and exports what the keys are on. It reports
// whether the key was one of these.
func (r *root) act(k tea.KeyMsg) (tea.Cmd, bool) {
	switch {
	case key.Matches(k, r.keys.copyQuote):
		return r.copied("quote", r.c.citation(r.top().subject())), true
	case key.Matches(k, r.keys.copySheet):
		return r.copied("comparison", r.c.comparison(r.statement())), true
	case key.Matches(k, r.keys.browse):
		return r.outside(func(t target) acted {
			run, said, err := r.hands.browse(t)
			if err != nil {
				return failed("open", err)
			}
			return acted{say: say{Notable, said}, run: run}
		}), true
	case key.Matches(k, r.keys.edit):
		return r.outside(func(t target) acted {
			run, err := r.hands.edit(t)
			if err != nil {
				return failed("edit", err)
			}
			return acted{run: run}
		}), true
	case key.Matches(k, r.keys.export):
		return r.exported(), true
	case key.Matches(k, r.keys.mouse):
		return r.switchMouse(), true
	}
	return nil, false
}

// comparer is a screen that may hold a statement against another reference
// than the briefing does.
type comparer interface {
	// compared returns the statement as it is shown and its index, -1 for none.
	compared() (*news.Statement, int)
}

// statement is the one the keys are on, as the screen has it; nil for none.
func (r *root) statement() *news.Statement {
	if s, ok := r.top().(comparer); ok {
		st, _ := s.compared()
		return st
	}
	if i := r.c.findStatement(r.top().subject().statement); i >= 0 {
		return &r.c.b.Statements[i]
	}
	return nil
}

// told is the briefing, a statement in it as the screen has it.
func (r *root) told() *news.Briefing {
	s, ok := r.top().(comparer)
	if !ok {
		return r.c.b
	}
	st, i := s.compared()
	if i < 0 {
		return r.c.b
	}
	b := *r.c.b
	b.Statements = slices.Clone(b.Statements)
	b.Statements[i] = *st
	return &b
}

// copied copies text and says how much it was.
func (r *root) copied(what, text string) tea.Cmd {
	if text == "" || r.hands == nil {
		r.says(Notable, "There is no "+what+" under the keys to copy.")
		return nil
	}
	h := r.hands
	return func() tea.Msg {
		if err := h.copy(text); err != nil {
			return failed("copy the "+what, err)
		}
		return acted{say: say{Same, fmt.Sprintf("Copied the %s, %s.", what, plural(len([]rune(text)), "character"))}}
	}
}

// outside finds the place in the file and does something with it.
func (r *root) outside(do func(target) acted) tea.Cmd {
	s := r.top().subject()
	i, ok := r.c.readingOf[s.article]
	if !ok || r.hands == nil {
		r.says(Notable, "There is no article under the keys.")
		return nil
	}
	a := &r.c.b.Readings[i].Article
	return func() tea.Msg { return do(target{a.URL, a.File, lineOf(a, s.Start)}) }
}

// exported writes the sheet beside the screen.
func (r *root) exported() tea.Cmd {
	sheet, export, b := r.sheet(), r.opts.Export, r.told()
	if len(sheet.Statements)+len(sheet.Events) == 0 {
		r.says(Notable, "There is nothing here to export.")
		return nil
	}
	r.says(Quiet, "Writing …")
	return func() tea.Msg {
		where, err := export(b, sheet)
		if err != nil {
			return failed("export", err)
		}
		return acted{say: say{Same, "Written: " + where + inFolder(where)}, then: sheet.size()}
	}
}

// inFolder names the folder of a path that does not, for it is that the program was
// started in.
func inFolder(path string) string {
	dir, err := os.Getwd()
	if err != nil || filepath.Base(path) != path {
		return ""
	}
	if home, err := os.UserHomeDir(); err == nil && strings.HasPrefix(dir+"/", home+"/") {
		dir = "~" + dir[len(home):]
	}
	return ", in " + dir
}

// size counts what a sheet holds.
func (s *Sheet) size() string {
	parts := make([]string, 0, 2)
	if n := len(s.Statements); n > 0 {
		parts = append(parts, plural(n, "statement"))
	}
	if n := len(s.Events); n > 0 {
		parts = append(parts, plural(n, "event"))
	}
	return strings.Join(parts, ", ")
}

// sheet is what the top screen shows, or what the lens leaves.
func (r *root) sheet() Sheet {
	if e, ok := r.top().(exporter); ok {
		return e.exports()
	}
	s := r.c.choose(r.lens)
	out := Sheet{Title: r.opts.Title, Statements: s.statements, Events: s.events}
	if ch, ok := r.lens.get(byStory); ok {
		out.Title = ch.name
	}
	return out
}

// carry says what came of a command, or runs the program it found.
func (r *root) carry(m acted) tea.Cmd {
	r.toast = toast{m.say, m.then}
	if m.run == nil {
		return r.mouseMode()
	}
	name := m.run.Path
	return tea.ExecProcess(m.run, func(err error) tea.Msg {
		if err != nil {
			return failed(name, err)
		}
		return acted{}
	})
}
