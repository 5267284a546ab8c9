package link

import (
	"flag"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"verbatim/corpus/corrections"
	"verbatim/corpus/news"
)

// cpu is the time this process has computed: other work on the machine does
// not count.
func cpu() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func heap() float64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}

// BenchmarkLinker links an archive of n articles, see [archive], and then five
// times a hundred more, the articles of the next day:
//
//	link-ms/article   computing time of linking the n, a briefing with it
//	add-ms/article    that of adding one of the hundred
//	update-ms         that of making what the hundred changed, and of adding them:
//	                  stories, their statements and events, and actors; the middle
//	                  one of the five
//	dearest-ms        the dearest of them
//	brief-ms          that of the briefing of all articles after it
//	link-B/article    memory the linker and a briefing keep, readings apart
//	read-B/article    memory of the readings, less what those of shared/perf share
//	peak-MB           memory asked of the system
//
// What is collected between the updates is not in their time. Measured at 2,000,
// 20,000 and 100,000 articles. The 100,000 take five minutes and 12 GB, and are run
// only where -bench names them:
//
//	link-ms/article   3.1     2.9     3.4
//	add-ms/article    0.49    0.58    0.72
//	update-ms         289     309     314
//	dearest-ms        378     363     373
//	brief-ms          14      120     812
//	link-B/article    24700   19400   18400
//	peak-MB           603     2740    12050
//	largest story     16      23      23 articles
//
// The briefing has all articles in it.
//
//	go test ./corpus/link -run xxx -bench 'Linker/^100000$' -benchtime 1x -timeout 60m
//	go test ./corpus/link -run xxx -bench 'Linker/^20+$' -benchtime 1x -timeout 60m
func BenchmarkLinker(b *testing.B) {
	for _, n := range []int{2000, 20000, 100000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			if n > 20000 && !strings.Contains(flag.Lookup("test.bench").Value.String(), fmt.Sprint(n)) {
				b.Skip("long: name it to run it")
			}
			benchLinker(b, n)
		})
	}
}

func benchLinker(b *testing.B, n int) {
	const more, updates = 100, 5
	x := newArchive(b)
	before := heap()
	var rs []news.Reading
	for range n + updates*more {
		rs = append(rs, x.next())
	}
	read := heap()
	b.ReportMetric((read-before)/float64(n), "read-B/article")
	for b.Loop() {
		l := NewLinker(0)
		began := cpu()
		first := l.Link(rs[:n], nil, corrections.Found{})
		b.ReportMetric(ms(began)/float64(n), "link-ms/article")
		b.ReportMetric((heap()-read)/float64(n), "link-B/article")
		b.Logf("%d stories, %d statements, %d actors, %d events", len(first.Stories), len(first.Statements), len(first.Actors), len(first.Events))
		largest := 0
		for i := range first.Stories {
			largest = max(largest, len(first.Stories[i].Readings))
		}
		b.Logf("the largest story has %d articles", largest)
		var adding, briefing float64
		var updating []float64
		for range updates {
			runtime.GC()
			began, order := cpu(), slices.Clone(l.order)
			for _, r := range rs[len(order) : len(order)+more] {
				order = append(order, l.put(r))
			}
			adding += ms(began)
			l.update(order, corrections.Found{}, &news.Briefing{})
			updating = append(updating, ms(began))
			runtime.GC()
			began = cpu()
			if after := l.Link(rs[:len(order)], nil, corrections.Found{}); len(after.Readings) != len(order) {
				b.Errorf("%d articles", len(after.Readings))
			}
			briefing += ms(began)
		}
		b.ReportMetric(adding/updates/more, "add-ms/article")
		slices.Sort(updating)
		b.ReportMetric(updating[updates/2], "update-ms")
		b.ReportMetric(updating[updates-1], "dearest-ms")
		b.ReportMetric(briefing/updates, "brief-ms")
		runtime.KeepAlive(first)
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.Sys)/1e6, "peak-MB")
}

// ms is the time computed since a moment of [cpu], in milliseconds.
func ms(began time.Duration) float64 { return float64((cpu() - began).Microseconds()) / 1000 }
