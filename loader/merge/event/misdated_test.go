package event_test

import (
	"testing"

	"dateline/loader/merge/mergetest"
)

func TestDaysInARow(t *testing.T) {
	parties := []string{"PARTICIPANT Ana Silva", "PARTICIPANT Piet Boom"}
	pair := func(publisher string) *mergetest.Story {
		return mergetest.Article(t, publisher, "2024-05-10").Person("Ana Silva", "PT").Person("Piet Boom", "NL")
	}
	for _, other := range []string{"Post", "Echo", "Wire", "Herald", "Quay"} { // IDs in all orders
		store := mergetest.Load(t,
			pair("Times").Report("CALL", "ASSERTED", "2024-05-06", parties...).Report("CALL", "ASSERTED", "2024-05-07", parties...),
			pair(other).Report("CALL", "ASSERTED", "2024-05-07", parties...),
		)
		mergetest.Expect(t, mergetest.Summaries(t, store),
			"ASSERTED 1 Ana Silva and Piet Boom spoke by phone on 6 May 2024.",
			"ASSERTED 2 Ana Silva and Piet Boom spoke by phone on 7 May 2024.",
		)
		store = mergetest.Load(t,
			pair("Times").Report("CALL", "ASSERTED", "2024-05-06", parties...),
			pair("Sun").Report("CALL", "ASSERTED", "2024-05-07", parties...),
			pair(other).Report("CALL", "ASSERTED", "2024-05-08", parties...),
		)
		mergetest.Expect(t, mergetest.Summaries(t, store),
			"ASSERTED 1 Ana Silva and Piet Boom spoke by phone on 6 May 2024.",
			"ASSERTED 1 Ana Silva and Piet Boom spoke by phone on 7 May 2024.",
			"ASSERTED 1 Ana Silva and Piet Boom spoke by phone on 8 May 2024.",
		)
	}
}
