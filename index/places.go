package index

import (
	"math"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// places is where some words stand one behind the other, in all documents. Once
// made it is not changed.
type places struct {
	slots []uint32  // of the documents, in order
	norms []float32 // of the field in each of them
	first []uint32  // number of the first place in each, and at the end that of all places
	last  []uint32  // position of the last word, at each place
}

// size is about how many bytes the places take.
func (p *places) size() int {
	const empty = 150
	return empty + 12*len(p.slots) + 4*len(p.last)
}

// in returns the positions of the last word in a document.
func (p *places) in(slot uint32) []uint32 {
	i, ok := slices.BinarySearch(p.slots, slot)
	if !ok {
		return nil
	}
	return p.row(i)
}

// row returns the positions in the document at index i.
func (p *places) row(i int) []uint32 { return p.last[p.first[i]:p.first[i+1]] }

// begin opens a document, unless it is open.
func (p *places) begin(slot uint32, norm float32) {
	if n := len(p.slots); n > 0 && p.slots[n-1] == slot {
		return
	}
	if len(p.first) == 0 {
		p.first = append(p.first, 0)
	}
	p.slots, p.norms, p.first = append(p.slots, slot), append(p.norms, norm), append(p.first, uint32(len(p.last)))
}

// add notes a place in the open document.
func (p *places) add(position uint32) {
	p.last = append(p.last, position)
	p.first[len(p.slots)] = uint32(len(p.last))
}

// placesOf returns where each of the words that may be the last stands behind
// those before. A phrase is typed letter by letter, and most of what it may end
// in has been looked up for the letter before.
func (e *evaluator) placesOf(in string, before, last []string) ([]*places, error) {
	out := make([]*places, len(last))
	var missing []int
	for i, w := range last {
		var ok bool
		if out[i], ok = e.snap.memory.place(placesKey(in, before, w)); !ok {
			missing = append(missing, i)
		}
	}
	if len(missing) == 0 {
		return out, nil
	}
	words := make([]string, len(missing))
	for i, m := range missing {
		words[i] = last[m]
	}
	found, err := e.lookPlacesUp(in, before, words)
	if err != nil {
		return nil, err
	}
	for i, m := range missing {
		out[m] = found[i]
		e.snap.memory.placed(placesKey(in, before, last[m]), found[i])
	}
	return out, nil
}

func placesKey(in string, before []string, last string) string {
	return in + " " + strings.Join(before, " ") + " " + last
}

// lookPlacesUp is placesOf for words that are not remembered.
func (e *evaluator) lookPlacesUp(in string, before, last []string) ([]*places, error) {
	lists := make([][]wordList, len(last))
	for i, w := range last {
		var err error
		if lists[i], err = e.postings(termIn{in, w}); err != nil {
			return nil, err
		}
	}
	whole, ahead, err := e.ahead(in, before, lists)
	if err != nil {
		return nil, err
	}
	var marks *positionBits
	if whole != nil {
		ahead, marks = e.split(whole), whole.marks()
	}
	out := make([]*places, len(last))
	return out, together(len(last), func(i int) error {
		out[i] = &places{}
		if u, ok := e.snap.memory.usual(termIn{in, last[i]}); ok && whole != nil {
			u.follow(whole, marks, out[i])
			return nil
		}
		var w walker
		for seg, l := range lists[i] {
			if err := e.ctx.Err(); err != nil {
				return err
			}
			if err := ahead[seg].follow(&w, l, e.snap.base[seg], out[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// behind adds the positions of own that are next to one of before.
func (p *places) behind(before, own []uint32, slot uint32, norm float32) {
	for _, position := range own {
		for len(before) > 0 && before[0]+1 < position {
			before = before[1:]
		}
		if len(before) > 0 && before[0]+1 == position {
			p.begin(slot, norm)
			p.add(position)
		}
	}
}

// ahead is where the words ahead of another stand in the documents of a segment.
type ahead struct {
	of  *places
	row []uint32 // of each document, one more than its number in of; 0 or wanted for none
}

// wanted marks documents to be looked at.
const wanted = math.MaxUint32

// ahead looks up where the words stand: in all documents, or in each segment
// at least for the documents of the lists.
func (e *evaluator) ahead(in string, words []string, lists [][]wordList) (whole *places, rows []ahead, err error) {
	if len(words) > 1 {
		n := len(words) - 1
		found, err := e.placesOf(in, words[:n], words[n:])
		if err != nil {
			return nil, nil, err
		}
		return found[0], nil, nil
	}
	if whole, err = e.whole(termIn{in, words[0]}); whole != nil || err != nil {
		return whole, nil, err
	}
	own, err := e.postings(termIn{in, words[0]})
	if err != nil {
		return nil, nil, err
	}
	rows = make([]ahead, len(own))
	return nil, rows, together(len(own), func(seg int) error {
		a := ahead{&places{}, make([]uint32, e.snap.size(seg))}
		var w walker
		for _, l := range lists {
			w.eachDoc(l[seg], func(doc uint32) { a.row[doc] = wanted })
		}
		rows[seg] = a
		return a.read(&w, own[seg], e.snap.base[seg])
	})
}

// whole returns where a usual word stands, nil for another.
func (e *evaluator) whole(t termIn) (*places, error) {
	key := placesKey(t.in, nil, t.term)
	if p, ok := e.snap.memory.place(key); ok {
		return p, nil
	}
	u, err := e.usual(t)
	if u == nil || err != nil {
		return nil, err
	}
	p := u.unpacked()
	e.snap.memory.placed(key, p)
	return p, nil
}

// note adds the places of a word in a document.
func (p *places) note(slot uint32, at segment.Posting) {
	p.begin(slot, float32(at.Norm()))
	for _, l := range at.Locations() {
		p.add(uint32(l.Pos()))
	}
}

// size is how many documents a segment has.
func (s *snapshot) size(seg int) int { return len(s.orders[seg]) }

// split sets places apart by segment.
func (e *evaluator) split(p *places) []ahead {
	out := make([]ahead, len(e.snap.base))
	i := 0
	for seg, base := range e.snap.base {
		n := e.snap.size(seg)
		out[seg] = ahead{p, make([]uint32, n)}
		for ; i < len(p.slots) && p.slots[i] < base+uint32(n); i++ {
			out[seg].row[p.slots[i]-base] = uint32(i) + 1
		}
	}
	return out
}

// read takes the places of a word in the documents that are wanted.
func (a *ahead) read(w *walker, l wordList, base uint32) error {
	return w.at(l, func(doc uint32) bool { return a.row[doc] == wanted }, func(doc uint32, p segment.Posting) {
		a.of.note(base+doc, p)
		a.row[doc] = uint32(len(a.of.slots))
	})
}

// follow adds to out where a word stands behind those ahead.
func (a *ahead) follow(w *walker, l wordList, base uint32, out *places) error {
	var own []uint32
	stands := func(doc uint32) bool { return a.row[doc] != 0 && a.row[doc] != wanted }
	return w.at(l, stands, func(doc uint32, p segment.Posting) {
		row := int(a.row[doc] - 1)
		own = own[:0]
		for _, l := range p.Locations() {
			own = append(own, uint32(l.Pos()))
		}
		out.behind(a.of.row(row), own, base+doc, a.of.norms[row])
	})
}

// together calls f with each number below n, on all cores, and returns an error
// of theirs.
func together(n int, f func(i int) error) error {
	var next atomic.Int64
	var wg sync.WaitGroup
	errs := make(chan error, 1)
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				if err := guard(func() error { return f(i) }); err != nil {
					select {
					case errs <- err:
					default:
					}
					return
				}
			}
		})
	}
	wg.Wait()
	select {
	case err := <-errs:
		return err
	default:
		return nil
	}
}
