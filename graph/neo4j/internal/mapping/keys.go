package mapping

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"unicode/utf8"

	"dateline/graph"
)

// Keys are texts that sort as a page's list does, bytewise and upwards, so that a
// page is one range of an index on one property. Each ends in an ID.

const (
	// complement turns a day's number around: what comes later sorts first. Of the
	// unknown day, 0, it comes last.
	complement = 99999999
	mostCount  = 9999999999
)

// dayDigits writes a day as eight digits.
func dayDigits(d graph.Date) int { return d.Year*10000 + int(d.Month)*100 + d.Day }

func undatedDigit(undated bool) int {
	if undated {
		return 1
	}
	return 0
}

// eventKey sorts as TIME_ASC does: by whether the time is known, first day, last
// day, ID.
func eventKey(undated bool, earliest, latest graph.Date, id string) string {
	return TimeKey(undated, earliest, latest) + id
}

// TimeKey is the beginning of eventKey, to compare keys with.
func TimeKey(undated bool, earliest, latest graph.Date) string {
	return fmt.Sprintf("%d%08d%08d", undatedDigit(undated), dayDigits(earliest), dayDigits(latest))
}

// reverseEventKey sorts as TIME_DESC does.
func reverseEventKey(undated bool, earliest, latest graph.Date, id string) string {
	return ReverseTimeKey(undated, earliest, latest) + id
}

// ReverseTimeKey is the beginning of reverseEventKey.
func ReverseTimeKey(undated bool, earliest, latest graph.Date) string {
	return fmt.Sprintf("%d%08d%08d", undatedDigit(undated), complement-dayDigits(earliest), complement-dayDigits(latest))
}

// ReportsKey sorts as REPORTS_DESC does.
func ReportsKey(reports int, id string) string {
	return fmt.Sprintf("%010d", mostCount-reports) + id
}

// articleKey sorts as Reader.Articles does.
func articleKey(published graph.Date, id string) string { return ArticleDayKey(published) + id }

// ArticleDayKey is the beginning of articleKey.
func ArticleDayKey(published graph.Date) string {
	return fmt.Sprintf("%08d", complement-dayDigits(published))
}

// entityKey sorts as Reader.Entities does.
func entityKey(nameFolded, id string) string { return nameFolded + "\x00" + id }

// longestKey is how many bytes of a text an index takes; Neo4j takes 8 kB for all of
// an entry.
const longestKey = 1000

// FoldedKey folds a text that an index has. A text that is too long for one is cut
// and gets a hash at its end, so that equal ones stay equal.
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
