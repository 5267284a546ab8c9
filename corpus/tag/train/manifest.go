package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// inputs are the files the weights are made from, below the data folder and,
// for the word lists, below the root of the project.
var inputs = []string{
	"tagger/ewt.tsv.gz", "tagger/gum.tsv.gz", "tagger/uner-ewt.iob2.gz", "tagger/crossner-politics.tsv.gz", "attribution/wikinews.jsonl.gz",
	"corpus/lexicon/cue.txt", "corpus/lexicon/title.txt", "corpus/lexicon/role.txt", "corpus/lexicon/givenname.txt", "corpus/lexicon/givenfamily.txt",
	"corpus/lexicon/country.txt", "corpus/lexicon/countryplace.txt", "corpus/lexicon/metonym.txt", "corpus/lexicon/notname.txt", "corpus/lexicon/orghead.txt",
}

// manifest lists every input and what was made of them, with their sha256.
func manifest(data string, made map[string][]byte) ([]byte, error) {
	var b strings.Builder
	b.WriteString("command  go run ./corpus/tag/train DATA_DIR\n")
	for _, name := range inputs {
		path := filepath.Join(data, name)
		if strings.HasPrefix(name, "corpus/") {
			path = name
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("list inputs: %w", err)
		}
		fmt.Fprintf(&b, "input    %x  %s\n", sha256.Sum256(content), name)
	}
	for _, name := range sortedNames(made) {
		fmt.Fprintf(&b, "made     %x  %s\n", sha256.Sum256(made[name]), name)
	}
	return []byte(b.String()), nil
}

func sortedNames(m map[string][]byte) []string {
	out := make([]string, 0, len(m))
	for name := range m {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}
