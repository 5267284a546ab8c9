package tag

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// Vote returns the labels of a whole article, its names made to agree: a name
// is of one kind wherever it is printed, and a word that ends the full name of
// a person is that person wherever it stands alone. Tokens and labels are those
// of the article's sentences, one sentence after the other.
func Vote(src string, tokens []text.Token, labels []Label) []Label {
	v := vote{src: src, tokens: tokens, labels: append([]Label(nil), labels...), words: make([]string, len(tokens))}
	for i, t := range tokens {
		v.words[i] = t.In(src)
	}
	v.count()
	v.settle()
	v.spread()
	return v.labels
}

type vote struct {
	src    string
	tokens []text.Token
	words  []string
	labels []Label
	kinds  map[string]*tally // by the words of a name
	last   map[string]*tally // by the word that ends the full name of a person
}

// tally is the weight of the kinds a name was read as.
type tally struct {
	person, organisation, place float32
}

func (t *tally) of(k news.ActorKind) *float32 {
	switch k {
	case news.Person:
		return &t.person
	case news.Organisation:
		return &t.organisation
	}
	return &t.place
}

// winner returns the kind with the most weight, the first named in a draw.
func (t *tally) winner() (news.ActorKind, float32) {
	if t.person >= t.organisation && t.person >= t.place {
		return news.Person, t.person
	}
	if t.organisation >= t.place {
		return news.Organisation, t.organisation
	}
	return news.Place, t.place
}

// names calls do with each name, the tokens [lo, hi).
func (v *vote) names(do func(lo, hi int)) {
	for i := 0; i < len(v.labels); {
		hi := i + 1
		if v.labels[i].Kind != "" {
			for hi < len(v.labels) && v.labels[hi].Kind == v.labels[i].Kind && !v.labels[hi].Begin {
				hi++
			}
			do(i, hi)
		}
		i = hi
	}
}

func (v *vote) key(lo, hi int) string { return strings.Join(v.words[lo:hi], " ") }

// weight is what one printing of a name counts: the least confidence in it.
func (v *vote) weight(lo, hi int) float32 {
	w := float32(1)
	for i := lo; i < hi; i++ {
		w = min(w, v.labels[i].Confidence)
	}
	return 0.1 + w
}

func (v *vote) count() {
	v.kinds, v.last = map[string]*tally{}, map[string]*tally{}
	v.names(func(lo, hi int) {
		w, k := v.weight(lo, hi), v.labels[lo].Kind
		*entryOf(v.kinds, v.key(lo, hi)).of(k) += w
		if hi-lo > 1 {
			if s := v.surname(lo, hi); s != "" {
				*entryOf(v.last, s).of(k) += w
			}
		}
	})
}

func entryOf(m map[string]*tally, key string) *tally {
	if m[key] == nil {
		m[key] = &tally{}
	}
	return m[key]
}

// surname returns the last word of a full name that is no "Jr." or "III".
func (v *vote) surname(lo, hi int) string {
	for hi > lo+1 && isGeneration(v.words[hi-1]) {
		hi--
	}
	if hi == lo+1 || v.tokens[hi-1].Kind != text.Upper || len(v.words[hi-1]) < 2 {
		return ""
	}
	return v.words[hi-1]
}

func isGeneration(w string) bool {
	switch w {
	case "Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", ",":
		return true
	}
	return false
}

// settle gives every printing of a name the kind with the most weight.
func (v *vote) settle() {
	v.names(func(lo, hi int) {
		key := v.key(lo, hi)
		kind, w := v.kinds[key].winner()
		switch {
		case hi == lo+1 && v.isSurname(key):
			kind, w = news.Person, v.last[key].person
		case kind == news.Person && v.known(lo, hi) != "":
			kind = v.known(lo, hi)
		case hi == lo+1 && kind == news.Person && isGroup(Lowered(key)):
			v.labels[lo] = Label{}
			return
		}
		v.mark(lo, hi, kind, w)
	})
}

// known returns the kind of a name that needs no evidence, empty for others.
func (v *vote) known(lo, hi int) news.ActorKind {
	low := make([]string, hi-lo)
	for i := range low {
		low[i] = Lowered(v.words[lo+i])
	}
	n, kind := matchKnown(low, 0)
	switch {
	case n < hi-lo:
		return ""
	case kind == lexicon.KnownBody:
		return news.Organisation
	}
	return news.Place
}

// isGroup reports whether a word is a people, a religion or a programme, and
// never somebody's name alone.
func isGroup(low string) bool {
	_, demonym := lexicon.Demonym(low)
	return demonym || lexicon.GroupAdjective(low)
}

// isSurname reports whether a word that stands alone is a person named in full
// elsewhere. What is known to be a country or a body stays one.
func (v *vote) isSurname(w string) bool {
	t := v.last[w]
	if t == nil {
		return false
	}
	kind, _ := t.winner()
	n, _ := matchKnown([]string{Lowered(w)}, 0)
	return n == 0 && kind == news.Person
}

func (v *vote) mark(lo, hi int, kind news.ActorKind, w float32) {
	for i := lo; i < hi; i++ {
		l := &v.labels[i]
		if l.Kind != kind {
			l.Confidence = min(w, 1)
		}
		l.Kind, l.Begin = kind, i == lo
	}
}

// enough is the weight of a kind that is spread to places where no name was
// seen.
const enough = 0.8

// longestName is the longest name, in tokens, that is looked for again.
const longestName = 8

// spread marks the words of names where no name was seen: a person's last name
// alone, and longer names whole.
func (v *vote) spread() {
	reach := map[string]int{} // the first word of a name to be spread → the most words there are
	v.names(func(lo, hi int) {
		if _, w := v.kinds[v.key(lo, hi)].winner(); w >= enough && hi-lo <= longestName {
			reach[v.words[lo]] = max(reach[v.words[lo]], hi-lo)
		}
	})
	for i := 0; i < len(v.labels); i++ {
		if v.labels[i].Kind != "" || v.tokens[i].Kind != text.Upper {
			continue
		}
		if v.isSurname(v.words[i]) && v.standsAlone(i, i+1) {
			v.mark(i, i+1, news.Person, v.last[v.words[i]].person)
			continue
		}
		if hi, t := v.longest(i, reach[v.words[i]]); t != nil {
			kind, w := t.winner()
			v.mark(i, hi, kind, w)
			i = hi - 1
		}
	}
}

// longest returns the end and the weights of the longest name of at most n
// tokens that stands at token i, alone and where no name was seen; nil if none
// does.
func (v *vote) longest(i, n int) (hi int, t *tally) {
	free := i
	for free < len(v.labels) && free < i+n && v.labels[free].Kind == "" {
		free++
	}
	for hi = free; hi > i; hi-- {
		t := v.kinds[v.key(i, hi)]
		if t == nil || !v.standsAlone(i, hi) {
			continue
		}
		if _, w := t.winner(); w >= enough {
			return hi, t
		}
	}
	return i, nil
}

// standsAlone reports whether tokens [lo, hi) can be a name by themselves: not
// part of a longer capitalised name, and not an everyday word whose capital is
// the sentence's.
func (v *vote) standsAlone(lo, hi int) bool {
	if hi < len(v.tokens) && v.tokens[hi].Kind == text.Upper {
		l := Lowered(v.words[hi])
		if lexicon.OrgHead(l) || lexicon.PlaceHead(l) || lexicon.ThingHead(l) {
			return false
		}
	}
	if hi == lo+1 && lexicon.CommonWord(Lowered(v.words[lo])) {
		return lo > 0 && v.tokens[lo-1].Kind <= text.Upper
	}
	return true
}
