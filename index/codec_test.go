package index

import (
	"reflect"
	"testing"

	"verbatim/corpus/news"
)

type sample struct {
	S string
	I int
	J int32
	F float64
	B bool
	L []inner
	E inner
}

type inner struct {
	inner2
	N []string
}

type inner2 struct{ M int64 }

func TestCodec(t *testing.T) {
	for _, want := range []sample{
		{},
		{S: "ž\xff\x00", I: -1, J: 1 << 30, F: -0.5, B: true},
		{I: 1<<63 - 1, L: []inner{{}, {inner2{-7}, []string{"", "b"}}}, E: inner{N: []string{"x"}}},
		{I: -1 << 63},
	} {
		b, err := encode(want)
		if err != nil {
			t.Fatal(err)
		}
		var got struct {
			S string
			I int
			J int32
			F float64
			B bool
			L []outInner
			E outInner
		}
		if err := decode(string(b), &got); err != nil {
			t.Fatalf("%+v: %v", want, err)
		}
		again, err := encode(got)
		if err != nil || string(again) != string(b) {
			t.Errorf("%+v came back as %+v, %v", want, got, err)
		}
		for i := range b {
			if err := decode(string(b[:i]), &got); err == nil {
				t.Errorf("%d of %d bytes were enough", i, len(b))
			}
		}
		if err := decode(string(b)+"x", &got); err == nil {
			t.Error("a byte too many was not seen")
		}
	}
}

// outInner is inner as it can be read into: its fields are all exported.
type outInner struct {
	E struct{ M int64 }
	N []string
}

func TestCodecOfReadings(t *testing.T) {
	want := briefing(corpus...).Readings
	b, err := encode(want)
	if err != nil {
		t.Fatal(err)
	}
	var got []news.Reading
	if err := decode(string(b), &got); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("readings came back changed, %v", err)
	}
}

func TestCodecRefuses(t *testing.T) {
	for _, v := range []any{map[string]int{}, &sample{}, struct{ P *int }{}, []any{1}} {
		if _, err := encode(v); err == nil {
			t.Errorf("kept a %T", v)
		}
	}
	var small struct{ J int32 }
	b, _ := encode(struct{ I int }{1 << 40})
	if err := decode(string(b), &small); err == nil {
		t.Error("a number that does not fit was read")
	}
}

func TestShape(t *testing.T) {
	type a struct{ X, Y int }
	type b struct{ Y, X int }
	type c struct{ X, Y string }
	type d struct{ X, Y int }
	if shape(a{}) == shape(b{}) || shape(a{}) == shape(c{}) || shape(a{}) == shape([]a{}) {
		t.Error("other layouts, the same shape")
	}
	if shape(a{}) != shape(d{}) {
		t.Error("the same layout, other shapes")
	}
}

func FuzzDecode(f *testing.F) {
	for _, v := range []any{briefing(corpus[:2]...).Readings, []news.Reading{}, []news.Reading{{}}} {
		b, err := encode(v)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var rs []news.Reading
		if decode(string(b), &rs) != nil {
			return
		}
		if _, err := encode(rs); err != nil {
			t.Fatal(err)
		}
	})
}

// BenchmarkReading measures keeping and reading articles, per article.
func BenchmarkReading(b *testing.B) {
	rs := perf(b, 1000).Readings
	var kept [][]byte
	size := 0
	for i := range rs {
		v, err := encode(rs[i : i+1])
		if err != nil {
			b.Fatal(err)
		}
		kept, size = append(kept, v), size+len(v)
	}
	b.Run("keep", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if _, err := encode(rs[i%len(rs) : i%len(rs)+1]); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(size/len(rs)), "bytes/article")
	})
	b.Run("read", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			var out []news.Reading
			if err := decode(string(kept[i%len(kept)]), &out); err != nil {
				b.Fatal(err)
			}
		}
	})
}
