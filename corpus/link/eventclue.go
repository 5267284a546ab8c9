package link

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/annotate"
	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// telling is a report made ready for comparing: what happened, to whom, where.
type telling struct {
	at      news.Ref
	r       *news.Report
	src     string
	class   string   // of the trigger
	also    []string // classes of the other triggers of the clause
	actors  []int    // indices into the actors, sorted
	order   []int    // those the clause names, in order
	lands   []string // countries named, sorted
	place   string   // folded
	town    town     // the city among them, none for most
	terms   []int32  // stems of the clause, sorted
	leading bool     // told in the first sentences of its article
	names   []int32  // those of the terms that are printed as names, sorted
	known   bool     // spoken of as known: "Tuesday's ruling"
	bare    bool     // nobody is named to take part
	noun    bool     // the trigger is a noun
	quoted  bool     // its date stands in somebody's words
	who     int      // the actor who says it, -1 if nobody is known to
	doers   []int    // the people named before the verb, sorted; none for a noun
	passive bool     // the verb is in the passive

	begun     []string // of a beginning, classes of what begins: "the strike began"
	announced []string // of a speech act, classes of what it says was done: "have reached a deal, she said"
}

// clues makes tellings of reports.
type clues struct {
	rs     []news.Reading
	people []news.Actor
	actors map[news.Ref]int
	vocab  vocabulary
	stems  stemmer

	walkouts map[int]bool // of a reading: its strikes are of workers
	towns    townBook     // of the story at hand

	told   map[int][]*deed  // of a reading of the story at hand
	stated map[news.Ref]int // of a quote, its statement, if several articles carry it
}

func newClues(rs []news.Reading, people []news.Actor, st stemmer) *clues {
	c := &clues{rs: rs, people: people, actors: map[news.Ref]int{}, vocab: vocabulary{ids: map[string]int32{}}, stems: st, walkouts: map[int]bool{}}
	for i := range people {
		for _, e := range people[i].Entities {
			c.actors[e] = i
		}
	}
	return c
}

// tellings returns those of one article, in order.
func (c *clues) tellings(reading int) []telling {
	rd := &c.rs[reading]
	c.walkouts[reading] = len(rd.Reports) > 0 && annotate.WritesOfWalkouts(&rd.Article)
	out := make([]telling, len(rd.Reports))
	for i := range rd.Reports {
		out[i] = c.telling(reading, i)
	}
	return out
}

func (c *clues) telling(reading, item int) telling {
	rd := &c.rs[reading]
	r := &rd.Reports[item]
	t := telling{at: news.Ref{Reading: reading, Item: item}, r: r, src: rd.Article.Text, place: text.Fold(r.Place)}
	t.class = lexicon.TriggerClass(r.Lemma)
	t.town = c.towns.townOf(&t)
	t.leading = len(rd.Sentences) > 0 && r.Start <= rd.Sentences[min(2, len(rd.Sentences)-1)].Start
	t.known = r.Noun && t.dateFirst()
	t.bare = len(r.Entities) == 0
	for _, e := range r.Entities {
		if a, ok := c.actors[news.Ref{Reading: reading, Item: e}]; ok {
			t.actors = append(t.actors, a)
		}
	}
	t.order = slices.Clone(t.actors)
	t.noun = r.Noun
	if t.noun && t.bare && strings.HasPrefix(rd.Article.Text[r.Trigger.End:], " came ") {
		t.known = true // "The announcement came on Sunday"
	}
	t.who = c.speaker(&t)
	c.readDoers(&t)
	t.quoted = slices.ContainsFunc(rd.Quotes, func(q news.Quote) bool { return q.Kind != news.Indirect && q.Contains(r.DateAt) })
	c.read(&t, r.Span)
	if s, ok := c.opens(&t); ok && needsAuthor(t.class) && t.bare {
		also := t.also
		c.borrow(&t, s)
		t.also = also
	}
	if isSpeech(t.class) && announces(text.Span{Start: r.Start, End: r.Trigger.Start}.In(t.src)) {
		t.announced = t.also
	}
	return t
}

// dateFirst reports whether the date of a telling stands before its trigger,
// close by.
func (t *telling) dateFirst() bool {
	n := t.r.Trigger.Start - t.r.DateAt.End
	return n >= 0 && n < 40 && t.r.Basis != annotate.BesideAnother
}

