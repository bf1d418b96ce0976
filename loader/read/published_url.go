package read

import (
	"regexp"

	"dateline/graph"
)

// dayInURL returns the day in a path such as /2026/02/10/, /2026-02-10-title or
// /20260210/. A path with only a year and a month has no day.
func dayInURL(url string) (graph.Date, bool) {
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
