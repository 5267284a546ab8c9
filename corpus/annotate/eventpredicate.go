package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// predicate returns the token behind what completes the verb g, which hangs on
// main: to the end of a phrase, and not beyond the clause. It fails where the
// verb needs more than follows it.
func (n *namer) predicate(main, g *verbGroup) (int, bool) {
	p := predicate{namer: n, g: g, tells: n.takesClause(main) || n.takesClause(g), limit: nameBehind}
	if p.tells {
		p.limit = nameSaid
	}
	end := p.withoutThought(p.withoutHalf(g.head+1, p.trimmed(p.end())))
	if end <= g.head+1 && !n.standsAlone(g) {
		return 0, false
	}
	if p.says() && !p.said && !p.asksTo(end) || !p.said && p.lacksObject() || p.said && (!p.inner || p.at >= end) {
		return 0, false
	}
	return max(end, g.head+1), true
}

// takesClause reports whether a verb may be followed by a clause of its own.
func (n *namer) takesClause(g *verbGroup) bool {
	c, ok := lexicon.CueOf(n.t.low(g.head))
	return ok && c.Takes('c') || thinks(n.t.low(g.head))
}

// predicate is the reading of what completes a verb.
type predicate struct {
	*namer
	g     *verbGroup
	tells bool // a clause may follow, which says what is told
	said  bool // it does
	inner bool // the verb of that clause has been read
	deep  bool // it takes a clause of its own, whose verb has been read: "found that half say"
	at    int  // where the last such verb stands
	noun  bool // the trigger is a noun, and who stands before it unknown
	more  int  // where a clause about the noun before it begins, 0 if none does
	limit int
	good  []int // tokens that a phrase ends before
}

// end returns the token behind the last that belongs to the predicate.
func (p *predicate) end() int {
	words := 0
	i := p.g.head + 1
	for ; i < len(p.t.toks); i++ {
		switch {
		case p.isOwnDate(i) && p.isOffset():
			return i
		case p.isOwnDate(i):
			continue
		case p.noun && (p.t.pos(i) == "PRP$" || p.t.pos(i) == "PRP"):
			return p.lastGood(i)
		case p.noun && (p.t.pos(i) == "DT" && p.isHead(i-1) || p.t.pos(i) == "VBG" && p.groupAtToken(i) != nil):
			return i // another phrase, which nothing joins to this one
		case p.stops(i):
			return p.cutBack(i)
		case words >= p.limit && (words > p.limit+nameMore || p.lastGood(i) > p.g.head+1):
			return p.lastGood(i)
		case words > 0 && p.opensPhrase(i):
			p.good = append(p.good, i)
		}
		words++
	}
	return i
}

// isOffset reports whether the date is one that another happening follows:
// "three days after".
func (n *namer) isOffset() bool { return n.t.low(n.hi-1) == "after" || n.t.low(n.hi-1) == "before" }

// lastGood returns the last token up to i that a phrase ends before.
func (p *predicate) lastGood(i int) int {
	for k := len(p.good) - 1; k >= 0; k-- {
		end := p.good[k]
		if lexicon.Linking.Has(p.t.low(end - 1)) {
			end-- // "the crates related"
		}
		if p.trimmed(end) == end {
			return end
		}
	}
	if p.opensPhrase(i) || i >= len(p.t.toks) {
		return i
	}
	return p.g.head + 1
}

// cutBack returns where to end before token i, which begins another clause:
// before its subject if i is a verb.
func (p *predicate) cutBack(i int) int {
	if p.more > p.g.head && p.inner {
		return p.more
	}
	if g := p.groupAtToken(i); p.noun || p.isOwnDate(i-1) || g == nil || g.first != i || g.bare || !p.isTensed(g) {
		return i
	}
	k := p.beforeVerb(i - 1)
	if k <= p.g.head {
		return i
	}
	if p.t.pos(k) == "PRP" {
		return k // "released a tape it had"
	}
	if s := p.phraseStart(k); s <= k && s > p.g.head+1 {
		if h := p.groupAtToken(s - 1); h != nil && p.inner && h.head == s-1 && !p.takesClause(h) && !p.mayStand(p.t.low(h.head)) {
			for p.t.pos(i-1) == "RB" {
				i--
			}
			return i // "must repair ships damaged in"
		}
		return s
	}
	return p.g.head + 1
}

// opensPhrase reports whether a phrase that the name can do without begins at
// token i.
func (p *predicate) opensPhrase(i int) bool {
	if p.t.toks[i].quoted != p.t.toks[p.g.head].quoted || p.t.low(i) == "of" {
		return false
	}
	if p.opensRelative(i) {
		p.more = i
		return true
	}
	switch p.t.pos(i) {
	case "TO":
		return p.t.pos(i+1) != "VB" || !awaitsVerb(p.t.low(i-1)) && !p.isUrged(i)
	case "IN", "CC":
		return !p.estimates(i) && p.t.pos(i-1) != "TO" && p.t.pos(i-1) != "IN"
	case "VBN", "VBG":
		return p.t.isVerb(i) && p.isHead(i-1)
	}
	return false
}

