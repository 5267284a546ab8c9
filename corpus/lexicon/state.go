package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed state.txt
var stateText string

type stateBook struct{ full, short map[string]string } // as printed, without a full stop → name

var states = sync.OnceValue(func() stateBook {
	b := stateBook{full: map[string]string{}, short: map[string]string{}}
	for line := range strings.Lines(stateText) {
		if line[0] == '#' {
			continue
		}
		name, short, cut := strings.Cut(strings.TrimSpace(line), ", ")
		b.full[name] = name
		if cut {
			b.short[short] = name
		}
	}
	return b
})

// State returns the state of the United States that w, as printed, names in full;
// empty if it is none.
func State(w string) string { return states().full[w] }

// StateShort returns the name of the state that w, as printed but for its full
// stop, is the short form of: "Massachusetts" for "Mass". It is empty for other words.
func StateShort(w string) string { return states().short[w] }
