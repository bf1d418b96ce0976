package read

import (
	"regexp"
	"strconv"
	"time"

	"dateline/graph"
)

// dayInURL returns the day in a path such as /2026/02/10/, /2026-02-10-title or
// /20260210/. A path with only a year and a month has no day.
func dayInURL(url string) (graph.Date, bool) {
	if day, ok := dayOfPost(url); ok {
		return day, true
	}
	for _, form := range urlDays {
		at := form.FindStringSubmatchIndex(url)
		if at == nil {
			continue
		}
		if day, ok := dayOf(form, url, at); ok {
			return day, true
		}
	}
	return graph.Date{}, false
}

var urlDays = []*regexp.Regexp{
	regexp.MustCompile(`(?i)[/_-](?P<y>(?:19|20)\d{2})[/_-](?P<m>\d{1,2}|[a-z]{3})[/_-](?P<d>\d{1,2})(?:[/_.?-]|$)`),
	regexp.MustCompile(`[/_-](?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})(?:[/_.?-]|$)`),
}

// postURL matches the address of a post whose number begins with its time.
var postURL = regexp.MustCompile(`^https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/\w+/status/(\d{17,20})\b`)

// Numbers of posts are milliseconds since this time, and 22 bits that tell posts of one
// millisecond apart.
const (
	firstPost    = 1_288_834_974_657 // milliseconds since 1970
	bitsOfSerial = 22
)

// dayOfPost returns the day, in UTC, of a post on X, which was Twitter.
func dayOfPost(url string) (graph.Date, bool) {
	at := postURL.FindStringSubmatch(url)
	if at == nil {
		return graph.Date{}, false
	}
	id, err := strconv.ParseInt(at[1], 10, 64)
	if err != nil {
		return graph.Date{}, false
	}
	return graph.DateOf(time.UnixMilli(id>>bitsOfSerial + firstPost).UTC()), true
}
