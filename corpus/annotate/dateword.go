package annotate

import (
	"strconv"
	"strings"
	"time"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// relativeAt reads a date worded from another: "yesterday", "last week", "two
// days ago", "the same day".
func (t *dateText) relativeAt(i int) (rawDate, bool) {
	low := t.low(i)
	switch low {
	case "today", "tonight":
		return t.offset(i, i+1, 0, lexicon.Days), !t.inName(i)
	case "yesterday":
		return t.dayPart(t.offset(i, i+1, -1, lexicon.Days)), true
	case "tomorrow":
		return t.dayPart(t.offset(i, i+1, 1, lexicon.Days)), true
	case "last", "next", "this", "coming", "previous", "upcoming":
		return t.modifiedAt(i)
	case "the", "that":
		return t.theDayAt(i)
	case "in":
		return t.inSoManyAt(i)
	}
	if lexicon.SmallNumber(low) != 0 {
		return t.agoAt(i, lexicon.SmallNumber(low))
	}
	return t.midMonthAt(i)
}

// inName reports whether token i, a capital, follows another as part of a
// name: "USA TODAY".
func (t *dateText) inName(i int) bool { return t.capital(i) && t.capital(i-1) }

// offset makes a date of n units from the anchor.
func (t *dateText) offset(from, to, n int, u lexicon.TimeUnit) rawDate {
	return rawDate{from: from, to: to, form: formOffset, n: n, unit: u}
}

// modifiedAt reads what follows "last", "next" or "this": a weekday, a month,
// a part of the day or a unit.
func (t *dateText) modifiedAt(i int) (rawDate, bool) {
	j, side, strict := i+1, leanNone, false
	switch t.low(i) {
	case "last", "previous":
		side, strict = leanBack, true
	case "next", "coming", "upcoming":
		side, strict = leanAhead, true
	case "this":
		switch t.low(j) {
		case "past":
			j, side, strict = j+1, leanBack, true
		case "coming":
			j, side, strict = j+1, leanAhead, true
		}
	}
	if r, ok := t.modifiedDay(j, side, strict); ok {
		if r.form == formWeekday && !r.counted && side == leanNone {
			r.ownWeek = true
		}
		if t.low(i) == "next" && r.form == formWeekday && !r.counted {
			r.n, r.counted = 1, true
		}
		r.from = i
		return r, true
	}
	return t.modifiedUnit(i, j, side)
}

// modifiedDay reads a weekday or month at j, on the side that the word before
// it says.
func (t *dateText) modifiedDay(j int, side lean, strict bool) (rawDate, bool) {
	if !t.capital(j) {
		return rawDate{}, false
	}
	r, ok := t.weekdayAt(j)
	if !ok {
		r, ok = t.monthAt(j)
	}
	if ok && r.side == leanNone {
		r.side, r.strict = side, strict
	}
	return r, ok
}

// modifiedUnit reads "last night", "this morning", "next week": the unit at j
// of the modifier at i.
func (t *dateText) modifiedUnit(i, j int, side lean) (rawDate, bool) {
	mod, w := t.low(i), t.low(j)
	switch {
	case mod == "last" && w == "night":
		return t.offset(i, j+1, -1, lexicon.Days), true
	case mod == "this" && lexicon.DayPart(w):
		return t.offset(i, j+1, 0, lexicon.Days), true
	case mod == "previous", mod == "upcoming", spansTime(t.low(i - 1)):
		return rawDate{}, false
	case w == "weekend":
		r := rawDate{from: i, to: j + 1, form: formWeekend, side: side}
		return r, true
	}
	switch w {
	case "week", "month", "year":
		if t.capital(i) && t.capital(j) {
			return rawDate{}, false // a programme: "This Week"
		}
		r := t.offset(i, j+1, int(side), lexicon.Unit(w))
		r.strict = t.low(j-1) == "past"
		return r, true
	}
	return rawDate{}, false
}

// spansTime reports whether the word before "last week" makes it a stretch of
// time: "the last week of June", "his last year".
func spansTime(w string) bool {
	switch w {
	case "the", "his", "her", "their", "its", "our", "my", "your", "every", "each":
		return true
	}
	return false
}

// theDayAt reads "the same day", "that night", "the following day", "the day
// before", counted from the date before it, and "over the weekend".
func (t *dateText) theDayAt(i int) (rawDate, bool) {
	r := rawDate{from: i, form: formAfterLast, unit: lexicon.Days}
	w, noun := t.low(i+1), t.low(i+2)
	switch {
	case t.low(i) == "that" && w == "day":
		noun, r.to = "day", i+2
	case t.low(i) == "that" && w == "same" && noun == "day":
		r.to = i + 3
	case t.low(i) == "that":
		return r, false
	case w == "weekend":
		return rawDate{from: i, to: i + 2, form: formWeekend}, overWeekend(t.low(i - 1))
	case w == "day" && (noun == "before" || noun == "after"):
		return t.dayBeside(i)
	case w == "same":
		r.to = i + 3
	case w == "next", w == "following":
		r.n, r.to = 1, i+3
	case w == "previous":
		r.n, r.to = -1, i+3
	}
	return t.dayPart(r), r.to > 0 && (noun == "day" || lexicon.DayPart(noun))
}

func overWeekend(w string) bool { return w == "over" || w == "at" || w == "on" || w == "during" }

// dayBeside reads "the day before yesterday", and "the day before" where no
// noun goes on.
func (t *dateText) dayBeside(i int) (rawDate, bool) {
	n := -1
	if t.low(i+2) == "after" {
		n = 1
	}
	switch t.low(i + 3) {
	case "yesterday":
		return t.offset(i, i+4, -2, lexicon.Days), n < 0
	case "tomorrow":
		return t.offset(i, i+4, 2, lexicon.Days), n > 0
	}
	r := rawDate{from: i, to: i + 3, form: formAfterLast, n: n, unit: lexicon.Days}
	return r, i+3 >= len(t.toks) || t.toks[i+3].Kind == text.Punct
}

// agoAt reads "two days ago", "a week earlier": the number n stands at i.
func (t *dateText) agoAt(i, n int) (rawDate, bool) {
	u := lexicon.Unit(t.low(i + 1))
	if u == lexicon.NoUnit || t.low(i+1) == "weekend" {
		return rawDate{}, false
	}
	if t.low(i+1) == "fortnight" {
		n *= 2
	}
	r := t.offset(i, i+3, -n, u)
	switch t.low(i + 2) {
	case "ago":
		return r, true
	case "earlier":
		r.form = formAfterLast
		return r, u == lexicon.Days || u == lexicon.Weeks
	case "later":
		r.form, r.n = formAfterLast, n
		return r, u == lexicon.Days || u == lexicon.Weeks
	}
	return r, false
}

// inSoManyAt reads "in two weeks", a date where the tense looks ahead.
func (t *dateText) inSoManyAt(i int) (rawDate, bool) {
	n := lexicon.SmallNumber(t.low(i + 1))
	if n == 0 && i+1 < len(t.toks) && t.toks[i+1].Kind == text.Number {
		n = dayNumber(t.low(i + 1))
	}
	u := lexicon.Unit(t.low(i + 2))
	if n == 0 || u == lexicon.NoUnit || t.low(i+3) == "of" || t.low(i+3) == "'" {
		return rawDate{}, false
	}
	r := t.offset(i, i+3, n, u)
	r.ifAhead = true
	return r, true
}

// midMonthAt reads "mid-December".
func (t *dateText) midMonthAt(i int) (rawDate, bool) {
	_, month, ok := strings.Cut(t.low(i), "-")
	if m := lexicon.Month(month); ok && m != 0 && len(month) > 2 {
		switch {
		case strings.HasPrefix(t.low(i), "mid-"), strings.HasPrefix(t.low(i), "early-"), strings.HasPrefix(t.low(i), "late-"):
			r := rawDate{from: i, to: i + 1, form: formMonth, month: m}
			if y := yearNumber(t.low(i + 1)); y != 0 {
				r.year, r.to = y, i+2
			}
			return r, true
		}
	}
	return rawDate{}, false
}

// numberFirst reads a date that begins with a number.
func (t *dateText) numberFirst(i int) (rawDate, bool) {
	if r, ok := t.dayOfMonthAt(i); ok {
		return r, true
	}
	if r, ok := t.isoAt(i); ok {
		return r, true
	}
	if r, ok := t.slashedAt(i); ok {
		return r, true
	}
	if n := plainNumber(t.low(i)); n > 0 && n < 100 {
		if r, ok := t.agoAt(i, n); ok {
			return r, true
		}
	}
	return t.yearAlone(i)
}

func plainNumber(s string) int {
	n, err := strconv.ParseUint(s, 10, 16)
	if err != nil || len(s) > 4 {
		return 0
	}
	return int(n)
}

// isoAt reads "2025-12-03" and "3.12.2025", each one token.
func (t *dateText) isoAt(i int) (rawDate, bool) {
	w := t.low(i)
	if len(w) > 10 && w[10] == 't' {
		w = w[:10]
	}
	sep := "-"
	if strings.Contains(w, ".") {
		sep = "."
	}
	p := strings.Split(w, sep)
	if len(p) != 3 || len(w) > 10 {
		return rawDate{}, false
	}
	if sep == "." {
		p[0], p[2] = p[2], p[0]
	}
	return numericDate(i, i+1, yearNumber(p[0]), plainNumber(p[1]), plainNumber(p[2]))
}

// slashedAt reads "3/25/2025" where one order alone makes a day of the
// calendar, and "2025/12/03". "3/12/2025" is not read: it is another day on
// either side of the ocean.
func (t *dateText) slashedAt(i int) (rawDate, bool) {
	if t.low(i+1) != "/" || t.low(i+3) != "/" {
		return rawDate{}, false
	}
	a, b, c := t.low(i), t.low(i+2), t.low(i+4)
	if y := yearNumber(a); y != 0 {
		return numericDate(i, i+5, y, plainNumber(b), plainNumber(c))
	}
	x, y := plainNumber(a), plainNumber(b)
	if x <= 12 && y <= 12 && x != y {
		return rawDate{}, false
	}
	if x > 12 {
		x, y = y, x
	}
	return numericDate(i, i+5, yearNumber(c), x, y)
}

func numericDate(from, to, year, month, day int) (rawDate, bool) {
	d := news.Date{Year: year, Month: time.Month(month), Day: day}
	return rawDate{from: from, to: to, form: formDay, year: year, month: d.Month, day: day}, year != 0 && d.IsDay()
}

// yearAlone reads a year that a preposition marks as one.
func (t *dateText) yearAlone(i int) (rawDate, bool) {
	y := yearNumber(t.low(i))
	if y == 0 || t.counts(i+1) {
		return rawDate{}, false
	}
	switch t.low(i - 1) {
	case "in", "since", "during", "until", "till", "early", "late", "mid", "before", "after", "throughout", "by":
		return rawDate{from: i, to: i + 1, form: formYear, year: y}, true
	}
	return rawDate{}, false
}
