package event_test

import (
	"testing"

	"dateline/graph"
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
		"ASSERTED 1 Ana Silva and Piet Boom met.",
		"ASSERTED 2 Ana Silva and Piet Boom held talks.",
	)
}

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
		"ASSERTED 1 Ana Silva called Piet Boom.",
		"REQUESTED 1 It was asked or offered that Ana Silva call Piet Boom.",
		"CONFIRMED 2 Ana Silva visited Piet Boom on 10 June 2024.",
	)
}

// What an article says took place was not after it, and what it says is ahead was
// not before.
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
		"ASSERTED 1 Ana Silva and Piet Boom met.",
		"ASSERTED 2 Ana Silva and Piet Boom met on 23 May 2024.",
		"PLANNED 1 Ana Silva and Piet Boom are to meet.",
	)
}

// A plan with a date, and the news that follows it without one, are one event; so
// are a contact with a date and its denial. Older ones and other means are not.
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

// Two days next to each other are one event only where neither can be another.
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

// A vague report joins the most alike, and none of several that it may mean.
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

// A vague plan is for the meeting that took place where it says.
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
		"PLANNED 1 Ana Silva and Piet Boom are to meet in July 2024.",
	)
}

// An office without a name is the person who is said to hold it, or the same
// office elsewhere; its deputy is somebody else.
func TestUnnamedOffices(t *testing.T) {
	office := func(s *mergetest.Story, name, country string) *mergetest.Story {
		return s.Member(graph.Member{Kind: graph.KindPerson, Name: name, Nominal: true, Country: country})
	}
	lisbon := func(publisher string) *mergetest.Story {
		return mergetest.Article(t, publisher, "2024-05-10").Person("Piet Boom", "NL")
	}
	store := mergetest.Load(t,
		lisbon("A").Minister("Ana Silva", "PT", "Foreign Minister").
			Report("MEETING", "ASSERTED", "2024-05-09", "PARTICIPANT Ana Silva", "PARTICIPANT Piet Boom"),
		office(lisbon("B"), "Portuguese foreign minister", "PT").
			Report("MEETING", "ASSERTED", "2024-05-09", "PARTICIPANT Portuguese foreign minister", "PARTICIPANT Piet Boom"),
		office(lisbon("C"), "Portuguese deputy foreign minister", "PT").
			Report("MEETING", "ASSERTED", "2024-05-09", "PARTICIPANT Portuguese deputy foreign minister", "PARTICIPANT Piet Boom"),
		office(lisbon("D"), "Portuguese deputy foreign minister", "PT").
			Report("MEETING", "CONFIRMED", "2024-05-09", "PARTICIPANT Portuguese deputy foreign minister", "PARTICIPANT Piet Boom"),
		office(lisbon("E"), "Irish foreign minister", "IE").
			Report("MEETING", "ASSERTED", "2024-05-09", "PARTICIPANT Irish foreign minister", "PARTICIPANT Piet Boom"),
	)
	mergetest.Expect(t, mergetest.Summaries(t, store),
		"ASSERTED 2 Piet Boom and Ana Silva met on 9 May 2024.",
		"CONFIRMED 2 Portuguese deputy foreign minister and Piet Boom met on 9 May 2024.",
		"ASSERTED 1 Irish foreign minister and Piet Boom met on 9 May 2024.",
	)
}

// A state's contacts do not swallow its officials', unless an envoy shows that
// they are the same.
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
		"ASSERTED 1 Portugal and Netherlands held talks.",
		"ASSERTED 1 Ana Silva and Piet Boom held talks.",
		"ASSERTED 2 Rui Costa (for Ana Silva) met Piet Boom on 11 May 2024.",
	)
}

// Who was visited is the person where another report names only the seat of the
// government, unless one names both.
func TestSeatsAndTheirPeople(t *testing.T) {
	visit := func(publisher string) *mergetest.Story {
		return mergetest.Article(t, publisher, "2024-05-12").Person("Ana Silva", "PT").Person("Rui Costa", "").Person("Piet Boom", "NL").Organization("Hague Palace", "NL", "GOVERNMENT")
	}
	palace := visit("A").Report("VISIT", "ASSERTED", "2024-05-11", "INITIATOR Rui Costa for Ana Silva", "RECIPIENT Hague Palace")
	person := visit("B").Report("MEETING", "ASSERTED", "2024-05-11", "INITIATOR Rui Costa for Ana Silva", "RECIPIENT Piet Boom")
	both := visit("C").Report("MEETING", "ASSERTED", "2024-05-11", "INITIATOR Rui Costa for Ana Silva", "RECIPIENT Piet Boom", "RECIPIENT Hague Palace")
	mergetest.Expect(t, mergetest.Summaries(t, mergetest.Load(t, palace, person)), "ASSERTED 2 Rui Costa (for Ana Silva) met Piet Boom on 11 May 2024.")
	mergetest.Expect(t, mergetest.Summaries(t, mergetest.Load(t, palace, person, both)), "ASSERTED 3 Rui Costa (for Ana Silva) met Piet Boom and Hague Palace on 11 May 2024.")
}

func TestStatements(t *testing.T) {
	say := func(publisher, quote string) *mergetest.Story {
		s := mergetest.Article(t, publisher, "2024-05-10").Person("Ana Silva", "PT")
		r := graph.Report{ArticleID: s.Batch.Article.ID, Type: graph.EventStatement, Status: graph.StatusAsserted, Quote: quote, End: len([]rune(quote)),
			Participants: []graph.Participation{{EntityID: s.ID("Ana Silva"), Role: graph.RoleSpeaker}}}
		r.ID = graph.ReportID(r.ArticleID, r.Type, r.Start, r.End, "")
		s.Batch.Article.Text, s.Batch.Reports = quote, []graph.Report{r}
		return s
	}
	store := mergetest.Load(t,
		say("A", "We talked about fish and nothing but fish, Silva said."),
		say("B", "“We talked about fish and nothing but fish,” Ana Silva told reporters."),
		say("C", "The weather was fine, said Silva."),
	)
	mergetest.Expect(t, mergetest.Summaries(t, store),
		"ASSERTED 2 Ana Silva said: We talked about fish and nothing but fish, Silva said.",
		"ASSERTED 1 Ana Silva said: The weather was fine, said Silva.")
}
