package read

import (
	"strings"
	"unicode/utf8"
)

// cleaned is what a plain text was found to hold.
type cleaned struct {
	text     string
	origin   Origin
	found    metadata
	warnings []string
}

// page is a plain text while it is being read.
type page struct {
	lines    []line
	given    metadata
	found    metadata
	warnings []string
	// extracted is true for the blocks of a web page.
	extracted bool
}

// clean reads a plain text; given is what its source tells of it, which the
// text does not override.
func clean(source string, given metadata) cleaned {
	p := &page{lines: splitLines(source), given: given}
	return p.clean()
}

// cleanBlocks reads the blocks that were extracted from a web page. Its markup
// has told the article from the page, so that numbers, names of sections and
// repeated lines are those of the article, of its tables for one.
func cleanBlocks(source string, given metadata) cleaned {
	p := &page{lines: splitLines(source), given: given, extracted: true}
	return p.clean()
}

// clean settles what each line is. What is sure comes first (labels, dates,
// names), since the later steps take what is settled as their landmarks: the foot
// begins below running text, the headline stands over the byline, the day of
// publication by the headline.
func (p *page) clean() cleaned {
	p.found = readLabels(p.lines)
	p.readDateLines()
	p.readBylines()
	p.readCredits()
	dropInserts(p.lines)
	cutFoot(p.lines, p.extracted)
	p.dropFurniture()
	p.readURL()
	p.readTitle()
	p.readPublished()
	p.readPublisher()
	if p.extracted {
		p.dropWholes()
	} else {
		p.dropOtherScripts()
		p.dropRepetitions()
	}
	text, origin := p.join()
	if p.given.Language == "" {
		p.found.Language = languageOf(text)
	}
	return cleaned{text, origin, p.found, p.warnings}
}

// readCredits reads what hangs on lines: feet of posts and photo credits.
func (p *page) readCredits() {
	for i := range p.lines {
		l := &p.lines[i]
		if l.kind != unknown {
			continue
		}
		l.passage, l.post = cutPost(l.passage)
		l.running = isProse(l.text)
		// A Markdown table of one cell is how a picture and its caption get saved.
		if strings.HasSuffix(l.text, " |") && !strings.HasPrefix(l.text, "|") {
			l.passage = l.cut(0, len(l.text)-1).trimmed()
		}
		words, isCaption := readCaption(l.passage)
		if !isCaption {
			continue
		}
		if words.text == "" {
			l.kind = furniture
			continue
		}
		l.passage, l.running = words, isProse(words.text)
		if !l.running {
			l.kind = caption
		}
	}
}

func (p *page) readDateLines() {
	for i := range p.lines {
		l := &p.lines[i]
		if l.kind != unknown {
			continue
		}
		if _, ok := readDateLine(l.text); ok {
			l.kind = dateLine
		}
	}
}

func (p *page) dropFurniture() {
	for i := range p.lines {
		l := &p.lines[i]
		if l.kind == unknown && isFurniture(l.text, l.raw, p.extracted) {
			l.kind = furniture
		}
	}
	p.dropAuthorNotes()
}

// dropAuthorNotes drops what the last lines say of the author: "Ann Lind is a
// reporter in Kellby." Higher up such a sentence can be news.
func (p *page) dropAuthorNotes() {
	left := authorNoteLines
	for i := len(p.lines) - 1; i >= 0 && left > 0; i-- {
		l := &p.lines[i]
		if l.kind != unknown && l.kind != caption {
			continue
		}
		left--
		if authorNote.MatchString(l.text) {
			l.kind = furniture
		}
	}
}

// readURL takes the address that stands alone on the first or the last line.
func (p *page) readURL() {
	if p.given.URL != "" || p.found.URL != "" || len(p.lines) == 0 {
		return
	}
	for _, l := range []*line{&p.lines[0], &p.lines[len(p.lines)-1]} {
		if bareURL.MatchString(l.raw) {
			p.found.URL = first(p.found.URL, urlIn(l.raw))
		}
	}
}

