package index

import "slices"

// docset is the documents of a word, by their slots. Once made it is not
// changed. Most words a letter looks at are those of the letter before: their
// sets are remembered, see [recall.docs].
type docset struct {
	n    int
	few  []uint32 // in order
	many bitset   // nil where they are few
}

// size is about how many bytes the set takes.
func (d *docset) size() int {
	const empty = 120
	return empty + 4*len(d.few) + 8*len(d.many)
}

func (d *docset) has(slot uint32) bool {
	if d.many != nil {
		return d.many.has(slot)
	}
	_, ok := slices.BinarySearch(d.few, slot)
	return ok
}

// addTo adds the documents to a set.
func (d *docset) addTo(to bitset) {
	if d.many != nil {
		to.or(d.many)
	}
	for _, slot := range d.few {
		to.add(slot)
	}
}

// docs returns the documents of a word.
func (e *evaluator) docs(t termIn) (*docset, error) {
	if d, ok := e.snap.memory.docset(t); ok {
		return d, nil
	}
	lists, err := e.postings(t)
	if err != nil {
		return nil, err
	}
	d := e.gather(lists)
	e.snap.memory.keepDocs(t, d)
	return d, nil
}

// gather makes a set of the documents of lists, in the form that takes less.
func (e *evaluator) gather(lists []wordList) *docset {
	d := &docset{}
	for _, l := range lists {
		d.n += int(e.walk.count(l))
	}
	if d.n > e.snap.slots/32 {
		d.many = e.dense(lists)
		return d
	}
	d.few = make([]uint32, 0, d.n)
	for i, l := range lists {
		base := e.snap.base[i]
		e.walk.eachDoc(l, func(doc uint32) { d.few = append(d.few, base+doc) })
	}
	return d
}

func (e *evaluator) dense(lists []wordList) bitset {
	out := e.snap.none()
	for i, l := range lists {
		own := out[e.snap.base[i]/64:]
		several, alone := e.walk.docs(l)
		switch {
		case alone >= 0:
			own.add(uint32(alone))
		case several != nil:
			several.WriteDenseTo(own)
		}
	}
	if gone := e.deleted(); gone != nil {
		out.andNot(gone)
	}
	return out
}

// deleted returns the documents that have been deleted, nil for none.
func (e *evaluator) deleted() bitset {
	if e.gone != nil {
		return e.gone
	}
	for i, seg := range e.snap.Segments() {
		gone := seg.Deleted()
		if gone == nil {
			continue
		}
		if e.gone == nil {
			e.gone = e.snap.none()
		}
		gone.WriteDenseTo(e.gone[e.snap.base[i]/64:])
	}
	return e.gone
}
