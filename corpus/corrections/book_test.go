package corrections

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

func bookmark(file, words string) Decision {
	return Decision{Kind: Bookmark, At: Place{File: file, Words: words}}
}

func add(ds ...Decision) Change { return Change{Add: ds, Says: "marked"} }

// written returns the lines of a book's file.
func written(t *testing.T, b *Book) []string {
	t.Helper()
	data, err := os.ReadFile(b.File())
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
}

func decisions(b *Book) []string {
	s := b.Set()
	var out []string
	for _, l := range s.lines {
		out = append(out, l.String())
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func TestChangesAreWrittenUndoneAndRedone(t *testing.T) {
	b := Beside([]string{t.TempDir()})
	if err := b.Do(add(bookmark("a.txt", "x"))); err != nil {
		t.Fatal(err)
	}
	if err := b.Do(add(bookmark("a.txt", "X!"))); !errors.Is(err, ErrNothing) {
		t.Errorf("the same twice: %v", err)
	}
	if got := written(t, b); got[len(got)-1] != `bookmark a.txt "x"` {
		t.Error(got)
	}
	if says, err := b.Undo(); says != "marked" || err != nil || len(decisions(b)) != 0 {
		t.Error(says, err, decisions(b))
	}
	if says, err := b.Redo(); says != "marked" || err != nil || len(decisions(b)) != 1 {
		t.Error(says, err, decisions(b))
	}
	_, _ = b.Undo()
	if _, err := b.Undo(); !errors.Is(err, ErrNothing) {
		t.Error(err)
	}
}

// Splitting what was merged takes the line of the merge away.
func TestOppositesDoNotStandTogether(t *testing.T) {
	b := Beside([]string{t.TempDir()})
	merge := Decision{Kind: MergeStatements, At: Place{File: "a", Words: "x"}, With: Place{File: "b", Words: "y"}}
	split := Decision{Kind: SplitStatement, At: merge.With, With: merge.At}
	_ = b.Do(add(merge))
	_ = b.Do(add(split))
	if got := decisions(b); len(got) != 1 || got[0] != split.String() {
		t.Error(got)
	}
	_, _ = b.Undo()
	if got := decisions(b); len(got) != 1 || got[0] != merge.String() {
		t.Error(got)
	}
}

// What a colleague wrote stays as it stands, whatever it is.
func TestOtherLinesAreKept(t *testing.T) {
	dir := t.TempDir()
	b := Beside([]string{dir})
	was := "# ours\r\n\r\nbookmark   b.txt \"y\"\r\ndraw a.txt\r\nbookmark gone.txt \"\xff\"\r\n"
	if err := os.WriteFile(b.File(), []byte(was), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := b.Do(add(bookmark("a.txt", "x"))); err != nil {
		t.Fatal(err)
	}
	data, _ := os.ReadFile(b.File())
	for line := range strings.SplitSeq(strings.TrimSpace(was), "\r\n") {
		if !strings.Contains(string(data), line+"\r\n") {
			t.Errorf("%q is lost: %q", line, data)
		}
	}
	if info, _ := os.Stat(b.File()); info.Mode().Perm() != 0o600 {
		t.Error(info.Mode())
	}
	s := b.Set()
	if _, _, ps := s.Find(nil); len(ps) != 4 || !strings.HasPrefix(ps[1].What, "line 4 begins with") || ps[1].File != filepath.ToSlash(b.File()) {
		t.Errorf("%+v", ps)
	}
	if names, _ := filepath.Glob(filepath.Join(dir, ".*")); len(names) > 0 {
		t.Error("left behind:", names)
	}
}

func TestConflictMarkersAreReadThrough(t *testing.T) {
	b := Beside([]string{t.TempDir()})
	lines := []string{"<<<<<<< HEAD", bookmark("a", "ours").String(), "||||||| base", bookmark("a", "old").String(), "=======", bookmark("a", "theirs").String(), ">>>>>>> b"}
	if err := os.WriteFile(b.File(), []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := decisions(b); len(got) != 2 || !strings.Contains(got[0], "ours") || !strings.Contains(got[1], "theirs") {
		t.Error(got)
	}
	s := b.Set()
	if _, _, ps := s.Find(nil); len(ps) != 3 || !strings.Contains(ps[0].What, "line 1: git has left a conflict") {
		t.Errorf("%+v", ps)
	}
	_ = b.Do(add(bookmark("b", "x")))
	if got := written(t, b); !slices.Equal(got[:len(lines)], lines) {
		t.Error(got)
	}
}

// Two programs that write at once lose nothing of each other.
func TestTwoWriters(t *testing.T) {
	dir := t.TempDir()
	const each = 12
	var wg sync.WaitGroup
	for w := range 2 {
		b := Beside([]string{dir})
		wg.Go(func() {
			for i := range each {
				if err := b.Do(add(bookmark("a", fmt.Sprint("words ", w, " ", i)))); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if got := decisions(Beside([]string{dir})); len(got) != 2*each {
		t.Errorf("%d decisions, want %d", len(got), 2*each)
	}
}

// Where the folder cannot be written a change lasts for the session, and is
// written as soon as that can be done.
func TestUnwritableFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "articles")
	b := Beside([]string{dir}) // which is not there
	err := b.Do(add(bookmark("a", "x")))
	if u := (*Unsaved)(nil); !errors.As(err, &u) || !strings.Contains(err.Error(), "this session only") || !strings.Contains(err.Error(), FileName) {
		t.Fatal(err)
	}
	if got := decisions(b); len(got) != 1 {
		t.Error(got)
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := b.Do(add(bookmark("a", "y"))); err != nil {
		t.Fatal(err)
	}
	if got := decisions(Beside([]string{dir})); len(got) != 2 {
		t.Error(got)
	}
}

func TestReadOnlyFileStaysAsItIs(t *testing.T) {
	b := Beside([]string{t.TempDir()})
	if err := os.WriteFile(b.File(), []byte("# ours\n"), 0o444); err != nil {
		t.Fatal(err)
	}
	if err := b.Do(add(bookmark("a", "x"))); !errors.As(err, new(*Unsaved)) || len(written(t, b)) != 1 {
		t.Error(err, written(t, b))
	}
	if says, err := b.Undo(); says == "" || len(decisions(b)) != 0 {
		t.Error(says, err)
	}
}

// Two branches add decisions; git's merge holds both, with union or without.
func TestGitMerge(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git here")
	}
	for _, attributes := range []string{"", FileName + " merge=union\n"} {
		dir := t.TempDir()
		git := func(args ...string) error {
			c := exec.Command("git", append([]string{"-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"}, args...)...)
			c.Dir = dir
			return c.Run()
		}
		must := func(err error) {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
		}
		decide := func(words ...string) {
			for _, w := range words {
				must(Beside([]string{dir}).Do(add(bookmark("a.txt", w))))
			}
			must(git("add", "."))
			must(git("commit", "-q", "-m", "decide"))
		}
		must(git("init", "-q", "-b", "main"))
		must(os.WriteFile(filepath.Join(dir, ".gitattributes"), []byte(attributes), 0o644))
		decide("m")
		must(git("checkout", "-q", "-b", "colleague"))
		decide("c", "z")
		must(git("checkout", "-q", "main"))
		decide("d", "y")
		_ = git("merge", "-q", "colleague") // fails where it leaves markers
		if got := decisions(Beside([]string{dir})); len(got) != 5 {
			t.Errorf("attributes %q: %v", attributes, got)
		}
	}
}
