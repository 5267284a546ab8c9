package annotate

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// entities returns what the cast has put together, in order of first mention.
func (c *cast) entities() []news.Entity {
	out := make([]news.Entity, 0, len(c.members))
	for _, m := range c.members {
		if len(m.names) == 0 {
			continue
		}
		slices.SortFunc(m.names, func(a, b found) int { return a.lo - b.lo })
		out = append(out, c.entity(m))
	}
	slices.SortStableFunc(out, func(a, b news.Entity) int { return a.Mentions[0].Start - b.Mentions[0].Start })
	return out
}

func (c *cast) entity(m *member) news.Entity {
	e := news.Entity{Kind: m.kind, Name: c.nameOf(m)}
	if m.kind == news.Person {
		e.Gender = c.genderOf(m)
		e.Role = c.roleSpan(m)
	}
	for k := range m.names {
		f := &m.names[k]
		e.Mentions = append(e.Mentions, news.Mention{Span: c.span(f.lo, f.hi), Form: news.ByName})
		for _, form := range c.formsOf(m, f) {
			if form != e.Name && !slices.Contains(e.Aliases, form) {
				e.Aliases = append(e.Aliases, form)
			}
		}
	}
	for _, d := range m.described {
		e.Mentions = append(e.Mentions, news.Mention{Span: d, Form: news.ByDescription})
	}
	slices.SortFunc(e.Mentions, func(a, b news.Mention) int { return a.Start - b.Start })
	return e
}

// nameOf returns the fullest form of a name, the first of several as full.
func (c *cast) nameOf(m *member) string {
	if m.kind != news.Person {
		return c.bodyName(m)
	}
	best := &m.names[0]
	for k := range m.names[1:] {
		if f := &m.names[k+1]; c.fuller(f, best) {
			best = f
		}
	}
	name := c.personName(best)
	if best.hi-best.lo == 1 && isRoyal(best.title) && isFamily(c.low(best.lo)) {
		return c.word(best.lo-1) + " " + name
	}
	return name
}

// isRoyal reports whether a title is part of a name of one word.
func isRoyal(title string) bool {
	switch title {
	case "pope", "king", "queen", "prince", "princess", "emperor", "patriarch":
		return true
	}
	return false
}

func (c *cast) fuller(a, b *found) bool {
	if a.weak != b.weak {
		return b.weak
	}
	x, y := len(c.nameWords(a)), len(c.nameWords(b))
	if x != y {
		return x > y
	}
	return c.tokens[b.lo].shout && !c.tokens[a.lo].shout && len(c.low(b.lo)) > 2
}

