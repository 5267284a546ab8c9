package index

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"verbatim/corpus/news"
)

var parseDay = news.Date{Year: 2026, Month: 3, Day: 14}

func TestParse(t *testing.T) {
	for _, c := range []struct{ query, want string }{
		{``, `-`},
		{`   `, `-`},
		{`harbour`, `harbour`},
		{`harbour strike`, `(and harbour strike)`},
		{`Harbour STRIKE`, `(and harbour strike)`},
		{`"will not resign"`, `"will not resign"`},
		{`“will not resign”`, `"will not resign"`},
		{`„will not resign“`, `"will not resign"`},
		{`«will not resign»`, `"will not resign"`},
		{`"resign"`, `"resign"`},
		{`"will not res`, `"will not res…`},
		{`"will not `, `"will not"`},
		{`say "harbour strike" now`, `(and say "harbour strike" now)`},
		{`harbour"will not"strike`, `(and harbour "will not" strike)`},
		{`vice-president`, `"vice president"`},
		{`don’t don't`, `(and don't don't)`},
		{`Škoda Café cafe` + "\u0301", `(and skoda cafe cafe)`},
		{`北京`, `"北 京"`},
		{`7,000 2.5 U.S.`, `(and 7,000 2.5 u.s)`},

		{`-harbour`, `(not harbour)`},
		{`harbour -strike`, `(and harbour (not strike))`},
		{`harbour NOT strike`, `(and harbour (not strike))`},
		{`harbour not strike`, `(and harbour not strike)`},
		{`-"will not"`, `(not "will not")`},
		{`-(a b)`, `(not (and a b))`},
		{`NOT -harbour`, `harbour`},
		{`NOT NOT harbour`, `harbour`},
		{`--harbour`, `(not harbour)`},
		{`-speaker:venn`, `(not speaker:venn)`},
		{`speaker:-venn`, `(not speaker:venn)`},

		{`a OR b`, `(or a b)`},
		{`a OR b OR c`, `(or a b c)`},
		{`a b OR c d`, `(and a (or b c) d)`},
		{`a AND b`, `(and a b)`},
		{`a AND NOT b`, `(and a (not b))`},
		{`a OR NOT b`, `(or a (not b))`},
		{`a or b and c`, `(and a or b and c)`},
		{`(a b) OR c`, `(or (and a b) c)`},
		{`((a OR (b c)) d)`, `(and (or a (and b c)) d)`},
		{`a OR OR b`, `(or a b)`},

		{`speaker:venn`, `speaker:venn`},
		{`Speaker:Venn`, `speaker:venn`},
		{`speaker:"Mara Venn" strike`, `(and speaker:"mara venn" strike)`},
		{`speaker: venn strike`, `(and speaker:venn strike)`},
		{`speaker:(venn OR holt) strike`, `(and (or speaker:venn speaker:holt) strike)`},
		{`(speaker:venn strike)`, `(and speaker:venn strike)`},
		{`headline:har*`, `headline:har*`},
		{`kind:direct`, `kind:direct`},
		{`kind:DIR`, `kind:direct`},
		{`relation:alarm`, `relation:altered|merged`},
		{`relation:"altered"`, `relation:altered`},
		{`relation:ed*`, `relation:edited`},

		{`date:2026`, `date:2026-01-01..2026-12-31`},
		{`date:2026-02`, `date:2026-02-01..2026-02-28`},
		{`date:2024-02`, `date:2024-02-01..2024-02-29`},
		{`date:2026-3`, `date:2026-03-01..2026-03-31`},
		{`date:2026-03-14`, `date:2026-03-14..2026-03-14`},
		{`date:2026-03-01..2026-03-14`, `date:2026-03-01..2026-03-14`},
		{`date:2026-03..`, `date:2026-03-01..`},
		{`date:..2026-03`, `date:..2026-03-31`},
		{`date:2025..2026-01`, `date:2025-01-01..2026-01-31`},
		{`date:today`, `date:2026-03-14..2026-03-14`},
		{`date:yesterday..today`, `date:2026-03-13..2026-03-14`},
		{`-date:today`, `(not date:2026-03-14..2026-03-14)`},
		{`date:(2024 OR 2026)`, `(or date:2024-01-01..2024-12-31 date:2026-01-01..2026-12-31)`},

		{`res*`, `res*`},
		{`Ré*`, `re*`},
		{`r*gn`, `r*gn`},
		{`*gate`, `*gate`},
		{`vice-pres*`, `"vice pres…`},
		{`zelensky~`, `zelensky~2`},
		{`venn~`, `venn~1`},
		{`venn~2`, `venn~2`},
		{`speaker:holt~1`, `speaker:holt~1`},
		{`vice-president~`, `"vice president"`},

		// What is still being typed, or means nothing, is left out.
		{`-`, `-`}, {`- -`, `-`}, {`harbour -`, `harbour`}, {`harbour - strike`, `(and harbour strike)`},
		{`"`, `-`}, {`harbour "`, `harbour`}, {`""`, `-`}, {`"…"`, `-`}, {`-"`, `-`},
		{`(`, `-`}, {`)`, `-`}, {`()`, `-`}, {`(harbour`, `harbour`}, {`harbour)`, `harbour`}, {`)(`, `-`}, {`-()`, `-`},
		{`OR`, `-`}, {`AND`, `-`}, {`NOT`, `-`}, {`harbour OR`, `harbour`}, {`OR harbour`, `harbour`}, {`harbour AND`, `harbour`},
		{`harbour NOT`, `harbour`}, {`(a OR) b`, `(and a b)`},
		{`a:b:c`, `"a b c"`}, {`10:30`, `"10 30"`}, {`http://x.example/a`, `"http x example a"`},
		{`:`, `-`}, {`::`, `-`}, {`a:`, `a`}, {`:a`, `a`},
		{`speaker:`, `-`}, {`harbour speaker:`, `harbour`}, {`speaker:"`, `-`}, {`speaker:"Mara V`, `speaker:"mara"`}, {`speaker:"Mara Ve`, `speaker:"mara ve…`},
		{`kind:`, `-`}, {`relation:*`, `-`},
		{`date:`, `-`}, {`date:2`, `-`}, {`date:202`, `-`}, {`date:2026-`, `date:2026-01-01..2026-12-31`},
		{`date:2026-0`, `date:2026-01-01..2026-12-31`}, {`date:2026-03-0`, `date:2026-03-01..2026-03-31`},
		{`date:..`, `-`}, {`date:to`, `-`}, {`date:2026-03-01..20`, `date:2026-03-01..`},
		{`*`, `-`}, {`**`, `-`}, {`~`, `-`}, {`~2`, `2`}, {`a~b`, `"a b"`}, {`&`, `-`}, {`$ %`, `-`}, {`'`, `-`}, {`—`, `-`},
	} {
		n, err := parse(c.query, parseDay, false)
		if err != nil {
			t.Errorf("parse(%q): %v", c.query, err)
			continue
		}
		if got := printed(n); got != c.want {
			t.Errorf("parse(%q)\n got %s\nwant %s", c.query, got, c.want)
		}
	}
}

