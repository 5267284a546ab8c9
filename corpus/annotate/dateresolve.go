package annotate

import (
	"slices"
	"time"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// foundDate is a resolved date and where in its sentence it stands.
type foundDate struct {
	DateMention
	rawDate
	sentence int // index into the paragraph
	lean     lean
}

// mostBare is how many paragraphs without a date may stand between a day and
// what is counted from it: "the following day".
const mostBare = 3

// readDates calls visit with each paragraph that has sentences, and the dates
// resolved in it, in order of the text.
func readDates(src string, paragraphs, sentences []text.Span, an Anchor, visit func(ts []dateText, found []foundDate)) {
	marked := Marks(src, paragraphs)
	var last news.Date
	bare := 0 // paragraphs without a date since last
	for i, p := 0, 0; i < len(sentences); {
		for p < len(paragraphs) && paragraphs[p].End <= sentences[i].Start {
			p++
		}
		n := i + 1
		for n < len(sentences) && p < len(paragraphs) && sentences[n].Start < paragraphs[p].End {
			n++
		}
		ts := make([]dateText, n-i)
		for k := range ts {
			ts[k] = newDateText(src, sentences[i+k], marked)
		}
		if bare > mostBare {
			last = news.Date{}
		}
		found := resolveParagraph(ts, an, &last)
		if bare++; len(found) > 0 {
			bare = 0
		}
		visit(ts, found)
		i = n
	}
}

// resolveParagraph resolves the dates of a paragraph's sentences, in order of
// the text. last is the day named before it, and is carried on.
func resolveParagraph(ss []dateText, an Anchor, last *news.Date) []foundDate {
	var found []foundDate
	for i := range ss {
		for _, r := range ss[i].scan() {
			found = append(found, foundDate{rawDate: r, sentence: i})
		}
	}
	if len(found) == 0 {
		return nil
	}
	for i := range found {
		t := &ss[found[i].sentence]
		t.tag()
		found[i].Span = t.span(found[i].from, found[i].to)
		if t.isOwnedDeed(found[i].rawDate) {
			found[i].side = leanBack
		}
		found[i].lean = t.leanOf(found[i].rawDate)
		found[i].nearest = t.isAwaited(found[i].rawDate)
	}
	said := saidDays(ss, found, an)
	return slices.DeleteFunc(resolveAll(ss, found, an, said, last), func(f foundDate) bool { return f.Date.IsZero() })
}

// resolveAll fills in the dates, each with the base it is counted from.
func resolveAll(ss []dateText, found []foundDate, an Anchor, said []news.Date, last *news.Date) []foundDate {
	for i := range found {
		f := &found[i]
		base := an
		if day := said[f.sentence]; ss[f.sentence].toks[f.from].quoted && !day.IsZero() && day != an.Day {
			base = Anchor{Day: day, Source: "the day it was said"}
		}
		if ss[f.sentence].toks[f.from].quoted && said[f.sentence].IsZero() && f.ofSpeech() && isRecent(*last, an.Day) {
			continue // said, it may be, on the day told of before
		}
		switch {
		case f.ofOldYear(ss, an.Day):
			continue
		case ss[f.sentence].pointsBack(f.rawDate):
			f.Date, f.Exact, f.Basis = f.weekdayAfter(*last)
		default:
			f.Date, f.Exact, f.Basis = f.resolve(base, *last, f.lean)
		}
		switch {
		case f.Exact == news.DayExact && !f.Date.IsZero():
			*last = f.Date
		case f.Exact != news.DayExact && f.form != formYear:
			*last = news.Date{} // "last week …, two days later" is a day of that week
		}
	}
	return found
}

// ofOldYear reports whether a month without its year stands behind a year long
// gone, of which it may be rather than of the year past: "She lost in 2014 and won
// in June". The last two months are those of the article.
func (f *foundDate) ofOldYear(ss []dateText, day news.Date) bool {
	if f.form != formMonth || f.year != 0 || f.counted || f.strict || f.lean == leanAhead || day.IsZero() || (int(day.Month)-int(f.month)+12)%12 < 2 {
		return false
	}
	for s := f.sentence; s >= max(0, f.sentence-1); s-- {
		i := len(ss[s].toks)
		if s == f.sentence {
			i = f.from
		}
		for i--; i >= 0; i-- {
			if y := yearNumber(ss[s].low(i)); y != 0 {
				return y < day.Year-1
			}
		}
	}
	return false
}

// pointsBack reports whether a weekday is that of a time told of before: "that
// Sunday".
func (t *dateText) pointsBack(r rawDate) bool {
	i := r.from - 1
	if r.form != formWeekday || t.low(i) != "that" || r.to < len(t.toks) && t.toks[r.to].Kind != text.Punct && t.low(r.to) != "when" {
		return false
	}
	for k := i - 1; k >= max(0, i-4); k-- {
		if c, ok := lexicon.CueOf(t.low(k)); ok && c.Takes('c') || lexicon.CueNoun(t.low(k)) != "" {
			return false // "told her that Sunday"
		}
	}
	return true
}

// weekdayAfter resolves a weekday as the first on or behind the day named before
// it, the zero date if there is none.
func (r *rawDate) weekdayAfter(last news.Date) (news.Date, news.Granularity, string) {
	if last.IsZero() {
		return news.Date{}, "", ""
	}
	n := (int(r.weekday) - int(last.Weekday()) + 7) % 7
	return last.AddDays(n), news.DayExact, "weekday behind the date before it"
}

// ofSpeech reports whether a date is the very day it is spoken on: "today",
// "this morning".
func (r *rawDate) ofSpeech() bool {
	return r.form == formOffset && r.unit == lexicon.Days && r.n == 0
}

// isRecent reports whether a day lies close before another.
func isRecent(d, before news.Date) bool {
	return !d.IsZero() && !before.IsZero() && before.Sub(d) > 0 && before.Sub(d) < 4
}

// saidDays returns for each sentence of a paragraph the day its quotations
// were said, where a date outside the marks gives it: in the sentence itself,
// else in the next that does, else in the last before.
func saidDays(ss []dateText, found []foundDate, an Anchor) []news.Date {
	own := make([]news.Date, len(ss))
	for _, f := range found {
		t := &ss[f.sentence]
		if t.toks[f.from].quoted || !own[f.sentence].IsZero() || !t.reportsSpeech() {
			continue
		}
		if d, exact, _ := f.resolve(an, news.Date{}, f.lean); exact == news.DayExact && f.lean != leanAhead {
			own[f.sentence] = d
		}
	}
	out := slices.Clone(own)
	for i := len(out) - 2; i >= 0; i-- {
		if out[i].IsZero() {
			out[i] = out[i+1]
		}
	}
	for i := 1; i < len(out); i++ {
		if out[i].IsZero() {
			out[i] = out[i-1]
		}
	}
	return out
}

// reportsSpeech reports whether the sentence holds a verb of saying outside
// marks.
func (t *dateText) reportsSpeech() bool {
	return slices.ContainsFunc(t.toks, func(k dateTok) bool {
		if k.quoted {
			return false
		}
		c, ok := lexicon.CueOf(k.low)
		return ok && c.Strength >= 2
	})
}

// resolve makes a day of the words, counted from base, with last the day named
// before. The zero date means that it cannot be known.
func (r *rawDate) resolve(base Anchor, last news.Date, l lean) (news.Date, news.Granularity, string) {
	switch r.form {
	case formDay, formMonth, formYear:
		return r.calendar(base, l)
	case formAfterLast:
		if last.IsZero() {
			return news.Date{}, "", ""
		}
		d, exact := r.shift(last)
		return d, exact, "counted from the date before it"
	}
	if base.Day.IsZero() {
		return news.Date{}, "", ""
	}
	switch r.form {
	case formWeekday:
		return r.weekdayFrom(base, l)
	case formWeekend:
		sat := rawDate{weekday: time.Saturday}
		d, _, _ := sat.weekdayFrom(base, l)
		return d, news.WeekendExact, "weekend counted from " + base.Source
	}
	if r.ifAhead && l != leanAhead {
		return news.Date{}, "", ""
	}
	c := *r
	if c.strict && c.unit == lexicon.Weeks && c.n < 0 && int(base.Day.Weekday()+6)%7 >= 5 {
		c.n++ // at a weekend, the past week is the one that ends
	}
	d, exact := c.shift(base.Day)
	return d, exact, "counted from " + base.Source
}

// shift counts r.n units from day.
func (r *rawDate) shift(day news.Date) (news.Date, news.Granularity) {
	switch r.unit {
	case lexicon.Weeks:
		return day.AddDays(7 * r.n).StartOfWeek(), news.WeekExact
	case lexicon.Months:
		m := int(day.Month) - 1 + r.n
		y := day.Year + floorDiv(m, 12)
		return news.Date{Year: y, Month: time.Month(m-12*floorDiv(m, 12)) + 1, Day: 1}, news.MonthOnly
	case lexicon.Years:
		return news.Date{Year: day.Year + r.n, Month: time.January, Day: 1}, news.YearOnly
	}
	return day.AddDays(r.n), news.DayExact
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// calendar resolves a date that names its month or year.
func (r *rawDate) calendar(base Anchor, l lean) (news.Date, news.Granularity, string) {
	exact := r.form.granularity()
	if r.year != 0 {
		return r.inYear(r.year, base.Day, l), exact, "explicit"
	}
	if base.Day.IsZero() {
		return news.Date{}, "", ""
	}
	year := 0
	if r.counted {
		year = base.Day.Year + r.n
	}
	return r.inYear(year, base.Day, l), exact, "explicit, year from " + base.Source
}

// inYear returns the day or month in the year given, or in the one that lies
// nearest to ref on the side of lean. A side is a strong hint, not a law: a
// date a few days off on the other side beats one a year off on this.
func (r *rawDate) inYear(year int, ref news.Date, l lean) news.Date {
	day := r.day
	if r.form != formDay {
		day = 1
	}
	if r.form == formYear {
		return news.Date{Year: year, Month: time.January, Day: 1}
	}
	if year != 0 {
		return realDay(news.Date{Year: year, Month: r.month, Day: day})
	}
	if ref.IsZero() {
		return news.Date{}
	}
	best, cost := news.Date{}, 0
	for y := ref.Year - 1; y <= ref.Year+1; y++ {
		d := realDay(news.Date{Year: y, Month: r.month, Day: day})
		if d.IsZero() {
			continue
		}
		if c := r.distance(d, ref, l); best.IsZero() || c < cost {
			best, cost = d, c
		}
	}
	return best
}

// distance returns how far d is from ref, days on the wrong side of lean
// counted many times. A month is measured by its middle, its own never wrong.
func (r *rawDate) distance(d, ref news.Date, l lean) int {
	if r.form == formMonth {
		if d.Year == ref.Year && d.Month == ref.Month {
			if r.strict {
				return 1 << 20
			}
			return 0
		}
		d.Day = 15
	}
	n := d.Sub(ref)
	switch {
	case n > 0 && r.side == leanBack, n < 0 && r.side == leanAhead:
		n *= 1000
	case n > 0 && l == leanBack, n < 0 && l == leanAhead:
		n *= wrongSide(r.form, l)
	}
	return max(n, -n)
}

// wrongSide is how many times a day on the side of the verb's tense may be farther
// off than the one on the other. A day without its year is of the months about the
// article, whatever a verb says that may not be its own: "moved their votes to May 3".
func wrongSide(f dateForm, l lean) int {
	switch {
	case f == formDay:
		return 3
	case l == leanAhead:
		return 5
	}
	return 10
}

func realDay(d news.Date) news.Date {
	if !d.IsDay() {
		return news.Date{}
	}
	return d
}

// weekdayFrom resolves a weekday. A day that is the anchor's own is meant
// unless a word like "last" or "next" excludes it.
func (r *rawDate) weekdayFrom(base Anchor, l lean) (news.Date, news.Granularity, string) {
	from := base.Day
	if r.nearest {
		l = leanBack
		if (int(from.Weekday())-int(r.weekday)+7)%7 > 3 {
			l = leanAhead
		}
	}
	if r.counted {
		d := from.StartOfWeek().AddDays(7*r.n + int(r.weekday+6)%7)
		return d, news.DayExact, "weekday of a week counted from " + base.Source
	}
	if l == leanAhead || r.ownWeek && l != leanBack && r.stillAhead(from) {
		n := (int(r.weekday) - int(from.Weekday()) + 7) % 7
		if n == 0 && r.strict {
			n = 7
		}
		return from.AddDays(n), news.DayExact, "weekday ahead of " + base.Source
	}
	n := (int(from.Weekday()) - int(r.weekday) + 7) % 7
	if n == 0 && r.strict {
		n = 7
	}
	return from.AddDays(-n), news.DayExact, "weekday back from " + base.Source
}

// stillAhead reports whether "this Friday" is to come: later in the week, or,
// at the weekend, in the next.
func (r *rawDate) stillAhead(from news.Date) bool {
	today, day := int(from.Weekday()+6)%7, int(r.weekday+6)%7
	return day >= today || today >= 5
}
