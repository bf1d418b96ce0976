package event_test

import (
	"testing"

	"dateline/loader/merge/mergetest"
)

func TestVagueReportsOfSeveral(t *testing.T) {
	parties := []string{"PARTICIPANT Ana Silva", "PARTICIPANT Piet Boom"}
	pair := func(publisher, published string) *mergetest.Story {
		return mergetest.Article(t, publisher, published).Person("Ana Silva", "PT").Person("Piet Boom", "NL")
	}
	store := mergetest.Load(t,
		pair("A", "2024-07-04").Report("CALL", "ASSERTED", "2024-07-03", parties...),
		pair("B", "2024-07-21").Report("MEETING", "ASSERTED", "2024-07-20", parties...),
		pair("C", "2024-09-21").Report("TALKS", "ASSERTED", "2024-07", parties...),
		pair("D", "2024-09-22").Report("VISIT", "ASSERTED", "2024-07", parties...),
		pair("E", "2024-07-21").Report("TALKS", "ASSERTED", "2024-07-20", parties...),
	)
	mergetest.Expect(t, mergetest.Summaries(t, store),
		"ASSERTED 1 Ana Silva and Piet Boom spoke by phone on 3 July 2024.",
		"ASSERTED 3 Ana Silva and Piet Boom met on 20 July 2024.",
		"ASSERTED 1 Ana Silva and Piet Boom held talks in July 2024.",
	)
}

func TestVaguePlanOfAPlace(t *testing.T) {
	parties := []string{"PARTICIPANT Ana Silva", "PARTICIPANT Piet Boom"}
	pair := func(publisher, published string) *mergetest.Story {
		return mergetest.Article(t, publisher, published).Person("Ana Silva", "PT").Person("Piet Boom", "NL")
	}
	store := mergetest.Load(t,
		pair("A", "2024-06-10").Report("MEETING", "PLANNED", "2024-07", parties...).In("Porto"),
		pair("B", "2024-07-04").Report("MEETING", "ASSERTED", "2024-07-03", parties...).In("Breda"),
		pair("C", "2024-07-21").Report("MEETING", "ASSERTED", "2024-07-20", parties...).In("Porto"),
		pair("D", "2024-06-11").Report("MEETING", "PLANNED", "2024-07", parties...),
	)
	mergetest.Expect(t, mergetest.Summaries(t, store),
		"ASSERTED 1 Ana Silva and Piet Boom met in Breda on 3 July 2024.",
		"ASSERTED 2 Ana Silva and Piet Boom met in Porto on 20 July 2024.",
		"PLANNED 1 A meeting between Ana Silva and Piet Boom in July 2024 is planned.",
	)
}
