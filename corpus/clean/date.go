package clean

import (
	"strings"

	"verbatim/corpus/load"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// pageDate marks the lines that hold nothing but a date, and takes the day of
// publication from those above the article.
func (p *page) pageDate() {
	updated := news.DateField{}
	for i := range p.parts {
		t := &p.parts[i]
		if t.words > 16 || t.kind == news.Metadata || t.kind == news.Headline || t.kind == news.Byline {
			continue
		}
		day, ok := dateLine(t.In(p.src))
		if !ok {
			continue
		}
		if t.open() {
			t.kind = news.Furniture
		}
		if day.Date.Year == 0 || i > p.first && !ownDate(t.key) {
			continue
		}
		f := news.DateField{Date: day.Date, Origin: news.FromPage, At: shift(t.Start, day.At.Start, day.At.End)}
		if strings.Contains(t.key, "updated") && !strings.Contains(t.key, "published") {
			updated = f
		} else if p.a.Published.Date.IsZero() {
			p.a.Published = f
		}
	}
	if p.a.Published.Date.IsZero() {
		p.a.Published = updated
	}
}

// ownDate reports whether a date line behind the article's beginning says
// that it is the article's.
func ownDate(key string) bool {
	return strings.HasPrefix(key, "published") || strings.HasPrefix(key, "posted") || strings.HasPrefix(key, "date ")
}

// dateWords may stand beside the date on a line of its own.
var dateWords = []string{
	"published", "updated", "posted", "last", "first", "modified", "on", "at", "by", "date", "release", "am", "pm", "a.m", "p.m", "gmt", "utc", "est", "edt",
	"et", "cet", "cest", "bst", "ist", "pst", "pdt", "pt", "ct", "cst", "cdt", "msk", "min", "read", "hrs", "local", "time", "of", "the",
}

// dateLine reads a line that is a date, with at most a time and words like
// "Published" beside it.
func dateLine(s string) (news.DateField, bool) {
	if len(s) > 120 {
		return news.DateField{}, false
	}
	day, from, to := dayIn(s)
	if to == 0 || !onlyDateWords(s[:from]) || !onlyDateWords(s[to:]) {
		return news.DateField{}, false
	}
	return news.DateField{Date: day, At: text.Span{Start: from, End: to}}, true
}

// onlyDateWords reports whether s holds but times and the words of dateWords,
// or a second date.
func onlyDateWords(s string) bool {
	for s = strings.TrimLeft(s, " ,.|:-()/·•–—\u00a0"); s != ""; s = strings.TrimLeft(s, " ,.|:-()/·•–—\u00a0") {
		if _, n := load.ScanDay(s); n > 0 {
			s = s[n:]
			continue
		}
		n := strings.IndexAny(s, " ,|()/·•–—\u00a0")
		if n < 0 {
			n = len(s)
		}
		w := strings.ToLower(strings.TrimRight(s[:n], ".:"))
		if n == 0 || !isDigit(w[0]) && !contains(dateWords, w) {
			return false
		}
		s = s[n:]
	}
	return true
}

// dayIn finds the first day in s that begins a word.
func dayIn(s string) (day news.Date, from, to int) {
	start := true
	for i := range len(s) {
		if start {
			if d, n := load.ScanDay(s[i:]); n > 0 {
				return d, i, i + n
			}
		}
		start = strings.IndexByte(" ,|(:-/\t", s[i]) >= 0 || s[i] >= 0x80
	}
	return news.Date{}, 0, 0
}

// date takes the day of publication from the file's name where nothing else
// gives it.
func (p *page) date() {
	if !p.a.Published.Date.IsZero() {
		return
	}
	if day, _, to := dayIn(p.a.File); to > 0 && day.Year > 0 {
		p.a.Published = news.DateField{Date: day, Origin: news.FromFile}
	}
}

// DatelineDay returns the day the article's dateline gives. Its Year is 0
// where the dateline gives none and neither does the article's date; it is
// the zero Date where there is no day.
func DatelineDay(a *news.Article) news.Date {
	day, _, to := dayIn(a.Dateline.Value)
	if to == 0 {
		return news.Date{}
	}
	if day.Year == 0 && !a.Published.Date.IsZero() {
		return NearestYear(day, a.Published.Date)
	}
	return day
}

// NearestYear gives a day the year that brings it nearest to another.
func NearestYear(day, near news.Date) news.Date {
	best := news.Date{Year: near.Year, Month: day.Month, Day: day.Day}
	for _, y := range []int{near.Year - 1, near.Year + 1} {
		d := news.Date{Year: y, Month: day.Month, Day: day.Day}
		if abs(d.Sub(near)) < abs(best.Sub(near)) {
			best = d
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }
