package annotate

import (
	"slices"
	"strings"
	"time"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// lean is the side of the anchor a date lies on.
type lean int8

const (
	leanBack  lean = -1
	leanNone  lean = 0
	leanAhead lean = 1
)

// dateForm is how a date is worded.
type dateForm uint8

const (
	formDay       dateForm = iota // a day of a month, its year perhaps
	formMonth                     // a month, its year perhaps
	formYear                      // a year
	formWeekday                   // a day of the week
	formOffset                    // so many units from the anchor
	formWeekend                   // a weekend, the next or the last
	formAfterLast                 // so many units from the date before it
)

func (f dateForm) granularity() news.Granularity {
	switch f {
	case formMonth:
		return news.MonthOnly
	case formYear:
		return news.YearOnly
	}
	return news.DayExact
}

// rawDate is a date as worded, before it is counted from anything.
type rawDate struct {
	from, to  int // tokens [from,to)
	form      dateForm
	year, day int
	month     time.Month
	weekday   time.Weekday
	n         int // units from the base
	unit      lexicon.TimeUnit
	side      lean // by a word such as "last"; else the tense decides
	strict    bool // the base's own day, or month, is not meant
	counted   bool // n is the week of a weekday, or the year of a day or month, from the base's own
	ownWeek   bool // a weekday of the base's own week, if that is not over: "this Friday"
	nearest   bool // a weekday of whichever side is nearer: "before Monday's vote"
	ifAhead   bool // a date only where the tense looks ahead: "in two weeks"
}

// scan returns the dates the sentence words, in order, none overlapping.
func (t *dateText) scan() []rawDate {
	var out []rawDate
	for i := 0; i < len(t.toks); {
		r, ok := t.dateAt(i)
		if !ok {
			i++
			continue
		}
		out = append(out, r)
		i = r.to
	}
	return out
}

// dateAt returns the date that begins at token i.
func (t *dateText) dateAt(i int) (rawDate, bool) {
	switch t.toks[i].Kind {
	case text.Number:
		return t.numberFirst(i)
	case text.Upper:
		if r, ok := t.weekdayAt(i); ok {
			return r, true
		}
		if r, ok := t.monthAt(i); ok {
			return r, true
		}
		return t.relativeAt(i)
	case text.Lower:
		return t.relativeAt(i)
	}
	return rawDate{}, false
}

// weekdayAt reads a weekday: alone, before the day and month it falls on, or
// with the week it is of.
func (t *dateText) weekdayAt(i int) (rawDate, bool) {
	day, short, ok := lexicon.Weekday(t.low(i))
	if !ok || lexicon.NamedWeekday(t.word(i-1), t.word(i+1)) || recurs(t.low(i-1)) || recurs(t.low(i-2)) && t.toks[i-1].Kind == text.Lower && t.low(i-1) != "on" || t.endsTitle(i) || t.nthWeekday(i) || t.isOfShows(i) {
		return rawDate{}, false
	}
	if j := t.skip(i+1, ",", ".", "(", "the"); j < len(t.toks) {
		if r, ok := t.dayOfMonthAt(j); ok {
			r.from = i
			if r.to < len(t.toks) && t.low(r.to) == ")" && t.low(j-1) == "(" {
				r.to++
			}
			return r, true
		}
	}
	if short && !(strings.HasSuffix(t.word(i), ".") && t.low(i-1) == "on") {
		return rawDate{}, false
	}
	r := rawDate{from: i, to: i + 1, form: formWeekday, weekday: day}
	return t.weekOf(t.dayPart(r)), true
}

// nthWeekday reports whether the weekday at i is one of a rule rather than of
// a week: "the first Thursday of May".
func (t *dateText) nthWeekday(i int) bool {
	switch t.low(i - 1) {
	case "first", "second", "third", "fourth", "last":
		return (t.low(i+1) == "of" || t.low(i+1) == "in") && (lexicon.Month(t.low(i+2)) != 0 || t.low(i+2) == "the" || t.low(i+2) == "each" || t.low(i+2) == "every")
	}
	return false
}

// isOfShows reports whether the weekday at i only says which programmes are
// meant: "the Sunday morning talk shows".
func (t *dateText) isOfShows(i int) bool {
	for k := i + 1; k < i+5; k++ {
		switch t.low(k) {
		case "shows", "programs", "programmes", "newspapers", "papers":
			return true
		case "morning", "evening", "night", "talk", "news", "political", "television", "tv", "chat", "public", "affairs":
		default:
			return false
		}
	}
	return false
}

// endsTitle reports whether token i is the last of a name in quotation marks:
// "Fox News Sunday".
func (t *dateText) endsTitle(i int) bool {
	j := t.skip(i+1, ".", ",")
	return t.toks[i].quoted && t.capital(i-1) && j < len(t.toks) && t.toks[j].Kind == text.Mark
}

// recurs reports whether the word makes a weekday after it a habit.
func recurs(w string) bool {
	switch w {
	case "every", "each", "most", "many", "any", "some", "alternate", "typical":
		return true
	}
	return false
}

// dayPart takes a part of the day along: "Friday evening".
func (t *dateText) dayPart(r rawDate) rawDate {
	if lexicon.DayPart(t.low(r.to)) && !t.capital(r.to) {
		r.to++
	}
	return r
}

// weekOf takes the week of a weekday along: "Friday of last week", "Tuesday
// next week".
func (t *dateText) weekOf(r rawDate) rawDate {
	j := t.skip(r.to, "of")
	if t.low(j+1) != "week" {
		return r
	}
	n, ok := nthFrom(t.low(j))
	if !ok || t.low(j+2) == "'s" {
		return r
	}
	r.to, r.n, r.counted = j+2, n, true
	return r
}

// skip returns the first index from i on whose token is none of words, trying
// each word once, in order.
func (t *dateText) skip(i int, words ...string) int {
	for _, w := range words {
		if t.low(i) == w {
			i++
		}
	}
	return i
}

// monthAt reads a date that begins with its month.
func (t *dateText) monthAt(i int) (rawDate, bool) {
	if lexicon.Month(t.low(i)) == 0 {
		return rawDate{}, false
	}
	if r, ok := t.dayOfMonthAt(i); ok {
		return r, true
	}
	return t.monthAlone(i)
}

// dayOfMonthAt reads "December 3, 2025", "Dec. 3" or "3 December 2025".
func (t *dateText) dayOfMonthAt(i int) (rawDate, bool) {
	if lexicon.Month(t.low(i)) != 0 && t.capital(i) {
		return t.monthDay(i)
	}
	if i < len(t.toks) && t.toks[i].Kind == text.Number {
		return t.dayMonth(i)
	}
	return rawDate{}, false
}

func (t *dateText) monthDay(i int) (rawDate, bool) {
	j := t.skip(i+1, ".", "the")
	day := dayNumber(t.low(j))
	if day == 0 || t.counts(j+1) {
		return rawDate{}, false
	}
	r := rawDate{from: i, to: j + 1, form: formDay, month: lexicon.Month(t.low(i)), day: day}
	return t.knownDay(t.takeYear(r)), true
}

func (t *dateText) dayMonth(i int) (rawDate, bool) {
	day := dayNumber(t.low(i))
	j := t.skip(i+1, "of")
	if day == 0 || !t.capital(j) || lexicon.Month(t.low(j)) == 0 {
		return rawDate{}, false
	}
	r := rawDate{from: i, to: j + 1, form: formDay, month: lexicon.Month(t.low(j)), day: day}
	if !strings.HasSuffix(t.low(j), ".") && t.low(j+1) == "." && yearNumber(t.low(j+2)) != 0 {
		r.to++
	}
	return t.knownDay(t.takeYear(r)), true
}

// takeYear takes the year along that follows a day and month.
func (t *dateText) takeYear(r rawDate) rawDate {
	j := t.skip(r.to, ",")
	if y := yearNumber(t.low(j)); y != 0 && !t.counts(j+1) {
		r.year, r.to = y, j+1
		return r
	}
	return t.relativeYear(r)
}

// relativeYear takes the year of a day or month along: "of last year".
func (t *dateText) relativeYear(r rawDate) rawDate {
	j := t.skip(r.to, "of")
	if n, ok := nthFrom(t.low(j)); ok && t.low(j+1) == "year" {
		r.n, r.counted, r.to = n, true, j+2
	}
	return r
}

// knownDay gives a day that everybody knows its year.
func (t *dateText) knownDay(r rawDate) rawDate {
	if r.year == 0 {
		i := t.skip(r.to, ",", "'s")
		r.year = lexicon.KnownDay(r.month, r.day, t.low(i), t.low(i+1))
	}
	return r
}

// counts reports whether token i makes the number before it a count of
// something: "May 30 people", "March 5%".
func (t *dateText) counts(i int) bool {
	switch t.low(i) {
	case "%", "percent", "per", "million", "billion", "trillion", "people", "years", "days", "hours", "minutes", "months", "weeks", "points", "th":
		return true
	}
	return false
}

// monthAlone reads a month without a day, where the words about it leave no
// doubt that a month is meant.
func (t *dateText) monthAlone(i int) (rawDate, bool) {
	r := rawDate{from: i, to: i + 1, form: formMonth, month: lexicon.Month(t.low(i))}
	j := t.skip(i+1, ".", ",", "of")
	if y := yearNumber(t.low(j)); y != 0 && !t.counts(j+1) && (t.low(j-1) != "." || strings.HasSuffix(t.word(i), ".")) {
		r.year, r.to = y, j+1
		return r, true
	}
	if !t.monthMeant(i) {
		return r, false
	}
	return t.relativeYear(r), true
}

func (t *dateText) monthMeant(i int) bool {
	prev, next := t.low(i-1), t.low(i+1)
	name := lexicon.MonthIsName(t.low(i))
	if name && (next == "'s" || t.capital(i+1)) {
		return false
	}
	if (prev == "and" || prev == "or") && lexicon.Month(t.low(i-2)) != 0 && !lexicon.MonthIsName(t.low(i-2)) && !t.capital(i+1) {
		return true
	}
	switch prev {
	case "in", "since", "last", "next", "early", "late", "mid", "until", "till", "during", "throughout":
		return true
	case "this":
		return true
	}
	if name || len(t.word(i)) < 4 {
		return false
	}
	switch prev {
	case "by", "of", "from", "for", "through", "before", "after", "to", "between":
		return !t.capital(i + 1)
	}
	if next == "'s" {
		return true
	}
	return i+1 < len(t.toks) && t.toks[i+1].Kind == text.Lower && prev != "" && (i == 1 || !t.capital(i-1))
}

// nthFrom returns which week or year a word points at, from the present one.
func nthFrom(w string) (int, bool) {
	i := slices.Index([]string{"last", "this", "next"}, w)
	return i - 1, i >= 0
}

// dayNumber returns the day of a month that s writes: "3", "3rd", the first
// of "3-5"; 0 if none.
func dayNumber(s string) int {
	n, i := 0, 0
	for i < len(s) && i < 3 && '0' <= s[i] && s[i] <= '9' {
		n = 10*n + int(s[i]-'0')
		i++
	}
	if i == 0 || i > 2 || n < 1 || n > 31 {
		return 0
	}
	switch rest := s[i:]; {
	case rest == "", rest == "st", rest == "nd", rest == "rd", rest == "th":
		return n
	case strings.HasPrefix(rest, "-") && dayNumber(rest[1:]) != 0:
		return n
	}
	return 0
}

// yearNumber returns the year that s writes, 0 if none.
func yearNumber(s string) int {
	n := plainNumber(s)
	if len(s) != 4 || n < 1600 || n > 2099 {
		return 0
	}
	return n
}
