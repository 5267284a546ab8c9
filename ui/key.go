package ui

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
)

// view names what fills the screen; each has its own keys.
type view uint8

const (
	viewDesk view = iota
	viewSide
	viewReader
	viewSearch
	viewFind // typing in the reader's find line
	viewHelp
	viewProblems
	viewOutlets
	viewMatrix
	viewTimeline
	viewCard
	viewStories // a list to type into, as the next two
	viewActors
	viewEvents
	viewFilter // typing into the filter of a list
	viewDrop   // which filter to drop
	viewAsk    // whether to stop the work behind the screen
	viewLine   // typing at the foot of the screen
	viewForms  // the names of an actor, to split one off
	viewCount
)

var viewNames = [viewCount]string{
	viewDesk:     "Briefing",
	viewSide:     "Side by side",
	viewReader:   "Reader",
	viewSearch:   "Search",
	viewFind:     "Find in the article",
	viewHelp:     "Help",
	viewProblems: "Problems",
	viewOutlets:  "Outlets",
	viewMatrix:   "Matrix",
	viewTimeline: "Timeline",
	viewCard:     "Actor card",
	viewStories:  "Stories",
	viewActors:   "Actors",
	viewEvents:   "Events",
	viewFilter:   "Filter a list",
	viewDrop:     "Drop a filter",
	viewAsk:      "Stop reading?",
	viewLine:     "Type a line",
	viewForms:    "Names of an actor",
}

// findsWithin reports whether the key of the search finds within the view.
func (v view) findsWithin() bool {
	return v == viewReader || v == viewHelp || v == viewProblems || v == viewOutlets
}

// filters reports whether the keys of the filters work in a view of statements or
// events.
func (v view) filters() bool {
	return v == viewDesk || v == viewMatrix || v == viewCard || v == viewTimeline
}

// typing reports whether the keys of a view are text.
func (v view) typing() bool {
	return v == viewSearch || v == viewFind || v.finds() || v == viewFilter
}

// finds reports whether a view is a list to find an item in.
func (v view) finds() bool { return v == viewStories || v == viewActors || v == viewEvents }

// keymap holds every key of the program. Help is generated from it.
type keymap struct {
	up, down, left, right    key.Binding
	pageUp, pageDown         key.Binding
	halfUp, halfDown         key.Binding
	top, bottom              key.Binding
	next, previous           key.Binding // the next pane, column or quote
	panes                    [4]key.Binding
	enter, choose, source    key.Binding
	widen, back              key.Binding
	search, help, problems   key.Binding
	outlets, alarms, quit    key.Binding
	kill, suspend            key.Binding
	context, reference       key.Binding
	nextItem, previousItem   key.Binding
	columnLeft, columnRight  key.Binding
	furniture, lines, find   key.Binding
	beside                   key.Binding
	nextQuote, previousQuote key.Binding
	nextHit, previousHit     key.Binding
	open, hitUp, hitDown     key.Binding
	leave, accept, pageHitUp key.Binding
	everywhere, narrowBy     key.Binding
	pageHitDown              key.Binding
	briefing, matrix         key.Binding
	timeline, card, stories  key.Binding
	actors, events           key.Binding
	filter                   key.Binding
	copyQuote, copySheet     key.Binding
	browse, edit, export     key.Binding
	older, newer, keep       key.Binding
	shade, stop, goOn        key.Binding
	drop, dropOne, dropAll   key.Binding
	mouse                    key.Binding
	within, typedHelp        key.Binding
	previewUp, previewDown   key.Binding
	rollUp, rollDown         key.Binding // the preview, where one types
	enlarge                  key.Binding
	whole                    key.Binding
	nextStory, previousStory key.Binding
	nextActor, previousActor key.Binding
	decideKeys
}

func bind(help, does string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(help, does))
}

