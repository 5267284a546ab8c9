package lexicon

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed trigger.txt
var triggerText string

// Trigger is a word that tells of a happening.
type Trigger struct {
	Lemma    string // base form; a noun's is its verb's where it has one: "meet" for "meeting"
	Class    string // happenings of one kind: "meet", "rule", "say"
	Strength int    // 3 a happening by itself, 2 with participants, 1 a speech act or routine
	Words    int    // how many words it takes: 1, or more for "took effect"
}

// triggerEntry is a reading of a word form: what must follow it, and what it
// then is.
type triggerEntry struct {
	Trigger
	rest []string // the words that follow, in lower case
}

type triggerTable struct {
	verbs, nouns map[string][]triggerEntry
	objects      map[string]Trigger // form of a verb, a space, its object → what the two tell
	classes      map[string]string  // lemma → class of its first reading
}

var triggers = sync.OnceValue(func() *triggerTable {
	t := &triggerTable{verbs: map[string][]triggerEntry{}, nouns: map[string][]triggerEntry{}, objects: map[string]Trigger{}, classes: map[string]string{}}
	for line := range strings.Lines(triggerText) {
		head, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		f := strings.Fields(head)
		if !ok || len(f) != 2 || strings.HasPrefix(head, "#") {
			continue
		}
		verbs, nouns, _ := strings.Cut(words, "|")
		base := Trigger{Class: f[0], Strength: int(f[1][0] - '0')}
		for _, v := range strings.Fields(verbs) {
			if vs, ns, ok := strings.Cut(v, ".."); ok {
				t.addObjects(vs, ns, base)
				continue
			}
			t.addVerb(v, base)
		}
		for _, n := range strings.Fields(nouns) {
			t.addNoun(n, base)
		}
	}
	return t
})

// addVerb adds the forms of a verb, its particles behind it.
func (t *triggerTable) addVerb(v string, base Trigger) {
	words := strings.Split(v, "_")
	base.Lemma, base.Words = strings.Join(words, " "), len(words)
	t.class(base)
	for _, form := range Inflect(words[0]) {
		t.verbs[form] = insert(t.verbs[form], triggerEntry{base, words[1:]})
	}
}

// addObjects adds the forms of verbs, each with each of the objects.
func (t *triggerTable) addObjects(verbs, nouns string, base Trigger) {
	nouns, lemma, _ := strings.Cut(nouns, ">")
	base.Lemma, base.Words = strings.ReplaceAll(lemma, "_", " "), 1
	t.class(base)
	for v := range strings.SplitSeq(verbs, "+") {
		for _, form := range Inflect(v) {
			for n := range strings.SplitSeq(nouns, "+") {
				t.objects[form+" "+n] = base
				t.objects[form+" "+third(n)] = base
			}
		}
	}
}

// addNoun adds a noun, its plural, and the verb it stands for.
func (t *triggerTable) addNoun(n string, base Trigger) {
	n, verb, _ := strings.Cut(n, ">")
	fixed := strings.HasPrefix(n, "=")
	words := strings.Split(strings.TrimPrefix(n, "="), "_")
	last := len(words) - 1
	base.Lemma, base.Words = strings.Join(words, " "), len(words)
	if verb != "" {
		base.Lemma = strings.ReplaceAll(verb, "_", " ")
	}
	t.class(base)
	t.nouns[words[0]] = insert(t.nouns[words[0]], triggerEntry{base, words[1:]})
	if fixed {
		return
	}
	plural := append(append([]string{}, words[:last]...), third(words[last]))
	t.nouns[plural[0]] = insert(t.nouns[plural[0]], triggerEntry{base, plural[1:]})
}

func (t *triggerTable) class(b Trigger) {
	if _, ok := t.classes[b.Lemma]; !ok {
		t.classes[b.Lemma] = b.Class
	}
}

// insert adds an entry, the longest first, then the first that was written.
func insert(es []triggerEntry, e triggerEntry) []triggerEntry {
	i := len(es)
	for i > 0 && len(es[i-1].rest) < len(e.rest) {
		i--
	}
	return slices.Insert(es, i, e)
}

// TriggerVerb returns the happening that a form of a verb, in lower case,
// tells of. next returns the words that follow it, in lower case, the nearest
// first, and may be nil.
func TriggerVerb(form string, next func(i int) string) (Trigger, bool) {
	return firstTrigger(triggers().verbs[form], next)
}

// TriggerNoun returns the happening that a noun, in lower case, names.
func TriggerNoun(form string, next func(i int) string) (Trigger, bool) {
	return firstTrigger(triggers().nouns[form], next)
}

// TriggerObject returns the happening that a form of a verb tells of with a
// noun as its object, or as its subject in the passive, both in lower case:
// "won" with "contract". Most verbs tell the same with all objects.
func TriggerObject(form, noun string) (Trigger, bool) {
	tr, ok := triggers().objects[form+" "+noun]
	return tr, ok
}

func firstTrigger(es []triggerEntry, next func(i int) string) (Trigger, bool) {
	for _, e := range es {
		if follows(e.rest, next) {
			return e.Trigger, true
		}
	}
	return Trigger{}, false
}

// follows reports whether the words come next.
func follows(words []string, next func(i int) string) bool {
	if len(words) == 0 {
		return true
	}
	if next == nil {
		return false
	}
	for i, w := range words {
		if next(i) != w {
			return false
		}
	}
	return true
}

// TriggerClass returns the class of a trigger's lemma, empty if it is none.
func TriggerClass(lemma string) string { return triggers().classes[lemma] }

var pasts = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for lemma, f := range irregular {
		out[f[0]] = f[0] != lemma
	}
	for _, w := range strings.Fields("dug clung stuck swung wore froze slid shook woke wept swept swore sang drank ate blew flew chose sought caught taught fought bent lent spun strung stung tore bore sprang shrank swam threw grew drew") {
		out[w] = true
	}
	for _, w := range strings.Fields("left saw felt lost thought shot spoke") {
		delete(out, w)
	}
	return out
})

// IsPast reports whether a word in lower case is the past of an irregular
// verb and hardly anything else: "dug", "met".
func IsPast(w string) bool { return pasts()[w] }

// Seat reports whether a name, as printed, is that of a seat of power, which
// is a place too: "Kremlin", "White House".
func Seat(name string) bool { return seats()[name] }

var seats = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{"Supreme Court": true, "Capitol": true, "Senate": true}
	for _, k := range KnownNames() {
		if k.Kind != KnownBody || k.Speaks == "" {
			continue
		}
		for _, f := range k.Forms {
			for _, w := range []string{"Kremlin", "House", "Street", "Palace", "Pentagon", "Capitol", "Bankova", "Zhongnanhai"} {
				if strings.HasSuffix(f, w) {
					out[f] = true
				}
			}
		}
	}
	return out
})
