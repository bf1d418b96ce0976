package read

import (
	"regexp"
	"strings"

	"dateline/loader/lexicon"
)

// maxFurniture is the most words of a line that is furniture by its wording.
const maxFurniture = 45

// furnitureRules are the patterns of lines that belong to the site, by kind and most
// words.
var furnitureRules = lexicon.Furniture()

// tableRow matches a line of a Markdown table, or the rule below its heading.
var tableRow = regexp.MustCompile(`^\|.*|^[^|]{0,300}\|$|^[|:\s+\-]+$`)

// isFurniture reports whether a line belongs to the site, by its wording. In blocks
// extracted from a page, numbers and table rows belong to the article.
func isFurniture(text, raw string, extracted bool) bool {
	if text == "" || bareURL.MatchString(text) {
		return true
	}
	if extracted {
		return matchesFurniture(text, true)
	}
	if strings.HasPrefix(raw, "|") || strings.HasPrefix(raw, "[^") || len(text) < maxDateLine && tableRow.MatchString(raw) {
		return true
	}
	return matchesFurniture(text, false)
}

// inTables are the kinds that also match cells of tables.
var inTables = map[string]bool{"numbers": true, "tags": true, "icons": true}

func matchesFurniture(text string, extracted bool) bool {
	n := len(strings.Fields(text))
	if n > maxFurniture || len(text) > 600 {
		return false
	}
	for rule, pattern := range furnitureRules {
		if extracted && inTables[rule.Kind] {
			continue
		}
		if n <= rule.Words && pattern.MatchString(text) {
			return true
		}
	}
	return false
}

// authorNote matches a line about the author, among the last authorNoteLines lines.
var authorNote = regexp.MustCompile(`^(?:About the author:?\s*)?\p{Lu}[\p{L}.'’\-]*(?:\s+(?:\p{Lu}[\p{L}.'’\-]*|de|van|von|bin|` +
	`al)){1,4}\s+(?:is|was|has been|covers|reports|writes|works)\b.{0,60}?\b(?i:reporter|correspondent|journalist|editor(?:-at-large)?|` +
	`columnist|staff writer|writer|bureau chief|contributor|research fellow|senior fellow|fellow|reports (?:on|from)|covers|writes (?:about|on|` +
	`for)|professor|analyst)\b.{0,300}$`)

const authorNoteLines = 2

// insertStart and insertEnd match the lines that screen readers read out before and
// after a box within the text.
var (
	insertStart = regexp.MustCompile(`(?i)^skip (?:past|over) .{1,40}$`)
	insertEnd   = regexp.MustCompile(`(?i)^(?:after|end of) (?:.{1,40} )?(?:promotion|newsletter|box|list)$`)
)

// maxInsert is the most lines of such a box.
const maxInsert = 15

func dropInserts(lines []line) {
	for i := range lines {
		if text := lines[i].text; len(text) > 80 || !insertStart.MatchString(text) && !headings["foot"].MatchString(text) && !headings["related"].MatchString(text) {
			continue
		}
		for j := i; j < min(len(lines), i+maxInsert); j++ {
			if !insertEnd.MatchString(lines[j].text) {
				continue
			}
			for k := i; k <= j; k++ {
				lines[k].kind = furniture
			}
			break
		}
	}
}

// sections are the names of a newspaper's parts.
var sections = lexicon.Sections()

func isSection(text string) bool {
	text = strings.ToLower(strings.Trim(text, " :|>›»/•-"))
	if sections[text] {
		return true
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("|/>›»•·,", r) })
	for _, part := range parts {
		if !sections[strings.TrimSpace(part)] {
			return false
		}
	}
	return len(parts) > 0
}
