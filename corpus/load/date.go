package load

import (
	"strconv"
	"strings"
	"time"

	"verbatim/corpus/news"
)

// ScanDay reads the calendar day that s begins with, in any of the ways a
// newspaper or a data feed writes it: "Dec. 3, 2025", "Wednesday, 3rd
// December", "2025-12-03T09:30:00Z", "2025/12/03", "20251203". It returns the
// day as printed, whatever the time zone, with Year 0 where none is given, and
// the number of bytes read, 0 if s does not begin with a day.
func ScanDay(s string) (news.Date, int) {
	if d, n := scanISO(s); n > 0 {
		return d, n
	}
	if d, n := scanDotted(s); n > 0 {
		return d, n
	}
	w := scanWeekday(s)
	d, n := scanNamed(s[w:])
	if n == 0 {
		return news.Date{}, 0
	}
	return d, w + n
}

// ParseDay reads a field that holds a day and perhaps a time, with its year.
func ParseDay(s string) (news.Date, bool) {
	d, n := ScanDay(strings.TrimSpace(s))
	return d, n > 0 && d.Year > 0
}

// scanISO reads 2025-12-03, 2025/12/03 or 20251203.
func scanISO(s string) (news.Date, int) {
	y, n := digits(s, 4, 4)
	if n == 0 {
		return news.Date{}, 0
	}
	sep := ""
	if len(s) > n && (s[n] == '-' || s[n] == '/') {
		sep = s[n : n+1]
	}
	m, d := 0, 0
	for _, p := range []*int{&m, &d} {
		if !strings.HasPrefix(s[n:], sep) {
			return news.Date{}, 0
		}
		v, w := digits(s[n+len(sep):], 2, 2)
		if w == 0 && sep != "" {
			v, w = digits(s[n+len(sep):], 1, 1)
		}
		if w == 0 {
			return news.Date{}, 0
		}
		*p, n = v, n+len(sep)+w
	}
	if n < len(s) && isDigit(s[n]) {
		return news.Date{}, 0
	}
	return valid(y, time.Month(m), d, n)
}

// scanDotted reads 4.12.2025, the day first as everywhere dots are used. With
// slashes nobody can tell.
func scanDotted(s string) (news.Date, int) {
	d, n := digits(s, 1, 2)
	if n == 0 || n >= len(s) || s[n] != '.' {
		return news.Date{}, 0
	}
	m, w := digits(s[n+1:], 1, 2)
	n += 1 + w
	if w == 0 || n >= len(s) || s[n] != '.' {
		return news.Date{}, 0
	}
	y, w := digits(s[n+1:], 4, 4)
	n += 1 + w
	if w == 0 || n < len(s) && isDigit(s[n]) {
		return news.Date{}, 0
	}
	return valid(y, time.Month(m), d, n)
}

// scanNamed reads a day with its month in letters, either one first.
func scanNamed(s string) (news.Date, int) {
	if m, n := scanMonth(s); n > 0 {
		return scanMonthFirst(s, m, n)
	}
	d, n := scanDayNumber(s)
	if n == 0 {
		return news.Date{}, 0
	}
	n += gap(s[n:])
	if of := gap(after(s[n:], "of")); of > 0 {
		n += len("of") + of
	}
	m, w := scanMonth(s[n:])
	if w == 0 {
		return news.Date{}, 0
	}
	n += w
	y, w := scanYear(s[n:])
	return valid(y, m, d, n+w)
}

func scanMonthFirst(s string, m time.Month, n int) (news.Date, int) {
	g := gap(s[n:])
	d, w := scanDayNumber(s[n+g:])
	if w == 0 {
		return news.Date{}, 0
	}
	n += g + w
	y, w := scanYear(s[n:])
	return valid(y, m, d, n+w)
}

// after returns s without a leading word, empty if it does not begin with it.
func after(s, word string) string {
	if len(s) > len(word) && strings.EqualFold(s[:len(word)], word) {
		return s[len(word):]
	}
	return ""
}

