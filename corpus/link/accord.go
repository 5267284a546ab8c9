package link

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// speaksFor reports whether an actor that is told by what it is, or whose role
// it is, bears the name of an organisation: "a GM spokesman", "three Justice
// Department lawyers", "Mara Venn, a spokeswoman for the harbour board".
func speaksFor(p, body *news.Actor) bool {
	if body.Kind != news.Organisation {
		return false
	}
	words := bodyWords(p.Role)
	switch {
	case described(p) && document(headNoun(p.Name)):
		return false
	case described(p):
		words = bodyWords(p.Name)
	case !isSpokesman(words):
		return false
	}
	return namesBody(words, body)
}

// paperOf reports whether an actor is told as a paper of a body: "a report by the
// Harbour Board".
func paperOf(p, body *news.Actor) bool {
	return body.Kind == news.Organisation && described(p) && document(headNoun(p.Name)) && namesBody(bodyWords(p.Name), body)
}

// isSpokesman reports whether the words of a role are those of somebody whose
// office is to speak for a body.
func isSpokesman(words map[string]bool) bool {
	return words["spokesman"] || words["spokeswoman"] || words["spokesperson"] || words["press"] && words["secretary"]
}

// namesBody reports whether words hold a name of a body, at home without its
// country.
func namesBody(words map[string]bool, body *news.Actor) bool {
	for _, name := range body.Names() {
		own := bodyWords(name)
		if len(own) < 2 && !isCaps(name) {
			continue
		}
		if len(own) > 0 && subset(own, words) || len(own) > 2 && subset(homeless(own), words) {
			return true
		}
	}
	return false
}

// homeless returns the words of a body's name without its country: at home the
// "foreign ministry" needs none. It is all of them if fewer than two are left.
func homeless(words map[string]bool) map[string]bool {
	out := map[string]bool{}
	for w := range words {
		if _, ok := lexicon.Demonym(w); !ok && lands()[w] == "" {
			out[w] = true
		}
	}
	if len(out) < 2 {
		return words
	}
	return out
}

// oneVoice reports whether one actor is a spokesman named and the other the
// same one described: "Ole Brandt, the port ministry's spokesman" and "a
// spokesman for the ministry of ports".
func oneVoice(p, q *news.Actor) bool {
	if !described(q) || p.Kind != news.Person || described(p) {
		return false
	}
	role, words := bodyWords(p.Role), bodyWords(q.Name)
	if !isSpokesman(role) || !isSpokesman(words) {
		return false
	}
	body := map[string]bool{}
	for w := range homeless(words) {
		if !strings.HasPrefix(w, "spokes") {
			body[w] = true
		}
	}
	return len(body) > 0 && subset(body, role)
}

// counselOf reports whether an actor is told as the lawyers, or the spokesman, of a
// body that goes by a common noun: "the network's lawyers" and "the network".
func counselOf(p, body *news.Actor) bool {
	who, head, ok := strings.Cut(text.Fold(p.Name), "'s ")
	if !ok || !described(p) || !speaksForOwner(head) {
		return false
	}
	noun := who[strings.LastIndexByte(who, ' ')+1:]
	return slices.ContainsFunc(body.Names(), func(name string) bool {
		return strings.HasPrefix(text.Fold(name), "the ") && headNoun(name) == noun
	})
}

func speaksForOwner(noun string) bool {
	switch noun {
	case "lawyer", "lawyers", "attorney", "attorneys", "counsel", "spokesman", "spokeswoman", "spokesperson", "representatives", "management", "legal team":
		return true
	}
	return false
}

// officerOf reports whether a person's role is an office of a body, or to argue
// for it: "the union's chief negotiator", "Venncorp lawyer Dan Lind".
func officerOf(p, body *news.Actor) bool {
	if p.Kind != news.Person || body.Kind != news.Organisation || p.Role == "" {
		return false
	}
	role := bodyWords(p.Role)
	for _, name := range body.Names() {
		if own := bodyWords(name); len(own) > 0 && subset(own, role) {
			return true
		}
		if first, _, ok := strings.Cut(text.Fold(name), " "); ok && !lexicon.CommonWord(first) && role[first] {
			return true
		}
	}
	return false
}

