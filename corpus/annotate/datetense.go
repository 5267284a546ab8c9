package annotate

import (
	"strings"

	"verbatim/corpus/text"
)

// verbGroup is a verb with its auxiliaries: "would have met", "is set to
// meet".
type verbGroup struct {
	first, head int  // tokens; head is the verb that carries the meaning
	side        lean // where its tense points
	plain       lean // where the tense of its own points, an infinitive after it aside: back for "vowed to meet"
	present     bool // a plain present: ahead beside a date on its right
	bare        bool // an infinitive or gerund of its own: leans as the verb before it
	negated     bool
	modal       string // "would", "may" …; empty if none
	quoted      bool
}

// verbs returns the verb groups of the tagged sentence, in order.
func (t *dateText) verbs() []verbGroup {
	var out []verbGroup
	for i := 0; i < len(t.toks); i++ {
		if !t.isVerb(i) {
			continue
		}
		g := t.groupAt(i)
		if g.bare {
			g.side, g.present = t.inherited(g, out)
			g.plain = g.side
		}
		out = append(out, g)
		i = g.head
	}
	t.lendTense(out)
	return out
}

// lendTense gives an infinitive that no verb stands before the tense of the
// next: "A party hoping to win on Tuesday is using".
func (t *dateText) lendTense(gs []verbGroup) {
	for i := range gs {
		if !gs[i].bare {
			return
		}
		if t.low(gs[i].first-1) != "to" || gs[i].side != leanNone || gs[i].present {
			continue
		}
		for _, next := range gs[i+1:] {
			if !next.bare && next.quoted == gs[i].quoted {
				gs[i].side, gs[i].plain, gs[i].present = next.side, next.side, next.present
				break
			}
		}
	}
}

// isVerb reports whether token i is a verb that can govern a date. A
// participle between article and noun is an adjective.
func (t *dateText) isVerb(i int) bool {
	switch t.pos(i) {
	case "MD", "VBD", "VBZ", "VBP", "VB":
		return true
	case "VBN", "VBG":
		return !t.determines(i-1) && !isPreposition(t.low(i))
	}
	return false
}

// isPreposition reports whether a participle is mostly used as a preposition.
func isPreposition(w string) bool {
	switch w {
	case "following", "including", "according", "regarding", "concerning", "given", "pending", "barring", "involving":
		return true
	}
	return false
}

// determines reports whether token i is an article, a possessive or an
// adjective, after which a participle is no verb.
func (t *dateText) determines(i int) bool {
	switch t.pos(i) {
	case "DT", "PRP$", "POS", "JJ", "CD":
		return t.low(i) != "that" && t.low(i) != "those"
	}
	return false
}

// groupAt reads the verb group that begins at i.
func (t *dateText) groupAt(i int) verbGroup {
	g := verbGroup{first: i, head: i, quoted: t.toks[i].quoted}
	switch t.pos(i) {
	case "MD":
		g.side, g.modal = leanAhead, t.low(i)
	case "VBD", "VBN":
		g.side = leanBack
	case "VBZ", "VBP":
		g.present = true
	default:
		g.bare = true
	}
	for {
		next, negated := t.adverbs(g.head + 1)
		if !t.extends(&g, next) {
			break
		}
		g.negated = g.negated || negated
	}
	if g.modal == "could" && g.negated {
		g.side, g.plain = leanBack, leanBack
	}
	if g.plain == leanNone {
		g.plain = g.side
	}
	return g
}

// adverbs returns the index behind the adverbs at i, and whether one negates.
func (t *dateText) adverbs(i int) (next int, negated bool) {
	for i < len(t.toks) && (t.pos(i) == "RB" || isNot(t.low(i))) {
		negated = negated || isNot(t.low(i)) && t.low(i+1) != "only" || t.low(i) == "never"
		i++
	}
	return i, negated
}

func isNot(w string) bool { return w == "not" || w == "n't" }

// extends moves the head of g on to the token at next, if that belongs to the
// group.
func (t *dateText) extends(g *verbGroup, next int) bool {
	head := t.low(g.head)
	aux := isBe(head) || isHave(head) || isDo(head) || t.pos(g.head) == "MD"
	switch p := t.pos(next); {
	case p == "VBN" && isHave(head) && g.modal != "will":
		g.head, g.present, g.side = next, false, leanBack
	case aux && (p == "VB" || p == "VBN" || p == "VBG" || p == "VBD"):
		g.head = next
		if p == "VBG" && t.low(next) == "going" && t.low(next+1) == "to" {
			return true
		}
	case isBe(head) && foreshadows(t.low(next)) && (t.low(next+1) == "to" || t.low(next) == "due"):
		g.head = next
	case t.low(next) == "to" && t.looksAhead(g):
		return t.infinitive(g, next)
	default:
		t.scheduled(g, next)
		return false
	}
	g.bare = false
	t.scheduled(g, g.head+1)
	return true
}

