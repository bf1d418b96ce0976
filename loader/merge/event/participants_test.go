package event_test

import (
	"testing"

	"dateline/loader/merge/mergetest"
)

func TestSeatsAndTheirPeople(t *testing.T) {
	visit := func(publisher string) *mergetest.Story {
		return mergetest.Article(t, publisher, "2024-05-12").Person("Ana Silva", "PT").Person("Rui Costa", "").Person("Piet Boom", "NL").
			Organization("Hague Palace", "NL", "GOVERNMENT")
	}
	palace := visit("A").Report("VISIT", "ASSERTED", "2024-05-11", "INITIATOR Rui Costa for Ana Silva", "RECIPIENT Hague Palace")
	person := visit("B").Report("MEETING", "ASSERTED", "2024-05-11", "INITIATOR Rui Costa for Ana Silva", "RECIPIENT Piet Boom")
	both := visit("C").Report("MEETING", "ASSERTED", "2024-05-11", "INITIATOR Rui Costa for Ana Silva", "RECIPIENT Piet Boom", "RECIPIENT Hague Palace")
	mergetest.Expect(t, mergetest.Summaries(t, mergetest.Load(t, palace, person)), "ASSERTED 2 Rui Costa (for Ana Silva) met Piet Boom on 11 May 2024.")
	mergetest.Expect(t, mergetest.Summaries(t, mergetest.Load(t, palace, person, both)),
		"ASSERTED 3 Rui Costa (for Ana Silva) met Piet Boom and Hague Palace on 11 May 2024.")
}
