package ui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"

	"verbatim/ui/cell"
)

// toast is one line at the foot of the screen until the next key.
type toast struct {
	say
	then string // which key goes on from there, at the right; empty for none
}

// after is what stands at the right of the line.
func (t toast) after() string {
	if t.then == "" {
		return ""
	}
	return "  " + t.then + " "
}

// says puts a line at the foot of the screen.
func (r *root) says(role cell.Role, words string) { r.toast = toast{say: say{role, words}} }

// hint is a key named in the footer, and the cells it stands in.
type hint struct {
	key.Binding
	from, to int
}

// maxHints is the number of keys a footer names; help has the rest.
const maxHints = 9

// hintsFit returns as many keys as fit the width, the most wanted first.
func hintsFit(bs []key.Binding, width int) (line cell.Line, hints []hint) {
	for _, b := range bs {
		if !b.Enabled() {
			continue
		}
		h := b.Help()
		next := cell.Text(Key, first(h.Key)).Add(Quiet, " "+short(h.Desc)+"  ")
		if len(hints) == maxHints || line.Width()+next.Width() > width {
			break
		}
		hints = append(hints, hint{b, line.Width(), line.Width() + next.Width() - 2})
		line = line.Join(next)
	}
	return line, hints
}

// hintsWithBack is hintsFit with the key that leaves the view, if it has it, among
// those that are named.
func hintsWithBack(bs []key.Binding, back key.Binding, width int) (cell.Line, []hint) {
	line, hints := hintsFit(bs, width)
	i := slices.IndexFunc(bs, func(b key.Binding) bool { return b.Help() == back.Help() })
	named := slices.ContainsFunc(hints, func(h hint) bool { return h.Help() == back.Help() })
	if i < 0 || named || !back.Enabled() {
		return line, hints
	}
	last, one := hintsFit(bs[i:i+1], width)
	line, hints = hintsFit(bs[:i], width-last.Width())
	return line.Join(last), append(hints, moved(one, line.Width())...)
}

// first returns the first of the keys of a binding.
func first(keys string) string {
	key, _, _ := strings.Cut(keys, " ")
	return key
}

// short returns what stands before the colon of a description.
func short(s string) string {
	s, _, _ = strings.Cut(s, ":")
	return s
}

// footer names the keys most wanted here, or asks or says something.
func (r *root) footer() cell.Line {
	line, _ := r.foot()
	return line
}

// foot is the footer and the keys that can be pointed at in it.
func (r *root) foot() (cell.Line, []hint) {
	switch {
	case r.asking:
		return r.choices(r.question(), viewAsk)
	case r.dropping:
		return r.choices(cell.Text(Notable, " Drop which filter?"), viewDrop)
	}
	if l := r.decisionLine(); l != nil {
		return l, nil
	}
	if r.toast.words != "" {
		return cell.Spread(r.w, cell.Text(r.toast.role, " "+r.toast.words), cell.Text(Quiet, r.toast.after())), nil
	}
	at := r.top().view()
	if at.typing() {
		return r.choices(nil, at)
	}
	help := cell.Text(Key, " "+r.keys.help.Help().Key).Add(Quiet, " help ")
	line, hints := hintsWithBack(r.useful(at), r.keys.back, r.w-1-help.Width())
	hints = append(moved(hints, 1), hint{r.keys.help, r.w - help.Width(), r.w})
	return cell.Spread(r.w, line.Indent(1), help), hints
}

// useful are the keys of a view that do something now: where there is no filter
// to drop, the key for it stops the reading or does nothing.
func (r *root) useful(at view) []key.Binding {
	ks := r.keys.view(at)
	i := slices.IndexFunc(ks, func(b key.Binding) bool { return b.Help() == r.keys.widen.Help() })
	if at != viewDesk || !r.lens.empty() || i < 0 {
		return ks
	}
	ks = slices.Delete(ks, i, i+1)
	if r.working() && r.opts.Stop != nil && !r.progress.linking() {
		ks = slices.Insert(ks, 1, renamed(r.keys.widen, "stop "+r.progress.doing()))
	}
	return ks
}

// choices asks something, the keys of a view being the answers.
func (r *root) choices(asks cell.Line, v view) (cell.Line, []hint) {
	if asks != nil {
		asks = asks.Add(Plain, " ")
	}
	asks = asks.Add(Plain, " ")
	line, hints := hintsFit(r.keys.view(v), r.w-asks.Width())
	return asks.Join(line), moved(hints, asks.Width())
}

func moved(hints []hint, by int) []hint {
	for i := range hints {
		hints[i].from, hints[i].to = hints[i].from+by, hints[i].to+by
	}
	return hints
}

// hintAt returns the key at a cell of the footer. One of several, as a number,
// cannot be pointed at.
func (r *root) hintAt(x int) (b key.Binding, ok bool) {
	_, hints := r.foot()
	for _, h := range hints {
		if h.from <= x && x < h.to && h.Help() != r.keys.dropOne.Help() {
			return h.Binding, true
		}
	}
	return key.Binding{}, false
}
