package database

import (
	"regexp"
	"strings"
)

var (
	proQuestStart = regexp.MustCompile(`^Document \d{1,5} of \d{1,5}$`)
	proQuestRule  = regexp.MustCompile(`^_{20,}$`)
)

// partsOfProQuest splits at "Document 1 of 20" or, in exports without such lines, at lines of
// underscores. Each part with an article has a number of the database.
func partsOfProQuest(lines []string) [][]string {
	begins := proQuestRule
	for _, line := range lines {
		if proQuestStart.MatchString(line) {
			begins = proQuestStart
		}
	}
	var parts [][]string
	for _, part := range append(split(lines, begins), lines) {
		if len(parts) > 0 && len(part) == len(lines) {
			break // the whole is tried only if nothing parts it
		}
		if hasLabel(part, "proquest document id") && (hasLabel(part, "full text") || hasLabel(part, "abstract")) {
			parts = append(parts, part)
		}
	}
	return parts
}

func hasLabel(lines []string, want string) bool {
	for _, line := range lines {
		if name, _, ok := labelled(line); ok && name == want {
			return true
		}
	}
	return false
}

// readProQuest reads an article: headline, then parts with labels, one of which is the text.
func readProQuest(lines []string, day Day) Article {
	var a Article
	parts := proQuestParts(lines)
	a.Known.ID, a.Known.Title = parts.line("proquest document id"), parts.line("title")
	if head := filled(parts[""]); a.Known.Title == "" && len(head) > 0 {
		a.Known.Title = head[0]
	}
	a.Known.Byline = authorsInOrder(parts.line("author"))
	info := parts.line("publication info")
	a.Known.Publisher = publicationOf(parts.line("publication title"), info)
	if d, ok := day(parts.line("publication date")); ok {
		published(&a.Known, d)
	} else if d, ok := day(infoDay.FindString(info)); ok {
		published(&a.Known, d)
	}
	if a.Body = join(parts["full text"]); a.Body == "" || strings.HasPrefix(a.Body, "Not available") {
		a.Body = join(parts["abstract"])
	}
	return a
}

// labelledParts are the lines below each label; those above the first are below "".
type labelledParts map[string][]string

func (p labelledParts) line(name string) string { return strings.Join(filled(p[name]), " ") }

// proQuestParts parts an article at its labels, up to the rule below its text.
func proQuestParts(lines []string) labelledParts {
	parts := labelledParts{}
	at := ""
	for _, line := range lines {
		if proQuestRule.MatchString(line) {
			if len(parts["full text"]) > 0 {
				break
			}
			continue
		}
		if labels["proquest-link"][line] {
			at = line
			continue
		}
		if name, value, ok := labelled(line); ok && labels["proquest"][name] && !(at == "full text" && labels["proquest-in-text"][name]) {
			at, line = name, value
			if len(parts[at]) > 0 {
				continue // the first of two counts
			}
		}
		parts[at] = append(parts[at], line)
	}
	return parts
}

// infoDay is the day in "New Post ; Kellby [Kellby]11 Feb 2010: A.1."
var infoDay = regexp.MustCompile(`\d{1,2} \p{L}{3,9} \d{4}`)

// publicationOf returns the name of a publication without its edition and place.
func publicationOf(title, info string) string {
	if title == "" {
		title, _, _ = strings.Cut(info, "[")
	}
	title, _, _ = strings.Cut(title, ";")
	return publisher(title)
}

// authorsInOrder turns "Moen, Ida; Aas, Per" around.
func authorsInOrder(authors string) string {
	var out []string
	for author := range strings.SplitSeq(authors, ";") {
		author = strings.TrimRight(strings.TrimSpace(author), ".")
		if family, given, ok := strings.Cut(author, ", "); ok && !strings.Contains(given, ",") && len(strings.Fields(family)) < 3 {
			author = given + " " + family
		}
		if author != "" {
			out = append(out, author)
		}
	}
	return strings.Join(out, ", ")
}
