package tag_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"testing"

	"verbatim/corpus/news"
	"verbatim/corpus/tag"
	"verbatim/corpus/text"
)

func one(src string) sentence {
	return sentence{src, text.Tokens(src, text.Span{Start: 0, End: len(src)})}
}

func TestPartsOfSpeech(t *testing.T) {
	ts := load(t)
	for src, want := range map[string]string{
		"The port will close on Friday.":              "DT NN MD VB IN NNP .",
		"“We won’t go,” she said.":                    "`` PRP MD RB VB , '' PRP VBD .",
		`He called it "a sham" and left.`:             "PRP VBD PRP `` DT NN '' CC VBD .",
		"Mara Venn, a spokeswoman, refused to speak.": "NNP NNP , DT NN , VBD TO VB .",
	} {
		s := one(src)
		var got []string
		for _, p := range ts.pos.Tag(src, s.tokens) {
			got = append(got, string(p))
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%s\n got %s\nwant %s", src, g, want)
		}
	}
}

// named writes the names that labels mark: "person Mara Venn | place Lund".
func named(s sentence, labels []tag.Label) string {
	var out []string
	for i, l := range labels {
		switch {
		case l.Kind == "":
		case l.Begin:
			out = append(out, string(l.Kind)+" "+s.tokens[i].In(s.src))
		default:
			out[len(out)-1] += " " + s.tokens[i].In(s.src)
		}
	}
	return strings.Join(out, " | ")
}

func TestNames(t *testing.T) {
	ts := load(t)
	for src, want := range map[string]string{
		"Harbour Minister Elena Marsh met reporters in Lisbon on Tuesday.":     "person Elena Marsh | place Lisbon",
		"The Harbour Workers Union said Germany would send aid.":               "organisation Harbour Workers Union | place Germany",
		"Prime Minister Daniel Okoro told the United Nations he would resign.": "person Daniel Okoro | organisation United Nations",
		"The committee will meet again next week.":                             "",
	} {
		s := one(src)
		if got := named(s, ts.names.Tag(src, s.tokens, ts.pos.Tag(src, s.tokens))); got != want {
			t.Errorf("%s\n got %s\nwant %s", src, got, want)
		}
	}
}

// The last word of a full name is that person wherever it stands alone; a kind
// read once yields to the one read more often.
func TestVote(t *testing.T) {
	person := func(begin bool) tag.Label { return tag.Label{Kind: news.Person, Begin: begin, Confidence: 2} }
	src := "Mara Venn spoke . “ No , ” said Venn . Venn Street was shut . Venn left for Lund ."
	s := one(src)
	labels := make([]tag.Label, len(s.tokens))
	labels[0], labels[1] = person(true), person(false)
	at := strings.Index(src, "Venn left")
	for i, k := range s.tokens {
		if k.Start == at {
			labels[i] = tag.Label{Kind: news.Place, Begin: true, Confidence: 0.1}
		}
	}
	const want = "person Mara Venn | person Venn | person Venn"
	if got := named(s, tag.Vote(src, s.tokens, labels)); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if labels[len(labels)-5].Kind == news.Person {
		t.Error("the labels handed in were changed")
	}
}

func TestAttributions(t *testing.T) {
	ts := load(t)
	for src, want := range map[string]string{
		"Mara Venn said that the port would close on Friday.":   "source Mara Venn | cue said | content that the port would close on Friday",
		"The port will close next week, officials said.":        "content The port will close next week | source officials | cue said",
		"According to the ministry, two people were hurt.":      "cue According to | source the ministry | content two people were hurt",
		"“We will not go,” said Mara Venn, the union’s leader.": "content “ We will not go , ” | cue said | source Mara Venn , the union ’s leader",
		"The ferry left the harbour at noon.":                   "",
	} {
		s := one(src)
		var out []string
		for i, l := range ts.attributions.Tag(src, s.tokens, ts.pos.Tag(src, s.tokens), s.inMarks()) {
			switch {
			case l.Part == tag.NoPart:
			case l.Begin:
				out = append(out, string(l.Part)+" "+s.tokens[i].In(src))
			default:
				out[len(out)-1] += " " + s.tokens[i].In(src)
			}
		}
		if got := strings.Join(out, " | "); got != want {
			t.Errorf("%s\n got %s\nwant %s", src, got, want)
		}
	}
}

