package lexicon

import _ "embed"

//go:embed metonym.txt
var metonymText string

// bodies returns the known organisations, seats of power among them.
func bodies() []Known {
	var out []Known
	for f := range fields(metonymText) {
		out = append(out, Known{
			Name: f[0], Forms: append([]string{f[0]}, bars(f[1])...), Kind: KnownBody,
			Speaks: f[2], The: f[3] == "the", Mid: f[3] == "mid",
		})
	}
	return out
}
