package read

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"strconv"
	"time"

	"github.com/xuri/excelize/v2"

	"dateline/graph"
)

// The limits of a spreadsheet, which is unpacked into memory.
const (
	maxSheetUnpacked = 128 << 20
	maxSheetPart     = 16 << 20 // larger parts go to temporary files
	// freeSheetText and maxSheetRatio are the most bytes of its cells: so many, and so many for
	// each byte of the file. Many cells can be one text, and empty ones written as nothing.
	freeSheetText = 16 << 20
	maxSheetRatio = 20
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

// sheetRows reads the rows of a sheet as they are shown, but for days and times, which are
// shown in an order that depends on the country.
type sheetRows struct {
	shown, kept *excelize.Rows
	// first is the day 0 of the workbook.
	first graph.Date
	// name is that of the file, and left how many more bytes its cells can have.
	name  string
	left  int
	ended bool
}

func (s *sheetRows) next() ([]string, error) {
	if s.ended || !s.shown.Next() || !s.kept.Next() {
		if err := errors.Join(s.shown.Error(), s.kept.Error()); err != nil {
			return nil, err
		}
		return nil, io.EOF
	}
	cells, err := s.shown.Columns()
	if err != nil {
		return nil, err
	}
	kept, err := s.kept.Columns(excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, err
	}
	for i := range cells[:min(len(cells), len(kept))] {
		cells[i] = s.cell(cells[i], kept[i])
	}
	for _, cell := range cells {
		s.left -= len(cell) + 1
	}
	if s.left < 0 {
		s.ended = true
		return nil, failure(TooLarge, s.name, nil, "has more in its cells than the file could hold if they were written out, as only made-up files do")
	}
	return cells, nil
}

var (
	// keptDay matches how a day is kept: the days since day 0, and how much of the day is over.
	keptDay = regexp.MustCompile(`^(\d{1,5})(\.\d+)?$`)
	// shownDay matches what days look like: numbers with signs between, or the name of a month.
	shownDay = regexp.MustCompile(`(?i)^\D{0,12}\d{1,4}[./\-年 ]{1,2}(?:\d{1,2}|\p{L}{3,})\b.*\d|\p{L}{3,}.*\d{2}`)
)

// cell returns a cell as it is shown; a day as 2031-10-22, with its time if it has one.
func (s *sheetRows) cell(shown, kept string) string {
	at := keptDay.FindStringSubmatch(kept)
	if at == nil || shown == kept || !shownDay.MatchString(shown) {
		return shown
	}
	days, _ := strconv.Atoi(at[1]) // five digits
	day := s.first.AddDays(days).String()
	over, err := strconv.ParseFloat("0"+at[2], 64)
	if minutes := int(math.Round(over * 24 * 60)); err == nil && minutes > 0 && minutes < 24*60 {
		return fmt.Sprintf("%s %02d:%02d", day, minutes/60, minutes%60)
	}
	return day
}

// firstDay returns the day 0 of a workbook, of which there are two.
func firstDay(book *excelize.File) graph.Date {
	if properties, err := book.GetWorkbookProps(); err == nil && properties.Date1904 != nil && *properties.Date1904 {
		return graph.NewDate(1904, time.January, 1)
	}
	return graph.NewDate(1899, time.December, 30)
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
		shown, shownErr := book.Rows(name)
		kept, keptErr := book.Rows(name)
		if shownErr == nil && keptErr == nil {
			done := func() { _, _, _ = shown.Close(), kept.Close(), book.Close() }
			return &sheetRows{shown, kept, firstDay(book), f.name, freeSheetText + maxSheetRatio*len(data), false}, done, nil
		}
	}
	_ = book.Close()
	return nil, nil, failure(Empty, f.name, nil, "is empty")
}
