package load

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// decode returns raw as valid UTF-8 without NUL and without a byte order mark.
// What cannot be decoded becomes U+FFFD. A page may declare its charset.
func decode(raw []byte, page bool) string {
	if e := encodingOf(raw, page); e != nil {
		if out, err := e.NewDecoder().Bytes(raw); err == nil {
			raw = out
		}
	}
	return sanitise(string(trimBOM(raw)))
}

// encodingOf returns the encoding to convert from, nil for UTF-8.
func encodingOf(raw []byte, page bool) encoding.Encoding {
	if bytes.HasPrefix(raw, []byte("\ufeff")) {
		return nil
	}
	if w := wide(raw[:min(len(raw), 8192)]); w != "" {
		return named(w)
	}
	valid := utf8.Valid(raw)
	if e := declared(raw, page); e != nil && !(valid && !isASCII(raw)) {
		return e
	}
	if valid || mostlyUTF8(raw) {
		return nil
	}
	return charmap.Windows1252
}

func named(name string) encoding.Encoding {
	e, err := htmlindex.Get(name)
	if err != nil {
		return nil
	}
	return e
}

// declared returns the encoding a page says it has, nil if it says none, or
// UTF-8.
func declared(raw []byte, page bool) encoding.Encoding {
	if !page {
		return nil
	}
	e, name, _ := charset.DetermineEncoding(raw, "")
	switch name {
	case "utf-8", "utf-16le", "utf-16be", "windows-1252": // the last is its guess, too
		return nil
	}
	return e
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// mostlyUTF8 reports whether broken bytes are the exception among those that
// are not ASCII: a damaged file rather than another encoding.
func mostlyUTF8(raw []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		_, n := utf8.DecodeRune(raw[i:])
		if n > 1 {
			good++
		} else {
			bad++
		}
		i += n
	}
	return good > 4*bad
}

// sanitise replaces broken UTF-8 and NUL by U+FFFD, each byte by one.
func sanitise(s string) string {
	if utf8.ValidString(s) && strings.IndexByte(s, 0) < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 64)
	for _, r := range s {
		if r == 0 {
			r = utf8.RuneError
		}
		b.WriteRune(r)
	}
	return b.String()
}
