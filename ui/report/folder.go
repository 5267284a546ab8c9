package report

import (
	"path/filepath"
	"slices"
	"strings"
)

// near returns the comparison with every place given from the folder that holds
// them all, and that folder. It is for people: what they named by a relative path
// stays as they named it, and the folder is empty.
func (c *Comparison) near() (*Comparison, string) {
	folder := c.folder()
	if folder == "" {
		return c, ""
	}
	from := func(where string) string { return strings.TrimPrefix(where, folder+string(filepath.Separator)) }
	out := *c
	out.Statements = slices.Clone(c.Statements)
	for i := range out.Statements {
		out.Statements[i].from(from)
	}
	out.Dated = slices.Clone(c.Dated)
	for i := range out.Dated {
		d := &out.Dated[i]
		d.Told, d.Conflicts = sourced(d.Told, from), claims(d.Conflicts, from)
	}
	return &out, folder
}

// from gives the places of a statement anew; what it shares it copies first.
func (s *Compared) from(from func(string) string) {
	s.Variants = slices.Clone(s.Variants)
	for i := range s.Variants {
		s.Variants[i].where = from(s.Variants[i].where)
	}
	s.Conflicts = claims(s.Conflicts, from)
	if s.Reused != nil {
		r := *s.Reused
		r.Where = from(r.Where)
		s.Reused = &r
	}
}

func claims(ds []Disputed, from func(string) string) []Disputed {
	out := slices.Clone(ds)
	for i := range out {
		out[i].Claims = sourced(out[i].Claims, from)
	}
	return out
}

func sourced(ss []Sourced, from func(string) string) []Sourced {
	out := slices.Clone(ss)
	for i := range out {
		out[i].Where = from(out[i].Where)
	}
	return out
}

// folder is the one that holds every article told of, empty where there is
// none but the root, or one was not named from the root.
func (c *Comparison) folder() string {
	common, first := "", true
	hold := func(place string) {
		if dir := filepath.Dir(place); first {
			common, first = dir, false
		} else {
			common = sharedFolder(common, dir)
		}
	}
	for i := range c.Statements {
		for j := range c.Statements[i].Variants {
			hold(c.Statements[i].Variants[j].File)
		}
	}
	for _, d := range c.Dated {
		for _, t := range d.Told {
			hold(t.Where)
		}
	}
	if !filepath.IsAbs(common) || filepath.Dir(common) == common {
		return ""
	}
	return common
}

// sharedFolder is the deepest folder above two, or either of them.
func sharedFolder(a, b string) string {
	const sep = string(filepath.Separator)
	for a != b && !strings.HasPrefix(b, a+sep) {
		up := filepath.Dir(a)
		if up == a {
			break
		}
		a = up
	}
	return a
}
