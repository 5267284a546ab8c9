package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// phraseKind says what a noun phrase is headed by.
type phraseKind uint8

const (
	thing       phraseKind = iota // a noun that is nobody
	named                         // an actor's name
	pronoun                       // he, she, they, it, who
	description                   // a person or body described: "a senior official", "the company"
	timely                        // a time: "last week", "Tuesday"
)

// phrase is a base noun phrase: tokens [lo, hi) without what follows its head.
type phrase struct {
	lo, hi int
	kind   phraseKind
	entity int // of a name: 1 + its index
}

// chunk finds the noun phrases outside and inside marks, never across a mark.
func (p *page) chunk() {
	for i := 0; i < len(p.tokens); {
		j := p.phraseEnd(i)
		if j == i {
			i++
			continue
		}
		for i < j {
			k := p.splitPhrase(i, j)
			p.addPhrase(i, k)
			i = k
		}
	}
}

func (p *page) addPhrase(lo, hi int) {
	ph := phrase{lo: lo, hi: hi, kind: p.kindOf(lo, hi)}
	if e := p.headEntity(hi); e > 0 {
		ph.kind, ph.entity = named, e
	}
	p.phrases = append(p.phrases, ph)
	for k := lo; k < hi; k++ {
		p.tokens[k].phrase = len(p.phrases)
	}
}

// headEntity returns 1 + the entity whose name ends the phrase.
func (p *page) headEntity(hi int) int {
	if t := p.at(hi - 1); t.mention != 0 {
		return t.mention
	}
	return 0
}

// phraseEnd returns the end of the noun phrase that begins at i, i if none.
func (p *page) phraseEnd(i int) int {
	t := p.at(i)
	if t.pos == "PRP" || t.pos == "WP" || t.lower == "who" {
		return i + 1
	}
	if t.Kind == text.Clitic || t.pos == "POS" {
		return i
	}
	j, head := i, false
	for ; j < len(p.tokens) && p.tokens[j].sentence == t.sentence && p.tokens[j].mark == t.mark; j++ {
		k := p.at(j)
		if k.mention == 0 && !isPhrasePart(k, head, j > i) && !(head && k.pos == "VBG" && k.Kind == text.Lower && lexicon.RoleHead(p.at(j+1).lower) && p.at(j+2).Kind == text.Upper) {
			break // unless "campaign | fundraising | chief Mara Venn"
		}
		if j > i && k.mention == 0 && (k.pos == "DT" || k.pos == "PRP$") && p.at(j-1).pos != "PDT" {
			break
		}
		head = head || k.isNoun() || k.mention != 0
	}
	for j > i && !p.endsPhrase(i, j-1) {
		j--
	}
	if !p.hasHead(i, j) {
		return i
	}
	return j
}

// endsPhrase reports whether the phrase that begins at lo can end with token i.
// An adjective ends only one without a noun: "the poor", but "a source | close
// to the talks".
func (p *page) endsPhrase(lo, i int) bool {
	t := p.at(i)
	if t.isNoun() || t.mention != 0 || t.pos == "CD" || t.pos == "DT" && p.is(i, "this", "that", "these", "those", "some", "all", "both", "another") {
		return true
	}
	return (t.pos == "JJ" || t.pos == "JJS" || t.pos == "VBN") && !p.hasNoun(lo, i)
}

// hasNoun reports whether a noun or name stands in [lo, hi).
func (p *page) hasNoun(lo, hi int) bool {
	for ; lo < hi; lo++ {
		if t := p.at(lo); t.isNoun() || t.mention != 0 {
			return true
		}
	}
	return false
}

// hasHead reports whether [i, j) holds a noun, a name or a lone determiner
// that can stand for one.
func (p *page) hasHead(i, j int) bool {
	for k := i; k < j; k++ {
		if t := p.at(k); t.isNoun() || t.mention != 0 || t.pos == "CD" {
			return true
		}
	}
	return j == i+1 && p.is(i, "some", "many", "others", "another", "both", "few", "several", "most") || j > i+1 && p.is(i, "the") && p.at(j-1).pos == "JJ"
}