// openingWords is how many words a phrase may have that opens a sentence and
// leaves it to the rest to say who and what.
const openingWords = 12

// opens returns the sentence of a telling that is no more than the phrase it
// opens with: "[In a letter published on Monday], the auditor said …".
func (c *clues) opens(t *telling) (text.Span, bool) {
	for _, s := range c.rs[t.at.Reading].Sentences {
		if s.Start != t.r.Start {
			continue
		}
		ws := text.Words(t.src, t.r.Span)
		return s, len(ws) > 0 && len(ws) <= openingWords && hangs(ws[0].Fold) && strings.HasPrefix(t.src[t.r.End:], ",")
	}
	return text.Span{}, false
}

// speaker returns the actor whose words a speech act is: whom the quote with
// its verb is credited to, else who is named nearest to the verb; -1 for
// nobody.
func (c *clues) speaker(t *telling) int {
	rd := &c.rs[t.at.Reading]
	for i := range rd.Quotes {
		q := &rd.Quotes[i]
		if len(q.Speakers) > 0 && q.Cue.Overlaps(t.r.Trigger) {
			if a, ok := c.actors[news.Ref{Reading: t.at.Reading, Item: q.Speakers[0]}]; ok {
				return a
			}
		}
	}
	best, dist := -1, 1<<30
	turned := t.isTurned()
	for _, e := range t.r.Entities {
		a, ok := c.actors[news.Ref{Reading: t.at.Reading, Item: e}]
		for _, m := range rd.Entities[e].Mentions {
			if d := gap(m.Span, t.r.Trigger); ok && t.r.Contains(m.Span) && !m.Overlaps(t.r.Trigger) && d < dist && (turned || m.End <= t.r.Trigger.Start) {
				best, dist = a, d
			}
		}
	}
	return best
}

// isTurned reports whether who says it may stand behind the trigger of a telling: a
// noun, or a verb behind the words, "…,” said Orrin Tarn", or behind its "was".
func (t *telling) isTurned() bool {
	if t.noun || t.r.Start == t.r.Trigger.Start {
		return true
	}
	before := strings.TrimRight(t.src[t.r.Start:t.r.Trigger.Start], " ")
	if strings.HasSuffix(before, ",") || strings.HasSuffix(before, "”") || strings.HasSuffix(before, "\"") {
		return true
	}
	switch w := before[strings.LastIndexByte(before, ' ')+1:]; w {
	case "was", "were", "is", "are", "been", "being", "be":
		return true
	default:
		return isWriting(w) // "a statement issued on Monday by Venn"
	}
}

// readDoers notes who is named before the verb of a telling, and its voice.
func (c *clues) readDoers(t *telling) {
	if t.noun {
		return
	}
	before := text.Span{Start: t.r.Start, End: t.r.Trigger.Start}
	for _, e := range t.r.Entities {
		a, ok := c.actors[news.Ref{Reading: t.at.Reading, Item: e}]
		if ok && c.people[a].Kind == news.Person && slices.ContainsFunc(c.rs[t.at.Reading].Entities[e].Mentions, func(m news.Mention) bool { return before.Contains(m.Span) }) {
			t.doers = append(t.doers, a)
		}
	}
	t.doers = sorted(t.doers)
	if ws := text.Words(t.src, before); len(ws) > 0 {
		switch ws[len(ws)-1].Fold {
		case "was", "were", "been", "be", "being", "is", "are", "got":
			t.passive = true
		}
	}
}

// gap is the distance of a mention from a verb; behind the verb it counts
// double.
func gap(m, verb text.Span) int {
	if m.End <= verb.Start {
		return verb.Start - m.End
	}
	return 2 * max(0, m.Start-verb.End)
}

// announces reports whether the words before a verb of saying are a clause
// that tells what has been done: "They have reached a deal, the union".
func announces(before string) bool {
	comma := strings.LastIndexByte(before, ',')
	if comma < 0 {
		return false
	}
	clause := before[:comma]
	return strings.Contains(clause, " has ") || strings.Contains(clause, " have ")
}

