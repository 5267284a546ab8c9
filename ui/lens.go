package ui

import "slices"

// anchor is where an item first stands in the sources. Items are known by it
// while everything around them is linked anew: numbers and ids change as
// readings come in, the bytes do not.
type anchor struct {
	article string // news.Article.ID
	at      int    // byte offset
}

func (a anchor) zero() bool { return a == anchor{} }

// facet is one way of narrowing the briefing.
type facet uint8

const (
	byQuery facet = iota
	byStory
	byActor
	byEvent
	byOutlet
	byAlarm
	byMark
)

var facetNames = map[facet]string{
	byQuery: "search", byStory: "story", byActor: "actor", byEvent: "event", byOutlet: "outlet", byAlarm: "alarms only", byMark: "bookmarked only",
}

// chip is one narrowing, shown in the header and removable.
type chip struct {
	facet facet
	item  anchor   // of a story, actor or event
	name  string   // what the editor reads; an outlet's identity, a query's words
	found *matched // of a query, nil until it has been answered
}

// is reports whether two chips narrow alike.
func (c chip) is(o chip) bool {
	if c.facet != o.facet {
		return false
	}
	if c.facet == byOutlet || c.facet == byQuery {
		return c.name == o.name
	}
	return c.item == o.item
}

// Lens is the whole selection: at most one chip a facet, in the order the
// editor set them. It is a value; its methods return another.
type Lens struct{ chips []chip }

// with returns the lens with the chip set, in place of one of its facet.
func (l Lens) with(c chip) Lens {
	return Lens{append(l.without(c.facet).chips, c)}
}

// inPlace returns the lens with the chip where one of its facet is.
func (l Lens) inPlace(c chip) Lens {
	out := slices.Clone(l.chips)
	if i := slices.IndexFunc(out, func(o chip) bool { return o.facet == c.facet }); i >= 0 {
		out[i] = c
	}
	return Lens{out}
}

// without returns the lens without a chip of the facet.
func (l Lens) without(f facet) Lens {
	return Lens{slices.DeleteFunc(slices.Clone(l.chips), func(c chip) bool { return c.facet == f })}
}

// toggled returns the lens with the chip, or without it if it was set.
func (l Lens) toggled(c chip) Lens {
	if old, ok := l.get(c.facet); ok && old.is(c) {
		return l.without(c.facet)
	}
	return l.with(c)
}

// widened returns the lens without the chip that was set last.
func (l Lens) widened() Lens {
	if len(l.chips) == 0 {
		return l
	}
	return Lens{slices.Clone(l.chips[:len(l.chips)-1])}
}

func (l Lens) get(f facet) (chip, bool) {
	for _, c := range l.chips {
		if c.facet == f {
			return c, true
		}
	}
	return chip{}, false
}

func (l Lens) empty() bool { return len(l.chips) == 0 }
