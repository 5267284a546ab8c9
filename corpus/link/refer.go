package link

import (
	"slices"

	"verbatim/corpus/news"
)

// Compare returns a statement as it stands with another variant taken as the
// reference: every relation and edit against that one, and the severity. The
// ID, the speakers, the conflicts and the absent outlets stay. Indices that do
// not fit return the zero Statement.
func Compare(b *news.Briefing, statement, reference int) news.Statement {
	return newLinker(b.Readings, b.Actors).referred(b, statement, reference)
}

// Referred returns the briefing as it stands with other references: variants,
// as indices, by the IDs of their statements. It is what an editor who chose
// references exports. The order of the statements stays; those of an unknown
// ID, or whose index does not fit, are left as they are. The briefing given is
// not changed.
func Referred(b news.Briefing, references map[string]int) news.Briefing {
	if len(references) == 0 {
		return b
	}
	l := newLinker(b.Readings, b.Actors)
	out := slices.Clone(b.Statements)
	for i := range out {
		r, ok := references[out[i].ID]
		if !ok || r == out[i].Reference {
			continue
		}
		if st := l.referred(&b, i, r); st.ID != "" {
			out[i] = st
		}
	}
	b.Statements = out
	return b
}

func (l *linker) referred(b *news.Briefing, statement, reference int) news.Statement {
	if statement < 0 || statement >= len(b.Statements) || reference < 0 || reference >= len(b.Statements[statement].Variants) {
		return news.Statement{}
	}
	before := b.Statements[statement]
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
