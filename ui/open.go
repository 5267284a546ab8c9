package ui

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
)

// openOver opens what can be opened from everywhere, but not over itself.
func (r *root) openOver(k tea.KeyMsg) bool {
	at := r.top().view()
	switch {
	case key.Matches(k, r.keys.help):
		if at != viewHelp {
			r.push(newHelp(&r.shared, at))
		}
	case key.Matches(k, r.keys.problems):
		if at != viewProblems {
			r.push(newProblems(&r.shared, r.partial))
		}
	case at.filters() && key.Matches(k, r.keys.outlets):
		r.push(newOutlets(&r.shared))
	case at.filters() && key.Matches(k, r.keys.alarms):
		r.keepAlarms()
	case at.filters() && key.Matches(k, r.keys.marked):
		r.keepMarked()
	case key.Matches(k, r.keys.drop):
		r.startDropping()
	case key.Matches(k, r.keys.shade):
		*r.theme = *r.theme.other()
	case key.Matches(k, r.keys.briefing):
		r.leaveTo(1)
	case key.Matches(k, r.keys.matrix):
		r.pushOnce(newMatrix(&r.shared, r.storyAt()))
	case key.Matches(k, r.keys.timeline):
		r.openEvent(r.eventAt())
	case key.Matches(k, r.keys.stories):
		r.pushOnce(newPicker(&r.shared, viewStories))
	case key.Matches(k, r.keys.actors):
		r.pushOnce(newPicker(&r.shared, viewActors))
	case key.Matches(k, r.keys.events):
		r.pushOnce(newPicker(&r.shared, viewEvents))
	case key.Matches(k, r.keys.card):
		r.openCard(r.actorAt())
	default:
		return false
	}
	return true
}

// keepOnly narrows by what few things have, or no longer; where none has it, that
// is said instead.
func (r *root) keepOnly(c chip, has bool, none string) {
	if _, on := r.lens.get(c.facet); !on && !has {
		r.says(Notable, none)
		return
	}
	r.obey(setLens{r.lens.toggled(c)})
}

func (r *root) keepAlarms() {
	has := r.c.alarmed > 0 || r.c.disputed()
	r.keepOnly(chip{facet: byAlarm, name: "alarms only"}, has, "There is no alarm here: no words altered or merged, no event disputed.")
}

func (r *root) keepMarked() {
	has := len(r.c.b.Bookmarks) > 0 || r.decision.made
	none := "Nothing is bookmarked: " + r.keys.bookmark.Help().Key + " on a statement or in an article does."
	r.keepOnly(chip{facet: byMark, name: "bookmarked only"}, has, none)
}

// leaveTo leaves the screens above the lowest n.
func (r *root) leaveTo(n int) {
	if len(r.stack) > n {
		r.stack = r.stack[:n]
		r.size(r.top())
	}
}

// pushOnce opens a screen in place of one of its kind below, so that going
// round through the views does not pile them up. Asking for the view one is in
// leaves it.
func (r *root) pushOnce(s screen) {
	if r.top().view() == s.view() {
		r.obey(goBack{})
		return
	}
	r.stack = slices.DeleteFunc(r.stack, func(o screen) bool { return o.view() == s.view() })
	r.push(s)
}

// storyAt returns the story that the keys are on, or in: the one narrowed to
// before any other.
func (r *root) storyAt() anchor {
	if ch, ok := r.lens.get(byStory); ok {
		return ch.item
	}
	if i := r.c.storyFor(r.top().subject()); i >= 0 {
		return r.c.storyAnchor(i)
	}
	return anchor{}
}

// openCard shows an actor, on the card that is open if one is.
func (r *root) openCard(actor anchor) {
	if a, ok := r.top().(*card); ok && actor != a.actor && !actor.zero() {
		a.turnTo(actor)
		return
	}
	r.pushOnce(newCard(&r.shared, actor))
}

// openEvent shows the timeline at an event, from its beginning for none.
func (r *root) openEvent(event anchor) {
	t := newTimeline(&r.shared)
	r.pushOnce(t)
	t.goTo(eventRowOf(event))
}

// eventAt returns the event that the keys are on; else the one narrowed to.
func (r *root) eventAt() anchor {
	if e := r.top().subject().event; !e.zero() {
		return e
	}
	if ch, ok := r.lens.get(byEvent); ok && r.c.findEvent(ch.item) >= 0 {
		return r.c.eventAnchor(r.c.findEvent(ch.item))
	}
	return anchor{}
}

// actorAt returns the actor that the keys are on, or who speaks there; else
// the one narrowed to.
func (r *root) actorAt() anchor {
	if i := r.c.actorFor(r.top().subject()); i >= 0 {
		return r.c.actorAnchor(i)
	}
	ch, _ := r.lens.get(byActor)
	return ch.item
}

// openSearch shows the search line as it was left; what it found is found
// anew if the lens is another.
func (r *root) openSearch() tea.Cmd {
	r.stack = slices.DeleteFunc(r.stack, func(s screen) bool { return s == screen(r.found) })
	r.push(r.found)
	return r.found.again()
}
