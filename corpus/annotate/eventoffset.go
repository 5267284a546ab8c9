package annotate

import (
	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
)

// offset is words that date one happening from another: "three days after",
// "the morning after", "hours before".
type offset struct {
	from, to int // tokens [from,to)
	days     int // from the happening behind the words to the one before them
}

// offsets returns the offsets of a sentence, in order.
func (t *dateText) offsets() []offset {
	var out []offset
	for i := range t.toks {
		if w := t.low(i); w == "after" || w == "before" {
			if o, ok := t.offsetTo(i); ok {
				out = append(out, o)
			}
		}
	}
	return out
}

// offsetTo reads the offset that ends with the "after" or "before" at i.
func (t *dateText) offsetTo(i int) (offset, bool) {
	o := offset{from: i - 2, to: i + 1}
	n, ok := t.countedUnit(i-2, i-1)
	if i < 2 || !ok || i+1 >= len(t.toks) || t.toks[i+1].quoted != t.toks[i].quoted {
		return o, false
	}
	if t.low(i) == "before" {
		n = -n
	}
	o.days = n
	switch t.low(i + 1) {
	case ".", ",", ";", "yesterday", "tomorrow", "that":
		return o, false
	}
	_, dated := t.dateAt(i + 1)
	return o, !dated
}

// countedUnit returns the days that a number and its unit make: "three days",
// "the morning", "an hour"; not a stretch that may or may not reach another
// day.
func (t *dateText) countedUnit(number, unit int) (days int, ok bool) {
	n := lexicon.SmallNumber(t.low(number))
	if n == 0 {
		n = plainNumber(t.low(number))
	}
	switch u := t.low(unit); {
	case t.low(number) == "the" && (u == "day" || u == "night" || u == "morning" || u == "evening"):
		return 1, true
	case n > 0 && n < 32 && lexicon.Unit(u) == lexicon.Days:
		return n, true
	case n == 24 && u == "hours":
		return 1, true
	case n > 0 && n < 4 && (u == "hour" || u == "hours"), u == "minutes", u == "moments":
		return 0, true
	}
	return 0, false
}

// byOffset adds the reports of happenings that a sentence dates from others:
// those of its own dates, or told earlier in the article.
func (e *eventReader) byOffset(t *dateText, os []offset, dates []foundDate) {
	for _, o := range os {
		behind, okBehind := t.behind(o)
		before, okBefore := t.before(o)
		if !okBehind || !okBefore {
			continue
		}
		if d := t.dayOf(dates, behind); !d.IsZero() {
			e.add(t, o, before, d.AddDays(o.days), [2]int{0, o.to})
		} else if d := t.dayOf(dates, before); !d.IsZero() {
			e.add(t, o, behind, d.AddDays(-o.days), [2]int{o.from, len(t.toks)})
		} else if d := e.told(behind.Lemma); !d.IsZero() {
			e.add(t, o, before, d.AddDays(o.days), [2]int{0, o.to})
		} else if d := e.toldFirst(t, before); !d.IsZero() {
			e.add(t, o, behind, d.AddDays(-o.days), [2]int{o.from, len(t.toks)})
		}
	}
}

// add adds the report of a trigger that an offset dates.
func (e *eventReader) add(t *dateText, o offset, tr eventTrigger, day news.Date, clause [2]int) {
	d := foundDate{rawDate: rawDate{from: o.from, to: o.to, form: formAfterLast}}
	d.Span, d.Date, d.Exact, d.Basis = t.span(o.from, o.to), day, news.DayExact, BesideAnother
	if clause[0] > tr.from || clause[1] < tr.to {
		return
	}
	r := e.reportIn(t, &d, tr, clause)
	e.setName(&r, t, &d, tr, nil)
	if tr.Strength > 1 && e.keeps(t, &r, tr) && !toldAlready(e.reports, r, false) {
		e.reports = append(e.reports, r)
	}
}

// BesideAnother is the basis of a day that is counted from another happening.
const BesideAnother = "counted from the happening beside it"

// dayOf returns the day among the dates of a sentence that is a trigger's.
func (t *dateText) dayOf(dates []foundDate, of eventTrigger) news.Date {
	for i := range dates {
		if tr, ok := t.trigger(&dates[i]); ok && tr.from == of.from && dates[i].Exact == news.DayExact {
			return dates[i].Date
		}
	}
	return news.Date{}
}

// told returns the day that the article has given for a happening, the zero
// date if none.
func (e *eventReader) told(lemma string) news.Date {
	for i := range e.reports {
		if r := &e.reports[i]; r.Lemma == lemma && r.Exact == news.DayExact {
			return r.Date
		}
	}
	return news.Date{}
}

// toldFirst returns the day of the article's first report where a noun speaks
// of that happening as known: "Her departure came a day after".
func (e *eventReader) toldFirst(t *dateText, tr eventTrigger) news.Date {
	if tr.verb || tr.from == 0 || tr.from > 2 || len(e.reports) == 0 || e.reports[0].Exact != news.DayExact {
		return news.Date{}
	}
	switch t.pos(tr.from - 1) {
	case "DT", "PRP$":
		if w := t.low(tr.from - 1); w != "a" && w != "an" {
			return e.reports[0].Date
		}
	}
	return news.Date{}
}

// behind returns the happening that an offset counts from: the first verb
// behind it, or the noun where no verb says what happened.
func (t *dateText) behind(o offset) (eventTrigger, bool) {
	if g := t.verbFrom(o.to); g != nil && !t.hardStop(o.to, g.first) && t.commas(o.to, g.first)%2 == 0 {
		if tr, ok := t.verbTrigger(g); ok && !helps(t.low(g.head)) {
			return tr, true
		}
		if tr, ok := t.subjectNoun(g, 2); ok && tr.from >= o.to {
			tr.group = g
			return tr, true
		}
	}
	return t.nounAfter(o.to)
}

// commas counts those in the tokens [from,to).
func (t *dateText) commas(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if t.low(i) == "," {
			n++
		}
	}
	return n
}

// before returns the happening that an offset dates: the verb before it, or
// the noun that a verb says no more of than that it was.
func (t *dateText) before(o offset) (eventTrigger, bool) {
	g := t.leftVerb(o.from)
	if g == nil {
		return eventTrigger{}, false
	}
	verb, ok := t.verbTrigger(g)
	for i := o.from - 1; i > g.head; i-- {
		if tr, found := t.nounTrigger(i); found && (!ok || tr.Strength > verb.Strength) {
			tr.group = g
			return tr, true
		}
	}
	if helps(t.low(g.head)) || isState(t.low(g.head)) {
		if tr, found := t.subjectNoun(g, 2); found {
			tr.group = g
			return tr, true
		}
	}
	return verb, ok
}
