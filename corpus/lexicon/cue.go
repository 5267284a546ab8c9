package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed cue.txt
var cueText string

// Cue is a verb that reports speech.
type Cue struct {
	Lemma    string
	Class    string // the speech act it claims: "say", "deny", "ask", "claim", "post" …
	Frames   string // see cue.txt
	Strength int    // 3 speech wherever it stands, 2 beside a quotation or clause, 1 only beside marks
}

// Takes reports whether the verb has the frame, a letter explained in cue.txt.
func (c Cue) Takes(frame byte) bool { return strings.IndexByte(c.Frames, frame) >= 0 }

// CueForm is an inflected form of a cue.
type CueForm struct {
	Cue
	Form VerbForm
}

var cues = sync.OnceValue(func() map[string]CueForm {
	out := map[string]CueForm{}
	for line := range strings.Lines(cueText) {
		f := strings.Fields(line)
		if len(f) != 4 || f[0] == "#" || strings.HasPrefix(f[0], "#") {
			continue
		}
		c := Cue{Lemma: f[0], Class: f[1], Frames: f[2], Strength: int(f[3][0] - '0')}
		forms := Inflect(c.Lemma)
		for _, form := range []VerbForm{Past, Participle, Third, Gerund, Base} {
			if _, taken := out[forms[form]]; !taken {
				out[forms[form]] = CueForm{c, form}
			}
			if w, other := doubledL(c.Lemma, forms[form]); other {
				out[w] = CueForm{c, form}
			}
		}
	}
	return out
})

// doubledL returns the British spelling of a form of a verb like "signal" whose last
// consonant is not doubled in the American one.
func doubledL(lemma, form string) (string, bool) {
	ending, ok := strings.CutPrefix(form, lemma)
	if !ok || ending != "ed" && ending != "ing" {
		return "", false
	}
	return lemma + "l" + ending, strings.HasSuffix(lemma, "al") || strings.HasSuffix(lemma, "el")
}

// CueOf returns the cue that word, in lower case, is a form of. For a form
// with two readings ("read", "put") the past is taken.
func CueOf(word string) (CueForm, bool) {
	c, ok := cues()[word]
	return c, ok
}

// CueNoun returns the class of a noun that can carry reported speech
// ("statement", "claim that"), empty if it cannot. The word is in lower case.
func CueNoun(word string) string {
	if class, ok := cueNouns[word]; ok {
		return class
	}
	return cueNouns[strings.TrimSuffix(word, "s")]
}

var cueNouns = map[string]string{
	"statement": "say", "remark": "say", "comment": "say", "word": "say", "speech": "say", "message": "say", "reply": "say",
	"response": "say", "answer": "say", "testimony": "say", "account": "say", "description": "say", "explanation": "say", "theory": "argue",
	"emphasis": "say", "observation": "say", "recollection": "say", "reminder": "say", "assessment": "think", "conclusion": "think",
	"interjection": "say", "insinuation": "claim", "guarantee": "promise", "rebuttal": "deny",
	"recommendation": "suggest", "claim": "claim", "allegation": "claim", "assertion": "claim", "contention": "claim", "insistence": "claim", "boast": "claim",
	"argument": "argue", "opinion": "think", "view": "think", "belief": "think", "position": "think",
	"announcement": "announce", "declaration": "announce", "revelation": "announce",
	"warning": "warn", "threat": "warn", "prediction": "predict", "forecast": "predict", "estimate": "predict",
	"promise": "promise", "pledge": "promise", "vow": "promise", "assurance": "promise",
	"admission": "admit", "confession": "admit", "acknowledgment": "admit", "acknowledgement": "admit",
	"denial": "deny", "objection": "deny", "accusation": "accuse", "charge": "accuse", "complaint": "criticise", "criticism": "criticise",
	"suggestion": "suggest", "proposal": "suggest", "hint": "suggest", "demand": "ask", "request": "ask", "question": "ask", "plea": "ask",
	"appeal": "ask", "call": "urge", "ruling": "rule", "decision": "rule", "order": "order",
	"tweet": "post", "post": "post", "letter": "post", "email": "post", "memo": "post", "op-ed": "post",
}
