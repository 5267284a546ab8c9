package corpus

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"

	"verbatim/corpus/annotate"
	"verbatim/corpus/clean"
	"verbatim/corpus/load"
	"verbatim/corpus/news"
)

// readArticle reads one article.
func readArticle(d load.Document) (news.Reading, error) { return annotate.Read(clean.Article(d)) }

// result is what a worker has to tell of an input.
type result struct {
	input    int
	first    int // the place of the first reading among the input's articles
	readings []news.Reading
	problems []news.Problem
	ended    bool  // nothing more comes of this input
	err      error // nothing can be read at all
}

// reader reads inputs with several workers. A worker takes one input at a
// time; its articles are read side by side, by as many goroutines, so that a file
// of many articles keeps all processors busy.
type reader struct {
	Options
	do      stages
	tasks   chan func() // articles to read
	results chan result
	bytes   atomic.Int64 // read of the files
}

func newReader(o Options, s stages) *reader {
	return &reader{Options: o, do: s, tasks: make(chan func()), results: make(chan result, 4*o.Workers)}
}

// start reads the inputs and returns where the results come, in no order
// between inputs. The channel is closed when all are read or ctx has ended.
func (r *reader) start(ctx context.Context, inputs []load.Input) <-chan result {
	next := make(chan int)
	for range r.Workers {
		go r.work()
	}
	var wg sync.WaitGroup
	for range min(r.Workers, len(inputs)) {
		wg.Go(func() {
			r.stepBack()
			for i := range next {
				r.input(ctx, i, inputs[i])
			}
		})
	}
	go func() {
		defer close(r.results)
		defer close(r.tasks)
		defer wg.Wait()
		defer close(next)
		for i := range inputs {
			select {
			case next <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return r.results
}

// work reads articles until there are no more.
func (r *reader) work() {
	r.stepBack()
	for read := range r.tasks {
		read()
	}
}

func (r *reader) send(ctx context.Context, x result) {
	select {
	case r.results <- x:
	case <-ctx.Done():
	}
}

// input reads one input, whatever happens in it.
func (r *reader) input(ctx context.Context, i int, in load.Input) {
	f := &file{reader: r, in: in, i: i}
	err := guard(func() error {
		defer f.wg.Wait()
		f.read(ctx)
		return nil
	})
	if err != nil {
		f.problems = append(f.problems, news.Problem{File: in.File, What: "could not be read: " + err.Error()})
	}
	r.bytes.Add(in.Size - f.counted)
	r.send(ctx, result{input: i, problems: f.allProblems(), ended: true, err: f.failed})
}

// file is one input while it is read.
type file struct {
	*reader
	in      load.Input
	i       int
	counted int64 // bytes, no more than in.Size
	n       int   // articles met
	rows    bool  // they are rows, each kept on its own
	wg      sync.WaitGroup

	problems []news.Problem
	mu       sync.Mutex
	lost     []lost
	whole    []news.Reading // the articles of a file that is kept as one
	failed   error
}

// lost is an article that could not be read.
type lost struct {
	n    int
	what string
}

// read reads the articles of the file, from the cache if its bytes are known
// there.
func (f *file) read(ctx context.Context) {
	key := f.key()
	if rs, ok := f.kept(key); ok {
		f.send(ctx, result{input: f.i, readings: rs})
		return
	}
	f.problems = load.Read(f.in.Watched(f.watch(ctx)), func(d load.Document) { f.article(ctx, d) })
	f.wg.Wait()
	if !f.rows && len(f.problems)+len(f.lost) == 0 {
		f.keep(ctx, key, f.whole)
	}
}

// watch counts the bytes read, and ends the reading with ctx.
func (f *file) watch(ctx context.Context) func(int) error {
	return func(n int) error {
		more := min(int64(n), f.in.Size-f.counted)
		f.counted += more
		f.bytes.Add(more)
		return ctx.Err()
	}
}

// article has one article read as soon as somebody is free to.
func (f *file) article(ctx context.Context, d load.Document) {
	n := f.n
	f.n++
	f.rows = f.rows || d.Row > 0
	f.wg.Add(1)
	read := func() {
		defer f.wg.Done()
		if reading, ok := f.reading(ctx, n, d); ok {
			f.send(ctx, result{input: f.i, first: n, readings: []news.Reading{reading}})
		}
	}
	select {
	case f.tasks <- read:
	case <-ctx.Done():
		f.wg.Done()
	}
}

// reading reads an article, a row from the cache if it is known there. It
// reports false if the article is lost.
func (f *file) reading(ctx context.Context, n int, d load.Document) (news.Reading, bool) {
	key := f.rowKey(d)
	if rs, ok := f.kept(key); ok && len(rs) == 1 {
		known := rs[0]
		known.Article.Row = d.Row
		return known, true
	}
	var out news.Reading
	err := guard(func() (err error) {
		out, err = f.do.article(d)
		return err
	})
	if err != nil {
		f.lose(n, d, err)
		return out, false
	}
	if d.Row > 0 {
		f.keep(ctx, key, []news.Reading{out})
	} else {
		f.hold(n, out)
	}
	return out, true
}

// hold remembers an article of a file that is kept as one.
func (f *file) hold(n int, r news.Reading) {
	if f.Cache == nil {
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.whole = put(f.whole, n, r)
}

// lose notes that an article could not be read. Errors that are no fault in
// reading this one would come with every article.
func (f *file) lose(n int, d load.Document, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if _, ok := errors.AsType[fault](err); !ok {
		f.failed = cmp.Or(f.failed, err)
		return
	}
	what := "could not be read: " + err.Error()
	if d.Row > 0 {
		what = fmt.Sprintf("row %d %s", d.Row, what)
	}
	f.lost = append(f.lost, lost{n, what})
}

// allProblems returns what could not be read, the lost articles in the order
// of the file.
func (f *file) allProblems() []news.Problem {
	f.mu.Lock()
	defer f.mu.Unlock()
	slices.SortFunc(f.lost, func(a, b lost) int { return a.n - b.n })
	for _, l := range f.lost {
		f.problems = append(f.problems, news.Problem{File: f.in.File, What: l.what})
	}
	return f.problems
}

// key returns the name in the cache of all that the file holds, empty where
// nothing can be kept.
func (f *file) key() string {
	if f.Cache == nil {
		return ""
	}
	content, err := f.in.Key()
	if err != nil {
		return ""
	}
	return f.keyOf(content)
}

// rowKey returns the name of a row in the cache, empty for articles that are no
// rows.
func (f *file) rowKey(d load.Document) string {
	if f.Cache == nil || d.Row == 0 {
		return ""
	}
	return f.keyOf(d.Key())
}

// keyOf joins content with the path, which can give an article's date and its
// format.
func (f *file) keyOf(content string) string {
	sum := sha256.Sum256([]byte(content + f.in.File))
	return hex.EncodeToString(sum[:])
}

// kept asks the cache. One that fails only costs time.
func (f *file) kept(key string) (rs []news.Reading, ok bool) {
	if key == "" {
		return nil, false
	}
	err := guard(func() error {
		rs, ok = f.Cache.Reading(key)
		return nil
	})
	return rs, ok && err == nil
}

// keep stores readings in the cache. One that fails only costs time.
func (f *file) keep(ctx context.Context, key string, rs []news.Reading) {
	if key == "" || ctx.Err() != nil {
		return
	}
	_ = guard(func() error { return f.Cache.Keep(key, rs) })
}
