package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"verbatim/corpus/link"
	"verbatim/corpus/load"
	"verbatim/corpus/news"
)

// folder writes files into a new folder and returns its path.
func folder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		write(t, filepath.Join(dir, name), content)
	}
	return dir
}

func write(t testing.TB, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// article returns the text of an invented article, another one for each n.
func article(outlet string, n int) string {
	return fmt.Sprintf("---\noutlet: %s\npublished: 2031-03-%02d\n---\nPort Hale shuts pier %d\n\n%s", outlet, n%28+1, n, body(n))
}

func body(n int) string {
	return fmt.Sprintf("PORT HALE — The harbour board shut pier %d on Friday.\n\n"+
		"“We will not wait for another winter,” said Mara Venn, chair of the board, after meeting number %d. "+
		"Tomas Ilk, who leads the dockers, said the move would “cost %d jobs”.\n", n, n, n+2)
}

// rows returns n articles as JSON, a row each.
func rows(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintln(&b, row("Quay Courier", i))
	}
	return b.String()
}

func row(outlet string, n int) string {
	return fmt.Sprintf(`{"outlet":%q,"headline":"Port Hale shuts pier %d","published":"2031-03-04","text":%q}`, outlet, n, body(n))
}

// page returns an invented article as an HTML page.
func page(n int) string {
	paragraphs := strings.ReplaceAll(body(n), "\n\n", "</p><p>")
	return "<html><head><title>Port Hale</title><meta property=\"og:site_name\" content=\"Hale Mail\"></head>" +
		"<body><nav><a href=/>Home</a></nav><article><h1>Pier shut in Port Hale</h1><p>" + paragraphs + "</p></article></body></html>"
}

func mustRead(t testing.TB, o Options, paths ...string) news.Briefing {
	t.Helper()
	b, err := Read(context.Background(), paths, o)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// mixed is a folder of many kinds of files, some of them bad.
func mixed(t testing.TB) string {
	files := map[string]string{
		"rows.jsonl":  rows(30) + "not JSON\n" + row("Hale Mail", 3) + "\n",
		"page.html":   page(3),
		"bad/pic.png": "x",
		"bad/no.txt":  "",
	}
	for i := range 12 {
		files[fmt.Sprintf("day%d/a.txt", i)] = article("Hale Mail", i)
		files[fmt.Sprintf("day%d/b.md", i)] = article("Inland Post", i/2)
	}
	return folder(t, files)
}

func TestBriefingIsTheSameForAnyNumberOfWorkers(t *testing.T) {
	dir := mixed(t)
	want := mustRead(t, Options{Workers: 1}, dir)
	if len(want.Readings) < 40 || len(want.Statements) == 0 || len(want.Problems) < 4 {
		t.Fatalf("%d readings, %d statements, problems %v", len(want.Readings), len(want.Statements), want.Problems)
	}
	for _, n := range []int{2, 8, 100} {
		got := mustRead(t, Options{Workers: n}, dir)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%d workers: %s", n, cmp.Diff(want, got))
		}
	}
}

func TestArticlesStandInTheOrderOfFilesAndRows(t *testing.T) {
	b := mustRead(t, Options{Workers: 4}, folder(t, map[string]string{
		"a.txt": article("Hale Mail", 1), "b.jsonl": rows(60), "c.txt": article("Hale Mail", 2),
	}))
	if len(b.Readings) != 62 {
		t.Fatalf("%d articles", len(b.Readings))
	}
	for i := range 60 {
		if a := b.Readings[i+1].Article; a.Row != i+1 || !strings.HasSuffix(a.File, "b.jsonl") {
			t.Errorf("article %d is row %d of %s", i+1, a.Row, a.File)
		}
	}
	ids := map[string]bool{}
	for i := range b.Readings {
		ids[b.Readings[i].Article.ID] = true
	}
	if len(ids) != 62 {
		t.Errorf("%d ids for 62 articles", len(ids))
	}
}

