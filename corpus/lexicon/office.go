package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed office.txt
var officeText string

type officeBook struct {
	short map[string]string
	words map[string]map[string]bool // by the section that lists them
}

var offices = sync.OnceValue(func() officeBook {
	b := officeBook{short: map[string]string{}, words: map[string]map[string]bool{}}
	for name, l := range sections(officeText) {
		b.words[name] = l.set()
		for ; name == "short" && len(l) > 1; l = l[2:] {
			b.short[l[0]] = l[1]
		}
	}
	return b
})

// office reports whether a section of the list of offices has w.
func office(section, w string) bool { return offices().words[section][w] }

// Office writes out the office that the folded word w is a short form of,
// "senator" for "sen", and returns any other word as it is.
func Office(w string) string {
	if o, ok := offices().short[w]; ok {
		return o
	}
	return w
}

// OfficeSeat returns the office that the folded word w names, written out, if
// few hold it at a time: a senator's, a minister's. It is empty for others.
func OfficeSeat(w string) string {
	w = Office(strings.TrimSuffix(strings.TrimPrefix(w, "then-"), "."))
	if office("seat", w) {
		return w
	}
	return ""
}

// OfficeSole reports whether the folded word w ends the name of an office that
// one person holds at a time.
func OfficeSole(w string) bool { return RoleOffice(w) || office("sole", w) }

// OfficeUnsaid reports whether the folded word w, before an office, leaves open
// which one it is: "former", "deputy", "his".
func OfficeUnsaid(w string) bool { return office("unsaid", w) }

// OfficeAnywhere reports whether the folded word w, before an office, is one
// that many bodies have such an officer for: "executive", "press".
func OfficeAnywhere(w string) bool { return office("anywhere", w) }

// OfficeAddress reports whether the folded word w is an office that its holder
// is addressed by behind Mr and Madam.
func OfficeAddress(w string) bool { return office("addressed", w) }

// Courtesy reports whether the folded word w is put before family names alone
// and says no office: "mr".
func Courtesy(w string) bool { return office("courtesy", w) }

// FormOfAddress reports whether the folded word w before a name says no office:
// a courtesy, "sir", "saint".
func FormOfAddress(w string) bool { return Courtesy(w) || office("address", w) }

// Honorific reports whether the folded word w is printed before names alone:
// a courtesy, or the short form of an office.
func Honorific(w string) bool { return Courtesy(w) || office("honorific", w) }
