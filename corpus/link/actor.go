package link

import (
	"strconv"

	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// actors merges the entities that bear the same name within a story.
func actors(rs []news.Reading, story []int) []news.Actor {
	type key struct {
		story int
		name  string
	}
	var out []news.Actor
	at := map[key]int{}
	for r := range rs {
		for e, ent := range rs[r].Entities {
			k := key{story[r], text.Fold(ent.Name)}
			i, seen := at[k]
			if !seen || ent.Anonymous {
				i = len(out)
				out = append(out, news.Actor{ID: "p" + strconv.Itoa(i+1), Name: ent.Name, Kind: ent.Kind, Anonymous: ent.Anonymous})
			}
			if !ent.Anonymous {
				at[k] = i
			}
			out[i].Entities = append(out[i].Entities, news.Ref{Reading: r, Item: e})
			out[i].Aliases = append(out[i].Aliases, ent.Aliases...)
		}
	}
	return out
}
