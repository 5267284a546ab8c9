package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed role.txt
var roleText string

type roleBook struct {
	heads   map[string]Gender
	plurals map[string]bool
	offices map[string]bool
}

var roles = sync.OnceValue(func() roleBook {
	s := sections(roleText)
	b := roleBook{heads: s["any"].withGender(Unsaid), plurals: s["plural"].set(), offices: s["office"].set()}
	addGender(b.heads, s["plural"], Unsaid)
	addGender(b.heads, s["office"], Unsaid)
	addGender(b.heads, s["m"], Male)
	addGender(b.heads, s["f"], Female)
	return b
})

// RoleHead reports whether word, in any case, heads a description of a person
// or of people: "spokesman", "minister", "residents".
func RoleHead(word string) bool {
	_, ok := roles().heads[strings.ToLower(word)]
	return ok
}

// RolePlural reports whether the lower-case word heads a description of
// several people.
func RolePlural(word string) bool { return roles().plurals[word] }

// RoleOffice reports whether the lower-case word is an office that is held by
// one person at a time and goes before a name: "minister", "president".
func RoleOffice(word string) bool { return roles().offices[word] }

// RoleGender returns the gender a lower-case role word gives away.
func RoleGender(word string) Gender { return roles().heads[word] }
