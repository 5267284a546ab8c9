package lexicon

import "strings"

// VerbForm is an inflection of an English verb.
type VerbForm uint8

// The inflections.
const (
	Base       VerbForm = iota // say
	Third                      // says
	Past                       // said
	Participle                 // said, given
	Gerund                     // saying
)

// Inflect returns the forms of an English verb lemma, one a [VerbForm].
func Inflect(lemma string) [5]string {
	past := regularPast(lemma)
	out := [5]string{Base: lemma, Third: third(lemma), Past: past, Participle: past, Gerund: gerund(lemma)}
	if irr, ok := irregular[lemma]; ok {
		out[Past], out[Participle] = irr[0], irr[1]
	}
	return out
}

func third(v string) string {
	switch {
	case v == "go":
		return "goes"
	case hasAnySuffix(v, "s", "x", "z", "ch", "sh"):
		return v + "es"
	case consonantY(v):
		return v[:len(v)-1] + "ies"
	}
	return v + "s"
}

func gerund(v string) string {
	switch {
	case strings.HasSuffix(v, "ie"):
		return v[:len(v)-2] + "ying"
	case strings.HasSuffix(v, "e") && !strings.HasSuffix(v, "ee"):
		return v[:len(v)-1] + "ing"
	case doubles(v):
		return v + v[len(v)-1:] + "ing"
	}
	return v + "ing"
}

func regularPast(v string) string {
	switch {
	case strings.HasSuffix(v, "e"):
		return v + "d"
	case consonantY(v):
		return v[:len(v)-1] + "ied"
	case doubles(v):
		return v + v[len(v)-1:] + "ed"
	}
	return v + "ed"
}

func consonantY(v string) bool {
	return len(v) > 1 && v[len(v)-1] == 'y' && !strings.ContainsRune("aeiou", rune(v[len(v)-2]))
}

// doubles reports whether the last consonant is written twice before an
// ending: after a single vowel in a word of one syllable, and in the longer
// words that stress their last.
func doubles(v string) bool {
	switch v {
	case "admit", "submit", "refer", "rebut", "commit", "begin", "permit", "occur", "concur", "prefer", "transfer", "kidnap", "allot", "deter",
		"regret", "aver", "compel", "expel", "propel", "repel", "rebel", "control", "patrol", "infer", "confer", "defer", "emit", "omit", "equip",
		"acquit", "abet", "unplug", "forget", "upset", "incur", "recur", "disbar", "enrol", "fulfil", "extol", "demur":
		return true
	}
	n := len(v)
	if n < 3 || isVowel(v, n-1) || !isVowel(v, n-2) || isVowel(v, n-3) || strings.ContainsRune("wxy", rune(v[n-1])) {
		return false
	}
	for i := range n - 2 {
		if isVowel(v, i) {
			return false
		}
	}
	return true
}

func isVowel(v string, i int) bool {
	switch v[i] {
	case 'a', 'e', 'i', 'o':
		return true
	case 'u':
		return i == 0 || v[i-1] != 'q'
	}
	return false
}

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, x := range suffixes {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}

// irregular holds the past and the past participle of irregular verbs.
var irregular = map[string][2]string{
	"say": {"said", "said"}, "tell": {"told", "told"}, "write": {"wrote", "written"}, "speak": {"spoke", "spoken"}, "begin": {"began", "begun"},
	"swear": {"swore", "sworn"}, "plead": {"pleaded", "pleaded"}, "hold": {"held", "held"}, "find": {"found", "found"}, "think": {"thought", "thought"},
	"feel": {"felt", "felt"}, "know": {"knew", "known"}, "learn": {"learned", "learned"}, "understand": {"understood", "understood"}, "show": {"showed", "shown"},
	"put": {"put", "put"}, "go": {"went", "gone"}, "read": {"read", "read"}, "teach": {"taught", "taught"}, "shoot": {"shot", "shot"},
	"broadcast": {"broadcast", "broadcast"}, "cast": {"cast", "cast"}, "foresee": {"foresaw", "foreseen"}, "forecast": {"forecast", "forecast"}, "beseech": {"besought", "besought"},
	"meet": {"met", "met"}, "leave": {"left", "left"}, "lose": {"lost", "lost"}, "win": {"won", "won"}, "take": {"took", "taken"}, "give": {"gave", "given"},
	"come": {"came", "come"}, "become": {"became", "become"}, "make": {"made", "made"}, "fall": {"fell", "fallen"}, "rise": {"rose", "risen"}, "fly": {"flew", "flown"},
	"fight": {"fought", "fought"}, "sell": {"sold", "sold"}, "buy": {"bought", "bought"}, "bring": {"brought", "brought"}, "break": {"broke", "broken"},
	"steal": {"stole", "stolen"}, "hit": {"hit", "hit"}, "cut": {"cut", "cut"}, "set": {"set", "set"}, "shut": {"shut", "shut"}, "strike": {"struck", "struck"},
	"sink": {"sank", "sunk"}, "sue": {"sued", "sued"}, "quit": {"quit", "quit"}, "run": {"ran", "run"}, "see": {"saw", "seen"}, "send": {"sent", "sent"},
	"spend": {"spent", "spent"}, "build": {"built", "built"}, "lead": {"led", "led"}, "drive": {"drove", "driven"}, "choose": {"chose", "chosen"},
	"withdraw": {"withdrew", "withdrawn"}, "overthrow": {"overthrew", "overthrown"}, "do": {"did", "done"}, "have": {"had", "had"}, "get": {"got", "got"},
	"keep": {"kept", "kept"}, "hear": {"heard", "heard"}, "pay": {"paid", "paid"}, "stand": {"stood", "stood"}, "grow": {"grew", "grown"}, "draw": {"drew", "drawn"},
	"throw": {"threw", "thrown"}, "hang": {"hanged", "hanged"}, "arise": {"arose", "arisen"}, "bear": {"bore", "born"}, "bid": {"bid", "bid"}, "ring": {"rang", "rung"}, "sing": {"sang", "sung"}, "foretell": {"foretold", "foretold"}, "retell": {"retold", "retold"}, "die": {"died", "died"},
}
