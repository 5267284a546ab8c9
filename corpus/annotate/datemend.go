package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/tag"
	"verbatim/corpus/text"
)

// corrected mends what the tagger often gets wrong beside a date.
func (t *dateText) corrected(i int, p tag.PartOfSpeech) tag.PartOfSpeech {
	if t.toks[i].Kind == text.Lower && (p == "NN" || p == "JJ" || p == "VBP" || p == "NNP") && lexicon.IsPast(t.low(i)) {
		return "VBD"
	}
	if w := t.low(i); p == "VBD" && (w == "amid" || w == "amidst") {
		return "IN"
	}
	if p == "JJ" && lexicon.RoleHead(t.low(i)) {
		switch t.low(i + 1) {
		case "with", "of", "at", "who", "for", ",":
			return "NN" // "an executive with Fjord"
		}
	}
	if p == "VBN" && t.low(i) == "said" && (strings.HasPrefix(string(t.pos(i-1)), "NN") || t.pos(i-1) == "VBZ" && !t.isAux(i-1)) {
		return "VBD"
	}
	if p == "VBZ" && (strings.HasSuffix(t.low(i), "us") || strings.HasSuffix(t.low(i), "ss")) {
		return "NN" // "stimulus checks"
	}
	if (p == "VBZ" || p == "VBP") && t.low(i-1) == "," && yearNumber(t.low(i-2)) != 0 && (t.low(i-5) == "the" || t.low(i-6) == "the") {
		return "NNS" // "the May 3, 2031, attacks"
	}
	if p == "VBZ" && t.toks[i].Kind == text.Clitic && t.low(i) == "'s" && t.namesTime(i-1) && !t.opensPredicate(i+1) {
		return "POS" // "Monday's symbolic vote"
	}
	if p == "VBP" && isSamePast(t.low(i)) && t.toks[i].Kind == text.Lower {
		return "VBD"
	}
	if p == "VBP" && i > 0 && t.modifies(i-1) {
		return "NN"
	}
	if p == "VBP" && t.low(i-1) == "that" && strings.HasPrefix(string(t.pos(i-2)), "VB") {
		t.toks[i-1].pos = "DT"
		return "NN" // "rejected that estimate"
	}
	if p == "VBN" && (t.pos(i-1) == "NN" || t.pos(i-1) == "NNS" || t.pos(i-1) == "NNP") && t.low(t.behindDay(i+1)) == "that" {
		if c, ok := lexicon.CueOf(t.low(i)); ok && c.Takes('c') {
			return "VBD" // "prosecutors recommended Tuesday that"
		}
	}
	if p == "VBZ" && t.namesTime(i+1) && t.endsObject(i) {
		return "NNS" // "blasted his critics Thursday"
	}
	if p == "VB" && i > 0 && (t.pos(i-1) == "NNS" || t.pos(i-1) == "NNP" || t.pos(i-1) == "PRP" || t.pos(i-1) == "NNPS") && !t.helped(i) {
		return "VBP"
	}
	if p == "NN" && t.low(i-1) == "to" && t.isInfinitive(i) {
		return "VB"
	}
	if p == "NNS" && t.namesTime(i+1) && t.low(i) != "talks" && t.pos(i-1) != "POS" && t.opensAsSubject(i) {
		if _, ok := lexicon.TriggerVerb(t.low(i), nil); ok {
			return "VBZ"
		}
	}
	return p
}

// opensPredicate reports whether token i, behind a day, begins what the day is said to
// be or to have been: "Monday's a holiday".
func (t *dateText) opensPredicate(i int) bool {
	switch t.low(i) {
	case "a", "an", "the", "not", "been", "going", "when", "where", "why", "how", "just", "only", "my", "our", "your", "his", "her", "their", "fine", "good", "ok":
		return true
	}
	return i >= len(t.toks) || t.toks[i].Kind == text.Punct
}

// endsObject reports whether token i, taken for a verb, is the last of the nouns
// that a verb before it has for its object.
func (t *dateText) endsObject(i int) bool {
	for j := i - 1; j > 0 && j > i-objectReach; j-- {
		switch t.pos(j) {
		case "NN", "NNP", "JJ", "POS", "CD", "DT", "PRP$":
		case "VBD":
			c, _ := lexicon.CueOf(t.low(j))
			return j < i-1 && !t.isAux(j) && !c.Takes('c') && !thinks(t.low(j))
		default:
			return false
		}
	}
	return false
}

// behindDay returns the index behind a day at i: "on March 3".
func (t *dateText) behindDay(i int) int {
	j := t.skip(i, "on", "late", "early")
	if !t.namesTime(j) {
		return i
	}
	for j++; j < len(t.toks) && (t.toks[j].Kind == text.Number || lexicon.DayPart(t.low(j))); j++ {
	}
	return j
}

// isSamePast reports whether a verb has one form for present and past: beside a
// day it is told as done.
func isSamePast(w string) bool {
	switch w {
	case "put", "set", "cut", "hit", "let", "beat", "shut", "cast", "split", "spread", "quit", "hurt", "bet", "burst":
		return true
	}
	return false
}

