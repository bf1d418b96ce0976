package read

import (
	"strings"
	"time"

	"dateline/graph"

	"github.com/markusmobius/go-dateparser"
	"github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"
)

// pageDates makes htmldate independent of the clock: a date without a year, or "2
// hours ago", falls beyond MaxDate and is ignored.
var pageDates = htmldate.Options{
	UseOriginalDate: true,
	MaxDate:         time.Date(lastYear, time.December, 31, 0, 0, 0, 0, time.UTC),
	DateParserConfig: &dateparser.Configuration{
		CurrentTime:         time.Date(lastYear+100, time.July, 1, 0, 0, 0, 0, time.UTC),
		PreferredDateSource: dateparser.Past,
		StrictParsing:       true,
	},
}

// dateOfPage returns the day of publication of a page from its metadata, as htmldate
// finds it. If the date line next to the headline differs by one day, because one is
// in UTC and the other in the newsroom's time zone, the date line wins: "on Tuesday"
// is relative to that day.
func dateOfPage(page *html.Node) metadata {
	shown := shownDate(page)
	result, err := htmldate.FromDocument(page, pageDates)
	if err != nil || result.IsZero() {
		if shown.IsZero() {
			return metadata{}
		}
		return metadata{Published: shown, PublishedFrom: fromDateLine}
	}
	day := graph.DateOf(result.DateTime)
	if apart := shown.DaysSince(day); !shown.IsZero() && (apart == 1 || apart == -1) {
		return metadata{Published: shown, PublishedFrom: fromDateLine}
	}
	return metadata{Published: day, PublishedFrom: fromPage}
}

// How far the date line can be from the headline, in blocks and in paragraphs of
// running text.
const (
	blocksBeforeTitle = 2
	blocksToDate      = 12
	proseToDate       = 1
)

// shownDate returns the day of the date line below or directly above the page's
// headline; zero if there is none, or no headline.
func shownDate(page *html.Node) graph.Date {
	heading := headingOf(page)
	if heading == nil {
		return graph.Date{}
	}
	prose := 0
	for _, text := range blocksAfter(page, heading, blocksToDate) {
		if isProse(text) {
			if prose++; prose > proseToDate {
				break
			}
			continue
		}
		if d, ok := readDateLine(text); ok && !d.day.IsZero() {
			return d.day
		}
	}
	above := blocksBefore(page, heading)
	for _, text := range above[max(0, len(above)-blocksBeforeTitle):] {
		if d, ok := readDateLine(text); ok && !d.day.IsZero() && (d.hasClock || d.labelled) {
			return d.day
		}
	}
	return graph.Date{}
}

// headingOf returns the heading whose text the page's title has, else the first h1.
func headingOf(page *html.Node) *html.Node {
	const fewLetters = 12
	title := ""
	if node := firstElement(page, "title"); node != nil {
		title = squeeze(blocksOf(node))
	}
	for n := range page.Descendants() {
		if n.Type != html.ElementNode || n.Data != "h1" && n.Data != "h2" && n.Data != "h3" {
			continue
		}
		if text := squeeze(blocksOf(n)); len(text) >= fewLetters && strings.Contains(title, text) {
			return n
		}
	}
	return firstElement(page, "h1")
}

func firstElement(node *html.Node, name string) *html.Node {
	for n := range node.Descendants() {
		if n.Type == html.ElementNode && n.Data == name {
			return n
		}
	}
	return nil
}
