package annotate

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// eventTrigger is the word of a sentence that names a happening.
type eventTrigger struct {
	lexicon.Trigger
	from, to int // tokens [from,to)
	verb     bool
	named    bool       // a noun that the date stands before: "Wednesday's announcement"
	group    *verbGroup // of a verb, or the verb that governs a noun's date; nil if none
}

// trigger returns the happening that a date belongs to.
func (t *dateText) trigger(d *foundDate) (eventTrigger, bool) {
	if tr, ok := t.statedTrigger(d); ok {
		return tr, true
	}
	if t.isFrom(d.rawDate) {
		if tr, ok := t.documentAt(d.from - 2); ok && d.form == formDay {
			return tr, true
		}
		tr, ok := t.nounTrigger(d.from - 2)
		tr.named = true
		return tr, ok
	}
	if t.datesWords(d) {
		return t.nounTriggerBefore(d.from)
	}
	if t.low(d.from-1) == "like" || t.opensBefore(d) || t.saysWhich(d) || t.isSomeWeekday(d) || t.endsTerm(d) || t.isOfSource(d) || t.isNamedDay(d) {
		return eventTrigger{}, false
	}
	attributive := t.attributive(d.rawDate) || t.beforeNoun(d)
	if attributive {
		if tr, ok := t.nounAfter(t.behindYear(d)); ok {
			if doc, ok := t.documentAt(tr.from); ok && d.form == formDay {
				return doc, true
			}
			tr.group, _ = t.governing(d.rawDate)
			tr.named = true
			return tr, true
		}
	}
	g, left := t.governing(d.rawDate)
	if w := t.whenClause(d); w != nil {
		tr, ok := t.verbTrigger(w)
		if ok && !helps(t.low(w.head)) {
			return t.strengthened(tr), true
		}
		if ok || g == nil || !left || !isBe(t.low(w.head)) || w.head < g.head {
			g, left = w, false // not "tweeted on Monday, when the gates were his"
		}
	}
	if g == nil {
		return t.anyNoun(d)
	}
	if left && g.bare && d.lean == leanBack && !t.compelled(g) && !t.isGerundDeed(g, d) {
		f := t.finiteBefore(g)
		if t.datedBetween(f.head+1, g.first) {
			return eventTrigger{}, false // "published a plan this week to counter his visit on Friday"
		}
		g = f
	}
	if left {
		g = t.abovePlain(g)
	}
	if tr, ok := t.oncemore(g); ok {
		return tr, true
	}
	verb, ok := t.verbTrigger(g)
	noun, near := t.nounFor(d, g, left)
	if left && !near && (t.ownsDate(g, d) || t.isPrior(g, d)) {
		return eventTrigger{}, false
	}
	noun.group = g
	noun.named = noun.named || noun.Strength == 2 && t.isDefinite(noun.from)
	switch {
	case near && (!ok || t.yields(verb, noun, g, left, d.from)):
		return noun, true
	case ok && !(attributive && verb.Strength < 2 && verb.Class != "say"):
		return t.strengthened(verb), true
	case attributive:
		return t.documentAt(t.nounOf(d.rawDate))
	}
	return eventTrigger{}, false
}

// isFrom reports whether a date says of when the noun before it is: "her statement
// from Friday", which begins no stretch of time.
func (t *dateText) isFrom(d rawDate) bool {
	if t.low(d.from-1) != "from" && !t.isDayOf(d) || d.from < 3 || !strings.HasPrefix(string(t.pos(d.from-2)), "NN") || t.namesTime(d.from-2) || t.attributive(d) {
		return false
	}
	switch t.low(d.to) {
	case "to", "through", "until", "till", "-", "–", "on":
		return false
	}
	_, ok := t.nounTrigger(d.from - 2)
	return ok || isUtterance(t.low(d.from-2))
}

// isDayOf reports whether a day of a month is that of the noun that "of" puts before
// it: "the attacks of May 3".
func (t *dateText) isDayOf(d rawDate) bool {
	return d.form == formDay && t.low(d.from-1) == "of"
}

// saysWhich reports whether a day behind a verb only says which somebody the noun
// behind it means: "killed March 3 plotter Orrin Tarn".
func (t *dateText) saysWhich(d *foundDate) bool {
	p := t.pos(d.to)
	if d.form != formDay || !strings.HasPrefix(string(t.pos(d.from-1)), "VB") || p != "NN" && p != "NNS" || strings.HasPrefix(string(t.pos(d.to+1)), "VB") {
		return false
	}
	_, ok := t.nounAfter(d.to)
	return !ok
}

