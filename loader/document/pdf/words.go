package pdf

import (
	"math"
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

// lineHyphen is what PDFium has for a hyphen at which it found a word divided; in a whole
// text it is textHyphen.
const lineHyphen, textHyphen = '\x02', '\uFFFE'

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
	signs, err := signsOf(instance, text, min(count.Count, maxSigns))
	if err != nil {
		return nil, err
	}
	for i, sign := range signs {
		reader.add(i, sign)
	}
	reader.end()
	_, err = instance.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text})
	return reader.words, err
}

// signsOf returns the signs of a page. One call gives all of them, but leaves out those that
// it does not know; only then they are asked for one by one.
func signsOf(instance pdfium.Pdfium, page references.FPDF_TEXTPAGE, count int) ([]rune, error) {
	whole, err := instance.FPDFText_GetText(&requests.FPDFText_GetText{TextPage: page, StartIndex: 0, Count: count})
	if err == nil {
		if signs := []rune(strings.TrimRight(whole.Text, "\x00")); len(signs) == count {
			return signs, nil
		}
	}
	signs := make([]rune, count)
	for i := range signs {
		sign, err := instance.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: page, Index: i})
		if err != nil {
			return nil, err
		}
		signs[i] = rune(sign.Unicode)
	}
	return signs, nil
}

// wordReader puts signs together. It asks only where the first and the last sign of a word
// are, and only once in a line for its size, since each question costs several calls.
type wordReader struct {
	instance    pdfium.Pdfium
	page        references.FPDF_TEXTPAGE
	text        strings.Builder
	first, last int
	words       []word
	// base is the height of the line of the last word, size that of its letters.
	base, size float64
	sideways   bool
}

func (r *wordReader) add(index int, sign rune) {
	switch sign {
	case 0:
		return
	case textHyphen:
		sign = lineHyphen
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
	x, base, ok := r.origin(r.first)
	if !ok {
		return
	}
	right, ok := r.right(r.last)
	if !ok {
		return
	}
	const sameLine = 0.2 // points
	if len(r.words) == 0 || math.Abs(base-r.base) > sameLine {
		r.measure(r.first)
	}
	r.base = base
	b := box{x, max(x, right), base - descent*r.size, base + (1-descent)*r.size}
	if !r.sideways && b.isSane() {
		r.words = append(r.words, word{b, r.text.String()})
	}
}

// The size of the smallest letters that are text, and of most text, in points.
const smallest, usual = 1, 10

// descent is how far letters reach below the line, as a part of their size.
const descent = 0.2

// origin returns where a sign stands on its line. Boxes of signs have the height of the
// sign, and the letters of a line differ in theirs.
func (r *wordReader) origin(index int) (x, y float64, ok bool) {
	found, err := r.instance.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: r.page, Index: index})
	if err != nil {
		return 0, 0, false
	}
	return found.X, found.Y, true
}

// right returns where a sign ends.
func (r *wordReader) right(index int) (float64, bool) {
	found, err := r.instance.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: r.page, Index: index})
	if err != nil {
		return 0, false
	}
	return float64(found.Rect.Right), true
}

// measure reads the size of the letters of a line, and whether it runs sideways, as what
// stands in a margin does.
func (r *wordReader) measure(index int) {
	r.size, r.sideways = 0, false
	size, err := r.instance.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: r.page, Index: index})
	if err != nil {
		return
	}
	r.size = size.FontSize
	matrix, err := r.instance.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: r.page, Index: index})
	if err != nil {
		return
	}
	m := matrix.Matrix
	r.size *= math.Hypot(float64(m.C), float64(m.D))
	r.sideways = math.Abs(float64(m.B)) > math.Abs(float64(m.A))
	if !(r.size >= smallest) {
		r.size = usual // a font that says nothing of its size
	}
}
