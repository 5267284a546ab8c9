package ui

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"verbatim/corpus/news"
)

func TestKeysAreUniqueInEachView(t *testing.T) {
	k := defaultKeys()
	for v := range viewCount {
		seen := map[string]string{}
		for _, b := range k.view(v) {
			for _, name := range b.Keys() {
				if was, ok := seen[name]; ok {
					t.Errorf("%s: %q is %q and %q", viewNames[v], name, was, b.Help().Desc)
				}
				seen[name] = b.Help().Desc
			}
		}
	}
}

func TestEveryKeyIsInHelp(t *testing.T) {
	k := defaultKeys()
	var help strings.Builder
	for _, l := range writeHelp(&k, viewDesk, 80) {
		help.WriteString(l.String() + "\n")
	}
	for v := range viewCount {
		for _, b := range k.view(v) {
			if !strings.Contains(help.String(), b.Help().Desc) {
				t.Errorf("help has no %q of %s", b.Help().Desc, viewNames[v])
			}
		}
	}
	if !slices.ContainsFunc(k.view(viewSide), func(b key.Binding) bool { return b.Help().Key == "r" }) {
		t.Error("side by side has no key for the reference")
	}
}

func TestFirstFrameComesBeforeAnything(t *testing.T) {
	d := drive(t, 80, 24, Options{})
	d.sees("Verbatim", "reading", "Stories", "not read yet")
	d.seesNot("no quotes")
	d.send(read{Update: Update{Done: 30, Total: 120}})
	d.sees("30/120", "███░░░")
}

func TestNoticeAndError(t *testing.T) {
	d := drive(t, 80, 24, Options{})
	d.send(read{Update: Update{Notice: "the index is held by another verbatim"}})
	d.sees("held by another")
	d.send(read{Update: Update{Err: errors.New("read briefing: disk gone")}})
	d.sees("disk gone")
}

func TestTooSmall(t *testing.T) {
	d := open(t, 59, 14, Options{})
	d.sees("59 × 14", "60 × 15")
	d = open(t, 60, 15, Options{})
	d.sees("Stories", "Mara")
}

func TestCursorStaysOnItsItem(t *testing.T) {
	b := fixture()
	early := *b
	early.Statements = []news.Statement{b.Statements[4], b.Statements[2]}
	early.Stories = []news.Story{b.Stories[1], b.Stories[0]}
	early.Statements[0].Story, early.Statements[1].Story = 0, 1
	d := drive(t, 120, 40, Options{})
	d.read(&early, false)
	d.press("j", "k", "1", "j", "k")
	d.sees("▶ Minister will not")
	was, _ := d.desk().lists[statementList].current()
	d.read(fixture(), true)
	if now, _ := d.desk().lists[statementList].current(); now != was {
		t.Errorf("the cursor went from %v to %v", was, now)
	}
	d.sees("▶ Minister will not")
}

func (d *driver) desk() *desk { return d.r.stack[0].(*desk) }

func TestCursorNotMovedStaysOnTop(t *testing.T) {
	b := fixture()
	early := *b
	early.Statements = b.Statements[4:]
	d := drive(t, 120, 40, Options{})
	d.read(&early, false)
	d.sees("▶    Inga Moss")
	d.read(fixture(), true)
	d.sees("▶ ≠! Mara Venn")
}

func TestLensNarrowsAndWidens(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("2", "enter")
	d.sees("[actor: Mara Venn]", "━ 4 Quotes 2 of 5", "1 Stories 1 of 2", "3 Events 1 of 2")
	d.press("1", " ")
	d.sees("[actor: Mara Venn] [story: Minister")
	d.press("a")
	d.sees("[alarms only]", "4 Quotes 1 of 5")
	d.press("esc", "esc")
	d.sees("[actor: Mara Venn]")
	d.seesNot("[story:", "[alarms")
	d.press("backspace")
	d.sees("No filter", "4 Quotes 5")
	d.press("O", "enter")
	d.sees("[outlet: Daily Ledger]", "4 Quotes 2 of 5")
}