// sameSide reports whether two actors are told as those who take one part in
// the story: "the plaintiffs" and "the women plaintiffs". Two officials may be
// anybody.
func sameSide(p, q *news.Actor) bool {
	if !described(p) || !described(q) {
		return false
	}
	x := headNoun(p.Name)
	return x != "" && x == headNoun(q.Name) && takesPart(x)
}

// accordTold is the accord of the speakers of two quotes at least one of which
// has no marks. The people of a party say many things: that two articles name
// them tells little.
func (l *teller) accordTold(a, b *quote) accord {
	with := l.accord(a, b)
	if with >= allied && (l.manyVoiced(a) || l.manyVoiced(b)) {
		return uncertain
	}
	return with
}

// manyVoiced reports whether all speakers of a quote are the people of a party.
func (l *teller) manyVoiced(q *quote) bool {
	for _, s := range q.speakers {
		if !partisans(&l.people[s]) {
			return false
		}
	}
	return len(q.speakers) > 0
}

// partisans reports whether an actor is the people of a party, who do not speak
// with one voice: "Republicans", "Senate Democrats".
func partisans(a *news.Actor) bool {
	ws := text.FoldedWords(a.Name)
	if a.Kind == news.Person || len(ws) == 0 {
		return false
	}
	switch ws[len(ws)-1] {
	case "democrats", "republicans", "conservatives", "liberals", "tories", "lawmakers", "senators", "critics", "supporters", "activists", "voters", "officials", "analysts", "experts":
		return true
	}
	return false
}

// headNoun returns the noun that the words of a description tell more of.
func headNoun(name string) string {
	head := ""
	for _, w := range text.FoldedWords(name) {
		switch w {
		case "of", "for", "in", "from", "at", "by", "on", "who", "that", "behind", "against", "with":
			return head
		}
		head = w
	}
	return head
}

func takesPart(noun string) bool {
	switch noun {
	case "plaintiffs", "challengers", "defendants", "prosecutors", "investigators", "researchers", "authors", "scientists", "organizers", "organisers",
		"strikers", "protesters", "demonstrators", "firefighters", "rescuers", "jurors", "survivors", "critics", "supporters", "opponents":
		return true
	}
	return false
}

// oneState reports whether two actors are a state, its government, or bodies of
// it: what its ministry announces, its government has announced.
func oneState(p, q *news.Actor) bool {
	if !isRuler(p) {
		p, q = q, p
	}
	if !isRuler(p) || !isRuler(q) && !isOffice(q) {
		return false
	}
	a, b := stateOf(p), stateOf(q)
	return a == b
}

// isRuler reports whether an actor is a state or those who govern it.
func isRuler(a *news.Actor) bool {
	if a.Kind == news.Place {
		return lands()[text.Fold(a.Name)] != ""
	}
	ws := text.FoldedWords(a.Name)
	if len(ws) == 0 || a.Kind != news.Organisation {
		return false
	}
	switch ws[len(ws)-1] {
	case "administration", "government", "regime":
		return true
	}
	return text.Fold(a.Name) == "white house" || text.Fold(a.Name) == "kremlin"
}

// isOffice reports whether a body is a part of a government.
func isOffice(a *news.Actor) bool {
	return a.Kind == news.Organisation && slices.ContainsFunc(text.FoldedWords(a.Name), func(w string) bool { return w == "department" || w == "ministry" })
}

// stateOf returns the state an actor that governs belongs to, by what its name
// says: empty for the one at home, as of "the Venn administration".
func stateOf(a *news.Actor) string {
	if a.Kind == news.Place {
		return atHome(lands()[text.Fold(a.Name)])
	}
	ws := text.FoldedWords(a.Name)
	for i, w := range ws {
		w = strings.TrimSuffix(w, "'s")
		if i+1 < len(ws) {
			if c, ok := lexicon.Demonym(w + " " + ws[i+1]); ok {
				return atHome(c)
			}
		}
		if c, ok := lexicon.Demonym(w); ok {
			return atHome(c)
		}
		if c := lands()[w]; c != "" {
			return atHome(c)
		}
		if w == "kremlin" {
			return "Russia"
		}
	}
	return ""
}

// atHome returns no state for the one whose bodies are printed without it.
func atHome(state string) string {
	if state == "United States" {
		return ""
	}
	return state
}
