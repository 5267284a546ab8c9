package annotate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// What a name may hold, in words.
const (
	nameSubject = 10 // of who acts
	nameBehind  = 10 // behind the verb or noun
	nameSaid    = 14 // behind a verb of saying
	nameMore    = 3  // more, where it would have no end
	nameWords   = 24 // in all
)

// namer makes a short name of a happening, in words of its sentence: who
// acts, the verb and what completes it, or a noun and what belongs to it.
// Where no whole name can be made, there is none: never a piece of a clause.
type namer struct {
	*eventReader
	t      *dateText
	tr     eventTrigger
	date   rawDate
	from   int       // the date's first token
	lo, hi int       // tokens [lo,hi) of the date and what goes with it, which a name leaves out
	others [][2]int  // tokens of the sentence's other dates
	marks  []namedAt // by token
}

// namedAt is the mention a token is of: its tokens [lo,hi), none for hi zero.
type namedAt struct{ lo, hi, entity int }

// namePart is a run of tokens of a name, or what stands in its place.
type namePart struct {
	from, to int
	instead  string
}

// setName names what a report tells of a trigger beside the date d: not at all
// where the sentence makes no name. Whom the pronoun before its verb means takes
// part too.
func (e *eventReader) setName(r *news.Report, t *dateText, d *foundDate, tr eventTrigger, dates []foundDate) {
	n := e.namer(t, d, tr, dates)
	if who, ok := n.doer(); ok && !slices.Contains(r.Entities, who) {
		r.Entities = append([]int{who}, r.Entities...)
	}
	if r.Name = n.name(); r.Name == "" && !tr.verb {
		r.Name, r.NameBare = n.bareName(), true
	}
}

// namer returns what names a trigger.
func (e *eventReader) namer(t *dateText, d *foundDate, tr eventTrigger, dates []foundDate) *namer {
	n := namer{eventReader: e, t: t, tr: tr, date: d.rawDate, from: d.from, lo: d.from, hi: d.to}
	own := slices.IndexFunc(dates, func(o foundDate) bool { return o.from == d.from })
	first, last := own, own
	if own >= 0 {
		if first, last = t.listOf(dates, own); t.isVerb(dates[last].to) {
			first, last = own, own // "on Friday and on Tuesday ordered"
		}
		n.lo, n.hi = dates[first].from, dates[last].to
		n.from = n.lo
	}
	for i := range dates {
		if i < first || i > last {
			n.others = append(n.others, [2]int{dates[i].from, dates[i].to})
		}
	}
	n.readMentions()
	if d.Basis == ofTheShow {
		n.lo, n.hi = d.to, d.to // the name keeps the programme's
	} else if u := t.untilDate(tr.group, d); u >= 0 {
		n.lo, n.hi = u+1, d.from // the date stays
	} else {
		n.widenDate()
	}
	return &n
}

// name returns the name of the happening, empty if its words make none.
func (n *namer) name() string {
	if g := n.tr.group; g != nil {
		if ps, ok := n.clause(g); ok && (n.tr.verb || n.covers(ps) && n.isArgument(g) && n.isOfTheDay(g) && !n.datesOther(ps) && !n.isOpinion(g)) {
			if s := n.print(ps); s != "" {
				return s
			}
		}
	}
	if ps, ok := n.utterance(); ok {
		return n.print(ps)
	}
	if n.tr.verb {
		if ps, ok := n.otherwise(n.tr.group); ok {
			return n.print(ps)
		}
		return ""
	}
	if ps, ok := n.phrase(); ok {
		return n.print(ps)
	}
	return ""
}

// isInside reports whether an "in" stands before the noun phrase of the trigger:
// "in an interview".
func (n *namer) isInside() bool {
	w := n.t.low(n.nounStart() - 1)
	return w == "in" || w == "during"
}

// bareName returns the noun phrase of the trigger where it names nobody: "oral
// arguments".
func (n *namer) bareName() string {
	ps, _ := n.phrase()
	return n.print(ps)
}

// utterance names what is said in a writing or interview, the trigger or the
// noun that it is a participle of, after the verb of saying of its sentence:
// "In a statement issued on Monday the company said that".
func (n *namer) utterance() ([]namePart, bool) {
	if n.t.low(0) == "according" {
		return nil, false // what is said was not done on that day
	}
	if i := n.tr.from; !(isUtterance(n.t.low(i)) && n.isInside()) && !(n.tr.verb && isUtterance(n.t.low(i-1)) && n.carrier(n.tr.group) == nil) {
		return nil, false
	}
	for k := range n.t.groups {
		g := &n.t.groups[k]
		if g.quoted || !n.isTensed(g) || !n.takesClause(g) {
			continue
		}
		return n.clause(g)
	}
	return nil, false
}

