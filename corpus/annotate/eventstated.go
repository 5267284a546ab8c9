package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// statedTrigger returns the happening that the words right before a date say
// it is the date of: a writing, or a term that runs out.
func (t *dateText) statedTrigger(d *foundDate) (tr eventTrigger, ok bool) {
	if tr, ok := t.documentAt(t.documentOf(d.rawDate)); ok {
		return tr, true
	}
	if i := t.termVerb(d.rawDate); i >= 0 && d.lean == leanAhead {
		tr.Trigger = lexicon.Trigger{Lemma: "deadline", Class: "deadline", Strength: 3, Words: 1}
		tr.from, tr.to, tr.verb = i, i+1, true
		tr.group, _ = t.governing(d.rawDate)
		return tr, tr.group != nil
	}
	if g := t.putsOff(d.rawDate); g != nil && d.lean == leanAhead {
		if tr, ok = t.putOff(g, d); ok {
			return tr, true
		}
	}
	if t.isSetFor(d.rawDate) {
		tr, ok = t.nounTrigger(d.from - 2)
		tr = t.outerOn(tr)
		tr.named = true
		return tr, ok
	}
	return tr, false
}

// documentAt returns the happening that token i, if it is a noun of a writing that
// bears a date, stands for.
func (t *dateText) documentAt(i int) (tr eventTrigger, ok bool) {
	if i < 0 || !isDocument(t.low(i)) {
		return tr, false
	}
	tr.Trigger = lexicon.Trigger{Lemma: "write document", Class: "document", Strength: 3, Words: 1}
	tr.from, tr.to = i, i+1
	return tr, true
}

// putsOff returns the verb that moves something to a date behind "until", nil if none
// does: "postponed the vote until Friday".
func (t *dateText) putsOff(r rawDate) *verbGroup {
	i := t.untilAt(r.from)
	if i < 0 {
		return nil
	}
	g := t.leftVerb(i)
	if g == nil || g.negated {
		return nil
	}
	switch t.low(g.head) {
	case "postponed", "postpone", "postpones", "postponing", "delayed", "delay", "delays", "delaying", "deferred", "defer", "defers", "adjourned", "pushed", "rescheduled":
		return g
	}
	return nil
}

// putOff returns the happening that the verb g puts off to a date: its object on
// either side of the date, or in the passive its subject.
func (t *dateText) putOff(g *verbGroup, d *foundDate) (eventTrigger, bool) {
	for i := g.head + 1; i < len(t.toks) && i < d.to+5; i++ {
		if tr, ok := t.nounTrigger(i); ok && tr.Strength > 1 && t.toks[i].quoted == g.quoted {
			return tr, true
		}
		if p := t.pos(i); i >= d.to && (p == "IN" || t.toks[i].Kind == text.Punct || strings.HasPrefix(string(p), "VB")) {
			break
		}
	}
	return t.subjectNoun(g, 2)
}

// isSetFor reports whether a weekday is the one that the noun before it is set for:
// "called a vote for Friday".
func (t *dateText) isSetFor(r rawDate) bool {
	if r.form != formWeekday || t.low(r.from-1) != "for" || t.low(r.to) == "'s" || isNoun(t, r.to) {
		return false
	}
	tr, ok := t.nounTrigger(r.from - 2)
	return ok && tr.Strength > 1
}

// outerOn returns the happening whose noun tr only says what it is on: "vote" for the
// "nomination" of "a vote on her nomination".
func (t *dateText) outerOn(tr eventTrigger) eventTrigger {
	i := tr.from - 1
	for i > 0 && (isNoun(t, i) || t.determines(i)) {
		i--
	}
	if w := t.low(i); w != "on" && w != "of" && w != "over" {
		return tr
	}
	if o, ok := t.nounTrigger(i - 1); ok && o.Strength >= tr.Strength {
		return o
	}
	return tr
}

// datesWords reports whether a date is that of the noun before it, whose words
// follow: "denied his claim on Friday that".
func (t *dateText) datesWords(d *foundDate) bool {
	return t.low(d.to) == "that" && t.pos(d.to) != "DT" && t.ownDeed(d.rawDate)
}

// nounTriggerBefore returns the happening that the noun right before token i
// names.
func (t *dateText) nounTriggerBefore(i int) (eventTrigger, bool) {
	for i--; i > 0 && (t.low(i) == "on" || t.low(i) == "earlier" || t.low(i) == "late"); i-- {
	}
	tr, ok := t.nounTrigger(i)
	tr.named = true
	return tr, ok
}

// oncemore returns the happening that "try again" means: that of the noun the
// sentence is about, "The talks ended with a promise to try again".
func (t *dateText) oncemore(g *verbGroup) (eventTrigger, bool) {
	if w := t.low(g.head); t.low(g.head+1) != "again" || w != "try" && w != "tried" && w != "tries" || len(t.groups) == 0 {
		return eventTrigger{}, false
	}
	for i := 0; i < t.groups[0].first; i++ {
		if tr, ok := t.nounTrigger(i); ok && tr.Strength > 1 {
			tr.group = g
			return tr, true
		}
	}
	return eventTrigger{}, false
}

// whenClause returns the verb of a clause that "when" joins to a date: "on
// Tuesday, when the court rules", "on Tuesday, the day on which". Without a
// comma the verb before it comes first: "resigned on Tuesday when".
func (t *dateText) whenClause(d *foundDate) *verbGroup {
	i := t.skip(d.to, ",")
	if t.low(i) == "the" && lexicon.Unit(t.low(i+1)) == lexicon.Days || t.low(i) == "the" && lexicon.DayPart(t.low(i+1)) {
		i = t.skip(i+2, "on")
		if t.low(i) == "which" || t.low(i) == "that" || t.low(i) == "when" {
			return t.verbFrom(i)
		}
		return nil
	}
	if t.low(i) != "when" {
		return nil
	}
	if l := t.leftVerb(d.from); i == d.to && l != nil && t.low(d.from-1) != "until" && t.low(d.from-1) != "since" {
		if tr, ok := t.verbTrigger(l); ok && tr.Strength > 1 {
			return nil
		}
	}
	return t.rightVerb(d.rawDate)
}
