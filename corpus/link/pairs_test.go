package link

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

const shared = "../../../shared"

type goldPair struct {
	ID          string
	Same, Alarm bool
	Kinds       []string
	A, B        struct{ File, Outlet, Published, Text string }
}

func goldPairs(t testing.TB) []goldPair {
	t.Helper()
	f, err := os.Open(shared + "/gold/pairs/pairs.jsonl")
	if err != nil {
		t.Skip("no ../shared/gold/pairs beside the repository")
	}
	defer f.Close()
	var out []goldPair
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var p goldPair
		if err := json.Unmarshal(sc.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		out = append(out, p)
	}
	return out
}

func bareMarks(s string) string {
	s = strings.TrimSpace(s)
	s = strings.TrimPrefix(strings.TrimPrefix(s, "“"), "\"")
	return strings.TrimSuffix(strings.TrimSuffix(s, "”"), "\"")
}

func wordingOf(s string) *wording { return newWording(s, text.Span{Start: 0, End: len(s)}, stemmer{}) }

// TestPairsAlarm holds the judged pairs that are one statement against each
// other, words alone.
func TestPairsAlarm(t *testing.T) {
	var hit, pred, gold int
	for _, p := range goldPairs(t) {
		if !p.Same {
			continue
		}
		a, b := wordingOf(bareMarks(p.A.Text)), wordingOf(bareMarks(p.B.Text))
		if a.total < b.total {
			a, b = b, a
		}
		c := compare(a, b)
		got := c.relation().Alarm()
		if got {
			pred++
		}
		if p.Alarm {
			gold++
		}
		if got && p.Alarm {
			hit++
		}
		if got != p.Alarm {
			t.Logf("%s gold %v %v got %v\n  R %s\n  V %s\n  %s", p.ID, p.Alarm, p.Kinds, got, a.src, b.src, showEdits(c))
		} else if testing.Verbose() {
			t.Logf("%s ok %v\n  R %s\n  V %s\n  %s", p.ID, got, a.src, b.src, showEdits(c))
		}
	}
	t.Logf("alarm P %d/%d R %d/%d", hit, pred, hit, gold)
	if p, r := ratio(hit, pred), ratio(hit, gold); p < 0.97 || r < 0.97 {
		t.Errorf("alarm precision %.3f, recall %.3f, want 0.97 each", p, r)
	}
}

func ratio(n, of int) float64 { return float64(n) / float64(max(1, of)) }

func showEdits(c *comparison) string {
	var b strings.Builder
	for _, e := range c.edits {
		if e.Kind == news.EditPunctuation {
			continue
		}
		b.WriteString(string(e.Kind) + "{" + e.Reference.In(c.ref.src) + "|" + e.Variant.In(c.vary.src) + "} ")
	}
	return b.String()
}
