package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"verbatim/corpus/news"
)

// Markdown writes the briefing to be read: each story with its statements,
// the alarms first, every outlet's wording as printed with the words that
// differ in bold, then who acts and what happened when.
func Markdown(w io.Writer, b *news.Briefing) error {
	m := &markdown{lookup: newLookup(b), w: bufio.NewWriterSize(w, 1<<16)}
	m.top()
	for i := range b.Stories {
		m.story(i)
	}
	m.strays()
	m.problems()
	if err := m.w.Flush(); err != nil {
		return fmt.Errorf("write briefing as Markdown: %w", err)
	}
	return nil
}

// markdown writes one briefing. Errors stay in the writer until it is flushed.
type markdown struct {
	*lookup
	w *bufio.Writer
}

func (m *markdown) printf(format string, args ...any) { fmt.Fprintf(m.w, format, args...) }

func (m *markdown) top() {
	alarms := 0
	for i := range m.Statements {
		alarms += count(isAlarm(&m.Statements[i]))
	}
	m.printf("# Briefing\n\n%s of %s, %s, %s; %s with words changed inside the marks.\n",
		plural(len(m.Readings), "article"), plural(len(m.outlets()), "outlet"),
		plural(len(m.Stories), "story"), plural(len(m.Statements), "statement"), plural(alarms, "alarm"))
	if alarms > 0 {
		m.printf("\n⚠ is an alarm; the **bold** words inside quote marks are not in the reference.\n")
	}
}

func (m *markdown) outlets() []string {
	var out []string
	for i := range m.Readings {
		out = append(out, m.article(i).OutletName())
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// plural returns "1 article", "2 articles", "3 stories".
func plural(n int, noun string) string {
	if n != 1 {
		if stem, ok := strings.CutSuffix(noun, "y"); ok {
			noun = stem + "ies"
		} else {
			noun += "s"
		}
	}
	return fmt.Sprintf("%d %s", n, noun)
}

func (m *markdown) story(i int) {
	s := &m.Stories[i]
	m.printf("\n## %s\n", orElse(escape(s.Headline), "Without a headline"))
	m.articles(s.Readings)
	m.statements(i)
	m.loose(i, s.Readings)
	m.people(s.Readings)
	m.events(i)
}

// strays lists the articles of no story.
func (m *markdown) strays() {
	var rs []int
	for i := range m.Readings {
		if m.storyOf[i] < 0 {
			rs = append(rs, i)
		}
	}
	if len(rs) == 0 {
		return
	}
	m.printf("\n## Articles by themselves\n")
	m.articles(rs)
	m.loose(-1, rs)
	m.people(rs)
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func (m *markdown) articles(readings []int) {
	m.printf("\n")
	for _, r := range readings {
		a := m.article(r)
		m.printf("- %s", escape(a.OutletName()))
		if a.Agency.Value != "" && a.Agency.Value != a.Outlet.Value {
			m.printf(" (from %s)", escape(a.Agency.Value))
		}
		if d := a.Published.Date; !d.IsZero() {
			m.printf(", %s", d)
		}
		if a.Headline.Value != "" {
			m.printf(": %s", escape(a.Headline.Value))
		}
		m.printf(" [%s]\n", escape(m.cite(r, 0)))
	}
}

// people lists who acts in the readings, those quoted most first; who is
// named once and says nothing is only counted.
func (m *markdown) people(readings []int) {
	roll := m.roll(readings)
	if len(roll) == 0 {
		return
	}
	m.printf("\n### Who\n\n")
	rest := 0
	for _, p := range roll {
		if p.quotes == 0 && p.mentions < 2 {
			rest++
			continue
		}
		m.actor(p)
	}
	if rest > 0 {
		m.printf("- and %d named once\n", rest)
	}
}

// part is an actor's part in a story.
type part struct {
	actor, quotes, mentions int
}

func (m *markdown) roll(readings []int) []part {
	parts := map[int]*part{}
	at := func(actor int) *part {
		if parts[actor] == nil {
			parts[actor] = &part{actor: actor}
		}
		return parts[actor]
	}
	for _, r := range readings {
		for e, actor := range m.actorOf[r] {
			at(actor).mentions += len(m.Readings[r].Entities[e].Mentions)
		}
		for q := range m.Readings[r].Quotes {
			for _, actor := range m.actors(r, m.Readings[r].Quotes[q].Speakers) {
				at(actor).quotes++
			}
		}
	}
	out := make([]part, 0, len(parts))
	for _, p := range parts {
		out = append(out, *p)
	}
	slices.SortFunc(out, func(a, b part) int {
		return cmp.Or(b.quotes-a.quotes, b.mentions-a.mentions, a.actor-b.actor)
	})
	return out
}

func (m *markdown) actor(p part) {
	a := &m.Actors[p.actor]
	m.printf("- **%s** (%s)", escape(a.Name), a.Kind)
	if a.Role != "" {
		m.printf(", %s", escape(a.Role))
	}
	if len(a.Aliases) > 0 {
		m.printf("; also %s", escape(strings.Join(a.Aliases, ", ")))
	}
	m.printf(": %s, %s\n", plural(p.mentions, "mention"), plural(p.quotes, "quote"))
}

func (m *markdown) problems() {
	if len(m.Problems) == 0 {
		return
	}
	m.printf("\n## Could not be read\n\n")
	for _, p := range m.Problems {
		m.printf("- %s: %s\n", escape(p.File), escape(p.What))
	}
}
