package annotate

import (
	"slices"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// subject returns the noun phrase that the verb at token v is said of, through
// asides, relative pronouns and joined verbs. depth bounds the joined verbs.
func (n *namer) subject(v, depth int) ([]namePart, bool) {
	i := n.beforeVerb(v - 1)
	if i < 0 || depth == 0 || n.t.toks[i].quoted != n.t.toks[v].quoted {
		return nil, false
	}
	switch w := n.t.low(i); {
	case w == "what", w == "whatever":
		return nil, false
	case w == ",":
		return n.beforeAside(i)
	case w == "who" && n.isOffice(i-1):
		return n.holder(i - 1)
	case w == "who" && n.t.low(i-1) == "," && n.endsWithPerson(i-2):
		return n.saidMoreOf(i, v)
	case w == "who", w == "which", w == "that" && n.t.pos(i) == "WDT":
		if n.t.low(i-1) == "," {
			if ps, ok := n.beforeAside(i - 1); ok {
				return ps, true
			}
		}
		if w == "which" && n.hasPhrase(i-1) {
			return nil, false // the noun or what hangs on it, who knows
		}
		if !n.isGoverned(i - 1) {
			if ps, ok := n.antecedent(i - 1); ok {
				return ps, true
			}
		}
		return n.saidMoreOf(i, v)
	case n.t.pos(i) == "CC":
		return n.joinedSubject(i, depth)
	case n.t.pos(i) == "PRP":
		if n.hangsLoose(i-1) || n.isHead(i-1) && !n.isOwnDate(i-1) && !n.isOtherDate(i-1) {
			return nil, false // "an allegation he made"
		}
		return n.pronoun(i)
	}
	if ps, ok := n.nominal(i); ok {
		return ps, true
	}
	return n.beforeRelative(i)
}

// beforeVerb returns the last token up to i that is neither adverb nor date
// nor in brackets.
func (n *namer) beforeVerb(i int) int {
	for i >= 0 {
		switch {
		case n.isOwnDate(i):
			i = n.lo - 1
		case n.isOtherDate(i) && i > 0:
			i--
			for i > 0 && (n.isOtherDate(i) || n.t.low(i) == "on") {
				i--
			}
		case n.t.low(i) == "*", n.t.pos(i) == "RB" && n.marks[i].hi == 0, n.t.low(i) == "also", isSelf(n.t.low(i)), n.t.low(i) == "each", n.t.low(i) == "both", n.t.low(i) == "all":
			i--
		case isDash(n.t.low(i)) && i+1 == n.t.behindDashes(n.date):
			for i--; i >= 0 && !isDash(n.t.low(i)); i-- {
			}
			i--
		case n.t.low(i) == ")":
			for i >= 0 && n.t.low(i) != "(" {
				i--
			}
			i--
		default:
			return i
		}
	}
	return i
}

// isSelf reports whether a word stresses the noun before it: "Parliament itself".
func isSelf(w string) bool {
	return w == "itself" || w == "himself" || w == "herself" || w == "themselves"
}

// hasTense reports whether a verb with a tense of its own begins in [from,to).
func (n *namer) hasTense(from, to int) bool {
	return slices.ContainsFunc(n.t.groups, func(g verbGroup) bool { return from <= g.first && g.first < to && n.isTensed(&g) && !g.bare })
}

// joinedSubject returns the subject of the verb that the conjunction at i joins
// to another: "Venn met the dockers and resigned".
func (n *namer) joinedSubject(i, depth int) ([]namePart, bool) {
	g := n.tensedBefore(i)
	if g == nil || i-g.head > asideWords {
		return nil, false
	}
	return n.subject(g.first, depth-1)
}

// nominal returns the noun phrase that ends at token i, if it can be who or
// what a verb behind it is said of.
func (n *namer) nominal(i int) ([]namePart, bool) {
	if i < 0 {
		return nil, false
	}
	from := n.phraseStart(i)
	if from > i {
		return nil, false
	}
	if n.t.low(from-1) == "whose" {
		return n.owned(from, i+1)
	}
	from, to, ok := n.asSubject(from, i+1)
	if !ok || n.holdsClause(from, to) || n.behindMark(from) {
		return nil, false
	}
	return n.whole(from, n.shortened(from, to))
}

// behindMark reports whether a quotation ends right before token i, with no comma
// in it that parts the two.
func (n *namer) behindMark(i int) bool {
	return i > 0 && n.t.toks[i-1].Kind == text.Mark && !n.t.toks[i].quoted && !(i > 1 && n.t.toks[i-2].quoted && n.t.low(i-2) == ",")
}

// holdsClause reports whether the nouns [from,to) are two, the second of which
// opens a clause about the first: "the themes Venn spoke of".
func (n *namer) holdsClause(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if m := n.marks[k]; m.hi > 0 && m.lo == k && n.isPerson(m.entity) && n.t.pos(k-1) == "NNS" && n.t.toks[k-1].Kind == text.Lower {
			return true
		}
	}
	return false
}

