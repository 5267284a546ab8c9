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
	from        float64 // done when it began
}

// part returns how much is done, and of how much: bytes where they are counted.
func (u *Update) part() (done, total float64) {
	if u.Size > 0 {
		return float64(u.Bytes), float64(u.Size)
	}
	return float64(u.Done), float64(u.Total)
}

// note takes an update in that came at a time.
func (p *pace) note(u Update, now time.Time) {
	done, _ := u.part()
	if p.began.IsZero() || u.Work != p.work || done < p.from {
		*p = pace{work: u.Work, began: now, from: done}
	}
	p.last = now
}

// left is the time the rest will take at this pace, zero where it is too early
// to say.
func (p *pace) left(u Update) time.Duration {
	const soonest = time.Second
	done, total := u.part()
	spent, since := p.last.Sub(p.began), done-p.from
	if spent < soonest || since <= 0 || done >= total {
		return 0
	}
	return time.Duration(float64(spent) * (total - done) / since)
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
	return p.Work != "" && (p.Total == 0 || p.Done < p.Total)
}

// progressLine says what is being done, how far it is and how long it takes.
func (r *root) progressLine() cell.Line {
	p := &r.progress
	line := progressBar(p)
	if left := inWords(r.pace.left(*p)); left != "" && r.w >= 80 {
		line = line.Add(Quiet, ", "+left)
	}
	return line
}

// doing names the work.
func (u *Update) doing() string {
	switch {
	case u.linking():
		return "linking"
	case u.Work == "":
		return "reading"
	}
	return u.Work
}

// linking reports whether all has been read and is being put together: there
// is nothing left to stop, and to stop it would lose what was read.
func (u *Update) linking() bool {
	done, total := u.part()
	return u.Work == "" && !u.Finished && total > 0 && done >= total
}

// count says how many are done.
func (u *Update) count() string {
	if u.Size > 0 {
		return plural(u.Articles, "article")
	}
	return thousands(u.Done) + "/" + thousands(u.Total)
}

// progressBar draws how much is done.
func progressBar(u *Update) cell.Line {
	const width = 12
	done, total := u.part()
	if total <= 0 {
		return cell.Text(Quiet, u.doing()+" …")
	}
	full := min(max(int(width*done/total), 0), width)
	return cell.Text(Quiet, u.doing()+" ").
		Join(cell.Rule(Done, "█", full), cell.Rule(Quiet, "░", width-full)).
		Add(Quiet, " "+u.count())
}

// asks reports whether a key must first be answered by what to do with the
// work behind the screen: leaving at once while it reads (an index goes on
// where it was), or esc where there is nothing to go back from.
func (r *root) asks(k tea.KeyMsg) bool {
	if r.opts.Stop == nil || !r.working() || r.asking {
		return false
	}
	if key.Matches(k, r.keys.kill) {
		return !r.progress.Finished
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
	case key.Matches(k, r.keys.stop) && r.progress.linking():
		r.says(Notable, "All is read, and is being linked: there is nothing left to stop.")
	case key.Matches(k, r.keys.stop):
		r.stopped = true
		r.says(Notable, "Stopped at "+r.progress.count()+". What has been read stays, and is not read again.")
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
	return cell.Text(Notable, fmt.Sprintf(" Still %s, %s.", r.progress.doing(), r.progress.count()))
}
