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

// What an event's name may hold, in words.
const (
	nameBefore = 7  // between a subject and its verb
	nameBehind = 9  // behind the trigger
	nameSaid   = 12 // behind a verb of saying
)

// name returns a short name of a happening, in words of the source: those of
// the telling that says most in few.
func (c *clues) name(ds []*deed) string {
	best, most := "", -1<<30
	usual := usualClass(ds)
	for _, d := range ds {
		for _, t := range d.tellings {
			s, n := c.nameOf(t)
			if t.class == usual {
				n += 3
			}
			if n > most {
				best, most = s, n
			}
		}
	}
	return best
}

// usualClass returns the class of trigger that most tellings have.
func usualClass(ds []*deed) string {
	count := map[string]int{}
	best := ""
	for _, d := range ds {
		for _, t := range d.tellings {
			if count[t.class]++; count[t.class] > count[best] {
				best = t.class
			}
		}
	}
	return best
}

// nameOf returns the words of a telling about its trigger, and how good a
// name they make.
func (c *clues) nameOf(t *telling) (string, int) {
	ws := text.Words(t.src, t.r.Span)
	first := slices.IndexFunc(ws, func(w text.Word) bool { return w.End > t.r.Trigger.Start })
	if first < 0 {
		return t.r.Trigger.In(t.src), 0
	}
	last := first
	for last+1 < len(ws) && ws[last+1].Start < t.r.Trigger.End {
		last++
	}
	n := namer{clues: c, t: t, ws: ws, first: first, last: last}
	n.keepsDate = n.leansOnDate()
	if said, ok := n.saidBefore(); ok {
		return said, n.worth(0, last) - 1
	}
	if said, ok := n.quoted(); ok {
		return said, n.worth(0, last) - 1
	}
	from, aside := n.subject()
	to, cut := n.tail()
	worth := n.worth(from, to)
	if to == from || from == n.first && !n.t.noun {
		worth -= 6
		if open := n.clauseOpening(); open > 0 && n.long() < n.last {
			from = open // the sentence is too long to be named from its head
		} else {
			from, to = n.opening(), n.long()
			cut = to < len(ws)-1
		}
	}
	parts := n.without(text.Span{Start: ws[from].Start, End: ws[to].End}, aside)
	parts[0] = n.inFull(from, parts[0])
	name := oneLine(strings.Join(parts, " "))
	if whose := n.whose(from, to); whose != "" {
		name = whose + "’s " + name
	} else if lead := n.lead(from); lead != "" {
		name, worth = lead+" "+name, worth+2
	} else if vague(ws[from].Fold) && strings.HasPrefix(name, ws[from].In(t.src)) {
		worth -= 3
	}
	name = capitalised(tidy(name))
	if cut {
		name += "…"
	}
	return balanced(name), worth
}

// balanced breaks a name off before a quotation mark that nothing closes.
func balanced(s string) string {
	open := max(strings.LastIndex(s, "“"), strings.LastIndex(s, "\""))
	if open <= 0 || strings.Contains(s[open:], "”") || strings.Count(s, "\"")%2 == 0 && s[open] == '"' {
		return s
	}
	return strings.TrimSpace(s[:open]) + "…"
}

// quoteBehind reports whether nothing but a quotation mark parts word i from
// the next.
func (n *namer) quoteBehind(i int) bool {
	if i+1 >= len(n.ws) {
		return false
	}
	gap := text.Span{Start: n.ws[i].End, End: n.ws[i+1].Start}.In(n.t.src)
	return strings.Trim(gap, " “”\"") == ""
}

// long returns the last word of the clause, or of as much of it as a name may
// hold.
func (n *namer) long() int { return min(len(n.ws)-1, n.opening()+nameSaid) }

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// namer makes a name of one telling.
type namer struct {
	*clues
	t           *telling
	ws          []text.Word // of the clause
	first, last int         // the trigger's words
	keepsDate   bool        // the words do not read without the date
	moved       bool        // the date stood right behind the trigger
}

// subject returns the first word of the name: that of who acts, named before
// the verb, or of the phrase of a noun. aside is what stands between the
// subject and its verb and is left out.
func (n *namer) subject() (from int, aside text.Span) {
	if n.t.noun {
		return n.phrase(), text.Span{}
	}
	at := n.ws[n.first].Start
	if aside = n.aside(); !aside.Empty() {
		at = aside.Start
	}
	from = n.actorBefore(at)
	switch {
	case from < 0 && n.first < nameBefore:
		return n.opening(), text.Span{}
	case from < 0:
		return n.first, text.Span{}
	}
	for {
		i := n.actorBefore(n.ws[from].Start)
		if i < 0 || !n.joined(i, from) {
			break
		}
		from = i
	}
	from = n.titled(from)
	if k := n.clauseOpening(); k > from && k < n.first && !relates(n.ws[k-1].Fold) {
		return k, aside // the name stands in another clause
	}
	if from > 0 && hangs(n.ws[from-1].Fold) {
		if n.wordsBetween(n.t.r.Start, at) > nameSaid {
			return n.first, text.Span{}
		}
		return n.opening(), aside
	}
	return from, aside
}

// hangs reports whether a word makes the name behind it part of a phrase, not
// the subject: "the aide of".
func hangs(w string) bool { return slices.Contains(hangers, w) }

var hangers = []string{
	"of", "for", "to", "with", "by", "in", "at", "from", "between", "against", "on", "than", "including", "under", "near", "over",
	"about", "into", "through", "without", "like", "via", "within", "around", "among", "the",
}

