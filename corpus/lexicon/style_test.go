package lexicon

import "testing"

func TestSpelling(t *testing.T) {
	same := [][2]string{
		{"rumours", "rumors"}, {"travelled", "traveled"}, {"organisation", "organization"}, {"apologise", "apologize"}, {"centre", "center"},
		{"programme", "program"}, {"adviser", "advisor"}, {"neighbourhoods", "neighborhoods"}, {"analysed", "analyzed"}, {"okay", "ok"}, {"towards", "toward"},
		{"defence", "defense"}, {"grey", "gray"}, {"favourable", "favorable"}, {"honours", "honors"}, {"honourably", "honorably"},
	}
	for _, p := range same {
		if Spelling(p[0]) != Spelling(p[1]) {
			t.Errorf("%s is %s, %s is %s", p[0], Spelling(p[0]), p[1], Spelling(p[1]))
		}
	}
	other := [][2]string{{"four", "for"}, {"hour", "hor"}, {"filling", "filing"}, {"planned", "planed"}, {"hopping", "hoping"}, {"prise", "prize"}, {"upon", "on"}, {"among", "amongst"}}
	for _, p := range other {
		if Spelling(p[0]) == Spelling(p[1]) {
			t.Errorf("%s and %s are both %s", p[0], p[1], Spelling(p[0]))
		}
	}
}

// TestSpellingSettles keeps the list from leading on: what a word is compared
// as is itself compared as that.
func TestSpellingSettles(t *testing.T) {
	for from, to := range spellings() {
		if Spelling(to) != to {
			t.Errorf("%s leads to %s, and that to %s", from, to, Spelling(to))
		}
	}
}

func TestNumber(t *testing.T) {
	for w, want := range map[string]NumberWord{
		"seven": {NumberUnit, 7}, "nineteen": {NumberUnit, 19}, "forty": {NumberTen, 40}, "hundred": {NumberHundred, 100},
		"bn": {NumberScale, 1e9}, "third": {NumberOrdinal, 3}, "port": {},
	} {
		if got := Number(w); got != want {
			t.Errorf("%s: %v, want %v", w, got, want)
		}
	}
}

func TestStyleWords(t *testing.T) {
	if LongForm("sen") != "senator" || LongForm("port") != "port" || NameForm("zelenskiy") != NameForm("zelensky") {
		t.Error("short forms or names")
	}
	if !Stopword("the") || Stopword("harbour") || Rank("the") != 1 || Rank("hoodlums") != 0 {
		t.Error("stop words or ranks")
	}
	if got := Contraction("don't"); len(got) != 2 || got[1] != "not" || Contraction("venn's") != nil {
		t.Error("contractions")
	}
	for _, p := range Phrases() {
		if len(p.Words) < 2 || p.Short == "" {
			t.Errorf("phrase %+v", p)
		}
	}
}
