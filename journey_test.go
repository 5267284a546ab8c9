package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
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
	s.tmux(append([]string{"-f", "/dev/null", "new-session", "-d", "-c", home, "-x", fmt.Sprint(w), "-y", fmt.Sprint(h)}, append(command, args...)...)...)
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
	last, at := "", -1
	for range 500 {
		line, row, now := "", -1, ""
		s.until("a cursor that moved", func(screen string) bool {
			now = screen
			line, row = cursor(screen)
			return row >= 0 && (line != last || row != at)
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

// quit leaves the program and expects it to end well and to give the screen
// back.
func (s *terminal) quit() {
	s.t.Helper()
	s.press("q")
	s.await("[exit 0]")
}

// TestJourneySample goes through the built-in sample as an editor would.
func TestJourneySample(t *testing.T) {
	s := openTerminal(t, 120, 40)
	s.await("Verbatim", "the built-in sample")
	s.await("articles,", "alarms")

	s.press("2")
	s.await("━ 2 Actors")
	s.cursorOn("Ioana Vexler")
	s.press("Enter")
	s.await("[actor: Ioana Vexler]")

	s.press("4")
	s.await("━ 4 Quotes")
	s.quoteOn("I was asked to take one sentence")
	s.press("Enter")
	s.await("◆ reference", "≠ altered", "{line}", "The Daily Gull")
	s.press("x")
	s.await("Written: verbatim-ioana-vexler.html")

	s.press("Enter")
	s.await("I was asked to take one sentence", "quote ", "furniture")
	s.back("◆ reference")
	s.back("[actor: Ioana Vexler]", "1 Stories")
	s.press("Escape")
	s.gone("[actor:")

	s.press("/")
	s.await("›  search")
	s.typed(`"wrote down the time"`)
	s.await("wrote down the time", "Marl Valley Courier")
	s.press("Enter")
	s.await("wrote down the time", "furniture")
	s.back("›  search")
	s.back("1 Stories")
	s.quit()
}

// TestJourneySeeds goes through the five real articles: by an actor to a
// statement that one outlet merged with another, to its source, to a search.
func TestJourneySeeds(t *testing.T) {
	seeds, err := filepath.Abs("../shared/seeds")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(seeds); err != nil {
		t.Skip("no seeds: ../shared is not there")
	}
	s := openTerminal(t, 140, 45, seeds)
	s.await("Verbatim", "5 articles,")

	s.press("2")
	s.await("━ 2 Actors")
	s.cursorOn("Donald Trump")
	s.press("Enter")
	s.await("[actor: Donald Trump]")

	s.press("4")
	s.await("━ 4 Quotes")
	s.quoteOn("tango")
	s.press("Enter")
	s.await("◆ reference", "+ merged", "{+", "+}")
	s.press("Enter")
	s.await("tango", "quote ", "furniture")
	s.back("◆ reference", "+ merged")
	s.back("1 Stories")

	// The words of a parenthesis became speech.
	s.press("4")
	s.await("━ 4 Quotes")
	s.quoteOn("worked")
	s.press("Enter")
	s.await("◆ reference", "≠ altered", "{")
	s.back("1 Stories")

	s.press("/")
	s.await("›  search")
	s.typed("speaker:trump tango")
	s.await("tango", "hits")
	s.press("Enter")
	s.await("tango", "furniture")
	s.back("›  search")
	s.back("1 Stories")
	s.quit()
}

// TestJourneyInterrupted ends the program in the middle of things.
func TestJourneyInterrupted(t *testing.T) {
	s := openTerminal(t, 80, 24)
	s.await("Verbatim", "1 Stories", "alarms") // all is read: leaving asks nothing
	s.press("/")
	s.await("›  search")
	s.typed("qqq")
	s.await("qqq")
	s.press("C-c")
	s.await("[exit 0]")
}

// TestJourneyNowhere says what is wrong before any screen is drawn.
func TestJourneyNowhere(t *testing.T) {
	s := openTerminal(t, 80, 24, "no/such/folder")
	s.await("verbatim: open no/such/folder: no such file or directory", "[exit 1]")
}

// TestJourneyWithoutColour shows every difference by a sign.
func TestJourneyWithoutColour(t *testing.T) {
	s := openTerminal(t, 80, 24, "--no-color")
	s.await("≠", "1 Stories", "articles,")
	if raw := s.tmux("capture-pane", "-p", "-e"); coloured.MatchString(raw) {
		t.Errorf("colours despite --no-color:\n%q", raw)
	}
	s.quit()
}

// coloured matches what asks a terminal for any colour but its own.
var coloured = regexp.MustCompile("\x1b\\[[0-9;]*\\b(3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")
