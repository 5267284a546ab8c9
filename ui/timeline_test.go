package ui

import (
	"testing"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"

	"verbatim/corpus/news"
)

func TestTimelineMarksConflicts(t *testing.T) {
	d := open(t, 120, 40, Options{NoColor: true})
	d.press("T")
	d.sees("─ Planned 2 events", "Fri  5 Dec 2025  meeting with residents", "! date", "! Sat  6 Dec 2025  Daily Ledger", "“on Saturday”")
	d.seesNot("Happened", "! Fri")
}

func TestTimelineSetsWhatHappenedApart(t *testing.T) {
	b := fixture()
	b.Events[1].Modality = news.Happened
	b.Events = append(b.Events, news.Event{Name: "wall sold", Modality: news.Denied, Reports: []news.Ref{ref(1, 0)}})
	d := drive(t, 120, 40, Options{})
	d.read(b, true)
	d.press("T")
	d.sees("─ Happened 1 event", "─ Planned 1 event", "─ Denied or only possible 1 event", "wall sold denied")
}

func TestTimelineOpensTheReport(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("T", "j", "j", "enter")
	d.sees("port-hale/a2.txt", "▌ She is to meet residents on Saturday")
	d.press("esc", "k", "k", "enter")
	d.sees("port-hale/a1.txt", "▌ The minister is to meet")
	d.press("esc", " ")
	d.sees("[event: meeting with residents")
}

func TestTimelineClaimsNoMoreThanTheReport(t *testing.T) {
	b := fixture()
	b.Readings[6].Reports[0].Exact = news.MonthOnly
	b.Readings[3].Reports[0].Exact, b.Readings[3].Reports[0].Date = news.WeekExact, date(1)
	d := drive(t, 120, 40, Options{})
	d.read(b, true)
	d.press("T")
	d.sees("  Dec 2025         ferry line", "    Dec 2025", "1–7 Dec ’25")
	d.seesNot("! 1–7")
	d.press("esc")
	d.sees("    Dec ferry line closes", "1–7 Dec meeting")
	b.Readings[6].Reports[0].Exact, b.Readings[6].Reports[0].Date = news.WeekExact, date(29)
	d.read(b, true)
	d.sees("29 Dec– ferry line closes", "1–7 Dec meeting")
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.sees("29 Dec– ferry line cl… →", "1–7 Dec meeting wit… → !")
	d.send(tea.WindowSizeMsg{Width: 200, Height: 60})
	d.sees("29 Dec– ferry line closes") // the cells are the name's
	d.press("3", "+")
	d.sees("29 Dec–4 Jan ferry line closes")
}

func TestShortExactly(t *testing.T) {
	for _, c := range []struct {
		exact news.Granularity
		date  news.Date
		want  string
	}{
		{news.DayExact, date(3), " 3 Dec"},
		{news.WeekExact, date(1), "1–7 Dec"},
		{news.WeekExact, date(29), "29 Dec–4 Jan"},
		{news.WeekendExact, date(13), "13–14 Dec"},
		{news.WeekendExact, news.Date{Year: 2026, Month: 1, Day: 31}, "31 Jan–1 Feb"},
		{news.MonthOnly, date(1), "   Dec"},
		{news.YearOnly, date(1), "  2025"},
		{news.WeekExact, news.Date{}, "  ?   "},
	} {
		if got := shortExactly(c.exact, c.date); got != c.want {
			t.Errorf("%s %v: %q, want %q", c.exact, c.date, got, c.want)
		}
	}
}

// The longest day leaves room before the name.
func TestExactlyFits(t *testing.T) {
	for _, g := range []news.Granularity{news.DayExact, news.WeekExact, news.WeekendExact, news.MonthOnly, news.YearOnly} {
		if s := exactly(g, date(29)); utf8.RuneCountInString(s) >= dateColumn {
			t.Errorf("%s %q fills the column", g, s)
		}
	}
}

func TestTimelineKeepsToTheLens(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("1", "j", "enter", "T")
	d.sees("timeline, 1 event", "ferry line closes")
	d.seesNot("residents")
}

