package ui

import (
	"strings"
	"time"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// The fixture is an invented story of a harbour wall, told by six outlets, and
// a small second one. Every span is looked up in the text it is of.

const harbourPost = `Navigation | Home | Sport
Minister will not rebuild the harbour wall
By Ada Lund
PORT HALE, Dec 3 (Nordwire) – Harbour Minister Mara Venn said on Tuesday that the old wall had to go.
“We will not rebuild the wall, and we will not pretend that it can be saved,” she told reporters at the quay. “The sea has decided this for us.”
The opposition leader, Tomas Reke, called the decision “a surrender to the tide”.
According to a senior port official, work could begin in March.
The minister is to meet residents on Friday.
Share this story`

const dailyLedger = `Venn: wall stays down
Port Hale, Dec 3
Mara Venn, the harbour minister, said on Tuesday: “We could not rebuild the wall, and we will not pretend that it can be saved.”
Opposition leader Tomas Reke spoke of “a surrender to the tide”.
She is to meet residents on Saturday.`

const coastalTimes = `No new wall for Port Hale
“We will not rebuild the wall … it can be saved. The sea has decided this for us,” Venn said on Monday.
Tomas Reke was not available.`

const northernStar = `Harbour wall to be given up
The harbour minister said the wall would not be rebuilt.
“We will not re-build the wall, and we will not pretend that it can be saved,” said Venn.
Her deputy, Olle Brandt, said it was “a surrender to the tide”.
The meeting with residents is on Friday.`

const eveningEcho = `Port Hale wall: what now?
“We will not rebuild the wall,” the minister said.
Some say the sea cannot be argued with.`

const earlyBird = `Decision on wall expected
The minister is expected to decide on the wall this week.`

const ferryWire = `Ferry line to close
The Hale ferry line will close on 15 January, its owner said.
“There is no money left,” Inga Moss, the owner, told Nordwire.`

type made struct{ b *news.Briefing }

func date(d int) news.Date { return news.Date{Year: 2025, Month: time.December, Day: d} }

// span finds words in a text; a test that names words not there must fail.
func span(src, words string) text.Span {
	i := strings.Index(src, words)
	if i < 0 {
		panic("fixture: no " + words)
	}
	return text.Span{Start: i, End: i + len(words)}
}

func (m *made) article(id, outlet, agency, src string, day int) *news.Reading {
	a := news.Article{ID: id, File: "port-hale/" + id + ".txt", Text: src, Format: "text",
		Outlet:    news.Field{Value: outlet, Origin: news.FromFrontMatter},
		Published: news.DateField{Date: date(day), Origin: news.FromDateline}}
	if agency != "" {
		a.Agency = news.Field{Value: agency, Origin: news.FromDateline}
	}
	a.Blocks = blocks(src)
	for _, b := range a.Blocks {
		if b.Kind == news.Headline && a.Headline.Value == "" {
			a.Headline = news.Field{Value: b.In(src), Origin: news.FromPage, At: b.Span}
		}
	}
	m.b.Readings = append(m.b.Readings, news.Reading{Article: a})
	return &m.b.Readings[len(m.b.Readings)-1]
}

// blocks tells the lines of a fixture apart as cleaning would.
func blocks(src string) []news.Block {
	var out []news.Block
	at, headline := 0, false
	for _, line := range strings.SplitAfter(src, "\n") {
		s := text.Span{Start: at, End: at + len(line)}.Trim(src)
		at += len(line)
		kind := news.Body
		switch words := s.In(src); {
		case strings.Contains(words, "|"), strings.HasPrefix(words, "Share"):
			kind = news.Furniture
		case strings.HasPrefix(words, "By "):
			kind = news.Byline
		case !headline:
			kind, headline = news.Headline, true
		}
		if !s.Empty() {
			out = append(out, news.Block{Span: s, Kind: kind})
		}
	}
	return out
}

// said adds a quote; speaker and cue are words of the text, either may be
// empty, entity is -1 for nobody.
func said(r *news.Reading, kind news.QuoteKind, words, outer, speaker, cue string, entity int) int {
	src := r.Article.Text
	q := news.Quote{Span: span(src, words), Outer: span(src, outer), Kind: kind, Confidence: 0.95}
	if speaker != "" {
		q.SpeakerAt = span(src, speaker)
	}
	if cue != "" {
		q.Cue = span(src, cue)
	}
	if entity >= 0 {
		q.Speakers = []int{entity}
	}
	for _, b := range r.Article.Blocks {
		if b.Contains(q.Span) {
			q.Context = b.Span
		}
	}
	r.Quotes = append(r.Quotes, q)
	return len(r.Quotes) - 1
}

func mentions(r *news.Reading, kind news.ActorKind, name, role string, words ...string) int {
	e := news.Entity{Name: name, Kind: kind}
	if role != "" {
		e.Role = span(r.Article.Text, role)
	}
	for _, w := range words {
		e.Mentions = append(e.Mentions, news.Mention{Span: span(r.Article.Text, w), Form: news.ByName})
	}
	r.Entities = append(r.Entities, e)
	return len(r.Entities) - 1
}

func tells(r *news.Reading, words, at string, d int, m news.Modality) {
	r.Reports = append(r.Reports, news.Report{Span: span(r.Article.Text, words), DateAt: span(r.Article.Text, at), Date: date(d), Modality: m})
}

// edit finds both sides of a difference: "words", "before |words", or "^words"
// for the place after them.
func edit(k news.EditKind, refSrc, ref, src, words string) news.Edit {
	return news.Edit{Kind: k, Reference: sideOf(refSrc, ref), Variant: sideOf(src, words)}
}

func sideOf(src, words string) text.Span {
	if after, ok := strings.CutPrefix(words, "^"); ok {
		s := span(src, after)
		return text.Span{Start: s.End, End: s.End}
	}
	before, words, ok := strings.Cut(words, "|")
	if !ok {
		return span(src, before)
	}
	s := span(src, before+words)
	s.Start += len(before)
	return s
}

func fixture() *news.Briefing {
	m := &made{b: &news.Briefing{}}
	m.b.Readings = make([]news.Reading, 0, 8)
	m.harbour()
	m.ferry()
	m.link()
	m.b.Problems = []news.Problem{{File: "port-hale/old\x1b[2Jscan.pdf", What: "read as text: not a text file"}}
	return m.b
}

func (m *made) harbour() {
	r := m.article("a1", "The Harbour Post", "Nordwire", harbourPost, 3)
	r.Article.Byline = []news.Field{{Value: "Ada Lund", Origin: news.FromByline}}
	r.Article.Dateline = news.Field{Value: "PORT HALE, Dec 3 (Nordwire)", Origin: news.FromPage}
	mentions(r, news.Person, "Mara Venn", "Harbour Minister", "Mara Venn", "she")
	mentions(r, news.Person, "Tomas Reke", "opposition leader", "Tomas Reke")
	mentions(r, news.Person, "a senior port official", "", "a senior port official")
	mentions(r, news.Place, "Port Hale", "", "PORT HALE")
	said(r, news.Indirect, "the old wall had to go", "the old wall had to go", "Mara Venn", "said", 0)
	said(r, news.Direct, "We will not rebuild the wall, and we will not pretend that it can be saved,", "“We will not rebuild the wall, and we will not pretend that it can be saved,”", "she", "told", 0)
	said(r, news.Direct, "The sea has decided this for us.", "“The sea has decided this for us.”", "she", "told", 0)
	said(r, news.Partial, "a surrender to the tide", "“a surrender to the tide”", "Tomas Reke", "called", 1)
	said(r, news.Indirect, "work could begin in March", "work could begin in March", "a senior port official", "According to", 2)
	r.Quotes[1].SaidOn, r.Quotes[1].SaidOnAt = date(2), span(harbourPost, "on Tuesday")
	tells(r, "The minister is to meet residents on Friday", "on Friday", 5, news.Planned)

	r = m.article("a2", "Daily Ledger", "", dailyLedger, 3)
	mentions(r, news.Person, "Mara Venn", "harbour minister", "Mara Venn")
	mentions(r, news.Person, "Tomas Reke", "Opposition leader", "Tomas Reke")
	said(r, news.Direct, "We could not rebuild the wall, and we will not pretend that it can be saved.", "“We could not rebuild the wall, and we will not pretend that it can be saved.”", "Mara Venn", "said", 0)
	said(r, news.Partial, "a surrender to the tide", "“a surrender to the tide”", "Tomas Reke", "spoke of", 1)
	r.Quotes[0].SaidOn, r.Quotes[0].SaidOnAt = date(2), span(dailyLedger, "on Tuesday")
	tells(r, "She is to meet residents on Saturday", "on Saturday", 6, news.Planned)

	r = m.article("a3", "Coastal Times", "Nordwire", coastalTimes, 4)
	mentions(r, news.Person, "Venn", "", "Venn")
	mentions(r, news.Person, "Tomas Reke", "", "Tomas Reke")
	said(r, news.Direct, "We will not rebuild the wall … it can be saved. The sea has decided this for us,", "“We will not rebuild the wall … it can be saved. The sea has decided this for us,”", "Venn", "said", 0)
	r.Quotes[0].SaidOn, r.Quotes[0].SaidOnAt = date(1), span(coastalTimes, "on Monday")

	r = m.article("a4", "Northern Star", "", northernStar, 3)
	mentions(r, news.Person, "Venn", "harbour minister", "Venn")
	mentions(r, news.Person, "Olle Brandt", "deputy", "Olle Brandt")
	said(r, news.Indirect, "the wall would not be rebuilt", "the wall would not be rebuilt", "The harbour minister", "said", 0)
	said(r, news.Direct, "We will not re-build the wall, and we will not pretend that it can be saved,", "“We will not re-build the wall, and we will not pretend that it can be saved,”", "Venn", "said Venn", 0)
	r.Quotes[1].Cue = text.Span{Start: r.Quotes[1].SpeakerAt.Start - 5, End: r.Quotes[1].SpeakerAt.Start - 1}
	said(r, news.Partial, "a surrender to the tide", "“a surrender to the tide”", "Olle Brandt", "said", 1)
	r.Quotes[2].Confidence = 0.4
	tells(r, "The meeting with residents is on Friday", "on Friday", 5, news.Planned)

	r = m.article("a5", "Evening Echo", "", eveningEcho, 4)
	said(r, news.Direct, "We will not rebuild the wall,", "“We will not rebuild the wall,”", "the minister", "said", -1)
	said(r, news.Indirect, "the sea cannot be argued with", "the sea cannot be argued with", "", "say", -1)

	m.article("a6", "Early Bird", "", earlyBird, 1)
}

func (m *made) ferry() {
	r := m.article("b1", "Nordwire", "Nordwire", ferryWire, 2)
	mentions(r, news.Person, "Inga Moss", "the owner", "Inga Moss")
	said(r, news.Direct, "There is no money left,", "“There is no money left,”", "Inga Moss", "told", 0)
	r.Quotes[0].Repaired = true
	tells(r, "The Hale ferry line will close on 15 January", "on 15 January", 15, news.Planned)
}

func ref(reading, item int) news.Ref { return news.Ref{Reading: reading, Item: item} }

func (m *made) link() {
	b := m.b
	b.Stories = []news.Story{
		{ID: "s1", Headline: "Minister will not rebuild the harbour wall", Readings: []int{5, 0, 1, 3, 2, 4},
			Outlets: []string{"Coastal Times", "Daily Ledger", "Early Bird", "Evening Echo", "Northern Star", "The Harbour Post"}},
		{ID: "s2", Headline: "Ferry line to close", Readings: []int{6}, Outlets: []string{"Nordwire"}},
	}
	b.Actors = []news.Actor{
		{ID: "p1", Name: "Mara Venn", Kind: news.Person, Role: "Harbour Minister", Aliases: []string{"Venn"}, Entities: []news.Ref{ref(0, 0), ref(1, 0), ref(2, 0), ref(3, 0)}},
		{ID: "p2", Name: "Tomas Reke", Kind: news.Person, Role: "opposition leader", Entities: []news.Ref{ref(0, 1), ref(1, 1), ref(2, 1)}},
		{ID: "p3", Name: "Olle Brandt", Kind: news.Person, Role: "deputy", Entities: []news.Ref{ref(3, 1)}},
		{ID: "p4", Name: "a senior port official", Kind: news.Person, Anonymous: true, Entities: []news.Ref{ref(0, 2)}},
		{ID: "p5", Name: "Port Hale", Kind: news.Place, Entities: []news.Ref{ref(0, 3)}},
		{ID: "p6", Name: "Inga Moss", Kind: news.Person, Role: "the owner", Entities: []news.Ref{ref(6, 0)}},
	}
	b.Events = []news.Event{
		{ID: "e1", Story: 0, Name: "meeting with residents", Place: "Port Hale", Actors: []int{0}, Modality: news.Planned,
			Reports: []news.Ref{ref(0, 0), ref(1, 0), ref(3, 0)},
			Conflicts: []news.Conflict{{Field: "date", Claims: []news.Claim{
				{Outlet: "The Harbour Post", Value: "2025-12-05", At: ref(0, 0)}, {Outlet: "Daily Ledger", Value: "2025-12-06", At: ref(1, 0)}}}}},
		{ID: "e2", Story: 1, Name: "ferry line closes", Actors: []int{5}, Modality: news.Planned, Reports: []news.Ref{ref(6, 0)}},
	}
	b.Statements = []news.Statement{m.wall(), m.tide(), m.sea(), m.march(), m.money()}
}

// wall is the statement that has nearly everything.
func (m *made) wall() news.Statement {
	return news.Statement{ID: "t1", Story: 0, Speakers: []int{0}, Reference: 0, Severity: 60,
		Variants: []news.Variant{
			{Quote: ref(0, 1), Relation: news.Verbatim},
			{Quote: ref(1, 0), Relation: news.Altered, Edits: []news.Edit{
				edit(news.EditSubstitute, harbourPost, "We |will", dailyLedger, "could")}},
			{Quote: ref(2, 0), Relation: news.Merged, Edits: []news.Edit{
				edit(news.EditOpen, harbourPost, ", and we will not pretend that", coastalTimes, "…"),
				edit(news.EditJoin, harbourPost, "^can be saved,", coastalTimes, "The sea has decided this for us")}},
			{Quote: ref(3, 1), Relation: news.Styled, Edits: []news.Edit{
				edit(news.EditStyle, harbourPost, "rebuild", northernStar, "re-build")}},
			{Quote: ref(3, 0), Relation: news.Paraphrase},
			{Quote: ref(4, 0), Relation: news.Trimmed, Edits: []news.Edit{
				edit(news.EditCutEnd, harbourPost, "and we will not pretend that it can be saved", eveningEcho, "^rebuild the wall,")}},
			{Quote: ref(4, 1), Relation: news.Paraphrase, Possible: true},
		},
		Absent: []news.Absence{{Outlet: "Early Bird", TooEarly: true}},
		Conflicts: []news.Conflict{{Field: "date", Claims: []news.Claim{
			{Outlet: "The Harbour Post", Value: "2025-12-02", At: ref(0, 1)}, {Outlet: "Coastal Times", Value: "2025-12-01", At: ref(2, 0)}}}},
	}
}

func (m *made) tide() news.Statement {
	return news.Statement{ID: "t2", Story: 0, Speakers: []int{1}, Reference: 0, Severity: 20,
		Variants: []news.Variant{
			{Quote: ref(0, 3), Relation: news.Verbatim},
			{Quote: ref(1, 1), Relation: news.Verbatim},
			{Quote: ref(3, 2), Relation: news.Verbatim},
		},
		Absent: []news.Absence{{Outlet: "Coastal Times"}, {Outlet: "Evening Echo"}, {Outlet: "Early Bird", TooEarly: true}},
		Conflicts: []news.Conflict{{Field: "speaker", Claims: []news.Claim{
			{Outlet: "The Harbour Post", Value: "Tomas Reke", At: ref(0, 3)}, {Outlet: "Northern Star", Value: "Olle Brandt", At: ref(3, 2)}}}},
	}
}

func (m *made) sea() news.Statement {
	return news.Statement{ID: "t3", Story: 0, Speakers: []int{0}, Reference: 0,
		Variants: []news.Variant{{Quote: ref(0, 2), Relation: news.Verbatim}},
		Absent:   []news.Absence{{Outlet: "Daily Ledger"}, {Outlet: "Northern Star"}}}
}

func (m *made) march() news.Statement {
	return news.Statement{ID: "t4", Story: 0, Speakers: []int{3}, Reference: 0,
		Variants: []news.Variant{{Quote: ref(0, 4), Relation: news.Paraphrase}},
		Absent:   []news.Absence{{Outlet: "Daily Ledger"}}}
}

func (m *made) money() news.Statement {
	return news.Statement{ID: "t5", Story: 1, Speakers: []int{5}, Reference: 0,
		Variants: []news.Variant{{Quote: ref(6, 0), Relation: news.Verbatim}}}
}
