package tag

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// Model is a linear classifier over hashed features: for each class the sum
// of the weights of the features present, the highest sum wins. It is made by
// the averaged perceptron (Collins 2002, "Discriminative training methods for
// hidden Markov models") and is safe for concurrent use.
type Model struct {
	Classes []string
	slots   []slot   // open addressing, in the order of their keys as far as that goes
	shift   uint8    // what is left of a key shifted so is its slot
	cells   []uint32 // class << 16 | weight, those of one feature together
}

// slot is a place in the table of features; its key is 0 where it is empty.
type slot struct {
	key uint32
	at  uint32 // where its cells begin << 8 | how many there are
}

// find returns where the cells of a feature are, 0 if the model lacks it.
func (m *Model) find(key uint32) uint32 {
	mask := uint32(len(m.slots) - 1)
	for i := key >> m.shift; ; i = (i + 1) & mask {
		switch m.slots[i].key {
		case key:
			return m.slots[i].at
		case 0:
			return 0
		}
	}
}

// Scores adds the weights of the features to scores, which has one entry a
// class.
func (m *Model) Scores(features []uint32, scores []int32) {
	for _, f := range features {
		at := m.find(f)
		for _, c := range m.cells[at>>8:][:at&0xff] {
			scores[c>>16] += int32(int16(c))
		}
	}
}

// Best returns the class with the highest score, the first of equals.
func Best(scores []int32) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}

// Weight is one weight of a model as the training program hands it over.
type Weight struct {
	Feature uint32
	Class   uint8
	Value   int16
}

const (
	magic    = "vbtag1"
	maxModel = 1 << 25 // bytes, unpacked; keeps the cells within 24 bits
)

// Encode writes a model: the class names and the weights, which must be sorted
// by feature and then class, gzip-compressed.
func Encode(classes []string, ws []Weight) ([]byte, error) {
	var raw bytes.Buffer
	raw.WriteString(magic)
	putUint(&raw, uint64(len(classes)))
	for _, c := range classes {
		putUint(&raw, uint64(len(c)))
		raw.WriteString(c)
	}
	putUint(&raw, uint64(countFeatures(ws)))
	last := uint32(0)
	for i := 0; i < len(ws); {
		j := i
		for j < len(ws) && ws[j].Feature == ws[i].Feature {
			j++
		}
		putUint(&raw, uint64(ws[i].Feature-last))
		last = ws[i].Feature
		putUint(&raw, uint64(j-i))
		for ; i < j; i++ {
			raw.WriteByte(ws[i].Class)
			raw.Write(binary.AppendVarint(nil, int64(ws[i].Value)))
		}
	}
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, fmt.Errorf("encode model: %w", err)
	}
	if _, err := z.Write(raw.Bytes()); err != nil {
		return nil, fmt.Errorf("encode model: %w", err)
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("encode model: %w", err)
	}
	return out.Bytes(), nil
}

func putUint(b *bytes.Buffer, v uint64) { b.Write(binary.AppendUvarint(nil, v)) }

func countFeatures(ws []Weight) int {
	n := 0
	for i := range ws {
		if i == 0 || ws[i].Feature != ws[i-1].Feature {
			n++
		}
	}
	return n
}

var errFormat = errors.New("not a tagger model of this version")

// Decode reads what [Encode] wrote.
func Decode(data []byte) (*Model, error) {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("decode model: %w", err)
	}
	raw, err := io.ReadAll(io.LimitReader(z, maxModel))
	if err != nil {
		return nil, fmt.Errorf("decode model: %w", err)
	}
	d := decoder{b: raw}
	m := d.model()
	if d.bad {
		return nil, fmt.Errorf("decode model: %w", errFormat)
	}
	return m, nil
}

// decoder reads the raw form; bad is set once the bytes make no sense.
type decoder struct {
	b   []byte
	bad bool
}

func (d *decoder) model() *Model {
	if !bytes.HasPrefix(d.b, []byte(magic)) {
		d.bad = true
		return nil
	}
	d.b = d.b[len(magic):]
	m := &Model{}
	for n := d.count(256); n > 0 && !d.bad; n-- {
		m.Classes = append(m.Classes, string(d.bytes(d.count(1<<10))))
	}
	n := d.count(uint64(len(d.b) / 2)) // a feature takes two bytes or more
	m.allocate(n)
	m.cells = make([]uint32, 0, len(d.b)/4)
	for key := uint32(0); n > 0 && !d.bad; n-- {
		key += uint32(d.uint())
		m.insert(key, d)
	}
	return m
}

// allocate makes the table for n features, at most two thirds full.
func (m *Model) allocate(n int) {
	size := 4
	m.shift = 30
	for size*2 < n*3+3 {
		size *= 2
		m.shift--
	}
	m.slots = make([]slot, size)
}

func (m *Model) insert(key uint32, d *decoder) {
	mask := uint32(len(m.slots) - 1)
	i := key >> m.shift
	for m.slots[i].key != 0 {
		i = (i + 1) & mask
	}
	n := d.count(255)
	m.slots[i] = slot{key, uint32(len(m.cells))<<8 | uint32(n)}
	for ; n > 0 && !d.bad; n-- {
		c := d.bytes(1)
		if d.bad || int(c[0]) >= len(m.Classes) {
			d.bad = true
			return
		}
		m.cells = append(m.cells, uint32(c[0])<<16|uint32(uint16(d.int())))
	}
}

func (d *decoder) uint() uint64 {
	if len(d.b) > 0 && d.b[0] < 0x80 {
		v := uint64(d.b[0])
		d.b = d.b[1:]
		return v
	}
	v, n := binary.Uvarint(d.b)
	if n <= 0 {
		d.bad = true
		return 0
	}
	d.b = d.b[n:]
	return v
}

func (d *decoder) int() int64 {
	v, n := binary.Varint(d.b)
	if n <= 0 {
		d.bad = true
		return 0
	}
	d.b = d.b[n:]
	return v
}

// count reads a number that must not be above most.
func (d *decoder) count(most uint64) int {
	v := d.uint()
	if v > most {
		d.bad = true
		return 0
	}
	return int(v)
}

func (d *decoder) bytes(n int) []byte {
	if n > len(d.b) {
		d.bad = true
		return nil
	}
	out := d.b[:n]
	d.b = d.b[n:]
	return out
}
