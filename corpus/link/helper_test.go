package link

import "verbatim/corpus/news"

// stories returns the stories of some readings, and the story of each.
func stories(rs []news.Reading) ([]news.Story, []int) {
	l := NewLinker()
	order := make([]int32, len(rs))
	for i := range rs {
		r := withID(rs[i], i, map[string]bool{})
		order[i] = l.add(&r)
	}
	for i, h := range order {
		l.arts[h].at = i
	}
	l.regroup()
	var list []news.Story
	story := make([]int, len(rs))
	for i, s := range l.inOrder(order) {
		list = append(list, s.inBriefing(i))
		for _, r := range s.at {
			story[r] = i
		}
	}
	return list, story
}

// actors returns the actors of readings whose stories are given.
func actors(rs []news.Reading, story []int) []news.Actor {
	c := newCrew(rs, story)
	c.meetInStories()
	c.meetAcross()
	return c.actors()
}

// statements returns the statements of stories.
func statements(rs []news.Reading, list []news.Story, people []news.Actor) []news.Statement {
	l := newLinker(rs, people)
	var out []news.Statement
	for i := range list {
		out = append(out, l.story(i, &list[i])...)
	}
	name(out)
	return out
}
