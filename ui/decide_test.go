package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"verbatim/corpus/corrections"
	"verbatim/corpus/news"
	"verbatim/index"
)

// decider drives a program whose decisions are kept in a folder of their own.
// Of what is decided only the bookmarks and notes come back in the fixture;
// that links are made anew is not the screen's doing.
type decider struct {
	*driver
	book    *corrections.Book
	decided bool
}

func openDecider(t *testing.T, w, h int) *decider {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := os.Mkdir("port-hale", 0o755); err != nil {
		t.Fatal(err)
	}
	d := &decider{book: corrections.Beside([]string{"port-hale"})}
	d.driver = open(t, w, h, Options{Compare: swapReference, Corrections: d.book, Corrected: func() { d.decided = true }})
	return d
}

// decide presses keys and hands over the briefing that comes of a decision.
func (d *decider) decide(keys ...string) {
	d.t.Helper()
	d.press(keys...)
	if !d.decided {
		return
	}
	d.decided = false
	b, set := fixture(), d.book.Set()
	found, _, problems := set.Find(b.Readings)
	for _, p := range problems {
		d.t.Error(p.What)
	}
	b.Bookmarks, b.Notes = found.Bookmarks, found.Notes
	d.send(read{Update: Update{Briefing: b, Finished: true}, catalog: newCatalog(b)})
}

