// Package csvimport writes a graph as CSV files for Neo4j's bulk importer.
package csvimport

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dateline/graph"
	"dateline/graph/neo4j/internal/mapping"
	"dateline/graph/storekit"
)

// Columns that are not properties: a node's second label, and a relationship's start and
// end.
const (
	labelColumn = ":LABEL"
	startColumn = ":START_ID"
	endColumn   = ":END_ID"
)

// Writer writes a whole graph as the files of neo4j-admin database import, for graphs
// that would take hours by transactions. The imported database is what transactions
// would have made, except for what neo4j.Open adds: the schema, and the briefs of
// events. The importer cannot make empty lists, so run EmptyLists before the first
// Open.
//
// A Writer remembers the names and dates that it has written, and nothing else.
type Writer struct {
	nodes map[string]*table // by label
	links map[link]*table
	// tables are all of them, in the order in which they were made.
	tables []*table
	// once has the label and the key of each node that several things share.
	once map[[2]string]bool
	err  error
}

// link is a type of relationship, and the labels of its start and its end.
type link struct{ from, kind, to string }

// New makes the files in a folder, and the folder if it does not exist.
func New(folder string) (*Writer, error) {
	folder, err := filepath.Abs(folder)
	if err == nil {
		err = os.MkdirAll(folder, 0o755)
	}
	if err != nil {
		return nil, fmt.Errorf("neo4j: CSV: %w", err)
	}
	w := &Writer{nodes: make(map[string]*table), links: make(map[link]*table), once: make(map[[2]string]bool)}
	if err := errors.Join(w.makeNodes(folder), w.makeLinks(folder)); err != nil {
		return nil, errors.Join(fmt.Errorf("neo4j: CSV: %w", err), w.Close())
	}
	// Open takes a database without this node for another program's.
	w.node("Dateline", map[string]any{"name": "graph", "version": 0})
	return w, w.err
}

// makeNodes makes a file for each label, with the columns of a zero node.
func (w *Writer) makeNodes(folder string) error {
	member, entity := mapping.MemberRow("", 0, &graph.Member{}), mapping.EntityRow("", &graph.Place{})
	report, reportErr := mapping.ReportRow(0, &graph.Report{})
	event, eventErr := mapping.EventRow(&graph.Event{})
	if err := errors.Join(reportErr, eventErr); err != nil {
		return err
	}
	article, articleErr := mapping.BatchRow(&graph.Batch{})
	if articleErr != nil {
		return articleErr
	}
	edit, _, editErr := mapping.EditRow(&graph.Edit{})
	if editErr != nil {
		return editErr
	}
	member["entityId"], report.Report["eventId"], entity[labelColumn] = nil, nil, nil
	someDay := graph.EDTFDay(graph.MinDate)
	for _, n := range []struct {
		label, key string
		columns    map[string]any
	}{
		{"Article", "id", article},
		{"Member", "id", member},
		{"Report", "id", report.Report},
		{"Entity", "id", entity},
		{"Event", "id", event},
		{"Name", "folded", mapping.NameRow("")},
		{"Edit", "id", edit},
		{"Subject", "id", map[string]any{"id": "", "articleId": ""}},
		{"Date", "edtf", mapping.DateRow(someDay)["date"].(map[string]any)},
		{"Month", "edtf", map[string]any{"edtf": ""}},
		{"Year", "edtf", map[string]any{"edtf": ""}},
		{"Dateline", "name", map[string]any{"name": "", "version": 0}},
	} {
		headings := map[string]string{n.key: n.key + ":ID(" + n.label + ")", labelColumn: labelColumn}
		t, err := newTable(folder, n.label, "--nodes="+n.label, n.columns, headings)
		if err != nil {
			return err
		}
		t.label, w.nodes[n.label], w.tables = n.label, t, append(w.tables, t)
	}
	return nil
}

