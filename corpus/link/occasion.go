package link

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/text"
)

// otherOccasion is how far two quotes must agree to be one utterance though
// their articles put them on two days, or before two audiences: a speaker says
// a thing again in other words, and outlets err on when he said it.
const otherOccasion = 0.85

// elsewhen reports whether the articles of two quotes tell of two occasions, or
// one of them of many.
func elsewhen(a, b *quote) bool {
	if daysOf(a.q, b.q) == twoDays || habitual(a) || habitual(b) {
		return true
	}
	x, y := audience(a), audience(b)
	return x != "" && y != "" && x != y
}

// audience returns the folded name, its first word, of the station or paper that
// a quote was told to, as its article has it: "told Channel News". It is empty for
// reporters, a crowd, a person, or where nothing is said of it.
func audience(q *quote) string {
	src := q.words.src
	if q.q.Cue.Empty() || !q.q.Cue.Fits(src) || !strings.HasSuffix(text.Fold(q.q.Cue.In(src)), "told") {
		return ""
	}
	rest := src[q.q.Cue.End:min(len(src), q.q.Cue.End+maxAudience)]
	rest = strings.TrimPrefix(strings.TrimLeft(rest, " "), "the ")
	name, rest := firstWord(rest)
	next, _ := firstWord(strings.TrimLeft(rest, " "))
	first, _ := utf8.DecodeRuneInString(name)
	if unicode.IsUpper(first) && (isCaps(name) || medium(text.Fold(next))) {
		return text.Fold(name)
	}
	return ""
}

// habitual reports whether a quote is told as what its speaker says time and
// again: "Venn has said repeatedly that".
func habitual(q *quote) bool {
	src, s := q.words.src, q.q.Cue
	if s.Empty() || !s.Fits(src) {
		return false
	}
	if by := q.q.SpeakerAt; !by.Empty() && by.Fits(src) {
		s = s.Cover(by)
	}
	if s.End < q.q.Start {
		s.End = q.q.Start
	} else {
		s.End = min(len(src), s.End+maxAdverb)
	}
	if s.Len() > maxHabit {
		return false
	}
	for w := range strings.FieldsSeq(s.In(src)) {
		switch strings.ToLower(strings.TrimRight(w, ",.;:")) {
		case "repeatedly", "often", "frequently", "regularly", "routinely":
			return true
		}
	}
	return false
}

// maxHabit bounds, in bytes, what is read of who says a thing and how, and
// maxAdverb what is read behind it.
const (
	maxHabit  = 120
	maxAdverb = 12
)

// maxAudience bounds, in bytes, what is read behind a cue.
const maxAudience = 60

// firstWord returns the letters and digits that s begins with, and the rest.
func firstWord(s string) (word, rest string) {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if end < 0 {
		return s, ""
	}
	return s[:end], s[end:]
}

func medium(w string) bool {
	switch w {
	case "news", "radio", "tv", "television", "times", "post", "journal":
		return true
	}
	return false
}
