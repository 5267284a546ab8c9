package load

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"verbatim/corpus/corrections"
	"verbatim/corpus/news"
)

func slash(p string) string { return filepath.ToSlash(p) }

// Walk lists the files to read: the files named, and all files of the folders
// named and their subfolders, in lexical order. Hidden files and folders are
// left out, files of types that hold no articles become problems. A file that
// several paths or links lead to is listed once. The error names a path that
// does not exist or cannot be opened.
func Walk(paths []string) ([]Input, []news.Problem, error) {
	w := &walker{seen: map[string]bool{}, input: OS}
	for _, p := range paths {
		if err := w.root(p); err != nil {
			return nil, nil, err
		}
	}
	return w.inputs, w.problems, nil
}

// WalkFS lists the files of fsys as [Walk] does those of a folder. The error
// says that the root could not be listed.
func WalkFS(fsys fs.FS) ([]Input, []news.Problem, error) {
	w := &walker{seen: map[string]bool{}, input: func(p string) Input { return At(fsys, p) }}
	if _, err := fs.Stat(fsys, "."); err != nil {
		return nil, nil, fmt.Errorf("list the sample: %w", err)
	}
	err := fs.WalkDir(fsys, ".", w.visit)
	return w.inputs, w.problems, err
}

// walker gathers what a walk finds.
type walker struct {
	inputs   []Input
	problems []news.Problem
	seen     map[string]bool // files by where they really are
	input    func(path string) Input

	dir, really string // the folder being walked, and where it really is
}

// root walks one path the user named.
func (w *walker) root(p string) error {
	info, err := os.Stat(p)
	if err != nil {
		return fmt.Errorf("open %s: %w", p, cause(err))
	}
	p = filepath.Clean(p)
	if !info.IsDir() {
		w.file(p, whereabouts(p), info)
		return nil
	}
	w.dir, w.really = p, whereabouts(p)
	// A trailing slash makes a link to a folder the folder itself.
	dir := p + string(filepath.Separator)
	return filepath.WalkDir(dir, func(q string, d fs.DirEntry, err error) error {
		if q == dir {
			return w.opened(p, err)
		}
		return w.visit(filepath.Clean(q), d, err)
	})
}

// opened turns the failure to list a folder the user named into an error.
func (w *walker) opened(p string, err error) error {
	if err != nil {
		return fmt.Errorf("open %s: %w", p, cause(err))
	}
	return nil
}

func (w *walker) visit(p string, d fs.DirEntry, err error) error {
	switch {
	case err != nil:
		w.problem(p, cause(err).Error())
		return skipDir(d)
	case p != "." && hidden(p):
		return skipDir(d)
	case d.IsDir():
		return nil
	case d.Type()&fs.ModeSymlink != 0:
		w.link(p)
	default:
		w.entry(p, d)
	}
	return nil
}

// entry adds a file of the folder being walked.
func (w *walker) entry(p string, d fs.DirEntry) {
	info, err := d.Info()
	if err != nil {
		w.problem(p, cause(err).Error())
		return
	}
	really := p
	if rel, err := filepath.Rel(w.dir, p); err == nil && w.dir != "" {
		really = filepath.Join(w.really, rel)
	}
	w.file(p, really, info)
}

// whereabouts returns the absolute path of a file or folder without links, p
// itself where that cannot be told.
func whereabouts(p string) string {
	abs, err := filepath.Abs(p)
	if err != nil {
		return p
	}
	really, err := filepath.EvalSymlinks(abs)
	if err != nil {
		return abs
	}
	return really
}

// link adds the file a symbolic link leads to; links to folders are not
// followed, they may lead in circles.
func (w *walker) link(p string) {
	info, err := os.Stat(p)
	switch {
	case err != nil:
		w.problem(p, "the link leads nowhere")
	case !info.IsDir():
		w.file(p, whereabouts(p), info)
	}
}

// file adds a file, unless it was met before by another path.
func (w *walker) file(p, really string, info fs.FileInfo) {
	if w.seen[really] {
		return
	}
	w.seen[really] = true
	if filepath.Base(p) == corrections.FileName {
		return // of editors, about the articles
	}
	if !info.Mode().IsRegular() {
		w.problem(p, "not a regular file; not read")
		return
	}
	if what := foreignKind(p); what != "" {
		w.problem(p, what)
		return
	}
	in := w.input(p)
	in.Size = info.Size()
	w.inputs = append(w.inputs, in)
}

func (w *walker) problem(p, what string) {
	w.problems = append(w.problems, news.Problem{File: slash(p), What: what})
}

func skipDir(d fs.DirEntry) error {
	if d != nil && d.IsDir() {
		return fs.SkipDir
	}
	return nil
}

func hidden(p string) bool { return strings.HasPrefix(path.Base(slash(p)), ".") }
