package link

import "verbatim/corpus/news"

// absences lists the outlets of the story that have no variant of the
// statement. An outlet with a reading that tells or hints at it is not among
// them, nor is one whose articles bear no date where the statement has one: it
// may have gone to press before.
func (l *teller) absences(story *news.Story, st *news.Statement, told ...map[int]bool) []news.Absence {
	has := map[string]bool{}
	for _, t := range told {
		for r := range t {
			has[l.rs[r].Article.OutletName()] = true
		}
	}
	for _, v := range st.Variants {
		has[l.outlet(v.Quote)] = true
	}
	made := l.made(st)
	var out []news.Absence
	for _, o := range story.Outlets {
		if has[o] {
			continue
		}
		if dated, before := l.printed(story, o, made); dated || made.IsZero() {
			out = append(out, news.Absence{Outlet: o, TooEarly: before})
		}
	}
	return out
}

// claimWords is the length from which a fragment in marks may be said to be
// left out elsewhere.
const claimWords = 4

// claimable reports whether it can be told that an outlet leaves a statement
// out: it has words in marks that say something, or several outlets report it.
func claimable(qs []quote, s set) bool {
	q := &qs[s.ref]
	if q.marked {
		return q.content >= 2 && (q.direct() || len(q.words.toks) >= claimWords)
	}
	return len(s.members) > len(s.possible)+1
}

func (l *teller) outlet(at news.Ref) string { return l.rs[at.Reading].Article.OutletName() }

// made returns the day a statement was made by: the earliest that an article
// which carries it gives.
func (l *teller) made(st *news.Statement) news.Date {
	var first news.Date
	for _, v := range st.Variants {
		r := &l.rs[v.Quote.Reading]
		d := r.Quotes[v.Quote.Item].SaidOn
		if d.IsZero() {
			d = r.Article.Published.Date
		}
		if !d.IsZero() && (first.IsZero() || d.Compare(first) < 0) {
			first = d
		}
	}
	return first
}

// printed reports whether an article of the outlet in the story bears a date,
// and whether all of them do and were published before a day.
func (l *teller) printed(story *news.Story, outlet string, day news.Date) (dated, before bool) {
	before = !day.IsZero()
	for _, r := range story.Readings {
		a := &l.rs[r].Article
		if a.OutletName() != outlet {
			continue
		}
		on := a.Published.Date
		dated = dated || !on.IsZero()
		before = before && !on.IsZero() && on.Compare(day) < 0
	}
	return dated, before
}
