package ui

import (
	"testing"
)

func TestTypingNarrowsAList(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("f", "type:SEA")
	d.sees("4 Quotes /SEA", "1 of 5", "▶ ·  Mara Venn")
	d.press("enter", "j", "k", "enter")
	d.sees("statement 1 of 1", "The sea has decided")
	d.press("esc", "esc")
	d.sees("━ 4 Quotes 5", "No filter")
	d.press("f", "type:reke tide", "esc")
	d.sees("━ 4 Quotes 5")
	d.press("2", "f", "type:öwner") // as folded
	d.sees("2 Actors /öwner", "▶ Inga Moss")
	d.press("down", "enter", "2")
	d.sees("▶ Inga Moss")
}

func TestTypingIsTextNotKeys(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("f", "type:q?!MTASB/")
	d.sees("/q?!MTASB/", "0 of 5", "no quotes")
	d.press("O", "esc", "O", "f", "type:led", "enter", "enter")
	d.sees("[outlet: Daily Ledger]")
}

func TestStoriesAreFoundByTyping(t *testing.T) {
	d := open(t, 80, 24, Options{})
	d.press("S")
	d.sees("headline", "outlets", "articles", "newest", "alarms", "4 Dec 2025      ≠1", "▶ Minister will not rebuild")
	d.press("type:hale nordwire")
	d.sees("0 of 2", "no story has")
	d.press("esc", "type:ferry")
	d.sees("1 of 2", "▶ Ferry line")
	d.press("enter")
	d.sees("[story: Ferry line", "4 Quotes 1 of 5")
	d.press("S")
	d.sees("▶ Minister", " ●Ferry")
	d.press("down", "esc")
	d.sees("4 Quotes")
}

func TestFilterSurvivesAnotherReading(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("f", "type:sea")
	d.read(fixture(), true)
	d.sees("4 Quotes /sea", "1 of 5")
}

func TestHelpIsSearched(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("?", "f", "type:quote citation")
	d.sees("/quote citation", "copy: the quote with a citation", "━ Matrix", "━ Reader")
	d.seesNot("timeline:")
	d.press("enter", "esc")
	d.sees("timeline:")
	d.press("esc")
	d.sees("4 Quotes")
}
