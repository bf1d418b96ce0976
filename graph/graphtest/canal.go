package graphtest

import (
	"time"

	"dateline/graph"
)

// Canal returns a small handwritten graph: how the invented states of Marenia and Tolvar
// came to a treaty about the tolls of a canal. It has one of everything that a store must
// keep:
//
//	call       4 March 2031: Varga called Okonedo. Three articles; Tolvar denies it: DISPUTED
//	statement  4 March: what Varga told her country; no contact
//	envoy      the week of 10 March: Lindqvist met Okonedo for Varga; CONFIRMED
//	summit     March: Varga and Okonedo met, O'Neil mediated; contradicts that the call was the last
//	letter     no time: Varga wrote to the canal authority, as the Ferry Bulletin has it
//	talks      up to the end of 2031: Marenia and Tolvar plan several technical talks on new tolls
//	refusal    6 March: a Tolvari diplomat, who has no name, refused to visit the authority: DENIED
//	request    summer 2031: the authority asked Tolvar for a call
//
// The article "undated" has neither day, title nor publisher, and emoji before
// every quote, so that offsets in bytes or UTF-16 would be wrong.
func Canal() *Telling {
	s := &Story{blocks: map[string]string{"marenia": "states", "tolvar": "states"}}
	s.tollsArticle()
	s.denialArticle()
	s.courierArticle()
	s.treatyArticle()
	s.undatedArticle()
	s.plansArticle()
	s.canalEntities()
	s.canalEvents()
	return s.Tell()
}

var (
	varga     = graph.Member{Kind: graph.KindPerson, Name: "Ilse Varga", Aliases: []string{"Varga"}}
	okonedo   = graph.Member{Kind: graph.KindPerson, Name: "Bram Okonedo", Aliases: []string{"Okonedo"}}
	lindqvist = graph.Member{Kind: graph.KindPerson, Name: "Zoë Lindqvist"}
	oneil     = graph.Member{Kind: graph.KindPerson, Name: "Pádraig O'Neil (Jr.)"}
	marenia   = graph.Member{Kind: graph.KindOrganization, Name: "Marenia", OrganizationKind: graph.OrganizationState, Country: "XM"}
	tolvar    = graph.Member{Kind: graph.KindOrganization, Name: "Tolvar", OrganizationKind: graph.OrganizationState, Country: "XT"}
	authority = graph.Member{Kind: graph.KindOrganization, Name: "Sill Canal Authority", OrganizationKind: graph.OrganizationOther}
	bulletin  = graph.Member{Kind: graph.KindOrganization, Name: "Ferry Bulletin", OrganizationKind: graph.OrganizationMedia}
	lockhaven = graph.Member{Kind: graph.KindPlace, Name: "Lockhaven", Country: "XM"}
)

func span(edtf, text string) *graph.TimeSpan {
	return &graph.TimeSpan{EDTF: graph.MustEDTF(edtf), Text: text}
}

func day(year int, month time.Month, day int) graph.Date {
	return graph.Date{Year: year, Month: month, Day: day}
}

func part(role graph.Role, nickname string) graph.Participation {
	return graph.Participation{EntityID: nickname, Role: role}
}

func called(caller, called string) []graph.Participation {
	return []graph.Participation{part(graph.RoleInitiator, caller), part(graph.RoleRecipient, called)}
}

