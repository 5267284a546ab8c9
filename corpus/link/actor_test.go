package link

import (
	"slices"
	"strings"
	"testing"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// castOf makes one reading a line of names divided by ";": "p Mara Venn = Venn,
// Ms. Venn" is a person with two aliases; o an organisation, l a place, a an
// anonymous person.
func castOf(lines ...string) []news.Reading {
	var out []news.Reading
	for i, line := range lines {
		r := news.Reading{Article: news.Article{ID: "a" + string(rune('0'+i)), Text: line}}
		for _, w := range strings.Split(line, ";") {
			w = strings.TrimSpace(w)
			kind := map[byte]news.ActorKind{'p': news.Person, 'a': news.Person, 'o': news.Organisation, 'l': news.Place}[w[0]]
			name, aliases, _ := strings.Cut(w[2:], "=")
			e := news.Entity{Name: strings.TrimSpace(name), Kind: kind, Anonymous: w[0] == 'a'}
			for _, a := range strings.Split(aliases, ",") {
				if a = strings.TrimSpace(a); a != "" {
					e.Aliases = append(e.Aliases, a)
				}
			}
			r.Entities = append(r.Entities, e)
		}
		out = append(out, r)
	}
	return out
}

func TestActors(t *testing.T) {
	for _, c := range []struct {
		name    string
		stories []int
		lines   []string
		want    []string // "name: how many entities"
	}{
		{"one name", []int{0, 0}, []string{"p Mara Venn", "p Mara Venn"}, []string{"Mara Venn: 2"}},
		{"transliteration", []int{0, 0, 0}, []string{"p Andriy Volkivskiy", "p Andrii Volkivskyy", "p Andriy Volkivsky"}, []string{"Andriy Volkivskiy: 3"}},
		{"given names spelt otherwise", []int{0, 0}, []string{"p Sergei Orlov", "p Sergey Orlov"}, []string{"Sergei Orlov: 2"}},
		{"short for", []int{0, 0}, []string{"p Robert Halloran", "p Bob Halloran"}, []string{"Robert Halloran: 2"}},
		{"one letter for another sound", []int{0, 0}, []string{"p Bohdan Rezk", "p Bogdan Rezk"}, []string{"Bohdan Rezk: 2"}},
		{"a letter slipped", []int{0, 0}, []string{"p Tamsin Orlov", "p Tamsen Orlov"}, []string{"Tamsin Orlov: 2"}},
		{"two names of their own", []int{0, 0}, []string{"p Martin Sorrel", "p Marvin Sorrel"}, []string{"Martin Sorrel: 1", "Marvin Sorrel: 1"}},
		{"names alike in one article", []int{0, 0}, []string{"p Bohdan Rezk; p Bogdan Rezk", "p Bohdan Rezk"}, []string{"Bohdan Rezk: 2", "Bogdan Rezk: 1"}},
		{"names alike across stories", []int{0, 1}, []string{"p Bohdan Rezk", "p Bogdan Rezk"}, []string{"Bohdan Rezk: 1", "Bogdan Rezk: 1"}},
		{"initials", []int{0, 0}, []string{"p J. D. Farrow", "p James Farrow"}, []string{"J. D. Farrow: 2"}},
		{"given names that differ", []int{0, 0}, []string{"p Maria Sorrel", "p Peter Sorrel"}, []string{"Maria Sorrel: 1", "Peter Sorrel: 1"}},
		{"one article tells them apart", []int{0, 0}, []string{"p Edgar Holm; p Edgar Holm Jr.", "p Edgar Holm"}, []string{"Edgar Holm: 2", "Edgar Holm Jr.: 1"}},
		{"a family name alone", []int{0, 0}, []string{"p Mara Venn", "p Venn"}, []string{"Mara Venn: 2"}},
		{"an article with a junior has the senior too", []int{0}, []string{"p Edgar Holm Jr.; p Holm"}, []string{"Edgar Holm Jr.: 1", "Holm: 1"}},
		{"a family name that two bear", []int{0, 0}, []string{"p Maria Sorrel; p Peter Sorrel", "p Sorrel"}, []string{"Maria Sorrel: 1", "Peter Sorrel: 1", "Sorrel: 1"}},
		{"family name first", []int{0, 0}, []string{"p Kim Sang-ho", "p Kim Sang Ho"}, []string{"Kim Sang-ho: 2"}},
		{"across stories by full name", []int{0, 1}, []string{"p Mara Venn", "p Mara Venn"}, []string{"Mara Venn: 2"}},
		{"across stories not by short name", []int{0, 1}, []string{"p Robert Halloran", "p Bob Halloran"}, []string{"Robert Halloran: 1", "Bob Halloran: 1"}},
		{"a story that knows both names joins the others", []int{0, 0, 1, 2}, []string{"p Robert Halloran", "p Bob Halloran", "p Bob Halloran", "p Robert Halloran"}, []string{"Robert Halloran: 4"}},
		{"middle initials that differ", []int{0, 1}, []string{"p George W. Halloran", "p George H. Halloran"}, []string{"George W. Halloran: 1", "George H. Halloran: 1"}},
		{"acronym by alias", []int{0, 0}, []string{"o Northern Fishing Union = NFU", "o NFU"}, []string{"Northern Fishing Union: 2"}},
		{"acronym by initials", []int{0, 0}, []string{"o NFU", "o Northern Fishing Union"}, []string{"Northern Fishing Union: 2"}},
		{"office in two orders", []int{0, 0}, []string{"o Department of Fisheries", "o Fisheries Department"}, []string{"Department of Fisheries: 2"}},
		{"a ministry in three orders", []int{0, 0, 0, 1}, []string{"o China's ministry of commerce", "o Chinese commerce ministry", "o Commerce Ministry of China", "o Chinese Commerce Ministry"}, []string{"China's ministry of commerce: 4"}},
		{"ministries of two countries", []int{0, 0}, []string{"o Norwegian commerce ministry", "o Sweden's commerce ministry"}, []string{"Norwegian commerce ministry: 1", "Sweden's commerce ministry: 1"}},
		{"a government by its people's name", []int{0, 1}, []string{"o Norwegian government", "o government of Norway"}, []string{"Norwegian government: 2"}},
		{"a government is not its country", []int{0, 0}, []string{"o Norwegian government", "l Norway"}, []string{"Norwegian government: 1", "Norway: 1"}},
		{"a seat of power is not its country", []int{0, 0, 0}, []string{"o Kremlin", "l Russia", "l Moscow"}, []string{"Kremlin: 1", "Russia: 1", "Moscow: 1"}},
		{"a department in two orders across stories", []int{0, 1}, []string{"o Department of Justice = DOJ", "o U.S. Justice Department"}, []string{"U.S. Justice Department: 2"}},
		{"a committee in two orders", []int{0, 0}, []string{"o Senate Committee on Fisheries", "o Senate Fisheries Committee"}, []string{"Senate Committee on Fisheries: 2"}},
		{"committees of two houses", []int{0, 0}, []string{"o Senate Fisheries Committee", "o House Fisheries Committee"}, []string{"Senate Fisheries Committee: 1", "House Fisheries Committee: 1"}},
		{"companies by their form", []int{0, 1}, []string{"o Brandt Shipping Inc.", "o Brandt Shipping"}, []string{"Brandt Shipping Inc.: 2"}},
		{"a surname alone across stories", []int{0, 1, 2, 3}, []string{"p Mara Venn", "p Mara Venn", "p Mara Venn", "p Venn"}, []string{"Mara Venn: 4"}},
		{"a surname alone across stories of somebody seldom named", []int{0, 1}, []string{"p Mara Venn", "p Venn"}, []string{"Mara Venn: 1", "Venn: 1"}},
		{"a ministry at home", []int{0, 0}, []string{"o Chinese Commerce Ministry", "o Commerce Ministry"}, []string{"Chinese Commerce Ministry: 2"}},
		{"a ministry that two countries have", []int{0, 0, 0}, []string{"o Chinese Commerce Ministry", "o Commerce Ministry", "o Indian Commerce Ministry"}, []string{"Chinese Commerce Ministry: 1", "Commerce Ministry: 1", "Indian Commerce Ministry: 1"}},
		{"a ministry at home, of another story", []int{0, 1}, []string{"o Chinese Commerce Ministry", "o Commerce Ministry"}, []string{"Chinese Commerce Ministry: 1", "Commerce Ministry: 1"}},
		{"a company by its first word", []int{0, 0}, []string{"o Venncorp Capital", "o Venncorp"}, []string{"Venncorp Capital: 2"}},
		{"a first word that two companies have", []int{0, 0, 0}, []string{"o Venncorp Capital", "o Venncorp", "o Venncorp Energy"}, []string{"Venncorp Capital: 1", "Venncorp: 1", "Venncorp Energy: 1"}},
		{"a team that is the campaign", []int{0, 0}, []string{"o Tarn campaign", "o Tarn team"}, []string{"Tarn campaign: 2"}},
		{"a team without a campaign", []int{0, 0}, []string{"o Tarn administration", "o Tarn team"}, []string{"Tarn administration: 1", "Tarn team: 1"}},
		{"a campaign with more words", []int{0, 0}, []string{"o Tarn campaign", "o Tarn's re-election campaign"}, []string{"Tarn's re-election campaign: 2"}},
		{"two letters turned", []int{0, 0}, []string{"p Micheal Sorrel", "p Michael Sorrel"}, []string{"Micheal Sorrel: 2"}},
		{"a vowel that Arabic does not write", []int{0, 0}, []string{"p Osman Rezk", "p Usman Rezk"}, []string{"Osman Rezk: 2"}},
		{"a slip in a long family name", []int{0, 0, 0}, []string{"p Mara Lindqvist", "p Mara Lindqvits", "p Lindqvits"}, []string{"Mara Lindqvist: 3"}},
		{"a slip in a family name of another given name", []int{0, 0}, []string{"p Mara Lindqvist", "p Anna Lindqvits"}, []string{"Mara Lindqvist: 1", "Anna Lindqvits: 1"}},
		{"short family names that differ by a letter", []int{0, 0}, []string{"p Mara Rosen", "p Mara Risen"}, []string{"Mara Rosen: 1", "Mara Risen: 1"}},
		{"one article has both names", []int{0}, []string{"p Mara Lindqvist; p Mara Lindqvits"}, []string{"Mara Lindqvist: 1", "Mara Lindqvits: 1"}},
		{"somebody by the initials", []int{0, 0}, []string{"p Rosa Halden-Brandt; o RHB", "p Rosa Halden-Brandt"}, []string{"Rosa Halden-Brandt: 3"}},
		{"a body that has somebody's initials elsewhere", []int{0, 0}, []string{"p Rosa Halden-Brandt", "o RHB"}, []string{"Rosa Halden-Brandt: 1", "RHB: 1"}},
		{"two people of those initials", []int{0}, []string{"p Rosa Halden-Brandt; p Rita Halden-Brandt; o RHB"}, []string{"Rosa Halden-Brandt: 1", "Rita Halden-Brandt: 1", "RHB: 1"}},
		{"a name in one word or two", []int{0, 0}, []string{"o FerryWatch", "o Ferry Watch"}, []string{"Ferry Watch: 2"}},
		{"a company's form and its two letters", []int{0, 0}, []string{"o Grand Quays Co.", "o GQ"}, []string{"Grand Quays Co.: 2"}},
		{"a body of everyday words across stories", []int{0, 1}, []string{"o Tide Policy Institute", "o Tide Policy Institute"}, []string{"Tide Policy Institute: 2"}},
		{"a body such as each town has", []int{0, 1}, []string{"o City Planning Commission", "o City Planning Commission"}, []string{"City Planning Commission: 1", "City Planning Commission: 1"}},
		{"a country's forces", []int{0, 1}, []string{"o U.S. military", "o US military"}, []string{"U.S. military: 2"}},
		{"a country's mission abroad", []int{0, 1}, []string{"o U.S. Embassy", "o U.S. Embassy"}, []string{"U.S. Embassy: 1", "U.S. Embassy: 1"}},
		{"a chamber's committee under three names", []int{0, 1, 2}, []string{"o House Energy and Commerce Committee", "o House Energy Committee", "o House Select Committee on Energy"}, []string{"House Energy and Commerce Committee: 3"}},
		{"a former administration across stories", []int{0, 1}, []string{"o Field administration", "o Field administration"}, []string{"Field administration: 2"}},
		{"any administration", []int{0, 1}, []string{"o Republican administration", "o Republican administration"}, []string{"Republican administration: 1", "Republican administration: 1"}},
		{"two people of one surname across stories", []int{0, 1, 2}, []string{"p Maria Sorrel", "p Peter Sorrel", "p Sorrel"}, []string{"Maria Sorrel: 1", "Peter Sorrel: 1", "Sorrel: 1"}},
		{"anonymous sources across stories", []int{0, 1}, []string{"a a port official", "a a port official"}, []string{"a port official: 1", "a port official: 1"}},
		{"countries", []int{0, 1}, []string{"l U.S.", "l United States"}, []string{"United States: 2"}},
		{"offices that say no country stay in their story", []int{0, 1}, []string{"o Health Department", "o Health Department"}, []string{"Health Department: 1", "Health Department: 1"}},
		{"described sources", []int{0, 0}, []string{"a a port official", "a a port official"}, []string{"a port official: 1", "a port official: 1"}},
		{"a description that is a name with its role", []int{0}, []string{"p Steve Wendt = Special Envoy to Venland Steve Wendt; a Special Envoy to Venland Steve Wendt"}, []string{"Steve Wendt: 2"}},
		{"told by use alone", []int{0, 0}, []string{"p Energodam", "o Energodam"}, []string{"Energodam: 2"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			seen := map[string]bool{}
			for _, a := range actors(castOf(c.lines...), c.stories) {
				got = append(got, a.Name+": "+string(rune('0'+len(a.Entities))))
				if seen[a.ID] || a.ID == "" {
					t.Errorf("identifier %q is not unique", a.ID)
				}
				seen[a.ID] = true
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestActorRoleAndAliases(t *testing.T) {
	src := "Harbour Minister Mara Venn. Minister Venn. harbour minister Mara Venn"
	entity := func(role string, aliases ...string) news.Reading {
		at := strings.Index(src, role)
		return news.Reading{Article: news.Article{Text: src}, Entities: []news.Entity{{
			Name: "Mara Venn", Kind: news.Person, Aliases: aliases, Role: text.Span{Start: at, End: at + len(role)},
		}}}
	}
	rs := []news.Reading{entity("Minister", "Venn"), entity("Harbour Minister", "Ms. Venn", "Venn"), entity("harbour minister")}
	as := actors(rs, []int{0, 0, 0})
	if len(as) != 1 {
		t.Fatalf("got %d actors, want one", len(as))
	}
	a := as[0]
	if a.Role != "Harbour Minister" || a.RoleAt != (news.Ref{Reading: 1}) {
		t.Errorf("role %q of %v, want that of most articles as first printed", a.Role, a.RoleAt)
	}
	if !slices.Equal(a.Aliases, []string{"Venn", "Ms. Venn"}) {
		t.Errorf("aliases %q", a.Aliases)
	}
	if a.ID != "p-mara-venn" {
		t.Errorf("identifier %q", a.ID)
	}
}

func TestActorsByOffice(t *testing.T) {
	reading := func(text_, name, role string, anonymous bool) news.Reading {
		at := strings.Index(text_, role)
		e := news.Entity{Name: name, Kind: news.Person, Anonymous: anonymous}
		if role != "" {
			e.Role = text.Span{Start: at, End: at + len(role)}
		}
		return news.Reading{Article: news.Article{Text: text_}, Entities: []news.Entity{e}}
	}
	named := reading("Lise Holm, the auditor general", "Lise Holm", "the auditor general", false)
	for _, c := range []struct {
		name  string
		other news.Reading
		story []int
		want  int
	}{
		{"an office that one person holds", reading("the auditor general", "the auditor general", "", true), []int{0, 0}, 1},
		{"the country's", reading("the country’s auditor general", "the country’s auditor general", "", true), []int{0, 0}, 1},
		{"of another story", reading("the auditor general", "the auditor general", "", true), []int{0, 1}, 2},
		{"one of many", reading("an auditor general", "an auditor general", "", true), []int{0, 0}, 2},
		{"another's", reading("the former auditor general", "the former auditor general", "", true), []int{0, 0}, 2},
		{"a source", reading("the senior official", "the senior official", "", true), []int{0, 0}, 2},
	} {
		if got := actors([]news.Reading{named, c.other}, c.story); len(got) != c.want {
			t.Errorf("%s: %d actors, want %d", c.name, len(got), c.want)
		}
	}
	for _, c := range []struct {
		name, role string
		want       int
	}{
		{"the office tells who is meant in another story", "President", 1},
		{"the vice president is another", "Vice President", 2},
	} {
		full := reading("President Lise Holm", "Lise Holm", "President", false)
		lone := reading(c.role+" Holm", "Holm", c.role, false)
		if got := actors([]news.Reading{full, lone}, []int{0, 1}); len(got) != c.want {
			t.Errorf("%s: %d actors, want %d", c.name, len(got), c.want)
		}
	}
	kin := reading("Lise Holm, the president's daughter", "Lise Holm", "the president's daughter", false)
	if got := actors([]news.Reading{kin, reading("President Holm", "Holm", "President", false)}, []int{0, 0}); len(got) != 2 {
		t.Errorf("the president and his daughter: %d actors, want 2", len(got))
	}
	rival := reading("Orrin Tarn, the auditor general", "Orrin Tarn", "the auditor general", false)
	if got := actors([]news.Reading{named, rival, reading("the auditor general", "the auditor general", "", true)}, []int{0, 0, 0}); len(got) != 3 {
		t.Errorf("an office that two are said to hold: %d actors, want 3", len(got))
	}
}

// heldBy makes a reading of one person with a role, of an article of a year.
func heldBy(year int, role, name string) news.Reading {
	return news.Reading{
		Article:  news.Article{Text: role + " " + name, Published: news.DateField{Date: news.Date{Year: year, Month: 5, Day: 4}}},
		Entities: []news.Entity{{Name: name, Kind: news.Person, Role: text.Span{End: len(role)}}},
	}
}

func TestActorsMetByOffice(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b news.Reading
		want int
	}{
		{"a short form with the office", heldBy(2031, "Sen.", "Robert Halloran"), heldBy(2031, "Senator", "Bob Halloran"), 1},
		{"an initial before the given name", heldBy(2031, "Ambassador", "J. Christopher Halloran"), heldBy(2031, "U.S. ambassador", "Chris Halloran"), 1},
		{"a suffix left out", heldBy(2031, "Sen.", "Robert Halloran III"), heldBy(2031, "Sen.", "Robert Halloran"), 1},
		{"an office with the body's name", heldBy(2031, "Harbour director", "Christopher Brandt"), heldBy(2031, "former harbour director", "Chris Brandt"), 1},
		{"two offices", heldBy(2031, "Sen.", "Robert Halloran"), heldBy(2031, "Gov.", "Bob Halloran"), 2},
		{"two given names", heldBy(2031, "Sen.", "Robert Halloran"), heldBy(2031, "Sen.", "Roland Halloran"), 2},
		{"a post that many bodies have", heldBy(2031, "executive director", "Christopher Brandt"), heldBy(2031, "executive director", "Chris Brandt"), 2},
		{"an adviser to the senator", heldBy(2031, "adviser to the senator", "Bob Halloran"), heldBy(2031, "Sen.", "Robert Halloran"), 2},
		{"an initial alone is no given name", heldBy(2031, "doctor", "R. Jeffrey Holm"), heldBy(2031, "journalist", "Jeffrey Holm"), 2},
		{"of the name of a president long dead", heldBy(2017, "Sen.", "John Kennedy"), heldBy(2017, "President", "John F. Kennedy"), 2},
		{"the president himself", heldBy(2017, "President", "John Kennedy"), heldBy(2017, "President", "John F. Kennedy"), 1},
	} {
		if got := actors([]news.Reading{c.a, c.b}, []int{0, 1}); len(got) != c.want {
			t.Errorf("%s: %d actors across stories, want %d", c.name, len(got), c.want)
		}
	}
}

func TestJuniorInStory(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b news.Reading
		want int
	}{
		{"the son and the president", heldBy(2018, "son", "Donald Trump Jr."), heldBy(2018, "President", "Donald Trump"), 2},
		{"the son, and nothing of the president", heldBy(2018, "son", "Donald Trump Jr."), heldBy(2018, "", "Donald Trump"), 2},
		{"a suffix left out", heldBy(2018, "harbour chief", "Edgar Holm Jr."), heldBy(2018, "harbour chief", "Edgar Holm"), 1},
	} {
		if got := actors([]news.Reading{c.a, c.b}, []int{0, 0}); len(got) != c.want {
			t.Errorf("%s: %d actors, want %d", c.name, len(got), c.want)
		}
	}
}
