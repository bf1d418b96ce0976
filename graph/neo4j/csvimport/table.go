package csvimport

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

	"dateline/graph"
)

// listDelimiter separates the items of a list, and quote encloses a text. The importer
// takes noText for the end of its input.
const (
	listDelimiter = '\x1f'
	quote         = '"'
	noText        = "\uffff"
)

// table is a file with the nodes of one label, or the relationships of one type.
type table struct {
	// label is the label of nodes, "" for relationships.
	label string
	// option is the importer's option for the file.
	option  string
	columns []string
	file    *os.File
	out     *bufio.Writer
	line    []byte
	rows    int
	// multiline is true once a text has a line break.
	multiline bool
	// empty counts the empty lists of each column.
	empty map[string]int
}

// newTable creates a file with its header: the columns of a row, sorted by name. Headings
// has those that differ from name and type.
func newTable(folder, name, option string, row map[string]any, headings map[string]string) (*table, error) {
	file, err := os.Create(filepath.Join(folder, name+".csv"))
	if err != nil {
		return nil, err
	}
	t := &table{option: option, columns: slices.Sorted(maps.Keys(row)), file: file, out: bufio.NewWriterSize(file, 1<<18), empty: make(map[string]int)}
	for i, column := range t.columns {
		if i > 0 {
			t.line = append(t.line, ',')
		}
		heading := headings[column]
		if heading == "" {
			heading = column + ":" + typeOf(row[column])
		}
		t.line = append(t.line, heading...)
	}
	_, err = t.out.Write(append(t.line, '\n'))
	return t, err
}

// typeOf returns the importer's name for the type of a property. Only texts can be null.
func typeOf(value any) string {
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

// write writes a row. Columns that the row lacks are null.
func (t *table) write(row map[string]any) error {
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
		return fmt.Errorf("%s: %w: a row of %d values has %d columns: %v",
			filepath.Base(t.file.Name()), graph.ErrCorrupt, len(row), found, slices.Sorted(maps.Keys(row)))
	}
	t.rows++
	_, err := t.out.Write(append(t.line, '\n'))
	return err
}

// add adds a value to the line. Texts are quoted, so that an empty one is not null.
func (t *table) add(column string, value any) error {
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
		return fmt.Errorf("%w: %T is not a property", graph.ErrCorrupt, value)
	}
	return nil
}

// addList adds a list. An empty list is written as nothing, which is null.
func addList[T comparable](t *table, column string, list []T, add func(T) error) error {
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
		return fmt.Errorf("%w: a list of one empty text, which the importer takes for an empty list", graph.ErrInvalid)
	}
	t.line = append(t.line, quote)
	return nil
}

func (t *table) addItem(text string) error {
	if strings.IndexByte(text, listDelimiter) >= 0 {
		return fmt.Errorf("%w: %.80q contains the delimiter of lists", graph.ErrInvalid, text)
	}
	return t.addText(text)
}

// addText adds a text without its enclosing quotes.
func (t *table) addText(text string) error {
	if strings.Contains(text, noText) {
		return fmt.Errorf("%w: %.80q contains U+FFFF", graph.ErrInvalid, text)
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

func (t *table) close() error {
	return errors.Join(t.out.Flush(), t.file.Close())
}
