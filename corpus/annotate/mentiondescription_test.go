package annotate

import (
	"testing"

	"verbatim/corpus/text"
)

func TestDescription(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"a senior White House official said the dam held", "a senior White House official"},
		{"two people familiar with the matter told reporters", "two people familiar with the matter"},
		{"her lawyer said nothing", "her lawyer"},
		{"the company's chief executive, who resigned", "the company's chief executive"},
		{"police said the bridge was closed", "police"},
		{"critics of the plan said it was late", "critics of the plan"},
		{"a spokesman for the port authority declined to comment", "a spokesman for the port authority"},
		{"one resident of Northport said", "one resident of Northport"},
		{"officials said", "officials"},
		{"the dam held", ""},
		{"minister said", ""},
		{"a bridge collapsed", ""},
		{"she said", ""},
	} {
		tokens := text.Tokens(c.src, text.Span{Start: 0, End: len(c.src)})
		span, ok := Description(c.src, tokens, 0)
		if got := span.In(c.src); got != c.want || ok != (c.want != "") {
			t.Errorf("Description(%q) = %q, %v; want %q", c.src, got, ok, c.want)
		}
	}
}
