package index

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"
)

// holdEnv makes the test binary hold the index in that folder until its
// standard input closes, as another process of the program would.
const holdEnv = "VERBATIM_TEST_HOLD"

func TestMain(m *testing.M) {
	if dir := os.Getenv(holdEnv); dir != "" {
		os.Exit(holdFor(dir, os.Getenv(holdEnv+"_READ") != ""))
	}
	os.Exit(m.Run())
}

func holdFor(dir string, readOnly bool) int {
	x, err := Open(Options{Dir: dir, ReadOnly: readOnly})
	if err != nil || !x.onDisk() {
		fmt.Fprintln(os.Stdout, "failed", err, x.Notice())
		return 1
	}
	if os.Getenv(holdEnv+"_WRITE") != "" {
		b := briefing(invented(3000)...)
		err = x.Update(context.Background(), b, func(int, int) { fmt.Fprintln(os.Stdout, "held") })
	} else {
		fmt.Fprintln(os.Stdout, "held")
	}
	var end [1]byte
	os.Stdin.Read(end[:]) // until the test lets go
	if err := errors.Join(err, x.Close()); err != nil {
		return 1
	}
	return 0
}

func (x *Index) onDisk() bool { return x.dir != "" }

// otherProcess opens the index in dir in another process, and returns what
// lets go of it.
func otherProcess(t *testing.T, dir string, env ...string) (pid int, letGo func()) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	cmd := exec.CommandContext(ctx, os.Args[0])
	cmd.Env = append(append(os.Environ(), holdEnv+"="+dir), env...)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var word string
	if _, err := fmt.Fscan(out, &word); err != nil || word != "held" {
		t.Fatalf("the other process said %q, %v", word, err)
	}
	done := false
	letGo = func() {
		if done {
			return
		}
		done = true
		in.Close()
		if err := cmd.Wait(); err != nil {
			t.Errorf("the other process: %v", err)
		}
		cancel()
	}
	t.Cleanup(letGo)
	return cmd.Process.Pid, letGo
}

// within fails the test if f hangs, as bleve does on a locked index unless
// told not to.
func within(t *testing.T, d time.Duration, f func()) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	select {
	case <-done:
	case <-time.After(d):
		t.Fatalf("still waiting after %v", d)
	}
}

