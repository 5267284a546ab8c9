package link

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// firstClause returns the words of a quote up to the last stop that a name has
// room for, or for want of one the last phrase, which an ellipsis shows to be cut;
// empty if that does not say something. An opening that hangs on what follows is
// left out.
func firstClause(src string, s text.Span) string {
	ws := text.Words(src, s)
	if len(ws) > 0 && ws[0].Fold == "that" && !upper(src[ws[0].Start:]) {
		ws = ws[1:]
	}
	if n := len(ws); n > 1 && ws[n-1].Fold == "that" && !opensPhrase(ws[n-2].Fold) && ws[n-2].Fold != "of" {
		ws = ws[:n-1]
	}
	if len(ws) == 0 {
		return ""
	}
	if hangsOn(ws[0].Fold) && !(upper(src[ws[0].Start:]) && isShort(src, ws)) {
		if ws = behindOpening(src, ws); ws == nil {
			return ""
		}
		if said := clauseOf(src, ws); said != "" {
			return "…" + said
		}
		return ""
	}
	return clauseOf(src, ws)
}

// clauseOf is firstClause for words that nothing is left out before.
func clauseOf(src string, ws []text.Word) string {
	end, open, verb := -1, -1, false
	for i := 0; i < len(ws) && i < quotedMost; i++ {
		verb = verb && !(ws[i].Fold == "that" && i > 0 && isVerbForm(ws[i-1].Fold)) || isVerbForm(ws[i].Fold) && !strings.HasSuffix(ws[i].Fold, "ing") && !(opensThought(ws[i].Fold) && i+1 < len(ws) && ws[i+1].Fold != "to") || i == 0 && isCommand(ws[0].Fold)
		switch {
		case isUnfinished(ws[i].Fold) && (i+1 < len(ws) || awaitsRest(ws[i].Fold)):
		case i+1 == len(ws) || stopsBehind(src, ws[i], ws[i+1]) && (verb || closesSentence(src, ws[i], ws[i+1])):
			end = i
		case verb && (joins(ws[i+1].Fold) || i > 4 && opensPhrase(ws[i+1].Fold)) && !opensPhrase(ws[i].Fold):
			open = i
		}
	}
	switch {
	case end+1 >= quotedLeast:
		return oneLine(src[ws[0].Start:ws[end].End])
	case open+1 >= quotedLeast:
		return oneLine(src[ws[0].Start:ws[open].End]) + "…"
	}
	return ""
}

// opensThought reports whether a verb only opens a clause that is still to come: "I
// think the port".
func opensThought(w string) bool {
	switch w {
	case "think", "believe", "know", "hope", "feel", "guess", "thought":
		return true
	}
	return false
}

// awaitsRest reports whether even the last of what is quoted leaves it open.
func awaitsRest(w string) bool {
	switch w {
	case "has", "have", "had", "will", "would", "should", "could", "to", "the", "a", "an", "of":
		return true
	}
	return false
}

// isUnfinished reports whether a clause cannot end with the word w.
func isUnfinished(w string) bool {
	return w == "that" || w == "and" || joins(w) || awaitsRest(w)
}

// isClause reports whether words without marks are a clause with a verb of its own,
// not the object of the verb of saying: "Venn for closing the gates", "members to
// strike".
func isClause(src string, s text.Span) bool {
	ws := text.Words(src, s)
	for i := 1; i < len(ws) && i < quotedMost; i++ {
		w := ws[i].Fold
		if ws[i-1].Fold == "to" || strings.HasSuffix(w, "ing") || opensPhrase(ws[i-1].Fold) {
			continue
		}
		if isVerbForm(w) && w != "be" {
			return true
		}
	}
	return false
}

// behindThat reports whether a "that" opens the words or stands right before them.
func behindThat(src string, s text.Span) bool {
	const that = "that "
	return strings.HasPrefix(s.In(src), that) || strings.HasSuffix(src[:s.Start], " "+that)
}

// isShort reports whether a name has room for the first sentence of the words.
func isShort(src string, ws []text.Word) bool {
	for i := 0; i+1 < len(ws) && i < quotedMost; i++ {
		if closesSentence(src, ws[i], ws[i+1]) {
			return i+1 >= quotedLeast
		}
	}
	return len(ws) <= quotedMost
}

// behindOpening returns the words behind the comma that ends the clause or phrase
// they open with, nil where none is near: "In order to reach a deal, [both]".
func behindOpening(src string, ws []text.Word) []text.Word {
	for i := 0; i+1 < len(ws) && i < quotedMost; i++ {
		if closesSentence(src, ws[i], ws[i+1]) {
			return nil
		}
		if strings.Contains(src[ws[i].End:ws[i+1].Start], ",") {
			if w := ws[i+1].Fold; hangsOn(w) || joins(w) {
				return nil
			}
			return ws[i+1:]
		}
	}
	return nil
}

// isVerbForm reports whether a word may be the verb that makes a clause of others.
func isVerbForm(w string) bool {
	if strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "'re") || strings.HasSuffix(w, "'m") || strings.HasSuffix(w, "'ll") || strings.HasSuffix(w, "'ve") || slices.Contains(auxiliaries, w) {
		return true
	}
	if c, ok := lexicon.CueOf(w); ok && c.Form != lexicon.Base {
		return true
	}
	tr, ok := lexicon.TriggerVerb(w, nil)
	return ok && tr.Lemma != w
}

var auxiliaries = []string{
	"is", "are", "was", "were", "am", "be", "been", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "may", "might", "must",
	"shall", "should", "it's", "that's", "there's", "he's", "she's", "what's", "want", "wants", "need", "needs", "think", "know", "believe", "hope", "feel",
}

// isCommand reports whether a word may be the verb of an order.
func isCommand(w string) bool {
	tr, ok := lexicon.TriggerVerb(w, nil)
	return ok && tr.Lemma == w
}

// joins reports whether a word joins a clause to the one before it.
func joins(w string) bool {
	switch w {
	case "and", "but", "because", "so", "who", "which", "when", "if", "while", "as", "after", "before", "since", "where", "until":
		return true
	}
	return false
}

// opensPhrase reports whether a word begins a phrase that the words before it read
// without.
func opensPhrase(w string) bool {
	switch w {
	case "to", "in", "at", "with", "for", "from", "on", "by", "against", "over", "into", "about", "during", "through", "under":
		return true
	}
	return false
}

// closesSentence reports whether a stop that ends a sentence parts two words.
func closesSentence(src string, a, b text.Word) bool {
	return stopsBehind(src, a, b) && strings.ContainsAny(src[a.End:b.Start], ".!?;")
}

// stopsBehind reports whether a stop parts two words: not the one of an
// abbreviation.
func stopsBehind(src string, a, b text.Word) bool {
	gap := src[a.End:b.Start]
	if strings.HasPrefix(gap, ".") && (text.IsAbbreviation(a.In(src)) || a.Len() < 3 || strings.Contains(a.Fold, ".")) {
		return false
	}
	return strings.ContainsAny(gap, ",;:.!?—–")
}

// hangsOn reports whether words that begin with w say nothing without the
// clause behind them.
func hangsOn(w string) bool {
	switch w {
	case "as", "if", "when", "while", "because", "after", "before", "since", "although", "though", "until", "unless", "once", "whether":
		return true
	}
	return w == "each" || hangs(w) && w != "the" || strings.HasSuffix(w, "ing")
}
