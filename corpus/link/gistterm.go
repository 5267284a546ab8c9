package link

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/news"
)

// deniedTerms is how many words of content behind a negation it may deny.
const deniedTerms = 3

// terms returns the stems of a quote, sorted, each once, and the families of
// those it denies: phrases that mean one thing and names that the story has an
// acronym of are one each.
func (g *gists) terms(q *quote, short map[string]token, skip func(*token) bool) (stems, denied []int32) {
	ts := q.words.toks
	left, dismissed := 0, 0
	for k := 0; k < len(ts); {
		if ts[k].start || interrogative(ts[k].fold) {
			left = 0
		}
		dismissed = max(dismissed, dismissal(ts, k))
		if negation(ts[k].fold) || opposes(ts[k].stem) {
			left = deniedTerms
		}
		t, n := spelledOut(q.words.src, ts[k:], short)
		if n == 0 {
			t, n = phraseAt(ts[k:])
		}
		if n == 0 {
			t, n = ts[k], 1
			t.stem = gistStem(&t)
		}
		if !t.stop && !dull(t.stem) && !skip(&t) {
			id := g.id(&t)
			if shrinks(t.stem) {
				left = 0
			}
			if stems = append(stems, id); left > 0 || k < dismissed {
				denied = append(denied, g.familyOf[id])
			}
			left--
		}
		k += n
	}
	return distinct(stems), distinct(denied)
}

// deed returns the stems of the cue that introduces a report, where it tells
// what was done by saying so: "rejects the offer" is "we reject it".
func (g *gists) deed(q *quote, st stemmer) []int32 {
	if q.marked || !act(q.q.CueClass) || !q.q.Cue.Fits(q.words.src) {
		return nil
	}
	var out []int32
	w := newWording(q.words.src, q.q.Cue, st)
	for i := range w.toks {
		if t := &w.toks[i]; !t.stop && !dull(t.stem) {
			out = append(out, g.id(t))
		}
	}
	return out
}

// done adds to a likeness what the one was told to have done by saying it, and
// the other says in words of its own.
func (g *gists) done(l *likeness, x, y *gist) {
	for _, d := range x.deeds {
		f := g.familyOf[d]
		if slices.ContainsFunc(y.stems, func(id int32) bool { return g.familyOf[id] == f }) {
			l.shared += familyShare
			l.stems++
			l.plain++
		}
	}
}

// act reports whether a cue of a class is an act of its own, not one of telling.
func act(c news.CueClass) bool {
	switch c {
	case "", "say", "announce", "report", "think", "post", "decline", "ask", "argue", "claim":
		return false
	}
	return true
}

// opposes reports whether a word says that its speaker is against what follows, or
// holds that it will not be.
func opposes(stem string) bool {
	switch family(stem) {
	case "~oppose", "~reject":
		return true
	}
	switch stem {
	case "against", "anti", "unlik", "refrain", "abstain":
		return true
	}
	return false
}

// shrinks reports whether a word says that somebody shrinks from what follows:
// who does not, means to do it.
func shrinks(stem string) bool {
	switch stem {
	case "afraid", "hesit", "reluct", "shi", "shy", "fail", "doubt":
		return true
	}
	return false
}

// phraseAt reads a phrase of a family that the tokens begin with and tells how
// many it takes.
func phraseAt(ts []token) (token, int) {
	if !beginsPhrase()[ts[0].stem] {
		return token{}, 0
	}
	key, found, n := ts[0].stem, "", 0
	for k := 1; k < min(len(ts), maxPhrase) && !ts[k].gap; k++ {
		key += "-" + ts[k].stem
		if families()[key] != "" {
			found, n = key, k+1
		}
	}
	if n == 0 {
		return token{}, 0
	}
	t := ts[0]
	t.stem, t.key, t.End, t.weight, t.name, t.stop = found, found, ts[n-1].End, max(t.weight, weightCommon), false, false
	return t, n
}

// The letters of an acronym, at least and at most.
const (
	minAcronym = 3
	maxAcronym = 6
)

// acronyms returns the words in capitals that the quotes of a story have, by
// their letters.
func acronyms(qs []quote) map[string]token {
	out := map[string]token{}
	for i := range qs {
		for _, t := range qs[i].words.toks {
			raw := strings.ReplaceAll(t.In(qs[i].words.src), ".", "")
			if len(raw) >= minAcronym && len(raw) <= maxAcronym && !t.number && isCaps(raw) {
				out[strings.ToLower(raw)] = t
			}
		}
	}
	return out
}

// spelledOut reads a name whose capitals are those of an acronym of the story,
// and returns that with the number of tokens it takes.
func spelledOut(src string, ts []token, short map[string]token) (token, int) {
	letters := ""
	for k := range ts {
		c, _ := utf8.DecodeRuneInString(ts[k].In(src))
		switch {
		case unicode.IsUpper(c):
			letters += string(unicode.ToLower(c))
		case k == 0 || !ts[k].stop:
			return token{}, 0
		}
		if t, ok := short[letters]; ok && k >= minAcronym-1 {
			t.Span = ts[0].Cover(ts[k].Span)
			return t, k + 1
		}
		if len(letters) >= maxAcronym {
			break
		}
	}
	return token{}, 0
}
