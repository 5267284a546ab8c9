package tag_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/corpus/tag"
	"verbatim/corpus/text"
)

// sentence is a tokenised sentence of a source.
type sentence struct {
	src    string
	tokens []text.Token
}

// sentencesOf cuts src into sentences, roughly: at line ends and at stops that
// a capital follows.
func sentencesOf(src string) []sentence {
	var out []sentence
	at := 0
	for line := range strings.SplitAfterSeq(src, "\n") {
		toks := text.Tokens(src, text.Span{Start: at, End: at + len(line)})
		at += len(line)
		lo := 0
		for i := range toks {
			if i+1 == len(toks) || endsHere(src, toks, i) {
				out = append(out, sentence{src, toks[lo : i+1]})
				lo = i + 1
			}
		}
	}
	return out
}

// endsHere reports whether a sentence ends with token i, which is not the
// last.
func endsHere(src string, toks []text.Token, i int) bool {
	if toks[i+1].Kind != text.Upper || toks[i+1].Start == toks[i].End {
		return false
	}
	stop := toks[i].Kind == text.Punct && strings.ContainsAny(toks[i].In(src), ".!?")
	closed := toks[i].Kind == text.Mark && i > 0 && strings.ContainsAny(toks[i-1].In(src), ".!?")
	return stop || closed
}

// inMarks says which tokens stand between double quotation marks, the marks
// included.
func (s sentence) inMarks() []bool {
	out := make([]bool, len(s.tokens))
	open := false
	for i, t := range s.tokens {
		mark := t.Kind == text.Mark && strings.ContainsAny(t.In(s.src), `“”"`)
		out[i] = open || mark
		if mark {
			open = !open
		}
	}
	return out
}

// taggers are all of them.
type taggers struct {
	pos          *tag.POSTagger
	names        *tag.NameTagger
	attributions *tag.AttributionTagger
	speech       *tag.SpeechScorer
}

func load(t testing.TB) taggers {
	t.Helper()
	var ts taggers
	var err error
	if ts.pos, err = tag.POS(); err != nil {
		t.Fatal(err)
	}
	if ts.names, err = tag.Names(); err != nil {
		t.Fatal(err)
	}
	if ts.attributions, err = tag.Attributions(); err != nil {
		t.Fatal(err)
	}
	if ts.speech, err = tag.Speech(); err != nil {
		t.Fatal(err)
	}
	return ts
}

// sampleSentences are the sentences of the plain articles of the built-in
// corpus.
func sampleSentences(t testing.TB) []sentence {
	t.Helper()
	files, err := filepath.Glob("../sample/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no sample articles: %v", err)
	}
	var out []sentence
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, sentencesOf(string(data))...)
	}
	return out
}
