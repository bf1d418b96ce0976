package neo4j

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"dateline/graph"
)

// Rows travel as lists: a map would repeat its keys in every row. The columns of
// each kind, as the functions of the same name read them. Each gives a Cypher list
// of a node's properties; the argument is the node's variable.
var (
	articleProperties = []string{"id", "externalId", "url", "title", "publisher", "byline", "published", "publishedFrom", "language", "loadedAt"}
	memberProperties  = []string{"id", "block", "kind", "name", "aliases", "nominal", "holderId", "organizationKind", "country", "positions"}
	mentionProperties = []string{"mentionStarts", "mentionEnds", "mentionForms", "mentionTexts"}
	reportProperties  = []string{"id", "articleId", "block", "eventId", "type", "means", "status", "participants", "edtf", "timeText", "timeAnchor", "placeId",
		"attributedTo", "quote", "start", "end", "confidence", "claim"}
	entityProperties = []string{"id", "name", "aliases", "nominal", "country", "kind", "positions"}
	eventProperties  = append(briefEventProperties[:len(briefEventProperties):len(briefEventProperties)], "conflicts", "merges", "related")

	// The briefs of reports and articles have what is always filled of them.
	briefEventProperties = []string{"id", "block", "type", "means", "status", "summary", "edtf", "timeText", "timeAnchor", "placeId", "articleCount", "publisherCount",
		"participants", "reportIds"}
	briefReportProperties  = []string{"id", "status", "quote", "start", "end"}
	briefArticleProperties = []string{"id", "url", "title", "publisher", "published"}
)

func listOf(variable string, properties ...string) string {
	return "[" + termsOf(variable, properties...) + "]"
}

func termsOf(variable string, properties ...string) string {
	terms := make([]string, len(properties))
	for i, property := range properties {
		terms[i] = variable + "." + property
	}
	return strings.Join(terms, ", ")
}

// articleList is for article.
func articleList(v string) string { return listOf(v, articleProperties...) }

// wholeArticleList is for wholeArticle.
func wholeArticleList(v string) string {
	return listOf(v, append(articleProperties[:len(articleProperties):len(articleProperties)], "text")...)
}

// memberList is for member.
func memberList(v string) string { return listOf(v, memberProperties...) }

// mentionsList is for mentions.
func mentionsList(v string) string { return listOf(v, mentionProperties...) }

// reportList is for report.
func reportList(v string) string { return listOf(v, reportProperties...) }

// resolvedReportList is for resolvedReport.
func resolvedReportList(v string) string {
	return listOf(v, append(reportProperties[:len(reportProperties):len(reportProperties)], "parties")...)
}

// entityList is for entity.
func entityList(v string) string { return listOf(v, entityProperties...) }

// eventList is for event.
func eventList(v string) string { return listOf(v, eventProperties...) }

// fields reads a list, one value after the other. Its first fault stays in err, and
// reading goes on with zero values.
type fields struct {
	values []any
	next   int
	err    error
}

// fieldsOf reads a value that is a list.
func fieldsOf(value any) *fields {
	list, ok := value.([]any)
	f := &fields{values: list}
	if !ok {
		f.fault("is %T, no list", value)
	}
	return f
}

func (f *fields) fault(format string, args ...any) {
	if f.err == nil {
		f.err = fmt.Errorf("%w: row "+format, append([]any{graph.ErrCorrupt}, args...)...)
	}
}

func (f *fields) value() any {
	if f.next >= len(f.values) {
		f.fault("has %d values", len(f.values))
		return nil
	}
	f.next++
	return f.values[f.next-1]
}

// null looks whether the next value is null.
func (f *fields) null() bool { return f.next < len(f.values) && f.values[f.next] == nil }

// text reads a text, "" for null.
func (f *fields) text() string {
	switch value := f.value().(type) {
	case string:
		return value
	case nil:
		return ""
	default:
		f.fault("has %T in place %d, not a text", value, f.next)
		return ""
	}
}

func (f *fields) count() int {
	value, ok := f.value().(int64)
	if !ok {
		f.fault("has no number in place %d", f.next)
	}
	return int(value)
}

func (f *fields) truth() bool {
	value, ok := f.value().(bool)
	if !ok {
		f.fault("has no truth value in place %d", f.next)
	}
	return value
}

func (f *fields) real() float64 {
	value, ok := f.value().(float64)
	if !ok {
		f.fault("has no real number in place %d", f.next)
	}
	return value
}

