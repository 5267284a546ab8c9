package ui

import (
	"errors"
	"fmt"

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
		return r.took("Undone: ", "There is nothing to undo.", (*corrections.Book).Undo), true
	case key.Matches(k, ks.redo):
		return r.took("Done again: ", "There is nothing to redo.", (*corrections.Book).Redo), true
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
	r.toast = say{Notable, why}
	return nil
}

// changed makes a change beside the screen and says what came of it. Places
// are named there too, for which the files' quotes are gone through.
func (r *root) changed(change func(p *places) corrections.Change) tea.Cmd {
	p, corrected, undo := &places{r.c.b.Readings, r.opts.Corrections}, r.opts.Corrected, r.keys.undo.Help().Key
	return func() tea.Msg {
		c := change(p)
		err := p.book.Do(c)
		if errors.Is(err, corrections.ErrNothing) {
			return acted{say: say{Notable, "That is decided already."}}
		}
		if corrected != nil {
			corrected()
		}
		return acted{say: outcome(undo+" undoes: "+c.Says+".", err)}
	}
}

// took undoes or redoes.
func (r *root) took(says, nothing string, step func(*corrections.Book) (string, error)) tea.Cmd {
	book, corrected := r.opts.Corrections, r.opts.Corrected
	return func() tea.Msg {
		what, err := step(book)
		if errors.Is(err, corrections.ErrNothing) {
			return acted{say: say{Notable, nothing}}
		}
		if corrected != nil {
			corrected()
		}
		return acted{say: outcome(says+what+".", err)}
	}
}

// outcome says what was done, or that it could not be written.
func outcome(done string, err error) say {
	if err != nil {
		return say{Fault, "✗ " + err.Error() + ". " + done}
	}
	return say{Same, done}
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
			return corrections.Change{Drop: ds, Says: label + " is bookmarked no longer"}
		}
		return corrections.Change{Add: ds, Says: label + " is bookmarked"}
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
			return corrections.Change{Drop: p.quotes(corrections.Bookmark, marks), Says: label + " is bookmarked no longer"}
		}
		return corrections.Change{Add: p.quotes(corrections.Bookmark, []news.Ref{at}), Says: label + " is bookmarked"}
	})
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
	const width = 20
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
	label := r.c.label(at)
	r.ask("Note on "+label+": ", r.c.noteOn(i), func(words string) tea.Cmd {
		return r.changed(func(p *places) corrections.Change {
			c := corrections.Change{Drop: p.quotes(corrections.Note, on), Says: "the note on " + label + " is gone"}
			if words != "" {
				d := p.quote(corrections.Note, at)
				d.Text = words
				c.Add, c.Says = []corrections.Decision{d}, "there is a note on "+label
			}
			return c
		})
	})
	return nil
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
	says := fmt.Sprintf("%s and %s are one statement", r.c.label(a), r.c.label(b))
	return r.changed(func(p *places) corrections.Change {
		d := p.quote(corrections.MergeStatements, a)
		d.With = p.book.Quote(p.rs, b)
		return corrections.Change{Add: []corrections.Decision{d}, Says: says}
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
		return corrections.Change{Add: []corrections.Decision{d}, Says: fmt.Sprintf("%s and %s are one actor", a.Name, b.Name)}
	})
}

func (p *places) name(at news.Ref) corrections.Place {
	return p.book.Name(p.rs, at, p.rs[at.Reading].Entities[at.Item].Name)
}
