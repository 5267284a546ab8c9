package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// lacksObject reports whether a preposition follows a verb that needs an
// object: "figures showed in Halden".
func (p *predicate) lacksObject() bool {
	i := p.g.head + 1
	for p.isOwnDate(i) {
		i++
	}
	if q := p.t.pos(i); q != "IN" && q != "TO" || p.g.head > p.g.first && isBe(p.t.low(p.g.head-1)) {
		return false
	}
	w := p.t.low(p.g.head)
	for _, stem := range []string{"show", "indicat", "suggest", "reveal", "publish", "releas", "announc", "report"} {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}

// asksTo reports whether what is asked stands before token end without a clause:
// "asked Venn to resign", "asked for a recount".
func (p *predicate) asksTo(end int) bool {
	w := p.t.low(p.g.head)
	if !strings.HasPrefix(w, "ask") && w != "told" && w != "tells" {
		return false
	}
	for i := p.g.head + 1; i+1 < end; i++ {
		if p.t.pos(i) == "TO" && p.t.pos(i+1) == "VB" && p.isHead(p.beforeVerb(i-1)) {
			return true
		}
	}
	k := p.g.head + 1
	for p.isOwnDate(k) {
		k++
	}
	return w != "told" && w != "tells" && p.t.low(k) == "for" && end > k+1
}

// withoutThought returns end, or where before it a verb of thinking begins whose
// clause the name would cut before its verb: "a mistake to think the vote".
func (p *predicate) withoutThought(end int) int {
	for i := end - 1; i > p.g.head+1; i-- {
		g := p.groupAtToken(i)
		if g == nil {
			continue
		}
		c, _ := lexicon.CueOf(p.t.low(g.head))
		if (!g.bare && p.inner || g.bare && p.t.pos(g.first-1) == "TO") && g.head < end-1 && c.Takes('c') && !c.Takes('t') && c.Class == "think" && p.hasTense(end, len(p.t.toks)) {
			return p.trimmed(g.first - 1)
		}
		return end
	}
	return end
}

// hasObject reports whether a noun phrase follows the verb: "wrote a letter", "posted
// small gains".
func (p *predicate) hasObject() bool {
	i := p.g.head + 1
	for p.isOwnDate(i) {
		i++
	}
	switch p.t.pos(i) {
	case "DT", "JJ", "NN", "NNS", "CD", "PRP$":
		return p.t.toks[i].Kind != text.Mark && p.t.toks[i].quoted == p.t.toks[p.g.head].quoted
	}
	return false
}

// says reports whether the verb is one that is nothing without what is said.
func (p *predicate) says() bool {
	if p.tr.verb && p.tr.from == p.g.head && p.tr.Class == "testify" {
		return false
	}
	switch w := p.t.low(p.g.head); w {
	case "posted", "wrote", "tweeted", "posts", "writes":
		return !p.hasObject() && (p.g.first == p.g.head || !isBe(p.t.low(p.g.head-1)))
	case "said", "say", "says", "told", "tell", "tells", "added", "adds", "argued", "argues", "saying", "telling", "asked", "asks", "replied",
		"noted", "claimed", "insisted", "explained", "stated", "responded", "answered":
		return p.g.first == p.g.head || !isBe(p.t.low(p.g.head-1))
	}
	return false
}

// standsAlone reports whether a verb tells a happening without a word more: in
// the passive, or by its sense.
func (n *namer) standsAlone(g *verbGroup) bool {
	if g.head > g.first && isBe(n.t.low(g.head-1)) && (n.t.pos(g.head) == "VBN" || n.t.pos(g.head) == "VBD") {
		return !n.linksOnly(g)
	}
	return n.mayStand(n.t.low(g.head)) || n.tr.verb && n.tr.from == g.head && lexicon.StandsAlone.Has(n.tr.Lemma)
}

// linksOnly reports whether a passive says nothing without what follows: "was
// set", "was expected".
func (n *namer) linksOnly(g *verbGroup) bool {
	w := n.t.low(g.head)
	return foreshadows(w) || isState(w) || lexicon.Linking.Has(w)
}

// scored reports whether the score of a match stands at token i or right
// behind: "were thrashed, 4-0,".
func (t *dateText) scored(i int) bool {
	for k := i; k < i+3 && k < len(t.toks); k++ {
		home, away, ok := strings.Cut(t.low(k), "-")
		if ok && len(home) < 3 && len(away) < 3 && isDigits(home) && isDigits(away) {
			return true
		}
	}
	return false
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
