package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// hidesVerb reports whether token i is a verb that the tagger takes for part of
// a name: the short has of "Venn's repeatedly called it", the "claims" of "Venn
// claims he left".
func (p *page) hidesVerb(i, lo int) bool {
	t, b := p.at(i), p.at(i-1)
	switch {
	case i == lo || b.Kind != text.Upper:
		return false
	case t.pos == "POS":
		j := p.skipAdverbs(i + 1)
		v, n := p.at(j), p.at(j+1)
		return j > i+1 && (v.pos == "VBN" || v.pos == "VBD") && !n.isNoun() && n.pos != "JJ"
	case t.pos == "NNS" && t.Kind == text.Lower && lexicon.CueNoun(t.lower) != "":
		f, ok := lexicon.CueOf(t.lower)
		return ok && f.Form == lexicon.Third && b.pos == "NNP" && p.at(i-2).pos != "DT" && p.is(i+1, "he", "she", "they", "it", "i", "we") && p.at(i+2).isVerb()
	}
	return false
}

// namesPeople reports whether token i, which the tagger takes for a verb, names
// people who speak: it is the plural of a role and a verb of speech follows.
func (p *page) namesPeople(i int) bool {
	t := p.at(i)
	f, ok := lexicon.CueOf(p.at(i + 1).lower)
	if t.Kind != text.Lower || !lexicon.RoleHead(strings.TrimSuffix(t.lower, "s")) {
		return false
	}
	return t.lower == "aides" || ok && (f.Strength == 3 && f.Form == lexicon.Past || f.Strength >= 2 && f.Form == lexicon.Base)
}

// saysThat reports whether token i, which the tagger takes for a plural, is a verb
// of speech behind somebody who speaks: "the broadcaster | reports | that".
func (p *page) saysThat(i, lo int) bool {
	t := p.at(i)
	f, ok := lexicon.CueOf(t.lower)
	if !ok || i == lo || t.pos != "NNS" || t.Kind != text.Lower || f.Form != lexicon.Third || !f.Takes('c') {
		return false
	}
	b, next := p.at(i-1), p.at(i+1)
	switch {
	case (p.is(i+1, "that") || p.is(i+1, "there") && p.at(i+2).isFinite()) && b.pos == "NNP" && p.opensName(i-1, lo):
		return true // "Venn | charges | that", "Venn | claims | there are"
	case p.is(i+1, "that") && b.isAdverb() && b.lower != "n't":
		return true // "the article also | mentions | that"
	case b.pos == "JJ" && p.is(i+1, "that") && lexicon.RoleHead(b.lower) && lexicon.CueNoun(t.lower) == "":
		return true // "the official | maintains | that"
	case b.pos != "NN" || !p.speaksAt(i-1):
		return false
	case next.isFinite() && p.opensGap(i-1, lo):
		return true // "rules that the agency | claims | will help"
	}
	return p.is(i+1, "that") || p.is(i, "concludes", "finds", "suggests", "indicates", "explains") && next.Kind == text.Punct
}

// opensName reports whether no more than a name, without an article, stands from the
// beginning of the sentence up to token i: "Mara Venn".
func (p *page) opensName(i, lo int) bool {
	if p.is(lo, "but", "and", "still", "now") {
		lo++
	}
	for i > lo && p.at(i).Kind == text.Upper && p.at(i).pos == "NNP" {
		i--
	}
	return i == lo && p.at(i).pos == "NNP"
}

// opensGap reports whether the noun phrase that ends with token i stands right behind
// the pronoun of a relative clause: "rules that | the agency |".
func (p *page) opensGap(i, lo int) bool {
	for i > lo && (p.at(i).isNoun() || p.at(i).pos == "JJ") {
		i--
	}
	return p.at(i).pos == "DT" && i > lo && p.is(i-1, "that", "which")
}

// actsInStead reports whether token i, which the tagger takes for a plural, is a
// verb: behind somebody and before a reflexive, "Venn | distances | himself", or
// behind "who" with what it governs, "the pilot who | shares | Venn's view".
func (p *page) actsInStead(i, lo int) bool {
	t, n := p.at(i), p.at(i+1)
	if i == lo || t.pos != "NNS" || t.Kind != text.Lower || !strings.HasSuffix(t.lower, "s") {
		return false
	}
	if p.is(i-1, "who") {
		return !n.isVerb() && !n.isAdverb() && n.Kind < text.Punct && !lexicon.RoleHead(strings.TrimSuffix(t.lower, "s"))
	}
	return p.reflexive(i+1) && (p.at(i-1).Kind == text.Upper || p.speaksAt(i-1))
}

