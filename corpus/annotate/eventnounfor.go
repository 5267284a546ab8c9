package annotate

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
)

// nounFor returns the trigger noun that stands between a date and the verb
// that governs it, on the side of the verb; for a verb on the right, the
// noun before the date as well, its subject perhaps.
func (t *dateText) nounFor(d *foundDate, g *verbGroup, left bool) (eventTrigger, bool) {
	if left {
		for i := d.from - 1; i > g.head; i-- {
			if tr, ok := t.nounTrigger(i); ok && tr.to <= d.from {
				return t.outer(tr, g.head), true
			}
		}
		if tr, ok := t.nounBehind(d); ok {
			return tr, true
		}
		if helps(t.low(g.head)) || isState(t.low(g.head)) {
			if tr, ok := t.reachedNoun(g); ok {
				return tr, true
			}
			return t.subjectNoun(g, strengthOfSubject(t.low(g.head)))
		}
		return eventTrigger{}, false
	}
	for i := d.from - 1; i >= 0 && !t.endsClause(i, g); i-- {
		if tr, ok := t.nounTrigger(i); ok && tr.to <= d.from {
			return tr, true
		}
	}
	for i := t.behindWhich(d.to); i < g.first; i++ {
		if tr, ok := t.nounTrigger(i); ok && tr.to <= g.first {
			return tr, true
		}
	}
	if helps(t.low(g.head)) {
		return t.nounAfter(g.head + 1)
	}
	return eventTrigger{}, false
}

// reachedNoun returns the happening right before a participle that only helps it, and
// tells of none itself: "a deal reached on Friday".
func (t *dateText) reachedNoun(g *verbGroup) (eventTrigger, bool) {
	tr, ok := t.nounTrigger(g.first - 1)
	if !ok || tr.Strength < 2 || g.first != g.head || t.pos(g.head) != "VBN" || isUtterance(t.low(tr.from)) {
		return eventTrigger{}, false
	}
	v, _ := t.verbTrigger(g)
	return tr, v.Class == ""
}

// endsClause reports whether token i, before the subject of the verb g, is of a
// clause that hangs on g's: "As the talks went on, Venn on Friday posted".
func (t *dateText) endsClause(i int, g *verbGroup) bool {
	if t.low(i) != "," {
		return false
	}
	for k := range t.groups {
		if o := &t.groups[k]; o.head < i && o.quoted == g.quoted && !o.bare && !t.inRelative(o) {
			return true
		}
	}
	return false
}

// outer returns the stronger happening of whose noun tr only says what it is of,
// behind token from: "rally" for the "race" of "her last rally of the race".
func (t *dateText) outer(tr eventTrigger, from int) eventTrigger {
	i := tr.from - 1
	for i > from && (t.pos(i) == "DT" || t.pos(i) == "JJ" || t.pos(i) == "PRP$") {
		i--
	}
	if t.low(i) != "of" || i-1 <= from {
		return tr
	}
	if o, ok := t.nounTrigger(i - 1); ok && o.Strength > tr.Strength {
		return o
	}
	return tr
}

// strengthOfSubject is how strong a noun must be to be what happens: behind a
// verb that says no more than that it does, less.
func strengthOfSubject(verb string) int {
	if verb == "came" || verb == "comes" || verb == "come" {
		return 2
	}
	return 3
}

// subjectNoun returns the trigger noun before a verb, its subject perhaps, if
// it is of the strength: "an exchange took place", "a summit organised by".
func (t *dateText) subjectNoun(g *verbGroup, strength int) (eventTrigger, bool) {
	for i := g.first - 1; i >= 0 && i > g.first-10; i-- {
		if tr, ok := t.nounTrigger(i); ok && tr.Strength >= strength && tr.to <= g.first {
			return tr, true
		}
		if p := t.pos(i); strings.HasPrefix(string(p), "VB") || p == "MD" || p == "PRP" || t.toks[i].quoted != g.quoted {
			break
		}
	}
	return eventTrigger{}, false
}

// nounBehind returns the trigger noun of the phrase that goes on behind a
// date: "on Tuesday during arguments".
func (t *dateText) nounBehind(d *foundDate) (eventTrigger, bool) {
	switch t.low(d.to) {
	case "during", "at", "in", "following":
	default:
		return eventTrigger{}, false
	}
	for i := d.to + 1; i < len(t.toks) && i < d.to+10; i++ {
		if tr, ok := t.nounTrigger(i); ok {
			return tr, true
		}
		if p := t.pos(i); strings.HasPrefix(string(p), "VB") || p == "MD" || t.low(i) == "," {
			break
		}
	}
	return eventTrigger{}, false
}

