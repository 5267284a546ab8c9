// Package corpus is what the articles say: it loads files, cleans them, reads
// each article and links the readings into one briefing. The packages below it
// do the work; this one only joins them.
//
// Workers read files and the articles in them side by side and tell one
// gatherer of each; the gatherer alone calls back and links. What a worker
// reads never depends on the others, and the gatherer puts it in the order of
// the files, so that the briefing is the same whatever the number of workers.
package corpus

import (
	"cmp"
	"context"
	"runtime"

	"verbatim/corpus/corrections"
	"verbatim/corpus/load"
	"verbatim/corpus/news"
	"verbatim/corpus/sample"
)

// Version names the way articles are read. Readings kept by an earlier version
// are read again.
const Version = "8"

// Progress says how far the reading is. No count ever falls.
type Progress struct {
	Done, Total int   // files
	Bytes, Size int64 // bytes of the files: read, and in all
	Articles    int   // articles read so far
	Problems    int   // what could not be read so far
}

// Cache keeps readings by the content of their file or row, so that opening
// again reads only what changed. It must be safe for concurrent use, and may
// still be asked for a moment after a [Read] that was cancelled.
type Cache interface {
	// Reading returns the readings kept under this key.
	Reading(key string) ([]news.Reading, bool)
	// Keep stores readings. An error costs time, never a result.
	Keep(key string, rs []news.Reading) error
}

// Options says how to read. The zero value is fit for use.
type Options struct {
	Workers int   // articles read, and stories told, at once; 0 for one a processor
	Cache   Cache // nil for none

	// Background has the reading and linking yield to all else that the system
	// does, as far as it lets single threads do so.
	Background bool

	Corrections *corrections.Book // what editors have decided; nil for nothing

	// Progress, Partial and Gathered are called from the goroutine that called Read,
	// never after it has returned.
	Progress func(Progress)      // after each article and each file
	Partial  func(news.Briefing) // now and then, with what is read so far
	Gathered func(*Gathered)     // once, with all that is read, before it is linked
}

// stepBack lets a goroutine yield for as long as it lives, where that is asked
// for.
func (o Options) stepBack() {
	if o.Background {
		stepBack()
	}
}

// Read reads the files and folders at paths, or the built-in sample where none
// are given, and returns the briefing. What cannot be read becomes a problem of
// the briefing, and so does an article of the same outlet and text as one
// before it, which is left out. The error says that a path does not exist, or
// that ctx ended; Read then returns at once.
//
// Where the cause of ctx is [ErrStopped], so is the error, and the briefing is
// that of what was read by then; a problem says how much was not. Where all was
// read by then, it is linked to the end, and there is no error.
func Read(ctx context.Context, paths []string, o Options) (news.Briefing, error) {
	l, err := await(ctx, "list the files", func() (listing, error) { return list(paths) })
	if err != nil {
		return news.Briefing{}, err
	}
	k := newLinker(o)
	return brief(ctx, l, o, stages{article: readArticle, link: k.all, aside: k.sofar, linker: k, pace: newPacer()})
}

// listing is what there is to read.
type listing struct {
	inputs   []load.Input
	problems []news.Problem
}

func list(paths []string) (l listing, err error) {
	if len(paths) == 0 {
		l.inputs, l.problems, err = load.WalkFS(sample.FS())
	} else {
		l.inputs, l.problems, err = load.Walk(paths)
	}
	return l, err
}

// stages are the steps of reading that tests do in other ways.
type stages struct {
	article func(load.Document) (news.Reading, error)
	link    func([]news.Reading, []news.Problem) news.Briefing
	aside   func([]news.Reading, []news.Problem) news.Briefing // while there is more to read
	linker  *linker                                            // behind both
	pace    *pacer
}

// brief reads what is listed and links it.
func brief(ctx context.Context, l listing, o Options, s stages) (news.Briefing, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop() // of workers, where the gatherer fails
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	r := newReader(o, s)
	g := newGatherer(o, s, l)
	err := g.gather(ctx, r.start(ctx, l.inputs), &r.bytes)
	if err != nil && !isStopped(ctx, err) {
		return news.Briefing{}, err
	}
	rs, problems := g.gathered()
	if err != nil {
		problems, err = g.stopped(problems)
	}
	if o.Gathered != nil {
		o.Gathered(&Gathered{rs, problems, s.linker})
	}
	b, failed := finish(ctx, "link the articles", func() (news.Briefing, error) {
		o.stepBack()
		return s.link(rs, problems), nil
	})
	return b, cmp.Or(failed, err)
}