// defaultKeys returns the keys as people know them.
func defaultKeys() keymap {
	k := keymap{
		up:       bind("k ↑", "up", "k", "up"),
		down:     bind("j ↓", "down", "j", "down"),
		left:     bind("h ←", "pane to the left", "h", "left"),
		right:    bind("l →", "pane to the right", "l", "right"),
		pageUp:   bind("pgup", "a page up", "pgup", "ctrl+b"),
		pageDown: bind("pgdn", "a page down", "pgdown", "ctrl+f"),
		halfUp:   bind("ctrl+u", "half a page up", "ctrl+u"),
		halfDown: bind("ctrl+d", "half a page down", "ctrl+d"),
		top:      bind("g", "to the top", "g", "home"),
		bottom:   bind("G", "to the end", "G", "end"),
		next:     bind("tab", "next pane", "tab"),
		previous: bind("shift+tab", "previous pane", "shift+tab"),
		enter:    bind("enter", "open: a statement side by side; the rest filter", "enter"),
		choose:   bind("space", "filter: by the item, without leaving its pane", " "),
		source:   bind("s", "source: open the article at the item", "s"),
		widen:    bind("esc", "unfilter: drop the last filter", "esc", "backspace"),
		back:     bind("esc", "back", "esc", "backspace"),
		search:   bind("/", "search: every article and quote", "/"),
		help:     bind("?", "help: of this view first (f1 where one types)", "?", "f1"),
		problems: bind("!", "problems: what could not be read", "!"),
		outlets:  bind("O", "outlets: filter by one", "O"),
		alarms:   bind("a", "alarms only", "a"),
		quit:     bind("q", "quit", "q"),
		kill:     bind("ctrl+c", "quit at once: asks first while reading", "ctrl+c"),
		suspend:  bind("ctrl+z", "suspend: back to the shell; fg goes on", "ctrl+z"),
		briefing: bind("B", "briefing: back to the lists", "B"),
		matrix:   bind("M", "matrix: statements by outlets, one sign a cell", "M"),
		timeline: bind("T", "timeline: events as each outlet dates them", "T"),
		stories:  bind("S", "stories: type to find one", "S"),
		actors:   bind("P", "people: all actors, type to find one", "P"),
		events:   bind("E", "events: type to find one", "E"),
		card:     bind("A", "actor: the card of who speaks or is named", "A"),
	}
	k.panes = [4]key.Binding{
		bind("1", "stories", "1"), bind("2", "actors", "2"),
		bind("3", "events", "3"), bind("4", "quotes", "4"),
	}
	k.decideKeys = newDecideKeys()
	k.viewKeys()
	return k
}

