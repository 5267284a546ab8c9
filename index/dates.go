package index

import (
	"strconv"
	"strings"
	"time"

	"verbatim/corpus/news"
)

const wantDate = "write a date as 2026, 2026-03, 2026-03-14, today or yesterday, and a range as 2026-03-01..2026-03-14"

// date reads a day, month, year or range of them. One still being typed (202,
// 2026-) is taken for as much as is there.
func (p *parser) date(t lexeme) node {
	s := strings.ToLower(strings.TrimSpace(strings.TrimRight(t.text, "*")))
	first, last, ranged := strings.Cut(s, "..")
	a, ok := period(first, p.today)
	if !ok {
		return p.fail(t.at, wantDate)
	}
	if !ranged {
		return a.orNothing()
	}
	b, ok := period(last, p.today)
	if !ok {
		return p.fail(t.at+len(first)+2, wantDate)
	}
	n := dates{a.from, b.to}
	if !n.from.IsZero() && !n.to.IsZero() && n.to.Compare(n.from) < 0 {
		return p.fail(t.at, "the range of dates ends before it begins")
	}
	return n.orNothing()
}

func (n dates) orNothing() node {
	if n.from.IsZero() && n.to.IsZero() {
		return nil
	}
	return n
}

// period returns the days that s stands for, all of them for a beginning
// shorter than a year.
func period(s string, today news.Date) (dates, bool) {
	switch {
	case s == "today":
		return dates{today, today}, true
	case s == "yesterday":
		y := today.AddDays(-1)
		return dates{y, y}, true
	case strings.HasPrefix("today", s) || strings.HasPrefix("yesterday", s):
		return dates{}, true
	}
	parts := strings.SplitN(strings.TrimRight(s, "-"), "-", 4)
	var nums [3]int
	for i, part := range parts {
		n, err := strconv.ParseUint(part, 10, 16)
		if err != nil || i > 2 {
			return dates{}, false
		}
		nums[i] = int(n)
	}
	if len(parts[0]) < 4 {
		return dates{}, len(parts) == 1
	}
	return calendar(len(parts), nums[0], nums[1], nums[2])
}

// calendar returns the days of a year, month or day, as n is 1, 2 or 3.
func calendar(n, year, month, day int) (dates, bool) {
	if year < 1 || year > 9999 || n > 1 && month > 12 {
		return dates{}, false
	}
	if n < 2 || month == 0 { // 2026-0 is on the way to 2026-03
		return dates{news.Date{Year: year, Month: 1, Day: 1}, news.Date{Year: year, Month: 12, Day: 31}}, n < 3
	}
	first := news.Date{Year: year, Month: time.Month(month), Day: 1}
	last := first.AddDays(31)
	last = last.AddDays(-last.Day)
	if n < 3 || day == 0 {
		return dates{first, last}, true
	}
	d := news.Date{Year: year, Month: time.Month(month), Day: day}
	return dates{d, d}, day <= last.Day
}
