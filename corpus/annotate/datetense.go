package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// leanOf returns the side on which a date lies, by its own words, the words
// before it or the verb that governs it.
func (t *dateText) leanOf(r rawDate) lean {
	if r.side != leanNone {
		return r.side
	}
	if s := t.leanByPreposition(r); s != leanNone {
		return s
	}
	if t.isDeclared(r) || t.isDeadline(r) {
		return leanAhead
	}
	if t.pastRelative(r.to) || t.ownDeed(r) && t.low(r.to) == "that" {
		return leanBack
	}
	if i := t.skip(r.to, ","); t.low(i) == "when" {
		if g := t.verbFrom(i); g != nil && g.present {
			return leanAhead
		}
	}
	g, left := t.governing(r)
	switch {
	case g == nil, r.form != formWeekday && g.side != leanAhead && isAppointed(t.low(t.nounOf(r))):
		return leanNone
	case !left && t.low(r.to) == "'s" && isBe(t.low(g.first)) && g.present && isAppointed(t.low(t.nounOf(r))):
		return leanAhead // "Tuesday's debate is"
	case !left && t.hasArranged(g):
		return leanAhead
	case !left && r.form == formOffset && isDeed(t.low(t.nounOf(r))):
		return leanBack // "today's ruling will"
	case !left && t.low(r.to) == "'s" && g.present && foreshadows(t.low(r.to+1)):
		return leanAhead // "Thursday's planned vote comes"
	case !left:
		return g.plain
	case t.isCall(g, r.from), t.hasArranged(g):
		return leanAhead
	case t.afterDeed(g.head+1, r.from), isDeed(t.low(t.nounOf(r))):
		return leanBack
	case t.within(g.head+1, r.from, "during"):
		return g.plain
	case t.within(g.head+1, r.from, "ahead"):
		return leanAhead
	case g.side == leanNone && g.present && !comesAfter(t.low(g.head)) && !t.ownDeed(r) && (!t.theUtterance(r) || foreshadows(t.low(g.head))) && (t.low(r.to) != "'s" || isAppointed(t.low(t.nounOf(r)))):
		return leanAhead
	}
	return g.side
}

// comesAfter reports whether a verb form says of something that it came after what
// stands behind it: "the vote follows a debate on Monday".
func comesAfter(w string) bool { return w == "follow" || w == "follows" }

// isDeadline reports whether a weekday is that of a deadline which nobody is told
// to have missed or met.
func (t *dateText) isDeadline(r rawDate) bool {
	if r.form != formWeekday || t.low(t.skip(r.to, "'s")) != "deadline" {
		return false
	}
	for i := max(0, r.from-8); i < len(t.toks) && i < r.to+8; i++ {
		switch t.low(i) {
		case "missed", "passed", "met", "expired", "blew", "ignored", "after", "since":
			return false
		}
	}
	return true
}

// isDeclared reports whether a date is what somebody has declared to be a day of
// some kind: "has declared Wednesday a day of mourning".
func (t *dateText) isDeclared(r rawDate) bool {
	switch t.low(r.from - 1) {
	case "declared", "proclaimed", "designated":
		return isHave(t.low(r.from-2)) && (t.low(r.to) == "a" || t.low(r.to) == "as")
	}
	return false
}

// hasArranged reports whether the verb g tells that something has been given its
// day, which lies ahead: "has scheduled a hearing".
func (t *dateText) hasArranged(g *verbGroup) bool {
	switch t.low(g.head) {
	case "scheduled", "set", "planned", "slated":
	default:
		return false
	}
	if w := t.low(g.first); w != "has" && w != "have" && w != "'ve" || isBe(t.low(g.head-1)) {
		return false
	}
	for i := g.head + 1; i < len(t.toks) && i < g.head+6; i++ {
		if tr, ok := t.nounTrigger(i); ok && tr.Strength > 1 {
			return true
		}
	}
	return false
}

