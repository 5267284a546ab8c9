// Command train makes the weights of package tag from the openly licensed
// text in a data folder:
//
//	go run ./corpus/tag/train DATA_DIR
//
// DATA_DIR holds tagger/ewt.tsv.gz and tagger/gum.tsv.gz. Every eighth
// document is held out and reported on. The same input gives the same bytes.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: train DATA_DIR")
		os.Exit(2)
	}
	if err := run(os.Args[1], filepath.Join("corpus", "tag")); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(data, out string) error {
	return trainPOS(data, out)
}
