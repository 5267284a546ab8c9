package corpus

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"testing"

	"verbatim/corpus/load"
	"verbatim/corpus/news"
)

// TestBackground reads and links behind a screen: the threads that do are nice,
// the one that asked is as it was.
func TestBackground(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.txt", "b.txt", "c.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("Harbour vote put off\n\nThe harbour board met in "+name+".\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	l, err := list([]string{dir})
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	var at []int
	note := func() {
		mu.Lock()
		defer mu.Unlock()
		at = append(at, niceness(t))
	}
	before := niceness(t)
	s := stages{article: func(d load.Document) (news.Reading, error) {
		note()
		return readArticle(d)
	}, link: func([]news.Reading, []news.Problem) news.Briefing {
		note()
		return news.Briefing{}
	}, linker: newLinker(Options{}), pace: newPacer()}
	if _, err := brief(context.Background(), l, Options{Workers: 2, Background: true}, s); err != nil {
		t.Fatal(err)
	}
	if len(at) != 4 {
		t.Errorf("%d steps", len(at))
	}
	for _, n := range at {
		if n < behind {
			t.Errorf("work is done at niceness %d", n)
		}
	}
	if after := niceness(t); after != before {
		t.Errorf("the caller's is %d, was %d", after, before)
	}
}

// niceness returns that of the thread that asks.
func niceness(t *testing.T) int {
	n, err := syscall.Getpriority(syscall.PRIO_PROCESS, syscall.Gettid())
	if err != nil {
		t.Error(err)
	}
	return 20 - n // as Linux gives it
}
