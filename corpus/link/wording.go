package link

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// token is a word of a quote, or a phrase that some houses write as one word,
// as quotes are compared.
type token struct {
	text.Span
	key    string // equal for all that house style makes different
	fold   string
	stem   string
	sums   sums
	weight int  // how much it says: a stop word little, a rare word or a name much
	stop   bool // carries no content of its own
	name   bool // capitalised where a common word would not be
	number bool
	open   int  // the bracket group it stands in, 0 for none
	gap    bool // an ellipsis stands before it
	start  bool // begins a sentence
}

// sums is a token in numbers: what differs in them differs.
type sums struct {
	key, stem uint32 // hashes
	head      uint32 // the first four bytes of the key, 0 if it is shorter
}

func sumsOf(t *token) sums {
	p := sums{key: hashWord(hashOffset, t.key), stem: hashWord(hashOffset, t.stem)}
	if k := t.key; len(k) >= 4 {
		p.head = uint32(k[0])<<24 | uint32(k[1])<<16 | uint32(k[2])<<8 | uint32(k[3])
	}
	return p
}

// sameKey reports whether two tokens are one word.
func sameKey(x, y *token) bool { return x.sums.key == y.sums.key && x.key == y.key }

// The weights of a token. Those of the alignment (align.go) are in the same
// unit.
const (
	weightStop   = 6
	weightCommon = 12
	weightRare   = 18
	commonRank   = 1200 // the rank up to which a word is common
)

// wording is the words of one quote.
type wording struct {
	src   string
	span  text.Span
	toks  []token
	gap   bool // an ellipsis stands behind the last word
	total int  // the sum of the weights

	tokens []bagged // see [wording.bag]
}

// newWording reads the words of src within s. The stemmer keeps stems for the
// next.
func newWording(src string, s text.Span, st stemmer) *wording {
	w := &wording{src: src, span: s}
	ps, gap := pieces(src, s)
	w.gap = gap
	w.toks = make([]token, 0, len(ps))
	for i := 0; i < len(ps); {
		t, n := nextToken(ps[i:], st)
		t.sums = sumsOf(&t)
		w.toks = append(w.toks, t)
		w.total += t.weight
		i += n
	}
	return w
}

// content returns the number of tokens that are no stop words.
func (w *wording) content() int {
	n := 0
	for i := range w.toks {
		if !w.toks[i].stop {
			n++
		}
	}
	return n
}

// nextToken makes a token of the first pieces and tells how many it took.
func nextToken(ps []piece, st stemmer) (token, int) {
	if key, n := numberPhrase(ps); n > 0 {
		t := join(ps[:n])
		t.key, t.stem, t.number = key, key, true
		t.weight = weightRare
		if key == "#1" {
			t.weight, t.stop = weightStop, true
		}
		return t, n
	}
	if key, n := phrase(ps); n > 0 {
		t := join(ps[:n])
		t.key, t.stem, t.weight, t.name = key, key, weightRare, true
		return t, n
	}
	t := join(ps[:1])
	w := st.word(wordForm(ps))
	t.key, t.stem = w.key, w.key
	t.stop = lexicon.Stopword(t.fold)
	t.name = ps[0].upper && !ps[0].start && !t.stop
	t.weight = rarity(t, w.rank)
	if !t.stop && len(t.key) > 3 {
		t.stem = w.keyStem
	}
	return t, 1
}

// join covers pieces with one token.
func join(ps []piece) token {
	first, last := ps[0], ps[len(ps)-1]
	t := token{Span: first.Cover(last.Span), fold: first.fold, open: first.open, gap: first.gap, start: first.start}
	for _, p := range ps[1:] {
		t.fold += " " + p.fold
	}
	return t
}

func rarity(t token, r int) int {
	switch {
	case t.stop:
		return weightStop
	case t.name, r == 0, r > commonRank:
		return weightRare
	}
	return weightCommon
}

// phrase reads a phrase that has a short form, or the short form.
func phrase(ps []piece) (string, int) {
	plain := strings.ReplaceAll(ps[0].fold, ".", "")
	for _, p := range lexicon.Phrases() {
		if plain == p.Short && (ps[0].caps || plain != ps[0].fold) {
			return "@" + p.Short, 1
		}
		if ps[0].fold == p.Words[0] && ps[0].upper && begins(ps, p.Words) {
			return "@" + p.Short, len(p.Words)
		}
	}
	return "", 0
}

func begins(ps []piece, words []string) bool {
	if len(ps) < len(words) {
		return false
	}
	for i, w := range words {
		if ps[i].fold != w {
			return false
		}
	}
	return true
}

