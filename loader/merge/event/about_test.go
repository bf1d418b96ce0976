package event_test

import (
	"testing"

	"dateline/loader/merge/mergetest"
)

func TestWhatAnEventWasAbout(t *testing.T) {
	parties := []string{"PARTICIPANT Ana Silva", "PARTICIPANT Piet Boom"}
	pair := func(publisher, published string) *mergetest.Story {
		return mergetest.Article(t, publisher, published).Person("Ana Silva", "PT").Person("Piet Boom", "NL")
	}
	store := mergetest.Load(t,
		pair("A", "2024-05-10").Report("CALL", "ASSERTED", "2024-05-08", parties...).About("the port"),
		pair("B", "2024-05-11").Report("CALL", "ASSERTED", "2024-05-08", parties...).About("Grain exports").About("a new port"),
		pair("C", "2024-05-12").Report("CALL", "ASSERTED", "2024-05-08", parties...).About("grain exports").About("grain"),
		pair("D", "2024-07-12").Report("TALKS", "PLANNED", "2024-08", parties...).About("how to end the strike"),
		pair("E", "2024-10-12").Report("TALKS", "DENIED", "2024-10", parties...).About("to end the strike"),
	)
	mergetest.Expect(t, mergetest.Summaries(t, store),
		"ASSERTED 3 Ana Silva and Piet Boom spoke by phone on 8 May 2024 about Grain exports and a new port.",
		"PLANNED 1 Talks between Ana Silva and Piet Boom in August 2024 about how to end the strike are planned.",
		"DENIED 1 Talks between Ana Silva and Piet Boom in October 2024 to end the strike are denied or ruled out.",
	)
}
