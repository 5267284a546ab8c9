package index

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"verbatim/corpus/text"
)

func TestWords(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"", ""},
		{"Mara Venn's plan", "Mara=mara Venn's=venn's plan=plan"},
		{"well-known", "well=well known=known"},
		{"don’t DON'T", "don’t=don't DON'T=don't"},
		{"Cafe\u0301 café CAFÉ", "Cafe\u0301=cafe café=cafe CAFÉ=cafe"},
		{"Škoda ﬁn ½", "Škoda=skoda ﬁn=fin"},
		{"7,000 U.S. 2.5%", "7,000=7,000 U.S=u.s 2.5=2.5"},
		{"北京の夜", "北=北 京=京 の=の 夜=夜"},
		{"ab渡輪cd が", "ab=ab 渡=渡 輪=輪 cd=cd が=か"},
		{"か\u3099x", "か\u3099=か x=x"},
		{"ไทย", "ไ=ไ ท=ท ย=ย"},
		{"Привет МИР", "Привет=привет МИР=мир"},
		{"\xff\xfea b\x00c", "a=a b=b c=c"},
	} {
		var got []string
		eachWord(c.src, text.Span{Start: 0, End: len(c.src)}, func(w text.Word) { got = append(got, w.In(c.src)+"="+w.Fold) })
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.src, s, c.want)
		}
	}
}

func TestOwner(t *testing.T) {
	for _, c := range []struct{ word, want string }{
		{"Venn's", "venn"}, {"Venn’s", "venn"}, {"It's", ""}, {"That’s", ""}, {"it's", ""}, {"cat's", ""}, {"Venn", ""},
		{"Čapek's", "capek"}, {"U.S.'s", ""}, {"Who's", ""},
	} {
		ws := text.Words(c.word, text.Span{Start: 0, End: len(c.word)})
		if got := owner(c.word, ws[0]); got != c.want {
			t.Errorf("owner(%s) = %q, want %q", c.word, got, c.want)
		}
	}
}

func TestStem(t *testing.T) {
	var st stemmer
	for _, c := range []struct{ word, want string }{
		{"resigned", "resign"}, {"resigns", "resign"}, {"resign", "resign"}, {"venn's", "venn"}, {"ministers", "minist"},
		{"of", "of"}, {"not", "not"}, {"now", "now"}, {"7,000", "7,000"}, {"москва", "москва"}, {"''", "''"},
		{strings.Repeat("a", 500), strings.Repeat("a", 500)},
	} {
		for range 2 { // the second time from memory
			if got := st.stem(c.word); got != c.want {
				t.Errorf("stem(%s) = %s, want %s", c.word, got, c.want)
			}
		}
	}
}

// Words have bytes of the source, in order, on rune boundaries, whatever the
// source is.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"Mara Venn’s café", "北京 ab渡輪", "e\u0301\u0301", "\xff'\xff", "ﷺ", "ไทย’s", "a.b.c,d"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		last := 0
		var words []string
		eachWord(s, text.Span{Start: 0, End: len(s)}, func(w text.Word) {
			if w.Start < last || w.End <= w.Start || !w.Fits(s) || !utf8.ValidString(w.In(s)) {
				t.Fatalf("the word %v of %q after %d", w, s, last)
			}
			if len(w.Fold) > maxTerm || w.Fold == "" {
				t.Fatalf("the term %q", w.Fold)
			}
			last = w.End
			words = append(words, w.Fold)
		})
		if got := queryWords(s); !slices.Equal(got, words) {
			t.Fatalf("%q: words %q in articles, %q in queries", s, words, got)
		}
	})
}

func TestSnippets(t *testing.T) {
	long := "First paragraph.\n" + strings.Repeat("ünï wörd ", 100) + "NEEDLE " + strings.Repeat("påst it ", 100) + "\nLast paragraph."
	needle := strings.Index(long, "NEEDLE")
	for _, c := range []struct {
		name   string
		rec    record
		around string
		spans  []text.Span
		start  string
		has    string
	}{
		{"around the match", record{}, long, []text.Span{{Start: needle, End: needle + 6}}, "wörd", "NEEDLE"},
		{"from the beginning", record{}, long, nil, "First", "First paragraph."},
		{"of a quote", record{Start: 50, Quote: 1, At: text.Span{Start: 61, End: 69}}, "He said he would go.", nil, "He said", "would go"},
		{"of spans elsewhere", record{Start: 50}, "short", []text.Span{{Start: 0, End: 9}, {Start: 900, End: 901}}, "short", "short"},
		{"of nothing", record{}, "", []text.Span{{Start: 3, End: 4}}, "", ""},
		{"of one long word", record{}, strings.Repeat("ü", 4000), []text.Span{{Start: 2000, End: 2002}}, "ü", "ü"},
	} {
		got := snip(&c.rec, []byte(c.around), c.spans)
		if !strings.HasPrefix(got.Text, c.start) || !strings.Contains(got.Text, c.has) || len(got.Text) > snippetBytes+20 || !utf8.ValidString(got.Text) {
			t.Errorf("%s: %q", c.name, got.Text)
		}
		if at := (text.Span{Start: got.Start - c.rec.Start, End: got.Start - c.rec.Start + len(got.Text)}); at.In(c.around) != got.Text {
			t.Errorf("%s: %q does not stand at %d", c.name, got.Text, got.Start)
		}
	}
}