// makeLinks makes a file for each type of relationship, with the columns of a zero one.
func (w *Writer) makeLinks(folder string) error {
	for _, r := range []struct {
		link
		columns map[string]any
	}{
		{link{"Member", "NAMED_IN", "Article"}, nil},
		{link{"Member", "OF", "Entity"}, nil},
		{link{"Report", "IN", "Article"}, nil},
		{link{"Report", "NAMES", "Member"}, nil},
		{link{"Report", "ATTRIBUTED_TO", "Entity"}, nil},
		{link{"Report", "OF", "Event"}, nil},
		{link{"Entity", "CALLED", "Name"}, nil},
		{link{"Entity", "PARTICIPATED_IN", "Event"}, mapping.ParticipationRow("", storekit.Part{}, &graph.Event{})},
		{link{"Entity", "CONTACTED", "Entity"}, mapping.ContactRow(&graph.Event{})},
		{link{"Entity", "ACTED_FOR", "Entity"}, mapping.ContactRow(&graph.Event{})},
		{link{"Event", "AT", "Entity"}, nil},
		{link{"Event", "ON", "Date"}, nil},
		{link{"Date", "IN", "Month"}, nil},
		{link{"Date", "IN", "Year"}, nil},
		{link{"Month", "IN", "Year"}, nil},
		{link{"Edit", "ABOUT", "Subject"}, nil},
	} {
		columns := map[string]any{startColumn: "", endColumn: ""}
		maps.Copy(columns, r.columns)
		headings := map[string]string{startColumn: startColumn + "(" + r.from + ")", endColumn: endColumn + "(" + r.to + ")"}
		t, err := newTable(folder, r.from+"-"+r.kind+"-"+r.to, "--relationships="+r.kind, columns, headings)
		if err != nil {
			return err
		}
		w.links[r.link], w.tables = t, append(w.tables, t)
	}
	return nil
}

// Batch writes an article with its members and reports. EntityOf returns the entity of
// a member, and eventOf the event of a report, "" for none.
func (w *Writer) Batch(b *graph.Batch, entityOf, eventOf func(id string) string) error {
	article, err := mapping.BatchRow(b)
	if err != nil {
		return err
	}
	w.node("Article", article)
	for i := range b.Members {
		m := &b.Members[i]
		entityID := entityOf(m.ID)
		row := mapping.MemberRow(b.Article.ID, i, m)
		row["entityId"] = mapping.Nullable(entityID)
		w.node("Member", row)
		w.link("Member", m.ID, "NAMED_IN", "Article", b.Article.ID, nil)
		if entityID != "" {
			w.link("Member", m.ID, "OF", "Entity", entityID, nil)
		}
	}
	for i := range b.Reports {
		r := &b.Reports[i]
		row, err := mapping.ReportRow(i, r)
		if err != nil {
			return err
		}
		eventID := eventOf(r.ID)
		row.Report["eventId"], row.Report["parties"] = mapping.Nullable(eventID), mapping.PartiesOf(row.Names, entityOf)
		w.node("Report", row.Report)
		w.link("Report", r.ID, "IN", "Article", b.Article.ID, nil)
		if eventID != "" {
			w.link("Report", r.ID, "OF", "Event", eventID, nil)
		}
		for _, id := range row.Names {
			w.link("Report", r.ID, "NAMES", "Member", id, nil)
		}
		for _, id := range mapping.EntitiesOf(r.AttributedToIDs, entityOf) {
			w.link("Report", r.ID, "ATTRIBUTED_TO", "Entity", id, nil)
		}
	}
	return w.err
}

// Entity writes an entity of a block. Its members come with their batches.
func (w *Writer) Entity(block string, e graph.Entity) error {
	row := mapping.EntityRow(block, e)
	row[labelColumn] = mapping.EntityLabels[graph.KindOf(e)]
	w.node("Entity", row)
	for _, name := range slices.Sorted(maps.Keys(mapping.NamesOf(e))) {
		w.nodeOnce("Name", name, mapping.NameRow(name))
		w.link("Entity", e.NodeID(), "CALLED", "Name", name, nil)
	}
	return w.err
}

// Event writes an event of a block. Its reports come with their batches.
func (w *Writer) Event(block string, e *graph.Event) error {
	e = storekit.CloneEvent(e)
	e.Block = block
	row, err := mapping.EventRow(e)
	if err != nil {
		return err
	}
	w.node("Event", row)
	lists := make(map[string][]any)
	mapping.AddLinked(lists, []*graph.Event{e})
	for _, one := range lists["participants"] {
		row := one.(map[string]any)
		w.link("Entity", row["entityId"].(string), "PARTICIPATED_IN", "Event", e.ID, row["participation"].(map[string]any))
	}
	for _, one := range lists["contacts"] {
		row := one.(map[string]any)
		w.link("Entity", row["one"].(string), "CONTACTED", "Entity", row["other"].(string), row["contact"].(map[string]any))
	}
	for _, one := range lists["acting"] {
		row := one.(map[string]any)
		w.link("Entity", row["one"].(string), "ACTED_FOR", "Entity", row["other"].(string), row["contact"].(map[string]any))
	}
	for _, one := range lists["places"] {
		w.link("Event", e.ID, "AT", "Entity", one.([]any)[1].(string), nil)
	}
	for _, one := range lists["dates"] {
		w.date(one.(map[string]any))
	}
	for _, one := range lists["dated"] {
		w.link("Event", e.ID, "ON", "Date", one.([]any)[1].(string), nil)
	}
	return w.err
}

