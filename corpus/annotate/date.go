package annotate

import (
	"sort"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/tag"
	"verbatim/corpus/text"
)

// Anchor is the day that relative dates of an article are counted from, and
// what says so.
type Anchor struct {
	Day    news.Date // zero where nothing dates the article
	Source string    // "dateline", "byline", "page", "the story" …
}

// AnchorOf returns the anchor of an article: its dateline's day, or the day it
// was published. near helps out with the year of a dateline in an article
// that has no other date; it may be zero.
func AnchorOf(a *news.Article, near news.Date) Anchor {
	ref := a.Published.Date
	if ref.IsZero() {
		ref = near
	}
	if d, ok := datelineDay(a.Dateline.Value, ref); ok {
		return Anchor{Day: d, Source: "dateline"}
	}
	if !a.Published.Date.IsZero() {
		return Anchor{Day: a.Published.Date, Source: anchorSource(a.Published.Origin)}
	}
	return Anchor{}
}

func anchorSource(o news.Origin) string {
	switch o {
	case news.FromByline, news.FromDateline, news.FromFrontMatter:
		return string(o)
	case news.FromPage:
		return "page date"
	case news.FromFile:
		return "file name"
	}
	return "publication date"
}

// datelineDay returns the day a dateline names, in the year nearest to ref.
func datelineDay(line string, ref news.Date) (news.Date, bool) {
	t := newDateText(line, text.Span{End: len(line)}, nil)
	for _, r := range t.scan() {
		if r.form != formDay {
			continue
		}
		if d := r.inYear(r.year, ref, leanNone); !d.IsZero() {
			return d, true
		}
	}
	return news.Date{}, false
}

// DateMention is a date that a sentence names, made a day of the calendar.
type DateMention struct {
	text.Span           // the words: "Friday", "last week", "December 3, 2025"
	Date      news.Date // the day, or the first day of the week, month or year
	Exact     news.Granularity
	Basis     string // "explicit", "weekday back from dateline" …
}

// dateTok is a token made ready for reading dates and events.
type dateTok struct {
	text.Token
	low    string           // folded, in lower case
	pos    tag.PartOfSpeech // empty until the sentence is tagged
	quoted bool             // stands between quotation marks
}

// dateText is a sentence as tokens.
type dateText struct {
	text.Span
	src    string
	toks   []dateTok
	tagged bool
	groups []verbGroup // see verbs
}

// newDateText cuts the sentence s; marked are the quotations of its
// paragraph.
func newDateText(src string, s text.Span, marked []Marked) dateText {
	raw := text.Tokens(src, s)
	t := dateText{Span: s, src: src, toks: make([]dateTok, len(raw))}
	i := sort.Search(len(marked), func(i int) bool { return marked[i].Outer.End > s.Start })
	for k, r := range raw {
		for i < len(marked) && marked[i].Outer.End <= r.Start {
			i++
		}
		t.toks[k] = dateTok{Token: r, low: text.Fold(r.In(src)), quoted: i < len(marked) && marked[i].Inner.Has(r.Start)}
	}
	return t
}

// word returns token i as printed, empty outside the sentence.
func (t *dateText) word(i int) string {
	if i < 0 || i >= len(t.toks) {
		return ""
	}
	return t.toks[i].In(t.src)
}

// low returns token i in lower case, empty outside the sentence.
func (t *dateText) low(i int) string {
	if i < 0 || i >= len(t.toks) {
		return ""
	}
	return t.toks[i].low
}

// pos returns the part of speech of token i, empty outside the sentence.
func (t *dateText) pos(i int) tag.PartOfSpeech {
	if i < 0 || i >= len(t.toks) {
		return ""
	}
	return t.toks[i].pos
}

// capital reports whether token i begins with a capital.
func (t *dateText) capital(i int) bool {
	return i >= 0 && i < len(t.toks) && t.toks[i].Kind == text.Upper
}

// tag adds parts of speech, once.
func (t *dateText) tag() {
	if t.tagged {
		return
	}
	t.tagged = true
	tagger, err := tag.POS()
	if err != nil {
		return // without parts of speech, verbs are unknown and weekdays look back
	}
	raw := make([]text.Token, len(t.toks))
	for i := range t.toks {
		raw[i] = t.toks[i].Token
	}
	for i, p := range tagger.Tag(t.src, raw) {
		t.toks[i].pos = t.corrected(i, p)
	}
	t.mendVerbless()
	t.groups = t.verbs()
}

