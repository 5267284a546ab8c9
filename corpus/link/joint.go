package link

import (
	"slices"
	"strings"
	"unicode"

	"verbatim/corpus/text"
)

// joints finds the quotes that join two utterances in one pair of marks: other
// outlets have the two parts apart with words of their own between, and either
// two of them do or one has something else in the place. Each utterance
// becomes a set, and the quote a member of both.
func (l *teller) joints(g *groups, sets []set) []set {
	var out []set
	for _, s := range sets {
		out = append(out, l.parted(g, s)...)
	}
	l.markJoined(g, out)
	return out
}

// parted parts a set at the places where its reference joins two utterances.
func (l *teller) parted(g *groups, s set) []set {
	var out []set
	rest := s
	for {
		cut, ok := l.jointOf(g, rest)
		if !ok {
			break
		}
		var before []int
		after := set{ref: rest.ref}
		for _, m := range rest.members {
			t, _ := g.stretchIn(rest.ref, m)
			if m == rest.ref || t.from >= cut {
				after.members = append(after.members, m)
			} else {
				before = append(before, m)
			}
		}
		out = append(out, set{ref: g.reference(before), members: append(before, rest.ref), joined: map[int]bool{rest.ref: true}})
		after.joined = map[int]bool{rest.ref: true}
		rest = after
	}
	if len(out) > 0 {
		others := slices.DeleteFunc(slices.Clone(rest.members), func(m int) bool { return m == rest.ref })
		rest.ref = g.reference(others)
	}
	return append(out, rest)
}

// jointOf returns the first token of the reference at which it joins two
// utterances.
func (l *teller) jointOf(g *groups, s set) (int, bool) {
	for _, cut := range cuts(g, s) {
		var before, after []int
		for _, m := range s.members {
			if m == s.ref {
				continue
			}
			if t, _ := g.stretchIn(s.ref, m); t.to <= cut {
				before = append(before, m)
			} else {
				after = append(after, m)
			}
		}
		if g.seam(s.ref, g.reach(s.ref, before), cut) && l.apart(g, s.ref, before, after) {
			return cut, true
		}
	}
	return 0, false
}

// maxSeam is the most words of its own that a quote has between two utterances
// it joins.
const maxSeam = 2

// seam reports whether two utterances that end and begin at some tokens of a
// quote follow each other there as two sentences, with no ellipsis between.
func (g *groups) seam(quote, end, begin int) bool {
	w := g.qs[quote].words
	return begin-end <= maxSeam && w.toks[begin].start && !w.ellipsis(end, begin)
}

// reach returns the token of a quote behind all that it has in common with
// some others.
func (g *groups) reach(quote int, others []int) int {
	end := 0
	for _, m := range others {
		if t, ok := g.stretchIn(quote, m); ok {
			end = max(end, t.to)
		}
	}
	return end
}

// cuts returns the tokens of the reference before which no other member's
// stretch goes on.
func cuts(g *groups, s set) []int {
	var spans []stretchOf
	for _, m := range s.members {
		if t, ok := g.stretchIn(s.ref, m); ok && m != s.ref {
			spans = append(spans, t)
		}
	}
	slices.SortFunc(spans, func(a, b stretchOf) int { return a.from - b.from })
	var out []int
	end := -1
	for _, t := range spans {
		if end >= 0 && t.from >= end {
			out = append(out, t.from)
		}
		end = max(end, t.to)
	}
	return out
}

// apart reports whether other outlets than that of quote joined have the
// utterances of two lists of quotes apart. An article that has them side by side
// as well, only cites a word of them in another place.
func (l *teller) apart(g *groups, joined int, before, after []int) bool {
	outlets, beside := map[string]bool{}, map[int]bool{}
	var pairs [][2]int
	torn := false
	for _, a := range before {
		for _, b := range after {
			x, y := &g.qs[a], &g.qs[b]
			if a == b || x.ref.Reading != y.ref.Reading || x.outlet == g.qs[joined].outlet {
				continue
			}
			outlets[x.outlet] = true
			torn = torn || g.torn(joined, a, b)
			if l.wordsBetween(x, y) {
				pairs = append(pairs, [2]int{a, b})
			} else {
				beside[x.ref.Reading] = true
			}
		}
	}
	told := slices.ContainsFunc(pairs, func(p [2]int) bool { return !beside[g.qs[p[0]].ref.Reading] })
	return told && (torn || len(outlets) >= 2)
}

