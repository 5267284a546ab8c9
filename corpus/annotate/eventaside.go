package annotate

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// asideWords is how long an aside between a subject and its verb may be.
const asideWords = 25

// beforeAside returns the subject before an aside that the comma at i shuts:
// "Venn, who had led the talks, resigned".
func (n *namer) beforeAside(i int) ([]namePart, bool) {
	j := i - 1
	for j >= 0 && i-j < asideWords && n.t.low(j) != "," {
		if n.t.toks[j].Kind == text.Mark {
			return nil, false
		}
		j--
	}
	if j > 0 && n.t.low(j) == "," && n.t.pos(j+1) == "CC" {
		j = n.beforeWho(j)
	}
	if j < 1 || n.t.low(j) != "," || !n.opensAside(j+1, i) {
		return nil, false
	}
	j = n.beforeList(j)
	return n.antecedent(n.beforeParty(j))
}

// beforeWho returns the comma before the "who" or "which" of an aside that goes on
// with the conjunction behind the comma at j, j if there is none: "Venn, who has
// sold the port, but has never said why,".
func (n *namer) beforeWho(j int) int {
	for k := j - 1; k > 0 && j-k < asideWords; k-- {
		if w := n.t.low(k); (w == "who" || w == "which") && n.t.low(k-1) == "," {
			return k - 1
		}
	}
	return j
}

// beforeList returns the comma before the "including" of a list that the comma at
// j parts members of, j if it parts none: "ports, including Halden, Oslo and Ness,".
func (n *namer) beforeList(j int) int {
	for k := j - 1; k > 0 && j-k < asideWords && (n.nominalToken(k) || n.t.low(k) == "," || n.marks[k].hi > 0 || n.t.low(k) == "including"); k-- {
		if n.t.low(k) == "including" && n.t.low(k-1) == "," {
			return k - 1
		}
	}
	return j
}

// beforeParty returns the comma before the party and state of a lawmaker that
// the comma at i shuts, i if it shuts none: "Venn, D-Md., a member of".
func (n *namer) beforeParty(i int) int {
	k := i - 1
	if n.t.low(k) == "." {
		k--
	}
	if isPartyTag(n.t.word(k)) && n.t.low(k-1) == "," {
		return k - 1
	}
	return i
}

// opensAside reports whether the tokens [from,to) between two commas say more
// of the noun before them, rather than go on with a list or a clause.
func (n *namer) opensAside(from, to int) bool {
	switch w := n.t.low(from); {
	case w == "who", w == "which", w == "whose", w == "including", w == "along", w == "together", w == "himself", w == "herself":
		return true
	case w == "and", w == "or", w == "but", n.joinsClause(from):
		return false
	}
	switch n.t.pos(from) {
	case "VBN", "VBG", "CD", "DT", "PRP$":
		return !n.hasTense(from, to)
	}
	return n.nominalToken(from) && !n.hasTense(from, to)
}

// antecedent returns the noun phrase that ends at token i, or before the
// comma there.
func (n *namer) antecedent(i int) ([]namePart, bool) {
	if n.t.low(i) == "," {
		i--
	}
	if i < 0 {
		return nil, false
	}
	return n.nominal(n.beforeVerb(i))
}

// owned returns the nouns [from,to) behind "whose" as those of the noun phrase
// before it: "Tarn, whose firm".
func (n *namer) owned(from, to int) ([]namePart, bool) {
	ps, ok := n.antecedent(from - 2)
	if !ok || len(ps) != 1 {
		return nil, false
	}
	owner := ps[0].instead
	if owner == "" {
		owner = n.t.span(ps[0].from, ps[0].to).In(n.t.src)
	}
	return []namePart{{instead: text.Possessive(owner)}, {from: from, to: to}}, n.isHead(to - 1)
}

// isOffice reports whether the noun phrase that ends at token i is of somebody by what
// they are of a body, of whom a "who" speaks: "an executive with Fjord Rail who".
func (n *namer) isOffice(i int) bool {
	if i < 0 || n.marks[i].hi == 0 || n.isPerson(n.marks[i].entity) {
		return false
	}
	for k := n.marks[i].lo - 1; k > 0 && k > n.marks[i].lo-4; k-- {
		if w := n.t.low(k); w == "with" || w == "at" || w == "of" || w == "for" || w == "from" {
			return lexicon.RoleHead(n.t.low(k - 1))
		}
	}
	return false
}

// holder returns whom the noun phrase that ends at token i, an office, is of: the
// person before it that it describes, else the whole of it.
func (n *namer) holder(i int) ([]namePart, bool) {
	from := n.phraseStart(i)
	if k := n.apposed(from); k > 0 {
		return n.whole(n.marks[k].lo, k+1)
	}
	return n.whole(from, i+1)
}

