package link

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// sureSpeaker is the confidence from which on an attribution may disagree
// with another.
const sureSpeaker = 0.5

// conflicts lists what the outlets of a statement disagree on.
func (l *teller) conflicts(qs []*quote) []news.Conflict {
	var out []news.Conflict
	if disagree(qs, l.speakersClash) {
		out = append(out, news.Conflict{Field: "speaker", Claims: l.claims(qs, l.speakerClaim)})
	}
	if disagree(qs, daysClash) {
		out = append(out, news.Conflict{Field: "date", Claims: l.claims(qs, dayClaim)})
	}
	return out
}

// disagree reports whether two quotes of different outlets clash.
func disagree(qs []*quote, clash func(a, b *quote) bool) bool {
	for i, a := range qs {
		for _, b := range qs[i+1:] {
			if a.outlet != b.outlet && clash(a, b) {
				return true
			}
		}
	}
	return false
}

// speakersClash reports whether two quotes are credited to two people by their
// articles, and neither within what the other says. Whom "he" or "the judge"
// means is our reading, not the outlet's word: it contradicts a name only where
// the article has not mentioned who bears that name.
func (l *teller) speakersClash(a, b *quote) bool {
	if !credited(a) || !credited(b) || l.accord(a, b) != atOdds || l.relayed(a, b) {
		return false
	}
	if !l.named(a) && (!l.named(b) || l.mentioned(a, b.speakers)) || !l.named(b) && l.mentioned(b, a.speakers) {
		return false
	}
	return !sameWords(l.speakerClaim(a), l.speakerClaim(b)) && !l.blurred(a, b) && !quoted(a, b) && !quoted(b, a)
}

// named reports whether the article gives a speaker of a quote a name there.
func (l *teller) named(q *quote) bool {
	said := text.FoldedWords(q.q.SpeakerAt.In(q.words.src))
	for _, s := range q.speakers {
		p := &l.people[s]
		for _, name := range p.Names() {
			if slices.ContainsFunc(text.FoldedWords(name), func(w string) bool { return !lexicon.Stopword(w) && slices.Contains(said, w) }) {
				return true
			}
		}
	}
	return false
}

// mentioned reports whether the article of a quote names one of the actors
// before it.
func (l *teller) mentioned(q *quote, actors []int) bool {
	for e := range l.rs[q.ref.Reading].Entities {
		if a, ok := l.actor[news.Ref{Reading: q.ref.Reading, Item: e}]; ok && slices.Contains(actors, a) {
			if m := l.rs[q.ref.Reading].Entities[e].Mentions; len(m) > 0 && m[0].Start < q.q.Start {
				return true
			}
		}
	}
	return false
}

// quoted reports whether all that a has in common with b stands in quotation
// marks within a: its speaker tells what another said.
func quoted(a, b *quote) bool {
	c := compare(a.words, b.words)
	if len(c.pairs) == 0 {
		return false
	}
	first, last := c.pairs[0].ref, c.pairs[len(c.pairs)-1].ref
	within := text.Span{Start: a.words.toks[first].Start - a.q.Start, End: a.words.toks[last].End - a.q.Start}
	said := a.q.In(a.words.src)
	open, _ := innerMarks(' ', said[:within.Start])
	_, closed := innerMarks('a', said[within.End:])
	return open && closed
}

// innerMarks reports whether a text within quotation marks, behind the given
// character, leaves inner ones open, and whether it closes any. A mark opens
// behind a space; one between two letters is an apostrophe.
func innerMarks(before rune, s string) (open, closes bool) {
	depth := 0
	for i, r := range s {
		if strings.ContainsRune("“”\"‘’'«»„", r) {
			behind, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			switch {
			case unicode.IsSpace(before) || unicode.In(before, unicode.Pd, unicode.Ps):
				depth++
			case !unicode.IsLetter(behind):
				closes = true
				depth = max(0, depth-1)
			}
		}
		before = r
	}
	return depth > 0, closes
}

// sameWords reports whether all words of one name are of the other, so that
// they name nobody else: "Orrin Tarn", "Tarn Orrin Junior".
func sameWords(a, b string) bool {
	x, y := sorted(text.FoldedWords(a)), sorted(text.FoldedWords(b))
	n := common(x, y)
	return n > 0 && n == min(len(x), len(y))
}

// blurred reports whether two speakers share a surname and one article gives
// no more at the quote, or less: which of a family it means is a guess.
func (l *teller) blurred(a, b *quote) bool {
	x, y := text.FoldedWords(l.people[a.speakers[0]].Name), text.FoldedWords(l.people[b.speakers[0]].Name)
	if len(x) == 0 || len(y) == 0 || x[len(x)-1] != y[len(y)-1] {
		return false
	}
	return !l.given(a, x[0]) || !l.given(b, y[0])
}

// given reports whether the article names the speaker of a quote there by a
// given name.
func (l *teller) given(q *quote, name string) bool {
	return slices.Contains(text.FoldedWords(q.q.SpeakerAt.In(q.words.src)), name)
}

// credited reports whether a quote in marks surely has a speaker.
func credited(q *quote) bool {
	return len(q.speakers) > 0 && q.q.Confidence >= sureSpeaker && q.marked
}

// speakerClaim is who a quote is credited to, empty if nobody surely is.
func (l *teller) speakerClaim(q *quote) string {
	if !credited(q) {
		return ""
	}
	name := l.people[q.speakers[0]].Name
	for _, s := range q.speakers[1:] {
		name += ", " + l.people[s].Name
	}
	return name
}

func daysClash(a, b *quote) bool {
	x, y := dayClaim(a), dayClaim(b)
	return x != "" && y != "" && x != y
}

// dayClaim is the day that the article says a quote in marks was said on,
// empty if it names none.
func dayClaim(q *quote) string {
	if !q.marked {
		return ""
	}
	return q.q.SaidOn.String()
}

// claims lists what each outlet says, each different claim once.
func (l *teller) claims(qs []*quote, value func(*quote) string) []news.Claim {
	var out []news.Claim
	seen := map[[2]string]bool{}
	for _, q := range qs {
		v := value(q)
		if k := [2]string{q.outlet, v}; v != "" && !seen[k] {
			seen[k] = true
			out = append(out, news.Claim{Outlet: q.outlet, Value: v, At: q.ref})
		}
	}
	return out
}
