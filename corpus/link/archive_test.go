package link

import (
	"fmt"
	"hash/fnv"
	"os"
	"runtime"
	"slices"
	"sync"
	"testing"
	"unicode"

	"verbatim/corpus/annotate"
	"verbatim/corpus/clean"
	"verbatim/corpus/load"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// perfRead is the articles of shared/perf, read once.
var perfRead = sync.OnceValue(func() []news.Reading {
	var docs []load.Document
	load.Read(load.At(os.DirFS(shared+"/perf"), "articles.jsonl.gz"), func(d load.Document) { docs = append(docs, d) })
	out := make([]news.Reading, len(docs))
	var wg sync.WaitGroup
	for w := range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := w; i < len(docs); i += runtime.GOMAXPROCS(0) {
				out[i], _ = annotate.Read(clean.Article(docs[i])) // one that fails is empty
			}
		})
	}
	wg.Wait()
	return slices.DeleteFunc(out, func(r news.Reading) bool { return r.Article.ID == "" })
})

const (
	dayArticles = 100 // articles of one day of an archive
	storyEvery  = 3   // of so many articles one is told by several outlets
	storyTold   = 3   // by so many
	famousShare = 100 // one article in so many has a word that stays the same in all rounds
	wordEvery   = 8   // of so many plain words another outlet changes one
)

// archive makes the readings of a desk's archive out of those of shared/perf,
// one at a time, as they would come in: a hundred a day, however long it gets.
// One in nine has no date. When all of shared/perf is told it begins anew with
// a round in which rarer words, names and numbers are others of the same
// length, so that all spans stand, and the names of the round are new ones; of
// what is in marks every second word is another, and of an article without a
// day all words.
// What one article in a hundred has stays: who is famous is named in every
// round. Of three articles one is told by three outlets, which change a word
// in eight and share the rest.
type archive struct {
	base    []news.Reading
	count   map[string]int      // of each word of the base, articles
	rare    map[string][]string // the words that are swapped, of a length and case
	plain   map[string][]string // the others in lower case
	known   map[string]string   // what a word is in this round
	round   int
	at      int // the next of base
	telling int // of the article before it that were made
	made    int
}

func newArchive(b testing.TB) *archive {
	b.Helper()
	if _, err := os.Stat(shared + "/perf"); err != nil {
		b.Skip("no ../shared/perf beside the repository")
	}
	x := &archive{base: perfRead(), count: map[string]int{}, rare: map[string][]string{}, plain: map[string][]string{}, known: map[string]string{}}
	for i := range x.base {
		src, seen := x.base[i].Article.Text, map[string]bool{}
		for _, w := range text.Words(src, text.Span{End: len(src)}) {
			if raw := src[w.Start:w.End]; !seen[raw] {
				seen[raw] = true
				x.count[raw]++
			}
		}
	}
	for w := range x.count {
		if x.swaps(w) {
			x.rare[shape(w)] = append(x.rare[shape(w)], w)
		} else if unicode.IsLower(rune(w[0])) && x.count[w] > 20 {
			x.plain[shape(w)] = append(x.plain[shape(w)], w)
		}
	}
	for _, of := range []map[string][]string{x.rare, x.plain} {
		for _, ws := range of {
			slices.Sort(ws)
		}
	}
	return x
}

// swaps reports whether a word is another in another round.
func (x *archive) swaps(w string) bool {
	return len(w) > 3 && (len(w) > 5 || unicode.IsUpper(rune(w[0])) || unicode.IsDigit(rune(w[0]))) && x.count[w] < len(x.base)/famousShare
}

func shape(w string) string {
	return fmt.Sprint(len(w), unicode.IsUpper(rune(w[0])), unicode.IsDigit(rune(w[0])))
}

func hashed(parts ...any) int {
	h := fnv.New32a()
	fmt.Fprint(h, parts...)
	return int(h.Sum32())
}

