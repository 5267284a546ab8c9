package ui

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"verbatim/corpus/news"
)

// pocket holds what was copied and opened.
type pocket struct {
	text   string
	opened target
	edited target
	err    error
}

func (p *pocket) copy(text string) error {
	p.text = text
	return p.err
}

func (p *pocket) browse(t target) (*exec.Cmd, string, error) {
	p.opened = t
	return nil, "opened " + t.url, p.err
}

func (p *pocket) edit(t target) (*exec.Cmd, error) {
	p.edited = t
	return nil, p.err
}

func withHands(t *testing.T, o Options) (*driver, *pocket) {
	t.Helper()
	d, p := open(t, 120, 40, o), &pocket{}
	d.r.hands = p
	return d, p
}

func TestCopyCites(t *testing.T) {
	d, p := withHands(t, Options{})
	d.press("enter", "y")
	d.sees("Copied the quote,")
	want := "“We could not rebuild the wall, and we will not pretend that it can be saved.” Mara Venn said\n" +
		"Daily Ledger, 3 Dec 2025: Venn: wall stays down\nport-hale/a2.txt:3\n"
	if p.text != want {
		t.Errorf("copied %q, want %q", p.text, want)
	}
	d.press("j")
	d.seesNot("Copied")
}

func TestCopyWhereverTheKeysAre(t *testing.T) {
	for _, keys := range [][]string{{"enter", "h"}, {"M", "h"}, {"A"}, {"s"}, nil} {
		d, p := withHands(t, Options{})
		d.press(append(keys, "y")...)
		if !strings.HasPrefix(p.text, "“We will not rebuild the wall") || !strings.Contains(p.text, "The Harbour Post (Nordwire), 3 Dec 2025") {
			t.Errorf("%v: copied %q", keys, p.text)
		}
	}
	d, p := withHands(t, Options{})
	d.press("T", "j", "y")
	if !strings.HasPrefix(p.text, "The minister is to meet residents on Friday\n") {
		t.Errorf("a report is copied as %q", p.text)
	}
}

func TestCopyIsInert(t *testing.T) {
	b := fixture()
	b.Readings[0].Article.Headline.Value = "wall\x1b]52;c;x\x07\u202e\ngone"
	d := drive(t, 120, 40, Options{})
	d.read(b, true)
	p := &pocket{}
	d.r.hands = p
	d.press("y")
	if strings.ContainsAny(p.text, "\x1b\x07\u202e") || !strings.Contains(p.text, "wall]52;c;x gone") {
		t.Errorf("copied %q", p.text)
	}
}

func TestCopyComparison(t *testing.T) {
	d, p := withHands(t, Options{})
	d.press("Y")
	for _, w := range []string{"Mara Venn in Minister will not", "outlets disagree on the date", "◆ reference  The Harbour Post, Nordwire · 3 Dec 2025: she told",
		"≠ altered  Daily Ledger", "“We {could} not", "• “could” for “will”", "too early", "? possible  Evening Echo", "{words} not in ◆"} {
		if !strings.Contains(p.text, w) {
			t.Errorf("the comparison has no %q:\n%s", w, p.text)
		}
	}
	if strings.Contains(p.text, "\x1b") {
		t.Errorf("the comparison has escapes: %q", p.text)
	}
}

// what is copied and exported is held against the reference that was chosen.
func TestTheChosenReferenceIsCopiedAndExported(t *testing.T) {
	var reference int
	d, p := withHands(t, Options{Compare: swapReference, Export: func(b *news.Briefing, s Sheet) (string, error) {
		reference = b.Statements[s.Statements[0]].Reference
		return "sheet.html", nil
	}})
	d.press("enter", "r", "x", "Y")
	if reference != 1 {
		t.Errorf("exported against variant %d", reference)
	}
	if !strings.Contains(p.text, "◆ reference  Daily Ledger") {
		t.Errorf("copied against another:\n%s", p.text)
	}
	if d.r.c.b.Statements[0].Reference != 0 {
		t.Error("the briefing has been changed")
	}
}

func TestCopyNothing(t *testing.T) {
	d, p := withHands(t, Options{})
	d.press("2", "G", "Y")
	d.sees("no comparison under the keys")
	if p.text != "" {
		t.Errorf("copied %q", p.text)
	}
	p.err = errors.New("no terminal")
	d.press("4", "y")
	d.sees("✗ copy the quote: no terminal")
}

