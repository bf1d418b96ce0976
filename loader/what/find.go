package what

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/when"
	"dateline/loader/who"
)

// rule finds the events of one type in an article.
type rule struct {
	event graph.EventType
	find  func(*reading) []finding
}

// rules is every event type that articles are read for.
var rules = []rule{
	{graph.EventContact, contacts},
	{graph.EventStatement, statements},
}

// finding is a report in the making. Members are indices in the cast, -1 for none.
type finding struct {
	trigger      int // token
	means        graph.Means
	status       graph.Status
	participants []participant
	time         *graph.TimeSpan
	place        int
	sources      []int
	quote        language.Span // tokens
	claim        *graph.Claim
	confidence   float64
}

// participant is one party's part in a finding.
type participant struct {
	member int
	role   graph.Role
	behalf int // the member that an envoy acts for, -1 for none
}

// Find returns what an article reports, in order of the text. It is a pure function
// of its arguments, but for the members that it makes the cast add: doc must be
// the parse of article.Text, times and cast what it holds.
func Find(doc *language.Document, article *graph.Article, times []when.Expression, cast *who.Cast) []graph.Report {
	r := newReading(doc, article, times, cast)
	var reports []graph.Report
	for _, rule := range rules {
		for _, f := range rule.find(r) {
			if report, ok := r.report(rule.event, f); ok {
				reports = append(reports, report)
			}
		}
	}
	slices.SortStableFunc(reports, func(a, b graph.Report) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	return slices.CompactFunc(reports, func(a, b graph.Report) bool { return a.ID == b.ID })
}

// report writes a finding as the graph keeps it; false where it has no words or
// parties.
func (r *reading) report(event graph.EventType, f finding) (graph.Report, bool) {
	start, end, text := grammar.Verbatim(r.Parse, f.quote)
	if start >= end || len(f.participants) == 0 {
		return graph.Report{}, false
	}
	report := graph.Report{
		ArticleID: r.article.ID, Type: event, Means: f.means, Status: f.status, Time: f.time,
		Quote: text, Start: start, End: end, Confidence: f.confidence, Claim: f.claim,
	}
	key := []string{strconv.Itoa(r.Tokens[f.trigger].Start)}
	for _, p := range f.participants {
		part := graph.Participation{EntityID: r.id(p.member), Role: p.role}
		if p.behalf >= 0 {
			part.OnBehalfOfID = r.id(p.behalf)
		}
		report.Participants = append(report.Participants, part)
		key = append(key, part.EntityID)
	}
	if f.place >= 0 {
		report.PlaceID = r.id(f.place)
	}
	for _, source := range f.sources {
		report.AttributedToIDs = append(report.AttributedToIDs, r.id(source))
	}
	report.ID = graph.ReportID(r.article.ID, event, start, end, strings.Join(key, " "))
	return report, true
}

func (r *reading) id(member int) string { return r.cast.Members()[member].ID }
