package pdf

import (
	"testing"

	"dateline/loader/document/pdf/pdftest"
)

// BenchmarkRead reads a document of 300 pages.
func BenchmarkRead(b *testing.B) {
	var pages []pdftest.Page
	for i := range 300 {
		pages = append(pages, pdftest.Set(50, 780, 11, 480, prose(i, 450)))
	}
	data := pdftest.File{Pages: pages}.Bytes()
	for b.Loop() {
		if _, err := Read("a.pdf", data); err != nil {
			b.Fatal(err)
		}
	}
}
