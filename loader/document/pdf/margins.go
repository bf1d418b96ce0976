package pdf

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// marginRows is how many rows at the top, and at the foot, of a page can be its header and
// footer.
const marginRows = 3

// margin is a row at the top or the foot of a page.
type margin struct {
	page   int // index
	pieces []piece
	joined row
	// key is equal for rows that say the same, but for numbers, at the same place.
	key string
	// outer is true for the first row and for the last one.
	outer bool
}

// withoutMargins drops the headers, footers and page numbers of pages, and returns the
// address that a browser printed there; "" if none did.
func withoutMargins(pages [][]piece) (kept [][]piece, address string) {
	var margins []margin
	for i, pieces := range pages {
		margins = append(margins, marginsOf(i, pieces)...)
	}
	counts := map[string]int{}
	for _, m := range margins {
		counts[m.key]++
	}
	dropped := map[int][]piece{}
	for _, m := range margins {
		printed, isPrinted := printedAddress(m.joined.text)
		if address == "" {
			address = printed
		}
		if isPrinted || m.outer && isPageNumber(m.joined.text) || isRepeated(m, counts[m.key], len(pages)) {
			dropped[m.page] = append(dropped[m.page], m.pieces...)
		}
	}
	left := 0
	for i, pieces := range pages {
		kept = append(kept, slices.DeleteFunc(slices.Clone(pieces), func(p piece) bool { return slices.Contains(dropped[i], p) }))
		left += len(kept[i])
	}
	if left == 0 { // pages that are all alike have no margins
		return pages, address
	}
	return kept, address
}

var digits = regexp.MustCompile(`\d+`)

func marginsOf(page int, pieces []piece) []margin {
	rows := groupRows(pieces)
	var margins []margin
	for i, r := range rows {
		if i >= marginRows && i < len(rows)-marginRows {
			continue
		}
		line := joined(slices.Clone(r))
		const sameHeight = 12 // points
		key := fmt.Sprintf("%s at %.0f", digits.ReplaceAllString(strings.ToLower(line.text), "#"), line.bottom/sameHeight)
		margins = append(margins, margin{page, r, line, key, i == 0 || i == len(rows)-1})
	}
	return margins
}

// isRepeated reports whether a row stands on so many pages that it belongs to none: on all of
// two, and on a third of more, since headers differ on left and right pages and in chapters.
func isRepeated(m margin, count, pages int) bool {
	const longest = 12 // words of a header
	if pages < 2 || len(strings.Fields(m.joined.text)) > longest {
		return false
	}
	return count >= 2 && (count == pages || count*3 >= pages || count >= 5)
}

var pageNumber = regexp.MustCompile(`(?i)^(?:page|p\.|pg\.?)?\s*[-–—|]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[-–—|]?(?:\s*(?:of|/)\s*\d{1,4})?$`)

func isPageNumber(text string) bool { return pageNumber.MatchString(strings.TrimSpace(text)) }

// What browsers print at the top and the foot of pages: the time of printing, which is not
// that of publication, the address, and the number of the page.
var (
	printedTime  = regexp.MustCompile(`^\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[AP]M)?(?:\s|$)|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},\s+\d{1,2}:\d{2}(?:\s*[AP]M)?$`)
	printedPlace = regexp.MustCompile(`^(?:.{0,200}\s)?(https?://[^\s…]{4,500})(?:\s+(?:Page\s+)?\d{1,4}(?:/|\s+of\s+)\d{1,4})?$`)
)

// printedAddress reports whether a browser printed a row beside a page, and returns the
// address in it.
func printedAddress(text string) (address string, ok bool) {
	if at := printedPlace.FindStringSubmatch(text); at != nil {
		return at[1], true
	}
	return "", printedTime.MatchString(text)
}
