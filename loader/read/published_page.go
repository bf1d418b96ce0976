package read

import (
	"encoding/json"
	"math"
	"regexp"
	"slices"
	"strings"
	"time"

	"dateline/graph"

	"golang.org/x/net/html"
)

// dateOfPage returns the day of publication that a page labels as such: in its linked
// data, its meta elements or its markup, else the one that it shows beside the headline.
// Other days on the page, such as those of related stories, of a copyright or in the
// text, are never used.
//
// Of two labelled days that are one day apart, because one is in UTC and the other in the
// newsroom's time zone, the newsroom's wins, as does the date line next to the headline:
// "on Tuesday" is relative to that day.
func dateOfPage(page *html.Node) metadata {
	shown := shownDate(page)
	var labelled []stamp
	for _, find := range []func(*html.Node) []stamp{stampsOfLinkedData, stampsOfMeta, stampsOfMarkup} {
		labelled = append(labelled, find(page)...)
	}
	if len(labelled) == 0 {
		for _, find := range []func(*html.Node) graph.Date{onlyTime, dayOfDateClass} {
			if shown.IsZero() {
				shown = find(page)
			}
		}
		if shown.IsZero() {
			return metadata{}
		}
		return metadata{Published: shown, PublishedFrom: fromDateLine}
	}
	best := labelled[0]
	if !shown.IsZero() && isNextTo(shown, best.day) {
		return metadata{Published: shown, PublishedFrom: fromDateLine}
	}
	for _, other := range labelled {
		if best.utc && !other.utc && isNextTo(other.day, best.day) && other.minute != "" && other.minute == best.minute {
			best = other
		}
	}
	return metadata{Published: best.day, PublishedFrom: fromPage}
}

// stamp is a labelled day.
type stamp struct {
	day graph.Date
	// utc is set if it is written with a time in UTC, whose day may be another than the
	// newsroom's.
	utc bool
	// minute has the digits of its minutes and seconds, which zones share.
	minute string
}

var minuteOf = regexp.MustCompile(`\d{2}:(\d{2}:\d{2})`)

var inUTC = regexp.MustCompile(`\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]00:?00|GMT|UTC)\s*$`)

func stampOf(text string) (stamp, bool) {
	day, ok := givenDay(text)
	s := stamp{day: day, utc: inUTC.MatchString(text)}
	if at := minuteOf.FindStringSubmatch(text); at != nil {
		s.minute = at[1]
	}
	return s, ok
}

func isNextTo(a, b graph.Date) bool {
	apart := a.DaysSince(b)
	return apart == 1 || apart == -1
}

// articleTypes are the types of linked data that an article has, in lower case.
var articleTypes = pageMarks("article type")

// pageTypes are those of the page that an article is on. Its day counts if no article
// has one.
var pageTypes = pageMarks("page type")

// stampsOfLinkedData returns the days of the article that the page's linked data
// describes, best first. What an article is based on, quotes or is commented by has days
// of its own.
func stampsOfLinkedData(page *html.Node) (found []stamp) {
	var articles, pages []record
	for n := range page.Descendants() {
		if n.Type != html.ElementNode || n.Data != "script" || !strings.Contains(attribute(n, "type"), "ld+json") || n.FirstChild == nil {
			continue
		}
		for _, node := range linkedData(n.FirstChild.Data) {
			switch {
			case hasType(node, articleTypes):
				articles = append(articles, node)
			case hasType(node, pageTypes):
				pages = append(pages, node)
			}
		}
	}
	title := squeeze(titleOfPage(page))
	// The article with the page's title comes first.
	slices.SortStableFunc(articles, func(a, b record) int { return titleRank(a, title) - titleRank(b, title) })
	for _, key := range []string{"datepublished", "datecreated"} {
		for _, node := range slices.Concat(articles, pages) {
			if s, ok := stampOf(plain(node[key])); ok {
				found = append(found, s)
			}
		}
	}
	return found
}

