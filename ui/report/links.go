package report

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// Terminal is what is known of the terminal that a report is written to. The zero
// Terminal is none: a pipe or a file.
type Terminal struct {
	Width int  // cells
	Ink   bool // it is asked for bold, faint and reversed
	Links bool // it is told which file stands behind a place that is cited
}

// TakesLinks reports whether a terminal may be told of links. Those that do not know
// them pass over them, but for the console of Linux and screen.
func TakesLinks(env func(string) string) bool {
	term := env("TERM")
	return term != "linux" && !strings.HasPrefix(term, "screen.") && env("STY") == ""
}

// links are the addresses of files by the paths they are cited by (OSC 8).
type links map[string]string

// add links a file that is there, by a place that it is cited by.
func (k links) add(place, file string) {
	path := pathOf(place)
	if _, ok := k[path]; ok {
		return
	}
	k[path] = ""
	abs, err := filepath.Abs(file)
	if err != nil {
		return
	}
	if info, err := os.Stat(abs); err == nil && info.Mode().IsRegular() {
		k[path] = fileURL(abs)
	}
}

// fileURL is the address of a file on this machine, which need not be that of who
// looks at the terminal. All that is no letter is escaped in it.
func fileURL(abs string) string {
	path := filepath.ToSlash(abs)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	host, _ := os.Hostname()
	u := url.URL{Scheme: "file", Host: host, Path: path}
	return u.String()
}

// pathOf is a place that is cited without its line.
func pathOf(place string) string {
	i := strings.LastIndexByte(place, ':')
	if i > 0 && i+1 < len(place) && strings.Trim(place[i+1:], "0123456789") == "" {
		return place[:i]
	}
	return place
}

// The sequences around a link.
const (
	linkTo  = "\x1b]8;;"
	linkEnd = "\x1b\\"
)

// in returns text with the places in it linked.
func (k links) in(s string) string {
	if len(k) == 0 {
		return s
	}
	var b strings.Builder
	for word := range strings.SplitAfterSeq(s, " ") {
		place := strings.Trim(word, " (),;:")
		to := k[pathOf(place)]
		if place == "" || to == "" {
			b.WriteString(word)
			continue
		}
		before, after, _ := strings.Cut(word, place)
		b.WriteString(before + linkTo + to + linkEnd + place + linkTo + linkEnd + after)
	}
	return b.String()
}
