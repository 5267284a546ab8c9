package news

import (
	"fmt"
	"time"
)

// Granularity says how exact a date is. A Date that is not exact to the day
// is the first day of its week, weekend, month or year.
type Granularity string

// The granularities.
const (
	DayExact     Granularity = "day"
	WeekendExact Granularity = "weekend"
	WeekExact    Granularity = "week"
	MonthOnly    Granularity = "month"
	YearOnly     Granularity = "year"
)

// Show returns the date as exactly as it is known: "2025-12-02", "weekend
// of 2025-12-06", "week of 2025-12-01", "2025-12", "2025". An unnamed granularity is the day.
func (g Granularity) Show(d Date) string {
	if d.IsZero() {
		return ""
	}
	switch g {
	case WeekendExact:
		return "weekend of " + d.String()
	case WeekExact:
		return "week of " + d.String()
	case MonthOnly:
		return fmt.Sprintf("%04d-%02d", d.Year, int(d.Month))
	case YearOnly:
		return fmt.Sprintf("%04d", d.Year)
	}
	return d.String()
}

// Holds reports whether the day o may be meant by the date d of this
// granularity.
func (g Granularity) Holds(d, o Date) bool {
	switch g {
	case WeekendExact:
		n := o.Sub(d)
		return 0 <= n && n < 2
	case WeekExact:
		n := o.Sub(d)
		return 0 <= n && n < 7
	case MonthOnly:
		return d.Year == o.Year && d.Month == o.Month
	case YearOnly:
		return d.Year == o.Year
	}
	return d == o
}

// StartOfWeek returns the Monday of the day's week.
func (d Date) StartOfWeek() Date {
	return d.AddDays(-int(d.Weekday()+6) % 7)
}

// IsDay reports whether the calendar has the day.
func (d Date) IsDay() bool {
	return d.Month >= time.January && d.Month <= time.December && d.Day >= 1 && DateOf(d.time()) == d
}
