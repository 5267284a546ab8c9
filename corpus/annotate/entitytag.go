package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/tag"
)

// How far the name tagger must be from a toss-up: to tip what the rules leave
// in the balance, and to speak alone.
const (
	tagTips  = 1
	tagTells = 2
)

// consult asks the name tagger about the sentences with names that the rules
// leave open.
func (c *cast) consult() {
	open := make([]bool, len(c.tokens))
	for i := range c.found {
		if f := &c.found[i]; !f.sure {
			open[f.lo] = true
		}
	}
	for i := range c.left {
		open[c.left[i].lo] = true
	}
	c.labels = c.tagged.names(func(lo, hi int) bool {
		for i := lo; i < hi; i++ {
			if open[i] {
				return true
			}
		}
		return false
	})
}

// opinion returns the kind that the name tagger gives the name f, and how sure
// it is; 0 where it reads another name there or none.
func (c *cast) opinion(f *found) (news.ActorKind, float32) {
	head := c.label(f.lo)
	if head.Kind == "" || !head.Begin {
		return "", 0
	}
	sure := head.Confidence
	for i := f.lo + 1; i < f.hi; i++ {
		l := c.label(i)
		if l.Kind != head.Kind || l.Begin {
			return "", 0
		}
		sure = min(sure, l.Confidence)
	}
	if l := c.label(f.hi); l.Kind == head.Kind && !l.Begin {
		return "", 0
	}
	return head.Kind, sure
}

func (c *cast) label(i int) tag.Label {
	if i < 0 || i >= len(c.labels) {
		return tag.Label{}
	}
	return c.labels[i]
}

// tagScore is what the name tagger adds to the score of a name of several
// words as a person's.
func (c *cast) tagScore(f *found) int {
	kind, w := c.opinion(f)
	switch {
	case isTradeWord(c.low(f.hi - 1)):
		return -3
	case kind == "" && !c.isInitial(f.lo) && !(f.hi-f.lo > 2 && isFamily(c.low(f.lo+1))):
		return -1
	case kind == "" || kind == news.Person || w < tagTips:
		return 0
	}
	return -2
}

// addUncertain decides a name of several words that no rule tells, and is no
// person's: an organisation or a place if the tagger says so.
func (c *cast) addUncertain(f found) {
	kind, w := c.opinion(&f)
	switch {
	case c.isNoBody(&f):
		return
	case isTradeWord(c.low(f.hi - 1)), c.isCalledBody(&f), kind != news.Place && c.isAffiliation(&f) && !c.isLocated(&f), kind == news.Organisation && w >= tagTells && c.isApt(&f, w):
		f.kind = news.Organisation
	case kind == news.Place && w >= tagTells && isPlacePreposition(c.low(f.lo-1)) && c.low(f.lo-1) != "at":
		f.kind = news.Place
	default:
		return
	}
	c.addBody(f)
}

// isNoBody reports whether the words of f are no organisation's name whatever
// the tagger says: an office, or capitals for emphasis.
func (c *cast) isNoBody(f *found) bool {
	return lexicon.RoleHead(c.low(f.hi-1)) && !lexicon.OrgNoun(c.low(f.lo-1)) || c.tokens[f.lo].shout && c.tokens[f.hi-1].shout
}

// isApt reports whether a name that the tagger takes for an organisation's, as
// sure as that, is used as one or holds more than everyday words.
func (c *cast) isApt(f *found, sure float32) bool {
	return sure >= 2*tagTells || !lexicon.CommonWord(c.low(f.hi-1)) || c.speaks(f)
}

// addLeft makes organisations of the capitalised words that looked like no
// name where the tagger takes them for one and they speak or are called one.
func (c *cast) addLeft() {
	for _, f := range c.left {
		if c.bodies[c.bodyKey(&f)] != nil {
			f.kind = news.Organisation
			c.addBody(f)
			continue
		}
		if k, _ := c.knownAt(f.hi-1, f.hi); k != nil && k.Kind == lexicon.KnownCountry && f.hi-f.lo == 2 && lexicon.CommonWord(c.low(f.lo)) {
			c.addBody(found{tokenRange: tokenRange{f.hi - 1, f.hi}, known: k})
			continue
		}
		if kind, w := c.opinion(&f); kind != news.Organisation || w < tagTells || c.isNoBody(&f) || !c.speaks(&f) {
			continue
		}
		f.kind = news.Organisation
		c.addBody(f)
	}
}

// speaks reports whether the name f says something, or a noun before it calls
// it an organisation.
func (c *cast) speaks(f *found) bool {
	before := f.lo - 1
	if f.the {
		before--
	}
	return c.speaksAt(f.hi) || c.speaksAt(before) || c.low(before) == "to" && c.low(before-1) == "according" || lexicon.OrgNoun(c.low(f.lo-1))
}

// isPlural reports whether w, folded, is several of one name: "the Venns".
func (c *cast) isPlural(w string) bool {
	one, ok := strings.CutSuffix(w, "s")
	return ok && (len(c.families[c.key(one)]) > 0 || loneKnown(one) != nil)
}

// isAffiliation reports whether the name f is where somebody named before it
// belongs: "Dana Venn, of Harbour Voices".
func (c *cast) isAffiliation(f *found) bool {
	if f.lo < 3 || c.low(f.lo-1) != "of" || c.low(f.lo-2) != "," {
		return false
	}
	o := c.owner[f.lo-3]
	return o > 0 && c.found[o-1].kind == news.Person && c.found[o-1].hi == f.lo-2
}

// isLocated reports whether a land or region stands behind the name f, as
// behind a town.
func (c *cast) isLocated(f *found) bool {
	if c.low(f.hi) != "," || f.hi+1 >= len(c.tokens) {
		return false
	}
	k, _ := c.knownAt(f.hi+1, len(c.tokens))
	return k != nil && k.Kind != lexicon.KnownBody
}
