// Package mapping has the graph in Neo4j's terms: how values of package graph become
// nodes and relationships with properties, and how rows of an answer become values
// again. It sends nothing.
package mapping

import "strings"

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
	eventProperties  = append(BriefEventProperties[:len(BriefEventProperties):len(BriefEventProperties)], "conflicts", "merges", "related")

	// The briefs of reports and articles have what is always filled of them.
	BriefEventProperties = []string{"id", "block", "type", "means", "status", "summary", "edtf", "timeText", "timeAnchor", "placeId", "articleCount", "publisherCount",
		"participants", "reportIds"}
	BriefReportProperties  = []string{"id", "status", "quote", "start", "end"}
	BriefArticleProperties = []string{"id", "url", "title", "publisher", "published"}
)

func listOf(variable string, properties ...string) string {
	return "[" + TermsOf(variable, properties...) + "]"
}

func TermsOf(variable string, properties ...string) string {
	terms := make([]string, len(properties))
	for i, property := range properties {
		terms[i] = variable + "." + property
	}
	return strings.Join(terms, ", ")
}

// ArticleList is for article.
func ArticleList(v string) string { return listOf(v, articleProperties...) }

// WholeArticleList is for wholeArticle.
func WholeArticleList(v string) string {
	return listOf(v, append(articleProperties[:len(articleProperties):len(articleProperties)], "text")...)
}

// MemberList is for member.
func MemberList(v string) string { return listOf(v, memberProperties...) }

// mentionsList is for mentions.
func mentionsList(v string) string { return listOf(v, mentionProperties...) }

// ReportList is for report.
func ReportList(v string) string { return listOf(v, reportProperties...) }

// ResolvedReportList is for resolvedReport.
func ResolvedReportList(v string) string {
	return listOf(v, append(reportProperties[:len(reportProperties):len(reportProperties)], "parties")...)
}

// EntityList is for entity.
func EntityList(v string) string { return listOf(v, entityProperties...) }

// EventList is for event.
func EventList(v string) string { return listOf(v, eventProperties...) }