// isOwnedDeed reports whether a day of the calendar stands between somebody and what he
// did or suffered on it: "Tarn's May 9 firing".
func (t *dateText) isOwnedDeed(r rawDate) bool {
	if r.form != formDay || r.from == 0 || t.pos(r.from-1) != "POS" {
		return false
	}
	return isDeed(t.low(r.to)) || t.pos(r.to) == "VBG" && !isAppointed(t.low(r.to))
}

// isCall reports whether the verb g calls people to what the date at token to is
// the date of: "called for a strike on Friday".
func (t *dateText) isCall(g *verbGroup, to int) bool {
	if w := t.low(g.head); w != "called" && w != "calling" && w != "call" && w != "calls" || t.low(g.head+1) != "for" || t.low(to-1) != "on" {
		return false
	}
	for i := g.head + 2; i < to; i++ {
		if tr, ok := t.nounTrigger(i); ok && (tr.Class == "protest" || tr.Class == "walkout" || tr.Lemma == "strike") {
			return true
		}
	}
	return false
}

// afterDeed reports whether the tokens [from,to) before a date say that what
// it dates came first: "following the announcement on Tuesday".
func (t *dateText) afterDeed(from, to int) bool {
	return t.within(from, to, "after") || t.within(from, to, "following")
}

// within reports whether a word stands in the tokens [from,to).
func (t *dateText) within(from, to int, w string) bool {
	for i := from; i < to; i++ {
		if t.low(i) == w {
			return true
		}
	}
	return false
}

// isDeed reports whether a noun names what is done once it has a date of its
// own: "Tuesday's decision".
func isDeed(w string) bool { return lexicon.Deed.Has(w) }

// isUtterance reports whether a noun names what somebody has said or written
// once a day is put before it: "in a Tuesday interview".
func isUtterance(w string) bool {
	switch w {
	case "interview", "tweet", "post", "email", "e-mail", "statement", "letter", "memo", "filing", "report", "article", "editorial", "op-ed", "column", "note", "message", "release", "ruling", "opinion", "order", "readout":
		return true
	}
	return false
}

// isAppointed reports whether a noun names what has its day beforehand.
func isAppointed(w string) bool { return lexicon.Appointed.Has(w) }

// ownDeed reports whether a date follows a noun that somebody possesses, which
// a verb in the present speaks of: "they like his speech on Monday".
func (t *dateText) ownDeed(r rawDate) bool {
	i := r.from - 1
	if t.low(i) == "on" || t.low(i) == "earlier" {
		i--
	}
	if _, ok := t.nounTrigger(i); !ok {
		return false // “the first debate of her second term on Monday”
	}
	for ; i > 0 && isNoun(t, i); i-- {
		if p := t.pos(i - 1); p == "POS" || p == "PRP$" {
			return p == "POS" || !isLocative(t.low(i-2))
		}
	}
	return false
}

// nounOf returns the noun that an attributive date stands before, the length
// of the sentence if it stands before none.
func (t *dateText) nounOf(r rawDate) int {
	if !t.attributive(r) {
		return len(t.toks)
	}
	i := t.skip(r.to, "'s")
	for strings.HasPrefix(string(t.pos(i+1)), "NN") {
		i++
	}
	return i
}

// pastRelative reports whether a relative clause in the past begins at token
// i: "a decision in June that struck down the law".
func (t *dateText) pastRelative(i int) bool {
	switch t.low(i) {
	case "that", "which", "who":
		return t.pos(i+1) == "VBD"
	}
	return false
}

