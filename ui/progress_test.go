package ui

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"verbatim/ui/cell"
)

func reading(done int, at time.Duration) read {
	return read{Update: Update{Done: done, Total: 20000}, at: time.Unix(1000, 0).Add(at)}
}

func TestProgressSaysHowLong(t *testing.T) {
	d := drive(t, 120, 40, Options{})
	d.send(reading(0, 0))
	d.sees("reading ░░░░░░░░░░░░ 0/20,000")
	d.seesNot("left")
	d.send(reading(2000, 4*time.Second))
	d.sees("reading █░░░░░░░░░░░ 2,000/20,000, 40 s left")
	d.send(reading(4000, 60*time.Second))
	d.sees("5 min left")
	d.send(read{Update: Update{Work: "indexing", Done: 100, Total: 20000, Finished: true}, at: time.Unix(2000, 0)})
	d.sees("indexing")
	d.seesNot("left")
	d.send(read{Update: Update{Work: "indexing", Done: 20000, Total: 20000, Finished: true}, at: time.Unix(2001, 0)})
	d.seesNot("indexing")
}

func TestProgressByBytes(t *testing.T) {
	d := drive(t, 120, 40, Options{})
	d.send(read{Update: Update{Total: 1, Size: 1000}, at: time.Unix(1000, 0)})
	d.send(read{Update: Update{Total: 1, Size: 1000, Bytes: 500, Articles: 1234}, at: time.Unix(1060, 0)})
	d.sees("reading ██████░░░░░░ 1,234 articles, 2 min left")
}

func TestTimeInWords(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "", 3 * time.Second: "a few seconds left", 41 * time.Second: "50 s left", 90 * time.Second: "2 min left", 90 * time.Minute: "2 h left",
	} {
		if got := inWords(d); got != want {
			t.Errorf("%v is %q, want %q", d, got, want)
		}
	}
}

func TestReadingCanBeStopped(t *testing.T) {
	stopped := 0
	d := drive(t, 120, 40, Options{Stop: func() { stopped++ }})
	d.send(reading(2000, 0))
	d.press("esc")
	d.sees("Still reading, 2,000/20,000.", "s stop", "q quit", "esc go on")
	d.press("j")
	d.seesNot("Still reading")
	if stopped > 0 {
		t.Error("stopped without being asked to")
	}
	d.press("2", "f", "type:x", "esc") // the filter goes first
	d.seesNot("Still reading")
	d.press("esc", "s")
	d.sees("Stopped at 2,000/20,000.", "0 articles", "and so not all is here")
	if stopped != 1 {
		t.Errorf("stopped %d times", stopped)
	}
	d.press("esc")
	d.seesNot("Still reading")
}

func TestLeavingAsksWhileReading(t *testing.T) {
	d := drive(t, 120, 40, Options{Stop: func() {}})
	d.send(reading(2000, 0))
	d.press("/", "type:wall")
	_, cmd := d.r.Update(keyOf("ctrl+c"))
	d.sees("Still reading")
	if quits(cmd) {
		t.Error("left without asking")
	}
	if _, cmd = d.r.Update(keyOf("ctrl+c")); !quits(cmd) {
		t.Error("the second ctrl+c does not leave")
	}
	d = drive(t, 120, 40, Options{Stop: func() {}})
	d.send(reading(2000, 0))
	d.press("ctrl+c")
	d.read(fixture(), true)
	d.seesNot("Still reading") // there is nothing to ask any more
	if _, cmd = d.r.Update(keyOf("ctrl+c")); !quits(cmd) {
		t.Error("asked though all has been read")
	}
}

// quits reports whether a command ends the program.
func quits(cmd tea.Cmd) bool {
	if cmd == nil {
		return false
	}
	switch m := cmd().(type) {
	case tea.QuitMsg:
		return true
	case tea.BatchMsg:
		for _, c := range m {
			if quits(c) {
				return true
			}
		}
	}
	return false
}

func writeNothing(*catalog, int) []cell.Line { return nil }

