package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
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
// participle between article and noun is an adjective, a capital in prose one of
// a name.
func (t *dateText) isVerb(i int) bool {
	if i > 0 && t.prose && t.capital(i) && (t.toks[i-1].Kind <= text.Number || t.toks[i-1].Kind == text.Clitic) {
		return false // "on Harbour Radio's Meet the Crews"
	}
	switch t.pos(i) {
	case "MD", "VBD", "VBZ", "VBP", "VB":
		return true
	case "VBN", "VBG":
		return !t.determines(i-1) && !isPreposition(t.low(i)) && !t.qualifiesNoun(i)
	}
	return false
}

// proseWords is how many words of some length in small letters a sentence of prose has
// that a headline has not.
const proseWords = 3

// isProse reports whether the sentence is in small letters, not in the capitals of a
// headline.
func (t *dateText) isProse() bool {
	n := 0
	for i := range t.toks {
		if k := &t.toks[i]; k.Kind == text.Lower && k.Len() > 4 {
			if n++; n == proseWords {
				return true
			}
		}
	}
	return false
}

// qualifiesNoun reports whether the participle at i only says which people or things
// the noun behind it means, with an adverb that no auxiliary stands before: "newly
// hired dockers".
func (t *dateText) qualifiesNoun(i int) bool {
	if t.pos(i) != "VBN" || t.pos(i-1) != "RB" || !strings.HasSuffix(t.low(i-1), "ly") || t.pos(i+1) != "NNS" && t.pos(i+1) != "NN" {
		return false
	}
	return t.pos(i-2) != "RB" && !t.isAux(i-2)
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
		if t.isAux(g.head) {
			next = t.pastDay(next)
		}
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

// isAux reports whether token i is a verb that others lean on.
func (t *dateText) isAux(i int) bool {
	w := t.low(i)
	return isBe(w) || isHave(w) || isDo(w) || t.pos(i) == "MD"
}

// pastDay returns the index behind a day at i that stands inside a verb group:
// "will on Friday address".
func (t *dateText) pastDay(i int) int {
	j := t.skip(i, "on")
	if !t.namesTime(j) {
		return i
	}
	for j++; j < len(t.toks) && (t.toks[j].Kind == text.Number || lexicon.DayPart(t.low(j))); j++ {
	}
	switch t.pos(j) {
	case "VBP":
		t.toks[j].pos = "VB" // what stands behind "will" is no present
	case "VB", "VBN", "VBG":
	default:
		return i
	}
	return j
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
	aux := t.isAux(g.head)
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
func foreshadows(w string) bool { return lexicon.Foreshadowing.Has(w) }
