package link

import "verbatim/corpus/news"

// mostOf is the share of the words of an edit that another quote of the article
// must hold for them to be printed there.
const mostOf = 0.8

// elsewhere marks the cuts and additions at the ends of a variant that are none
// of the article's: a quotation broken by its tag ("A," she said. "B.") is two
// quotes, and what the one ends before the other holds.
func elsewhere(st *news.Statement, qs []*quote) {
	ref := qs[st.Reference]
	for i := range st.Variants {
		for k := range st.Variants[i].Edits {
			e := &st.Variants[i].Edits[k]
			switch e.Kind {
			case news.EditCutStart, news.EditCutEnd:
				e.Elsewhere = heldBeside(qs, i, ref.words.within(e.Reference.Start, e.Reference.End))
			case news.EditExtra:
				e.Elsewhere = heldBeside(qs, st.Reference, qs[i].words.within(e.Variant.Start, e.Variant.End))
			}
		}
	}
}

// heldBeside reports whether another quote in marks of the article of quote i
// holds words.
func heldBeside(qs []*quote, i int, words []token) bool {
	for j, q := range qs {
		if j != i && q.marked && q.ref.Reading == qs[i].ref.Reading && q.ref != qs[i].ref && holdsMost(q.words.toks, words) {
			return true
		}
	}
	return false
}

// holdsMost reports whether most of some words are among others.
func holdsMost(among, words []token) bool {
	left := map[string]int{}
	for i := range among {
		left[among[i].key]++
	}
	held := 0
	for i := range words {
		if k := words[i].key; left[k] > 0 {
			left[k]--
			held++
		}
	}
	return held > 0 && float64(held) >= mostOf*float64(len(words))
}
