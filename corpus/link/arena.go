package link

import "strings"

// arena keeps many short strings in a few pieces of memory.
type arena struct{ piece strings.Builder }

// arenaPiece is the size of one in bytes.
const arenaPiece = 1 << 14

// clone copies a string.
func (a *arena) clone(s string) string {
	if a.piece.Cap()-a.piece.Len() < len(s) {
		a.piece = strings.Builder{}
		a.piece.Grow(max(arenaPiece, len(s)))
	}
	from := a.piece.Len()
	a.piece.WriteString(s)
	return a.piece.String()[from:]
}

// slab is memory for short lists: what is put there stands side by side.
type slab[T any] []T

// put copies a list there.
func (s *slab[T]) put(list []T) []T {
	if list == nil {
		return nil
	}
	if cap(*s)-len(*s) < len(list) {
		*s = make([]T, 0, max(slabOf, len(list)))
	}
	n := len(*s)
	*s = append(*s, list...)
	return (*s)[n:len(*s):len(*s)]
}

// slabOf is the length of one that was given none.
const slabOf = 512
