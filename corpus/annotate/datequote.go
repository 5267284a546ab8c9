package annotate

import (
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// DateQuotes sets the day each quote was said, where a date outside the marks
// belongs to the quote's own verb of saying: "…, she said on Friday".
func DateQuotes(a *news.Article, sentences []text.Span, quotes []news.Quote, an Anchor) {
	byCue := map[text.Span][]int{}
	for i := range quotes {
		if !quotes[i].Cue.Empty() {
			byCue[quotes[i].Cue] = append(byCue[quotes[i].Cue], i)
		}
	}
	if len(byCue) == 0 {
		return
	}
	readDates(a.Text, a.Paragraphs(news.Body), sentences, an, func(ts []dateText, found []foundDate) {
		for i := range found {
			f := &found[i]
			for _, q := range byCue[ts[f.sentence].cueOf(f)] {
				quotes[q].SaidOn, quotes[q].SaidOnAt = f.Date, f.Span
			}
		}
	})
}

// cueOf returns the verb of saying whose day a date is, an empty span if it is
// of another or not exact.
func (t *dateText) cueOf(f *foundDate) text.Span {
	g, _ := t.governing(f.rawDate)
	if g == nil || f.Exact != news.DayExact || f.lean == leanAhead || t.toks[f.from].quoted || t.attributive(f.rawDate) {
		return text.Span{}
	}
	return t.toks[g.head].Span
}
