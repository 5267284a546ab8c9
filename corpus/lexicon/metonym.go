package lexicon

import (
	_ "embed"
	"strings"
)

//go:embed metonym.txt
var metonymText string

// bodies returns the known organisations, seats of power among them. The
// comment above a part of the list is the class of those in it.
func bodies() []Known {
	var out []Known
	class := ""
	for line := range strings.Lines(metonymText) {
		if name, ok := strings.CutPrefix(line, "# "); ok {
			class = strings.TrimSpace(name)
			continue
		}
		for f := range fields(line) {
			out = append(out, Known{
				Name: f[0], Forms: append([]string{f[0]}, bars(f[1])...), Kind: KnownBody,
				Class: class, Speaks: f[2], The: f[3] == "the", Mid: f[3] == "mid",
			})
		}
	}
	return out
}