// valid returns the day if there is such a day, year 0 being any.
func valid(y int, m time.Month, d, n int) (news.Date, int) {
	leap := y
	if y == 0 {
		leap = 2000
	}
	t := time.Date(leap, m, d, 0, 0, 0, 0, time.UTC)
	if m < 1 || m > 12 || d < 1 || t.Month() != m || y != 0 && (y < 1600 || y > 2200) {
		return news.Date{}, 0
	}
	return news.Date{Year: y, Month: m, Day: d}, n
}

// scanDayNumber reads 3, 03 or 3rd.
func scanDayNumber(s string) (int, int) {
	d, n := digits(s, 1, 2)
	if n == 0 {
		return 0, 0
	}
	if len(s) >= n+2 {
		switch strings.ToLower(s[n : n+2]) {
		case "st", "nd", "rd", "th":
			n += 2
		}
	}
	if n < len(s) && (isDigit(s[n]) || isLetter(s[n]) || s[n] == ':') {
		return 0, 0
	}
	return d, n
}

// scanYear reads the year after a day: ", 2025" or " 2025" or "-2025".
func scanYear(s string) (int, int) {
	g := gap(s)
	y, n := digits(s[g:], 4, 4)
	if g == 0 || n == 0 || y < 1600 || y > 2200 {
		return 0, 0
	}
	if rest := s[g+n:]; rest != "" && (isDigit(rest[0]) || rest[0] == ',' && len(rest) > 1 && isDigit(rest[1])) {
		return 0, 0
	}
	return y, g + n
}

// gap returns the length of the space, comma or hyphen that parts a date.
func gap(s string) int {
	n := 0
	for n < len(s) && n < 4 && (s[n] == ' ' || s[n] == ',' || s[n] == '-' || s[n] == '\t') {
		n++
	}
	if strings.HasPrefix(s[n:], "\u00a0") {
		n += len("\u00a0")
	}
	return n
}

// digits reads between lo and hi digits that are not followed by more.
func digits(s string, lo, hi int) (int, int) {
	v, n := 0, 0
	for n < len(s) && n < hi && isDigit(s[n]) {
		v = v*10 + int(s[n]-'0')
		n++
	}
	if n < lo {
		return 0, 0
	}
	return v, n
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

var (
	months   = [...]string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}
	weekdays = [...]string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}
)

// scanMonth reads a month's name or its usual short form with or without a
// full stop.
func scanMonth(s string) (time.Month, int) {
	n := letters(s)
	if n < 3 || n > 9 {
		return 0, 0
	}
	for i, name := range months {
		if s[0]|0x20 == name[0] && (n <= 4 || n == len(name)) && n <= len(name) && strings.EqualFold(s[:n], name[:n]) {
			return time.Month(i + 1), n + stop(s[n:])
		}
	}
	return 0, 0
}

// stop returns 1 if s begins with a full stop.
func stop(s string) int {
	if s != "" && s[0] == '.' {
		return 1
	}
	return 0
}

// scanWeekday reads a weekday's name and the comma and space after it.
func scanWeekday(s string) int {
	n := letters(s)
	if n < 3 || n > 9 {
		return 0
	}
	for _, name := range weekdays {
		if s[0]|0x20 == name[0] && (n <= 5 || n == len(name)) && n <= len(name) && strings.EqualFold(s[:n], name[:n]) {
			n += stop(s[n:])
			return n + gap(s[n:])
		}
	}
	return 0
}

func letters(s string) int {
	n := 0
	for n < len(s) && n < 16 && isLetter(s[n]) {
		n++
	}
	return n
}

// stamp returns a count of seconds or milliseconds since 1970 as a day in UTC,
// any other number as it is.
func stamp(number string) loose {
	v, err := strconv.ParseInt(number, 10, 64)
	switch {
	case err != nil:
		return loose(number)
	case len(number) == 10:
		return loose(time.Unix(v, 0).UTC().Format(time.DateOnly))
	case len(number) == 13:
		return loose(time.UnixMilli(v).UTC().Format(time.DateOnly))
	}
	return loose(number)
}
