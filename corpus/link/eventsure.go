package link

import (
	"slices"

	"verbatim/corpus/news"
)

// sure reports whether two deeds in dispute are one happening all the same:
// the words of one speaker that say the same, or deeds of one kind that share
// two arguments, actors or the place.
func (g *deedGroups) sure(a, b *deed, terms float64) bool {
	if !g.knows(a, b) || !g.knows(b, a) {
		return false
	}
	if g.nextMeeting(a, b) {
		return true
	}
	if a.speech || b.speech {
		if g.spoke(a.reading, b) || g.spoke(b.reading, a) {
			return false
		}
		return a.speech && b.speech && a.speaker == b.speaker && a.speaker >= 0 && terms >= saidAlike
	}
	if common(a.classes, b.classes) == 0 || common(a.lemmas, b.lemmas) == 0 && !oneKind(a.classes) {
		return false
	}
	args := min(1, common(a.places, b.places))
	for _, p := range a.actors {
		if _, ok := slices.BinarySearch(b.actors, p); ok && g.c.people[p].Kind != news.Place {
			args++
		}
	}
	if slices.Contains(a.classes, "meet") && slices.Contains(b.classes, "meet") && g.lands(a, b) > 1 {
		args += 2 // two states that meet
	}
	if args > 0 && g.onceADay(a, b) {
		return true
	}
	if g.once(a, b) && (args > 0 && terms >= 0.08 || terms >= 0.2) {
		return true
	}
	if !oneKind(a.classes) && terms < 0.2 {
		return false
	}
	return args > 1 && terms >= 0.1 || args > 0 && terms >= 0.4
}

// saidAlike is how much the words of what one speaker says on two days must have
// in common to be one saying.
const saidAlike = 0.25

// knows reports whether the article of a deed, of which it tells as done, may
// have known what was done on the day of the other: it came out no earlier.
func (g *deedGroups) knows(d, o *deed) bool {
	out := ownDay(&g.c.rs[d.reading].Article)
	return d.planned || o.planned || out.IsZero() || o.day.Compare(out) <= 0
}

// lands counts the places among the actors two deeds share: the states that
// take part.
func (g *deedGroups) lands(a, b *deed) int {
	n := 0
	for _, p := range a.actors {
		if _, ok := slices.BinarySearch(b.actors, p); ok && g.c.people[p].Kind == news.Place {
			n++
		}
	}
	return n
}

// spoke reports whether an article tells that the speaker of a speech act
// spoke on its day, so that what it tells of another day is another.
func (g *deedGroups) spoke(reading int, d *deed) bool {
	return slices.ContainsFunc(g.c.told[reading], func(o *deed) bool { return o.speech && o.speaker == d.speaker && o.day == d.day })
}

// strangers reports whether two deeds each name people, but nobody in common.
// A writing has its author and whom it is for; who gives evidence may be
// described alone, and speaks of others.
func (g *deedGroups) strangers(a, b *deed) bool {
	if slices.Contains(a.classes, "testify") && slices.Contains(b.classes, "testify") && (a.speaker < 0 || b.speaker < 0 || !g.c.isNamed(a.speaker) || !g.c.isNamed(b.speaker)) {
		return false
	}
	return !slices.Contains(a.classes, "document") && g.c.persons(a.actors) > 0 && g.c.persons(b.actors) > 0 && common(a.actors, b.actors) == 0
}

// isNamed reports whether an actor goes by a name rather than a description.
func (c *clues) isNamed(actor int) bool { return !c.people[actor].Anonymous }

// oneKind reports whether the triggers of one of the classes are words for one
// thing, rather than for its stages.
func oneKind(classes []string) bool {
	return slices.ContainsFunc(classes, func(c string) bool {
		switch c {
		case "meet", "kill", "crash", "attack", "resign", "dismiss", "rule", "storm", "shutdown", "interview", "contract", "document", "buy",
			"evacuate":
			return true
		}
		return false
	})
}

// only reports whether two deeds share a class of which their articles tell
// nothing on another day, plans and what has happened apart.
func (g *deedGroups) only(a, b *deed) bool {
	return slices.ContainsFunc(a.classes, func(c string) bool {
		return singular(c) && slices.Contains(b.classes, c) && g.onlyDay(a, c) && g.onlyDay(b, c)
	})
}

