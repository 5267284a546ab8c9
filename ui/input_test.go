package ui

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

// A line is edited as that of a shell, word by word too.
func TestInputByWords(t *testing.T) {
	alt := func(r string) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(r), Alt: true} }
	var in input
	in.set("the old harbour wall")
	for _, c := range []struct {
		key  tea.KeyMsg
		want string
	}{
		{alt("b"), "the old harbour |wall"},
		{tea.KeyMsg{Type: tea.KeyCtrlLeft}, "the old |harbour wall"},
		{alt("d"), "the old | wall"},
		{tea.KeyMsg{Type: tea.KeyBackspace, Alt: true}, "the | wall"},
		{alt("x"), "the | wall"},
		{tea.KeyMsg{Type: tea.KeyCtrlRight}, "the  wall|"},
		{alt("f"), "the  wall|"},
		{tea.KeyMsg{Type: tea.KeyLeft, Alt: true}, "the  |wall"},
		{tea.KeyMsg{Type: tea.KeyCtrlW}, "|wall"},
	} {
		in.typed(c.key)
		if got := string(in.rs[:in.at]) + "|" + string(in.rs[in.at:]); got != c.want {
			t.Errorf("%s leaves %q, want %q", c.key, got, c.want)
		}
	}
}
