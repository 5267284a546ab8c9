package annotate

import (
	"slices"
	"sort"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// namedSpan is a mention and whose it is.
type namedSpan struct {
	text.Span
	entity int
}

// namedSpans returns the mentions of all entities, in order.
func namedSpans(es []news.Entity) []namedSpan {
	var out []namedSpan
	for i := range es {
		for _, m := range es[i].Mentions {
			out = append(out, namedSpan{m.Span, i})
		}
	}
	slices.SortStableFunc(out, func(a, b namedSpan) int { return a.Start - b.Start })
	return out
}

// within returns the mentions in s.
func (e *eventReader) within(s text.Span) []namedSpan {
	i := sort.Search(len(e.named), func(i int) bool { return e.named[i].Start >= s.Start })
	j := i
	for j < len(e.named) && e.named[j].Start < s.End {
		j++
	}
	return e.named[i:j]
}

// participants returns who is named in the report's clause, each once, in
// order; not the place it happened at. Who only speaks of a happening inside
// marks takes no part in it, unless in the first person.
func (e *eventReader) participants(t *dateText, r news.Report, tr eventTrigger) []int {
	var out []int
	quoted := t.toks[tr.from].quoted
	we := quoted && t.firstPerson(tr.from)
	s := r.Span
	if i := t.adjunct(t.tokenAt(max(r.DateAt.End, r.Trigger.End))); i < len(t.toks) {
		s.End = min(s.End, t.toks[i].Start)
	}
	for _, m := range e.within(s) {
		if m.Overlaps(r.PlaceAt) || slices.Contains(out, m.entity) || e.entities[m.entity].Kind == news.Place && e.located(t, m.Span) {
			continue
		}
		if k := t.tokenAt(m.Start); quoted && !we && k < len(t.toks) && !t.toks[k].quoted {
			continue
		}
		out = append(out, m.entity)
	}
	return out
}

// adjunct returns the first token from i on that begins a clause of another
// happening, the length of the sentence if none does: "after investigators
// searched his home".
func (t *dateText) adjunct(i int) int {
	for ; i < len(t.toks); i++ {
		switch t.low(i) {
		case "after", "before", "ahead", "following", "while", "as":
			return i
		}
	}
	return i
}

// firstPerson reports whether the quotation that token i stands in speaks of
// "we" or "I" in this sentence.
func (t *dateText) firstPerson(i int) bool {
	for j := i; j >= 0 && t.toks[j].quoted; j-- {
		if w := t.low(j); w == "we" || w == "i" {
			return true
		}
	}
	return false
}

// located reports whether a place stands behind a preposition of place.
func (e *eventReader) located(t *dateText, s text.Span) bool {
	i := t.tokenAt(s.Start) - 1
	if t.low(i) == "the" {
		i--
	}
	return isLocative(t.low(i))
}

func isLocative(w string) bool {
	switch w {
	case "in", "at", "near", "outside", "inside", "across", "throughout", "around":
		return true
	}
	return false
}

// tokenAt returns the token that begins at or behind an offset.
func (t *dateText) tokenAt(offset int) int {
	return sort.Search(len(t.toks), func(i int) bool { return t.toks[i].Start >= offset })
}

// placeOf returns the words of the clause that say where: right before the
// trigger noun, "the Geneva summit", or behind a preposition of place, the
// nearest to the trigger.
func (e *eventReader) placeOf(t *dateText, clause [2]int, tr eventTrigger) text.Span {
	if !tr.verb {
		if s, ok := e.placeBefore(t, tr.from); ok {
			return s
		}
	}
	var best text.Span
	dist := 1 << 30
	for i := clause[0]; i < clause[1]; i++ {
		if !isLocative(t.low(i)) || t.toks[i].quoted != t.toks[tr.from].quoted || i-1 != tr.from && ownsPlace(t.low(i-1)) {
			continue
		}
		s, ok := e.placeBehind(t, i+1, clause[1])
		if !ok || t.modifiesNoun(s, tr) || t.isOfAnother(i, clause[0], tr) {
			continue
		}
		n := i - tr.from
		if n < 0 {
			n = -2 * n
		}
		if n < dist {
			best, dist = s, n
		}
	}
	if dist > farPlace && (tr.Class == "say" || tr.Class == "announce") {
		return text.Span{}
	}
	return best
}

// isOfAnother reports whether the preposition of place at i belongs to another
// verb than the trigger's: one that is no infinitive stands between the two, and
// the place does not open the clause.
func (t *dateText) isOfAnother(i, from int, tr eventTrigger) bool {
	if i-from < 2 {
		return false
	}
	lo, hi := tr.to, i
	if i < tr.from {
		lo, hi = i+1, tr.from
	}
	for k := range t.groups {
		g := &t.groups[k]
		if t.pos(g.first) != "VB" && lo <= g.first && g.head < hi && (tr.group == nil || g.head != tr.group.head && g.first != tr.group.first) {
			return true
		}
	}
	return false
}

// farPlace is how many tokens from a verb of saying a place is no longer where
// it was said.
const farPlace = 8

// modifiesNoun reports whether a place only qualifies the noun behind it, not
// the trigger: "in Norwegian waters".
func (t *dateText) modifiesNoun(s text.Span, tr eventTrigger) bool {
	i := t.tokenAt(s.End)
	return i != tr.from && (t.pos(i) == "NN" || t.pos(i) == "NNS") && t.toks[i].Kind == text.Lower
}

// ownsPlace reports whether a place behind a noun is the noun's own rather
// than that of what is told: "the war in".
func ownsPlace(w string) bool { return lexicon.PlaceOwner.Has(w) }

// placeBefore returns the place named by the capitals right before the noun
// at i.
func (e *eventReader) placeBefore(t *dateText, i int) (text.Span, bool) {
	for _, m := range e.within(t.Span) {
		if e.entities[m.entity].Kind != news.Place {
			continue
		}
		j := t.tokenAt(m.End)
		if j <= i && i-j <= 2 && !t.isDivided(j, i) {
			return m.Span, true
		}
	}
	return text.Span{}, false
}

// isDivided reports whether other than nouns and adjectives stands in
// [from,to).
func (t *dateText) isDivided(from, to int) bool {
	for i := from; i < to; i++ {
		if !isNoun(t, i) && t.pos(i) != "CD" {
			return true
		}
	}
	return false
}

// placeBehind returns the place that begins at token i, behind its
// preposition: a place the article names, or capitals that name nobody.
func (e *eventReader) placeBehind(t *dateText, i, end int) (text.Span, bool) {
	if t.low(i) == "the" {
		i++
	}
	if i >= end {
		return text.Span{}, false
	}
	for _, m := range e.within(text.Span{Start: t.toks[i].Start, End: t.toks[i].End}) {
		return m.Span, e.entities[m.entity].Kind == news.Place || lexicon.Seat(m.In(e.src))
	}
	j := i
	for j < end && (t.capital(j) && !t.namesTime(j) || j > i && t.ownsNext(j, end)) {
		j++
	}
	if j == i+1 && j < end && t.toks[j].Kind == text.Number && !t.capital(j+1) && len(t.word(j)) < 4 {
		j++ // "Gate 4"
	}
	if j == i || e.namesOther(t, i, j) || t.toks[i].quoted && i > 0 && t.toks[i-1].Kind == text.Mark {
		return text.Span{}, false
	}
	if j < end && t.low(j) == "'s" || isLawWord(t.low(j-1)) || t.low(j) == "of" {
		return text.Span{}, false
	}
	return t.span(i, j), true
}

// namesOther reports whether the tokens [from,to) name a person or body: "at
// President Venn".
func (e *eventReader) namesOther(t *dateText, from, to int) bool {
	return slices.ContainsFunc(e.within(t.span(from, max(to, from+1))), func(m namedSpan) bool {
		return e.entities[m.entity].Kind != news.Place && !lexicon.Seat(m.In(e.src))
	})
}

// isLawWord reports whether a word ends the name of a law or a war, in which
// nothing takes place: "in the Harbours Act".
func isLawWord(w string) bool {
	switch w {
	case "act", "bill", "code", "amendment", "war", "dossier":
		return true
	}
	return false
}

// ownsNext reports whether token i is the apostrophe of an owner in the plural,
// whose the capitals behind it are: "the Dockers’ Arms".
func (t *dateText) ownsNext(i, end int) bool {
	w := t.word(i)
	return (w == "’" || w == "'") && t.toks[i].Start == t.toks[i-1].End && strings.HasSuffix(t.low(i-1), "s") && i+1 < end && t.capital(i+1)
}

// namesTime reports whether token i names a month or weekday.
func (t *dateText) namesTime(i int) bool {
	_, _, ok := lexicon.Weekday(t.low(i))
	return ok || lexicon.Month(t.low(i)) != 0
}
