package link

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"verbatim/corpus/annotate"
	"verbatim/corpus/clean"
	"verbatim/corpus/corrections"
	"verbatim/corpus/load"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// newsDay makes the readings of invented stories: some people of a town, on a
// day, as several outlets report them. The same people come back in other
// stories, and some articles have no date.
func newsDay(t testing.TB, stories int) []news.Reading {
	t.Helper()
	people := []string{"Mara Venn", "Orrin Tarn", "Ilse Brandt", "Tomas Reke", "Dov Hallam", "Lena Skarsg"}
	places := []string{"Ardmere", "Port Hale", "Gannet", "Skelling", "Dunmarrow"}
	things := []string{"harbour lease", "tram strike", "reservoir leak", "ballot count", "school closures", "turbine contract", "ferry collision"}
	said := []string{
		"We will not close the %s file before the winter, and everybody in the council chamber knows it",
		"The people of this town were promised a straight answer about the %s and they never got one",
		"Nobody should lose a day of pay over the %s while the inspectors are still counting",
	}
	var out []news.Reading
	for s := range stories {
		thing, place := things[s%len(things)], places[s%len(places)]
		who, other := people[s%len(people)], people[(s+2)%len(people)]
		quote := fmt.Sprintf(said[s%len(said)], thing)
		for o, outlet := range []string{"Gull", "Tern", "Hale Mail"}[:1+s%3] {
			date := fmt.Sprintf("published: 2031-%02d-%02d\n", 1+s%12, 3+o+7*(s/12))
			if s%5 == 4 && o == 1 {
				date = ""
			}
			cut := []string{quote, strings.TrimPrefix(quote, "We "), strings.Replace(quote, "not", "never", 1)}[o]
			text := fmt.Sprintf("---\noutlet: %s\n%s---\n%s row over %s %d\n\n%s — %s of %s, chair of the board, spoke on Tuesday about the %s at pier %d. “%s,” said %s. %s said the %s plan number %d would fail.\n",
				outlet, date, place, thing, s, strings.ToUpper(place), who, place, thing, s, cut, who, other, thing, s)
			in := load.Document{File: fmt.Sprintf("%03d-%d.txt", s, o), Format: "text", Text: text}
			r, err := annotate.Read(clean.Article(in))
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, r)
		}
	}
	return out
}

func asJSON(t testing.TB, b news.Briefing) string {
	t.Helper()
	j, err := json.MarshalIndent(b, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(j)
}

// TestOrderOfArrival adds articles in any order, with briefings made on the
// way, and articles that come and go again: the briefing is that of the set.
func TestOrderOfArrival(t *testing.T) {
	rs := newsDay(t, 40)
	batch := Link(rs, nil)
	if len(batch.Stories) < 20 || len(batch.Stories) == len(rs) || len(batch.Statements) < 20 {
		t.Fatalf("%d stories of %d articles, %d statements", len(batch.Stories), len(rs), len(batch.Statements))
	}
	want := asJSON(t, batch)
	for seed := range uint64(12) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		l := NewLinker(0)
		l.keptPairs = int(seed % 3)
		var away []news.Reading
		for n, i := range rnd.Perm(len(rs)) {
			l.put(rs[i])
			if rnd.IntN(6) == 0 {
				l.remove(rs[i].Article.ID)
				away = append(away, rs[i])
			}
			if n%(3+int(seed)) == 0 {
				l.inOrder(nil)
			}
		}
		for _, r := range away {
			l.put(r)
		}
		if got := asJSON(t, l.inOrder(nil)); got != want {
			t.Fatalf("order %d gives another briefing:\n%s", seed, firstChange(got, want))
		}
	}
}

// firstChange returns the lines at which two texts part.
func firstChange(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d\n got %s\nwant %s", i, strings.Join(a[max(0, i-8):i+1], "\n"), b[i])
		}
	}
	return fmt.Sprint(len(a), " lines, want ", len(b))
}

// TestLinkAgain links the readings of a folder that changes.
func TestLinkAgain(t *testing.T) {
	rs := newsDay(t, 30)
	l := NewLinker(0)
	for _, part := range [][]news.Reading{rs[:10], rs, rs[20:], slices.Concat(rs[30:], rs[:25]), rs} {
		if got, want := asJSON(t, l.Link(part, nil, corrections.Found{})), asJSON(t, Link(part, nil)); got != want {
			t.Fatalf("%d articles: %s", len(part), firstChange(got, want))
		}
	}
	changed := slices.Clone(rs)
	changed[7].Article.Published.Date = changed[7].Article.Published.Date.AddDays(60)
	changed[9].Quotes = changed[9].Quotes[:1]
	if got, want := asJSON(t, l.Link(changed, nil, corrections.Found{})), asJSON(t, Link(changed, nil)); got != want {
		t.Error(firstChange(got, want))
	}
}

// TestCrowdedKey ties articles by a key until too many share it, and again
// when some are gone.
func TestCrowdedKey(t *testing.T) {
	at := func(n int, day int32) *profile {
		return &profile{id: fmt.Sprint(n), day: day, terms: []term{{7, 1}}, keys: []uint32{7}}
	}
	for day, most := range map[int32]int{100: crowd, undated: crowdAlways} {
		x := newTies()
		for n := range most {
			x.add(int32(n), at(n, day))
		}
		if n := len(x.of[0]); n != most-1 {
			t.Fatalf("%d ties, want %d", n, most-1)
		}
		x.add(int32(most), at(most, day))
		if n := len(x.of[0]) + len(x.of[most]); n != 0 {
			t.Errorf("%d ties by a key that too many share", n)
		}
		x.remove(3)
		if n := len(x.of[most]); n != most-1 {
			t.Errorf("%d ties when one is gone, want %d", n, most-1)
		}
	}
}

