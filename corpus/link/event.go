package link

import "verbatim/corpus/news"

// events merges the reports of a story that tell the same happening.
func events(_ []news.Reading, _ []int, _ []news.Actor) []news.Event { return nil }
