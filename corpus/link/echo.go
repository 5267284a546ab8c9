package link

import (
	"cmp"
	"slices"

	"verbatim/corpus/news"
)

// echo is the likeness of two quotes at least one of which has no marks.
type echo struct {
	a, b     int
	with     accord
	like     likeness
	near     float64  // likeness of what stands round them
	lead     float64  // by how many times they are liker each other than anything else of the other's article
	negated  bool     // one says what the other denies
	contrary bool     // and that denies nothing
	cue      bool     // both are told by cues of one class that says more than that it was said
	days     saidDays // whether both articles say when it was said
	own      bool     // both stand in one article
	bare     bool     // neither is in marks
	wraps    bool     // one holds words in marks, of another statement than the other
	thin     bool     // one is a word in marks, and that is all they share
	sure     float64  // the odds that they are one utterance
	rough    bool     // near is no more than the most it can be
	grade    grade
}

// chance is the odds of an echo, and the near they were found with.
type chance struct {
	odds, near float64
	rough      bool // of near, see [echo.rough]
}

// echoes returns the pairs of quotes that may be a statement and its
// paraphrase, the surest first. It notes what hints at less.
func (l *teller) echoes(qs []quote, g *gists, hints hints, same func(x, y int) bool) []echo {
	var out []echo
	for _, p := range append(g.sharing(), g.hollow(qs)...) {
		e := echo{a: p[0], b: p[1], with: l.accordTold(&qs[p[0]], &qs[p[1]]), lead: 1}
		joins := e.with > atOdds && (!qs[e.a].marked || !qs[e.b].marked)
		if !joins && qs[e.a].outlet == qs[e.b].outlet {
			continue // it would be no hint of another outlet
		}
		if e.like = g.likeness(e.a, e.b); joins {
			out = append(out, e)
			continue
		}
		e.weigh(qs, g)
		hints.note(qs, &e)
	}
	best := rivalsOf(qs, out, same)
	g.odds = make(map[[2]int]chance, len(out))
	for i := range out {
		e := &out[i]
		e.lead = best.lead(qs, e, same)
		e.wraps = g.holdsElse(qs, e.a, e.b, same) || g.holdsElse(qs, e.b, e.a, same)
		e.weigh(qs, g)
		hints.note(qs, e)
		g.odds[[2]int{e.a, e.b}] = chance{e.sure, e.near, e.rough}
	}
	out = slices.DeleteFunc(out, func(e echo) bool { return e.grade == unlike })
	slices.SortFunc(out, func(x, y echo) int {
		return cmp.Or(cmp.Compare(y.grade, x.grade), cmp.Compare(y.sure, x.sure), x.a-y.a, x.b-y.b)
	})
	return out
}

// weigh sets all of an echo that follows from its quotes and its lead. What
// stands round both is read only where it can change anything.
func (e *echo) weigh(qs []quote, g *gists) {
	e.like.whole = whole(qs[e.a].words, qs[e.b].words)
	e.own = qs[e.a].ref.Reading == qs[e.b].ref.Reading
	e.bare = !qs[e.a].marked && !qs[e.b].marked
	e.negated = 2*e.like.against > e.like.things
	e.contrary = e.negated && g.of[e.a].denying() != g.of[e.b].denying()
	e.cue = sameCue(qs[e.a].q, qs[e.b].q)
	e.days = daysOf(qs[e.a].q, qs[e.b].q)
	e.thin = e.like.stems == 1 && (thin(&qs[e.a]) || thin(&qs[e.b]))
	e.near, e.rough = e.nearMost(), true
	if e.judge(qs); e.grade != unlike || e.hints() {
		e.near, e.rough = min(g.near(e.a, e.b), e.nearMost()), false
		e.judge(qs)
	}
}

// nearMost is the most that what stands round both can count.
func (e *echo) nearMost() float64 {
	if e.own {
		return nearOwn
	}
	return 1
}

func (e *echo) judge(qs []quote) {
	e.sure = e.odds()
	e.grade = gradeOf(e)
	if untold(&qs[e.a], &qs[e.b]) {
		e.grade = unlike
	}
}

// sameCue reports whether the reporters of two quotes tell them as one kind of
// speech, other than that it was said.
func sameCue(a, b *news.Quote) bool {
	return a.CueClass == b.CueClass && a.CueClass != "" && a.CueClass != "say"
}

// saidDays tells what two articles say of the day on which something was said.
type saidDays int

const (
	someDay saidDays = iota // not both say
	oneDay
	twoDays
)

// daysOf compares the days on which two articles say that something was said.
func daysOf(a, b *news.Quote) saidDays {
	switch {
	case a.SaidOnAt.Empty() || b.SaidOnAt.Empty() || a.SaidOn.IsZero() || b.SaidOn.IsZero():
		return someDay
	case a.SaidOn == b.SaidOn:
		return oneDay
	}
	return twoDays
}

// wholeWords is the least number of words that tell a quote by themselves.
const wholeWords = 4

// whole reports whether all words of the one wording stand in the other.
func whole(x, y *wording) bool {
	a, b := x.toks, y.toks
	if len(a) > len(b) {
		a, b = b, a
	}
	content := 0
	for i := range a {
		if !a[i].stop {
			content++
		}
	}
	return len(a) >= wholeWords && (content >= 2 || len(a) > wholeWords) && containsRun(b, a)
}
