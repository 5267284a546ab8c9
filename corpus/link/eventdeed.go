package link

import (
	"cmp"
	"slices"
	"strings"

	"verbatim/corpus/annotate"
	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// deed is a happening as one article tells it: its tellings of one day.
type deed struct {
	reading   int
	tellings  []*telling
	day       news.Date
	exact     news.Granularity
	planned   bool
	speech    bool // no more than something said
	speaker   int  // the actor who says it, -1 if nobody is named
	lemmas    []string
	classes   []string // of the triggers
	also      []string // of the other happenings named
	actors    []int
	lands     []string
	places    []string
	towns     []town // each once
	terms     []int32
	names     []int32
	weights   float64  // squared length of the terms, see [clues.weigh]
	announced []string // classes of what a speech act announces as done
	stated    []int    // statements that a speech act makes, see [clues.statements]
}

// deeds gathers the tellings of an article into happenings.
func (c *clues) deeds(reading int) []*deed {
	ts := c.tellings(reading)
	var out []*deed
	for i := range ts {
		t := &ts[i]
		c.fill(t)
		d := deedOf(out, t)
		if d == nil {
			d = newDeed(t)
			out = append(out, d)
		}
		d.add(t)
	}
	for _, d := range out {
		d.stated = c.statements(d)
	}
	return out
}

func newDeed(t *telling) *deed {
	return &deed{
		reading: t.at.Reading, day: t.r.Date, exact: t.r.Exact, planned: t.r.Modality == news.Planned,
		speech: isSpeech(t.class), speaker: t.who,
	}
}

func (d *deed) add(t *telling) {
	d.tellings = append(d.tellings, t)
	d.lemmas = sorted(append(d.lemmas, t.r.Lemma))
	d.also = sorted(append(d.also, t.also...))
	d.actors = sorted(append(d.actors, t.actors...))
	d.lands = sorted(append(d.lands, t.lands...))
	d.terms = sorted(append(d.terms, t.terms...))
	d.names = sorted(append(d.names, t.names...))
	d.announced = sorted(append(d.announced, t.announced...))
	if t.class != "" {
		d.classes = sorted(append(append(d.classes, t.class), t.begun...))
	}
	if t.place != "" {
		d.places = sorted(append(d.places, t.place))
	}
	if t.town.name != "" && !slices.Contains(d.towns, t.town) {
		d.towns = append(d.towns, t.town)
	}
	d.planned = d.planned && t.r.Modality == news.Planned
	d.speech = d.speech && isSpeech(t.class)
}

// isSpeech reports whether a class of triggers is of things said.
func isSpeech(class string) bool {
	switch class {
	case "say", "announce", "post", "speech", "brief":
		return true
	}
	return false
}

// deedOf returns the deed of the same article and day that a telling goes on
// with, nil if it begins one.
func deedOf(ds []*deed, t *telling) *deed {
	var first *deed
	for _, d := range ds {
		if d.day != t.r.Date || d.exact != t.r.Exact {
			continue
		}
		if d.goesOn(t) {
			return d
		}
		if first == nil && (!d.speech || d.tellings[0].leading) {
			first = d
		}
	}
	if t.known && t.bare && t.class != "" && t.class != "market" {
		return first
	}
	return nil
}

// goesOn reports whether a telling of the same article and day is of the same
// happening.
func (d *deed) goesOn(t *telling) bool {
	if d.speech && isSpeech(t.class) {
		return d.speaker == t.who
	}
	if d.besides(t) || d.isAnothers(t) {
		return false
	}
	if d.speech != isSpeech(t.class) && !t.known {
		return false
	}
	if t.class == "vote" && t.place != "" && len(d.places) > 0 && !slices.Contains(d.places, t.place) {
		return false // the primaries of two states
	}
	if needsAuthor(t.class) && d.speaker >= 0 && t.who >= 0 && d.speaker != t.who {
		return false
	}
	if d.planned != (t.r.Modality == news.Planned) && !slices.Contains(d.lemmas, t.r.Lemma) {
		return false // "travelled to Halden on Friday", "returns to Oslo on Friday evening"
	}
	same := slices.Contains(d.classes, t.class) && singular(t.class) || slices.Contains(d.lemmas, t.r.Lemma) && t.class != "take"
	if !same && !(t.noun && slices.Contains(d.also, t.class)) {
		return false
	}
	return t.known || len(t.actors) == 0 || common(d.actors, t.actors) > 0 || slices.Contains(d.places, t.place)
}

// isAnothers reports whether a telling is of somebody else's deed than the
// others: verbs in one voice, before which different people are named, as in
// "Venn was arrested" and "Holm was arrested too".
func (d *deed) isAnothers(t *telling) bool {
	if len(t.doers) == 0 {
		return false
	}
	for _, o := range d.tellings {
		if len(o.doers) == 0 || o.passive != t.passive || common(o.doers, t.doers) > 0 {
			return false
		}
	}
	return true
}

// besides reports whether a telling is the happening that one of the deed's is
// dated from, or the other way about: "was fired an hour after they lost" tells
// of two.
func (d *deed) besides(t *telling) bool {
	return slices.ContainsFunc(d.tellings, func(o *telling) bool {
		return (t.r.Basis == annotate.BesideAnother) != (o.r.Basis == annotate.BesideAnother) && t.r.Overlaps(o.r.Span)
	})
}

// needsAuthor reports whether happenings of a class are told apart by whose
// they are.
func needsAuthor(class string) bool {
	return isSpeech(class) || class == "publish" || class == "interview"
}

// fill lends a telling that says too little what its article says elsewhere
// of the same: a mere name for the happening means what the article opens
// with, a bare "exchange" what the other sentences call talks.
func (c *clues) fill(t *telling) {
	rd := &c.rs[t.at.Reading]
	named := t.known && t.bare
	if isSpeech(t.class) && !named {
		c.hear(t)
		return
	}
	if t.bare && !named {
		c.before(t)
	}
	if t.class == "" || !t.noun || c.persons(t.order) > 0 {
		return
	}
	if named {
		for _, s := range rd.Sentences[:min(2, len(rd.Sentences))] {
			c.borrow(t, s)
		}
		t.announced = t.also
		return
	}
	left := 2
	for _, s := range rd.Sentences {
		if left == 0 {
			return
		}
		if !s.Contains(t.r.Span) && !dated(rd, s, t.class) && tells(t.src, s, t.class) {
			c.borrow(t, s)
			left--
		}
	}
}

// before lends a telling that names nobody whom the sentence before it names:
// "The show interviewed him".
func (c *clues) before(t *telling) {
	ss := c.rs[t.at.Reading].Sentences
	i, _ := slices.BinarySearchFunc(ss, t.r.Start, func(s text.Span, at int) int { return cmp.Compare(s.End, at+1) })
	if i > 0 && i < len(ss) {
		also := t.also
		c.borrow(t, ss[i-1])
		t.also = also
	}
}

// persons counts the actors that are people.
func (c *clues) persons(actors []int) int {
	n := 0
	for _, a := range actors {
		if c.people[a].Kind == news.Person {
			n++
		}
	}
	return n
}

// hear adds what the speaker of a speech act is quoted with close behind it.
func (c *clues) hear(t *telling) {
	rd := &c.rs[t.at.Reading]
	end, left := t.r.End, 8
	for i := range rd.Quotes {
		q := &rd.Quotes[i]
		if q.Start < t.r.Start || t.who < 0 {
			continue
		}
		if left == 0 || q.Start > end+300 {
			return
		}
		if !c.saidBy(t, q) {
			continue
		}
		actors, also := t.actors, t.also
		c.read(t, q.Span)
		t.actors, t.also = actors, also
		end, left = max(end, q.Context.End), left-1
	}
}

// saidBy reports whether a quote is the words of the speaker of a speech act.
func (c *clues) saidBy(t *telling, q *news.Quote) bool {
	return slices.ContainsFunc(q.Speakers, func(e int) bool {
		a, ok := c.actors[news.Ref{Reading: t.at.Reading, Item: e}]
		return ok && a == t.who
	})
}

// dated reports whether a sentence holds a report of the class, which has a
// day of its own.
func dated(rd *news.Reading, s text.Span, class string) bool {
	return slices.ContainsFunc(rd.Reports, func(r news.Report) bool {
		return s.Contains(r.Trigger) && lexicon.TriggerClass(r.Lemma) == class
	})
}

// tells reports whether a sentence names a happening of the class.
func tells(src string, s text.Span, class string) bool {
	for _, w := range text.Words(src, s) {
		f := strings.TrimSuffix(w.Fold, "'s")
		if n, ok := lexicon.TriggerNoun(f, nil); ok && n.Class == class {
			return true
		}
		if v, ok := lexicon.TriggerVerb(f, nil); ok && v.Class == class {
			return true
		}
	}
	return false
}
