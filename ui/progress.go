package ui

import (
	"fmt"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"verbatim/ui/cell"
)

// pace is how fast the work behind the screen goes.
type pace struct {
	work        string
	began, last time.Time
	from        int // done when it began
}

// note takes an update in that came at a time.
func (p *pace) note(u Update, now time.Time) {
	if p.began.IsZero() || u.Work != p.work || u.Done < p.from {
		*p = pace{work: u.Work, began: now, from: u.Done}
	}
	p.last = now
}

// left is the time the rest will take at this pace, zero where it is too early
// to say.
func (p *pace) left(u Update) time.Duration {
	const soonest = time.Second
	spent, done := p.last.Sub(p.began), u.Done-p.from
	if spent < soonest || done < 1 || u.Done >= u.Total {
		return 0
	}
	return time.Duration(float64(spent) * float64(u.Total-u.Done) / float64(done))
}

// inWords writes a time no more exactly than it can be known.
func inWords(d time.Duration) string {
	switch {
	case d <= 0:
		return ""
	case d < 10*time.Second:
		return "a few seconds left"
	case d < time.Minute:
		return fmt.Sprintf("%d s left", int(d.Seconds()+9)/10*10)
	case d < time.Hour:
		return fmt.Sprintf("%d min left", int(d.Minutes()+1))
	}
	return fmt.Sprintf("%d h left", int(d.Hours()+1))
}

// working reports whether there is work behind the screen.
func (r *root) working() bool {
	p := &r.progress
	switch {
	case r.closed || r.stopped || p.Err != nil:
		return false
	case !p.Finished:
		return true
	}
	return p.Work != "" && p.Done < p.Total
}

// progressLine says what is being done, how far it is and how long it takes.
func (r *root) progressLine() cell.Line {
	p := &r.progress
	work := p.Work
	if work == "" {
		work = "reading"
	}
	line := progressBar(work, p.Done, p.Total)
	if left := inWords(r.pace.left(*p)); left != "" && r.w >= 100 {
		line = line.Add(Quiet, ", "+left)
	}
	return line
}

// progressBar draws how many of the articles are done.
func progressBar(work string, done, total int) cell.Line {
	const width = 12
	if total <= 0 {
		return cell.Text(Quiet, work+" …")
	}
	full := min(max(width*done/total, 0), width)
	return cell.Text(Quiet, work+" ").
		Join(cell.Rule(Done, "█", full), cell.Rule(Quiet, "░", width-full)).
		Add(Quiet, fmt.Sprintf(" %s/%s", thousands(done), thousands(total)))
}

// asks reports whether a key must first be answered by what to do with the
// work behind the screen: leaving at once, or esc where there is nothing to go
// back from.
func (r *root) asks(k tea.KeyMsg) bool {
	if r.opts.Stop == nil || !r.working() || r.asking {
		return false
	}
	if key.Matches(k, r.keys.kill) {
		return true
	}
	return r.onDesk() && r.top().view() == viewDesk && r.lens.empty() &&
		key.Matches(k, r.keys.widen) && r.desk().lists[r.desk().focus].filter.empty()
}

// answered does what the editor wants done with the work.
func (r *root) answered(k tea.KeyMsg) tea.Cmd {
	r.asking = false
	switch {
	case key.Matches(k, r.keys.quit), key.Matches(k, r.keys.kill):
		return tea.Quit
	case key.Matches(k, r.keys.stop):
		r.stopped = true
		r.toast = say{Notable, fmt.Sprintf("Stopped at %s of %s. What has been read stays.", thousands(r.progress.Done), thousands(r.progress.Total))}
		stop := r.opts.Stop
		return func() tea.Msg {
			stop()
			return nil
		}
	}
	return nil
}

// question is what the footer asks.
func (r *root) question() cell.Line {
	work := r.progress.Work
	if work == "" {
		work = "reading"
	}
	line := cell.Text(Notable, fmt.Sprintf(" Still %s, %s of %s.", work, thousands(r.progress.Done), thousands(r.progress.Total)))
	return line.Add(Plain, "  ").Join(hintsFit(r.keys.view(viewAsk), r.w-line.Width()-2))
}
