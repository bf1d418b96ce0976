package event_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/merge/mergetest"
)

// related returns each link as "publisher > publisher of the other: explanation", with the
// publishers of the first reports.
func related(t *testing.T, store graph.Store) []string {
	t.Helper()
	first := map[string]string{} // by report
	eachEvent(t, store, func(e *graph.Event, publishers map[string]string) {
		for _, id := range e.ReportIDs {
			first[id] = publishers[e.ReportIDs[0]]
		}
	})
	var lines []string
	eachEvent(t, store, func(e *graph.Event, _ map[string]string) {
		for _, r := range e.Related {
			lines = append(lines, first[e.ReportIDs[0]]+" > "+first[r.ReportID]+": "+r.Explanation)
		}
	})
	return lines
}

func TestStatesAndTheirOfficialsAreRelated(t *testing.T) {
	store := mergetest.Load(t,
		mergetest.Article(t, "A", "2024-05-10").Organization("Portugal", "PT", "STATE").Organization("Netherlands", "NL", "STATE").
			Report("TALKS", "CONFIRMED", "2024-05-06/2024-05-12", "PARTICIPANT Portugal", "PARTICIPANT Netherlands"),
		mergetest.Article(t, "B", "2024-05-10").Minister("Ana Silva", "PT", "Foreign Minister").Minister("Piet Boom", "NL", "Prime Minister").
			Report("MEETING", "ASSERTED", "2024-05-08", "PARTICIPANT Ana Silva", "PARTICIPANT Piet Boom"),
		// One side is the same, and the whole is denied.
		mergetest.Article(t, "C", "2024-05-10").Minister("Ana Silva", "PT", "Foreign Minister").Organization("Netherlands", "NL", "STATE").
			Report("TALKS", "DENIED", "", "PARTICIPANT Ana Silva", "PARTICIPANT Netherlands"),
	)
	mergetest.Expect(t, related(t, store),
		"A > B: The two may be one contact, if Ana Silva stands for Portugal and Piet Boom for Netherlands: "+
			"here talks between 6 and 12 May 2024, there a meeting on 8 May 2024.",
		"B > A: The two may be one contact, if Ana Silva stands for Portugal and Piet Boom for Netherlands: "+
			"here a meeting on 8 May 2024, there talks between 6 and 12 May 2024.",
		"A > C: The two may be one contact with Netherlands, if Ana Silva stands for Portugal: "+
			"here talks between 6 and 12 May 2024, there undated denied talks (article of 10 May 2024).",
		"C > A: The two may be one contact with Netherlands, if Ana Silva stands for Portugal: "+
			"here undated denied talks (article of 10 May 2024), there talks between 6 and 12 May 2024.",
		"B > C: The two may be one contact with Ana Silva, if Piet Boom stands for Netherlands: "+
			"here a meeting on 8 May 2024, there undated denied talks (article of 10 May 2024).",
		"C > B: The two may be one contact with Ana Silva, if Piet Boom stands for Netherlands: "+
			"here undated denied talks (article of 10 May 2024), there a meeting on 8 May 2024.",
	)
}

func TestUnnamedEnvoysAreRelatedByName(t *testing.T) {
	store := mergetest.Load(t,
		mergetest.Article(t, "A", "2024-05-10").Organization("Portugal", "PT", "STATE").Organization("Netherlands", "NL", "STATE").
			Report("TALKS", "CONFIRMED", "2024-05-08", "PARTICIPANT Portugal", "PARTICIPANT Netherlands"),
		mergetest.Article(t, "B", "2024-05-10").Person("Ana Silva", "PT").Minister("Piet Boom", "NL", "Prime Minister").
			Member(graph.Member{Kind: graph.KindPerson, Name: "Silva's adviser", Nominal: true, Country: "PT"}).
			Report("MEETING", "ASSERTED", "2024-05-08", "INITIATOR Silva's adviser for Ana Silva", "RECIPIENT Piet Boom"),
		mergetest.Article(t, "C", "2024-05-11").Person("Ana Silva", "PT").Minister("Piet Boom", "NL", "Prime Minister").Person("Rui Costa", "").
			Report("VISIT", "ASSERTED", "2024-05", "INITIATOR Rui Costa for Ana Silva", "RECIPIENT Piet Boom"),
	)
	mergetest.Expect(t, related(t, store),
		"A > B: The two may be one contact on 8 May 2024, if Rui Costa stands for Portugal and Piet Boom for Netherlands: here talks, there a meeting.",
		"B > A: The two may be one contact on 8 May 2024, if Rui Costa stands for Portugal and Piet Boom for Netherlands: here a meeting, there talks.",
	)
}