func TestReports(t *testing.T) {
	ts := load(t)
	for src, want := range map[string]string{
		"Mara Venn told reporters on Tuesday that the deal was dead.": "told: that the deal was dead",
		"The port, he said, will close.":                              "said: The port, he said, will close",
		"According to Venn, the ferry will sail.":                     "According: the ferry will sail",
		"The gates held for an hour.":                                 "",
	} {
		s := one(src)
		pos := ts.pos.Tag(src, s.tokens)
		ready := tag.NewSpeechSentence(src, s.tokens, pos, nil, ts.attributions.Tag(src, s.tokens, pos, nil))
		got := ""
		for _, r := range ts.speech.Reports(ready, 0) {
			got += s.tokens[r.Cue].In(src) + ": " + src[s.tokens[r.Lo].Start:s.tokens[r.Hi-1].End]
			if again := ts.speech.Score(ready, r.Cue, r.Lo, r.Hi); again != r.Score {
				t.Errorf("%s: scored %f and then %f", src, r.Score, again)
			}
		}
		if got != want {
			t.Errorf("%s\n got %s\nwant %s", src, got, want)
		}
		if ts.speech.Score(ready, -1, 0, 1) > -50 || ts.speech.Score(ready, 0, 2, 1) > -50 || ts.speech.Score(ready, 0, 0, 1000) > -50 {
			t.Errorf("%s: a reading out of range scores well", src)
		}
	}
}

// Encoding the same weights twice gives the same bytes, and decoding them the
// same scores.
func TestEncodeIsDeterministic(t *testing.T) {
	classes := []string{"a", "b"}
	ws := []tag.Weight{{Feature: 1, Class: 0, Value: 5}, {Feature: 1, Class: 1, Value: -5}, {Feature: 9, Class: 1, Value: 300}}
	first, err := tag.Encode(classes, ws)
	if err != nil {
		t.Fatal(err)
	}
	second, err := tag.Encode(classes, ws)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second) {
		t.Error("two encodings differ")
	}
	m, err := tag.Decode(first)
	if err != nil {
		t.Fatal(err)
	}
	scores := make([]int32, 2)
	m.Scores([]uint32{1, 2, 9}, scores)
	if scores[0] != 5 || scores[1] != 295 {
		t.Errorf("scores %v", scores)
	}
}

func TestDecodeRefusesOther(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("vbtag1"), {0x1f, 0x8b, 8, 0}} {
		if _, err := tag.Decode(data); err == nil {
			t.Errorf("%q was taken for a model", data)
		}
	}
}

// TestManifest holds that the weights are those of the manifest, and that the
// word lists they were made with are those of the tree: where it fails, run
// the training program again.
func TestManifest(t *testing.T) {
	data, err := os.ReadFile("manifest.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		f := strings.Fields(line)
		var path string
		switch {
		case f[0] == "made":
			path = f[2]
		case f[0] == "input" && strings.HasPrefix(f[2], "corpus/"):
			path = "../../" + f[2]
		case f[0] == "input":
			path = "../../../shared/data/" + f[2]
		default:
			continue
		}
		content, err := os.ReadFile(path)
		if os.IsNotExist(err) && f[0] == "input" {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != f[1] {
			t.Errorf("%s is not what the manifest lists: train the taggers again", f[2])
		}
		n++
	}
	if n < 5 {
		t.Errorf("the manifest lists %d files", n)
	}
}

func TestWeightsAreSmall(t *testing.T) {
	total := int64(0)
	for _, name := range []string{"pos.bin", "posword.txt", "name.bin", "attribution.bin", "speech.bin"} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		total += info.Size()
	}
	if total > 6<<20 {
		t.Errorf("the weights take %d bytes", total)
	}
}