// list reads a list of anything; null is nil.
func (f *fields) list() []any {
	switch value := f.value().(type) {
	case []any:
		return value
	case nil:
		return nil
	default:
		f.fault("has %T in place %d, no list", value, f.next)
		return nil
	}
}

// texts reads a list of texts. A list of nothing is nil.
func (f *fields) texts() []string {
	list := f.list()
	if len(list) == 0 {
		return nil
	}
	texts := make([]string, len(list))
	for i, one := range list {
		text, ok := one.(string)
		if !ok {
			f.fault("has %T in the list in place %d, not a text", one, f.next)
			return nil
		}
		texts[i] = text
	}
	return texts
}

// numbers reads a list of numbers.
func (f *fields) numbers() []int {
	list := f.list()
	numbers := make([]int, len(list))
	for i, one := range list {
		number, ok := one.(int64)
		if !ok {
			f.fault("has %T in the list in place %d, not a number", one, f.next)
			return nil
		}
		numbers[i] = int(number)
	}
	return numbers
}

// records reads a list of records of so many fields, all in one.
func (f *fields) records(size int) []string {
	list := f.texts()
	if len(list)%size != 0 {
		f.fault("has a broken record in place %d", f.next)
		return nil
	}
	return list
}

func (f *fields) json(into any) {
	text := f.text()
	if text == "" {
		return
	}
	if err := json.Unmarshal([]byte(text), into); err != nil {
		f.fault("has broken JSON in place %d: %v", f.next, err)
	}
}

// day reads YYYY-MM-DD, and "" as the zero Date.
func (f *fields) day() graph.Date {
	var d graph.Date
	if err := d.UnmarshalText([]byte(f.text())); err != nil {
		f.fault("has no day in place %d: %v", f.next, err)
	}
	return d
}

func (f *fields) instant() time.Time {
	text := f.text()
	if text == "" {
		return time.Time{}
	}
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		f.fault("has no instant in place %d: %v", f.next, err)
	}
	return t
}

// span reads edtf, timeText and timeAnchor.
func (f *fields) span() *graph.TimeSpan {
	none := f.null()
	edtf, text, anchor := f.text(), f.text(), f.day()
	if none {
		return nil
	}
	span, err := spanOf(edtf, text, anchor)
	if err != nil {
		f.fault("has a time that is none: %v", err)
	}
	return span
}

// spanOf makes a time of what is stored of it; the zero EDTF is stored as "".
func spanOf(edtf, text string, anchor graph.Date) (*graph.TimeSpan, error) {
	span := &graph.TimeSpan{Text: text, Anchor: anchor}
	if edtf == "" {
		return span, nil
	}
	var err error
	span.EDTF, err = graph.ParseEDTF(edtf)
	return span, err
}

func (f *fields) participants() []graph.Participation { return participantsOf(f.records(3)) }

// participantsOf reads a list of records of three.
func participantsOf(list []string) []graph.Participation {
	if len(list) == 0 {
		return nil
	}
	participants := make([]graph.Participation, 0, len(list)/3)
	for ; len(list) >= 3; list = list[3:] {
		participants = append(participants, graph.Participation{EntityID: list[0], Role: graph.Role(list[1]), OnBehalfOfID: list[2]})
	}
	return participants
}

func (f *fields) positions() []graph.Position {
	var positions []graph.Position
	for list := f.records(2); len(list) > 0; list = list[2:] {
		positions = append(positions, graph.Position{Title: list[0], OrganizationID: list[1]})
	}
	return positions
}

// article reads articleList.
func (f *fields) article() *graph.Article {
	return &graph.Article{
		ID: f.text(), ExternalID: f.text(), URL: f.text(), Title: f.text(), Publisher: f.text(), Byline: f.text(),
		Published: f.day(), PublishedFrom: f.text(), Language: f.text(), LoadedAt: f.instant(),
	}
}

// wholeArticle reads wholeArticleList.
func (f *fields) wholeArticle() *graph.Article {
	a := f.article()
	a.Text = f.text()
	return a
}

// member reads memberList: a member without its mentions.
func (f *fields) member() graph.Member {
	return graph.Member{
		ID: f.text(), Block: f.text(), Kind: graph.EntityKind(f.text()), Name: f.text(), Aliases: f.texts(), Nominal: f.truth(),
		HolderID: f.text(), OrganizationKind: graph.OrganizationKind(f.text()), Country: f.text(), Positions: f.positions(),
	}
}

