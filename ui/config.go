package ui

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/adrg/xdg"
	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// ConfigFile is where the program looks for themes and keys, in the XDG config
// folder. [ExampleConfig] says what may stand in it.
func ConfigFile() string { return filepath.Join(xdg.ConfigHome, "verbatim", "config.toml") }

// config is what the config file says.
type config struct {
	theme   string // "light", "dark" or empty
	mouse   bool
	keys    keymap
	palette palette
}

func defaultConfig() config {
	return config{keys: defaultKeys(), palette: palette{inks, inks}}
}

// readConfig reads a config file; there need not be one. An error names the
// file and the line.
func readConfig(file string) (config, error) {
	b, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return defaultConfig(), nil
	case err != nil:
		return defaultConfig(), fmt.Errorf("read the config: %w", err)
	}
	return parseConfig(file, b)
}

// settings reads a config file setting by setting.
type settings struct {
	file  string
	table string
	lines map[string]int // of key bindings, by name
	out   config
	p     unstable.Parser
}

func parseConfig(file string, b []byte) (config, error) {
	var all map[string]any
	if err := toml.Unmarshal(b, &all); err != nil {
		return defaultConfig(), at(file, err)
	}
	s := settings{file: file, lines: map[string]int{}, out: defaultConfig()}
	s.p.Reset(b)
	for s.p.NextExpression() {
		if err := s.expression(s.p.Expression()); err != nil {
			return defaultConfig(), err
		}
	}
	if pressed, what := s.out.keys.clash(); what != "" {
		return defaultConfig(), s.clashed(pressed, what)
	}
	return s.out, nil
}

// clashed names the line that gave a binding a key it cannot have.
func (s *settings) clashed(pressed, what string) error {
	for _, n := range s.out.keys.named() {
		if line, ok := s.lines[n.name]; ok && slices.Contains(n.Keys(), pressed) {
			return fmt.Errorf("%s:%d: key %s: %s", s.file, line, n.name, what)
		}
	}
	return fmt.Errorf("%s: %s", s.file, what)
}

func (s *settings) fault(n *unstable.Node, format string, args ...any) error {
	line := s.p.Shape(n.Raw).Start.Line
	return fmt.Errorf("%s:%d: %w", s.file, line, fmt.Errorf(format, args...))
}

func (s *settings) expression(e *unstable.Node) error {
	names := e.Key()
	var path []string
	var last *unstable.Node
	for names.Next() {
		last = names.Node()
		path = append(path, string(last.Data))
	}
	if e.Kind != unstable.KeyValue {
		s.table = strings.Join(path, ".")
		if len(path) > 0 && !slices.Contains([]string{"keys", "dark", "light"}, s.table) {
			return s.fault(last, "no table %q: there are keys, dark and light", s.table)
		}
		return nil
	}
	if s.table == "" && len(path) == 2 {
		return s.set(path[0], path[1], last, e.Value())
	}
	return s.set(s.table, strings.Join(path, "."), last, e.Value())
}

func (s *settings) set(table, name string, at, value *unstable.Node) error {
	switch table {
	case "keys":
		return s.bind(name, at, value)
	case "dark":
		return s.ink(&s.out.palette.dark, name, at, value)
	case "light":
		return s.ink(&s.out.palette.light, name, at, value)
	case "":
		switch name {
		case "theme":
			return s.theme(at, value)
		case "mouse":
			return s.mouse(at, value)
		}
	}
	return s.fault(at, "no setting %q: there are theme, mouse and the tables keys, dark and light", name)
}

func (s *settings) theme(at, value *unstable.Node) error {
	switch v := string(value.Data); {
	case value.Kind != unstable.String || !slices.Contains([]string{"auto", "dark", "light"}, v):
		return s.fault(at, `theme: want "auto", "dark" or "light"`)
	case v != "auto":
		s.out.theme = v
	}
	return nil
}

func (s *settings) mouse(at, value *unstable.Node) error {
	if value.Kind != unstable.Bool {
		return s.fault(at, "mouse: want true or false")
	}
	s.out.mouse = string(value.Data) == "true"
	return nil
}

// bind gives a binding the keys of a string or a list of strings.
func (s *settings) bind(name string, at, value *unstable.Node) error {
	all := s.out.keys.named()
	i := slices.IndexFunc(all, func(n named) bool { return n.name == name })
	if i < 0 {
		return s.fault(at, "no key %q: see the example for the names", name)
	}
	var pressed []string
	for _, v := range elements(value) {
		if v.Kind != unstable.String {
			return s.fault(at, `key %s: want "x" or ["x", "y"]`, name)
		}
		k, err := knownKey(string(v.Data))
		if err != nil {
			return s.fault(at, "key %s: %w", name, err)
		}
		pressed = append(pressed, k)
	}
	s.lines[name] = s.p.Shape(at.Raw).Start.Line
	*all[i].Binding = rebound(*all[i].Binding, pressed)
	return nil
}

