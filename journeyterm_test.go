package main

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"verbatim/corpus/sample"
)

// desktop is what stays when the program ends: a home, and the folder that it
// is started in.
type desktop struct {
	t         *testing.T
	home, dir string
	env       []string // NAME=value, beside those every program here has
	program   string   // of those that [TestMain] knows; "" for verbatim
}

// newDesktop returns an empty one.
func newDesktop(t *testing.T) *desktop {
	t.Helper()
	return &desktop{t: t, home: t.TempDir(), dir: t.TempDir()}
}

// withSample returns one with the articles of the sample in the folder
// "desk".
func withSample(t *testing.T) *desktop {
	t.Helper()
	d := newDesktop(t)
	if err := os.CopyFS(filepath.Join(d.dir, "desk"), sample.FS()); err != nil {
		t.Fatal(err)
	}
	return d
}

// file writes a file into the folder and returns its path.
func (d *desktop) file(name, content string, mode os.FileMode) string {
	d.t.Helper()
	path := filepath.Join(d.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), mode); err != nil {
		d.t.Fatal(err)
	}
	return path
}

// has expects the words in a file of the folder.
func (d *desktop) has(name string, words ...string) {
	d.t.Helper()
	b, err := os.ReadFile(filepath.Join(d.dir, name))
	if err != nil {
		d.t.Fatal(err)
	}
	for _, w := range words {
		if !strings.Contains(string(b), w) {
			d.t.Errorf("%s has no %q:\n%s", name, w, b)
		}
	}
}

// terminal is the program running in a real one, inside tmux.
type terminal struct {
	t      *testing.T
	socket string
}

// patience is how long the screen may take to show what is awaited. It is
// reached only by a test that fails.
const patience = 60 * time.Second

// openTerminal runs the program in a terminal of w × h cells and a home of its
// own.
func openTerminal(t *testing.T, w, h int, args ...string) *terminal {
	t.Helper()
	return newDesktop(t).open(w, h, args...)
}

// open runs the program in a terminal of w × h cells. When it ends the screen
// says "[exit CODE]".
func (d *desktop) open(w, h int, args ...string) *terminal {
	t := d.t
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		if os.Getenv("VERBATIM_JOURNEY") == "must" {
			t.Fatal("tmux is not installed")
		}
		t.Skip("no tmux to open a terminal with")
	}
	program, err := exec.LookPath(cmp.Or(d.program, "verbatim"))
	if err != nil {
		t.Fatal(err)
	}
	s := &terminal{t: t, socket: filepath.Join(t.TempDir(), "tmux")}
	command := []string{"env", "-u", "TMUX", "-u", "NO_COLOR", "-u", "VISUAL"}
	for _, v := range []string{"HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"} {
		command = append(command, v+"="+d.home)
	}
	command = append(command, d.env...)
	command = append(command, "LC_ALL=C.UTF-8", "sh", "-c", `"$@"; echo "[exit $?]"; read -r wait`, "sh", program)
	begin := []string{"-f", "/dev/null", "new-session", "-d", "-c", d.dir, "-x", fmt.Sprint(w), "-y", fmt.Sprint(h)}
	s.tmux(slices.Concat(begin, command, args)...)
	t.Cleanup(func() { _ = exec.Command("tmux", "-S", s.socket, "kill-server").Run() }) // it may have ended
	return s
}

// resize gives the terminal another size.
func (s *terminal) resize(w, h int) {
	s.t.Helper()
	s.tmux("resize-window", "-x", fmt.Sprint(w), "-y", fmt.Sprint(h))
}

// clicks presses and lets go the left button on the first place of the words.
func (s *terminal) clicks(words string) {
	s.t.Helper()
	x, y := place(s.await(words), words)
	s.typed(fmt.Sprintf("\x1b[<0;%d;%dM\x1b[<0;%d;%dm", x, y, x, y))
}

// place returns the cell of the first place of the words, counted from one.
func place(screen, words string) (x, y int) {
	for i, row := range strings.Split(screen, "\n") {
		if before, _, ok := strings.Cut(row, words); ok {
			return len([]rune(before)) + 1, i + 1
		}
	}
	return 1, 1
}

