package read

import (
	"regexp"
	"strings"

	"dateline/graph"
)

// post matches the end of an embedded post: — The Name (@name) February 10, 2026.
var post = regexp.MustCompile(`(?:pic\.twitter\.com/\w+\s*|https?://t\.co/\w+\s*)*[—–-]\s*([^—–()]{1,80}\(@?[\w.\-@]{2,60}\))\s*([^()]{6,40})$`)

// cutPost cuts the end of an embedded post off a line, and returns its day.
func cutPost(p passage) (passage, graph.Date) {
	if !strings.Contains(p.text, "(@") {
		return p, graph.Date{}
	}
	tail := max(0, len(p.text)-400)
	for tail > 0 && !startsRune(p.text[tail]) {
		tail--
	}
	at := post.FindStringSubmatchIndex(p.text[tail:])
	if at == nil {
		return p, graph.Date{}
	}
	day, _, _, found := dayIn(p.text[tail+at[4] : tail+at[5]])
	if !found {
		return p, graph.Date{}
	}
	return p.cut(0, tail+at[0]).trimmed(), day
}

func startsRune(b byte) bool { return b&0xC0 != 0x80 }
