package pdf

import (
	_ "embed"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/loader/document"
)

// page is what stands on one page.
type page struct {
	number int
	blocks []block
}

// writer makes paragraphs of the rows of a document.
type writer struct {
	paragraphs []document.Paragraph
	sizes      []float64 // of paragraphs
	text       strings.Builder
	size       float64 // of the paragraph that is being written
	starts     int     // the page on which it starts
	turns      []int
	page       int
	// open is true if the paragraph may go on in the next block.
	open bool
	// words are how the document writes words with and without a hyphen.
	words map[string]int
}

// paragraphsOf joins the rows of all pages into paragraphs.
func paragraphsOf(pages []page) []document.Paragraph {
	w := &writer{words: wordsIn(pages)}
	for _, p := range pages {
		w.page = p.number
		for _, b := range p.blocks {
			w.block(b)
		}
	}
	w.flush()
	w.setLevels()
	return w.paragraphs
}

// block writes the rows of a block.
func (w *writer) block(rows block) {
	leading := leadingOf(rows)
	left, right := edgesOf(rows)
	for i, r := range rows {
		if i == 0 && !w.goesOn(r) || i > 0 && isBreak(rows[i-1], r, leading, left, right) {
			w.flush()
		}
		w.row(r)
	}
	w.open = len(rows) > 0 && isOpen(rows[len(rows)-1], left, right)
}

// goesOn reports whether the first row of a block goes on from the paragraph above, which
// ended at the foot of another column or page.
func (w *writer) goesOn(r row) bool {
	if w.text.Len() == 0 || !isSameSize(w.size, r.size) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(r.text)
	return unicode.IsLower(first) || w.open && !listMark.MatchString(r.text)
}

// isOpen reports whether a paragraph whose last row is r may go on: the row ends in the
// middle of a sentence, at the right edge.
func isOpen(r row, left, right float64) bool {
	return !endsSentence(r.text) && right-r.right < 0.25*(right-left)
}

func endsSentence(text string) bool {
	text = strings.TrimRight(text, "\"'”’»)] ")
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?…:;", last)
}

func isSameSize(a, b float64) bool { return a < 1.12*b && b < 1.12*a }

// listMark matches the beginning of an item of a list.
var listMark = regexp.MustCompile(`^(?:[•▪●◦‣–—*]|\(?[0-9a-z]{1,2}[.)])\s`)

// isBreak reports whether a paragraph ends between two rows of a block.
func isBreak(above, r row, leading, left, right float64) bool {
	size := max(above.size, r.size)
	switch {
	case !isSameSize(above.size, r.size):
		return true
	case above.bottom-r.bottom > max(1.3*leading, leading+0.25*size):
		return true
	case listMark.MatchString(r.text), isOfTable(above), isOfTable(r):
		return true
	case r.left-left > 0.7*size && r.left-above.left > 0.7*size && !listMark.MatchString(above.text):
		return true // indented, and not below the text of a list's item
	}
	return endsSentence(above.text) && right-above.right > max(0.15*(right-left), 2*size)
}

// isOfTable reports whether a row has cells far apart.
func isOfTable(r row) bool { return r.gap > 2*r.size }

// leadingOf returns how far apart the rows of a block are in most cases.
func leadingOf(rows block) float64 {
	var all []float64
	for i := 1; i < len(rows); i++ {
		if isSameSize(rows[i-1].size, rows[i].size) {
			if d := rows[i-1].bottom - rows[i].bottom; d > 0 {
				all = append(all, d)
			}
		}
	}
	if len(all) == 0 {
		return 1.3 * sizeOfRows(rows)
	}
	slices.Sort(all)
	return math.Min(all[len(all)/3], 2.2*sizeOfRows(rows)) // paragraphs of one line make many gaps wide
}

func sizeOfRows(rows block) float64 {
	if len(rows) == 0 {
		return 0
	}
	return rows[len(rows)/2].size
}

// edgesOf returns where most rows begin, and where the longest ones end.
func edgesOf(rows block) (left, right float64) {
	counts := map[int]int{}
	most := 0
	for i, r := range rows {
		if i == 0 || r.right > right {
			right = r.right
		}
		at := int(math.Round(r.left / 2))
		counts[at]++
		if counts[at] > most || counts[at] == most && 2*float64(at) < left {
			most, left = counts[at], 2*float64(at)
		}
	}
	return left, right
}

