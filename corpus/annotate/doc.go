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
// PolNeAR's dev set when one is left out. To measure it, let the function of its
// rules return nothing in a scratch clone (tail, headCue, accordingTo, turns …)
// and score what "verbatim export --format json" makes of the three sets, laid
// out by ../shared/tools/layout.py, with ../shared/tools/score.py:
//
//	all                                 0.908   0.959   0.927
//	tail, inverted, signed              0.762   0.857   0.789
//	head                                0.858   0.935   0.879  (and 2.7 points of quotes in marks)
//	according                           0.908   0.958   0.921  (and 4 points of indirect speech)
//	run, lead, alone, runs-on           0.749   0.878   0.857
//	of these, lead                      0.902   0.959   0.924
//	of these, alone                     0.893   0.959   0.921
//	of these, runs-on                   0.908   0.959   0.927
//	report                              0.906   0.959   0.927  (and 0.7 points of quotes in marks)
//	transcript                          0.907   0.959   0.927  (and 3.9 points of indirect speech)
//	noun                                0.905   0.959   0.927
//	colon                               0.908   0.959   0.927
//
// # Taggers
//
// What the taggers are worth, in the same way, with each silent: speaker right
// as above, and indirect speech found on the three sets:
//
//	all                     0.908   0.959   0.927     0.779   0.958   0.723
//	parts of speech         0.728   0.848   0.571     0.143   0.167   0.103
//	names                   0.908   0.959   0.927     0.779   0.958   0.723
//	attribution             0.907   0.959   0.928     0.766   0.958   0.670
//	speech                  0.907   0.959   0.927     0.766   0.958   0.658
//	attribution and speech  0.907   0.959   0.927     0.766   0.958   0.658
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
