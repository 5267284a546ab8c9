package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed furnitureagency.txt
var agencyText string

var agencies = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(agencyText) {
		name, forms, ok := strings.Cut(strings.TrimSpace(line), " = ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for form := range strings.SplitSeq(forms, ", ") {
			out[form] = name
		}
	}
	return out
})

// AgencyOf returns the usual name of the news agency that s names, whatever
// its case: "AP" for "The Associated Press". It reports false for any other
// name.
func AgencyOf(s string) (string, bool) {
	name, ok := agencies()[strings.ToLower(strings.TrimSpace(s))]
	return name, ok
}