func isPhrasePart(t *token, head, inside bool) bool {
	switch t.pos {
	case "DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "CD", "NN", "NNS", "NNP", "NNPS", "$", "POS", "HYPH":
		return true
	case "VBN", "VBG":
		return inside && !head
	case "RB", "RBR", "RBS":
		return inside && !head && t.lower != "not"
	}
	return t.Kind == text.Clitic && (t.lower == "'s" || t.lower == "’s") && t.pos == "POS" || inside && t.lower == "’" && t.pos == "POS"
}

// splitPhrase ends a phrase early where a name begins that what stands before
// it is no title of: "a statement | Trump", "Tuesday | Smith".
func (p *page) splitPhrase(i, j int) int {
	for k := i + 1; k < j; k++ {
		t, b := p.at(k), p.at(k-1)
		if (b.mention != 0 || k > i+1 && lexicon.RoleHead(b.lower)) && t.mention == 0 && (p.is(k, "last", "this", "next", "late", "early", "earlier") || isTimeWord(t.lower)) {
			return k
		}
		if b.isNoun() && t.mention == 0 && k+2 == j && p.is(k, "last", "this", "next") && isTimeWord(p.at(k+1).lower) {
			return k // "a statement | last week"
		}
		if t.pos == "CD" && k+2 == j && isTimeWord(p.at(k+1).lower) && p.hasNoun(i, k) {
			return k
		}
		if k+1 == j && k > i+1 && t.pos == "NNS" && b.pos == "NN" && p.kindOf(k, j) == description && p.saysGap(j) {
			return k
		}
		if (t.mention == 0 || b.mention != t.mention) && p.tellsBare(i, k, j) {
			return k
		}
		if t.mention == 0 || b.mention == t.mention {
			continue
		}
		if b.mention == 0 && b.pos == "NN" && !lexicon.RoleHead(b.lower) && !isTitle(b.lower) && p.isPerson(t.mention) {
			return k
		}
		if isTimeWord(b.lower) {
			return k
		}
	}
	switch {
	case j-i > 1 && isWeekday(p.at(i).lower) && p.at(i+1).Kind != text.Clitic:
		return i + 1
	case j-i > 1 && isWeekday(p.at(j-1).lower) && !p.is(j-2, "last", "next", "this", "on", "every", "each", "the", "late", "early") && p.at(j-2).pos != "POS":
		return j - 1
	}
	return j
}

// saysGap reports whether a verb of speech stands at i and the verb of what is
// said right behind it, so that its subject is one word: "the sum | prosecutors
// said was lost".
func (p *page) saysGap(i int) bool {
	f, ok := lexicon.CueOf(p.at(i).lower)
	return ok && f.Strength == 3 && p.at(i).isFinite() && p.at(i+1).isFinite() && p.at(i+1).mark == 0
}

// tellsBare reports whether the phrase in tokens [i, j) is whom a verb tells something and,
// from token k on, the subject of what it tells, whose verb follows: "told pilots | tolls
// were", "told the Gull | tolls were".
func (p *page) tellsBare(i, k, j int) bool {
	f, ok := lexicon.CueOf(p.at(i - 1).lower)
	if !ok || !f.Takes('o') || !f.Takes('c') || f.Class == "ask" || !p.at(j).isFinite() || p.at(j).mark != 0 || p.at(i-1).mark != 0 || !p.at(k).isNoun() {
		return false
	}
	b, t := p.at(k-1), p.at(k)
	switch {
	case t.mention != 0:
		return b.Kind == text.Upper && !lexicon.RoleHead(b.lower) && !isTitle(b.lower)
	case t.Kind == text.Lower && b.pos != "POS" && (b.mention != 0 || b.pos == "NNP"):
		return !p.is(i, "a", "an") && !lexicon.Speaks(t.lower) && !lexicon.RoleHead(t.lower) && (t.pos == "NNS" || p.at(j).isAux())
	case b.pos == "NNS" && k == i+1:
		return t.pos == "NNS" || lexicon.RoleHead(strings.TrimSuffix(b.lower, "s"))
	}
	return b.pos == "NNS" && t.pos == "NNS" && lexicon.RoleHead(strings.TrimSuffix(b.lower, "s"))
}

