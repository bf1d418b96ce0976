package mapping

import (
	"slices"

	"dateline/graph"
	"dateline/graph/storekit"
)

// BatchLists returns the lists that BatchOf reads, of (a:Article) with its members and reports.
var BatchLists = WholeArticleList("a") + `,
[(m:Member)-[:NAMED_IN]->(a) | ` + MemberList("m") + ` + [m.position, m.entityId] + ` + mentionsList("m") + `],
[(r:Report)-[:IN]->(a) | ` + ReportList("r") + ` + [r.position]], a.original`

// StoredArticle is what a transaction has to know of a stored article in order to replace
// it: the entities of its members and the events of its reports, "" for none.
type StoredArticle struct{ Members, Reports map[string]string }

// BatchOf reads a row of BatchLists.
func BatchOf(row []any) (*graph.Batch, *StoredArticle, error) {
	f := FieldsOf(row[0])
	b := &graph.Batch{Article: *f.WholeArticle()}
	stored := &StoredArticle{make(map[string]string), make(map[string]string)}
	lists := NewFields(row[1:])
	members, reports := lists.List(), lists.List()
	if !lists.Null() {
		b.Original = new(graph.Extraction)
		lists.JSON(b.Original)
	}
	positions := make(map[string]int, len(members)+len(reports))
	err := FirstOf(f.Err, lists.Err)
	for _, value := range members {
		f := FieldsOf(value)
		m := storekit.ReadMember(f)
		positions[m.ID], stored.Members[m.ID] = f.Count(), f.Text()
		m.Mentions = f.mentions()
		b.Members = append(b.Members, m)
		err = FirstOf(err, f.Err)
	}
	for _, value := range reports {
		f := FieldsOf(value)
		r := storekit.ReadReport(f)
		positions[r.ID], stored.Reports[r.ID] = f.Count(), r.EventID
		r.EventID = "" // nothing is filled in a batch
		b.Reports = append(b.Reports, *r)
		err = FirstOf(err, f.Err)
	}
	slices.SortFunc(b.Members, func(a, b graph.Member) int { return positions[a.ID] - positions[b.ID] })
	slices.SortFunc(b.Reports, func(a, b graph.Report) int { return positions[a.ID] - positions[b.ID] })
	return b, stored, err
}
