// Command train makes the weights of package tag from the openly licensed
// text in a data folder:
//
//	go run ./corpus/tag/train DATA_DIR [OUT_DIR]
//
// DATA_DIR holds tagger and attribution; OUT_DIR is corpus/tag unless given.
// It takes the weights, report.txt and manifest.txt. The same input gives the
// same bytes.
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

func run(data, out string) error {
	all, err := readAll(filepath.Join(data, "tagger"))
	if err != nil {
		return err
	}
	var r report
	bin, words, err := trainPOS(all, tagSet(all), posEpochs, func(s *sentence) bool { return !s.held })
	if err != nil {
		return err
	}
	m, err := tag.Decode(bin)
	if err != nil {
		return err
	}
	pt := tag.NewPOSTagger(m, tag.NewPOSDict(words))
	reportPOS(&r, pt, all)
	r.line("pos.bin %d bytes", len(bin))
	os.Stdout.Write(r.b)
	return writeAll(out, map[string][]byte{"pos.bin": bin, "posword.txt": []byte(words)})
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
