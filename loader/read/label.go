package read

import (
	"regexp"
	"strings"

	"dateline/loader/lexicon"
)

// labelLine matches a line such as "Source: The Example Times" or "Original url:".
var labelLine = regexp.MustCompile(`^\W{0,3}([A-Za-z][A-Za-z ]{1,30}?)\W{0,3}:\s*(.*)$`)

// labels are the labels that people and archives write above or below an article,
// with the fields that they stand for.
var labels = lexicon.Labels(map[string]field{
	"title": fieldTitle, "publisher": fieldPublisher, "byline": fieldByline, "url": fieldURL, "language": fieldLanguage,
})

// labelLines is how many lines from the top can have a label, other than that of a
// URL.
const labelLines = 10

// readLabels takes metadata from labelled lines and marks them as furniture.
func readLabels(lines []line) metadata {
	found := record{}
	names := map[field]string{fieldTitle: "title", fieldPublisher: "publisher", fieldByline: "author", fieldURL: "url", fieldLanguage: "language"}
	for i := range lines {
		f, value, ok := label(lines[i].text)
		if !ok || f != fieldURL && i >= labelLines || len(value) > maxTitle {
			continue
		}
		if f == fieldURL {
			if value = urlIn(value); value == "" && i+1 < len(lines) && bareURL.MatchString(lines[i+1].text) {
				value = urlIn(lines[i+1].text)
				lines[i+1].kind = furniture
			}
		}
		if value == "" {
			continue
		}
		lines[i].kind = furniture
		if _, taken := found[names[f]]; !taken {
			found[names[f]] = value
		}
	}
	m, _ := metadataOf(found)
	return m
}

func label(text string) (field, string, bool) {
	if len(text) > 4*maxTitle {
		return 0, "", false
	}
	at := labelLine.FindStringSubmatch(text)
	if at == nil {
		return 0, "", false
	}
	f, ok := labels[strings.ToLower(at[1])]
	return f, strings.TrimSpace(at[2]), ok
}
