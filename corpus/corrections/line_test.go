package corrections

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const long = "The wall stays down this year, and next year, and in every year that any of us will live to see it"

// Lines as people write them, and what is read in them.
func TestParse(t *testing.T) {
	at := Place{File: "courier.txt", Words: "It stays down."}
	for _, c := range []struct {
		line string
		want Decision
	}{
		{`bookmark-article courier.txt`, Decision{Kind: BookmarkArticle, At: Place{File: "courier.txt"}}},
		{`bookmark-article rows.jsonl "Wall to stay down"`, Decision{Kind: BookmarkArticle, At: Place{File: "rows.jsonl", Words: "Wall to stay down"}}},
		{`bookmark courier.txt "It stays down."`, Decision{Kind: Bookmark, At: at}},
		{"  bookmark\t courier.txt   \"It stays down.\"  ", Decision{Kind: Bookmark, At: at}},
		{`bookmark "sub dir/a.txt" "x" x2`, Decision{Kind: Bookmark, At: Place{File: "sub dir/a.txt", Words: "x", Nth: 2}}},
		{`bookmark a.txt "The wall … see it" #12ab34cd x3`, Decision{Kind: Bookmark, At: Place{File: "a.txt", Words: "The wall … see it", Sum: "12ab34cd", Nth: 3}}},
		{`note courier.txt "It stays down." says "Ask for the \"tape\".\nToday."`, Decision{Kind: Note, At: at, Text: "Ask for the \"tape\".\nToday."}},
		{`merge-statements courier.txt "It stays down." with tern.txt "It stays."`, Decision{Kind: MergeStatements, At: at, With: Place{File: "tern.txt", Words: "It stays."}}},
		{`split-statement courier.txt "It stays down." from tern.txt "It stays."`, Decision{Kind: SplitStatement, At: at, With: Place{File: "tern.txt", Words: "It stays."}}},
		{`merge-actors a.txt "Mara Venn" with b.txt "M. Venn"`, Decision{Kind: MergeActors, At: Place{File: "a.txt", Words: "Mara Venn"}, With: Place{File: "b.txt", Words: "M. Venn"}}},
		{`split-actor a.txt "Venn" is "Orrin Venn"`, Decision{Kind: SplitActor, At: Place{File: "a.txt", Words: "Venn"}, Text: "Orrin Venn"}},
	} {
		got, err := Parse(c.line)
		if err != nil {
			t.Errorf("%s: %v", c.line, err)
			continue
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %s", c.line, d)
		}
		again, err := Parse(got.String())
		if err != nil || again.String() != got.String() || !again.is(got) {
			t.Errorf("%s is written %s: %v", c.line, got, err)
		}
	}
}

func TestParseSaysWhatIsWrong(t *testing.T) {
	for line, want := range map[string]string{
		`bookmarks a.txt "x"`:                   `begins with "bookmarks"`,
		`bookmark`:                              "names no file",
		`bookmark a.txt`:                        "names no words",
		`bookmark a.txt " "`:                    "names no words",
		`bookmark a.txt "x`:                     "not closed",
		`bookmark a.txt "x" and more`:           `goes on with "and more"`,
		`note a.txt "x" "y"`:                    `where "says" should stand`,
		`note a.txt "x" says ""`:                "says nothing",
		`note a.txt "x" says`:                   "has no words",
		`merge-actors a.txt "x" from b.txt "y"`: `where "with" should stand`,
		`merge-actors a.txt "x" with b.txt`:     "names no words",
		"bookmark a.txt \"\xff\"":               "not UTF-8",
		"bookmark a.txt \"" + strings.Repeat("x", maxLine) + `"`: "longer",
	} {
		if _, err := Parse(line); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40s: %v, want %s", line, err, want)
		}
	}
}

// Long words are written as their ends and a sum, and are found by either.
func TestLongWordsAreAbbreviated(t *testing.T) {
	p := Place{File: "a.txt", Words: long}
	line := Decision{Kind: Bookmark, At: p}.String()
	if len(line) > 120 || !strings.Contains(line, "The wall stays down this year, and … ") || !strings.Contains(line, " #") {
		t.Fatal(line)
	}
	d, err := Parse(line)
	if err != nil || !d.At.fits(keyOf(long)) || d.At.fits(keyOf(long+" again")) || !d.At.is(p) {
		t.Error(d, err)
	}
	byHand := Place{File: "a.txt", Words: "The wall … live to see it"}
	if !byHand.fits(keyOf(long)) || byHand.fits(keyOf("The wall stays down.")) {
		t.Error("ends without a sum")
	}
	if huge := (Place{File: "a", Words: strings.Repeat("ü", 1<<20)}).String(); len(huge) > 400 {
		t.Errorf("a place of %d bytes", len(huge))
	}
}

// A re-reading may set the ends of a quote otherwise.
func TestWordsFitWithoutPunctuation(t *testing.T) {
	for _, words := range []string{"It’s down,", "it's DOWN", "  It's\ndown. "} {
		if !(Place{Words: words}).fits(keyOf("It’s down.")) {
			t.Errorf("%q does not fit", words)
		}
	}
	if (Place{Words: "…"}).fits(keyOf("It’s down.")) || (Place{Words: "It's"}).fits(keyOf("It’s down.")) {
		t.Error("too little fits")
	}
}

func FuzzParse(f *testing.F) {
	f.Add(`note a.txt "x" #12 x2 says "y"`)
	f.Add(`merge-actors "a \x00" "x" with b "y"`)
	f.Fuzz(func(t *testing.T, line string) {
		d, err := Parse(line)
		if err != nil {
			return
		}
		again, err := Parse(d.String())
		if err != nil || again.String() != d.String() {
			t.Errorf("%q is written %q and read again as %q: %v", line, d, again, err)
		}
	})
}
