package link

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// invented makes a reading of sentences that words of a few dozen make, each a
// quote of somebody, in marks or not, now and then one within another.
func invented(rnd *rand.Rand, outlet string, n int) news.Reading {
	vocabulary := strings.Fields("harbour quay dredging council never not all we will must the a of to tide Venn Marden budget seventeen 17 million vote strike pier crane salt herring licence tonnage delay refuse insist")
	r := news.Reading{Article: news.Article{ID: outlet, File: outlet + ".txt", Outlet: news.Field{Value: outlet}}}
	for i, name := range []string{"Mara Venn", "Tobin Marden", "harbour board", "a port official"} {
		kind := news.Person
		if i == 2 {
			kind = news.Organisation
		}
		r.Entities = append(r.Entities, news.Entity{Name: name, Kind: kind, Anonymous: i == 3})
	}
	var b strings.Builder
	for range n {
		start := b.Len()
		for range 1 + rnd.IntN(9) {
			b.WriteString(vocabulary[rnd.IntN(len(vocabulary))] + " ")
		}
		s := text.Span{Start: start, End: b.Len() - 1}
		b.WriteString(". ")
		r.Sentences = append(r.Sentences, text.Span{Start: start, End: b.Len() - 1})
		q := news.Quote{Span: s, Kind: []news.QuoteKind{news.Direct, news.Partial, news.Indirect}[rnd.IntN(3)]}
		if rnd.IntN(5) > 0 {
			q.Speakers = []int{rnd.IntN(len(r.Entities))}
		}
		r.Quotes = append(r.Quotes, q)
	}
	r.Article.Text = b.String()
	r.Article.Blocks = []news.Block{{Span: text.Span{End: b.Len()}, Kind: news.Body}}
	return r
}

// TestNoQuoteIsLost tells stories of invented articles: each quote stands in a
// statement of its story, but words in marks that nobody is credited with and
// that no other outlet has.
func TestNoQuoteIsLost(t *testing.T) {
	for seed := range uint64(150) {
		rnd := rand.New(rand.NewPCG(seed, 3))
		var rs []news.Reading
		s := news.Story{}
		for o := range 1 + rnd.IntN(4) {
			outlet := fmt.Sprint("Outlet ", o)
			rs = append(rs, invented(rnd, outlet, 1+rnd.IntN(12)))
			s.Readings, s.Outlets = append(s.Readings, o), append(s.Outlets, outlet)
		}
		people := actors(rs, make([]int, len(rs)))
		l := newTeller(rs, people)
		told := map[news.Ref]bool{}
		for _, st := range l.story(0, &s) {
			for _, v := range st.Variants {
				told[v.Quote] = true
			}
		}
		for _, q := range l.quotes(s.Readings) {
			if !told[q.ref] && worthy(&q) {
				t.Fatalf("seed %d: quote %v %q of %d outlets stands in no statement", seed, q.ref, q.q.In(q.words.src), len(rs))
			}
		}
	}
}

// TestAnyReadings links readings that nothing sane made: it never fails,
// and tells every story.
func TestAnyReadings(t *testing.T) {
	for seed := range uint64(150) {
		rnd := rand.New(rand.NewPCG(seed, 5))
		var rs []news.Reading
		for i := range 1 + rnd.IntN(6) {
			r := invented(rnd, fmt.Sprint("Outlet ", i%3), rnd.IntN(8))
			r.Article.ID = fmt.Sprint(rnd.IntN(5)) // not each of its own
			rs = append(rs, spoilt(rnd, r))
		}
		b := Link(rs, nil)
		if len(b.Problems) > 0 {
			t.Errorf("seed %d: %v", seed, b.Problems)
		}
		if len(b.Readings) != len(rs) || len(b.Stories) == 0 {
			t.Fatalf("seed %d: %d readings, %d stories of %d", seed, len(b.Readings), len(b.Stories), len(rs))
		}
	}
}

