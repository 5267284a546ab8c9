package ui

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/charmbracelet/bubbles/key"
	"github.com/muesli/termenv"
)

func TestEveryBindingHasAName(t *testing.T) {
	k := defaultKeys()
	have, names := map[*key.Binding]bool{}, map[string]bool{}
	for _, n := range k.named() {
		if have[n.Binding] || names[n.name] {
			t.Errorf("%s is there twice", n.name)
		}
		have[n.Binding], names[n.name] = true, true
	}
	want := 0
	v := reflect.TypeOf(k)
	for i := range v.NumField() {
		want++
		switch f := v.Field(i); {
		case f.Type.Kind() == reflect.Array:
			want += f.Type.Len() - 1
		case f.Anonymous:
			want += f.Type.NumField() - 1
		}
	}
	if len(have) != want {
		t.Errorf("%d bindings have names, there are %d", len(have), want)
	}
	if key, what := k.clash(); what != "" {
		t.Errorf("%q: %s", key, what)
	}
}

func TestEveryRoleHasAName(t *testing.T) {
	seen := map[string]bool{}
	for r, n := range roleNames {
		if n == "" || seen[n] {
			t.Errorf("role %d is named %q", r, n)
		}
		seen[n] = true
	}
}

func TestTheExampleIsWhatTheProgramDoes(t *testing.T) {
	b := strings.NewReplacer("\n# ", "\n").Replace(ExampleConfig())
	_, b, _ = strings.Cut(b, "[keys]")
	c, err := parseConfig("example", []byte("[keys]"+b))
	if err != nil {
		t.Fatal(err)
	}
	d := defaultConfig()
	for i, n := range c.keys.named() {
		if w := d.keys.named()[i]; strings.Join(n.Keys(), ",") != strings.Join(w.Keys(), ",") {
			t.Errorf("%s is %q, want %q", n.name, n.Keys(), w.Keys())
		}
	}
	for _, light := range []bool{false, true} {
		a, b := themeWith(c.palette, light, false, termenv.ANSI256), newTheme(light, false, termenv.ANSI256)
		if a.plain != b.plain || a.chosen != b.chosen {
			t.Errorf("light %t: the example has other colours", light)
		}
	}
	if c, err := parseConfig("example", []byte(ExampleConfig())); err != nil || c.theme != "" {
		t.Errorf("the example as it is: %v, theme %q", err, c.theme)
	}
}

func TestConfigErrorsNameFileAndLine(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"theme = \"dark\"\n\nthmee = 1", "c.toml:3: no setting \"thmee\""},
		{"theme = \"blue\"", "c.toml:1: theme: want"},
		{"theme = \"dark\"\ntheme = \"dark\"", "c.toml:2:"},
		{"[keys]\nmatrix = \"M\"\nmatricks = \"m\"", "c.toml:3: no key \"matricks\""},
		{"[keys]\nmatrix = [\"m\", \"meta+x\"]", "c.toml:2: key matrix: \"meta+x\" is no key"},
		{"[keys]\n\nmatrix = 7", "c.toml:3: key matrix: want"},
		{"[keys]\nmatrix = \"ctrl+m\"", "cannot tell"},
		{"[keys]\ntop = \"t\"\nmatrix = \"j\"", "c.toml:3: key matrix: \"j\" is both"},
		{"[keys]\nleave = \"x\"", "c.toml:2: key leave: \"x\" is text in Search"},
		{"[colours]\nspeaker = \"1\"", "c.toml:1: no table \"colours\""},
		{"[dark]\nspeeker = \"1\"", "c.toml:2: no role \"speeker\""},
		{"[dark]\nspeaker = \"blue\"", "c.toml:2: role speaker: \"blue\" is no colour"},
		{"[light]\nspeaker = \"1 on\"", "wants a colour"},
		{"[light]\nspeaker = 1", "c.toml:2: role speaker: want"},
		{"[light]\nspeaker = \"#12345\"", "is no colour"},
		{"[keys\n", "c.toml:1:"},
		{"\n\n\nx", "c.toml:4:"},
	} {
		if _, err := parseConfig("c.toml", []byte(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.text, err, c.want)
		}
	}
}

func TestConfigChangesKeysAndColours(t *testing.T) {
	file := filepath.Join(t.TempDir(), "config.toml")
	text := "theme = \"light\"\nkeys.matrix = [\"D\", \"f2\"]\n[keys]\nalarms = []\n[light]\nspeaker = \"#123456 on 7 underline\"\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	o := Options{Config: file, State: None}
	if err := o.configure(); err == nil || !strings.Contains(err.Error(), "config.toml:3:") {
		t.Errorf("a table that is there twice: %v", err)
	}
	text = strings.Replace(text, "keys.matrix = [\"D\", \"f2\"]\n[keys]\n", "[keys]\nmatrix = [\"D\", \"f2\"]\n", 1)
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := o.configure(); err != nil {
		t.Fatal(err)
	}
	if o.Theme != "light" {
		t.Errorf("the theme is %q", o.Theme)
	}
	d := open(t, 120, 40, o)
	d.press("M", "a")
	d.sees("No filter", "D matrix")
	d.seesNot(" a alarms")
	d.press("D")
	d.sees("◆ reference", "6 outlets")
	th := themeWith(*o.palette, true, false, termenv.TrueColor)
	if s := th.plain[Speaker]; !strings.Contains(s, "38;2;18;52;86") || !strings.Contains(s, "4") {
		t.Errorf("speakers begin with %q", s)
	}
	o = Options{Theme: "dark", Config: file}
	if err := o.configure(); err != nil || o.Theme != "dark" {
		t.Errorf("the flag is overridden: %q, %v", o.Theme, err)
	}
}

func TestNoConfigIsNoError(t *testing.T) {
	o := Options{Config: filepath.Join(t.TempDir(), "none.toml")}
	if err := o.configure(); err != nil {
		t.Error(err)
	}
}

func FuzzConfig(f *testing.F) {
	f.Add(ExampleConfig())
	f.Add("[keys]\nup = [\"k\", [\"x\"]]\n[dark]\nkey = '''1'''\n")
	f.Fuzz(func(_ *testing.T, s string) {
		_, _ = parseConfig("c", []byte(s))
	})
}
