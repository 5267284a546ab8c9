package ui

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"verbatim/corpus/corrections"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// scripts are what random articles are written in, things that do harm among
// them.
var scripts = []string{
	"the harbour wall will not be rebuilt", "Größe über Bäume fließt", "министр сказал что стена", "שר הנמל אמר כי הקיר",
	"قال الوزير إن الجدار", "港の壁は再建しないと大臣", "항구 벽은 다시 짓지", "बंदरगाह की दीवार नहीं", "กำแพงท่าเรือจะไม่",
	"👩\u200d🚀 👍🏽 🇺🇦 ❤\ufe0f", "\x1b[31m\x1b]0;x\x07\x00", "\u202e\u2066\u200b\ufeff", "e\u0301a\u0308\u0301", "\t\r\n",
}

// babble writes n words of one script after another.
func babble(rnd *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		ws := strings.Fields(scripts[rnd.IntN(len(scripts))])
		if len(ws) == 0 {
			ws = []string{"\t\r\n"}
		}
		b.WriteString(ws[rnd.IntN(len(ws))])
		b.WriteString([]string{" ", " ", " ", "", "\n", "\n\n"}[rnd.IntN(6)])
	}
	return strings.ToValidUTF8(b.String(), "")
}

// wild is a briefing of random text under random, but well-formed, spans.
func wild(rnd *rand.Rand) *news.Briefing {
	b := &news.Briefing{}
	st := news.Story{ID: "s", Headline: babble(rnd, 8)}
	s := news.Statement{Story: 0}
	for i := range 2 + rnd.IntN(6) {
		src := babble(rnd, 5+rnd.IntN(120))
		a := news.Article{ID: fmt.Sprint("a", i), Text: src, File: babble(rnd, 3), Outlet: news.Field{Value: babble(rnd, 3)},
			Agency: news.Field{Value: babble(rnd, 2)}, Headline: news.Field{Value: babble(rnd, 9)}, Byline: []news.Field{{Value: babble(rnd, 2)}}}
		q := news.Quote{Span: randomSpan(rnd, src), SpeakerAt: randomSpan(rnd, src), Cue: randomSpan(rnd, src), Context: text.Span{End: len(src)}}
		q.Outer = q.Span
		at := randomSpan(rnd, src)
		rd := news.Reading{Article: a, Quotes: []news.Quote{q}, Entities: []news.Entity{{Name: babble(rnd, 2), Mentions: []news.Mention{{Span: at}}}},
			Reports: []news.Report{{Span: at, DateAt: at, Date: date(1 + i)}}}
		if i%2 == 0 {
			rd.Quotes[0].Speakers = []int{0}
		}
		b.Readings = append(b.Readings, rd)
		st.Readings, st.Outlets = append(st.Readings, i), append(st.Outlets, a.OutletName())
		kinds := []news.EditKind{news.EditInsert, news.EditSubstitute, news.EditCutInside, news.EditJoin, news.EditOpen, news.EditStyle, news.EditCutEnd}
		v := news.Variant{Quote: ref(i, 0), Relation: relationOrder[rnd.IntN(len(relationOrder))], Possible: i > 0 && rnd.IntN(4) == 0}
		v.Edits = []news.Edit{{Kind: kinds[rnd.IntN(len(kinds))], Variant: within(rnd, q.Span, src), Reference: b.Readings[0].Quotes[0].Span}}
		s.Variants = append(s.Variants, v)
	}
	s.Absent = []news.Absence{{Outlet: babble(rnd, 3)}}
	s.Conflicts = []news.Conflict{{Field: "speaker", Claims: []news.Claim{{Outlet: babble(rnd, 2), Value: babble(rnd, 3)}}}}
	b.Stories, b.Statements = []news.Story{st}, []news.Statement{s}
	b.Actors = []news.Actor{{Name: babble(rnd, 2), Role: babble(rnd, 4), Entities: []news.Ref{ref(0, 0)}}}
	b.Events = []news.Event{{Name: babble(rnd, 4), Place: babble(rnd, 1), Reports: []news.Ref{ref(0, 0)}}}
	b.Problems = []news.Problem{{File: babble(rnd, 2), What: babble(rnd, 12)}}
	return b
}

func randomSpan(rnd *rand.Rand, src string) text.Span {
	return within(rnd, text.Span{End: len(src)}, src)
}

func within(rnd *rand.Rand, in text.Span, src string) text.Span {
	a, b := in.Start+rnd.IntN(in.Len()+1), in.Start+rnd.IntN(in.Len()+1)
	return text.Span{Start: onRune(src, min(a, b)), End: onRune(src, max(a, b))}
}