// row writes one row.
func (w *writer) row(r row) {
	text := strings.Join(strings.Fields(r.text), " ")
	if text == "" {
		return
	}
	if w.text.Len() == 0 {
		w.starts, w.size = w.page, r.size
	} else {
		w.join(text)
	}
	for w.starts+len(w.turns) < w.page {
		w.turns = append(w.turns, w.text.Len())
	}
	w.text.WriteString(text)
}

// join writes what is between the rows of a paragraph: a space, or nothing where a word was
// divided, without the hyphen that divided it.
func (w *writer) join(next string) {
	so := w.text.String()
	stem, divided := cutHyphen(so)
	if !divided {
		w.text.WriteByte(' ')
		return
	}
	hyphen := ""
	if w.keepsHyphen(lastWord(stem), firstWord(next)) {
		hyphen = "-"
	}
	w.text.Reset()
	w.text.WriteString(stem + hyphen)
}

// hyphens are the signs that can divide a word.
const hyphens = "-\u2010\u00AD\x02"

func cutHyphen(text string) (stem string, divided bool) {
	last, size := utf8.DecodeLastRuneInString(text)
	if !strings.ContainsRune(hyphens, last) {
		return text, false
	}
	stem = text[:len(text)-size]
	before, _ := utf8.DecodeLastRuneInString(stem)
	return stem, unicode.IsLetter(before) || unicode.IsDigit(before)
}

// keepsHyphen reports whether a hyphen at the end of a line is part of the word: if the
// document elsewhere writes it so and not as one word, or if one that was put there to divide
// a word could not be: before a capital or a digit.
func (w *writer) keepsHyphen(before, after string) bool {
	first, _ := utf8.DecodeRuneInString(after)
	if !unicode.IsLower(first) || before == "" {
		return true
	}
	whole, apart := w.words[strings.ToLower(before+after)], w.words[strings.ToLower(before+"-"+after)]
	if whole != apart {
		return apart > whole
	}
	return prefixes[strings.ToLower(before)]
}

// prefixes are words that a hyphen follows.
var prefixes = setOfLines(prefixList)

//go:embed prefixes.txt
var prefixList string

// setOfLines returns the lines of a list that are no comments.
func setOfLines(list string) map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(list) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			set[line] = true
		}
	}
	return set
}

func lastWord(text string) string {
	return text[strings.LastIndexFunc(text, isNotOfWord)+1:]
}

func firstWord(text string) string {
	if end := strings.IndexFunc(text, isNotOfWord); end >= 0 {
		return text[:end]
	}
	return text
}

func isNotOfWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '’' && r != '\''
}

// wordsIn counts how a document writes each word within its rows.
func wordsIn(pages []page) map[string]int {
	counts := map[string]int{}
	for _, p := range pages {
		for _, b := range p.blocks {
			for _, r := range b {
				words := strings.FieldsFunc(strings.ToLower(r.text), isNotOfWord)
				for i, word := range words {
					if i > 0 && i < len(words)-1 {
						counts[strings.ReplaceAll(word, "\u2010", "-")]++
					}
				}
			}
		}
	}
	return counts
}

func (w *writer) flush() {
	text := strings.ReplaceAll(w.text.String(), string(lineHyphen), "-")
	if text != "" {
		w.paragraphs = append(w.paragraphs, document.Paragraph{Text: text, Page: w.starts, Turns: w.turns})
		w.sizes = append(w.sizes, w.size)
	}
	w.text.Reset()
	w.turns, w.open = nil, false
}

// How much larger than the text headings are, and how long they can be.
const (
	largerThanText = 1.15
	longestHeading = 260
)

// setLevels makes headings of paragraphs in larger letters than most of the text, the largest
// of which are of level 1.
func (w *writer) setLevels() {
	body := w.bodySize()
	largest := 0.0
	for i, p := range w.paragraphs {
		if len(p.Text) <= longestHeading {
			largest = max(largest, w.sizes[i])
		}
	}
	for i := range w.paragraphs {
		p := &w.paragraphs[i]
		if len(p.Text) > longestHeading || w.sizes[i] < largerThanText*body {
			continue
		}
		p.Level = 2
		if isSameSize(w.sizes[i], largest) {
			p.Level = 1
		}
	}
}

// bodySize returns the size of most of the text.
func (w *writer) bodySize() float64 {
	letters := map[int]int{}
	best := 0
	for i, p := range w.paragraphs {
		at := int(math.Round(2 * w.sizes[i]))
		letters[at] += len(p.Text)
		if letters[at] > letters[best] || letters[at] == letters[best] && at < best {
			best = at
		}
	}
	return float64(best) / 2
}
