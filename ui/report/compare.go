package report

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/corpus/news"
	"verbatim/ui/signs"
)

// Comparison is statements as each outlet printed them: what is shown side by
// side in a terminal, or sent to a colleague as a sheet.
type Comparison struct {
	Title      string // what it is of: a folder, a headline, a speaker
	Query      string // what it was narrowed by, may be empty
	Statements []Compared
	Dated      []DatedEvent // only where events were asked for
}

// Compared is one statement of a [Comparison].
type Compared struct {
	ID        string          `json:"id"`
	Story     string          `json:"story"`   // headline
	Speaker   string          `json:"speaker"` // names and roles; "unattributed"
	Severity  int             `json:"severity"`
	Alarms    []news.Relation `json:"alarms"` // relations that raise the alarm, each once
	Variants  []Told          `json:"variants"`
	Absent    []string        `json:"absent"`              // outlets
	TooEarly  []string        `json:"too_early"`           // outlets that published before it was said
	NotFound  []string        `json:"not_found,omitempty"` // outlets that are not known to lack it
	Conflicts []Disputed      `json:"conflicts"`
	Notes     []string        `json:"notes,omitempty"` // of editors
	Reused    *Reused         `json:"reused,omitempty"`

	names string // of the speakers, without their roles
	words string // the beginning of the reference, in marks if it is
}

// Disputed is a field that outlets do not agree on, with every source.
type Disputed struct {
	Field  string    `json:"field"` // "speaker", "date" or "place"
	Claims []Sourced `json:"claims"`
}

// Sourced is what one outlet says, and where.
type Sourced struct {
	Outlet string `json:"outlet"`
	Value  string `json:"value"`
	Where  string `json:"where"` // file and line
}

// DatedEvent is an event with every outlet's words of time.
type DatedEvent struct {
	Name      string     `json:"name"`
	Date      string     `json:"date"` // the earliest given, as exact as it is known; may be empty
	Told      []Sourced  `json:"told"`
	Conflicts []Disputed `json:"conflicts"`
}

// Compare takes the statements that two or more outlets surely carry out of a
// briefing, alarms first, then the more severe. Where only is not nil, one of
// a statement's sure quotes must be in it.
func Compare(b *news.Briefing, only func(news.Ref) bool) *Comparison {
	l := newLookup(b)
	var chosen []*news.Statement
	for i := range b.Statements {
		if s := &b.Statements[i]; l.outletsOf(s) > 1 && (only == nil || slices.ContainsFunc(s.Variants, func(v news.Variant) bool { return !v.Possible && only(v.Quote) })) {
			chosen = append(chosen, s)
		}
	}
	byAlarm(chosen)
	c := &Comparison{}
	for _, s := range chosen {
		c.Statements = append(c.Statements, l.compared(s))
	}
	return c
}

// Sheet takes statements and events out of a briefing by their indices, in
// the order given.
func Sheet(b *news.Briefing, statements, events []int) *Comparison {
	l := newLookup(b)
	c := &Comparison{}
	for _, i := range statements {
		c.Statements = append(c.Statements, l.compared(&b.Statements[i]))
	}
	for _, i := range events {
		c.Dated = append(c.Dated, l.dated(&b.Events[i]))
	}
	return c
}

// alarms is the number of statements with an alarm.
func (c *Comparison) alarms() int {
	n := 0
	for i := range c.Statements {
		n += count(len(c.Statements[i].Alarms) > 0)
	}
	return n
}

// summary says in a line what is compared.
func (c *Comparison) summary() string {
	out := plural(len(c.Statements), "statement")
	if c.Title != "" {
		out += " of " + c.Title
	}
	if c.Query != "" {
		out += " with " + c.Query
	}
	return out + ", " + plural(c.alarms(), "alarm")
}

// byAlarm sorts statements: alarms first, then the more severe.
func byAlarm(ss []*news.Statement) {
	slices.SortStableFunc(ss, func(a, b *news.Statement) int {
		return cmp.Or(count(isAlarm(b))-count(isAlarm(a)), b.Severity-a.Severity, len(b.Conflicts)-len(a.Conflicts), len(b.Variants)-len(a.Variants))
	})
}

