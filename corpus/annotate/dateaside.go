package annotate

import (
	"strings"

	"verbatim/corpus/text"
)

// isAwaited reports whether a weekday is that of something which has its day
// beforehand, and before which a thing was done: "spoke before Monday's vote", or of
// what had been planned: "had threatened to leave on Monday". It may lie on either
// side of the article.
func (t *dateText) isAwaited(r rawDate) bool {
	if r.form != formWeekday {
		return false
	}
	if t.low(r.from-1) == "before" && isAppointed(t.low(t.nounOf(r))) {
		return true
	}
	g, left := t.governing(r)
	return left && t.wasPlanned(g)
}

// wasPlanned reports whether a verb tells what was planned before something else
// happened: "had threatened to leave".
func (t *dateText) wasPlanned(g *verbGroup) bool {
	if g == nil || g.side != leanAhead || t.low(g.first) != "had" {
		return false
	}
	switch t.low(g.first + 1) {
	case "threatened", "vowed", "promised", "pledged", "wanted", "hoped", "agreed", "offered":
		return true
	}
	return false // who "had planned to" does so no more
}

// isJoinedBefore reports whether a day stands right before the happening it is the
// date of, behind a preposition that no date goes with or an "and": "ahead in May 3
// and May 10 votes", "results from May 3 votes".
func (t *dateText) isJoinedBefore(r rawDate) bool {
	if r.form != formDay && r.form != formMonth && r.form != formWeekday || r.from == 0 {
		return false
	}
	switch t.low(r.from - 1) {
	case "and", "of", "from", "over", "with", "against", "about":
	default:
		return false
	}
	tr, ok := t.nounTrigger(r.to)
	return ok && tr.Strength > 1 && !strings.HasPrefix(string(t.pos(r.to+1)), "NN") && !t.capital(r.to)
}

// theUtterance reports whether a date follows a noun of what is said or written that
// is spoken of as known: "the Fjord interview on Friday".
func (t *dateText) theUtterance(r rawDate) bool {
	i := r.from - 1
	if t.low(i) == "on" {
		i--
	}
	if !isUtterance(t.low(i)) {
		return false
	}
	for i--; i > 0 && isNoun(t, i); i-- {
	}
	return t.low(i) == "the"
}

// behindDashes returns the token behind an aside between dashes that holds only
// dates, the date at hand among them: "Venn – on Friday and again on Sunday – shut".
// It is 0 where there is no such aside.
func (t *dateText) behindDashes(r rawDate) int {
	i, j := r.from-1, r.to
	for i >= 0 && i > r.from-12 && t.isOfDates(i) {
		i--
	}
	for j < len(t.toks) && j < r.to+12 && t.isOfDates(j) {
		j++
	}
	if isDash(t.low(i)) && isDash(t.low(j)) {
		return j + 1
	}
	return 0
}

// isOfDates reports whether token i may stand among dates.
func (t *dateText) isOfDates(i int) bool {
	switch t.low(i) {
	case "on", "and", "again", "in", "ago", "days", "week", "weeks", "month", "months", "late", "early", "earlier", "then", "last", "this":
		return true
	}
	return t.namesTime(i) || t.pos(i) == "CD" || t.toks[i].Kind == text.Number
}

// isBetweenCommas reports whether the comma behind a date parts it from the subject
// of the verb that follows: "despite the talks, late Friday, Venn sent".
func (t *dateText) isBetweenCommas(r rawDate) bool {
	g := t.rightVerb(r)
	if t.low(r.to) != "," || g == nil || g.bare || g.first == r.to+1 || g.first > r.to+8 {
		return false
	}
	for k := r.to + 1; k < g.first; k++ {
		switch t.pos(k) {
		case "NNP", "NNPS", "NN", "NNS", "PRP", "DT", "JJ", "RB":
		default:
			return false
		}
	}
	return true
}

// behindWhich returns the token behind a clause at i that says more of the day
// before it, i if there is none: "On Friday, which will be a year since he died, she".
func (t *dateText) behindWhich(i int) int {
	if t.low(i) != "," || t.low(i+1) != "which" {
		return i
	}
	for k := i + 2; k < len(t.toks); k++ {
		if t.low(k) == "," {
			return k + 1
		}
	}
	return i
}
