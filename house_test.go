package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The rules of the house, for code that is not a test.
const (
	maxFunction    = 80  // lines
	maxFile        = 450 // lines
	medianFunction = 10  // lines between the braces; the median is under it
)

// source is one Go file of the project.
type source struct {
	path string // slashed, from the root
	ast  *ast.File
	set  *token.FileSet
}

// sources parses every Go file of the project but the tests.
func sources(t *testing.T) []source {
	t.Helper()
	var out []source
	set := token.NewFileSet()
	err := filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && p != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "dist") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(set, p, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		out = append(out, source{path: filepath.ToSlash(p), ast: f, set: set})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 10 {
		t.Fatalf("only %d files found: is the test run in the root?", len(out))
	}
	return out
}

func (s source) lines(n ast.Node) int {
	return s.set.Position(n.End()).Line - s.set.Position(n.Pos()).Line + 1
}

func (s source) at(n ast.Node) string {
	return fmt.Sprintf("%s:%d", s.path, s.set.Position(n.Pos()).Line)
}

func (s source) functions() []*ast.FuncDecl {
	var out []*ast.FuncDecl
	for _, d := range s.ast.Decls {
		if f, ok := d.(*ast.FuncDecl); ok {
			out = append(out, f)
		}
	}
	return out
}

func TestFilesAndFunctionsAreShort(t *testing.T) {
	var lengths []int
	for _, s := range sources(t) {
		if n := s.set.File(s.ast.Pos()).LineCount(); n > maxFile {
			t.Errorf("%s has %d lines, more than %d", s.path, n, maxFile)
		}
		for _, f := range s.functions() {
			n := s.lines(f)
			lengths = append(lengths, max(n-2, 1))
			if n > maxFunction {
				t.Errorf("%s: %s has %d lines, more than %d", s.at(f), f.Name.Name, n, maxFunction)
			}
		}
	}
	slices.Sort(lengths)
	if m := lengths[len(lengths)/2]; m >= medianFunction {
		t.Errorf("the median function has %d lines, want fewer than %d", m, medianFunction)
	}
}

func TestNamesFollowTheHouse(t *testing.T) {
	for _, s := range sources(t) {
		if n := s.ast.Name.Name; strings.Contains(n, "util") {
			t.Errorf("%s: package %s", s.path, n)
		}
		for _, f := range s.functions() {
			name := f.Name.Name
			if name == "init" && f.Recv == nil {
				t.Errorf("%s: init function", s.at(f))
			}
			if strings.HasPrefix(name, "Get") {
				t.Errorf("%s: %s: name it without Get", s.at(f), name)
			}
			if r := receiver(f); len(r) > 2 {
				t.Errorf("%s: receiver %s of %s: one or two letters", s.at(f), r, name)
			}
		}
	}
}

func receiver(f *ast.FuncDecl) string {
	if f.Recv == nil || len(f.Recv.List[0].Names) == 0 {
		return ""
	}
	return f.Recv.List[0].Names[0].Name
}

func TestExportedNamesAreDocumented(t *testing.T) {
	for _, s := range sources(t) {
		for _, d := range s.ast.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && d.Doc == nil && !ofUnexported(d) {
					t.Errorf("%s: %s is not documented", s.at(d), d.Name.Name)
				}
			case *ast.GenDecl:
				undocumented(t, s, d)
			}
		}
	}
}

// ofUnexported reports whether a function is a method of a type that only its
// own package knows; such methods are there for an interface.
func ofUnexported(f *ast.FuncDecl) bool {
	if f.Recv == nil {
		return false
	}
	t := f.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	id, ok := t.(*ast.Ident)
	return ok && !id.IsExported()
}

func undocumented(t *testing.T, s source, d *ast.GenDecl) {
	for _, spec := range d.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			if spec.Name.IsExported() && d.Doc == nil && spec.Doc == nil {
				t.Errorf("%s: %s is not documented", s.at(spec), spec.Name.Name)
			}
		case *ast.ValueSpec:
			if spec.Names[0].IsExported() && d.Doc == nil && spec.Doc == nil && spec.Comment == nil {
				t.Errorf("%s: %s is not documented", s.at(spec), spec.Names[0].Name)
			}
		}
	}
}

func TestNothingEndsTheProgramButMain(t *testing.T) {
	for _, s := range sources(t) {
		ast.Inspect(s.ast, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			switch name := called(call); {
			case name == "panic", strings.HasPrefix(name, "log.Fatal"), strings.HasPrefix(name, "log.Panic"):
				t.Errorf("%s: %s", s.at(n), name)
			case name == "os.Exit" && path.Base(s.path) != "main.go":
				t.Errorf("%s: os.Exit outside main.go", s.at(n))
			}
			return true
		})
	}
}

// called returns the name of the function a call calls, "pkg.Name" where it is
// another package's.
func called(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok {
			return x.Name + "." + f.Sel.Name
		}
	}
	return ""
}

// rank orders the rooms of the house: a package imports only what ranks lower.
// The rooms under ui may import one another, but not ui itself.
func rank(pkg string) int {
	rooms := []string{
		"corpus/text", "corpus/news", "corpus/lexicon", "corpus/corrections", "corpus/sample", "corpus/load/internal/nodates", "corpus/load/internal/nodistiller", "corpus/internal/casefile", "corpus/load", "corpus/clean",
		"corpus/tag", "corpus/annotate", "corpus/link", "corpus", "index", "ui/", "ui", ".",
	}
	if pkg == "corpus/tag/train" {
		pkg = "." // a program of its own
	}
	if strings.HasPrefix(pkg, "ui/") {
		pkg = "ui/"
	}
	return slices.Index(rooms, pkg)
}

func TestImportsPointOneWay(t *testing.T) {
	const module = "verbatim/"
	for _, s := range sources(t) {
		from := path.Dir(s.path)
		if rank(from) < 0 {
			t.Errorf("%s: package %s has no place in the order of imports", s.path, from)
		}
		for _, i := range s.ast.Imports {
			p, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			to, ours := strings.CutPrefix(p, module)
			if ours && !mayImport(from, to) {
				t.Errorf("%s: %s imports %s", s.at(i), from, to)
			}
		}
	}
}

func mayImport(from, to string) bool {
	if strings.HasPrefix(from, "ui/") && strings.HasPrefix(to, "ui/") {
		return true
	}
	return rank(to) >= 0 && rank(to) < rank(from)
}

// Leaves know nothing of what reads or links.
func TestMayImport(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     bool
	}{
		{"corpus/load", "corpus/news", true},
		{"corpus/news", "corpus/load", false},
		{"corpus/clean", "corpus/annotate", false},
		{"corpus/link", "corpus/annotate", true},
		{"corpus", "index", false},
		{"index", "corpus", true},
		{"ui", "index", true},
		{"ui/report", "ui/cell", true},
		{"ui/report", "ui", false},
		{"index", "ui/report", false},
		{".", "ui", true},
	} {
		if got := mayImport(c.from, c.to); got != c.want {
			t.Errorf("mayImport(%s, %s) = %t", c.from, c.to, got)
		}
	}
}