func elements(value *unstable.Node) []*unstable.Node {
	if value.Kind != unstable.Array {
		return []*unstable.Node{value}
	}
	var out []*unstable.Node
	for it := value.Children(); it.Next(); {
		n := *it.Node()
		out = append(out, &n)
	}
	return out
}

// ink gives a role a look: "210 on 236 bold underline".
func (s *settings) ink(looks *[roleCount]ink, name string, at, value *unstable.Node) error {
	role := slices.Index(roleNames[:], name)
	if role < 0 {
		return s.fault(at, "no role %q: see the example for the names", name)
	}
	if value.Kind != unstable.String {
		return s.fault(at, `role %s: want a string like "210 on 236 bold"`, name)
	}
	k, err := parseInk(string(value.Data))
	if err != nil {
		return s.fault(at, "role %s: %w", name, err)
	}
	looks[role] = k
	return nil
}

func parseInk(s string) (ink, error) {
	var k ink
	attributes := map[string]*bool{"bold": &k.bold, "faint": &k.faint, "italic": &k.italic, "underline": &k.underline, "reverse": &k.reverse}
	behind := false
	for _, w := range strings.Fields(s) {
		on, ok := attributes[w]
		switch {
		case ok:
			*on = true
		case w == "on":
			behind = true
		case !isColour(w):
			return k, fmt.Errorf("%q is no colour (0 to 255, #rrggbb) and none of bold, faint, italic, underline, reverse", w)
		case behind:
			k.bg, behind = shade{dark: w, light: w}, false
		default:
			k.fg = shade{dark: w, light: w}
		}
	}
	if behind {
		return k, errors.New(`"on" wants a colour after it`)
	}
	return k, nil
}

func isColour(s string) bool {
	if hex, ok := strings.CutPrefix(s, "#"); ok {
		_, err := strconv.ParseUint(hex, 16, 32)
		return err == nil && len(hex) == 6
	}
	n, err := strconv.ParseUint(s, 10, 16)
	return err == nil && n < 256
}

// ExampleConfig returns a config file that says what the program does without
// one: every key and every role under its name, all lines commented out.
func ExampleConfig() string {
	var b strings.Builder
	b.WriteString(configHead)
	keys := defaultKeys()
	for _, n := range keys.named() {
		names := make([]string, len(n.Keys()))
		for i, k := range n.Keys() {
			names[i] = strconv.Quote(strings.ReplaceAll(k, " ", "space"))
		}
		fmt.Fprintf(&b, "# %s = [%s] # %s\n", n.name, strings.Join(names, ", "), n.Help().Desc)
	}
	for _, t := range []struct {
		name  string
		light bool
	}{{"dark", false}, {"light", true}} {
		fmt.Fprintf(&b, "\n[%s]\n", t.name)
		for r, k := range inks {
			fmt.Fprintf(&b, "# %s = %q\n", roleNames[r], k.words(t.light))
		}
	}
	return b.String()
}

const configHead = `# Verbatim reads this file when it starts. A line without # overrides what the
# program does by itself; what is not here stays as it is.

# The background: "auto" asks the terminal. The flag --theme goes before it.
# theme = "auto"

# The mouse: a click puts the keys on something, another opens it, the wheel
# scrolls. The terminal then selects text with shift held down.
# mouse = false

# Keys: characters, or enter esc tab space backspace up down left right home end
# pgup pgdown delete f1 to f12, shift+tab, ctrl+a to ctrl+z, alt+x. An empty list
# switches a key off. No view may have a key twice.
[keys]
`

// words writes an ink as the config file has it.
func (k ink) words(light bool) string {
	var ws []string
	if k.fg != noShade {
		ws = append(ws, k.fg.name(light))
	}
	if k.bg != noShade {
		ws = append(ws, "on", k.bg.name(light))
	}
	for _, a := range []struct {
		on   bool
		name string
	}{{k.bold, "bold"}, {k.faint, "faint"}, {k.italic, "italic"}, {k.underline, "underline"}, {k.reverse, "reverse"}} {
		if a.on {
			ws = append(ws, a.name)
		}
	}
	return strings.Join(ws, " ")
}

// roleNames are the roles as the config file names them.
var roleNames = [roleCount]string{
	Plain: "plain", Strong: "strong", Quiet: "quiet", Title: "title", Focus: "focus", Bar: "bar", Chip: "chip", Speaker: "speaker",
	Cue: "cue", Unattributed: "unattributed", Outlet: "outlet", Words: "words", Around: "around", Differs: "differs", Joined: "joined",
	Missing: "missing", Styled: "styled", Opened: "opened", Alarm: "alarm", Notable: "notable", Same: "same", Absent: "absent",
	Found: "found", Here: "here", OtherQuote: "quote", Reported: "reported", Named: "named", Furniture: "furniture", LineNumber: "line-number",
	Key: "key", Fault: "fault", Done: "done", Caret: "caret",
}
