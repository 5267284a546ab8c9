package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// terminal is the program running in a real one, inside tmux.
type terminal struct {
	t      *testing.T
	socket string
}

// patience is how long the screen may take to show what is awaited. It is
// reached only by a test that fails.
const patience = 60 * time.Second

// openTerminal runs the program in a terminal of w × h cells. When it ends the
// screen says "[exit CODE]".
func openTerminal(t *testing.T, w, h int, args ...string) *terminal {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		if os.Getenv("VERBATIM_JOURNEY") == "must" {
			t.Fatal("tmux is not installed")
		}
		t.Skip("no tmux to open a terminal with")
	}
	program, err := exec.LookPath("verbatim")
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	s := &terminal{t: t, socket: filepath.Join(t.TempDir(), "tmux")}
	command := []string{"env", "-u", "TMUX", "-u", "NO_COLOR"}
	for _, v := range []string{"HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"} {
		command = append(command, v+"="+home)
	}
	command = append(command, "LC_ALL=C.UTF-8", "sh", "-c", `"$@"; echo "[exit $?]"; read -r wait`, "sh", program)
	s.tmux(append([]string{"-f", "/dev/null", "new-session", "-d", "-x", fmt.Sprint(w), "-y", fmt.Sprint(h)}, append(command, args...)...)...)
	t.Cleanup(func() { _ = exec.Command("tmux", "-S", s.socket, "kill-server").Run() }) // it may have ended
	return s
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
		time.Sleep(10 * time.Millisecond)
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

// gone waits for a screen without the words.
func (s *terminal) gone(words string) {
	s.t.Helper()
	s.until("a screen without "+words, func(now string) bool { return !strings.Contains(now, words) })
}

// cursorOn moves down from the top of the pane until the cursor's line holds
// the words.
func (s *terminal) cursorOn(words string) {
	s.t.Helper()
	s.press("g")
	last, at := "", -1
	for range 500 {
		line, row := "", -1
		s.until("a cursor that moved", func(now string) bool {
			line, row = lineWith(now, "▶")
			return row >= 0 && (line != last || row != at)
		})
		if strings.Contains(line, words) {
			return
		}
		last, at = line, row
		s.press("j")
	}
	s.t.Fatalf("no line with %q under the cursor:\n%s", words, s.screen())
}

// lineWith returns the first line with the words and its row, -1 if there is
// none.
func lineWith(screen, words string) (string, int) {
	for i, line := range strings.Split(screen, "\n") {
		if strings.Contains(line, words) {
			return line, i
		}
	}
	return "", -1
}

// quit leaves the program and expects it to end well and to give the screen
// back.
func (s *terminal) quit() {
	s.t.Helper()
	s.press("q")
	s.await("[exit 0]")
}
