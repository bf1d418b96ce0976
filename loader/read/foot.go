package read

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// footHeading stands over what a site puts below an article: links to other
// stories, and often their first paragraphs or whole texts.
var (
	footHeading  = regexp.MustCompile(`(?i)^(?:the )?(?:latest|latest (?:news|stories|articles|headlines|posts|updates|videos)|most (?:read|popular|viewed|shared|recent|commented)|trending(?: now| stories| topics)?|popular(?: now| stories| posts| articles)?|top (?:stories|news|headlines|reads)|headlines|editor['’]?s['’]? (?:picks?|choice)|you (?:may|might|could) (?:also )?(?:like|be interested in|have missed)|(?:we )?recommend(?:ed|s|ations)?(?: for you| stories| articles| reading| videos)?|(?:more|other|further) (?:stories|news|articles|headlines|top stories|posts|reads?)(?: .{1,30})?|what to read next|(?:read|up|watch) next|next (?:story|article|up)|previous (?:story|article)|don['’]t miss|in other news|(?:from )?around the (?:web|world)|from the web|promoted(?: stories| content)?|sponsored(?: content| stories)?|partner (?:content|stories)|comments?(?: \(?\d+\)?)?|\d+ comments?|join the (?:conversation|discussion)|(?:leave|post|write) (?:a|your) (?:comment|reply)|about the authors?|share this (?:article|story)|follow us|(?:our )?newsletters?|today['’]s (?:headlines|top stories)|news (?:feed|wire|ticker|in brief)|breaking news|best of .{1,30}|also in (?:the )?(?:news|world|politics|business)|must reads?|must-reads?|just in|discover more|explore more|explore)\s*[:»>→]?$`)
	relatedTitle = regexp.MustCompile(`(?i)^(?:related|related (?:articles?|stor(?:y|ies)|news|posts?|content|topics?|coverage|reading|links?)|see also|see more|read also|also read|also see|read (?:more|on)|more (?:on|from|in|about) .{1,40}|keep reading|further reading|on the same topic|similar (?:articles|stories|news|posts)|suggested (?:articles|stories|reading)|background reading)\s*[:»>→]?$`)
)

// cutFoot marks everything below the article as furniture: from the first
// heading of such a block that the article does not go on after. A block amid
// the article loses its heading and the titles below it. Lines that already are
// something (a label, a byline) stay what they are.
func cutFoot(lines []line) {
	seen := 0
	for i := range lines {
		if lines[i].kind != unknown {
			continue
		}
		if isProse(lines[i].text) {
			seen++
		}
		strength := footStrength(lines, i, seen)
		if strength == 0 {
			continue
		}
		if goesOn(lines[:i], lines[i+1:], strength) {
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

// footStrength is the share of the names below a heading that the article must
// have used above it, if it is to go on below; 0 where the line is no heading.
func footStrength(lines []line, i, proseAbove int) float64 {
	text := lines[i].text
	if proseAbove == 0 || len(text) > 80 || endsSentence(text) {
		return 0
	}
	switch {
	case footHeading.MatchString(text):
		return 0.6
	case relatedTitle.MatchString(text):
		return 0.4
	case proseAbove >= 3 && isSection(text) && isCapital(text) && titleThenProse(lines[i+1:]):
		return 0.5
	}
	return 0
}

// titleThenProse is true where a title and then running text follow: another
// story under the name of its section.
func titleThenProse(lines []line) bool {
	return len(lines) >= 2 && isTitle(lines[0].text) && !isProse(lines[0].text) && isProse(lines[1].text)
}

// goesOn tells whether the article continues below a heading: running text
// follows, and enough of the names in it were in the text above.
func goesOn(above, below []line, strength float64) bool {
	if len(below) > 0 && (footHeading.MatchString(below[0].text) || relatedTitle.MatchString(below[0].text)) {
		return false
	}
	known := map[string]bool{}
	for i := range above {
		if above[i].kept() {
			for _, name := range capitals(above[i].text) {
				known[name] = true
			}
		}
	}
	named, shared, prose := 0, 0, 0
	for i := range below {
		text := below[i].text
		if d, ok := readDateLine(text); ok && !d.day.IsZero() {
			// The cards of other stories bear their dates.
			strength = max(strength, 0.7)
		}
		if below[i].kind != unknown || !isProse(text) {
			continue
		}
		prose++
		for _, name := range capitals(text) {
			named++
			if known[name] {
				shared++
			}
		}
	}
	return prose > 0 && named > 0 && float64(shared) >= strength*float64(named)
}

// cutTitles drops a heading and the titles below it, up to running text.
func cutTitles(lines []line) {
	for i := range lines {
		if i > 0 && (isProse(lines[i].text) || endsSentence(lines[i].text)) {
			return
		}
		if lines[i].kind == unknown {
			lines[i].kind = furniture
		}
	}
}

// capitals gives the capitalized words of a text that begin no sentence.
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

// isProse is true for running text: a sentence of some length, or several.
func isProse(text string) bool {
	n := len(strings.Fields(text))
	return n >= 8 && endsSentence(text) || n >= 28
}
