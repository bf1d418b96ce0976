package neo4j

import (
	"maps"
	"slices"

	"dateline/graph"
)

// linkDates makes dates, and puts events on them.
const linkDates = `CALL () { UNWIND $dates AS row MERGE (d:Date {edtf: row.date.edtf}) ON CREATE SET d = row.date
FOREACH (month IN row.months | MERGE (m:Month {edtf: month}) MERGE (d)-[:IN]->(m) MERGE (y:Year {edtf: row.year}) MERGE (m)-[:IN]->(y))
FOREACH (year IN row.years | MERGE (y:Year {edtf: year}) MERGE (d)-[:IN]->(y)) }
CALL () { UNWIND $dated AS row MATCH (e:Event {id: row[0]}) USING INDEX SEEK e:Event(id) MATCH (d:Date {edtf: row[1]}) USING INDEX SEEK d:Date(edtf) CREATE (e)-[:ON]->(d) }`

// addDates puts events on the dates of their time, and those into their month, or
// else into their year: a time in one year but no one month, such as a season, is in
// the year alone, and one that spans years in none.
func addDates(lists map[string][]any, events []*graph.Event) {
	dates := make(map[string]any)
	for _, e := range events {
		if e.Time == nil || e.Time.EDTF.IsZero() {
			continue
		}
		edtf := e.Time.EDTF.String()
		dates[edtf] = dateRow(e.Time.EDTF)
		lists["dated"] = append(lists["dated"], []any{e.ID, edtf})
	}
	for _, edtf := range slices.Sorted(maps.Keys(dates)) {
		lists["dates"] = append(lists["dates"], dates[edtf])
	}
}

func dateRow(when graph.EDTF) map[string]any {
	earliest, latest := when.Earliest(), when.Latest()
	year := graph.EDTFYear(earliest.Year).String()
	months, years := []string{}, []string{}
	switch {
	case earliest.Year != latest.Year:
	case earliest.Month == latest.Month:
		months = append(months, graph.EDTFMonth(earliest.Year, earliest.Month).String())
	default:
		years = append(years, year)
	}
	return map[string]any{
		"date":   map[string]any{"edtf": when.String(), "earliest": earliest.String(), "latest": latest.String(), "precision": string(when.Precision())},
		"months": months, "years": years, "year": year,
	}
}
