//go:build linux

package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// The screen as the editor's hand feels it: programs run behind a real
// pseudo-terminal, and what is timed is from the start, or from a key, to the
// last byte drawn. fzf does the same over the headlines of the same articles,
// by turns, so that a busy machine is as hard on both:
//
//	go test -run '^$' -bench Terminal -benchtime 100x .
//
// The first time all articles are read, which takes minutes.

// listed is how many articles the list has.
const listed = 20_000

// Bounds on waiting: how long nothing is drawn on a screen that has settled,
// and how long all may take.
const (
	stillness = 60 * time.Millisecond
	endurance = 30 * time.Minute
)

// pane is the terminal's side of a pseudo-terminal.
type pane struct {
	b      *testing.B
	master *os.File
	cmd    *exec.Cmd

	mu    sync.Mutex
	drawn []byte // since the last forget
	last  time.Time
}

// openPane starts a program in a pseudo-terminal; input, where there is one,
// is its standard input.
func openPane(b *testing.B, cmd *exec.Cmd, input *os.File) *pane {
	b.Helper()
	master, slave := pseudoTerminal(b, &unix.Winsize{Row: 40, Col: 120})
	defer slave.Close()
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: 1}
	if input != nil {
		cmd.Stdin = input
	}
	p := &pane{b: b, master: master, cmd: cmd}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	go p.read()
	return p
}

// pseudoTerminal returns both sides of a pseudo-terminal.
func pseudoTerminal(b *testing.B, size *unix.Winsize) (master, slave *os.File) {
	b.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		b.Skip("no pseudo-terminal:", err)
	}
	fd := int(master.Fd())
	number, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err == nil {
		err = unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0)
	}
	if err == nil {
		err = unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, size)
	}
	if err == nil {
		slave, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	}
	if err != nil {
		b.Skip("no pseudo-terminal:", err)
	}
	return master, slave
}

// answers is what a terminal says when it is asked for its colours, for the
// cursor, and for what it is.
var answers = map[string]string{
	"\x1b]10;?": "\x1b]10;rgb:e0e0/e0e0/e0e0\x1b\\",
	"\x1b]11;?": "\x1b]11;rgb:1010/1010/1010\x1b\\",
	"\x1b[6n":   "\x1b[1;1R",
	"\x1b[c":    "\x1b[?62c",
}

// read takes what the program draws, and answers what it asks.
func (p *pane) read() {
	buf := make([]byte, 1<<16)
	for {
		n, err := p.master.Read(buf)
		if err != nil {
			return
		}
		now := time.Now()
		for ask, answer := range answers {
			if bytes.Contains(buf[:n], []byte(ask)) {
				_, _ = p.master.WriteString(answer) // a program that has ended asks no more
			}
		}
		p.mu.Lock()
		p.drawn, p.last = append(p.drawn, buf[:n]...), now
		p.mu.Unlock()
	}
}

// forget sets what was drawn aside.
func (p *pane) forget() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.drawn, p.last = p.drawn[:0], time.Time{}
}

// shows tells whether words were drawn since forget, and when last anything was.
func (p *pane) shows(words string) (bool, time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return bytes.Contains(p.drawn, []byte(words)), p.last
}

// until waits for done and returns the time it gives.
func (p *pane) until(what string, done func() (bool, time.Time)) time.Time {
	p.b.Helper()
	for end := time.Now().Add(endurance); time.Now().Before(end); time.Sleep(200 * time.Microsecond) {
		if ok, at := done(); ok {
			return at
		}
	}
	p.b.Fatalf("the screen never %s: %q", what, p.drawn)
	return time.Time{}
}

// first waits for words to be drawn and returns when they were.
func (p *pane) first(words string) time.Time {
	p.b.Helper()
	return p.until("showed "+words, func() (bool, time.Time) { return p.shows(words) })
}

// settled waits until nothing has been drawn for a while and returns when the
// last of it was; the zero time where nothing was.
func (p *pane) settled(still time.Duration) time.Time {
	p.b.Helper()
	from := time.Now()
	return p.until("came to rest", func() (bool, time.Time) {
		_, at := p.shows("")
		return time.Since(at) > still && time.Since(from) > still, at
	})
}

