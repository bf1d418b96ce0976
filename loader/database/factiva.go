package database

import (
	"regexp"
	"strings"
)

var (
	// factivaEnd is the line that ends an article, with or without the code AN.
	factivaEnd = regexp.MustCompile(`^(?:AN[;:]?\s+)?\p{L}{2,12}\s+[A-Za-z0-9_]{4,14}[0-9]{8}[a-z0-9]{4,12}$`)
	wordCount  = regexp.MustCompile(`(?i)^[\d.,\s]{1,9}(?:words?|wörter|w.rter|mots|palabras|parole|woorden|字|词)$`)
	clockLine  = regexp.MustCompile(`^\d{1,2}:\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s+\S{2,4})?$`)
	byLine     = regexp.MustCompile(`^(?:By|BY|Von|Par|Por)\s+\S`)
	// factivaCode is a line of the coded form, such as "HD  Headline".
	factivaCode = regexp.MustCompile(`^(HD|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPD|IPC|PUB|AN|BY|SE|VOL|ART|CLM)[;:]?(?:\s+(.*))?$`)
)

func partsOfFactiva(lines []string) [][]string {
	counted := false
	for _, line := range lines {
		if counted = counted || wordCount.MatchString(withoutCode(line)); counted {
			return splitEnds(lines, factivaEnd)
		}
	}
	return nil
}

func withoutCode(line string) string {
	if at := factivaCode.FindStringSubmatch(line); at != nil {
		return at[2]
	}
	return line
}

// readFactiva reads an article: headline, byline, number of words, date, publication, code,
// edition, page, language, rights, text. A name of a section can stand above the headline.
func readFactiva(lines []string, day Day) Article {
	var a Article
	last := lines[len(lines)-1]
	a.Known.ID = strings.TrimSpace(last[strings.LastIndexByte(last, ' ')+1:])
	lines = withoutOwner(lines[:len(lines)-1])
	if isCoded(lines) {
		readFactivaCodes(&a, lines, day)
		return a
	}
	count := -1
	for i, line := range lines {
		if wordCount.MatchString(line) {
			count = i
			break
		}
	}
	if count < 0 {
		a.Body = join(lines)
		return a
	}
	factivaHead(&a, filled(lines[:count]))
	a.Body = join(lines[factivaText(&a, lines, count+1, day):])
	return a
}

// withoutOwner drops the name of the publishing house that stands below the text.
func withoutOwner(lines []string) []string {
	const most = 8 // words
	for end := len(lines); end > 0; end-- {
		line := lines[end-1]
		if line == "" {
			continue
		}
		if len(strings.Fields(line)) <= most && !strings.ContainsAny(line[len(line)-1:], `.!?"'”’):`) {
			return lines[:end-1]
		}
		return lines
	}
	return lines
}

// HeadlineCode is what a line can begin with to say that it is a headline, as pages of
// Factiva say it.
const HeadlineCode = "HD "

// numberInList is that of an article in the list that was exported.
var numberInList = regexp.MustCompile(`^\d{1,4}\)\s+`)

// factivaHead reads what stands above the number of words.
func factivaHead(a *Article, head []string) {
	for i, line := range head {
		if title, ok := strings.CutPrefix(line, HeadlineCode); ok {
			a.Known.Title = numberInList.ReplaceAllString(strings.TrimSpace(title), "")
			if i+1 < len(head) && !strings.HasPrefix(head[i+1], "Special to") {
				a.Known.Byline = head[i+1]
			}
			return
		}
	}
	for n := len(head); n > 0; n = len(head) {
		line := head[n-1]
		if !byLine.MatchString(line) && !isCreditBelow(head) {
			a.Known.Title = numberInList.ReplaceAllString(line, "")
			return
		}
		if byLine.MatchString(line) || a.Known.Byline == "" && !strings.HasPrefix(line, "Special to") {
			a.Known.Byline = line
		}
		head = head[:n-1]
	}
}

// isCreditBelow reports whether the last line below a headline names who wrote it.
func isCreditBelow(head []string) bool {
	if len(head) < 2 {
		return false
	}
	line, above := strings.Fields(head[len(head)-1]), strings.Fields(head[len(head)-2])
	if len(line) > 6 || len(above) < 4 && !byLine.MatchString(head[len(head)-2]) {
		return false
	}
	return strings.HasPrefix(head[len(head)-1], "Special to") || len(line) >= 2 && len(line) <= 4 && len(above) > len(line)
}

// mostHeadLines is how many lines are between the number of words and the text.
const mostHeadLines = 14

// factivaText reads what stands between the number of words and the text, and returns where
// the text begins.
func factivaText(a *Article, lines []string, from int, day Day) int {
	text, seen := from, 0
	for i := from; i < len(lines) && seen < mostHeadLines; i++ {
		line := lines[i]
		if line == "" {
			continue
		}
		seen++
		switch {
		case rightsLine.MatchString(line):
			return i + 1
		case isText(line):
			return text
		case a.Known.Published.IsZero() && isDay(line, day):
			d, _ := day(line)
			published(&a.Known, d)
			text = i + 1
		case clockLine.MatchString(line):
			text = i + 1
		case !a.Known.Published.IsZero() && a.Known.Publisher == "":
			a.Known.Publisher, text = publisher(line), i+1
		case isLanguage(line):
			text = i + 1
		}
	}
	return text
}

// isLanguage reports whether a line is the name of a language, after which come only rights.
func isLanguage(line string) bool { return labels["factiva-language"][line] }

func isCoded(lines []string) bool {
	headline, text := false, false
	for _, line := range lines {
		at := factivaCode.FindStringSubmatch(line)
		headline = headline || at != nil && at[1] == "HD"
		text = text || at != nil && (at[1] == "TD" || at[1] == "LP")
	}
	return headline && text
}

// readFactivaCodes reads the form in which a code stands before each part.
func readFactivaCodes(a *Article, lines []string, day Day) {
	code := ""
	parts := map[string][]string{}
	for _, line := range lines {
		if at := factivaCode.FindStringSubmatch(line); at != nil {
			code, line = at[1], at[2]
		}
		parts[code] = append(parts[code], line)
	}
	one := func(code string) string { return strings.Join(filled(parts[code]), " ") }
	a.Known.Title, a.Known.Byline, a.Known.Publisher = one("HD"), one("BY"), publisher(one("SN"))
	if d, ok := day(one("PD")); ok {
		published(&a.Known, d)
	}
	a.Body = join(append(append(parts["LP"], ""), parts["TD"]...))
}
