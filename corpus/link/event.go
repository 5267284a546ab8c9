package link

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"verbatim/corpus/news"
)

// events merges the reports of each story that tell the same happening: by
// what happened and who took part, never by the day, so that two outlets
// which put it on two days are seen to disagree. Within a story, what most
// outlets tell comes first. The statements of the readings, if they are known, show
// which speech acts are one.
func events(rs []news.Reading, story []int, people []news.Actor, st stemmer, sts []news.Statement) []news.Event {
	c := newClues(rs, people, st)
	c.stated = quotesOf(sts)
	var out []news.Event
	for s, members := range membersOf(story) {
		var ds []*deed
		c.towns = townsOf(rs, members)
		c.told = map[int][]*deed{}
		for _, r := range members {
			c.told[r] = c.deeds(r)
			ds = append(ds, c.told[r]...)
		}
		var es []news.Event
		for _, g := range c.merge(ds) {
			if e := c.event(s, g); e.Name != "" {
				es = append(es, e)
			}
		}
		rank(rs, es)
		out = append(out, es...)
	}
	for i := range out {
		out[i].ID = "e" + strconv.Itoa(i+1)
	}
	return out
}

// membersOf returns the readings of each story, in order.
func membersOf(story []int) [][]int {
	var out [][]int
	for r, s := range story {
		for len(out) <= s {
			out = append(out, nil)
		}
		out[s] = append(out[s], r)
	}
	return out
}

// event makes an event of deeds that are one.
func (c *clues) event(story int, ds []*deed) news.Event {
	e := news.Event{Story: story, Modality: news.Hypothetical}
	for _, d := range ds {
		for _, t := range d.tellings {
			e.Reports = append(e.Reports, t.at)
			if surer(t.r.Modality) > surer(e.Modality) {
				e.Modality = t.r.Modality
			}
		}
	}
	e.Actors, e.Place = participants(ds), place(ds)
	if e.Name = c.whose(c.name(ds), e); e.Name == "" {
		e.Name = c.clipped(ds)
	}
	e.Conflicts = append(c.conflict("date", ds, dayClaimed), c.placeConflict(ds)...)
	return e
}

// surer ranks how firmly a happening is told.
func surer(m news.Modality) int {
	return slices.Index([]news.Modality{news.Hypothetical, news.Denied, news.Planned, news.Happened}, m)
}

// participants returns the actors that the clauses themselves name, those
// named most often first.
func participants(ds []*deed) []int {
	count := map[int]int{}
	var out []int
	for _, d := range ds {
		for _, t := range d.tellings {
			for _, a := range t.order {
				if count[a] == 0 {
					out = append(out, a)
				}
				count[a]++
			}
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(count[b], count[a]) })
	return out
}

// place returns the place that most tellings give.
func place(ds []*deed) string {
	count := map[string]int{}
	best, as := "", ""
	for _, d := range ds {
		for _, t := range d.tellings {
			if t.place == "" {
				continue
			}
			count[t.place]++
			if best == "" || count[t.place] > count[best] {
				best, as = t.place, t.r.Place
			}
		}
	}
	return as
}

// conflict lists what outlets claim of a field, if two of them disagree.
func (c *clues) conflict(field string, ds []*deed, value func(*deed, *telling) string) []news.Conflict {
	var claims []news.Claim
	for _, d := range ds {
		for _, t := range d.tellings {
			claim := news.Claim{Outlet: c.rs[d.reading].Article.OutletName(), Value: value(d, t), At: t.at}
			if claim.Value != "" && !claimed(claims, claim) {
				claims = append(claims, claim)
			}
		}
	}
	for _, x := range claims {
		for _, y := range claims {
			if x.Outlet != y.Outlet && x.Value != y.Value {
				return []news.Conflict{{Field: field, Claims: claims}}
			}
		}
	}
	return nil
}

// dayClaimed is the day a telling gives, empty where it gives none to disagree
// with: a month or week, or a day that had to be guessed.
func dayClaimed(d *deed, t *telling) string {
	if d.exact != news.DayExact || !soundDay(t) {
		return ""
	}
	return d.day.String()
}

func claimed(claims []news.Claim, c news.Claim) bool {
	return slices.ContainsFunc(claims, func(o news.Claim) bool { return o.Outlet == c.Outlet && o.Value == c.Value })
}

// soundDay reports whether the day of a telling is its outlet's own word:
// neither a weekday counted from the story's other articles, nor a "today" of
// a quotation, which may have been said on another day, nor one of many days
// that the happening goes on.
func soundDay(t *telling) bool {
	if lasting(t.class) || t.r.Lemma == "try" {
		return false
	}
	counted := strings.Contains(t.r.Basis, "weekday") || strings.Contains(t.r.Basis, "counted")
	if counted && strings.Contains(t.r.Basis, fromStory) {
		return false
	}
	return !strings.HasPrefix(t.r.Basis, "counted") || strings.Contains(t.r.Basis, "said") || !t.quoted
}

// lasting reports whether happenings of a class may go on for days.
func lasting(class string) bool {
	switch class {
	case "investigate", "campaign", "protest", "walkout", "war", "storm", "visit", "market":
		return true
	}
	return false
}

// rank orders the events of a story: those of most outlets first, background
// last, what happened before what is to come, then by day.
func rank(rs []news.Reading, es []news.Event) {
	slices.SortStableFunc(es, func(a, b news.Event) int {
		return cmp.Or(
			cmp.Compare(outlets(rs, &b), outlets(rs, &a)),
			cmp.Compare(len(b.Conflicts), len(a.Conflicts)),
			cmp.Compare(isOld(rs, &a), isOld(rs, &b)),
			cmp.Compare(surer(b.Modality), surer(a.Modality)),
			day(rs, &a).Compare(day(rs, &b)),
		)
	})
}

func outlets(rs []news.Reading, e *news.Event) int {
	seen := map[string]bool{}
	for _, r := range e.Reports {
		seen[rs[r.Reading].Article.OutletName()] = true
	}
	return len(seen)
}

// monthsOld is how many days before its article a happening is background.
const monthsOld = 60

// isOld is 1 for an event that all its articles look back at, else 0.
func isOld(rs []news.Reading, e *news.Event) int {
	for _, r := range e.Reports {
		out := ownDay(&rs[r.Reading].Article)
		if out.IsZero() || out.Sub(rs[r.Reading].Reports[r.Item].Date) < monthsOld {
			return 0
		}
	}
	return 1
}

func day(rs []news.Reading, e *news.Event) news.Date {
	r := e.Reports[0]
	return rs[r.Reading].Reports[r.Item].Date
}