// opensRelative reports whether token i begins a clause that says more of the
// noun before it without a word to join the two: "letters Mara Venn never sent".
func (p *predicate) opensRelative(i int) bool {
	if p.t.pos(i-1) != "NNS" || p.t.toks[i-1].Kind != text.Lower {
		return false
	}
	if p.t.pos(i) == "DT" || p.t.pos(i) == "PRP" {
		return p.t.pos(i) == "PRP" || p.hasTense(i+1, p.clauseEnd(i+1))
	}
	for k := i; k < len(p.t.toks) && k < i+6; k++ {
		if m := p.marks[k]; m.hi > 0 && p.isPerson(m.entity) {
			return p.hasTense(m.hi, min(m.hi+3, len(p.t.toks)))
		}
		if !p.nominalToken(k) && p.t.low(k) != "of" {
			break
		}
	}
	return false
}

// isUrged reports whether the infinitive at i is what somebody is made to do by
// the verb before it: "a law requiring firms to", "urged members to".
func (p *predicate) isUrged(i int) bool {
	for k := i - 1; k >= p.g.head && k > i-7; k-- {
		if g := p.groupAtToken(k); g != nil {
			return urges(p.t.low(g.head))
		}
	}
	return false
}

// urges reports whether the form of a verb takes somebody and what they are to
// do.
func urges(w string) bool {
	if c, ok := lexicon.CueOf(w); ok && c.Takes('i') {
		return true
	}
	for _, stem := range []string{"ask", "urg", "requir", "allow", "forc", "enabl", "help", "compel", "persuad", "encourag", "caus", "prompt", "permit", "pressur", "lead", "led", "expect", "want"} {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}

// awaitsVerb reports whether a noun says little without the infinitive behind
// it: "in an effort to".
func awaitsVerb(w string) bool {
	switch w {
	case "attempt", "attempts", "right", "rights", "ability", "opportunity", "chance", "way", "ways", "order", "decision", "desire", "request", "power", "able", "willing":
		return true
	}
	return foreshadows(w)
}

// stops reports whether the predicate ends before token i. It notes what it
// reads of a clause that tells what was said.
func (p *predicate) stops(i int) bool {
	t, tok := p.t, &p.t.toks[i]
	switch {
	case tok.Kind == text.Mark && t.pos(i) == "POS":
		return false // "the dockers’ vote"
	case tok.Kind == text.Mark:
		return !p.passesMark(i)
	case tok.quoted != t.toks[p.g.head].quoted:
		return false // between marks that shut in time
	case tok.Kind == text.Punct && !p.isInPhrase(i) && p.marks[i].hi == 0:
		return t.low(i) != "," || p.isOwnDate(i-1) || !p.inList(i) && !p.joinsAdjective(i)
	case t.low(i) == "that" && p.tells && !p.said && p.opensClause(i) && !p.isAntecedent(i-1) && !(t.isDeterminer(i) && p.isOwnDate(i+2)):
		p.said = true
		return false
	case t.low(i) == "as":
		end := p.clauseEnd(i + 1)
		return p.hasTense(i+1, end) || isDash(t.low(end)) && p.hasTense(end, len(t.toks))
	case (t.low(i) == "whether" || t.low(i) == "if" || p.asks() && isAsked(t.low(i))) && p.tells && !p.said:
		p.said = true
		return false
	case p.joinsClause(i):
		return t.low(i) != "that" || !t.isDeterminer(i)
	case t.pos(i) == "CC":
		return !p.joinsSubject(i) && p.joinsVerb(i)
	case t.pos(i) == "PRP" && isNominative(t.low(i)):
		return !p.goesOn(i)
	}
	if g := p.groupAtToken(i); g != nil && g.first == i && p.isTensed(g) && !g.bare {
		return !p.said && (p.t.inRelative(p.g) || p.isOwnDate(i-1)) || !p.goesOn(i)
	}
	return false
}

// joinsAdjective reports whether the comma at i parts two adjectives of one noun: "a
// new, more costly port".
func (p *predicate) joinsAdjective(i int) bool {
	if p.t.pos(i-1) != "JJ" || p.t.pos(i-2) != "DT" {
		return false
	}
	j := i + 1
	for p.t.pos(j) == "JJ" || p.t.pos(j) == "RBR" || p.t.pos(j) == "RBS" || p.t.pos(j) == "RB" {
		j++
	}
	return j > i+1 && strings.HasPrefix(string(p.t.pos(j)), "NN")
}

// isAntecedent reports whether token i is the noun that a "that" behind it says
// more of: the object of an infinitive, "vowed to build a bridge that".
func (p *predicate) isAntecedent(i int) bool {
	if !p.isHead(i) || p.isOwnDate(i) {
		return false
	}
	if p.tr.Class == "charge" && p.g.head > p.g.first && isBe(p.t.low(p.g.head-1)) {
		return true // "was charged over a plot that"
	}
	for k := p.g.head + 1; k < i; k++ {
		if g := p.groupAtToken(k); g != nil && g.first == k {
			return g.bare
		}
	}
	return p.g.bare || p.t.pos(p.g.head) == "VB"
}

// joinsSubject reports whether the conjunction at i joins the nouns that are the
// subject of what is told, or what hangs on them: "said that limits on fishing and
// on travel would".
func (p *predicate) joinsSubject(i int) bool {
	return p.said && !p.inner && (p.isHead(i-1) || p.t.pos(i-1) == "IN" || p.t.pos(i-1) == "TO") && (p.nominalToken(i+1) || p.t.pos(i+1) == "IN" && attaches(p.t.low(i+1)))
}

// asks reports whether the verb is one that a question may follow.
func (p *predicate) asks() bool {
	w := p.t.low(p.g.head)
	return w == "asked" || w == "asks" || w == "ask" || w == "told" || w == "tells" || w == "explained"
}

// isAsked reports whether a word begins what is asked.
func isAsked(w string) bool { return w == "what" || w == "why" || w == "how" || w == "who" }

// goesOn reports whether token i is of the clause that says what is told.
func (p *predicate) goesOn(i int) bool {
	if !p.tells {
		return false
	}
	p.said = true
	if p.groupAtToken(i) == nil {
		return true
	}
	if g := p.groupAtToken(p.at); p.inner && (p.deep || p.more > p.at || g == nil || !p.takesClause(g)) {
		return false
	}
	p.inner, p.deep, p.at = true, p.inner, i
	return true
}

// opensClause reports whether the "that" at i begins a clause rather than a
// noun phrase: a verb follows.
func (p *predicate) opensClause(i int) bool { return p.hasTense(i+1, len(p.t.toks)) }

func (t *dateText) isDeterminer(i int) bool { return t.pos(i) == "DT" && isNoun(t, i+1) }

func isNominative(w string) bool {
	switch w {
	case "he", "she", "they", "we", "i":
		return true
	}
	return false
}

// clauseEnd returns the next stop from token i on.
func (n *namer) clauseEnd(i int) int {
	for i < len(n.t.toks) && n.t.toks[i].Kind != text.Punct {
		i++
	}
	return i
}

// joinsVerb reports whether the conjunction at i joins a clause or a verb
// rather than a noun or an adjective.
func (p *predicate) joinsVerb(i int) bool {
	if p.noun {
		return p.t.pos(i+1) == "PRP" || p.groupAtToken(i+1) != nil || !p.nominalToken(i+1)
	}
	if p.t.low(i) == "but" || p.t.low(i) == "then" {
		return true
	}
	j, _ := p.t.adverbs(i + 1)
	if g := p.groupAtToken(j); g != nil && g.first == j {
		return true
	}
	return p.isClauseAt(j) || p.t.pos(j) == "PRP" || p.t.pos(j) == "IN" || p.t.pos(j) == "TO" || j >= len(p.t.toks)
}

// isClauseAt reports whether the words from token i on are a subject and its verb
// rather than one more noun of those before.
func (p *predicate) isClauseAt(i int) bool {
	k := i
	for k < len(p.t.toks) && (p.nominalToken(k) || p.marks[k].hi > 0 || p.isOwnDate(k) || p.t.pos(k) == "RB" || attaches(p.t.low(k)) && p.t.low(k) != "to") {
		k++
	}
	if w := p.t.low(k); w == "who" || w == "that" || w == "which" || w == "," {
		return p.hasTense(k, p.clauseEnd(k))
	}
	g := p.groupAtToken(k)
	return g != nil && g.first == k && p.isTensed(g) && !g.bare
}

// inList reports whether the comma at i parts the members of a list of nouns or
// of numbers, with an "and" before the last.
func (p *predicate) inList(i int) bool {
	if !p.isHead(i-1) || !p.nominalToken(i+1) {
		return false
	}
	for j := i + 1; j < len(p.t.toks) && j < i+8; j++ {
		switch {
		case p.t.pos(j) == "CC" && p.t.low(j) != "&":
			return p.nominalToken(j+1) && !p.joinsVerb(j)
		case !p.nominalToken(j) && p.t.low(j) != ",":
			return false
		}
	}
	return false
}

// passesMark reports whether the quotation mark at i is one of a pair that is
// short enough for the name.
func (p *predicate) passesMark(i int) bool {
	own := p.t.toks[p.g.head].quoted
	if own {
		return false
	}
	if i+1 < len(p.t.toks) && p.t.toks[i+1].quoted {
		verb := false
		for j := i + 1; j < len(p.t.toks) && j < i+9; j++ {
			if p.t.toks[j].Kind == text.Mark {
				said := p.tells && verb && !p.isTitle(i+1, j)
				if said && !p.inner {
					p.said, p.inner, p.at = true, true, i
				}
				return true
			}
			verb = verb || p.groupAtToken(j) != nil
		}
		return false
	}
	return i > 0 && p.t.toks[i-1].quoted
}

// isTitle reports whether the words [from,to) between marks are the name of a work
// or programme: all but the small ones begin with capitals.
func (p *predicate) isTitle(from, to int) bool {
	n := 0
	for i := from; i < to; i++ {
		switch p.t.toks[i].Kind {
		case text.Upper:
			n++
		case text.Lower:
			if len(p.t.low(i)) > 4 {
				return false
			}
		}
	}
	return n > 1
}
