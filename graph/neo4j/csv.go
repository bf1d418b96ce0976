package neo4j

import (
	"bufio"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline/graph"
	"dateline/graph/storekit"
)

// listDelimiter parts the items of a list, and quote is around a text. The reader of
// the importer takes noText for the end of its input.
const (
	listDelimiter = '\x1f'
	quote         = '"'
	noText        = "\uffff"
)

// Columns that are no property: a node's second label, and what a relationship is
// between.
const (
	labelColumn = ":LABEL"
	startColumn = ":START_ID"
	endColumn   = ":END_ID"
)

// CSV writes a whole graph as the files that neo4j-admin database import makes a
// database of, for graphs that would take hours by transactions. The database is what
// those would have left, but for what Open adds: the schema, and the briefs of events.
// The importer makes no empty lists: run EmptyLists before the first Open.
//
// It remembers the names and dates that it has written, and nothing else.
type CSV struct {
	nodes map[string]*csvTable // by label
	links map[link]*csvTable
	// tables are all of them, in the order that they were made in.
	tables []*csvTable
	// once are the keys of the nodes that several things share, after their label.
	once map[[2]string]bool
	err  error
}

// link is a type of relationship from nodes of one label to those of another.
type link struct{ from, kind, to string }

// NewCSV begins files in a folder, which is made where it is not there.
func NewCSV(folder string) (*CSV, error) {
	folder, err := filepath.Abs(folder)
	if err == nil {
		err = os.MkdirAll(folder, 0o755)
	}
	if err != nil {
		return nil, fmt.Errorf("neo4j: CSV: %w", err)
	}
	c := &CSV{nodes: make(map[string]*csvTable), links: make(map[link]*csvTable), once: make(map[[2]string]bool)}
	if err := c.begin(folder); err != nil {
		return nil, errors.Join(fmt.Errorf("neo4j: CSV: %w", err), c.Close())
	}
	// Open takes a database without this node for another program's.
	c.node("Dateline", map[string]any{"name": "graph", "version": 0})
	return c, c.err
}

// begin makes the files. Each has the columns that a row of nothing has.
func (c *CSV) begin(folder string) error {
	article, event, someDay := &graph.Article{}, &graph.Event{}, graph.EDTFDay(graph.NewDate(2000, time.January, 1))
	member, entity := memberRow("", 0, &graph.Member{}), entityRow(blockEntity{entity: &graph.Place{}})
	report, err := reportRow(0, &graph.Report{})
	eventColumns, eventErr := eventRow(event)
	if err := errors.Join(err, eventErr); err != nil {
		return err
	}
	member["entityId"], report.report["eventId"], entity[labelColumn] = nil, nil, nil
	for _, n := range []struct {
		label, key string
		columns    map[string]any
	}{
		{"Article", "id", articleRow(article)},
		{"Member", "id", member},
		{"Report", "id", report.report},
		{"Entity", "id", entity},
		{"Event", "id", eventColumns},
		{"Name", "folded", nameRow("")},
		{"Date", "edtf", dateRow(someDay)["date"].(map[string]any)},
		{"Month", "edtf", map[string]any{"edtf": ""}},
		{"Year", "edtf", map[string]any{"edtf": ""}},
		{"Dateline", "name", map[string]any{"name": "", "version": 0}},
	} {
		t, err := newCSVTable(folder, n.label, "--nodes="+n.label, n.columns, map[string]string{n.key: n.key + ":ID(" + n.label + ")", labelColumn: labelColumn})
		if err != nil {
			return err
		}
		t.label, c.nodes[n.label], c.tables = n.label, t, append(c.tables, t)
	}
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
		{link{"Entity", "PARTICIPATED_IN", "Event"}, participationRow("", storekit.Part{}, event)},
		{link{"Entity", "CONTACTED", "Entity"}, contactRow(event)},
		{link{"Event", "AT", "Entity"}, nil},
		{link{"Event", "ON", "Date"}, nil},
		{link{"Date", "IN", "Month"}, nil},
		{link{"Date", "IN", "Year"}, nil},
		{link{"Month", "IN", "Year"}, nil},
	} {
		columns := map[string]any{startColumn: "", endColumn: ""}
		maps.Copy(columns, r.columns)
		t, err := newCSVTable(folder, r.from+"-"+r.kind+"-"+r.to, "--relationships="+r.kind, columns,
			map[string]string{startColumn: startColumn + "(" + r.from + ")", endColumn: endColumn + "(" + r.to + ")"})
		if err != nil {
			return err
		}
		c.links[r.link], c.tables = t, append(c.tables, t)
	}
	return nil
}

