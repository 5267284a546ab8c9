package ui

import (
	"context"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// manySearcher finds every place of the first article, and notes how many it
// was asked for.
type manySearcher struct {
	wordSearcher
	asked *[]int
	total int
}

func (s manySearcher) Search(_ context.Context, q Query) (Results, error) {
	*s.asked = append(*s.asked, q.Limit)
	res := Results{Total: s.total}
	for i := range min(q.Limit, s.total) {
		at := text.Span{Start: i, End: i + 1}
		res.Hits = append(res.Hits, Hit{Article: s.b.Readings[0].Article.ID, At: at, Words: []text.Span{at}})
	}
	return res, nil
}

// searchingMany opens the search line over a searcher that finds total hits.
func searchingMany(t *testing.T, total int) (*driver, *[]int) {
	t.Helper()
	d, asked := open(t, 80, 24, Options{}), new([]int)
	d.r.found.searcher = manySearcher{wordSearcher{fixture()}, asked, total}
	d.press("/")
	return d, asked
}

func TestSearchAsksForAScreenfulFirst(t *testing.T) {
	d, asked := searchingMany(t, 1000)
	d.press("type:a")
	first := d.r.found.atFirst()
	if !slices.Equal(*asked, []int{first, maxHits}) || first >= maxHits || first < d.r.found.scroll.height {
		t.Errorf("asked for %v hits, with %d on the screen", *asked, d.r.found.scroll.height)
	}
	if n := len(d.r.found.results.Hits); n != maxHits {
		t.Errorf("%d hits listed", n)
	}
	d.sees("the best 200 of 1,000 hits")
}

func TestSearchAsksOnceForFewHits(t *testing.T) {
	d, asked := searchingMany(t, 7)
	d.press("type:a")
	if len(*asked) != 1 {
		t.Errorf("asked for %v hits", *asked)
	}
	d.sees("7 hits")
}

// What comes behind the first screenful changes nothing on it, and is not
// asked for once another letter is typed.
func TestTheRestComesQuietly(t *testing.T) {
	d, asked := searchingMany(t, 150)
	s := d.r.found
	s.input.set("a")
	first := s.ask()().(answer)
	rest := s.answered(first)
	s.moveTo(3)
	before := d.screen()
	if s.answered(rest().(answer)) != nil || d.screen() != before || len(s.results.Hits) != 150 {
		t.Errorf("%d hits, and the screen is\n%s\nwhere it was\n%s", len(s.results.Hits), d.screen(), before)
	}
	first = s.ask()().(answer)
	d.press("type:b")
	n := len(*asked)
	if s.answered(first) != nil || len(*asked) != n {
		t.Error("the rest of a query that is no longer asked was asked for")
	}
}

// Where there are more hits than can be listed the rest is asked for when no
// letter follows, or one goes down the hits.
func TestTheRestOfManyWaitsForAPause(t *testing.T) {
	d, asked := searchingMany(t, 1000)
	s := d.r.found
	typed := func() restDue {
		d.r.found.input.set("a")
		return s.answered(s.ask()().(answer))().(restDue)
	}
	late := typed()
	now := typed()
	if n := len(*asked); s.Update(late) != nil || len(*asked) != n {
		t.Error("the rest of a query that is no longer asked was asked for")
	}
	d.send(now)
	if n := len(s.results.Hits); n != maxHits {
		t.Errorf("%d hits listed after a pause", n)
	}
	typed()
	d.press("down")
	if n := len(s.results.Hits); n != maxHits || s.Update(now) != nil {
		t.Errorf("%d hits listed after going down", n)
	}
}

// An article without a headline has no sign for one.
func TestHitWithoutHeadline(t *testing.T) {
	d := drive(t, 80, 24, Options{})
	b := fixture()
	b.Readings[6].Article.Headline = news.Field{}
	d.read(b, true)
	d.press("/", "type:ferry")
	d.sees("▶ Nordwire  2 Dec 2025")
	d.seesNot(headlineSign)
}

// A word that is not found may be misspelt.
func TestNothingFoundMayBeASlip(t *testing.T) {
	d := open(t, 80, 24, Options{})
	d.press("/", "type:harbuor")
	d.sees("Nothing found. A slip? harbuor~ finds")
	d.press("type:~")
	d.sees("Nothing found.")
	d.seesNot("A slip?")
}

// TestEnterOpensWhatIsTyped holds that enter opens a hit of the words on the line, be
// those of fewer letters still on the screen.
func TestEnterOpensWhatIsTyped(t *testing.T) {
	b := fixture()
	last := b.Readings[len(b.Readings)-1].Article
	words := strings.ToLower(last.Headline.Value)
	late := func() (*driver, tea.Cmd) {
		d := open(t, 80, 24, Options{})
		d.r.found.searcher = wordSearcher{b}
		d.press("/", "type:a")
		d.r.found.input.set(words)
		return d, d.r.found.ask()
	}
	d, answer := late()
	d.press("enter")
	d.sees("›  search")
	d.carryOut(answer)
	d.seesNot("›  search")
	d.sees(last.File)

	d, answer = late()
	d.press("enter", "esc")
	d.carryOut(answer)
	d.seesNot(last.File)
}