// outletsOf is the number of outlets that surely carry a statement.
func (l *lookup) outletsOf(s *news.Statement) int {
	var names []string
	for _, v := range s.Variants {
		if n := l.article(v.Quote.Reading).OutletName(); !v.Possible && !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	return len(names)
}

func (l *lookup) compared(s *news.Statement) Compared {
	out := Compared{
		ID: s.ID, Speaker: l.speakerNames(s.Speakers), Severity: s.Severity,
		Alarms: alarms(s), Notes: l.notesOn(s), Reused: l.reused(s),
		Conflicts: l.disputed(s.Conflicts, func(r news.Ref) int { return l.quote(r).Start }),
	}
	out.names = l.naming(s.Speakers, func(a *news.Actor) string { return a.Name })
	out.words = l.opening(s.Variants[s.Reference].Quote)
	if s.Story >= 0 && s.Story < len(l.Stories) {
		out.Story = l.Stories[s.Story].Headline
	}
	for _, i := range tellingOrder(s) {
		out.Variants = append(out.Variants, l.told(s, i))
	}
	fold(out.Variants)
	out.Absent, out.TooEarly = signs.Missing(s)
	out.NotFound = signs.NotFound(l.Briefing, s)
	return out
}

// alarms returns the relations that raise the alarm, each once; never nil.
func alarms(s *news.Statement) []news.Relation {
	out := []news.Relation{}
	for _, v := range s.Variants {
		if v.Relation.Alarm() && !v.Possible && !slices.Contains(out, v.Relation) {
			out = append(out, v.Relation)
		}
	}
	return out
}

// speakerNames names actors with their roles.
func (l *lookup) speakerNames(actors []int) string {
	return l.naming(actors, func(a *news.Actor) string {
		if a.Role != "" {
			return a.Name + ", " + a.Role
		}
		return a.Name
	})
}

// naming joins what actors are called; there may be none.
func (l *lookup) naming(actors []int, called func(*news.Actor) string) string {
	if len(actors) == 0 {
		return "unattributed"
	}
	names := make([]string, len(actors))
	for i, a := range actors {
		names[i] = called(&l.Actors[a])
	}
	return strings.Join(names, " and ")
}

// opening is the beginning of a quote on a line of its own.
func (l *lookup) opening(at news.Ref) string {
	q := l.quote(at)
	s := strings.Join(strings.Fields(beginning(l.in(at.Reading, q.Span))), " ")
	if q.Kind == news.Indirect {
		return s
	}
	return "“" + strings.TrimRight(s, ",") + "”"
}

// beginning is as much of a text as a line may need.
func beginning(s string) string {
	end := min(len(s), 4*readable)
	for end < len(s) && !utf8.RuneStart(s[end]) {
		end++
	}
	return s[:end]
}

func (l *lookup) disputed(cs []news.Conflict, start func(news.Ref) int) []Disputed {
	out := make([]Disputed, len(cs))
	for i, c := range cs {
		out[i] = Disputed{Field: c.Field}
		for _, k := range c.Claims {
			out[i].Claims = append(out[i].Claims, Sourced{k.Outlet, k.Value, l.cite(k.At.Reading, start(k.At))})
		}
	}
	return out
}

func (l *lookup) dated(e *news.Event) DatedEvent {
	out := DatedEvent{Name: e.Name, Conflicts: l.disputed(e.Conflicts, func(r news.Ref) int { return l.report(r).Start })}
	if e.Place != "" && !strings.Contains(e.Name, e.Place) {
		out.Name += ", " + e.Place
	}
	if r := l.earliest(e); r != nil {
		out.Date = r.Exact.Show(r.Date)
	}
	for _, r := range e.Reports {
		t := l.report(r)
		out.Told = append(out.Told, Sourced{l.article(r.Reading).OutletName(), l.in(r.Reading, t.DateAt), l.cite(r.Reading, t.Start)})
	}
	return out
}
