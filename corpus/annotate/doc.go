// Package annotate reads one cleaned article: its sentences, the people,
// organisations and places it names, the quotes in it with their speakers, and
// the dated events it tells.
//
// Each stage is a function that takes what it needs and returns what it adds:
//
//	Sentences → Entities → Quotes → Reports
//
// All spans are byte ranges of the article's Text.
//
// # Quotes
//
// [Marks] pairs quotation marks paragraph by paragraph and mends what is
// missing. A page then lays tokens, parts of speech and noun phrases out, finds
// the cue verbs outside marks with their subjects, and the clauses they report.
// Ordered sieves, the first hit wins, credit each pair of marks; its id is
// recorded on the quote with a confidence that is the share of right speakers
// measured on the visible gold sets. Pronouns and descriptions are resolved in
// the order of the text, outside marks.
//
// What the sieves are worth: speaker right on gold/stories, on the seeds and on
// PolNeAR's dev set when one is left out, the function of its rules returning
// nothing in a scratch clone that ../shared/tools/score.py then scores:
//
//	all                                 0.904   0.959   0.924
//	tail, inverted, signed              0.756   0.856   0.784
//	head                                0.855   0.935   0.873  (and 2.7 points of quotes in marks)
//	according                           0.904   0.958   0.916  (and 4 points of indirect speech)
//	run, lead, alone, runs-on           0.745   0.876   0.851
//	of these, lead                      0.899   0.959   0.921
//	of these, alone                     0.890   0.959   0.917
//	report                              0.903   0.959   0.924  (and 0.7 points of quotes in marks)
//	colon, noun                         0.904   0.959   0.924
//
// # Taggers
//
// What the taggers are worth, in the same way, with each silent: speaker right
// as above, and indirect speech found on the three sets:
//
//	all                     0.896   0.959   0.921     0.766   0.917   0.687
//	parts of speech         0.728   0.846   0.569     0.143   0.125   0.103
//	names                   0.896   0.959   0.921     0.766   0.917   0.687
//	attribution             0.898   0.959   0.923     0.753   0.917   0.630
//	speech                  0.896   0.959   0.922     0.753   0.917   0.617
//	attribution and speech  0.896   0.959   0.922     0.753   0.917   0.617
//
// Without parts of speech no event keeps its outlets together either. The names
// that the rules leave open are few: the tagger decides some one in a hundred
// actors of other articles, and none of the visible sets.
//
// # Speed
//
// An article of 700 words takes some 8 ms of one core, a word some
// 10.5 µs at any length from 700 to 44,800 words, and no odd text more
// than four times a plain one's time a byte: go test -run XXX -bench Read.
package annotate
