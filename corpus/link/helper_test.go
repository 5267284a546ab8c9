package link

import (
	"cmp"
	"maps"
	"slices"

	"verbatim/corpus/corrections"
	"verbatim/corpus/news"
)

// stories returns the stories of some readings, and the story of each.
func stories(rs []news.Reading) ([]news.Story, []int) {
	b := Link(rs, nil)
	story := make([]int, len(rs))
	for i := range b.Stories {
		for _, r := range b.Stories[i].Readings {
			story[r] = i
		}
	}
	return b.Stories, story
}

// actors returns the actors of readings whose stories are given.
func actors(rs []news.Reading, story []int) []news.Actor {
	l := NewLinker(0)
	l.rs = rs
	list := make([]*dossier, 1+slices.Max(append(story, -1)))
	for i, s := range story {
		if list[s] == nil {
			list[s] = &dossier{}
		}
		list[s].at, list[s].members = append(list[s].at, i), append(list[s].members, int32(i))
		l.arts, l.order = append(l.arts, &entry{reading: rs[i], story: list[s], at: i}), append(l.order, int32(i))
	}
	for _, s := range list {
		l.recast(s)
	}
	l.company.settle()
	return l.actors(list, corrections.Found{})
}

// statements returns the statements of stories.
func statements(rs []news.Reading, list []news.Story, people []news.Actor) []news.Statement {
	l := newTeller(rs, people)
	var out []news.Statement
	for i := range list {
		out = append(out, l.story(i, &list[i])...)
	}
	name(out)
	return out
}

// inOrder returns the briefing of all articles in the order of their files.
func (l *Linker) inOrder(problems []news.Problem) news.Briefing {
	order := slices.Collect(maps.Values(l.known))
	slices.SortFunc(order, func(x, y int32) int {
		a, b := &l.arts[x].reading.Article, &l.arts[y].reading.Article
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Row, b.Row), cmp.Compare(a.ID, b.ID))
	})
	return l.briefing(order, problems, corrections.Found{})
}
