// Command train makes the weights of package tag from the openly licensed
// text in a data folder:
//
//	go run ./corpus/tag/train DATA_DIR [OUT_DIR]
//
// DATA_DIR holds tagger and attribution; OUT_DIR is corpus/tag unless given.
// It writes the weights, report.txt and manifest.txt, and is run from the root
// of the project, whose word lists it takes too. The same input gives the same
// bytes.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"verbatim/corpus/tag"
)

func main() {
	if len(os.Args) < 2 || len(os.Args) > 3 {
		fmt.Fprintln(os.Stderr, "usage: train DATA_DIR [OUT_DIR]")
		os.Exit(2)
	}
	out := filepath.Join("corpus", "tag")
	if len(os.Args) == 3 {
		out = os.Args[2]
	}
	if err := run(os.Args[1], out); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// run trains the taggers one after the other, each on what those before it
// read.
func run(data, out string) error {
	all, err := readAll(filepath.Join(data, "tagger"))
	if err != nil {
		return err
	}
	files := map[string][]byte{}
	r := report{}
	r.line("What the taggers get right in the documents held out of training, one in %d.", heldOut)
	pos, err := makePOS(all, files, &r)
	if err != nil {
		return err
	}
	if err := makeNames(all, pos, files, &r); err != nil {
		return err
	}
	if err := makeAttributions(data, pos, files, &r); err != nil {
		return err
	}
	if files["manifest.txt"], err = manifest(data, files); err != nil {
		return err
	}
	files["report.txt"] = r.b
	return writeAll(out, files)
}

func makePOS(all []sentence, files map[string][]byte, r *report) (*tag.POSTagger, error) {
	bin, words, err := trainPOS(all, tagSet(all), posEpochs, func(s *sentence) bool { return !s.held })
	if err != nil {
		return nil, err
	}
	files["pos.bin"], files["posword.txt"] = bin, []byte(words)
	m, err := tag.Decode(bin)
	if err != nil {
		return nil, err
	}
	t := tag.NewPOSTagger(m, tag.NewPOSDict(words))
	reportPOS(r, t, all)
	return t, nil
}

func makeNames(all []sentence, whole *tag.POSTagger, files map[string][]byte, r *report) error {
	pos, err := taggedPOS(all, whole)
	if err != nil {
		return err
	}
	bin, err := trainNames(all, pos)
	if err != nil {
		return err
	}
	files["name.bin"] = bin
	m, err := tag.Decode(bin)
	if err != nil {
		return err
	}
	reportNames(r, tag.NewNameTagger(m), all, pos)
	return nil
}

// makeAttributions makes the attribution tagger, and the scorer that stands on
// it.
func makeAttributions(data string, pos *tag.POSTagger, files map[string][]byte, r *report) error {
	docs, err := readLabelled(filepath.Join(data, "attribution", "wikinews.jsonl.gz"))
	if err != nil {
		return err
	}
	var all []newsSentence
	var held []labelled
	for i := range docs {
		all = append(all, layOut(&docs[i], pos)...)
		if isHeld(docs[i].ID) {
			held = append(held, docs[i])
		}
	}
	use := func(s *newsSentence) bool { return !isHeld(s.doc.ID) }
	if files["attribution.bin"], err = trainAttributions(all, use); err != nil {
		return err
	}
	ready, err := speechSentences(all, use)
	if err != nil {
		return err
	}
	if files["speech.bin"], err = trainSpeech(all, ready); err != nil {
		return err
	}
	m, err := tag.Decode(files["attribution.bin"])
	if err != nil {
		return err
	}
	t := tag.NewAttributionTagger(m)
	if m, err = tag.Decode(files["speech.bin"]); err != nil {
		return err
	}
	reportAttributions(r, "Attributions, held out: parts with the same words, and with half of them", held, pos, t)
	reportSpeech(r, "Readings of cues, held out: those that score above", held, pos, t, tag.NewSpeechScorer(m))
	return nil
}

// readAll reads the sets of tagged sentences.
func readAll(dir string) ([]sentence, error) {
	var all []sentence
	for _, f := range []struct {
		name string
		cols columns
	}{
		{"ewt.tsv.gz", columns{form: 1, tag: 4, space: 5, entity: -1, label: -1}},
		{"gum.tsv.gz", columns{form: 1, tag: 4, space: 5, entity: 6, label: -1}},
		{"uner-ewt.iob2.gz", columns{form: 1, tag: -1, space: -1, entity: -1, label: 2}},
		{"crossner-politics.tsv.gz", columns{form: 0, tag: -1, space: -1, entity: -1, label: 1}},
	} {
		s, err := readTreebank(filepath.Join(dir, f.name), f.name[:len(f.name)-len(filepath.Ext(f.name))], f.cols)
		if err != nil {
			return nil, err
		}
		all = append(all, s...)
	}
	return all, nil
}

func writeAll(dir string, files map[string][]byte) error {
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
