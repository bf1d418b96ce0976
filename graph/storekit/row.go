package storekit

import (
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"dateline/graph"
)

// Columns reads the values of a row, one after the other. The first fault stays in
// Err, and reading goes on with zero values, so that a row is checked once, at its
// end.
type Columns[V any] struct {
	Values []V
	Next   int
	Err    error
}

// Fault notes that the row is damaged. The cause is text only: wrapped, an error of
// parsing would make it the fault of the user's arguments.
func (c *Columns[V]) Fault(format string, args ...any) {
	if c.Err == nil {
		c.Err = fmt.Errorf("%w: row %s", graph.ErrCorrupt, fmt.Sprintf(format, args...))
	}
}

// Value reads a value of any type.
func (c *Columns[V]) Value() any {
	if c.Next >= len(c.Values) {
		c.Fault("has %d columns", len(c.Values))
		return nil
	}
	c.Next++
	return c.Values[c.Next-1]
}

// Null reports whether the next value is NULL, and does not read it.
func (c *Columns[V]) Null() bool { return c.Next < len(c.Values) && any(c.Values[c.Next]) == nil }

// Text reads a text, "" for NULL.
func (c *Columns[V]) Text() string {
	switch value := c.Value().(type) {
	case string:
		return value
	case nil:
		return ""
	default:
		c.Fault("has %T in column %d, not a text", value, c.Next)
		return ""
	}
}

// Number reads a whole number.
func (c *Columns[V]) Number() int64 {
	value, ok := c.Value().(int64)
	if !ok {
		c.Fault("has no whole number in column %d", c.Next)
	}
	return value
}

// Count reads a whole number.
func (c *Columns[V]) Count() int { return int(c.Number()) }

// Float reads a real number.
func (c *Columns[V]) Float() float64 {
	value, ok := c.Value().(float64)
	if !ok {
		c.Fault("has no real number in column %d", c.Next)
	}
	return value
}

// JSON reads a value that JSONText wrote.
func (c *Columns[V]) JSON(into any) {
	text := c.Text()
	if text == "" {
		return
	}
	if err := json.Unmarshal([]byte(text), into); err != nil {
		c.Fault("has invalid JSON in column %d: %v", c.Next, err)
	}
}

// Instant reads an instant in RFC 3339; "" is the zero Time.
func (c *Columns[V]) Instant() time.Time {
	text := c.Text()
	if text == "" {
		return time.Time{}
	}
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		c.Fault("has an invalid instant in column %d: %v", c.Next, err)
	}
	return t
}

// JSONText writes a value that few rows have: "" for a zero one.
func JSONText(value any, zero bool) (string, error) {
	if zero {
		return "", nil
	}
	data, err := json.Marshal(value)
	if err != nil {
		return "", fmt.Errorf("%w: %w", graph.ErrInvalid, err)
	}
	return string(data), nil
}

// SourceTexts returns the sources that have a location as JSONText writes them, each once.
func SourceTexts(sources []graph.Source) ([]string, error) {
	var texts []string
	for _, source := range sources {
		text, err := JSONText(source, source.Location == "")
		if err != nil {
			return nil, err
		}
		if text != "" {
			texts = append(texts, text)
		}
	}
	return Distinct(texts), nil
}

// Row is a row of a store, column by column, as the functions below read it. A store
// implements it with Columns and with how it keeps truth values, days, times and
// lists.
type Row interface {
	Text() string
	Count() int
	Float() float64
	Instant() time.Time
	JSON(into any)
	Bool() bool
	Day() graph.Date
	Span() *graph.TimeSpan
	// Texts reads a list of texts.
	Texts() []string
	Fault(format string, args ...any)
}

// ReadArticle reads an article without its text.
func ReadArticle(r Row) *graph.Article {
	return &graph.Article{
		ID: r.Text(), ExternalID: r.Text(), URL: r.Text(), Title: r.Text(), Publisher: r.Text(), Byline: r.Text(),
		Published: r.Day(), PublishedFrom: r.Text(), Language: r.Text(), LoadedAt: r.Instant(), Source: readSource(r),
	}
}

func readSource(r Row) (source graph.Source) {
	r.JSON(&source)
	return source
}

// Texts returns values of a kind of text as plain ones.
func Texts[T ~string](values []T) []string {
	texts := make([]string, len(values))
	for i, value := range values {
		texts[i] = string(value)
	}
	return texts
}

