package ui

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
)

// Topic is a part of help, for where there is no screen.
type Topic struct {
	Title string
	Lines [][2]string // each a key and what it does, or a view and nothing
}

// Topics returns every key of every view as it is without a config file, what
// the signs mean, and the query language.
func Topics() []Topic {
	k := defaultKeys()
	keys := Topic{Title: "Keys"}
	common := slices.DeleteFunc(k.view(viewReader), func(b key.Binding) bool { return !k.inAll(b, viewDesk, viewSide, viewMatrix) })
	keys.add("Where one does not type", common)
	for v := range viewCount {
		own := k.view(v)
		if !v.typing() {
			own = slices.DeleteFunc(own, func(b key.Binding) bool { return has(common, b) })
		}
		keys.add(viewNames[v], own)
	}
	return []Topic{keys, signTopic(), {"Queries", queryHelp}}
}

// add writes keys below a heading, if there are any.
func (t *Topic) add(title string, bs []key.Binding) {
	if len(bs) == 0 {
		return
	}
	t.Lines = append(t.Lines, [2]string{title, ""})
	for _, b := range bs {
		t.Lines = append(t.Lines, [2]string{b.Help().Key, b.Help().Desc})
	}
}

// inAll reports whether each of the views has the key.
func (k *keymap) inAll(b key.Binding, vs ...view) bool {
	return !slices.ContainsFunc(vs, func(v view) bool { return !has(k.view(v), b) })
}

func has(bs []key.Binding, b key.Binding) bool {
	return slices.ContainsFunc(bs, func(o key.Binding) bool { return o.Help() == b.Help() })
}

func signTopic() Topic {
	t := Topic{Title: "Signs"}
	for i := len(relationOrder) - 1; i >= 0; i-- {
		l := lookOf(relationOrder[i])
		t.Lines = append(t.Lines, [2]string{l.sign, string(relationOrder[i]) + ": " + l.does})
	}
	t.Lines = append(t.Lines, moreSigns...)
	return t
}

// queryHelp is the query language in short.
var queryHelp = [][2]string{
	{"harbour wall", "both words"},
	{`"will not resign"`, "the very words, in order"},
	{"wall -sea", "without a word"},
	{"strike OR walkout", "either"},
	{"speaker:venn wall", "in quotes by a speaker"},
	{"outlet:post  agency:wire", "of an outlet, of an agency"},
	{"kind:direct", "quotes in marks; or partial, or indirect"},
	{"relation:alarm", "quotes with words changed or joined"},
	{"date:2025-12-01..", "published from a day on"},
	{"harb*  harbuor~", "the beginning of a word; a slip of the pen"},
}