// Edit writes an edit. What it says of other edits, members and reports it says by their
// IDs, so a takedown keeps its article out of the imported graph as well.
func (w *Writer) Edit(e *graph.Edit) error {
	row, subjects, err := mapping.EditRow(e)
	if err != nil {
		return err
	}
	w.node("Edit", row)
	for _, one := range subjects {
		subject := one.(map[string]any)
		w.nodeOnce("Subject", subject["id"].(string), subject)
		w.link("Edit", e.ID, "ABOUT", "Subject", subject["id"].(string), nil)
	}
	return w.err
}

// date writes a DateRow with its months and years.
func (w *Writer) date(row map[string]any) {
	date := row["date"].(map[string]any)
	edtf, year := date["edtf"].(string), row["year"].(string)
	if !w.nodeOnce("Date", edtf, date) {
		return
	}
	for _, month := range row["months"].([]string) {
		w.link("Date", edtf, "IN", "Month", month, nil)
		if w.nodeOnce("Month", month, map[string]any{"edtf": month}) {
			w.nodeOnce("Year", year, map[string]any{"edtf": year})
			w.link("Month", month, "IN", "Year", year, nil)
		}
	}
	for _, year := range row["years"].([]string) {
		w.nodeOnce("Year", year, map[string]any{"edtf": year})
		w.link("Date", edtf, "IN", "Year", year, nil)
	}
}

// node writes a node, unless there was an error before.
func (w *Writer) node(label string, row map[string]any) {
	if w.err == nil {
		w.err = w.nodes[label].write(row)
	}
}

// nodeOnce writes a node the first time, and reports whether it did.
func (w *Writer) nodeOnce(label, key string, row map[string]any) bool {
	if w.once[[2]string{label, key}] {
		return false
	}
	w.once[[2]string{label, key}] = true
	w.node(label, row)
	return true
}

// link writes a relationship, unless there was an error before.
func (w *Writer) link(from, start, kind, to, end string, row map[string]any) {
	if w.err != nil {
		return
	}
	if row == nil {
		row = make(map[string]any, 2)
	}
	row[startColumn], row[endColumn] = start, end
	w.err = w.links[link{from, kind, to}].write(row)
}

// Close completes the files.
func (w *Writer) Close() error {
	err := w.err
	for _, t := range w.tables {
		err = errors.Join(err, t.close())
	}
	return err
}

// Arguments returns the arguments that neo4j-admin database import full needs.
func (w *Writer) Arguments() []string {
	arguments := []string{fmt.Sprintf("--array-delimiter=U+%04X", listDelimiter)}
	var multiline []string
	for _, t := range w.tables {
		if t.rows == 0 {
			continue
		}
		arguments = append(arguments, t.option+"="+t.file.Name())
		if t.multiline {
			multiline = append(multiline, t.file.Name())
		}
	}
	if len(multiline) > 0 {
		arguments = append(arguments, "--multiline-fields-format=v2", "--multiline-fields="+strings.Join(multiline, ","))
	}
	return arguments
}

// EmptyLists returns statements that set what the importer leaves out: the empty lists, and
// that there are edits. Run each outside a transaction, and before the first Open, while
// there is no index to update.
func (w *Writer) EmptyLists() []string {
	var statements []string
	if w.nodes["Edit"].rows > 0 {
		statements = append(statements, "MATCH (d:Dateline {name: 'graph'}) SET d.edited = true")
	}
	for _, t := range w.tables {
		if len(t.empty) == 0 {
			continue
		}
		var set []string
		for _, name := range slices.Sorted(maps.Keys(t.empty)) {
			value := "coalesce(n." + name + ", [])"
			if t.empty[name] == t.rows {
				value = "[]"
			}
			set = append(set, "n."+name+" = "+value)
		}
		statements = append(statements, fmt.Sprintf("MATCH (n:%s) CALL (n) { SET %s } IN TRANSACTIONS OF 10000 ROWS", t.label, strings.Join(set, ", ")))
	}
	return statements
}