// wordForm is what the first piece is compared by, in its house's spelling.
func wordForm(ps []piece) string {
	p := ps[0]
	w := strings.ReplaceAll(p.fold, ".", "")
	if strings.HasSuffix(w, "s's") {
		w = w[:len(w)-2]
	}
	if w == "no" && p.stop && len(ps) > 1 && isDigits(ps[1].fold) {
		return "number"
	}
	if p.stop || p.upper {
		w = lexicon.LongForm(w)
	}
	if p.stop && p.upper {
		if d, short, ok := lexicon.Weekday(w); ok && short {
			w = strings.ToLower(d.String())
		}
	}
	if p.upper {
		w = lexicon.NameForm(w)
	}
	return w
}

func isDigits(s string) bool { return s != "" && '0' <= s[0] && s[0] <= '9' }

// piece is a word of the source as it stands, or a sign read as one.
type piece struct {
	text.Span
	fold  string
	upper bool // begins with a capital
	caps  bool // is in capitals
	stop  bool // a full stop follows
	glued bool // only brackets between it and the piece before
	money rune // the currency sign before it
	open  int
	gap   bool
	start bool
}

// pieces cuts the words of src within s, reading what stands between them;
// the second result tells of an ellipsis at the end.
func pieces(src string, s text.Span) ([]piece, bool) {
	r := &reader{src: src, start: true, out: make([]piece, 0, s.Len()/6+1)}
	at := s.Start
	for _, w := range text.Words(src, s) {
		r.between(at, w.Start, len(r.out) > 0)
		r.word(w)
		at = w.End
	}
	r.between(at, s.End, false)
	r.closeGroup()
	return r.out, r.gap
}

// reader carries what stood before the next word.
type reader struct {
	src    string
	out    []piece
	depth  int
	group  int // the last bracket group's id
	opened int // index of the first piece of the open group
	gap    bool
	start  bool
	glued  bool
	money  rune
}

// between reads the signs from a to b.
func (r *reader) between(a, b int, inside bool) {
	gap := r.src[a:b]
	r.glued, r.money = inside && gap != "" && strings.Trim(gap, "[]()") == "", 0
	r.gap = r.gap || isEllipsis(gap)
	if n := len(r.out); n > 0 && inside && strings.HasPrefix(gap, ".") {
		r.out[n-1].stop = true
	}
	for i, c := range gap {
		r.sign(c, text.Span{Start: a + i, End: a + i + utf8.RuneLen(c)})
	}
}

// sign reads one character between words.
func (r *reader) sign(c rune, at text.Span) {
	switch c {
	case '[', '(':
		if r.depth++; r.depth == 1 {
			r.group, r.opened = r.group+1, len(r.out)
		}
	case ']', ')':
		r.depth = max(0, r.depth-1)
	case '.', '!', '?', ':':
		r.start = true
	case '&':
		r.add(piece{Span: at, fold: "and"})
	case '%':
		r.add(piece{Span: at, fold: "percent"})
	case '$', '£', '€', '¥':
		r.money = c
	}
}

func (r *reader) word(w text.Word) {
	raw := r.src[w.Start:w.End]
	c, _ := utf8.DecodeRuneInString(raw)
	p := piece{Span: w.Span, fold: w.Fold, upper: unicode.IsUpper(c), caps: isCaps(raw), money: r.money, glued: r.glued}
	if p.glued && len(r.out) > 0 {
		r.glue(p)
		return
	}
	r.add(p)
}

func (r *reader) add(p piece) {
	p.gap, p.start = r.gap, r.start
	if r.depth > 0 {
		p.open = r.group
	}
	r.gap, r.start = false, false
	r.out = append(r.out, p)
}

// glue adds a word to the one before it, which only a bracket divides:
// "[I]mmigration".
func (r *reader) glue(p piece) {
	last := &r.out[len(r.out)-1]
	last.Span = last.Cover(p.Span)
	last.fold += p.fold
	if last.open == 0 {
		last.open = r.group
	}
}

// closeGroup takes back a bracket that is never closed.
func (r *reader) closeGroup() {
	if r.depth == 0 {
		return
	}
	for i := r.opened; i < len(r.out); i++ {
		r.out[i].open = 0
	}
}

func isCaps(s string) bool {
	for _, c := range s {
		if unicode.IsLower(c) {
			return false
		}
	}
	return len(s) > 1
}

// isEllipsis reports whether the signs between two words hold an ellipsis:
// "…", "...", ". . ." or "* * *".
func isEllipsis(s string) bool {
	if strings.Contains(s, "…") {
		return true
	}
	dots, stars := 0, 0
	for _, c := range s {
		switch c {
		case '.':
			dots++
		case '*':
			stars++
		case ' ', '\u00a0':
		default:
			dots, stars = 0, 0
		}
		if dots == 3 || stars == 3 {
			return true
		}
	}
	return false
}
