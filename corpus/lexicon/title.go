package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed title.txt
var titleText string

// Gender is what a word says of the gender of the person it stands for: 'm',
// 'f', or 0 where it says nothing.
type Gender byte

// The genders a word can give away.
const (
	Unsaid Gender = 0
	Male   Gender = 'm'
	Female Gender = 'f'
)

type titleBook struct {
	titles    map[string]Gender
	modifiers map[string]bool
}

var titles = sync.OnceValue(func() titleBook {
	s := sections(titleText)
	b := titleBook{titles: s["any"].withGender(Unsaid), modifiers: s["modifier"].set()}
	addGender(b.titles, s["m"], Male)
	addGender(b.titles, s["f"], Female)
	return b
})

// Title reports whether w, folded and without its full stop, is printed before
// a name without being part of it: "mr", "sen", "prof".
func Title(w string) bool {
	_, ok := titles().titles[w]
	return ok
}

// TitleGender returns the gender a title gives away.
func TitleGender(w string) Gender { return titles().titles[w] }

// RoleModifier reports whether the folded word w commonly goes before the head
// of a role: "deputy", "former", "foreign".
func RoleModifier(w string) bool { return titles().modifiers[w] }

// wordList is the words of one section of a list.
type wordList []string

func (l wordList) set() map[string]bool {
	out := make(map[string]bool, len(l))
	for _, w := range l {
		out[w] = true
	}
	return out
}

func (l wordList) withGender(g Gender) map[string]Gender {
	out := make(map[string]Gender, len(l))
	addGender(out, l, g)
	return out
}

func addGender(to map[string]Gender, l wordList, g Gender) {
	for _, w := range l {
		to[w] = g
	}
}

// sections reads words under "[name]" lines; "#" begins a comment line.
func sections(s string) map[string]wordList {
	out := map[string]wordList{}
	name := ""
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			name = strings.Trim(line, "[]")
		default:
			out[name] = append(out[name], strings.Fields(line)...)
		}
	}
	return out
}
