// Package index stores and searches what was read out of articles: every
// article and every quote is a document, and what is found in it are byte
// spans of the article's text.
//
// # Queries
//
// A query is words that must all be there; [Help] says the rest in the words
// shown to the editor. The grammar, in which a space means and, and OR binds
// tighter than a space:
//
//	query = { group } ;
//	group = unit { "OR" unit } ;
//	unit  = ( "-" | "NOT" ) unit | field ":" unit | "(" query ")" | term ;
//	term  = word | word "*" | word "~" [ "1" | "2" ] | `"` words `"` ;
//
// A query is searched at every key. What is unfinished at its end (a mark not
// closed, a field without a value, half a date) is left out or taken for as
// much as is there, and signs that mean nothing where they stand are passed
// over. Only what no further key can mend is a [*QueryError].
//
// A word is found in all its forms: each field of words has beside it one of
// stems. In quotation marks the words stand as they are, folded as
// [text.Fold] does, stop words and all.
//
// The fields speaker, quote, kind and relation speak of one quote, and all of
// them must hold for the same one; a query that uses them finds quotes. One
// that uses body finds articles; all others both. [SearchOptions] can say
// otherwise.
//
// # What is kept
//
// A corpus has a folder, named by its [CorpusKey]:
//
//	readings.db   the articles as they were read, by content hash, and the
//	              digests of the documents indexed (bbolt)
//	bleve/        the words, and the sum of their list while nobody writes
//	holder.json   who has it open to write
//
// The readings go when the program that reads articles or the layout of
// [news.Reading] changes, the words when the layout of documents does.
// Whatever is damaged is set aside as *.damaged, one of each, and made anew.
//
// # Around bleve
//
// Documents come to bleve already cut into terms by the words of
// [text.Words], each with its bytes in the article's text, so that no offset
// is ever computed back. Compared on articles of shared/perf:
//
//	offsets of the whole text, stems where they differ   12.1 KB an article
//	a list of paragraphs, spans by array position         11.7 KB, no faster, and spans to compute
//	a stem for every word                                 17.6 KB
//
//	"president trump", places in a second search          9.6 ms
//	the same, places of all that matches                  23.7 ms
//
// A query is typed letter by letter, and each letter is to be answered within
// the frame it is drawn in. So its parts are evaluated as sets, word by word,
// and what a part found is remembered for the next letter: [evaluator],
// [memory]. Places are looked up in the hits alone, records are read of these
// alone: ask for a screenful first. Over 20,000 articles with 330,000 quotes
// ten queries typed so take, at a letter, of a processor shared with others:
//
//	bleve's searchers, 200 hits a page       12.6 ms, one in a hundred 60
//	sets, 200 hits a page                     6.1 ms
//	sets, a screenful of 40 hits              3.7 ms, one in a hundred 14
//
// Fresh memory takes time, and what is thrown away is collected at some later
// key. So the words of a part are summed into one [tally], lists are gone through
// in memory used again, [walker], and the documents of the words of a letter, most
// of them those of the next, are kept: [docset]. A letter throws away 0.25 MB, in
// the worst case 2.7; with a set and a list of scores for each word it was 0.67,
// and 13.
//
// In a phrase being typed both words are often among the most usual. Where
// these stand is packed in memory, for some thousand words in 40 MB at 20,000
// articles: [stands]. `"in th` then takes 40 ms of a processor shared with
// others, where reading its places from the index took 110.
//
// An article and its quotes are indexed in 4 to 6 ms. An index takes five
// times the bytes of its text.
//
// bleve's query parser takes AND for OR and fails on a lone minus, so queries
// are parsed here. Its boolean query forgets a part that finds nothing when
// another is negated; [allOf] stands for it. Its collector reads the ID of
// every match, its searchers go through the matches of all words at once, its
// phrase searcher builds maps of every place: [collector], [evaluator] and
// [phraseSearcher] stand for them. It knows no bound on what a prefix stands
// for; [expansion] does. A second process waits for ever for its lock, unless
// bolt_timeout is set. Goroutines of its own panic, or never answer, on
// damaged files, so these are checked by their sums before it sees them.
package index

// Help explains the query language to the editor, in Markdown.
const Help = `# Searching

Words are searched in headlines, articles and quotes, in any form: *resign* finds *resigned*.

| write | to find |
|---|---|
| harbour strike | both words, anywhere |
| "will not resign" | these words exactly, in this order |
| strike -football | strike, without football; NOT football is the same |
| strike OR walkout | either; OR joins its neighbours first: *port strike OR walkout* |
| (port OR harbour) strike | groups |
| resign* | all words that begin so |
| zelensky~ | words one or two letters away; ~1 and ~2 say how many |
| speaker:venn | quotes by Venn; speaker:"Mara Venn", speaker:unattributed |

## Fields

| field | holds |
|---|---|
| body:, headline:, quote: | words of articles, of headlines, of quotes |
| speaker:, actor: | who speaks; who is named at all |
| outlet:, agency: | who published; whose story it was |
| kind: | direct, partial or indirect |
| relation: | verbatim, styled, trimmed, edited, altered, merged, paraphrase; alarm for altered or merged |
| date: | 2026-03-14, 2026-03, 2026, today, yesterday, 2026-03-01..2026-03-14, 2026-03.., ..2026-03 |

A field also takes a phrase or a group: *speaker:(venn OR holt)*. speaker:, quote:, kind: and relation: together
find the quotes for which all of them hold. Without words to rank by, the newest come first.

Accents, capitals and the shape of apostrophes do not matter: *Čapek's* is *capek's*.
`
