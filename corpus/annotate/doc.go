// Package annotate reads one cleaned article: its sentences, the people,
// organisations and places it names, the quotes in it with their speakers, and
// the dated events it tells.
//
// Each stage is a function that takes what it needs and returns what it adds:
//
//	Sentences → Entities → Quotes → Attribute → Reports
//
// All spans are byte ranges of the article's Text.
package annotate