func (s *Story) tollsArticle() {
	a := s.Article("tolls", graph.Article{
		ExternalID: "fb-1007", URL: "https://ferrybulletin.example/2031/tolls?id=7", Publisher: "Ferry Bulletin",
		Title: "Minister phones president over canal tolls", Byline: "Ada Quill",
		Published: day(2031, 3, 5), PublishedFrom: "metadata", Language: "en",
		LoadedAt: time.Date(2031, 3, 5, 9, 30, 0, 123456000, time.UTC),
		Text: "Ilse Varga, the foreign minister of Marenia, telephoned Bram Okonedo on Tuesday. " +
			"She told Marenians that the tolls of the Sill Canal had to fall.",
	})
	a.Member("marenia", marenia, "Marenia")
	minister := varga
	minister.Positions = []graph.Position{{Title: "foreign minister", OrganizationID: a.members["marenia"]}}
	a.Member("varga", minister, "Ilse Varga", "She")
	a.Member("okonedo", okonedo, "Bram Okonedo")
	a.Report("call", "Ilse Varga, the foreign minister of Marenia, telephoned Bram Okonedo on Tuesday.", graph.Report{
		Type: graph.EventContact, Means: graph.MeansCall, Status: graph.StatusAsserted, Confidence: 0.9,
		Participants: called("varga", "okonedo"),
		Time:         &graph.TimeSpan{EDTF: graph.MustEDTF("2031-03-04"), Text: "on Tuesday", Anchor: day(2031, 3, 5)},
	})
	a.Report("statement", "She told Marenians that the tolls of the Sill Canal had to fall.", graph.Report{
		Type: graph.EventStatement, Status: graph.StatusAsserted, Confidence: 0.75,
		Participants: []graph.Participation{part(graph.RoleSpeaker, "varga"), part(graph.RoleAudience, "marenia")},
		Time:         span("2031-03-04", ""),
	})
}

func (s *Story) denialArticle() {
	a := s.Article("denial", graph.Article{
		URL: "https://gazette.example/denial", Publisher: "Tolvar Gazette", Title: "Palace: no call from Marenia",
		Published: day(2031, 3, 7), PublishedFrom: "date line", Language: "en",
		LoadedAt: time.Date(2031, 3, 7, 6, 0, 0, 0, time.UTC),
		Source:   graph.Source{Stated: graph.SourceDocument, Location: "files/memo.pdf", Page: 11},
		Text: "Okonedo denied that Varga had called him. " +
			"A Tolvari diplomat refused on Thursday to visit the Sill Canal Authority.",
	})
	a.Member("okonedo", okonedo, "Okonedo", "him")
	a.Member("varga", varga, "Varga")
	a.Member("tolvar", tolvar)
	a.Member("diplomat", graph.Member{Kind: graph.KindPerson, Name: "a Tolvari diplomat", Nominal: true, HolderID: a.members["tolvar"], Country: "XT"},
		"A Tolvari diplomat")
	a.Member("authority", authority, "Sill Canal Authority")
	a.Report("call", "Okonedo denied that Varga had called him.", graph.Report{
		Type: graph.EventContact, Means: graph.MeansCall, Status: graph.StatusDenied, Confidence: 0.8,
		Participants: called("varga", "okonedo"), AttributedToIDs: []string{"okonedo"},
	})
	a.Report("refusal", "A Tolvari diplomat refused on Thursday to visit the Sill Canal Authority.", graph.Report{
		Type: graph.EventContact, Means: graph.MeansVisit, Status: graph.StatusDenied, Confidence: 0.5, DeniesPlan: true,
		Stated: graph.SourceDocument, Page: 12,
		Participants: called("diplomat", "authority"),
		Time:         &graph.TimeSpan{EDTF: graph.MustEDTF("2031-03-06"), Text: "on Thursday", Anchor: day(2031, 3, 7)},
	})
}

func (s *Story) courierArticle() {
	a := s.Article("courier", graph.Article{
		Publisher: "Lockhaven Courier", Title: "The envoy came by night", Published: day(2031, 3, 20),
		PublishedFrom: "metadata", Language: "en", LoadedAt: time.Date(2031, 3, 20, 6, 0, 0, 0, time.UTC),
		Text: "For Varga, Zoë Lindqvist met Bram Okonedo in Lockhaven last week. Both confirmed it.",
	})
	a.Member("varga", varga, "Varga")
	a.Member("lindqvist", lindqvist, "Zoë Lindqvist")
	a.Member("okonedo", okonedo, "Bram Okonedo")
	a.Member("lockhaven", lockhaven, "Lockhaven")
	a.Report("envoy", "For Varga, Zoë Lindqvist met Bram Okonedo in Lockhaven last week.", graph.Report{
		Type: graph.EventContact, Means: graph.MeansMeeting, Status: graph.StatusConfirmed, Confidence: 1,
		Participants: envoyParts(), PlaceID: "lockhaven", AttributedToIDs: []string{"lindqvist", "okonedo"},
		Time: &graph.TimeSpan{EDTF: graph.MustEDTF("2031-03-10/2031-03-16"), Text: "last week", Anchor: day(2031, 3, 20)},
	})
}

