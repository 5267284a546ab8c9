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
	c.mention(m, f)
	if f.kind == news.Organisation && f.hi-f.lo > 1 {
		c.fileInitials(m, &f)
		c.fileHeads(m, &f)
	}
}

// bodyKey returns the key under which the forms of one organisation or place
// fall together: "the U.S. Department of the Treasury" and "Treasury
// Department".
func (c *cast) bodyKey(f *found) string {
	if f.known != nil {
		return strings.ToLower(f.known.Name)
	}
	return BodyKey(c.src[c.tokens[f.lo].Start:c.tokens[f.hi-1].End])
}

// BodyKey returns a key under which the forms of one organisation's or place's
// name fall together: without "the" and the company form, "Department of
// Health" as "Health Department", and the country of a ministry by its name
// however it is given. Keys are for comparing, never for showing.
func BodyKey(name string) string {
	if k := loneKnown(name); k != nil {
		return strings.ToLower(k.Name)
	}
	ws := bodyWords(name)
	country := ""
	if len(ws) > 1 {
		country, ws = takeCountry(ws)
	}
	ws = turnOffice(ws)
	if c := circuit(ws); c != "" {
		return c
	}
	if short := withoutForm(ws); len(short) < len(ws) {
		ws = short
		if k := loneKnown(strings.Join(ws, " ")); k != nil {
			return strings.ToLower(k.Name)
		}
	}
	key := strings.Join(ws, " ")
	if country == "" || country == "United States" && len(ws) > 1 {
		return key
	}
	return strings.ToLower(country) + " " + key
}

// withoutForm leaves the company form off the end of a name.
func withoutForm(ws []string) []string {
	for len(ws) > 1 && lexicon.OrgSuffix(ws[len(ws)-1]) {
		ws = ws[:len(ws)-1]
	}
	return ws
}

// circuit returns the key of a numbered court of appeals, whose name is printed
// in many orders; empty for other names.
func circuit(ws []string) string {
	number, is := "", false
	for _, w := range ws {
		is = is || w == "circuit"
		if w != "" && w[0] >= '0' && w[0] <= '9' {
			number = w
		}
	}
	if !is || number == "" {
		return ""
	}
	return number + " circuit"
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

func bodyWords(name string) []string {
	f := newKnownForm(name, nil)
	var out []string
	for _, t := range f.tokens {
		switch t.low {
		case "the", "'s", "’s", ",", ".", "(", ")", "'", "’":
		default:
			out = append(out, t.low)
		}
	}
	return out
}

// takeCountry splits the country or its adjective off the head of a name.
func takeCountry(ws []string) (string, []string) {
	if len(ws) > 2 {
		two := ws[0] + " " + ws[1]
		if d, ok := lexicon.Demonym(two); ok {
			return d, ws[2:]
		}
		if k := loneCountry(two); k != "" {
			return k, ws[2:]
		}
	}
	if d, ok := lexicon.Demonym(ws[0]); ok && (lexicon.LowerOrg(ws[len(ws)-1]) || d == "United States" && ws[0] != "american") {
		return d, ws[1:]
	}
	if k := loneCountry(ws[0]); k != "" {
		return k, ws[1:]
	}
	return "", ws
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

// turnOffice turns "department of health" into "health department".
func turnOffice(ws []string) []string {
	if len(ws) < 3 || ws[1] != "of" {
		return ws
	}
	switch ws[0] {
	case "department", "ministry", "university", "bank", "bureau":
		out := append([]string{}, ws[2:]...)
		return append(out, ws[0])
	}
	return ws
}

// IsKnownName reports whether a folded name is, whole, one of the lexicon's
// countries, places and organisations.
func IsKnownName(name string) bool { return loneKnown(name) != nil }