// yields reports whether the noun rather than the verb is what a date dates:
// the verb is no more than the noun's helper, "held talks", or the noun
// stands in a phrase of its own right before the date, "after a meeting on
// Friday".
func (t *dateText) yields(verb, noun eventTrigger, g *verbGroup, left bool, before int) bool {
	switch {
	case lexicon.Vague.Has(t.low(noun.from)) && verb.Class != "" && !helps(t.low(g.head)):
		return false // "will speak at an event on Friday"
	case verb.Class == "" || helps(t.low(g.head)):
		return !left || noun.Strength > 2 || !isThing(noun.Class) || !t.hangsOnNoun(noun.from, g.head) // not "overcame resistance to the bill on Friday"
	}
	if noun.Strength < verb.Strength && verb.Class != "take" {
		return false
	}
	if !left {
		return verb.Class == "end" || verb.Class == "launch" || noun.from < g.first && g.negated
	}
	return noun.from > g.head && noun.from < before && (t.inPhrase(noun.from, g.head) || noun.to >= before-1 && t.inAftermath(noun.from, g.head))
}

// inPhrase reports whether the noun at i hangs on a preposition that stands
// between it and the verb at head.
func (t *dateText) inPhrase(i, head int) bool {
	for j := i - 1; j > head; j-- {
		switch t.low(j) {
		case "at", "during", "in", "after", "following", "before", "amid", "by", "from":
			return true
		case "of", "for", "to", "with", "on", ",", "and", "against", "about", "over":
			return false
		}
	}
	return false
}

// isThing reports whether the weak nouns of a class are of what is made rather than
// done: bills, suits, tweets.
func isThing(class string) bool {
	switch class {
	case "pass", "sue", "agree", "post", "rule":
		return true
	}
	return false
}

// hangsOnNoun reports whether the noun at i hangs on another between it and the verb
// at head.
func (t *dateText) hangsOnNoun(i, head int) bool {
	for j := i - 1; j > head+1; j-- {
		switch t.low(j) {
		case "of", "for", "to", "with", "on", "against", "about", "over", "through":
			return strings.HasPrefix(string(t.pos(j-1)), "NN")
		case ",", "and":
			return false
		}
	}
	return false
}

// inAftermath reports whether the noun at i, behind the verb at head, is of what came
// before: "in the wake of the vote".
func (t *dateText) inAftermath(i, head int) bool {
	for i--; i > head+1 && isNoun(t, i) || t.pos(i) == "DT"; i-- {
	}
	if t.low(i) != "of" {
		return false
	}
	switch t.low(i - 1) {
	case "wake", "aftermath", "midst", "days", "hours":
		return true
	}
	return false
}

// helps reports whether a verb form says little more than that its noun
// happens: "held", "took place", "ended".
func helps(w string) bool { return slices.Contains(helpers, w) }

var helpers = []string{
	"hold", "holds", "held", "holding", "take", "takes", "took", "taken", "taking", "have", "has", "had", "make", "makes", "made",
	"making", "give", "gives", "gave", "given", "giving", "reach", "reached", "reaches", "reaching", "conduct", "conducted",
	"deliver", "delivered", "stage", "staged", "attend", "attended", "host", "hosted", "happen", "happened", "occur", "occurred",
	"come", "came", "scheduled", "set", "slated", "planned", "due", "issue", "issued", "follow", "follows", "followed", "hand", "handed",
	"strike", "struck", "file", "filed", "organised", "organized", "convened", "went", "go", "goes", "was", "is", "were", "are",
	"be", "been", "put", "erupted", "broke", "win", "won", "looms", "loom", "faces",
}

// anyNoun returns the strong trigger noun nearest to a date that no verb
// governs.
func (t *dateText) anyNoun(d *foundDate) (eventTrigger, bool) {
	best, dist := eventTrigger{}, 12
	for i := max(0, d.from-dist); i < len(t.toks) && i < d.to+dist; i++ {
		tr, ok := t.nounTrigger(i)
		if !ok || d.from <= i && i < d.to || tr.Strength < 2 || t.toks[i].quoted != t.toks[d.from].quoted {
			continue
		}
		n := d.from - i
		if n < 0 {
			n = i - d.to + 2
		}
		if n < dist {
			best, dist = tr, n
		}
	}
	best.group = nil
	return best, best.to > 0
}