func envoyParts() []graph.Participation {
	return []graph.Participation{
		{EntityID: "lindqvist", Role: graph.RoleParticipant, OnBehalfOfID: "varga"},
		{EntityID: "okonedo", Role: graph.RoleParticipant},
	}
}

func summitParts() []graph.Participation {
	return []graph.Participation{
		part(graph.RoleParticipant, "varga"), part(graph.RoleParticipant, "okonedo"), part(graph.RoleMediator, "oneil"),
	}
}

func (s *Story) treatyArticle() {
	a := s.Article("treaty", graph.Article{
		URL: "https://ferrybulletin.example/2031/treaty", Publisher: "Ferry Bulletin", Title: "A treaty for the canal",
		Published: day(2031, 4, 2), PublishedFrom: "url", Language: "en",
		LoadedAt: time.Date(2031, 4, 2, 6, 0, 0, 0, time.UTC),
		Text: "Varga and Okonedo met in March, brought together by Pádraig O'Neil (Jr.). " +
			"The phone call of 4 March between Varga and Okonedo was their last contact before the signing.",
	})
	a.Member("varga", varga, "Varga", "Varga")
	a.Member("okonedo", okonedo, "Okonedo", "Okonedo")
	a.Member("oneil", oneil, "Pádraig O'Neil (Jr.)")
	a.Report("summit", "Varga and Okonedo met in March, brought together by Pádraig O'Neil (Jr.).", graph.Report{
		Type: graph.EventContact, Means: graph.MeansMeeting, Status: graph.StatusAsserted, Confidence: 0.6,
		Participants: summitParts(), Time: span("2031-03", "in March"),
	})
	a.Report("call", "The phone call of 4 March between Varga and Okonedo was their last contact before the signing.", graph.Report{
		Type: graph.EventContact, Means: graph.MeansCall, Status: graph.StatusAsserted, Confidence: 0.85,
		Participants: called("varga", "okonedo"), Time: span("2031-03-04", "4 March"),
		Claim: &graph.Claim{Kind: graph.ClaimLast, Text: "their last contact before the signing"},
	})
}

func (s *Story) undatedArticle() {
	a := s.Article("undated", graph.Article{
		Language: "en", LoadedAt: time.Date(2031, 4, 3, 6, 0, 0, 0, time.UTC),
		Text: "📜🚢 𝔑𝔢𝔴𝔰 👩‍⚖️ — e\u0301lan! According to the Ferry Bulletin, " +
			"Ilse Varga wrote a letter to the “Sill Canal Authority”, 🖋️ undated.",
	})
	a.Member("bulletin", bulletin, "Ferry Bulletin")
	a.Member("varga", varga, "Ilse Varga")
	a.Member("authority", authority, "Sill Canal Authority")
	a.Report("letter", "Ilse Varga wrote a letter to the “Sill Canal Authority”, 🖋️ undated", graph.Report{
		Type: graph.EventContact, Means: graph.MeansMessage, Status: graph.StatusAsserted, Confidence: 0.7,
		Participants: called("varga", "authority"), AttributedToIDs: []string{"bulletin"},
	})
}

