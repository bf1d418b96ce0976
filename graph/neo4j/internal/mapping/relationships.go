package mapping

import (
	"maps"
	"slices"

	"dateline/graph"
	"dateline/graph/storekit"
)

// ParticipationRow returns the properties of a [:PARTICIPATED_IN].
func ParticipationRow(entityID string, p storekit.Part, e *graph.Event) map[string]any {
	row := map[string]any{
		"entityId": entityID, "role": string(p.Role), "onBehalfOf": p.OnBehalfOfID, "part": p.Index,
		"type": string(e.Type), "means": string(e.Means), "status": string(e.Status),
	}
	addTime(row, e)
	return row
}

// ContactRow returns the properties of a [:CONTACTED], and of an [:ACTED_FOR].
func ContactRow(e *graph.Event) map[string]any {
	t := storekit.TimeOf(e.Time)
	return map[string]any{
		"eventId": e.ID, "means": string(e.Means), "undated": t.Undated, "earliest": t.Earliest.String(), "latest": t.Latest.String(),
	}
}

// AddLinked adds the relationships of events, as rows of the statement that creates them.
func AddLinked(lists map[string][]any, events []*graph.Event) {
	for _, e := range events {
		parts := storekit.PartsOf(e.Participants)
		for _, id := range slices.Sorted(maps.Keys(parts)) {
			lists["participants"] = append(lists["participants"], map[string]any{"entityId": id, "eventId": e.ID, "participation": ParticipationRow(id, parts[id], e)})
		}
		for pair := range storekit.LinkedPairs(e.Type, e.Status, e.Participants) {
			lists["contacts"] = append(lists["contacts"], map[string]any{"one": pair.One, "other": pair.Other, "contact": ContactRow(e)})
		}
		for pair := range storekit.ActingPairs(e.Type, e.Status, e.Participants) {
			lists["acting"] = append(lists["acting"], map[string]any{"one": pair.Envoy, "other": pair.Principal, "contact": ContactRow(e)})
		}
		if e.PlaceID != "" {
			lists["places"] = append(lists["places"], []any{e.ID, e.PlaceID})
		}
	}
	addDates(lists, events)
}

// addDates adds the dates of events and their months and years. A date within a month is
// in that month; one within a year only, such as a season, is in that year; one that
// spans years is in neither.
func addDates(lists map[string][]any, events []*graph.Event) {
	dates := make(map[string]any)
	for _, e := range events {
		if e.Time == nil || e.Time.EDTF.IsZero() {
			continue
		}
		edtf := e.Time.EDTF.String()
		dates[edtf] = DateRow(e.Time.EDTF)
		lists["dated"] = append(lists["dated"], []any{e.ID, edtf})
	}
	for _, edtf := range slices.Sorted(maps.Keys(dates)) {
		lists["dates"] = append(lists["dates"], dates[edtf])
	}
}

// DateRow returns the properties of a (:Date), and the months and years that it is in.
func DateRow(when graph.EDTF) map[string]any {
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
