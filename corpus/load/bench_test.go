package load

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// story is an invented article of common length.
var story = strings.Repeat("“No boat leaves before dawn,” said Mara Venn, the harbour minister, who flew over the coast on Monday and met the crews of both ferries.\n\n", 30)

func benchmark(b *testing.B, name string, content []byte) {
	in := At(fstest.MapFS{name: {Data: content}}, name)
	b.SetBytes(int64(len(content)))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		Read(in, func(Document) { n++ })
		if n == 0 {
			b.Fatal("nothing read")
		}
	}
}

func BenchmarkText(b *testing.B) {
	benchmark(b, "a.txt", []byte("---\noutlet: Northline\n---\n"+story))
}

func BenchmarkMarkdown(b *testing.B) { benchmark(b, "a.md", []byte("# Harbour shut\n\n"+story)) }

func BenchmarkJSONL(b *testing.B) {
	row := fmt.Sprintf("{\"outlet\":\"Northline\",\"headline\":\"Harbour shut\",\"published\":\"2031-03-04\",\"text\":%q}\n", story)
	benchmark(b, "a.jsonl", []byte(strings.Repeat(row, 100)))
}

func BenchmarkHTML(b *testing.B) {
	body := strings.ReplaceAll(story, "\n\n", "</p>\n<p>")
	nav := strings.Repeat("<li><a href=\"/x\">World</a></li>", 200)
	benchmark(b, "a.html", []byte("<html><body><nav><ul>"+nav+"</ul></nav><article><h1>Harbour shut</h1><p>"+body+"</p></article></body></html>"))
}