func (s *Story) plansArticle() {
	a := s.Article("plans", graph.Article{
		Publisher: "lockhaven courier", Title: "Talks, at last?", Published: day(2031, 5, 10),
		PublishedFrom: "metadata", Language: "en", LoadedAt: time.Date(2031, 5, 10, 6, 0, 0, 0, time.UTC),
		Text: "Marenia and Tolvar plan several technical talks on new tolls before the year is out. " +
			"In summer the Sill Canal Authority means to ask Tolvar for a call. " +
			"Zoë Lindqvist had met Okonedo for Varga in Lockhaven. " +
			"In March Varga and Okonedo met there as well, with O'Neil.",
	})
	a.Member("marenia", marenia, "Marenia")
	a.Member("tolvar", tolvar, "Tolvar", "Tolvar")
	a.Member("authority", authority, "Sill Canal Authority")
	a.Member("lindqvist", lindqvist, "Zoë Lindqvist")
	a.Member("okonedo", okonedo, "Okonedo", "Okonedo")
	a.Member("varga", varga, "Varga", "Varga")
	a.Member("lockhaven", lockhaven, "Lockhaven")
	a.Member("oneil", oneil, "O'Neil")
	a.Report("talks", "Marenia and Tolvar plan several technical talks on new tolls before the year is out.", graph.Report{
		Type: graph.EventContact, Means: graph.MeansTalks, Status: graph.StatusPlanned, Confidence: 0.65,
		Participants: []graph.Participation{part(graph.RoleParticipant, "marenia"), part(graph.RoleParticipant, "tolvar")},
		Time:         span("../2031-12-31", "before the year is out"),
		About:        []graph.Passage{{Text: "new tolls"}}, Qualifier: "technical", Several: true,
	})
	a.Report("request", "In summer the Sill Canal Authority means to ask Tolvar for a call.", graph.Report{
		Type: graph.EventContact, Means: graph.MeansCall, Status: graph.StatusRequested, Confidence: 0.4,
		Participants: called("authority", "tolvar"), Time: span("2031-22", "In summer"),
	})
	a.Report("envoy", "Zoë Lindqvist had met Okonedo for Varga in Lockhaven.", graph.Report{
		Type: graph.EventContact, Means: graph.MeansMeeting, Status: graph.StatusAsserted, Confidence: 0.9,
		Participants: envoyParts(), PlaceID: "lockhaven",
	})
	a.Report("summit", "In March Varga and Okonedo met there as well, with O'Neil.", graph.Report{
		Type: graph.EventContact, Means: graph.MeansMeeting, Status: graph.StatusAsserted, Confidence: 0.55,
		Participants: summitParts(), PlaceID: "lockhaven", Time: span("2031-03", "In March"),
		Claim: &graph.Claim{Kind: graph.ClaimFirst, Since: graph.MustEDTF("2030-11~"), Text: "as well"},
	})
}

func (s *Story) canalEntities() {
	named := func(name string, country string, aliases ...string) graph.Profile {
		return graph.Profile{Name: name, Country: country, Aliases: aliases}
	}
	s.Entity("varga", &graph.Person{
		Profile:   named("Ilse Varga", "XM", "Varga", "Minister Varga"),
		Positions: []graph.Position{{Title: "foreign minister", OrganizationID: "marenia"}, {Title: "member of the canal board"}},
	})
	s.Entity("okonedo", &graph.Person{Profile: named("Bram Okonedo", "XT", "Okonedo"),
		Positions: []graph.Position{{Title: "president", OrganizationID: "tolvar"}}})
	s.Entity("lindqvist", &graph.Person{Profile: named("Zoë Lindqvist", "")})
	s.Entity("oneil", &graph.Person{Profile: named("Pádraig O'Neil (Jr.)", "", "O'Neil")})
	s.Entity("diplomat", &graph.Person{Profile: graph.Profile{Name: "a Tolvari diplomat", Country: "XT", Nominal: true}})
	s.Entity("marenia", &graph.Organization{Profile: named("Marenia", "XM"), Kind: graph.OrganizationState})
	s.Entity("tolvar", &graph.Organization{Profile: named("Tolvar", "XT"), Kind: graph.OrganizationState})
	s.Entity("authority", &graph.Organization{Profile: named("Sill Canal Authority", "", "AC/DC"), Kind: graph.OrganizationOther})
	s.Entity("bulletin", &graph.Organization{Profile: named("Ferry Bulletin", ""), Kind: graph.OrganizationMedia})
	s.Entity("lockhaven", &graph.Place{Profile: named("Lockhaven", "XM")})
}

