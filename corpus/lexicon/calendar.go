package lexicon

import (
	"slices"
	"strings"
	"time"
)

// Month returns the month a word names, in lower case, its full stop taken
// along or not: "december", "dec.", 0 if none. "may" and "march" are months
// here; the sentence must say whether they are meant.
func Month(w string) time.Month {
	w = strings.TrimSuffix(w, ".")
	for m, name := range months {
		if w == name || w == name[:3] || w == "sept" && name == "september" {
			return time.Month(m + 1)
		}
	}
	return 0
}

var months = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// MonthIsName reports whether the month's name, in lower case, is a person's
// name or another word as well, so that alone it proves nothing.
func MonthIsName(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "may", "march", "april", "june", "august", "jan", "mar", "sep":
		return true
	}
	return false
}

// Weekday returns the day of the week a word in lower case names, and whether
// it is abbreviated. Plurals name none: they recur.
func Weekday(w string) (day time.Weekday, short, ok bool) {
	w = strings.TrimSuffix(w, ".")
	for d, forms := range weekdays {
		if i := slices.Index(forms, w); i >= 0 {
			return time.Weekday(d), i > 0, true
		}
	}
	return 0, false, false
}

var weekdays = [][]string{
	{"sunday", "sun"}, {"monday", "mon"}, {"tuesday", "tue", "tues"}, {"wednesday", "wed", "weds"},
	{"thursday", "thu", "thur", "thurs"}, {"friday", "fri"}, {"saturday", "sat"},
}

// SmallNumber returns the number a word in lower case spells, from "a" to
// "twenty", 0 if none.
func SmallNumber(w string) int {
	if w == "a" || w == "an" {
		return 1
	}
	return max(0, slices.Index(smallNumbers, w))
}

var smallNumbers = []string{
	"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
	"sixteen", "seventeen", "eighteen", "nineteen", "twenty",
}

// DayPart reports whether a word in lower case names a part of a day, as in
// "Friday evening".
func DayPart(w string) bool {
	switch w {
	case "morning", "afternoon", "evening", "night", "lunchtime", "noon", "midnight", "midday", "overnight", "midmorning", "midafternoon":
		return true
	}
	return false
}

// TimeUnit is a unit that dates are counted in.
type TimeUnit uint8

// The units; NoUnit is none.
const (
	NoUnit TimeUnit = iota
	Days
	Weeks
	Months
	Years
)

// Unit returns the unit a word in lower case names, singular or plural.
func Unit(w string) TimeUnit {
	switch w {
	case "day", "days":
		return Days
	case "week", "weeks", "weekend":
		return Weeks
	case "month", "months":
		return Months
	case "year", "years":
		return Years
	case "fortnight":
		return Weeks
	}
	return NoUnit
}

// NamedWeekday reports whether a weekday after the word before, or before the
// word after, both as printed, is part of a name: Black Friday, Sunday Times,
// Saturday Night Live.
func NamedWeekday(before, after string) bool {
	switch before {
	case "Black", "Super", "Good", "Bloody", "Easter", "Palm", "Ash", "Cyber", "Giving", "Shrove", "Maundy", "Holy", "Ruby", "Taco", "Casual",
		"Whit", "Freaky", "Mardi":
		return true
	}
	switch after {
	case "Times", "Telegraph", "Mirror", "Herald", "Post", "World", "Independent", "Express", "Mail", "Night", "Morning", "Addams", "Weld", "Club",
		"school", "roast", "talk", "brunch", "supper":
		return true
	}
	return false
}

// KnownDay returns the year of a day that everybody names without one when
// the words after it, in lower case, are of the kind meant: "the Sept. 11
// attacks". It returns 0 for all others.
func KnownDay(m time.Month, day int, after, next string) int {
	attacks := after == "attacks" || next == "attacks" || strings.HasPrefix(after, "hijack")
	attack := attacks || after == "attack" || strings.HasPrefix(after, "terror") || after == "massacre"
	switch {
	case m == time.September && day == 11 && attacks:
		return 2001
	case m == time.July && day == 7 && attacks:
		return 2005
	case m == time.January && day == 6 && (attack || strings.HasPrefix(after, "riot") || after == "insurrection" || after == "committee" || after == "capitol"):
		return 2021
	case m == time.October && day == 7 && attack:
		return 2023
	}
	return 0
}
