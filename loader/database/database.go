// Package database splits the exports of news databases, which hold several articles a file,
// each with its metadata in lines above and below its text: those of Nexis, Factiva and
// ProQuest, and references in RIS.
//
// It takes lines, so that it does not matter whether the export is a text, a web page or a
// document of Word. An export is known by the lines that part its articles. What stands in
// lines with labels, such as a load date, a length or an index of subjects, is no text, and
// only the publication's own date line says when an article was published.
package database

import (
	"regexp"
	"strings"

	"dateline/graph"
	"dateline/loader/source"
)

// Article is one article of an export.
type Article struct {
	Known source.Known
	// Body is the text, with an empty line wherever the export has one.
	Body string
}

// Day reads the day of a line that is nothing but a date, with a weekday, a time or an
// edition.
type Day func(line string) (graph.Date, bool)

// database is one whose exports are known.
type database struct {
	name string
	// parts splits an export into articles; none if it is not one of this database.
	parts func(lines []string) [][]string
	read  func(lines []string, day Day) Article
}

var databases = []database{
	{"Nexis", partsOfNexis, readNexis},
	{"Nexis Uni", partsOfNexisUni, readNexisUni},
	{"Factiva", partsOfFactiva, readFactiva},
	{"ProQuest", partsOfProQuest, readProQuest},
	{"RIS", partsOfRIS, readRIS},
}

// Articles returns the articles of an export, and the name of its database; "" if the lines
// are no export. Empty lines are between paragraphs.
func Articles(lines []string, day Day) (articles []Article, name string) {
	trimmed := make([]string, len(lines))
	for i, line := range lines {
		trimmed[i] = strings.TrimSpace(strings.Map(plainSpace, line))
	}
	for _, d := range databases {
		for _, part := range d.parts(trimmed) {
			articles = append(articles, d.read(part, day))
		}
		if len(articles) > 0 {
			return articles, d.name
		}
	}
	return nil, ""
}

func plainSpace(r rune) rune {
	if r == '\u00A0' || r == '\t' || r == '\uFEFF' {
		return ' '
	}
	return r
}

// split returns the lines after each line that begins an article.
func split(lines []string, begins *regexp.Regexp) [][]string {
	var parts [][]string
	start := -1
	for i, line := range lines {
		if !begins.MatchString(line) {
			continue
		}
		if start >= 0 {
			parts = append(parts, lines[start:i])
		}
		start = i + 1
	}
	if start >= 0 {
		parts = append(parts, lines[start:])
	}
	return parts
}

// splitEnds returns the lines up to each line that ends an article, with it.
func splitEnds(lines []string, ends *regexp.Regexp) [][]string {
	var parts [][]string
	start := 0
	for i, line := range lines {
		if ends.MatchString(line) {
			parts, start = append(parts, lines[start:i+1]), i+1
		}
	}
	return parts
}

// label is a line such as "BYLINE: Ida Moen".
var label = regexp.MustCompile(`^([\p{L}][\p{L}/ &-]{1,30}?)\s?:\s*(.*)$`)

// labelled returns the label of a line in lower case, with what follows it.
func labelled(line string) (name, value string, ok bool) {
	at := label.FindStringSubmatch(line)
	if at == nil {
		return "", "", false
	}
	return strings.ToLower(at[1]), at[2], true
}

var emptyLines = regexp.MustCompile(`\n{3,}`)

// join returns lines as a text, without empty ones at its ends and with one between
// paragraphs.
func join(lines []string) string {
	return emptyLines.ReplaceAllString(strings.TrimSpace(strings.Join(lines, "\n")), "\n\n")
}

// filled returns the lines that are not empty.
func filled(lines []string) []string {
	var out []string
	for _, line := range lines {
		if line != "" {
			out = append(out, line)
		}
	}
	return out
}

// paragraph returns the index after the lines that follow without an empty one.
func paragraph(lines []string, at int) int {
	for at < len(lines) && lines[at] != "" {
		at++
	}
	return at
}

// publisher returns the name of a publication without what databases add to it.
func publisher(name string) string {
	name = strings.TrimRight(strings.TrimSpace(name), ".,; ")
	return placeGlued.ReplaceAllString(name, "$1 ($2)")
}

// placeGlued is a place that is not parted from the name, as in "The Post(London)".
var placeGlued = regexp.MustCompile(`^(.*\S)\(([^()]+)\)$`)

// published gives the day of a date line.
func published(known *source.Known, day graph.Date) {
	if !day.IsZero() {
		known.Published, known.PublishedFrom = day, "metadata"
	}
}
