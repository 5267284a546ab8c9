package annotate

import (
	"strings"
	"time"

	"verbatim/corpus/news"
)

// ofTheShow is the basis of a day that the programme gives on which something was
// said.
const ofTheShow = "day of the programme"

// sundayShows are programmes that go out on Sundays, word by word in lower case,
// under names that nothing else has.
var sundayShows = [...]string{"meet the press", "face the nation", "fox news sunday", "sunday morning futures", "sophy ridge on sunday"}

// byShow adds the report of what a sentence without a date says somebody said on
// a programme that goes out once a week, if the article is of that day or the two
// behind it: "Tarn said on “Face the Nation”".
func (e *eventReader) byShow(t *dateText) {
	back := int(e.anchor.Day.Weekday() - time.Sunday)
	if e.anchor.Day.IsZero() || back > 2 {
		return
	}
	i, to := t.showAt()
	if to == 0 {
		return
	}
	t.tag()
	g := t.utteredAt(i)
	if g == nil {
		return
	}
	tr, ok := t.verbTrigger(g)
	if !ok || tr.Class != "say" && tr.Class != "interview" {
		return
	}
	d := foundDate{rawDate: rawDate{from: i, to: to, form: formWeekday, weekday: time.Sunday}, lean: leanBack}
	d.Span, d.Date, d.Exact, d.Basis = t.span(i, to), e.anchor.Day.AddDays(-back), news.DayExact, ofTheShow
	r := e.reportIn(t, &d, tr, [2]int{0, len(t.toks)})
	e.setName(&r, t, &d, tr, nil)
	if len(r.Entities) > 0 && !toldAlready(e.reports, r, false) {
		e.reports = append(e.reports, r)
	}
}

// showAt returns the tokens [from,to) of the first Sunday programme the sentence
// names, to 0 if it names none.
func (t *dateText) showAt() (from, to int) {
	for i := range t.toks {
		if !t.capital(i) {
			continue
		}
		for _, show := range sundayShows {
			if n := t.spells(i, show); n > 0 {
				return i, i + n
			}
		}
	}
	return 0, 0
}

// spells returns how many tokens from i on are the words of a name, 0 if they are
// not.
func (t *dateText) spells(i int, name string) int {
	n := 0
	for w := range strings.FieldsSeq(name) {
		if t.low(i+n) != w {
			return 0
		}
		n++
	}
	return n
}

// utteredAt returns the verb in the plain past before token i, the one that tells
// what was said there, nil if there is none: "has said" may be of any day.
func (t *dateText) utteredAt(i int) *verbGroup {
	for k := len(t.groups) - 1; k >= 0; k-- {
		g := &t.groups[k]
		if g.head >= i || g.quoted {
			continue
		}
		if g.first == g.head && t.pos(g.head) == "VBD" && !t.hardStop(g.head+1, i) && !t.within(g.head+1, i, ",") {
			return g
		}
		return nil
	}
	return nil
}