// isSomeWeekday reports whether a weekday is any of its kind rather than that of a
// week: "came on a Friday".
func (t *dateText) isSomeWeekday(d *foundDate) bool {
	return d.form == formWeekday && (t.low(d.from-1) == "a" || t.low(d.from-1) == "any") && !isNoun(t, d.to)
}

// endsTerm reports whether a day in an aside only says when the stretch of time
// before it ends: "through the rest of the fiscal year, Sept. 30".
func (t *dateText) endsTerm(d *foundDate) bool {
	if d.form != formDay || t.low(d.from-1) != "," || t.pos(d.from-2) != "NN" || t.low(d.from-2) == "day" {
		return false
	}
	switch w := t.low(d.from - 2); {
	case lexicon.Unit(w) != lexicon.NoUnit, w == "term", w == "session", w == "quarter", w == "season", w == "semester":
		return d.to >= len(t.toks) || t.toks[d.to].Kind == text.Punct
	}
	return false
}

// isOfSource reports whether a date is that of the writing which is named as the
// source of what is told: "according to a report Monday by Fjord".
func (t *dateText) isOfSource(d *foundDate) bool {
	for i := d.from - 1; i > 0 && i > d.from-8; i-- {
		if t.low(i) == "according" {
			return t.low(i+1) == "to"
		}
		if p := t.pos(i); strings.HasPrefix(string(p), "VB") && t.isVerb(i) || t.low(i) == "," {
			return false
		}
	}
	return false
}

// isNamedDay reports whether a day without its year is one of a list of the things
// that the verb behind it is said of: "The war, the flood and May 3 all".
func (t *dateText) isNamedDay(d *foundDate) bool {
	if d.form != formDay || t.low(d.from-1) != "and" {
		return false
	}
	j, _ := t.adverbs(t.skip(d.to, "all", "both", "each"))
	p := t.pos(j)
	return p == "VBD" || p == "VBZ" || p == "VBP" || p == "VBN"
}

// opensBefore reports whether a weekday stands in a phrase that opens the sentence
// and says what lies ahead of the past deed told behind it, who knows on which
// side of the article: "Before the primaries on Tuesday, the candidates met".
func (t *dateText) opensBefore(d *foundDate) bool {
	if t.low(0) != "before" || d.form != formWeekday || t.low(d.to) != "," || t.verbFrom(0) == nil {
		return false
	}
	g := t.verbFrom(0)
	return g.first > d.to && g.side == leanBack
}

// compelled reports whether an infinitive tells a deed: "had to leave".
func (t *dateText) compelled(g *verbGroup) bool {
	return t.low(g.first-1) == "to" && (t.low(g.first-2) == "had" || t.low(g.first-2) == "forced")
}

// isGerundDeed reports whether a gerund tells a happening of its own, which its
// date is the date of: "was convicted of killing her on Friday".
func (t *dateText) isGerundDeed(g *verbGroup, d *foundDate) bool {
	if t.pos(g.first) != "VBG" || helps(t.low(g.head)) || t.low(g.first-1) == "at" || foreshadows(t.low(g.first-2)) || isTry(t.low(g.first-2)) {
		return false
	}
	tr, ok := t.verbTrigger(g)
	if ok && tr.Class == "say" && t.low(d.to) == "that" && (t.low(g.first-1) == "," || strings.HasPrefix(string(t.pos(g.first-1)), "NN")) {
		return true // "the firm saying on Friday that"
	}
	if !ok || tr.Strength < 2 {
		return false
	}
	switch tr.Class {
	case "end", "depart", "launch", "visit":
		return t.pos(g.first-1) == "IN" // "held talks, ending on Friday" tells of the talks
	}
	return t.pos(g.first-1) == "IN" || t.low(g.first-1) == ","
}

// isTry reports whether a noun is of what is tried or hoped rather than done.
func isTry(w string) bool {
	switch w {
	case "try", "attempt", "attempts", "chance", "chances", "way", "ways", "means", "talks", "goal", "aim", "idea", "prospect", "prospects", "possibility":
		return true
	}
	return false
}

// datedBetween reports whether a date stands in the tokens [from,to).
func (t *dateText) datedBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if r, ok := t.dateAt(i); ok && r.form != formYear {
			return true
		}
	}
	return false
}

// abovePlain returns the verb of the happening that a participle right behind a noun
// only says more of, if it is in no list itself: "charged a soldier stationed in
// Halden on Monday" tells of the charge. It is g where there is none such.
func (t *dateText) abovePlain(g *verbGroup) *verbGroup {
	if g.first != g.head || t.pos(g.head) != "VBN" || !strings.HasPrefix(string(t.pos(g.head-1)), "NN") {
		return g
	}
	if tr, ok := t.verbTrigger(g); ok && tr.Class != "" {
		return g
	}
	for k := len(t.groups) - 1; k >= 0; k-- {
		if f := &t.groups[k]; f.head < g.head && f.quoted == g.quoted {
			if tr, ok := t.verbTrigger(f); ok && tr.Strength > 1 && !f.bare && f.side == leanBack && !t.within(f.head, g.first, ",") {
				return f
			}
			break
		}
	}
	return g
}

