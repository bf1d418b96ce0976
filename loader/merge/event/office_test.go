package event_test

import (
	"testing"

	"dateline/graph"
	"dateline/loader/merge/mergetest"
)

func TestUnnamedOffices(t *testing.T) {
	office := func(s *mergetest.Story, name, country string) *mergetest.Story {
		return s.Member(graph.Member{Kind: graph.KindPerson, Name: name, Nominal: true, Country: country})
	}
	lisbon := func(publisher string) *mergetest.Story {
		return mergetest.Article(t, publisher, "2024-05-10").Person("Piet Boom", "NL")
	}
	store := mergetest.Load(t,
		lisbon("A").Minister("Ana Silva", "PT", "Foreign Minister").
			Report("MEETING", "ASSERTED", "2024-05-09", "PARTICIPANT Ana Silva", "PARTICIPANT Piet Boom"),
		office(lisbon("B"), "Portuguese foreign minister", "PT").
			Report("MEETING", "ASSERTED", "2024-05-09", "PARTICIPANT Portuguese foreign minister", "PARTICIPANT Piet Boom"),
		office(lisbon("C"), "Portuguese deputy foreign minister", "PT").
			Report("MEETING", "ASSERTED", "2024-05-09", "PARTICIPANT Portuguese deputy foreign minister", "PARTICIPANT Piet Boom"),
		office(lisbon("D"), "Portuguese deputy foreign minister", "PT").
			Report("MEETING", "CONFIRMED", "2024-05-09", "PARTICIPANT Portuguese deputy foreign minister", "PARTICIPANT Piet Boom"),
		office(lisbon("E"), "Irish foreign minister", "IE").
			Report("MEETING", "ASSERTED", "2024-05-09", "PARTICIPANT Irish foreign minister", "PARTICIPANT Piet Boom"),
	)
	mergetest.Expect(t, mergetest.Summaries(t, store),
		"ASSERTED 2 Piet Boom and Ana Silva met on 9 May 2024.",
		"CONFIRMED 2 Portuguese deputy foreign minister and Piet Boom met on 9 May 2024.",
		"ASSERTED 1 Irish foreign minister and Piet Boom met on 9 May 2024.",
	)
}
