package link

import "testing"

// TestEventsInTheirOwnWords holds what stands for the name of a happening that no
// sentence makes a whole name of, "" where it is not told at all.
func TestEventsInTheirOwnWords(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"cut behind the verb", "Mara Venn warned Orrin Tarn in a phone conversation Monday that a plan to open the gates of the long dry dock would fail.",
			"Mara Venn warned Orrin Tarn in a phone conversation that a plan to open the gates…"},
		{"words in brackets", "Mara Venn (L-Halden) warned Orrin Tarn in a phone conversation Monday that the gates would fail.",
			"Mara Venn warned Orrin Tarn in a phone conversation that the gates would fail"},
		{"a clause of its own", "The mayor of Halden got out of the hall unhurt and with all of his staff on Monday when a boat full of explosives blew up during a speech he was giving.",
			"A boat full of explosives blew up during a speech"},
		{"somebody else's marks", "As the crews say, “it is shut” when they sailed on Monday.", ""},
		{"nobody knows who", "They sailed on Monday to “the old port”.", ""},
		{"a noun with its day", "Few of the crews, who had waited, have heard of Monday’s hearing.", "Monday’s hearing"},
		{"a noun of its day", "The port has had guards in its towers, on its gates and in the streets since the attacks of May 3, 2021.", "Attacks of May 3, 2021"},
		{"what is to come, as somebody was told", "Tarn's crews, who had lambasted the board for the move, said after a long talk with its head that they had been told that Fjord Rail would vote Friday on a pier.",
			"Fjord Rail would vote on a pier"},
		{"what is to come, as the board was told", "Tarn's crews, who had lambasted the board for the move, said after a long talk with its head that they were told the Storting would vote Friday on a pier.",
			"The Storting would vote on a pier"},
		{"a room", "Few of the crews have a key to the Monday room.", ""},
		{"what the reader should do", "Sign up today to get the “Port Notes”.", ""},
	} {
		_, _, es := linkEvents(t, told{"Gull", "2031-03-05", c.body})
		got := ""
		if len(es) > 0 {
			got = es[0].Name
		}
		if got != c.want || len(es) > 1 {
			t.Errorf("%s: got %q (%d events), want %q", c.name, got, len(es), c.want)
		}
	}
}

// TestNameToldAlready holds that a bare noun is not told beside the deed that it is
// most likely a name for.
func TestNameToldAlready(t *testing.T) {
	_, _, es := linkEvents(t, told{"Gull", "2031-03-05", "Mara Venn voted for the wall in Halden on Monday.\nFew of the crews have heard of Monday’s vote."})
	if len(es) != 1 {
		t.Errorf("%d events, want 1: %+v", len(es), es)
	}
}