func (s *Story) canalEvents() {
	s.Event("call", graph.Event{
		Type: graph.EventContact, Means: graph.MeansCall, Status: graph.StatusDisputed,
		Summary: "Ilse Varga called Bram Okonedo on 4 March 2031 (disputed).", Participants: called("varga", "okonedo"),
		Time: span("2031-03-04", "4 March"),
		Conflicts: []graph.Conflict{
			{Kind: graph.ConflictOccurrence, Explanation: "Two articles report the call, and one has it denied.",
				ReportIDs: []string{"tolls/call", "denial/call", "treaty/call"}},
			{Kind: graph.ConflictFirstOrLast, Explanation: "It is called the last contact, but a meeting followed.", ReportIDs: []string{"treaty/call", "plans/summit"}},
		},
		Merges: []graph.Merge{
			{Explanation: "Both are about Ilse Varga and Bram Okonedo: a call on 4 March 2031.", ReportIDs: []string{"tolls/call", "treaty/call"}},
			{Explanation: "One tells of the “call” that the other denies.", ReportIDs: []string{"tolls/call", "denial/call"}},
		},
		Related: []graph.RelatedEvent{{Explanation: "Ilse Varga can have acted for Marenia.", ReportID: "plans/talks"}},
	})
	s.Event("statement", graph.Event{
		Type: graph.EventStatement, Status: graph.StatusAsserted, Summary: "Ilse Varga spoke to the public on 4 March 2031.",
		Participants: []graph.Participation{part(graph.RoleSpeaker, "varga"), part(graph.RoleAudience, "marenia")}, Time: span("2031-03-04", ""),
	})
	s.Event("envoy", graph.Event{
		Type: graph.EventContact, Means: graph.MeansMeeting, Status: graph.StatusConfirmed,
		Summary:      "Zoë Lindqvist, for Ilse Varga, met Bram Okonedo from 10 to 16 March 2031 in Lockhaven.",
		Participants: envoyParts(), PlaceID: "lockhaven",
		Time: &graph.TimeSpan{EDTF: graph.MustEDTF("2031-03-10/2031-03-16"), Text: "last week", Anchor: day(2031, 3, 20)},
	})
	s.Event("summit", graph.Event{
		Type: graph.EventContact, Means: graph.MeansMeeting, Status: graph.StatusAsserted,
		Summary:      "Ilse Varga met Bram Okonedo in March 2031 in Lockhaven.",
		Participants: summitParts(), PlaceID: "lockhaven", Time: span("2031-03", "in March"),
		Conflicts: []graph.Conflict{
			{Kind: graph.ConflictFirstOrLast, Explanation: "A call is said to have been the last contact.", ReportIDs: []string{"plans/summit", "treaty/call"}},
		},
	})
	s.Event("letter", graph.Event{
		Type: graph.EventContact, Means: graph.MeansMessage, Status: graph.StatusAsserted,
		Summary: "Ilse Varga wrote to the Sill Canal Authority.", Participants: called("varga", "authority"),
	})
	s.Event("talks", graph.Event{
		Type: graph.EventContact, Means: graph.MeansTalks, Status: graph.StatusPlanned,
		Summary:      "Marenia and Tolvar plan several technical talks about new tolls by 31 December 2031.",
		Qualifier:    "technical",
		Several:      true,
		Participants: []graph.Participation{part(graph.RoleParticipant, "marenia"), part(graph.RoleParticipant, "tolvar")},
		Time:         span("../2031-12-31", "before the year is out"),
	})
	s.Event("refusal", graph.Event{
		Type: graph.EventContact, Means: graph.MeansVisit, Status: graph.StatusDenied, DeniesPlan: true,
		Summary: "A Tolvari diplomat refused to visit the Sill Canal Authority on 6 March 2031.", Participants: called("diplomat", "authority"),
		Time: &graph.TimeSpan{EDTF: graph.MustEDTF("2031-03-06"), Text: "on Thursday", Anchor: day(2031, 3, 7)},
	})
	s.Event("request", graph.Event{
		Type: graph.EventContact, Means: graph.MeansCall, Status: graph.StatusRequested,
		Summary: "The Sill Canal Authority asks Tolvar for a call in summer 2031.", Participants: called("authority", "tolvar"),
		Time: span("2031-22", "In summer"),
	})
}
