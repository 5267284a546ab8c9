package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
	"verbatim/ui/signs"
)

// JSON writes the briefing as one JSON object, documented in README.md: each
// article, actor, quote, statement, event and story on a line of its own.
func JSON(w io.Writer, b *news.Briefing) error {
	l := newLookup(b)
	out := bufio.NewWriterSize(w, 1<<16)
	e := encoder{w: out}
	fmt.Fprintf(out, "{\"version\": %d", Version)
	section(&e, "articles", len(b.Readings), l.jsonArticle)
	section(&e, "actors", len(b.Actors), l.jsonActor)
	e.quotes(l)
	section(&e, "statements", len(b.Statements), l.jsonStatement)
	section(&e, "events", len(b.Events), l.jsonEvent)
	section(&e, "stories", len(b.Stories), l.jsonStory)
	section(&e, "problems", len(b.Problems), func(i int) news.Problem { return b.Problems[i] })
	fmt.Fprint(out, "\n}\n")
	if e.err != nil {
		return fmt.Errorf("write briefing as JSON: %w", e.err)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write briefing as JSON: %w", err)
	}
	return nil
}

// encoder writes the parts of the document one after the other and keeps the
// first error.
type encoder struct {
	w   *bufio.Writer
	buf bytes.Buffer
	n   int // elements written of the section that is open
	err error
}

func (e *encoder) open(name string) {
	e.n = 0
	fmt.Fprintf(e.w, ",\n%q: [", name)
}

func (e *encoder) close() {
	if e.n > 0 {
		e.w.WriteByte('\n')
	}
	e.w.WriteByte(']')
}

// element writes one element of the open section on a line of its own.
func element[T any](e *encoder, v T) {
	if e.err != nil {
		return
	}
	e.buf.Reset()
	enc := json.NewEncoder(&e.buf)
	enc.SetEscapeHTML(false)
	if e.err = enc.Encode(v); e.err != nil {
		return
	}
	if e.n > 0 {
		e.w.WriteByte(',')
	}
	e.n++
	e.w.WriteByte('\n')
	_, e.err = e.w.Write(escapeControls(bytes.TrimSuffix(e.buf.Bytes(), []byte("\n"))))
}

func section[T any](e *encoder, name string, n int, at func(int) T) {
	e.open(name)
	for i := range n {
		element(e, at(i))
	}
	e.close()
}

func (e *encoder) quotes(l *lookup) {
	e.open("quotes")
	for r := range l.Readings {
		for q := range l.Readings[r].Quotes {
			element(e, l.jsonQuote(news.Ref{Reading: r, Item: q}))
		}
	}
	e.close()
}

func (l *lookup) jsonArticle(i int) Article {
	a := l.article(i)
	byline := make([]string, len(a.Byline))
	for j, f := range a.Byline {
		byline[j] = f.Value
	}
	return Article{
		ID: a.ID, File: a.File, Row: a.Row,
		Outlet: a.OutletName(), Agency: a.Agency.Value, Headline: a.Headline.Value, Byline: byline,
		Dateline: a.Dateline.Value, Published: a.Published.Date.String(), URL: a.URL,
		Origins: Origins{Outlet: a.Outlet.Origin, Published: a.Published.Origin},
		Story:   l.storyID(l.storyOf[i]), Body: spans(a.Paragraphs(news.Body)), Text: a.Text,
		Bookmarked: l.bookmarked[news.Ref{Reading: i, Item: -1}],
	}
}

func spans(ss []text.Span) []Span {
	out := make([]Span, len(ss))
	for i, s := range ss {
		out[i] = Span(s)
	}
	return out
}

func (l *lookup) place(reading int, s text.Span) Place {
	return Place{Article: l.article(reading).ID, Span: Span(s)}
}

func (l *lookup) jsonActor(i int) Actor {
	a := &l.Actors[i]
	out := Actor{
		ID: a.ID, Name: a.Name, Kind: a.Kind, Role: a.Role, Anonymous: a.Anonymous,
		Aliases: list(a.Aliases), Mentions: []Mention{},
	}
	if a.Role != "" && a.RoleAt.Reading < len(l.Readings) {
		p := l.place(a.RoleAt.Reading, l.Readings[a.RoleAt.Reading].Entities[a.RoleAt.Item].Role)
		out.RoleAt = &p
	}
	for _, e := range a.Entities {
		for _, m := range l.Readings[e.Reading].Entities[e.Item].Mentions {
			out.Mentions = append(out.Mentions, Mention{Place: l.place(e.Reading, m.Span), Form: m.Form})
		}
	}
	return out
}

// list returns a list that JSON writes as [] where it is empty.
func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