// PageText writes the page of a report, which few have: "" for none.
func PageText(page int) string {
	if page == 0 {
		return ""
	}
	return strconv.Itoa(page)
}

func readPage(r Row) int {
	text := r.Text()
	if text == "" {
		return 0
	}
	page, err := strconv.Atoi(text)
	if err != nil {
		r.Fault("has an invalid page: %v", err)
	}
	return page
}

// ReadBriefArticle reads what of an article is always filled.
func ReadBriefArticle(r Row) *graph.Article {
	return &graph.Article{ID: r.Text(), URL: r.Text(), Title: r.Text(), Publisher: r.Text(), Published: r.Day()}
}

// ReadMember reads a member without its mentions.
func ReadMember(r Row) graph.Member {
	return graph.Member{
		ID: r.Text(), Block: r.Text(), Kind: graph.EntityKind(r.Text()), Name: r.Text(), Aliases: r.Texts(), Nominal: r.Bool(),
		HolderID: r.Text(), OrganizationKind: graph.OrganizationKind(r.Text()), Country: r.Text(), Positions: ReadPositions(r),
	}
}

// ReadReport reads a report whose parties are member IDs.
func ReadReport(r Row) *graph.Report {
	report := &graph.Report{
		ID: r.Text(), ArticleID: r.Text(), Block: r.Text(), EventID: r.Text(),
		Type: graph.EventType(r.Text()), Means: graph.Means(r.Text()), Status: graph.Status(r.Text()),
		Participants: ReadParticipants(r), Time: r.Span(), PlaceID: r.Text(), AttributedToIDs: r.Texts(),
		Quote: r.Text(), Start: r.Count(), End: r.Count(), Confidence: r.Float(),
	}
	r.JSON(&report.Claim)
	r.JSON(&report.About)
	report.Qualifier, report.Several, report.DeniesPlan, report.ByHand = r.Text(), r.Bool(), r.Bool(), r.Bool()
	report.Stated, report.Page = graph.SourceKind(r.Text()), readPage(r)
	return report
}

// ReadResolvedReport reads a report, and then the entities of its members, in pairs.
// Its parties are entity IDs, "" for a member that is in no entity.
func ReadResolvedReport(r Row) *graph.Report {
	report, parties := ReadReport(r), records(r, 2)
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

// ReadSources reads those on whose word a report stands, and then the entities of its
// members, in pairs.
func ReadSources(r Row, report *graph.Report) {
	report.AttributedToIDs = r.Texts()
	parties := records(r, 2)
	for i, id := range report.AttributedToIDs {
		report.AttributedToIDs[i] = entityAmong(parties, id)
	}
}

// entityAmong returns a member's entity: a handful of pairs is searched faster than
// it is put into a map.
func entityAmong(parties []string, memberID string) string {
	for i := 0; i < len(parties); i += 2 {
		if parties[i] == memberID {
			return parties[i+1]
		}
	}
	return ""
}

// ReadBriefEvent reads an event without what ReadFindings reads.
func ReadBriefEvent(r Row) *graph.Event {
	return &graph.Event{
		ID: r.Text(), Block: r.Text(), Type: graph.EventType(r.Text()), Means: graph.Means(r.Text()), Status: graph.Status(r.Text()),
		Summary: r.Text(), Time: r.Span(), PlaceID: r.Text(), ArticleCount: r.Count(), PublisherCount: r.Count(),
		Participants: ReadParticipants(r), ReportIDs: r.Texts(),
	}
}

// ReadFindings reads the rest of an event: what it was about and what kind of contact it
// was, its conflicts, merges and related events.
func ReadFindings(r Row, e *graph.Event) {
	r.JSON(&e.About)
	e.Qualifier, e.Several, e.DeniesPlan = r.Text(), r.Bool(), r.Bool()
	r.JSON(&e.Conflicts)
	r.JSON(&e.Merges)
	r.JSON(&e.Related)
}

// ReadEdit reads the JSON of an edit, and whether it is withdrawn and overruled.
func ReadEdit(r interface {
	JSON(into any)
	Bool() bool
}) *graph.Edit {
	e := new(graph.Edit)
	r.JSON(e)
	e.Withdrawn, e.Overruled = r.Bool(), r.Bool()
	return e
}