// keeps compares the decisions in the file.
func (d *decider) keeps(want ...string) {
	d.t.Helper()
	data, err := os.ReadFile(d.book.File())
	if err != nil {
		d.t.Fatal(err)
	}
	got := slices.DeleteFunc(strings.Split(strings.TrimSpace(string(data)), "\n"), func(l string) bool { return l == "" || strings.HasPrefix(l, "#") })
	if !slices.Equal(got, want) {
		d.t.Errorf("the file has\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

const tide = `a1.txt "a surrender to the tide"`

func TestBookmark(t *testing.T) {
	d := openDecider(t, 120, 40)
	d.decide("j", "b")
	d.sees("!*Tomas Reke", " Bookmarked: “a surrender to th…”.", "z undoes")
	d.keeps("bookmark " + tide)
	d.decide("*")
	d.sees("[bookmarked only]", "Quotes 1 of 5", "Stories 1 of 2")
	d.decide("enter")
	d.sees("The Harbour Post *")
	d.decide("b")
	d.sees("No bookmark now: “a surrender to th…”.")
	d.keeps()
	d.decide("z")
	d.sees("Undone. Bookmarked again: “a surrender to th…”.", "Z redoes", "The Harbour Post *")
	d.decide("Z")
	d.sees("Done again. No bookmark now: “a surrender to th…”.", "z undoes")
	d.decide("z", "z")
	d.sees("Undone. No bookmark now: “a surrender to th…”.", "Z redoes")
	d.decide("z")
	d.sees("Nothing of this session is left to undo.")
	d.keeps()
}

func TestBookmarkOfAnArticle(t *testing.T) {
	d := openDecider(t, 120, 40)
	d.decide("1", "s", "b")
	d.sees("Bookmarked: the article of Early Bird.")
	d.keeps("bookmark-article a6.txt")
	d.decide("b")
	d.keeps()
}

func TestNote(t *testing.T) {
	d := openDecider(t, 120, 40)
	d.decide("j", "t", "type:Ask q for the tape? ")
	d.sees("Note on “a surrender to th…”: Ask q for the tape?")
	d.decide("esc")
	d.seesNot("Ask q")
	d.decide("t", "type:Ask q for the tape? ", "enter")
	d.sees("Noted on “a surrender to th…”: Ask q for the tape?", "z undoes", "† Ask q for the tape?", "!†Tomas Reke")
	d.keeps("note " + tide + ` says "Ask q for the tape?"`)
	d.decide("enter", "t")
	d.sees("† Ask q for the tape?", "Note on “a surrender to th…”: Ask q for the tape?")
	d.decide("ctrl+u", "type:Done.", "enter")
	d.keeps("note " + tide + ` says "Done."`)
	d.decide("z")
	d.keeps("note " + tide + ` says "Ask q for the tape?"`)
	d.decide("t", "ctrl+u", "enter")
	d.sees("No note now on “a surrender to th…”.")
	d.keeps()
}

func TestMergeStatements(t *testing.T) {
	d := openDecider(t, 80, 24)
	d.decide("j", "m")
	d.sees("Merge “a surrender to th…” with …")
	d.decide("j")
	d.sees("Merge “a surrender to th…” with …")
	d.decide("esc", "m", "m")
	d.sees("These are one statement already.")
	d.decide("k", "m", "j", "m")
	d.sees("One statement now: “a surrender to th…” and “The sea has decid…”.", "z undoes")
	d.keeps("merge-statements " + tide + ` with a1.txt "The sea has decided this for us."`)
	d.decide("m", "j", "m")
	d.sees("These are of two stories")
}

func TestSplitStatement(t *testing.T) {
	d := openDecider(t, 120, 40)
	d.decide("j", "u")
	d.sees("Open it (enter) and put the keys on the quote to split off.")
	d.decide("enter", "l", "u")
	d.sees("A statement of its own now: “a surrender to th…” of Daily Ledger.", "z undoes")
	d.keeps(`split-statement a2.txt "a surrender to the tide" from ` + tide)
	d.decide("esc", "j", "enter", "u")
	d.sees("no other quote")
}

// Splitting what was merged by hand takes that back.
func TestSplitOfAMerge(t *testing.T) {
	d := openDecider(t, 120, 40)
	if err := os.WriteFile(d.book.File(), []byte("merge-statements "+tide+` with a2.txt "A surrender to the tide"`+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	d.decide("j", "enter", "l", "u")
	d.keeps()
}

func TestMergeActors(t *testing.T) {
	d := openDecider(t, 120, 40)
	d.decide("2", "m", "4", "m")
	d.sees("with …", "m on the other statement")
	d.decide("esc", "2", "m", "j", "m")
	d.sees("One actor now: Mara Venn and Tomas Reke.", "z undoes")
	d.keeps(`merge-actors a1.txt "Mara Venn" with a1.txt "Tomas Reke"`)
}

func TestSplitActor(t *testing.T) {
	d := openDecider(t, 120, 40)
	d.decide("2", "u")
	d.sees("Which name is somebody else's?", "Northern Star")
	d.decide("f", "type:star", "enter", "enter")
	d.sees("Who is “Venn” in Northern Star? Venn")
	d.decide("ctrl+u", "type:Orrin Venn", "enter")
	d.sees("“Venn” in Northern Star is Orrin Venn now.", "z undoes")
	d.keeps(`split-actor a4.txt "Venn" is "Orrin Venn"`)
}

// What could not be written is said, and stays on the screen.
func TestUnwritableCorrections(t *testing.T) {
	d := openDecider(t, 200, 60)
	if err := os.Remove("port-hale"); err != nil {
		t.Fatal(err)
	}
	d.decide("j", "b")
	d.sees("✗ kept for this session only: write port-hale/verbatim.corrections", "!*Tomas Reke")
}

// Without a place for them there are no such keys.
func TestNothingToDecide(t *testing.T) {
	d := open(t, 120, 40, Options{})
	d.press("b", "t", "m", "u", "z", "?")
	d.seesNot("bookmark: the", "undo")
}

// The list stays at what its item has become part of.
func TestCursorFollowsAMerge(t *testing.T) {
	d := openDecider(t, 120, 40)
	d.press("j", "j")
	b := fixture()
	b.Statements[1].Variants = append(b.Statements[1].Variants, b.Statements[2].Variants...)
	b.Statements = slices.Delete(b.Statements, 2, 3)
	d.read(b, true)
	d.sees("▶ =! Tomas Reke")
}

// The work behind the screen makes the briefing and the index anew.
func TestWorkFollowsDecisions(t *testing.T) {
	dir := t.TempDir()
	article := "---\noutlet: Quay Courier\npublished: 2031-03-04\n---\nPort Hale gives up the pier\n\n“We will not rebuild the northern pier,” said Mara Venn, chair of the board.\n"
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(article), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	w := newWorker(ctx, Work{})
	w.Paths, w.Corrections = []string{dir}, corrections.Beside([]string{dir})
	w.Index = func() (*index.Index, error) { return index.Open(index.Options{InMemory: true}) }
	w.Close = func(x *index.Index) { _ = x.Close() }
	done := make(chan struct{})
	go func() {
		defer close(done)
		w.run()
	}()
	defer func() {
		cancel()
		<-done
	}()
	asked := false
	for u := range w.updates {
		if u.Err != nil {
			t.Fatal(u.Err)
		}
		if u.Briefing == nil || !u.Finished {
			continue
		}
		if !asked {
			asked = true
			split := corrections.Decision{Kind: corrections.SplitActor, At: corrections.Place{File: "a.txt", Words: "Mara Venn"}, Text: "Orrin Holt"}
			if err := w.Corrections.Do(corrections.Change{Add: []corrections.Decision{split}}); err != nil {
				t.Fatal(err)
			}
			w.correct()
			continue
		}
		if !slices.ContainsFunc(u.Briefing.Actors, func(a news.Actor) bool { return a.Name == "Orrin Holt" }) {
			t.Errorf("%+v", u.Briefing.Actors)
		}
		break
	}
	for u := range w.updates {
		if u.Searcher == nil {
			continue
		}
		found, err := u.Searcher.Search(ctx, Query{Words: `speaker:"orrin holt"`, Limit: 5})
		if err != nil {
			t.Fatal(err)
		}
		if found.Total > 0 {
			return
		}
	}
	t.Error("the index does not follow")
}

// What is decided is said first, however little of the file could be read.
func TestUnreadableCorrections(t *testing.T) {
	d := openDecider(t, 120, 40)
	if err := os.Mkdir(d.book.File(), 0o755); err != nil {
		t.Fatal(err)
	}
	d.press("j", "b")
	d.sees(" Bookmarked: “a surrender to th…”. ✗ kept for this session only")
	if got := outcome("Bookmarked", errors.New("no such page"), d.r.keys.undo); got.words != "✗ decide: no such page" || got.then != "" {
		t.Errorf("what was not decided is told as %+v", got)
	}
}