func nameRow(folded string) map[string]any {
	return map[string]any{"folded": folded, "words": storekit.WordCount(folded)}
}

// Batch writes an article with its members and reports. EntityOf gives the entity that
// a member, and eventOf the event that a report is in, "" for none.
func (c *CSV) Batch(b *graph.Batch, entityOf, eventOf func(id string) string) error {
	c.node("Article", articleRow(&b.Article))
	fresh := newFreshArticles()
	know := func(memberIDs []string) {
		for _, id := range memberIDs {
			if fresh.members[id] == nil {
				fresh.members[id] = &freshMember{entityID: entityOf(id)}
			}
		}
	}
	for i := range b.Members {
		m := &b.Members[i]
		know([]string{m.ID})
		entityID := fresh.members[m.ID].entityID
		row := memberRow(b.Article.ID, i, m)
		row["entityId"] = nullable(entityID)
		c.node("Member", row)
		c.link("Member", m.ID, "NAMED_IN", "Article", b.Article.ID, nil)
		if entityID != "" {
			c.link("Member", m.ID, "OF", "Entity", entityID, nil)
		}
	}
	for i := range b.Reports {
		r := &b.Reports[i]
		row, err := reportRow(i, r)
		if err != nil {
			return err
		}
		know(row.names)
		know(r.AttributedToIDs)
		eventID := eventOf(r.ID)
		row.report["eventId"], row.report["parties"] = nullable(eventID), fresh.parties(row.names)
		c.node("Report", row.report)
		c.link("Report", r.ID, "IN", "Article", b.Article.ID, nil)
		if eventID != "" {
			c.link("Report", r.ID, "OF", "Event", eventID, nil)
		}
		for _, id := range row.names {
			c.link("Report", r.ID, "NAMES", "Member", id, nil)
		}
		for _, id := range fresh.entitiesOf(r.AttributedToIDs) {
			c.link("Report", r.ID, "ATTRIBUTED_TO", "Entity", id, nil)
		}
	}
	return c.err
}

// Entity writes an entity of a block. Its members come with their batches.
func (c *CSV) Entity(block string, e graph.Entity) error {
	row := entityRow(blockEntity{block, e})
	row[labelColumn] = entityLabels[graph.KindOf(e)]
	c.node("Entity", row)
	for _, name := range slices.Sorted(maps.Keys(namesOf(e))) {
		c.nodeOnce("Name", name, nameRow(name))
		c.link("Entity", e.NodeID(), "CALLED", "Name", name, nil)
	}
	return c.err
}

// Event writes an event of a block. Its reports come with their batches.
func (c *CSV) Event(block string, e *graph.Event) error {
	e = storekit.CloneEvent(e)
	e.Block = block
	row, err := eventRow(e)
	if err != nil {
		return err
	}
	c.node("Event", row)
	lists := make(map[string][]any)
	addLinked(lists, []*graph.Event{e})
	for _, one := range lists["participants"] {
		row := one.(map[string]any)
		c.link("Entity", row["entityId"].(string), "PARTICIPATED_IN", "Event", e.ID, row["participation"].(map[string]any))
	}
	for _, one := range lists["contacts"] {
		row := one.(map[string]any)
		c.link("Entity", row["one"].(string), "CONTACTED", "Entity", row["other"].(string), row["contact"].(map[string]any))
	}
	for _, one := range lists["places"] {
		c.link("Event", e.ID, "AT", "Entity", one.([]any)[1].(string), nil)
	}
	for _, one := range lists["dates"] {
		c.date(one.(map[string]any))
	}
	for _, one := range lists["dated"] {
		c.link("Event", e.ID, "ON", "Date", one.([]any)[1].(string), nil)
	}
	return c.err
}

