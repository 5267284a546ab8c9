// Package text holds what every other package needs of text itself: byte
// spans, words that know where they stand, and folding for comparison that
// never moves an offset.
//
// It is a leaf: it imports nothing of this project. All offsets are bytes into
// valid UTF-8.
package text

// Span is a half-open range of bytes [Start, End) of a source text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// In returns the bytes of src that the span covers. A span that does not fit
// src yields the empty string.
func (s Span) In(src string) string {
	if !s.Fits(src) {
		return ""
	}
	return src[s.Start:s.End]
}

// Fits reports whether the span lies within src.
func (s Span) Fits(src string) bool {
	return 0 <= s.Start && s.Start <= s.End && s.End <= len(src)
}

// Len returns the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether o lies wholly within s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Has reports whether the byte at offset lies within s.
func (s Span) Has(offset int) bool { return s.Start <= offset && offset < s.End }

// Overlaps reports whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Cover returns the smallest span that holds both s and o.
func (s Span) Cover(o Span) Span {
	return Span{Start: min(s.Start, o.Start), End: max(s.End, o.End)}
}

// Trim returns the span without the white space at its ends.
func (s Span) Trim(src string) Span {
	for s.Start < s.End {
		r, n := decode(src[s.Start:s.End])
		if !isSpace(r) {
			break
		}
		s.Start += n
	}
	for s.Start < s.End {
		r, n := decodeLast(src[s.Start:s.End])
		if !isSpace(r) {
			break
		}
		s.End -= n
	}
	return s
}
