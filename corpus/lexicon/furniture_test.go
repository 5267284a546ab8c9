package lexicon

import (
	"strings"
	"testing"
)

func TestFurnitureKey(t *testing.T) {
	cases := []struct {
		in, key string
		words   int
	}{
		{"Follow Us :", "follow us", 2},
		{"Editor’s note: none", "editors note : none", 3},
		{"More:Boats sail", "more : boats sail", 3},
		{"Updated at 6:21 p.m.", "updated at 6 21 p.m", 5},
		{"© 2031 The Post, LLC", "© 2031 the post llc", 5},
		{"Follow @jondell / Ärger", "follow @jondell ärger", 3},
		{"— • —", "", 0},
		{"", "", 0},
	}
	for _, c := range cases {
		if key, n := FurnitureKey(c.in, 400); key != c.key || n != c.words {
			t.Errorf("%q: got %q, %d; want %q, %d", c.in, key, n, c.key, c.words)
		}
	}
	if key, n := FurnitureKey("one two three four", 7); key != "one two" || n != 4 {
		t.Errorf("beyond the limit words are only counted: %q %d", key, n)
	}
}

func TestFurnitureOf(t *testing.T) {
	cases := []struct {
		in       string
		sentence bool
		quoted   bool
		want     FurnitureClass
	}{
		{"LEAVE A REPLY", false, false, FurnitureEnd},
		{"Most Popular", false, false, FurnitureEnd},
		{"The most popular boat", false, false, NotFurniture},
		{"Read more: Boats", false, false, FurnitureList},
		{"Follow Jon Dell on Twitter", false, false, FurnitureNav},
		{"For the timetable, click here.", true, false, FurnitureNav},
		{"The Associated Press contributed to this report.", true, true, FurnitureWork},
		{"He said this is a developing story", false, true, NotFurniture},
		{"Image copyright Roe", false, false, FurnitureImage},
		{"Jon Dell contributed.", true, false, FurnitureWork},
		{"That is what the crews of both ferries contributed.", true, false, NotFurniture},
		{"Add The Post as a preferred source", false, false, FurnitureNav},
	}
	for _, c := range cases {
		key, n := FurnitureKey(c.in, 400)
		if got := FurnitureOf(FurnitureLine{Key: key, Words: n, Sentence: c.sentence, Quoted: c.quoted}); got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}

// Every phrase of the book must be written as lines are folded, or it can
// never match.
func TestFurniturePhrasesCanMatch(t *testing.T) {
	check := func(words string) {
		for _, w := range strings.Fields(words) {
			if w == ":" || strings.ContainsAny(w, "*@") {
				continue
			}
			if key, _ := FurnitureKey(w, 100); key != w {
				t.Errorf("%q holds the word %q, which folds to %q", words, w, key)
			}
		}
	}
	b := furnitureBooks()
	for words := range b.whole {
		check(words)
	}
	for _, ps := range b.byFirst {
		for _, p := range ps {
			check(p.words)
		}
	}
	if len(b.whole) < 100 || len(b.byFirst) < 50 {
		t.Errorf("only %d lines and %d first words", len(b.whole), len(b.byFirst))
	}
}

func TestAgencyOf(t *testing.T) {
	for in, want := range map[string]string{"The Associated Press": "AP", "reuters": "Reuters", " PTI ": "PTI", "Agence France-Presse": "AFP", "The Courier": "", "": ""} {
		if got, ok := AgencyOf(in); got != want || ok != (want != "") {
			t.Errorf("%q: got %q %v, want %q", in, got, ok, want)
		}
	}
}