// onlyDay reports whether the article of a deed tells no deed of the class on a day
// that may not be the same: "next week" may be on Friday.
func (g *deedGroups) onlyDay(d *deed, class string) bool {
	return !slices.ContainsFunc(g.c.told[d.reading], func(o *deed) bool {
		return o.day != d.day && !(o.exact != news.DayExact && o.exact.Holds(o.day, d.day)) && o.planned == d.planned && slices.Contains(o.classes, class)
	})
}

// once reports whether two deeds are of a kind that hardly happens twice
// within the days of a story, told by each article of one day only.
func (g *deedGroups) once(a, b *deed) bool {
	return g.onceADay(a, b) || g.only(a, b) && slices.ContainsFunc(a.classes, func(c string) bool {
		switch c {
		case "resign", "dismiss", "contract", "document", "buy", "evacuate", "crash", "attack", "kill":
			return slices.Contains(b.classes, c)
		}
		return false
	})
}

// onceADay reports whether two deeds are what is done once to a thing, the veto of a
// bill, told by each article of one of two days that follow each other.
func (g *deedGroups) onceADay(a, b *deed) bool {
	if n := a.day.Sub(b.day); n < -1 || n > 1 {
		return false
	}
	other := func(d *deed, lemma string) bool {
		return slices.ContainsFunc(g.c.told[d.reading], func(o *deed) bool { return o.day != d.day && slices.Contains(o.lemmas, lemma) })
	}
	return slices.ContainsFunc(a.lemmas, func(l string) bool {
		switch l {
		case "veto", "acquit", "convict", "sentence", "indict", "impeach", "enact":
			return slices.Contains(b.lemmas, l) && !other(a, l) && !other(b, l)
		}
		return false
	})
}

// nextMeeting reports whether two deeds are the one meeting that each article says
// is to come, after one that both say was held on the same day.
func (g *deedGroups) nextMeeting(a, b *deed) bool {
	if !a.planned || !b.planned || !slices.Contains(a.classes, "meet") || !slices.Contains(b.classes, "meet") || !g.onlyDay(a, "meet") || !g.onlyDay(b, "meet") {
		return false
	}
	held := func(o *deed) bool {
		return !o.planned && o.exact == news.DayExact && (slices.Contains(o.classes, "meet") || slices.Contains(o.classes, "end") && slices.Contains(o.also, "meet"))
	}
	return slices.ContainsFunc(g.c.told[a.reading], func(o *deed) bool {
		return held(o) && slices.ContainsFunc(g.c.told[b.reading], func(p *deed) bool { return held(p) && p.day == o.day })
	})
}

// singular reports whether a class says what happened: most others are of
// verbs that may stand for anything.
func singular(class string) bool {
	switch class {
	case "take", "help", "plan", "show", "change", "send", "decide", "effect", "order", "record", "argue", "say", "":
		return false
	}
	return !isSpeech(class)
}

// gaveEvidence reports whether a tells that somebody gave evidence, and b what the
// same person said or was asked.
func gaveEvidence(a, b *deed) bool {
	return b.speech && a.speaker >= 0 && a.speaker == b.speaker && slices.Contains(a.classes, "testify") && !slices.Contains(b.classes, "testify")
}

// isNameFor reports whether a deed is no more than a name for one of the same kind
// that its article tells of: "Friday's release".
func (d *deed) isNameFor(o *deed) bool {
	for _, t := range d.tellings {
		if !t.noun || t.r.Name != "" && !t.r.NameBare {
			return false
		}
	}
	return slices.ContainsFunc(d.classes, func(c string) bool { return singular(c) && slices.Contains(o.classes, c) })
}

// twoSpeakers reports whether two speech acts are of two people. Two
// institutions may be one: a ministry and its government.
func (g *deedGroups) twoSpeakers(a, b *deed) bool {
	if a.speaker == b.speaker || a.speaker < 0 || b.speaker < 0 {
		return false
	}
	return g.c.people[a.speaker].Kind == news.Person || g.c.people[b.speaker].Kind == news.Person
}
