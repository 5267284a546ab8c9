package annotate

import (
	"strings"
	"testing"

	"verbatim/corpus/news"
)

// TestConfidence keeps apart the attributions that are shown as sure and those
// that are shown with doubt: below 0.6.
func TestConfidence(t *testing.T) {
	for _, c := range []struct {
		name, text, words string
		sure              bool
	}{
		{"a name", "“The pier is shut,” Mara Venn said on Friday.", "The pier is shut,", true},
		{"a pronoun of the only man", "Ole Brandt spoke on Friday. “The pier is shut,” he said.", "The pier is shut,", true},
		{"a pronoun of who has just spoken", "Ole Brandt met Edgar Lind. “It is late,” Brandt said. “The pier is shut,” he said.", "The pier is shut,", true},
		{"a pronoun of either", "The guild wrote to Ole Brandt.\n\nThe board wrote to Edgar Lind and to Adam Roth.\n\n“The pier is shut,” he said.", "The pier is shut,", false},
		{"a role that says whose it is", "Harbour Minister Mara Venn left. “The pier is shut,” the minister said.", "The pier is shut,", true},
		{"whom nothing introduces", "The detective said the pier was “shut for ever.”", "shut for ever.", false},
		{"somebody new", "A port official said the pier was “shut for ever.”", "shut for ever.", true},
		{"who may be either", "A lawyer for the pilot, Mara Venn, said the pier was “shut for ever.”", "shut for ever.", true},
		{"he who is named only later", "“The pier is shut,” he said.\n\nThe guild is old. Ole Brandt runs it.", "The pier is shut,", true},
		{"a paragraph that goes on", "“The pier is shut,” Mara Venn said on Friday.\n\n“Nobody will open it again this year.”", "Nobody will open it again this year.", true},
		{"a paragraph behind another's action", "“The pier is shut,” Mara Venn said on Friday.\n\nOle Brandt took to the stage.\n\n“Nobody will open it again this year.”", "Nobody will open it again this year.", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := Read(bodyOnly(c.text))
			if err != nil {
				t.Fatal(err)
			}
			for _, q := range r.Quotes {
				if strings.Contains(q.In(c.text), c.words) && q.Kind != news.Indirect {
					if got := q.Confidence >= 0.6; got != c.sure {
						t.Errorf("confidence of %q is %.2f", c.words, q.Confidence)
					}
					return
				}
			}
			t.Errorf("%q is not read as a quotation", c.words)
		})
	}
}
