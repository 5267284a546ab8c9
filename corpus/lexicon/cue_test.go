package lexicon

import "testing"

func TestInflect(t *testing.T) {
	for _, c := range []struct{ lemma, third, past, gerund string }{
		{"say", "says", "said", "saying"}, {"deny", "denies", "denied", "denying"}, {"quip", "quips", "quipped", "quipping"},
		{"flag", "flags", "flagged", "flagging"}, {"admit", "admits", "admitted", "admitting"}, {"offer", "offers", "offered", "offering"},
		{"write", "writes", "wrote", "writing"}, {"laud", "lauds", "lauded", "lauding"}, {"back", "backs", "backed", "backing"},
		{"agree", "agrees", "agreed", "agreeing"}, {"lie", "lies", "lied", "lying"}, {"vow", "vows", "vowed", "vowing"}, {"press", "presses", "pressed", "pressing"},
	} {
		f := Inflect(c.lemma)
		if f[Third] != c.third || f[Past] != c.past || f[Gerund] != c.gerund {
			t.Errorf("%s: got %v", c.lemma, f)
		}
	}
}

func TestCues(t *testing.T) {
	lemmas := map[string]bool{}
	for _, c := range cues() {
		lemmas[c.Lemma] = true
	}
	if n := len(lemmas); n < 250 {
		t.Errorf("%d cue lemmas, want 250 or more", n)
	}
	for word, class := range map[string]string{"said": "say", "denied": "deny", "asked": "ask", "tweeted": "post", "claimed": "claim", "warning": "warn"} {
		if c, ok := CueOf(word); !ok || c.Class != class {
			t.Errorf("%s: got %q, want %q", word, c.Class, class)
		}
	}
	for _, word := range []string{"table", "river", "green"} {
		if c, ok := CueOf(word); ok {
			t.Errorf("%s is a form of %s", word, c.Lemma)
		}
	}
}