func titleRank(node record, title string) int {
	own := squeeze(plain(first2(node["headline"], node["name"])))
	if own != "" && (strings.Contains(title, own) || title != "" && strings.Contains(own, title)) {
		return 0
	}
	return 1
}

func first2(a, b any) any {
	if a != nil {
		return a
	}
	return b
}

func titleOfPage(page *html.Node) string {
	if node := firstElement(page, "title"); node != nil {
		return blocksOf(node)
	}
	return ""
}

// linkedData returns the nodes of one script of linked data that describe the page:
// those at the top, in its graph, and the main entities of these.
func linkedData(script string) []record {
	var top any
	if hasManyValues([]byte(script)) {
		return nil
	}
	if json.Unmarshal([]byte(strings.TrimSpace(script)), &top) != nil {
		// Scripts with line ends within their strings are common.
		clean := strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(script)
		if json.Unmarshal([]byte(strings.Trim(clean, " ;")), &top) != nil {
			return nil
		}
	}
	var nodes []record
	var add func(value any, depth int)
	add = func(value any, depth int) {
		const deep = 4
		if depth > deep {
			return
		}
		switch v := value.(type) {
		case []any:
			for _, inner := range v {
				add(inner, depth+1)
			}
		case map[string]any:
			node := record(v).folded()
			nodes = append(nodes, node)
			for _, key := range []string{"@graph", "mainentity", "mainentityofpage"} {
				if node[key] != nil {
					add(node[key], depth+1)
				}
			}
		}
	}
	add(top, 0)
	return nodes
}

func hasType(node record, types map[string]bool) bool {
	for _, name := range strings.Split(plain(node["@type"]), ",") {
		name = strings.TrimSpace(strings.ToLower(name))
		name = name[strings.LastIndexAny(name, "/#:")+1:]
		if types[name] {
			return true
		}
	}
	return false
}

// publishedMeta are the names and properties of meta elements with the day of
// publication, best first, in the form of foldKey.
var publishedMeta = listOf(pageTable, "published meta")

// stampsOfMeta returns the day of the best meta element that has one.
func stampsOfMeta(page *html.Node) []stamp {
	var best []stamp
	rank := len(publishedMeta)
	for n := range page.Descendants() {
		if n.Type != html.ElementNode || n.Data != "meta" {
			continue
		}
		for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
			name := strings.ReplaceAll(foldKey(attribute(n, key)), ".", "")
			at := slices.Index(publishedMeta, name)
			if name == "" || at < 0 || at >= rank || key == "itemprop" && inOtherItem(n) {
				continue
			}
			if s, ok := stampOf(attribute(n, "content")); ok {
				best, rank = []stamp{s}, at
			}
		}
	}
	return best
}

// stampsOfMarkup returns the days of the elements that the page marks as its day of
// publication, best first.
func stampsOfMarkup(page *html.Node) []stamp {
	var published, marked []stamp
	for n := range page.Descendants() {
		if n.Type != html.ElementNode || isAside(n) || inOtherItem(n) {
			continue
		}
		property := strings.ToLower(attribute(n, "itemprop"))
		isPublished := strings.Contains(property, "datepublished")
		if !isPublished && !strings.Contains(property, "datecreated") && !isMarkedDay(n) {
			continue
		}
		s := stampOfElement(n)
		switch {
		case s.day.IsZero():
		case isPublished:
			published = append(published, s)
		case len(marked) == 0: // later ones may be of other stories
			marked = append(marked, s)
		}
	}
	return append(published, marked...)
}

// isMarkedDay reports whether the class of an element says that it is the day of
// publication, or the day, of what it stands in.
func isMarkedDay(n *html.Node) bool {
	if hasClass(n, updatedClasses) {
		return false
	}
	if _, ok := attributeOf(n, "pubdate"); ok && n.Data == "time" {
		return true
	}
	return hasClass(n, publishedClasses) && len(blocksOf(n)) <= maxDateLine
}

