package report

import (
	"fmt"
	"slices"
	"sort"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// lookup answers what a briefing holds only by index: whose story an article
// is, which actor an entity belongs to, which line an offset stands on.
type lookup struct {
	*news.Briefing
	marks
	storyOf []int         // by reading; -1 for none
	actorOf []map[int]int // by reading: entity → actor
	lines   [][]int       // by reading: offsets of line ends, built when asked for
}

func newLookup(b *news.Briefing) *lookup {
	l := &lookup{
		Briefing: b,
		marks:    newMarks(b),
		storyOf:  make([]int, len(b.Readings)),
		actorOf:  make([]map[int]int, len(b.Readings)),
		lines:    make([][]int, len(b.Readings)),
	}
	for i := range b.Readings {
		l.storyOf[i] = -1
		l.actorOf[i] = map[int]int{}
	}
	for i, s := range b.Stories {
		for _, r := range s.Readings {
			l.storyOf[r] = i
		}
	}
	for i, a := range b.Actors {
		for _, e := range a.Entities {
			l.actorOf[e.Reading][e.Item] = i
		}
	}
	return l
}

func (l *lookup) article(reading int) *news.Article { return &l.Readings[reading].Article }

func (l *lookup) quote(r news.Ref) *news.Quote { return &l.Readings[r.Reading].Quotes[r.Item] }

func (l *lookup) report(r news.Ref) *news.Report { return &l.Readings[r.Reading].Reports[r.Item] }

// quoteID returns the name of a quote.
func (l *lookup) quoteID(r news.Ref) string { return news.QuoteID(l.article(r.Reading), r.Item) }

// in returns the words of a span of a reading's text.
func (l *lookup) in(reading int, s text.Span) string { return s.In(l.article(reading).Text) }

// actors returns the actors behind entities of a reading, each once.
func (l *lookup) actors(reading int, entities []int) []int {
	var out []int
	for _, e := range entities {
		if a, ok := l.actorOf[reading][e]; ok && !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

// actorIDs returns the ids of actors; never nil.
func (l *lookup) actorIDs(actors []int) []string {
	out := make([]string, len(actors))
	for i, a := range actors {
		out[i] = l.Actors[a].ID
	}
	return out
}

// storyID returns the id of a story, empty for none.
func (l *lookup) storyID(story int) string {
	if story < 0 || story >= len(l.Stories) {
		return ""
	}
	return l.Stories[story].ID
}

// line returns the 1-based line of an offset of a reading's text.
func (l *lookup) line(reading, offset int) int {
	if l.lines[reading] == nil {
		l.lines[reading] = lineEnds(l.article(reading).Text)
	}
	return 1 + sort.SearchInts(l.lines[reading], offset)
}

func lineEnds(s string) []int {
	ends := []int{}
	for i := range len(s) {
		if s[i] == '\n' {
			ends = append(ends, i)
		}
	}
	return ends
}

// hasLines reports whether the lines of a reading's text are those of its file.
func (l *lookup) hasLines(reading int) bool {
	a := l.article(reading)
	return a.Row == 0 && a.Format != "html"
}

// cite says where an offset of a reading stands: file and line, or row of a
// file of many articles, or the file alone where its lines are not those of
// the text.
func (l *lookup) cite(reading, offset int) string {
	a := l.article(reading)
	switch {
	case a.Row > 0:
		return fmt.Sprintf("%s:%d", a.File, a.Row)
	case !l.hasLines(reading):
		return a.File
	}
	return fmt.Sprintf("%s:%d", a.File, l.line(reading, offset))
}