// check holds the screen to its size and to being inert.
func (d *driver) check(w, h int) {
	d.t.Helper()
	v := d.r.View()
	rows := strings.Split(v, "\n")
	if len(rows) != h {
		d.t.Fatalf("%d × %d: %d rows", w, h, len(rows))
	}
	for y, row := range rows {
		if n := ansi.StringWidth(row); n > w {
			d.t.Fatalf("%d × %d: row %d is %d cells: %q", w, h, y, n, row)
		}
		for _, r := range ansi.Strip(row) {
			if unicode.IsControl(r) || '\u202a' <= r && r <= '\u202e' {
				d.t.Fatalf("%d × %d: row %d has %U: %q", w, h, y, r, row)
			}
		}
	}
}

func TestNoRowIsTooWide(t *testing.T) {
	keys := []string{"1", "2", "3", "4", "j", "k", "l", "h", "tab", "shift+tab", "enter", " ", "s", "esc", "c", "r", "n", "N", "g", "G",
		"pgdown", "pgup", "ctrl+d", "ctrl+u", "/", "?", "!", "O", "a", "M", "T", "A", "B", "S", "P", "E", "f", "ctrl+p", "ctrl+n", "ctrl+s", "ctrl+t", "y", "Y", "o", "e", "x", "w", "-", "J", "K", "ctrl+f", "p", "f", "L", "+", "[", "]", "b", "t", "m", "m", "u", "z", "Z", "*", "type:wall", "type:港", "backspace", "left", "up", "down"}
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 40 {
		w, h := 1+rnd.IntN(220), 1+rnd.IntN(70)
		d := drive(t, w, h, Options{Compare: swapReference, Title: babble(rnd, 3), Stop: func() {}, NoColor: rnd.IntN(2) == 0,
			Corrections: corrections.Beside([]string{t.TempDir()})})
		d.check(w, h)
		d.read(wild(rnd), false)
		for range 60 {
			switch rnd.IntN(12) {
			case 0:
				w, h = 1+rnd.IntN(220), 1+rnd.IntN(70)
				d.send(tea.WindowSizeMsg{Width: w, Height: h})
			case 1:
				d.read(wild(rnd), true)
			case 2:
				buttons := []tea.MouseButton{tea.MouseButtonLeft, tea.MouseButtonWheelUp, tea.MouseButtonWheelDown}
				d.r.mouse = true
				d.send(tea.MouseMsg{X: rnd.IntN(w), Y: rnd.IntN(h), Action: tea.MouseActionPress, Button: buttons[rnd.IntN(3)]})
			default:
				d.press(keys[rnd.IntN(len(keys))])
			}
			d.check(w, h)
		}
	}
}

func TestScenesFitEverySize(t *testing.T) {
	for _, sc := range scenes {
		d := open(t, 200, 60, Options{Compare: swapReference})
		d.press(sc.keys...)
		for w := 1; w <= 200; w += 7 {
			for h := 1; h <= 60; h += 5 {
				d.send(tea.WindowSizeMsg{Width: w, Height: h})
				d.check(w, h)
			}
		}
	}
}

// every view holds to its size, and is inert, whatever the script of the
// articles.
func TestEveryViewHoldsEveryScript(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	for _, c := range []struct {
		view view
		keys []string
	}{
		{viewDesk, nil}, {viewDesk, []string{"2", "enter", "a", "-"}}, {viewFilter, []string{"2", "f", "type:港"}}, {viewSide, []string{"enter", "c", "l"}},
		{viewReader, []string{"s", "f", "L", "tab"}}, {viewFind, []string{"s", "/", "type:a"}}, {viewSearch, []string{"/", "type:a"}}, {viewHelp, []string{"?"}},
		{viewProblems, []string{"!"}}, {viewOutlets, []string{"O"}}, {viewMatrix, []string{"M", "w"}}, {viewTimeline, []string{"T", "j"}},
		{viewCard, []string{"2", "A", "j"}}, {viewStories, []string{"S"}}, {viewActors, []string{"P", "shift+down"}}, {viewEvents, []string{"E"}},
	} {
		for range 12 {
			w, h := minWidth+rnd.IntN(160), minHeight+rnd.IntN(50)
			d := drive(t, w, h, Options{Compare: swapReference, Title: babble(rnd, 3), NoColor: rnd.IntN(2) == 0})
			d.read(wild(rnd), true)
			if d.press(c.keys...); d.r.top().view() != c.view {
				t.Fatalf("%q lead to %s, not to %s", c.keys, viewNames[d.r.top().view()], viewNames[c.view])
			}
			for range 6 {
				d.check(w, h)
				w, h = minWidth+rnd.IntN(160), minHeight+rnd.IntN(50)
				d.send(tea.WindowSizeMsg{Width: w, Height: h})
			}
		}
	}
}
