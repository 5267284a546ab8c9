package ui

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

func TestRunQuits(t *testing.T) {
	for _, keys := range []string{"q", "\x03"} {
		up := make(chan Update)
		defer close(up)
		var out bytes.Buffer
		if err := Run(t.Context(), Options{Updates: up, Input: strings.NewReader(keys), Output: &out, Config: None, State: None}); err != nil {
			t.Errorf("%q: %v", keys, err)
		}
	}
}

func TestRunEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out bytes.Buffer
	if err := Run(ctx, Options{Input: new(endless), Output: &out, Config: None, State: None}); err != nil {
		t.Error(err)
	}
}

func TestRunReportsAPanicAfterGivingTheTerminalBack(t *testing.T) {
	var out bytes.Buffer
	err := runProgram(t.Context(), newProgram(panicky{}, Options{Input: new(endless), Output: &out}))
	if !errors.Is(err, tea.ErrProgramPanic) {
		t.Errorf("a panic behind the screen is %v", err)
	}
	const leaveAltScreen, showCursor = "\x1b[?1049l", "\x1b[?25h"
	if s := out.String(); !strings.Contains(s, leaveAltScreen) || !strings.Contains(s, showCursor) {
		t.Errorf("the terminal was left as %q", s)
	}
}

func TestSuspend(t *testing.T) {
	for _, keys := range [][]string{{}, {"/", "type:wall"}, {"enter"}} {
		d := open(t, 80, 24, Options{})
		d.press(keys...)
		_, cmd := d.r.Update(tea.KeyMsg{Type: tea.KeyCtrlZ})
		if !yields(cmd, tea.SuspendMsg{}) {
			t.Errorf("after %q ctrl+z does not suspend", keys)
		}
	}
}

// yields reports whether a command, or one of a batch, returns the message.
func yields(cmd tea.Cmd, want tea.Msg) bool {
	if cmd == nil {
		return false
	}
	m := cmd()
	all, ok := m.(tea.BatchMsg)
	return m == want && !ok || slices.ContainsFunc(all, func(c tea.Cmd) bool { return yields(c, want) })
}

// panicky is a model whose command fails in a goroutine.
type panicky struct{}

func (panicky) Init() tea.Cmd                         { return func() tea.Msg { panic("index damaged") } }
func (m panicky) Update(tea.Msg) (tea.Model, tea.Cmd) { return m, nil }
func (panicky) View() string                          { return "" }

// endless is an input on which nobody types.
type endless struct{}

func (*endless) Read([]byte) (int, error) { select {} }
