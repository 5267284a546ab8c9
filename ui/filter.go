package ui

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"verbatim/corpus/text"
	"verbatim/ui/cell"
)

// filter narrows a list by what is typed: a row stays if it has every word,
// in any order, whatever the case and the accents.
type filter struct {
	input  input
	typing bool
	folded []string // the labels of the rows, folded when they are first needed
}

func (f *filter) empty() bool { return strings.TrimSpace(f.input.value()) == "" }

// words are those a row must have.
func (f *filter) words() []string { return strings.Fields(text.Fold(f.input.value())) }

// keep returns the rows that have the words, nil where nothing is typed.
func (f *filter) keep(n int, label func(int) string) []int {
	ws := f.words()
	if len(ws) == 0 || label == nil {
		return nil
	}
	if len(f.folded) != n {
		f.folded = make([]string, n)
		for i := range f.folded {
			f.folded[i] = text.Fold(label(i))
		}
	}
	out := make([]int, 0, n)
	for i, l := range f.folded {
		if !slices.ContainsFunc(ws, func(w string) bool { return !strings.Contains(l, w) }) {
			out = append(out, i)
		}
	}
	return out
}

// typed acts on a key while the filter is typed. It reports whether the rows
// must be filtered anew.
func (f *filter) typed(k tea.KeyMsg, keys *keymap) bool {
	switch {
	case key.Matches(k, keys.leave):
		f.typing = false
		f.input = input{}
		return true
	case key.Matches(k, keys.accept):
		f.typing = false
		return false
	}
	return f.input.typed(k)
}

// line draws what is typed, for the title of a list.
func (f *filter) line(width int) cell.Line {
	if f.typing {
		return cell.Text(Key, "/").Join(f.input.line(width))
	}
	return cell.Text(Key, "/"+f.input.value()).Cut(width)
}

// highlight shows where the words stand in a line. Only text that folding
// leaves as long as it was is looked into.
func highlight(l cell.Line, ws []string) cell.Line {
	if len(ws) == 0 {
		return l
	}
	out := make(cell.Line, 0, len(l)+4)
	for _, p := range l {
		folded := text.Fold(p.Text)
		if len(folded) != len(p.Text) {
			out = append(out, p)
			continue
		}
		out = append(out, lit(p, folded, ws)...)
	}
	return out
}

// lit divides a piece where the words begin and end.
func lit(p cell.Piece, folded string, ws []string) cell.Line {
	var hits []text.Span
	for _, w := range ws {
		for at := 0; ; {
			n := strings.Index(folded[at:], w)
			if n < 0 {
				break
			}
			if h := (text.Span{Start: at + n, End: at + n + len(w)}); divides(p.Text, h.Start) && divides(p.Text, h.End) {
				hits = append(hits, h)
			}
			at += n + len(w)
		}
	}
	var out cell.Line
	at := 0
	for _, h := range inOrder(hits) {
		out = part(out, p, text.Span{Start: at, End: h.Start}, p.Role)
		out = part(out, p, h, Found)
		at = h.End
	}
	return part(out, p, text.Span{Start: at, End: len(p.Text)}, p.Role)
}

// divides reports whether s can be cut at a byte without taking a character
// apart.
func divides(s string, at int) bool {
	if at == len(s) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s[at:])
	return utf8.RuneStart(s[at]) && !unicode.In(r, unicode.M, unicode.Cf, unicode.Sk)
}

func part(l cell.Line, p cell.Piece, s text.Span, r cell.Role) cell.Line {
	if s.Empty() {
		return l
	}
	return append(l, cell.Piece{Text: s.In(p.Text), Width: ansi.StringWidth(s.In(p.Text)), Role: r})
}
