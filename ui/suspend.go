package ui

import (
	"io"
	"os"
	"os/signal"

	tea "github.com/charmbracelet/bubbletea"
)

// continued says that the program runs again after it was stopped, by whomever:
// the shell has had the terminal meanwhile.
type continued struct{}

// heedContinuing tells when the program runs again, until what it returns is
// called.
func heedContinuing(tell func(tea.Msg)) (done func()) {
	again, ended := make(chan os.Signal, 1), make(chan struct{})
	for _, s := range continuing() {
		signal.Notify(again, s)
	}
	go func() {
		for {
			select {
			case <-again:
				tell(continued{})
			case <-ended:
				return
			}
		}
	}()
	return func() {
		signal.Stop(again)
		close(ended)
	}
}

// nothing is a command that takes no time: to run it gives the terminal back and
// takes it again, its modes and the whole screen with it.
type nothing struct{}

func (nothing) Run() error          { return nil }
func (nothing) SetStdin(io.Reader)  {}
func (nothing) SetStdout(io.Writer) {}
func (nothing) SetStderr(io.Writer) {}

// takeTerminal takes the terminal anew.
func (r *root) takeTerminal() tea.Cmd {
	return tea.Exec(nothing{}, func(error) tea.Msg { return tea.ResumeMsg{} })
}
