package ui

import (
	"fmt"

	"verbatim/corpus/news"
	"verbatim/ui/cell"
	"verbatim/ui/signs"
)

// look is how a relation is shown: a sign of one cell that can be told
// without colour, and a role.
type look struct {
	sign string
	role cell.Role
	does string // what it means, for the legend
}

var looks = map[news.Relation]look{
	news.Verbatim:   {role: Same, does: "the same words"},
	news.Styled:     {role: Same, does: "house style alone differs"},
	news.Trimmed:    {role: Notable, does: "part of it, no word changed"},
	news.Edited:     {role: Notable, does: "changes openly marked"},
	news.Altered:    {role: Alarm, does: "a word inside the marks changed, added or silently dropped"},
	news.Merged:     {role: Alarm, does: "one pair of marks joins two utterances"},
	news.Paraphrase: {role: Notable, does: "no marks, or on a few words only"},
}

// absentSign stands for an outlet that does not carry a statement.
const absentSign = "·"

// earlySign stands for an outlet that published too early to carry it.
const earlySign = "<"

// untoldSign stands for an outlet in which it is not found, where there is too
// little of it to say that it is left out.
const untoldSign = "-"

func lookOf(r news.Relation) look {
	l, ok := looks[r]
	if !ok {
		l = look{role: Notable, does: "unknown"}
	}
	l.sign = signs.Relation(r)
	return l
}

// signOf returns the two cells before a statement: its worst relation, or where
// one outlet alone carries it how it stands in the others, and an exclamation
// mark where outlets disagree on who or when.
func (f *statementFacts) signOf() cell.Line {
	l := lookOf(f.worst)
	if len(f.outlets) < 2 && !f.worst.Alarm() {
		l = matrixCell{state: f.others}.look()
	}
	line := cell.Text(l.role, l.sign)
	if f.conflict {
		return line.Add(Alarm, "!")
	}
	return line.Add(Plain, " ")
}

// plural returns "1 outlet", "2 outlets".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%s %ss", thousands(n), noun)
}

// thousands writes 12345 as 12,345.
func thousands(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return thousands(n/1000) + fmt.Sprintf(",%03d", n%1000)
}

// day writes a date as an editor reads it, "3 Dec 2025".
func day(d news.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d %s %d", d.Day, d.Month.String()[:3], d.Year)
}

// dayOrNone is [day] with words for a day that is not known.
func dayOrNone(d news.Date) string {
	if d.IsZero() {
		return "no date"
	}
	return day(d)
}
