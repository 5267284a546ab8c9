package link

import (
	"slices"
	"testing"

	"verbatim/corpus/news"
)

// TestEventPlaces gives two outlets' words for one happening, and the places
// they are seen to disagree on, if any.
func TestEventPlaces(t *testing.T) {
	for _, c := range []struct {
		name, one, two string
		want           []string
	}{
		{
			"01 two capitals", "Mara Venn met Orrin Tarn in Oslo on March 3 to end the strike.",
			"Mara Venn met Orrin Tarn in Stockholm on March 3 about the strike.", []string{"Gull Oslo", "Courier Stockholm"},
		},
		{
			"02 two cities with their country behind them", "Mara Venn met Orrin Tarn in Halden, Norway, on March 3 to end the strike.",
			"Mara Venn met Orrin Tarn in Bergen, Norway, on March 3 about the strike.", []string{"Gull Halden", "Courier Bergen"},
		},
		{
			"03 a city and its country", "Mara Venn met Orrin Tarn in Oslo on March 3 to end the strike.",
			"Mara Venn met Orrin Tarn in Norway on March 3 about the strike.", nil,
		},
		{
			"04 a city and a place that nothing shows to be one", "Mara Venn met Orrin Tarn in Oslo on March 3 to end the strike.",
			"Mara Venn met Orrin Tarn in Frogner on March 3 about the strike.", nil,
		},
		{
			"05 an article that speaks of both", "Mara Venn met Orrin Tarn in Oslo on March 3 to end the strike.",
			"Mara Venn met Orrin Tarn in Stockholm on March 3 about the strike. The two had left Oslo at dawn.", nil,
		},
		{
			"06 two spellings", "Mara Venn met Orrin Tarn in Kyiv on March 3 to end the strike.",
			"Mara Venn met Orrin Tarn in Kiev on March 3 about the strike.", nil,
		},
		{
			"07 by telephone", "Mara Venn phoned Orrin Tarn in Oslo on March 3 to end the strike.",
			"Mara Venn phoned Orrin Tarn in Stockholm on March 3 about the strike.", nil,
		},
		{
			"08 two meetings on one day", "Mara Venn met Orrin Tarn in Oslo on March 3 to end the strike.",
			"Mara Venn met Lise Holm in Stockholm on March 3 about the ferries.", nil,
		},
		{
			"09 the place of another", "Mara Venn met Orrin Tarn, who was born in Oslo, on March 3 to end the strike.",
			"Mara Venn met Orrin Tarn in Stockholm on March 3 about the strike.", nil,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			rs, _, es := linkEvents(t, told{"Gull", "2031-03-05", c.one}, told{"Courier", "2031-03-05", c.two})
			var got []string
			for _, e := range es {
				for _, k := range e.Conflicts {
					got = append(got, placesOf(rs, k)...)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q of %+v", got, c.want, es)
			}
		})
	}
}

// placesOf lists the claims of a conflict of place: "Gull Oslo".
func placesOf(rs []news.Reading, k news.Conflict) []string {
	if k.Field != "place" {
		return nil
	}
	var out []string
	for _, c := range k.Claims {
		if r := rs[c.At.Reading].Reports[c.At.Item]; r.Place == c.Value {
			out = append(out, c.Outlet+" "+c.Value)
		}
	}
	return out
}

func TestTownsOfDatelines(t *testing.T) {
	rs := make([]news.Reading, 3)
	rs[0].Article.Dateline.Value = "HALDEN/OSLO, March 5 (Fjord)"
	rs[1].Article.Dateline.Value = "PORT HAVEN"
	rs[2].Article.Dateline.Value = "BERGEN, March 5"
	b := townsOf(rs, []int{0, 1})
	for place, want := range map[string]bool{"halden": true, "oslo": true, "port haven": true, "bergen": false} {
		if b[place] != want {
			t.Errorf("%s: %v, want %v", place, b[place], want)
		}
	}
}
