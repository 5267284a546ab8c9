package link

import (
	"slices"

	"verbatim/corpus/news"
)

// quote is a quote of a story as statements are made of it.
type quote struct {
	ref      news.Ref
	q        *news.Quote
	outlet   string
	words    *wording
	content  int
	speakers []int // indices of actors, sorted
	marked   bool  // stands in marks
}

// direct reports whether the quote is a clause or more in marks.
func (q *quote) direct() bool { return q.q.Kind == news.Direct }

// linker makes the statements of a briefing.
type linker struct {
	rs     []news.Reading
	people []news.Actor
	actor  map[news.Ref]int // the actor of an entity
	stems  stemmer
}

func newLinker(rs []news.Reading, people []news.Actor) *linker {
	l := &linker{rs: rs, people: people, actor: map[news.Ref]int{}, stems: stemmer{}}
	for i := range people {
		for _, e := range people[i].Entities {
			l.actor[e] = i
		}
	}
	return l
}

// quotes returns the quotes of some readings.
func (l *linker) quotes(readings []int) []quote {
	var out []quote
	for _, r := range readings {
		for i := range l.rs[r].Quotes {
			out = append(out, l.quote(news.Ref{Reading: r, Item: i}))
		}
	}
	return out
}

func (l *linker) quote(at news.Ref) quote {
	r := &l.rs[at.Reading]
	q := &r.Quotes[at.Item]
	w := newWording(r.Article.Text, q.Span, l.stems)
	return quote{
		ref: at, q: q, outlet: r.Article.OutletName(), words: w, content: w.content(),
		speakers: l.speakers(at.Reading, q.Speakers), marked: q.Kind != news.Indirect,
	}
}

// speakers returns the actors behind entities of a reading.
func (l *linker) speakers(reading int, entities []int) []int {
	var out []int
	for _, e := range entities {
		if a, ok := l.actor[news.Ref{Reading: reading, Item: e}]; ok {
			out = append(out, a)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// accord says how the speakers of two quotes agree.
type accord int

// The degrees of accord, the least first.
const (
	atOdds    accord = iota // two people, both named
	loose                   // an organisation and a person or another organisation
	uncertain               // one is not known, or only described
	agreed
)

// accord compares the speakers of two quotes.
func (l *linker) accord(a, b *quote) accord {
	if len(a.speakers) == 0 || len(b.speakers) == 0 {
		return uncertain
	}
	best := atOdds
	for _, x := range a.speakers {
		for _, y := range b.speakers {
			best = max(best, l.actorAccord(x, y))
		}
	}
	return best
}

func (l *linker) actorAccord(x, y int) accord {
	p, q := &l.people[x], &l.people[y]
	switch {
	case x == y:
		return agreed
	case p.Anonymous || q.Anonymous:
		return uncertain
	case p.Kind != news.Person || q.Kind != news.Person:
		return loose
	}
	return atOdds
}
