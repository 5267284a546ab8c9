package link

import (
	"slices"
	"strings"
	"sync"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// town is a city that a telling puts its happening in: two of them are never
// one place, nor is one inside the other.
type town struct {
	name string // folded, by one spelling
	land string // folded: the state or country the words put it in, empty if they put it in none
}

// townBook holds what the articles of a story show to be cities: the places
// that their datelines name.
type townBook map[string]bool

// townsOf gathers those of the readings.
func townsOf(rs []news.Reading, members []int) townBook {
	b := townBook{}
	for _, r := range members {
		head, _, _ := strings.Cut(rs[r].Article.Dateline.Value, ",")
		for place := range strings.SplitSeq(head, "/") {
			if ws := text.FoldedWords(place); len(ws) > 0 && len(ws) < 4 {
				b[strings.Join(ws, " ")] = true
			}
		}
	}
	return b
}

// townOf returns the city that a telling names as the place of its happening:
// a capital, a place with its state or country behind it, or one that a
// dateline of the story names.
func (b townBook) townOf(t *telling) town {
	if t.place == "" || !besideTrigger(t) {
		return town{}
	}
	name := strings.Join(text.FoldedWords(t.r.Place), " ")
	if of := landBehind(t); of != "" {
		return town{oneSpelling(name), of}
	}
	if c, ok := capitals()[name]; ok {
		return c
	}
	if b[name] && lands()[name] == "" {
		return town{name: oneSpelling(name)}
	}
	return town{}
}

// besideTrigger reports whether the place of a telling is its trigger's own: no
// stop parts the two, or the sentence begins with it.
func besideTrigger(t *telling) bool {
	p, v := t.r.PlaceAt, t.r.Trigger
	switch {
	case p.Start >= v.End:
		return p.Start-v.End < 60 && !strings.ContainsAny(t.src[v.End:p.Start], ",;:—–()“”\"")
	case p.End <= v.Start && t.noun:
		return v.Start-p.End < 20
	}
	return p.Start-t.r.Start < 8
}

// landBehind returns the state or country that the words behind a place put it
// in, folded: "Geneva, Switzerland", "Mesa, Ariz.".
func landBehind(t *telling) string {
	rest, ok := strings.CutPrefix(t.src[t.r.PlaceAt.End:], ", ")
	if !ok {
		return ""
	}
	ws := text.Words(rest, text.Span{End: min(len(rest), 40)})
	if len(ws) > 0 && lexicon.StateShort(strings.TrimSuffix(ws[0].In(rest), ".")) != "" {
		return ws[0].Fold
	}
	if len(ws) > 1 && countriesOnly()[ws[0].Fold+" "+ws[1].Fold] {
		return ws[0].Fold + " " + ws[1].Fold
	}
	if len(ws) > 0 && countriesOnly()[ws[0].Fold] {
		return ws[0].Fold
	}
	return ""
}

// countriesOnly holds the folded names of countries.
var countriesOnly = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, k := range lexicon.KnownNames() {
		if k.Kind == lexicon.KnownCountry && !k.The && !k.Mid {
			out[strings.Join(text.FoldedWords(k.Name), " ")] = true
		}
	}
	return out
})

// oneSpelling returns the name that the spellings of a known place have in
// common, folded; the place as it is if it is not known.
func oneSpelling(place string) string {
	if n, ok := spellings()[place]; ok {
		return n
	}
	return place
}

// spellings maps the folded names of known places to the first of each.
var spellings = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, k := range lexicon.KnownNames() {
		for _, f := range k.Forms {
			out[strings.Join(text.FoldedWords(f), " ")] = text.Fold(k.Name)
		}
	}
	return out
})

// capitals maps the folded names of capitals to themselves and their country.
var capitals = sync.OnceValue(func() map[string]town {
	out := map[string]town{}
	for _, k := range lexicon.KnownNames() {
		if k.Kind != lexicon.KnownPlace || k.Speaks == "" || k.The || k.Mid {
			continue
		}
		c := town{text.Fold(k.Name), text.Fold(k.Speaks)}
		for _, f := range append([]string{k.Name}, k.Forms...) {
			out[strings.Join(text.FoldedWords(f), " ")] = c
		}
	}
	return out
})

