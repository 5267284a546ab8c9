package annotate

import (
	"verbatim/corpus/lexicon"
)

// statedTrigger returns the happening that the words right before a date say
// it is the date of: a writing, or a term that runs out.
func (t *dateText) statedTrigger(d *foundDate) (tr eventTrigger, ok bool) {
	if i := t.documentOf(d.rawDate); i >= 0 {
		tr.Trigger = lexicon.Trigger{Lemma: "write document", Class: "document", Strength: 3, Words: 1}
		tr.from, tr.to = i, i+1
		return tr, true
	}
	if i := t.termVerb(d.rawDate); i >= 0 && d.lean == leanAhead {
		tr.Trigger = lexicon.Trigger{Lemma: "deadline", Class: "deadline", Strength: 3, Words: 1}
		tr.from, tr.to, tr.verb = i, i+1, true
		tr.group, _ = t.governing(d.rawDate)
		return tr, tr.group != nil
	}
	return tr, false
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
