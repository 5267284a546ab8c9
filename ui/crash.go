package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// crash is a panic that was caught before it reached the terminal.
type crash struct {
	value string
	stack []byte
}

func crashOf(v any) *crash { return &crash{fmt.Sprint(v), debug.Stack()} }

// rescue turns a panic within Update into leaving the program.
func (r *root) rescue(next *tea.Model, cmd *tea.Cmd) {
	if v := recover(); v != nil {
		r.crash = crashOf(v)
		*next, *cmd = r, tea.Quit
	}
}

// rescueView shows that drawing failed; the next key leaves.
func (r *root) rescueView(screen *string) {
	if v := recover(); v != nil {
		r.crash = crashOf(v)
		*screen = "Verbatim failed at drawing this. Any key leaves."
	}
}

// guarded returns a command whose panic is a message, so that the program
// ends as it should and not in a goroutine.
func guarded(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (m tea.Msg) {
		defer func() {
			if v := recover(); v != nil {
				m = crashOf(v)
			}
		}()
		m = cmd()
		if all, ok := m.(tea.BatchMsg); ok {
			for i := range all {
				all[i] = guarded(all[i])
			}
		}
		return m
	}
}

// report writes the crash into a log in the folder and returns the error that
// says so.
func (c *crash) report(dir string, views []string) error {
	now := time.Now().UTC()
	file := filepath.Join(dir, "crash-"+now.Format("20060102-150405")+".log")
	text := fmt.Sprintf("%s\nviews: %q\npanic: %s\n\n%s", now.Format(time.RFC3339), views, c.value, c.stack)
	if info, ok := debug.ReadBuildInfo(); ok {
		text = info.Main.Path + " " + info.Main.Version + " " + info.GoVersion + "\n" + text
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("the screen failed: %s (no log: %w)", c.value, err)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		return fmt.Errorf("the screen failed: %s (no log: %w)", c.value, err)
	}
	return fmt.Errorf("the screen failed: %s; the log is in %s", c.value, file)
}

// logFolder is where a crash is written down: beside the state.
func logFolder(o Options) string {
	switch o.State {
	case "":
		return filepath.Dir(StateFile())
	case None:
		return os.TempDir()
	}
	return filepath.Dir(o.State)
}