// ownsDate reports whether the date is that of a gerund behind "for", which tells
// why the deed of the verb g was done, not when: "blamed her for staying away on
// Friday".
func (t *dateText) ownsDate(g *verbGroup, d *foundDate) bool {
	for k := range t.groups {
		o := &t.groups[k]
		if g.head < o.first && o.head < d.from && t.pos(o.first) == "VBG" && t.low(o.first-1) == "for" && o.quoted == g.quoted {
			return true
		}
	}
	return false
}

// isPrior reports whether the date is that of something which the deed of the
// verb g followed, and which no verb tells: "spoke after the blaze on Friday".
func (t *dateText) isPrior(g *verbGroup, d *foundDate) bool {
	for i := d.from - 2; i > g.head; i-- {
		switch t.low(i) {
		case "following", "after":
			return t.pos(i) != "RB" && t.low(i+1) != "all" && !t.namesTime(i+1) && (i+1 >= len(t.toks) || t.toks[i+1].Kind != text.Number)
		case ",", ";", ":":
			return false
		}
		if strings.HasPrefix(string(t.pos(i)), "VB") {
			return false
		}
	}
	return false
}

// isDefinite reports whether the noun at token i is spoken of as known: "the
// announcement", "her departure".
func (t *dateText) isDefinite(i int) bool {
	w := t.low(i - 1)
	return w == "the" || t.pos(i-1) == "PRP$" || t.pos(i-1) == "POS"
}

// verbFrom returns the first verb at or behind token i, nil if there is none.
func (t *dateText) verbFrom(i int) *verbGroup {
	for k := range t.groups {
		if t.groups[k].first >= i {
			return &t.groups[k]
		}
	}
	return nil
}

// finiteBefore returns the last verb group up to g that has a tense of its
// own, g if none has.
func (t *dateText) finiteBefore(g *verbGroup) *verbGroup {
	for k := len(t.groups) - 1; k >= 0; k-- {
		if f := &t.groups[k]; f.head < g.head && !f.bare && f.quoted == g.quoted {
			return f
		}
	}
	return g
}

// strengthened gives a weak verb the strength of the happening that is its
// subject: "the interview was recorded".
func (t *dateText) strengthened(tr eventTrigger) eventTrigger {
	if tr.Class == "say" || tr.Strength > 2 {
		return tr
	}
	if n, ok := t.subjectNoun(tr.group, 3); ok {
		tr.Strength = n.Strength
	}
	return tr
}

// beforeNoun reports whether a month or day stands right before a noun: "the
// November 23 summit", "a December ruling".
func (t *dateText) beforeNoun(d *foundDate) bool {
	i := t.behindYear(d)
	if i >= len(t.toks) || d.from == 0 || !t.determines(d.from-1) {
		return false
	}
	if t.pos(i) == "VBG" {
		_, ok := t.nounTrigger(i)
		return ok // "Tarn's May 9 firing"
	}
	return isNoun(t, i)
}

// behindYear returns the token behind a date and, after a year, its comma: "the
// May 3, 2031, attack".
func (t *dateText) behindYear(d *foundDate) int {
	if d.year != 0 && d.form == formDay && yearNumber(t.low(d.to-1)) != 0 {
		return t.skip(d.to, ",")
	}
	return d.to
}

func isNoun(t *dateText, i int) bool {
	p := t.pos(i)
	return strings.HasPrefix(string(p), "NN") || p == "JJ"
}

// nounAfter returns the trigger noun of the noun phrase that begins at i.
func (t *dateText) nounAfter(i int) (tr eventTrigger, ok bool) {
	for j := i; j < len(t.toks) && j < i+8; j++ {
		if n, found := t.nounTrigger(j); found {
			tr, ok = n, true
		}
		switch t.pos(j) {
		case "NN", "NNS", "NNP", "NNPS", "JJ", "POS", "CD", "VBN", "VBG", "RB", "JJR", "JJS", "DT", "PRP$":
			continue
		}
		break
	}
	return tr, ok
}