// spoilt breaks a reading somewhere; its spans still fit the text, if not its
// words or runes.
func spoilt(rnd *rand.Rand, r news.Reading) news.Reading {
	wild := func() text.Span {
		a, b := rnd.IntN(len(r.Article.Text)+1), rnd.IntN(len(r.Article.Text)+1)
		return text.Span{Start: min(a, b), End: max(a, b)}
	}
	switch rnd.IntN(7) {
	case 0:
		raw := []byte(r.Article.Text)
		for range 1 + len(raw)/9 {
			if len(raw) > 0 {
				raw[rnd.IntN(len(raw))] = "\xff\x80[(]…\n.'$ 1"[rnd.IntN(14)]
			}
		}
		r.Article.Text = string(raw)
	case 1:
		r.Entities = r.Entities[:rnd.IntN(len(r.Entities))]
	case 2:
		for i := range r.Quotes {
			r.Quotes[i].Speakers = []int{rnd.IntN(50) - 20, rnd.IntN(9)}
		}
	case 3:
		for i := range r.Quotes {
			r.Quotes[i].Span = wild()
		}
	case 4:
		r.Sentences = []text.Span{wild(), {}, wild()}
	case 5:
		for i := range r.Entities {
			r.Entities[i] = news.Entity{Name: []string{"", " ", "-", "'s", "\xff", "Jr."}[rnd.IntN(6)], Kind: r.Entities[i].Kind, Role: wild()}
		}
	}
	return r
}

// TestBoundHolds aligns any two wordings: those that are found the same were
// worth aligning.
func TestBoundHolds(t *testing.T) {
	same := 0
	for seed := range uint64(40) {
		rnd := rand.New(rand.NewPCG(seed, 7))
		r := invented(rnd, "Hale Mail", 16)
		rs := []news.Reading{r, changed(rnd, r)}
		l := newTeller(rs, nil)
		qs := l.quotes([]int{0, 1})
		for a := range qs {
			for b := a + 1; b < len(qs); b++ {
				for with := atOdds; with <= agreed; with++ {
					d := newBond(qs, a, b, with)
					if d.same() {
						same++
						if !mayBeSame(qs[a].words, qs[b].words, with) {
							t.Fatalf("seed %d: %q and %q are the same at %d", seed, qs[a].q.In(r.Article.Text), qs[b].q.In(rs[1].Article.Text), with)
						}
					}
				}
			}
		}
	}
	if same < 500 {
		t.Errorf("only %d pairs are the same", same)
	}
}

// changed is a reading some words of which are others, of the same length.
func changed(rnd *rand.Rand, r news.Reading) news.Reading {
	ws := strings.Split(r.Article.Text, " ")
	for i, w := range ws {
		if rnd.IntN(8) == 0 {
			ws[i] = strings.Repeat("x", len(w))
		}
	}
	r.Article.Text = strings.Join(ws, " ")
	r.Quotes = slices.Clone(r.Quotes)
	return r
}

// TestFaultIsAProblem links a reading that no story can be told with: the
// others are told, and it is a problem each time.
func TestFaultIsAProblem(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 1))
	whole, broken := invented(rnd, "Hale Mail", 5), invented(rnd, "Tarn Post", 3)
	broken.Article.Published.Date = news.Date{Year: 2020, Month: 5, Day: 4}
	whole.Article.Published.Date = news.Date{Year: 2024, Month: 5, Day: 4}
	broken.Quotes[1] = news.Quote{Kind: news.Indirect, Span: text.Span{Start: 10, End: 9000}}
	l := NewLinker(0)
	l.put(whole)
	l.put(broken)
	for range 2 {
		b := l.inOrder([]news.Problem{{File: "other.txt"}})
		if len(b.Stories) != 2 || len(b.Statements) == 0 || len(b.Problems) != 2 {
			t.Fatalf("%d stories, %d statements, problems %v", len(b.Stories), len(b.Statements), b.Problems)
		}
		if p := b.Problems[1]; p.File != "Tarn Post.txt" || !strings.HasPrefix(p.What, "compare the articles of a story: ") {
			t.Errorf("problem %+v", p)
		}
	}
}
