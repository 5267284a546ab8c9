package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"verbatim/corpus/text"
	"verbatim/ui/cell"
)

// search is the search line and what it found.
type search struct {
	*shared
	c        *catalog
	searcher Searcher
	grown    int // times another searcher was given
	input    input
	lens     Lens
	askedIn  Lens // the lens of the results
	wide     bool // search everything in spite of the lens
	seq      int  // of the query asked last; older answers are stale
	stop     context.CancelFunc
	rest     tea.Cmd // asks the query asked last for all that is listed; nil when it has been
	patience time.Duration
	asked    string     // the query the results are of
	answer   Results    // as it came
	results  Results    // what of it can be shown
	rows     [][]string // of each of them, drawn; nil until it has been on the screen
	light    bool       // they are drawn for a light background
	err      error
	waiting  bool
	opening  int // the query whose first hit is opened once it is answered; 0 for none
	cursor   int
	scroll   scroller
	w, h     int
	memory   *memory
	back     int    // searches gone back in the history, 0 for what is typed
	draft    string // what was typed before going back
}

// answer is what a searcher said to the query with the sequence number.
type answer struct {
	seq     int
	query   string
	results Results
	err     error
}

// restDue says that the rest of a query is to be asked for.
type restDue struct{ seq int }

// patience is how long no letter is typed before the hits behind the screen are
// asked for, where there are more than can be listed: they change nothing on the
// screen, and finding them would be in the way of the next letter.
const patience = 250 * time.Millisecond

// maxHits is the number of hits listed.
const maxHits = 200

// atFirst returns how many hits are asked for first: those on the screen, and
// as many again, for hits at one place are listed once. The others are asked
// for when these are there: a screenful is found in time for the frame that
// the letter is drawn in.
func (s *search) atFirst() int { return min(max(2*s.scroll.height, 20), maxHits) }

func newSearch(s *shared) *search {
	return &search{shared: s, stop: func() {}, memory: &memory{}, patience: patience}
}

func (s *search) view() view { return viewSearch }

func (s *search) where() cell.Line { return cell.Text(Quiet, "search") }

// SetSize gives the view w × h cells: one for the line, one for what is said
// of it, two for each hit.
func (s *search) SetSize(w, h int) {
	s.w, s.h, s.scroll.height = w, h, max((h-2)/2, 0)
	s.undraw()
	s.follow()
}

func (s *search) show(c *catalog, l Lens) {
	s.c, s.lens = c, l
	s.sortOut()
}

// sortOut keeps the hits in articles that have been read: an index may know
// more than the briefing does yet, or than it does any more.
func (s *search) sortOut() {
	s.results = Results{Total: s.answer.Total}
	for _, h := range s.answer.Hits {
		if _, ok := s.c.readingOf[h.Article]; ok {
			s.results.Hits = append(s.results.Hits, h)
		}
	}
	if len(s.answer.Hits) == s.answer.Total {
		s.results.Total = len(s.results.Hits)
	}
	s.undraw()
	s.follow()
}

// undraw forgets how the hits looked.
func (s *search) undraw() { s.rows, s.light = make([][]string, len(s.results.Hits)), s.theme.light }

// Update takes typing and answers.
func (s *search) Update(m tea.Msg) tea.Cmd {
	switch m := m.(type) {
	case answer:
		return s.answered(m)
	case restDue:
		if m.seq == s.seq {
			return s.askRest()
		}
	case tea.KeyMsg:
		return s.key(m)
	}
	return nil
}

func (s *search) key(k tea.KeyMsg) tea.Cmd {
	switch {
	case key.Matches(k, s.keys.leave):
		s.opening = 0
		s.note()
		s.up.send(goBack{})
	case key.Matches(k, s.keys.accept) && s.input.value() == "":
		return s.pick()
	case key.Matches(k, s.keys.accept):
		s.note()
		if s.waiting {
			s.opening = s.seq // the hits on the screen are those of other words
		} else {
			s.open()
		}
	case key.Matches(k, s.keys.older), key.Matches(k, s.keys.hitUp) && s.cursor == 0:
		return s.remembered(1)
	case key.Matches(k, s.keys.newer):
		return s.remembered(-1)
	case key.Matches(k, s.keys.keep):
		s.keep()
	case key.Matches(k, s.keys.narrowBy):
		s.narrowBy()
	case key.Matches(k, s.keys.everywhere):
		s.wide = !s.wide
		return s.ask()
	case s.moved(k):
		return s.askRest()
	default:
		if s.input.typed(k) {
			s.back = 0
			return s.ask()
		}
	}
	return nil
}

// moved acts on a key that goes through the hits.
func (s *search) moved(k tea.KeyMsg) bool {
	switch {
	case key.Matches(k, s.keys.hitUp):
		s.moveTo(s.cursor - 1)
	case key.Matches(k, s.keys.hitDown):
		s.moveTo(s.cursor + 1)
	case key.Matches(k, s.keys.pageHitUp):
		s.moveTo(s.cursor - s.scroll.height)
	case key.Matches(k, s.keys.pageHitDown):
		s.moveTo(s.cursor + s.scroll.height)
	default:
		return false
	}
	return true
}

// note remembers the search if it found something.
func (s *search) note() {
	if len(s.results.Hits) > 0 && s.err == nil {
		s.memory.note(s.input.value())
		s.back = 0
	}
}

