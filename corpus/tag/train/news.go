package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"verbatim/corpus/annotate"
	"verbatim/corpus/tag"
	"verbatim/corpus/text"
)

// labelled is an article with its attributions labelled, as Wikinews' and
// PolNeAR's rows have it.
type labelled struct {
	ID     string       `json:"id"`
	Text   string       `json:"text"`
	Quotes []attributed `json:"quotes"`
}

// attributed is one attribution; offsets are characters in the files, bytes
// once read.
type attributed struct {
	Start   int        `json:"start"`
	End     int        `json:"end"`
	Kind    string     `json:"kind"`
	Speech  bool       `json:"speech"`
	Parts   []textSpan `json:"parts"`
	Speaker *textSpan  `json:"speaker"`
	Cue     *textSpan  `json:"cue"`
}

type textSpan struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// UnmarshalJSON reads {"start": 1, "end": 2} and [1, 2].
func (s *textSpan) UnmarshalJSON(data []byte) error {
	if data[0] == '[' {
		var pair [2]int
		err := json.Unmarshal(data, &pair)
		s.Start, s.End = pair[0], pair[1]
		return err
	}
	type plain textSpan
	return json.Unmarshal(data, (*plain)(s))
}

// contents returns the parts of what was said.
func (a *attributed) contents() []text.Span {
	if len(a.Parts) == 0 {
		return []text.Span{{Start: a.Start, End: a.End}}
	}
	var out []text.Span
	for _, p := range a.Parts {
		out = append(out, text.Span(p))
	}
	return out
}

// readLabelled reads rows of JSON, compressed or not.
func readLabelled(path string) ([]labelled, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var in io.Reader = bytes.NewReader(data)
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(in); err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
	}
	sc := bufio.NewScanner(in)
	sc.Buffer(nil, 1<<24)
	var out []labelled
	for sc.Scan() {
		var d labelled
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		d.toBytes()
		out = append(out, d)
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return out, nil
}

// toBytes turns offsets in characters into offsets in bytes.
func (d *labelled) toBytes() {
	at := make([]int, 0, len(d.Text)+1)
	for i := range d.Text {
		at = append(at, i)
	}
	at = append(at, len(d.Text))
	fix := func(n *int) { *n = at[min(max(*n, 0), len(at)-1)] }
	for i := range d.Quotes {
		q := &d.Quotes[i]
		fix(&q.Start)
		fix(&q.End)
		for k := range q.Parts {
			fix(&q.Parts[k].Start)
			fix(&q.Parts[k].End)
		}
		for _, s := range []*textSpan{q.Speaker, q.Cue} {
			if s != nil {
				fix(&s.Start)
				fix(&s.End)
			}
		}
	}
}

// newsSentence is a sentence of a labelled article, laid out for the tagger.
type newsSentence struct {
	doc     *labelled
	tokens  []text.Token
	pos     []tag.PartOfSpeech
	inMarks []bool
	marks   []int // 1 + the pair of marks each token stands in, 0 for none
}

// layOut cuts an article into sentences as the annotator does.
func layOut(d *labelled, t *tag.POSTagger) []newsSentence {
	paragraphs := paragraphsOf(d.Text)
	marks := annotate.Marks(d.Text, paragraphs)
	var out []newsSentence
	m := 0
	for _, s := range annotate.Sentences(d.Text, paragraphs) {
		n := newsSentence{doc: d, tokens: text.Tokens(d.Text, s)}
		n.pos = t.Tag(d.Text, n.tokens)
		n.inMarks, n.marks = make([]bool, len(n.tokens)), make([]int, len(n.tokens))
		for i, k := range n.tokens {
			for m < len(marks) && marks[m].Outer.End <= k.Start {
				m++
			}
			if m < len(marks) && marks[m].Outer.Start < k.End {
				n.inMarks[i], n.marks[i] = true, m+1
			}
		}
		out = append(out, n)
	}
	return out
}

func paragraphsOf(s string) []text.Span {
	var out []text.Span
	at := 0
	for line := range strings.SplitAfterSeq(s, "\n") {
		if p := (text.Span{Start: at, End: at + len(line)}).Trim(s); !p.Empty() {
			out = append(out, p)
		}
		at += len(line)
	}
	return out
}
