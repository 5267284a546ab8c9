package annotate

import (
	"strings"
	"testing"

	"verbatim/corpus/news"
)

// TestIndirect runs the cases of speech with and without marks: kind, speakers,
// class and cue, words, and who carries them.
func TestIndirect(t *testing.T) {
	for _, c := range readCases(t, "indirect") {
		t.Run(c.name, func(t *testing.T) {
			r, err := Read(bodyOnly(c.text))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for i := range r.Quotes {
				got = append(got, showReport(&r, &r.Quotes[i]))
			}
			compare(t, c, got)
		})
	}
}

func showReport(r *news.Reading, q *news.Quote) string {
	names := func(entities []int) string {
		var out []string
		for _, e := range entities {
			out = append(out, r.Entities[e].Name)
		}
		return strings.Join(out, ", ")
	}
	how := string(q.CueClass)
	if cue := q.Cue.In(r.Article.Text); cue != "" {
		how += ": " + cue
	}
	out := strings.Join([]string{string(q.Kind), names(q.Speakers), how, q.In(r.Article.Text)}, " | ")
	if len(q.Carriers) > 0 {
		out += " | carried by " + names(q.Carriers)
	}
	return out
}