// contends reports whether token i, which the tagger takes for a plural, may be a verb
// that a clause follows, behind a name: "Venn | contends | tolls would rise".
func (p *page) contends(i int, f lexicon.CueForm) bool {
	if _, land := lexicon.Demonym(p.at(i - 1).lower); land || p.at(i+1).Kind > text.Number || p.at(i+1).sentence != p.at(i).sentence {
		return false
	}
	return f.Takes('c') && p.at(i-1).Kind == text.Upper && !p.at(i+1).isVerb() && !lexicon.RoleHead(strings.TrimSuffix(p.at(i).lower, "s"))
}

// saysNow reports whether token i, which the tagger takes for an infinitive or a noun,
// is the present of a verb of speech: "some | argue", "of the crews | claim | there was",
// "the records | state."
func (p *page) saysNow(i, lo int) bool {
	t := p.at(i)
	f, ok := lexicon.CueOf(t.lower)
	if !ok || i == lo || t.Kind != text.Lower || f.Form != lexicon.Base || f.Strength < 2 {
		return false
	}
	b := p.at(i - 1)
	switch {
	case (t.pos == "VB" || t.pos == "UH") && b.lower == "," && f.Strength == 3:
		return p.endsInPlural(i + 1) // "…, | say | port experts."
	case t.pos == "VB" && b.pos != "CD":
		return (b.pos == "NNS" || p.is(i-1, "some", "many", "others", "they", "we")) && (i-1 == lo || !p.at(i-2).isVerb())
	case b.pos == "CD" && p.is(i, "say", "think", "believe", "predict"):
		return t.isNoun() || t.pos == "VB"
	case t.isNoun() && b.pos == "NNS" && f.Strength == 3 && lexicon.Speaks(b.lower) && p.is(i+1, "."):
		return true
	case t.isNoun() && b.pos == "NNS" && p.is(i, "report") && lexicon.RoleHead(strings.TrimSuffix(b.lower, "s")) && p.is(i+1, "."):
		return true // "rats are spreading, port officials | report."
	case t.isNoun() && b.pos == "NNS" && p.speaksAt(i-1) && (p.is(i+1, "that") || p.is(i, "point") && p.is(i+1, "out")) && (i-1 == lo || !p.at(i-2).isVerb()):
		return true // "experts | counter | that"
	case p.is(i, "point") && p.is(i+1, "out") && t.isNoun() && b.isNoun():
		return p.at(i+2).pos != "IN"
	case p.is(i-1, "some", "many", "others"):
		return t.isNoun() && (p.at(i+1).Kind == text.Punct || p.is(i+1, "that", "whether", "how", "why", "if"))
	case t.isNoun():
		return p.at(i+2).isFinite() && p.is(i+1, "there") && b.isNoun()
	}
	return false
}

// longestTail is how many tokens stand at most between a verb and the stop behind it where
// no more than who spoke stands there.
const longestTail = 6

// endsInPlural reports whether the words at token i are no more than some people, and end
// the sentence.
func (p *page) endsInPlural(i int) bool {
	for j := i; j < i+longestTail; j++ {
		switch t := p.at(j); {
		case t.pos == "NNS" && p.is(j+1, "."):
			return true
		case !t.isNoun() && t.pos != "JJ" && t.pos != "CD" && !p.is(j, "some", "many"):
			return false
		}
	}
	return false
}