// idle waits until the header tells what there is, and no longer of the work
// behind it: between reading and indexing too it tells that for a moment.
func (p *pane) idle() {
	p.b.Helper()
	p.until("said that the work is done", func() (bool, time.Time) {
		time.Sleep(stillness) // what is drawn meanwhile is long
		p.mu.Lock()
		defer p.mu.Unlock()
		work := bytes.LastIndex(p.drawn, []byte("indexing"))
		return work >= 0 && bytes.Contains(p.drawn[work:], []byte(" outlets")), p.last
	})
}

// press writes a key and returns how long the screen took to settle.
func (p *pane) press(key string) time.Duration {
	p.b.Helper()
	p.forget()
	from := time.Now()
	if _, err := p.master.WriteString(key); err != nil {
		p.b.Fatal(err)
	}
	return max(p.settled(stillness).Sub(from), 0)
}

// end stops the program.
func (p *pane) end() {
	_ = p.cmd.Process.Kill() // it may have ended
	_ = p.cmd.Wait()
	_ = p.master.Close()
}

// story is an article of shared/perf.
type story struct{ Outlet, Headline, Published, Text string }

func stories(b *testing.B) []story {
	b.Helper()
	f, err := os.Open("../shared/perf/articles.jsonl.gz")
	if err != nil {
		b.Skip("no ../shared/perf to make a list of:", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	var out []story
	lines := bufio.NewScanner(z)
	for lines.Buffer(nil, 1<<24); lines.Scan(); {
		var s story
		if err := json.Unmarshal(lines.Bytes(), &s); err != nil {
			b.Fatal(err)
		}
		out = append(out, s)
	}
	return out
}

// lay lays the articles out in a folder, one a file, and returns their
// headlines. From the second round on some words are others, so that each is
// an article of its own.
func lay(b *testing.B, folder string, articles []story) []string {
	b.Helper()
	var list []string
	for i := range listed {
		a, round := articles[i%len(articles)], i/len(articles)
		headline := otherwise(a.Headline, round)
		page := strings.Join([]string{headline, a.Outlet + "\n" + a.Published, otherwise(a.Text, round), ""}, "\n\n")
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%05d.txt", i)), []byte(page), 0o600); err != nil {
			b.Fatal(err)
		}
		list = append(list, headline)
	}
	return list
}

// otherwise returns a text in which every seventh word, from another on in each
// round, has become another.
func otherwise(s string, round int) string {
	words := strings.Split(s, " ")
	for i := round % 7; round > 0 && i < len(words); i += 7 {
		r := []rune(words[i])
		slices.Reverse(r)
		words[i] = string(r) + strings.Repeat("a", round)
	}
	return strings.Join(words, " ")
}

// bench is a list on disk and the two programs that show it.
type bench struct {
	dir   string
	list  []string
	env   []string
	rival string // fzf
}

func newBench(b *testing.B) *bench {
	b.Helper()
	if testing.Short() {
		b.Skip("reads 20,000 articles")
	}
	rival, err := exec.LookPath("fzf")
	if err != nil {
		b.Skip("no fzf to compare with: go install github.com/junegunn/fzf@latest")
	}
	articles := stories(b)
	t := &bench{dir: b.TempDir(), rival: rival, env: []string{"PATH=" + os.Getenv("PATH"), "TERM=xterm-256color", "LC_ALL=C.UTF-8"}}
	for _, v := range []string{"HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"} {
		t.env = append(t.env, v+"="+filepath.Join(t.dir, "home"))
	}
	if err := os.Mkdir(t.at("articles"), 0o700); err != nil {
		b.Fatal(err)
	}
	t.list = lay(b, t.at("articles"), articles)
	if err := os.WriteFile(t.at("list"), []byte(strings.Join(t.list, "\n")+"\n"), 0o600); err != nil {
		b.Fatal(err)
	}
	build := exec.Command("go", "build", "-trimpath", "-o", t.at("verbatim"), ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0") // one static binary, as it is released
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return t
}

func (t *bench) at(name string) string { return filepath.Join(t.dir, name) }

func (t *bench) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Env = t.env
	return cmd
}

func (t *bench) verbatim(b *testing.B) *pane {
	b.Helper()
	return openPane(b, t.command(t.at("verbatim"), t.at("articles")), nil)
}

func (t *bench) fzf(b *testing.B) *pane {
	b.Helper()
	list, err := os.Open(t.at("list"))
	if err != nil {
		b.Fatal(err)
	}
	defer list.Close()
	return openPane(b, t.command(t.rival), list)
}

// read has the articles read and indexed once, as on the day before.
func (t *bench) read(b *testing.B) {
	b.Helper()
	if out, err := t.command(t.at("verbatim"), "search", "word", t.at("articles")).CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
}

// BenchmarkTerminal compares the screen with fzf's.
func BenchmarkTerminal(b *testing.B) {
	t := newBench(b)
	t.read(b)
	b.Run("first", t.first)
	b.Run("key", t.keys)
	b.Run("reading", t.whileReading)
}

// first times both from their start to the first frame.
func (t *bench) first(b *testing.B) {
	var ours, theirs []time.Duration
	for b.Loop() {
		ours = append(ours, start(func() *pane { return t.verbatim(b) }, "Verbatim"))
		theirs = append(theirs, start(func() *pane { return t.fzf(b) }, ">"))
	}
	figures(b, ours, theirs)
}

// start returns how long a program takes until it shows words.
func start(open func() *pane, words string) time.Duration {
	from := time.Now()
	p := open()
	defer p.end()
	return p.first(words).Sub(from)
}

// keys types words of the headlines into both letter by letter, takes them
// back, and times each key.
func (t *bench) keys(b *testing.B) {
	v, f := t.verbatim(b), t.fzf(b)
	defer v.end()
	defer f.end()
	v.first("Verbatim")
	v.idle()
	v.settled(stillness)
	v.press("/")
	f.settled(time.Second)
	typing := t.typing()
	var ours, theirs []time.Duration
	for b.Loop() {
		key := typing[len(ours)%len(typing)]
		ours, theirs = append(ours, v.press(key)), append(theirs, f.press(key))
	}
	figures(b, ours, theirs)
}

// whileReading moves the cursor while all articles are read anew behind it, and
// that of fzf, which has nothing else to do on the same machine.
func (t *bench) whileReading(b *testing.B) {
	fresh := *t
	fresh.env = append(slices.Clone(t.env), "XDG_DATA_HOME="+b.TempDir())
	v, f := fresh.verbatim(b), t.fzf(b)
	defer v.end()
	defer f.end()
	v.first("▶") // something has been read
	f.settled(time.Second)
	var ours, theirs []time.Duration
	for b.Loop() {
		key, arrow := "j", "\x1b[A"
		if len(ours)%2 == 1 {
			key, arrow = "k", "\x1b[B"
		}
		ours, theirs = append(ours, v.answer(key, "▶")), append(theirs, f.answer(arrow, ""))
	}
	if done, _ := v.shows(" outlets"); done {
		b.Log("all was read before the last key")
	}
	figures(b, ours, theirs)
}

// answer writes a key and returns how long it took until words were drawn; any
// will do where none are given.
func (p *pane) answer(key, words string) time.Duration {
	p.b.Helper()
	p.forget()
	from := time.Now()
	if _, err := p.master.WriteString(key); err != nil {
		p.b.Fatal(err)
	}
	drawn := p.until("answered "+key, func() (bool, time.Time) {
		ok, at := p.shows(words)
		return ok && !at.IsZero(), at
	})
	time.Sleep(stillness) // as one who looks before the next key
	return max(drawn.Sub(from), 0)
}

// typing is the keys of a search for two words of each of some headlines, and
// those that take them back again.
func (t *bench) typing() []string {
	var keys []string
	for i := 0; i < len(t.list); i += 97 {
		words := strings.FieldsFunc(strings.ToLower(t.list[i]), func(r rune) bool { return r < 'a' || r > 'z' })
		if len(words) < 4 {
			continue
		}
		query := strings.Split(words[1]+" "+words[2], "")
		keys = append(append(keys, query...), slices.Repeat([]string{"\x7f"}, len(query))...)
	}
	return keys
}

// figures reports the median and the 99th percentile of both, in milliseconds.
func figures(b *testing.B, ours, theirs []time.Duration) {
	b.ReportMetric(0, "ns/op") // is the harness's
	for name, took := range map[string][]time.Duration{"": ours, "fzf-": theirs} {
		slices.Sort(took)
		for _, p := range []int{50, 99} {
			at := took[(len(took)-1)*p/100]
			b.ReportMetric(float64(at)/float64(time.Millisecond), fmt.Sprintf("%sp%d-ms", name, p))
		}
	}
}