// phraseStart returns the first token of the noun phrase that ends at token i,
// what hangs on its nouns taken along: i+1 if none ends there.
func (n *namer) phraseStart(i int) int {
	k := i
	for k >= 0 && n.t.toks[k].quoted == n.t.toks[i].quoted {
		switch m := n.marks[k]; {
		case n.isOwnDate(k):
		case n.isOtherDate(k) && n.t.low(k+1) != "'s":
			return k + 1
		case m.hi > 0:
			k = m.lo
		case n.nominalToken(k):
		case k > 0 && k < i && attaches(n.t.low(k)) && (n.isHead(k-1) || n.t.pos(k-1) == "JJ" && n.isHead(k-2) || n.t.low(k) == "of" && n.countsSome(k-1) && !isWhoOrThat(n.t.low(i+1))), k > 0 && k < i && n.t.pos(k) == "CC" && (n.isHead(k-1) || n.t.pos(k-1) == "JJ" && n.nominalToken(k+1)):
		default:
			return k + 1
		}
		k--
	}
	return k + 1
}

// countsSome reports whether token i says how many of those behind it are meant:
// "one of her aides", "most of the crews".
func (n *namer) countsSome(i int) bool {
	switch n.t.low(i) {
	case "most", "some", "many", "none", "several", "half", "few":
		return true
	}
	return n.t.pos(i) == "CD"
}

func isWhoOrThat(w string) bool { return w == "who" || w == "that" || w == "which" }

// attaches reports whether a preposition may hang a phrase on the noun before
// it.
func attaches(w string) bool {
	switch w {
	case "of", "for", "in", "at", "from", "with", "on", "between", "against", "over", "under", "near", "behind", "inside", "outside", "across", "to", "about", "by":
		return true
	}
	return false
}

// nominalToken reports whether token i can stand in a noun phrase.
func (n *namer) nominalToken(i int) bool {
	if i < 0 || i >= len(n.t.toks) {
		return false
	}
	switch n.t.pos(i) {
	case "NN", "NNS", "NNP", "NNPS", "CD", "JJ", "JJR", "JJS", "RBR", "RBS", "PDT", "PRP$", "POS":
		return n.t.toks[i].Kind != text.Mark || n.t.pos(i) == "POS"
	case "DT":
		return n.t.low(i) != "that" || n.nominalToken(i+1)
	case "VBN", "VBG":
		return !n.t.isVerb(i) && !isPreposition(n.t.low(i)) && n.nominalToken(i+1)
	case "RB":
		p := n.t.pos(i + 1)
		return p == "JJ" || p == "CD"
	}
	return n.isInPhrase(i) || n.estimates(i)
}

// estimates reports whether token i is of words that make a number a rough one:
// "about 30", "at least 30", "more than 30".
func (n *namer) estimates(i int) bool {
	switch n.t.low(i) {
	case "about", "around", "nearly", "almost", "roughly", "least", "than":
		return n.t.pos(i+1) == "CD"
	case "at", "more", "fewer", "less":
		return (n.t.low(i+1) == "least" || n.t.low(i+1) == "than") && n.t.pos(i+2) == "CD"
	}
	return false
}

// isInPhrase reports whether the character at token i stands inside phrases:
// "$2", "R&D".
func (n *namer) isInPhrase(i int) bool {
	switch n.t.low(i) {
	case "$", "£", "€", "%", "&", "#", "-", "/", "*":
		return true
	}
	return false
}

// isHead reports whether token i can end a noun phrase.
func (n *namer) isHead(i int) bool {
	if i < 0 || i >= len(n.t.toks) {
		return false
	}
	switch n.t.pos(i) {
	case "NN", "NNS", "NNP", "NNPS":
		return true
	case "CD":
		for i--; n.t.pos(i) == "CD"; i-- {
		}
		return n.t.low(i) == "$" || n.t.low(i) == "£" || n.t.low(i) == "€"
	}
	return n.marks[i].hi == i+1 || n.t.low(i) == "%"
}

// asSubject cuts [from,to), the nouns before a verb, down to its subject, by
// what stands before them.
func (n *namer) asSubject(from, to int) (int, int, bool) {
	first := from
	for from < to && !n.estimates(from) && (n.t.pos(from) == "RB" || n.t.pos(from) == "CC" || n.isOwnDate(from)) {
		from++
	}
	l := from - 1
	for l >= 0 && (n.isOwnDate(l) || n.isOtherDate(l) || l >= first && n.t.pos(l) == "RB") {
		l--
	}
	if l < 0 || l < from-1 && (l+1 != first || n.isOwnDate(first)) && n.opensPhraseAt(from) {
		return from, to, from < to
	}
	if g := n.groupAtToken(l); g != nil {
		return n.behindVerb(g, from, to)
	}
	if g := n.groupAtToken(l - 1); g != nil && n.t.pos(l) == "RP" {
		return n.behindVerb(g, from, to)
	}
	switch w := n.t.low(l); {
	case n.joinsClause(l):
		return from, to, !n.hangsLoose(l)
	case n.t.pos(l) == "IN", n.t.pos(l) == "TO":
		if g := n.groupAtToken(l - 1); g != nil && n.mayQualify(g) {
			return n.pastParticiple(g, to)
		}
		return from, to, false
	case w == ",":
		return n.listed(from, to, l)
	}
	return from, to, !n.nominalToken(l)
}

