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
// Ordered sieves, the first hit wins, credit each pair of marks and each report
// without them; the sieve's id is recorded on the quote, with a confidence that
// is the share of right speakers among those found in the same way. Pronouns and
// descriptions are resolved in the order of the text, outside marks.
//
// The ids:
//
//	tail        “…,” X said; the gates were open, X said
//	inverted    “…,” said X
//	head        X said: “…”; X said the gates were “…”; X admires Y as a “…”
//	according   according to X, …
//	noun        X's claim that …; a claim by X that …
//	learned     what the trained taggers see and no rule does
//	colon       X: “…”; a paragraph without marks behind “X wrote:”
//	transcript  X: … as a line of a transcript
//	signed      “…” — X; “…”, and X and a paper in the line below; a post without marks over “— X (@x) December 9, 2031”
//	runs-on     the paragraph goes on with the quotation of another
//	run         “…,” X said. “…”; a passage without a cue behind what X is quoted with
//	lead        X stood firm. “…”
//	alone       a paragraph of nothing but a quotation
//	heading     a subheading that names the speaker
//	report      a fragment in a clause that is reported as a whole
//
// What the sieves are worth: speaker right on gold/stories, on the seeds and on
// PolNeAR's dev set when one is left out. To measure it, let the function of its
// rules return nothing in a scratch clone (tail, headCue, accordingTo, turns …)
// and score what "verbatim export --format json" makes of the three sets, laid
// out by ../shared/tools/layout.py, with ../shared/tools/score.py:
//
//	all                                 0.927   0.959   0.954
//	tail, inverted, signed              0.649   0.732   0.754
//	head                                0.869   0.926   0.896  (and 2 points of quotes in marks on the seeds)
//	according                           0.927   0.958   0.949  (and 4.2 points of indirect speech on PolNeAR)
//	run, lead, alone, runs-on           0.774   0.876   0.888
//	of these, lead                      0.922   0.959   0.952
//	of these, alone                     0.913   0.959   0.947
//	of these, runs-on                   0.927   0.959   0.954
//	report                              0.927   0.959   0.954  (and 0.7 points of quotes in marks)
//	transcript                          0.927   0.959   0.954  (and 3.9 points of indirect speech)
//	noun                                0.925   0.959   0.954
//	colon                               0.927   0.959   0.954
//
// Where a verb of speech stands behind words in marks and none of the rules of tail
// reads it, nobody is credited: without those rules "alone" does not step in.
//
// # Taggers
//
// What the taggers are worth, in the same way, with each silent: speaker right
// as above, and indirect speech found on the three sets:
//
//	all                     0.927   0.959   0.954     0.896   0.917   0.756
//	parts of speech         0.752   0.848   0.633     0.143   0.167   0.106
//	names                   0.927   0.959   0.953     0.896   0.917   0.756
//	attribution             0.927   0.959   0.956     0.883   0.917   0.716
//	speech                  0.927   0.959   0.956     0.883   0.917   0.705
//	attribution and speech  0.927   0.959   0.956     0.883   0.917   0.705
//
// Without parts of speech no event keeps its outlets together either. The names
// that the rules leave open are few: without the tagger of names 1.3 points of
// the actors of gold/stories are lost.
//
// # Speed
//
// An article of 700 words takes 3.8 ms of one core in the middle on a quiet
// machine and 8.5 on a slow one, one in twenty 5.2 and 11. A word costs as much in
// an article of 700 as in one of 44,800 (10.9 and 11.9 µs on the slow one), and the
// dearest of 26 odd texts costs 2.1 times a plain one a byte:
// go test -run XXX -bench Read. What fuzzing finds may come to ten times.
package annotate