func (s *terminal) tmux(args ...string) string {
	s.t.Helper()
	out, err := exec.Command("tmux", append([]string{"-u", "-S", s.socket}, args...)...).CombinedOutput()
	if err != nil {
		s.t.Fatalf("tmux %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// screen returns what the terminal shows.
func (s *terminal) screen() string {
	s.t.Helper()
	return s.tmux("capture-pane", "-p")
}

// press sends keys by their tmux names: "Enter", "Escape", "j".
func (s *terminal) press(keys ...string) {
	s.t.Helper()
	s.tmux(append([]string{"send-keys"}, keys...)...)
}

// typed sends text as it is.
func (s *terminal) typed(text string) {
	s.t.Helper()
	s.tmux("send-keys", "-l", text)
}

// until polls the screen until it is as wanted.
func (s *terminal) until(what string, wanted func(screen string) bool) string {
	s.t.Helper()
	end := time.Now().Add(patience)
	for {
		now := s.screen()
		if wanted(now) {
			return now
		}
		if time.Now().After(end) {
			s.t.Fatalf("the screen never shows %s:\n%s", what, now)
		}
		time.Sleep(15 * time.Millisecond)
	}
}

// await waits for a screen with all the words on it.
func (s *terminal) await(words ...string) string {
	s.t.Helper()
	return s.until(fmt.Sprintf("%q", words), func(now string) bool {
		for _, w := range words {
			if !strings.Contains(now, w) {
				return false
			}
		}
		return true
	})
}

// back presses escape and waits for the words, for a key pressed too soon after
// an escape is one with alt.
func (s *terminal) back(words ...string) {
	s.t.Helper()
	s.press("Escape")
	s.await(words...)
}

// gone waits for a screen without the words.
func (s *terminal) gone(words string) {
	s.t.Helper()
	s.until("a screen without "+words, func(now string) bool { return !strings.Contains(now, words) })
}

// calm waits until the work behind the screen is done: its keys stand in the foot
// while it lasts, and would move what is to be clicked there. Between reading and
// indexing they are away for a moment, so it looks often.
func (s *terminal) calm() {
	s.t.Helper()
	looks := 0
	s.until("a screen without work", func(now string) bool {
		looks++
		for _, w := range []string{"reading", "indexing", "tidying"} {
			if strings.Contains(now, w) {
				looks = 0
			}
		}
		return looks >= calmLooks
	})
}

// calmLooks is how many looks in a row find no work where none is done.
const calmLooks = 40

// cursorOn moves down from the top of the pane until the cursor's line has the
// words.
func (s *terminal) cursorOn(words string) {
	s.t.Helper()
	s.walk(words, func(_, line string) bool { return strings.Contains(line, words) })
}

// quoteOn is cursorOn for a quote whose words its preview may show.
func (s *terminal) quoteOn(words string) {
	s.t.Helper()
	s.walk(words, func(screen, line string) bool {
		return strings.Contains(line, words) || strings.Contains(preview(screen), words)
	})
}

func (s *terminal) walk(what string, there func(screen, line string) bool) {
	s.t.Helper()
	s.press("Home")
	s.until("a cursor at the top", atTop)
	last, at := "", -1
	for range 500 {
		line, row, now := "", -1, ""
		s.until("a cursor that moved", func(screen string) bool {
			drawn := screen == now // a second time: whole
			now = screen
			line, row = cursor(screen)
			return drawn && row >= 0 && (line != last || row != at)
		})
		if there(now, line) {
			return
		}
		last, at = line, row
		s.press("Down")
	}
	s.t.Fatalf("nothing with %q under the cursor:\n%s", what, s.screen())
}

// preview returns what the screen shows of the quote under the cursor, in the
// last column.
func preview(screen string) string {
	_, below, _ := strings.Cut(screen, "─ Quote ─")
	var b strings.Builder
	for line := range strings.Lines(below) {
		b.WriteString(line[strings.LastIndex(line, "│")+1:])
	}
	return b.String()
}

// cursor returns what stands on the cursor's line in its pane, and the row, -1
// if there is none.
func cursor(screen string) (string, int) {
	for i, line := range strings.Split(screen, "\n") {
		if _, after, ok := strings.Cut(line, "▶"); ok {
			item, _, _ := strings.Cut(after, "│")
			return item, i
		}
	}
	return "", -1
}

// atTop reports whether the cursor is right below a title.
func atTop(screen string) bool {
	rows := strings.Split(screen, "\n")
	_, row := cursor(screen)
	if row < 1 {
		return false
	}
	before, _, _ := strings.Cut(rows[row], "▶")
	above, x := []rune(rows[row-1]), len([]rune(before))
	return x < len(above) && (above[x] == '━' || above[x] == '─')
}

// quit leaves the program and expects it to end well and to give the screen
// back.
func (s *terminal) quit() {
	s.t.Helper()
	s.press("q")
	s.ended("[exit 0]")
}

// ended waits for the words after the program, and expects the terminal as it
// was: the cursor on, no mouse, not the screen of a program.
func (s *terminal) ended(words string) {
	s.t.Helper()
	s.await(words)
	const want = "cursor 1, mouse 0, other screen 0"
	if got := s.tmux("display-message", "-p", "cursor #{cursor_flag}, mouse #{mouse_any_flag}, other screen #{alternate_on}"); strings.TrimSpace(got) != want {
		s.t.Errorf("the terminal is left with %s; want %s", strings.TrimSpace(got), want)
	}
}
