// Package pdftest writes small PDF files for tests: lines of text at places.
package pdftest

import (
	"bytes"
	"fmt"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// Line is one line of text, in Helvetica. Its place is in points, from the lower left corner
// of a page of 595 × 842.
type Line struct {
	X, Y, Size float64
	Text       string
}

// Page is the lines of one page in the order in which they are drawn.
type Page []Line

// Lines returns lines below each other, each 1.2 times its size below the one before.
func Lines(x, y, size float64, text string) Page {
	var page Page
	for i, line := range strings.Split(strings.Trim(text, "\n"), "\n") {
		if strings.TrimSpace(line) != "" {
			page = append(page, Line{x, y - float64(i)*size*1.2, size, line})
		}
	}
	return page
}

// Set returns text set in lines of a width in points, without divided words.
func Set(x, y, size, width float64, text string) Page {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if next := strings.TrimSpace(line + " " + word); float64(len(next))*size*0.5 > width && line != "" {
			lines, line = append(lines, line), word
		} else {
			line = next
		}
	}
	return Lines(x, y, size, strings.Join(append(lines, line), "\n"))
}

// Join puts what stands on one page together.
func Join(parts ...Page) Page {
	var page Page
	for _, p := range parts {
		page = append(page, p...)
	}
	return page
}

// File is a PDF file.
type File struct {
	// Properties are those of the file, such as Title.
	Properties map[string]string
	Pages      []Page
}

// Bytes returns the file.
func (f File) Bytes() []byte {
	w := &writer{}
	w.out.WriteString("%PDF-1.7\n")
	var kids []string
	const first = 5 // of the objects of pages
	for i := range f.Pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", first+2*i))
	}
	w.object("<< /Type /Catalog /Pages 2 0 R >>")
	w.object(fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(kids)))
	w.object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	properties := ""
	for name, value := range f.Properties {
		properties += fmt.Sprintf(" /%s (%s)", name, escaped(value))
	}
	w.object("<<" + properties + " >>")
	for i, page := range f.Pages {
		w.object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents %d 0 R >>", first+2*i+1))
		content := contentOf(page)
		w.object(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content))
	}
	return w.end()
}

func contentOf(page Page) string {
	var b strings.Builder
	for _, line := range page {
		fmt.Fprintf(&b, "BT /F %g Tf %g %g Td (%s) Tj ET\n", line.Size, line.X, line.Y, escaped(line.Text))
	}
	return b.String()
}

func escaped(text string) string {
	encoded, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		panic(err) // a test's text
	}
	return strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(encoded)
}

type writer struct {
	out     bytes.Buffer
	offsets []int
}

func (w *writer) object(content string) {
	w.offsets = append(w.offsets, w.out.Len())
	fmt.Fprintf(&w.out, "%d 0 obj\n%s\nendobj\n", len(w.offsets), content)
}

func (w *writer) end() []byte {
	start := w.out.Len()
	fmt.Fprintf(&w.out, "xref\n0 %d\n0000000000 65535 f \n", len(w.offsets)+1)
	for _, offset := range w.offsets {
		fmt.Fprintf(&w.out, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&w.out, "trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(w.offsets)+1, start)
	return w.out.Bytes()
}
