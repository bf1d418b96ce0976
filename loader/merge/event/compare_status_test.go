package event_test

import (
	"testing"

	"dateline/loader/merge/mergetest"
)

func TestWhatIsAheadIsNotWhatTookPlace(t *testing.T) {
	parties := []string{"INITIATOR Ana Silva", "RECIPIENT Piet Boom"}
	pair := func(publisher, published string) *mergetest.Story {
		return mergetest.Article(t, publisher, published).Person("Ana Silva", "PT").Person("Piet Boom", "NL")
	}
	store := mergetest.Load(t,
		pair("A", "2024-05-10").Report("CALL", "ASSERTED", "", parties...),
		pair("B", "2024-05-10").Report("CALL", "REQUESTED", "", parties...),
		pair("C", "2024-05-11").Report("VISIT", "PLANNED", "2024-06", parties...),
		pair("D", "2024-06-11").Report("VISIT", "CONFIRMED", "2024-06-10", parties...),
	)
	mergetest.Expect(t, mergetest.Summaries(t, store),
		"ASSERTED 1 Ana Silva called Piet Boom by 10 May 2024.",
		"REQUESTED 1 A call from Ana Silva to Piet Boom was requested or offered.",
		"CONFIRMED 2 Ana Silva visited Piet Boom on 10 June 2024.",
	)
}

func TestNewsOfWhatHadADate(t *testing.T) {
	parties := []string{"PARTICIPANT Ana Silva", "PARTICIPANT Piet Boom"}
	pair := func(publisher, published string) *mergetest.Story {
		return mergetest.Article(t, publisher, published).Person("Ana Silva", "PT").Person("Piet Boom", "NL")
	}
	store := mergetest.Load(t,
		pair("A", "2024-05-08").Report("MEETING", "PLANNED", "2024-05-10", parties...),
		pair("B", "2024-05-11").Report("MEETING", "ASSERTED", "", parties...),
		pair("C", "2024-07-03").Report("CALL", "ASSERTED", "2024-07-02", parties...),
		pair("D", "2024-07-04").Report("CALL", "DENIED", "", parties...),
		pair("E", "2024-07-05").Report("TALKS", "DENIED", "", parties...),
		pair("F", "2024-07-28").Report("CALL", "DENIED", "", parties...),
		pair("G", "2024-07-01").Report("CALL", "DENIED", "", parties...),
	)
	mergetest.Expect(t, mergetest.Summaries(t, store),
		"ASSERTED 2 Ana Silva and Piet Boom met on 10 May 2024.",
		"DISPUTED 2 It is disputed whether Ana Silva and Piet Boom spoke by phone on 2 July 2024.",
		"DENIED 1 Talks between Ana Silva and Piet Boom are denied or ruled out.",
		"DENIED 1 A call between Ana Silva and Piet Boom is denied or ruled out.",
		"DENIED 1 A call between Ana Silva and Piet Boom is denied or ruled out.",
	)
}