func TestLensOutlivesAnotherReading(t *testing.T) {
	d := drive(t, 120, 40, Options{})
	b := fixture()
	d.read(b, false)
	d.press("2", "enter")
	later := fixture()
	slices.Reverse(later.Actors)
	for i := range later.Statements {
		for j, a := range later.Statements[i].Speakers {
			later.Statements[i].Speakers[j] = len(later.Actors) - 1 - a
		}
	}
	d.read(later, true)
	d.sees("[actor: Mara Venn]", "4 Quotes 2 of 5")
}

func TestSideBySideSaysWhatDiffers(t *testing.T) {
	for _, size := range sizes {
		d := open(t, size[0], 60, Options{NoColor: true})
		d.press("enter")
		d.sees("◆ reference", "{could}", "“could” for “will”", "≠ altered", "Mara Venn said", "outlets disagree on the date", "too early", "Early Bird")
	}
	d := open(t, 200, 60, Options{})
	d.press("enter")
	d.sees("{+The sea has decided", "+ merged", "… trimmed", "‹…›", "~ styled", "¶ paraphrase", "(unattributed)", "Possible paraphrases")
	d.press("n")
	d.sees("disagree on the speaker", "Olle Brandt ?", "· absent: Coastal Times, Evening Echo")
	d.press("N", "N")
	d.sees("statement 1 of 5")
}

// The keys begin on the worst alarm, which is in sight however small the screen
// is, the reference marked against it; without an alarm on the reference.
func TestSideBySideBeginsAtTheAlarm(t *testing.T) {
	for _, size := range [][2]int{{60, 15}, {80, 24}, {200, 60}} {
		d := open(t, size[0], size[1], Options{})
		d.press("enter")
		d.sees("▶ Daily Ledger", "“We {could} not", "“could” for “will”")
		d.press("n")
		d.sees("▶ The Harbour Post")
		d.press("N")
		d.sees("▶ Daily Ledger", "“could” for “will”")
	}
	d := open(t, 80, 24, Options{})
	d.press("enter")
	d.sees("“We ‹will› not rebuild")
}

func TestColumnsPageWithTheReferenceKept(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("enter")
	d.sees("The Harbour Post", "Daily Ledger", "Coastal Times", "3 of 5 outlets")
	d.seesNot("│ Northern Star")
	d.press("l", "l")
	d.sees("The Harbour Post", "▶ Evening Echo")
	d.seesNot("Daily Ledger   ")
	d.press("l", "h", "h", "h", "h", "h", "h")
	d.sees("▶ The Harbour Post", "Daily Ledger")
}

func TestReferenceCanBeTaken(t *testing.T) {
	d := open(t, 120, 40, Options{Compare: swapReference})
	d.press("enter", "r")
	d.sees("▶ Daily Ledger", "◆ reference, your choice")
	d.sees("Compared with Daily Ledger now", "r again: back")
	d.read(fixture(), true)
	d.sees("◆ reference, your choice")
	d.press("r")
	d.sees("Compared with the fullest wording in marks again.")
	d.seesNot("your choice")
	d = open(t, 120, 40, Options{})
	d.press("enter", "l", "r")
	d.seesNot("your choice", " r reference")
}

func TestContextShowsTheSentence(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("enter")
	d.seesNot("the harbour minister, said")
	d.press("c")
	d.sees("the harbour minister, said")
}

func TestReaderOpensAtTheQuote(t *testing.T) {
	d := open(t, 80, 16, Options{})
	d.press("enter", "l", "enter")
	d.sees("Coastal Times (front matter)", "▌ “We will not rebuild the wall … it can be saved.", "4 Dec 2025")
	d.sees("quote 1 of 1")
	d.press("esc", "esc")
	d.sees("4 Quotes")
}