// word returns what a word is in this round: a name is made of two.
func (x *archive) word(w string) string {
	if x.round == 0 || !x.swaps(w) {
		return w
	}
	to, ok := x.known[w]
	if of := x.rare[shape(w)]; !ok && len(of) > 0 {
		to = of[hashed(w, x.round)%len(of)]
		if tail := of[hashed(x.round, w)%len(of)]; unicode.IsUpper(rune(w[0])) && isASCII(to) && isASCII(tail) {
			to = to[:len(to)/2] + tail[len(to)/2:]
		}
		x.known[w] = to
	}
	if to == "" {
		return w
	}
	return to
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// text returns a text of the round as the nth outlet has it.
func (x *archive) text(src string, nth int) string {
	out := []byte(src)
	for _, w := range text.Words(src, text.Span{End: len(src)}) {
		raw := src[w.Start:w.End]
		to := x.word(raw)
		if of := x.rare[shape(raw)]; nth > 0 && unicode.IsLower(rune(raw[0])) && x.swaps(raw) && hashed(raw, nth, w.Start)%wordEvery == 0 {
			to = of[hashed(w.Start, raw, nth)%len(of)]
		}
		copy(out[w.Start:w.End], to)
	}
	return string(out)
}

// reword makes of what is in marks other quotes than those of a round before:
// every second plain word is another. Old quotes come back as seldom as in the
// base. Of an article without a day all words are others, famous names too: no
// day keeps it from being of one story with itself of all years, and no archive
// gets one article every two months.
func (x *archive) reword(src string, r *news.Reading) string {
	if x.round == 0 {
		return src
	}
	out := []byte(src)
	if r.Article.Published.Date.IsZero() {
		x.swap(out, src, text.Span{End: len(src)}, 1)
		return string(out)
	}
	for i := range r.Quotes {
		if r.Quotes[i].Kind != news.Indirect {
			x.swap(out, src, r.Quotes[i].Span, 2)
		}
	}
	return string(out)
}

// swap makes others of the plain words of a span, one in so many; of all, those
// that are written with a capital too.
func (x *archive) swap(out []byte, src string, s text.Span, oneIn int) {
	for _, w := range text.Words(src, s) {
		raw := src[w.Start:w.End]
		of := x.plain[shape(raw)]
		if oneIn == 1 && unicode.IsUpper(rune(raw[0])) {
			of = x.rare[shape(raw)]
		} else if !unicode.IsLower(rune(raw[0])) {
			continue
		}
		if len(of) > 0 && hashed(raw, x.round, w.Start)%oneIn == 0 {
			copy(out[w.Start:w.End], of[hashed(w.Start, raw, x.round)%len(of)])
		}
	}
}

// next returns the article that comes next.
func (x *archive) next() news.Reading {
	r := x.tell(x.base[x.at], x.telling)
	if x.telling++; x.telling == storyTold || x.at%storyEvery > 0 {
		x.telling = 0
		x.at++
	}
	if x.at == len(x.base) {
		x.at, x.round, x.known = 0, x.round+1, map[string]string{}
	}
	x.made++
	return r
}

// tell returns a reading as the nth outlet of the round has it.
func (x *archive) tell(r news.Reading, nth int) news.Reading {
	a := &r.Article
	a.ID, a.File, a.Row = fmt.Sprintf("a%06d", x.made), "archive.jsonl", x.made+1
	a.Text, a.Headline.Value = x.reword(x.text(a.Text, nth), &r), x.text(a.Headline.Value, nth)
	if a.Published.Date.IsZero() {
		a.Headline.Value = x.reword(a.Headline.Value, &r)
	}
	if nth > 0 {
		a.Outlet.Value = x.base[hashed(x.at, nth)%len(x.base)].Article.Outlet.Value
	}
	later := 0
	if d := &a.Published.Date; !d.IsZero() {
		day := news.Date{Year: 2020, Month: 1, Day: 1}.AddDays(x.made / dayArticles)
		later, *d = day.Sub(*d), day
	}
	r.Entities, r.Quotes, r.Reports = slices.Clone(r.Entities), slices.Clone(r.Quotes), slices.Clone(r.Reports)
	for i := range r.Entities {
		e := &r.Entities[i]
		e.Name, e.Aliases = x.text(e.Name, 0), slices.Clone(e.Aliases)
		for j := range e.Aliases {
			e.Aliases[j] = x.text(e.Aliases[j], 0)
		}
	}
	for i := range r.Quotes {
		postpone(&r.Quotes[i].SaidOn, later)
	}
	for i := range r.Reports {
		postpone(&r.Reports[i].Date, later)
	}
	return r
}

func postpone(d *news.Date, days int) {
	if !d.IsZero() {
		*d = d.AddDays(days)
	}
}
