package index

import (
	"regexp"
	"strings"
	"testing"
)

// The help names every field, and what it shows can be searched for.
func TestHelp(t *testing.T) {
	for _, f := range queryFields {
		if !strings.Contains(Help, string(f)+":") {
			t.Errorf("no word of %s:", f)
		}
	}
	for _, v := range append(kindValues, relationValues...) {
		if !strings.Contains(Help, v) {
			t.Errorf("no word of %s", v)
		}
	}
	x := indexed(t, corpus...)
	rows := regexp.MustCompile(`(?m)^\| ([^|]*) \|`).FindAllStringSubmatch(Help, -1)
	if len(rows) < 15 {
		t.Fatalf("only %d rows", len(rows))
	}
	for _, row := range rows {
		if _, err := x.Search(t.Context(), row[1], SearchOptions{}); err != nil {
			t.Errorf("%s: %v", row[1], err)
		}
	}
}
