// Package distiller stands in for github.com/markusmobius/go-domdistiller, which
// go-trafilatura imports as its second opinion on a page and which fills its
// tables at start-up: 3 ms before the first frame. The package load asks
// go-trafilatura for its own reading alone (EnableFallback is off), so that
// this one need only have the names it is compiled with, and distils nothing.
package distiller

import (
	"errors"
	"net/url"

	"golang.org/x/net/html"
)

// ErrNothing is what every page answers.
var ErrNothing = errors.New("pages are not distilled here")

// Options says how to distil.
type Options struct {
	OriginalURL    *url.URL
	SkipPagination bool
}

// Result is the article of a page.
type Result struct {
	Node *html.Node
}

// Apply returns ErrNothing.
func Apply(*html.Node, *Options) (*Result, error) { return nil, ErrNothing }
