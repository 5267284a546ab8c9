package link

import (
	"cmp"
	"slices"

	"verbatim/corpus/news"
)

// saidWindow is how far behind a speech act, in bytes, the words of its speaker are
// those of its occasion.
const saidWindow = 600

// quotesOf maps the quotes of statements that several articles carry to the number of
// the statement.
func quotesOf(sts []news.Statement) map[news.Ref]int {
	out := map[news.Ref]int{}
	for i := range sts {
		vs := sts[i].Variants
		if !slices.ContainsFunc(vs, func(v news.Variant) bool { return v.Quote.Reading != vs[0].Quote.Reading }) {
			continue
		}
		for _, v := range vs {
			out[v.Quote] = i
		}
	}
	return out
}

// statements returns the numbers of the statements that a speech act's speaker makes in
// it, as other articles carry them too; sorted.
func (c *clues) statements(d *deed) []int {
	var out []int
	if !d.speech || d.speaker < 0 || len(c.stated) == 0 {
		return out
	}
	qs := c.rs[d.reading].Quotes
	for _, t := range d.tellings {
		i, _ := slices.BinarySearchFunc(qs, t.r.Start, func(q news.Quote, at int) int { return cmp.Compare(q.Start, at) })
		for ; i < len(qs) && qs[i].Start < t.r.End+saidWindow; i++ {
			if s, ok := c.stated[news.Ref{Reading: d.reading, Item: i}]; ok && c.saidBy(t, &qs[i]) {
				out = append(out, s)
			}
		}
	}
	return sorted(out)
}

// oneOccasion reports whether two speech acts of one speaker and day are of one
// occasion: a statement is made in both.
func oneOccasion(a, b *deed) bool {
	return a.day == b.day && a.exact == news.DayExact && b.exact == news.DayExact && a.speaker == b.speaker && common(a.stated, b.stated) > 0
}

// bothLookBack reports whether two deeds of one kind and day are long gone: what
// different outlets remember of a day is one.
func (g *deedGroups) bothLookBack(a, b *deed) bool {
	return g.isLongGone(a) && g.isLongGone(b) && slices.ContainsFunc(a.classes, func(c string) bool { return singular(c) && slices.Contains(b.classes, c) })
}

// isLongGone reports whether a deed lies months before its article.
func (g *deedGroups) isLongGone(d *deed) bool {
	out := ownDay(&g.c.rs[d.reading].Article)
	return !out.IsZero() && out.Sub(d.day) >= monthsOld
}
