// Package pdf reads the text of PDF files with PDFium, which runs as WebAssembly: nothing in
// a document can reach beyond the memory that it is given.
//
// A PDF has no paragraphs, only signs at places. words.go takes them from PDFium, layout.go
// puts words into the rows and columns of a page, margins.go drops what is repeated on the
// pages, and paragraphs.go joins rows, across columns and pages too.
//
// PDFium is compiled when the first PDF is read, which takes some seconds, and is then kept
// in the user's cache; a program that reads no PDF pays nothing for it.
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"time"

	"github.com/klippa-app/go-pdfium"
	failed "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"dateline/loader/document"
	"dateline/loader/source"
)

// The limits of one document.
const (
	// maxPages is the most pages that are read, and maxText the most bytes of text.
	maxPages = 2_000
	maxText  = 8 << 20
	// patience is how long a document may take, and more for each page that has been read.
	// A page takes some 20 ms. What takes longer is not read at all: the text of an article
	// must not depend on how fast a machine is.
	patience        = 8 * time.Second
	patienceForPage = 500 * time.Millisecond
)

// Read reads a PDF. An error is a *source.Error.
func Read(name string, data []byte) (*document.Document, error) {
	instance, err := newInstance()
	if err != nil {
		return nil, source.Failure(source.Unreadable, name, err, "cannot be read")
	}
	r := &reader{instance: instance, started: time.Now()}
	r.watch = time.AfterFunc(patience, r.kill)
	defer r.close()
	return r.read(name, data)
}

// reader reads one document.
type reader struct {
	instance pdfium.Pdfium
	document references.FPDF_DOCUMENT
	started  time.Time
	watch    *time.Timer
	killed   atomic.Bool
}

func (r *reader) kill() {
	if !r.killed.Swap(true) {
		_ = r.instance.Kill()
	}
}

func (r *reader) close() {
	r.watch.Stop()
	if !r.killed.Swap(true) {
		_ = r.instance.Close()
	}
}

func (r *reader) read(name string, data []byte) (*document.Document, error) {
	if at := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-")); at > 0 {
		data = data[at:] // as readers of PDF do
	}
	opened, err := r.instance.OpenDocument(&requests.OpenDocument{FileReader: bytes.NewReader(data), FileReaderSize: int64(len(data))})
	if err != nil {
		return nil, r.failure(name, err)
	}
	r.document = opened.Document
	count, err := r.instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: r.document})
	if err != nil {
		return nil, r.failure(name, err)
	}
	if count.PageCount < 1 {
		return nil, source.Failure(source.Damaged, name, nil, "is a PDF without pages")
	}
	out := &document.Document{Pages: count.PageCount, Title: r.property("Title"), Author: r.property("Author")}
	pages, unread := r.pages(out)
	if r.killed.Load() {
		return nil, r.failure(name, unread)
	}
	kept, address := withoutMargins(pages)
	out.URL = address
	var laid []page
	for i, pieces := range kept {
		laid = append(laid, page{i + 1, blocksOf(pieces, 0)})
	}
	out.Paragraphs = paragraphsOf(laid)
	if len(out.Paragraphs) > 0 {
		return out, nil
	}
	if unread != nil {
		return nil, r.failure(name, unread)
	}
	return nil, source.Failure(source.NoText, name, nil, "has %d pages, and no text on them: recognize the text of scanned pages with another program first", out.Pages)
}

// pages returns the pieces of each page. unread is why one of them could not be read.
func (r *reader) pages(out *document.Document) (pages [][]piece, unread error) {
	letters, damaged := 0, 0
	for i := range min(out.Pages, maxPages) {
		words, err := r.page(i)
		if r.killed.Load() {
			return nil, err
		}
		if err != nil {
			damaged, unread = damaged+1, err
		}
		pieces := piecesOf(words)
		pages = append(pages, pieces)
		for _, p := range pieces {
			letters += len(p.text)
		}
		if letters > maxText {
			break
		}
		r.watch.Reset(max(0, time.Until(r.started.Add(patience+time.Duration(i+1)*patienceForPage))))
	}
	if len(pages) < out.Pages {
		out.Warnings = append(out.Warnings, fmt.Sprintf("only the first %d of %d pages were read, the limit for one document", len(pages), out.Pages))
	}
	if damaged > 0 {
		out.Warnings = append(out.Warnings, fmt.Sprintf("%d of %d pages are damaged and were left out", damaged, out.Pages))
	}
	return pages, unread
}

func (r *reader) page(index int) ([]word, error) {
	loaded, err := r.instance.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: r.document, Index: index})
	if err != nil {
		return nil, err
	}
	words, err := wordsOf(r.instance, loaded.Page)
	if _, closing := r.instance.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page}); err == nil {
		err = closing
	}
	return words, err
}

// property returns one of the properties that the file has of itself; "" for none.
func (r *reader) property(tag string) string {
	found, err := r.instance.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: r.document, Tag: tag})
	if err != nil {
		return ""
	}
	return strings.Join(strings.Fields(strings.ToValidUTF8(found.Value, "\uFFFD")), " ")
}

// failure says why a document cannot be read.
func (r *reader) failure(name string, err error) error {
	switch {
	case r.killed.Load():
		return source.Failure(source.TooLarge, name, nil, "takes more than %s to read", patience)
	case errors.Is(err, failed.ErrPassword), errors.Is(err, failed.ErrSecurity):
		return source.Failure(source.Locked, name, nil, "is encrypted: save it without its password")
	case strings.Contains(err.Error(), "unreachable"): // as PDFium ends when it is refused memory
		return source.Failure(source.TooLarge, name, nil, "needs more memory than %s, the limit for one document", source.Size(maxMemory))
	}
	return source.Failure(source.Damaged, name, firstLine(err), "is not a whole PDF")
}

// firstLine returns an error without the stack of what runs in WebAssembly.
func firstLine(err error) error {
	if message, _, found := strings.Cut(err.Error(), "\n"); found {
		return errors.New(strings.TrimSpace(message))
	}
	return err
}
