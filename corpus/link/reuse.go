package link

import (
	"cmp"
	"slices"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// earlier is where words were printed first: a quote of an article.
type earlier struct {
	article int32
	item    int
	variant int // of the statement that has them again
}

// trace finds where words that another story had before were printed first.
// Only stories that were told anew, or words of which came or went elsewhere,
// are looked at again.
func (l *Linker) trace() {
	for h := range l.prints.touched {
		s := l.arts[h].story
		s.reused, l.due[s] = nil, true
	}
	clear(l.prints.touched)
	for s := range l.due {
		if s.reused == nil {
			s.reused = l.reusedIn(s)
		}
	}
}

// reusedIn finds for each statement of a story, by its number, where its words
// were printed first.
func (l *Linker) reusedIn(s *dossier) map[int]earlier {
	out := map[int]earlier{}
	for i := range s.statements {
		if e, ok := l.first(s, &s.statements[i]); ok {
			out[i] = e
		}
	}
	return out
}

// first finds the first print of words of a statement in another story before.
func (l *Linker) first(s *dossier, st *news.Statement) (earlier, bool) {
	best, found := earlier{}, false
	made := l.printed(st)
	for i, v := range st.Variants {
		r := &l.arts[l.order[v.Quote.Reading]].reading
		q := &r.Quotes[v.Quote.Item]
		if v.Possible || q.Kind == news.Indirect || made == undated {
			continue
		}
		for _, w := range runsOf(text.Words(r.Article.Text, q.Span)) {
			for p := range l.prints.others(w.key) {
				if o := l.arts[p.article]; o.story == s || !o.before(made) {
					continue
				}
				e := earlier{p.article, int(p.item), i}
				if (!found || l.older(e, best)) && l.again(p, w, r, q) {
					best, found = e, true
				}
			}
		}
	}
	return best, found
}

// reuseDays is how long before a statement its words must have been printed
// to be old.
const reuseDays = 1

// printed is the day on which a statement was printed first in its story.
func (l *Linker) printed(st *news.Statement) int32 {
	first := int32(undated)
	for _, v := range st.Variants {
		d := dayNumber(l.arts[l.order[v.Quote.Reading]].reading.Article.Published.Date)
		if !v.Possible && d != undated && (first == undated || d < first) {
			first = d
		}
	}
	return first
}

// before reports whether an article was published so long before a day that
// its words are old on it.
func (a *entry) before(day int32) bool {
	d := dayNumber(a.reading.Article.Published.Date)
	return d != undated && day-d >= reuseDays
}

// older orders prints: the older first, and of a day that of the lesser name.
func (l *Linker) older(a, b earlier) bool {
	x, y := &l.arts[a.article].reading.Article, &l.arts[b.article].reading.Article
	return cmp.Or(x.Published.Date.Compare(y.Published.Date), cmp.Compare(x.ID, y.ID), a.item-b.item, a.variant-b.variant) < 0
}

// again reports whether a quote has a run of words of quote q as an old quote,
// and may be of the same speaker.
func (l *Linker) again(at held, w passage, r *news.Reading, q *news.Quote) bool {
	o := &l.arts[at.article].reading
	p := &o.Quotes[at.item]
	return w.again(text.Words(o.Article.Text, p.Span), voices(r, q, o, p))
}

// voices says how the speakers of quotes of two articles of different stories
// agree. One at least must be known.
func voices(r *news.Reading, q *news.Quote, o *news.Reading, p *news.Quote) accord {
	if len(q.Speakers) == 0 || len(p.Speakers) == 0 {
		if len(q.Speakers) == len(p.Speakers) {
			return atOdds
		}
		return uncertain
	}
	best := atOdds
	for _, a := range q.Speakers {
		for _, b := range p.Speakers {
			best = max(best, voice(&r.Entities[a], &o.Entities[b]))
		}
	}
	return best
}

// voice is voices for one speaker of each.
func voice(a, b *news.Entity) accord {
	switch {
	case a.Anonymous || b.Anonymous:
		return uncertain
	case a.Kind == news.Person && b.Kind == news.Person:
		if namesakes(a.Name, b.Name) {
			return agreed
		}
		return atOdds
	case a.Kind == news.Person || b.Kind == news.Person:
		return uncertain
	case a.Name == b.Name || sameBody(a.Name, b.Name):
		return agreed
	}
	return atOdds
}

// strangers reports whether two of some names are not of one person.
func strangers(names []string) bool {
	for i, a := range names {
		if slices.ContainsFunc(names[i+1:], func(b string) bool { return !namesakes(a, b) }) {
			return true
		}
	}
	return false
}

// namedAlone returns the name of the one person who is surely credited with a
// quote in marks, empty for none.
func namedAlone(r *news.Reading, q *news.Quote) string {
	if q.Kind == news.Indirect || len(q.Speakers) != 1 || q.Confidence < sureSpeaker {
		return ""
	}
	if e := &r.Entities[q.Speakers[0]]; e.Kind == news.Person && !e.Anonymous {
		return e.Name
	}
	return ""
}
