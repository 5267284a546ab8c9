package link

import (
	"fmt"
	"testing"

	"verbatim/corpus/news"
)

// TestAccord compares two speakers, each "kind name, role".
func TestAccord(t *testing.T) {
	person := func(name, role string) news.Actor { return news.Actor{Name: name, Kind: news.Person, Role: role} }
	body := func(name string) news.Actor { return news.Actor{Name: name, Kind: news.Organisation} }
	source := func(name string) news.Actor {
		return news.Actor{Name: name, Kind: news.Person, Anonymous: true}
	}
	land := func(name string) news.Actor { return news.Actor{Name: name, Kind: news.Place} }
	for i, c := range []struct {
		a, b news.Actor
		want accord
	}{
		{person("Ole Brandt", "port ministry spokesman"), body("Port Ministry"), agreed},
		{person("Ole Brandt", "Norwegian port ministry spokesman"), source("a spokesman for the ministry of ports"), uncertain},
		{person("Ole Brandt", "Norwegian ports ministry spokesman"), source("a spokesman for the ministry of ports"), agreed},
		{person("Ole Brandt", "Norwegian ports ministry spokesman"), source("a spokesman for the ministry of tides"), uncertain},
		{person("Ole Brandt", "the White House press secretary"), body("White House"), agreed},
		{person("Ole Brandt", "the port union’s chief negotiator"), body("Port Union"), allied},
		{person("Ole Brandt", "Venncorp lawyer"), body("Venncorp Stores Inc."), allied},
		{person("Ole Brandt", "a lawyer"), body("Venncorp Stores Inc."), loose},
		{body("Venn administration"), body("Department of Justice"), allied},
		{body("Venn administration"), body("Norwegian ports ministry"), loose},
		{body("Norwegian government"), body("Norwegian ports ministry"), allied},
		{land("Norway"), body("Norwegian ports ministry"), allied},
		{land("Norway"), body("Swedish government"), loose},
		{person("Ole Brandt", ""), person("Mara Venn", ""), atOdds},
		{source("the plaintiffs"), source("the ferry plaintiffs"), allied},
		{source("the challengers"), source("the women challengers in the case"), allied},
		{source("the officials"), source("the port officials"), uncertain},
		{source("a report by the Harbour Board"), body("Harbour Board"), allied},
		{source("three Harbour Board lawyers"), body("Harbour Board"), agreed},
		{person("Ole Brandt", "foreign ministry spokesman"), source("a spokesman for the ministry of foreign affairs"), agreed},
	} {
		t.Run(fmt.Sprintf("%02d", i+1), func(t *testing.T) {
			l := newTeller(nil, []news.Actor{c.a, c.b})
			if got := l.actorAccord(0, 1); got != c.want {
				t.Errorf("%s ~ %s: %d, want %d", c.a.Name, c.b.Name, got, c.want)
			}
			if got := l.compareActors(1, 0); got != c.want {
				t.Errorf("%s ~ %s turned round: %d, want %d", c.a.Name, c.b.Name, got, c.want)
			}
		})
	}
}