// infinitive takes the infinitive along that follows "to" at i.
func (t *dateText) infinitive(g *verbGroup, i int) bool {
	j, _ := t.adverbs(i + 1)
	if t.pos(j) != "VB" {
		return false
	}
	if w := t.low(g.head); !isBe(w) && g.side == leanBack && t.pos(g.first) == "VBD" && !isBe(t.low(g.first)) {
		g.plain = leanBack
	}
	g.head, g.side, g.present, g.bare = j, leanAhead, false, false
	return true
}

// looksAhead reports whether the head of g makes an infinitive after it a plan
// rather than a deed: "agreed to", "is to", "has to"; not "had to", "began to".
func (t *dateText) looksAhead(g *verbGroup) bool {
	w := t.low(g.head)
	return isBe(w) || w == "has" || w == "have" || foreshadows(w)
}

// scheduled marks g as pointing ahead where its head is "scheduled", "due" or
// the like and a date or its preposition follows at i.
func (t *dateText) scheduled(g *verbGroup, i int) {
	switch t.low(g.head) {
	case "scheduled", "slated", "due", "planned", "set", "expected", "pencilled", "penciled":
	default:
		return
	}
	switch t.low(i) {
	case "for", "on", "in", "at", "by", "before", "from", "within":
		if t.low(g.head) != "set" || t.low(i) == "for" {
			g.side, g.present, g.bare = leanAhead, false, false
		}
	}
	if w := t.low(g.head); w == "planned" || w == "scheduled" || w == "slated" || w != "set" && t.capital(i) {
		if g.plain == leanNone {
			g.plain = g.side
		}
		g.side, g.present, g.bare = leanAhead, false, false
	}
}

// inherited returns where an infinitive or gerund of its own points: where the
// word it hangs on does, "plans to", or the verb before it.
func (t *dateText) inherited(g verbGroup, before []verbGroup) (lean, bool) {
	prev := t.low(g.first - 1)
	if prev == "to" && foreshadows(t.low(g.first-2)) {
		return leanAhead, false
	}
	var last verbGroup
	for i := len(before) - 1; i >= 0; i-- {
		if before[i].quoted == g.quoted {
			last = before[i]
			break
		}
	}
	switch {
	case prev == "to" && last.head > 0 && foreshadows(t.low(last.head)):
		return leanAhead, false
	case t.pos(g.first) == "VBG" && prev == "after":
		return leanBack, false
	case t.pos(g.first) == "VBG" && last.present && (prev == "of" || prev == "for" || prev == "with" || prev == "by"):
		return leanBack, false
	}
	return last.side, last.present
}

func isBe(w string) bool {
	switch w {
	case "is", "are", "am", "was", "were", "be", "been", "being", "'s", "'re", "'m":
		return true
	}
	return false
}

func isHave(w string) bool {
	switch w {
	case "has", "have", "had", "'ve", "having":
		return true
	}
	return false
}

func isDo(w string) bool { return w == "do" || w == "does" || w == "did" }

// foreshadows reports whether a word makes what it is said of lie ahead:
// "expected to", "plans to", "vowed to", "ready to".
func foreshadows(w string) bool {
	switch w {
	case "expected", "scheduled", "set", "due", "slated", "planned", "poised", "likely", "going", "about", "supposed", "bound",
		"preparing", "prepared", "prepares", "plan", "plans", "planning", "hope", "hopes", "hoped", "hoping", "intend", "intends", "intended", "aim",
		"aims", "aimed", "want", "wants", "wanted", "vow", "vows", "vowed", "promise", "promises", "promised", "pledge", "pledges", "pledged",
		"threat", "threaten", "threatens", "threatened", "threatening", "agree", "agrees", "agreed", "seek", "seeks", "expect", "expects",
		"offer", "offers", "offered", "invitation", "invited", "proposal", "proposes", "proposed", "deadline", "promising", "tentatively",
		"wait", "waiting", "ordered", "required", "obliged", "need", "needs",
		"unlikely", "commitment", "committed", "time", "option", "call", "calls", "calling", "bid", "effort", "efforts", "push":
		return true
	}
	return false
}