// hasPhrase reports whether the noun phrase that ends before the comma at token
// i, or at it, has another hung on it by other than "of".
func (n *namer) hasPhrase(i int) bool {
	if n.t.low(i) == "," {
		i--
	}
	if i < 0 {
		return false
	}
	for k := n.phraseStart(i); k <= i; k++ {
		if attaches(n.t.low(k)) && n.t.low(k) != "of" && n.marks[k].hi == 0 {
			return true
		}
	}
	return false
}

// beforeRelative returns the subject before a relative clause that ends at
// token i without a comma: "An engineer who warned of the dam resigned".
func (n *namer) beforeRelative(i int) ([]namePart, bool) {
	for k := i; k > 0 && i-k < asideWords && n.t.toks[k].Kind != text.Punct && n.t.toks[k].Kind != text.Mark; k-- {
		if w := n.t.low(k); w == "who" || w == "which" || w == "that" && n.t.pos(k) == "WDT" {
			return n.antecedent(k - 1)
		}
	}
	return nil, false
}

// apposed returns the last token of the name that the noun phrase at token from
// only describes: "Orrin Tarn, a docker, who"; 0 if it describes none.
func (n *namer) apposed(from int) int {
	if from < 2 || n.t.low(from-1) != "," || n.t.pos(from) != "DT" && !(n.t.pos(from) == "NN" && lexicon.RoleHead(n.t.low(from))) || n.marks[from-2].hi != from-1 || !n.isPerson(n.marks[from-2].entity) {
		return 0
	}
	return from - 2
}

func (n *namer) isPerson(e int) bool { return n.entities[e].Kind == news.Person }

// isTime reports whether token i is a noun of time, which does nothing.
func (n *namer) isTime(i int) bool {
	w := n.t.low(i)
	return lexicon.Unit(w) != lexicon.NoUnit || lexicon.DayPart(w) || n.t.namesTime(i)
}

// pastParticiple returns the noun phrase before a participle whose own
// complement ends at to.
func (n *namer) pastParticiple(g *verbGroup, to int) (int, int, bool) {
	i := n.beforeVerb(g.first - 1)
	if i < 0 || !n.isHead(i) {
		return 0, 0, false
	}
	from := n.phraseStart(i)
	if l := from - 1; l >= 0 && (n.t.pos(l) == "IN" && !n.joinsClause(l) || n.t.pos(l) == "TO" || n.groupAtToken(l) != nil) {
		return 0, 0, false
	}
	return from, to, from <= i
}

// mayQualify reports whether a verb may be a participle that says which one is
// meant, as it looks: "officials involved in the talks".
func (n *namer) mayQualify(g *verbGroup) bool {
	if !n.isTensed(g) {
		return true
	}
	_, cue := lexicon.CueOf(n.t.low(g.head))
	return n.t.pos(g.first) == "VBD" && g.first == g.head && !cue && !lexicon.StandsAlone.Has(n.t.low(g.head))
}

// behindVerb returns the subject in the nouns [from,to) that follow the verb g:
// all of them where g tells what somebody said, the last of two that an "and"
// joins, or the noun before g where that is a participle that only says which
// one: "officials investigating the crash".
func (n *namer) behindVerb(g *verbGroup, from, to int) (int, int, bool) {
	if !n.isTensed(g) || g.bare {
		return n.pastParticiple(g, to)
	}
	if c, ok := lexicon.CueOf(n.t.low(g.head)); ok && c.Takes('c') || thinks(n.t.low(g.head)) {
		return from, to, true
	}
	for k := to - 1; k > from; k-- {
		if n.t.pos(k) == "CC" {
			return k + 1, to, true
		}
	}
	return from, to, false
}

// listed takes the first of three or more names along that commas part:
// "Lind, Venn and Tarn met".
func (n *namer) listed(from, to, comma int) (int, int, bool) {
	and := false
	for k := from; k < to; k++ {
		and = and || n.t.pos(k) == "CC"
	}
	for and && comma > 0 && (n.marks[comma-1].hi == comma || n.t.pos(comma-1) == "NNP" && (comma == 1 || n.t.low(comma-2) == ",")) {
		from = comma - 1
		if n.marks[from].hi > 0 {
			from = n.marks[from].lo
		}
		if n.t.low(from-1) != "," {
			break
		}
		comma = from - 1
	}
	if l := from - 1; and && l >= 0 && n.t.pos(l) == "IN" {
		return from, to, false
	}
	return from, to, true
}
