package link

import (
	"slices"

	"verbatim/corpus/lexicon"
)

// fragments adds to the sets the quotes of a word or two that no other quote
// is like enough to: a reporter who takes one word of a statement in marks.
// The word must stand in one statement of that speaker only.
func (l *teller) fragments(qs []quote, sets []set) []set {
	where := phraseIndex(qs, sets)
	alone := map[int]int{} // the set of each quote that has one of its own
	for i, s := range sets {
		if len(s.members) == 1 {
			alone[s.members[0]] = i
		}
	}
	for i := range qs {
		at, ok := alone[i]
		if !ok || !short(&qs[i]) || len(qs[i].speakers) == 0 {
			continue
		}
		if to := l.homeOf(qs, sets, where, i); to >= 0 && to != at {
			sets[to].members = append(sets[to].members, sets[at].members...) // and what found its home there
			sets[at].members = nil
		}
	}
	return dropEmpty(sets)
}

// short reports whether a quote is too short to be matched by itself.
func short(q *quote) bool {
	return q.marked && q.content == 1 && len(q.words.toks) <= 2
}

// phraseIndex maps the content words of the quotes in marks to their sets.
func phraseIndex(qs []quote, sets []set) map[string][]int {
	out := map[string][]int{}
	for i, s := range sets {
		for _, m := range s.members {
			if !qs[m].marked {
				continue
			}
			for k := range qs[m].words.toks {
				t := &qs[m].words.toks[k]
				if at := out[t.key]; !t.stop && (len(at) == 0 || at[len(at)-1] != i) {
					out[t.key] = append(at, i)
				}
			}
		}
	}
	return out
}

// commonWord is the rank up to which a word alone is no sign of a statement.
const commonWord = 250

// homeOf returns the set a short quote belongs to: the only one of its
// speaker, beside its own, that has its words in a longer quote; failing that
// the first that has them in one as short. It is -1 if there is none, or more
// than one.
func (l *teller) homeOf(qs []quote, sets []set, where map[string][]int, i int) int {
	key := contentKey(&qs[i])
	if r := lexicon.Rank(key); r > 0 && r <= commonWord {
		return -1
	}
	home, like := -1, -1
	for _, s := range where[key] {
		if len(sets[s].members) == 0 || slices.Contains(sets[s].members, i) || !l.holds(qs, &sets[s], i) {
			continue
		}
		switch {
		case !slices.ContainsFunc(sets[s].members, func(m int) bool { return !short(&qs[m]) }):
			if like < 0 {
				like = s
			}
		case home >= 0:
			return -1
		default:
			home = s
		}
	}
	if home < 0 {
		return like
	}
	return home
}

func contentKey(q *quote) string {
	for k := range q.words.toks {
		if t := &q.words.toks[k]; !t.stop {
			return t.key
		}
	}
	return ""
}

// holds reports whether a quote of the same speaker in a set has the words of
// quote i as they stand.
func (l *teller) holds(qs []quote, s *set, i int) bool {
	for _, m := range s.members {
		if m != i && l.accord(&qs[m], &qs[i]) == agreed && containsRun(qs[m].words.toks, qs[i].words.toks) {
			return true
		}
	}
	return false
}

// emptyWords is the least number of words by which a quote that carries no
// content is known: "Well, which is it, then?".
const emptyWords = 4

// empties adds to the sets the quotes in marks without content that stand word
// for word in a longer quote of the same speaker, in one set only.
func (l *teller) empties(qs []quote, sets []set) []set {
	begin := map[[emptyWords]string][]int{} // empty quotes alone in their sets, by their first words
	alone := map[int]int{}
	for i, s := range sets {
		m := s.members[0]
		if q := &qs[m]; len(s.members) == 1 && q.content == 0 && len(q.words.toks) >= emptyWords && len(q.speakers) > 0 {
			if k := firstKeys(q.words.toks); len(begin[k]) < maxPosting {
				begin[k] = append(begin[k], m)
				alone[m] = i
			}
		}
	}
	if len(begin) == 0 {
		return sets
	}
	home := map[int][]int{}
	for i, s := range sets {
		for _, m := range s.members {
			for k := 0; k+emptyWords <= len(qs[m].words.toks); k++ {
				for _, e := range begin[firstKeys(qs[m].words.toks[k:])] {
					if l.holdsAt(qs, m, k, e) && !slices.Contains(home[e], i) {
						home[e] = append(home[e], i)
					}
				}
			}
		}
	}
	for e, at := range home {
		if len(at) == 1 {
			sets[at[0]].members = append(sets[at[0]].members, e)
			slices.Sort(sets[at[0]].members)
			sets[alone[e]].members = nil
		}
	}
	return dropEmpty(sets)
}

func firstKeys(ts []token) (k [emptyWords]string) {
	for i := range k {
		k[i] = ts[i].key
	}
	return k
}

// holdsAt reports whether quote m, of another article and of more content, has
// the words of quote e from a token on.
func (l *teller) holdsAt(qs []quote, m, token, e int) bool {
	a, b := &qs[m], &qs[e]
	run := b.words.toks
	if a.content == 0 || a.ref.Reading == b.ref.Reading || len(a.words.toks)-token < len(run) {
		return false
	}
	return containsRun(a.words.toks[token:token+len(run)], run) && l.accord(a, b) == agreed
}

func containsRun(ts, run []token) bool {
	for i := 0; i+len(run) <= len(ts); i++ {
		k := 0
		for k < len(run) && ts[i+k].key == run[k].key {
			k++
		}
		if k == len(run) {
			return true
		}
	}
	return false
}
