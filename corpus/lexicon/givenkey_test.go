package lexicon

import "testing"

func TestNameKey(t *testing.T) {
	same := [][]string{
		{"volkivskiy", "volkivsky", "volkivskyy", "volkivskyi", "volkivskii"},
		{"sergei", "sergey"},
		{"yuri", "yury", "yuriy", "yurii"},
		{"yevgeny", "evgeny", "evgenii"},
		{"muller", "mueller"},
		{"o'venn", "ovenn"},
	}
	for _, group := range same {
		for _, w := range group[1:] {
			if NameKey(w) != NameKey(group[0]) {
				t.Errorf("NameKey(%q) = %q, NameKey(%q) = %q; want one key", w, NameKey(w), group[0], NameKey(group[0]))
			}
		}
	}
	for _, pair := range [][2]string{{"venn", "vann"}, {"lind", "linden"}, {"sergei", "serhiy"}, {"castellan", "castellon"}} {
		if NameKey(pair[0]) == NameKey(pair[1]) {
			t.Errorf("%q and %q share the key %q", pair[0], pair[1], NameKey(pair[0]))
		}
	}
}

func TestSameGiven(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"bob", "robert", true},
		{"elizabeth", "liz", true},
		{"joe", "joseph", true},
		{"sergei", "serhiy", true},
		{"bob", "rob", true},
		{"maria", "peter", false},
		{"john", "jane", false},
	} {
		if got := SameGiven(c.a, c.b); got != c.want {
			t.Errorf("SameGiven(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

func TestNameLists(t *testing.T) {
	if n := len(roles().heads); n < 300 {
		t.Errorf("%d role heads, want 300 or more", n)
	}
	if n := len(givens().names); n < 1500 {
		t.Errorf("%d given names, want 1,500 or more", n)
	}
	for w, want := range map[string]Gender{"spokeswoman": Female, "chairman": Male, "minister": Unsaid} {
		if !RoleHead(w) || RoleGender(w) != want {
			t.Errorf("RoleGender(%q) = %q, want %q", w, RoleGender(w), want)
		}
	}
	if c, ok := Demonym("south korean"); !ok || c != "South Korea" {
		t.Errorf("Demonym(south korean) = %q, %v", c, ok)
	}
	for _, k := range KnownNames() {
		if k.Name == "" || len(k.Forms) == 0 {
			t.Errorf("known name %+v is empty", k)
		}
		if k.Speaks != "" && k.Kind == KnownBody && k.Name == "Kremlin" && k.Speaks != "Russia" {
			t.Errorf("the Kremlin speaks for %q", k.Speaks)
		}
	}
}

func TestIsHolder(t *testing.T) {
	for _, c := range []struct {
		office, family string
		given          []string
		is, known      bool
	}{
		{"president", "reagan", []string{"ron"}, true, true},
		{"president", "lincoln", []string{"a"}, true, true},
		{"president", "lincoln", []string{"orla"}, false, true},
		{"senator", "lincoln", []string{"orla"}, true, false},
		{"president", "venn", []string{"orla"}, true, false},
	} {
		if is, known := IsHolder(c.office, c.family, c.given); is != c.is || known != c.known {
			t.Errorf("IsHolder(%q, %q, %q) = %v, %v", c.office, c.family, c.given, is, known)
		}
	}
}
