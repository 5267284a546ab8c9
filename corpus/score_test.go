package corpus_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	_ "verbatim/ui/report" // part of what is measured: a change of it is a reason to measure again
)

// The gold readings are not part of the repository: where the folder shared
// lies beside it, these tests measure the briefing against them and compare
// the figures with those of testdata/scores.
const shared = "../../shared"

// slack is how far a figure may fall below its golden one.
const slack = 0.0005

var updateScores = flag.Bool("update", false, "rewrite the golden scores")

// goldSet is one gold reading: how it is laid out as articles, and scored.
type goldSet struct {
	name   string
	layout []string // arguments of layout.py, before the folder
	score  []string // arguments of score.py, before the briefing
}

var goldSets = []goldSet{
	{"seeds", []string{"seeds", shared + "/seeds"}, []string{"stories", shared + "/gold/seeds.json"}},
	{"stories", []string{"stories", shared + "/gold/stories"}, []string{"stories", shared + "/gold/stories"}},
	{"polnear", []string{"quotes", shared + "/gold/polnear-dev.jsonl"}, []string{"quotes", shared + "/gold/polnear-dev.jsonl"}},
}

// TestScores measures the export on each gold set.
func TestScores(t *testing.T) {
	needGold(t)
	binary := build(t)
	for _, s := range goldSets {
		t.Run(s.name, func(t *testing.T) {
			briefing := export(t, binary, lay(t, s))
			figures := filepath.Join(t.TempDir(), "figures.json")
			args := append(slices.Clone(s.score), briefing, "--json", figures, "--show", "0")
			table := python(t, "score.py", args...)
			compareScores(t, s.name, figures, table)
		})
	}
}

// TestPairScores measures the alarm on the judged pairs: one run of the
// program for each.
func TestPairScores(t *testing.T) {
	needGold(t)
	if testing.Short() {
		t.Skip("133 runs of the program: left out by -short")
	}
	figures := filepath.Join(t.TempDir(), "figures.json")
	table := python(t, "score_pairs.py", build(t), shared+"/gold/pairs", "--json", figures)
	if strings.Contains(table, "runs failed") {
		t.Errorf("runs of the program failed:\n%s", table)
	}
	compareScores(t, "pairs", figures, table)
}

// TestNoFurnitureInBodies holds that no line of the seeds that belongs to the
// page and not to the article is part of a body.
func TestNoFurnitureInBodies(t *testing.T) {
	needGold(t)
	var gold struct {
		Articles    []struct{ ID, File string }
		Boilerplate map[string][]string
	}
	decode(t, shared+"/gold/seeds.json", &gold)
	var got struct {
		Articles []struct {
			File, Text string
			Body       []struct{ Start, End int }
		}
	}
	decode(t, export(t, build(t), lay(t, goldSets[0])), &got)
	file := map[string]string{}
	for _, a := range gold.Articles {
		file[a.ID] = a.File
	}
	checked := 0
	for _, a := range got.Articles {
		for id, lines := range gold.Boilerplate {
			if file[id] != filepath.Base(a.File) {
				continue
			}
			for _, p := range a.Body {
				checked++
				for _, line := range lines {
					if strings.Contains(a.Text[p.Start:p.End], line) {
						t.Errorf("%s: furniture %q in the body paragraph at %d", filepath.Base(a.File), line, p.Start)
					}
				}
			}
		}
	}
	if checked == 0 {
		t.Error("no body paragraph was checked")
	}
}

// TestExportIsDeterministic holds that the same articles give the same bytes.
func TestExportIsDeterministic(t *testing.T) {
	needGold(t)
	binary, folder := build(t), lay(t, goldSets[1])
	one, err := os.ReadFile(export(t, binary, folder))
	if err != nil {
		t.Fatal(err)
	}
	two, err := os.ReadFile(export(t, binary, folder))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(one, two) {
		t.Error("two exports of the same articles differ")
	}
}

func needGold(t *testing.T) {
	t.Helper()
	if _, err := os.Stat(shared + "/gold"); err != nil {
		t.Skip("no gold readings: ../shared is not there")
	}
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("no python3 to score with")
	}
}

// build builds the program into a folder of the test's own; the Go cache makes
// the second time cheap.
func build(t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "verbatim")
	run(t, exec.Command("go", "build", "-o", binary, "verbatim"))
	return binary
}

// lay lays a gold set out as a folder of articles.
func lay(t *testing.T, s goldSet) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), s.name)
	python(t, "layout.py", append(slices.Clone(s.layout), folder)...)
	return folder
}

// export writes the briefing of a folder to a file and returns its path.
func export(t *testing.T, binary, folder string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "briefing.json")
	b := run(t, exec.Command(binary, "export", "--format", "json", folder))
	if err := os.WriteFile(out, b, 0o644); err != nil {
		t.Fatal(err)
	}
	return out
}

func python(t *testing.T, tool string, args ...string) string {
	t.Helper()
	return string(run(t, exec.Command("python3", append([]string{shared + "/tools/" + tool}, args...)...)))
}

func run(t *testing.T, c *exec.Cmd) []byte {
	t.Helper()
	var errs bytes.Buffer
	c.Stderr = &errs
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", strings.Join(c.Args, " "), err, errs.String())
	}
	return out
}

func decode(t *testing.T, file string, v any) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
}

// compareScores holds measured figures against the golden ones of a set.
func compareScores(t *testing.T, set, figures, table string) {
	t.Helper()
	golden := filepath.Join("testdata", "scores", set+".json")
	if *updateScores {
		b, err := os.ReadFile(figures)
		if err == nil {
			err = os.MkdirAll(filepath.Dir(golden), 0o755)
		}
		if err == nil {
			err = os.WriteFile(golden, append(b, '\n'), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%s\n%s", set, table)
	var got, want map[string]*float64
	decode(t, figures, &got)
	decode(t, golden, &want)
	for name, w := range want {
		if g := got[name]; worse(name, g, w) {
			t.Errorf("%s: %s is %s, was %s", set, name, figure(g), figure(w))
		}
	}
	if len(want) == 0 {
		t.Errorf("%s: no golden figures", set)
	}
}

// worse reports whether a figure is behind its golden one. A figure may be
// missing where nothing was there to be counted.
func worse(name string, got, golden *float64) bool {
	if golden == nil {
		return false
	}
	if got == nil {
		return true
	}
	if lowerIsBetter(name) {
		return *got > *golden+slack
	}
	return *got < *golden-slack
}

func lowerIsBetter(name string) bool {
	return strings.HasPrefix(name, "marked words nobody said") || strings.Contains(name, "false alarms")
}

func figure(f *float64) string {
	if f == nil {
		return "missing"
	}
	b, err := json.Marshal(*f)
	if err != nil {
		return err.Error()
	}
	return string(b)
}

func TestWorse(t *testing.T) {
	f := func(v float64) *float64 { return &v }
	for _, c := range []struct {
		name        string
		got, golden *float64
		want        bool
	}{
		{"speaker right", f(0.9), f(0.9), false},
		{"speaker right", f(0.8996), f(0.9), false},
		{"speaker right", f(0.8994), f(0.9), true},
		{"speaker right", f(0.95), f(0.9), false},
		{"speaker right", nil, f(0.9), true},
		{"date conflicts shown", nil, nil, false},
		{"marked words nobody said, given a speaker", f(0.3), f(0.2), true},
		{"pairs: false alarms on harmless differences", f(0.1), f(0.2), false},
	} {
		if got := worse(c.name, c.got, c.golden); got != c.want {
			t.Errorf("worse(%q, %s, %s) = %t", c.name, figure(c.got), figure(c.golden), got)
		}
	}
}
