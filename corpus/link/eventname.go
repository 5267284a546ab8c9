package link

import (
	"strings"

	"verbatim/corpus/text"
)

// nameWords is how many words an event's name has at most.
const nameWords = 14

// name returns a short name of a happening, in words of the source: those of
// the telling that says most in few words.
func (c *clues) name(ds []*deed) string {
	best, score := "", -1
	for _, d := range ds {
		for _, t := range d.tellings {
			if s, n := c.nameOf(t); n > score {
				best, score = s, n
			}
		}
	}
	return best
}

// nameOf returns the words of a telling about its trigger, and how good a name
// they are.
func (c *clues) nameOf(t *telling) (string, int) {
	s := text.Span{Start: t.r.Trigger.Start, End: t.r.Trigger.End}
	ws := text.Words(t.src, t.r.Span)
	return strings.Join(strings.Fields(s.In(t.src)), " "), len(ws)
}