func TestCardOfTheSpeaker(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("j", "A")
	d.sees(" Tomas Reke  person", "opposition leader  The Harbour Post, Daily Ledger", "Says 1 statement", "+2")
	d.press("enter")
	d.sees("disagree on the speaker", "statement 1 of 1")
	d.press("esc", "n")
	d.sees(" Olle Brandt  person")
	d.press("N", "N")
	d.sees(" Mara Venn  person", "Venn  Coastal Times, Northern Star", "2 statements: The Harbour Post 2", "Tue  2 Dec 2025")
	d.press(" ")
	d.sees("[actor: Mara Venn]")
}

func TestCardSaysWhoSpeaksOfThem(t *testing.T) {
	b := fixture()
	r := &b.Readings[0]
	mention := span(harbourPost, "tide")
	r.Entities[0].Mentions = append(r.Entities[0].Mentions, news.Mention{Span: mention, Form: news.ByName})
	d := drive(t, 120, 40, Options{})
	d.read(b, true)
	d.press("2", "A")
	d.sees("─ Spoken of in 1 quote of others", "Tomas Reke")
	d.press("G", "enter")
	d.sees("◆ reference", "a surrender to the tide")
	d.press("esc", "A") // of the speaker under the cursor
	d.sees(" Tomas Reke  person")
	d.press("A")
	d.sees("4 Quotes")
}

func TestCardOfNobody(t *testing.T) {
	d := drive(t, 120, 40, Options{})
	d.press("A")
	d.sees("Nobody is under the keys")
}

// A form of the name that is a role before another form says nothing new.
func TestCardTellsNoNameTwice(t *testing.T) {
	b := fixture()
	e := &b.Readings[0].Entities[0]
	e.Role = span(harbourPost, "Harbour Minister")
	b.Actors[0].Aliases = []string{"Venn", "Ms Venn", "Harbour Minister Mara Venn", "Harbour Minister Venn"}
	d := drive(t, 120, 40, Options{})
	d.read(b, true)
	d.press("2", "A")
	d.sees("Harbour Minister  The Harbour Post", "Ms Venn")
	d.seesNot("Harbour Minister Mara Venn", "Harbour Minister Venn")
}

// The days that there is no room for are counted.
func TestCardCountsAllDays(t *testing.T) {
	b := fixture()
	b.Statements = nil
	r := &b.Readings[0]
	q := r.Quotes[1]
	for i := range 20 {
		q.SaidOn = news.Date{Year: 2025, Month: 11, Day: i + 1}
		r.Quotes = append(r.Quotes, q)
		b.Statements = append(b.Statements, news.Statement{Speakers: []int{0}, Variants: []news.Variant{{Quote: ref(0, len(r.Quotes)-1)}}})
	}
	d := drive(t, 120, 40, Options{})
	d.read(b, true)
	d.press("2", "A")
	d.sees("… 8 statements on 8 days before", "Sun  9 Nov 2025", "Thu 20 Nov 2025")
	d.seesNot("Sat  8 Nov 2025  █")
}

// The timeline begins at the event that the keys are on, or that narrows.
func TestTimelineOpensAtTheEvent(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("3", "j", "T")
	d.sees("▶ Mon 15 Dec 2025  ferry line closes")
	d.press("T", "k", " ", "4", "T")
	d.sees("▶ Fri  5 Dec 2025  meeting with residents")
	d.press("T", "3", "j", " ", "4", "T")
	d.sees("[event: ferry line closes", "▶ Mon 15 Dec 2025  ferry line closes")
}

// An outlet's article goes before the rest of its name does.
func TestOutletInAColumn(t *testing.T) {
	for want, width := range map[string]int{"The Harbour Post ": 17, "Harbour Post   ": 15, "Harbour P…": 10} {
		if got := outletIn("The Harbour Post", width).String(); got != want {
			t.Errorf("in %d cells: %q, want %q", width, got, want)
		}
	}
}

// Why there is no event is said.
func TestTimelineSaysWhyItIsEmpty(t *testing.T) {
	b := fixture()
	b.Events = nil
	b.Readings[0].Article.Published = news.DateField{}
	b.Readings[1].Article.Published = news.DateField{}
	d := drive(t, 80, 24, Options{})
	d.press("T")
	d.sees("  not read yet")
	d.read(b, true)
	d.sees("no dated events", "In 2 articles without a day of publication")
}
