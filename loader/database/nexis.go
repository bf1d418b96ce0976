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
	h := nexisHead{lines: lines[:nexisEnd(lines)], day: day}
	for at := 0; at < len(h.lines) && !h.ended(); {
		if h.lines[at] == "" {
			at++
			continue
		}
		stop := paragraph(h.lines, at)
		h.block(at, stop)
		at = stop
	}
	h.article.Body = unwrapped(h.lines[h.text:])
	return h.article
}

// nexisHead is what stands above the text of an older export, read block by block.
type nexisHead struct {
	lines   []string
	day     Day
	article Article
	// text is where the text begins as far as is known, dated whether its day is.
	text  int
	dated bool
	// bare are the blocks without a label since the day, begun is set if the text has begun.
	bare  []string
	begun bool
}

// mostBare is how many blocks without a label can stand above the text.
const mostBare = 8

func (h *nexisHead) ended() bool { return h.begun || len(h.bare) >= mostBare }

// block reads the lines from at up to stop.
func (h *nexisHead) block(at, stop int) {
	block := strings.Join(h.lines[at:stop], " ")
	name, value, ok := labelled(block)
	switch {
	case ok && labels["nexis-header"][name]:
		nexisLabel(&h.article, name, value)
		h.text = stop
		if name == "body" {
			h.text = at + 1 // the text can follow on the next line
			h.begun = true
		}
	case !h.dated && isDay(block, h.day):
		h.date(block)
		h.text = stop
	case rightsLine.MatchString(block):
	case len(h.bare) > 0 && h.text > 0 && isText(block):
		h.begun = true
	default:
		h.bare = append(h.bare, block)
		if h.dated && h.article.Known.Title == "" {
			h.article.Known.Title, h.text = block, stop
		}
	}
}

// date reads the date line, which stands below the publication.
func (h *nexisHead) date(block string) {
	day, _ := h.day(block)
	published(&h.article.Known, day)
	if len(h.bare) > 0 && h.article.Known.Publisher == "" {
		h.article.Known.Publisher = publisher(h.bare[len(h.bare)-1])
	}
	h.dated, h.bare = true, nil
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
		if !rightsLine.MatchString(lines[start]) && !labels["nexis-rights"][lines[start]] && !(ok && labels["nexis-footer"][name]) && !isCaps(lines[start]) {
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
	nexisUniHead(&a, filled(lines[:max(0, body)]), day)
	a.Body = join(lines[body+1 : nexisUniEnd(lines, body+1)])
	return a
}

// nexisUniHead reads what stands above the text: from below, labelled lines up to the date.
func nexisUniHead(a *Article, head []string, day Day) {
	dated := -1
	for i := len(head) - 1; i >= 0 && dated < 0; i-- {
		name, value, ok := labelled(head[i])
		switch {
		case ok && labels["nexis-header"][name]:
			nexisLabel(a, name, value)
		case !ok && isDay(head[i], day):
			dated = i
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
		a.Known.Title = withoutCorrection(head[dated-2])
	}
}

// noteMark parts a headline from a note.
const noteMark = " - "

// withoutCorrection returns a headline without the note that there is a correction.
func withoutCorrection(headline string) string {
	at := strings.LastIndex(headline, noteMark)
	if at >= 0 && labels["nexis-correction"][headline[at+len(noteMark):]] {
		return headline[:at]
	}
	return headline
}

// undated returns where the date would be in a head without one: above the rights.
func undated(head []string) int {
	for i, line := range head {
		if rightsLine.MatchString(line) {
			if i > 0 && labels["nexis-correction"][head[i-1]] {
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
		if labels["nexis-end"][lines[i]] || ok && labels["nexis-end"][name] {
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
