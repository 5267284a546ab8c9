package ui

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
)

// tty is a terminal, as far as frames of plain words need it.
type tty struct {
	rows   []string
	at     int // the row the cursor is in
	writes int
}

// Write takes lines at places, and wipes to the end of a row and of the screen.
func (t *tty) Write(p []byte) (int, error) {
	t.writes++
	for _, part := range strings.Split(string(p), "\x1b[")[1:] {
		switch {
		case strings.HasPrefix(part, "?"), part == "K":
		case part == "2J":
			t.rows = nil
		case part == "J":
			t.rows = t.rows[:t.at]
		default:
			row, line, _ := strings.Cut(part, "H")
			t.at = 1
			_, _ = fmt.Sscanf(row, "%d", &t.at) // none is the first
			t.at--
			if line == "" {
				continue
			}
			for len(t.rows) <= t.at {
				t.rows = append(t.rows, "")
			}
			t.rows[t.at] = line
		}
	}
	return len(p), nil
}

// begun is a drawer of a screen of 9 × 4 that Bubble Tea has begun.
func begun(out *tty) *drawer {
	d := &drawer{out: out}
	d.resize(9, 4)
	for _, s := range []string{ansi.SetModeAltScreenSaveCursor, ansi.EraseEntireScreen, ansi.CursorHomePosition, ansi.HideCursor} {
		_, _ = d.Write([]byte(s))
	}
	out.writes = 0
	return d
}

// flushes is what Bubble Tea writes of a frame at a tick.
func flushes(d *drawer, frame string) {
	_, _ = d.Write([]byte(ansi.CursorHomePosition + "\r" + frame + ansi.EraseLineRight))
}

func TestFramesAreDrawnAtOnce(t *testing.T) {
	var out tty
	d := begun(&out)
	shown := 0
	d.shown = func() { shown++ }
	d.draw("") // has no size yet
	if out.writes != 0 || shown != 0 {
		t.Fatalf("%d writes for no frame", out.writes)
	}
	for i, frame := range []string{"one\ntwo", "one\ntoo", "one\ntoo"} {
		d.draw(frame)
		if diff := cmp.Diff(strings.Split(frame, "\n"), out.rows); diff != "" {
			t.Errorf("frame %d: %s", i, diff)
		}
	}
	if out.writes != 2 || shown != 1 {
		t.Errorf("%d writes of two frames, told %d times of the first", out.writes, shown)
	}
}

func TestABurstIsLeftToTheTick(t *testing.T) {
	var out tty
	d := begun(&out)
	var number string
	for i := range 50 {
		number = d.draw(fmt.Sprint("frame ", i))
	}
	if out.writes != burst {
		t.Errorf("%d frames of a burst were drawn at once, want %d", out.writes, burst)
	}
	flushes(d, number)
	flushes(d, number)
	if diff := cmp.Diff([]string{"frame 49"}, out.rows); diff != "" || out.writes != burst+1 {
		t.Errorf("after %d writes: %s", out.writes, diff)
	}
	if d.draw("then"); out.rows[0] != "then" {
		t.Errorf("after the tick the screen shows %q", out.rows)
	}
}

func TestTheScreenIsDrawnAnewWhenItIsOursAgain(t *testing.T) {
	var out tty
	d := begun(&out)
	d.draw("one\ntwo")
	_, _ = d.Write([]byte(ansi.ResetModeAltScreenSaveCursor))
	out.rows = []string{"the editor's"}
	d.draw("one\n2")
	if diff := cmp.Diff([]string{"the editor's"}, out.rows); diff != "" {
		t.Errorf("drawn on another's screen: %s", diff)
	}
	_, _ = d.Write([]byte(ansi.SetModeAltScreenSaveCursor))
	_, _ = d.Write([]byte(ansi.EraseEntireScreen))
	d.draw("one\n2")
	if diff := cmp.Diff([]string{"one", "2"}, out.rows); diff != "" {
		t.Errorf("after coming back: %s", diff)
	}
}

// TestDrawnChangesLeaveTheLastFrame draws random frames, some with ticks
// between, resizes in between, and compares the screen with the last.
func TestDrawnChangesLeaveTheLastFrame(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	var out tty
	d := begun(&out)
	for range 2000 {
		rows := make([]string, 1+rnd.IntN(4))
		for i := range rows {
			rows[i] = strings.Repeat(string(rune('a'+rnd.IntN(3))), 1+rnd.IntN(9))
		}
		if rnd.IntN(20) == 0 {
			d.resize(9, 4)
			out.rows = nil
		}
		flushes(d, d.draw(strings.Join(rows, "\n")))
		if diff := cmp.Diff(rows, out.rows); diff != "" {
			t.Fatalf("the screen is not the last frame: %s", diff)
		}
	}
}

func TestLinesFitTheScreen(t *testing.T) {
	d := &drawer{w: 4}
	for line, want := range map[string]string{"abc": "abc\x1b[K", "abcd": "abcd", "abcdef": "abcd", "日本語": "日本"} {
		if got := d.fitted(line); got != want {
			t.Errorf("%q on 4 cells is %q, want %q", line, got, want)
		}
	}
}

// TestFrameNumbersStayOffTheScreen runs Bubble Tea itself: that it draws a
// frame in one write beginning at the first cell is what the drawer goes by.
func TestFrameNumbersStayOffTheScreen(t *testing.T) {
	var out bytes.Buffer
	if err := runProgram(t.Context(), newProgram(counting{}, Options{Input: new(endless), Output: &out})); err != nil {
		t.Fatal(err)
	}
	words := ansi.Strip(out.String())
	if got := strings.Trim(words, "\r\n"); !strings.HasPrefix(got, "first") || !strings.HasSuffix(got, "last") || strings.ContainsAny(got, "0123456789") {
		t.Errorf("the terminal was given %q", got)
	}
}

// counting is a model that counts to a hundred and quits.
type counting struct{ n int }

type countOn struct{}

func (c counting) Init() tea.Cmd { return func() tea.Msg { return countOn{} } }

func (c counting) Update(tea.Msg) (tea.Model, tea.Cmd) {
	if c.n++; c.n == 100 {
		return c, tea.Quit
	}
	return c, c.Init()
}

func (c counting) View() string {
	switch c.n {
	case 0:
		return "first"
	case 100:
		return "last"
	}
	return strings.Repeat("x", c.n%7)
}
