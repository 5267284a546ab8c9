package corpus

import (
	"fmt"

	"verbatim/corpus/news"
)

// identity is what two articles that are the same have in common.
type identity struct{ outlet, id string }

// sieve lets every article through once.
type sieve struct {
	readings []news.Reading
	problems []news.Problem
	seen     map[identity]*news.Article
	ids      map[string]int // how many articles have the id
}

// add takes the readings of one input.
func (s *sieve) add(rs []news.Reading) {
	repeats, last := 0, news.Problem{}
	for i := range rs {
		a := &rs[i].Article
		if a.ID == "" {
			continue
		}
		k := identify(a)
		if first := s.seen[k]; first != nil && first.Text == a.Text {
			repeats++
			last = news.Problem{File: a.File, What: leftOut(a, first)}
			continue
		}
		s.seen[k] = a
		s.readings = append(s.readings, s.named(rs[i]))
	}
	if repeats > 1 {
		last.What = fmt.Sprintf("%d rows left out: the same articles stand before them", repeats)
	}
	if repeats > 0 {
		s.problems = append(s.problems, last)
	}
}

// identify tells articles of unknown outlets apart by their files.
func identify(a *news.Article) identity {
	if a.Outlet.Value == "" {
		return identity{"file " + a.File, a.ID}
	}
	return identity{a.Outlet.Value, a.ID}
}

func leftOut(a, first *news.Article) string {
	what := "left out: the same article as "
	if a.Row > 0 {
		what = fmt.Sprintf("row %d left out: the same article as ", a.Row)
	}
	switch {
	case first.File != a.File && first.Row > 0:
		return fmt.Sprintf("%srow %d of %s", what, first.Row, first.File)
	case first.File != a.File:
		return what + first.File
	}
	return fmt.Sprintf("%srow %d", what, first.Row)
}

// named gives a reading whose id is taken another one.
func (s *sieve) named(r news.Reading) news.Reading {
	id := r.Article.ID
	if s.ids[id]++; s.ids[id] > 1 {
		r.Article.ID = fmt.Sprintf("%s-%d", id, s.ids[id])
	}
	return r
}
