package annotate

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// carrier returns the verb that the clause of g hangs on: g itself, or for an
// infinitive the verb it completes, "agreed to meet". It is nil where that
// verb is not close by.
func (n *namer) carrier(g *verbGroup) *verbGroup {
	for depth := 0; g != nil && g.bare && depth < 3; depth++ {
		if n.t.low(g.first-1) != "to" && n.t.pos(g.first) == "VB" && n.t.low(g.first-2) != "to" {
			return nil
		}
		p := n.t.groupBefore(g)
		if p == nil || g.first-p.head > nameBehind || n.isBroken(p.head+1, g.first) {
			return nil
		}
		if n.t.pos(g.first) == "VBG" && p.head != g.first-1 {
			return nil
		}
		g = p
	}
	if g == nil || g.bare || !n.isTensed(g) {
		return nil
	}
	return g
}

// saidBy returns the verb of saying or thinking that a clause with "would" or
// "might" is the words of, without which it tells another thing: "Venn said she
// would go"; nil where there is none close by.
func (n *namer) saidBy(g *verbGroup) *verbGroup {
	if p := n.wishFor(g); p != nil {
		return p
	}
	if g.modal != "would" && g.modal != "could" && g.modal != "might" && g.modal != "may" {
		return nil
	}
	for {
		p := n.t.groupBefore(g)
		if p == nil || p.bare || !n.isTensed(p) || !n.takesClause(p) || g.first-p.head > nameBehind {
			return nil
		}
		if q := n.t.groupBefore(p); q == nil || p.first-q.head > 3 || !n.takesClause(q) {
			return p
		}
		g = p
	}
}

// agrees reports whether a verb may be that of its subject by number: not "the raid
// deliver".
func (n *namer) agrees(g *verbGroup, subject []namePart) bool {
	s := subject[len(subject)-1]
	if g.first != g.head || n.t.pos(g.first) != "VBP" && n.t.pos(g.first) != "VB" || s.instead != "" || n.t.pos(s.from) != "DT" || isSamePast(n.t.low(g.first)) {
		return true
	}
	for k := s.from; k < s.to; k++ {
		switch n.t.pos(k) {
		case "CC", "NNS", "NNPS", "CD":
			return true
		}
		switch n.t.low(k) {
		case "majority", "number", "data", "police", "media", "staff", "public", "team", "couple", "pair", "rest", "half":
			return true
		}
	}
	return false
}

// wishFor returns the verb of asking whose wish the clause of g is, as its form
// shows: "asked that Venn leave"; nil if it is none.
func (n *namer) wishFor(g *verbGroup) *verbGroup {
	i := n.beforeVerb(g.first - 1)
	if p := n.t.pos(g.first); g.first != g.head || p != "VB" && p != "VBP" || n.t.pos(i) != "NN" && n.t.pos(i) != "NNP" {
		return nil
	}
	p := n.t.groupBefore(g)
	if p == nil || p.bare || !n.isTensed(p) || n.t.low(n.phraseStart(i)-1) != "that" {
		return nil
	}
	c, ok := lexicon.CueOf(n.t.low(p.head))
	switch {
	case !ok || !c.Takes('c'):
		return nil
	case c.Class == "ask", c.Class == "urge", c.Class == "order", c.Class == "suggest":
		return p
	}
	return nil
}

// sayerOf returns the verb of saying right before the pronoun that is the subject
// of g, which most likely is who says it: "the firm said it will close"; nil where
// nobody says it, or the pronoun is one whose meaning is found.
func (n *namer) sayerOf(g *verbGroup) *verbGroup {
	i := n.beforeVerb(g.first - 1)
	if i < 1 || n.t.pos(i) != "PRP" || n.t.low(i) != "it" && n.t.low(i) != "they" && n.t.toks[g.first].Kind != text.Clitic {
		return nil
	}
	if n.t.low(i-1) == "that" {
		i--
	}
	if p := n.groupAtToken(n.beforeVerb(i - 1)); p != nil && !p.bare && p.quoted == g.quoted && n.isTensed(p) && n.takesClause(p) {
		return p
	}
	return nil
}

// isTensed reports whether a verb has a tense of its own, not a participle's
// form alone. The only verb of a sentence, relative clauses aside, has one, and
// one right behind a verb: "who was moving told".
func (n *namer) isTensed(g *verbGroup) bool {
	switch n.t.pos(g.first) {
	case "VBD":
		return g.first != g.head || !n.t.determines(g.first-1) || !n.isHead(g.first+1)
	case "VBN":
		return g.first != g.head && n.t.isAux(g.first) || g.first == g.head && (n.isOnlyVerb(g) || n.groupAtToken(g.first-1) != nil)
	case "VBG":
		return g.first != g.head && n.t.isAux(g.first)
	}
	return true
}

// isOnlyVerb reports whether no verb but g can be its sentence's.
func (n *namer) isOnlyVerb(g *verbGroup) bool {
	beside := n.clauseBeside(g)
	for k := range n.t.groups {
		o := &n.t.groups[k]
		if o != g && o.first != g.first && o.first < beside && !o.bare && o.quoted == g.quoted && n.t.pos(o.first) != "VBN" && !n.t.inRelative(o) {
			return false
		}
	}
	return true
}

// clauseBeside returns where a conjunction hangs a clause on that of the verb g, the
// length of the sentence if none does: "gained ground as".
func (n *namer) clauseBeside(g *verbGroup) int {
	i := g.head + 1
	for ; i < len(n.t.toks); i++ {
		switch n.t.low(i) {
		case "as", "after", "when", "because", "while", "although", "though", "since", "how", "why", "whether":
			return i
		}
	}
	return i
}

// groupBefore returns the verb group right before g on the same side of the
// marks, nil if there is none.
func (t *dateText) groupBefore(g *verbGroup) *verbGroup {
	for k := len(t.groups) - 1; k >= 0; k-- {
		if p := &t.groups[k]; p.head < g.first && p.quoted == g.quoted {
			return p
		}
	}
	return nil
}
