package pdf

import (
	"math"
	"slices"
	"strings"
)

// piece is a run of words beside each other, at most one line of one column.
type piece struct {
	box
	text  string
	words int
}

// row is one line of a column.
type row struct {
	box
	text string
	// size is the height of most of its words, and gap the widest gap between them.
	size, gap float64
}

// block is rows below each other, in one column.
type block []row

// piecesOf joins words that follow each other on a line.
func piecesOf(words []word) []piece {
	var pieces []piece
	for _, w := range words {
		if n := len(pieces); n > 0 && follows(pieces[n-1], w) {
			last := &pieces[n-1]
			if !strings.HasSuffix(last.text, string(lineHyphen)) {
				last.text += " "
			}
			last.box, last.text, last.words = last.and(w.box), last.text+w.text, last.words+1
			continue
		}
		pieces = append(pieces, piece{w.box, w.text, 1})
	}
	return pieces
}

// gutter is the narrowest gap between two columns, as a part of the height of the line.
const gutter = 0.8

// follows reports whether a word goes on from a piece on the same line.
func follows(p piece, w word) bool {
	size := min(p.height(), w.height())
	gap := w.left - p.right
	return isLevel(p.box, w.box) && gap > -size && gap < gutter*max(p.height(), w.height())
}

// isLevel reports whether two boxes stand on the same line.
func isLevel(a, b box) bool {
	return math.Abs(a.bottom-b.bottom) < 0.4*min(a.height(), b.height()) && a.height() < 1.7*b.height() && b.height() < 1.7*a.height()
}

// maxDepth is how deep columns can be within columns.
const maxDepth = 6

// blocksOf returns the blocks of a page in the order in which they are read: a column from
// top to bottom before the one to its right, and what spans columns between what is above and
// what is below it.
func blocksOf(pieces []piece, depth int) []block {
	at, ok := gutterOf(pieces)
	if !ok || depth == maxDepth {
		return []block{rowsOf(pieces)}
	}
	var blocks []block
	for _, band := range bandsOf(pieces, at) {
		left, right := sidesOf(band, at)
		if band.spans || !areColumns(left, right) {
			blocks = append(blocks, rowsOf(band.pieces))
			continue
		}
		blocks = append(blocks, blocksOf(left, depth+1)...)
		blocks = append(blocks, blocksOf(right, depth+1)...)
	}
	return blocks
}

// band is what a page has between two heights: pieces that span a gutter, or none that does.
type band struct {
	pieces []piece
	spans  bool
}

