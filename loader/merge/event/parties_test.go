package event_test

import (
	"testing"

	"dateline/loader/merge/mergetest"
)

func TestStatesAndTheirPeople(t *testing.T) {
	store := mergetest.Load(t,
		mergetest.Article(t, "A", "2024-05-10").Organization("Portugal", "PT", "STATE").Organization("Netherlands", "NL", "STATE").
			Report("TALKS", "ASSERTED", "", "PARTICIPANT Portugal", "PARTICIPANT Netherlands"),
		mergetest.Article(t, "B", "2024-05-10").Person("Ana Silva", "PT").Person("Piet Boom", "NL").
			Report("TALKS", "ASSERTED", "", "PARTICIPANT Ana Silva", "PARTICIPANT Piet Boom"),
		mergetest.Article(t, "C", "2024-05-12").Person("Ana Silva", "PT").Person("Rui Costa", "").Organization("Netherlands", "NL", "STATE").
			Report("VISIT", "ASSERTED", "2024-05-11", "INITIATOR Rui Costa for Ana Silva", "RECIPIENT Netherlands"),
		mergetest.Article(t, "D", "2024-05-13").Person("Ana Silva", "PT").Person("Rui Costa", "").Person("Piet Boom", "NL").
			Report("MEETING", "ASSERTED", "2024-05-11", "INITIATOR Rui Costa for Ana Silva", "RECIPIENT Piet Boom"),
	)
	mergetest.Expect(t, mergetest.Summaries(t, store),
		"ASSERTED 1 Portugal and Netherlands held talks by 10 May 2024.",
		"ASSERTED 1 Ana Silva and Piet Boom held talks by 10 May 2024.",
		"ASSERTED 2 Rui Costa (for Ana Silva) met Piet Boom on 11 May 2024.",
	)
}