// viewKeys binds what belongs to single views.
func (k *keymap) viewKeys() {
	k.context = bind("c", "context: the sentence around the quote", "c")
	k.reference = bind("r", "reference: compare with this column", "r")
	k.nextItem = bind("n", "statement: the next", "n")
	k.previousItem = bind("N", "statement before", "N", "p")
	k.columnLeft = bind("h ←", "left: to the column at the left", "h", "left", "shift+tab")
	k.columnRight = bind("l →", "right: to the column at the right", "l", "right", "tab")
	k.open = bind("enter", "source: open the article at the quote", "enter", "s")
	k.furniture = bind("f", "furniture: show what is not of the article", "f")
	k.lines = bind("L", "line numbers", "L", "#")
	k.beside = bind("enter", "open: the quote side by side, the actor's card", "enter")
	k.nextQuote = bind("]", "next quote", "]")
	k.previousQuote = bind("[", "previous quote", "[")
	k.find = bind("/", "find: in the article", "/")
	k.nextHit = bind("n", "next hit", "n")
	k.previousHit = bind("N", "previous hit", "N")
	k.hitUp = bind("↑", "up", "up", "shift+tab")
	k.hitDown = bind("↓", "down", "down", "tab")
	k.pageHitUp = bind("pgup", "a page up", "pgup")
	k.pageHitDown = bind("pgdn", "a page down", "pgdown")
	k.everywhere = bind("ctrl+g", "everywhere: search in spite of the filter", "ctrl+g")
	k.narrowBy = bind("ctrl+f", "filter: every view by this search", "ctrl+f")
	k.leave = bind("esc", "back", "esc")
	k.accept = bind("enter", "keep: go on reading at the hit", "enter")
	k.copyQuote = bind("y", "copy: the quote with a citation", "y")
	k.copySheet = bind("Y", "copy all: the statement as every outlet has it", "Y")
	k.browse = bind("o", "open: the article in the browser or pager", "o")
	k.edit = bind("e", "edit: the file at the line, in $EDITOR", "e")
	k.export = bind("x", "export: what is shown, to a file", "x")
	k.older = bind("ctrl+p", "older: the search before (↑ on the first hit)", "ctrl+p")
	k.newer = bind("ctrl+n", "newer: the search after", "ctrl+n")
	k.keep = bind("ctrl+s", "save: offer this search, or no longer", "ctrl+s")
	k.shade = bind("ctrl+t", "theme: for a light or a dark background", "ctrl+t")
	k.stop = bind("s", "stop: and keep what is on the screen", "s")
	k.goOn = bind("esc", "go on: any other key too", "esc")
	k.drop = bind("-", "drop: one of the filters in the header", "-")
	k.dropOne = bind("1–7", "drop: the filter of that number", "1", "2", "3", "4", "5", "6", "7")
	k.dropAll = bind("-", "drop them all", "-")
	k.mouse = bind("ctrl+o", "mouse: on, or left to the terminal", "ctrl+o")
	k.previewDown = bind("J", "preview: down", "J")
	k.previewUp = bind("K", "preview: up", "K")
	k.enlarge = bind("+", "enlarge: the pane alone, or all again", "+")
	k.rollDown = bind("shift+↓", "preview: down", "shift+down")
	k.rollUp = bind("shift+↑", "preview: up", "shift+up")
	k.filter = bind("f", "find: type to narrow what is listed", "f")
	k.within = bind("/", "find: type to narrow what is listed", "/", "f")
	k.typedHelp = bind("f1", "help", "f1")
	k.whole = bind("w", "whole: all stories of the filter in one", "w")
	k.nextStory = bind("n", "next story", "n")
	k.previousStory = bind("N", "previous story", "N", "p")
	k.nextActor = bind("n", "next actor", "n")
	k.previousActor = bind("N", "previous actor", "N", "p")
}

// renamed returns the binding with another help text.
func renamed(b key.Binding, does string) key.Binding {
	return key.NewBinding(key.WithKeys(b.Keys()...), key.WithHelp(b.Help().Key, does))
}

