package corpus

import (
	"os"
	"path/filepath"
	"testing"
)

// A wire copy without a year takes that of the story it belongs to.
func TestYearOfTheStory(t *testing.T) {
	dir := t.TempDir()
	said := "“The gates of the harbour will stay shut until the dockers have a signature on paper,” union leader Tobias Achterberg said on Tuesday.\n"
	for name, text := range map[string]string{
		"a.txt": "---\noutlet: Northline\npublished: 2030-12-31\n---\n" + said,
		"b.txt": "PORT HAVEN, Jan 2 (PHN) – Dockers in Port Haven voted on Tuesday to go on with their strike at the harbour.\n" + said,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	b, err := Read(t.Context(), []string{dir}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Stories) != 1 {
		t.Fatalf("%d stories, want 1", len(b.Stories))
	}
	for _, r := range b.Readings {
		if want := map[string]string{"a.txt": "2030-12-31", "b.txt": "2031-01-02"}[filepath.Base(r.Article.File)]; r.Article.Published.Date.String() != want {
			t.Errorf("%s: published %q, want %q", r.Article.File, r.Article.Published.Date, want)
		}
	}
}
