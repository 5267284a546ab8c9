package news

import "strconv"

// QuoteID names the quote at index i of the article's reading: the article's
// ID, ".q" and the quote's number counted from one.
func QuoteID(a *Article, i int) string { return a.ID + ".q" + strconv.Itoa(i+1) }
