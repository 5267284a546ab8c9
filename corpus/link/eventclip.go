package link

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// What a clipping may hold, in words.
const (
	clipBefore = 12 // before the word that names the happening
	clipBehind = 9  // behind it
	clipComma  = 3  // behind it before a comma ends it
)

// clipped names a happening that no telling makes a whole name of by the words one
// tells it with, cut where they go on: "Mara Venn called Orrin Tarn to discuss the…".
// It is empty for what was no more than supposed, has no certain day, or befell
// nobody known.
func (c *clues) clipped(ds []*deed) string {
	for _, d := range ds {
		for _, t := range d.tellings {
			if t.r.Exact != news.DayExact || t.r.Modality == news.Hypothetical || t.quoted {
				continue
			}
			if s := c.inItsWords(t); s != "" && !(t.noun && c.toldOtherwise(d)) {
				return s
			}
		}
	}
	return ""
}

// toldOtherwise reports whether the article of a deed tells another of its kind and
// day, which it may be no more than a name for.
func (c *clues) toldOtherwise(d *deed) bool {
	return slices.ContainsFunc(c.told[d.reading], func(o *deed) bool {
		return o != d && o.day == d.day && o.exact == d.exact && (common(o.classes, d.classes) > 0 || common(o.also, d.classes) > 0)
	})
}

// inItsWords is clipped for one telling.
func (c *clues) inItsWords(t *telling) string {
	if t.noun && t.datedNoun() {
		return c.dated(t)
	}
	if (t.class != "" || len(t.doers) > 0) && c.tellsOfSome(t) {
		if s := c.clip(t); s != "" {
			return s
		}
	}
	switch {
	case !t.noun:
		return ""
	case strings.Contains(t.r.Name, " ") && !t.isOfMore():
		return t.r.Name
	case t.r.DateAt.Start >= t.r.Trigger.End && strings.TrimSpace(t.src[t.r.Trigger.End:t.r.DateAt.Start]) == "":
		return c.dated(t)
	}
	return ""
}

// isOfMore reports whether the noun phrase of a telling is a piece of a name: "Union
// address" of "the State of the Union address".
func (t *telling) isOfMore() bool {
	i := strings.Index(t.src[t.r.Start:t.r.Trigger.End], t.r.Name)
	return i > 0 && (strings.HasSuffix(t.src[:t.r.Start+i], "of the ") || strings.HasSuffix(t.src[:t.r.Start+i], "of "))
}

// tellsOfSome reports whether a telling names somebody or some place, or leads its
// article.
func (c *clues) tellsOfSome(t *telling) bool {
	return t.leading || t.place != "" || slices.ContainsFunc(t.order, func(a int) bool { return upper(c.people[a].Name) })
}

// datedNoun reports whether the date of a telling, a noun, stands right beside it:
// "Friday's hearing", "the attacks of May 3".
func (t *telling) datedNoun() bool {
	if t.r.DateAt.End <= t.r.Trigger.Start {
		ws := text.Words(t.src, text.Span{Start: t.r.DateAt.End, End: t.r.Trigger.Start})
		return len(ws) < 3 && !slices.ContainsFunc(ws, func(w text.Word) bool { return opensPhrase(w.Fold) })
	}
	if t.r.DateAt.Start < t.r.Trigger.End {
		return false
	}
	switch strings.TrimSpace(t.src[t.r.Trigger.End:t.r.DateAt.Start]) {
	case "of", "from":
		return true
	}
	return false
}

// dated names a noun by its date, and by who takes part or where it was if the
// clause says so: "Friday's hearing (Orrin Tarn)".
func (c *clues) dated(t *telling) string {
	s := text.Span{Start: min(t.r.DateAt.Start, t.r.Trigger.Start), End: max(t.r.DateAt.End, t.r.Trigger.End)}
	name := strings.TrimPrefix(oneLine(s.In(t.src)), "on ")
	if strings.ContainsAny(name, ";:—“”\"()") || strings.Contains(name, ",") && !strings.Contains(t.r.DateAt.In(t.src), ",") {
		return ""
	}
	for _, kind := range []news.ActorKind{news.Person, news.Organisation} {
		if kin(t.class) == "harm" || t.class == "storm" {
			break // whoever is named was hardly there
		}
		for _, a := range t.order {
			if c.people[a].Kind == kind && c.isNamed(a) && upper(c.people[a].Name) {
				return capital(name) + " (" + c.people[a].Name + ")"
			}
		}
	}
	return capital(name)
}

