package ui

import (
	"slices"

	"verbatim/corpus/news"
)

// selection is what a lens leaves of a catalog: indices into the briefing. A
// facet narrows the other lists, not its own, so that one can change one's mind.
type selection struct {
	stories, actors, events, statements []int
	notable                             []int // the events, the notable ones first
}

// sieve is a lens whose anchors have been looked up in a catalog; -1 where a
// facet does not narrow.
type sieve struct {
	c                    *catalog
	story, actor, event  int
	outlet               string
	alarms, marked       bool
	readings             map[int]bool // that report the event
	eventActs, actorRead map[int]bool // actors of the event, readings that name the actor
	foundIn, found       map[int]bool // readings and statements that the query finds, nil for no query
	speaks, raised       map[int]bool // actors and stories, see [sieve.ofStatements]
}

// choose returns what the lens leaves.
func (c *catalog) choose(l Lens) selection {
	s := c.sieve(l)
	if l.empty() {
		return selection{c.stories, c.actors, c.events, c.order, c.notable}
	}
	return selection{
		stories:    s.stories(),
		actors:     s.actors(),
		events:     s.keep(c.events, s.hasEvent),
		statements: s.keep(s.candidates(), s.hasStatement),
		notable:    s.keep(c.notable, s.hasEvent),
	}
}

// candidates are the statements of the shortest list that has all that the lens
// leaves: of a briefing of thousands of articles only those can be gone through
// at a key.
func (s *sieve) candidates() []int {
	c := s.c
	switch {
	case s.story >= 0:
		return c.inStory[s.story]
	case s.actor >= 0:
		return c.said[s.actor]
	case s.alarms:
		return c.order[:c.raised]
	}
	return c.order
}

// stories returns those that the lens leaves.
func (s *sieve) stories() []int {
	if s.alarms {
		own := *s
		own.story = -1 // a facet does not narrow its own list
		_, s.raised = own.ofStatements()
	}
	return s.keep(s.c.stories, s.hasStory)
}

// actors returns those that the lens leaves.
func (s *sieve) actors() []int {
	if s.event < 0 && s.story < 0 && s.outlet == "" && s.foundIn == nil && !s.alarms && !s.marked {
		return s.c.actors
	}
	if s.alarms || s.marked {
		own := *s
		own.actor = -1
		s.speaks, _ = own.ofStatements()
	}
	return s.keep(s.c.actors, s.hasActor)
}

// ofStatements returns who speaks in the statements that the lens leaves, and the
// stories they are of.
func (s *sieve) ofStatements() (speakers, stories map[int]bool) {
	speakers, stories = map[int]bool{}, map[int]bool{}
	for _, i := range s.candidates() {
		if !s.hasStatement(i) {
			continue
		}
		stories[s.c.b.Statements[i].Story] = true
		for _, a := range s.c.statements[i].speakers {
			speakers[a] = true
		}
	}
	return speakers, stories
}

