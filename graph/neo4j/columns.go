package neo4j

import (
	"strings"

	"dateline/graph"
	"dateline/graph/storekit"
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

// fields reads a list, one value after the other.
type fields struct {
	storekit.Columns[any]
}

func newFields(values []any) *fields { return &fields{storekit.Columns[any]{Values: values}} }

// fieldsOf reads a value that is a list.
func fieldsOf(value any) *fields {
	list, ok := value.([]any)
	f := newFields(list)
	if !ok {
		f.Fault("is %T, no list", value)
	}
	return f
}

// Bool reads a truth value.
func (f *fields) Bool() bool {
	value, ok := f.Value().(bool)
	if !ok {
		f.Fault("has no truth value in column %d", f.Next)
	}
	return value
}

// List reads a list of anything; null is nil.
func (f *fields) List() []any {
	switch value := f.Value().(type) {
	case []any:
		return value
	case nil:
		return nil
	default:
		f.Fault("has %T in column %d, no list", value, f.Next)
		return nil
	}
}

// Texts reads a list of texts. A list of nothing is nil.
func (f *fields) Texts() []string {
	list := f.List()
	if len(list) == 0 {
		return nil
	}
	texts := make([]string, len(list))
	for i, one := range list {
		text, ok := one.(string)
		if !ok {
			f.Fault("has %T in the list in column %d, not a text", one, f.Next)
			return nil
		}
		texts[i] = text
	}
	return texts
}

// Numbers reads a list of numbers.
func (f *fields) Numbers() []int {
	list := f.List()
	numbers := make([]int, len(list))
	for i, one := range list {
		number, ok := one.(int64)
		if !ok {
			f.Fault("has %T in the list in column %d, not a number", one, f.Next)
			return nil
		}
		numbers[i] = int(number)
	}
	return numbers
}

// Records reads a list of records of so many fields, all in one.
func (f *fields) Records(size int) []string {
	list := f.Texts()
	if len(list)%size != 0 {
		f.Fault("has a broken record in column %d", f.Next)
		return nil
	}
	return list
}

// Day reads YYYY-MM-DD, and "" as the zero Date.
func (f *fields) Day() graph.Date {
	var d graph.Date
	if err := d.UnmarshalText([]byte(f.Text())); err != nil {
		f.Fault("has no day in column %d: %v", f.Next, err)
	}
	return d
}

// Span reads edtf, timeText and timeAnchor.
func (f *fields) Span() *graph.TimeSpan {
	none := f.Null()
	edtf, text, anchor := f.Text(), f.Text(), f.Day()
	if none {
		return nil
	}
	span, err := spanOf(edtf, text, anchor)
	if err != nil {
		f.Fault("has a time that is none: %v", err)
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

// wholeArticle reads wholeArticleList.
func (f *fields) wholeArticle() *graph.Article {
	a := storekit.ReadArticle(f)
	a.Text = f.Text()
	return a
}

// mentions reads mentionsList.
func (f *fields) mentions() []graph.MentionSpan {
	starts, ends, forms, texts := f.Numbers(), f.Numbers(), f.Texts(), f.Texts()
	if len(ends) != len(starts) || len(forms) != len(starts) || len(texts) != len(starts) {
		f.Fault("has lists of mentions of different lengths")
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

// entity reads entityList: an entity of the kind that its ID tells, the
// organizations of positions by the IDs that they were put with.
func (f *fields) entity() graph.Entity {
	named := graph.Profile{ID: f.Text(), Name: f.Text(), Aliases: f.Texts(), Nominal: f.Bool(), Country: f.Text()}
	kind, positions := graph.OrganizationKind(f.Text()), storekit.ReadPositions(f)
	entity, ok := entityOf(named, kind, positions)
	if !ok {
		f.Fault("of entity %.80q is of no kind", named.ID)
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
	e := storekit.ReadBriefEvent(f)
	storekit.ReadFindings(f, e)
	return e
}

// briefReport reads briefReportProperties.
func (f *fields) briefReport() *graph.Report {
	return &graph.Report{ID: f.Text(), Status: graph.Status(f.Text()), Quote: f.Text(), Start: f.Count(), End: f.Count()}
}