// view returns the keys of a view, the most wanted first.
func (k *keymap) view(v view) []key.Binding {
	move := []key.Binding{k.up, k.down, k.top, k.bottom, k.pageUp, k.pageDown, k.halfUp, k.halfDown}
	acts := append([]key.Binding{k.copyQuote, k.copySheet, k.browse, k.edit, k.export}, k.decideKeys.all()...)
	always := []key.Binding{k.matrix, k.timeline, k.card, k.stories, k.actors, k.events, k.briefing, k.drop, k.help, k.problems, k.mouse, k.shade, k.suspend, k.quit, k.kill}
	switch v {
	case viewDesk:
		own := []key.Binding{k.enter, k.search, k.matrix, k.alarms, k.source, k.copySheet, k.export, k.choose, k.widen, k.filter, k.enlarge, k.marked, k.outlets, k.next, k.previous, k.left, k.right, k.previewDown, k.previewUp}
		return join(own, k.panes[:], acts, move, always)
	case viewSide:
		own := []key.Binding{k.open, renamed(k.columnRight, "outlet: the next"), k.nextItem, k.copySheet, k.export, k.back, k.reference, k.context,
			renamed(k.columnLeft, "outlet before"), k.previousItem, k.search}
		return join(own, acts, move, always)
	case viewReader:
		own := []key.Binding{renamed(k.next, "next: quote or name"), k.beside, k.find, k.edit, k.copyQuote, k.back, k.furniture, k.nextQuote, k.lines,
			renamed(k.previous, "previous: quote or name"), k.previousQuote, k.nextHit, k.previousHit}
		return join(own, acts, move, always)
	case viewSearch:
		return []key.Binding{renamed(k.accept, "open: the article at the hit"), k.narrowBy, k.older, k.keep, k.leave, k.typedHelp, k.newer, k.everywhere, k.hitDown, k.hitUp, k.pageHitDown, k.pageHitUp, k.kill}
	case viewStories, viewActors, viewEvents:
		return k.picker(v)
	case viewFilter:
		return []key.Binding{renamed(k.accept, "keep: back to the keys of the list"), k.hitDown, k.hitUp, renamed(k.leave, "drop what is typed"), k.typedHelp, k.kill}
	case viewDrop:
		return []key.Binding{k.dropOne, k.dropAll, k.goOn, k.kill}
	case viewAsk:
		return []key.Binding{k.stop, k.quit, k.goOn, k.kill}
	case viewLine:
		return []key.Binding{renamed(k.accept, "keep: what is typed"), renamed(k.leave, "drop what is typed"), k.kill}
	case viewForms:
		return join([]key.Binding{renamed(k.enter, "split: say whose the name is"), k.within, k.back}, move, always)
	case viewFind:
		return []key.Binding{k.accept, k.leave, k.typedHelp, k.kill}
	case viewMatrix:
		own := []key.Binding{renamed(k.enter, "open: side by side at the outlet"), k.columnRight, k.nextStory, k.copySheet, k.export, k.back, k.alarms, k.whole, k.source, k.columnLeft, k.previousStory, k.marked, k.outlets, k.search}
		return join(own, acts, move, always)
	case viewTimeline:
		own := []key.Binding{renamed(k.open, "source: open the article at the report"), renamed(k.choose, "filter: by the event"), k.copyQuote, k.edit, k.export, k.back, k.alarms, k.outlets, k.marked, k.search}
		return join(own, []key.Binding{k.browse}, k.decideKeys.all(), move, always) // no statement there to copy as a sheet
	case viewCard:
		own := []key.Binding{renamed(k.enter, "open: the quote side by side"), k.source, renamed(k.choose, "filter: by the actor"), k.nextActor, k.export, k.back, k.alarms, k.marked, k.outlets, k.previousActor, k.search}
		return join(own, acts, move, always)
	case viewOutlets:
		return join([]key.Binding{renamed(k.enter, "filter by the outlet"), k.within, k.back}, move, always)
	}
	return join([]key.Binding{k.within, k.back}, move, always)
}

// picker returns the keys of a list to find an item in.
func (k *keymap) picker(v view) []key.Binding {
	own := []key.Binding{renamed(k.accept, "filter: by the story, and to its briefing")}
	switch v {
	case viewActors:
		own = []key.Binding{renamed(k.accept, "open: the actor's card"), renamed(k.narrowBy, "filter: every view by the actor")}
	case viewEvents:
		own = []key.Binding{renamed(k.accept, "open: the event in the timeline"), renamed(k.narrowBy, "filter: every view by the event")}
	}
	return append(own, renamed(k.leave, "back: first from what is typed"), k.typedHelp, k.hitDown, k.hitUp, k.pageHitDown, k.pageHitUp, k.rollDown, k.rollUp, k.kill)
}

// opens returns the key that opens what the keys are on in a view.
func (k *keymap) opens(v view) key.Binding {
	switch v {
	case viewSearch, viewStories, viewActors, viewEvents, viewFilter:
		return k.accept
	case viewSide, viewTimeline:
		return k.open
	}
	return k.enter
}

// rolls returns the key that goes down or up in a view.
func (k *keymap) rolls(v view, down bool) key.Binding {
	switch {
	case v.typing() && down:
		return k.hitDown
	case v.typing():
		return k.hitUp
	case down:
		return k.down
	}
	return k.up
}

// join puts groups of keys one after another, each key where it comes first.
func join(groups ...[]key.Binding) []key.Binding {
	var out []key.Binding
	seen := map[key.Help]bool{}
	for _, b := range slices.Concat(groups...) {
		if !seen[b.Help()] {
			seen[b.Help()], out = true, append(out, b)
		}
	}
	return out
}
