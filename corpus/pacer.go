package corpus

import "time"

const (
	firstPartial = 150 * time.Millisecond // after the start of reading
	nextPartial  = 300 * time.Millisecond // after the last, at the least
	partialShare = 10                     // linking takes one part in so many
)

// pacer spaces partial briefings so that making them takes a tenth of the time
// or less.
type pacer struct {
	now   func() time.Time
	next  time.Time // the earliest time of the next one
	began time.Time // when the one under way was begun
}

func newPacer() *pacer { return pacedBy(time.Now) }

func pacedBy(now func() time.Time) *pacer { return &pacer{now: now, next: now().Add(firstPartial)} }

// due reports whether it is time for a partial briefing; if so it is taken to
// begin now.
func (p *pacer) due() bool {
	p.began = p.now()
	return !p.began.Before(p.next)
}

// finish says that the one under way is done.
func (p *pacer) finish() {
	now := p.now()
	p.next = now.Add(max(nextPartial, partialShare*now.Sub(p.began)))
}
