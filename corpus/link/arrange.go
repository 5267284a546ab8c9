package link

import (
	"cmp"
	"slices"

	"verbatim/corpus/corrections"
	"verbatim/corpus/news"
)

// arrange puts the articles in the order of the briefing. Only those behind the
// first that has another place than before cost anything.
func (l *Linker) arrange(order []int32) {
	same := 0
	for same < min(len(order), len(l.order)) && order[same] == l.order[same] {
		same++
	}
	if l.updates++; same < l.placed {
		l.moved = l.updates
	}
	l.placed = len(order)
	shifted, turned, last := false, false, -1
	for i, h := range order[same:] {
		a := l.arts[h]
		if a.at >= 0 {
			shifted, turned = shifted || a.at != same+i, turned || a.at < last
			last = max(last, a.at)
		}
		a.at = same + i
	}
	l.order = append(l.order[:same], order[same:]...)
	l.rs = slices.Grow(l.rs[:same], len(order)-same)
	for _, h := range order[same:] {
		l.rs = append(l.rs, l.arts[h].reading)
	}
	clear(l.rs[len(l.rs):cap(l.rs)])
	switch {
	case turned:
		l.upset()
	case shifted:
		l.shift()
	}
	for _, h := range order[same:] {
		l.arts[h].story.redate(l)
	}
}

// upset has all stories made anew: those who are named in them meet in the
// order of the articles.
func (l *Linker) upset() {
	l.era++
	l.company = newCompany()
	for s := range l.all {
		*s = dossier{members: s.members, ruled: s.ruled}
		l.due[s] = true
	}
}

// shift gives stories the new places of their articles.
func (l *Linker) shift() {
	l.era++
	for s := range l.all {
		at := make([]int, len(s.at))
		for i := range at {
			at[i] = l.arts[s.members[i]].at
		}
		s.move(at)
	}
}

// rule tells the stories what editors have decided of them. Those of which they
// decided something else are due.
func (l *Linker) rule(d corrections.Found) {
	were := l.ruled
	for _, s := range were {
		s.before, s.ruled = s.ruled, corrections.Found{}
	}
	l.ruled = nil
	for _, r := range d.Apart {
		s, own := l.ownRef(r)
		s.ruled.Apart = append(s.ruled.Apart, own)
		l.ruled = append(l.ruled, s)
	}
	l.rulePairs(d.Merged, func(s *dossier) *[][2]news.Ref { return &s.ruled.Merged })
	l.rulePairs(d.Split, func(s *dossier) *[][2]news.Ref { return &s.ruled.Split })
	for _, s := range slices.Concat(were, l.ruled) {
		if l.all[s] && !s.ruledAsBefore() {
			l.due[s] = true
		}
	}
}

func (l *Linker) rulePairs(pairs [][2]news.Ref, list func(*dossier) *[][2]news.Ref) {
	for _, p := range pairs {
		s, x := l.ownRef(p[0])
		if t, y := l.ownRef(p[1]); s == t {
			*list(s) = append(*list(s), [2]news.Ref{x, y})
			l.ruled = append(l.ruled, s)
		}
	}
}

// ownRef returns a reference into the briefing as one into the articles of its
// story.
func (l *Linker) ownRef(r news.Ref) (*dossier, news.Ref) {
	s := l.arts[l.order[r.Reading]].story
	i, _ := slices.BinarySearch(s.at, r.Reading)
	return s, news.Ref{Reading: i, Item: r.Item}
}

// ruledAsBefore reports whether editors have decided of a story as they had.
func (s *dossier) ruledAsBefore() bool {
	return slices.Equal(s.ruled.Apart, s.before.Apart) && slices.Equal(s.ruled.Merged, s.before.Merged) && slices.Equal(s.ruled.Split, s.before.Split)
}

// regroup parts the articles whose ties have changed into stories again. A
// story of the same articles stays as it is.
func (l *Linker) regroup() {
	for _, g := range l.ties.groups() {
		for _, members := range l.ties.stories(g) {
			l.settle(members)
		}
	}
}

// settle makes articles a story, if they are not one.
func (l *Linker) settle(members []int32) {
	if s := l.arts[members[0]].story; s != nil && l.isOf(s, members) {
		return
	}
	s := &dossier{members: slices.Clone(members)}
	for _, h := range members {
		if old := l.arts[h].story; old != nil {
			l.forget(old)
		}
		l.arts[h].story = s
	}
	l.all[s], l.due[s] = true, true
}

// isOf reports whether a story is of these articles, and no others.
func (l *Linker) isOf(s *dossier, members []int32) bool {
	if len(s.members) != len(members) {
		return false
	}
	return !slices.ContainsFunc(members, func(h int32) bool { return l.arts[h].story != s })
}

// place puts the articles of a story in the order of the briefing, if it is a
// new one.
func (s *dossier) place(l *Linker) {
	if len(s.at) > 0 {
		return
	}
	slices.SortFunc(s.members, func(a, b int32) int { return cmp.Compare(l.arts[a].at, l.arts[b].at) })
	own := map[int32]int{}
	for i, h := range s.members {
		own[h] = i
		s.at = append(s.at, l.arts[h].at)
	}
	s.story = l.ties.story(s.members, func(h int32) (int, *news.Reading) { return own[h], &l.arts[h].reading })
}

// list returns the stories in the order of their first articles.
func (l *Linker) list() []*dossier {
	out := make([]*dossier, 0, len(l.all))
	for i, h := range l.order {
		if s := l.arts[h].story; s.at[0] == i {
			out = append(out, s)
		}
	}
	return out
}