// mentions reads mentionsList.
func (f *fields) mentions() []graph.MentionSpan {
	starts, ends, forms, texts := f.numbers(), f.numbers(), f.texts(), f.texts()
	if len(ends) != len(starts) || len(forms) != len(starts) || len(texts) != len(starts) {
		f.fault("has lists of mentions of different lengths")
		return nil
	}
	if len(starts) == 0 {
		return nil
	}
	mentions := make([]graph.MentionSpan, len(starts))
	for i := range mentions {
		mentions[i] = graph.MentionSpan{Start: starts[i], End: ends[i], Form: graph.MentionForm(forms[i]), Text: texts[i]}
	}
	return mentions
}

// report reads reportList: a report whose parties are member IDs.
func (f *fields) report() *graph.Report {
	report := &graph.Report{
		ID: f.text(), ArticleID: f.text(), Block: f.text(), EventID: f.text(),
		Type: graph.EventType(f.text()), Means: graph.Means(f.text()), Status: graph.Status(f.text()),
		Participants: f.participants(), Time: f.span(), PlaceID: f.text(), AttributedToIDs: f.texts(),
		Quote: f.text(), Start: f.count(), End: f.count(), Confidence: f.real(),
	}
	f.json(&report.Claim)
	return report
}

// resolvedReport reads resolvedReportList: a report whose parties are entity IDs.
func (f *fields) resolvedReport() *graph.Report {
	report := f.report()
	parties := f.records(2)
	for i := range report.Participants {
		p := &report.Participants[i]
		p.EntityID, p.OnBehalfOfID = entityAmong(parties, p.EntityID), entityAmong(parties, p.OnBehalfOfID)
	}
	for i, id := range report.AttributedToIDs {
		report.AttributedToIDs[i] = entityAmong(parties, id)
	}
	report.PlaceID = entityAmong(parties, report.PlaceID)
	return report
}

// entityAmong finds a member's entity in a handful of pairs; "" where it has none.
func entityAmong(parties []string, memberID string) string {
	for i := 0; i < len(parties); i += 2 {
		if parties[i] == memberID {
			return parties[i+1]
		}
	}
	return ""
}

// entity reads entityList: an entity of the kind that its ID tells, the
// organizations of positions by the IDs that they were put with.
func (f *fields) entity() graph.Entity {
	named := graph.Profile{ID: f.text(), Name: f.text(), Aliases: f.texts(), Nominal: f.truth(), Country: f.text()}
	kind, positions := graph.OrganizationKind(f.text()), f.positions()
	entity, ok := entityOf(named, kind, positions)
	if !ok {
		f.fault("of entity %.80q is of no kind", named.ID)
	}
	return entity
}

// entityOf makes an entity of the kind that its ID tells.
func entityOf(named graph.Profile, kind graph.OrganizationKind, positions []graph.Position) (entity graph.Entity, ok bool) {
	switch graph.PrefixOf(named.ID) {
	case graph.PrefixPerson:
		return &graph.Person{Profile: named, Positions: positions}, true
	case graph.PrefixOrganization:
		return &graph.Organization{Profile: named, Kind: kind}, true
	case graph.PrefixPlace:
		return &graph.Place{Profile: named}, true
	}
	return nil, false
}

// event reads eventList.
func (f *fields) event() *graph.Event {
	e := f.briefEvent()
	f.json(&e.Conflicts)
	f.json(&e.Merges)
	f.json(&e.Related)
	return e
}

// briefEvent reads briefEventProperties.
func (f *fields) briefEvent() *graph.Event {
	return &graph.Event{
		ID: f.text(), Block: f.text(), Type: graph.EventType(f.text()), Means: graph.Means(f.text()), Status: graph.Status(f.text()),
		Summary: f.text(), Time: f.span(), PlaceID: f.text(), ArticleCount: f.count(), PublisherCount: f.count(),
		Participants: f.participants(), ReportIDs: f.texts(),
	}
}

// briefReport reads briefReportProperties.
func (f *fields) briefReport() *graph.Report {
	return &graph.Report{ID: f.text(), Status: graph.Status(f.text()), Quote: f.text(), Start: f.count(), End: f.count()}
}

// briefArticle reads briefArticleProperties.
func (f *fields) briefArticle() *graph.Article {
	return &graph.Article{ID: f.text(), URL: f.text(), Title: f.text(), Publisher: f.text(), Published: f.day()}
}
