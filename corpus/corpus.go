// Package corpus is what the articles say: it loads files, cleans them, reads
// each article and links the readings into one briefing. The packages below it
// do the work; this one only joins them.
package corpus

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"

	"verbatim/corpus/annotate"
	"verbatim/corpus/clean"
	"verbatim/corpus/link"
	"verbatim/corpus/load"
	"verbatim/corpus/news"
	"verbatim/corpus/sample"
)

// Version names the way articles are read. Readings kept by an earlier version
// are read again.
const Version = "1"

// Progress counts files while they are read.
type Progress struct {
	Done, Total int // files
	Articles    int // articles read so far
	Problems    int
}

// Cache keeps readings by the content of their file, so that opening again
// reads only what changed. It must be safe for concurrent use.
type Cache interface {
	// Reading returns the readings kept for a file whose bytes have this key.
	Reading(key string) ([]news.Reading, bool)
	// Keep stores the readings of a file. An error costs time, never a result.
	Keep(key string, rs []news.Reading) error
}

// Options says how to read. The zero value is fit for use.
type Options struct {
	Workers  int                 // articles read at once; 0 for one a processor
	Cache    Cache               // nil for none
	Progress func(Progress)      // called after each file, never concurrently
	Partial  func(news.Briefing) // called now and then with what is read so far
}

// Read reads the files and folders at paths, or the built-in sample where none
// are given, and returns the briefing. What cannot be read becomes a problem of
// the briefing. The error says that a path does not exist, or that ctx ended.
func Read(ctx context.Context, paths []string, o Options) (news.Briefing, error) {
	inputs, problems, err := walk(paths)
	if err != nil {
		return news.Briefing{}, err
	}
	r := newReader(o, len(inputs), problems)
	if err := r.read(ctx, inputs); err != nil {
		return news.Briefing{}, err
	}
	return link.Link(r.collected()), nil
}

func walk(paths []string) ([]load.Input, []news.Problem, error) {
	if len(paths) == 0 {
		return load.WalkFS(sample.FS())
	}
	return load.Walk(paths)
}

// reader gathers readings from workers. The results stand in the order of the
// inputs, whoever finishes first.
type reader struct {
	Options
	mu       sync.Mutex
	results  [][]news.Reading // one an input
	problems [][]news.Problem // one an input, those of walking first
	progress Progress
	failed   error
	partial  pacer
}

func newReader(o Options, inputs int, walked []news.Problem) *reader {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	r := &reader{Options: o, results: make([][]news.Reading, inputs), problems: make([][]news.Problem, inputs+1)}
	r.problems[0] = walked
	r.progress = Progress{Total: inputs, Problems: len(walked)}
	return r
}

// read works through the inputs; a file of many articles is shared among the
// workers.
func (r *reader) read(ctx context.Context, inputs []load.Input) error {
	slots := make(chan struct{}, r.Workers) // held while an article is read
	next := make(chan int)
	var wg sync.WaitGroup
	for range r.Workers {
		wg.Go(func() {
			for i := range next {
				r.file(ctx, inputs[i], i, slots)
			}
		})
	}
	for i := range inputs {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	wg.Wait()
	return errors.Join(ctx.Err(), r.failed)
}

// file reads one input, from the cache if its bytes are known there.
func (r *reader) file(ctx context.Context, in load.Input, i int, slots chan struct{}) {
	key := ""
	if r.Cache != nil {
		if k, err := in.Key(); err == nil {
			key = k
			if rs, ok := r.Cache.Reading(k); ok {
				r.done(i, renamed(rs, in.File), nil)
				return
			}
		}
	}
	rs, problems, err := r.articles(ctx, in, slots)
	if err != nil {
		r.fail(err)
		return
	}
	if key != "" && len(problems) == 0 {
		_ = r.Cache.Keep(key, rs) // a cache that cannot keep only costs time
	}
	r.done(i, rs, problems)
}

// renamed gives readings of the cache the path they were opened by this time.
func renamed(rs []news.Reading, file string) []news.Reading {
	for i := range rs {
		rs[i].Article.File = file
	}
	return rs
}

// articles reads the articles of one input at once, as far as slots are free.
func (r *reader) articles(ctx context.Context, in load.Input, slots chan struct{}) ([]news.Reading, []news.Problem, error) {
	var (
		wg   sync.WaitGroup
		mu   sync.Mutex
		rs   []news.Reading
		fail error
		n    int
	)
	problems := load.Read(in, func(d load.Document) {
		if ctx.Err() != nil {
			return
		}
		i := n
		n++
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			reading, err := annotate.Read(clean.Article(d))
			mu.Lock()
			defer mu.Unlock()
			fail = errors.Join(fail, err)
			for len(rs) <= i {
				rs = append(rs, news.Reading{})
			}
			rs[i] = reading
		})
	})
	wg.Wait()
	return rs, problems, fail
}

func (r *reader) fail(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.failed == nil {
		r.failed = err
	}
}

// done stores the result of input i and tells how far the work is.
func (r *reader) done(i int, rs []news.Reading, problems []news.Problem) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.results[i], r.problems[i+1] = rs, problems
	r.progress.Done++
	r.progress.Articles += len(rs)
	r.progress.Problems += len(problems)
	if r.Progress != nil {
		r.Progress(r.progress)
	}
	if r.Partial != nil && r.progress.Done < r.progress.Total && r.partial.due() {
		r.Partial(link.Link(r.gathered()))
		r.partial.spent()
	}
}

func (r *reader) collected() ([]news.Reading, []news.Problem) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.gathered()
}

// gathered returns the readings so far, each with an id of its own, and the
// problems.
func (r *reader) gathered() ([]news.Reading, []news.Problem) {
	var rs []news.Reading
	for _, x := range r.results {
		rs = append(rs, x...)
	}
	var problems []news.Problem
	for _, x := range r.problems {
		problems = append(problems, x...)
	}
	seen := map[string]int{}
	for i := range rs {
		id := rs[i].Article.ID
		if seen[id]++; seen[id] > 1 {
			rs[i].Article.ID = fmt.Sprintf("%s-%d", id, seen[id])
		}
	}
	return rs, problems
}

// pacer spaces partial briefings so that making them takes a tenth of the time
// or less.
type pacer struct {
	start time.Time
	next  time.Duration
	at    time.Time
}

func (p *pacer) due() bool {
	now := time.Now()
	if p.start.IsZero() {
		p.start, p.next = now, 150*time.Millisecond
	}
	p.at = now
	return now.Sub(p.start) >= p.next
}

func (p *pacer) spent() {
	now := time.Now()
	p.start, p.next = now, max(300*time.Millisecond, 10*now.Sub(p.at))
}
