package ui

import "github.com/charmbracelet/bubbles/key"

// decideKeys are the keys of what an editor decides.
type decideKeys struct {
	bookmark, marked, note key.Binding
	merge, split           key.Binding
	undo, redo             key.Binding
}

func newDecideKeys() decideKeys {
	return decideKeys{
		bookmark: bind("b", "bookmark: the statement, or the article", "b"),
		marked:   bind("*", "bookmarked only", "*"),
		note:     bind("t", "note: type a line on the statement", "t"),
		merge:    bind("m", "merge: with the one under the next m", "m"),
		split:    bind("u", "split: off its statement, or off its actor", "u"),
		undo:     bind("z", "undo: what was decided last", "z"),
		redo:     bind("Z", "redo: what was undone last", "Z"),
	}
}

// all returns the keys that work in every view with something under the keys.
func (k *decideKeys) all() []key.Binding {
	return []key.Binding{k.bookmark, k.note, k.merge, k.split, k.undo, k.redo}
}

// named returns the bindings under their names in the config file.
func (k *decideKeys) named() []named {
	return []named{
		{"bookmark", &k.bookmark}, {"bookmarked-only", &k.marked}, {"note", &k.note},
		{"merge", &k.merge}, {"split", &k.split}, {"undo", &k.undo}, {"redo", &k.redo},
	}
}

// disable takes the keys away where nothing can be decided.
func (k *decideKeys) disable() {
	for _, n := range k.named() {
		n.SetEnabled(false)
	}
}
