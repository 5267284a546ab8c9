package annotate

import (
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
)

// addBody adds a mention of an organisation or place.
func (c *cast) addBody(f found) {
	if f.known != nil {
		f.kind = news.Place
		if f.known.Kind == lexicon.KnownBody {
			f.kind = news.Organisation
		}
	}
	key := c.bodyKey(&f)
	m := c.bodies[key]
	if m == nil {
		m = &member{kind: f.kind, known: f.known}
		c.bodies[key] = m
		c.members = append(c.members, m)
	}
	if m.known == nil {
		m.known = f.known
	}
	c.mention(m, f)
	if f.kind == news.Organisation && f.hi-f.lo > 1 {
		c.fileInitials(m, &f)
		c.fileFirst(m, &f)
		c.fileHeads(m, &f)
	}
}

// bodyKey returns the key under which the forms of one organisation or place
// fall together: "the U.S. Department of the Treasury" and "Treasury
// Department".
func (c *cast) bodyKey(f *found) string {
	if f.known != nil {
		return knownKey(f.known)
	}
	return BodyKey(c.src[c.tokens[f.lo].Start:c.tokens[f.hi-1].End])
}

// knownKey returns the key of a known name: a chamber's is that of its short form.
func knownKey(k *lexicon.Known) string {
	if k.Name == "House of Representatives" {
		return "house"
	}
	return strings.ToLower(k.Name)
}

// loneKnown returns the known name that name is a form of, whole.
func loneKnown(name string) *lexicon.Known {
	f := newKnownForm(name, nil)
	if len(f.tokens) == 0 {
		return nil
	}
	for _, k := range knownForms()[f.tokens[0].low] {
		if len(k.tokens) != len(f.tokens) {
			continue
		}
		same := true
		for i := range k.tokens {
			same = same && k.tokens[i].low == f.tokens[i].low
		}
		if same {
			return k.name
		}
	}
	return nil
}

func loneCountry(w string) string {
	for _, f := range knownForms()[strings.SplitN(w, " ", 2)[0]] {
		if f.name.Kind != lexicon.KnownCountry {
			continue
		}
		lows := make([]string, len(f.tokens))
		for i, t := range f.tokens {
			lows[i] = t.low
		}
		if strings.Join(lows, " ") == w {
			return f.name.Name
		}
	}
	return ""
}

// IsKnownName reports whether a folded name is, whole, one of the lexicon's
// countries, places and organisations.
func IsKnownName(name string) bool { return loneKnown(name) != nil }