// isTitle reports whether w, in lower case, is a title printed before a name:
// "sen.", "dr".
func isTitle(w string) bool { return lexicon.Title(strings.TrimSuffix(w, ".")) }

func (p *page) isPerson(mention int) bool {
	return mention > 0 && p.entities[mention-1].Kind == news.Person
}

// kindOf classes a phrase that is no name by its head, the last noun.
func (p *page) kindOf(lo, hi int) phraseKind {
	t := p.at(hi - 1)
	switch {
	case t.pos == "PRP" || t.lower == "who":
		return pronoun
	case isTimeWord(t.lower), t.lower == "times" && hi-lo > 1 && (p.at(hi-2).pos == "CD" || p.is(hi-2, "multiple", "several", "many", "numerous", "countless")) && !p.is(hi, "about", "of"), t.pos == "CD" && hi-lo == 2 && lexicon.Month(p.at(lo).lower) != 0:
		return timely
	case lexicon.RoleHead(t.lower), lexicon.Speaks(t.lower), t.pos == "NNS" && lexicon.RoleHead(strings.TrimSuffix(t.lower, "s")):
		return description
	case p.is(hi-1, "hundreds", "thousands", "dozens", "scores") && p.is(hi, "of") && (p.is(hi+1, "people") || p.at(hi+1).pos == "NNS" && lexicon.RoleHead(strings.TrimSuffix(p.at(hi+1).lower, "s"))):
		return description
	case hi == lo+1 && p.is(lo, "some", "many", "others", "another", "both", "few", "several", "most"):
		return description
	case t.pos == "NNP" || t.pos == "NNPS":
		return description
	}
	return thing
}

func isWeekday(w string) bool {
	switch w {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return true
	}
	return false
}

func isTimeWord(w string) bool {
	switch w {
	case "today", "yesterday", "tomorrow", "tonight", "day", "days", "week", "weeks", "month", "months", "year", "years", "morning",
		"afternoon", "evening", "night", "time", "moment", "weekend", "hour", "hours", "minutes", "decade", "decades", "noon", "midnight",
		"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
		"jan.", "feb.", "mar.", "apr.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec.":
		return true
	}
	return isWeekday(w)
}

// reach returns the index behind the phrase and what hangs on it: "the head |
// of the authority in Port Haven", commas not crossed.
func (p *page) reach(k int) int {
	i := p.phrases[k].hi
	s := p.at(p.phrases[k].lo).sentence
	for i < len(p.tokens) && p.tokens[i].sentence == s && p.tokens[i].mark == 0 {
		if isComplement(p.at(i).lower) && (p.at(i+1).pos == "IN" || p.is(i+1, "to")) {
			i++
		}
		t := p.at(i)
		if t.pos != "IN" && t.lower != "to" || p.is(i, "that", "because", "if", "while", "after", "before", "when", "as", "although", "though", "since", "until", "whether", "during") {
			break
		}
		n := p.at(i + 1).phrase
		if n == 0 || p.phrases[n-1].kind == timely {
			break
		}
		i = p.phrases[n-1].hi
		if m := p.at(i + 1).phrase; p.is(i, "and", "&") && p.at(i-1).Kind == text.Upper && m != 0 && p.at(i+1).Kind == text.Upper && p.at(i+1).mark == 0 && !p.isPerson(p.phrases[m-1].entity) {
			i = p.phrases[m-1].hi // "of the Centre for Tides | and Harbours"
		}
	}
	return i
}

// isComplement reports whether w, behind a noun and before a preposition, goes
// on describing it: "a source | close to the talks".
func isComplement(w string) bool {
	switch w {
	case "close", "familiar", "acquainted", "aware", "knowledgeable", "briefed", "involved", "present", "opposed", "loyal", "critical", "supportive":
		return true
	}
	return false
}
