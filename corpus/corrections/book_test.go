package corrections

import (
	"errors"
	"fmt"
	"io/fs"
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

func add(ds ...Decision) Change { return Change{Add: ds, Says: "marked", Undone: "not marked"} }

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
	if says, err := b.Undo(); says != "not marked" || err != nil || len(decisions(b)) != 0 {
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
	_ = b.Do(add(bookmark("a", "more"))) // which sorts before what is between the markers
	if got := written(t, b); len(got) != len(lines)+2 || !slices.Equal(got[:len(lines)], lines) {
		t.Error(got)
	}
}

// A file that two systems have written to keeps what each line ends in.
func TestEndsOfLinesAreKept(t *testing.T) {
	b := Beside([]string{t.TempDir()})
	if err := os.WriteFile(b.File(), []byte("\ufeff# ours\r\nbookmark b \"y\"\nbookmark c \"z\"\r\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := b.Do(add(bookmark("a", "x"))); err != nil {
		t.Fatal(err)
	}
	data, _ := os.ReadFile(b.File())
	if want := "\ufeff# ours\r\nbookmark a \"x\"\r\nbookmark b \"y\"\nbookmark c \"z\"\r\n"; string(data) != want {
		t.Errorf("got %q, want %q", data, want)
	}
}

// What is no file of corrections stays as it is, and is said.
func TestUnreadableFile(t *testing.T) {
	for what, put := range map[string]func(path string) error{
		"it is no regular file": func(path string) error { return os.Mkdir(path, 0o755) },
		"it has more than":      func(path string) error { return os.WriteFile(path, []byte(strings.Repeat("\n", maxLines+1)), 0o644) },
		"it is larger than":     func(path string) error { return os.WriteFile(path, make([]byte, maxFile+1), 0o644) },
	} {
		b := Beside([]string{t.TempDir()})
		if err := put(b.File()); err != nil {
			t.Fatal(err)
		}
		before, _ := os.Stat(b.File())
		if err := b.Do(add(bookmark("a", "x"))); !errors.As(err, new(*Unsaved)) || !strings.Contains(err.Error(), what) {
			t.Errorf("%s: %v", what, err)
		}
		if after, _ := os.Stat(b.File()); after.Size() != before.Size() || after.Mode() != before.Mode() {
			t.Errorf("%s: was %d bytes, is %d", what, before.Size(), after.Size())
		}
		s := b.Set()
		if _, _, ps := s.Find(nil); len(ps) != 2 || !strings.Contains(ps[0].What, what) {
			t.Errorf("%s: %+v", what, ps)
		}
		if err := b.Do(Change{Drop: []Decision{bookmark("b", "y")}}); err == nil || errors.Is(err, ErrNothing) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// A link to the file stays a link, even where the file is still to be made.
func TestLinkedFile(t *testing.T) {
	b, shared := Beside([]string{t.TempDir()}), filepath.Join(t.TempDir(), "shared")
	if err := os.Symlink(shared, b.File()); err != nil {
		t.Skip("no links here:", err)
	}
	for _, words := range []string{"x", "y"} {
		if err := b.Do(add(bookmark("a", words))); err != nil {
			t.Fatal(err)
		}
	}
	if data, err := os.ReadFile(shared); err != nil || strings.Count(string(data), "bookmark a") != 2 {
		t.Errorf("%q, %v", data, err)
	}
	if info, err := os.Lstat(b.File()); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Error("the link is gone:", err)
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