// brittle is a screen that fails at a key, and at drawing if told so.
type brittle struct {
	sheetView
	draws bool
}

func (b *brittle) Update(tea.Msg) tea.Cmd { panic("a span that does not fit") }

func (b *brittle) View() string {
	if b.draws {
		panic("a row too many")
	}
	return b.block([]cell.Line{nil}, b.w, b.h)
}

func TestAPanicIsCaughtWhereverItComesFrom(t *testing.T) {
	d := open(t, 80, 24, Options{})
	d.r.push(&brittle{sheetView: sheetView{shared: &d.r.shared, kind: viewProblems, write: writeNothing}})
	if _, cmd := d.r.Update(keyOf("j")); !quits(cmd) || d.r.crash == nil {
		t.Error("a panic in Update does not end the program")
	}
	d = open(t, 80, 24, Options{})
	d.r.push(&brittle{sheetView: sheetView{shared: &d.r.shared, kind: viewProblems, write: writeNothing}, draws: true})
	d.sees("failed at drawing")
	if _, cmd := d.r.Update(keyOf("j")); !quits(cmd) {
		t.Error("a panic in View does not end the program")
	}
	m := guarded(tea.Batch(func() tea.Msg { return nil }, func() tea.Msg { panic("index damaged") }))()
	m = m.(tea.BatchMsg)[1]()
	if c, ok := m.(*crash); !ok || c.value != "index damaged" {
		t.Errorf("a panic in a command became %v", m)
	}
}

func TestACrashSaysWhereItsLogIs(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "state")
	var out bytes.Buffer
	o := Options{Input: strings.NewReader("j"), Output: &out, State: filepath.Join(dir, "state.toml")}
	r := newRoot(o, newTheme(false, false, termenv.ANSI256))
	r.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	r.push(&brittle{sheetView: sheetView{shared: &r.shared, kind: viewProblems, write: writeNothing}})
	err := r.run(t.Context(), o)
	if err == nil || !strings.Contains(err.Error(), "the log is in "+dir) {
		t.Fatalf("the error is %v", err)
	}
	_, file, _ := strings.Cut(err.Error(), "the log is in ")
	log, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(log), "brittle") || !strings.Contains(string(log), `views: ["Briefing" "Problems"]`) {
		t.Errorf("the log is %q, %v", log, err)
	}
	const leaveAltScreen, showCursor = "\x1b[?1049l", "\x1b[?25h"
	if s := out.String(); !strings.Contains(s, leaveAltScreen) || !strings.Contains(s, showCursor) || strings.Contains(s, "goroutine") {
		t.Errorf("the terminal was left as %q", s)
	}
}

func TestLinkingIsNotStopped(t *testing.T) {
	stopped := false
	d := drive(t, 120, 40, Options{Stop: func() { stopped = true }})
	d.send(read{Update: Update{Bytes: 90, Size: 90, Done: 1, Total: 1, Articles: 2000}})
	d.press("esc")
	d.sees("Still linking")
	d.press("s")
	d.sees("nothing left to stop")
	if stopped {
		t.Error("linking was stopped")
	}
}

// What cannot be read is not waited for.
func TestNothingCouldBeRead(t *testing.T) {
	d := drive(t, 80, 24, Options{})
	d.sees("not read yet")
	d.send(read{Update: Update{Err: errors.New("open port-hale: permission denied"), Finished: true}})
	d.sees("could not be read", "✗ open port-hale: permission denied")
	d.seesNot("not read yet")
	d.press("!")
	d.sees("Nothing could be read.")
}

// That there was no problem is said when all has been read.
func TestProblemsSoFar(t *testing.T) {
	d := drive(t, 80, 24, Options{})
	b := fixture()
	b.Problems = nil
	d.send(read{Update: Update{Briefing: b, Done: 9, Total: 20}, catalog: newCatalog(b)})
	d.press("!")
	d.sees("No problem so far.")
	d.read(b, true)
	d.sees("Everything was read.")
}