func TestSampleIsReadWhereNoPathIsGiven(t *testing.T) {
	b := mustRead(t, Options{})
	if len(b.Readings) < 14 || len(b.Stories) < 3 || len(b.Problems) > 0 {
		t.Errorf("%d articles, %d stories, problems %v", len(b.Readings), len(b.Stories), b.Problems)
	}
}

func TestPathThatDoesNotExist(t *testing.T) {
	_, err := Read(context.Background(), []string{filepath.Join(t.TempDir(), "gone")}, Options{})
	if err == nil || !strings.Contains(err.Error(), "gone") {
		t.Errorf("got %v", err)
	}
}

func TestFileGivenTwiceIsReadOnce(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": article("Hale Mail", 1)})
	t.Chdir(dir)
	b := mustRead(t, Options{}, dir, filepath.Join(dir, "a.txt"), "a.txt", ".")
	if len(b.Readings) != 1 || len(b.Problems) != 0 {
		t.Errorf("%d articles, problems %v", len(b.Readings), b.Problems)
	}
}

func TestSameArticleOfOneOutletIsLeftOut(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.txt":   article("Hale Mail", 1),
		"b.txt":   article("Hale Mail", 1),
		"c.jsonl": row("Inland Post", 5) + "\n" + row("Inland Post", 6) + "\n" + row("Inland Post", 5) + "\n",
		"d.jsonl": strings.Repeat(row("Inland Post", 6)+"\n", 3),
		"e.jsonl": row("Quay Courier", 6) + "\n", // another outlet
		"f.txt":   body(9),
		"g.txt":   body(9), // perhaps of another outlet
	})
	b := mustRead(t, Options{Workers: 3}, dir)
	var got []string
	for i := range b.Readings {
		a := &b.Readings[i].Article
		got = append(got, fmt.Sprint(filepath.Base(a.File), a.Row))
	}
	if want := []string{"a.txt0", "c.jsonl1", "c.jsonl2", "e.jsonl1", "f.txt0", "g.txt0"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if x, y := b.Readings[2].Article.ID, b.Readings[3].Article.ID; y != x+"-2" {
		t.Errorf("the same text of two outlets has the ids %s and %s", x, y)
	}
	dir = filepath.ToSlash(dir)
	if d := cmp.Diff(b.Problems, []news.Problem{
		{File: dir + "/b.txt", What: "left out: the same article as " + dir + "/a.txt"},
		{File: dir + "/c.jsonl", What: "row 3 left out: the same article as row 1"},
		{File: dir + "/d.jsonl", What: "3 rows left out: the same articles stand before them"},
	}); d != "" {
		t.Error(d)
	}
}

// poisoned reads articles, and panics at those that hold a word.
func poisoned(d load.Document) (news.Reading, error) {
	if strings.Contains(d.Text, "number 7.") {
		var none []int
		_ = none[len(d.Text)]
	}
	return readArticle(d)
}

func listed(t testing.TB, paths ...string) listing {
	t.Helper()
	l, err := list(paths)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func usual() stages {
	return stages{article: readArticle, link: link.Link, aside: link.Link, pace: newPacer()}
}

func TestPanicInAnArticleIsAProblem(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": article("Hale Mail", 1), "b.txt": article("Hale Mail", 7), "c.jsonl": rows(30)})
	s := usual()
	s.article = poisoned
	c := newCounting()
	b, err := brief(context.Background(), listed(t, dir), Options{Workers: 2, Cache: c}, s)
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Readings) != 30 || len(b.Problems) != 2 {
		t.Fatalf("%d articles, problems %v", len(b.Readings), b.Problems)
	}
	for i, want := range []string{"could not be read: runtime error", "row 8 could not be read: runtime error"} {
		if p := b.Problems[i]; !strings.HasPrefix(p.What, want) || !strings.HasSuffix(p.File, []string{"b.txt", "c.jsonl"}[i]) {
			t.Errorf("problem %d: %v", i, p)
		}
	}
	for i := range b.Readings {
		if b.Readings[i].Article.ID == "" {
			t.Errorf("article %d is empty", i)
		}
	}
	if n := len(c.readings); n != 30 {
		t.Errorf("%d readings are kept, want the 30 that could be read", n)
	}
}