// opening returns the first word of the clause that is no conjunction.
func (n *namer) opening() int {
	i := 0
	for i < n.first && (beginsClause(n.ws[i].Fold) || n.ws[i].Overlaps(n.t.r.DateAt)) {
		i++
	}
	return i
}

// clauseOpening returns the first word of the clause of the trigger, within the
// sentence: behind the last conjunction, relative or stop before it. It is 0
// where that is far off.
func (n *namer) clauseOpening() int {
	for i := n.first; i > 0 && n.first-i <= nameBefore; i-- {
		if n.parted(i-1) || beginsClause(n.ws[i-1].Fold) && n.ws[i-1].Fold != "and" && n.ws[i-1].Fold != "or" {
			return n.opens(i)
		}
	}
	return 0
}

// opens returns i, or the word behind the conjunction at i, if a clause can
// begin there; 0 if not.
func (n *namer) opens(i int) int {
	if w := n.ws[i].Fold; (w == "and" || w == "but" || w == "or") && i < n.first {
		i++
	}
	if w := n.ws[i].Fold; hangs(w) && w != "the" {
		return 0
	}
	return i
}

// relates reports whether w begins a clause about the word before it.
func relates(w string) bool {
	return w == "who" || w == "which" || w == "that" || w == "whose" || w == "whom"
}

// saidBefore names a speech act whose words stand before the verb: "They have
// reached a deal, the union said".
func (n *namer) saidBefore() (string, bool) {
	to, _ := n.tail()
	if !isSpeech(n.t.class) || n.t.noun || to > n.last || n.t.who < 0 {
		return "", false
	}
	i, cut := 0, false
	for i+1 < n.first && !n.parted(i) {
		if i++; i >= nameSaid {
			cut = true
			break
		}
	}
	for i > 3 && lexicon.Stopword(n.ws[i].Fold) {
		i--
	}
	if i < 3 || i+1 >= n.first {
		return "", false
	}
	s := n.people[n.t.who].Name + ": " + oneLine(text.Span{Start: n.ws[0].Start, End: n.ws[i].End}.In(n.t.src))
	if cut {
		s += "…"
	}
	return s, true
}

// actorBefore returns the first word of the actor named nearest before an
// offset, -1 if nobody is named close to it.
func (n *namer) actorBefore(at int) int {
	rd := &n.rs[n.t.at.Reading]
	var best text.Span
	for _, e := range n.t.r.Entities {
		for _, m := range rd.Entities[e].Mentions {
			if n.t.r.Contains(m.Span) && m.End <= at && m.Start >= best.Start && n.t.src[max(0, m.Start-1)] != '(' {
				best = m.Span
			}
		}
	}
	if best.Empty() || n.wordsBetween(best.End, at) > nameBefore {
		return -1
	}
	return slices.IndexFunc(n.ws, func(w text.Word) bool { return w.End > best.Start })
}

func (n *namer) wordsBetween(from, to int) int {
	k := 0
	for _, w := range n.ws {
		if w.Start >= from && w.End <= to {
			k++
		}
	}
	return k
}

// joined reports whether an "and" makes one subject of the names at words i
// and j.
func (n *namer) joined(i, j int) bool {
	between := text.Span{Start: n.ws[i].End, End: n.ws[j].Start}.In(n.t.src)
	return n.wordsBetween(n.ws[i].End, n.ws[j].Start) < 4 && strings.HasSuffix(strings.TrimSpace(between), "and")
}

// inFull replaces the pronoun that a name would begin with by whom it means.
func (n *namer) inFull(from int, name string) string {
	rd := &n.rs[n.t.at.Reading]
	for _, e := range n.t.r.Entities {
		for _, m := range rd.Entities[e].Mentions {
			if m.Start == n.ws[from].Start && m.Form == news.ByPronoun {
				return rd.Entities[e].Name + strings.TrimPrefix(name, m.In(n.t.src))
			}
		}
	}
	return name
}

// titled returns the word from which a subject is named in full: titles and
// roles before it taken along, up to five words.
func (n *namer) titled(from int) int {
	for k := 0; from > 0 && k < 5; k++ {
		w := n.ws[from-1]
		r, _ := utf8.DecodeRuneInString(n.t.src[w.Start:])
		if !unicode.IsUpper(r) || n.parted(from-1) || from == 1 && !lexicon.Title(w.Fold) && !lexicon.RoleHead(w.Fold) && lexicon.Rank(w.Fold) > 0 {
			break
		}
		from--
	}
	return from
}

// aside returns what stands between two commas right before the verb: ", who
// had led the talks,".
func (n *namer) aside() text.Span {
	before := text.Span{Start: n.t.r.Start, End: n.ws[n.first].Start}.In(n.t.src)
	shut := strings.LastIndex(before, ", ")
	if shut < 0 || n.wordsBetween(n.t.r.Start+shut, n.ws[n.first].Start) > 3 {
		return text.Span{}
	}
	open := strings.LastIndex(before[:shut], ", ")
	if open < 0 || n.namesIn(text.Span{Start: n.t.r.Start + shut, End: n.ws[n.first].Start}) {
		return text.Span{}
	}
	return text.Span{Start: n.t.r.Start + open, End: n.t.r.Start + shut + 1}
}

// namesIn reports whether somebody is named in s.
func (n *namer) namesIn(s text.Span) bool {
	rd := &n.rs[n.t.at.Reading]
	return slices.ContainsFunc(n.t.r.Entities, func(e int) bool {
		return slices.ContainsFunc(rd.Entities[e].Mentions, func(m news.Mention) bool { return s.Contains(m.Span) })
	})
}