func seq(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

func (c *catalog) sieve(l Lens) *sieve {
	s := &sieve{c: c, story: -1, actor: -1, event: -1}
	for _, ch := range l.chips {
		switch ch.facet {
		case byStory:
			s.story = c.findStory(ch.item)
		case byActor:
			s.actor = c.findActor(ch.item)
		case byEvent:
			s.event = c.findEvent(ch.item)
		case byOutlet:
			s.outlet = ch.name
		case byAlarm:
			s.alarms = true
		case byMark:
			s.marked = true
		}
	}
	s.readings, s.eventActs = s.ofEvent()
	s.actorRead = s.ofActor()
	s.foundIn, s.found = s.ofQuery(l)
	return s
}

func (s *sieve) ofEvent() (readings, actors map[int]bool) {
	if s.event < 0 {
		return nil, nil
	}
	readings, actors = map[int]bool{}, map[int]bool{}
	e := &s.c.b.Events[s.event]
	for _, r := range e.Reports {
		readings[r.Reading] = true
	}
	for _, a := range e.Actors {
		actors[a] = true
	}
	return readings, actors
}

func (s *sieve) ofActor() map[int]bool {
	if s.actor < 0 {
		return nil
	}
	out := map[int]bool{}
	for _, e := range s.c.b.Actors[s.actor].Entities {
		out[e.Reading] = true
	}
	return out
}

func (s *sieve) keep(all []int, has func(int) bool) []int {
	out := make([]int, 0, len(all))
	for _, i := range all {
		if has(i) {
			out = append(out, i)
		}
	}
	return out
}

func (s *sieve) hasStory(i int) bool {
	st := &s.c.b.Stories[i]
	switch {
	case s.outlet != "" && !slices.Contains(st.Outlets, s.outlet):
		return false
	case s.alarms && !s.raised[i], s.marked && !s.c.markedStory[i]:
		return false
	case s.event >= 0 && s.c.b.Events[s.event].Story != i:
		return false
	case s.foundIn != nil && !slices.ContainsFunc(st.Readings, func(r int) bool { return s.foundIn[r] }):
		return false
	}
	return s.actor < 0 || slices.ContainsFunc(st.Readings, func(r int) bool { return s.actorRead[r] })
}

func (s *sieve) hasActor(i int) bool {
	if s.event >= 0 && !s.eventActs[i] || s.speaks != nil && !s.speaks[i] {
		return false
	}
	if s.story < 0 && s.outlet == "" && s.foundIn == nil {
		return true
	}
	return slices.ContainsFunc(s.c.b.Actors[i].Entities, func(e news.Ref) bool { return s.hasReading(e.Reading) })
}

// hasReading reports whether a reading is of the story and the outlet, and
// found.
func (s *sieve) hasReading(r int) bool {
	rd := s.c.reading(r)
	if rd == nil || s.story >= 0 && s.c.storyOf[r] != s.story || s.foundIn != nil && !s.foundIn[r] {
		return false
	}
	return s.outlet == "" || rd.Article.OutletName() == s.outlet
}

// hasEvent reports whether the lens leaves an event. What raises an alarm of it is
// that outlets do not agree.
func (s *sieve) hasEvent(i int) bool {
	e := &s.c.b.Events[i]
	switch {
	case s.alarms && len(e.Conflicts) == 0, s.marked && !s.c.markedStory[e.Story]:
		return false
	case s.story >= 0 && e.Story != s.story:
		return false
	case s.actor >= 0 && !slices.Contains(e.Actors, s.actor):
		return false
	case s.outlet == "" && s.foundIn == nil:
		return true
	}
	return slices.ContainsFunc(e.Reports, func(r news.Ref) bool { return s.hasReading(r.Reading) })
}

func (s *sieve) hasStatement(i int) bool {
	st, f := &s.c.b.Statements[i], &s.c.statements[i]
	switch {
	case s.story >= 0 && st.Story != s.story:
		return false
	case s.actor >= 0 && !slices.Contains(f.speakers, s.actor):
		return false
	case s.outlet != "" && !slices.Contains(f.outlets, s.outlet):
		return false
	case s.alarms && !f.worst.Alarm(), s.marked && !f.marked:
		return false
	case s.found != nil && !s.found[i]:
		return false
	}
	return s.event < 0 || s.ofEventStatement(st, f)
}

// missing says why there is nothing to list; it is empty where all has been read.
func (c *catalog) missing() string {
	switch {
	case c.failed:
		return "could not be read"
	case c.unread:
		return "not read yet"
	}
	return ""
}

// none says that there is nothing to list, in the given words, and why: not all has
// been read, or of those there are a filter leaves no one.
func (c *catalog) none(says string, of int) string {
	switch why := c.missing(); {
	case why != "":
		return why
	case of > 0:
		return says + " under the filter"
	}
	return says
}

// disputed reports whether outlets disagree on an event: those events come first.
func (c *catalog) disputed() bool {
	return len(c.notable) > 0 && len(c.b.Events[c.notable[0]].Conflicts) > 0
}

// ofEventStatement reports whether a statement was made by somebody who took
// part in the event, in an article that tells of it.
func (s *sieve) ofEventStatement(st *news.Statement, f *statementFacts) bool {
	if len(s.eventActs) > 0 && !slices.ContainsFunc(f.speakers, func(a int) bool { return s.eventActs[a] }) {
		return false
	}
	return slices.ContainsFunc(st.Variants, func(v news.Variant) bool { return s.readings[v.Quote.Reading] })
}

// narrow puts the lens into the words of a query.
func (c *catalog) narrow(q *Query, l Lens) {
	s := c.sieve(l)
	q.Outlet, q.Alarms = s.outlet, s.alarms
	if s.actor >= 0 {
		q.Actor = c.b.Actors[s.actor].Name
	}
	if s.story < 0 && s.event < 0 {
		return
	}
	q.Articles = []string{}
	for r := range c.b.Readings {
		if (s.story < 0 || c.storyOf[r] == s.story) && (s.event < 0 || s.readings[r]) {
			q.Articles = append(q.Articles, c.b.Readings[r].Article.ID)
		}
	}
}
