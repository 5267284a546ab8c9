package ui

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"verbatim/ui/cell"
)

// prompt is a line that the editor types at the foot of the screen.
type prompt struct {
	asks  string
	input input
	done  func(words string) tea.Cmd
}

// ask begins a line; done is called with what is typed.
func (r *root) ask(asks, given string, done func(words string) tea.Cmd) {
	r.decision.prompt = &prompt{asks: asks, done: done}
	r.decision.prompt.input.set(given)
}

// typedLine acts on a key while a line is typed.
func (r *root) typedLine(k tea.KeyMsg) tea.Cmd {
	p := r.decision.prompt
	switch {
	case key.Matches(k, r.keys.kill):
		r.decision.prompt = nil
		return r.key(k)
	case key.Matches(k, r.keys.leave):
		r.decision.prompt = nil
	case key.Matches(k, r.keys.accept):
		r.decision.prompt = nil
		return p.done(strings.TrimSpace(p.input.value()))
	default:
		p.input.typed(k)
	}
	return nil
}

// decisionLine is the foot of the screen while something is being decided.
func (r *root) decisionLine() cell.Line {
	switch d := &r.decision; {
	case d.prompt != nil:
		asks := cell.Text(Key, " "+d.prompt.asks).Cut(r.w * 2 / 3)
		return asks.Join(d.prompt.input.line(r.w - asks.Width()))
	case d.merge != nil && r.toast.words == "":
		what := "statement"
		if d.merge.isActor {
			what = "actor"
		}
		keys := r.keys.merge.Help().Key + " on the other " + what + ", esc drops it"
		return cell.Spread(r.w, cell.Text(Notable, " Merge "+d.merge.label+" with …"), cell.Text(Quiet, keys+" "))
	}
	return nil
}
