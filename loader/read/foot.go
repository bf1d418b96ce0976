package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/loader/lexicon"
)

// headings match the headings of what a site shows below or within an article, by
// kind: "foot", "related" and "end".
var headings = lexicon.Headings()

// How similar the text below a heading must be to the text above it for the article
// to continue there, on the scale of likeness. Halves of one article are above 0.6
// in nine of ten cases, and halves of two articles below it in eight of ten
// (measured on 482 news articles of several hundred words).
const (
	// No text is as similar as this.
	alikeNever        = 4
	alikeBelowLinks   = 0.6
	alikeBelowFoot    = 0.8
	alikeBelowSection = 0.7
	// Teasers of other stories have dates, and a title above each paragraph.
	alikeBelowCards = 0.25
	// After so few paragraphs, a heading is more likely within the article.
	fewParagraphs = 2
	likelyAmid    = 0.75
	// From a web page, the extractor has already removed most such blocks.
	alikeExtracted = -0.4
)

// maxHeadings bounds the work, since each heading is compared with everything below
// it.
const maxHeadings = 25

// cutFoot marks everything below the article as furniture, from the first heading of
// such a block after which the article does not continue. A block within the article
// loses its heading and the titles below it. Lines whose kind is known (a label, a
// byline) keep it.
func cutFoot(lines []line, extracted bool) {
	seen, headings := 0, 0
	for i := range lines {
		if lines[i].kind != unknown {
			continue
		}
		if lines[i].running {
			seen++
		}
		least := footHeadingAt(lines, i, seen)
		if least == 0 {
			continue
		}
		if headings++; headings > maxHeadings {
			return
		}
		if extracted {
			least += alikeExtracted
		}
		if seen <= fewParagraphs {
			least *= likelyAmid
		}
		if goesOn(lines[:i], lines[i+1:], least) {
			cutTitles(lines[i:])
			continue
		}
		for j := i; j < len(lines); j++ {
			if lines[j].kind == unknown {
				lines[j].kind = furniture
			}
		}
		return
	}
}

// footHeadingAt returns how similar the text below a heading must be for the article
// to continue there; 0 if the line is not such a heading.
func footHeadingAt(lines []line, i, proseAbove int) float64 {
	text := lines[i].text
	if proseAbove == 0 || len(text) > 80 || endsSentence(strings.TrimRight(text, ".…")) {
		return 0
	}
	switch {
	case proseAbove >= 2 && headings["end"].MatchString(text):
		return alikeNever
	case headings["foot"].MatchString(text):
		return alikeBelowFoot
	case headings["related"].MatchString(text):
		return alikeBelowLinks
	case proseAbove >= 3 && isSection(text) && isCapital(text) && titleThenProse(lines[i+1:]):
		return alikeBelowSection
	}
	return 0
}

// titleThenProse reports whether the lines begin with a title and running text:
// another story, below the name of its section.
func titleThenProse(lines []line) bool {
	return len(lines) >= 2 && isTitle(lines[0].text) && !lines[0].running && lines[1].running
}

// goesOn reports whether the article continues below a heading, because similar
// running text follows.
func goesOn(above, below []line, least float64) bool {
	if len(below) > 0 && (headings["foot"].MatchString(below[0].text) || headings["related"].MatchString(below[0].text)) {
		return false
	}
	var text []string
	cards := 0
	titled := false
	for i := range below {
		l := &below[i]
		switch d, isDate := readDateLine(l.text); {
		case isDate && !d.day.IsZero():
			cards += 2
		case l.kind == unknown && l.running:
			text = append(text, l.text)
			if titled {
				cards++
			}
			titled = false
		case l.kind == unknown && isTitle(l.text):
			titled = true
		}
	}
	if cards >= 2 && cards >= len(text)/2 {
		least += alikeBelowCards
	}
	return len(text) > 0 && likeness(above, text) >= least
}

// likeness compares running text with an article: the share of its names that the
// article has, plus twice the share of its content words, from 0 to 3.
func likeness(above []line, below []string) float64 {
	names, content := map[string]bool{}, map[string]bool{}
	for i := range above {
		if !above[i].kept() {
			continue
		}
		for _, name := range capitals(above[i].text) {
			names[name] = true
		}
		for word := range contentWords(above[i].text) {
			content[word] = true
		}
	}
	var named, sharedNames, worded, sharedWords int
	for _, text := range below {
		for _, name := range capitals(text) {
			named++
			if names[name] {
				sharedNames++
			}
		}
		for word := range contentWords(text) {
			worded++
			if content[word] {
				sharedWords++
			}
		}
	}
	return share(sharedNames, named) + 2*share(sharedWords, worded)
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// cutTitles drops a heading and the titles below it, up to the next running text.
func cutTitles(lines []line) {
	for i := range lines {
		if i > 0 && (lines[i].running || endsSentence(lines[i].text) && !isTitle(lines[i].text)) {
			return
		}
		if lines[i].kind == unknown {
			lines[i].kind = furniture
		}
	}
}

// capitals returns the capitalized words of a text that do not begin a sentence.
func capitals(text string) []string {
	var found []string
	start := true
	for _, word := range strings.Fields(text) {
		bare := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		bare = strings.TrimSuffix(strings.TrimSuffix(bare, "'s"), "’s")
		r, _ := utf8.DecodeRuneInString(bare)
		if !start && unicode.IsUpper(r) && utf8.RuneCountInString(bare) > 1 {
			found = append(found, strings.ToLower(bare))
		}
		start = endsSentence(word)
	}
	return found
}

// isProse reports whether a line is running text: a long sentence, or several.
func isProse(text string) bool {
	n := len(strings.Fields(text)) + ideographs(text)/2
	return (n >= 8 && endsSentence(text) || n >= 28) && !bareURL.MatchString(text)
}

// ideographs counts the characters of scripts without spaces between words; a word
// has about two.
func ideographs(text string) int {
	count := 0
	for _, r := range text {
		if r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
			count++
		}
	}
	return count
}
