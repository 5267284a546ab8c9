package link

import (
	"slices"
	"strings"
	"testing"

	"verbatim/corpus/annotate"
	"verbatim/corpus/news"
	"verbatim/corpus/text"
)

// told is an invented article: its outlet, the day it was published ("" for
// none) and its text, a paragraph a line.
type told struct{ outlet, day, body string }

// linkEvents reads the articles and links them as one story.
func linkEvents(t testing.TB, ts ...told) ([]news.Reading, []news.Actor, []news.Event) {
	t.Helper()
	rs := make([]news.Reading, len(ts))
	st := news.Story{}
	for i, a := range ts {
		rs[i] = readTold(t, a)
		st.Readings = append(st.Readings, i)
	}
	story := make([]int, len(rs))
	rs = redated(rs, []news.Story{st})
	people := actors(rs, story)
	return rs, people, events(rs, story, people, stemmer{}, nil)
}

func readTold(t testing.TB, a told) news.Reading {
	t.Helper()
	art := news.Article{ID: "a" + a.outlet, File: a.outlet, Text: a.body, Outlet: news.Field{Value: a.outlet, Origin: news.FromFrontMatter}}
	if a.day != "" {
		d, err := news.ParseDate(a.day)
		if err != nil {
			t.Fatal(err)
		}
		art.Published = news.DateField{Date: d, Origin: news.FromFrontMatter}
	}
	at := 0
	for line := range strings.Lines(a.body) {
		s := (text.Span{Start: at, End: at + len(line)}).Trim(a.body)
		art.Blocks = append(art.Blocks, news.Block{Span: s, Kind: news.Body})
		at += len(line)
	}
	r, err := annotate.Read(art)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// days lists an event's days by outlet, in order: "Gull 2031-03-03".
func days(rs []news.Reading, e news.Event) []string {
	var out []string
	for _, r := range e.Reports {
		d := rs[r.Reading].Reports[r.Item]
		out = append(out, rs[r.Reading].Article.OutletName()+" "+d.Exact.Show(d.Date))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// with returns the event whose days are those given, and whether there is one.
func with(rs []news.Reading, es []news.Event, want ...string) (news.Event, bool) {
	for _, e := range es {
		if slices.Equal(days(rs, e), want) {
			return e, true
		}
	}
	return news.Event{}, false
}

var (
	gull = told{"Gull", "2031-03-05", "Harbour Minister Mara Venn met the union leader Orrin Tarn in Oslo on March 3 to end the long strike of the dockers.\n" +
		"The meeting lasted five hours, and Venn said that Tarn wanted a deal."}
	courier = told{"Courier", "2031-03-05", "Mara Venn, the harbour minister, met Orrin Tarn, who leads the dockers' union, in Oslo on Tuesday.\n" +
		"They talked for five hours about the strike."}
)

func TestEventShowsTwoDaysForOneMeeting(t *testing.T) {
	rs, people, es := linkEvents(t, gull, courier)
	e, ok := with(rs, es, "Courier 2031-03-04", "Gull 2031-03-03")
	if !ok {
		t.Fatalf("the meeting is not one event: %+v", es)
	}
	if len(e.Conflicts) != 1 || e.Conflicts[0].Field != "date" || len(e.Conflicts[0].Claims) != 2 {
		t.Fatalf("conflicts %+v", e.Conflicts)
	}
	for _, c := range e.Conflicts[0].Claims {
		if c.Outlet != rs[c.At.Reading].Article.OutletName() || rs[c.At.Reading].Reports[c.At.Item].Date.String() != c.Value {
			t.Errorf("claim %+v does not point at its report", c)
		}
	}
	if e.Place != "Oslo" || e.Modality != news.Happened {
		t.Errorf("place %q, %s", e.Place, e.Modality)
	}
	var names []string
	for _, a := range e.Actors {
		names = append(names, people[a].Name)
	}
	if !slices.Contains(names, "Mara Venn") || !slices.Contains(names, "Orrin Tarn") {
		t.Errorf("actors %v", names)
	}
}

func TestEventKeepsTwoMeetingsApart(t *testing.T) {
	other := told{"Tern", "2031-03-05", "Mara Venn met the shipowner Lise Holm in Halden on March 4.\nHolm wants the strike to end."}
	rs, _, es := linkEvents(t, gull, other)
	for _, e := range es {
		if len(days(rs, e)) > 1 {
			t.Errorf("%q joins %v", e.Name, days(rs, e))
		}
		if len(e.Conflicts) > 0 {
			t.Errorf("%q is disputed", e.Name)
		}
	}
}

func TestEventKeepsAPlannedMeetingApart(t *testing.T) {
	next := told{"Tern", "2031-03-05", "Mara Venn will meet Orrin Tarn in Oslo on March 7 to end the long strike of the dockers."}
	rs, _, es := linkEvents(t, gull, next)
	if _, ok := with(rs, es, "Gull 2031-03-03"); !ok {
		t.Error("the past meeting is not alone")
	}
	if e, ok := with(rs, es, "Tern 2031-03-07"); !ok || e.Modality != news.Planned {
		t.Error("the planned meeting is not alone, or not planned")
	}
}

// TestEventDaysInDispute gives what two outlets tell, with the days they came
// out on, and whether they are seen to disagree on the day.
func TestEventDaysInDispute(t *testing.T) {
	for _, c := range []struct {
		name, dayOne, one, dayTwo, two string
		want                           bool
	}{
		{
			"01 said again a day later, when the first had come out", "2031-03-05", "Orrin Tarn said on Wednesday that the gates of the port stay shut for the members of his union.",
			"2031-03-06", "Orrin Tarn said on Thursday that the gates of the port stay shut for the members of his union.", false,
		},
		{
			"02 said on two days, both out later", "2031-03-07", "Orrin Tarn said on Wednesday that the gates of the port stay shut for the members of his union.",
			"2031-03-07", "Orrin Tarn said on Thursday that the gates of the port stay shut for the members of his union.", true,
		},
		{
			"03 a speech foretold and one held", "2031-03-02", "The ministry chose Halden College as the site of the speech that Mara Venn gave on February 26.",
			"2031-03-05", "The themes that Mara Venn spoke of on Wednesday at Halden College were old.", false,
		},
		{
			"04 a meeting on two days, both out later", "2031-03-05", "Mara Venn met Orrin Tarn in Oslo on March 3 to end the long strike.",
			"2031-03-06", "Mara Venn met Orrin Tarn in Oslo on March 4 about the long strike.", true,
		},
		{
			"05 a meeting, and one after the first had come out", "2031-03-03", "Mara Venn met Orrin Tarn in Oslo on March 3 to end the long strike.",
			"2031-03-06", "Mara Venn met Orrin Tarn in Oslo on March 5 about the long strike.", false,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, es := linkEvents(t, told{"Gull", c.dayOne, c.one}, told{"Courier", c.dayTwo, c.two})
			got := slices.ContainsFunc(es, func(e news.Event) bool { return len(e.Conflicts) > 0 })
			if got != c.want {
				t.Errorf("in dispute: %v, want %v: %+v", got, c.want, es)
			}
		})
	}
}

func TestEventOfOneOutletHasOneDay(t *testing.T) {
	twice := told{"Gull", "2031-03-05", "Mara Venn met Orrin Tarn in Oslo on March 1.\nMara Venn met Orrin Tarn in Oslo again on March 3."}
	rs, _, es := linkEvents(t, twice, courier)
	for _, e := range es {
		if ds := days(rs, e); slices.Contains(ds, "Gull 2031-03-01") && slices.Contains(ds, "Gull 2031-03-03") {
			t.Errorf("%q joins %v", e.Name, ds)
		}
	}
}

func TestEventMonthIsNoDispute(t *testing.T) {
	month := told{"Tern", "2031-03-05", "Harbour Minister Mara Venn met the union leader Orrin Tarn in Oslo this month to end the long strike of the dockers."}
	_, _, es := linkEvents(t, gull, month)
	for _, e := range es {
		if len(e.Conflicts) > 0 {
			t.Errorf("%q is disputed: %+v", e.Name, e.Conflicts)
		}
	}
}

func TestArticleWithoutADayIsDatedByItsStory(t *testing.T) {
	undated := told{"Tern", "", courier.body}
	rs, _, es := linkEvents(t, gull, undated)
	r := rs[1].Reports
	if len(r) == 0 || r[0].Date.String() != "2031-03-04" || !strings.Contains(r[0].Basis, fromStory) {
		t.Fatalf("reports %+v", r)
	}
	for _, e := range es {
		if len(e.Conflicts) > 0 {
			t.Errorf("a guessed weekday disputes %q", e.Name)
		}
	}
	if alone, _, _ := linkEvents(t, undated); len(alone[0].Reports) != 0 {
		t.Errorf("without a story: %+v", alone[0].Reports)
	}
}

func TestRedatingLeavesReadingsAsTheyWere(t *testing.T) {
	rs := []news.Reading{readTold(t, gull), readTold(t, told{"Tern", "", courier.body})}
	out := redated(rs, []news.Story{{Readings: []int{0, 1}}})
	if len(rs[1].Reports) != 0 || len(out[1].Reports) == 0 {
		t.Errorf("before %d reports, after %d", len(rs[1].Reports), len(out[1].Reports))
	}
}

func TestEventNames(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{"Mara Venn met Orrin Tarn in Oslo on Monday.", "Mara Venn met Orrin Tarn in Oslo"},
		{"On Monday, Mara Venn and Orrin Tarn met in Oslo.", "Mara Venn and Orrin Tarn met in Oslo"},
		{"Mara Venn, who had led the talks, resigned on Monday after a vote.", "Mara Venn resigned"},
		{"The chief aide of Orrin Tarn resigned on Monday.", "The chief aide of Orrin Tarn resigned"},
		{"On the night of March 3, police emptied the valley of Halden.", "Police emptied the valley of Halden"},
		{"The judge gave Fjord Rail until Friday to hand over its drafts.", "The judge gave Fjord Rail until Friday to hand over its drafts"},
		{"Envoys of both sides ended the talks on Monday but agreed to meet again on March 26.", "Envoys of both sides ended the talks"},
		{"“I would rather be disliked than relegated in May,” Mara Venn said on Monday.", "Mara Venn: “I would rather be disliked than relegated in May”"},
		{"In a statement issued on Monday the company said that the wall was safe.", "The company said that the wall was safe"},
		{"The gates of the port will stay shut for all the crews as the talks drag on without an end in sight, Orrin Tarn said on Monday.", "Orrin Tarn: The gates of the port will stay shut for all the crews…"},
		{"“If the minister of the harbour keeps the gates shut again, we will go home,” Orrin Tarn said on Monday.", "Orrin Tarn: “…we will go home”"},
		{"“At long last, we have won,” Orrin Tarn said on Monday.", "Orrin Tarn: “At long last, we have won”"},
		{"The gates of the port were shut for good, a port official said on Monday.", "A port official: The gates of the port were shut for good"},
		{"The gates of the port were shut for good, Orrin Tarn said in an interview published on Monday.", "Orrin Tarn: The gates of the port were shut for good"},
		{"“That is a law that we would stop,” Orrin Tarn said on Monday.", "Orrin Tarn: “That is a law that we would stop”"},
		{"“Instead of mending the gates and paying the crews, she wants a new port,” Orrin Tarn said on Monday.", "Orrin Tarn: “Instead of mending the gates and paying the crews, she wants a new port”"},
		{"Orrin Tarn on Monday criticised members of the board.", "Orrin Tarn criticised members of the board"},
		{"“Going in to take out all of the old cranes of the port, which was what it was about, is justified,” Orrin Tarn said on Monday on Harbour Radio.", "Orrin Tarn’s remarks"},
		{"“I think the board and the crews of all the ports in the long line of ports want it,” Orrin Tarn said on Monday.", "Orrin Tarn’s remarks"},
		{"Orrin Tarn will on Friday address the dockers in Halden, his aides said.", "Orrin Tarn will address the dockers in Halden"},
	} {
		_, _, es := linkEvents(t, told{"Gull", "2031-03-05", c.body})
		if len(es) == 0 || es[0].Name != c.want {
			t.Errorf("%q: got %+v, want the name %q", c.body, es, c.want)
		}
	}
}

func TestEventsDoNotDependOnTheOrderOfReading(t *testing.T) {
	ts := []told{gull, courier, {"Tern", "2031-03-06", "Orrin Tarn resigned on Wednesday.\nMara Venn met him in Oslo on March 3."}}
	list := func(order ...int) []string {
		var in []told
		for _, i := range order {
			in = append(in, ts[i])
		}
		rs, _, es := linkEvents(t, in...)
		var out []string
		for _, e := range es {
			out = append(out, strings.Join(days(rs, e), ", "))
		}
		slices.Sort(out)
		return out
	}
	want := list(0, 1, 2)
	for _, order := range [][]int{{2, 1, 0}, {1, 0, 2}, {1, 2, 0}} {
		if got := list(order...); !slices.Equal(got, want) {
			t.Errorf("order %v: %v, want %v", order, got, want)
		}
	}
}

func BenchmarkEvents(b *testing.B) {
	var ts []told
	for range 20 {
		ts = append(ts, gull, courier)
	}
	rs := make([]news.Reading, len(ts))
	for i := range ts {
		rs[i] = readTold(b, ts[i])
	}
	story := make([]int, len(rs))
	people := actors(rs, story)
	for b.Loop() {
		events(rs, story, people, stemmer{}, nil)
	}
}

// linked is a case of two outlets whose days for one happening must be seen
// together, or kept apart.
type linked struct {
	name     string
	one, two string // texts of the Gull and of the Courier, both of 2031-03-05
	want     string // "together", "disputed" or "apart"
	days     []string
}

func TestEventsToldInOtherWords(t *testing.T) {
	for _, c := range []linked{
		{
			"a contract awarded and handed", "On Feb. 14 Fjord Rail was awarded the contract to build a bridge at Halden.",
			"On Feb. 24 his firm, Fjord Rail, was handed the 2 billion-crown contract for the bridge at Halden.", "disputed",
			[]string{"Courier 2031-02-24", "Gull 2031-02-14"},
		},
		{
			"a contract of which little is told", "Fjord Rail won the contract for the Halden bridge on Feb. 14.",
			"The state company that awarded the contract on Feb. 14 keeps silent.", "together", []string{"Courier 2031-02-14", "Gull 2031-02-14"},
		},
		{
			"a manager sacked and fired", "Orrin Tarn, the manager of Halden Town, was sacked on Sunday in a statement of 27 words.",
			"Orrin Tarn was fired on Saturday night as manager of Halden Town.", "disputed", []string{"Courier 2031-03-01", "Gull 2031-03-02"},
		},
		{
			"on strike since", "The dockers of the Harbour Union walked out on Feb. 23 over new cranes.",
			"The strike by the Harbour Union, which began on Feb. 23, has closed nine berths.", "together", []string{"Courier 2031-02-23", "Gull 2031-02-23"},
		},
		{
			"a minister who threw in the towel", "Mara Venn resigned on Tuesday over two meetings.",
			"Mara Venn threw in the towel on Tuesday over two meetings.", "together", []string{"Courier 2031-03-04", "Gull 2031-03-04"},
		},
		{
			"one speaker on two days", "Orrin Tarn told pickets on Monday that the members of his union were angry. He said on Tuesday that the gates stay shut.",
			"Orrin Tarn said on Tuesday that the gates of the port stay shut for the members of his union.", "together",
			[]string{"Courier 2031-03-04", "Gull 2031-03-04"},
		},
		{
			"the one deed of a day long gone, in other words", "On January 17 police went door to door in Halden after a crack was found in the spillway of the dam.",
			"Some 2,300 people had to leave their homes on Jan. 17 when a crack appeared in the spillway.", "together", []string{"Courier 2031-01-17", "Gull 2031-01-17"},
		},
		{
			"two deeds of a day long gone that share but the town", "On January 17 police went door to door in Halden after a crack was found in the spillway of the dam.",
			"Lise Holm bought a mill of stone near Halden on Jan. 17.", "apart", nil,
		},
		{
			"two states that meet on two days", "Norway and Sweden will meet again in Halden on March 26 to share the fish of the sound.",
			"Sweden and Norway are to meet again on March 27 about the fish of the sound.", "disputed", []string{"Courier 2031-03-27", "Gull 2031-03-26"},
		},
		{
			"the next meeting of two sides, after one that both tell of", "Envoys of Norway and Sweden ended two days of talks on Monday but agreed to meet again on March 26.",
			"Two days of talks between Norway and Sweden ended on March 3 with a promise to try again on March 27.", "disputed", []string{"Courier 2031-03-27", "Gull 2031-03-26"},
		},
		{
			"the next meetings of others", "Envoys of Norway and Sweden ended two days of talks on Monday but agreed to meet again on March 26.",
			"The Fishers’ Trust met on Tuesday and will meet again on March 27.", "apart", nil,
		},
		{
			"a witness, and the same asked on that day", "Lise Holm told an inquiry on Tuesday that the wall had moved. The hearing was full.",
			"The hall was quiet on Tuesday when Lise Holm was asked what she had left out.", "together", []string{"Courier 2031-03-04", "Gull 2031-03-04"},
		},
		{
			"a witness, and another asked on that day", "Lise Holm told an inquiry on Tuesday that the wall had moved. The hearing was full.",
			"The hall was quiet on Tuesday when Orrin Tarn was asked what he had left out.", "apart", nil,
		},
		{
			"two meetings of a day, of people the other outlet does not name", "Mara Venn met the shipowner Lise Holm on Monday.",
			"The Herring Party met on Monday in a closed room.", "apart", nil,
		},
		{
			"a meeting, told by who calls it and by whom it is to hear", "The Fishers’ Trust of Halden meets on Thursday. It asked Lise Holm to come.",
			"The Fishers’ Trust of Halden is angry. Its members will give Lise Holm an earful at a meeting on Thursday.", "together", []string{"Courier 2031-03-06", "Gull 2031-03-06"},
		},
		{
			"two ministers who resigned", "Mara Venn resigned on Tuesday over two meetings.",
			"Lise Holm resigned on Monday over the budget of the schools.", "apart", nil,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			rs, _, es := linkEvents(t, told{"Gull", "2031-03-05", c.one}, told{"Courier", "2031-03-05", c.two})
			if c.want == "apart" {
				for _, e := range es {
					if len(outletsOf(days(rs, e))) > 1 {
						t.Errorf("%q joins %v", e.Name, days(rs, e))
					}
				}
				return
			}
			e, ok := with(rs, es, c.days...)
			if !ok || (len(e.Conflicts) > 0) != (c.want == "disputed") {
				for _, e := range es {
					t.Logf("%q %v %+v", e.Name, days(rs, e), e.Conflicts)
				}
				t.Errorf("want %s %v", c.want, c.days)
			}
		})
	}
}

