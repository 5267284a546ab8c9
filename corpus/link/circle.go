package link

import (
	"slices"
	"strings"

	"verbatim/corpus/lexicon"
	"verbatim/corpus/news"
)

// bearers is those whom articles call by one name.
type bearers struct {
	key    string
	count  int32     // how many they are
	circle *circle   // in which they meet
	met    []*figure // of whom those who have met there are
	first  [1]*figure
	own    circle
}

// circle is those who meet: all who bear some names that have bearers in
// common. They meet in order, each finds the first figure before it that it can
// be. What that changed is noted, so that where one comes or goes only those
// behind it meet again.
type circle struct {
	of    *bearers  // whose it was at first
	all   []*member // in order
	first [1]*member
	met   int32 // so many of them have met
	isDue bool
	wide  *wide // nil for a circle of one name, whose figures never changed
}

// wide is what few circles have.
type wide struct {
	names []*bearers // besides the first
	steps []step     // in the order of who took them
}

// step is what of a figure was other before one met it.
type step struct {
	by   *member
	of   *figure
	was  calling  // what it was called
	size int      // how many more than its head were of it, before it became one with another
	with *figure  // that; nil if it did not
	name *bearers // by which it was not met; nil if nothing changed but what it is called
}

// more returns what few circles have, of one that is to have it.
func (k *circle) more() *wide {
	if k.wide == nil {
		k.wide = &wide{}
	}
	return k.wide
}

// unite makes one circle of two.
func (c *company) unite(k, o *circle) {
	if k == o {
		return
	}
	w := k.more()
	if len(o.all) > 0 {
		c.rewind(k, k.before(o))
		c.rewind(o, o.before(k))
		k.met += o.met
		k.all = append(k.all, o.all...)
		slices.SortFunc(k.all, inOrder)
	}
	names := []*bearers{o.of}
	if o.wide != nil {
		names = append(names, o.wide.names...)
		w.steps = append(w.steps, o.wide.steps...)
		slices.SortStableFunc(w.steps, func(a, b step) int { return inOrder(a.by, b.by) })
	}
	for _, b := range names {
		b.circle = k
	}
	w.names = append(w.names, names...)
	*o = circle{of: o.of, isDue: o.isDue}
}

// drop takes a name off, which nobody bears any more.
func (k *circle) drop(b *bearers) {
	if k.wide != nil {
		k.wide.names = without(k.wide.names, b)
	}
}

// before returns how many of a circle have met and are before all of another
// that have not.
func (k *circle) before(o *circle) int32 {
	if int(o.met) == len(o.all) {
		return k.met
	}
	at, _ := slices.BinarySearchFunc(k.all[:k.met], o.all[o.met], inOrder)
	return int32(at)
}

// join brings one in.
func (c *company) join(k *circle, p *member) {
	if len(k.all) == 0 {
		k.first[0] = p
		k.all = k.first[:]
		return
	}
	at, _ := slices.BinarySearchFunc(k.all, p, inOrder)
	c.rewind(k, int32(at))
	k.all = slices.Insert(k.all, at, p)
}

// quit takes one away.
func (c *company) quit(k *circle, p *member) {
	for i, q := range slices.Backward(k.all) {
		if p == q {
			c.rewind(k, int32(i))
			k.all = slices.Delete(k.all, i, i+1)
			return
		}
	}
}

// rewind takes the meeting back to so many.
func (c *company) rewind(k *circle, to int32) {
	for k.met > to {
		k.met--
		c.takeBack(k, k.all[k.met])
	}
}

// takeBack undoes the last introduce, which was that of p.
func (c *company) takeBack(k *circle, p *member) {
	f := p.meets
	p.meets = nil
	p.of.here = without(p.of.here, p)
	for s, ok := k.lastStep(p); ok; s, ok = k.lastStep(p) {
		switch {
		case s.name != nil:
			s.name.met = dropLast(s.name.met)
			continue
		case s.with != nil:
			c.moved = append(append(c.moved, s.with.head), s.with.more...)
			clear(s.of.more[s.size:])
			s.of.more, s.with.into, f = s.of.more[:s.size], nil, s.with
		}
		s.of.calling = s.was
	}
	if f.head != p {
		f.more = dropLast(f.more)
		return
	}
	f.isVacant = true
	for _, b := range p.names() {
		b.met = dropLast(b.met)
	}
}