// readTitle finds the headline and drops what stands above it.
func (p *page) readTitle() {
	title := first(p.given.Title, p.found.Title)
	after := markTitle(p.lines, title)
	if title == "" {
		at := findTitle(p.lines, first(p.given.URL, p.found.URL))
		if at < 0 {
			return
		}
		p.found.Title = strings.Join(strings.Fields(p.lines[at].text), " ")
		after = markTitle(p.lines, p.found.Title)
	}
	if after == 0 || after > headLines {
		return
	}
	p.readMasthead(after - 1)
	if p.extracted {
		return
	}
	for i := range p.lines[:min(len(p.lines), after+headLines)] {
		l := &p.lines[i]
		if l.kind == unknown && (i < after && isAboveArticle(l) || isSection(l.text) && len(strings.Fields(l.text)) <= 3) {
			l.kind = furniture
		}
	}
}

// isAboveArticle is true for what a site shows over a headline: names, slogans,
// sections; no running text.
func isAboveArticle(l *line) bool {
	const most = 12
	return len(strings.Fields(l.text)) <= most && !l.running
}

// readMasthead looks at what stands above the headline for the paper's name.
func (p *page) readMasthead(title int) {
	for i := range p.lines[:title] {
		if l := &p.lines[i]; l.kind == unknown && isMasthead(l.text) {
			p.found.Publisher = first(p.found.Publisher, l.text)
		}
	}
}

// dropOtherScripts drops short lines in another script than the article's, such
// as captions that a translation left as they were.
func (p *page) dropOtherScripts() {
	letters := 0
	other := 0
	for i := range p.lines {
		if !p.lines[i].kept() {
			continue
		}
		letters += len(p.lines[i].text)
		if isForeignScript(p.lines[i].text) {
			other += len(p.lines[i].text)
		}
	}
	if other*2 > letters {
		return
	}
	for i := range p.lines {
		l := &p.lines[i]
		if l.kept() && len(strings.Fields(l.text)) <= maxFurniture && isForeignScript(l.text) {
			l.kind = furniture
		}
	}
}

// dropRepetitions keeps the first of lines that are equal word for word, as the
// captions and pull quotes of saved pages are.
func (p *page) dropRepetitions() {
	seen := map[string]bool{}
	for i := range p.lines {
		l := &p.lines[i]
		if !l.kept() || len(strings.Fields(l.text)) < 4 {
			continue
		}
		if seen[l.text] {
			l.kind = furniture
		}
		seen[l.text] = true
	}
}

// fewBlocks is what an extractor gives for a page with hardly any text.
const fewBlocks = 6

// dropWholes drops a block that holds an earlier one: of short pages extractors
// give the paragraphs, and then the whole page as one block.
func (p *page) dropWholes() {
	if len(p.lines) > fewBlocks {
		return
	}
	for j := range p.lines {
		whole := squeeze(p.lines[j].text)
		for i := range p.lines[:j] {
			if a := &p.lines[i]; a.kept() && a.running && p.lines[j].kind == unknown && strings.Contains(whole, squeeze(a.text)) {
				p.lines[j].kind = furniture
			}
		}
	}
}

// join puts the kept lines together. Lines that stood directly below one another
// are parted by a line end, others by an empty line.
func (p *page) join() (string, Origin) {
	var out builder
	apart := false
	for i := range p.lines {
		l := &p.lines[i]
		apart = apart || l.apart || !l.kept()
		if !l.kept() || l.text == "" {
			continue
		}
		switch {
		case out.runes == 0:
		case apart:
			out.space("\n\n")
		default:
			out.space("\n")
		}
		apart = false
		out.keep(l.passage, l.text, 0, utf8.RuneCountInString(l.text))
	}
	return out.text.String(), out.segments
}
