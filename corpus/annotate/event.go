package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// Reports returns the dated happenings that an article tells, in order of the
// text. Dates are counted from the article's own anchor, see [AnchorIn];
// without one, only dates that need none are told.
func Reports(a *news.Article, sentences []text.Span, entities []news.Entity) []news.Report {
	return ReportsFrom(a, sentences, entities, AnchorIn(a, sentences))
}

// ReportsFrom is [Reports] with the anchor given.
func ReportsFrom(a *news.Article, sentences []text.Span, entities []news.Entity, an Anchor) []news.Report {
	e := eventReader{src: a.Text, anchor: an, sentences: sentences, named: namedSpans(entities), entities: entities, walkouts: WritesOfWalkouts(a)}
	body := a.Paragraphs(news.Body)
	if len(body) > 0 {
		e.lead = body[min(leadParagraphs, len(body))-1].End
	}
	readDates(a.Text, body, sentences, an, e.paragraph)
	return e.reports
}

// leadParagraphs is how many paragraphs tell what an article is about.
const leadParagraphs = 2

// eventReader reads the events of one article.
type eventReader struct {
	src       string
	anchor    Anchor
	sentences []text.Span
	entities  []news.Entity
	named     []namedSpan
	walkouts  bool // a strike is one of workers here
	lead      int  // where the first paragraphs end
	reports   []news.Report
}

// paragraph adds the reports of a paragraph's sentences.
func (e *eventReader) paragraph(ts []dateText, found []foundDate) {
	i := 0
	for k := range ts {
		n := i
		for n < len(found) && found[n].sentence == k {
			n++
		}
		if n > i {
			e.sentence(&ts[k], found[i:n])
		} else {
			e.byShow(&ts[k])
		}
		if os := ts[k].offsets(); len(os) > 0 {
			ts[k].tag()
			e.byOffset(&ts[k], os, found[i:n])
		}
		i = n
	}
}

// sentence adds a report for each date of a sentence that dates a happening,
// one a happening.
func (e *eventReader) sentence(t *dateText, dates []foundDate) {
	first := len(e.reports)
	for i := range dates {
		tr, ok := e.triggerOf(t, &dates[i])
		if !ok || t.signsPost(&dates[i]) || t.foreseen(&dates[i], tr) || e.afterItsTelling(t, &dates[i], tr) || t.glued(tr.from) {
			continue
		}
		tr = e.inContext(tr)
		r := e.report(t, dates, i, tr)
		if e.keeps(t, &r, tr) && !t.lasts(&dates[i], tr) && !t.nowadays(&dates[i], tr) && !toldAlready(e.reports[first:], r, t.isListed(dates, i)) {
			e.reports = append(e.reports, r)
		}
	}
}

// triggerOf returns the happening that a date belongs to, none that is a word of a
// name.
func (e *eventReader) triggerOf(t *dateText, d *foundDate) (eventTrigger, bool) {
	const tries = 3
	for range tries {
		tr, ok := t.trigger(d)
		if !ok || !e.isOfName(t, tr) {
			return tr, ok
		}
		t.toks[tr.from].ofName = true
	}
	return eventTrigger{}, false
}

// isOfName reports whether the trigger, a noun in capitals, is a word of a
// body's or person's name: "The Halden Post".
func (e *eventReader) isOfName(t *dateText, tr eventTrigger) bool {
	if tr.verb || !t.capital(tr.from) {
		return false
	}
	for _, m := range e.within(t.Span) {
		if m.Contains(t.toks[tr.from].Span) && e.entities[m.entity].Kind != news.Place {
			return true
		}
	}
	return false
}

// isListed reports whether date i is one of a list: "on May 3 and May 9", "on
// 3 May and again on 9 May".
func (t *dateText) isListed(dates []foundDate, i int) bool {
	return i > 0 && t.isList(dates[i-1].to, dates[i].from) || i+1 < len(dates) && t.isList(dates[i].to, dates[i+1].from)
}

// isList reports whether the tokens [from,to) between two dates make a list of
// them.
func (t *dateText) isList(from, to int) bool {
	and := false
	for i := from; i < to; i++ {
		switch t.low(i) {
		case "and", ",":
			and = true
		case "again", "on", "then", "also":
		default:
			return false
		}
	}
	return and
}

// listOf returns the first and the last date of the list that date i is of.
func (t *dateText) listOf(dates []foundDate, i int) (first, last int) {
	first, last = i, i
	for first > 0 && t.isList(dates[first-1].to, dates[first].from) {
		first--
	}
	for last+1 < len(dates) && t.isList(dates[last].to, dates[last+1].from) {
		last++
	}
	return first, last
}

