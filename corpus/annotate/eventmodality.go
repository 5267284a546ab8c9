package annotate

import "verbatim/corpus/news"

// modality says how the clause tells the happening.
func (t *dateText) modality(d *foundDate, tr eventTrigger, an Anchor) news.Modality {
	g := tr.group
	switch {
	case t.untilDate(g, d) >= 0:
		return news.Happened
	case g != nil && g.negated && (tr.verb || helps(t.low(g.head)) && !isBe(t.low(g.head))), t.denied(tr):
		return news.Denied
	case g != nil && tr.verb && isPerhaps(g.modal) && (d.lean == leanAhead || g.modal == "may" || g.modal == "might"):
		return news.Hypothetical
	case tr.verb && t.wasPlanned(g) && !an.Day.IsZero() && d.Date.Compare(an.Day) < 0:
		return news.Hypothetical
	case d.lean == leanAhead && (t.conditional(tr) || t.wished(tr)):
		return news.Hypothetical
	case d.lean == leanAhead && !d.Date.IsZero() && (an.Day.IsZero() || d.Date.Compare(an.Day) >= 0 || d.Exact.Holds(d.Date, an.Day)),
		!an.Day.IsZero() && d.Exact == news.DayExact && d.Date.Compare(an.Day) > 0:
		return news.Planned
	}
	return news.Happened
}

// untilDate returns the "until" behind a negated verb that is so only up to the
// date, on which it happened: "did not end until Friday". It is -1 if there is
// none.
func (t *dateText) untilDate(g *verbGroup, d *foundDate) int {
	if g == nil || !g.negated || d.lean == leanAhead {
		return -1
	}
	for i := d.from - 1; i > g.head && i > d.from-9; i-- {
		switch t.low(i) {
		case "until", "till":
			return i
		case ",", ";":
			return -1
		}
	}
	return -1
}

func isPerhaps(m string) bool { return m == "may" || m == "might" || m == "could" }

// denied reports whether the words before the trigger say that it did not
// happen: "denied meeting", "no meeting", "without a vote".
func (t *dateText) denied(tr eventTrigger) bool {
	for i := tr.from - 1; i >= 0 && i >= tr.from-3; i-- {
		switch t.low(i) {
		case "denied", "denies", "denying", "no", "without", "never":
			return !t.toks[i].quoted || t.toks[tr.from].quoted
		case ",", ";", "said", "that":
			return false
		}
	}
	return false
}

// wished reports whether somebody only wants the happening: "wants to hold a vote".
func (t *dateText) wished(tr eventTrigger) bool {
	g := tr.group
	if g == nil || !tr.verb && (tr.named || !helps(t.low(g.head))) {
		return false
	}
	for i := g.first; i < g.head; i++ {
		switch t.low(i) {
		case "want", "wants", "wanted", "hope", "hopes", "hoped", "hoping", "wish", "wishes", "like":
			return true
		}
	}
	return false
}

// conditional reports whether an "if" or "unless" stands before the trigger in
// its sentence.
func (t *dateText) conditional(tr eventTrigger) bool {
	for i := tr.from - 1; i >= 0; i-- {
		switch t.low(i) {
		case "if", "unless":
			return true
		case ",", ";":
			return false
		}
	}
	return false
}