// stampOfElement returns the day that an element has in an attribute, else in its text.
func stampOfElement(n *html.Node) stamp {
	for _, key := range []string{"datetime", "content", "title"} {
		if s, ok := stampOf(attribute(n, key)); ok {
			return s
		}
	}
	text := blocksOf(n)
	day, _, _, found := dayIn(text)
	if !found {
		day, _ = foreignDay(text)
	}
	return stamp{day: day}
}

// onlyTime returns the day of the page's time elements, if all of them outside asides
// and comments have the same one.
func onlyTime(page *html.Node) graph.Date {
	var only graph.Date
	for n := range page.Descendants() {
		if n.Type != html.ElementNode || n.Data != "time" || isAside(n) || hasClass(n, updatedClasses) {
			continue
		}
		s := stampOfElement(n)
		switch {
		case s.day.IsZero():
		case only.IsZero():
			only = s.day
		case only != s.day:
			return graph.Date{}
		}
	}
	return only
}

// dayOfDateClass returns the day of the first element whose class is only that of a date.
func dayOfDateClass(page *html.Node) graph.Date {
	for n := range page.Descendants() {
		if n.Type == html.ElementNode && hasClass(n, dateClasses) && !isAside(n) && !inOtherItem(n) {
			if text := blocksOf(n); len(text) <= maxDateLine && !otherDayWord.MatchString(text) {
				return stampOfElement(n).day
			}
		}
	}
	return graph.Date{}
}

// updatedOfPage returns the day on which a page says that it was last changed, in a block
// with nothing else.
func updatedOfPage(page *html.Node) graph.Date {
	for _, text := range blocksAfter(page, nil, math.MaxInt) {
		at := lastChanged.FindStringSubmatch(text)
		if at == nil || len(text) > maxDateLine {
			continue
		}
		if day, _, _, found := dayIn(at[1]); found {
			return day
		}
	}
	return graph.Date{}
}

var lastChanged = regexp.MustCompile(`(?i)^(?:[\p{L} ]{0,30}\b)?(?:last (?:updated|modified|changed|revised|revision)|updated)\b(?: on)?[\s:$]*(?:date[\s:]*)?(\p{L}{0,9}\.?,?\s?\d[^\n]{4,40})$`)

// Classes of elements with a day.
var (
	dateClasses      = pageMarks("date class")
	publishedClasses = pageMarks("published class")
	updatedClasses   = pageMarks("updated class")
)

func hasClass(n *html.Node, classes map[string]bool) bool {
	for _, class := range strings.Fields(strings.ToLower(strings.ReplaceAll(attribute(n, "class"), "_", "-"))) {
		for {
			if classes[class] {
				return true
			}
			// post__published, article--published
			_, after, found := strings.Cut(class, "--")
			if !found {
				break
			}
			class = after
		}
	}
	return false
}

// inOtherItem reports whether a marked element belongs to something within the article,
// such as a comment or a video.
func inOtherItem(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if _, scope := attributeOf(p, "itemscope"); !scope {
			continue
		}
		kind := strings.ToLower(attribute(p, "itemtype"))
		kind = kind[strings.LastIndex(kind, "/")+1:]
		return !articleTypes[kind] && !pageTypes[kind] && kind != ""
	}
	return false
}

// isAside reports whether an element stands where other stories and comments do.
func isAside(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Type != html.ElementNode || p.Data == "body" || p.Data == "html" {
			continue
		}
		if p.Data == "aside" || p.Data == "footer" || p.Data == "nav" || hasClass(p, otherStories) || otherStories[strings.ToLower(attribute(p, "id"))] {
			return true
		}
	}
	return false
}

// otherStories are the classes and IDs of parts of a page with other stories, comments
// and notices.
var otherStories = pageMarks("other story")

