package annotate

import (
	"strings"
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
