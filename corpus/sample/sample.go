// Package sample holds the built-in corpus, which Verbatim opens when it is
// given no path: four stories as seven outlets reported them in 2026, one of
// the outlets a news agency whose copy others rewrite.
//
// Everything in it is invented: the people, the countries and towns, the
// companies, the outlets, and every word that anybody is quoted as saying.
//
// The files are in the forms in which newsrooms get their copy (plain text
// with and without front matter, Markdown, HTML pages, JSONL), and differ in
// the ways in which outlets differ: house style, cuts, open edits, words
// changed inside the marks, other dates, other speakers. want.json, beside the
// articles, is the reading that a careful editor gives them; tests hold the
// program to it.
package sample

import (
	"embed"
	"io/fs"
)

//go:embed articles
var files embed.FS

// FS returns the files of the sample, all in its root folder.
func FS() fs.FS {
	sub, err := fs.Sub(files, "articles")
	if err != nil { // only a path that is not valid is refused
		return files
	}
	return sub
}
