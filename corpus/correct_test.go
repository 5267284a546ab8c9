package corpus

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"verbatim/corpus/corrections"
	"verbatim/corpus/news"
)

// pier is one invented story of three outlets.
var pier = map[string]string{
	"courier.txt": `---
outlet: Quay Courier
published: 2031-03-04
---
Port Hale gives up the pier

PORT HALE — The harbour board gave up the northern pier on Tuesday after a storm tore half of it away.

“We will not rebuild the northern pier, and we will not pretend that it can be saved,” said Mara Venn, chair of the harbour board.

“Every family in this town has somebody who worked on it,” Venn said. Tomas Ilk, who leads the dockers, called the decision “a surrender to the tide”.
`,
	"ledger.txt": `---
outlet: Hale Ledger
published: 2031-03-04
---
Board: northern pier of Port Hale will not be rebuilt

PORT HALE — After the storm that tore half of the northern pier away, the harbour board gave it up on Tuesday.

“We could not rebuild the northern pier, and we will not pretend that it can be saved,” Mara Venn, chair of the harbour board, said.

“Nobody here will forget this winter,” said Tomas Ilk, the leader of the dockers.
`,
	"tern.txt": `---
outlet: The Tern
published: 2031-03-05
---
Storm ends the northern pier of Port Hale

PORT HALE — The harbour board will not rebuild the northern pier, half of which a storm tore away.

“Everybody in this place knows a man who earned his bread there,” said M. Venn-Holt, who chairs the harbour board.

Tomas Ilk, who leads the dockers, spoke of “a surrender to the tide”.
`,
}

const (
	saved  = `courier.txt "We will not rebuild the northern pier, and we will not pretend that it can be saved,"`
	could  = `ledger.txt "We could not rebuild the northern pier, and we will not pretend that it can be saved,"`
	family = `courier.txt "Every family in this town has somebody who worked on it,"`
	bread  = `tern.txt "Everybody in this place knows a man who earned his bread there,"`
)

// briefed reads the pier with some lines of corrections.
func briefed(t *testing.T, lines ...string) news.Briefing {
	t.Helper()
	dir := folder(t, pier)
	write(t, filepath.Join(dir, corrections.FileName), strings.Join(lines, "\n")+"\n")
	return reread(t, dir)
}

func reread(t *testing.T, dir string) news.Briefing {
	t.Helper()
	b, err := Read(context.Background(), []string{dir}, Options{Corrections: corrections.Beside([]string{dir})})
	if err != nil {
		t.Fatal(err)
	}
	for i := range b.Readings {
		b.Readings[i].Article.File = filepath.Base(b.Readings[i].Article.File)
	}
	for i := range b.Problems {
		b.Problems[i].File = filepath.Base(b.Problems[i].File)
	}
	return b
}

// saying returns the statement with a quote that begins so, and the variant.
func saying(t *testing.T, b *news.Briefing, file, begins string) (*news.Statement, int) {
	t.Helper()
	for i := range b.Statements {
		for n, v := range b.Statements[i].Variants {
			rd := &b.Readings[v.Quote.Reading]
			if rd.Article.File == file && strings.HasPrefix(rd.Quotes[v.Quote.Item].In(rd.Article.Text), begins) {
				return &b.Statements[i], n
			}
		}
	}
	t.Fatalf("%s has no statement that begins %q", file, begins)
	return nil, 0
}

func named(b *news.Briefing, name string) *news.Actor {
	i := slices.IndexFunc(b.Actors, func(a news.Actor) bool { return a.Name == name })
	if i < 0 {
		return nil
	}
	return &b.Actors[i]
}

func TestMergedStatementsAreOne(t *testing.T) {
	before := briefed(t)
	one, _ := saying(t, &before, "courier.txt", "Every family")
	two, _ := saying(t, &before, "tern.txt", "Everybody")
	if one == two {
		t.Fatal("they are one without being told")
	}
	b := briefed(t, "merge-statements "+family+" with "+bread)
	one, _ = saying(t, &b, "courier.txt", "Every family")
	two, n := saying(t, &b, "tern.txt", "Everybody")
	if one != two || len(one.Variants) != 2 || len(b.Problems) != 0 {
		t.Fatalf("%+v %v", one, b.Problems)
	}
	if slices.ContainsFunc(one.Absent, func(a news.Absence) bool { return a.Outlet == "The Tern" }) {
		t.Error("an outlet that carries it is absent")
	}
	if two.Variants[n].Possible {
		t.Error("what an editor merged is only possible")
	}
}

