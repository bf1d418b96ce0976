package read

import (
	"bytes"
	"io"

	"github.com/xuri/excelize/v2"
)

// The limits of a spreadsheet, which is unpacked into memory.
const (
	maxSheetUnpacked = 128 << 20
	maxSheetPart     = 16 << 20 // larger parts go to temporary files
)

// readSheet reads the first sheet of a spreadsheet (.xlsx) that has cells.
func readSheet(f file, yield func(Item) bool) {
	rows, done, err := newSheet(f)
	if err != nil {
		yield(Item{Source: f.name, Err: err})
		return
	}
	defer done()
	readTable(f, rows, yield)
}

type sheetRows struct{ rows *excelize.Rows }

func (s *sheetRows) next() ([]string, error) {
	if !s.rows.Next() {
		if err := s.rows.Error(); err != nil {
			return nil, err
		}
		return nil, io.EOF
	}
	return s.rows.Columns()
}

func newSheet(f file) (rows *sheetRows, done func(), err error) {
	data, err := readAll(f.name, f.data, f.most, f.size)
	if err != nil {
		return nil, nil, err
	}
	defer func() {
		if p := recover(); p != nil {
			err = failure(Damaged, f.name, nil, "cannot be read: the reader panicked: %v", p)
		}
	}()
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxSheetUnpacked, UnzipXMLSizeLimit: maxSheetPart})
	if err != nil {
		return nil, nil, failure(Damaged, f.name, err, "is not a whole spreadsheet")
	}
	for _, name := range book.GetSheetList() {
		opened, err := book.Rows(name)
		if err != nil || !opened.Next() {
			continue
		}
		_ = opened.Close()
		if opened, err = book.Rows(name); err == nil {
			return &sheetRows{opened}, func() { _ = opened.Close(); _ = book.Close() }, nil
		}
	}
	_ = book.Close()
	return nil, nil, failure(Empty, f.name, nil, "is empty")
}
