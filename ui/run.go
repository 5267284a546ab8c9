// Package ui is the screen: Bubble Tea panes over a briefing. Its root is the
// only tea.Model; panes are told what to show by method calls and answer with
// messages through their outbox, so that they never know each other. One
// [Lens] is the whole selection. Nothing here reads a file or waits.
package ui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"verbatim/corpus/corrections"
	"verbatim/ui/cell"
)

// Options is what the program is started with.
type Options struct {
	Updates <-chan Update // what is being read; closed or Finished when all is
	Title   string        // what is open: a folder, "the built-in sample"
	Theme   string        // "light", "dark", or "" to ask the terminal
	NoColor bool          // weight, underline and signs only
	Compare Compare       // nil: the reference cannot be switched
	Export  Export        // nil: nothing can be exported from the screen
	Stop    func()        // stops the work that Updates tells of, keeping what is done; nil: it cannot be stopped
	Corpus  string        // what the place left off is kept under; empty for the title
	Config  string        // file of themes and keys, [None] for none; empty for [ConfigFile]
	State   string        // file of searches and places left off, [None] for none; empty for [StateFile]
	Input   io.Reader     // nil: the terminal
	Output  io.Writer     // nil: the terminal

	Corrections *corrections.Book // where decisions are kept; nil: nothing can be decided
	Corrected   func()            // called after a decision, from another goroutine; nil for none

	mouse   bool     // is the program's from the start
	keys    *keymap  // nil for the default ones
	palette *palette // likewise
	shown   func()   // called when the first frame has been drawn; nil for none
	pressed func()   // called at each key, and must not wait; nil for none
}

// None is the name of no file.
const None = "-"

// Run shows the screen until the editor quits or the context ends. The first
// frame does not wait for an update. What the config file has wrong is an error
// that names the line. A panic gives the terminal back and is an error that
// says where the log of it is.
func Run(ctx context.Context, o Options) error {
	if err := o.configure(); err != nil {
		return err
	}
	r := newRoot(o, themeOf(o))
	r.hands = machine{terminal: terminalOf(o), env: os.Getenv, find: exec.LookPath}
	return r.run(ctx, o)
}

// run shows the screen and keeps the place, or writes down what failed.
func (r *root) run(ctx context.Context, o Options) error {
	keep := r.begin(o)
	defer quiet()()
	p := newProgram(r, o)
	defer heedContinuing(p.Send)()
	err := runProgram(ctx, p)
	switch {
	case r.crash != nil:
		return r.crash.report(logFolder(o), r.views())
	case err == nil:
		keep()
	}
	return err
}

// quiet keeps what libraries print of themselves off the screen; what it
// returns lets them print again.
func quiet() func() {
	before := log.Writer()
	log.SetOutput(io.Discard)
	return func() { log.SetOutput(before) }
}

// configure reads the config file into the options. A theme asked for goes
// before the file's.
func (o *Options) configure() error {
	file := o.Config
	switch file {
	case None:
		return nil
	case "":
		file = ConfigFile()
	}
	c, err := readConfig(file)
	if err != nil {
		return err
	}
	o.keys, o.palette, o.mouse = &c.keys, &c.palette, c.mouse
	if o.Theme == "" {
		o.Theme = c.theme
	}
	return nil
}

// begin takes up searches and place from the last time and returns what keeps
// them for the next.
func (r *root) begin(o Options) (keep func()) {
	file, corpus := o.State, o.Corpus
	if file == None {
		return func() {}
	}
	if file == "" {
		file = StateFile()
	}
	if corpus == "" {
		corpus = o.Title
	}
	s, first, err := readState(file)
	if err != nil {
		what := strings.ReplaceAll(err.Error(), file, filepath.Base(file))
		r.says(Notable, "Where you left off cannot be read, and is left as it is: "+what)
		return func() {}
	}
	r.found.memory = &s.memory
	if p, ok := s.Places[corpus]; ok {
		r.place = &p
	}
	if first {
		r.toast = toast{say: r.welcome()}
	}
	return func() { r.keep(file, corpus) }
}

// views names what is on the screen, the lowest first.
func (r *root) views() []string {
	out := make([]string, len(r.stack))
	for i, s := range r.stack {
		out[i] = viewNames[s.view()]
	}
	return out
}

// welcome is said to one who has never been here.
func (r *root) welcome() say {
	k := r.keys
	return say{Notable, fmt.Sprintf("New here? %s shows all keys, %s opens, %s the overview, %s searches, %s quits.",
		k.help.Help().Key, k.enter.Help().Key, k.matrix.Help().Key, k.search.Help().Key, k.quit.Help().Key)}
}

// keep writes searches and place; other corpora keep theirs. The terminal has
// been given back, and what fails is said there.
func (r *root) keep(file, corpus string) {
	s, _, err := readState(file)
	if err == nil {
		s.memory = *r.found.memory
		if s.Places == nil {
			s.Places = map[string]leftOff{}
		}
		place := r.leaveOff()
		place.When = time.Now().UTC().Truncate(time.Second)
		if r.place != nil {
			place = *r.place // it was never reached
		}
		s.Places[corpus] = place
		err = s.write(file)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "verbatim:", cell.Inert(err.Error()))
	}
}

// terminalOf is where the screen is drawn.
func terminalOf(o Options) io.Writer {
	if o.Output != nil {
		return o.Output
	}
	return os.Stdout
}

// newProgram sets the screen up on the terminal.
func newProgram(m tea.Model, o Options) *tea.Program {
	d := &drawer{out: terminalOf(o), shown: o.shown}
	opts := []tea.ProgramOption{tea.WithoutSignalHandler(), tea.WithAltScreen(), tea.WithFPS(120), tea.WithOutput(d.output())}
	if o.Input != nil {
		opts = append(opts, tea.WithInput(o.Input))
	}
	return tea.NewProgram(drawn{m, d}, opts...)
}

// runProgram shows the screen until it ends, and ends it with the context as q
// does: a program that its context kills closes what reads the terminal while
// that still reads.
func runProgram(ctx context.Context, p *tea.Program) error {
	defer context.AfterFunc(ctx, p.Quit)()
	_, err := p.Run()
	switch {
	case errors.Is(err, tea.ErrInterrupted), err != nil && ctx.Err() != nil && !errors.Is(err, tea.ErrProgramPanic):
		return nil
	case err != nil:
		return fmt.Errorf("show the screen: %w", err)
	}
	return nil
}

// themeOf asks the terminal what it can do, before the program owns it.
func themeOf(o Options) *theme {
	r := lipgloss.DefaultRenderer()
	if o.Output != nil {
		r = lipgloss.NewRenderer(o.Output)
	}
	light := o.Theme == "light"
	profile := r.ColorProfile()
	if o.Theme == "" && !o.NoColor && profile != termenv.Ascii {
		light = !r.HasDarkBackground()
	}
	if o.palette != nil {
		return themeWith(*o.palette, light, o.NoColor, profile)
	}
	return newTheme(light, o.NoColor, profile)
}