func TestOpenAgain(t *testing.T) {
	dir := t.TempDir()
	x, err := Open(Options{Dir: dir, Corpus: "c1"})
	if err != nil {
		t.Fatal(err)
	}
	updated(t, x, briefing(corpus...))
	want := found(t, x, "resign", SearchOptions{})
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if err := x.Close(); err != nil {
		t.Fatalf("closing twice: %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "c1", bleveName)); err != nil {
		t.Fatal(err)
	}

	x = open(t, Options{Dir: dir, Corpus: "c1"})
	if got := found(t, x, "resign", SearchOptions{}); !slices.Equal(got, want) || len(got) == 0 || x.Notice() != "" || !x.Persistent() {
		t.Errorf("opened again: %v, want %v; notice %q", got, want, x.Notice())
	}
	other := open(t, Options{Dir: dir, Corpus: "c2"})
	if got := found(t, other, "resign", SearchOptions{}); len(got) > 0 {
		t.Errorf("another corpus: %v", got)
	}
}

func TestOpenWhileAnotherProcessHoldsIt(t *testing.T) {
	dir := t.TempDir()
	x, err := Open(Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	updated(t, x, briefing(corpus...))
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	pid, letGo := otherProcess(t, dir)
	within(t, 20*time.Second, func() {
		x := open(t, Options{Dir: dir})
		if !strings.Contains(x.Notice(), fmt.Sprintf("process %d", pid)) || !strings.Contains(x.Notice(), "memory") || x.Persistent() {
			t.Errorf("notice %q", x.Notice())
		}
		if err := x.Keep("k", nil); err != nil {
			t.Error(err)
		}
		updated(t, x, briefing(corpus...))
		if got := found(t, x, "whistle", SearchOptions{}); len(got) != 1 {
			t.Errorf("found %v", got)
		}
	})
	letGo()
	if x := open(t, Options{Dir: dir}); x.Notice() != "" || !x.onDisk() {
		t.Errorf("after it let go: notice %q", x.Notice())
	}
}

func TestOpenBesideReaders(t *testing.T) {
	dir := t.TempDir()
	x, err := Open(Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	updated(t, x, briefing(corpus...))
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	_, letGo := otherProcess(t, dir, holdEnv+"_READ=1")
	within(t, 20*time.Second, func() {
		x := open(t, Options{Dir: dir})
		if !strings.Contains(x.Notice(), "reading only") || x.Persistent() {
			t.Errorf("notice %q", x.Notice())
		}
		if got := found(t, x, "whistle", SearchOptions{}); len(got) != 1 {
			t.Errorf("found %v", got)
		}
		updated(t, x, briefing(corpus...)) // nothing to do
		if !x.onDisk() {
			t.Errorf("moved into memory for nothing")
		}
		updated(t, x, briefing(corpus[:3]...))
		if got := found(t, x, "whistle", SearchOptions{}); len(got) != 0 || !strings.Contains(x.Notice(), "out of date") {
			t.Errorf("found %v, notice %q", got, x.Notice())
		}
		if got := found(t, x, "reopen", SearchOptions{}); len(got) == 0 {
			t.Errorf("found nothing in memory")
		}
	})
	letGo()
	x = open(t, Options{Dir: dir})
	if got := found(t, x, "whistle", SearchOptions{}); len(got) != 1 {
		t.Errorf("the index on disk changed: %v", got)
	}
}

// A process that is killed while it writes leaves an index that goes on from
// there.
func TestOpenAfterAKill(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0])
	cmd.Env = append(os.Environ(), holdEnv+"="+dir, holdEnv+"_WRITE=1")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var word string
	if _, err := fmt.Fscan(out, &word); err != nil || word != "held" { // the first batch is written
		t.Fatalf("the other process said %q, %v", word, err)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err == nil {
		t.Error("it ended of itself")
	}
	unfinished := filepath.Join(dir, "default", bleveName, "store", "ffffffffffff.zap")
	if err := os.WriteFile(unfinished, []byte("begun and never fini"), 0o600); err != nil {
		t.Fatal(err)
	}
	x := open(t, Options{Dir: dir})
	n := searchFor(t, x, "cranes", SearchOptions{}).Total
	if n == 0 || x.Notice() != "" {
		t.Errorf("%d articles kept; notice %q", n, x.Notice())
	}
	updated(t, x, briefing(invented(3000)...))
	if all := searchFor(t, x, "cranes", SearchOptions{}).Total; all != 3000 {
		t.Errorf("%d articles in the end", all)
	}
	if written, _ := work(t, x); written > uint64(3000-n)+500 {
		t.Errorf("%d articles written again though %d were there", written, n)
	}
}

func TestOpenWhereNothingCanBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	x := open(t, Options{Dir: file})
	if !strings.Contains(x.Notice(), "memory") {
		t.Errorf("notice %q", x.Notice())
	}
	updated(t, x, briefing(corpus...))
}

// A crash leaves the note of the holder behind, but no lock.
func TestOpenAfterACrash(t *testing.T) {
	dir := t.TempDir()
	note, _ := json.Marshal(holder{PID: 1, Host: "nowhere"})
	if err := os.MkdirAll(filepath.Join(dir, "default"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "default", lockName), note, 0o600); err != nil {
		t.Fatal(err)
	}
	if x := open(t, Options{Dir: dir}); x.Notice() != "" || !x.Persistent() {
		t.Errorf("notice %q", x.Notice())
	}
}

// Whatever is done to the files of an index, it opens, finds everything after
// an update, and never panics.
func TestOpenDamaged(t *testing.T) {
	store := filepath.Join("default", storeName)
	segments := filepath.Join("default", bleveName, "store")
	for _, c := range []struct {
		name   string
		damage func(t *testing.T, dir string)
	}{
		{"segment overwritten", func(t *testing.T, dir string) { damage(t, dir, filepath.Join(segments, "*.zap"), scribble) }},
		{"segment cut short", func(t *testing.T, dir string) { damage(t, dir, filepath.Join(segments, "*.zap"), halve) }},
		{"segment emptied", func(t *testing.T, dir string) { damage(t, dir, filepath.Join(segments, "*.zap"), empty) }},
		{"segment gone", func(t *testing.T, dir string) { damage(t, dir, filepath.Join(segments, "*.zap"), os.Remove) }},
		{"bleve's bolt overwritten", func(t *testing.T, dir string) { damage(t, dir, filepath.Join(segments, "root.bolt"), scribble) }},
		{"bleve's bolt cut short", func(t *testing.T, dir string) { damage(t, dir, filepath.Join(segments, "root.bolt"), halve) }},
		{"bleve's bolt gone", func(t *testing.T, dir string) { damage(t, dir, filepath.Join(segments, "root.bolt"), os.Remove) }},
		{"bleve's meta gone", func(t *testing.T, dir string) {
			damage(t, dir, filepath.Join("default", bleveName, "index_meta.json"), os.Remove)
		}},
		{"bleve's meta emptied", func(t *testing.T, dir string) {
			damage(t, dir, filepath.Join("default", bleveName, "index_meta.json"), empty)
		}},
		{"bleve gone", func(t *testing.T, dir string) { damage(t, dir, filepath.Join("default", bleveName), os.RemoveAll) }},
		{"readings overwritten", func(t *testing.T, dir string) { damage(t, dir, store, scribble) }},
		{"readings cut short", func(t *testing.T, dir string) { damage(t, dir, store, halve) }},
		{"readings emptied", func(t *testing.T, dir string) { damage(t, dir, store, empty) }},
		{"readings gone", func(t *testing.T, dir string) { damage(t, dir, store, os.Remove) }},
		{"a folder for a file", func(t *testing.T, dir string) {
			damage(t, dir, store, func(p string) error { return errors.Join(os.Remove(p), os.Mkdir(p, 0o700)) })
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			x, err := Open(Options{Dir: dir})
			if err != nil {
				t.Fatal(err)
			}
			b := briefing(corpus...)
			if err := x.Keep("k", b.Readings); err != nil {
				t.Fatal(err)
			}
			updated(t, x, b)
			if err := x.Close(); err != nil {
				t.Fatal(err)
			}
			c.damage(t, dir)
			x = open(t, Options{Dir: dir})
			x.Reading("k")
			updated(t, x, b)
			if got := found(t, x, "whistle", SearchOptions{}); len(got) != 1 {
				t.Errorf("found %v; notice %q", got, x.Notice())
			}
			if got := searchFor(t, x, "", SearchOptions{}).Total; got != 21 {
				t.Errorf("%d documents", got)
			}
			if err := x.Keep("k2", b.Readings); err != nil {
				t.Error(err)
			}
		})
	}
}

func damage(t *testing.T, dir, pattern string, how func(string) error) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files %s: %v", pattern, err)
	}
	for _, f := range files {
		if err := how(f); err != nil {
			t.Fatal(err)
		}
	}
}

