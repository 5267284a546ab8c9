package ui

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"

	"verbatim/corpus/news"
	"verbatim/ui/cell"
)

// newHelp returns help that begins with the view it was asked for in.
func newHelp(s *shared, from view) *sheetView {
	write := func(_ *catalog, width int) []cell.Line { return writeHelp(s.keys, from, width) }
	return &sheetView{shared: s, kind: viewHelp, write: write}
}

// writeHelp writes every key of every view, and what the signs mean.
func writeHelp(k *keymap, from view, width int) []cell.Line {
	out := helpOn(k, from, width)
	out = append(out, helpOnSigns()...)
	for v := range viewCount {
		if v != from {
			out = append(out, helpOn(k, v, width)...)
		}
	}
	return append(out, helpOnQueries()...)
}

func heading(title string) []cell.Line {
	return []cell.Line{cell.Text(Focus, "━ "+title), nil}
}

// helpOn writes the keys of a view, in two columns where they fit.
func helpOn(k *keymap, v view, width int) []cell.Line {
	const column = 60
	out := heading(viewNames[v])
	bs := slices.DeleteFunc(k.view(v), func(b key.Binding) bool { return !b.Enabled() })
	half := len(bs)
	if width >= 2*column {
		half = (len(bs) + 1) / 2
	}
	for i := range half {
		line := helpLine(bs[i]).Fit(min(column, width))
		if i+half < len(bs) {
			line = line.Join(helpLine(bs[i+half]))
		}
		out = append(out, line)
	}
	return append(out, nil)
}

func helpLine(b key.Binding) cell.Line {
	h := b.Help()
	return cell.Text(Key, "  "+h.Key).Fit(13).Add(Plain, h.Desc)
}

func helpOnSigns() []cell.Line {
	out := heading("Signs")
	for i := len(relationOrder) - 1; i >= 0; i-- {
		out = append(out, signLine(relationOrder[i]))
	}
	for _, m := range moreSigns {
		out = append(out, cell.Text(Key, "  "+m[0]).Fit(13).Add(Plain, m[1]))
	}
	return append(out, nil)
}

// moreSigns are those that are no relation.
var moreSigns = [][2]string{
	{absentSign, "absent; before a statement: others of the story do not carry it"},
	{untoldSign, "not found in the outlet, or in any other, though not surely left out"},
	{"?", "possible: a likely paraphrase, not sure; after a speaker: not sure who"},
	{earlySign, "the outlet, or all others, published before it was said"},
	{"!", "outlets disagree on who said it or on the day"},
	{"◆", "the reference: the fullest wording in marks"},
	{"{words}", "words the reference does not have, or has otherwise"},
	{"{…}", "words of the reference silently dropped from the middle"},
	{"{+words+}", "words of another utterance in the same marks"},
	{"‹…›", "the reference goes on here: cut at the beginning or the end"},
	{"‹+words›", "words before or after all that the reference holds"},
	{"‹words›", "in the reference: what the outlet the keys are on has not"},
	{"4/6", "behind a statement: four of the six outlets of its story carry it"},
	{"6 ≠8", "behind a story: its outlets, and its alarms"},
	{"“11", "behind an actor: the statements he or she makes"},
	{"*  †", "bookmarked; noted on"},
	{"→ × ?", "behind an event: planned; denied; only possible"},
}

func signLine(r news.Relation) cell.Line {
	l := lookOf(r)
	return cell.Text(l.role, "  "+l.sign).Fit(13).Add(Strong, string(r)).Add(Plain, ": "+l.does)
}

func helpOnQueries() []cell.Line {
	out := heading("Queries")
	for _, q := range queryHelp {
		out = append(out, cell.Text(Key, "  "+q[0]).Fit(28).Add(Plain, q[1]))
	}
	return append(out, nil)
}
