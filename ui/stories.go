package ui

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"verbatim/ui/cell"
)

// stories is the list of stories to pick one from by typing.
type stories struct {
	*list
	c    *catalog
	lens Lens
}

func newStories(s *shared) *stories {
	l := &list{shared: s, title: "Stories", empty: "no story has these words", focused: true}
	l.filter.typing = true
	return &stories{list: l}
}

func (s *stories) view() view { return viewStories }

func (s *stories) where() cell.Line { return cell.Text(Quiet, "stories") }

// show lists the stories that the lens leaves, the newest first.
func (s *stories) show(c *catalog, l Lens) {
	s.c, s.lens = c, l
	v := c.sieve(l)
	items := v.keep(c.stories, v.hasStory)
	slices.SortStableFunc(items, func(x, y int) int {
		return cmp.Or(c.newest[y].Compare(c.newest[x]), c.alarms[y]-c.alarms[x])
	})
	ch, _ := l.get(byStory)
	s.chosen = anchor{}
	if i := c.findStory(ch.item); i >= 0 {
		s.chosen = c.storyAnchor(i)
	}
	s.fill(listing{anchors(items, c.storyAnchor), len(c.b.Stories), over(items, s.draw), labels(items, c.storyLabel)})
}

// SetSize gives the list w × h cells, one row of them the names of the columns.
func (s *stories) SetSize(w, h int) { s.list.SetSize(w, max(h-1, 1)) }

// draw is headline, outlets, articles, the newest day and the alarms.
func (s *stories) draw(i, width int) cell.Line {
	st := &s.c.b.Stories[i]
	alarms := cell.Text(Quiet, "  ·")
	if n := s.c.alarms[i]; n > 0 {
		alarms = cell.Text(Alarm, fmt.Sprintf(" ≠%d", n))
	}
	return storyColumns(width, cell.Text(Plain, s.c.headline(i)), cell.Text(Outlet, thousands(len(st.Outlets))),
		cell.Text(Plain, thousands(len(st.Readings))), cell.Text(Quiet, dayOrNone(s.c.newest[i])), alarms)
}

// storyColumns sets a row in its columns.
func storyColumns(width int, headline, outlets, articles, newest, alarms cell.Line) cell.Line {
	right := cell.Blank(1).Join(atRight(outlets, 7), atRight(articles, 9), atRight(newest, 13), alarms.Indent(1).Fit(8))
	return cell.Spread(width, headline, right)
}

func atRight(l cell.Line, width int) cell.Line {
	l = l.Cut(width)
	return l.Indent(width - l.Width())
}

// View draws the title, the names of the columns, and the rows.
func (s *stories) View() string {
	quiet := func(w string) cell.Line { return cell.Text(Quiet, w) }
	names := storyColumns(s.w-2, quiet("headline"), quiet("outlets"), quiet("articles"), quiet("newest"), quiet("alarms"))
	out := s.theme.render(s.titleLine(), false) + "\n" + s.theme.render(names.Indent(2).Fit(s.w), false)
	for y := range s.scroll.height {
		out += "\n" + s.row(s.scroll.top+y)
	}
	return out
}

// Update takes typing and picks.
func (s *stories) Update(m tea.Msg) tea.Cmd {
	k, ok := m.(tea.KeyMsg)
	if !ok || s.c == nil {
		return nil
	}
	switch {
	case key.Matches(k, s.keys.leave) && s.filter.empty():
		s.up.send(goBack{})
	case key.Matches(k, s.keys.leave):
		s.filter.input = input{}
		s.narrow()
	case key.Matches(k, s.keys.accept):
		s.pick()
	case key.Matches(k, s.keys.pageHitUp):
		s.moveTo(s.cursor - s.scroll.height)
	case key.Matches(k, s.keys.pageHitDown):
		s.moveTo(s.cursor + s.scroll.height)
	default:
		s.filtered(k)
	}
	return nil
}

// pick narrows to the story and goes to its briefing.
func (s *stories) pick() {
	at, ok := s.current()
	if !ok {
		return
	}
	s.up.send(setLens{s.lens.with(chip{facet: byStory, item: at, name: s.c.b.Stories[s.c.findStory(at)].Headline})})
	s.up.send(openBriefing{})
}

// subject is the story under the cursor.
func (s *stories) subject() subject {
	at, ok := s.current()
	if !ok {
		return subject{}
	}
	return subject{place: place{article: at.article}, story: at}
}
