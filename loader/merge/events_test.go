package merge

import (
	"testing"

	"dateline/graph"
)

func TestUndatedReports(t *testing.T) {
	pair := func(publisher, published string) *story {
		return article(t, publisher, published).person("Ana Silva", "PT").person("Piet Boom", "NL")
	}
	parties := []string{"PARTICIPANT Ana Silva", "PARTICIPANT Piet Boom"}
	store := load(t,
		pair("A", "2024-05-10").report("MEETING", "ASSERTED", "2024-05-08", parties...),
		// Not long after: it can mean no other.
		pair("B", "2024-05-12").report("MEETING", "ASSERTED", "", parties...),
		// Half a year later it may mean another one.
		pair("C", "2024-11-12").report("MEETING", "ASSERTED", "", parties...),
		// Neither the day nor the means in common with C.
		pair("D", "2024-11-13").report("UNSPECIFIED", "ASSERTED", "", parties...),
		pair("E", "2024-11-14").report("TALKS", "ASSERTED", "", parties...),
	)
	expect(t, summaries(t, store),
		"ASSERTED 2 Ana Silva and Piet Boom met on 8 May 2024.",
		"ASSERTED 1 Ana Silva and Piet Boom met.",
		"ASSERTED 2 Ana Silva and Piet Boom held talks.",
	)
}

func TestWhatIsAheadIsNotWhatTookPlace(t *testing.T) {
	parties := []string{"INITIATOR Ana Silva", "RECIPIENT Piet Boom"}
	pair := func(publisher, published string) *story {
		return article(t, publisher, published).person("Ana Silva", "PT").person("Piet Boom", "NL")
	}
	store := load(t,
		pair("A", "2024-05-10").report("CALL", "ASSERTED", "", parties...),
		pair("B", "2024-05-10").report("CALL", "REQUESTED", "", parties...),
		pair("C", "2024-05-11").report("VISIT", "PLANNED", "2024-06", parties...),
		pair("D", "2024-06-11").report("VISIT", "CONFIRMED", "2024-06-10", parties...),
	)
	expect(t, summaries(t, store),
		"ASSERTED 1 Ana Silva called Piet Boom.",
		"REQUESTED 1 It was asked or offered that Ana Silva call Piet Boom.",
		"CONFIRMED 2 Ana Silva visited Piet Boom on 10 June 2024.",
	)
}

// A state's contacts do not swallow its officials', unless an envoy shows that
// they are the same.
func TestStatesAndTheirPeople(t *testing.T) {
	store := load(t,
		article(t, "A", "2024-05-10").body("Portugal", "PT", "STATE").body("Netherlands", "NL", "STATE").
			report("TALKS", "ASSERTED", "", "PARTICIPANT Portugal", "PARTICIPANT Netherlands"),
		article(t, "B", "2024-05-10").person("Ana Silva", "PT").person("Piet Boom", "NL").
			report("TALKS", "ASSERTED", "", "PARTICIPANT Ana Silva", "PARTICIPANT Piet Boom"),
		article(t, "C", "2024-05-12").person("Ana Silva", "PT").person("Rui Costa", "").body("Netherlands", "NL", "STATE").
			report("VISIT", "ASSERTED", "2024-05-11", "INITIATOR Rui Costa for Ana Silva", "RECIPIENT Netherlands"),
		article(t, "D", "2024-05-13").person("Ana Silva", "PT").person("Rui Costa", "").person("Piet Boom", "NL").
			report("MEETING", "ASSERTED", "2024-05-11", "INITIATOR Rui Costa for Ana Silva", "RECIPIENT Piet Boom"),
	)
	expect(t, summaries(t, store),
		"ASSERTED 1 Portugal and Netherlands held talks.",
		"ASSERTED 1 Ana Silva and Piet Boom held talks.",
		"ASSERTED 2 Rui Costa (for Ana Silva) met Piet Boom on 11 May 2024.",
	)
}

func TestStatements(t *testing.T) {
	say := func(publisher, quote string) *story {
		s := article(t, publisher, "2024-05-10").person("Ana Silva", "PT")
		r := graph.Report{ArticleID: s.batch.Article.ID, Type: graph.EventStatement, Status: graph.StatusAsserted, Quote: quote, End: len([]rune(quote)),
			Participants: []graph.Participation{{EntityID: s.id("Ana Silva"), Role: graph.RoleSpeaker}}}
		r.ID = graph.ReportID(r.ArticleID, r.Type, r.Start, r.End, "")
		s.batch.Article.Text, s.batch.Reports = quote, []graph.Report{r}
		return s
	}
	store := load(t,
		say("A", "We talked about fish and nothing but fish, Silva said."),
		say("B", "“We talked about fish and nothing but fish,” Ana Silva told reporters."),
		say("C", "The weather was fine, said Silva."),
	)
	expect(t, summaries(t, store),
		"ASSERTED 2 Ana Silva said: We talked about fish and nothing but fish, Silva said.",
		"ASSERTED 1 Ana Silva said: The weather was fine, said Silva.")
}
