package link

import (
	"verbatim/corpus/annotate"
	"verbatim/corpus/news"
)

// meetShort merges the organisations of one story that one outlet calls by a
// shorter name: a ministry without its country where the story has one such
// ministry only, a company by its first word, a campaign as a team.
func (c *crew) meetShort(keys map[string]*persona, ps []*persona) {
	longer := map[string]*persona{} // nil where several are called so
	for _, p := range ps {
		if p.kind != news.Organisation || p.into != nil {
			continue
		}
		for _, k := range c.shortKeys(p) {
			if q, ok := longer[k]; ok && q != p {
				longer[k] = nil
				continue
			}
			longer[k] = p
		}
	}
	for _, p := range ps {
		if p.kind != news.Organisation || p.into != nil {
			continue
		}
		name := c.nameOf(p)
		q := longer[annotate.BodyKey(name)]
		if k := annotate.CampaignKey(name); k != "" && q == nil {
			q = keys[k].last()
		}
		if q = q.last(); q != nil && q != p && q.kind == news.Organisation {
			merge(q, p)
		}
	}
}

// shortKeys returns the keys of the shorter names that an organisation may go
// by, each once.
func (c *crew) shortKeys(p *persona) []string {
	var out []string
	for _, r := range p.refs {
		if !c.isNamed(p, r) {
			continue
		}
		for _, k := range []string{annotate.HomeKey(c.entity(r).Name), annotate.ShortKey(c.entity(r).Name)} {
			if k != "" {
				out = append(out, k)
			}
		}
	}
	return sorted(out)
}
