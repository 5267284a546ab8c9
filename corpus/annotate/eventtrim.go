package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// trimmed returns end without the words that a name cannot end with.
func (p *predicate) trimmed(end int) int {
	least := p.g.head + 1
	if p.tr.verb && p.tr.from == p.g.head {
		least = min(end, p.tr.to) // "sworn in"
	}
	for end > least {
		i := end - 1
		if !p.isOwnDate(i) && !p.dangles(i) && !p.isCutVerb(i) {
			break
		}
		end--
	}
	return end
}

// isCutVerb reports whether token i is the verb of what is told, and what completes it
// left out.
func (p *predicate) isCutVerb(i int) bool {
	if !p.inner || p.mayStand(p.t.low(i)) {
		return false
	}
	if g := p.groupAtToken(i); g == nil || g.first != p.at || g.head != i || i == p.at {
		return i == p.at
	}
	switch p.t.pos(i + 1) {
	case "NN", "NNS", "NNP", "NNPS", "DT", "PRP$", "PRP", "CD", "JJ":
		return !p.isOwnDate(i + 1)
	}
	return i+1 < len(p.t.toks) && p.t.toks[i+1].Kind == text.Mark
}

// dangles reports whether token i, the last, leaves a name open.
func (n *namer) dangles(i int) bool {
	if m := n.marks[i]; m.hi > i+1 && n.isPerson(m.entity) && !n.entities[m.entity].Anonymous {
		return true // half a name
	}
	if n.isClipped(i) || n.t.pos(i+1) == "POS" && n.isHead(i) {
		return true
	}
	switch n.t.pos(i) {
	case "IN", "TO", "DT", "PDT", "CC", "PRP$", "POS", "WDT", "WP", "WP$", "WRB", "MD", "EX":
		return n.marks[i].hi == 0 && n.t.low(i) != "up" && n.t.low(i) != "out" && n.t.low(i) != "down" && n.t.low(i) != "off"
	case "JJ":
		return n.nominalToken(i+1) || n.isDetermined(i) || lexicon.Linking.Has(n.t.low(i))
	case "JJR", "JJS":
		return n.nominalToken(i+1) || n.t.low(i+1) == "of" || i+1 < len(n.t.toks) && n.t.toks[i+1].Kind == text.Mark
	case "RP":
		if g := n.groupAtToken(i - 1); g != nil && n.t.pos(i-1) == "VBN" && n.isHead(i-2) {
			return true // "a program set up"
		}
	case "VB":
		return isDo(n.t.low(i)) || isBe(n.t.low(i)) || n.t.pos(i-1) == "TO" && !n.mayStand(n.t.low(i)) && (n.t.pos(i+1) == "CC" || awaitsObject(n.t.low(i)) || n.t.pos(i+1) == "PRP" || n.t.pos(i+1) == "DT" || isDash(n.t.low(i+1)))
	case "VBN", "VBG":
		k := i - 1
		for n.isOwnDate(k) || n.t.pos(k) == "RB" {
			k--
		}
		return (n.isHead(k) || n.t.pos(i-1) == "IN") && n.groupAtToken(i) != nil
	}
	switch w := n.t.low(i); {
	case w == "based" && n.t.low(i+1) == "on":
		return true
	case w == "late", w == "early", w == "later", w == "earlier", w == "both", w == "just", w == "only", w == "also", w == "nearly", w == "almost", w == "exactly", w == "roughly", w == "even", w == ",", w == "then", w == "pic":
		return true
	case n.t.toks[i].Kind == text.Mark:
		return i == 0 || !n.t.toks[i-1].quoted
	case n.t.isAux(i), lexicon.Linking.Has(w):
		return true
	}
	return n.t.toks[i].Kind == text.Punct && n.t.low(i) != "%" && n.t.low(i) != "*"
}

// awaitsObject reports whether a verb says nothing without its object or clause.
func awaitsObject(w string) bool {
	switch w {
	case "ensure", "discuss", "make", "give", "take", "get", "put", "determine", "provide", "prevent", "address", "reach", "find", "see", "hold", "bring", "keep", "allow", "create", "include":
		return true
	}
	return false
}

// isClipped reports whether token i is the front of an hour that the name would
// cut: "4" of "4:45", "11 a" of "11 a.m.".
func (n *namer) isClipped(i int) bool {
	if n.t.toks[i].Kind == text.Number {
		return n.t.low(i+1) == ":" && n.t.toks[i+1].Start == n.t.toks[i].End || n.isHalfDay(i+1)
	}
	return n.isHalfDay(i)
}

// isHalfDay reports whether token i is the first letter of "a.m." or "p.m.".
func (n *namer) isHalfDay(i int) bool {
	w := n.t.low(i)
	return (w == "a" || w == "p") && strings.HasPrefix(n.t.src[n.t.toks[i].End:], ".m.")
}

// isDetermined reports whether the adjective at i is one of a noun to come: "an
// hour-long".
func (n *namer) isDetermined(i int) bool {
	for n.t.pos(i) == "JJ" {
		i--
	}
	return n.t.pos(i) == "DT" || n.t.pos(i) == "PRP$" || n.t.pos(i) == "POS"
}

// mayStand reports whether the form of a verb, in lower case, needs no object.
func (n *namer) mayStand(w string) bool {
	tr, ok := lexicon.TriggerVerb(w, nil)
	return ok && lexicon.StandsAlone.Has(tr.Lemma)
}
