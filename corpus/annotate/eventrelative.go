package annotate

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// otherwise names the happening of a verb that is not its sentence's: one that says
// more of a noun, or goes with what is said.
func (n *namer) otherwise(g *verbGroup) ([]namePart, bool) {
	if g == nil {
		return nil, false
	}
	if ps, ok := n.whileSaying(g); ok {
		return ps, true
	}
	if ps, ok := n.objectOf(g); ok {
		return ps, true
	}
	if ps, ok := n.onceOut(g); ok {
		return ps, true
	}
	return n.participle(g)
}

// whileSaying names what was done in passing after what was said with it: "Speaking
// in Halden on Friday, Venn warned that", "Tarn, leaving a meeting on Friday, said".
func (n *namer) whileSaying(g *verbGroup) ([]namePart, bool) {
	if n.t.pos(g.first) != "VBG" && !isAskedOf(n.t.low(g.first)) || g.first > 0 && n.t.low(g.first-1) != "," || n.isBroken(g.head+1, n.from) {
		return nil, false
	}
	for i := g.head + 1; i < n.from; i++ {
		if _, ok := n.t.nounTrigger(i); ok {
			return nil, false // "Responding to the attacks on Friday, Venn said"
		}
	}
	for k := range n.t.groups {
		h := &n.t.groups[k]
		if h.first < n.hi || h.quoted != g.quoted || !n.isTensed(h) || h.bare {
			continue
		}
		if c, _ := lexicon.CueOf(n.t.low(h.head)); c.Strength < 2 || !n.t.within(n.hi, h.first, ",") {
			return nil, false
		}
		return n.clause(h)
	}
	return nil, false
}

// isAskedOf reports whether a word opens a sentence that tells what was answered.
func isAskedOf(w string) bool { return w == "asked" || w == "pressed" || w == "questioned" }

// onceOut names what a writing says after an aside that tells when it came out:
// "The report, released on Monday by Venn, found that".
func (n *namer) onceOut(g *verbGroup) ([]namePart, bool) {
	if p := n.t.pos(g.first); p != "VBN" && p != "VBD" || n.from < g.head || n.t.low(g.first-1) != "," || !isFinding(n.t.low(g.first-2)) {
		return nil, false
	}
	for k := range n.t.groups {
		if h := &n.t.groups[k]; h.first > n.hi && h.quoted == g.quoted && n.isTensed(h) && !h.bare {
			if isBe(n.t.low(h.head)) || n.t.low(n.beforeVerb(h.first-1)) != "," {
				return nil, false
			}
			return n.clause(h)
		}
	}
	return nil, false
}

// participle names a happening after the noun that its participle says more of: "a
// poll released on Monday found that", "the rules announced on Monday by Venn".
func (n *namer) participle(g *verbGroup) ([]namePart, bool) {
	i := g.first - 1
	if g.first != g.head || n.from < g.head || n.t.pos(g.first) != "VBN" && n.t.pos(g.first) != "VBD" || !n.isHead(i) || !n.endsPhrase(g.head+1) {
		return nil, false
	}
	from := n.definiteStart(i)
	h := n.finiteBehind(g)
	if from > i || n.t.toks[i].Kind != text.Lower || !n.mayBeParticiple(g, from, h) {
		return nil, false
	}
	if h != nil && isFinding(n.t.low(i)) && (n.t.pos(from-1) != "IN" || n.joinsClause(from-1)) {
		if to, ok := n.predicate(h, h); ok && to > h.head {
			ps, ok := n.whole(from, n.shortened(from, i+1))
			return append(ps, namePart{from: h.first, to: to}), ok
		}
	}
	p := predicate{namer: n, g: g, limit: nameBehind, noun: true}
	to := max(p.trimmed(p.end()), g.head+1)
	ps, ok := n.whole(from, i+1)
	return append(ps, namePart{from: g.first, to: to}), ok && to > g.head+1 && n.namesProperly(from, to)
}

// namesProperly reports whether a name proper stands in the tokens [from,to).
func (n *namer) namesProperly(from, to int) bool {
	for i := from; i < to; i++ {
		if !n.isOwnDate(i) && n.t.toks[i].Kind == text.Upper && (n.marks[i].hi > 0 || n.t.pos(i) == "NNP") && !n.t.namesTime(i) {
			return true
		}
	}
	return false
}