// date writes a row of dateRow, as linkDates does.
func (c *CSV) date(row map[string]any) {
	date := row["date"].(map[string]any)
	edtf, year := date["edtf"].(string), row["year"].(string)
	if !c.nodeOnce("Date", edtf, date) {
		return
	}
	for _, month := range row["months"].([]string) {
		c.link("Date", edtf, "IN", "Month", month, nil)
		if c.nodeOnce("Month", month, map[string]any{"edtf": month}) {
			c.nodeOnce("Year", year, map[string]any{"edtf": year})
			c.link("Month", month, "IN", "Year", year, nil)
		}
	}
	for _, year := range row["years"].([]string) {
		c.nodeOnce("Year", year, map[string]any{"edtf": year})
		c.link("Date", edtf, "IN", "Year", year, nil)
	}
}

// node writes a node, unless there was an error before.
func (c *CSV) node(label string, row map[string]any) {
	if c.err == nil {
		c.err = c.nodes[label].write(row)
	}
}

// nodeOnce writes a node the first time, and reports whether it did.
func (c *CSV) nodeOnce(label, key string, row map[string]any) bool {
	if c.once[[2]string{label, key}] {
		return false
	}
	c.once[[2]string{label, key}] = true
	c.node(label, row)
	return true
}

// link writes a relationship, unless there was an error before.
func (c *CSV) link(from, start, kind, to, end string, row map[string]any) {
	if c.err != nil {
		return
	}
	if row == nil {
		row = make(map[string]any, 2)
	}
	row[startColumn], row[endColumn] = start, end
	c.err = c.links[link{from, kind, to}].write(row)
}

// Close ends the files. Only then they are whole.
func (c *CSV) Close() error {
	err := c.err
	for _, t := range c.tables {
		err = errors.Join(err, t.close())
	}
	return err
}