// TestStoriesMerge makes one story of two when an article comes that tells
// both.
func TestStoriesMerge(t *testing.T) {
	profileOf := func(id string, keys ...uint32) *profile {
		p := &profile{id: id, day: 5, keys: keys}
		for _, k := range keys {
			p.terms = append(p.terms, term{k, 0.5})
		}
		return p
	}
	x := newTies()
	x.add(0, profileOf("a", 1, 2, 3, 4))
	x.add(1, profileOf("b", 4, 5, 6, 7))
	groups := func() int {
		n := 0
		for h := range x.arts {
			x.changed[int32(h)] = x.arts[h] != nil
		}
		for h, is := range x.changed {
			if !is {
				delete(x.changed, h)
			}
		}
		for _, g := range x.groups() {
			n += len(x.stories(g))
		}
		return n
	}
	if n := groups(); n != 2 {
		t.Fatalf("%d stories, want 2", n)
	}
	x.add(2, profileOf("c", 2, 3, 4, 5))
	x.add(3, profileOf("d", 3, 4, 5, 6))
	if n := groups(); n != 1 {
		t.Errorf("%d stories, want 1", n)
	}
	x.remove(2)
	x.remove(3)
	if n := groups(); n != 2 {
		t.Errorf("%d stories, want the 2 of before", n)
	}
}

// naming makes a reading of one quote whose article names some people, the
// first of whom said it.
func naming(id, words string, names ...string) news.Reading {
	all := text.Span{End: len(words)}
	r := news.Reading{Article: news.Article{ID: id, File: id, Outlet: news.Field{Value: id}, Text: words, Blocks: []news.Block{{Span: all, Kind: news.Body}}}}
	r.Article.Published.Date = news.Date{Year: 2031, Month: 3, Day: 4}
	for _, name := range names {
		r.Entities = append(r.Entities, news.Entity{Name: name, Kind: news.Person})
	}
	r.Sentences = []text.Span{all}
	r.Quotes = []news.Quote{{Span: all, Kind: news.Direct, Speakers: []int{0}, Confidence: 1}}
	return r
}

// TestToldByItsOwn adds stories that tell who a family name of another most
// likely is: that story is not told anew, and all are as the batch tells them.
func TestToldByItsOwn(t *testing.T) {
	const lease = "The harbour lease at Gannet will not be signed before the winter storms are over"
	rs := []news.Reading{
		naming("Gull", lease, "Mara Venn", "Tomas Venn"),
		naming("Tern", lease, "Venn"),
		naming("Hale Mail", "Tram drivers walked out over unpaid overtime in Ardmere", "Mara Venn"),
		naming("Skua", "Engineers traced the reservoir leak to a cracked sluice", "Mara Venn"),
		naming("Heron", "Turbine makers underbid each other for the Skelling contract", "Mara Venn"),
	}
	l := NewLinker(0)
	l.put(rs[0])
	l.put(rs[1])
	b := l.inOrder(nil)
	if len(b.Stories) != 1 || len(b.Actors) != 3 || len(b.Statements) == 0 {
		t.Fatalf("%d stories, %d actors, %d statements", len(b.Stories), len(b.Actors), len(b.Statements))
	}
	s := l.arts[0].story
	const marked = -7
	told := s.statements[0].Severity
	s.statements[0].Severity = marked
	for _, r := range rs[2:] {
		l.put(r)
	}
	b = l.inOrder(nil)
	if len(b.Stories) != 4 || len(b.Actors) != 2 {
		t.Fatalf("%d stories, %d actors", len(b.Stories), len(b.Actors))
	}
	if s.statements[0].Severity != marked {
		t.Error("a story was told again for what others name")
	}
	s.statements[0].Severity = told
	if got, want := asJSON(t, b), asJSON(t, Link(b.Readings, nil)); got != want {
		t.Error(firstChange(got, want))
	}
}

// TestComparedOnce adds an article to a story: its quotes are compared with the
// others, those are not compared again.
func TestComparedOnce(t *testing.T) {
	const lease = "The harbour lease at Gannet will not be signed before the winter storms are over"
	l := NewLinker(0)
	l.keptPairs = 1
	l.put(naming("Gull", lease, "Mara Venn"))
	l.put(naming("Tern", lease, "Mara Venn"))
	if b := l.inOrder(nil); len(b.Statements) != 1 {
		t.Fatalf("%d statements", len(b.Statements))
	}
	const marked = -7
	for i := range l.arts[0].pairs.bonds {
		l.arts[0].pairs.bonds[i].rare = marked
	}
	l.put(naming("Skua", lease, "Mara Venn"))
	if b := l.inOrder(nil); len(b.Stories) != 1 || len(b.Statements) != 1 {
		t.Fatalf("%d stories, %d statements", len(b.Stories), len(b.Statements))
	}
	known, added := 0, 0
	for _, d := range l.arts[0].pairs.bonds {
		if d.rare == marked {
			known++
		} else {
			added++
		}
	}
	if known != 1 || added != 2 {
		t.Errorf("%d pairs known, %d compared, want 1 and 2", known, added)
	}
}
