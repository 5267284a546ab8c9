package annotate

import "verbatim/corpus/lexicon"

// besideReport reports whether the words at token i, which end the sentence, are what
// the reporter sets beside a report that has its verb: a clause in the present behind
// one that the past of cue c has moved back, or what came of the thing said.
func (p *page) besideReport(c *cue, lo, i, hi int) bool {
	if !p.is(i, ",") || i <= lo || p.nextMark(i, hi) < hi {
		return false
	}
	switch {
	case p.is(i+1, "which", "who", "whom"):
		return p.firstComma(i+1, hi) == hi && (p.disputedAt(i+2) || p.isNow(p.relativeVerb(i+1)) && p.isMovedBack(c, lo, i))
	case p.is(i+1, "but", "while"):
		v := p.clauseVerb(i+2, hi)
		return v != none && p.isNow(v) && p.isMovedBack(c, lo, i)
	}
	return false
}

// disputedAt reports whether somebody and a past verb of denying or taking back stand at
// token i: "which | the board later retracted".
func (p *page) disputedAt(i int) bool {
	k := p.at(i).phrase
	if k == 0 || p.at(i).mark != 0 || p.phrases[k-1].lo != i || p.phrases[k-1].kind == thing {
		return false
	}
	v := p.skipAux(p.skipAdverbs(p.reach(k - 1)))
	f, ok := lexicon.CueOf(p.at(v).lower)
	return ok && f.Class == "deny" && (p.at(v).pos == "VBD" || p.at(v).pos == "VBN")
}

// relativeVerb returns the first verb of the relative clause that token i opens, with a
// subject of its own or none: "which | is", "which the board | has"; none if none is near.
func (p *page) relativeVerb(i int) int {
	v := p.skipAdverbs(i + 1)
	if k := p.at(v).phrase; k != 0 && p.at(v).mark == 0 && !p.at(v).isFinite() {
		v = p.skipAdverbs(p.reach(k - 1))
	}
	if !p.at(v).isFinite() {
		return none
	}
	return v
}

// clauseVerb returns the verb of the clause that a noun phrase begins at token i, over
// what hangs on that: "the reason | for shutting the gates | is"; none for a pronoun's,
// or where it is not near.
func (p *page) clauseVerb(i, hi int) int {
	k := p.at(i).phrase
	if k == 0 || p.at(i).mark != 0 || p.phrases[k-1].lo != i || p.phrases[k-1].kind == pronoun || p.phrases[k-1].kind == timely {
		return none
	}
	v := p.reach(k - 1)
	if n := p.at(v + 2).phrase; p.at(v).pos == "IN" && p.at(v+1).pos == "VBG" && n != 0 && p.at(v+2).mark == 0 {
		v = p.reach(n - 1)
	}
	if v = p.skipAdverbs(v); v >= hi || !p.at(v).isFinite() {
		return none
	}
	return v
}

// isNow reports whether the finite verb at token v tells of the present or of what is
// sure to come: "is", "has", "will".
func (p *page) isNow(v int) bool {
	t := p.at(v)
	if t.mark != 0 || p.is(v, "means", "makes") || p.is(v, "is", "are") && p.is(v+1, "to") {
		return false // what he goes on to explain: "which | means that"
	}
	return t.pos == "VBZ" || t.pos == "VBP" || p.is(v, "will")
}

// isMovedBack reports whether the verb of the content in tokens [lo, i) stands in the
// tense that the past of the cue before it asks for: "said it | would close", so that
// what is told in the present besides is the reporter's.
func (p *page) isMovedBack(c *cue, lo, i int) bool {
	if c.lo > lo || p.at(c.lo).pos != "VBD" {
		return false
	}
	back := false
	for owed, j := 0, lo; j < i; j++ {
		switch t := p.at(j); {
		case t.mark != 0:
		case j > lo && p.opensRelative(j):
			owed++
		case t.isFinite() && owed > 0:
			owed--
			j = p.verbGroup(j)
		case t.isFinite():
			if t.pos != "VBD" && !p.is(j, "would", "could", "might", "'d", "’d") {
				return false
			}
			back = true
			j = p.verbGroup(j)
		}
	}
	return back
}

// datesTopic reports whether "after" and a past clause stand at token i, and tell when
// something was asked, promised or planned that lies ahead itself: "promised to leave |
// after Lind had won".
func (p *page) datesTopic(c *cue, lo, i int) bool {
	if !p.is(i, "after") || p.at(c.lo).pos != "VBD" || c.lo > lo || !p.opensAdverbial(i) {
		return false
	}
	switch c.Class {
	case "ask", "promise", "urge", "suggest", "order", "predict", "agree":
	default:
		if !p.is(lo, "to") {
			return false
		}
	}
	v := p.skipAdverbs(p.reach(p.at(i+1).phrase - 1))
	return p.at(v).pos == "VBD"
}

// takesUp reports whether the verb at token v and the words behind it lead to a report of
// its own: "and | used more posts to praise", "and | went on air to say".
func (p *page) takesUp(v int) bool {
	if !p.is(v, "used", "uses", "took", "takes", "turned", "turns", "went", "goes") || !p.at(v).isFinite() {
		return false
	}
	for _, c := range p.cuesIn(v+2, v+near) {
		if p.takesTo(&c) == v {
			return true
		}
	}
	return false
}
