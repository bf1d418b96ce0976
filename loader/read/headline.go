package read

import (
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	// maxTitle is the most bytes of a headline.
	maxTitle = 260
	// headLines is how many lines are searched for the headline.
	headLines = 16
	// higherUp is how much better a lower line must score than an upper one.
	higherUp = 0.15
	// minOverlap is the smallest share of a headline's words that its article uses.
	minOverlap = 0.3
)

// isTitle reports whether a line has the form of a headline: several words, a
// capital at the start, no full stop at the end.
func isTitle(text string) bool {
	n := len(strings.Fields(text))
	if n < 3 || n > 32 || len(text) > maxTitle {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, `"'“‘«(¿¡[`))
	if !isCapital(string(r)) {
		return false
	}
	return strings.HasSuffix(text, "...") || !endsWithAny(text, ".", ":", ",", ".”", `."`)
}

func endsWithAny(text string, ends ...string) bool {
	return slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(text, end) })
}

// findTitle returns the index of the headline, or -1. A headline is near the top and
// followed by running text that uses its words.
func findTitle(lines []line, url string) int {
	best, bestScore := -1, 0.0
	slug := slugWords(url)
	body := bodyWords(lines)
	afterDate := false
	for i := range lines[:min(len(lines), headLines)] {
		l := &lines[i]
		if l.kind == dateLine || l.kind == byline {
			afterDate = true
		}
		if l.kind != unknown {
			continue
		}
		if l.running {
			break
		}
		if !isTitle(l.text) || isSection(l.text) || isMasthead(l.text) {
			continue
		}
		score := titleScore(lines, i, body, slug)
		if score == 0 {
			continue
		}
		if afterDate && bestScore >= minOverlap {
			score -= 0.5
		}
		// Of two similar lines, the upper is the headline and the lower the
		// standfirst.
		if least := bestScore + higherUp; score > least || bestScore < minOverlap && score > bestScore {
			best, bestScore = i, score
		}
	}
	return best
}

// titleScore rates a line as a headline; 0 if the article does not use its words.
func titleScore(lines []line, at int, body map[string]int, slug map[string]bool) float64 {
	text := lines[at].text
	own := contentWords(text)
	shared, inSlug := 0, 0
	for word := range own {
		// The line itself counts once.
		if body[word] > 1 {
			shared++
		}
		if slug[word] {
			inSlug++
		}
	}
	repeated := false
	follows := false
	for j := range lines {
		if j > at {
			follows = follows || lines[j].kind == unknown && lines[j].running
			repeated = repeated || squeeze(lines[j].text) == squeeze(text)
		}
	}
	if !follows || len(own) == 0 {
		return 0
	}
	overlap := float64(shared) / float64(len(own)+1)
	if (overlap < minOverlap || shared < 2) && !repeated && inSlug < 3 {
		return placeScore(lines, at, shared)
	}
	score := overlap
	if repeated {
		score++
	}
	if inSlug >= 3 {
		score++
	}
	if strings.HasPrefix(lines[at].raw, "# ") {
		score++
	}
	// A long line with a verb and no full stop is the standfirst.
	if len(strings.Fields(text)) >= 16 && isSentence(text) {
		score -= 0.5
	}
	return max(score, 0.01)
}

// placeScore rates a line whose words the article hardly uses by its place: above
// the byline or date line, or first and apart. It is below the score of any line
// whose words the article uses.
func placeScore(lines []line, at, shared int) float64 {
	if at+1 >= len(lines) || !lines[at+1].apart && lines[at+1].kind == unknown {
		return 0
	}
	next := lines[at+1].kind
	switch {
	case next == dateLine || next == byline:
		return 0.1 + 0.05*float64(min(shared, 2))
	case at == 0 && shared > 0:
		return 0.1
	}
	return 0
}

// bodyWords counts the lines that use each content word.
func bodyWords(lines []line) map[string]int {
	counts := map[string]int{}
	for i := range lines {
		if lines[i].kind == furniture {
			continue
		}
		for word := range contentWords(lines[i].text) {
			counts[word]++
		}
	}
	return counts
}

// markTitle marks every line that is the title, which can be split over several
// lines at the top. It returns the index after the first of them, or 0.
func markTitle(lines []line, title string) int {
	want := squeeze(title)
	if want == "" {
		return 0
	}
	after := 0
	for i := range lines {
		if lines[i].kind == furniture || len(lines[i].text) > 2*maxTitle {
			continue
		}
		if squeeze(lines[i].text) == want || i < headLines && isSameTitle(lines[i].text, title) {
			lines[i].kind = headline
			if after == 0 {
				after = i + 1
			}
		}
	}
	if after == 0 {
		after = markSplitTitle(lines, want)
	}
	return after
}

// isSameTitle reports whether a line is the title from the page's metadata, which
// may be followed by the site's name or differ in a word or two.
func isSameTitle(text, title string) bool {
	if !isTitle(text) {
		return false
	}
	own, other := wordsOf(strings.ToLower(text)), setOf(strings.Join(wordsOf(strings.ToLower(title)), " "))
	shared := 0
	for _, word := range own {
		if other[word] {
			shared++
		}
	}
	const nearlyAll = 0.85
	return len(own) >= 4 && float64(shared) >= nearlyAll*float64(len(own)) && float64(len(own)) >= 0.6*float64(len(other))
}

// markSplitTitle marks a title that is split over two to four lines.
func markSplitTitle(lines []line, want string) int {
	for i := range lines[:min(len(lines), headLines)] {
		whole := ""
		for j := i; j < min(len(lines), i+4); j++ {
			whole += squeeze(lines[j].text)
			if whole == want {
				for k := i; k <= j; k++ {
					lines[k].kind = headline
				}
				return j + 1
			}
		}
	}
	return 0
}

// headlined returns the text with its headline above it, nil if no line of the source is
// the whole headline and stands above the text.
func (p *page) headlined(text string, origin Origin) *Headlined {
	title := squeeze(first(p.given.Title, p.found.Title))
	for i := range p.lines[:min(len(p.lines), headLines)] {
		l := &p.lines[i]
		if text == "" || l.kept() && l.text != "" {
			return nil
		}
		if l.kind != headline || squeeze(l.text) != title {
			continue
		}
		var out builder
		length := utf8.RuneCountInString(l.text)
		out.keep(l.passage, l.text, 0, length)
		out.space("\n\n")
		out.text.WriteString(text)
		return &Headlined{Text: out.text.String(), Origin: append(out.segments, origin.moved(length+2)...), Headline: length}
	}
	return nil
}
