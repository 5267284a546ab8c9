package index

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/searcher"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// Bounds on what a prefix, a glob or a fuzzy word stands for: how many words
// of the index are looked at, and how many of them, the most frequent, are
// searched for. bleve itself knows no bound.
const (
	maxLookedAt = 50_000
	maxExpanded = 64
	maxVague    = 24 // of one or two letters, which say little yet
)

func (l leaf) maxExpanded() int {
	if l.how != byFuzzy && len(l.words[len(l.words)-1]) <= 2 {
		return maxVague
	}
	return maxExpanded
}

// expansion searches a field for the words that look like one of the query.
type expansion struct {
	words expanded
	boost float64
}

// Searcher implements [query.Query].
func (q *expansion) Searcher(ctx context.Context, r bleveindex.IndexReader, _ mapping.IndexMapping,
	o search.SearcherOptions) (search.Searcher, error) {
	words, err := q.words.of(r)
	if err != nil || len(words) == 0 {
		return none(r, err)
	}
	return searcher.NewMultiTermSearcher(ctx, r, words, q.words.in, q.boost, o, false)
}

// expanded is the words of a field that the last word of a leaf stands for. It
// finds them once: a query serves one search, in one snapshot.
type expanded struct {
	in    string
	leaf  leaf
	done  bool
	words []string
}

func (e *expanded) of(r bleveindex.IndexReader) ([]string, error) {
	var err error
	if !e.done {
		e.words, err = expand(r, e.in, e.leaf)
		e.done = err == nil
	}
	return e.words, err
}

func none(r bleveindex.IndexReader, err error) (search.Searcher, error) {
	if err != nil {
		return nil, err
	}
	return searcher.NewMatchNoneSearcher(r)
}

// expand returns the words of a field that the last word of l stands for, the
// most frequent first.
func expand(r bleveindex.IndexReader, in string, l leaf) ([]string, error) {
	found, err := candidates(r, in, l)
	if err != nil {
		return nil, err
	}
	found = best(found, l.maxExpanded())
	words := make([]string, 0, len(found))
	for _, c := range found {
		words = append(words, c.term)
	}
	return words, nil
}

// best returns the n best candidates, the best first.
func best(cs []candidate, n int) []candidate {
	var out []candidate
	for _, c := range cs {
		if len(out) == n && compareCandidates(c, out[n-1]) > 0 {
			continue
		}
		i, _ := slices.BinarySearchFunc(out, c, compareCandidates)
		if out = slices.Insert(out, i, c); len(out) > n {
			out = out[:n]
		}
	}
	return out
}

func compareCandidates(a, b candidate) int {
	return cmp.Or(cmp.Compare(a.edits, b.edits), cmp.Compare(b.count, a.count), cmp.Compare(a.term, b.term))
}

// candidates returns the words of a field that look like the last one of l.
func candidates(r bleveindex.IndexReader, in string, l leaf) ([]candidate, error) {
	word := l.words[len(l.words)-1]
	if prefix, rest, _ := strings.Cut(word, "*"); l.how != byFuzzy && prefix != "" {
		if s, ok := r.(*snapshot); ok && rest == "" {
			if cs, ok, err := s.beginning(in, firstRune(prefix)); ok || err != nil {
				return beginningWith(cs, prefix), err
			}
		}
	}
	dict, err := dictionary(r, in, word, l)
	if err != nil {
		return nil, err
	}
	found, err := lookUp(dict, func(term string) bool { return l.how != byGlob || matches(word, term) })
	if cerr := dict.Close(); err == nil {
		err = cerr
	}
	return found, err
}

// beginningWith returns those of the words, which are in order, that begin so.
func beginningWith(words []candidate, prefix string) []candidate {
	from, _ := slices.BinarySearchFunc(words, prefix, func(c candidate, s string) int { return cmp.Compare(c.term, s) })
	n := 0
	for n < len(words)-from && strings.HasPrefix(words[from+n].term, prefix) {
		n++
	}
	return words[from : from+n]
}

// dictionary returns the part of a field's words that can look like word. It
// is not analysed on the way: word is folded already.
func dictionary(r bleveindex.IndexReader, in, word string, l leaf) (bleveindex.FieldDict, error) {
	if l.how == byFuzzy {
		if fr, ok := r.(bleveindex.IndexReaderFuzzy); ok {
			dict, _, err := fr.FieldDictFuzzyAutomaton(in, word, l.edits, firstRune(word))
			return dict, err
		}
	}
	prefix, _, _ := strings.Cut(word, "*")
	return r.FieldDictPrefix(in, []byte(prefix))
}

func firstRune(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}

type candidate struct {
	term  string
	count uint64
	edits uint8
}

// lookUp returns the words that fit, all in one piece of memory: those of a whole
// letter are remembered.
func lookUp(dict bleveindex.FieldDict, fits func(string) bool) ([]candidate, error) {
	var out []candidate
	var terms []byte
	var err error
	for range maxLookedAt {
		var e *bleveindex.DictEntry
		if e, err = dict.Next(); err != nil || e == nil {
			break
		}
		if fits(e.Term) {
			terms = append(terms, e.Term...)
			out = append(out, candidate{e.Term, e.Count, e.EditDistance})
		}
	}
	all := string(terms)
	for i := range out {
		n := len(out[i].term)
		out[i].term, all = all[:n], all[n:]
	}
	return slices.Clip(out), err
}

// matches reports whether term has the shape of pattern, in which * stands
// for any letters.
func matches(pattern, term string) bool {
	parts := strings.Split(pattern, "*")
	first, last := parts[0], parts[len(parts)-1]
	if len(parts) == 1 {
		return pattern == term
	}
	if !strings.HasPrefix(term, first) || !strings.HasSuffix(term[len(first):], last) {
		return false
	}
	rest := term[len(first) : len(term)-len(last)]
	for _, p := range parts[1 : len(parts)-1] {
		i := strings.Index(rest, p)
		if i < 0 {
			return false
		}
		rest = rest[i+len(p):]
	}
	return true
}
