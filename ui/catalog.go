package ui

import (
	"cmp"
	"slices"
	"sort"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
	"verbatim/ui/signs"
)

// catalog is a briefing with what the screens ask of it looked up beforehand.
// It is built away from the screen's goroutine and never changed after.
type catalog struct {
	b           *news.Briefing
	unread      bool // nothing has been read yet
	failed      bool // nor will be
	at          anchored
	readingOf   map[string]int // by article id
	storyOf     []int          // by reading, -1 for none
	statementOf map[news.Ref]int
	actorOf     map[news.Ref]int
	eventOf     map[news.Ref]int
	statements  []statementFacts
	bookmarked  map[news.Ref]bool  // quotes; an Item of -1 is the article itself
	markedStory map[int]bool       // stories with a bookmark
	said        [][]int            // statements by actor, the most severe first
	named       []int              // mentions by actor
	order       []int              // statements, the most severe first
	raised      int                // of them, those with an alarm, which come first
	inStory     [][]int            // by story, likewise
	stories     []int              // those of most outlets first
	listed      anchored           // anchors of stories, actors, events and statements in this order
	actors      []int              // actors, those who say most first
	events      []int              // events by date
	notable     []int              // events, those that outlets disagree on and that most report first
	dates       []news.Date        // by event, see eventDate
	exact       []news.Granularity // by event, see eventExact
	outlets     []outletFacts
	alarms      []int       // statements with an alarm, by story
	alarmed     int         // of them in all
	newest      []news.Date // day of the newest article, by story
}

// statementFacts is what the list of statements shows of one.
type statementFacts struct {
	worst    news.Relation // of the variants sure to be of it
	others   presence      // where one outlet alone carries it: how it stands in the others
	outlets  []string      // that carry it, each once
	speakers []int         // actors any outlet gives it to
	conflict bool
	marked   bool     // bookmarked, in any of its quotes
	notes    []string // of editors
	inMarks  bool     // the reference is
}

// outletFacts is what the list of outlets shows of one.
type outletFacts struct {
	name                         string
	articles, statements, alarms int
}

func newCatalog(b *news.Briefing) *catalog {
	unread := b == nil
	if unread {
		b = &news.Briefing{}
	}
	c := &catalog{b: b, unread: unread, readingOf: make(map[string]int, len(b.Readings)), storyOf: slices.Repeat([]int{-1}, len(b.Readings))}
	for i := range b.Readings {
		c.readingOf[b.Readings[i].Article.ID] = i
	}
	for s, story := range b.Stories {
		for _, r := range story.Readings {
			if r >= 0 && r < len(c.storyOf) {
				c.storyOf[r] = s
			}
		}
	}
	c.anchorAll()
	c.dateStories()
	c.lookUpRefs()
	c.weighStatements()
	c.findMarks()
	c.weighActors()
	c.sortEvents()
	c.list()
	c.outlets = c.outletsOf(c.sieve(Lens{}))
	return c
}

func (c *catalog) lookUpRefs() {
	c.statementOf, c.actorOf, c.eventOf = map[news.Ref]int{}, map[news.Ref]int{}, map[news.Ref]int{}
	for i, s := range c.b.Statements {
		for _, v := range s.Variants {
			if _, ok := c.statementOf[v.Quote]; !ok {
				c.statementOf[v.Quote] = i
			}
		}
	}
	for i, a := range c.b.Actors {
		for _, e := range a.Entities {
			c.actorOf[e] = i
		}
	}
	for i, e := range c.b.Events {
		for _, r := range e.Reports {
			c.eventOf[r] = i
		}
	}
}

func (c *catalog) weighStatements() {
	c.statements = make([]statementFacts, len(c.b.Statements))
	c.alarms = make([]int, len(c.b.Stories))
	for i := range c.b.Statements {
		s := &c.b.Statements[i]
		c.statements[i] = c.factsOf(s)
		if len(s.Variants) == 0 {
			continue
		}
		c.order = append(c.order, i)
		if c.statements[i].worst.Alarm() && s.Story >= 0 && s.Story < len(c.alarms) {
			c.alarms[s.Story]++
			c.alarmed++
		}
	}
	slices.SortStableFunc(c.order, c.compareStatements)
}

// compareStatements puts the more severe first. What one outlet alone carries
// differs from nothing for sure: its severity is that of likely paraphrases and
// of what the outlet says of it a second time.
func (c *catalog) compareStatements(x, y int) int {
	a, b := &c.b.Statements[x], &c.b.Statements[y]
	fa, fb := &c.statements[x], &c.statements[y]
	sure := func(f *statementFacts) bool { return f.worst.Alarm() || f.conflict || len(f.outlets) > 1 }
	if !sure(fa) && !sure(fb) {
		return cmp.Or(-compareBool(fa.others == perhaps, fb.others == perhaps), -compareBool(fa.inMarks, fb.inMarks))
	}
	return cmp.Or(
		-compareBool(fa.worst.Alarm(), fb.worst.Alarm()),
		-compareBool(sure(fa), sure(fb)),
		b.Severity-a.Severity,
		-compareBool(fa.conflict, fb.conflict),
		-compareBool(len(fa.outlets) > 1, len(fb.outlets) > 1),
		rank(fb.worst)-rank(fa.worst),
		len(fb.outlets)-len(fa.outlets),
		-compareBool(fa.inMarks, fb.inMarks),
	)
}

