package ui

import (
	"slices"
	"strings"
	"testing"

	"verbatim/corpus/news"
)

// What an editor must see first stands first: the story of most outlets, the
// event that outlets disagree on, however they came in.
func TestWhatMattersComesFirst(t *testing.T) {
	b := fixture()
	slices.Reverse(b.Stories)
	for i := range b.Statements {
		b.Statements[i].Story = 1 - b.Statements[i].Story
	}
	for i := range b.Events {
		b.Events[i].Story = 1 - b.Events[i].Story
	}
	b.Readings[6].Reports[0].Date = date(1) // before the one that is disputed
	d := drive(t, 120, 40, Options{})
	d.read(b, true)
	d.sees("› Minister will not", "›  5 Dec meeting")
	d.press("T")
	if s := d.screen(); strings.Index(s, "ferry line") > strings.Index(s, "meeting with") {
		t.Errorf("the timeline is not by the day:\n%s", s)
	}
}

// Of two centuries the years are told in full.
func TestYearsOfTwoCenturies(t *testing.T) {
	b := fixture()
	b.Readings[6].Reports[0].Date = news.Date{Year: 1932, Month: 7, Day: 28}
	d := drive(t, 120, 40, Options{})
	d.read(b, true)
	d.sees("28 Jul 1932 ferry line", " 5 Dec 2025 meeting")
	b.Readings[6].Reports[0].Date = news.Date{Year: 2024, Month: 7, Day: 28}
	d.read(b, true)
	d.sees("28 Jul ’24 ferry line", " 5 Dec ’25 meeting")
}

// Alarms and bookmarks leave those who speak in one.
func TestAlarmsLeaveWhoSpeaksInOne(t *testing.T) {
	d := openDecider(t, 120, 40)
	d.decide("a")
	d.sees("2 Actors 1 of 6", "Mara Venn")
	d.decide("a", "j", "b", "*")
	d.sees("[bookmarked only]", "2 Actors 2 of 6", "Tomas Reke", "Olle Brandt")
}

// Which row one is on is said where not all are seen.
func TestListSaysWhereOneIs(t *testing.T) {
	d := open(t, 80, 15, Options{})
	d.press("2", "j")
	d.sees(" row 2 ")
	d = open(t, 120, 40, Options{})
	d.press("2", "j")
	d.seesNot(" row ")
}

// Of a long path the end is shown, and what the screen is on beside it.
func TestHeaderKeepsWhereOneIs(t *testing.T) {
	d := open(t, 80, 24, Options{Title: "/srv/desk/incoming/agencies/2031/03/harbour-wall-and-ferries"})
	d.press("enter")
	d.sees("ferries  ›  statement 1 of 5", "…", "≠ 1 alarm")
	d.seesNot("/srv")
}

// Where nothing was read the screen says why, and what would be.
func TestNothingToRead(t *testing.T) {
	d := drive(t, 80, 24, Options{})
	d.press("!")
	d.sees("Nothing has been read yet.")
	d.press("esc")
	d.read(&news.Briefing{}, true)
	d.sees("No article found here. Text, Markdown, HTML and JSONL are read", "0 articles")
	d.press("!")
	d.sees("There was nothing to read.")
	d.press("esc")
	d.read(&news.Briefing{Problems: []news.Problem{{File: "a.pdf", What: "a PDF"}}}, true)
	d.sees("Nothing could be read: ! says why")
	d.press("!")
	d.sees("1 problem; 0 articles could be read", "a.pdf")
}

// While it is read the foot says how to stop that, and the head how much of it
// is on the screen.
func TestPartOfTheReading(t *testing.T) {
	d := drive(t, 80, 24, Options{Stop: func() {}})
	d.read(fixture(), false)
	d.sees("So far on the screen: 7 articles.")
	d.seesNot("esc") // all is read, and linked
	d.send(read{Update: Update{Done: 3, Total: 9}})
	d.sees("So far on the screen: 7 articles.", "esc stop reading")
	d.read(fixture(), true)
	d.sees("No filter")
	d.seesNot("esc")
	d.press("a")
	d.seesNot("No filter")
}

// The outlets with most alarms come first, then those with most quotes.
func TestOutletsByAlarms(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("O")
	d.sees("▶ Daily Ledger")
	seenInOrder(t, d.screen(), "Daily Ledger ", "Coastal Times ", "The Harbour Post ", "Early Bird ")
}

// seenInOrder checks that all of the words are on a screen, in that order.
func seenInOrder(t *testing.T, screen string, words ...string) {
	t.Helper()
	at := -1
	for _, w := range words {
		i := strings.Index(screen, w)
		if i <= at {
			t.Errorf("%q is not there or comes too early:\n%s", w, screen)
		}
		at = i
	}
}

// Below one another the outlets' foremost words come before what they have besides,
// and the keys go the same way.
func TestStackedFirstsFirst(t *testing.T) {
	b := fixture()
	b.Statements[0].Variants[4].Quote = ref(0, 0) // a paraphrase of the reference's outlet
	d := drive(t, 80, 60, Options{Compare: swapReference})
	d.read(b, true)
	d.press("enter")
	seenInOrder(t, d.screen(), " The Harbour Post  Nordwire", "Daily Ledger  3 Dec", "Coastal Times  ", "The Harbour Post, also")
	d.press("h", "l")
	d.sees("▶ Daily Ledger")
	d.press("l", "l", "l", "l")
	d.sees("▶ The Harbour Post, also")
}

// The question mark behind a speaker is explained where there is one.
func TestLegendExplainsDoubt(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("enter")
	d.seesNot("name ?")
	d.press("n")
	d.sees("name ? not sure who")
}
