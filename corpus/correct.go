package corpus

import (
	"sync"

	"verbatim/corpus/corrections"
	"verbatim/corpus/link"
	"verbatim/corpus/news"
)

// Gathered is all that was read of a corpus, and what it takes to make the
// briefing anew under other corrections. It is safe for concurrent use.
type Gathered struct {
	readings []news.Reading
	problems []news.Problem
	linker   *linker
}

// Brief links what was gathered under corrections. Only stories of which they
// say something new cost time. What of them cannot be followed is among the
// problems.
func (g *Gathered) Brief(set corrections.Set) news.Briefing {
	found, rs, more := set.Find(g.readings)
	b := g.linker.link(rs, append(g.problems[:len(g.problems):len(g.problems)], more...), found)
	if len(found.Merged) > 0 {
		b.Problems = append(b.Problems, set.Across(found, storyOf(&b))...)
	}
	return b
}

// storyOf returns the story of each reading, by index.
func storyOf(b *news.Briefing) []int {
	out := make([]int, len(b.Readings))
	for s := range b.Stories {
		for _, r := range b.Stories[s].Readings {
			out[r] = s
		}
	}
	return out
}

// linker links what is read as it comes, one briefing at a time.
type linker struct {
	Options

	mu   sync.Mutex
	kept *link.Linker // with what it has linked
}

func newLinker(o Options) *linker { return &linker{Options: o, kept: startLinker(o)} }

func startLinker(o Options) *link.Linker {
	l := link.NewLinker(o.Workers)
	l.Telling(o.stepBack)
	return l
}

func (l *linker) link(rs []news.Reading, problems []news.Problem, found corrections.Found) news.Briefing {
	l.mu.Lock()
	defer l.mu.Unlock()
	k := l.kept
	l.kept = startLinker(l.Options) // in case of a panic
	b := dated(k.Link(rs, problems, found))
	l.kept = k
	return b
}

// decided returns what editors have decided as it is now.
func (l *linker) decided() corrections.Set {
	if l.Corrections == nil {
		return corrections.Set{}
	}
	return l.Corrections.Set()
}

// all links all that is read.
func (l *linker) all(rs []news.Reading, problems []news.Problem) news.Briefing {
	g := Gathered{rs, problems, l}
	return g.Brief(l.decided())
}

// sofar links what is read up to now. Corrections that name what is still to
// come are no problems.
func (l *linker) sofar(rs []news.Reading, problems []news.Problem) news.Briefing {
	set := l.decided()
	found, rs, _ := set.Find(rs)
	return l.link(rs, problems, found)
}
