package ui

import (
	"context"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// driver drives the root as the program would, without a terminal.
type driver struct {
	t *testing.T
	r *root
}

func drive(t *testing.T, w, h int, o Options) *driver {
	t.Helper()
	updates := make(chan Update) // nothing comes but by read
	o.Updates = updates
	if o.Title == "" {
		o.Title = "port-hale"
	}
	d := &driver{t, newRoot(o, newTheme(o.Theme == "light", o.NoColor, termenv.ANSI256))}
	d.r.found.patience = 0
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
	return d
}

// open drives a program that has read the fixture.
func open(t *testing.T, w, h int, o Options) *driver {
	t.Helper()
	d := drive(t, w, h, o)
	d.read(fixture(), true)
	return d
}

func (d *driver) read(b *news.Briefing, finished bool) {
	u := Update{Briefing: b, Done: len(b.Readings), Total: len(b.Readings), Finished: finished, Searcher: wordSearcher{b}}
	d.send(read{Update: u, catalog: newCatalog(b)})
}

// send hands a message over and carries out the commands for searches that
// come of it.
func (d *driver) send(m tea.Msg) {
	updates := d.r.opts.Updates
	d.r.opts.Updates = nil // nobody waits for the next one
	_, cmd := d.r.Update(m)
	d.r.opts.Updates = updates
	d.carryOut(cmd)
}

func (d *driver) carryOut(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch m := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range m {
			d.carryOut(c)
		}
	case answer, restDue, acted, sifted:
		d.send(m)
	}
}

// press sends keys by name: "j", "enter", "ctrl+u"; text in quotes is typed.
func (d *driver) press(keys ...string) {
	for _, k := range keys {
		if words, ok := strings.CutPrefix(k, "type:"); ok {
			for _, r := range words {
				d.send(keyOf(string(r)))
			}
			continue
		}
		d.send(keyOf(k))
	}
}

var namedKeys = map[string]tea.KeyType{
	"enter": tea.KeyEnter, "esc": tea.KeyEsc, "tab": tea.KeyTab, "shift+tab": tea.KeyShiftTab,
	"backspace": tea.KeyBackspace, "up": tea.KeyUp, "down": tea.KeyDown, "shift+up": tea.KeyShiftUp, "shift+down": tea.KeyShiftDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd, "delete": tea.KeyDelete,
	"ctrl+c": tea.KeyCtrlC, "ctrl+u": tea.KeyCtrlU, "ctrl+d": tea.KeyCtrlD, "ctrl+w": tea.KeyCtrlW, "ctrl+a": tea.KeyCtrlA,
	"ctrl+p": tea.KeyCtrlP, "ctrl+n": tea.KeyCtrlN, "ctrl+s": tea.KeyCtrlS, "ctrl+t": tea.KeyCtrlT, "ctrl+g": tea.KeyCtrlG,
	"ctrl+f": tea.KeyCtrlF, "ctrl+o": tea.KeyCtrlO, "ctrl+k": tea.KeyCtrlK, "ctrl+e": tea.KeyCtrlE,
}

func keyOf(k string) tea.KeyMsg {
	if t, ok := namedKeys[k]; ok {
		return tea.KeyMsg{Type: t}
	}
	if k == " " {
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(k)}
}

// screen returns what is seen, without colour.
func (d *driver) screen() string {
	rows := strings.Split(ansi.Strip(d.r.View()), "\n")
	for i := range rows {
		rows[i] = strings.TrimRight(rows[i], " ")
	}
	return strings.Join(rows, "\n") + "\n"
}

func (d *driver) sees(words ...string) {
	d.t.Helper()
	s := d.screen()
	for _, w := range words {
		if !strings.Contains(s, w) {
			d.t.Errorf("screen has no %q:\n%s", w, s)
		}
	}
}

func (d *driver) seesNot(words ...string) {
	d.t.Helper()
	s := d.screen()
	for _, w := range words {
		if strings.Contains(s, w) {
			d.t.Errorf("screen has %q:\n%s", w, s)
		}
	}
}

// wordSearcher finds words by looking at every article.
type wordSearcher struct{ b *news.Briefing }

type queryError string

func (e queryError) Error() string { return string(e) }

func (s wordSearcher) Search(_ context.Context, q Query) (Results, error) {
	query, limit := q.Words, q.Limit
	if strings.Count(query, `"`)%2 == 1 {
		return Results{}, queryError(`a quotation mark (") is open: close it`)
	}
	var res Results
	for i := range s.b.Readings {
		a := &s.b.Readings[i].Article
		if q.Articles != nil && !slices.Contains(q.Articles, a.ID) {
			continue
		}
		for at := 0; ; {
			n := strings.Index(strings.ToLower(a.Text[at:]), strings.Trim(query, `"`))
			if n < 0 || len(res.Hits) == limit {
				break
			}
			w := text.Span{Start: at + n, End: at + n + len(query)}
			res.Hits = append(res.Hits, Hit{Article: a.ID, At: w, Words: []text.Span{w}})
			at += n + len(query)
		}
	}
	res.Total = len(res.Hits)
	return res, nil
}

func (s wordSearcher) Find(ctx context.Context, words string, most int) (Finds, error) {
	res, err := s.Search(ctx, Query{Words: words, Limit: most})
	var out Finds
	for _, h := range res.Hits {
		out.Articles = append(out.Articles, h.Article)
		c := newCatalog(s.b)
		i := c.readingOf[h.Article]
		if q := c.quoteAround(i, h.At); q >= 0 {
			out.Quotes = append(out.Quotes, Spot{h.Article, s.b.Readings[i].Quotes[q].Start})
		}
	}
	return out, err
}

// brokenSearcher is an index with a damaged segment.
type brokenSearcher struct{}

func (brokenSearcher) Search(context.Context, Query) (Results, error) { panic("segment") }

func (brokenSearcher) Find(context.Context, string, int) (Finds, error) { panic("segment") }
