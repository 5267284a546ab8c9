package report

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// mostNames is how many sheets of one title a folder may hold.
const mostNames = 1000

// Save writes a sheet to a new file of the folder, named after its title and
// the suffix (".html"), and returns the path. No file is written over.
func Save(dir, title, suffix string, write func(io.Writer) error) (string, error) {
	f, err := create(filepath.Join(dir, fileName(title)), suffix)
	if err != nil {
		return "", fmt.Errorf("save the sheet: %w", err)
	}
	if err := errors.Join(write(f), f.Close()); err != nil {
		_ = os.Remove(f.Name()) // half a sheet is none
		return "", fmt.Errorf("save %s: %w", f.Name(), err)
	}
	return f.Name(), nil
}

// create makes a file that is not there yet, with a number behind its name
// where others are.
func create(name, suffix string) (*os.File, error) {
	path := name + suffix
	for n := 2; ; n++ {
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if !errors.Is(err, fs.ErrExist) || n > mostNames {
			return f, err
		}
		path = fmt.Sprintf("%s-%d%s", name, n, suffix)
	}
}

// fileName makes a file's name of a title: its letters and digits.
func fileName(title string) string {
	const most = 40 // characters
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	name := []rune(strings.Join(append([]string{"verbatim"}, words...), "-"))
	return strings.TrimRight(string(name[:min(len(name), most)]), "-")
}