// mayBeParticiple reports whether the verb g right behind the noun phrase that
// begins at token from only says more of it: h is the verb that the phrase is the
// subject of, nil if there is none.
func (n *namer) mayBeParticiple(g *verbGroup, from int, h *verbGroup) bool {
	c, _ := lexicon.CueOf(n.t.low(g.head))
	switch w := n.t.low(from - 1); {
	case n.t.pos(g.first) == "VBD" && c.Takes('c') && !c.Takes('t'):
		return false // "an aide of the ministry said in a letter"
	case w == "that", w == "which", w == "who", n.mayStand(n.t.low(g.head)):
		return false
	case n.t.pos(g.first) == "VBN", h != nil, n.t.pos(from-1) == "IN", n.t.pos(from-1) == "TO":
		return true
	}
	return n.groupAtToken(from-1) != nil
}

// finiteBehind returns the verb that the noun before a participle is the subject
// of: the next with a tense of its own, which no comma parts from it.
func (n *namer) finiteBehind(g *verbGroup) *verbGroup {
	for k := range n.t.groups {
		h := &n.t.groups[k]
		if h.first <= g.head || h.quoted != g.quoted {
			continue
		}
		if !n.isTensed(h) || h.bare || n.t.within(g.head+1, h.first, ",") || n.t.inRelative(h) {
			return nil
		}
		return h
	}
	return nil
}

// isFinding reports whether a noun is a writing or count that finds something.
func isFinding(w string) bool {
	switch w {
	case "poll", "polls", "survey", "surveys", "study", "studies", "review", "data", "figures", "estimate", "estimates", "analysis", "audit", "documents",
		"records", "emails", "transcript", "book", "video", "letters", "statements":
		return true
	}
	return isUtterance(w)
}

// endsPhrase reports whether token i, dates aside, cannot be the object of the verb
// before it.
func (n *namer) endsPhrase(i int) bool {
	for i < len(n.t.toks) && (n.isOwnDate(i) || n.t.low(i) == "earlier" || n.t.low(i) == "late") {
		i++
	}
	if i >= len(n.t.toks) {
		return true
	}
	switch n.t.pos(i) {
	case "IN", "TO", "CC", "VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB":
		return true
	}
	return n.t.toks[i].Kind == text.Punct
}

// objectOf names a happening whose object is the noun that its clause says more of:
// "the deal that the Senate passed", "a statement he read".
func (n *namer) objectOf(g *verbGroup) ([]namePart, bool) {
	i := n.beforeVerb(g.first - 1)
	if i < 1 || g.bare || !n.isTensed(g) && !n.isDoneBy(g) || !n.endsPhrase(n.behindParticle(g)) {
		return nil, false
	}
	if c, ok := lexicon.CueOf(n.t.low(g.head)); ok && c.Strength > 1 && !c.Takes('t') {
		return nil, false // "her lawyer Ola Holm said"
	}
	who, from, ok := n.relativeSubject(i)
	if !ok || from < 1 || !n.isHead(from-1) || n.t.toks[from-1].quoted != g.quoted || n.isTime(from-1) || n.tellsClause(from-1, g) {
		return nil, false
	}
	lo := n.definiteStart(from - 1)
	what, ok := n.whole(lo, from)
	if !ok || from-lo > nameBehind {
		return nil, false
	}
	return append(append(who, namePart{from: g.first, to: n.behindParticle(g)}), what...), true
}

// isDoneBy reports whether the verb g, which looks like a participle, stands right
// behind a person and so tells what they did: "an order Venn signed".
func (n *namer) isDoneBy(g *verbGroup) bool {
	m := n.marks[g.first-1]
	return n.t.pos(g.first) == "VBN" && g.first == g.head && m.hi == g.first && n.isPerson(m.entity)
}

// definiteStart returns the first token of the noun phrase that a clause behind
// token i says more of: the innermost that can stand alone, "a row over the deal",
// else what it hangs on, "an order on public safety".
func (n *namer) definiteStart(i int) int {
	from := n.phraseStart(i)
	for k := i; k > from; k-- {
		if n.t.pos(k-1) != "IN" && n.t.pos(k-1) != "TO" {
			continue
		}
		if p := n.t.pos(k); p == "DT" || p == "PRP$" || n.marks[k].lo == k && n.marks[k].hi > 0 || n.t.pos(i) == "NNS" || n.marks[i].hi == i+1 && n.isPerson(n.marks[i].entity) {
			return k
		}
	}
	return from
}

