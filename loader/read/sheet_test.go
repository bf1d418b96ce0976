package read

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// Days in a spreadsheet are read as they are kept, in whatever order they are shown.
func TestDaysOfSheets(t *testing.T) {
	for name, format := range map[string]string{
		"month first":      "mm/dd/yyyy",
		"day first":        "dd.mm.yyyy",
		"two digits":       "m/d/yy",
		"name of a month":  "d mmm yyyy",
		"weekday":          "dddd, d mmmm yyyy",
		"with a time":      "dd/mm/yyyy hh:mm",
		"in the year 1904": "mm-dd-yy",
	} {
		t.Run(name, func(t *testing.T) {
			book := excelize.NewFile()
			style, err := book.NewStyle(&excelize.Style{CustomNumFmt: &format})
			if err != nil {
				t.Fatal(err)
			}
			day := any(time.Date(2031, time.April, 3, 10, 30, 0, 0, time.UTC))
			if name == "in the year 1904" {
				day = 46479.4375 // since 1904
				if err := book.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: new(true)}); err != nil {
					t.Fatal(err)
				}
			}
			for cell, value := range map[string]any{"A1": "Minister", "B1": "Day", "C1": "Company", "D1": "Rooms", "A2": "Ida Moen", "B2": day, "C2": "Falk Boats", "D2": 45000} {
				if err := book.SetCellValue("Sheet1", cell, value); err != nil {
					t.Fatal(err)
				}
			}
			if err := book.SetCellStyle("Sheet1", "B2", "B2", style); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "register.xlsx")
			if err := book.SaveAs(path); err != nil {
				t.Fatal(err)
			}
			mapping, err := ParseMapping("m.yaml", []byte("name: Register\ndate: Day\nparties:\n  - column: Minister\n    kind: person\n  - column: Company\n    kind: organization\n"))
			if err != nil {
				t.Fatal(err)
			}
			for item := range Sources(context.Background(), []string{path}, Options{Register: mapping}) {
				if item.Err != nil {
					t.Fatal(item.Err)
				}
				if got := item.Batch.Reports[0].Time.EDTF.String(); got != "2031-04-03" {
					t.Errorf("%s from %q", got, item.Article.Text)
				}
				if !strings.Contains(item.Article.Text, "Rooms: 45000") {
					t.Errorf("a number has become a day: %q", item.Article.Text)
				}
			}
		})
	}
}
