package link

import (
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// leansOnDate reports whether the words before the date do not read without
// it: "gave them until Friday", "it was Friday when", "the night of Friday".
func (n *namer) leansOnDate() bool {
	i := -1
	for k, w := range n.ws {
		if w.End <= n.t.r.DateAt.Start {
			i = k
		}
	}
	if i < 0 {
		return false
	}
	if k := slices.IndexFunc(n.ws, func(w text.Word) bool { return w.Start >= n.t.r.DateAt.End }); k > 0 && n.goesOn(k) {
		return true
	}
	switch n.ws[i].Fold {
	case "until", "till", "since", "before", "after", "than", "of", "just", "only", "even", "about", "to", "was", "is", "be", "been", "between",
		"from", "night", "eve", "as", "late", "dated":
		return true
	}
	return false
}

// goesOn reports whether the clause goes on at word i, behind the date, with a
// subject: "issued on Sunday the company said".
func (n *namer) goesOn(i int) bool {
	switch n.ws[i].Fold {
	case "the", "a", "an", "his", "her", "their", "its":
		return !n.parted(i - 1)
	}
	return false
}

// beforeDate reports whether word i is the last before the date.
func (n *namer) beforeDate(i int) bool {
	return i+1 < len(n.ws) && n.ws[i].End <= n.t.r.DateAt.Start && n.ws[i+1].Overlaps(n.t.r.DateAt)
}

// vague reports whether a name that begins with a word does not say whom it is
// about.
func vague(w string) bool {
	switch w {
	case "he", "she", "it", "they", "we", "i", "there", "his", "her", "their", "its", "this", "these", "those":
		return true
	}
	return false
}

// maxLead is how many words a subject may be long that stands in an earlier
// clause.
const maxLead = 9

// lead returns the subject of a name that begins with its verb, which stands
// before the clause: what a relative clause is about, or who the sentence is
// about: "[Negotiators of both sides] agreed to meet".
func (n *namer) lead(from int) string {
	if n.t.noun || !isVerbForm(n.ws[from].Fold) && from != n.first {
		return ""
	}
	s := n.sentence()
	ws := text.Words(n.t.src, s)
	at := slices.IndexFunc(ws, func(w text.Word) bool { return w.Start >= n.ws[from].Start })
	if at < 1 {
		return n.actor()
	}
	switch ws[at-1].Fold {
	case "which", "who", "that":
		return oneLine(n.antecedent(ws[:at-1]))
	case "and", "but", "or", "then":
		return oneLine(n.sentenceSubject(ws[:at-1]))
	}
	if n.stopBetween(ws[at-1], ws[at]) && !strings.HasSuffix(ws[at].Fold, "ing") {
		if s := n.headSubject(ws[:at]); s != "" {
			return oneLine(s)
		}
	}
	return n.actor()
}

// actor returns the one who takes part, empty if there is not just one.
func (n *namer) actor() string {
	if len(n.t.order) != 1 || n.namesIn(n.t.r.Span) {
		return ""
	}
	return n.people[n.t.order[0]].Name
}

// sentence returns the sentence of the telling.
func (n *namer) sentence() text.Span {
	for _, s := range n.rs[n.t.at.Reading].Sentences {
		if s.Contains(n.t.r.Trigger) {
			return s
		}
	}
	return n.t.r.Span
}

// whose returns who speaks, where a name is that of a speech and names nobody:
// "[Orrin Tarn’s] address".
func (n *namer) whose(from, to int) string {
	if !n.t.noun || n.t.class != "speech" && n.t.class != "announce" || n.t.who < 0 || n.namesIn(text.Span{Start: n.ws[from].Start, End: n.ws[to].End}) {
		return ""
	}
	if from > 0 && strings.HasSuffix(n.ws[from-1].Fold, "'s") {
		return ""
	}
	return n.people[n.t.who].Name
}

// antecedent returns the last noun phrase of some words, as printed.
func (n *namer) antecedent(ws []text.Word) string {
	i := len(ws) - 1
	for i > 0 && len(ws)-i < maxLead && !isArticle(ws[i].Fold) && !n.stopBetween(ws[i-1], ws[i]) && !isVerbForm(ws[i-1].Fold) && !beginsClause(ws[i-1].Fold) {
		i--
	}
	if i < 0 || isVerbForm(ws[i].Fold) || isArticle(ws[len(ws)-1].Fold) {
		return ""
	}
	return text.Span{Start: ws[i].Start, End: ws[len(ws)-1].End}.In(n.t.src)
}

func isArticle(w string) bool { return w == "the" || w == "a" || w == "an" || w == "this" }

// sentenceSubject returns the words of a sentence before its first verb, if
// they are few and nothing parts them.
func (n *namer) sentenceSubject(ws []text.Word) string {
	for i, w := range ws {
		if i > 0 && (isVerbForm(w.Fold) || isCue(w.Fold)) {
			return text.Span{Start: ws[0].Start, End: ws[i-1].End}.In(n.t.src)
		}
		if i >= maxLead || i > 0 && n.stopBetween(ws[i-1], w) || vague(w.Fold) {
			return ""
		}
	}
	return ""
}

// headSubject returns the words of a sentence before its first stop, if they
// are few, name something and hold no verb: "[Mara Venn], who led the talks,".
func (n *namer) headSubject(ws []text.Word) string {
	for i, w := range ws {
		if i > 0 && n.stopBetween(ws[i-1], w) && !isArticle(ws[i-1].Fold) {
			return text.Span{Start: ws[0].Start, End: ws[i-1].End}.In(n.t.src)
		}
		noun := i > 0 && isArticle(ws[i-1].Fold) || i > 1 && isArticle(ws[i-2].Fold)
		if i >= maxLead || !noun && (isVerbForm(w.Fold) || isCue(w.Fold)) || vague(w.Fold) || i == 0 && (hangs(w.Fold) && w.Fold != "the" || beginsClause(w.Fold)) {
			break
		}
	}
	return ""
}

func isCue(w string) bool {
	_, ok := lexicon.CueOf(w)
	return ok
}

// stopBetween reports whether a stop parts two words.
func (n *namer) stopBetween(a, b text.Word) bool {
	return strings.ContainsAny(text.Span{Start: a.End, End: b.Start}.In(n.t.src), ",;:()[]“”\"—–!?\n")
}

// quotedWords is how many words of a quotation a name may hold.
const quotedWords = 11

// quoted names a speech act after what its speaker is quoted with, where the
// clause itself says nothing of it: "Tarn: “The gates stay shut…”".
func (n *namer) quoted() (string, bool) {
	to, _ := n.tail()
	if !isSpeech(n.t.class) || n.t.noun || to > n.last || n.t.who < 0 {
		return "", false
	}
	rd := &n.rs[n.t.at.Reading]
	for i := range rd.Quotes {
		q := &rd.Quotes[i]
		if q.Kind == news.Indirect || !q.Cue.Overlaps(n.t.r.Trigger) || !n.saidBy(n.t, q) {
			continue
		}
		ws := text.Words(n.t.src, q.Span)
		if len(ws) < 3 {
			continue
		}
		end, cut := ws[min(len(ws), quotedWords)-1].End, ""
		if len(ws) > quotedWords {
			cut = "…"
		}
		return n.people[n.t.who].Name + ": “" + oneLine(n.t.src[ws[0].Start:end]) + cut + "”", true
	}
	return "", false
}

// tidy returns a name without the marks of emphasis of a source.
func tidy(name string) string { return strings.ReplaceAll(name, "*", "") }

// firstRune returns the first character of s, empty if it has none.
func firstRune(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}
