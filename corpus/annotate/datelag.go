package annotate

import (
	"strings"
	"time"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// AnchorIn is [AnchorOf] mended by what the article tells: one that tells twice of
// the weekday behind its page date as past, and of no other day before, came out on
// that day. Pages are dated by another clock than the one of the newsroom, and
// articles go on under the date of their first version.
func AnchorIn(a *news.Article, sentences []text.Span) Anchor {
	an := AnchorOf(a, news.Date{})
	if an.Day.IsZero() || an.Source == "dateline" || an.Source == string(news.FromByline) {
		return an
	}
	next := an.Day.AddDays(1)
	if strings.Count(a.Text, next.Weekday().String()) < lagTold {
		return an
	}
	body := a.Paragraphs(news.Body)
	told, barred := 0, false
	readDates(a.Text, body, sentences, an, func(ts []dateText, found []foundDate) {
		for i := range found {
			switch f := &found[i]; {
			case barred || ts[f.sentence].toks[f.from].quoted:
			case f.tellsOf(next.Weekday()):
				told++
			case f.form == formWeekday && told < lagTold, f.ofSpeech(), f.form == formDay && f.Date.Sub(an.Day) < 0 && an.Day.Sub(f.Date) < 7:
				barred = true
			}
		}
	})
	if barred || told < lagTold {
		return an
	}
	return Anchor{Day: next, Source: an.Source + ", a day late"}
}

// lagTold is how often an article must tell of the weekday behind its page date.
const lagTold = 2

// tellsOf reports whether a date is a weekday of the past by its verb alone.
func (f *foundDate) tellsOf(day time.Weekday) bool {
	return f.form == formWeekday && f.weekday == day && f.lean == leanBack && !f.strict && !f.counted && f.side == leanNone
}