// mendNoun mends what stands where only a noun can: "his | surrogates | called",
// "according to | show | insiders", and the possessive mark of "Venn | ’s | repeated
// claim that", and the past behind "some", "some | said | plans were".
func (p *page) mendNoun(i, lo int) {
	t, b, next := p.at(i), p.at(i-1), p.at(i+1)
	switch {
	case i == lo:
	case t.lower == "state" && t.isNoun() && p.is(i-1, "to") && p.is(i+1, "that", ",", ":"):
		t.pos = "VB" // "went on to | state |,"
	case t.pos == "VBG" && p.is(i, "morning", "evening") && (isTimeWord(b.lower) || p.is(i-1, "this", "that")):
		t.pos = "NN" // "said yesterday | morning | the"
	case t.pos == "VBZ" && b.pos == "PRP$" && next.isVerb() && strings.HasSuffix(t.lower, "s"):
		t.pos = "NNS"
	case t.pos == "NN" && next.lower == "that" && strings.HasSuffix(t.lower, "ing") && (b.isNoun() || b.pos == "CD" || b.pos == "PRP"):
		if f, ok := lexicon.CueOf(t.lower); ok && f.Takes('c') && f.Form == lexicon.Gerund && (lexicon.CueNoun(t.lower) == "" || p.isWithSubject(i, lo)) {
			t.pos = "VBG" // "with one | contending | that", "with the chair | warning | that"
		}
	case t.pos == "VBG" && p.is(i, "hearing", "briefing", "filing", "meeting") && (b.pos == "NN" || b.pos == "JJ") && (p.at(i-2).pos == "PRP$" || p.at(i-2).pos == "DT") && (next.pos == "IN" || next.Kind >= text.Mark || next.lower == "that"):
		t.pos = "NN" // "during her confirmation | hearing"
	case t.pos == "NNS" && p.is(i, "lists", "details", "outlines", "documents", "mentions") && lexicon.Document.Has(b.lower) && (next.pos == "DT" || next.pos == "CD" || next.pos == "PRP$"):
		t.pos = "VBZ" // "the report | lists | ten cases"
	case t.pos == "JJ" && t.lower == "official" && !next.isNoun() && !(next.pos == "JJ" && p.at(i+2).isNoun()) && next.pos != "CC" && next.Kind != text.Mark && next.lower != ",":
		t.pos = "NN" // "one Norland | official | familiar with it"
	case t.pos == "VBZ" && next.pos == "VBG" && b.isNoun() && lexicon.RolePlural(t.lower):
		t.pos = "NNS" // "Norland | operatives | flying into Halden said"
	case t.pos == "VBD" && b.lower == "," && p.is(i, "believed", "thought", "said", "reported", "alleged", "understood") && next.lower == "to" && p.is(i+2, "be", "have"):
		t.pos = "VBN" // "the plot, | believed | to be his, was"
	case t.pos == "VBN" && t.lower == "asked" && b.lower == "," && (p.is(i+1, "on", "in", "at", "during") || next.mark != 0 || next.lower == ":"):
		t.pos = "VBD" // "Venn, who left, | asked | on Friday"
	case t.pos == "VBN" && t.lower == "said" && p.is(i-1, "some", "many", "others", "most", "several"):
		t.pos = "VBD" // "some | said | plans were"
	case t.pos == "VB" && b.lower == "to" && p.is(i-2, "according"):
		t.pos = "NN"
	case t.pos == "NNS" && b.lower == "who" && t.Kind == text.Lower:
		t.pos = "VBZ" // "a guest who | shares | her view"
	case t.pos == "VBZ" && t.Kind == text.Clitic && (b.Kind == text.Upper || b.pos == "NN") && next.pos == "VBN" && lexicon.CueNoun(p.at(i+2).lower) != "" && p.is(i+3, "that"):
		t.pos, next.pos = "POS", "JJ"
	case t.pos == "VBN" && b.pos == "POS" && next.isNoun() && lexicon.CueNoun(next.lower) != "":
		t.pos = "JJ" // "the board's | repeated | claims"
	}
}

// isWithSubject reports whether "with" leads to a somebody right before token i: "with
// the guild's chair | warning that".
func (p *page) isWithSubject(i, lo int) bool {
	j := i - 1
	if b := p.at(j); b.Kind != text.Upper && !lexicon.RoleHead(b.lower) && !lexicon.RolePlural(b.lower) {
		return false
	}
	for j > lo && j > i-6 && (p.at(j).isNoun() || p.at(j).pos == "JJ" || p.at(j).pos == "DT" || p.at(j).pos == "POS") {
		j--
	}
	return p.is(j, "with")
}

// plansTo reports whether token i, which the tagger takes for a plural, is the verb
// of the noun before it: "the port | plans | to".
func (p *page) plansTo(i, lo int) bool {
	if p.at(i).pos != "NNS" || i == lo || !p.is(i, "plans", "aims", "hopes", "intends", "promises", "pledges", "offers", "refuses", "threatens", "vows") || !p.is(i+1, "to") || p.at(i+2).pos != "VB" || !p.at(i-1).isNoun() || p.at(i-1).pos == "NNS" {
		return false
	}
	for j := i + 3; j < min(len(p.tokens), i+40) && p.at(j).Kind != text.Punct; j++ {
		if p.at(j).isFinite() {
			return false
		}
	}
	for j := i - 1; j >= lo && p.at(j).Kind != text.Punct; j-- {
		if p.at(j).isVerb() || p.at(j).pos == "IN" || p.at(j).pos == "POS" {
			return false
		}
	}
	return true
}

// callsWhat reports whether token i, which the tagger takes for a plural, is the verb of
// a free relative before words in marks: "what the guild | calls | “…”".
func (p *page) callsWhat(i, lo int, f lexicon.CueForm) bool {
	if p.at(i).pos != "NNS" || f.Form != lexicon.Third || !f.Takes('n') || p.at(i+1).Kind != text.Mark {
		return false
	}
	j := i - 1
	for j > lo && j > i-6 && (p.at(j).isNoun() || p.at(j).pos == "JJ" || p.at(j).pos == "DT") {
		j--
	}
	return p.at(i-1).isNoun() && p.is(j, "what")
}

