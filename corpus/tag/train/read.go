package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"hash/fnv"
	"os"
	"strings"

	"verbatim/corpus/text"
)

// heldOut is how many documents there are for each one that is held out.
const heldOut = 8

// sentence is one sentence of a treebank, cut into tokens as the taggers will
// see them, with what the treebank says of each.
type sentence struct {
	set    string // the file it is from, without its ending
	doc    string
	held   bool
	src    string
	tokens []text.Token
	tags   []string // parts of speech, nil where the set has none
	whole  []bool   // the treebank cuts the token the same way
	names  []string // "B-person", "I-place", "O"; nil where the set has none
}

// column says where a treebank has what; -1 where it has not.
type columns struct{ form, tag, space, entity, label int }

// entry is a line of a treebank.
type entry struct {
	form, tag, entity, label string
	glued                    bool // no space behind it
}

// treebank is a gzip-compressed tab-separated file: a blank line ends a
// sentence, "# newdoc" begins a document, "# text" gives the sentence.
type treebank struct {
	set  string
	cols columns
	doc  string
	n    int // sentences so far
	text string
	cur  []entry
	out  []sentence
}

func readTreebank(path, set string, cols columns) ([]sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	b := treebank{set: set, cols: cols}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		b.line(sc.Text())
	}
	b.flush()
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return b.out, nil
}

func (b *treebank) line(s string) {
	switch {
	case s == "":
		b.flush()
	case strings.HasPrefix(s, "# newdoc id = "):
		b.doc = s[len("# newdoc id = "):]
	case strings.HasPrefix(s, "# text = "):
		b.text = s[len("# text = "):]
	case strings.HasPrefix(s, "# ") && !strings.Contains(s, "\t"):
	default:
		b.add(strings.Split(s, "\t"))
	}
}

func (b *treebank) add(f []string) {
	at := func(i int) string {
		if i < 0 || i >= len(f) {
			return ""
		}
		return f[i]
	}
	if b.cols.form > 0 && strings.ContainsAny(f[0], "-.") {
		return // a joined or an empty word
	}
	b.cur = append(b.cur, entry{
		form: at(b.cols.form), tag: at(b.cols.tag), entity: at(b.cols.entity), label: at(b.cols.label),
		glued: strings.Contains(at(b.cols.space), "SpaceAfter=No"),
	})
}

// blockSize is how many sentences of a set without documents stand for one.
const blockSize = 20

func (b *treebank) flush() {
	defer func() { b.cur, b.text = nil, "" }()
	if len(b.cur) == 0 {
		return
	}
	doc := b.doc
	if doc == "" {
		doc = fmt.Sprintf("%s-%d", b.set, b.n/blockSize)
	}
	b.n++
	if b.text == "" {
		b.text = join(b.cur)
	}
	s := sentence{set: b.set, doc: doc, held: isHeld(doc), src: b.text}
	b.align(&s)
	b.out = append(b.out, s)
}

// isHeld picks the documents held out by their names, so that one text in two
// sets is on the same side in both.
func isHeld(doc string) bool { return digest(doc)%heldOut == 0 }

func digest(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}

// join writes the words of a sentence that has only words as it was printed:
// no space before closing marks and clitics, none behind opening ones.
func join(es []entry) string {
	var b strings.Builder
	open := true
	for _, e := range es {
		if !open && !hugsLeft(e.form) {
			b.WriteByte(' ')
		}
		b.WriteString(e.form)
		open = e.form == "(" || e.form == "[" || e.form == "$" || e.form == "``"
	}
	return b.String()
}

func hugsLeft(w string) bool {
	switch w {
	case ".", ",", ";", ":", "!", "?", ")", "]", "%", "''", "'", "'s", "'S", "n't", "'re", "'ve", "'ll", "'d", "'m":
		return true
	}
	return false
}