// nounTrigger returns the happening that token i, a noun, names.
func (t *dateText) nounTrigger(i int) (eventTrigger, bool) {
	p := t.pos(i)
	if !strings.HasPrefix(string(p), "NN") && p != "VBG" && p != "JJ" || p == "JJ" && i+1 < len(t.toks) && strings.HasPrefix(string(t.pos(i+1)), "NN") {
		return eventTrigger{}, false
	}
	if i >= 0 && i < len(t.toks) && t.toks[i].ofName {
		return eventTrigger{}, false
	}
	tr, ok := lexicon.TriggerNoun(t.low(i), func(k int) string { return t.low(i + 1 + k) })
	return eventTrigger{Trigger: tr, from: i, to: i + max(1, tr.Words)}, ok
}

// verbTrigger returns the happening that a verb group tells. A verb that is in
// no list but is no state is a happening too, of no class.
func (t *dateText) verbTrigger(g *verbGroup) (eventTrigger, bool) {
	w := t.low(g.head)
	if tr, ok := t.objectTrigger(g); ok {
		return tr, true
	}
	tr, ok := lexicon.TriggerVerb(w, func(k int) string { return t.particle(g.head + 1 + k) })
	if !ok {
		switch {
		case t.scored(g.head + 1):
			tr = lexicon.Trigger{Lemma: "defeat", Class: lexicon.TriggerClass("defeat"), Strength: 3, Words: 1}
			return eventTrigger{Trigger: tr, from: g.head, to: g.head + 1, verb: true, group: g}, true
		case isState(w):
			return eventTrigger{}, false
		}
		tr = lexicon.Trigger{Lemma: w, Strength: 1, Words: 1}
	}
	return eventTrigger{Trigger: tr, from: g.head, to: g.head + max(1, tr.Words), verb: true, group: g}, true
}

// objectReach is how many tokens from a verb its object may stand.
const objectReach = 9

// objectTrigger returns the happening that a verb tells with its object, or in
// the passive with its subject: "was handed the contract".
func (t *dateText) objectTrigger(g *verbGroup) (eventTrigger, bool) {
	made := func(i int) (eventTrigger, bool) {
		tr, ok := lexicon.TriggerObject(t.low(g.head), t.low(i))
		return eventTrigger{Trigger: tr, from: g.head, to: g.head + 1, verb: true, group: g}, ok
	}
	for i := g.head + 1; i < len(t.toks) && i <= g.head+objectReach && t.toks[i].quoted == g.quoted; i++ {
		if tr, ok := made(i); ok {
			return tr, true
		}
		if p := t.pos(i); t.low(i) == ";" || p == "MD" || p == "VBD" || p == "VBZ" || p == "VBP" {
			break
		}
	}
	if g.first == g.head || !isBe(t.low(g.head-1)) {
		return made(g.first - 1) // "a statement issued", "shells landed"
	}
	for i := g.first - 1; i >= 0 && i >= g.first-objectReach && t.toks[i].quoted == g.quoted; i-- {
		if tr, ok := made(i); ok {
			return tr, true
		}
	}
	return eventTrigger{}, false
}

// particle returns token i in lower case as a word that may go with the verb
// before it, empty if it is the preposition of a date.
func (t *dateText) particle(i int) string {
	if w := t.low(i); w != "on" && w != "in" && w != "at" && w != "for" || i+1 >= len(t.toks) {
		return w
	}
	if _, ok := t.dateAt(i + 1); ok {
		return ""
	}
	return t.low(i)
}

// isState reports whether a verb form tells of a state rather than a
// happening.
func isState(w string) bool {
	return isBe(w) || isHave(w) || isDo(w) || slices.Contains(states, w)
}

var states = []string{
	"will", "would", "can", "could", "may", "might", "must", "shall", "should", "'ll", "'d", "remain", "remains", "remained",
	"seem", "seems", "seemed", "appear", "appears", "appeared", "become", "becomes", "became", "know", "knows", "knew", "known",
	"think", "thinks", "thought", "believe", "believes", "believed", "want", "wants", "wanted", "need", "needs", "needed",
	"include", "includes", "included", "contain", "contains", "contained", "own", "owns", "owned", "love", "like", "likes", "liked",
	"mean", "means", "meant", "hope", "hopes", "hoped", "look", "looks", "looked", "looking", "feel", "felt", "live", "lives",
	"lived", "living", "exist", "exists", "existed", "stay", "stayed", "stays", "depend", "depends", "belong", "belongs", "matter",
	"matters", "cost", "costs", "weigh", "consist", "involve", "involves", "involved", "seek", "seeking", "try", "trying", "tried",
	"continue", "continues", "continued", "keep", "keeps", "kept", "wait", "waiting", "expect", "expects", "expected", "based",
	"including", "getting", "get", "got", "concerning", "regarding", "according", "compared", "due", "set", "named", "called",
	"dated",
}