func TestSplitVariantIsAStatementOfItsOwn(t *testing.T) {
	before := briefed(t)
	one, n := saying(t, &before, "ledger.txt", "We could")
	if len(one.Variants) < 2 || one.Variants[n].Relation != news.Altered && one.Variants[one.Reference].Relation != news.Verbatim {
		t.Fatalf("%+v", one)
	}
	b := briefed(t, "split-statement "+could+" from "+saved)
	one, n = saying(t, &b, "ledger.txt", "We could")
	two, _ := saying(t, &b, "courier.txt", "We will")
	if one == two || one.Variants[n].Relation != news.Verbatim || one.Severity != 0 || two.Severity != 0 {
		t.Errorf("%+v\n%+v", one, two)
	}
}

func TestMergedActorsSpeakWithOneVoice(t *testing.T) {
	b := briefed(t, `merge-actors courier.txt "Mara Venn" with tern.txt "M. Venn-Holt"`)
	a := named(&b, "Mara Venn")
	if a == nil || len(a.Entities) != 3 || !slices.Contains(a.Aliases, "M. Venn-Holt") || named(&b, "M. Venn-Holt") != nil {
		t.Fatalf("%+v", a)
	}
	s, _ := saying(t, &b, "tern.txt", "Everybody")
	if len(s.Speakers) != 1 || b.Actors[s.Speakers[0]].Name != "Mara Venn" {
		t.Errorf("%+v", s)
	}
}

// A form of a name in one article may be somebody else's.
func TestSplitActor(t *testing.T) {
	b := briefed(t, `split-actor courier.txt "Venn" is "Orrin Venn"`)
	a := named(&b, "Orrin Venn")
	if a == nil || len(a.Entities) != 1 || named(&b, "Mara Venn") == nil {
		t.Fatalf("%+v %v", b.Actors, b.Problems)
	}
	s, _ := saying(t, &b, "courier.txt", "Every family")
	if len(s.Speakers) != 1 || b.Actors[s.Speakers[0]].Name != "Orrin Venn" {
		t.Errorf("%+v", s)
	}
	s, _ = saying(t, &b, "courier.txt", "We will")
	if len(s.Speakers) != 1 || b.Actors[s.Speakers[0]].Name != "Mara Venn" {
		t.Errorf("%+v", s)
	}
}

// The whole name of an article may be somebody else's too; a name that is
// known is who bears it.
func TestSplitActorOfAKnownName(t *testing.T) {
	b := briefed(t, `split-actor ledger.txt "Mara Venn" is "Tomas Ilk"`)
	if a := named(&b, "Mara Venn"); a == nil || len(a.Entities) != 1 {
		t.Errorf("%+v", a)
	}
	if a := named(&b, "Tomas Ilk"); a == nil || len(a.Entities) != 4 {
		t.Errorf("%+v", a)
	}
}

func TestMarksAreFoundAgain(t *testing.T) {
	b := briefed(t, "bookmark "+saved, `note `+could+` says "Ask for the tape."`, "bookmark-article tern.txt")
	if len(b.Bookmarks) != 2 || len(b.Notes) != 1 || b.Notes[0].Words != "Ask for the tape." || len(b.Problems) != 0 {
		t.Errorf("%+v %+v %v", b.Bookmarks, b.Notes, b.Problems)
	}
}

// Lines that find nothing any more are problems that name file and line.
func TestLostCorrectionsAreProblems(t *testing.T) {
	b := briefed(t, "# ours", `bookmark courier.txt "We never said it"`, "", `merge-actors courier.txt "Nobody" with tern.txt "Tomas Ilk"`, `note gone.txt "x" says "y"`, "gibberish")
	var lines []string
	for _, p := range b.Problems {
		if p.File != corrections.FileName {
			t.Errorf("%+v", p)
		}
		lines = append(lines, strings.Join(strings.Fields(p.What)[:2], " "))
	}
	if want := []string{"line 2", "line 4", "line 5", "line 6"}; !slices.Equal(lines, want) {
		t.Errorf("%v\n%+v", lines, b.Problems)
	}
}

func TestContradictionIsToldAndTheMergeStands(t *testing.T) {
	b := briefed(t, "split-statement "+could+" from "+saved, "merge-statements "+saved+" with "+could)
	one, _ := saying(t, &b, "ledger.txt", "We could")
	two, _ := saying(t, &b, "courier.txt", "We will")
	if one != two || len(b.Problems) != 1 || !strings.Contains(b.Problems[0].What, "line 1 splits what other lines merge") {
		t.Errorf("%+v %v", one, b.Problems)
	}
}