// leanByPreposition reads the words just before a date.
func (t *dateText) leanByPreposition(r rawDate) lean {
	i := r.from - 1
	if t.low(i) == "on" || t.low(i) == "the" || t.low(i) == "this" {
		i--
	}
	two := t.low(i-1) + " " + t.low(i)
	switch t.low(i) {
	case "since":
		return leanBack
	case "due", "scheduled", "slated", "upcoming":
		return leanAhead
	case "until", "till":
		if t.termVerb(r) >= 0 {
			return leanAhead
		}
	}
	if t.isSetFor(r) || t.putsOff(r) != nil {
		return leanAhead
	}
	if t.documentOf(r) >= 0 {
		return leanBack
	}
	if t.low(i) == "from" && t.low(r.to) == "'s" && (i == 0 || !strings.HasPrefix(string(t.pos(i-1)), "VB")) {
		return leanBack // "lessons from Tuesday's vote"
	}
	if w := t.low(i); (w == "a" || w == "an") && t.low(i-1) == "in" && isUtterance(t.low(t.nounOf(r))) {
		return leanBack // "in a Tuesday interview"
	}
	switch two {
	case "as of":
		return leanBack
	case "ahead of", "soon as", "early as", "later than", "scheduled for", "slated for", "planned for", "due in", "set for", "pencilled for":
		return leanAhead
	}
	return leanNone
}

// termVerb returns the verb that makes "until" and a date a term: "has until
// Friday", "gave them until Friday to leave", -1 if none does.
func (t *dateText) termVerb(r rawDate) int {
	if w := t.low(r.from - 1); w != "until" && w != "till" {
		return -1
	}
	for i := r.from - 2; i >= 0 && i > r.from-9; i-- {
		switch w := t.low(i); {
		case isHave(w), w == "gave", w == "given", w == "give", w == "gives", w == "giving", w == "got":
			return i
		case t.toks[i].Kind == text.Punct, strings.HasPrefix(string(t.pos(i)), "VB"):
			return -1
		}
	}
	return -1
}

// documentOf returns the noun of the writing that a date is the date of: "a
// memo of October 3", "the letter, dated 3 October", -1 if none.
func (t *dateText) documentOf(r rawDate) int {
	if r.form != formDay {
		return -1
	}
	i := r.from - 2
	switch t.low(r.from - 1) {
	case "of":
	case "dated":
		if t.low(i) == "," {
			i--
		}
	default:
		return -1
	}
	if i >= 0 && isDocument(t.low(i)) {
		return i
	}
	return -1
}

// isDocument reports whether a noun is a writing that bears a date.
func isDocument(w string) bool { return lexicon.Document.Has(w) }

// attributive reports whether a date stands before a noun: "Tuesday's
// ruling", "a Friday deadline".
func (t *dateText) attributive(r rawDate) bool {
	return t.low(r.to) == "'s" || t.isJoinedBefore(r) || t.pos(r.from-1) == "DT" && r.from > 0 && strings.HasPrefix(string(t.pos(r.to)), "NN")
}

// governing returns the verb that a date belongs to, and whether it stands
// left of it; nil if the sentence has none.
func (t *dateText) governing(r rawDate) (g *verbGroup, left bool) {
	for k := range t.groups {
		if g := &t.groups[k]; g.first < r.from && g.head >= r.to {
			return g, true
		}
	}
	l, rt := t.leftVerb(r.from), t.rightVerb(r)
	if k := t.behindDashes(r); k > 0 && rt != nil && rt.first == k {
		return rt, false
	}
	switch {
	case l == nil:
		return rt, false
	case rt == nil:
		return l, true
	case t.opensClauseAt(r):
		return rt, false
	}
	if j, _ := t.adverbs(r.to); rt.first == j && !(t.inRelative(l) && l.side == leanAhead && rt.modal != "") && (l.modal == "" || t.inRelative(l) || t.pos(j) == "VBD" && t.within(l.head+1, r.from, ",")) && rt.plain != leanNone && l.head < r.from-2 && t.pos(j) != "VBG" && t.pos(j) != "VBN" && !t.attributive(r) {
		return rt, false
	}
	return l, true
}

