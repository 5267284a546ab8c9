package report_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/corpus"
	"verbatim/corpus/news"
	"verbatim/index"
	"verbatim/ui/report"
)

const linkTo, linkEnd = "\x1b]8;;", "\x1b\\"

// onDisk is a comparison of two articles in files of these names in the working
// folder.
func onDisk(t *testing.T, names ...string) (*news.Briefing, *report.Comparison) {
	t.Helper()
	t.Chdir(t.TempDir())
	const words = "\"We will not close the port this winter, whatever they say,\" Mara Venn told reporters on Monday.\n"
	for i, n := range names {
		if err := os.MkdirAll(filepath.Dir(n), 0o755); err != nil {
			t.Fatal(err)
		}
		head := "---\noutlet: Outlet " + string(rune('A'+i)) + "\nheadline: Port stays open\npublished: 2031-03-03\n---\n"
		if err := os.WriteFile(n, []byte(head+words), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	b, err := corpus.Read(t.Context(), []string{"."}, corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return &b, report.Compare(&b, nil)
}

func shown(t *testing.T, c *report.Comparison, to report.Terminal) string {
	t.Helper()
	var out bytes.Buffer
	if err := c.Text(&out, to); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// A place that is cited leads to its file, and what is shown is the same.
func TestCitedFilesAreLinks(t *testing.T) {
	b, c := onDisk(t, "desk/gull.txt", "desk/tern.txt")
	dir, _ := os.Getwd()
	host, _ := os.Hostname()
	plain := shown(t, c, report.Terminal{Width: 120})
	if strings.Contains(plain, linkTo) || !strings.Contains(plain, "desk/gull.txt:6") {
		t.Fatalf("without links:\n%s", plain)
	}
	linked := shown(t, c, report.Terminal{Width: 120, Links: true})
	want := linkTo + "file://" + host + filepath.ToSlash(dir) + "/desk/gull.txt" + linkEnd + "desk/gull.txt:6" + linkTo + linkEnd
	if !strings.Contains(linked, want) {
		t.Errorf("no link %q in\n%q", want, linked)
	}
	for _, n := range []string{"gull", "tern"} {
		linked = strings.ReplaceAll(linked, linkTo+"file://"+host+filepath.ToSlash(dir)+"/desk/"+n+".txt"+linkEnd, "")
	}
	if strings.ReplaceAll(linked, linkTo+linkEnd, "") != plain {
		t.Error("the links change what is shown")
	}
	var out bytes.Buffer
	id := b.Readings[0].Article.ID
	f := report.Found{Briefing: b, Results: index.Results{Total: 1, Hits: []index.Hit{{Article: id, File: b.Readings[0].Article.File}}}}
	if err := f.Text(&out, report.Terminal{Width: 100, Links: true}); err != nil || !strings.Contains(out.String(), linkTo+"file://") {
		t.Errorf("a hit is not linked: %q, %v", out.String(), err)
	}
}

// The name of a file is never trusted: what is not plain is escaped, a name that
// acts is not linked, and what is not there neither.
func TestLinksAreInert(t *testing.T) {
	evil := "desk/a\x1b]8;;x\x1b.txt"
	_, c := onDisk(t, evil, "desk/b%;\"é.txt", "desk/gone.txt")
	if err := os.Remove("desk/gone.txt"); err != nil {
		t.Fatal(err)
	}
	out := shown(t, c, report.Terminal{Width: 70, Links: true})
	for _, bad := range []string{"8;;x\x1b", "gone.txt" + linkEnd} {
		if strings.Contains(out, bad) {
			t.Errorf("%q is written", bad)
		}
	}
	if !strings.Contains(out, `/desk/b%25;%22%C3%A9.txt`+linkEnd) {
		t.Errorf("the name is not escaped:\n%q", out)
	}
}

func TestTakesLinks(t *testing.T) {
	for want, envs := range map[bool][]map[string]string{
		true:  {{"TERM": "xterm-256color"}, {"TERM": "tmux-256color", "TMUX": "x"}},
		false: {{"TERM": "linux"}, {"TERM": "screen.xterm-256color"}, {"TERM": "xterm", "STY": "1.x"}},
	} {
		for _, env := range envs {
			if got := report.TakesLinks(func(k string) string { return env[k] }); got != want {
				t.Errorf("%v: %v", env, got)
			}
		}
	}
}
