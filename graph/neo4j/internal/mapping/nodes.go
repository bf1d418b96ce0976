package mapping

import (
	"errors"
	"maps"
	"slices"
	"time"

	"dateline/graph"
	"dateline/graph/storekit"
)

// ArticleRow returns the properties of an (:Article).
func ArticleRow(a *graph.Article) map[string]any {
	title := graph.Fold(a.Title)
	return map[string]any{
		"id": a.ID, "externalId": a.ExternalID, "url": a.URL, "title": a.Title, "titleFolded": title, "titleWords": storekit.WordCount(title),
		"publisher": a.Publisher, "publisherFolded": FoldedKey(a.Publisher), "byline": a.Byline,
		"published": a.Published.String(), "publishedFrom": a.PublishedFrom, "language": a.Language, "loadedAt": instantText(a.LoadedAt),
		"source": sourceText(a.Source), "text": a.Text, "key": articleKey(a.Published, a.ID), "host": graph.Host(a.URL),
	}
}

// BatchRow returns the properties of an (:Article) with what was extracted from it, if
// edits have changed that.
func BatchRow(b *graph.Batch) (map[string]any, error) {
	row := ArticleRow(&b.Article)
	original, err := storekit.JSONText(storekit.CloneBatch(b).Original, b.Original == nil)
	row["original"], row["sum"] = Nullable(original), b.Sum()
	return row, err
}

func sourceText(source graph.Source) string {
	text, _ := storekit.JSONText(source, source == graph.Source{}) // texts and a number: cannot fail
	return text
}

// MemberRow has no entityId, since a member that stays keeps its own.
func MemberRow(articleID string, position int, m *graph.Member) map[string]any {
	starts, ends := make([]int, len(m.Mentions)), make([]int, len(m.Mentions))
	forms, texts := make([]string, len(m.Mentions)), make([]string, len(m.Mentions))
	for i, span := range m.Mentions {
		starts[i], ends[i], forms[i], texts[i] = span.Start, span.End, string(span.Form), span.Text
	}
	return map[string]any{
		"id": m.ID, "articleId": articleID, "position": position, "block": m.Block, "kind": string(m.Kind), "name": m.Name,
		"aliases": ListValue(m.Aliases), "nominal": m.Nominal, "holderId": m.HolderID, "organizationKind": string(m.OrganizationKind),
		"country": m.Country, "positions": storekit.PositionTexts(m.Positions),
		"mentionStarts": starts, "mentionEnds": ends, "mentionForms": forms, "mentionTexts": texts,
	}
}

// ReportRows is a report as it is written, and the IDs of the members that it names.
type ReportRows struct {
	Report map[string]any
	Names  []string
}

// ReportRow has no eventId, since a report that stays keeps its own.
func ReportRow(position int, r *graph.Report) (ReportRows, error) {
	claim, err := storekit.JSONText(r.Claim, r.Claim == nil)
	about, aboutErr := storekit.JSONText(r.About, len(r.About) == 0)
	quote := graph.Fold(r.Quote)
	row := map[string]any{
		"id": r.ID, "articleId": r.ArticleID, "position": position, "block": r.Block, "type": string(r.Type), "means": string(r.Means),
		"status": string(r.Status), "participants": storekit.ParticipantTexts(r.Participants), "placeId": r.PlaceID,
		"attributedTo": ListValue(r.AttributedToIDs), "parties": []string{},
		"quote": r.Quote, "quoteFolded": quote, "quoteWords": storekit.WordCount(quote), "start": r.Start, "end": r.End,
		"confidence": r.Confidence, "claim": claim,
		"about": about, "qualifier": r.Qualifier, "several": r.Several, "deniesPlan": r.DeniesPlan, "byHand": r.ByHand,
		"sourceKind": string(r.Stated), "page": storekit.PageText(r.Page),
	}
	addSpan(row, r.Time)
	return ReportRows{row, storekit.Distinct(slices.Collect(r.PartyIDs()))}, errors.Join(err, aboutErr)
}

// addSpan adds a time to a row. Without a time, edtf is null.
func addSpan(row map[string]any, t *graph.TimeSpan) {
	row["edtf"], row["timeText"], row["timeAnchor"], row["timeBound"] = nil, "", "", false
	if t != nil {
		row["edtf"], row["timeText"], row["timeAnchor"], row["timeBound"] = t.EDTF.String(), t.Text, t.Anchor.String(), t.BoundOnly
	}
}

// ListValue returns a copy of a list that is not nil, since null is not a list.
func ListValue(list []string) []string {
	if list == nil {
		return []string{}
	}
	return slices.Clone(list)
}

// instantText returns an instant in RFC 3339; the zero Time is "".
func instantText(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Truncate(time.Microsecond).Format(time.RFC3339Nano)
}

