package ui

import (
	"errors"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"verbatim/corpus/corrections"
	"verbatim/corpus/news"
	"verbatim/ui/cell"
)

// deciding is what an editor is about to decide.
type deciding struct {
	prompt *prompt // a line being typed, nil for none
	merge  *marked // what is to be merged with the next, nil for nothing
	made   bool    // something was decided, which may not be in the briefing yet
}

// marked is a statement or an actor that was marked to be merged.
type marked struct {
	at      anchor
	isActor bool
	label   string
}

// decide carries out the keys of what an editor decides. It reports whether
// the key was one of these.
func (r *root) decide(k tea.KeyMsg) (tea.Cmd, bool) {
	ks := &r.keys.decideKeys
	switch {
	case !r.decides():
		return nil, false
	case r.decision.merge != nil && (key.Matches(k, r.keys.back) || key.Matches(k, r.keys.leave)):
		r.decision.merge = nil
		return nil, true
	case key.Matches(k, ks.bookmark):
		return r.bookmark(), true
	case key.Matches(k, ks.note):
		return r.note(), true
	case key.Matches(k, ks.merge):
		return r.merge(), true
	case key.Matches(k, ks.split):
		return r.split(), true
	case key.Matches(k, ks.undo):
		return r.took("Undone", "undo", (*corrections.Book).Undo, r.keys.redo), true
	case key.Matches(k, ks.redo):
		return r.took("Done again", "redo", (*corrections.Book).Redo, r.keys.undo), true
	}
	return nil, false
}

// decides reports whether the top screen has something to decide on.
func (r *root) decides() bool {
	switch r.top().view() {
	case viewDesk, viewSide, viewReader, viewMatrix, viewTimeline, viewCard:
		return r.opts.Corrections != nil
	}
	return false
}

// cannot says why nothing was decided.
func (r *root) cannot(why string) tea.Cmd {
	r.says(Notable, why)
	return nil
}

// changed makes a change beside the screen and says what is so now. Places are
// named there too, for which the files' quotes are gone through.
func (r *root) changed(change func(p *places) corrections.Change) tea.Cmd {
	r.decision.made = true
	p, corrected, back := &places{r.c.b.Readings, r.opts.Corrections}, r.opts.Corrected, r.keys.undo
	return func() tea.Msg {
		c := change(p)
		err := p.book.Do(c)
		if errors.Is(err, corrections.ErrNothing) {
			return acted{say: say{Notable, "That is so already: nothing has changed."}}
		}
		if corrected != nil {
			corrected()
		}
		return outcome(c.Says, err, back)
	}
}

// took undoes or redoes; a key takes that back in turn.
func (r *root) took(done, does string, step func(*corrections.Book) (string, error), back key.Binding) tea.Cmd {
	r.decision.made = true
	book, corrected := r.opts.Corrections, r.opts.Corrected
	return func() tea.Msg {
		now, err := step(book)
		if errors.Is(err, corrections.ErrNothing) {
			return acted{say: say{Notable, "Nothing of this session is left to " + does + "."}}
		}
		if corrected != nil {
			corrected()
		}
		return outcome(done+". "+now, err, back)
	}
}

// outcome says what is so now, or that it could not be written, and at the
// right the key that takes it back.
func outcome(now string, err error, back key.Binding) acted {
	out := acted{say: say{Same, now + "."}}
	switch unsaved := errors.As(err, new(*corrections.Unsaved)); {
	case err != nil && !unsaved:
		return failed("decide", err)
	case err != nil:
		out.say = say{Fault, now + ". ✗ " + err.Error() + "."}
	}
	if back.Enabled() {
		out.then = back.Help().Key + " " + short(back.Help().Desc) + "es"
	}
	return out
}

// places names the parts of a briefing as the corrections do.
type places struct {
	rs   []news.Reading
	book *corrections.Book
}

func (p *places) quote(kind corrections.Kind, at news.Ref) corrections.Decision {
	return corrections.Decision{Kind: kind, At: p.book.Quote(p.rs, at)}
}

func (p *places) quotes(kind corrections.Kind, at []news.Ref) []corrections.Decision {
	var out []corrections.Decision
	for _, r := range at {
		out = append(out, p.quote(kind, r))
	}
	return out
}

// bookmark marks the statement under the keys, the quote that is of none, or
// the article; or takes the mark away.
func (r *root) bookmark() tea.Cmd {
	s := r.top().subject()
	if i := r.statementOf(s); i >= 0 {
		return r.toggled(r.quoteOf(s, i), r.c.marksOf(i))
	}
	if at, ok := r.c.findQuote(anchor{s.article, s.Start}); ok {
		return r.toggled(at, r.c.markOn(at))
	}
	i, ok := r.c.readingOf[s.article]
	if !ok || r.top().view() != viewReader {
		return r.cannot("There is no statement under the keys to bookmark.")
	}
	label, was := "the article of "+r.c.b.Readings[i].Article.OutletName(), r.c.bookmarked[news.Ref{Reading: i, Item: -1}]
	return r.changed(func(p *places) corrections.Change {
		ds := []corrections.Decision{{Kind: corrections.BookmarkArticle, At: p.book.Article(p.rs, i)}}
		if was {
			return unmarked(label, ds)
		}
		return asMarked(label, ds)
	})
}

// statementOf returns the statement of a subject, -1 for none: the one that is
// shown where the quote is of two.
func (r *root) statementOf(s subject) int {
	if c, ok := r.top().(comparer); ok {
		_, i := c.compared()
		return i
	}
	return r.c.findStatement(s.statement)
}

// markOn returns a quote if it is bookmarked.
func (c *catalog) markOn(at news.Ref) []news.Ref {
	if c.bookmarked[at] {
		return []news.Ref{at}
	}
	return nil
}

