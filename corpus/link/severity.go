package link

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
)

// The severities of a statement, the gravest first. A statement has that of
// its gravest difference, and one more for each further outlet that differs.
const (
	gravestNegation   = 900
	gravestNumber     = 800
	gravestScope      = 750 // all of a thing for a part of it
	gravestName       = 700
	gravestModal      = 600
	gravestWord       = 500
	gravestSmallWord  = 450 // articles, conjunctions, a contraction opened
	gravestMerged     = 400
	gravestConflict   = 300
	gravestOpen       = 30
	gravestParaphrase = 20
	gravestCut        = 10
	gravestStyle      = 1
)

// severity is that of a statement whose variants are compared: what one outlet
// alone reports differs from nothing.
func severity(ref *quote, variants []*quote, st *news.Statement) int {
	worst, outlets := 0, 0
	for i := range st.Variants {
		if i == st.Reference {
			continue // it differs from nothing
		}
		n := variantSeverity(ref, variants[i], &st.Variants[i])
		if n >= gravestMerged {
			outlets++
		}
		worst = max(worst, n)
	}
	if len(st.Conflicts) > 0 {
		worst = max(worst, gravestConflict)
	}
	return worst + min(max(0, outlets-1), 9)
}

func variantSeverity(ref, q *quote, v *news.Variant) int {
	switch v.Relation {
	case news.Altered, news.Merged:
		return max(alteration(ref, q, v), map[bool]int{true: gravestMerged, false: gravestSmallWord}[v.Relation == news.Merged])
	case news.Edited:
		return gravestOpen
	case news.Paraphrase:
		return gravestParaphrase
	case news.Trimmed:
		return gravestCut
	case news.Styled:
		return gravestStyle
	}
	return 0
}

// alteration is the gravest of the changes to a variant's words.
func alteration(ref, q *quote, v *news.Variant) int {
	worst, meant, printed := 0, 0, 0
	for _, e := range v.Edits {
		switch e.Kind {
		case news.EditInsert, news.EditSubstitute, news.EditCutInside:
			a, b := ref.words.within(e.Reference.Start, e.Reference.End), q.words.within(e.Variant.Start, e.Variant.End)
			worst = max(worst, change(a, b))
			meant, printed = meant+scope(a), printed+scope(b)
		}
	}
	if meant*printed < 0 {
		worst = max(worst, gravestScope)
	}
	return worst
}

// within returns the tokens from start to end.
func (w *wording) within(start, end int) []token {
	i := lowerBoundToken(w.toks, start)
	j := i
	for j < len(w.toks) && w.toks[j].End <= end {
		j++
	}
	return w.toks[i:j]
}

// change is how grave it is to print the words b for the words a.
func change(a, b []token) int {
	x, y := meaningOf(a), meaningOf(b)
	switch {
	case x.negations != y.negations:
		return gravestNegation
	case !slices.Equal(x.numbers, y.numbers):
		return gravestNumber
	case !slices.Equal(x.names, y.names):
		return gravestName
	case !slices.Equal(x.modals, y.modals):
		return gravestModal
	case x.content != y.content:
		return gravestWord
	}
	return gravestSmallWord
}

// meaning is what of some words bears most on their sense.
type meaning struct {
	negations              int
	numbers, names, modals []string
	content                string
}

func meaningOf(ts []token) meaning {
	var m meaning
	for i := range ts {
		t := &ts[i]
		switch {
		case t.number && !t.stop:
			m.numbers = append(m.numbers, t.key)
		case t.name:
			m.names = append(m.names, t.key)
		case !t.stop:
			m.content += t.stem + " "
		}
		m.plainWords(t.fold)
	}
	slices.Sort(m.numbers)
	slices.Sort(m.names)
	slices.Sort(m.modals)
	return m
}

// plainWords counts the negations and modal verbs of a word, a contraction
// opened.
func (m *meaning) plainWords(w string) {
	words := lexicon.Contraction(w)
	if words == nil {
		words = []string{w}
	}
	for _, w := range words {
		switch {
		case negation(w):
			m.negations++
		case modal(w):
			m.modals = append(m.modals, w)
		}
	}
}

func negation(w string) bool {
	switch w {
	case "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "hardly", "cannot", "nowhere":
		return true
	}
	return strings.HasSuffix(w, "n't")
}

// scope is above 0 for words that say that all is meant, below 0 for those that
// say that only a part is.
func scope(ts []token) int {
	n := 0
	for i := range ts {
		switch ts[i].fold {
		case "all", "every", "each", "entire", "entirely", "whole", "wholly", "complete", "completely", "total", "totally", "full", "fully", "everybody", "everyone", "everything", "always":
			n++
		case "some", "part", "parts", "partly", "partial", "partially", "portion", "portions", "element", "elements", "aspect", "aspects", "few", "several", "only", "merely", "sometimes", "certain", "somebody", "someone", "something":
			n--
		}
	}
	return n
}

func modal(w string) bool {
	switch w {
	case "can", "could", "may", "might", "must", "shall", "should", "will", "would", "ought":
		return true
	}
	return false
}
