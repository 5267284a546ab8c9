package index

import (
	"fmt"
	"strconv"
	"strings"

	"verbatim/corpus/news"
)

// QueryError says what is wrong with a query, in words for its writer.
type QueryError struct {
	Offset int // byte of the query where the trouble begins
	What   string
}

// Error returns the words alone.
func (e *QueryError) Error() string { return e.What }

// A field is one a query can name; the empty field stands for the words of
// headline, body and quotes.
type field string

const (
	anywhere      field = ""
	fieldBody     field = "body"
	fieldHeadline field = "headline"
	fieldOutlet   field = "outlet"
	fieldAgency   field = "agency"
	fieldDate     field = "date"
	fieldActor    field = "actor"
	fieldSpeaker  field = "speaker"
	fieldQuote    field = "quote"
	fieldKind     field = "kind"
	fieldRelation field = "relation"
)

var queryFields = []field{fieldBody, fieldHeadline, fieldOutlet, fieldAgency, fieldDate, fieldActor,
	fieldSpeaker, fieldQuote, fieldKind, fieldRelation}

var kindValues = []string{string(news.Direct), string(news.Partial), string(news.Indirect)}

var relationValues = []string{string(news.Verbatim), string(news.Styled), string(news.Trimmed), string(news.Edited),
	string(news.Altered), string(news.Merged), string(news.Paraphrase)}

// manner is how the text of a leaf is compared.
type manner uint8

const (
	byWord   manner = iota // any form of one word
	byPhrase               // these words in this order
	byPrefix               // words that begin so
	byGlob                 // words of this shape, * for any letters
	byFuzzy                // words some letters away
	byValue                // one of a fixed set of values
)

// node is a part of a parsed query. Its String is for tests and logs.
type node interface{ String() string }

type (
	andNode []node
	orNode  []node
	notNode struct{ n node }
	// leaf is one thing looked for.
	leaf struct {
		in    field
		how   manner
		words []string // folded; one unless how is byPhrase or byValue
		edits int      // of byFuzzy, 1 or 2
		open  bool     // a phrase whose closing mark is still to be typed
		at    int      // byte of the query where it begins
	}
	// dates is the days from and to, both included; the zero date is open.
	dates struct{ from, to news.Date }
)

func (n andNode) String() string { return list("and", n) }
func (n orNode) String() string  { return list("or", n) }
func (n notNode) String() string { return "(not " + n.n.String() + ")" }
func (n dates) String() string   { return "date:" + n.from.String() + ".." + n.to.String() }

func (l leaf) String() string {
	prefix, end := "", ""
	if l.in != anywhere {
		prefix = string(l.in) + ":"
	}
	if l.open {
		end = "…"
	}
	switch l.how {
	case byPhrase:
		if !l.open {
			end = `"`
		}
		return prefix + `"` + strings.Join(l.words, " ") + end
	case byPrefix:
		return prefix + l.words[0] + "*"
	case byFuzzy:
		return prefix + l.words[0] + "~" + strconv.Itoa(l.edits)
	}
	return prefix + strings.Join(l.words, "|") + end
}

func list(op string, ns []node) string {
	parts := make([]string, len(ns))
	for i, n := range ns {
		parts[i] = n.String()
	}
	return fmt.Sprintf("(%s %s)", op, strings.Join(parts, " "))
}

// join returns the nodes under one; nil for none, the node itself for one.
func join(ns []node) node {
	switch len(ns) {
	case 0:
		return nil
	case 1:
		return ns[0]
	}
	return andNode(ns)
}
