package pdf

import (
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// box is a rectangle in points, from the lower left corner of the page.
type box struct{ left, right, bottom, top float64 }

func (b box) height() float64 { return b.top - b.bottom }

func (b box) width() float64 { return b.right - b.left }

// isSane reports whether a box has a size that text has. Hostile pages have others, which
// are no numbers at all.
func (b box) isSane() bool {
	const most = 100_000
	return b.left > -most && b.right < most && b.bottom > -most && b.top < most && b.height() > 0.5 && b.width() >= 0
}

// and returns the box of both.
func (b box) and(o box) box {
	return box{min(b.left, o.left), max(b.right, o.right), min(b.bottom, o.bottom), max(b.top, o.top)}
}

// word is a run of signs between spaces.
type word struct {
	box
	text string
}

// lineHyphen is what PDFium has for a hyphen at which it found a word divided.
const lineHyphen = '\x02'

// maxSigns is the most signs of one page. A newspaper's has some 20,000.
const maxSigns = 100_000

// wordsOf returns the words of a page in the order in which the page draws them.
func wordsOf(instance pdfium.Pdfium, page references.FPDF_PAGE) ([]word, error) {
	loaded, err := instance.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: requests.Page{ByReference: &page}})
	if err != nil {
		return nil, err
	}
	text := loaded.TextPage
	count, err := instance.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text})
	if err != nil {
		return nil, err
	}
	reader := wordReader{instance: instance, page: text}
	for i := range min(count.Count, maxSigns) {
		sign, err := instance.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text, Index: i})
		if err != nil {
			return nil, err
		}
		reader.add(i, rune(sign.Unicode))
	}
	reader.end()
	_, err = instance.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text})
	return reader.words, err
}

// wordReader puts signs together. It asks only for the boxes of the first and the last sign
// of a word, since each box costs several calls.
type wordReader struct {
	instance    pdfium.Pdfium
	page        references.FPDF_TEXTPAGE
	text        strings.Builder
	first, last int
	words       []word
}

func (r *wordReader) add(index int, sign rune) {
	if sign == 0 {
		return
	}
	if unicode.IsSpace(sign) {
		r.end()
		return
	}
	if r.text.Len() == 0 {
		r.first = index
	}
	r.last = index
	if sign != lineHyphen && (unicode.IsControl(sign) || !unicode.IsPrint(sign) && !unicode.Is(unicode.Cf, sign)) {
		sign = unicode.ReplacementChar
	}
	r.text.WriteRune(sign)
	if sign == lineHyphen { // the rest of the word is on the next line
		r.end()
	}
}

func (r *wordReader) end() {
	if r.text.Len() == 0 {
		return
	}
	defer r.text.Reset()
	first, ok := r.box(r.first)
	last, alsoOK := first, ok
	if r.last != r.first {
		last, alsoOK = r.box(r.last)
	}
	if ok && alsoOK && isUpright(first, last, r.last-r.first) {
		r.words = append(r.words, word{first.and(last), r.text.String()})
	}
}

// isUpright reports whether a word is written from left to right, unlike what stands sideways
// in a margin.
func isUpright(first, last box, signs int) bool {
	sideways := last.bottom - first.bottom
	if sideways < 0 {
		sideways = -sideways
	}
	return signs == 0 || sideways < max(first.height(), last.height()) || last.left-first.left > sideways
}

// box returns the box of a sign; ok is false for a sign without one.
func (r *wordReader) box(index int) (b box, ok bool) {
	found, err := r.instance.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: r.page, Index: index})
	if err != nil {
		return box{}, false
	}
	b = box{float64(found.Rect.Left), float64(found.Rect.Right), float64(found.Rect.Bottom), float64(found.Rect.Top)}
	return b, b.isSane()
}