// personName returns the printed name without nickname.
func (c *cast) personName(f *found) string {
	var b strings.Builder
	for i := f.lo; i < f.hi; i++ {
		t := &c.tokens[i]
		if t.Kind == text.Mark || t.Kind == text.Punct {
			if i+2 < f.hi && c.word(i) != "," && c.word(i) != "&" {
				i += 2
			}
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(c.word(i))
	}
	return b.String()
}

// bodyName returns the fullest form of an organisation's or place's name: the
// lexicon's where it has one and the article prints nothing longer.
func (c *cast) bodyName(m *member) string {
	best := ""
	for k := range m.names {
		f := &m.names[k]
		if w := flat(c.span(f.lo, f.hi).In(c.src)); len(w) > len(best) && !isShout(w) || best == "" {
			best = w
		}
	}
	if m.known != nil && m.known.Kind != lexicon.KnownBody {
		return m.known.Name
	}
	return best
}

// flat puts a printed name on one line.
func flat(s string) string {
	if !strings.ContainsAny(s, "\n\t\r\u00a0") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// formsOf returns the forms a mention prints: the name, with the title or role
// right before it, with "the".
func (c *cast) formsOf(m *member, f *found) []string {
	name := flat(c.span(f.lo, f.hi).In(c.src))
	forms := []string{name}
	if m.kind == news.Person {
		if plain := c.personName(f); plain != name {
			forms = append(forms, plain)
		}
		if !f.role.empty() && f.role.hi == f.lo {
			forms = append(forms, flat(c.span(f.role.lo, f.hi).In(c.src)))
		}
		return forms
	}
	if f.the && m.kind == news.Organisation && c.endsPhrase(f.hi) {
		forms = append(forms, c.word(f.lo-1)+" "+name)
	}
	return forms
}

// endsPhrase reports whether the name before token i is no adjective of a noun
// at i.
func (c *cast) endsPhrase(i int) bool {
	if i >= len(c.tokens) {
		return true
	}
	t := &c.tokens[i]
	return t.Kind != text.Lower && t.Kind != text.Upper && t.Kind != text.Number || lexicon.FunctionWord(t.low) || c.speaksAt(i) || strings.HasSuffix(t.low, "ed")
}

// roleSpan returns the first words that give a person's role: a title that is
// more than a form of address, else an apposition.
func (c *cast) roleSpan(m *member) text.Span {
	for k := range m.names {
		r := m.names[k].role
		for r.hi-r.lo > 1 && !c.isOffice(tokenRange{r.hi - 1, r.hi}) {
			r.hi--
		}
		if !r.empty() && c.isOffice(r) && c.hasHead(r) {
			return c.span(r.lo, r.hi)
		}
	}
	for k := range m.names {
		if r := c.apposition(m.names[k].hi); !r.empty() {
			return c.span(r.lo, r.hi)
		}
	}
	return text.Span{}
}

// hasHead reports whether a role word stands among the words of r.
func (c *cast) hasHead(r tokenRange) bool {
	for i := r.lo; i < r.hi; i++ {
		if c.isTitle(i) {
			return true
		}
	}
	return false
}

// isOffice reports whether a role says more than Mr or Ms.
func (c *cast) isOffice(r tokenRange) bool {
	if r.hi-r.lo > 1 {
		return true
	}
	return !lexicon.FormOfAddress(c.low(r.lo))
}

// apposition returns the words that give a role behind the name that ends
// before token i: ", the head of the port authority,".
func (c *cast) apposition(i int) tokenRange {
	if c.low(i) != "," {
		return tokenRange{}
	}
	if c.isAged(i) {
		i += 2
		if c.low(i) != "," {
			return tokenRange{}
		}
	}
	lo := i + 1
	head := -1
	for k := lo; k < len(c.tokens) && k < lo+9; k++ {
		t := &c.tokens[k]
		if t.Kind == text.Punct || t.Kind == text.Mark || c.speaksAt(k) || lexicon.FunctionWord(t.low) && !c.opensPhrase(k, lo) {
			break
		}
		if o := c.owner[k]; o > 0 && c.isSomebodyElse(&c.found[o-1], k) {
			return tokenRange{}
		}
		if lexicon.RoleHead(t.low) {
			head = k
		}
	}
	if head < 0 || lexicon.RolePlural(c.low(head)) || !c.ruleHead(head) || c.isClause(lo, head) {
		return tokenRange{}
	}
	return tokenRange{lo, c.roleEnd(head)}
}

// isClause reports whether what begins at lo, with a role at head, goes on as a
// clause: behind a role stands the verb whose subject it is, as in "the mayor
// plans to name her aide", or with an adverb, "the nominee flatly denied it".
func (c *cast) isClause(lo, head int) bool {
	if head == lo+1 && c.low(lo) == "the" && head+1 < len(c.tokens) && c.tokens[head+1].Kind == text.Lower && !lexicon.FunctionWord(c.low(head+1)) {
		return true
	}
	for k := lo + 1; k <= head+1 && k+2 < len(c.tokens); k++ {
		if lexicon.RoleHead(c.low(k-1)) && (c.tagged.pos[k] == "VBZ" || c.tagged.pos[k] == "NNS" && c.low(k+1) == "to" && c.tagged.pos[k+2] == "VB") {
			return true
		}
	}
	return false
}

// isSomebodyElse reports whether the name f, at token k where an apposition
// may stand, rather goes on with a list of people: it has a role of its own
// there, or is a full name that owns nothing.
func (c *cast) isSomebodyElse(f *found, k int) bool {
	if f.kind != news.Person {
		return false
	}
	if f.role.lo <= k && k < f.role.hi {
		return true
	}
	return f.hi-f.lo > 1 && f.hi < len(c.tokens) && c.tokens[f.hi].Kind != text.Clitic
}

// opensPhrase reports whether the function word at k can begin or stand in a
// noun phrase that begins at lo.
func (c *cast) opensPhrase(k, lo int) bool {
	switch c.low(k) {
	case "a", "an", "the", "his", "her", "their", "its", "our", "my", "one", "another", "first", "second", "former":
		return k == lo || c.low(k) == "first" || c.low(k) == "second"
	}
	return false
}

// ruleHead reports whether the role word at k heads its phrase: what follows
// does not make it part of another.
func (c *cast) ruleHead(k int) bool {
	n := k + 1
	if n >= len(c.tokens) {
		return true
	}
	t := &c.tokens[n]
	if t.Kind == text.Lower && isAdjectiveToo(c.low(k)) && !lexicon.FunctionWord(t.low) {
		return false
	}
	return t.Kind != text.Clitic && !(t.upper && !t.first)
}

// roleEnd returns the end of a role whose head is at token k.
func (c *cast) roleEnd(k int) int {
	n := c.roleStop(k)
	for n > k+1 && isRolePreposition(c.low(n-1)) {
		n-- // "the author of", before a title in marks
	}
	return n
}

func (c *cast) roleStop(k int) int {
	for n := k + 1; n < len(c.tokens) && n < k+14; n++ {
		if e := c.domainEnd(n, len(c.tokens)); e > n {
			n = e - 1
			continue
		}
		t := &c.tokens[n]
		w := t.In(c.src)
		if t.first || w == "," || w == ";" || w == ":" || w == "(" || w == "—" || w == "–" || t.Kind == text.Mark || w == "." || c.speaksAt(n) {
			return n
		}
		switch t.low {
		case "who", "that", "which", "is", "was", "are", "were", "has", "had", "have", "will", "would":
			return n
		}
	}
	return k + 1
}