// isInfinitive reports whether token i, taken for a noun behind "to", is the
// verb of what is to happen: "are due to resume", "until Friday to report".
func (t *dateText) isInfinitive(i int) bool {
	v, ok := lexicon.TriggerVerb(t.low(i), func(k int) string { return t.low(i + 1 + k) })
	if !ok || !strings.HasPrefix(v.Lemma, t.low(i)) || t.toks[i].Kind != text.Lower {
		return false
	}
	before := t.low(i - 2)
	if before == "due" {
		return isBe(t.low(i - 3))
	}
	return foreshadows(before) || t.namesTime(i-2)
}

// mendVerbless makes a verb of the plural that stands where the verb of the
// sentence's first clause should: "Parliament votes on the bill on Friday".
func (t *dateText) mendVerbless() {
	for i := 1; i < len(t.toks); i++ {
		p := t.pos(i)
		if p == "NNS" && t.pos(i+1) == "IN" && (t.pos(i-1) == "NN" || t.pos(i-1) == "NNP") && t.low(i) != "talks" {
			if _, ok := lexicon.TriggerVerb(t.low(i), nil); ok && t.verbless(i) {
				t.toks[i].pos = "VBZ"
			}
			return
		}
		switch p {
		case "NN", "NNP", "JJ", "DT", "POS", "PRP$":
		default:
			return
		}
	}
}

// mendActive makes a past of a participle that no auxiliary stands before and an
// object behind: "said that divers found crates".
func (t *dateText) mendActive() {
	for i := 1; i < len(t.toks); i++ {
		if t.pos(i) != "VBN" || t.low(i-1) == "," || t.helpedTo(i) || takesTwo(t.low(i)) {
			continue
		}
		switch t.pos(i - 1) {
		case "NN", "NNS", "NNP", "PRP":
		default:
			continue
		}
		if t.endsBesideClause(i) {
			t.toks[i].pos = "VBD"
		}
		switch t.pos(i + 1) {
		case "IN":
			if t.low(i+1) == "at" && t.low(i+2) == "least" {
				t.toks[i].pos = "VBD"
			}
		case "DT", "CD", "NNS", "PRP$", "PRP":
			if !t.namesTime(i + 1) {
				t.toks[i].pos = "VBD"
			}
		}
	}
}

// endsBesideClause reports whether the participle at i ends the sentence behind no
// more than a conjunction and its subject: "as the crews marched."
func (t *dateText) endsBesideClause(i int) bool {
	if i+1 < len(t.toks) && t.low(i+1) != "." && t.low(i+1) != "," {
		return false
	}
	for k := i - 1; k > 0; k-- {
		switch t.pos(k) {
		case "NN", "NNS", "NNP", "PRP", "DT", "JJ", "PRP$", "POS":
		default:
			w := t.low(k)
			return w == "as" || w == "when" || w == "while" || w == "because"
		}
	}
	return false
}

// helpedTo reports whether an auxiliary stands within a few tokens before i.
func (t *dateText) helpedTo(i int) bool {
	for j := i - 1; j >= 0 && j > i-5; j-- {
		if t.isAux(j) {
			return true
		}
	}
	return false
}

// takesTwo reports whether a participle may have a noun behind it: "a man named
// Tarn", "those given jobs".
func takesTwo(w string) bool {
	switch w {
	case "called", "named", "given", "awarded", "handed", "shown", "made", "told", "offered", "paid", "asked", "dubbed", "titled", "sent", "taught", "denied", "promised", "elected", "appointed", "considered", "deemed", "left":
		return true
	}
	return false
}

// verbless reports whether the clause of token i goes on to its end without a
// verb.
func (t *dateText) verbless(i int) bool {
	for i++; i < len(t.toks) && t.toks[i].Kind != text.Mark; i++ {
		if t.low(i) == "," || t.low(i) == ";" {
			return true
		}
		if p := t.pos(i); strings.HasPrefix(string(p), "VB") || p == "MD" {
			return false
		}
	}
	return true
}

// helped reports whether a verb before token i takes a bare infinitive: "let
// them go", "did they go".
func (t *dateText) helped(i int) bool {
	for j := i - 1; j >= 0 && j >= i-5; j-- {
		if t.pos(j) == "MD" || t.pos(j) == "TO" || isDo(t.low(j)) {
			return true
		}
		switch t.low(j) {
		case "let", "lets", "make", "makes", "made", "help", "helps", "helped", "see", "saw", "have", "had", "and", "or":
			return true
		}
	}
	return false
}

// opensAsSubject reports whether the tokens before i, a singular noun last,
// are the subject that opens the sentence.
func (t *dateText) opensAsSubject(i int) bool {
	for j := i - 1; j >= 0; j-- {
		switch t.pos(j) {
		case "NN", "NNP", "JJ", "DT", "POS", "CD", "PRP$":
		default:
			return false
		}
	}
	return i > 1 && t.pos(i-1) != "DT"
}

// modifies reports whether token i is of a kind that no plural verb follows.
func (t *dateText) modifies(i int) bool {
	switch t.pos(i) {
	case "NN", "JJ", "DT", "PRP$", "POS":
		return t.toks[i].Kind == text.Lower
	}
	return false
}