// Not related are people in no office of the state, other times and other means.
func TestWhatIsNotRelated(t *testing.T) {
	states := func(publisher, published string, means graph.Means, edtf string) *mergetest.Story {
		return mergetest.Article(t, publisher, published).Organization("Portugal", "PT", "STATE").Organization("Netherlands", "NL", "STATE").
			Report(means, "ASSERTED", edtf, "PARTICIPANT Portugal", "PARTICIPANT Netherlands")
	}
	people := func(publisher, published, title string, means graph.Means, edtf string) *mergetest.Story {
		return mergetest.Article(t, publisher, published).Minister("Ana Silva", "PT", title).Minister("Piet Boom", "NL", "Prime Minister").
			Report(means, "ASSERTED", edtf, "PARTICIPANT Ana Silva", "PARTICIPANT Piet Boom")
	}
	for name, stories := range map[string][]*mergetest.Story{
		"a company's chief":      {states("A", "2024-05-10", "TALKS", "2024-05-08"), people("B", "2024-05-10", "chief executive", "MEETING", "2024-05-08")},
		"a goalkeeper":           {states("A", "2024-05-10", "TALKS", "2024-05-08"), people("B", "2024-05-10", "goalkeeper", "MEETING", "2024-05-08")},
		"another day":            {states("A", "2024-05-10", "TALKS", "2024-05-08"), people("B", "2024-05-10", "minister", "MEETING", "2024-05-06")},
		"a year":                 {states("A", "2024-05-10", "TALKS", "2024"), people("B", "2024-05-10", "minister", "MEETING", "2024-05-06")},
		"other means":            {states("A", "2024-05-10", "CALL", "2024-05-08"), people("B", "2024-05-10", "minister", "MEETING", "2024-05-08")},
		"nobody knows when":      {states("A", "", "TALKS", ""), people("B", "2024-05-10", "minister", "MEETING", "2024-05-08")},
		"news of another season": {states("A", "2024-09-10", "TALKS", ""), people("B", "2024-05-10", "minister", "MEETING", "2024-05-08")},
		"people only":            {people("A", "2024-05-10", "minister", "TALKS", "2024-05-08"), people("B", "2024-05-10", "minister", "MEETING", "2024-05-01")},
		"states only":            {states("A", "2024-05-10", "CALL", "2024-05-08"), states("B", "2024-05-10", "MEETING", "2024-05-08")},
	} {
		t.Run(name, func(t *testing.T) { mergetest.Expect(t, related(t, mergetest.Load(t, stories...))) })
	}
}

// Of many related events the nearest in time are shown, and each of the many shows the one.
func TestTheNearestAreRelated(t *testing.T) {
	stories := []*mergetest.Story{mergetest.Article(t, "States", "2024-05-10").Organization("Portugal", "PT", "STATE").Organization("Netherlands", "NL", "STATE").
		Report("TALKS", "ASSERTED", "2024-05", "PARTICIPANT Portugal", "PARTICIPANT Netherlands")}
	for i := range 15 {
		day := fmt.Sprintf("2024-05-%02d", 2*i+1)
		stories = append(stories, mergetest.Article(t, "Day"+day[8:], "2024-05-31").Minister("Ana Silva", "PT", "minister").Minister("Piet Boom", "NL", "minister").
			Report("MEETING", "ASSERTED", day, "PARTICIPANT Ana Silva", "PARTICIPANT Piet Boom"))
	}
	for range 2 {
		var of, to []string
		for _, line := range related(t, mergetest.Load(t, stories...)) {
			link, _, _ := strings.Cut(line, ":")
			from, other, _ := strings.Cut(link, " > ")
			if from == "States" {
				of = append(of, other)
			} else {
				to = append(to, from)
			}
		}
		if want := strings.Fields("Day01 Day03 Day05 Day07 Day09 Day11 Day13 Day15 Day17 Day19"); !slices.Equal(of, want) {
			t.Errorf("related to the states' talks are %v, want %v", of, want)
		}
		if len(to) != 15 {
			t.Errorf("%d events are related to the states' talks, want 15", len(to))
		}
		slices.Reverse(stories)
	}
}