func TestOpenAndEditAtTheLine(t *testing.T) {
	b := fixture()
	b.Readings[1].Article.URL = "https://ledger.example/wall"
	d := drive(t, 120, 40, Options{})
	d.read(b, true)
	p := &pocket{}
	d.r.hands = p
	d.press("enter", "o", "e")
	want := target{"https://ledger.example/wall", "port-hale/a2.txt", 3}
	if p.opened != want || p.edited != want {
		t.Errorf("opened %v, edited %v, want %v", p.opened, p.edited, want)
	}
	d.press("enter", "G", "e")
	if p.edited.file != "port-hale/a2.txt" {
		t.Errorf("the reader edits %v", p.edited)
	}
	d.press("esc", "esc", "2", "G", "o")
	if p.opened.file != "port-hale/a1.txt" || p.opened.line != 4 {
		t.Errorf("an actor opens %v", p.opened)
	}
}

func TestExportHandsOverWhatIsShown(t *testing.T) {
	var got Sheet
	o := Options{Export: func(b *news.Briefing, s Sheet) (string, error) {
		got = s
		return "/tmp/sheet.md", nil
	}}
	for _, c := range []struct {
		keys []string
		want []int
	}{
		{nil, []int{0, 1, 2, 4, 3}}, {[]string{"a"}, []int{0}}, {[]string{"j", "enter"}, []int{1}},
		{[]string{"M"}, []int{0, 1, 2, 3}}, {[]string{"j", "A"}, []int{1}},
	} {
		d := open(t, 120, 40, o)
		d.press(append(c.keys, "x")...)
		d.sees("Written: /tmp/sheet.md")
		slices.Sort(got.Statements)
		slices.Sort(c.want)
		if !slices.Equal(got.Statements, c.want) {
			t.Errorf("%v: exported %v, want %v", c.keys, got.Statements, c.want)
		}
	}
	d := open(t, 120, 40, Options{})
	d.press("?")
	d.seesNot("export:")
}

func machineWith(env map[string]string, programs ...string) machine {
	return machine{
		env: func(k string) string { return env[k] },
		find: func(p string) (string, error) {
			if slices.Contains(programs, p) {
				return "/bin/" + p, nil
			}
			return "", exec.ErrNotFound
		},
	}
}

func TestEditorsGetTheLineInTheirWay(t *testing.T) {
	file := filepath.Join(t.TempDir(), "-n.txt")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		env  map[string]string
		want string
	}{
		{map[string]string{"VISUAL": "nvim -R", "EDITOR": "nano"}, "/bin/nvim -R +7 " + file},
		{map[string]string{"EDITOR": "code"}, "/bin/code --wait --goto " + file + ":7"},
		{map[string]string{"VISUAL": "gone", "EDITOR": "hx"}, "/bin/hx " + file + ":7"},
		{nil, "/bin/vi +7 " + file},
	} {
		run, err := machineWith(c.env, "nvim", "code", "hx", "vi", "nano").edit(target{file: file, line: 7})
		if err != nil || strings.Join(run.Args, " ") != c.want {
			t.Errorf("%v: %v, %v; want %s", c.env, run, err, c.want)
		}
	}
	if _, err := machineWith(nil, "vi").edit(target{file: "sample/none.txt"}); err == nil {
		t.Error("a file that is not there is edited")
	}
}

func TestBrowseOpensOnlyWebAddresses(t *testing.T) {
	m := machineWith(map[string]string{"BROWSER": "w3m"}, "w3m", "less")
	for _, u := range []string{"file:///etc/passwd", "--help", "javascript:x", "http://"} {
		if run, _, err := m.browse(target{url: u}); err == nil {
			t.Errorf("%s opens %v", u, run)
		}
	}
	run, _, err := m.browse(target{url: "https://post.example/a"})
	if err != nil || strings.Join(run.Args, " ") != "/bin/w3m https://post.example/a" {
		t.Errorf("%v, %v", run, err)
	}
	_, said, err := machineWith(nil).browse(target{url: "https://post.example/a"})
	if err != nil || !strings.Contains(said, "https://post.example/a") {
		t.Errorf("without a browser: %q, %v", said, err)
	}
}

func TestCopyAsksTheTerminal(t *testing.T) {
	var out strings.Builder
	m := machineWith(nil)
	m.terminal = &out
	if err := m.copy("the wall"); err != nil || out.String() != "\x1b]52;c;dGhlIHdhbGw=\x07" {
		t.Errorf("%q, %v", out.String(), err)
	}
	if err := m.copy(strings.Repeat("x", maxCopy+1)); err == nil {
		t.Error("more than a terminal takes is copied")
	}
}

func TestCarryRunsWhatWasFound(t *testing.T) {
	d, _ := withHands(t, Options{})
	if cmd := d.r.carry(acted{run: exec.Command("vi")}); cmd == nil {
		t.Error("an editor is not run")
	}
	var m tea.Msg = failed("open", errors.New("no"))
	d.send(m)
	d.sees("✗ open: no")
}
