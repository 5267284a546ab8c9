package ui

import (
	"io"
	"os"
	"strconv"
	"strings"
	"sync"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// drawer is the output of Bubble Tea, which owns the terminal but draws on a
// ticker: a key would wait for the next tick, and what it finds for the one
// after. The drawer draws each frame as soon as there is one, the lines that
// changed, and leaves to the ticker those of a burst. What Bubble Tea would
// draw itself is not the frame but its number, and is kept back.
type drawer struct {
	out   io.Writer
	shown func() // called when the first frame has been drawn

	mu     sync.Mutex
	w, h   int
	ours   bool     // the alternate screen is on
	lines  []string // on the screen, nil where that is not known
	frame  string   // drawn last, or to be drawn at the next tick
	number int      // of the frame
	late   bool     // the frame has not been drawn
	spent  int      // frames drawn since the last tick
}

// burst is the number of frames drawn between two ticks: of a key, of the
// first it finds, and of all it finds.
const burst = 3

// Write passes on what Bubble Tea asks of the terminal. A frame of its own is
// one write that goes on after going to the first cell.
func (d *drawer) Write(p []byte) (int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	switch s := string(p); {
	case s == ansi.SetModeAltScreenSaveCursor:
		d.ours, d.lines = true, nil
	case s == ansi.ResetModeAltScreenSaveCursor:
		d.ours = false
	case s == ansi.EraseEntireScreen:
		d.lines = nil
	case d.ours && s != ansi.CursorHomePosition && strings.HasPrefix(s, ansi.CursorHomePosition):
		return len(p), d.tick()
	}
	return d.out.Write(p)
}

// tick draws what a burst has left.
func (d *drawer) tick() error {
	d.spent = 0
	if !d.late {
		return nil
	}
	return d.put()
}

// resize takes the screen's new size; what is on it is moved about.
func (d *drawer) resize(w, h int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.w, d.h, d.lines = w, h, nil
}

// draw draws a frame, now or at the next tick, and returns its number.
func (d *drawer) draw(frame string) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	if frame != "" && (frame != d.frame || d.lines == nil) {
		d.frame, d.late = frame, true
		d.number++
		if d.ours && d.spent < burst {
			d.spent++
			_ = d.put() // a terminal that is gone ends the program at its input
		}
	}
	return strconv.Itoa(d.number)
}

// put writes the lines of the frame that are not on the screen, as one write.
func (d *drawer) put() error {
	d.late = false
	lines := strings.Split(d.frame, "\n")
	if d.h > 0 && len(lines) > d.h {
		lines = lines[:d.h]
	}
	var b strings.Builder
	for i, line := range lines {
		if i < len(d.lines) && d.lines[i] == line {
			continue
		}
		b.WriteString(ansi.CursorPosition(1, i+1))
		b.WriteString(d.fitted(line))
	}
	if len(lines) < len(d.lines) {
		b.WriteString(ansi.CursorPosition(1, len(lines)+1) + ansi.EraseScreenBelow)
	}
	d.lines = lines
	_, err := io.WriteString(d.out, b.String())
	if d.shown != nil {
		d.shown()
		d.shown = nil
	}
	return err
}

// fitted returns the line as wide as the screen at most, and wiping the rest
// of its row if it is narrower: one that fills its row would lose its last
// cell.
func (d *drawer) fitted(line string) string {
	switch w := ansi.StringWidth(line); {
	case d.w == 0 || w < d.w:
		return line + ansi.EraseLineRight
	case w > d.w:
		return ansi.Truncate(line, d.w, "")
	}
	return line
}

// terminalDrawer is a drawer on a terminal, for Bubble Tea to set its modes
// and ask its size.
type terminalDrawer struct {
	*drawer
	file *os.File
}

func (t terminalDrawer) Read(p []byte) (int, error) { return t.file.Read(p) }

// Close leaves the terminal open.
func (t terminalDrawer) Close() error { return nil }

// Fd returns the terminal's file descriptor.
func (t terminalDrawer) Fd() uintptr { return t.file.Fd() }

// output is what Bubble Tea is to write to.
func (d *drawer) output() io.Writer {
	if f, ok := d.out.(*os.File); ok {
		return terminalDrawer{d, f}
	}
	return d
}

// drawn is a model whose frames the drawer draws.
type drawn struct {
	tea.Model
	d *drawer
}

func (m drawn) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if s, ok := msg.(tea.WindowSizeMsg); ok {
		m.d.resize(s.Width, s.Height)
	}
	var cmd tea.Cmd
	m.Model, cmd = m.Model.Update(msg)
	return m, cmd
}

func (m drawn) View() string { return m.d.draw(m.Model.View()) }
