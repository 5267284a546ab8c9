package annotate

import (
	"slices"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/text"
)

// isRelative reports whether the family name f, behind a title, is rather that
// of another of the family than m, who is not named behind that title: of the
// father of a junior, of those whose kin m is told to be, of the well-known
// holder of the office whose given name is another.
func (c *cast) isRelative(m *member, f *found) bool {
	if f.title == "" || m.titles[f.title] || c.suffixOf(f) != "" {
		return false
	}
	switch {
	case isHighest(f.title) && (m.suffix == "jr" || c.isKin(m)):
		return true
	case lexicon.TitleGender(f.title) != lexicon.Unsaid:
		return false
	}
	return c.isAnotherHolder(m, f)
}

// isAnotherHolder reports whether the well-known holder of the office before f
// has another given name than m, whom the article does not give that office.
// "A President Venn" is one who may be.
func (c *cast) isAnotherHolder(m *member, f *found) bool {
	if len(m.words) < 2 || isIndefinite(c.low(f.role.lo)) || isIndefinite(c.low(f.role.lo-1)) {
		return false
	}
	family := c.low(f.hi - 1)
	given := slices.DeleteFunc(slices.Clone(m.words), func(w string) bool { return w == family })
	if is, _ := lexicon.IsHolder(f.title, family, given); is {
		return false
	}
	return !c.isSaid(m, func(w string) bool { return w == f.title })
}

func isIndefinite(w string) bool {
	switch w {
	case "a", "potential", "future", "hypothetical", "prospective", "would-be":
		return true
	}
	return false
}

// isKin reports whether the article says whose wife or child a person is where
// it gives the full name.
func (c *cast) isKin(m *member) bool {
	for w := range m.titles {
		if isKinship(w) {
			return true
		}
	}
	return c.isSaid(m, isKinship)
}

// firstNames is how many mentions of a person are looked at for what the
// article tells of whom it brings in.
const firstNames = 6

// isSaid reports whether a phrase behind one of the first mentions of a person
// gives a role with such a word.
func (c *cast) isSaid(m *member, such func(string) bool) bool {
	for k := range m.names[:min(len(m.names), firstNames)] {
		r := c.apposition(m.names[k].hi)
		for i := r.lo; i < r.hi; i++ {
			if such(c.low(i)) {
				return true
			}
		}
	}
	return false
}

// IsKinRole reports whether a role, as printed, says whose wife or child
// somebody is.
func IsKinRole(role string) bool { return slices.ContainsFunc(text.FoldedWords(role), isKinship) }

// isKinship reports whether w, folded, says whose kin somebody is.
func isKinship(w string) bool { return lexicon.Kin.Has(w) }

// isHighest reports whether an office has one holder in a country.
func isHighest(title string) bool {
	switch title {
	case "president", "premier", "chancellor", "king", "minister", "emperor", "pope":
		return true
	}
	return false
}

// kinGender returns the gender that the words right before a name tell by saying whose kin
// that one is: "her husband, | President Venn |,".
func (c *cast) kinGender(f *found) lexicon.Gender {
	i := f.lo
	if f.title != "" && f.role.hi > f.role.lo {
		i = min(i, f.role.lo)
	}
	if c.word(i-1) == "," {
		switch c.word(f.hi) {
		case ",", ".", ";", ")", "—", "–":
			i--
		default:
			return lexicon.Unsaid // "her husband, Venn said"
		}
	}
	if !isKinship(c.low(i - 1)) {
		return lexicon.Unsaid
	}
	switch c.low(i - 2) {
	case "his", "her", "their", "my", "whose", "'s", "’s":
		return lexicon.RoleGender(c.low(i - 1))
	}
	return lexicon.Unsaid
}