// clip returns the words about the trigger of a telling, from who acts on.
func (c *clues) clip(t *telling) string {
	ws := text.Words(t.src, t.r.Span)
	k := slices.IndexFunc(ws, func(w text.Word) bool { return w.Overlaps(t.r.Trigger) })
	if k < 0 {
		return ""
	}
	from := c.clipFrom(t, ws, k)
	if from < 0 {
		return ""
	}
	to := clipTo(t, ws, k)
	who, from, ok := c.inPronounsPlace(t, ws, from)
	if !ok {
		return ""
	}
	s := who + t.asClause(t.without(ws[from].Start, ws[to].End), ws[k])
	switch goesOn := to+1 < len(ws) && !closesSentence(t.src, ws[to], ws[to+1]); {
	case goesOn && !t.noun && to == k:
		return "" // "the letter, signed…" tells nothing
	case goesOn:
		s += "…"
	}
	if s = withoutAside(s); strings.ContainsAny(s, "“”\"()[]|*") || slices.ContainsFunc(strings.Fields(s), isFirstPerson) {
		return ""
	}
	return capital(s)
}

// clipFrom returns the word that a clipping begins with: the clause's first behind its
// date, or whoever stands right before the trigger if that is far away; -1 if
// neither will do.
func (c *clues) clipFrom(t *telling, ws []text.Word, k int) int {
	from := 0
	for from < k && (ws[from].Overlaps(t.r.DateAt) || isLinkWord(ws[from].Fold)) {
		from++
	}
	if from < k && k-from <= clipBefore && !hangsOn(ws[from].Fold) && !t.isBroken(ws[from:k+1]) {
		return from
	}
	for i := k - 1; i > from && k-i <= clipBefore; i-- {
		if t.opensClause(ws, i) || stopsBehind(t.src, ws[i-1], ws[i]) && c.mentions(t, ws[i].Start) {
			if t.isBroken(ws[i : k+1]) {
				return -1
			}
			return i
		}
	}
	return -1
}

// opensClause reports whether word i is the first behind a word that hangs a clause
// on another, or behind a comma adds one to it.
func (t *telling) opensClause(ws []text.Word, i int) bool {
	switch ws[i-1].Fold {
	case "when", "where", "while", "after":
		return !strings.HasSuffix(ws[i].Fold, "ing")
	case "that":
		return t.r.Modality == news.Planned && !isVerbForm(ws[i].Fold) // what is to come needs nobody who says so
	case "said", "told":
		return t.r.Modality == news.Planned && ws[i].Fold == "the" && t.isFuture(ws[i:])
	case "but", "and":
		return i > 1 && stopsBehind(t.src, ws[i-2], ws[i-1]) && upper(t.src[ws[i].Start:])
	}
	return false
}

// isLinkWord reports whether a word only ties a sentence to the one before it, or
// goes with its date.
func isLinkWord(w string) bool {
	switch w {
	case "and", "but", "also", "then", "meanwhile", "however", "late", "early", "earlier", "later", "instead", "so", "still", "yet", "indeed", "finally", "that",
		"nonetheless", "nevertheless", "though", "now":
		return true
	}
	return false
}

// isFuture reports whether a "will" or "would" stands right before the trigger among
// the words.
func (t *telling) isFuture(ws []text.Word) bool {
	for i := 1; i < len(ws); i++ {
		if ws[i].Overlaps(t.r.Trigger) {
			return ws[i-1].Fold == "would" || ws[i-1].Fold == "will"
		}
	}
	return false
}

// isBroken reports whether a stop other than a comma parts two of the words.
func (t *telling) isBroken(ws []text.Word) bool {
	for i := 0; i+1 < len(ws); i++ {
		if gap := t.src[ws[i].End:ws[i+1].Start]; strings.ContainsAny(gap, ";:—–“”\"") || strings.Contains(gap, "--") || stopsBehind(t.src, ws[i], ws[i+1]) && !strings.Contains(gap, ")") && !strings.Contains(gap, ",") {
			return true
		}
	}
	return false
}