// leftVerb returns the last verb before token i that no hard stop parts from
// it.
func (t *dateText) leftVerb(i int) *verbGroup {
	for k := len(t.groups) - 1; k >= 0; k-- {
		g := &t.groups[k]
		if g.head >= i || i < len(t.toks) && g.quoted != t.toks[i].quoted || t.inAside(g, i) {
			continue
		}
		if t.hardStop(g.head+1, i) {
			return nil
		}
		return g
	}
	return nil
}

// rightVerb returns the first verb after the date.
func (t *dateText) rightVerb(r rawDate) *verbGroup {
	from := t.behindWhich(r.to)
	for k := range t.groups {
		g := &t.groups[k]
		if g.first < from || g.quoted != t.toks[r.from].quoted {
			continue
		}
		if k+1 < len(t.groups) && (g.bare || t.inRelative(g) || t.isDoneBy(g)) {
			continue
		}
		return g
	}
	return nil
}

// inRelative reports whether a verb stands right behind its relative pronoun:
// "the attack that killed four".
func (t *dateText) inRelative(g *verbGroup) bool {
	switch t.low(g.first - 1) {
	case "that", "which", "who":
		return t.pos(g.first-1) == "WDT" || t.pos(g.first-1) == "WP"
	}
	return false
}

// isDoneBy reports whether a verb is the participle of the noun before it, with who
// does it behind: "a group led by".
func (t *dateText) isDoneBy(g *verbGroup) bool {
	if tr, ok := lexicon.TriggerVerb(t.low(g.head), nil); ok && lexicon.StandsAlone.Has(tr.Lemma) {
		return false // "died by"
	}
	return g.first == g.head && t.pos(g.head) == "VBN" && t.low(g.head+1) == "by" && strings.HasPrefix(string(t.pos(g.head-1)), "NN")
}

// inAside reports whether a verb is that of a relative clause that ends before
// token i: "met Tarn, who leads the union, on".
func (t *dateText) inAside(g *verbGroup, i int) bool {
	return t.inRelative(g) && t.low(g.first-2) == "," && t.within(g.head+1, i, ",")
}

// hardStop reports whether a stop that parts clauses stands in [from,to).
func (t *dateText) hardStop(from, to int) bool {
	for i := from; i < to; i++ {
		if w := t.low(i); w == ";" || w == ":" && (i+1 >= len(t.toks) || t.toks[i+1].Kind != text.Number) {
			return true
		}
	}
	return false
}

// opensClauseAt reports whether the date begins a clause: nothing but a
// preposition stands between it and the sentence's start or a conjunction,
// and no preposition follows.
func (t *dateText) opensClauseAt(r rawDate) bool {
	i := r.from - 1
	for i >= 0 && t.introduces(i) {
		i--
	}
	if i >= 0 && !t.divides(i) && !(t.low(i) == "," && (t.pos(r.to) == "PRP" || t.isBetweenCommas(r))) {
		return false
	}
	if t.attributive(r) && i >= 0 {
		return false
	}
	return !t.subordinates(r.to)
}

// introduces reports whether token i may stand before a date that opens its
// clause: "Earlier on Friday".
func (t *dateText) introduces(i int) bool {
	switch t.low(i) {
	case "on", "in", "by", "early", "late", "earlier", "later", "then", "the", "also", "just", "only":
		return true
	}
	return t.toks[i].Kind == text.Mark
}

func (t *dateText) divides(i int) bool {
	switch t.low(i) {
	case ";", ":", "—", "–", "-", "and", "but", "or", "that", "(":
		return true
	}
	return false
}

// subordinates reports whether token i goes on with the clause before it, or
// ends it.
func (t *dateText) subordinates(i int) bool {
	if i >= len(t.toks) {
		return true
	}
	switch t.low(i) {
	case ".", ";", "—", "–", ")", "after", "before", "when", "that", "to", "in", "at", "for", "with", "by", "as", "because", "following", "over",
		"and", "but", "or", "amid", "on", "against", "from", "about", "during":
		return true
	}
	return false
}