func printed(n node) string {
	if n == nil {
		return "-"
	}
	return n.String()
}

func TestParseTyping(t *testing.T) {
	for _, c := range []struct{ query, want string }{
		{`harbour str`, `(and harbour str…)`},
		{`harbour str `, `(and harbour str)`},
		{`harbour s`, `harbour`},
		{`h`, `-`},
		{`港`, `港`},
		{`vice-p`, `"vice"`},
		{`speaker:ven`, `speaker:ven…`},
		{`vice-pres`, `"vice pres…`},
		{`(harbour)`, `harbour`},
		{`res*`, `res*`},
	} {
		n, err := parse(c.query, parseDay, true)
		if err != nil || printed(n) != c.want {
			t.Errorf("parse(%q) while typing: got %s, %v; want %s", c.query, printed(n), err, c.want)
		}
	}
}

// What is open is an error where nothing more is typed.
func TestCheck(t *testing.T) {
	for _, c := range []struct {
		query string
		at    int
		what  string
	}{
		{`harbour "not res`, 8, "quotation mark has no end"},
		{`harbour “not res`, 8, "quotation mark has no end"},
		{`wall OR (storm flood`, 8, "bracket ( has no end"},
		{`((storm) flood`, 0, "bracket ( has no end"},
		{`speeker:venn`, 0, "did you mean speaker:?"},
	} {
		var qe *QueryError
		if err := Check(c.query); !errors.As(err, &qe) || qe.Offset != c.at || !strings.Contains(qe.What, c.what) {
			t.Errorf("Check(%q): %v", c.query, err)
		}
	}
	for _, q := range []string{``, `"not resigning"`, `«not resigning»`, `(storm OR flood) port`, `storm) port`, `don't`, `date:yesterday`} {
		if err := Check(q); err != nil {
			t.Errorf("Check(%q): %v", q, err)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct {
		query string
		at    int
		what  string
	}{
		{`strike speeker:venn`, 7, "did you mean speaker:?"},
		{`sepaker:"Mara Venn"`, 0, "did you mean speaker:?"},
		{`strike kind:spoken`, 12, "kind is one of direct, partial or indirect"},
		{`relation:changed`, 9, "relation is one of verbatim"},
		{`date:march`, 5, "write a date as"},
		{`date:2026-13`, 5, "write a date as"},
		{`date:2026-02-30`, 5, "write a date as"},
		{`date:2026-02-03-04`, 5, "write a date as"},
		{`date:2026..x`, 11, "write a date as"},
		{`date:2026..2025`, 5, "ends before it begins"},
		{`venn~7`, 4, "venn~1 or venn~2"},
		{strings.Repeat("(", 100) + "a", 32, "nested too deeply"},
		{strings.Repeat("NOT ", 100) + "a", 128, "nested too deeply"},
		{strings.Repeat("a ", 200), 256, "more than 128 things"},
		{strings.Repeat("a", 5000), maxQueryBytes, "longer than"},
	} {
		_, err := parse(c.query, parseDay, false)
		var qe *QueryError
		if !errors.As(err, &qe) {
			t.Errorf("parse(%.40q): no error", c.query)
			continue
		}
		if qe.Offset != c.at || !strings.Contains(qe.What, c.what) {
			t.Errorf("parse(%.40q): at %d %q, want at %d …%s…", c.query, qe.Offset, qe.What, c.at, c.what)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{``, `-`, `"`, `a:b:c`, `date:..`, `date:2026-02-30..`, `speaker:("a b`, `x* y~2 OR -z`,
		"\xff\xfe\"", "北京 OR «東京", `((((`, `a OR AND NOT )`, `*a*b*`, `a~~`, `kind:p*`, "e\u0301~1"} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, q string, typing bool) {
		n, err := parse(q, parseDay, typing)
		var qe *QueryError
		switch {
		case err == nil && n == nil:
		case err == nil:
			checkTree(t, n)
		case !errors.As(err, &qe):
			t.Fatalf("error of type %T", err)
		case qe.Offset < 0 || qe.Offset > len(q) || qe.What == "":
			t.Fatalf("error at %d of %d: %q", qe.Offset, len(q), qe.What)
		}
	})
}

// checkTree fails on parts that could not be searched for.
func checkTree(t *testing.T, n node) {
	switch n := n.(type) {
	case andNode:
		for _, c := range n {
			checkTree(t, c)
		}
	case orNode:
		for _, c := range n {
			checkTree(t, c)
		}
	case notNode:
		checkTree(t, n.n)
	case leaf:
		if len(n.words) == 0 {
			t.Fatal("a leaf without words")
		}
		for _, w := range n.words {
			if w == "" || !utf8.ValidString(w) || len(w) > 4*maxTerm {
				t.Fatalf("the word %q of a leaf", w)
			}
		}
	case dates:
		if n.from.IsZero() && n.to.IsZero() {
			t.Fatal("a range of all days")
		}
	default:
		t.Fatalf("a part of type %T", n)
	}
}