// readMentions notes which tokens name somebody.
func (n *namer) readMentions() {
	n.marks = make([]namedAt, len(n.t.toks))
	for _, m := range n.within(n.t.Span) {
		lo, hi := n.t.tokenAt(m.Start), n.t.tokenAt(m.End)
		for k := lo; k < hi; k++ {
			if n.marks[k].hi-n.marks[k].lo < hi-lo {
				n.marks[k] = namedAt{lo, hi, m.entity}
			}
		}
	}
}

// widenDate takes along what goes with a date and is nothing without it: the
// preposition before it, "late on Friday", the possessive and the hour behind.
// A date that what stands before it does not read without stays in the name:
// "gave them until Friday".
func (n *namer) widenDate() {
	t := n.t
	if n.keepsDate() {
		n.hi = n.lo
		return
	}
	if t.low(n.hi) == "'s" {
		n.hi++
		return // "on Friday's report" is on the report
	}
	for n.lo > 0 && n.goesWithDate(n.lo-1) {
		n.lo--
	}
	n.lo, n.hi = n.beforeHour(n.lo), n.behindHour(n.hi)
}

// goesWithDate reports whether token i, right before a date, belongs to it.
func (n *namer) goesWithDate(i int) bool {
	switch n.t.low(i) {
	case "back":
		return isLocative(n.t.low(i+1)) || n.t.low(i+1) == "on" // "back in May", not "fired back Monday"
	case "in", "over":
		return n.t.low(i+1) != "on" // "sworn in on Friday"
	case "on", "by", "late", "early", "earlier", "later", "during", "at", "just", "only", "of":
		return n.t.low(i) != "of" || isHourOf(n.t.low(i-1))
	case "from":
		return n.t.isFrom(n.date)
	case "morning", "evening", "afternoon", "night":
		return n.t.low(n.lo) == "of"
	case "the":
		return n.t.low(n.hi) == "" || !isNoun(n.t, n.hi)
	}
	return false
}

func isHourOf(w string) bool { return lexicon.DayPart(w) }

// keepsDate reports whether the words before the date do not read without it.
func (n *namer) keepsDate() bool {
	if n.t.low(n.hi) == "'s" {
		return false
	}
	if n.t.isFrom(n.date) {
		return false
	}
	switch n.t.low(n.lo - 1) {
	case "until", "till", "since", "before", "after", "than", "of", "about", "to", "from", "between", "as", "dated", "through", "for":
		return !lexicon.DayPart(n.t.low(n.lo - 2))
	case "is", "was", "be", "been", "spent", "spend", "spends", "spending":
		return true
	}
	return false
}

// isOwnDate reports whether token i is of the date that the name leaves out.
func (n *namer) isOwnDate(i int) bool { return n.lo <= i && i < n.hi }

// isOtherDate reports whether token i is of another date.
func (n *namer) isOtherDate(i int) bool {
	for _, d := range n.others {
		if d[0] <= i && i < d[1] {
			return true
		}
	}
	return false
}

// isOpinion reports whether the trigger, a noun, is what somebody's words only hold
// an opinion of: “Today’s vote will live in infamy”.
func (n *namer) isOpinion(g *verbGroup) bool {
	return g.quoted && n.t.toks[n.tr.from].quoted && n.tr.from < g.first && !(g.side == leanBack && n.t.pos(g.first) == "VBD")
}

// covers reports whether the trigger stands in the parts.
func (n *namer) covers(ps []namePart) bool {
	for _, p := range ps {
		if p.from <= n.tr.from && n.tr.from < p.to && p.instead == "" {
			return true
		}
	}
	return false
}

// isArgument reports whether the trigger, a noun, is what the verb g does or
// suffers: its subject or object, not in a phrase that hangs on it, nor the
// subject of what is only said to be something.
func (n *namer) isArgument(g *verbGroup) bool {
	if isBe(n.t.low(g.head)) {
		return false
	}
	if n.tr.from > g.head {
		return n.beforeVerb(n.nounStart()-1) <= g.head
	}
	return n.tr.to <= g.first
}