// toggled marks a quote, or takes marks away.
func (r *root) toggled(at news.Ref, marks []news.Ref) tea.Cmd {
	label := r.c.label(at)
	return r.changed(func(p *places) corrections.Change {
		if len(marks) > 0 {
			return unmarked(label, p.quotes(corrections.Bookmark, marks))
		}
		return asMarked(label, p.quotes(corrections.Bookmark, []news.Ref{at}))
	})
}

// asMarked is the change that puts bookmarks on something, unmarked the one that
// takes them away.
func asMarked(label string, ds []corrections.Decision) corrections.Change {
	return corrections.Change{Add: ds, Says: "Bookmarked: " + label, Undone: "No bookmark now: " + label}
}

func unmarked(label string, ds []corrections.Decision) corrections.Change {
	return corrections.Change{Drop: ds, Says: "No bookmark now: " + label, Undone: "Bookmarked again: " + label}
}

// quoteOf returns the quote under the keys, the reference of the statement
// where there is none.
func (r *root) quoteOf(s subject, statement int) news.Ref {
	if at, ok := r.c.findQuote(anchor{s.article, s.Start}); ok {
		return at
	}
	return referenceOf(&r.c.b.Statements[statement])
}

// label is the first words of a quote, so few that two of them leave room on a
// narrow screen.
func (c *catalog) label(at news.Ref) string {
	const width = 18
	q, a := c.quote(at)
	if q == nil {
		return ""
	}
	return "“" + cell.Text(Plain, squeeze(q.In(a.Text))).Cut(width).String() + "”"
}

// note lets the editor type a line on the statement under the keys.
func (r *root) note() tea.Cmd {
	s := r.top().subject()
	i := r.statementOf(s)
	if i < 0 {
		return r.cannot("There is no statement under the keys to note something on.")
	}
	at, on := r.quoteOf(s, i), make([]news.Ref, 0, len(r.c.b.Statements[i].Variants))
	for _, v := range r.c.b.Statements[i].Variants {
		on = append(on, v.Quote)
	}
	label, was := r.c.label(at), r.c.noteOn(i)
	r.ask("Note on "+label+": ", was, func(words string) tea.Cmd {
		return r.changed(func(p *places) corrections.Change {
			c := corrections.Change{Drop: p.quotes(corrections.Note, on), Says: noted(label, words), Undone: noted(label, was)}
			if words != "" {
				d := p.quote(corrections.Note, at)
				d.Text = words
				c.Add = []corrections.Decision{d}
			}
			return c
		})
	})
	return nil
}

// noted says what note there is on something.
func noted(label, words string) string {
	if words == "" {
		return "No note now on " + label
	}
	return "Noted on " + label + ": " + words
}

// merge marks the statement or actor under the keys, or merges it with the one
// that is marked.
func (r *root) merge() tea.Cmd {
	now, ok := r.mark()
	was := r.decision.merge
	switch {
	case !ok:
		return r.cannot("There is no statement or actor under the keys to merge.")
	case was == nil || was.isActor != now.isActor:
		r.decision.merge = &now
		return nil
	}
	r.decision.merge = nil
	if now.isActor {
		return r.mergeActors(r.c.findActor(was.at), r.c.findActor(now.at))
	}
	return r.mergeStatements(was.at, now.at)
}

// mark is what would be merged: the actor under the keys before a statement.
func (r *root) mark() (marked, bool) {
	s := r.top().subject()
	if i := r.c.findActor(s.actor); !s.actor.zero() && i >= 0 {
		return marked{s.actor, true, r.c.b.Actors[i].Name}, true
	}
	i := r.statementOf(s)
	if i < 0 {
		return marked{}, false
	}
	at := referenceOf(&r.c.b.Statements[i]) // which is of no other statement, as the quote under the keys may be
	q, a := r.c.quote(at)
	if q == nil {
		return marked{}, false
	}
	return marked{anchor{a.ID, q.Start}, false, r.c.label(at)}, true
}

func (r *root) mergeStatements(was, now anchor) tea.Cmd {
	i, j := r.c.findStatement(was), r.c.findStatement(now)
	a, okA := r.c.findQuote(was)
	b, okB := r.c.findQuote(now)
	switch {
	case i < 0 || j < 0 || !okA || !okB:
		return r.cannot("The statement that was marked is no longer there.")
	case i == j:
		return r.cannot("These are one statement already.")
	case r.c.b.Statements[i].Story != r.c.b.Statements[j].Story:
		return r.cannot("These are of two stories; a statement is of one.")
	}
	both := r.c.label(a) + " and " + r.c.label(b)
	return r.changed(func(p *places) corrections.Change {
		d := p.quote(corrections.MergeStatements, a)
		d.With = p.book.Quote(p.rs, b)
		return corrections.Change{Add: []corrections.Decision{d}, Says: "One statement now: " + both, Undone: "Two statements again: " + both}
	})
}

func (r *root) mergeActors(i, j int) tea.Cmd {
	switch {
	case i < 0 || j < 0:
		return r.cannot("The actor that was marked is no longer there.")
	case i == j:
		return r.cannot("These are one actor already.")
	}
	a, b := &r.c.b.Actors[i], &r.c.b.Actors[j]
	return r.changed(func(p *places) corrections.Change {
		d := corrections.Decision{Kind: corrections.MergeActors, At: p.name(a.Entities[0]), With: p.name(b.Entities[0])}
		both := a.Name + " and " + b.Name
		return corrections.Change{Add: []corrections.Decision{d}, Says: "One actor now: " + both, Undone: "Two actors again: " + both}
	})
}

func (p *places) name(at news.Ref) corrections.Place {
	return p.book.Name(p.rs, at, p.rs[at.Reading].Entities[at.Item].Name)
}