// lastStep takes the last step off, if it was that of p.
func (k *circle) lastStep(p *member) (step, bool) {
	if k.wide == nil || len(k.wide.steps) == 0 {
		return step{}, false
	}
	at := len(k.wide.steps) - 1
	s := k.wide.steps[at]
	if s.by != p {
		return step{}, false
	}
	k.wide.steps[at] = step{}
	k.wide.steps = k.wide.steps[:at]
	return s, true
}

func dropLast[T any](list []*T) []*T {
	list[len(list)-1] = nil
	return list[:len(list)-1]
}

// meet lets those of a circle meet who have not yet.
func (c *company) meet(k *circle) {
	for _, p := range k.all[k.met:] {
		c.introduce(k, p)
		k.met++
		c.moved = append(c.moved, p)
	}
}

// introduce lets one meet those before it.
func (c *company) introduce(k *circle, p *member) {
	var f *figure
	for _, b := range p.names() {
		switch q := metBy(b, p, f); {
		case q == nil:
		case f == nil:
			k.take(q, p)
			f = q
		default:
			c.merge(k, q, f, p)
			f = q
		}
	}
	isNew := f == nil
	if isNew {
		f = c.ownFigure(p)
	}
	p.meets = f
	p.of.here = append(p.of.here, p)
	for _, b := range p.names() {
		if !isNew && slices.Contains(b.met, f) {
			continue
		}
		if !isNew {
			w := k.more()
			w.steps = append(w.steps, step{by: p, name: b})
		}
		b.meet(f)
	}
}

// meet adds one to those of a name who have met.
func (b *bearers) meet(f *figure) {
	if len(b.met) == 0 {
		b.met = b.first[:0]
	}
	b.met = append(b.met, f)
}

// ownFigure returns the figure of one who is like nobody before it: the one
// that it was the head of, if it was.
func (c *company) ownFigure(p *member) *figure {
	f := p.who
	if f == nil || f.head != p || !f.isVacant {
		return c.newFigure(p)
	}
	f.isVacant, f.calling = false, p.calling()
	return f
}

// metBy returns the first figure of a name that p can be of, or the figure f
// of it can be one with.
func metBy(b *bearers, p *member, f *figure) *figure {
	is := p.calling()
	if f != nil {
		is = f.calling
	}
	for _, q := range b.met {
		if q = q.last(); q == f {
			continue
		}
		if p.kind != news.Person || b.agree(q.calling, is) && q.agrees(is) && !q.beside(p, f) {
			return q
		}
	}
	return nil
}

// agree reports whether who is called by two names, both of which b is one of,
// can be one: with the same suffix; where they meet by an office, with a form of
// the same given name, the suffix left out or not.
func (b *bearers) agree(q, is calling) bool {
	if !strings.HasPrefix(b.key, officeMark) {
		return q.suffix == is.suffix || q.dropped && is.suffix == ""
	}
	if q.suffix != is.suffix && q.suffix != "" && is.suffix != "" {
		return false
	}
	x, y := q.given(), is.given()
	return x != "" && y != "" && (lexicon.NameKey(x) == lexicon.NameKey(y) || lexicon.SameGiven(x, y) || spelledAlike(x, y))
}

// take makes p one of a figure.
func (k *circle) take(f *figure, p *member) {
	if is := f.calling.with(p.calling()); is != f.calling {
		w := k.more()
		w.steps = append(w.steps, step{by: p, of: f, was: f.calling})
		f.calling = is
	}
	f.more = append(f.more, p)
}

// merge makes two figures one, as p is of both.
func (c *company) merge(k *circle, f, o *figure, p *member) {
	w := k.more()
	w.steps = append(w.steps, step{by: p, of: f, was: f.calling, with: o, size: len(f.more)})
	c.moved = append(append(c.moved, o.head), o.more...)
	f.calling, o.into = f.calling.with(o.calling), f
	f.more = append(append(f.more, o.head), o.more...)
}

// last returns the figure that f was merged into in the end.
func (f *figure) last() *figure {
	for f.into != nil {
		f = f.into
	}
	return f
}

// beside reports whether one article names both one of a figure and p, or one
// of o where that is given, and so tells them apart.
func (f *figure) beside(p *member, o *figure) bool {
	switch {
	case o == nil:
		return f.isBeside(p)
	case len(o.more) > len(f.more):
		f, o = o, f
	}
	return f.isBeside(o.head) || slices.ContainsFunc(o.more, f.isBeside)
}

func (f *figure) isBeside(p *member) bool {
	for _, o := range p.of.here {
		if o != p && o.meets.last() == f && oneArticle(o.entities(), p.entities()) {
			return true
		}
	}
	return false
}