// hangsLoose reports whether the conjunction or pronoun at token i makes what
// follows no happening of its own: a condition, a comparison, or a clause whose
// object stands before it.
func (n *namer) hangsLoose(i int) bool {
	switch n.t.low(i) {
	case "if", "unless", "whether", "as", "which", "whom", "whose", "what", "why", "how", "than":
		return true
	case "that":
		return n.t.pos(i) == "WDT" && !n.t.tellsBefore(i)
	}
	return false
}

// opensPhraseAt reports whether a noun phrase may begin at token i.
func (n *namer) opensPhraseAt(i int) bool {
	p := n.t.pos(i)
	return p == "DT" || p == "PRP$" || n.marks[i].lo == i && n.marks[i].hi > i || p == "NNS"
}

// tellsBefore reports whether the "that" at i follows a verb or noun of saying.
func (t *dateText) tellsBefore(i int) bool {
	_, ok := lexicon.CueOf(t.low(i - 1))
	return ok || lexicon.CueNoun(t.low(i-1)) != ""
}

// groupAtToken returns the verb group that token i is of, nil if of none.
func (n *namer) groupAtToken(i int) *verbGroup {
	for k := range n.t.groups {
		if g := &n.t.groups[k]; g.first <= i && i <= g.head {
			return g
		}
	}
	return nil
}

func thinks(w string) bool { return lexicon.Thinking.Has(w) }

// shortened returns where the subject [from,to) may end: the whole of it, or
// the last phrase that a name has room for.
func (n *namer) shortened(from, to int) int {
	if to-from <= nameSubject {
		return to
	}
	for k := from + nameSubject; k > from; k-- {
		if n.isHead(k-1) && (n.t.pos(k) == "IN" || n.t.pos(k) == "TO" || n.groupAtToken(k) != nil && !n.isTensed(n.groupAtToken(k))) {
			return k
		}
	}
	return from
}

// whole returns the noun phrase [from,to) as part of a name, if it says whom
// it means.
func (n *namer) whole(from, to int) ([]namePart, bool) {
	for from < to && (n.isOwnDate(from) || n.t.low(from) == "-") {
		from++
	}
	from = n.behindCredit(from, to)
	if from >= to || !n.isHead(to-1) || n.isTime(to-1) {
		return nil, false
	}
	if n.t.pos(from) == "PRP$" {
		return n.possessed(from, to)
	}
	if k := n.apposed(from); k > 0 {
		return n.nominal(k)
	}
	if to-from == 2 && n.t.low(from) == "the" && saysLittle(n.t.low(from+1)) {
		return nil, false
	}
	switch n.t.low(from) {
	case "this", "these", "those", "that", "such", "another", "others", "some", "'s":
		return nil, false
	}
	return []namePart{{from: from, to: to}}, true
}

// behindCredit returns where in [from,to) the words behind the credit of a picture
// begin, from if it holds none: “Ana Venn/Fjord Former minister Orrin Tarn”.
func (n *namer) behindCredit(from, to int) int {
	for k := from + 1; k+2 < to; k++ {
		if n.t.low(k) == "/" && n.t.toks[k].Start == n.t.toks[k-1].End && n.t.capital(k-1) && n.t.capital(k+1) && n.t.capital(k+2) && n.t.toks[k+2].Start > n.t.toks[k+1].End {
			return k + 2
		}
	}
	return from
}

// saysLittle reports whether a noun only points back at what was told.
func saysLittle(w string) bool { return lexicon.Vague.Has(w) }

// isForum reports whether the noun phrase at token i is of those whom somebody
// appears before: "before a Senate committee".
func (n *namer) isForum(i int) bool {
	k := i
	for k < len(n.t.toks) && n.nominalToken(k) && !n.isOwnDate(k) && !n.isOtherDate(k) {
		k++
	}
	if g := n.groupAtToken(k); g != nil && n.isTensed(g) || k == i {
		return false
	}
	switch n.t.low(k - 1) {
	case "court", "committee", "subcommittee", "panel", "judge", "jury", "tribunal", "inquiry", "commission", "congress", "senate", "parliament", "council",
		"board", "magistrate", "magistrates", "lawmakers", "reporters", "assembly", "crowd", "audience", "judges", "cameras":
		return true
	}
	return false
}

// joinsClause reports whether token i begins a clause that hangs on another.
func (n *namer) joinsClause(i int) bool {
	switch n.t.low(i) {
	case "until", "till", "since", "before", "after":
		if i+1 == n.lo && n.hi <= n.from || n.t.low(i) == "before" && n.isForum(i+1) {
			return false
		}
	}
	switch n.t.low(i) {
	case "after", "before", "while", "when", "because", "amid", "following", "since", "until", "till", "unless", "although", "though",
		"where", "whose", "who", "whom", "which", "if", "once", "so", "despite", "that", "whether", "whereas", "ahead", "as", "but", "according", "saying",
		"adding", "why", "how", "what":
		return true
	}
	return false
}
