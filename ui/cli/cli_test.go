package cli

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

func TestChoiceTakesOnlyItsWords(t *testing.T) {
	h := OneOf("json", "md")
	if h.String() != "json" {
		t.Errorf("it begins with %q", h)
	}
	if err := h.Set("xml"); err == nil || !strings.Contains(err.Error(), "json or md") {
		t.Errorf("another word: %v", err)
	}
	if err := h.Set("md"); err != nil || h.String() != "md" {
		t.Errorf("its word: %q, %v", h, err)
	}
}

func TestUsageErrorsAreTold(t *testing.T) {
	cause := errors.New("no\nsuch thing")
	for _, err := range []error{Usage(&cobra.Command{Use: "verbatim"}, cause), Misused(cause)} {
		if u := (UsageError{}); !errors.As(err, &u) || !errors.Is(err, cause) {
			t.Errorf("%v is no error of usage", err)
		}
		if s := OneLine(err); strings.Contains(s, "\n") || !strings.Contains(s, "no such thing") {
			t.Errorf("it says %q", s)
		}
	}
}

func TestQueryAndPaths(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	if err := os.Mkdir("storm", 0o755); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args  []string
		query string
		paths []string
		fails bool
	}{
		{nil, "", nil, false},
		{[]string{"storm"}, "", []string{"storm"}, false},
		{[]string{"gale"}, "gale", nil, false},
		{[]string{"gale", "storm"}, "gale", []string{"storm"}, false},
		{[]string{"gale", "calm"}, "gale", []string{"calm"}, true},
		{[]string{filepath.Join("no", "where")}, "", []string{filepath.Join("no", "where")}, true},
	} {
		query, paths, err := QueryAndPaths(c.args)
		if query != c.query || !slices.Equal(paths, c.paths) || (err != nil) != c.fails {
			t.Errorf("%q: %q, %q, %v", c.args, query, paths, err)
		}
	}
}

func TestManual(t *testing.T) {
	root := &cobra.Command{Use: "verbatim", Short: "Who said what", Long: "Two\nlines.", Run: func(*cobra.Command, []string) {}}
	page, err := Manual(root, Topic{"Keys", [][2]string{{"Reader", ""}, {"*", "bookmarked only, 100 %"}, {"'", "a mark"}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{".TH VERBATIM 1", "Two lines", ".SH KEYS\n.SS Reader", "\\fB*\\fP\n\\&bookmarked only, 100 %\n", `\(aq`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %q:\n%s", want, page)
		}
	}
	for line := range strings.Lines(page) {
		if strings.HasPrefix(line, "'") {
			t.Errorf("roff takes %q for a request", line)
		}
	}
}

func TestTitleNamesTheFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "night-desk")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	for want, paths := range map[string][]string{
		"the built-in sample": nil, "night-desk": {"."}, "a/b": {"a/b"}, "night-desk and 2 more": {"./", "a", "b"},
	} {
		if got := Title(paths); got != want {
			t.Errorf("%q has the title %q, want %q", paths, got, want)
		}
	}
}