// EntityRow returns the properties of an (:Entity).
func EntityRow(block string, e graph.Entity) map[string]any {
	n := graph.ProfileOf(e)
	folded := FoldedKey(n.Name)
	row := map[string]any{
		"id": n.ID, "block": block, "name": n.Name, "nameFolded": folded, "key": entityKey(folded, n.ID), "aliases": ListValue(n.Aliases),
		"nominal": n.Nominal, "country": n.Country, "kind": "", "positions": []string{},
	}
	switch e := e.(type) {
	case *graph.Person:
		row["positions"] = storekit.PositionTexts(e.Positions)
	case *graph.Organization:
		row["kind"] = string(e.Kind)
	}
	return row
}

// NamesOf returns the name and the aliases of an entity, folded; none for nil.
func NamesOf(e graph.Entity) map[string]bool {
	names := make(map[string]bool)
	if e == nil {
		return names
	}
	n := graph.ProfileOf(e)
	for _, name := range append([]string{n.Name}, n.Aliases...) {
		if folded := FoldedKey(name); folded != "" { // a name of punctuation alone matches nothing
			names[folded] = true
		}
	}
	return names
}

// NameRow returns the properties of a (:Name).
func NameRow(folded string) map[string]any {
	return map[string]any{"folded": folded, "words": storekit.WordCount(folded)}
}

// Nullable returns a text, or nil if it is empty.
func Nullable(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// EntityLabels are the labels of entities besides Entity, by kind.
var EntityLabels = map[graph.EntityKind]string{graph.KindPerson: "Person", graph.KindOrganization: "Organization", graph.KindPlace: "Place"}

// EntityPrefixes are the prefixes of the IDs of entities, by kind.
var EntityPrefixes = map[graph.EntityKind]string{
	graph.KindPerson: graph.PrefixPerson, graph.KindOrganization: graph.PrefixOrganization, graph.KindPlace: graph.PrefixPlace,
}

// EventRow returns the properties of an (:Event), except for its brief.
func EventRow(e *graph.Event) (map[string]any, error) {
	conflicts, err := storekit.JSONText(e.Conflicts, len(e.Conflicts) == 0)
	merges, mergesErr := storekit.JSONText(e.Merges, len(e.Merges) == 0)
	related, relatedErr := storekit.JSONText(e.Related, len(e.Related) == 0)
	about, aboutErr := storekit.JSONText(e.About, len(e.About) == 0)
	conflictReports := []string{}
	for _, c := range e.Conflicts {
		conflictReports = append(conflictReports, c.ReportIDs...)
	}
	row := map[string]any{
		"id": e.ID, "block": e.Block, "type": string(e.Type), "means": string(e.Means), "status": string(e.Status), "summary": e.Summary,
		"placeId": e.PlaceID, "articleCount": e.ArticleCount, "publisherCount": e.PublisherCount, "reportCount": len(e.ReportIDs),
		"reportsKey": ReportsKey(len(e.ReportIDs), e.ID), "participants": storekit.ParticipantTexts(e.Participants),
		"reportIds": ListValue(e.ReportIDs), "conflicts": conflicts, "conflictReportIds": storekit.Distinct(conflictReports),
		"merges": merges, "related": related,
		"about": about, "aboutWords": storekit.AboutWords(e), "qualifier": e.Qualifier, "several": e.Several, "deniesPlan": e.DeniesPlan,
	}
	words := storekit.SummaryWords(e)
	row["words"], row["wordCount"] = words, storekit.WordCount(words)
	addSpan(row, e.Time)
	addTime(row, e)
	return row, errors.Join(err, mergesErr, relatedErr, aboutErr)
}

// addTime adds the properties by which events, and participations in them, are sorted.
func addTime(row map[string]any, e *graph.Event) {
	t := storekit.TimeOf(e.Time)
	row["undated"], row["earliest"], row["latest"], row["long"] = t.Undated, t.Earliest.String(), t.Latest.String(), t.Length
	row["key"] = eventKey(t.Undated, t.First, t.Latest, e.ID)
	row["reverseKey"] = reverseEventKey(t.Undated, t.First, t.Latest, e.ID)
}

// PartiesOf returns pairs of members and their entities, by member: the property parties
// of a report.
func PartiesOf(names []string, entityOf func(memberID string) string) []string {
	parties := make([]string, 0, 2*len(names))
	for _, id := range slices.Sorted(slices.Values(names)) {
		parties = append(parties, id, entityOf(id))
	}
	return parties
}

// EntitiesOf returns the entities of members, each once.
func EntitiesOf(memberIDs []string, entityOf func(memberID string) string) []string {
	entities := make(map[string]bool, len(memberIDs))
	for _, id := range memberIDs {
		entities[entityOf(id)] = true
	}
	delete(entities, "")
	return ListValue(slices.Sorted(maps.Keys(entities)))
}