func outletsOf(days []string) map[string]bool {
	out := map[string]bool{}
	for _, d := range days {
		out[strings.Fields(d)[0]] = true
	}
	return out
}

func TestEventNameOfWhatBefell(t *testing.T) {
	one := "Crews mourned in Halden. Since the Feb. 14 shooting, the Harbour Board has been silent."
	two := "After the Feb. 14 shooting, the Harbour Board is silent."
	for _, c := range []struct{ where, want string }{{"", "Feb. 14 shooting"}, {" in Halden", "Shooting in Halden"}} {
		_, _, es := linkEvents(t, told{"Gull", "2031-03-05", strings.Replace(one, "shooting", "shooting"+c.where, 1)}, told{"Courier", "2031-03-05", two})
		got := ""
		if len(es) > 0 {
			got = es[0].Name
		}
		if got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestBackgroundComesLast(t *testing.T) {
	_, _, es := linkEvents(t, told{"Gull", "2031-03-05", "Mara Venn opened the port of Halden on May 3, 2024. \nOrrin Tarn will meet Venn in Oslo on Friday. \nVenn met the Harbour Board on Monday."})
	var got []string
	for _, e := range es {
		got = append(got, e.Name)
	}
	want := []string{"Venn met the Harbour Board", "Orrin Tarn will meet Venn in Oslo", "Mara Venn opened the port of Halden"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestEventsNeverCrossStories(t *testing.T) {
	rs := []news.Reading{readTold(t, gull), readTold(t, courier), readTold(t, told{"Tern", "2031-03-05", gull.body})}
	story := []int{0, 0, 1}
	for _, e := range events(rs, story, actors(rs, story), stemmer{}, nil) {
		for _, r := range e.Reports {
			if story[r.Reading] != e.Story {
				t.Errorf("%q of story %d has a report of story %d", e.Name, e.Story, story[r.Reading])
			}
		}
	}
}

func TestDeedsOfOneDayAndKind(t *testing.T) {
	for _, c := range []struct {
		name, body string
		want       int // events of that day
	}{
		{"two people arrested", "Hasan Brandt was arrested on Monday at the airport. \nJonas Holm also was arrested on Monday at his home, where Brandt had lived.", 2},
		{"two people who did the same last month", "Last month, Mara Venn began her testimony. \nLast month, Orrin Tarn introduced a bill on the harbour.", 2},
		{"one told in both voices", "Judge Ola Holm sentenced Jonas Brandt on Monday. \nBrandt was sentenced on Monday to two years.", 1},
		{"a trip and the way back", "Mara Venn travelled to Halden on Wednesday. \nMara Venn returns to Oslo on Wednesday evening.", 2},
		{"two deeds that share no more than a day", "The Fjord Fund fell on Monday after the vote in Oslo. \nMara Venn took the stage in Halden on Monday. \nMara Venn took a train to Oslo on Monday.", 3},
		{"two votes of one day", "Mara Venn won the Halden primary on Monday. \nMara Venn lost the Oslo primary on Monday.", 2},
		{"a release told again", "An unsigned press release of the Harbour Board on Monday said that the wall was safe. \nMonday's release was wrong, Mara Venn wrote.", 1},
		{"one told again by its noun", "Mara Venn resigned on Monday. \nMonday's resignation ended a week of talk about Venn.", 1},
	} {
		_, _, es := linkEvents(t, told{"Gull", "2031-03-05", c.body})
		if len(es) != c.want {
			t.Errorf("%s: %d events, want %d: %+v", c.name, len(es), c.want, es)
		}
	}
}
