package event_test

import (
	"testing"

	"dateline/loader/merge/mergetest"
)

// Two places on two days are two events, on one day a contradiction.
func TestPlacesThatDiffer(t *testing.T) {
	parties := []string{"PARTICIPANT Ana Silva", "PARTICIPANT Piet Boom"}
	pair := func(publisher, published string) *mergetest.Story {
		return mergetest.Article(t, publisher, published).Person("Ana Silva", "PT").Person("Piet Boom", "NL")
	}
	store := mergetest.Load(t,
		pair("A", "2024-02-04").Report("MEETING", "ASSERTED", "2024-02-03", parties...).In("Paris"),
		pair("B", "2024-02-05").Report("MEETING", "ASSERTED", "2024-02-04", parties...).In("Berlin"),
		pair("C", "2024-02-05").Report("MEETING", "ASSERTED", "2024-02-04", parties...).In("Madrid"),
		pair("D", "2024-02-06").Report("MEETING", "ASSERTED", "2024-02-04", parties...).In("Berlin"),
		pair("E", "2024-02-07").Report("MEETING", "ASSERTED", "2024-02", parties...).In("Vienna"),
		pair("F", "2024-02-07").Report("MEETING", "ASSERTED", "", parties...).In("Paris"),
		pair("G", "2024-06-01").Report("MEETING", "ASSERTED", "", parties...).In("Paris"),
		pair("H", "2024-06-02").Report("MEETING", "ASSERTED", "", parties...).In("Berlin"),
	)
	mergetest.Expect(t, mergetest.Summaries(t, store),
		"ASSERTED 2 Ana Silva and Piet Boom met in Paris on 3 February 2024.",
		"ASSERTED 3 Ana Silva and Piet Boom met in Berlin on 4 February 2024.",
		"ASSERTED 1 Ana Silva and Piet Boom met in Vienna in February 2024.",
		"ASSERTED 1 Ana Silva and Piet Boom met in Paris by 1 June 2024.",
		"ASSERTED 1 Ana Silva and Piet Boom met in Berlin by 2 June 2024.",
	)
	mergetest.Expect(t, conflictLines(t, store), "PLACE: 2 articles put it in Berlin, 1 in Madrid.")
}

// A building and its town are one place, and so are neighbouring days there.
func TestPlacesThatMayBeOne(t *testing.T) {
	parties := []string{"PARTICIPANT Ana Silva", "PARTICIPANT Piet Boom"}
	pair := func(publisher, published string) *mergetest.Story {
		return mergetest.Article(t, publisher, published).Person("Ana Silva", "PT").Person("Piet Boom", "NL")
	}
	store := mergetest.Load(t,
		pair("A", "2024-02-04").Report("MEETING", "ASSERTED", "2024-02-03", parties...).In("Moscow"),
		pair("B", "2024-02-05").Report("MEETING", "ASSERTED", "2024-02-04", parties...).In("Kremlin"),
	)
	mergetest.Expect(t, conflictLines(t, store), "TIME: 1 article puts it on 3 February 2024, 1 on 4 February 2024.")
}