// list prepares what the lists show where no lens narrows them.
func (c *catalog) list() {
	c.stories, c.inStory = seq(len(c.b.Stories)), make([][]int, len(c.b.Stories))
	slices.SortStableFunc(c.stories, func(x, y int) int {
		return cmp.Or(len(c.b.Stories[y].Outlets)-len(c.b.Stories[x].Outlets), c.alarms[y]-c.alarms[x], c.newest[y].Compare(c.newest[x]))
	})
	for _, i := range c.order {
		if s := c.b.Statements[i].Story; s >= 0 && s < len(c.inStory) {
			c.inStory[s] = append(c.inStory[s], i)
		}
	}
	c.raised = sort.Search(len(c.order), func(i int) bool { return !c.statements[c.order[i]].worst.Alarm() })
	c.listed = anchored{
		stories: anchors(c.stories, c.storyAnchor), actors: anchors(c.actors, c.actorAnchor),
		events: anchors(c.notable, c.eventAnchor), statements: anchors(c.order, c.statementAnchor),
	}
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func (c *catalog) factsOf(s *news.Statement) statementFacts {
	f := statementFacts{worst: news.Verbatim, conflict: len(s.Conflicts) > 0, speakers: slices.Clone(s.Speakers)}
	for i, v := range s.Variants {
		q, a := c.quote(v.Quote)
		if q == nil {
			continue
		}
		if v.Possible {
			continue
		}
		if i != s.Reference && rank(v.Relation) > rank(f.worst) {
			f.worst = v.Relation
		}
		f.inMarks = f.inMarks || i == s.Reference && q.Kind != news.Indirect
		f.outlets = appendNew(f.outlets, a.OutletName())
		for _, e := range q.Speakers {
			if actor, ok := c.actorOf[news.Ref{Reading: v.Quote.Reading, Item: e}]; ok {
				f.speakers = appendNew(f.speakers, actor)
			}
		}
	}
	if len(f.outlets) < 2 {
		f.others = c.inOthers(s, f.outlets)
	}
	return f
}

// inOthers says how a statement that one outlet alone carries stands in the
// others of its story, by what an editor would look for first.
func (c *catalog) inOthers(s *news.Statement, own []string) presence {
	early := false
	for _, v := range s.Variants {
		if _, a := c.quote(v.Quote); a != nil && v.Possible && !slices.Contains(own, a.OutletName()) {
			return perhaps
		}
	}
	for _, a := range s.Absent {
		if !a.TooEarly {
			return absent
		}
		early = true
	}
	switch {
	case len(signs.NotFound(c.b, s)) > 0:
		return untold
	case early:
		return tooEarly
	}
	return elsewhere
}

func appendNew[T comparable](to []T, v T) []T {
	if slices.Contains(to, v) {
		return to
	}
	return append(to, v)
}

// rank orders relations by how much an editor must know of them.
func rank(r news.Relation) int {
	return slices.Index(relationOrder, r)
}

var relationOrder = []news.Relation{
	news.Verbatim, news.Styled, news.Paraphrase, news.Trimmed, news.Edited, news.Merged, news.Altered,
}

func (c *catalog) weighActors() {
	c.said, c.named = make([][]int, len(c.b.Actors)), make([]int, len(c.b.Actors))
	for _, i := range c.order {
		for _, a := range c.statements[i].speakers {
			if a >= 0 && a < len(c.said) {
				c.said[a] = append(c.said[a], i)
			}
		}
	}
	for i, a := range c.b.Actors {
		for _, e := range a.Entities {
			if n := c.entity(e); n != nil {
				c.named[i] += len(n.Mentions)
			}
		}
		c.actors = append(c.actors, i)
	}
	slices.SortStableFunc(c.actors, func(x, y int) int {
		return cmp.Or(len(c.said[y])-len(c.said[x]), c.named[y]-c.named[x])
	})
}

func (c *catalog) sortEvents() {
	c.dates, c.exact = make([]news.Date, len(c.b.Events)), make([]news.Granularity, len(c.b.Events))
	for i := range c.b.Events {
		c.events = append(c.events, i)
		c.dates[i] = c.mostGiven(i)
		c.exact[i] = c.mostExact(i)
	}
	slices.SortStableFunc(c.events, func(x, y int) int { return c.dates[x].Compare(c.dates[y]) })
	told := make([]int, len(c.b.Events))
	for i := range told {
		told[i] = c.outletsOfEvent(i)
	}
	c.notable = slices.Clone(c.events)
	slices.SortStableFunc(c.notable, func(x, y int) int {
		a, b := &c.b.Events[x], &c.b.Events[y]
		return cmp.Or(-compareBool(len(a.Conflicts) > 0, len(b.Conflicts) > 0), told[y]-told[x], c.dates[y].Compare(c.dates[x]))
	})
}

// outletsOfEvent counts the outlets that report an event.
func (c *catalog) outletsOfEvent(event int) int {
	var names []string
	for _, r := range c.b.Events[event].Reports {
		if _, a := c.report(r); a != nil {
			names = appendNew(names, a.OutletName())
		}
	}
	return len(names)
}

// eventDate returns the day most outlets give, the earlier of two.
func (c *catalog) eventDate(event int) news.Date { return c.dates[event] }

func (c *catalog) mostGiven(event int) news.Date {
	var n dayCount
	for _, r := range c.b.Events[event].Reports {
		if rep, _ := c.report(r); rep != nil {
			n.add(rep.Date)
		}
	}
	return n.best
}

// eventExact says how exactly the reports know the day of [catalog.eventDate].
func (c *catalog) eventExact(event int) news.Granularity { return c.exact[event] }

func (c *catalog) mostExact(event int) news.Granularity {
	grains := []news.Granularity{news.YearOnly, news.MonthOnly, news.WeekExact, news.WeekendExact}
	best, d := -1, c.eventDate(event)
	for _, r := range c.b.Events[event].Reports {
		rep, _ := c.report(r)
		if rep == nil || rep.Date != d {
			continue
		}
		i := slices.Index(grains, rep.Exact)
		if i < 0 {
			return news.DayExact
		}
		best = max(best, i)
	}
	if best < 0 {
		return news.DayExact
	}
	return grains[best]
}

// dayCount finds the day that comes most often, the earlier of two.
type dayCount struct {
	count map[news.Date]int
	best  news.Date
}

func (n *dayCount) add(d news.Date) {
	if d.IsZero() {
		return
	}
	if n.count == nil {
		n.count = map[news.Date]int{}
	}
	n.count[d]++
	if c, b := n.count[d], n.count[n.best]; n.best.IsZero() || c > b || c == b && d.Compare(n.best) < 0 {
		n.best = d
	}
}

// outletsOf counts what a sieve leaves of each outlet, those with most alarms first.
func (c *catalog) outletsOf(v *sieve) []outletFacts {
	var out []outletFacts
	at := map[string]int{}
	facts := func(name string) *outletFacts {
		i, ok := at[name]
		if !ok {
			i = len(out)
			at[name], out = i, append(out, outletFacts{name: name})
		}
		return &out[i]
	}
	for i := range c.b.Readings {
		if v.hasReading(i) {
			facts(c.b.Readings[i].Article.OutletName()).articles++
		}
	}
	for i := range c.statements {
		if !v.hasStatement(i) {
			continue
		}
		for _, o := range c.statements[i].outlets {
			facts(o).statements++
		}
		for _, o := range c.alarmedOutlets(i) {
			facts(o).alarms++
		}
	}
	slices.SortFunc(out, func(a, b outletFacts) int {
		return cmp.Or(b.alarms-a.alarms, b.statements-a.statements, b.articles-a.articles, cmp.Compare(a.name, b.name))
	})
	return out
}

// alarmedOutlets returns the outlets whose own variant raises the alarm.
func (c *catalog) alarmedOutlets(statement int) []string {
	var out []string
	for _, v := range c.b.Statements[statement].Variants {
		if _, a := c.quote(v.Quote); a != nil && v.Relation.Alarm() && !v.Possible {
			out = appendNew(out, a.OutletName())
		}
	}
	return out
}

// reading returns a reading, nil if there is none at the index.
func (c *catalog) reading(i int) *news.Reading {
	if i < 0 || i >= len(c.b.Readings) {
		return nil
	}
	return &c.b.Readings[i]
}

// quote returns a quote and its article, nil if the ref points nowhere.
func (c *catalog) quote(r news.Ref) (*news.Quote, *news.Article) {
	rd := c.reading(r.Reading)
	if rd == nil || r.Item < 0 || r.Item >= len(rd.Quotes) {
		return nil, nil
	}
	return &rd.Quotes[r.Item], &rd.Article
}

func (c *catalog) entity(r news.Ref) *news.Entity {
	rd := c.reading(r.Reading)
	if rd == nil || r.Item < 0 || r.Item >= len(rd.Entities) {
		return nil
	}
	return &rd.Entities[r.Item]
}

// report returns a report and its article, nil if the ref points nowhere.
func (c *catalog) report(r news.Ref) (*news.Report, *news.Article) {
	rd := c.reading(r.Reading)
	if rd == nil || r.Item < 0 || r.Item >= len(rd.Reports) {
		return nil, nil
	}
	return &rd.Reports[r.Item], &rd.Article
}

// place is a span of one article: where the reader opens.
type place struct {
	article string
	text.Span
}
