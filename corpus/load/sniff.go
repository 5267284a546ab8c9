package load

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// foreign lists the extensions of files that hold no article this package can
// read, by what they are. Any other unknown file is judged by its content.
var foreign = []struct{ what, exts string }{
	{"an image", ".png .jpg .jpeg .gif .webp .bmp .ico .svg .tif .tiff .avif .heic"},
	{"sound or video", ".mp3 .mp4 .m4a .wav .ogg .mov .avi .mkv .webm .flac"},
	{"an archive", ".zip .tar .tgz .bz2 .xz .7z .rar .zst"},
	{"an office document", ".doc .docx .xls .xlsx .ppt .pptx .odt .ods .rtf .epub"},
	{"a PDF", ".pdf"},
	{"a table", ".csv .tsv .parquet .sqlite .db"},
	{"a font", ".woff .woff2 .ttf .otf .eot"},
	{"program code or settings", ".css .js .mjs .ts .py .go .c .h .sh .yaml .yml .toml .ini .lock .map .so .exe .class .wasm"},
}

// foreignKind says why a file of that name is not read, empty if it is.
func foreignKind(file string) string {
	ext := extension(slash(file))
	if ext == "" {
		return ""
	}
	for _, f := range foreign {
		for e := range strings.FieldsSeq(f.exts) {
			if e == ext {
				return fmt.Sprintf("%s (%s): not a format that is read", f.what, ext)
			}
		}
	}
	return ""
}

// magics are the first bytes of common files that are no text.
var magics = []struct{ prefix, what string }{
	{"%PDF-", "a PDF"},
	{"PK\x03\x04", "a zip archive or office document"},
	{"\x89PNG", "an image"},
	{"\xff\xd8\xff", "an image"},
	{"GIF8", "an image"},
	{"\x7fELF", "a program"},
	{"SQLite format 3", "a database"},
	{"\xd0\xcf\x11\xe0", "an old office document"},
	{"{\\rtf", "an RTF document"},
}

// unreadable says why raw is no text that this package reads, empty if it is.
func unreadable(ext string, raw []byte) string {
	if what := binaryKind(raw); what != "" {
		return what
	}
	if !isPageName(ext) && isXML(beginning(raw)) {
		return "XML that is no web page: not a format that is read"
	}
	return ""
}

// beginning returns the first bytes of raw in lower case.
func beginning(raw []byte) string {
	return strings.ToLower(string(bytes.TrimSpace(trimBOM(raw[:min(len(raw), 1024)]))))
}

func isPageName(ext string) bool { return ext == ".html" || ext == ".htm" || ext == ".xhtml" }

// binaryKind says why raw is no text, empty if it is.
func binaryKind(raw []byte) string {
	for _, m := range magics {
		if bytes.HasPrefix(raw, []byte(m.prefix)) {
			return m.what + ": not a format that is read"
		}
	}
	head := raw[:min(len(raw), 8192)]
	if wide(head) != "" {
		return ""
	}
	odd := 0
	for _, c := range head {
		if c < ' ' && !bytes.Contains([]byte("\t\n\v\f\r\b\x1b"), []byte{c}) {
			odd++
		}
	}
	if odd*20 > len(head) {
		return "binary data, not text"
	}
	return ""
}

// formatOf says how to read raw: by its extension, by its content where the
// extension says nothing.
func formatOf(ext string, raw []byte) string {
	head := beginning(raw)
	switch {
	case ext == ".md" || ext == ".markdown":
		return Markdown
	case isPageName(ext) || isHTML(head):
		return HTML
	case ext == ".txt" || ext == ".text":
		return Text
	case strings.HasPrefix(head, `{"`):
		return JSONL
	}
	return Text
}

// isXML reports whether a file's beginning, in lower case, is that of XML
// other than a page.
func isXML(head string) bool {
	if !strings.HasPrefix(head, "<?xml") && !(strings.HasPrefix(head, "<") && strings.Contains(head, "xmlns")) {
		return false
	}
	root := rootElement(head)
	return root != "" && root != "html"
}

// rootElement returns the name of the first element in head.
func rootElement(head string) string {
	for {
		i := strings.IndexByte(head, '<')
		if i < 0 || i+1 >= len(head) {
			return ""
		}
		head = head[i+1:]
		if isLetter(head[0]) {
			return head[:strings.IndexFunc(head+" ", func(r rune) bool { return r <= ' ' || r == '>' || r == '/' })]
		}
	}
}

// isHTML reports whether a file's beginning, in lower case, is that of a page.
func isHTML(head string) bool {
	if strings.HasPrefix(head, "<?xml") {
		return rootElement(head) == "html"
	}
	for _, p := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if strings.HasPrefix(head, p) {
			return true
		}
	}
	return strings.HasPrefix(head, "<!--") && strings.Contains(head, "<html")
}

func trimBOM(b []byte) []byte { return bytes.TrimPrefix(b, []byte("\ufeff")) }

// wide names the encoding of text in units of two bytes, empty if it is not.
func wide(head []byte) string {
	switch {
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}):
		return "utf-16le"
	case bytes.HasPrefix(head, []byte{0xfe, 0xff}):
		return "utf-16be"
	case len(head) < 16 || utf8.Valid(head) && bytes.IndexByte(head, 0) < 0:
		return ""
	}
	var nul [2]int
	for i, c := range head {
		if c == 0 {
			nul[i&1]++
		}
	}
	half := len(head) / 2
	switch {
	case nul[1]*5 > half*4 && nul[0]*20 < half:
		return "utf-16le"
	case nul[0]*5 > half*4 && nul[1]*20 < half:
		return "utf-16be"
	}
	return ""
}