// canteen is another story than the pier's.
const canteen = `---
outlet: The Tern
published: 2031-11-20
---
School canteen in Aldmoor wins a prize for its soup

ALDMOOR — The canteen of the primary school won the regional soup prize on Thursday for a broth of leeks and barley.

“The secret is that the children peel the leeks themselves,” said Odo Farrant, the cook.
`

func TestAMergeOfTwoStoriesIsAProblem(t *testing.T) {
	dir := folder(t, pier)
	write(t, filepath.Join(dir, "canteen.txt"), canteen)
	leeks := `canteen.txt "The secret is that the children peel the leeks themselves,"`
	write(t, filepath.Join(dir, corrections.FileName), "# ours\nmerge-statements "+leeks+" with "+family+"\nmerge-statements "+family+" with "+bread+"\n")
	b := reread(t, dir)
	want := []news.Problem{{File: corrections.FileName, What: "line 2 merges statements of two stories; it is kept and not followed"}}
	if diff := cmp.Diff(want, b.Problems); diff != "" {
		t.Error(diff)
	}
	one, _ := saying(t, &b, "courier.txt", "Every family")
	two, _ := saying(t, &b, "tern.txt", "Everybody")
	other, _ := saying(t, &b, "canteen.txt", "The secret")
	if one != two || one == other {
		t.Error("the merge within the story is not followed, or the other is")
	}
}

// Any order of the lines, and any line twice, gives the same briefing.
func TestCorrectionsHaveNoOrder(t *testing.T) {
	lines := []string{
		"merge-statements " + family + " with " + bread,
		"split-statement " + could + " from " + saved,
		"merge-statements " + could + " with " + bread,
		`merge-actors courier.txt "Mara Venn" with tern.txt "M. Venn-Holt"`,
		`split-actor courier.txt "Venn" is "Orrin Venn"`,
		`split-actor courier.txt "Venn" is "Olle Venn"`,
		`merge-actors tern.txt "Tomas Ilk" with courier.txt "Orrin Venn"`,
		"bookmark " + saved, "bookmark " + bread, "bookmark-article tern.txt",
		"note " + saved + ` says "One."`, "note " + saved + ` says "Two."`,
	}
	want := briefed(t, lines...)
	r := rand.New(rand.NewPCG(1, 2))
	for range 8 {
		mixed := append(slices.Clone(lines), lines[r.IntN(len(lines))], lines[r.IntN(len(lines))])
		r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		if d := cmp.Diff(want, briefed(t, mixed...)); d != "" {
			t.Fatalf("%s\n%s", strings.Join(mixed, "\n"), d)
		}
	}
}

// Without corrections nothing changes, and the file of them is no article.
func TestNoCorrections(t *testing.T) {
	dir := folder(t, pier)
	plain, err := Read(context.Background(), []string{dir}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, corrections.FileName), "# nothing yet\n")
	with, err := Read(context.Background(), []string{dir}, Options{Corrections: corrections.Beside([]string{dir})})
	if err != nil {
		t.Fatal(err)
	}
	with.Bookmarks, with.Notes = nil, nil
	if d := cmp.Diff(plain, with); d != "" {
		t.Error(d)
	}
}

// What an editor decides on a briefing is found again by the words it is
// written with, after the articles have changed around them.
func TestDecisionsOutliveARereading(t *testing.T) {
	dir := folder(t, pier)
	book := corrections.Beside([]string{dir})
	b, err := Read(context.Background(), []string{dir}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for r := range b.Readings {
		for q := range b.Readings[r].Quotes {
			n++
			d := corrections.Decision{Kind: corrections.Bookmark, At: book.Quote(b.Readings, news.Ref{Reading: r, Item: q})}
			if err := book.Do(corrections.Change{Add: []corrections.Decision{d}}); err != nil {
				t.Fatal(d, err)
			}
		}
	}
	for name, src := range pier {
		write(t, filepath.Join(dir, name), strings.Replace(src, "PORT HALE — ", "PORT HALE — It rained. ", 1))
	}
	if b := reread(t, dir); len(b.Bookmarks) != n || len(b.Problems) != 0 {
		t.Errorf("%d of %d found: %v", len(b.Bookmarks), n, b.Problems)
	}
	if _, err := os.Stat(book.File()); err != nil {
		t.Error(err)
	}
}
