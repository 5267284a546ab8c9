// Package link brings many readings together: stories, the actors behind
// their entities, statements with each outlet's wording, events with each
// outlet's date.
//
// It is deterministic: the same readings in the same order give the same
// briefing, whether they are linked at once or one after the other. What is
// made of a story depends on its own articles and on who its actors are, so
// that an article more costs what its story costs, not what the corpus does.
package link

import (
	"verbatim/corpus/corrections"
	"verbatim/corpus/news"
)

// Link makes a briefing of readings. The readings are taken over as they are;
// problems are passed on.
func Link(rs []news.Reading, problems []news.Problem) news.Briefing {
	return NewLinker(0).Link(rs, problems, corrections.Found{})
}
