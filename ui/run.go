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
	"os"
	"os/exec"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// Options is what the program is started with.
type Options struct {
	Updates <-chan Update // what is being read; closed or Finished when all is
	Title   string        // what is open: a folder, "the built-in sample"
	Theme   string        // "light", "dark", or "" to ask the terminal
	NoColor bool          // weight, underline and signs only
	Compare Compare       // nil: the reference cannot be switched
	Export  Export        // nil: nothing can be exported from the screen
	Input   io.Reader     // nil: the terminal
	Output  io.Writer     // nil: the terminal
}

// Run shows the screen until the editor quits or the context ends. The first
// frame does not wait for an update. A panic gives the terminal back before
// it is reported as an error.
func Run(ctx context.Context, o Options) error {
	r := newRoot(o, themeOf(o))
	r.hands = machine{terminal: terminalOf(o), env: os.Getenv, find: exec.LookPath}
	return runModel(ctx, r, o)
}

// terminalOf is where the screen is drawn.
func terminalOf(o Options) io.Writer {
	if o.Output != nil {
		return o.Output
	}
	return os.Stdout
}

func runModel(ctx context.Context, m tea.Model, o Options) error {
	opts := []tea.ProgramOption{tea.WithContext(ctx), tea.WithAltScreen(), tea.WithFPS(120)}
	if o.Input != nil {
		opts = append(opts, tea.WithInput(o.Input))
	}
	if o.Output != nil {
		opts = append(opts, tea.WithOutput(o.Output))
	}
	_, err := tea.NewProgram(m, opts...).Run()
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
	return newTheme(light, o.NoColor, profile)
}
