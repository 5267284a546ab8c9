package tag

// hash is FNV-1a over the feature's number and its parts; never 0, which marks
// an empty slot.
type hash uint32

const (
	fnvOffset hash = 2166136261
	fnvPrime  hash = 16777619
)

func feature(n uint8) hash { return (fnvOffset ^ hash(n)) * fnvPrime }

func (h hash) str(s string) hash {
	for i := 0; i < len(s); i++ {
		h = (h ^ hash(s[i])) * fnvPrime
	}
	return (h ^ 0xff) * fnvPrime
}

func (h hash) num(n int) hash { return (h ^ hash(uint32(n)+0x9e37)) * fnvPrime }

func (h hash) sum() uint32 {
	if h == 0 {
		return 1
	}
	return uint32(h)
}

// tail returns the last n bytes of s, on a rune boundary.
func tail(s string, n int) string {
	if len(s) <= n {
		return s
	}
	i := len(s) - n
	for i < len(s) && s[i]&0xc0 == 0x80 {
		i++
	}
	return s[i:]
}

// head returns the first n bytes of s, on a rune boundary.
func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xc0 == 0x80 {
		n--
	}
	return s[:n]
}

// wordShape says how a word is printed: letters as A and a, digits as 0, runs
// once, the rest as it is.
func wordShape(s string) string {
	var b [12]byte
	out := b[:0]
	for _, r := range s {
		c := byte('x')
		switch {
		case 'a' <= r && r <= 'z':
			c = 'a'
		case 'A' <= r && r <= 'Z':
			c = 'A'
		case '0' <= r && r <= '9':
			c = '0'
		case r < 0x80:
			c = byte(r)
		}
		if len(out) == 0 || out[len(out)-1] != c {
			out = append(out, c)
		}
		if len(out) == len(b) {
			break
		}
	}
	return string(out)
}