// isOfTheDay reports whether what the verb g does to the trigger, a noun with a date
// of its own before it, is done on its day: "won Tuesday's vote", not "defended her
// Friday vote".
func (n *namer) isOfTheDay(g *verbGroup) bool {
	return !n.tr.named || n.tr.from < g.first || n.lo > n.tr.from || helps(n.t.low(g.head)) || lexicon.OfTheDay.Has(n.t.low(g.head))
}

// datesOther reports whether the parts hold another date, which may be the verb's
// rather than the noun's.
func (n *namer) datesOther(ps []namePart) bool {
	for _, p := range ps {
		for i := p.from; i < p.to; i++ {
			if n.isOtherDate(i) {
				return true
			}
		}
	}
	return false
}

// clause names a happening after the clause of a verb.
func (n *namer) clause(g *verbGroup) ([]namePart, bool) {
	main := n.carrier(g)
	if main == nil {
		return nil, false
	}
	if said := n.saidBy(main); said != nil {
		main = said
	} else if said := n.sayerOf(main); said != nil {
		main = said
	}
	subject, ok := n.subject(main.first, 4)
	if !ok || !n.agrees(main, subject) || n.t.toks[main.first].Kind == text.Clitic {
		return nil, false // "she’d" has no words to take her place
	}
	to, ok := n.predicate(main, g)
	if !ok || to <= g.head {
		return nil, false
	}
	return append(subject, namePart{from: main.first, to: to}), true
}

// isBroken reports whether another clause begins in the tokens [from,to).
func (n *namer) isBroken(from, to int) bool {
	for i := from; i < to; i++ {
		if !n.isOwnDate(i) && (n.t.toks[i].Kind == text.Punct && !n.isInPhrase(i) || n.joinsClause(i) || n.t.pos(i) == "CC") {
			return true
		}
	}
	return false
}

// print writes the parts as a name: dates and breaks left out, the first
// letter a capital. It is empty where the words cannot stand alone.
func (n *namer) print(ps []namePart) string {
	var out []string
	words := 0
	for _, p := range n.named(ps) {
		if p.instead != "" {
			out = append(out, p.instead)
		}
		for i := p.from; i < p.to; {
			j := i
			for j < p.to && !n.isOwnDate(j) {
				j++
			}
			if j > i {
				out = append(out, n.words(i, j))
				words += j - i
			}
			for i = j; i < p.to && n.isOwnDate(i); i++ {
			}
			if i > j && i < p.to && n.t.low(i-1) == "'s" && len(out) > 0 {
				out = append(out, "the")
			}
		}
	}
	name := strings.ReplaceAll(strings.Join(out, " "), "*", "")
	if words > nameWords || len(ps) == 0 || !isWhole(name) || n.t.glued(ps[len(ps)-1].to) {
		return ""
	}
	return capitalised(name)
}

// words returns the tokens [from,to) as a name prints them: an article right before
// the date that the name leaves out, "an October vote", fits the word behind it.
func (n *namer) words(from, to int) string {
	s := strings.Join(strings.Fields(n.t.span(from, to).In(n.t.src)), " ")
	if w := n.t.low(to - 1); to != n.lo || w != "a" && w != "an" || n.hi >= len(n.t.toks) {
		return s
	}
	s = s[:len(s)-len(n.t.word(to-1))] + "a"
	if strings.Contains("aeio", n.t.low(n.hi)[:1]) {
		s += "n"
	}
	return s
}

// isWhole reports whether marks and brackets of a name are in pairs.
func isWhole(name string) bool {
	return name != "" && strings.Count(name, "“") == strings.Count(name, "”") && strings.Count(name, "\"")%2 == 0 && !strings.ContainsAny(name, "()[]{}|")
}

// glued reports whether a page has run a headline into the sentence before
// token end: a surname that stands there once more with a word on its end,
// "Orrin Tarn Orrin Lee TarnDockers".
func (t *dateText) glued(end int) bool {
	for i := 0; i < end && i < len(t.toks); i++ {
		w := t.word(i)
		for k := 3; k < len(w)-1; k++ {
			if w[k-1] >= 'a' && w[k-1] <= 'z' && w[k] >= 'A' && w[k] <= 'Z' && t.printed(w[:k], i) {
				return true
			}
		}
	}
	return false
}

// printed reports whether w is a token before token i.
func (t *dateText) printed(w string, i int) bool {
	for i--; i >= 0; i-- {
		if t.word(i) == w {
			return true
		}
	}
	return false
}

// capitalised returns s with its first letter a capital.
func capitalised(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || unicode.IsUpper(r) {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
