package annotate

import (
	"sort"

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
	ofName bool             // a noun of a happening that is a word of a name here, and names none
}

// dateText is a sentence as tokens.
type dateText struct {
	text.Span
	src    string
	toks   []dateTok
	tagged bool
	prose  bool        // not a headline
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
		if (p == "VBZ" || p == "VBN") && t.pos(i-1) == "VBZ" && !t.isAux(i-1) && (t.pos(i-2) == "POS" || t.modifies(i-2)) {
			t.toks[i-1].pos = "NNS" // "the sale of its shares begins"
		}
		if c, ok := lexicon.CueOf(t.low(i)); ok && c.Takes('c') && c.Form != lexicon.Base && t.pos(i-1) == "VBZ" && !t.isAux(i-1) && i > 1 {
			t.toks[i-1].pos = "NNS" // "Fjord executives said"
		}
	}
	t.mendVerbless()
	t.mendActive()
	t.prose = t.isProse()
	t.groups = t.verbs()
}

// span returns the bytes of tokens [from,to).
func (t *dateText) span(from, to int) text.Span {
	return text.Span{Start: t.toks[from].Start, End: t.toks[to-1].End}
}
