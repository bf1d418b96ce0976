// Package mapping has the graph in Neo4j's terms: how values of package graph become
// nodes and relationships with properties, and how rows of an answer become values
// again. It sends nothing.
package mapping

import "strings"

// Rows are sent as lists, since maps would repeat their keys in every row. These are the
// properties of each kind of node, in the order in which they are read. The functions
// below return Cypher for a list of them; the argument is the node's variable.
var (
	articleProperties = []string{"id", "externalId", "url", "title", "publisher", "byline", "published", "publishedFrom", "language", "loadedAt", "source"}
	memberProperties  = []string{"id", "block", "kind", "name", "aliases", "nominal", "holderId", "organizationKind", "country", "positions"}
	mentionProperties = []string{"mentionStarts", "mentionEnds", "mentionForms", "mentionTexts"}
	reportProperties  = []string{"id", "articleId", "block", "eventId", "type", "means", "status", "participants", "edtf", "timeText", "timeAnchor", "timeBound", "placeId",
		"attributedTo", "quote", "start", "end", "confidence", "claim", "about", "qualifier", "several", "deniesPlan", "byHand", "sourceKind", "page"}
	entityProperties = []string{"id", "name", "aliases", "nominal", "country", "kind", "positions"}
	eventProperties  = append(BriefEventProperties[:len(BriefEventProperties):len(BriefEventProperties)], "about", "qualifier", "several", "deniesPlan",
		"conflicts", "merges", "related")

	// Those in brief are always filled, whatever graph.Without leaves out.
	BriefEventProperties = []string{"id", "block", "type", "means", "status", "summary", "edtf", "timeText", "timeAnchor", "timeBound",
		"placeId", "articleCount", "publisherCount",
		"participants", "reportIds"}
	BriefReportProperties  = []string{"id", "status", "quote", "start", "end"}
	BriefArticleProperties = []string{"id", "url", "title", "publisher", "published"}
)

func listOf(variable string, properties ...string) string {
	return "[" + TermsOf(variable, properties...) + "]"
}

// TermsOf returns Cypher terms for properties of a variable, separated by commas.
func TermsOf(variable string, properties ...string) string {
	terms := make([]string, len(properties))
	for i, property := range properties {
		terms[i] = variable + "." + property
	}
	return strings.Join(terms, ", ")
}

// ArticleList is for storekit.ReadArticle.
func ArticleList(v string) string { return listOf(v, articleProperties...) }

// WholeArticleList is for WholeArticle.
func WholeArticleList(v string) string {
	return listOf(v, append(articleProperties[:len(articleProperties):len(articleProperties)], "text")...)
}

// MemberList is for storekit.ReadMember.
func MemberList(v string) string { return listOf(v, memberProperties...) }

// mentionsList is for mentions.
func mentionsList(v string) string { return listOf(v, mentionProperties...) }

// ReportList is for storekit.ReadReport.
func ReportList(v string) string { return listOf(v, reportProperties...) }

// ResolvedReportList is for storekit.ReadResolvedReport.
func ResolvedReportList(v string) string {
	return listOf(v, append(reportProperties[:len(reportProperties):len(reportProperties)], "parties")...)
}

// EntityList is for Entity.
func EntityList(v string) string { return listOf(v, entityProperties...) }

// EventList is for Event.
func EventList(v string) string { return listOf(v, eventProperties...) }
