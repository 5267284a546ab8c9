package link

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"verbatim/corpus/news"
)

// story gathers the quotes of one story that are one utterance, the gravest
// difference first.
func (l *teller) story(at int, story *news.Story) []news.Statement {
	qs := l.quotes(story.Readings)
	var out []news.Statement
	told, hints := newBodies(l.rs, story.Readings, l.stems), hints{}
	sets := l.paraphrased(qs, l.empties(qs, l.fragments(qs, l.marked(qs))), len(story.Outlets), hints)
	for _, s := range l.decide(qs, sets) {
		if len(s.members) > 1 || s.byHand || worthy(&qs[s.ref]) {
			out = append(out, l.statement(at, qs, s))
			st := &out[len(out)-1]
			if claimable(qs, s) {
				st.Absent = l.absences(story, st, told.carriers(&qs[s.ref]), hints.of(s.members))
			}
		}
	}
	slices.SortStableFunc(out, func(a, b news.Statement) int { return cmp.Compare(b.Severity, a.Severity) })
	return out
}

// marked makes sets of the quotes in marks.
func (l *teller) marked(qs []quote) []set {
	g := group(qs, l.bonds(qs))
	var out []set
	for _, members := range g.list {
		if len(members) > 0 && qs[members[0]].marked {
			out = append(out, g.split(members)...)
		}
	}
	g.bridge(out)
	return l.joints(g, out)
}

// worthy reports whether a quote that only one article has is a statement:
// words in marks that nobody is credited with may be a title or a term.
func worthy(q *quote) bool { return len(q.speakers) > 0 || q.direct() }

// bonds aligns the quotes in marks that share enough to be worth it.
func (l *teller) bonds(qs []quote) []bond {
	pairs := candidates(qs, func(a, b int) bool { return qs[a].marked && qs[b].marked })
	out := make([]bond, 0, len(pairs))
	for _, p := range pairs {
		with := l.accordInMarks(&qs[p[0]], &qs[p[1]])
		if !mayBeSame(qs[p[0]].words, qs[p[1]].words, with) {
			continue
		}
		if d, same := l.pairs.compare(qs, p[0], p[1], with); same {
			out = append(out, d)
		}
	}
	return out
}

// statement makes a statement of a set.
func (l *teller) statement(at int, qs []quote, s set) news.Statement {
	st := news.Statement{ID: digest(qs[s.ref].words.toks), Story: at, Speakers: speakersOf(qs, s)}
	slices.Sort(s.members)
	own := make([]*quote, len(s.members))
	for i, m := range s.members {
		if own[i] = &qs[m]; m == s.ref {
			st.Reference = i
		}
		st.Variants = append(st.Variants, news.Variant{Quote: qs[m].ref, Possible: s.possible[m]})
	}
	l.relate(&st, own, func(i int) bool { return s.joined[s.members[i]] })
	return st
}

// relate compares the variants with the reference, and sets all that follows
// from it.
func (l *teller) relate(st *news.Statement, qs []*quote, joined func(variant int) bool) {
	ref := qs[st.Reference]
	for i, q := range qs {
		possible := st.Variants[i].Possible
		st.Variants[i] = variantOf(ref, q)
		st.Variants[i].Possible = possible
		if joined(i) {
			markMerged(&st.Variants[i])
		}
	}
	elsewhere(st, qs)
	st.Conflicts = l.conflicts(surely(st, qs))
	st.Severity = severity(ref, qs, st)
}

// surely returns the quotes of the variants that are no mere possibility.
func surely(st *news.Statement, qs []*quote) []*quote {
	var out []*quote
	for i, q := range qs {
		if !st.Variants[i].Possible {
			out = append(out, q)
		}
	}
	return out
}

// markMerged makes a variant one that joins the statement to another.
func markMerged(v *news.Variant) {
	v.Relation = news.Merged
	for i := range v.Edits {
		if v.Edits[i].Kind == news.EditExtra {
			v.Edits[i].Kind = news.EditJoin
		}
	}
}

// speakersOf returns whom most outlets credit, the reference's speakers where
// it is a draw.
func speakersOf(qs []quote, s set) []int {
	best, most := qs[s.ref].speakers, 0
	for _, m := range append([]int{s.ref}, s.members...) {
		n := 0
		for _, o := range s.members {
			if slices.Equal(qs[o].speakers, qs[m].speakers) {
				n++
			}
		}
		if len(qs[m].speakers) > 0 && (n > most || len(best) == 0) {
			best, most = qs[m].speakers, n
		}
	}
	return best
}

// name makes the ids of statements with the same words in their references
// differ.
func name(sts []news.Statement) {
	used := make(map[string]int, len(sts))
	for i := range sts {
		id := sts[i].ID
		n := used[id] + 1
		if used[id] = n; n > 1 {
			sts[i].ID = id + "-" + strconv.Itoa(n)
		}
	}
}

// digestSize is the length of what [digest] returns.
const digestSize = 12

// digest makes an id of a wording, so that a statement keeps its id when
// articles are read again.
func digest(ts []token) string {
	var b strings.Builder
	for i := range ts {
		b.WriteString(ts[i].key)
		b.WriteByte(' ')
	}
	sum := sha256.Sum256([]byte(b.String()))
	return "st" + hex.EncodeToString(sum[:digestSize/2-1])
}
