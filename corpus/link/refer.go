package link

import (
	"slices"

	"verbatim/corpus/news"
)

// Compare compares anew: it returns a statement with another variant taken as the
// reference: every relation and edit against that one, and the severity. The
// ID, the speakers, the conflicts and the absent outlets stay. Indices that do
// not fit return the zero Statement.
func Compare(b *news.Briefing, statement, reference int) news.Statement {
	if statement < 0 || statement >= len(b.Statements) || reference < 0 || reference >= len(b.Statements[statement].Variants) {
		return news.Statement{}
	}
	before := b.Statements[statement]
	named := make([]bool, len(b.Readings))
	for _, v := range before.Variants {
		named[v.Quote.Reading] = true
	}
	l := newTeller(b.Readings, nil)
	l.know(b.Actors, func(reading int) bool { return named[reading] })
	st := before
	st.Variants = slices.Clone(st.Variants)
	st.Reference = reference
	own := make([]*quote, len(st.Variants))
	for i, v := range st.Variants {
		q := l.quote(v.Quote)
		own[i] = &q
	}
	l.relate(&st, own, func(i int) bool { return i != reference && before.Variants[i].Relation == news.Merged })
	return st
}
