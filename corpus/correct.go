package corpus

import (
	"verbatim/corpus/corrections"
	"verbatim/corpus/link"
	"verbatim/corpus/news"
)

// Gathered is all that was read of a corpus, before it is linked: what it
// takes to make the briefing anew under other corrections.
type Gathered struct {
	readings []news.Reading
	problems []news.Problem
}

// Brief links what was gathered under corrections. What of those can not be
// followed is among the problems.
func (g Gathered) Brief(set corrections.Set) news.Briefing {
	found, rs, more := set.Find(g.readings)
	return under(found, rs, append(g.problems[:len(g.problems):len(g.problems)], more...))
}

// sofar links what is read up to now. Corrections that name what is still to
// come are no problems.
func (g Gathered) sofar(set corrections.Set) news.Briefing {
	found, rs, _ := set.Find(g.readings)
	return under(found, rs, g.problems)
}

func under(found corrections.Found, rs []news.Reading, problems []news.Problem) news.Briefing {
	return dated(link.Corrected(rs, problems, found))
}

// corrections returns the decisions to follow as they are now.
func (o *Options) corrections() corrections.Set {
	if o.Corrections == nil {
		return corrections.Set{}
	}
	return o.Corrections.Set()
}

// link links all that is read.
func (o *Options) link(rs []news.Reading, problems []news.Problem) news.Briefing {
	return Gathered{rs, problems}.Brief(o.corrections())
}

// linkAside links what is read up to now.
func (o *Options) linkAside(rs []news.Reading, problems []news.Problem) news.Briefing {
	return Gathered{rs, problems}.sofar(o.corrections())
}