// torn reports whether quote a goes on, or quote b begins, with other words
// within its marks where the joined quote has the one behind the other, or the
// other way round.
func (g *groups) torn(joined, a, b int) bool {
	s, ok := g.stretchIn(joined, a)
	t, also := g.stretchIn(joined, b)
	if !ok || !also {
		return false
	}
	if s.from > t.from {
		a, b = b, a
	}
	x, _ := g.stretchIn(a, joined)
	y, _ := g.stretchIn(b, joined)
	return x.to < len(g.qs[a].words.toks) || y.from > 0
}

// markJoined marks in each set the quotes that stand in another set with
// other words, where other outlets have those apart and no ellipsis owns up
// to it.
func (l *teller) markJoined(g *groups, sets []set) {
	in := map[int][]int{}
	for i, s := range sets {
		for _, m := range s.members {
			in[m] = append(in[m], i)
		}
	}
	for m, at := range in {
		for i, x := range at {
			for _, y := range at[i+1:] {
				if g.joins(m, &sets[x], &sets[y]) && l.apart(g, m, sets[x].members, sets[y].members) {
					sets[x].join(m)
					sets[y].join(m)
				}
			}
		}
	}
}

// joins reports whether the parts of a quote that two sets have follow each
// other in it.
func (g *groups) joins(quote int, x, y *set) bool {
	s, ok := g.partOf(quote, x)
	t, also := g.partOf(quote, y)
	if !ok || !also {
		return false
	}
	if s.from > t.from {
		s, t = t, s
	}
	return g.seam(quote, s.to, t.from)
}

// partOf returns the tokens of a quote that the other members of a set have.
func (g *groups) partOf(quote int, s *set) (stretchOf, bool) {
	part, found := stretchOf{}, false
	for _, m := range s.members {
		t, ok := g.stretchIn(quote, m)
		switch {
		case m == quote || !ok:
		case !found:
			part, found = t, true
		default:
			part = stretchOf{min(part.from, t.from), max(part.to, t.to)}
		}
	}
	return part, found
}

// wordsBetween reports whether the reporter's own sentence stands between two
// quotes of one article: more than the tag that tells who spoke.
func (l *teller) wordsBetween(x, y *quote) bool {
	if x.q.Start > y.q.Start {
		return true // told in another order
	}
	src := x.words.src
	gap := text.Span{Start: x.q.Outer.End, End: y.q.Outer.Start}
	if !gap.Fits(src) {
		return false
	}
	between := gap.In(src)
	return endsSentence(between) || closes(x.q.In(src)) && strings.ContainsFunc(between, unicode.IsLetter) && !closes(between)
}

// closes reports whether s ends a sentence.
func closes(s string) bool {
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	return s != "" && strings.ContainsRune(".!?", rune(s[len(s)-1]))
}

// endsSentence reports whether a sentence ends within s and words of another
// follow.
func endsSentence(s string) bool {
	for i := 0; i < len(s); i++ {
		if !strings.ContainsRune(".!?\n", rune(s[i])) {
			continue
		}
		before, after := s[:i], s[i+1:]
		if !strings.ContainsFunc(before, unicode.IsLetter) || !strings.ContainsFunc(after, unicode.IsLetter) {
			continue
		}
		if last := before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]; s[i] == '.' && (text.IsAbbreviation(last) || len(last) == 1 || after[0] != ' ' && after[0] != '\n') {
			continue
		}
		return true
	}
	return false
}
