package load

import (
	"bytes"
	"compress/gzip"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"verbatim/corpus/news"
)

// readOne reads content under a name and returns the documents and problems.
func readOne(name string, content []byte) ([]Document, []news.Problem) {
	var docs []Document
	problems := Read(At(fstest.MapFS{name: {Data: content}}, name), func(d Document) { docs = append(docs, d) })
	return docs, problems
}

func pack(t testing.TB, content []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestCharsets(t *testing.T) {
	page := func(charset, body string) string {
		return "<html><head><meta charset=" + charset + "></head><body><p>" + body + "</p></body></html>"
	}
	cases := []struct{ what, name, raw, want string }{
		{"UTF-8", "a.txt", "“Ærø”", "“Ærø”"},
		{"byte order mark", "a.txt", "\ufeffÆrø", "Ærø"},
		{"UTF-16 little end", "a.txt", "\xff\xfeA\x00r\x00\xf8\x00", "Arø"},
		{"UTF-16 big end", "a.txt", "\xfe\xff\x00A\x00r\x00\xf8", "Arø"},
		{"UTF-16 without a mark", "a.txt", "T\x00h\x00e\x00 \x00q\x00u\x00a\x00y\x00 \x00i\x00s\x00 \x00s\x00h\x00u\x00t\x00.\x00", "The quay is shut."},
		{"windows-1252", "a.txt", "\x93\xc6r\xf8\x94 \x96 \x80", "“Ærø” – €"},
		{"mostly UTF-8", "a.txt", "ø ø ø ø ø \xff", "ø ø ø ø ø \ufffd"},
		{"NUL", "a.txt", "The quay is shut until further notice by order\x00.", "The quay is shut until further notice by order\ufffd."},
		{"line ends kept", "a.txt", "a\r\nb\rc", "a\r\nb\rc"},
		{"declared", "a.html", page("iso-8859-5", "\xbf\xe0\xd8\xd2\xd5\xe2"), "Привет\n"},
		{"seven bits, declared", "a.html", page("iso-2022-jp", "\x1b$B9A\x1b(B"), "港\n"},
		{"declared wrongly", "a.html", page("iso-8859-1", "Ærø"), "Ærø\n"},
		{"page undeclared", "a.html", "<p>\x93\xc6r\xf8\x94</p>", "“Ærø”\n"},
		{"entity of no character", "a.html", "<p>a&#0;b&#xd800;c</p>", "a\ufffdb\ufffdc\n"},
	}
	for _, c := range cases {
		docs, problems := readOne(c.name, []byte(c.raw))
		if len(docs) != 1 || len(problems) > 0 {
			t.Errorf("%s: %d documents, problems %v", c.what, len(docs), problems)
		} else if docs[0].Text != c.want {
			t.Errorf("%s: got %q, want %q", c.what, docs[0].Text, c.want)
		}
	}
}

func TestNotArticles(t *testing.T) {
	cases := []struct{ name, raw, want string }{
		{"a.txt", "%PDF-1.7 …", "a PDF"},
		{"a", "\x7fELF\x02\x01", "a program"},
		{"a.txt", strings.Repeat("\x00\x01\x02ab", 50), "binary data"},
		{"a.xml", "<?xml version=\"1.0\"?><newsItem/>", "XML"},
		{"item", "<item xmlns=\"urn:x\"><body><html/></body></item>", "XML"},
		{"a.txt.gz", "\x1f\x8bnot gzip", "gzip is damaged"},
		{"a.html", strings.Repeat("<div>", 600), "nested too deeply"},
		{"a.html", "<script>x</script>", "no visible text"},
		{"a.jsonl", `{"text":"` + strings.Repeat("x", maxRow) + `"}`, "longer than 16 MB"},
		{"a.json", "", "JSON ends too early"},
	}
	for _, c := range cases {
		docs, problems := readOne(c.name, []byte(c.raw))
		if len(docs) != 0 || len(problems) != 1 || !strings.Contains(problems[0].What, c.want) {
			t.Errorf("%s: %d documents, problems %v; want %q", c.name, len(docs), problems, c.want)
		}
	}
}

func TestGzipIsReadAsIs(t *testing.T) {
	docs, problems := readOne("a.txt.gz", pack(t, []byte("The quay is shut.")))
	if len(problems) > 0 || len(docs) != 1 || docs[0].Text != "The quay is shut." || docs[0].File != "a.txt.gz" {
		t.Errorf("text: %+v %v", docs, problems)
	}
	docs, problems = readOne("rows.jsonl.gz", pack(t, []byte("{\"text\":\"a\"}\n{\"text\":\"b\"}\n")))
	if len(problems) > 0 || len(docs) != 2 || docs[1].Row != 2 {
		t.Errorf("rows: %+v %v", docs, problems)
	}
}

func TestGzipCutShort(t *testing.T) {
	whole := pack(t, []byte(strings.Repeat(`{"text":"one more row of the file"}`+"\n", 9000)))
	docs, problems := readOne("rows.jsonl.gz", whole[:len(whole)-40])
	if len(docs) < 1000 || len(problems) != 1 || !strings.Contains(problems[0].What, "gzip is damaged") {
		t.Errorf("%d documents, problems %v", len(docs), problems)
	}
}

func TestGzipBomb(t *testing.T) {
	if testing.Short() {
		t.Skip("expands 64 MB")
	}
	bomb := pack(t, make([]byte, maxText+1<<20))
	docs, problems := readOne("a.txt.gz", bomb)
	if len(docs) != 0 || len(problems) != 1 || !strings.Contains(problems[0].What, "beyond all proportion") {
		t.Errorf("%d documents, problems %v", len(docs), problems)
	}
}

func TestBadRowsDoNotFlood(t *testing.T) {
	_, problems := readOne("a.jsonl", []byte(strings.Repeat("{\n", 500)))
	if len(problems) != maxProblems+1 || problems[maxProblems].What != "480 more rows could not be read" {
		t.Errorf("%d problems, last %v", len(problems), problems[len(problems)-1])
	}
}

func TestMissingFileIsAProblem(t *testing.T) {
	problems := Read(At(fstest.MapFS{}, "gone.txt"), func(Document) { t.Error("a document from nowhere") })
	if len(problems) != 1 || problems[0].File != "gone.txt" || strings.Contains(problems[0].What, "gone.txt") {
		t.Errorf("%v", problems)
	}
}

func TestKeys(t *testing.T) {
	fsys := fstest.MapFS{"a.txt": {Data: []byte("one")}, "b.txt": {Data: []byte("one")}, "c.txt": {Data: []byte("two")}}
	key := func(name string) string {
		k, err := At(fsys, name).Key()
		if err != nil || len(k) != 64 {
			t.Fatalf("%s: %q %v", name, k, err)
		}
		return k
	}
	if key("a.txt") != key("b.txt") || key("a.txt") == key("c.txt") {
		t.Error("the key of a file is not that of its bytes")
	}
	if _, err := At(fsys, "gone.txt").Key(); err == nil {
		t.Error("a key of no file")
	}
	a := Document{Text: "one", Headline: news.Field{Value: "x"}}
	b, c := a, a
	b.File, b.Row = "other", 7
	c.Headline.Value = ""
	if a.Key() != b.Key() || a.Key() == c.Key() {
		t.Error("the key of a document is not that of what it says")
	}
}

func TestWalk(t *testing.T) {
	dir := t.TempDir()
	for _, f := range []string{"b/2.txt", "b/1.md", "a.html", ".hidden.txt", ".git/x.txt", "pic.png", "notes.pdf", "noext"} {
		p := filepath.Join(dir, filepath.FromSlash(f))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	inputs, problems, err := Walk([]string{dir, filepath.Join(dir, "b", "2.txt")})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, in := range inputs {
		got = append(got, strings.TrimPrefix(in.File, filepath.ToSlash(dir)+"/"))
	}
	if want := "a.html b/1.md b/2.txt noext"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
	if len(problems) != 2 || !strings.Contains(problems[0].What, "a PDF (.pdf)") || !strings.Contains(problems[1].What, "an image (.png)") {
		t.Errorf("problems %v", problems)
	}
	if _, _, err := Walk([]string{filepath.Join(dir, "gone")}); err == nil || !strings.Contains(err.Error(), "gone: no such file") {
		t.Errorf("a path that is not there: %v", err)
	}
}

func TestWalkLinks(t *testing.T) {
	dir, elsewhere := t.TempDir(), filepath.Join(t.TempDir(), "b.txt")
	for _, f := range []string{filepath.Join(dir, "a.txt"), elsewhere} {
		if err := os.WriteFile(f, []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, to := range map[string]string{"loop": dir, "link.txt": elsewhere, "dead.txt": filepath.Join(dir, "gone")} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	inputs, problems, err := Walk([]string{dir})
	if err != nil || len(inputs) != 2 || len(problems) != 1 || !strings.Contains(problems[0].What, "leads nowhere") {
		t.Errorf("%v %v %v", inputs, problems, err)
	}
	inputs, _, err = Walk([]string{filepath.Join(dir, "loop")})
	if err != nil || len(inputs) != 2 {
		t.Errorf("a link to a folder, named by the user: %v %v", inputs, err)
	}
}

func TestWalkListsAFileOnce(t *testing.T) {
	dir := t.TempDir()
	sub := filepath.Join(dir, "desk")
	if err := os.Mkdir(sub, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(sub, "a.txt"), []byte("a"), 0o644); err != nil {
		t.Fatal(err)
	}
	paths := []string{dir, sub, filepath.Join(sub, "a.txt"), filepath.Join(sub, "..", "desk")}
	if err := os.Symlink(filepath.Join(sub, "a.txt"), filepath.Join(dir, "link.txt")); err == nil {
		if err := os.Symlink(sub, filepath.Join(dir, "loop")); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, filepath.Join(dir, "link.txt"), filepath.Join(dir, "loop"))
	}
	t.Chdir(sub)
	paths = append(paths, ".", "a.txt", "../desk/a.txt")
	for i := range paths {
		turned := append(append([]string{}, paths[i:]...), paths[:i]...)
		inputs, problems, err := Walk(turned)
		if err != nil || len(inputs) != 1 || len(problems) != 0 {
			t.Errorf("%v: %v, problems %v, %v", turned, inputs, problems, err)
		} else if inputs[0].Size != 1 {
			t.Errorf("a file of 1 byte has size %d", inputs[0].Size)
		}
	}
}

func TestWatchedFiles(t *testing.T) {
	row := []byte(`{"text":"The quay at Port Hale is shut until further notice."}` + "\n")
	fsys := fstest.MapFS{"a.jsonl": {Data: bytes.Repeat(row, 5000)}}
	stop, read, docs := errors.New("stop here"), 0, 0
	watch := func(most int) func(int) error {
		read, docs = 0, 0
		return func(n int) error {
			if read += n; read > most {
				return stop
			}
			return nil
		}
	}
	whole := len(fsys["a.jsonl"].Data)
	problems := Read(At(fsys, "a.jsonl").Watched(watch(whole)), func(Document) { docs++ })
	if read != whole || docs != 5000 || len(problems) > 0 {
		t.Errorf("%d bytes of %d, %d documents, %v", read, whole, docs, problems)
	}
	problems = Read(At(fsys, "a.jsonl").Watched(watch(whole/4)), func(Document) { docs++ })
	if docs == 0 || docs > 3000 || len(problems) != 1 || problems[0].What != stop.Error() {
		t.Errorf("stopped after a quarter: %d documents, %v", docs, problems)
	}
}

func TestWalkFS(t *testing.T) {
	fsys := fstest.MapFS{"b/x.txt": {}, "a.txt": {}, ".keep": {}}
	inputs, problems, err := WalkFS(fsys)
	if err != nil || len(problems) > 0 || len(inputs) != 2 || inputs[0].File != "a.txt" || inputs[1].File != "b/x.txt" {
		t.Errorf("%v %v %v", inputs, problems, err)
	}
}

func TestScanDay(t *testing.T) {
	cases := []struct{ in, want, rest string }{
		{"2031-03-04T09:30:00Z", "2031-03-04", "T09:30:00Z"},
		{"2031/3/4 x", "2031-03-04", " x"},
		{"20310304", "2031-03-04", ""},
		{"March 4, 2031 at noon", "2031-03-04", " at noon"},
		{"Tues., Mar. 4th 2031", "2031-03-04", ""},
		{"Tuesday, 4 March 2031", "2031-03-04", ""},
		{"4th of March, 2031.", "2031-03-04", "."},
		{"04-Mar-2031", "2031-03-04", ""},
		{"Sept 9 (ANP)", "0-09-09", " (ANP)"},
		{"May 4, 10 people", "0-05-04", ", 10 people"},
		{"Mar 4, 2031,500 boats", "0-03-04", ", 2031,500 boats"},
		{"4.3.2031 x", "2031-03-04", " x"},
		{"4.3.20311", "", "4.3.20311"},
		{"4.3", "", "4.3"},
		{"Feb 29", "0-02-29", ""},
		{"Feb 30", "", "Feb 30"},
		{"2031-02-29", "", "2031-02-29"},
		{"2031-03-045", "", "2031-03-045"},
		{"Marching 4", "", "Marching 4"},
		{"March", "", "March"},
		{"4 boats", "", "4 boats"},
		{"12:30", "", "12:30"},
		{"", "", ""},
	}
	for _, c := range cases {
		d, n := ScanDay(c.in)
		got := ""
		if n > 0 {
			got = d.String()
			if d.Year == 0 {
				got = "0-" + d.String()[5:]
			}
		}
		if got != c.want || c.in[n:] != c.rest {
			t.Errorf("ScanDay(%q) = %q, rest %q; want %q, %q", c.in, got, c.in[n:], c.want, c.rest)
		}
	}
}

func TestSplitNames(t *testing.T) {
	cases := []struct{ in, want string }{
		{"By Ida Holm and Jon Dell", "Ida Holm|Jon Dell"},
		{"Ida Holm, Jon Dell, and Pia Roe", "Ida Holm|Jon Dell|Pia Roe"},
		{"by: Ida Holm & Jon Dell; Pia Roe", "Ida Holm|Jon Dell|Pia Roe"},
		{"Sandy Land", "Sandy Land"},
		{" , ", ""},
	}
	for _, c := range cases {
		var got []string
		for _, s := range SplitNames(c.in) {
			got = append(got, s.In(c.in))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("SplitNames(%q) = %v, want %s", c.in, got, c.want)
		}
	}
}

// check reports what is wrong with a document, empty if nothing is.
func check(d Document) string {
	if !utf8.ValidString(d.Text) || strings.IndexByte(d.Text, 0) >= 0 {
		return "text is not clean UTF-8"
	}
	end := 0
	for _, b := range d.Blocks {
		if b.Start < end || b.Empty() || !b.Fits(d.Text) || b.Span != b.Trim(d.Text) {
			return "blocks overlap, are out of order, empty or not trimmed"
		}
		if !utf8.ValidString(b.In(d.Text)) {
			return "a block cuts a character"
		}
		end = b.End
	}
	for _, f := range append([]news.Field{d.Outlet, d.Agency, d.Headline, d.URL}, d.Byline...) {
		if !f.At.Fits(d.Text) || !utf8.ValidString(f.Value) || !utf8.ValidString(f.At.In(d.Text)) {
			return "a field is out of the text or no UTF-8: " + f.Value
		}
	}
	if !d.Published.At.Fits(d.Text) {
		return "the date is out of the text"
	}
	return ""
}

// Values in values must not be read again at every level.
func TestDeepNestingIsQuick(t *testing.T) {
	deep := strings.Repeat("[", 9000) + strings.Repeat("]", 9000)
	nested := strings.Repeat(`{"name":`, 9000) + `1` + strings.Repeat("}", 9000)
	rows := strings.Repeat(`{"text":"a","outlet":`+deep+`,"authors":`+nested+"}\n", 20)
	docs, problems := readOne("a.jsonl", []byte(rows))
	if len(docs) != 20 || docs[0].Outlet.Value != "" {
		t.Errorf("%d documents, problems %v", len(docs), problems)
	}
	page := strings.Repeat(`<script type="application/ld+json">`+deep+`</script>`, 50) + "<p>Words.</p>"
	if docs, problems := readOne("a.html", []byte(page)); len(docs) != 1 {
		t.Errorf("page: %v", problems)
	}
}