// mentions reports whether a name begins at a byte of the telling's article.
func (c *clues) mentions(t *telling, at int) bool {
	for _, e := range t.r.Entities {
		for _, m := range c.rs[t.at.Reading].Entities[e].Mentions {
			if m.Start == at && m.Form != news.ByPronoun {
				return true
			}
		}
	}
	return false
}

// clipTo returns the last word of a clipping whose trigger is word k.
func clipTo(t *telling, ws []text.Word, k int) int {
	to := k
	for to+1 < len(ws) && to-k < clipBehind && !stopsClip(t.src, ws[to], ws[to+1], to-k) {
		to++
	}
	for to > k && (ws[to].Overlaps(t.r.DateAt) || strings.HasSuffix(ws[to].Fold, "'s") || to+1 < len(ws) && !stopsBehind(t.src, ws[to], ws[to+1]) && (isUnfinished(ws[to].Fold) || opensPhrase(ws[to].Fold))) {
		to--
	}
	return to
}

// stopsClip reports whether what parts two words ends a clipping, n words behind its
// trigger.
func stopsClip(src string, a, b text.Word, n int) bool {
	gap := src[a.End:b.Start]
	return strings.ContainsAny(gap, ";:—–“”\"()") || strings.Contains(gap, "--") || stopsBehind(src, a, b) && (n >= clipComma || !strings.Contains(gap, ","))
}

// inPronounsPlace returns the name of whom the first word of a clipping means, if it
// is a pronoun, and the word behind it; ok is false if nobody knows.
func (c *clues) inPronounsPlace(t *telling, ws []text.Word, from int) (who string, next int, ok bool) {
	switch ws[from].Fold {
	case "he", "she", "they", "it", "his", "her", "their", "its", "we", "i", "our", "my", "you", "this", "these", "those", "who", "which":
	default:
		return "", from, true
	}
	for _, e := range t.r.Entities {
		for _, m := range c.rs[t.at.Reading].Entities[e].Mentions {
			a, known := c.actors[news.Ref{Reading: t.at.Reading, Item: e}]
			if m.Start != ws[from].Start || m.End != ws[from].End || !known || !upper(c.people[a].Name) || from+1 >= len(ws) {
				continue
			}
			if who = c.people[a].Name; strings.HasSuffix(ws[from].Fold, "r") || strings.HasSuffix(ws[from].Fold, "s") {
				who = text.Possessive(who)
			}
			return who + " ", from + 1, true
		}
	}
	return "", from, false
}

// without returns the source between two bytes without the date of the telling.
func (t *telling) without(from, to int) string {
	if t.r.DateAt.Start < from || t.r.DateAt.End > to {
		return oneLine(t.src[from:to])
	}
	behind := strings.TrimSpace(t.src[t.r.DateAt.End:to])
	return oneLine(strings.TrimRight(t.src[from:t.r.DateAt.Start], ", ") + " " + strings.TrimLeft(behind, ", "))
}

// asClause returns the words of a clipping without what makes a phrase of them: "Orrin
// Tarn, who led", "Orrin Tarn, led", the latter of "the mayor, Orrin Tarn, led".
func (t *telling) asClause(s string, trigger text.Word) string {
	head, rest, ok := strings.Cut(s, ",")
	if !ok || !upper(s) || len(strings.Fields(head)) > 4 {
		return s
	}
	tail := strings.TrimPrefix(strings.TrimPrefix(rest, " who"), " which")
	for _, be := range []string{"", " was", " is", " had", " has", " will"} {
		if strings.HasPrefix(tail, be+" "+trigger.In(t.src)) {
			return head + tail
		}
	}
	return s
}

// isFirstPerson reports whether a word is the writer's for himself, which nobody reads
// in a list.
func isFirstPerson(w string) bool {
	switch w {
	case "I", "we", "We", "my", "My", "our", "Our", "me", "us":
		return true
	}
	return false
}

// withoutAside returns s without its first words in brackets: "Orrin Tarn (Gull)".
func withoutAside(s string) string {
	open := strings.IndexByte(s, '(')
	if open < 0 {
		return s
	}
	n := strings.IndexByte(s[open:], ')')
	if n < 0 {
		return s
	}
	return oneLine(strings.TrimRight(s[:open], " ") + s[open+n+1:])
}

// capital returns s with its first letter a capital.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
