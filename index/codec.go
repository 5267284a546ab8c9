package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"reflect"
	"strconv"
	"strings"
)

// The codec writes plain values (strings, numbers, booleans, slices and
// structs of them) one after the other, without names: varints for whole
// numbers, a length before strings and slices. What is written can only be
// read back into the same type, so all that is kept carries the [shape] of
// the type it was written from.

var errShort = errors.New("the record ends too soon")

// shape returns a number that changes when the layout of v's type does.
func shape(v any) string {
	var b strings.Builder
	describe(&b, reflect.TypeOf(v))
	h := fnv.New64a()
	h.Write([]byte(b.String()))
	return strconv.FormatUint(h.Sum64(), 36)
}

func describe(b *strings.Builder, t reflect.Type) {
	b.WriteString(t.Kind().String())
	switch t.Kind() {
	case reflect.Struct:
		b.WriteByte('{')
		for i := range t.NumField() {
			b.WriteString(t.Field(i).Name)
			b.WriteByte(' ')
			describe(b, t.Field(i).Type)
			b.WriteByte(';')
		}
		b.WriteByte('}')
	case reflect.Slice:
		describe(b, t.Elem())
	}
}

// encode returns v as bytes. It fails on kinds the codec does not know.
func encode(v any) ([]byte, error) { return put(nil, reflect.ValueOf(v)) }

func put(b []byte, v reflect.Value) ([]byte, error) {
	switch v.Kind() {
	case reflect.String:
		b = binary.AppendUvarint(b, uint64(v.Len()))
		return append(b, v.String()...), nil
	case reflect.Int, reflect.Int64, reflect.Int32:
		return binary.AppendVarint(b, v.Int()), nil
	case reflect.Bool:
		if v.Bool() {
			return append(b, 1), nil
		}
		return append(b, 0), nil
	case reflect.Float64:
		return binary.LittleEndian.AppendUint64(b, math.Float64bits(v.Float())), nil
	case reflect.Slice:
		return putSlice(b, v)
	case reflect.Struct:
		return putStruct(b, v)
	}
	return b, fmt.Errorf("cannot keep a %s", v.Type())
}

func putSlice(b []byte, v reflect.Value) ([]byte, error) {
	var err error
	b = binary.AppendUvarint(b, uint64(v.Len()))
	for i := 0; i < v.Len() && err == nil; i++ {
		b, err = put(b, v.Index(i))
	}
	return b, err
}

func putStruct(b []byte, v reflect.Value) ([]byte, error) {
	var err error
	for i := 0; i < v.NumField() && err == nil; i++ {
		b, err = put(b, v.Field(i))
	}
	return b, err
}

// decode reads into the value p points at. Broken input is an error, never
// a panic, and never asks for more memory than a small multiple of its size.
func decode(b string, p any) error {
	d := decoder{rest: b}
	d.value(reflect.ValueOf(p).Elem())
	if d.err == nil && d.rest != "" {
		return errors.New("the record goes on too long")
	}
	return d.err
}

// decoder reads from the front of rest. It slices strings out of it: what it
// returns shares the memory of the record.
type decoder struct {
	rest string
	err  error
}

func (d *decoder) value(v reflect.Value) {
	if d.err != nil {
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(d.take(d.uvarint()))
	case reflect.Int, reflect.Int64, reflect.Int32:
		d.integer(v)
	case reflect.Bool:
		v.SetBool(d.take(1) == "\x01")
	case reflect.Float64:
		if s := d.take(8); s != "" {
			v.SetFloat(math.Float64frombits(binary.LittleEndian.Uint64([]byte(s))))
		}
	case reflect.Slice:
		d.slice(v)
	case reflect.Struct:
		for i := range v.NumField() {
			d.value(v.Field(i))
		}
	default:
		d.err = fmt.Errorf("cannot read a %s", v.Type())
	}
}

func (d *decoder) integer(v reflect.Value) {
	u := d.uvarint()
	n := int64(u >> 1)
	if u&1 != 0 {
		n = ^n
	}
	if v.OverflowInt(n) {
		d.err = errors.New("a number is out of range")
		return
	}
	v.SetInt(n)
}

func (d *decoder) slice(v reflect.Value) {
	n := d.uvarint()
	if n > uint64(len(d.rest)) { // every element takes a byte or more
		d.err = errShort
	}
	if d.err != nil || n == 0 {
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), int(n), int(n)))
	for i := range int(n) {
		d.value(v.Index(i))
	}
}

func (d *decoder) take(n uint64) string {
	if d.err != nil || n > uint64(len(d.rest)) {
		d.err = errShort
		return ""
	}
	s := d.rest[:n]
	d.rest = d.rest[n:]
	return s
}

func (d *decoder) uvarint() uint64 {
	var x uint64
	for i := 0; i < len(d.rest) && i < binary.MaxVarintLen64; i++ {
		c := d.rest[i]
		x |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			d.rest = d.rest[i+1:]
			return x
		}
	}
	d.err = errShort
	return 0
}