// corrected mends what the tagger often gets wrong beside a date.
func (t *dateText) corrected(i int, p tag.PartOfSpeech) tag.PartOfSpeech {
	if t.toks[i].Kind == text.Lower && (p == "NN" || p == "JJ" || p == "VBP" || p == "NNP") && lexicon.IsPast(t.low(i)) {
		return "VBD"
	}
	if (p == "VBZ" || p == "VBP") && t.low(i-1) == "," && yearNumber(t.low(i-2)) != 0 && (t.low(i-5) == "the" || t.low(i-6) == "the") {
		return "NNS" // "the May 3, 2031, attacks"
	}
	if p == "VBP" && isSamePast(t.low(i)) && t.toks[i].Kind == text.Lower {
		return "VBD"
	}
	if p == "VBP" && i > 0 && t.modifies(i-1) {
		return "NN"
	}
	if p == "VB" && i > 0 && (t.pos(i-1) == "NNS" || t.pos(i-1) == "NNP" || t.pos(i-1) == "PRP" || t.pos(i-1) == "NNPS") && !t.helped(i) {
		return "VBP"
	}
	if p == "NN" && t.low(i-1) == "to" && t.isInfinitive(i) {
		return "VB"
	}
	if p == "NNS" && t.namesTime(i+1) && t.low(i) != "talks" && t.opensAsSubject(i) {
		if _, ok := lexicon.TriggerVerb(t.low(i), nil); ok {
			return "VBZ"
		}
	}
	return p
}

// isSamePast reports whether a verb has one form for present and past: beside a
// day it is told as done.
func isSamePast(w string) bool {
	switch w {
	case "put", "set", "cut", "hit", "let", "beat", "shut", "cast", "split", "spread", "quit", "hurt", "bet", "burst":
		return true
	}
	return false
}

// isInfinitive reports whether token i, taken for a noun behind "to", is the
// verb of what is to happen: "are due to resume", "until Friday to report".
func (t *dateText) isInfinitive(i int) bool {
	v, ok := lexicon.TriggerVerb(t.low(i), func(k int) string { return t.low(i + 1 + k) })
	if !ok || !strings.HasPrefix(v.Lemma, t.low(i)) || t.toks[i].Kind != text.Lower {
		return false
	}
	before := t.low(i - 2)
	if before == "due" {
		return isBe(t.low(i - 3))
	}
	return foreshadows(before) || t.namesTime(i-2)
}

// mendVerbless makes a verb of the plural that stands where the verb of the
// sentence's first clause should: "Parliament votes on the bill on Friday".
func (t *dateText) mendVerbless() {
	for i := 1; i < len(t.toks); i++ {
		p := t.pos(i)
		if p == "NNS" && t.pos(i+1) == "IN" && (t.pos(i-1) == "NN" || t.pos(i-1) == "NNP") && t.low(i) != "talks" {
			if _, ok := lexicon.TriggerVerb(t.low(i), nil); ok && t.verbless(i) {
				t.toks[i].pos = "VBZ"
			}
			return
		}
		switch p {
		case "NN", "NNP", "JJ", "DT", "POS", "PRP$":
		default:
			return
		}
	}
}

// verbless reports whether the clause of token i goes on to its end without a
// verb.
func (t *dateText) verbless(i int) bool {
	for i++; i < len(t.toks) && t.toks[i].Kind != text.Mark; i++ {
		if t.low(i) == "," || t.low(i) == ";" {
			return true
		}
		if p := t.pos(i); strings.HasPrefix(string(p), "VB") || p == "MD" {
			return false
		}
	}
	return true
}

// helped reports whether a verb before token i takes a bare infinitive: "let
// them go", "did they go".
func (t *dateText) helped(i int) bool {
	for j := i - 1; j >= 0 && j >= i-5; j-- {
		if t.pos(j) == "MD" || t.pos(j) == "TO" || isDo(t.low(j)) {
			return true
		}
		switch t.low(j) {
		case "let", "lets", "make", "makes", "made", "help", "helps", "helped", "see", "saw", "have", "had", "and", "or":
			return true
		}
	}
	return false
}

// opensAsSubject reports whether the tokens before i, a singular noun last,
// are the subject that opens the sentence.
func (t *dateText) opensAsSubject(i int) bool {
	for j := i - 1; j >= 0; j-- {
		switch t.pos(j) {
		case "NN", "NNP", "JJ", "DT", "POS", "CD", "PRP$":
		default:
			return false
		}
	}
	return i > 1 && t.pos(i-1) != "DT"
}

// modifies reports whether token i is of a kind that no plural verb follows.
func (t *dateText) modifies(i int) bool {
	switch t.pos(i) {
	case "NN", "JJ", "DT", "PRP$", "POS":
		return t.toks[i].Kind == text.Lower
	}
	return false
}

// span returns the bytes of tokens [from,to).
func (t *dateText) span(from, to int) text.Span {
	return text.Span{Start: t.toks[from].Start, End: t.toks[to-1].End}
}
