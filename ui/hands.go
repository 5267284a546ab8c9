package ui

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/aymanbagabas/go-osc52/v2"
)

// machine acts on the machine the program runs on, which may be at the other
// end of SSH.
type machine struct {
	terminal io.Writer
	env      func(string) string
	find     func(program string) (string, error)
}

// maxCopy is the number of bytes copied at most: terminals drop more.
const maxCopy = 70_000

// copy asks the terminal to take the text (OSC 52). Under tmux it is tmux that
// is asked, whatever its set-clipboard says; it passes the text on.
func (m machine) copy(text string) error {
	if len(text) > maxCopy {
		return fmt.Errorf("%d bytes are more than a terminal takes", len(text))
	}
	if m.env("TMUX") != "" && m.copyToTmux(text) == nil {
		return nil
	}
	seq := osc52.New(text)
	if m.env("STY") != "" {
		seq = seq.Screen()
	}
	_, err := seq.WriteTo(m.terminal)
	return err
}

func (m machine) copyToTmux(text string) error {
	tmux, err := m.find("tmux")
	if err != nil {
		return err
	}
	ctx, stop := context.WithTimeout(context.Background(), 2*time.Second)
	defer stop()
	c := exec.CommandContext(ctx, tmux, "load-buffer", "-w", "-")
	c.Stdin = bytes.NewBufferString(text)
	return c.Run()
}

// browse opens the address in the browser of the desktop, or in one of the
// terminal; an article without an address in the pager.
func (m machine) browse(t target) (*exec.Cmd, string, error) {
	if t.url == "" {
		run, err := m.page(t)
		return run, "", err
	}
	u, err := url.Parse(t.url)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil, "", fmt.Errorf("%q is not a web address", t.url)
	}
	for _, b := range strings.Split(m.env("BROWSER"), ":") {
		if run := m.program(b, u.String()); run != nil {
			return run, "", nil
		}
	}
	if name := m.desktop(); name != "" {
		return nil, "Opened " + u.String(), m.start(name, u.String())
	}
	for _, b := range []string{"www-browser", "w3m", "lynx", "links", "elinks"} {
		if run := m.program(b, u.String()); run != nil {
			return run, "", nil
		}
	}
	return nil, "No browser here. The address: " + u.String(), nil
}

// desktop returns what opens an address on the desktop, empty where there is
// none to open it on.
func (m machine) desktop() string {
	switch {
	case runtime.GOOS == "darwin" && m.env("SSH_CONNECTION") == "":
		return "open"
	case m.env("DISPLAY") != "" || m.env("WAYLAND_DISPLAY") != "":
		if _, err := m.find("xdg-open"); err == nil {
			return "xdg-open"
		}
	}
	return ""
}

// start runs a program that does not need the terminal and does not wait.
func (m machine) start(name string, args ...string) error {
	path, err := m.find(name)
	if err != nil {
		return err
	}
	c := exec.Command(path, args...)
	if err := c.Start(); err != nil {
		return err
	}
	go c.Wait() //nolint:errcheck // it is not ours to say how a browser ends
	return nil
}

// program returns a command line with an argument, nil if it cannot be found.
func (m machine) program(line string, args ...string) *exec.Cmd {
	ws := strings.Fields(line)
	if len(ws) == 0 {
		return nil
	}
	path, err := m.find(ws[0])
	if err != nil {
		return nil
	}
	c := exec.Command(path, append(ws[1:], args...)...)
	c.Stdout = m.terminal // itself, not what draws on it
	return c
}

// page opens the file in the pager, at the line.
func (m machine) page(t target) (*exec.Cmd, error) {
	file, err := onDisk(t.file)
	if err != nil {
		return nil, err
	}
	for _, p := range []string{m.env("PAGER"), "less", "more"} {
		run := m.program(p)
		if run == nil {
			continue
		}
		if name := filepath.Base(run.Path); t.line > 0 && (name == "less" || name == "more") {
			run.Args = append(run.Args, fmt.Sprintf("+%d", t.line))
		}
		run.Args = append(run.Args, file)
		return run, nil
	}
	return nil, errors.New("no pager: set PAGER")
}

// edit opens the file in VISUAL or EDITOR, at the line.
func (m machine) edit(t target) (*exec.Cmd, error) {
	file, err := onDisk(t.file)
	if err != nil {
		return nil, err
	}
	for _, e := range []string{m.env("VISUAL"), m.env("EDITOR"), "vi", "nano"} {
		if run := m.program(e); run != nil {
			run.Args = append(run.Args, atLine(filepath.Base(run.Path), file, t.line)...)
			return run, nil
		}
	}
	return nil, errors.New("no editor: set VISUAL or EDITOR")
}

// atLine returns the arguments that open a file at a line in the editor's own
// way; most take +LINE before the file.
func atLine(editor, file string, line int) []string {
	at := fmt.Sprintf("%s:%d", file, line)
	switch {
	case line < 1:
		return []string{file}
	case editor == "code", editor == "codium", editor == "cursor":
		return []string{"--wait", "--goto", at}
	case editor == "hx", editor == "helix", editor == "zed", editor == "subl":
		return []string{at}
	}
	return []string{fmt.Sprintf("+%d", line), file}
}

// onDisk returns the absolute path of a file that is there to be opened. What
// is absolute is no option of any program.
func onDisk(file string) (string, error) {
	path, err := filepath.Abs(file)
	if err != nil {
		return "", err
	}
	if _, err := os.Stat(path); err != nil {
		return "", fmt.Errorf("%s is not a file on this disk", file)
	}
	return path, nil
}