// trap is a file system whose files panic when they are read.
type trap struct{ fs.FS }

func (t trap) Open(name string) (fs.File, error) {
	f, err := t.FS.Open(name)
	return trapped{f}, err
}

type trapped struct{ fs.File }

func (trapped) Read([]byte) (int, error) { panic(fmt.Errorf("a disk\nfault")) }

func TestPanicInLoadIsAProblem(t *testing.T) {
	good := fstest.MapFS{"a.txt": {Data: []byte(article("Hale Mail", 1))}, "b.txt": {Data: []byte(article("Hale Mail", 2))}}
	l := listing{inputs: []load.Input{load.At(trap{good}, "a.txt"), load.At(good, "b.txt")}}
	b, err := brief(context.Background(), l, Options{}, usual())
	if err != nil {
		t.Fatal(err)
	}
	want := []news.Problem{{File: "a.txt", What: "could not be read: a disk fault"}}
	if len(b.Readings) != 1 || !reflect.DeepEqual(b.Problems, want) {
		t.Errorf("%d articles, problems %v", len(b.Readings), b.Problems)
	}
}

func TestPanicInLinkIsAnError(t *testing.T) {
	s := usual()
	s.link = func([]news.Reading, []news.Problem) news.Briefing { panic("no such story") }
	_, err := brief(context.Background(), listed(t), Options{}, s)
	if err == nil || err.Error() != "link the articles: no such story" {
		t.Errorf("got %v", err)
	}
}

// Damaged weights make every article fail; telling that once is enough.
func TestErrorOfEveryArticleEndsTheReading(t *testing.T) {
	broken := errors.New("the weights are damaged")
	s := usual()
	s.article = func(load.Document) (news.Reading, error) { return news.Reading{}, broken }
	_, err := brief(context.Background(), listed(t, folder(t, map[string]string{"a.jsonl": rows(100)})), Options{Workers: 2}, s)
	if !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

// stuck returns stages that stand still in every article until release.
func stuck(t testing.TB) (s stages, arrived <-chan struct{}) {
	release, here := make(chan struct{}), make(chan struct{}, 1000)
	t.Cleanup(func() { close(release) })
	s = usual()
	s.article = func(d load.Document) (news.Reading, error) {
		here <- struct{}{}
		<-release
		return readArticle(d)
	}
	return s, here
}

func TestCancelReturnsThoughAnArticleTakesForEver(t *testing.T) {
	s, arrived := stuck(t)
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		<-arrived
		cancel()
	}()
	c := newCounting()
	_, err := brief(ctx, listed(t, mixed(t)), Options{Workers: 2, Cache: c}, s)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if len(arrived) > 8 {
		t.Errorf("%d articles are read at once by 2 workers", len(arrived))
	}
}

