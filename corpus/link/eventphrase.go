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
	switch w {
	case "is", "are", "was", "were", "has", "have", "will", "would", "could", "may", "can", "should", "might":
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

// tail returns the last word of the name, and whether it breaks off there.
func (n *namer) tail() (to int, cut bool) {
	limit := nameBehind
	_, cue := lexicon.CueOf(n.ws[n.first].Fold)
	said := cue || isSpeech(n.t.class)
	if said {
		limit = nameSaid
	}
	i := n.last
	for k := 0; i+1 < len(n.ws); k++ {
		w := n.ws[i+1]
		if n.dates(w) && i == n.last {
			n.last++ // the date stands between the verb and what follows
			i++
			n.moved = true
			continue
		}
		if n.keepsDate && n.beforeDate(i+1) {
			i++
			continue // "until Friday"
		}
		if n.endsBehind(i, said) {
			break
		}
		if k == limit {
			cut = true
			break
		}
		i++
	}
	for i > n.last && (lexicon.Stopword(n.ws[i].Fold) || trails(n.ws[i].Fold)) {
		i--
	}
	for i > 0 && n.dates(n.ws[i]) {
		i--
	}
	return max(i, n.first), cut
}

// endsBehind reports whether a name is to end with word i for what follows it.
func (n *namer) endsBehind(i int, said bool) bool {
	w := n.ws[i+1]
	switch {
	case n.dates(w), n.parted(i) && !(said && n.quoteBehind(i)):
		return true
	case (n.t.noun || n.moved && i == n.last) && isVerbForm(w.Fold):
		return true
	case said && w.Fold == "that" && !(n.moved && n.t.noun):
		return i != n.last && !(n.keepsDate && isCue(n.ws[i].Fold))
	}
	return beginsClause(w.Fold)
}

// dates reports whether a word is of the date, which the name leaves out.
func (n *namer) dates(w text.Word) bool { return !n.keepsDate && w.Overlaps(n.t.r.DateAt) }

// trails reports whether a word is a poor last one.
func trails(w string) bool {
	switch w {
	case "late", "early", "later", "earlier", "both":
		return true
	}
	return strings.HasSuffix(w, "'s")
}

// beginsClause reports whether a word begins a clause that a name can do without.
func beginsClause(w string) bool { return slices.Contains(clauseOpeners, w) }

var clauseOpeners = []string{
	"after", "before", "as", "while", "which", "who", "whom", "when", "because", "following", "amid", "ahead", "but", "according",
	"saying", "that", "though", "although", "since", "until", "where", "adding", "whose", "if", "and", "once", "or", "so",
	"despite",
}

// without returns the words of s without the date and the aside.
func (n *namer) without(s, aside text.Span) []string {
	cuts := []text.Span{n.t.r.DateAt, aside}
	if n.keepsDate {
		cuts = cuts[1:]
	}
	slices.SortFunc(cuts, func(a, b text.Span) int { return a.Start - b.Start })
	var out []string
	at := s.Start
	for _, c := range cuts {
		if c.Empty() || c.Start < at || c.End > s.End {
			continue
		}
		part := strings.TrimRight(n.t.src[at:c.Start], " ,")
		for _, w := range []string{" for", " by", " in", " at", " the"} {
			if c == n.t.r.DateAt && !(n.t.r.Trigger.End <= c.Start && c.Start-n.t.r.Trigger.End < 2) {
				part = strings.TrimSuffix(part, w)
			}
		}
		if beginsDate(part) {
			part = ""
		}
		out = append(out, part)
		at = c.End
		for _, own := range []string{"’s", "'s"} {
			if strings.HasPrefix(n.t.src[at:s.End], own) {
				at += len(own)
			}
		}
	}
	rest := n.t.src[at:s.End]
	if strings.Join(out, "") == "" {
		rest = strings.TrimLeft(rest, " ,")
	}
	if strings.ContainsAny(firstRune(strings.TrimSpace(rest)), ",;:.”\"»)") && at > s.Start {
		rest = "" // the clause ends with the date
	}
	return append(out, rest)
}

// beginsDate reports whether words are no more than what stands before a date.
func beginsDate(s string) bool {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "in", "on", "by", "at", "early", "late", "earlier", "later", "late on", "early on":
		return true
	}
	return false
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
		score++
	}
	if from < n.first && !n.t.noun {
		score += 2
	}
	if n.t.known {
		score -= 3
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
