package link

import "verbatim/corpus/news"

// statements gathers the quotes of each story that are one utterance.
func statements(rs []news.Reading, list []news.Story, people []news.Actor) []news.Statement {
	return nil
}

// Compare returns a statement as it stands with another variant taken as the
// reference: every relation and edit against that one. Indices that do not
// fit return the zero Statement.
func Compare(b *news.Briefing, statement, reference int) news.Statement {
	if statement < 0 || statement >= len(b.Statements) || reference < 0 || reference >= len(b.Statements[statement].Variants) {
		return news.Statement{}
	}
	s := b.Statements[statement]
	s.Reference = reference
	return s
}