// first returns the first of ids, and all of them if there are more.
func first(ids []string) (one string, all []string) {
	if len(ids) == 0 {
		return "", nil
	}
	if len(ids) == 1 {
		return ids[0], nil
	}
	return ids[0], ids
}

func (l *lookup) jsonQuote(r news.Ref) Quote {
	q := l.quote(r)
	one, all := first(l.actorIDs(l.actors(r.Reading, q.Speakers)))
	return Quote{
		ID: l.quoteID(r), Place: l.place(r.Reading, q.Span), Text: l.in(r.Reading, q.Span), Kind: q.Kind,
		Speaker: one, Speakers: all, SpeakerText: l.in(r.Reading, q.SpeakerAt),
		Cue: l.in(r.Reading, q.Cue), CueClass: q.CueClass, Carriers: l.actorIDs(l.actors(r.Reading, q.Carriers)),
		Sieve: q.Sieve, Confidence: q.Confidence, Repaired: q.Repaired, SaidOn: q.SaidOn.String(),
		Bookmarked: l.bookmarked[r],
	}
}

func (l *lookup) jsonStatement(i int) Statement {
	s := &l.Statements[i]
	one, all := first(l.actorIDs(s.Speakers))
	out := Statement{
		ID: s.ID, Story: l.storyID(s.Story), Speaker: one, Speakers: all, Severity: s.Severity,
		Variants: []Variant{}, Conflicts: l.jsonConflicts(s.Conflicts, l.quoteAt),
		Bookmarked: l.isMarked(s), Notes: l.notesOn(s), Reused: l.reused(s),
	}
	for j, v := range s.Variants {
		w := Variant{Quote: l.quoteID(v.Quote), Relation: v.Relation, Possible: v.Possible, Edits: jsonEdits(v.Edits)}
		if j == s.Reference {
			out.Reference = w.Quote
		}
		if v.Possible {
			out.Possible = append(out.Possible, w)
		} else {
			out.Variants = append(out.Variants, w)
		}
	}
	out.Absent, out.TooEarly = signs.Missing(s)
	return out
}

func jsonEdits(edits []news.Edit) []Edit {
	var out []Edit
	for _, e := range edits {
		out = append(out, Edit{Kind: e.Kind, Reference: Span(e.Reference), Variant: Span(e.Variant), Elsewhere: e.Elsewhere})
	}
	return out
}

func (l *lookup) quoteAt(r news.Ref) Place { return l.place(r.Reading, l.quote(r).Span) }

func (l *lookup) reportAt(r news.Ref) Place { return l.place(r.Reading, l.report(r).Span) }

func (l *lookup) jsonConflicts(cs []news.Conflict, at func(news.Ref) Place) []Conflict {
	out := make([]Conflict, 0, len(cs))
	for _, c := range cs {
		d := Conflict{Field: c.Field, Values: map[string]string{}, Claims: []Claim{}}
		said := map[string][]string{}
		for _, m := range c.Claims {
			if !slices.Contains(said[m.Outlet], m.Value) {
				said[m.Outlet] = append(said[m.Outlet], m.Value)
			}
			d.Claims = append(d.Claims, Claim{Outlet: m.Outlet, Value: m.Value, Place: at(m.At)})
		}
		for outlet, values := range said {
			d.Values[outlet] = strings.Join(values, " / ")
		}
		out = append(out, d)
	}
	return out
}

func (l *lookup) jsonEvent(i int) Event {
	e := &l.Events[i]
	out := Event{
		ID: e.ID, Story: l.storyID(e.Story), Name: e.Name, Place: e.Place, Modality: e.Modality,
		Actors: l.actorIDs(e.Actors), Reports: make([]Report, len(e.Reports)),
		Conflict: len(e.Conflicts) > 0, Conflicts: l.jsonConflicts(e.Conflicts, l.reportAt),
	}
	for j, r := range e.Reports {
		t := l.report(r)
		out.Reports[j] = Report{
			Place: l.place(r.Reading, t.Span), Trigger: l.in(r.Reading, t.Trigger), Where: t.Place,
			Date: t.Date.String(), Exact: inexact(t.Exact), DateText: l.in(r.Reading, t.DateAt), Basis: t.Basis, Modality: t.Modality,
		}
	}
	return out
}

// inexact returns a granularity, empty for the day.
func inexact(g news.Granularity) news.Granularity {
	if g == news.DayExact {
		return ""
	}
	return g
}

func (l *lookup) jsonStory(i int) Story {
	s := &l.Stories[i]
	out := Story{ID: s.ID, Headline: s.Headline, Articles: make([]string, len(s.Readings)), Outlets: list(s.Outlets)}
	for j, r := range s.Readings {
		out.Articles[j] = l.article(r).ID
	}
	return out
}
