package load

import (
	"bytes"
	"encoding/json"
	"strings"

	"verbatim/corpus/news"
)

// thing is a node of schema.org JSON-LD, as far as articles need it.
type thing struct {
	ID        loose  `json:"@id"`
	Type      list   `json:"@type"`
	Graph     things `json:"@graph"`
	Main      things `json:"mainEntity"`
	Name      loose  `json:"name"`
	Headline  loose  `json:"headline"`
	Published loose  `json:"datePublished"`
	URL       loose  `json:"url"`
	Author    things `json:"author"`
	Creator   things `json:"creator"`
	Publisher things `json:"publisher"`
}

// things is one node or many; a bare string is a node with that name.
type things []thing

// UnmarshalJSON reads any JSON value; what makes no node is left out.
func (t *things) UnmarshalJSON(b []byte) error {
	switch {
	case tooDeep(b):
	case b[0] == '{':
		var one thing
		if err := json.Unmarshal(b, &one); err == nil {
			*t = things{one}
		}
	case b[0] == '[':
		var raw []json.RawMessage
		if err := json.Unmarshal(b, &raw); err != nil {
			return err
		}
		for _, m := range raw {
			var some things
			if err := some.UnmarshalJSON(m); err == nil {
				*t = append(*t, some...)
			}
		}
	case b[0] == '"':
		var name loose
		if err := json.Unmarshal(b, &name); err == nil && name != "" {
			*t = things{{Name: name}}
		}
	}
	return nil
}

// linkedData fills in what the page's JSON-LD says of its article.
func linkedData(d *Document, scripts []string) {
	var all things
	for _, s := range scripts {
		var some things
		if err := json.Unmarshal(mendJSON(s), &some); err == nil {
			all = append(all, some...)
		}
	}
	names := map[loose]loose{}
	all = flatten(nil, all, names, 0)
	article := bestArticle(all)
	if article == nil {
		return
	}
	put := func(key string, v loose) {
		fill(d, entry{key: key, value: clean(string(v))}, news.FromJSONLD)
	}
	put("headline", article.Headline)
	put("published", article.Published)
	put("url", article.URL)
	for _, p := range article.Publisher {
		put("outlet", nameOf(p, names))
	}
	authors := article.Author
	if len(authors) == 0 {
		authors = article.Creator
	}
	for _, a := range authors {
		if n := nameOf(a, names); isName(string(n)) {
			put("author", n)
		}
	}
}

// flatten lists the nodes and those of their graphs, and notes the names of
// those that others refer to by id.
func flatten(out, in things, names map[loose]loose, depth int) things {
	for _, t := range in {
		if t.ID != "" && t.Name != "" {
			names[t.ID] = t.Name
		}
		out = append(out, t)
		if depth < 4 {
			out = flatten(out, t.Graph, names, depth+1)
			out = flatten(out, t.Main, names, depth+1)
		}
	}
	return out
}

func nameOf(t thing, names map[loose]loose) loose {
	if t.Name != "" {
		return t.Name
	}
	return names[t.ID]
}

// bestArticle returns the node that is an article, a page if none is.
func bestArticle(all things) *thing {
	var best *thing
	rank := 0
	for i := range all {
		if r := articleRank(&all[i]); r > rank {
			best, rank = &all[i], r
		}
	}
	return best
}

func articleRank(t *thing) int {
	rank := 0
	for _, k := range t.Type {
		k = loose(strings.TrimPrefix(strings.TrimPrefix(string(k), "http://schema.org/"), "https://schema.org/"))
		switch {
		case strings.HasSuffix(string(k), "NewsArticle"):
			rank = max(rank, 4)
		case strings.HasSuffix(string(k), "Article"), k == "LiveBlogPosting", k == "BlogPosting":
			rank = max(rank, 3)
		case k == "WebPage" && t.Headline != "":
			rank = max(rank, 1)
		}
	}
	return rank
}

// mendJSON takes off what sites wrongly put around and into JSON-LD: comment
// marks, CDATA, raw line ends in strings, a semicolon at the end.
func mendJSON(s string) []byte {
	b := []byte(strings.TrimSpace(s))
	for _, p := range []string{"<!--", "//<![CDATA[", "<![CDATA[", "/*<![CDATA[*/"} {
		b = bytes.TrimSpace(bytes.TrimPrefix(b, []byte(p)))
	}
	for _, p := range []string{"-->", "//]]>", "]]>", "/*]]>*/", ";"} {
		b = bytes.TrimSpace(bytes.TrimSuffix(b, []byte(p)))
	}
	for i, c := range b {
		if c < ' ' {
			b[i] = ' '
		}
	}
	return b
}
