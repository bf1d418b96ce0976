package database

import (
	"regexp"
	"strings"
)

// numbered is the line above each article of the older exports, in the languages of the
// interface.
var numbered = regexp.MustCompile(`(?i)^(?:dokument\s+)?\d{1,4}\s+(?:of|von|de|di|van)\s+\d{1,5}\s*(?:documents?|dokumente?n?|documentos?|documenti|documenten)?$`)

// documentWord is in those lines, or "1 of 20" would do.
var documentWord = regexp.MustCompile(`(?i)do[ck]ument`)

func partsOfNexis(lines []string) [][]string {
	for _, line := range lines {
		if numbered.MatchString(line) && documentWord.MatchString(line) {
			return split(lines, numbered)
		}
	}
	return nil
}

var rightsLine = regexp.MustCompile(`^(?:Copyright|©|\(c\)|\(C\))(?:\s|©)*(?:\(c\)\s*)?\d{4}`)

// readNexis reads an article of the older exports: publication, date, headline, labelled
// lines, text, labelled lines, rights.
func readNexis(lines []string, day Day) Article {
	var a Article
	end := nexisEnd(lines)
	lines = lines[:end]
	var head []string // blocks without a label
	text := 0
	dated := false
	for at := 0; at < len(lines) && len(head) < nexisHead; {
		if lines[at] == "" {
			at++
			continue
		}
		stop := paragraph(lines, at)
		block := strings.Join(lines[at:stop], " ")
		name, value, ok := labelled(block)
		switch {
		case ok && labels["nexis-header"][name]:
			nexisLabel(&a, name, value)
			text = stop
			if name == "body" {
				text = at + 1 // the text can follow on the next line
				head = append(head, make([]string, nexisHead)...)
			}
		case !dated && isDay(block, day):
			d, _ := day(block)
			published(&a.Known, d)
			dated, text = true, stop
			if len(head) > 0 && a.Known.Publisher == "" {
				a.Known.Publisher = publisher(head[len(head)-1])
			}
			head = nil
		case rightsLine.MatchString(block):
		case len(head) > 0 && text > 0 && isText(block): // the text has begun
			head = append(head, make([]string, nexisHead)...)
		default:
			head = append(head, block)
			if dated && a.Known.Title == "" {
				a.Known.Title, text = block, stop
			}
		}
		at = stop
	}
	a.Body = unwrapped(lines[text:])
	return a
}

// unwrapped joins lines that were wrapped at a fixed width.
func unwrapped(lines []string) string {
	var paragraphs []string
	for at := 0; at < len(lines); at++ {
		if lines[at] != "" {
			stop := paragraph(lines, at)
			paragraphs = append(paragraphs, strings.Join(lines[at:stop], " "))
			at = stop
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

// nexisHead is how many blocks can stand above the text.
const nexisHead = 8

// isText reports whether a block is longer than headlines are.
func isText(block string) bool { return len(strings.Fields(block)) > 30 }

func isDay(line string, day Day) bool {
	_, ok := day(line)
	return ok
}

// nexisLabel reads what stands above the text.
func nexisLabel(a *Article, name, value string) {
	switch {
	case labels["nexis-byline"][name]:
		first, _, _ := strings.Cut(value, ";") // what follows says where they were
		a.Known.Byline = first
	case labels["nexis-headline"][name]:
		if value != "" {
			a.Known.Title = value
		}
	case labels["nexis-address"][name]:
		if strings.HasPrefix(value, "http") {
			a.Known.URL = value
		}
	}
}

// nexisEnd returns where the text ends: above the labelled lines at the foot.
func nexisEnd(lines []string) int {
	end := len(lines)
	for at := len(lines) - 1; at > 0; {
		if lines[at] == "" {
			at--
			continue
		}
		start := at
		for start > 0 && lines[start-1] != "" {
			start--
		}
		name, _, ok := labelled(lines[start])
		if !rightsLine.MatchString(lines[start]) && lines[start] != "All Rights Reserved" && !(ok && labels["nexis-footer"][name]) && !isCaps(lines[start]) {
			break
		}
		end, at = start, start-1
	}
	return end
}

// isCaps reports whether a line is a name in capitals.
func isCaps(line string) bool {
	return len(line) < 60 && !strings.HasSuffix(line, ":") && strings.ToUpper(line) == line && strings.ToLower(line) != line && !strings.HasSuffix(line, ".")
}

var endOfDocument = regexp.MustCompile(`^(?:End of Document|Ende des Dokuments?|Fin du document|Fin del documento)$`)

func partsOfNexisUni(lines []string) [][]string { return splitEnds(lines, endOfDocument) }

var bodyLine = regexp.MustCompile(`^(?:Body|Text|Volltext|Corps|Cuerpo)$`)

// readNexisUni reads an article of the newer exports: headline, publication, date, rights,
// labelled lines, the line "Body", text, labelled lines. A cover can stand above the first.
func readNexisUni(lines []string, day Day) Article {
	var a Article
	lines = lines[:len(lines)-1] // the line that ends it
	body := -1
	for i, line := range lines {
		if bodyLine.MatchString(line) {
			body = i
			break
		}
	}
	head := filled(lines[:max(0, body)])
	dated := -1
	for i := len(head) - 1; i >= 0; i-- {
		name, value, ok := labelled(head[i])
		if ok && labels["nexis-header"][name] {
			nexisLabel(&a, name, value)
		}
		if !ok && isDay(head[i], day) {
			dated = i
			break
		}
	}
	if dated >= 0 {
		d, _ := day(head[dated])
		published(&a.Known, d)
	} else {
		dated = undated(head)
	}
	if dated >= 1 {
		a.Known.Publisher = publisher(head[dated-1])
	}
	if dated >= 2 {
		a.Known.Title = strings.TrimSuffix(head[dated-2], " - Correction Appended")
	}
	a.Body = join(lines[body+1 : nexisUniEnd(lines, body+1)])
	return a
}

// undated returns where the date would be in a head without one: above the rights.
func undated(head []string) int {
	for i, line := range head {
		if rightsLine.MatchString(line) {
			if i > 0 && head[i-1] == "Correction Appended" {
				return i - 1
			}
			return i
		}
	}
	return -1
}

// nexisUniEnd returns where the text that begins at a line ends.
func nexisUniEnd(lines []string, from int) int {
	for i := from; i < len(lines); i++ {
		name, _, ok := labelled(lines[i])
		if lines[i] == "Classification" || lines[i] == "Graphic" || ok && (name == "load-date" || name == "correction-date" || name == "publication-type") {
			return withoutPictures(lines, from, i)
		}
	}
	return withoutPictures(lines, from, len(lines))
}

// withoutPictures returns where a text ends without the captions below it.
func withoutPictures(lines []string, from, end int) int {
	const most = 4 // captions
	for i, seen := end-1, 0; i > from && seen < most; i-- {
		if lines[i] == "" {
			continue
		}
		seen++
		if name, _, ok := labelled(lines[i]); ok && labels["picture"][name] {
			return i
		}
	}
	return end
}
