package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed late.txt
var lateText string

// late is what the lists lack that the taggers were trained with.
var late = sync.OnceValue(func() map[string]wordList { return sections(lateText) })

// lateBodies returns the known organisations among it.
func lateBodies() []Known {
	var out []Known
	for _, w := range late()["body"] {
		name := strings.ReplaceAll(w, "_", " ")
		out = append(out, Known{Name: name, Forms: []string{name}, Kind: KnownBody})
	}
	return out
}