// clash reports whether two cities cannot be one: they are known to be cities,
// and neither is written like the other or lies in it.
func (a town) clash(b town) bool {
	switch {
	case a.name == "" || b.name == "" || a.name == b.name || a.land == b.name || b.land == a.name:
		return false
	}
	x, y := sorted(strings.Fields(a.name)), sorted(strings.Fields(b.name))
	return common(x, y) == 0 && !alike(a.name, b.name)
}

// alike reports whether two names may be spellings of one: they begin alike, or
// hold the same consonants.
func alike(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n > 2 || consonants(a) == consonants(b)
}

func consonants(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("aeiouyjhw ’'-", r) {
			return -1
		}
		return r
	}, s)
}

// townsClash reports whether two deeds are put in two cities: each names one,
// and neither article speaks of the other's anywhere.
func (c *clues) townsClash(a, b *deed) bool {
	if len(a.towns) != 1 || len(b.towns) != 1 || !a.towns[0].clash(b.towns[0]) {
		return false
	}
	return !c.speaksOf(a.reading, b.towns[0]) && !c.speaksOf(b.reading, a.towns[0])
}

// speaksOf reports whether an article names a city.
func (c *clues) speaksOf(reading int, t town) bool {
	a := &c.rs[reading].Article
	first, _, _ := strings.Cut(t.name, " ")
	return slices.ContainsFunc(a.Paragraphs(news.Body), func(p text.Span) bool {
		return slices.ContainsFunc(text.Words(a.Text, p), func(w text.Word) bool {
			return strings.TrimSuffix(w.Fold, "'s") == first || oneSpelling(w.Fold) == t.name
		})
	})
}

// atOnePlace reports whether deeds of a class are done at one place: not what goes
// out by telephone or in print, nor what moves or lasts.
func atOnePlace(classes []string) bool {
	return slices.ContainsFunc(classes, func(class string) bool {
		switch class {
		case "meet", "sign", "kill", "injure", "attack", "crash", "testify", "debate", "marry", "convict", "agree", "appoint", "attend", "contract", "speech", "charge":
			return true
		}
		return false
	})
}

// placeConflict lists the cities that outlets put a happening in, if two that
// surely tell of one deed disagree.
func (c *clues) placeConflict(ds []*deed) []news.Conflict {
	for i, a := range ds {
		for _, b := range ds[i+1:] {
			if c.rs[a.reading].Article.OutletName() == c.rs[b.reading].Article.OutletName() || !c.townsClash(a, b) || !c.surelyOne(a, b) {
				continue
			}
			return []news.Conflict{{Field: "place", Claims: append(c.townClaims(a), c.townClaims(b)...)}}
		}
	}
	return nil
}

// surelyOne reports whether two deeds of one day share their kind and whom it
// is about.
func (c *clues) surelyOne(a, b *deed) bool {
	if common(a.classes, b.classes) == 0 || !atOnePlace(a.classes) || !atOnePlace(b.classes) || apart(a, b) {
		return false
	}
	n := 0
	for _, p := range a.actors {
		if _, ok := slices.BinarySearch(b.actors, p); ok && c.people[p].Kind != news.Place {
			n++
		}
	}
	return n > 1 || n > 0 && common(a.lemmas, b.lemmas) > 0
}

// townClaims returns what a deed's tellings claim of its city, each once.
func (c *clues) townClaims(d *deed) []news.Claim {
	var out []news.Claim
	for _, t := range d.tellings {
		claim := news.Claim{Outlet: c.rs[d.reading].Article.OutletName(), Value: t.r.Place, At: t.at}
		if t.town.name != "" && !claimed(out, claim) {
			out = append(out, claim)
		}
	}
	return out
}
