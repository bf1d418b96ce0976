package read

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/transform"
)

// readCSV reads a table with the names of its columns in the first row, and an article
// in each other row.
func readCSV(f file, yield func(Item) bool) {
	rows, err := newCSV(f)
	if err != nil {
		yield(Item{Source: f.name, Err: err})
		return
	}
	readTable(f, rows, yield)
}

// rowReader returns the cells of one row after another, and io.EOF after the last. A row
// that is too large gives an *Error, and the next one can be read.
type rowReader interface {
	next() (cells []string, err error)
}

// readTable reads the articles of rows. Columns have the names of fields of JSON
// records, or those that f.columns gives them.
func readTable(f file, rows rowReader, yield func(Item) bool) {
	if f.register != nil {
		readRegister(f, rows, yield)
		return
	}
	header, err := rows.next()
	if err != nil || !hasWords(header) {
		if err == nil || errors.Is(err, io.EOF) {
			err = failure(Empty, f.name, nil, "is empty")
		}
		yield(Item{Source: f.name, Err: err})
		return
	}
	header = trimmedCells(header)
	fields, err := namesOfColumns(f, header)
	if err != nil {
		yield(Item{Source: f.name, Err: err})
		return
	}
	n := 1
	for {
		cells, err := rows.next()
		if errors.Is(err, io.EOF) {
			break
		}
		n++
		name := f.name + ":" + strconv.Itoa(n)
		if err != nil {
			var own *Error
			if going := yield(Item{Source: name, Err: err}); !going || !errors.As(err, &own) {
				return
			}
			continue
		}
		if !hasWords(cells) {
			continue
		}
		r := record{}
		for i, cell := range cells[:min(len(cells), len(fields))] {
			r[fields[i]] = cell
		}
		item := guarded(name, func() Item { return readRecord(name, r, f.beside) })
		if extra := cells[min(len(cells), len(fields)):]; hasWords(extra) {
			item.Warnings = append(item.Warnings, fmt.Sprintf("%d more cells than the table has columns were not read", len(extra)))
		}
		if !yield(item) {
			return
		}
	}
	if n == 1 {
		yield(Item{Source: f.name, Err: failure(NoText, f.name, nil, "has no row below the names of its columns")})
	}
}

// namesOfColumns returns the field that each column holds. One of them must hold the
// text.
func namesOfColumns(f file, header []string) ([]string, error) {
	fields := slices.Clone(header)
	for _, field := range slices.Sorted(maps.Keys(f.columns)) {
		at := slices.IndexFunc(header, func(h string) bool { return strings.EqualFold(h, f.columns[field]) })
		if at < 0 {
			return nil, failure(BadMetadata, f.name, nil, "has no column %q; its columns are: %s", f.columns[field], strings.Join(header, ", "))
		}
		fields[at] = field
	}
	folded := make(record, len(fields))
	for _, field := range fields {
		folded[foldKey(field)] = "x"
	}
	if folded.get(fieldText) == "" && folded.get(fieldHTML) == "" {
		return nil, failure(NoText, f.name, nil, "has no column with a text (its columns are: %s): name it with --columns text=COLUMN, "+
			"or read the table as a register with --register", short(strings.Join(header, ", ")))
	}
	return fields, nil
}

func trimmedCells(cells []string) []string {
	out := make([]string, len(cells))
	for i, cell := range cells {
		out[i] = strings.TrimSpace(cell)
	}
	return out
}

func hasWords(cells []string) bool {
	return slices.ContainsFunc(cells, func(cell string) bool { return strings.TrimSpace(cell) != "" })
}

// csvRows reads rows as they are written: each row up to the line end that no quotation
// mark encloses, so that a row that is too large costs only itself.
type csvRows struct {
	file
	lines *bufio.Reader
	comma rune
}

func newCSV(f file) (*csvRows, error) {
	body := bufio.NewReaderSize(marksDropped(f.data), headBytes)
	head, _ := body.Peek(headBytes)
	if len(bytes.TrimSpace(head)) == 0 {
		return nil, failure(Empty, f.name, nil, "is empty")
	}
	if what := binaryKind(head); what != "" {
		return nil, failure(NotText, f.name, nil, "is %s, not a table of text", what)
	}
	if !utf8.Valid(head[:max(0, len(head)-utf8.UTFMax)]) { // as spreadsheets on Windows save it
		body = bufio.NewReader(transform.NewReader(body, charmap.Windows1252.NewDecoder()))
	}
	return &csvRows{f, body, separatorOf(head)}, nil
}

// separatorOf returns what parts the cells of the first line.
func separatorOf(head []byte) rune {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	best, most := ',', 0
	for _, c := range []rune{',', ';', '\t', '|'} {
		if n := bytes.Count(line, []byte(string(c))); n > most {
			best, most = c, n
		}
	}
	return best
}

// maxSeparators is the most marks in a row that part cells, or could within one: spreadsheets
// have 16,384 columns, and an article's text has fewer commas.
const maxSeparators = 200_000

func (r *csvRows) next() ([]string, error) {
	for {
		row, err := r.row()
		if err != nil {
			return nil, err
		}
		if len(bytes.TrimSpace(row)) == 0 {
			continue
		}
		if bytes.Count(row, []byte(string(r.comma))) > maxSeparators {
			return nil, failure(TooLarge, r.name, nil, "has a row with more than %d marks that part cells, as no table has", maxSeparators)
		}
		parser := csv.NewReader(bytes.NewReader(row))
		parser.Comma, parser.LazyQuotes, parser.FieldsPerRecord = r.comma, true, -1
		cells, err := parser.Read()
		if err != nil {
			return nil, failure(Damaged, r.name, err, "has a row that is not CSV")
		}
		for i := range cells {
			cells[i] = strings.ToValidUTF8(cells[i], "\uFFFD")
		}
		return cells, nil
	}
}

// row returns the bytes of one row.
func (r *csvRows) row() ([]byte, error) {
	var row []byte
	quoted, tooLarge := false, false
	for {
		part, err := r.lines.ReadSlice('\n')
		if bytes.Count(part, []byte(`"`))%2 == 1 {
			quoted = !quoted
		}
		if !tooLarge {
			row = append(row, part...)
		}
		if int64(len(row)) > r.most {
			row, tooLarge = nil, true
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && !errors.Is(err, io.EOF):
			return nil, fmt.Errorf("%s: %w", r.name, err)
		case err == nil && quoted && !tooLarge:
			continue
		case tooLarge:
			return nil, tooLargeRow(r.name, r.most)
		case err != nil && len(row) == 0:
			return nil, io.EOF
		}
		return row, nil
	}
}

func tooLargeRow(name string, most int64) *Error {
	e := tooLarge(name, most)
	e.Message += "; a quotation mark that nothing closes may be the cause"
	return e
}