func (s *search) remembered(by int) tea.Cmd {
	if s.recall(by) {
		return s.ask()
	}
	return nil
}

// pick takes a search that the empty line offers.
func (s *search) pick() tea.Cmd {
	offered := s.memory.offered()
	if s.cursor >= len(offered) {
		return nil
	}
	s.input.set(offered[s.cursor])
	s.cursor = 0
	return s.ask()
}

// ask sends the query off. The answer comes back with its number.
func (s *search) ask() tea.Cmd {
	s.stop()
	s.seq++
	query := s.query()
	if query.Words == "" || s.searcher == nil {
		s.answer, s.results, s.err, s.asked, s.waiting, s.cursor = Results{}, Results{}, nil, "", false, 0
		return nil
	}
	ctx, stop := context.WithCancel(context.Background())
	s.stop, s.waiting = stop, true
	s.askedIn = s.lens
	seq, searcher, first := s.seq, s.searcher, query
	first.Limit = s.atFirst()
	s.rest = func() tea.Msg { return run(ctx, searcher, seq, query) }
	return func() tea.Msg { return run(ctx, searcher, seq, first) }
}

// query is what is typed, within the lens.
func (s *search) query() Query {
	q := Query{Words: strings.TrimSpace(s.input.value()), Limit: maxHits}
	if !s.wide && s.c != nil {
		s.c.narrow(&q, s.lens)
	}
	return q
}

// run asks the searcher; one that panics has an error to show for it.
func run(ctx context.Context, searcher Searcher, seq int, q Query) (m tea.Msg) {
	defer func() {
		if r := recover(); r != nil {
			m = answer{seq: seq, query: q.Words, err: fmt.Errorf("search %q: the index failed: %v", q.Words, r)}
		}
	}()
	res, err := searcher.Search(ctx, q)
	return answer{seq: seq, query: q.Words, results: res, err: err}
}

// answered takes an answer in, if it is to the query asked last, and asks for
// what is not in it yet. The results before an error stay.
func (s *search) answered(a answer) tea.Cmd {
	if a.seq != s.seq {
		return nil
	}
	s.waiting, s.err = false, a.err
	if a.err != nil {
		s.opening = 0
		return nil
	}
	if a.query != s.asked {
		s.cursor = 0
	}
	s.answer, s.asked = once(a.results), a.query
	s.sortOut()
	if s.opening == a.seq {
		s.opening = 0
		s.open()
	}
	switch n := len(a.results.Hits); {
	case n == a.results.Total:
		s.rest = nil
	case a.results.Total <= maxHits:
		return s.askRest()
	case s.rest != nil:
		return tea.Tick(s.patience, func(time.Time) tea.Msg { return restDue{a.seq} })
	}
	return nil
}

// askRest asks the query asked last for what is not listed yet, once.
func (s *search) askRest() tea.Cmd {
	rest := s.rest
	if s.waiting {
		return nil
	}
	s.rest = nil
	return rest
}

// once drops hits at a place that a hit before them stands at: an article is
// found by the words of its quotes. What is not listed is counted as it is.
func once(r Results) Results {
	seen := make(map[anchor]bool, len(r.Hits))
	kept := make([]Hit, 0, len(r.Hits))
	for _, h := range r.Hits {
		if at := (anchor{h.Article, h.At.Start}); !seen[at] {
			seen[at], kept = true, append(kept, h)
		}
	}
	if r.Total == len(r.Hits) {
		r.Total = len(kept)
	}
	return Results{Hits: kept, Total: r.Total}
}

// again asks once more if the lens has changed since.
func (s *search) again() tea.Cmd {
	if s.input.value() == "" || slices.EqualFunc(s.askedIn.without(byQuery).chips, s.lens.without(byQuery).chips, chip.is) {
		return nil
	}
	return s.ask()
}

// use takes another searcher: the index has grown.
func (s *search) use(searcher Searcher) tea.Cmd {
	if searcher == nil {
		return nil
	}
	s.searcher = searcher
	s.grown++
	if s.input.value() == "" {
		return nil
	}
	return s.ask()
}

// begin asks what is on the line if it has not been asked yet.
func (s *search) begin() tea.Cmd {
	if s.input.value() == "" || s.asked != "" || s.waiting || s.searcher == nil {
		return nil
	}
	return s.ask()
}

func (s *search) moveTo(i int) {
	s.cursor = i
	s.follow()
}

func (s *search) follow() {
	n := len(s.results.Hits)
	if s.input.value() == "" {
		n = len(s.memory.offered())
	}
	s.cursor = max(min(s.cursor, n-1), 0)
	s.scroll.total = n
	s.scroll.top = min(s.scroll.top, s.cursor)
	s.scroll.top = max(s.scroll.top, s.cursor-s.scroll.height+1)
	s.scroll.clamp()
}

// open opens the reader at the hit, the article's other hits marked.
func (s *search) open() {
	if s.cursor >= len(s.results.Hits) {
		return
	}
	h := s.results.Hits[s.cursor]
	s.up.send(openSource{place: place{h.Article, h.At}, found: s.found(h.Article)})
}

// found returns the matched words of all hits in an article, in order.
func (s *search) found(article string) []text.Span {
	var out []text.Span
	for _, h := range s.results.Hits {
		if h.Article == article {
			out = append(out, h.Words...)
		}
	}
	return inOrder(out)
}
