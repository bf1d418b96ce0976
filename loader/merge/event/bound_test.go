package event_test

import (
	"testing"

	"dateline/graph"
	"dateline/loader/merge/mergetest"
)

// What took place without a day had taken place when it was first reported; what did not,
// or is to come, has no such day, and contacts of different days stay apart.
func TestTimeByWhichItTookPlace(t *testing.T) {
	parties := []string{"PARTICIPANT Ana Silva", "PARTICIPANT Piet Boom"}
	pair := func(publisher, published string) *mergetest.Story {
		return mergetest.Article(t, publisher, published).Person("Ana Silva", "PT").Person("Piet Boom", "NL")
	}
	told := pair("E", "2024-12-20").Report("TALKS", "ASSERTED", "", parties...)
	told.Batch.Reports[0].Time = graph.By(graph.NewDate(2024, 12, 18))
	store := mergetest.Load(t,
		pair("A", "2024-05-12").Report("MEETING", "ASSERTED", "", parties...),
		pair("B", "2024-05-10").Report("MEETING", "ASSERTED", "", parties...),
		pair("C", "2024-09-10").Report("MEETING", "ASSERTED", "", parties...),
		pair("D", "2024-10-10").Report("CALL", "PLANNED", "", parties...),
		told,
		pair("F", "").Report("MESSAGE", "ASSERTED", "", parties...),
		pair("G", "2025-03-10").Report("VISIT", "DENIED", "", parties...),
	)
	mergetest.Expect(t, mergetest.Summaries(t, store),
		"ASSERTED 2 Ana Silva and Piet Boom met by 10 May 2024.",
		"ASSERTED 1 Ana Silva and Piet Boom met by 10 September 2024.",
		"PLANNED 1 A call between Ana Silva and Piet Boom is planned.",
		"ASSERTED 1 Ana Silva and Piet Boom held talks by 18 December 2024.",
		"ASSERTED 1 Ana Silva and Piet Boom exchanged messages.",
		"DENIED 1 A visit between Ana Silva and Piet Boom is denied or ruled out.",
	)
	eachEvent(t, store, func(e *graph.Event, _ map[string]string) {
		if e.Time != nil && (!e.Time.BoundOnly || e.Time.Earliest() != graph.MinDate) {
			t.Errorf("%s: %+v", e.Summary, e.Time)
		}
	})
}

// An article that tells of a contact and of its denial has two reports of one event.
func TestDenialWithinAnArticle(t *testing.T) {
	parties := []string{"PARTICIPANT Ana Silva", "PARTICIPANT Piet Boom"}
	pair := func(publisher, published string) *mergetest.Story {
		return mergetest.Article(t, publisher, published).Person("Ana Silva", "PT").Person("Piet Boom", "NL")
	}
	store := mergetest.Load(t,
		pair("A", "2024-05-10").Report("MEETING", "DENIED", "2024-05-08", parties...).Report("MEETING", "ASSERTED", "", parties...),
		pair("B", "2024-05-09").Report("MEETING", "ASSERTED", "2024-05-08", parties...),
	)
	mergetest.Expect(t, mergetest.Summaries(t, store), "DISPUTED 2 It is disputed whether Ana Silva and Piet Boom met on 8 May 2024.")
}
