package what

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/what/contact"
	"dateline/loader/what/evidence"
	"dateline/loader/what/statement"
	"dateline/loader/when"
	"dateline/loader/who"
)

// rule finds the events of one type in an article.
type rule struct {
	event graph.EventType
	find  func(*evidence.Article) []evidence.Finding
}

// rules are the event types that articles are read for.
var rules = []rule{
	{graph.EventContact, contact.Find},
	{graph.EventStatement, statement.Find},
}

// Find returns what an article reports, in the order of its text. It is a pure function
// of its arguments, except that the cast may gain members: doc must be the parse of
// article.Text, times and cast what was found in doc.
func Find(doc *language.Document, article *graph.Article, times []when.Expression, cast *who.Cast) []graph.Report {
	a := evidence.New(doc, article, times, cast)
	var reports []graph.Report
	for _, rule := range rules {
		for _, f := range rule.find(a) {
			if report, ok := report(a, rule.event, f); ok {
				reports = append(reports, report)
			}
		}
	}
	slices.SortStableFunc(reports, func(a, b graph.Report) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	return slices.CompactFunc(reports, func(a, b graph.Report) bool { return a.ID == b.ID })
}

// MayTellContact reports whether a text has a word that can trigger a contact.
func MayTellContact(doc *language.Document) bool {
	return slices.ContainsFunc(doc.Tokens, contact.IsTriggerWord)
}

// report turns a finding into a report; false if it has no words or no parties.
func report(a *evidence.Article, event graph.EventType, f evidence.Finding) (graph.Report, bool) {
	start, end, text := grammar.Verbatim(a.Parse, f.Quote)
	if start >= end || len(f.Participants) == 0 {
		return graph.Report{}, false
	}
	report := graph.Report{
		ArticleID: a.ID, Type: event, Means: f.Means, Status: f.Status, Time: f.Time,
		Quote: text, Start: start, End: end, Confidence: f.Confidence, Claim: f.Claim,
		Qualifier: f.Qualifier, Several: f.Several, DeniesPlan: f.DeniesPlan,
	}
	key := []string{strconv.Itoa(a.Tokens[f.Trigger].Start)}
	if f.Again > 0 {
		key = append(key, strconv.Itoa(a.Tokens[f.Again].Start))
	}
	for _, p := range f.Participants {
		part := graph.Participation{EntityID: a.Member(p.Member).ID, Role: p.Role}
		if p.OnBehalfOf >= 0 {
			part.OnBehalfOfID = a.Member(p.OnBehalfOf).ID
		}
		report.Participants = append(report.Participants, part)
		key = append(key, part.EntityID)
	}
	if f.Place >= 0 {
		report.PlaceID = a.Member(f.Place).ID
	}
	for _, source := range f.Sources {
		report.AttributedToIDs = append(report.AttributedToIDs, a.Member(source).ID)
	}
	for _, span := range f.About {
		if start, end, text := grammar.Verbatim(a.Parse, span); start < end {
			report.About = append(report.About, graph.Passage{ArticleID: a.ID, Text: text, Start: start, End: end})
		}
	}
	report.ID = graph.ReportID(a.ID, event, start, end, strings.Join(key, " "))
	return report, true
}
