package mapping

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"unicode/utf8"

	"dateline/graph"
)

// Keys are texts whose ascending bytewise order is that of a list, so that a page of the
// list is a range of an index on one property. Each ends in an ID.

const (
	// complement reverses the order of days: later days sort first, and the unknown day,
	// 0, last.
	complement = 99999999
	mostCount  = 9999999999
)

// dayDigits returns a day as a number of eight digits.
func dayDigits(d graph.Date) int { return d.Year*10000 + int(d.Month)*100 + d.Day }

func undatedDigit(undated bool) int {
	if undated {
		return 1
	}
	return 0
}

// eventKey has the order of TIME_ASC: known times first, then by first day (see
// storekit.EventTime), last day and ID.
func eventKey(undated bool, first, latest graph.Date, id string) string {
	return TimeKey(undated, first, latest) + id
}

// TimeKey is the prefix of eventKey, for comparing keys.
func TimeKey(undated bool, earliest, latest graph.Date) string {
	return fmt.Sprintf("%d%08d%08d", undatedDigit(undated), dayDigits(earliest), dayDigits(latest))
}

// reverseEventKey has the order of TIME_DESC.
func reverseEventKey(undated bool, earliest, latest graph.Date, id string) string {
	return ReverseTimeKey(undated, earliest, latest) + id
}

// ReverseTimeKey is the prefix of reverseEventKey.
func ReverseTimeKey(undated bool, earliest, latest graph.Date) string {
	return fmt.Sprintf("%d%08d%08d", undatedDigit(undated), complement-dayDigits(earliest), complement-dayDigits(latest))
}

// ReportsKey has the order of REPORTS_DESC.
func ReportsKey(reports int, id string) string {
	return fmt.Sprintf("%010d", mostCount-reports) + id
}

// articleKey has the order of graph.Reader's Articles.
func articleKey(published graph.Date, id string) string { return ArticleDayKey(published) + id }

// ArticleDayKey is the prefix of articleKey.
func ArticleDayKey(published graph.Date) string {
	return fmt.Sprintf("%08d", complement-dayDigits(published))
}

// entityKey has the order of graph.Reader's Entities.
func entityKey(nameFolded, id string) string { return nameFolded + "\x00" + id }

// longestKey is the most bytes of a text in an index. Neo4j allows 8 kB for a whole
// entry.
const longestKey = 1000

// FoldedKey folds a text for an index. A text that is too long is cut and gets a hash at
// its end, so that only equal texts have equal keys.
func FoldedKey(text string) string {
	folded := graph.Fold(text)
	if len(folded) <= longestKey {
		return folded
	}
	hash := sha256.Sum256([]byte(folded))
	end := longestKey
	for !utf8.RuneStart(folded[end]) {
		end--
	}
	return folded[:end] + " " + hex.EncodeToString(hash[:])
}