// keepReport reports whether a happening is worth telling: by itself, or for
// who takes part in it.
func (e *eventReader) keeps(t *dateText, r *news.Report, tr eventTrigger) bool {
	switch {
	case r.Exact == news.YearOnly, r.Modality == news.Denied && isNothing(tr):
		return false
	case r.Exact != news.DayExact:
		return r.Modality != news.Hypothetical && (!tr.verb || !tr.group.bare) && (tr.Strength >= 3 && len(r.Entities) > 0 || e.isNews(t, r, tr))
	case tr.Strength >= 3, tr.named && tr.Strength >= 2:
		return true
	}
	return len(r.Entities) > 0 || r.Place != "" || tr.verb && r.Name != "" && r.Start < e.lead
}

// isNews reports whether what a verb says was done on no certain day is told by its
// name: in the article's lead, which tells little that is not news, even of a weak
// verb. Its date must not be that of a happening named behind it: "told an inquiry
// into the fire in May".
func (e *eventReader) isNews(t *dateText, r *news.Report, tr eventTrigger) bool {
	if !tr.verb || r.Name == "" || tr.Strength < 2 || tr.Strength < 3 && r.Start >= e.lead {
		return false
	}
	for i := tr.to; i < len(t.toks) && t.toks[i].Start < r.DateAt.Start; i++ {
		if n, ok := t.nounTrigger(i); ok && n.Strength > 1 {
			return false
		}
	}
	return true
}

// isNothing reports whether it is no happening that a trigger was not done: “did
// not comment”, “did not mince words”.
func isNothing(tr eventTrigger) bool {
	switch tr.Lemma {
	case "comment", "respond", "reply":
		return true
	}
	return tr.verb && tr.Class == ""
}

// lasts reports whether the date is where a stretch of time begins or ends
// rather than a happening's day: "since Friday". What has gone on since a day
// may have begun on it: "on strike since Friday", "since Friday, when".
func (t *dateText) lasts(d *foundDate, tr eventTrigger) bool {
	if w := t.low(d.to); w == "through" || w == "to" && t.low(d.from-1) == "from" {
		if _, ok := t.dateFrom(d.to + 1); ok {
			return true // "Wednesday through Friday"
		}
	}
	switch t.low(d.from - 1) {
	case "after", "before":
		return t.whenClause(d) == nil && !t.dayAfter(d.from-1) && t.low(d.to) != "'s"
	case "to":
		return t.namesTime(d.from - 2) // "from Monday to Friday"
	case "and":
		return t.opensSpan(d.from - 1)
	case "of":
		return t.low(d.from-2) == "as" // "has not replied as of Monday"
	case "since":
		return t.whenClause(d) == nil && !tr.begins()
	case "through":
		return true
	case "until", "till":
		return t.whenClause(d) == nil && (d.lean != leanAhead || tr.group != nil && !tr.group.negated && isHold(t.low(tr.group.head)))
	}
	return false
}

// isHold reports whether a verb tells only that things stay as they are: "will hold
// until Friday".
func isHold(w string) bool {
	switch w {
	case "hold", "last", "remain", "stay", "wait", "continue", "run", "go", "keep", "delay", "delayed", "postponed":
		return true
	}
	return false
}

// dayAfter reports whether a day stands before the "after" at i, which makes a
// day of it and its date: "the day after Thanksgiving".
func (t *dateText) dayAfter(i int) bool { return lexicon.Unit(t.low(i-1)) == lexicon.Days }

// opensSpan reports whether token i ends the first half of a stretch of time
// that the date behind it shuts: "between now and Friday".
func (t *dateText) opensSpan(i int) bool {
	for k := i; k >= 0 && k > i-5; k-- {
		if t.low(k) == "between" {
			return true
		}
	}
	return false
}

// dateFrom returns the date that begins at token i, if there is one.
func (t *dateText) dateFrom(i int) (rawDate, bool) {
	if i >= len(t.toks) {
		return rawDate{}, false
	}
	return t.dateAt(i)
}

// begins reports whether what has gone on since a day happened on it.
func (tr *eventTrigger) begins() bool {
	switch tr.Class {
	case "walkout", "war", "shutdown", "end", "charge":
		return true
	}
	return false
}

// signsPost reports whether a date is the one under an embedded post, behind its
// author's account: "— Ana Venn (@venn) May 4, 2026".
func (t *dateText) signsPost(d *foundDate) bool {
	if t.low(d.from-1) != ")" {
		return false
	}
	for i := d.from - 2; i >= 0 && i > d.from-10 && t.low(i) != "("; i-- {
		if strings.HasPrefix(t.low(i), "@") {
			return true
		}
	}
	return false
}