// saysAs reports whether token i, which the tagger takes for a plural, is the verb of
// a clause that begins with "as" and ends there: "As Venn | notes |, the port", "as
// the guild's chief | claims |."
func (p *page) saysAs(i, lo int, f lexicon.CueForm) bool {
	if p.at(i).pos != "NNS" || f.Form != lexicon.Third || p.at(i+1).Kind != text.Punct && i+1 < len(p.tokens) && !p.is(i+1, "in", "on", "for") {
		return false
	}
	for j := i - 1; j >= lo && j > i-7; j-- {
		switch t := p.at(j); {
		case p.is(j, "as"):
			return j < i-1 && (j == lo || p.at(j-1).Kind >= text.Mark)
		case t.isVerb() || t.pos == "IN" || t.Kind == text.Punct:
			return false
		}
	}
	return false
}

// answersLater reports whether a verb stands behind a comma that closes what begins
// with token i: ", asked about the dam, | said".
func (p *page) answersLater(i int) bool {
	for hi := p.sentences[p.at(i).sentence].hi; i < hi; i++ {
		if !p.is(i, ",") {
			continue
		}
		v := p.skipAdverbs(i + 1)
		if p.at(i).mark != 0 && p.at(v).Kind == text.Mark {
			v = p.skipAdverbs(v + 1) // "asked if it was “slow,” | said"
		}
		if _, ok := lexicon.CueOf(p.at(v).lower); ok || p.at(v).isVerb() || p.at(v).mark != 0 {
			return true
		}
	}
	return false
}

// namesPosts reports whether token i, which may be taken for a verb, names what
// somebody wrote: "by the Venn | tweets | that", "of Venn | posts | about".
func (p *page) namesPosts(i, lo int) bool {
	t := p.at(i)
	if t.pos != "VBZ" && t.pos != "NNS" || t.Kind != text.Lower || lexicon.CueNoun(t.lower) != "post" {
		return false
	}
	j := i - 1
	for j > lo && p.at(j).pos == "NNP" {
		j--
	}
	return j < i-1 && (p.at(j).pos == "DT" || p.is(j, "of", "to", "in", "on", "from", "by", "with", "about")) && (p.at(i+1).pos == "VBG" || p.at(i+1).pos == "IN" && !p.is(i+1, "that") || p.is(j, "to", "of", "from", "about", "on", "in", "by", "with") && p.is(i+1, "that"))
}

// namesReports reports whether token i, a plural that may be taken for a verb, names
// what was said: behind a preposition, "over | claims", or behind a verb of its own,
// "echoed | remarks".
func (p *page) namesReports(i int, f lexicon.CueForm) bool {
	if f.Form != lexicon.Third || lexicon.CueNoun(p.at(i).lower) == "" {
		return false
	}
	b := p.at(i - 1)
	return b.mark == 0 && (p.is(i-1, "over", "of", "by", "amid", "about", "against", "with", "on", "from", "to", "into", "for", "despite") || b.isVerb() && !b.isAux())
}

// longestSetOff is the most tokens that a subject and its appositive have together.
const longestSetOff = 16

// closesAppositive reports whether the comma at token i closes what is set off behind
// the subject of a relative clause that has no verb yet, which must so follow: "the
// plan, which | the board's head, Mara Venn, | called".
func (p *page) closesAppositive(i, lo int) bool {
	if !p.is(i, ",") {
		return false
	}
	commas := 0
	for j := i - 1; j > lo && j >= i-longestSetOff; j-- {
		switch t := p.at(j); {
		case p.is(j, "which", "whom"):
			return commas == 1 && j+2 < i && !p.is(j+1, ",")
		case p.is(j, ","):
			commas++
		case t.isVerb() || t.pos == "MD" || t.Kind >= text.Mark:
			return false
		}
	}
	return false
}

// goesOnTitle reports whether token i, which the tagger takes for a verb, goes on the name
// of a body behind "and": "Search and | Rescue | chief Mara Venn".
func (p *page) goesOnTitle(i, lo int) bool {
	t, next := p.at(i), p.at(i+1)
	if i < lo+2 || t.Kind != text.Upper || !t.isVerb() || !p.is(i-1, "and", "&") || p.at(i-2).Kind != text.Upper {
		return false
	}
	return lexicon.RoleHead(next.lower) && p.at(i+2).Kind == text.Upper
}
