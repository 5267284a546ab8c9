package link

import (
	"fmt"
	"strings"
	"testing"
)

func BenchmarkAlign(b *testing.B) {
	for _, n := range []int{30, 1000, 5000} {
		x, y := wordingOf(speech(n, 0)), wordingOf(speech(n, 7))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				compare(x, y)
			}
		})
	}
}

// speech makes n words of which every skip-th is another.
func speech(n, skip int) string {
	words := strings.Fields("the harbour board will not take the money that was promised to Venn in the spring and nobody in Ardmere should believe that we could have known of it")
	var b strings.Builder
	for i := range n {
		w := words[(i*i+i/7)%len(words)]
		if skip > 0 && i%skip == 0 {
			w = "other"
		}
		b.WriteString(w)
		b.WriteByte(' ')
	}
	return b.String()
}