// borrow adds to a telling what a stretch of its article tells: classes,
// actors, terms.
func (c *clues) borrow(t *telling, s text.Span) {
	rd := &c.rs[t.at.Reading]
	for e := range rd.Entities {
		for _, m := range rd.Entities[e].Mentions {
			if a, ok := c.actors[news.Ref{Reading: t.at.Reading, Item: e}]; ok && s.Contains(m.Span) {
				t.actors = append(t.actors, a)
			}
		}
	}
	c.read(t, s)
}

// read adds the classes, countries and terms of a stretch of the article.
func (c *clues) read(t *telling, s text.Span) {
	ws := text.Words(t.src, s)
	for i, w := range ws {
		if w.Overlaps(t.r.DateAt) {
			continue
		}
		if land := landOf(ws, i); land != "" {
			t.lands = append(t.lands, land)
		}
		c.triggers(t, ws, i)
		if lexicon.Stopword(w.Fold) || len(w.Fold) < 3 || w.Overlaps(t.r.Trigger) || namesDay(w.Fold) {
			continue
		}
		id := c.vocab.id(c.stems.stem(w.Fold), w.Fold)
		t.terms = append(t.terms, id)
		if r, _ := utf8.DecodeRuneInString(t.src[w.Start:]); unicode.IsUpper(r) && i > 0 {
			t.names = append(t.names, id)
		}
	}
	t.actors, t.lands, t.also, t.terms, t.names = sorted(t.actors), sorted(t.lands), sorted(t.also), sorted(t.terms), sorted(t.names)
}

// landOf returns the country that words i and i+1, or i, name or speak for.
func landOf(ws []text.Word, i int) string {
	if i+1 < len(ws) {
		if land, ok := lands()[ws[i].Fold+" "+ws[i+1].Fold]; ok {
			return land
		}
	}
	f := strings.TrimSuffix(ws[i].Fold, "'s")
	if land, ok := lexicon.Demonym(f); ok {
		return land
	}
	return lands()[f]
}

// lands maps the folded names of countries, capitals and seats of power to
// their country.
var lands = sync.OnceValue(func() map[string]string { return landNames(true) })

// cities is lands without the countries themselves.
var cities = sync.OnceValue(func() map[string]string { return landNames(false) })

func landNames(countries bool) map[string]string {
	out := map[string]string{}
	for _, k := range lexicon.KnownNames() {
		land := k.Speaks
		if land == "" && k.Kind == lexicon.KnownCountry && countries {
			land = k.Name
		}
		if land == "" || k.The || k.Mid {
			continue
		}
		for _, f := range append([]string{k.Name}, k.Forms...) {
			if len(f) > 2 {
				out[strings.Join(text.FoldedWords(f), " ")] = land
			}
		}
	}
	return out
}

// triggers adds the class of a happening that word i may tell of.
func (c *clues) triggers(t *telling, ws []text.Word, i int) {
	if ws[i].Overlaps(t.r.Trigger) {
		return
	}
	next := func(k int) string {
		if i+1+k < len(ws) {
			return ws[i+1+k].Fold
		}
		return ""
	}
	f := strings.TrimSuffix(ws[i].Fold, "'s")
	if n, ok := lexicon.TriggerNoun(f, next); ok && n.Strength >= 2 {
		if n.Lemma == "strike" && c.walkouts[t.at.Reading] {
			n.Class = lexicon.TriggerClass(annotate.WalkoutLemma)
		}
		t.also = append(t.also, n.Class)
		if ws[i].End <= t.r.Trigger.Start && t.class == "launch" {
			t.begun = append(t.begun, n.Class)
		}
	}
	if v, ok := lexicon.TriggerVerb(f, next); ok && v.Strength >= 2 {
		t.also = append(t.also, v.Class)
	}
}

func namesDay(w string) bool {
	_, _, ok := lexicon.Weekday(w)
	return ok || lexicon.Month(w) != 0 && !lexicon.MonthIsName(w)
}

func sorted[T int | int32 | string](s []T) []T {
	slices.Sort(s)
	return slices.Compact(s)
}

// common returns how many elements two sorted lists share.
func common[T int | int32 | string](a, b []T) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n++
			i, j = i+1, j+1
		}
	}
	return n
}
