package main

import (
	"fmt"
	"sort"
)

// tally counts hits by name, in the order first seen.
type tally struct {
	names []string
	right map[string]int
	total map[string]int
}

func (t *tally) count(name string, ok bool) {
	if t.total == nil {
		t.right, t.total = map[string]int{}, map[string]int{}
	}
	if t.total[name] == 0 {
		t.names = append(t.names, name)
	}
	t.total[name]++
	if ok {
		t.right[name]++
	}
}

func (t *tally) write(r *report) {
	sort.SliceStable(t.names, func(i, j int) bool { return t.total[t.names[i]] > t.total[t.names[j]] })
	for _, n := range t.names {
		r.line("%-22s %6.2f%%  of %d", n, 100*float64(t.right[n])/float64(t.total[n]), t.total[n])
	}
}

// report gathers the lines of report.txt.
type report struct{ b []byte }

func (r *report) line(format string, args ...any) {
	r.b = fmt.Appendf(r.b, format+"\n", args...)
}

func (r *report) section(title string) { r.line("\n%s\n", title) }