// leanOf returns the side on which a date lies, by its own words, the words
// before it or the verb that governs it.
func (t *dateText) leanOf(r rawDate) lean {
	if r.side != leanNone {
		return r.side
	}
	if s := t.leanByPreposition(r); s != leanNone {
		return s
	}
	if t.pastRelative(r.to) || t.ownDeed(r) && t.low(r.to) == "that" {
		return leanBack
	}
	g, left := t.governing(r)
	switch {
	case g == nil:
		return leanNone
	case !left:
		return g.plain
	case t.afterDeed(g.head+1, r.from), isDeed(t.low(t.nounOf(r))):
		return leanBack
	case t.within(g.head+1, r.from, "during"):
		return g.plain
	case t.within(g.head+1, r.from, "ahead"):
		return leanAhead
	case g.side == leanNone && g.present && !t.ownDeed(r) && (t.low(r.to) != "'s" || isAppointed(t.low(t.nounOf(r)))):
		return leanAhead
	}
	return g.side
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
func isDeed(w string) bool {
	switch w {
	case "decision", "ruling", "verdict", "judgment", "judgement", "announcement", "statement", "remarks", "comments", "attack", "attacks", "shooting",
		"killing", "bombing", "crash", "explosion", "blast", "result", "results", "loss", "victory", "defeat", "news", "order", "resignation", "arrest",
		"arrests", "killings", "shootings", "violence", "clashes", "incident", "revelation", "report", "letter", "events", "filing", "massacre":
		return true
	}
	return false
}

// isAppointed reports whether a noun names what has its day beforehand.
func isAppointed(w string) bool {
	switch w {
	case "election", "elections", "vote", "votes", "primary", "primaries", "runoff", "debate", "hearing", "summit", "game", "race", "ballot", "referendum",
		"caucus", "caucuses", "deadline", "ceremony", "inauguration", "launch", "final":
		return true
	}
	return false
}

// ownDeed reports whether a date follows a noun that somebody possesses, which
// a verb in the present speaks of: "they like his speech on Monday".
func (t *dateText) ownDeed(r rawDate) bool {
	i := r.from - 1
	if t.low(i) == "on" {
		i--
	}
	for ; i > 0 && isNoun(t, i); i-- {
		if p := t.pos(i - 1); p == "POS" || p == "PRP$" {
			return true
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
		if isHave(t.low(i - 1)) {
			return leanAhead
		}
	}
	switch two {
	case "as of":
		return leanBack
	case "ahead of", "soon as", "early as", "later than", "scheduled for", "slated for", "planned for", "due in", "set for", "pencilled for":
		return leanAhead
	}
	return leanNone
}

// attributive reports whether a date stands before a noun: "Tuesday's
// ruling", "a Friday deadline".
func (t *dateText) attributive(r rawDate) bool {
	return t.low(r.to) == "'s" || t.pos(r.from-1) == "DT" && r.from > 0 && strings.HasPrefix(string(t.pos(r.to)), "NN")
}

// governing returns the verb that a date belongs to, and whether it stands
// left of it; nil if the sentence has none.
func (t *dateText) governing(r rawDate) (g *verbGroup, left bool) {
	l, rt := t.leftVerb(r.from), t.rightVerb(r)
	switch {
	case l == nil:
		return rt, false
	case rt == nil:
		return l, true
	case t.opensClauseAt(r):
		return rt, false
	}
	if j, _ := t.adverbs(r.to); rt.first == j && rt.plain != leanNone && l.head < r.from-2 && t.pos(j) != "VBG" && t.pos(j) != "VBN" && !t.attributive(r) {
		return rt, false
	}
	return l, true
}

// leftVerb returns the last verb before token i that no hard stop parts from
// it.
func (t *dateText) leftVerb(i int) *verbGroup {
	for k := len(t.groups) - 1; k >= 0; k-- {
		g := &t.groups[k]
		if g.head >= i || i < len(t.toks) && g.quoted != t.toks[i].quoted {
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
	for k := range t.groups {
		g := &t.groups[k]
		if g.first < r.to || g.quoted != t.toks[r.from].quoted {
			continue
		}
		if k+1 < len(t.groups) && (g.bare || t.inRelative(g)) {
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
	if i >= 0 && !t.divides(i) && !(t.low(i) == "," && t.pos(r.to) == "PRP") {
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
