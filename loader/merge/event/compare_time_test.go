package event_test

import (
	"testing"

	"dateline/loader/merge/mergetest"
)

func TestUndatedReports(t *testing.T) {
	pair := func(publisher, published string) *mergetest.Story {
		return mergetest.Article(t, publisher, published).Person("Ana Silva", "PT").Person("Piet Boom", "NL")
	}
	parties := []string{"PARTICIPANT Ana Silva", "PARTICIPANT Piet Boom"}
	store := mergetest.Load(t,
		pair("A", "2024-05-10").Report("MEETING", "ASSERTED", "2024-05-08", parties...),
		// Not long after: it can mean no other.
		pair("B", "2024-05-12").Report("MEETING", "ASSERTED", "", parties...),
		// Half a year later it may mean another one.
		pair("C", "2024-11-12").Report("MEETING", "ASSERTED", "", parties...),
		// Neither the day nor the means in common with C.
		pair("D", "2024-11-13").Report("UNSPECIFIED", "ASSERTED", "", parties...),
		pair("E", "2024-11-14").Report("TALKS", "ASSERTED", "", parties...),
	)
	mergetest.Expect(t, mergetest.Summaries(t, store),
		"ASSERTED 2 Ana Silva and Piet Boom met on 8 May 2024.",
		"ASSERTED 1 Ana Silva and Piet Boom met by 12 November 2024.",
		"ASSERTED 2 Ana Silva and Piet Boom held talks by 13 November 2024.",
	)
}

func TestUndatedReportsLookOneWay(t *testing.T) {
	parties := []string{"PARTICIPANT Ana Silva", "PARTICIPANT Piet Boom"}
	pair := func(publisher, published string) *mergetest.Story {
		return mergetest.Article(t, publisher, published).Person("Ana Silva", "PT").Person("Piet Boom", "NL")
	}
	store := mergetest.Load(t,
		pair("A", "2024-05-10").Report("MEETING", "ASSERTED", "", parties...),
		pair("B", "2024-05-24").Report("MEETING", "ASSERTED", "2024-05-23", parties...),
		pair("C", "2024-05-22").Report("MEETING", "PLANNED", "2024-05-23", parties...),
		pair("D", "2024-06-02").Report("MEETING", "PLANNED", "", parties...),
	)
	mergetest.Expect(t, mergetest.Summaries(t, store),
		"ASSERTED 1 Ana Silva and Piet Boom met by 10 May 2024.",
		"ASSERTED 2 Ana Silva and Piet Boom met on 23 May 2024.",
		"PLANNED 1 A meeting between Ana Silva and Piet Boom is planned.",
	)
}
