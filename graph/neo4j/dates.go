package neo4j

import (
	"maps"
	"slices"

	"dateline/graph"
)

const (
	putDates = `UNWIND $rows AS row MERGE (d:Date {edtf: row.date.edtf}) ON CREATE SET d = row.date
FOREACH (month IN row.months | MERGE (m:Month {edtf: month}) MERGE (d)-[:IN]->(m) MERGE (y:Year {edtf: row.year}) MERGE (m)-[:IN]->(y))
FOREACH (year IN row.years | MERGE (y:Year {edtf: year}) MERGE (d)-[:IN]->(y))`
	linkDates = `UNWIND $rows AS row MATCH (e:Event {id: row[0]}) USING INDEX SEEK e:Event(id) MATCH (d:Date {edtf: row[1]}) USING INDEX SEEK d:Date(edtf) CREATE (e)-[:ON]->(d)`
)

// linkDates puts events on the dates of their time, and those into their month, or
// else into their year: a time in one year but no one month, such as a season, is in
// the year alone, and one that spans years in none.
func (tx *transaction) linkDates(events []*graph.Event) error {
	dates := make(map[string]any)
	var links []any
	for _, e := range events {
		if e.Time == nil || e.Time.EDTF.IsZero() {
			continue
		}
		edtf := e.Time.EDTF.String()
		dates[edtf] = dateRow(e.Time.EDTF)
		links = append(links, []any{e.ID, edtf})
	}
	var rows []any
	for _, edtf := range slices.Sorted(maps.Keys(dates)) {
		rows = append(rows, dates[edtf])
	}
	if err := tx.write(putDates, rows); err != nil {
		return err
	}
	return tx.write(linkDates, links)
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