func TestReaderShowsFurnitureOnDemand(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("s")
	d.seesNot("Share this story")
	d.press("f")
	d.sees("┆ Share this story", "┆ Navigation")
	d.press("L")
	d.sees("9 Share this story")
}

func TestReaderFinds(t *testing.T) {
	d := open(t, 80, 24, Options{})
	d.press("s", "/", "type:WALL")
	d.sees("/ WALL", "2 hits")
	d.press("enter", "n")
	d.sees("hit 2 of 2")
	d.press("N", "/", "type:quay")
	d.sees("1 hit")
	d.press("esc")
	d.seesNot("hit")
}

func TestReaderGoesBesides(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("s", "enter")
	d.sees("◆ reference", "≠ altered")
	d.press("esc")
	d.sees("port-hale/a1.txt")
}

func TestSearchOpensTheReaderAtTheHit(t *testing.T) {
	d := open(t, 80, 24, Options{})
	d.press("/", "type:surrender")
	d.sees("3 hits", "Tomas Reke called")
	d.press("down", "enter")
	d.sees("Daily Ledger", "hit 1 of 1", "▌ Opposition leader")
	d.press("esc")
	d.sees("/ surrender", "3 hits")
	d.press("esc")
	d.sees("4 Quotes")
}

func TestSearchKeepsResultsBesideAnError(t *testing.T) {
	d := open(t, 80, 24, Options{})
	d.press("/", "type:wall", `type: "se`)
	d.sees("close it", "The Harbour Post")
}

func TestStaleAnswersAreDropped(t *testing.T) {
	d := open(t, 80, 24, Options{})
	d.press("/", "type:ferry")
	old := answer{seq: d.r.found.seq - 1, query: "ferr", err: errors.New("too late")}
	d.send(old)
	d.seesNot("too late")
}

func TestSearchRespectsTheLens(t *testing.T) {
	d := open(t, 80, 24, Options{})
	d.press("/", "type:the", "esc", "1", "j", "enter", "/")
	d.sees("within the filter", "Nordwire")
	d.seesNot("Daily Ledger")
}

func TestSearchSurvivesAnIndexThatPanics(t *testing.T) {
	d := open(t, 80, 24, Options{})
	d.r.found.searcher = nil
	d.press("/")
	d.sees("not ready")
	m := run(t.Context(), brokenSearcher{}, 1, Query{Words: "x"})
	if a, ok := m.(answer); !ok || a.err == nil {
		t.Errorf("a panic became %v", m)
	}
}

func TestSharpTurns(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("enter", "l", "enter")
	d.read(&news.Briefing{}, true) // everything has gone
	d.sees("no longer there")
	d.press("esc")
	d.sees("no longer there")
	d.press("l", "n", "c", "enter", "esc", "enter", "s", "1", "enter", " ", "s", "j", "G")
	d.sees("no stories")
}

func TestNoColourHasNoColour(t *testing.T) {
	for _, sc := range scenes {
		d := open(t, 120, 40, Options{NoColor: true})
		d.press(sc.keys...)
		for _, seq := range strings.Split(d.r.View(), "\x1b[")[1:] {
			codes, _, _ := strings.Cut(seq, "m")
			for _, c := range strings.Split(codes, ";") {
				if len(c) > 1 && c != "22" {
					t.Fatalf("%s: colour %q", sc.name, codes)
				}
			}
		}
	}
}

func TestFastKeysAreSingleKeys(t *testing.T) {
	d := open(t, 80, 24, Options{})
	d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("jj")})
	d.sees("▶ ·  Mara Venn") // the third
	d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("/the sea")})
	d.sees("/ the sea")
	d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("\x1b\nxyz"), Paste: true})
	d.sees("/ the seaxyz")
	d.press("esc", "enter", "enter")
	d.send(tea.KeyMsg{Type: tea.KeyEsc, Alt: true})
	d.sees("4 Quotes")
}
