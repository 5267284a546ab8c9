package signs_test

import (
	"strings"
	"testing"

	"verbatim/corpus/news"
	"verbatim/ui/signs"
)

func TestACreditIsThePagesOwnWordsOrSetApart(t *testing.T) {
	for _, c := range []struct{ src, speaker, cue, name, want string }{
		{"Venn said the pier was lost.", "Venn", "said", "Mara Venn", "Venn said"},
		{"A storm came, with Venn not urging calm.", "Venn", "not urging", "Mara Venn", "Venn · not urging"},
		{"Venn was already saying it was lost.", "Venn", "saying", "Mara Venn", "Venn was already saying"},
		{"So said Mara Venn on Friday.", "Mara Venn", "said", "Mara Venn", "said Mara Venn"},
		{"Venn would not say who paid.", "Venn", "say", "Mara Venn", "Venn would not say"},
		{"Venn, the chair, told reporters it was lost.", "Venn", "told", "Mara Venn", "Venn told"},
		{"Their leader, Mara Venn, called it lost.", "Mara Venn", "called", "Mara Venn", "Mara Venn called"},
		{"She said it was lost.", "She", "said", "Mara Venn", "She said (Mara Venn)"},
		{"A docker said it was lost.", "A docker", "said", "", "A docker said (unattributed)"},
		{"The board wrote a letter. The memo is long, concluding it was lost.", "The board", "concluding", "The board", "The board · concluding"},
		{"They left the hall in a hurry on Friday night and went home, urging calm.", "They", "urging", "Hale dockers", "Hale dockers (“They”) · urging"},
		{"“Lost,” she told them. Calm was what she had come for.", "she", "", "Mara Venn", "Mara Venn (“she”)"},
		{"Mara Venn: “Lost.”", "Mara Venn", "", "Mara Venn", "Mara Venn"},
		{"A statement saying it was lost.", "", "saying", "Mara Venn", "Mara Venn · saying"},
		{"A statement saying it was lost.", "", "saying", "", "(unattributed) · saying"},
		{"It was lost.", "", "", "", "(unattributed)"},
	} {
		q := news.Quote{Confidence: 1}
		if c.speaker != "" {
			q.SpeakerAt = span(t, c.src, c.speaker)
		}
		if c.cue != "" {
			q.Cue = span(t, c.src, c.cue)
		}
		if got := told(c.src, &q, c.name); got != c.want {
			t.Errorf("%q: %q, want %q", c.src, got, c.want)
		}
		q.Confidence = 0
		if got := told(c.src, &q, c.name); c.name != "" && got != inDoubt(c.want) {
			t.Errorf("%q in doubt: %q", c.src, got)
		}
	}
}

// inDoubt is a credit with a question mark behind the speaker.
func inDoubt(credit string) string {
	if who, cue, ok := strings.Cut(credit, " · "); ok {
		return who + " ? · " + cue
	}
	return credit + " ?"
}

func told(src string, q *news.Quote, name string) string {
	var out strings.Builder
	for _, r := range signs.Credit(src, q, name) {
		out.WriteString(r.Words)
	}
	return out.String()
}