// foreseen reports whether on a day gone by a happening was only expected: "a
// week ago he was expected to win".
func (t *dateText) foreseen(d *foundDate, tr eventTrigger) bool {
	return tr.group != nil && d.form == formOffset && d.n < 0 && tr.group.side == leanAhead && tr.group.plain == leanAhead && isBe(t.low(tr.group.first))
}

// afterItsTelling reports whether what is told as done came out on a day behind the
// article's, counted from another date that was not what it was counted from.
func (e *eventReader) afterItsTelling(t *dateText, d *foundDate, tr eventTrigger) bool {
	if !tr.verb && !t.opensClauseAt(d.rawDate) {
		return false // "set a hearing for noon that day"
	}
	return d.form == formAfterLast && !e.anchor.Day.IsZero() && d.Date.Compare(e.anchor.Day) > 0 && tr.group != nil && tr.group.plain == leanBack && tr.group.side == leanBack
}

// nowadays reports whether "today" stands for the present rather than for the
// day: beside a verb in the present.
func (t *dateText) nowadays(d *foundDate, tr eventTrigger) bool {
	return d.form == formOffset && d.n == 0 && d.unit == lexicon.Days && tr.group != nil && tr.group.present && !tr.named
}

// toldAlready reports whether a happening is among those of its sentence; one
// of a list of days is not for another day.
func toldAlready(rs []news.Report, r news.Report, listed bool) bool {
	for _, o := range rs {
		if o.Trigger == r.Trigger && !(listed && o.Date != r.Date) {
			return true
		}
	}
	return false
}

// report fills in what the clause says of the happening.
func (e *eventReader) report(t *dateText, dates []foundDate, i int, tr eventTrigger) news.Report {
	r := e.reportIn(t, &dates[i], tr, t.clauseOf(dates, i, tr))
	e.setName(&r, t, &dates[i], tr, dates)
	return r
}

// reportIn is report for a clause of tokens [from,to).
func (e *eventReader) reportIn(t *dateText, d *foundDate, tr eventTrigger, clause [2]int) news.Report {
	r := news.Report{
		Span: t.span(clause[0], clause[1]), Trigger: t.span(tr.from, tr.to), Lemma: tr.Lemma, Noun: !tr.verb,
		Date: d.Date, DateAt: t.dateAndPreposition(d), Basis: d.Basis, Exact: d.Exact,
		Modality: t.modality(d, tr, e.anchor),
	}
	r.PlaceAt = e.placeOf(t, clause, tr)
	r.Place = r.PlaceAt.In(e.src)
	r.Entities = e.participants(t, r, tr)
	return r
}

// dateAndPreposition returns the words of a date, its "on" taken along.
func (t *dateText) dateAndPreposition(d *foundDate) text.Span {
	s := d.Span
	if strings.EqualFold(t.word(d.from-1), "on") {
		s.Start = t.toks[d.from-1].Start
	}
	return s
}

// clauseOf returns the tokens [from,to) of the clause that date i stands in:
// the sentence, cut where another date's clause begins.
func (t *dateText) clauseOf(dates []foundDate, i int, tr eventTrigger) [2]int {
	from, to := 0, len(t.toks)
	first, last := t.listOf(dates, i)
	low, high := min(dates[first].from, tr.from), max(dates[last].to, tr.to)
	if first > 0 {
		if c := t.cut(dates[first-1].to, low); c > 0 {
			from = c
		}
	}
	if last+1 < len(dates) {
		if c := t.cut(high, dates[last+1].from); c > 0 {
			to = c
		}
	}
	for from < low && t.toks[from].Kind == text.Punct {
		from++
	}
	for to > high && to > from+1 && t.toks[to-1].Kind == text.Punct && t.low(to-1) != "." {
		to--
	}
	return [2]int{from, to}
}

// cut returns where in [from,to) one clause ends and the next begins, 0 if
// nowhere.
func (t *dateText) cut(from, to int) int {
	best, rank := 0, 0
	for i := from; i < to; i++ {
		if k := t.cutRank(i); k > rank {
			best, rank = i, k
		}
	}
	return best
}

func (t *dateText) cutRank(i int) int {
	switch t.low(i) {
	case ";":
		return 4
	case "—", "–", "but", "while", "whereas":
		return 3
	case "and", "after", "before", "when", "which", "who", "ahead", "following", "since":
		if t.low(i-1) == "," {
			return 3
		}
		return 2
	case "that", ",", ":":
		return 1
	}
	return 0
}
