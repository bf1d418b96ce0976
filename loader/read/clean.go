package read

import (
	"strings"
	"unicode/utf8"
)

// cleaned is the article that was found in a plain text.
type cleaned struct {
	text      string
	origin    Origin
	found     metadata
	warnings  []string
	headlined *Headlined
}

// page is the state of reading a plain text.
type page struct {
	lines    []line
	given    metadata
	found    metadata
	warnings []string
	// extracted is true if the lines are blocks extracted from a web page.
	extracted bool
}

// clean finds the article in a plain text. given is the metadata that is already
// known, which takes precedence over what the text says.
func clean(source string, given metadata) cleaned {
	p := &page{lines: splitLines(source), given: given}
	return p.clean()
}

// cleanBlocks finds the article in the blocks extracted from a web page. Since the
// extraction has already removed most of what is not the article, numbers, names of
// sections and repeated lines belong to it, for example to its tables.
func cleanBlocks(source string, given metadata) cleaned {
	p := &page{lines: splitLines(source), given: given, extracted: true}
	return p.clean()
}

// clean decides what kind each line is, in this order: first what is certain
// (labels, dates, names), then what depends on it. The foot begins below running
// text, the headline is above the byline, the day of publication is near the
// headline.
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
	return cleaned{text, origin, p.found, p.warnings, p.headlined(text, origin)}
}

// readCredits splits the ends of embedded posts and photo credits off their lines.
func (p *page) readCredits() {
	for i := range p.lines {
		l := &p.lines[i]
		if l.kind != unknown {
			continue
		}
		l.passage, l.post = cutPost(l.passage)
		l.running = isProse(l.text)
		// A picture with its caption is saved as a Markdown table with one cell.
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
		} else if _, ok := foreignDateLine(l.text); ok && p.extracted && i < headLines {
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

// dropAuthorNotes drops what the last lines say about the author: "Ann Lind is a
// reporter in Kellby." Higher up, such a sentence may be news.
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

// readURL takes a URL that is alone on the first or the last line.
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

// isAboveArticle reports whether a line is what a site shows above a headline:
// names, slogans, sections, but no running text.
func isAboveArticle(l *line) bool {
	const most = 12
	return len(strings.Fields(l.text)) <= most && !l.running
}

// readMasthead looks for the paper's name above the headline.
func (p *page) readMasthead(title int) {
	for i := range p.lines[:title] {
		if l := &p.lines[i]; l.kind == unknown && isMasthead(l.text) {
			p.found.Publisher = first(p.found.Publisher, l.text)
		}
	}
}

// dropOtherScripts drops short lines in another script than the article's, such as
// captions that were not translated.
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

// dropRepetitions drops lines that repeat an earlier one word for word, such as
// captions and pull quotes.
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

// fewBlocks is the number of blocks of a page with hardly any text.
const fewBlocks = 6

// dropWholes drops a block that contains an earlier one: from short pages,
// extractors return the paragraphs and then the whole page as one block.
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

// join returns the kept lines as one text. Lines that were directly below each other
// are separated by a line end, others by an empty line.
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
