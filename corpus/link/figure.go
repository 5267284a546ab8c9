package link

import "slices"

// newFigure returns the figure of one persona.
func newFigure(p *persona) *figure {
	return &figure{head: p, all: []*persona{p}, words: p.words, suffix: p.suffix, refs: len(p.refs), lean: p.lean()}
}

// install makes a figure that of its personas, in place of those they were. The
// record of one is its record.
func (c *company) install(f *figure) {
	for _, p := range f.all {
		if p.who != nil {
			if f.record == nil {
				f.record, p.who.record = p.who.record, nil
			}
			c.retire(p.who)
		}
		p.who = f
		for _, k := range p.kin {
			f.join(k)
		}
	}
	f.words, f.told = nil, 0
	c.change(f)
}

// change notes that what a figure is has changed.
func (c *company) change(f *figure) {
	for _, k := range f.clans {
		c.reopen(k)
	}
	f.era = 0
	c.changed = append(c.changed, f)
}

// join makes a figure of a family, once more.
func (f *figure) join(k *clan) {
	i := slices.Index(f.clans, k)
	if i < 0 {
		i = len(f.clans)
		f.clans, f.kin = append(f.clans, k), append(f.kin, 0)
		k.figures = append(k.figures, f)
	}
	f.kin[i]++
}

// gain makes a persona that came one of a figure that is installed.
func (c *company) gain(f *figure, p *persona) {
	p.who = f
	f.refs += len(p.refs)
	f.lean += p.lean()
	for _, k := range p.kin {
		f.join(k)
	}
	f.comes(p)
}

// lose takes a persona off a figure that is installed. Who bears the name still
// are one.
func (c *company) lose(f *figure, p *persona) {
	f.refs -= len(p.refs)
	f.lean -= p.lean()
	for _, k := range p.kin {
		c.reopen(k)
		i := slices.Index(f.clans, k)
		if f.kin[i]--; f.kin[i] == 0 {
			k.figures = without(k.figures, f)
			f.clans, f.kin = slices.Delete(f.clans, i, i+1), slices.Delete(f.kin, i, i+1)
		}
	}
	f.goes(p)
}

// comes notes the entities that a figure has more.
func (f *figure) comes(p *persona) {
	if f.told > 0 {
		f.came = p.of.inBriefing(f.came, p.refs)
	}
}

// goes notes the entities that a figure has no more.
func (f *figure) goes(p *persona) {
	if f.told > 0 {
		f.went = p.of.inBriefing(f.went, p.refs)
	}
}

// retire forgets a figure; its personas are to meet again.
func (c *company) retire(f *figure) {
	if f.gone {
		return
	}
	f.gone = true
	for _, k := range f.clans {
		k.figures = without(k.figures, f)
		c.reopen(k)
	}
	for _, p := range f.lone {
		p.who = nil
	}
}

// part takes a person of one name from the figure it is held for.
func (c *company) part(p *persona) {
	f := p.who
	switch {
	case f == nil:
	case f.head == p:
		f.gone = true
	default:
		f.lone = without(f.lone, p)
		f.goes(p)
		f.era = 0
		c.changed = append(c.changed, f)
	}
	p.who = nil
}
