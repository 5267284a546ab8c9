package ui

import (
	"slices"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"

	"verbatim/ui/cell"
)

// input is a line being typed.
type input struct {
	rs []rune
	at int // runes before the cursor
}

// maxInput is the number of characters a line takes; a paste may be anything.
const maxInput = 400

func (in *input) value() string { return string(in.rs) }

// set replaces the text, the cursor behind it.
func (in *input) set(s string) {
	in.rs = []rune(s)
	in.rs = in.rs[:min(len(in.rs), maxInput)]
	in.at = len(in.rs)
}

// typed acts on an editing key and reports whether the text changed.
func (in *input) typed(k tea.KeyMsg) bool {
	switch {
	case k.Alt && k.Type == tea.KeyBackspace:
		return in.delete(in.wordStart(), in.at)
	case k.Alt && string(k.Runes) == "d":
		return in.delete(in.at, in.wordEnd())
	case k.Alt:
		in.move(k)
		return false
	}
	switch k.Type {
	case tea.KeyRunes, tea.KeySpace:
		return in.insert(k.Runes)
	case tea.KeyBackspace:
		return in.delete(in.at-1, in.at)
	case tea.KeyDelete:
		return in.delete(in.at, in.at+1)
	case tea.KeyCtrlU:
		return in.delete(0, in.at)
	case tea.KeyCtrlK:
		return in.delete(in.at, len(in.rs))
	case tea.KeyCtrlW:
		return in.delete(in.wordStart(), in.at)
	}
	in.move(k)
	return false
}

func (in *input) move(k tea.KeyMsg) {
	switch {
	case k.Type == tea.KeyCtrlLeft, k.Alt && (k.Type == tea.KeyLeft || string(k.Runes) == "b"):
		in.at = in.wordStart()
		return
	case k.Type == tea.KeyCtrlRight, k.Alt && (k.Type == tea.KeyRight || string(k.Runes) == "f"):
		in.at = in.wordEnd()
		return
	}
	switch k.Type {
	case tea.KeyLeft:
		in.at = max(in.at-1, 0)
	case tea.KeyRight:
		in.at = min(in.at+1, len(in.rs))
	case tea.KeyHome, tea.KeyCtrlA:
		in.at = 0
	case tea.KeyEnd, tea.KeyCtrlE:
		in.at = len(in.rs)
	}
}

func (in *input) insert(rs []rune) bool {
	rs = slices.DeleteFunc(slices.Clone(rs), unicode.IsControl)
	rs = rs[:min(len(rs), maxInput-len(in.rs))]
	in.rs = slices.Insert(in.rs, in.at, rs...)
	in.at += len(rs)
	return len(rs) > 0
}

func (in *input) delete(from, to int) bool {
	from, to = max(from, 0), min(to, len(in.rs))
	if from >= to {
		return false
	}
	in.rs = slices.Delete(in.rs, from, to)
	in.at = from
	return true
}

// wordStart returns where the word before the cursor begins.
func (in *input) wordStart() int {
	i := in.at
	for i > 0 && unicode.IsSpace(in.rs[i-1]) {
		i--
	}
	for i > 0 && !unicode.IsSpace(in.rs[i-1]) {
		i--
	}
	return i
}

// wordEnd returns where the word at or after the cursor ends.
func (in *input) wordEnd() int {
	i := in.at
	for i < len(in.rs) && unicode.IsSpace(in.rs[i]) {
		i++
	}
	for i < len(in.rs) && !unicode.IsSpace(in.rs[i]) {
		i++
	}
	return i
}

// line draws what is typed, the cursor in it, in at most width cells: the end
// before the cursor where all does not fit.
func (in *input) line(width int) cell.Line {
	from := 0
	for from < in.at && cell.Text(Plain, string(in.rs[from:in.at])).Width() > max(width-4, 1) {
		from++
	}
	under, after := " ", ""
	if in.at < len(in.rs) {
		under, after = string(in.rs[in.at]), string(in.rs[in.at+1:])
	}
	return cell.Text(Plain, string(in.rs[from:in.at])).Add(Caret, under).Add(Plain, after).Cut(width)
}