// scribble overwrites the middle third of a file.
func scribble(path string) error {
	b, err := os.ReadFile(path)
	for i := len(b) / 3; i < 2*len(b)/3; i++ {
		b[i] ^= 0xa5
	}
	return errors.Join(err, os.WriteFile(path, b, 0o600))
}

func halve(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	return os.Truncate(path, info.Size()/2)
}

func empty(path string) error { return os.Truncate(path, 0) }

func TestVerifySegments(t *testing.T) {
	dir := t.TempDir()
	x, err := Open(Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	updated(t, x, briefing(corpus...))
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	store := filepath.Join(dir, "default", bleveName, "store")
	if err := verifySegments(store); err != nil {
		t.Errorf("sound segments: %v", err)
	}
	files, _ := filepath.Glob(filepath.Join(store, "*.zap"))
	if len(files) == 0 {
		t.Fatal("no segments")
	}
	b, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []int{0, len(b) / 2, len(b) - 5, len(b) - 1} {
		bad := slices.Clone(b)
		bad[at] ^= 1
		if err := os.WriteFile(files[0], bad, 0o600); err != nil {
			t.Fatal(err)
		}
		if verifySegments(store) == nil {
			t.Errorf("byte %d of %d changed and not seen", at, len(b))
		}
	}
}

// After a crash between writing documents and noting them down, the next
// update mends what differs, and only that.
func TestOpenAfterHalfAWrite(t *testing.T) {
	b := briefing(corpus...)
	harbour, rival := b.Readings[0].Article.ID, b.Readings[1].Article.ID
	for _, c := range []struct {
		name    string
		noted   map[string][]uint64 // instead of what is there
		after   []told
		updates uint64
	}{
		{"new article not noted", map[string][]uint64{harbour: nil}, corpus, 5},
		{"new article not noted and gone", map[string][]uint64{harbour: nil}, corpus[1:], 0},
		{"more quotes than noted", map[string][]uint64{harbour: {1, 2}}, corpus, 5},
		{"fewer quotes than noted", map[string][]uint64{rival: {1, 2, 3, 4, 5}}, corpus, 2},
		{"noted and not there", map[string][]uint64{"a000000000000": {1, 2}}, corpus, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			x, err := Open(Options{Dir: dir})
			if err != nil {
				t.Fatal(err)
			}
			updated(t, x, b)
			if err := x.store.setDigests(c.noted); err != nil {
				t.Fatal(err)
			}
			if err := x.Close(); err != nil {
				t.Fatal(err)
			}
			x = open(t, Options{Dir: dir})
			updated(t, x, briefing(c.after...))
			sameAsNew(t, x, c.after)
			if n, _ := work(t, x); n != c.updates || x.Notice() != "" {
				t.Errorf("%d documents written, want %d; notice %q", n, c.updates, x.Notice())
			}
		})
	}
}

// Documents laid out as no longer are go, and are not searched until they are
// written anew.
func TestOutdatedDocumentsAreMadeAnew(t *testing.T) {
	dir := t.TempDir()
	b := briefing(corpus...)
	x, err := Open(Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	updated(t, x, b)
	if err := errors.Join(x.store.update(laidOutOtherwise), x.Close()); err != nil {
		t.Fatal(err)
	}
	x = open(t, Options{Dir: dir})
	if got := found(t, x, "whistle", SearchOptions{}); len(got) > 0 {
		t.Errorf("found what was laid out otherwise: %v", got)
	}
	updated(t, x, b)
	if got := found(t, x, "whistle", SearchOptions{}); len(got) != 1 {
		t.Errorf("not made anew: %v", got)
	}
	if left, err := filepath.Glob(filepath.Join(dir, "default", "*.damaged")); err != nil || len(left) > 0 {
		t.Error("left behind:", left, err)
	}
}

func laidOutOtherwise(tx *bbolt.Tx) error {
	return tx.Bucket(bucketMeta).Put(bucketDigests, []byte("of another version"))
}