// bandsOf splits pieces, from the top, where some span the gutter.
func bandsOf(pieces []piece, at float64) []band {
	sorted := slices.Clone(pieces)
	slices.SortStableFunc(sorted, func(a, b piece) int { return compare(b.bottom+b.top, a.bottom+a.top) })
	var bands []band
	for _, p := range sorted {
		spans := p.left < at && p.right > at
		if n := len(bands); n > 0 && bands[n-1].spans == spans {
			bands[n-1].pieces = append(bands[n-1].pieces, p)
			continue
		}
		bands = append(bands, band{[]piece{p}, spans})
	}
	return bands
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func sidesOf(b band, at float64) (left, right []piece) {
	for _, p := range b.pieces {
		if p.right <= at {
			left = append(left, p)
		} else {
			right = append(right, p)
		}
	}
	return left, right
}

// What makes columns of two sides of a gap, and not the cells of a table.
const (
	fewestLines = 3   // of each side
	fewestWords = 3.0 // of a line, on average
)

func areColumns(left, right []piece) bool {
	return isColumn(left) && isColumn(right) && boundsOf(left).bottom < boundsOf(right).top && boundsOf(right).bottom < boundsOf(left).top
}

func isColumn(pieces []piece) bool {
	words := 0
	for _, p := range pieces {
		words += p.words
	}
	return len(pieces) >= fewestLines && float64(words) >= fewestWords*float64(len(pieces))
}

func boundsOf(pieces []piece) box {
	all := pieces[0].box
	for _, p := range pieces[1:] {
		all = all.and(p.box)
	}
	return all
}

// gutterSteps is how many places across a page are tried for a gutter.
const gutterSteps = 150

// gutterOf finds the place that has the most lines of columns on both sides.
func gutterOf(pieces []piece) (at float64, ok bool) {
	if len(pieces) < 2*fewestLines {
		return 0, false
	}
	bounds := boundsOf(pieces)
	best, widest := 0, 0.0
	for step := 1; step < gutterSteps; step++ {
		x := bounds.left + bounds.width()*float64(step)/gutterSteps
		lines, width := linesBeside(pieces, x)
		if lines > best || lines == best && width > widest {
			best, widest, at = lines, width, x
		}
	}
	return at, best > 0
}

// linesBeside counts the lines that stand in columns beside a place, and returns how wide the
// gap is.
func linesBeside(pieces []piece, at float64) (lines int, width float64) {
	if left, right := besides(pieces, at); left < fewestLines || right < fewestLines {
		return 0, 0
	}
	width = math.Inf(1)
	for _, b := range bandsOf(pieces, at) {
		left, right := sidesOf(b, at)
		if b.spans || !areColumns(left, right) {
			continue
		}
		gap := boundsOf(right).left - boundsOf(left).right
		if gap < gutter/2*left[0].height() {
			continue
		}
		lines, width = lines+len(b.pieces), min(width, gap)
	}
	return lines, width
}

func besides(pieces []piece, at float64) (left, right int) {
	for _, p := range pieces {
		switch {
		case p.right <= at:
			left++
		case p.left >= at:
			right++
		}
	}
	return left, right
}

// rowsOf puts pieces together that stand on one line, from left to right.
func rowsOf(pieces []piece) block {
	var out block
	for _, r := range groupRows(pieces) {
		out = append(out, joined(r))
	}
	return out
}

// groupRows returns the pieces of each line, from the top.
func groupRows(pieces []piece) [][]piece {
	sorted := slices.Clone(pieces)
	slices.SortStableFunc(sorted, func(a, b piece) int { return compare(b.top, a.top) })
	var rows [][]piece
	for _, p := range sorted {
		if n := len(rows); n > 0 && standsIn(rows[n-1], p) {
			rows[n-1] = append(rows[n-1], p)
			continue
		}
		rows = append(rows, []piece{p})
	}
	return rows
}

// standsIn reports whether a piece is on the line of others: at their height, or a large
// first letter or a small raised sign beside them.
func standsIn(row []piece, p piece) bool {
	for _, other := range row {
		small := min(other.height(), p.height())
		middle := (p.top + p.bottom) / 2
		if math.Abs(other.bottom-p.bottom) < 0.4*small || math.Abs(other.top-p.top) < 0.4*small ||
			middle < other.top && middle > other.bottom && small > 0.6*max(other.height(), p.height()) {
			return true
		}
	}
	return false
}

func joined(pieces []piece) row {
	slices.SortStableFunc(pieces, func(a, b piece) int { return compare(a.left, b.left) })
	size := sizeOf(pieces)
	var text strings.Builder
	var all row
	for _, p := range pieces {
		if isNoteMark(p, pieces, size) {
			continue
		}
		if text.Len() == 0 {
			all.box = p.box
		} else if !isInitial(text.String(), all.box, p) {
			text.WriteByte(' ')
		}
		all.gap = max(all.gap, p.left-all.right)
		all.box = all.and(p.box)
		text.WriteString(p.text)
	}
	all.text, all.size = text.String(), size
	return all
}

// sizeOf returns the height of the piece with the most words.
func sizeOf(pieces []piece) float64 {
	size, most := 0.0, 0
	for _, p := range pieces {
		if p.words > most {
			size, most = p.height(), p.words
		}
	}
	return size
}

// isNoteMark reports whether a piece is the small raised number of a footnote.
func isNoteMark(p piece, row []piece, size float64) bool {
	if len(row) == 1 || p.height() > 0.8*size || len(p.text) > 3 || strings.Trim(p.text, "0123456789*†‡") != "" {
		return false
	}
	return p.words == 1
}

// isInitial reports whether a line so far is a large first letter that its next piece goes
// on from.
func isInitial(text string, b box, p piece) bool {
	return len([]rune(text)) == 1 && b.height() > 1.5*p.height() && p.left-b.right < p.height()
}