func TestCancelReturnsWhileLinking(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	release := make(chan struct{})
	defer close(release)
	s := usual()
	s.link = func([]news.Reading, []news.Problem) news.Briefing {
		cancel()
		<-release
		return news.Briefing{}
	}
	if _, err := brief(ctx, listed(t), Options{}, s); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestCancelledBeforeItBegins(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, []string{mixed(t)}, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestNumberOfArticlesReadAtOnce(t *testing.T) {
	const workers = 3
	var mu sync.Mutex
	now, most := 0, 0
	count := func(n int) {
		mu.Lock()
		defer mu.Unlock()
		now += n
		most = max(most, now)
	}
	s := usual()
	s.article = func(d load.Document) (news.Reading, error) {
		count(1)
		defer count(-1)
		return readArticle(d)
	}
	if _, err := brief(context.Background(), listed(t, mixed(t)), Options{Workers: workers}, s); err != nil {
		t.Fatal(err)
	}
	if most < 1 || most > workers {
		t.Errorf("%d articles at once by %d workers", most, workers)
	}
}

func TestProgressNeverFalls(t *testing.T) {
	var last Progress
	calls := 0
	b := mustRead(t, Options{Workers: 3, Progress: func(p Progress) {
		calls++
		if p.Done < last.Done || p.Articles < last.Articles || p.Problems < last.Problems || p.Bytes < last.Bytes ||
			calls > 1 && (p.Total != last.Total || p.Size != last.Size) || p.Done > p.Total || p.Bytes > p.Size {
			t.Errorf("%+v after %+v", p, last)
		}
		last = p
	}}, mixed(t))
	want := Progress{Done: 27, Total: 27, Bytes: last.Size, Size: last.Size, Articles: 56, Problems: 3}
	if last != want || last.Size == 0 {
		t.Errorf("at the end %+v, want %+v", last, want)
	}
	if calls < last.Articles {
		t.Errorf("%d calls for %d articles: rows of a file are not told one by one", calls, last.Articles)
	}
	if n := len(b.Readings); n > last.Articles {
		t.Errorf("%d articles were told, there are %d", last.Articles, n)
	}
}

// clock is a time that passes only when it is asked for.
func clock(step time.Duration) func() time.Time {
	at := time.Unix(0, 0)
	return func() time.Time {
		at = at.Add(step)
		return at
	}
}

func TestPartialBriefings(t *testing.T) {
	s := usual()
	s.pace = pacedBy(clock(time.Hour))
	gate := make(chan struct{}) // the last article waits for a partial briefing
	s.article = func(d load.Document) (news.Reading, error) {
		if strings.Contains(d.Text, "pier 29 on") {
			<-gate
		}
		return readArticle(d)
	}
	sizes := []int{}
	o := Options{Workers: 2, Partial: func(b news.Briefing) {
		if len(sizes) == 0 {
			close(gate)
		}
		sizes = append(sizes, len(b.Readings))
		for i := range b.Readings {
			if b.Readings[i].Article.ID == "" {
				t.Error("a partial briefing holds an article that is not read yet")
			}
		}
	}}
	b, err := brief(context.Background(), listed(t, folder(t, map[string]string{"a.jsonl": rows(30)})), o, s)
	if err != nil || len(b.Readings) != 30 {
		t.Fatal(len(b.Readings), err)
	}
	if len(sizes) == 0 || sizes[0] == 0 || sizes[0] >= 30 {
		t.Errorf("partial briefings of %v articles", sizes)
	}
}

func TestPanicInAPartialBriefingIsPassedOver(t *testing.T) {
	s := usual()
	s.pace = pacedBy(clock(time.Hour))
	s.link = func(rs []news.Reading, ps []news.Problem) news.Briefing {
		if len(rs) < 30 {
			panic("too few")
		}
		return link.Link(rs, ps)
	}
	s.aside = s.link
	o := Options{Workers: 1, Partial: func(news.Briefing) { t.Error("a briefing that failed is passed on") }}
	b, err := brief(context.Background(), listed(t, folder(t, map[string]string{"a.jsonl": rows(29), "b.txt": article("Hale Mail", 29)})), o, s)
	if err != nil || len(b.Readings) != 30 {
		t.Error(len(b.Readings), err)
	}
}

func TestPacer(t *testing.T) {
	var at time.Duration
	p := pacedBy(func() time.Time { return time.Unix(0, 0).Add(at) })
	for _, c := range []struct {
		at   time.Duration
		want bool
	}{{0, false}, {firstPartial - 1, false}, {firstPartial, true}} {
		if at = c.at; p.due() != c.want {
			t.Errorf("due after %v: %t", c.at, !c.want)
		}
	}
	at += time.Second // linking takes it
	p.finish()
	at += partialShare*time.Second - 1
	if p.due() {
		t.Error("a briefing that took a second is followed by another within ten")
	}
	if at++; !p.due() {
		t.Error("no other briefing after ten seconds")
	}
}
