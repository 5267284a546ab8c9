package load

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"verbatim/corpus/news"
)

// metaKeys are the names of meta tags that give each fact, surest first.
var metaKeys = []struct {
	key   string // as for fill
	names []string
}{
	{"outlet", []string{"og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher", "publisher", "application-name", "cre"}},
	{"headline", []string{"og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title", "hdl", "title"}},
	{"author", []string{"author", "citation_author", "dc.creator", "dcterms.creator", "article:author", "parsely-author", "sailthru.author", "byl"}},
	{"published", []string{
		"article:published_time", "og:article:published_time", "og:published_time", "datepublished", "citation_publication_date",
		"citation_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "parsely-pub-date",
		"sailthru.date", "publication_date", "publish-date", "publishdate", "pubdate", "pdate", "ptime", "date",
	}},
	{"url", []string{"og:url", "citation_public_url", "twitter:url"}},
}

// metadata fills in what the page declares of itself, JSON-LD first.
func metadata(d *Document, doc *html.Node) {
	h := &headReader{tags: map[string][]string{}}
	h.node(doc)
	linkedData(d, h.scripts)
	if h.canonical != "" {
		fill(d, entry{key: "url", value: h.canonical}, news.FromMeta)
	}
	for _, k := range metaKeys {
		if k.key == "author" && len(d.Byline) > 0 {
			continue
		}
		for _, name := range k.names {
			if k.key == "headline" && d.Headline.Value == "" {
				h.plainTitles(name, d.Outlet.Value)
			}
			if fillAll(d, k.key, h.tags[name]) {
				break
			}
		}
	}
	d.Byline = slices.DeleteFunc(d.Byline, func(f news.Field) bool { return strings.EqualFold(f.Value, d.Outlet.Value) })
	if d.Headline.Value == "" {
		fill(d, entry{key: "headline", value: withoutSite(h.title, d.Outlet.Value)}, news.FromMeta)
	}
	if d.Published.Date.IsZero() && h.time != "" {
		fill(d, entry{key: "published", value: h.time}, news.FromMeta)
	}
}

// fillAll fills in the values of one meta tag; it reports whether any did.
func fillAll(d *Document, key string, values []string) bool {
	done := false
	for _, v := range values {
		if v = clean(v); v == "" || key == "author" && !isName(v) {
			continue
		}
		fill(d, entry{key: key, value: v}, news.FromMeta)
		done = key != "published" || !d.Published.Date.IsZero()
		if key != "author" && done {
			return true
		}
	}
	return done
}

// isName reports whether an author field holds a name and not an address.
func isName(s string) bool {
	return !strings.Contains(s, "://") && !strings.Contains(s, "www.") && !strings.ContainsAny(s, "@{}<>") && len(s) < 200
}

// clean decodes entities a second time (feeds write them doubly) and
// collapses white space.
func clean(s string) string {
	return strings.Join(strings.Fields(sanitise(html.UnescapeString(s))), " ")
}

// plainTitles takes the site's name off the values of a meta tag.
func (h *headReader) plainTitles(name, site string) {
	for i, v := range h.tags[name] {
		if strings.Contains(v, " | ") || strings.HasSuffix(v, site) {
			h.tags[name][i] = withoutSite(v, site)
		}
	}
}

// withoutSite takes the site's name off a page title: "Words - Site".
func withoutSite(title, site string) string {
	title = clean(title)
	for {
		i := siteAt(title, site)
		if i <= 0 {
			return title
		}
		title = title[:i]
	}
}

// siteAt returns the offset of the sign before the site's name at the end of
// a page title, 0 if there is none.
func siteAt(title, site string) int {
	for _, sep := range []string{" | ", " :: ", " - ", " – ", " — "} {
		i := strings.LastIndex(title, sep)
		if i <= 0 {
			continue
		}
		tail := title[i+len(sep):]
		if strings.EqualFold(tail, site) || (sep == " | " || sep == " :: ") && len(tail) < i/2 || site == "" && len(tail) < i/3 {
			return i
		}
	}
	return 0
}

// headReader gathers what a page says of itself.
type headReader struct {
	tags      map[string][]string // meta tags by lower-case name
	scripts   []string            // of JSON-LD
	title     string
	canonical string
	time      string // the first machine-readable publication date of the page itself
}

func (h *headReader) node(n *html.Node) {
	switch n.DataAtom {
	case atom.Meta:
		h.meta(n)
	case atom.Script:
		if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") && n.FirstChild != nil {
			h.scripts = append(h.scripts, n.FirstChild.Data)
		}
	case atom.Title:
		if h.title == "" && n.FirstChild != nil && n.Namespace == "" {
			h.title = n.FirstChild.Data
		}
	case atom.Link:
		if attr(n, "rel") == "canonical" && h.canonical == "" {
			h.canonical = attr(n, "href")
		}
	case atom.Time:
		if h.time == "" && (attr(n, "itemprop") == "datePublished" || has(n, "pubdate")) {
			h.time = attr(n, "datetime")
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		h.node(c)
	}
}

func (h *headReader) meta(n *html.Node) {
	content := attr(n, "content")
	if content == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop"} {
		if v := strings.ToLower(attr(n, key)); v != "" {
			h.tags[v] = append(h.tags[v], content)
			return
		}
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}