// Arguments tell neo4j-admin database import full of the files.
func (c *CSV) Arguments() []string {
	arguments := []string{fmt.Sprintf("--array-delimiter=U+%04X", listDelimiter)}
	var multiline []string
	for _, t := range c.tables {
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

// EmptyLists are statements that make the lists that are empty, which the importer
// leaves out. Each is to be run outside a transaction, and before the first Open: there
// is no index to be kept up with then.
func (c *CSV) EmptyLists() []string {
	var statements []string
	for _, t := range c.tables {
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

// csvTable is one file: nodes of a label, or relationships of a type.
type csvTable struct {
	// label is that of nodes.
	label string
	// option is what names the file to the importer.
	option  string
	columns []string
	file    *os.File
	out     *bufio.Writer
	line    []byte
	rows    int
	// multiline is true once a text has a line break in it.
	multiline bool
	// empty counts the lists of each column that are empty.
	empty map[string]int
}

// newCSVTable begins a file with its header: the columns of a row, by their names.
// Those that have a heading of their own get it.
func newCSVTable(folder, name, option string, row map[string]any, headings map[string]string) (*csvTable, error) {
	file, err := os.Create(filepath.Join(folder, name+".csv"))
	if err != nil {
		return nil, err
	}
	t := &csvTable{option: option, columns: slices.Sorted(maps.Keys(row)), file: file, out: bufio.NewWriterSize(file, 1<<18), empty: make(map[string]int)}
	for i, column := range t.columns {
		if i > 0 {
			t.line = append(t.line, ',')
		}
		heading := headings[column]
		if heading == "" {
			heading = column + ":" + csvType(row[column])
		}
		t.line = append(t.line, heading...)
	}
	_, err = t.out.Write(append(t.line, '\n'))
	return t, err
}

// csvType names the type of a property as the importer has it. What can be null is a
// text.
func csvType(value any) string {
	switch value.(type) {
	case int:
		return "long"
	case float64:
		return "double"
	case bool:
		return "boolean"
	case []string:
		return "string[]"
	case []int:
		return "long[]"
	default:
		return "string"
	}
}

// write writes a row; what the row lacks is null.
func (t *csvTable) write(row map[string]any) error {
	t.line = t.line[:0]
	found := 0
	for i, column := range t.columns {
		if i > 0 {
			t.line = append(t.line, ',')
		}
		value, ok := row[column]
		if ok {
			found++
		}
		if err := t.add(column, value); err != nil {
			return fmt.Errorf("%s: %s: %w", filepath.Base(t.file.Name()), column, err)
		}
	}
	if found < len(row) {
		return fmt.Errorf("%s: %w: a row of %d values has %d columns: %v", filepath.Base(t.file.Name()), graph.ErrCorrupt, len(row), found, slices.Sorted(maps.Keys(row)))
	}
	t.rows++
	_, err := t.out.Write(append(t.line, '\n'))
	return err
}

// add adds a value to the line: a text in quotes, so that an empty one is not null.
func (t *csvTable) add(column string, value any) error {
	switch value := value.(type) {
	case nil:
	case int:
		t.line = strconv.AppendInt(t.line, int64(value), 10)
	case float64:
		t.line = strconv.AppendFloat(t.line, value, 'g', -1, 64)
	case bool:
		t.line = strconv.AppendBool(t.line, value)
	case string:
		t.line = append(t.line, quote)
		if err := t.addText(value); err != nil {
			return err
		}
		t.line = append(t.line, quote)
	case []string:
		return addList(t, column, value, t.addItem)
	case []int:
		return addList(t, column, value, func(n int) error {
			t.line = strconv.AppendInt(t.line, int64(n), 10)
			return nil
		})
	default:
		return fmt.Errorf("%w: %T is no property", graph.ErrCorrupt, value)
	}
	return nil
}

// addList adds a list, one that is empty as nothing.
func addList[T comparable](t *csvTable, column string, list []T, add func(T) error) error {
	if len(list) == 0 {
		t.empty[column]++
		return nil
	}
	t.line = append(t.line, quote)
	start := len(t.line)
	for i, item := range list {
		if i > 0 {
			t.line = append(t.line, listDelimiter)
		}
		if err := add(item); err != nil {
			return err
		}
	}
	if len(t.line) == start {
		return fmt.Errorf("%w: the importer takes a list of one empty text for an empty list", graph.ErrInvalid)
	}
	t.line = append(t.line, quote)
	return nil
}

func (t *csvTable) addItem(text string) error {
	if strings.IndexByte(text, listDelimiter) >= 0 {
		return fmt.Errorf("%w: %.80q has in it what parts the items of lists", graph.ErrInvalid, text)
	}
	return t.addText(text)
}

// addText adds what is between quotes.
func (t *csvTable) addText(text string) error {
	if strings.Contains(text, noText) {
		return fmt.Errorf("%w: %.80q has U+FFFF in it", graph.ErrInvalid, text)
	}
	t.multiline = t.multiline || strings.ContainsAny(text, "\r\n")
	for {
		at := strings.IndexByte(text, quote)
		if at < 0 {
			t.line = append(t.line, text...)
			return nil
		}
		t.line = append(t.line, text[:at+1]...)
		t.line = append(t.line, quote)
		text = text[at+1:]
	}
}

func (t *csvTable) close() error {
	return errors.Join(t.out.Flush(), t.file.Close())
}