// endsWithPerson reports whether the noun phrase that ends at token i has a person
// hung on it, of whom a "who" most likely speaks: "a blow for Mara Venn, who".
func (n *namer) endsWithPerson(i int) bool {
	if i < 0 || n.marks[i].hi != i+1 || !n.isPerson(n.marks[i].entity) {
		return false
	}
	for k := n.phraseStart(i); k < n.marks[i].lo; k++ {
		if p := n.t.pos(k); p == "IN" && n.t.low(k) != "of" {
			return true
		}
	}
	return false
}

// isGoverned reports whether the noun phrase that ends before the comma at token i,
// or at it, is the object of a participle or infinitive.
func (n *namer) isGoverned(i int) bool {
	if n.t.low(i) == "," {
		i--
	}
	if i < 0 {
		return false
	}
	l := n.phraseStart(i) - 1
	g := n.groupAtToken(l)
	if n.t.pos(l) == "IN" {
		g = n.groupAtToken(l - 1)
		return g != nil
	}
	return g != nil && (g.bare || n.t.pos(g.first) == "VBN")
}

// saidMoreOf returns the noun phrase before the relative pronoun at token i, whatever
// stands before it, where its number is that of the verb at token v: "voted for a
// term that ends".
func (n *namer) saidMoreOf(i, v int) ([]namePart, bool) {
	k := i - 1
	if n.t.low(k) == "," {
		k--
	}
	if !n.isHead(k) || n.t.toks[k].quoted != n.t.toks[v].quoted || n.isTime(k) {
		return nil, false
	}
	many := n.t.pos(k) == "NNS" || n.t.pos(k) == "NNPS"
	switch w := n.t.low(v); {
	case many && (w == "was" || n.t.pos(v) == "VBZ"), !many && (w == "were" || n.t.pos(v) == "VBP"):
		return nil, false
	}
	return n.whole(n.definiteStart(k), k+1)
}

// behindParticle returns the token behind a verb and its particle: "turned over".
func (n *namer) behindParticle(g *verbGroup) int {
	if n.t.pos(g.head+1) == "RP" && !n.isOwnDate(g.head+1) {
		return g.head + 2
	}
	return g.head + 1
}

// relativeSubject returns the subject that ends at token i of a clause about the
// noun before it, and the token behind that noun.
func (n *namer) relativeSubject(i int) (ps []namePart, behind int, ok bool) {
	if n.t.pos(i) == "PRP" {
		ps, ok = n.pronoun(i)
		behind = i
	} else {
		behind = n.phraseStart(i)
		if m := n.marks[i]; m.hi == i+1 && behind < m.lo && n.t.pos(m.lo-1) != "POS" && n.t.pos(m.lo-1) != "DT" {
			behind = m.lo // "the statement Venn read"
		}
		if behind > i {
			return nil, 0, false
		}
		ps, ok = n.whole(behind, i+1)
	}
	if w := n.t.low(behind - 1); w == "that" || w == "which" {
		behind--
	} else if n.t.pos(i) != "PRP" && !(n.marks[i].hi > 0 && n.isObjectNoun(behind-1)) {
		return nil, 0, false
	}
	return ps, behind, ok
}

// isObjectNoun reports whether token i ends a noun phrase with an article that is
// of a thing rather than of somebody.
func (n *namer) isObjectNoun(i int) bool {
	if i < 1 || !n.isHead(i) || n.t.toks[i].Kind != text.Lower || lexicon.RoleHead(n.t.low(i)) {
		return false
	}
	p := n.t.pos(n.definiteStart(i))
	return p == "DT" || p == "PRP$"
}

// tellsClause reports whether the noun at token i is one whose words a clause with
// the verb g may be, rather than the object of it: "the claim that Venn resigned".
func (n *namer) tellsClause(i int, g *verbGroup) bool {
	switch n.t.low(i) {
	case "fact", "idea", "news", "way", "reason", "place", "time", "hope", "fear", "fears", "evidence", "proof", "rumour", "rumours", "rumor", "rumors", "suspicion":
		return true
	}
	if n.mayStand(n.t.low(g.head)) || isState(n.t.low(g.head)) {
		return true
	}
	if lexicon.CueNoun(n.t.low(i)) == "" {
		return false
	}
	switch tr, _ := n.t.verbTrigger(g); tr.Class {
	case "sign", "publish", "post", "send", "pass", "announce", "order", "take":
		return false
	}
	return n.t.low(g.head) != "read" && n.t.low(g.head) != "leveled" && n.t.low(g.head) != "levelled"
}
