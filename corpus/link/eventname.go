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
	for _, d := range ds {
		for _, t := range d.tellings {
			if s, n := c.nameOf(t); n > most {
				best, most = s, n
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
	from, subject := n.subject()
	to := n.tail()
	parts := n.without(text.Span{Start: ws[from].Start, End: ws[to].End}, subject)
	return capitalised(strings.Join(strings.Fields(strings.Join(parts, " ")), " ")), n.worth(from, to)
}

// namer makes a name of one telling.
type namer struct {
	*clues
	t           *telling
	ws          []text.Word // of the clause
	first, last int         // the trigger's words
}

// subject returns the first word of the name: that of who acts, named before
// the verb, or of the phrase of a noun. aside is what stands between the
// subject and its verb and is left out.
func (n *namer) subject() (from int, aside text.Span) {
	if n.t.noun {
		return n.phrase(), text.Span{}
	}
	from, end := n.actorBefore(n.ws[n.first].Start)
	if from < 0 {
		return n.first, text.Span{}
	}
	for {
		i, e := n.actorBefore(n.ws[from].Start)
		if i < 0 || !joinsNames(text.Span{Start: e, End: n.ws[from].Start}.In(n.t.src)) {
			break
		}
		from = i
	}
	return n.possessor(from), n.aside(end)
}

// actorBefore returns the first word of the actor named nearest before an
// offset, close to it, and where the mention ends; -1 if nobody is.
func (n *namer) actorBefore(at int) (word, end int) {
	rd := &n.rs[n.t.at.Reading]
	start := -1
	for _, e := range n.t.r.Entities {
		for _, m := range rd.Entities[e].Mentions {
			if n.t.r.Contains(m.Span) && m.End <= at && m.Start > start {
				start, end = m.Start, m.End
			}
		}
	}
	if start < 0 {
		return -1, 0
	}
	word = slices.IndexFunc(n.ws, func(w text.Word) bool { return w.End > start })
	if word < 0 || n.wordsBetween(end, at) > nameBefore+20 {
		return -1, 0
	}
	return word, end
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

// joinsNames reports whether what stands between two names makes one subject of
// them.
func joinsNames(between string) bool {
	switch strings.TrimSpace(between) {
	case "and", ",", ", and", "&", "and the":
		return true
	}
	return false
}

// possessor returns the word from which a subject is named in full: titles
// and roles before it taken along, up to five words.
func (n *namer) possessor(from int) int {
	for k := 0; from > 0 && k < 5; k++ {
		w := n.ws[from-1]
		r, _ := utf8.DecodeRuneInString(n.t.src[w.Start:])
		if !unicode.IsUpper(r) || n.parted(from-1) || from == 1 && lexicon.Stopword(w.Fold) {
			break
		}
		from--
	}
	return from
}

// aside returns the words between a subject that ends at end and its verb, if
// they stand between commas or are too many for a name.
func (n *namer) aside(end int) text.Span {
	s := text.Span{Start: end, End: n.ws[n.first].Start}
	between := s.In(n.t.src)
	open := strings.Index(between, ", ")
	shut := strings.LastIndex(between, ", ")
	if open < 0 || shut <= open {
		return text.Span{}
	}
	return text.Span{Start: end + open, End: end + shut + 1}
}

// phrase returns the first word of the noun phrase that the trigger ends.
func (n *namer) phrase() int {
	i := n.first
	for k := 0; i > 0 && k < 5; k++ {
		w := n.ws[i-1]
		if n.parted(i-1) || lexicon.Stopword(w.Fold) || w.Overlaps(n.t.r.DateAt) || isVerbForm(w.Fold) {
			break
		}
		i--
	}
	return i
}

// isVerbForm reports whether a word is the past of a verb of happening, which
// begins no name of one.
func isVerbForm(w string) bool {
	if v, ok := lexicon.TriggerVerb(w, nil); ok && w != v.Lemma && !strings.HasSuffix(w, "ing") {
		return true
	}
	return lexicon.IsPast(w)
}

// parted reports whether a stop stands behind word i.
func (n *namer) parted(i int) bool {
	if i+1 >= len(n.ws) {
		return true
	}
	gap := text.Span{Start: n.ws[i].End, End: n.ws[i+1].Start}.In(n.t.src)
	if strings.TrimSpace(gap) == "." {
		w := n.ws[i]
		return !text.IsAbbreviation(n.t.src[w.Start:w.End]) && w.Len() > 1 && !strings.Contains(w.Fold, ".")
	}
	return strings.ContainsAny(gap, ",;:()[]“”\"…—–.!?\n")
}

// tail returns the last word of the name.
func (n *namer) tail() int {
	limit := nameBehind
	said := isSpeech(n.t.class)
	if said {
		limit = nameSaid
	}
	i := n.last
	for k := 0; k < limit && i+1 < len(n.ws); k++ {
		w := n.ws[i+1]
		if n.parted(i) && !n.overDate(i) || beginsClause(w.Fold) && !(said && w.Fold == "that" && i == n.last) {
			break
		}
		i++
	}
	for i > n.last && (lexicon.Stopword(n.ws[i].Fold) || n.ws[i].Overlaps(n.t.r.DateAt)) {
		i--
	}
	return i
}

// overDate reports whether the stop behind word i belongs to the date.
func (n *namer) overDate(i int) bool {
	return n.ws[i].Overlaps(n.t.r.DateAt) && n.ws[i+1].Overlaps(n.t.r.DateAt)
}

// beginsClause reports whether a word begins a clause that a name can do without.
func beginsClause(w string) bool {
	switch w {
	case "after", "before", "as", "while", "which", "who", "whom", "when", "because", "following", "amid", "ahead", "but", "according", "saying",
		"that", "though", "although", "since", "until", "where", "adding", "whose", "if", "and":
		return true
	}
	return false
}

// without returns the words of s without the date and the aside.
func (n *namer) without(s, aside text.Span) []string {
	cuts := []text.Span{n.t.r.DateAt, aside}
	slices.SortFunc(cuts, func(a, b text.Span) int { return a.Start - b.Start })
	var out []string
	at := s.Start
	for _, c := range cuts {
		if c.Empty() || c.Start < at || c.End > s.End {
			continue
		}
		out = append(out, n.t.src[at:c.Start])
		at = c.End
	}
	return append(out, n.t.src[at:s.End])
}

// worth is how good the words [from,to] are as a name.
func (n *namer) worth(from, to int) int {
	rd := &n.rs[n.t.at.Reading]
	span := text.Span{Start: n.ws[from].Start, End: n.ws[to].End}
	score := 0
	for _, e := range n.t.r.Entities {
		if slices.ContainsFunc(rd.Entities[e].Mentions, func(m news.Mention) bool { return span.Contains(m.Span) && m.Form != news.ByPronoun }) {
			score += 3
		}
	}
	if from < n.first {
		score += 2
	}
	if to > n.last {
		score++
	}
	if !n.t.r.PlaceAt.Empty() && span.Contains(n.t.r.PlaceAt) {
		score += 2
	}
	if isSpeech(n.t.class) {
		score -= 2
	}
	if strings.ContainsAny(span.In(n.t.src), "“”\"") {
		score -= 3
	}
	return score - max(0, to-from-12)
}

// capitalised returns s with its first letter a capital.
func capitalised(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || unicode.IsUpper(r) {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
