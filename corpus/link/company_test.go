package link

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"verbatim/corpus/corrections"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// townsfolk makes readings whose casts are hard to tell apart: people of few
// families, with initials, suffixes, genders and offices or without, by one
// name or two, bodies in several forms, and descriptions. Articles of one topic
// are of one story, and some have no day.
func townsfolk(rnd *rand.Rand, n int) []news.Reading {
	pick := func(words ...string) string { return words[rnd.IntN(len(words))] }
	topics := []string{
		"harbour lease at Gannet signed before the winter storms", "tram drivers walk out over unpaid overtime",
		"reservoir leak traced to a cracked sluice", "turbine makers underbid each other for a contract", "ballot count stopped by a burst pipe",
	}
	out := make([]news.Reading, n)
	for i := range out {
		r := naming(fmt.Sprintf("%03d", i), topics[rnd.IntN(len(topics))], "Mara Venn")
		r.Entities, r.Article.Outlet.Value = nil, pick("Gull", "Tern", "Skua")
		if r.Article.Published.Date = r.Article.Published.Date.AddDays(rnd.IntN(4) * 9); rnd.IntN(9) == 0 {
			r.Article.Published.Date = news.Date{}
		}
		if rnd.IntN(12) == 0 {
			r.Article.Agency.Value = pick("Gull", "Tern")
		}
		for range 1 + rnd.IntN(7) {
			e := news.Entity{Kind: news.Person, Gender: news.Gender(pick("", "", "m", "f"))}
			switch rnd.IntN(8) {
			case 0, 1:
				e.Name = pick("Venn", "Tarn", "Holm", "Kim", "Reke")
			case 2:
				e.Name, e.Kind, e.Gender = pick("Harbour Board", "Gannet Harbour Board", "GHB", "Skelling", "Norway's fishery ministry", "health department"), news.Organisation, ""
			case 3:
				e.Name, e.Anonymous = pick("a port official", "two clerks"), true
			default:
				e.Name = pick("Mara", "Mara", "Tomas", "Tom", "Kim", "J.", "Ilse") + pick("", "", " W.", " Q.") + " " + pick("Venn", "Venn", "Tarn", "Holm", "Reke", "al-Venn") + pick("", "", "", " Jr.")
			}
			if rnd.IntN(6) == 0 {
				e.Aliases = []string{pick("Ms. Venn", "Tomas Venn", "the chair", "GHB", "Mara Tarn")}
			}
			if e.Kind == news.Person && rnd.IntN(3) == 0 {
				start := len(r.Article.Text) + 1
				r.Article.Text += " " + pick("Senator", "president", "harbour director", "the auditor general", "minister's aide")
				e.Role = text.Span{Start: start, End: len(r.Article.Text)}
			}
			r.Entities = append(r.Entities, e)
		}
		out[i] = r
	}
	return out
}

// TestCompany links articles that come and go in any order, among others and
// at any place, and what editors decide of them: each briefing is as if its
// articles were linked at once.
func TestCompany(t *testing.T) {
	merged, figures := 0, 0
	for seed := range uint64(60) {
		rnd := rand.New(rand.NewPCG(seed, 7))
		all := townsfolk(rnd, 5+rnd.IntN(40))
		l := NewLinker(1 + rnd.IntN(3))
		var last news.Briefing
		var was string
		for step := range 6 {
			rs := slices.DeleteFunc(slices.Clone(all), func(news.Reading) bool { return rnd.IntN(4) == 0 })
			if seed%2 == 0 {
				rs = rs[:len(rs)*(step+1)/6] // a folder that grows
			} else if rnd.IntN(5) == 0 {
				rnd.Shuffle(len(rs), func(i, j int) { rs[i], rs[j] = rs[j], rs[i] })
			}
			if len(rs) > 0 && rnd.IntN(4) == 0 {
				i := rnd.IntN(len(rs))
				rs[i].Entities = rs[i].Entities[:1]
			}
			d := decisions(rnd, rs)
			b := l.Link(rs, nil, d)
			if got, want := asJSON(t, b), asJSON(t, NewLinker(0).Link(rs, nil, d)); got != want {
				t.Fatalf("seed %d, step %d, %d articles: %s", seed, step, len(rs), firstChange(got, want))
			}
			if got := asJSON(t, last); step > 0 && got != was {
				t.Fatalf("seed %d, step %d changes the briefing before: %s", seed, step, firstChange(got, was))
			}
			last, was = b, asJSON(t, b)
			figures += len(b.Actors)
			for _, a := range b.Actors {
				merged += len(a.Entities) - 1
			}
		}
	}
	if merged < 1000 || figures < 1000 {
		t.Errorf("%d actors of which %d are met again: no test", figures, merged)
	}
}

// decisions makes some decisions of editors, mostly none.
func decisions(rnd *rand.Rand, rs []news.Reading) corrections.Found {
	var d corrections.Found
	ref := func() news.Ref {
		r := rnd.IntN(len(rs))
		return news.Ref{Reading: r, Item: rnd.IntN(len(rs[r].Entities))}
	}
	for len(rs) > 1 && rnd.IntN(4) == 0 {
		switch rnd.IntN(4) {
		case 0:
			d.Apart = append(d.Apart, ref())
		case 1:
			d.Merged = append(d.Merged, [2]news.Ref{{Reading: 0}, {Reading: 1}})
		case 2:
			d.Split = append(d.Split, [2]news.Ref{{Reading: 0}, {Reading: 1}})
		default:
			d.SameActors = append(d.SameActors, [2]news.Ref{ref(), ref()})
		}
	}
	return d
}

// TestCompanyForgets brings in stories and takes them away again: nothing is
// kept of them.
func TestCompanyForgets(t *testing.T) {
	l := NewLinker(0)
	l.Link(townsfolk(rand.New(rand.NewPCG(3, 3)), 60), nil, corrections.Found{})
	if len(l.company.people) == 0 || len(l.company.bodies) == 0 || len(l.company.clans) == 0 {
		t.Fatal("nobody is met by name")
	}
	l.Link(nil, nil, corrections.Found{})
	if c := l.company; len(c.people)+len(c.bodies)+len(c.clans) > 0 {
		t.Errorf("%d, %d and %d names are kept", len(c.people), len(c.bodies), len(c.clans))
	}
}

// TestFamous names one person in many stories, who is named beside another of
// the name in some: meeting costs what they are, not its square.
func TestFamous(t *testing.T) {
	const n = 3000
	var rs []news.Reading
	for i := range n {
		r := naming(fmt.Sprintf("%05d", i), "word"+strings.Repeat("x", i%7)+fmt.Sprint(i*7919), "Mara Venn")
		if i%100 == 0 {
			r.Entities = append(r.Entities, news.Entity{Name: "Mara Venn Jr.", Kind: news.Person}, news.Entity{Name: "Venn", Kind: news.Person})
		}
		rs = append(rs, r)
	}
	b := NewLinker(0).Link(rs, nil, corrections.Found{})
	if i := slices.IndexFunc(b.Actors, func(a news.Actor) bool { return a.Name == "Mara Venn" }); i < 0 || len(b.Actors[i].Entities) < n {
		t.Errorf("%d actors in %d stories", len(b.Actors), len(b.Stories))
	}
}
