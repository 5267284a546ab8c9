package ui

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
)

// named is a binding under the name it has in the config file.
type named struct {
	name string
	*key.Binding
}

// named returns every binding under its name, in the order of the help.
func (k *keymap) named() []named {
	return append([]named{
		{"up", &k.up}, {"down", &k.down}, {"left", &k.left}, {"right", &k.right},
		{"page-up", &k.pageUp}, {"page-down", &k.pageDown}, {"half-up", &k.halfUp}, {"half-down", &k.halfDown},
		{"top", &k.top}, {"bottom", &k.bottom}, {"next", &k.next}, {"previous", &k.previous},
		{"stories-pane", &k.panes[0]}, {"actors-pane", &k.panes[1]}, {"events-pane", &k.panes[2]}, {"quotes-pane", &k.panes[3]},
		{"enter", &k.enter}, {"filter-by", &k.choose}, {"source", &k.source}, {"unfilter", &k.widen}, {"back", &k.back},
		{"search", &k.search}, {"help", &k.help}, {"problems", &k.problems}, {"outlets", &k.outlets}, {"alarms", &k.alarms},
		{"quit", &k.quit}, {"quit-at-once", &k.kill}, {"suspend", &k.suspend},
		{"briefing", &k.briefing}, {"matrix", &k.matrix}, {"timeline", &k.timeline}, {"actor", &k.card}, {"stories", &k.stories}, {"actors", &k.actors}, {"events", &k.events},
		{"find-in-list", &k.filter}, {"find-in-page", &k.within}, {"typed-help", &k.typedHelp}, {"copy", &k.copyQuote}, {"copy-comparison", &k.copySheet},
		{"open", &k.browse}, {"edit", &k.edit}, {"export", &k.export}, {"theme", &k.shade},
		{"context", &k.context}, {"reference", &k.reference}, {"next-statement", &k.nextItem}, {"previous-statement", &k.previousItem},
		{"column-left", &k.columnLeft}, {"column-right", &k.columnRight}, {"open-source", &k.open},
		{"furniture", &k.furniture}, {"line-numbers", &k.lines}, {"find", &k.find}, {"side-by-side", &k.beside}, {"next-quote", &k.nextQuote}, {"previous-quote", &k.previousQuote},
		{"next-hit", &k.nextHit}, {"previous-hit", &k.previousHit},
		{"whole", &k.whole}, {"next-story", &k.nextStory}, {"previous-story", &k.previousStory},
		{"next-actor", &k.nextActor}, {"previous-actor", &k.previousActor},
		{"hit-up", &k.hitUp}, {"hit-down", &k.hitDown}, {"hit-page-up", &k.pageHitUp}, {"hit-page-down", &k.pageHitDown},
		{"everywhere", &k.everywhere}, {"filter-by-search", &k.narrowBy}, {"older-search", &k.older}, {"newer-search", &k.newer}, {"save-search", &k.keep},
		{"drop-filter", &k.drop}, {"drop-numbered", &k.dropOne}, {"drop-all", &k.dropAll}, {"mouse", &k.mouse},
		{"enlarge", &k.enlarge}, {"preview-down", &k.previewDown}, {"preview-up", &k.previewUp}, {"typed-preview-down", &k.rollDown}, {"typed-preview-up", &k.rollUp}, {"stop", &k.stop}, {"go-on", &k.goOn}, {"leave", &k.leave}, {"accept", &k.accept},
	}, k.decideKeys.named()...)
}

// keyNames are the keys that are not characters, as a terminal tells them.
var keyNames = []string{
	"enter", "esc", "tab", "shift+tab", "space", "backspace", "delete", "insert", "up", "down", "left", "right",
	"shift+up", "shift+down", "shift+left", "shift+right", "home", "end", "pgup", "pgdown",
	"f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12",
}

// knownKey returns a key of the config file as the terminal tells it, or what
// is wrong with it.
func knownKey(s string) (string, error) {
	name := strings.ToLower(s)
	ctrl, isCtrl := strings.CutPrefix(name, "ctrl+")
	switch {
	case name == "space":
		return " ", nil
	case isCharacter(s):
		return s, nil
	case slices.Contains(keyNames, name):
		return name, nil
	case isCtrl && (ctrl == "m" || ctrl == "i" || ctrl == "["):
		return "", fmt.Errorf("a terminal cannot tell %q from enter, tab or esc", s)
	case isCtrl && len(ctrl) == 1 && 'a' <= ctrl[0] && ctrl[0] <= 'z':
		return name, nil
	case strings.HasPrefix(name, "alt+") && isCharacter(s[len("alt+"):]):
		return "alt+" + s[len("alt+"):], nil
	}
	return "", fmt.Errorf("%q is no key", s)
}

func isCharacter(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return s != "" && n == len(s) && unicode.IsGraphic(r) && r != utf8.RuneError
}

// keyLabels are keys as help shows them.
var keyLabels = map[string]string{" ": "space", "up": "↑", "down": "↓", "left": "←", "right": "→", "pgdown": "pgdn"}

// rebound returns the binding on other keys; none switches it off.
func rebound(b key.Binding, keys []string) key.Binding {
	labels := make([]string, len(keys))
	for i, k := range keys {
		labels[i] = k
		if l, ok := keyLabels[k]; ok {
			labels[i] = l
		}
	}
	out := key.NewBinding(key.WithKeys(keys...), key.WithHelp(strings.Join(labels, " "), b.Help().Desc))
	out.SetEnabled(len(keys) > 0 && b.Enabled())
	return out
}

// clash returns a key that two bindings of a view share, or that would be
// typed where keys are text, and says so; both are empty where there is none.
func (k *keymap) clash() (pressed, what string) {
	for v := range viewCount {
		seen := map[string]string{}
		for _, b := range k.view(v) {
			for _, pressed := range b.Keys() {
				does := short(b.Help().Desc)
				if was, ok := seen[pressed]; ok {
					return pressed, fmt.Sprintf("%q is both %q and %q in %s", pressed, was, does, viewNames[v])
				}
				if v.typing() && (isCharacter(pressed) || pressed == " ") {
					return pressed, fmt.Sprintf("%q is text in %s, not %q", pressed, viewNames[v], does)
				}
				seen[pressed] = does
			}
		}
	}
	return "", ""
}

// pressOf is the first key of a binding as the terminal would tell it; none if
// it is on no key.
func pressOf(b key.Binding) (k tea.KeyMsg, ok bool) {
	if !b.Enabled() || len(b.Keys()) == 0 {
		return k, false
	}
	name, alt := strings.CutPrefix(b.Keys()[0], "alt+")
	if isCharacter(name) || name == " " {
		return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name), Alt: alt}, true
	}
	for t := tea.KeyF20; t <= tea.KeyBackspace; t++ { // all there are, in bubbletea's order
		if t.String() == name {
			return tea.KeyMsg{Type: t, Alt: alt}, true
		}
	}
	return k, false
}