func attributeOf(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func attribute(n *html.Node, key string) string {
	value, _ := attributeOf(n, key)
	return value
}

// How far the date line can be from the headline, in blocks and in paragraphs of
// running text.
const (
	blocksBeforeTitle = 2
	blocksToDate      = 12
	proseToDate       = 1
	blocksToProse     = 60
)

// shownDate returns the day of the date line below or directly above the page's
// headline, one that says "published" before others; zero if there is none, or no
// headline.
func shownDate(page *html.Node) graph.Date {
	heading := headingOf(page)
	if heading == nil {
		return dateAboveProse(blocksAfter(page, nil, blocksToProse))
	}
	if below := dateBelow(blocksAfter(page, heading, blocksToDate)); !below.IsZero() {
		return below
	}
	above := blocksBefore(page, heading)
	for _, text := range above[max(0, len(above)-blocksBeforeTitle):] {
		if d, ok := readDateLine(text); ok && !d.day.IsZero() && (d.hasClock || d.labelled) {
			return d.day
		}
	}
	if len(above) > 0 {
		return shortDay(above[len(above)-1])
	}
	return graph.Date{}
}

// shortDay reads a block that is a day with a year of two digits, as German pages have
// above the headline: "02.12.19".
func shortDay(text string) graph.Date {
	at := twoDigitYear.FindStringSubmatch(text)
	if at == nil || !isDay(2000+number(at[3]), number(at[2]), number(at[1])) {
		return graph.Date{}
	}
	return graph.NewDate(2000+number(at[3]), time.Month(number(at[2])), number(at[1]))
}

var twoDigitYear = regexp.MustCompile(`^(\d{2})\.(\d{2})\.(\d{2})$`)

// dateBelow returns the day of the date line in the blocks below a headline.
func dateBelow(blocks []string) graph.Date {
	prose := 0
	var below graph.Date
	for _, text := range blocks {
		if d, ok := readShownDate(text); ok {
			if d.labelled {
				return d.day
			}
			if below.IsZero() {
				below = d.day
			}
			continue
		}
		if isProse(text) {
			if prose++; prose > proseToDate {
				break
			}
		}
	}
	return below
}

// readShownDate reads a block that has nothing but the day of publication.
func readShownDate(text string) (lineDate, bool) {
	if otherDayWord.MatchString(text) && !publishedWord.MatchString(text) {
		return lineDate{}, false
	}
	if d, ok := readDateLine(text); ok && !d.day.IsZero() {
		return d, true
	}
	if d, ok := readLabelledDays(text); ok {
		return d, true
	}
	if day, ok := foreignDateLine(text); ok {
		return lineDate{day: day, labelled: true}, true
	}
	return lineDate{}, false
}

// readLabelledDays reads a line with several days, each of which has a label: "Updated 20
// March 2024, 09:12. First published 18 March 2024."
func readLabelledDays(text string) (lineDate, bool) {
	if len(text) > maxDateLine || !publishedWord.MatchString(text) {
		return lineDate{}, false
	}
	var all lineDate
	for _, part := range sentenceEnd.Split(text, -1) {
		if strings.TrimSpace(part) == "" {
			continue
		}
		d, ok := readDateLine(part)
		if !ok {
			return lineDate{}, false
		}
		if d.labelled {
			all = d
		}
	}
	return all, !all.day.IsZero()
}

var sentenceEnd = regexp.MustCompile(`\.\s+|\.$`)

// dateAboveProse returns the day of the only date line above the first running text of a
// page without headings.
func dateAboveProse(blocks []string) graph.Date {
	var only graph.Date
	for _, text := range blocks {
		d, ok := readShownDate(text)
		switch {
		case ok && only.IsZero():
			only = d.day
		case ok && only != d.day:
			return graph.Date{}
		case isProse(text):
			return only
		}
	}
	return graph.Date{}
}

// headingOf returns the heading whose text the page's title has, else the first h1.
func headingOf(page *html.Node) *html.Node {
	const fewLetters = 12
	title := squeeze(titleOfPage(page))
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
