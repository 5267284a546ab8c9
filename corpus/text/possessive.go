package text

import "strings"

// Possessive returns a name with the ending that makes it an owner: "Venn’s",
// "the Harbour Works’".
func Possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "’"
	}
	return name + "’s"
}
