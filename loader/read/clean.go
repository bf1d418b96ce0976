package read

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"dateline/graph"
)

// cleaned is what a plain text was found to hold.
type cleaned struct {
	text     string
	origin   Origin
	found    metadata
	warnings []string
}

// Clean gives the article's own text within a plain text as people save it, and
// where each part of it stands in the source. The source must be valid UTF-8.
func Clean(source string) (text string, origin Origin) {
	c := clean(source, metadata{})
	return c.text, c.origin
}

// page is a plain text while it is being read.
type page struct {
	lines    []line
	given    metadata
	found    metadata
	posts    []graph.Date
	masthead []graph.Date
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
		cut, day := cutPost(l.passage)
		if !day.IsZero() {
			p.posts = append(p.posts, day)
		}
		l.passage, l.running = cut, isProse(cut.text)
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
		if len(l.text) < len(l.raw)/2 || !l.running {
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

func (p *page) readBylines() {
	all := p.countProse()
	above := 0
	for i := range p.lines {
		if p.lines[i].kind == unknown && p.lines[i].running {
			above++
		}
		l := &p.lines[i]
		text := l.text
		if l.kind == dateLine {
			d, _ := readDateLine(text)
			text = d.rest
		} else if l.kind != unknown {
			continue
		}
		c, ok := p.bylineAt(i, text, above, all-above)
		if !ok {
			continue
		}
		if l.kind == unknown {
			l.kind = byline
		}
		p.found.Byline = first(p.found.Byline, c.authors)
		p.found.Publisher = first(p.found.Publisher, c.agency)
	}
	p.readPlainBylines()
	author := squeeze(first(p.given.Byline, p.found.Byline))
	for i := range p.lines {
		if l := &p.lines[i]; author != "" && l.kind == unknown && squeeze(l.text) == author {
			l.kind = byline
		}
	}
}

// readPlainBylines reads names near the top that no "By" stands before: beside a
// date line, or over the author's office.
func (p *page) readPlainBylines() {
	top := p.lines[:min(len(p.lines), headLines)]
	for i := range top {
		l := &top[i]
		switch {
		case l.kind != unknown:
		case isOffice(l.text):
			l.kind = byline
			if i > 0 {
				p.readName(&top[i-1])
			}
			if next := i + 1; next < len(top) && openOffice.MatchString(l.text) && isPeople(top[next].text) && top[next].kind == unknown {
				top[next].kind = byline
			}
		case i+1 < len(top) && top[i+1].kind == dateLine, i > 0 && top[i-1].kind == dateLine:
			p.readName(l)
		}
	}
}

func (p *page) readName(l *line) {
	if l.kind != unknown || isSection(l.text) || isMasthead(l.text) {
		return
	}
	if authors, ok := plainNames(l.text); ok {
		l.kind = byline
		p.found.Byline = first(p.found.Byline, authors)
	}
}

// bylineAt reads a byline. It stands near the top or below all running text; a
// line amid the text that begins with "By" is none.
func (p *page) bylineAt(i int, text string, above, below int) (credit, bool) {
	if c, ok := readByline(text); ok {
		return c, above <= proseAboveDate || below == 0
	}
	if i < headLines && isAgency(text) {
		return credit{agency: text}, true
	}
	return credit{}, false
}

func (p *page) countProse() int {
	count := 0
	for i := range p.lines {
		if p.lines[i].kind == unknown && p.lines[i].running {
			count++
		}
	}
	return count
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

// readPublished takes the day of publication from what tells it best.
func (p *page) readPublished() {
	if !p.given.Published.IsZero() {
		return
	}
	if day := p.ownDate(); !day.IsZero() {
		p.found.Published, p.found.PublishedFrom = day, fromDateLine
		return
	}
	if day, ok := dayInURL(first(p.given.URL, p.found.URL)); ok {
		p.found.Published, p.found.PublishedFrom = day, fromURL
		return
	}
	if day := p.updatedDate(); !day.IsZero() {
		p.found.Published, p.found.PublishedFrom = day, fromDateLine
		p.warnings = append(p.warnings, fmt.Sprintf("published: only the day of an update is told, %s", day))
		return
	}
	var latest graph.Date
	for _, day := range p.posts {
		if day.After(latest) {
			latest = day
		}
	}
	if !latest.IsZero() {
		p.found.Published, p.found.PublishedFrom = latest, fromPost
	}
}

// Running text that can stand above an article's own date line: a paragraph
// under the headline, rarely more.
const proseAboveDate = 3

// ownDate is the day of the article's own date line: one that says "published",
// else the first one below the headline, else one between the headline and
// nothing but names of sections, else that of its wire dateline.
func (p *page) ownDate() graph.Date {
	title := p.titleIndex()
	var below, above, wire graph.Date
	prose := 0
	for i := range p.lines {
		l := &p.lines[i]
		if l.kept() && l.running {
			prose++
			if day, ok := dayOfWire(l.text); ok && wire.IsZero() && prose <= proseAboveDate {
				wire = day
			}
		}
		if l.kind != dateLine {
			continue
		}
		d, _ := readDateLine(l.text)
		if d.day.IsZero() {
			continue
		}
		near := prose <= proseAboveDate && i < headLines+proseAboveDate || p.besideByline(i)
		switch {
		case i < title && !p.isAboveHeadline(i, title):
			p.warnings = append(p.warnings, fmt.Sprintf("published: %s in the site's masthead ignored", d.day))
		case d.labelled && (near || !p.inFoot(i)):
			return d.day
		case !near:
		case i < title && above.IsZero():
			above = d.day
		case i > title && below.IsZero():
			below = d.day
		}
	}
	for _, day := range []graph.Date{below, above, wire} {
		if !day.IsZero() {
			return day
		}
	}
	return graph.Date{}
}

// updatedDate is the day of the latest change that a date line near the top gives;
// agencies show no other day.
func (p *page) updatedDate() graph.Date {
	title := p.titleIndex()
	var latest graph.Date
	for i := range p.lines[:min(len(p.lines), headLines)] {
		if p.lines[i].kind != dateLine || i < title {
			continue
		}
		if d, _ := readDateLine(p.lines[i].text); d.updated.After(latest) {
			latest = d.updated
		}
	}
	return latest
}

func (p *page) titleIndex() int {
	for i := range p.lines {
		if p.lines[i].kind == headline {
			return i
		}
	}
	return -1
}

// isAboveHeadline is true for a date line with nothing but bylines, dates and
// names of sections between it and the headline, and no paper's name above it.
func (p *page) isAboveHeadline(at, title int) bool {
	for i := range p.lines[:title] {
		l := &p.lines[i]
		if i == at || l.kind == dateLine || l.kind == byline || isSection(l.text) || isURL(l.text) {
			continue
		}
		if _, _, ok := label(l.text); ok {
			continue
		}
		return false
	}
	return true
}

func (p *page) besideByline(at int) bool {
	for i := max(0, at-1); i <= min(len(p.lines)-1, at+1); i++ {
		if p.lines[i].kind == byline {
			return true
		}
	}
	return false
}

// inFoot is true for a line below which and around which nothing was kept.
func (p *page) inFoot(at int) bool {
	for i := at - 1; i >= 0 && i >= at-2; i-- {
		if p.lines[i].kept() {
			return false
		}
	}
	return at > headLines
}

// An agency's dateline stands in one of the first lines: below a caption, say.
const linesToWire = 3

func (p *page) readPublisher() {
	if p.given.Publisher != "" || p.found.Publisher != "" {
		return
	}
	if address := first(p.given.URL, p.found.URL); address != "" {
		p.found.Publisher = nameOfHost(hostOf(address), p.lines)
		return
	}
	kept := 0
	for i := 0; i < len(p.lines) && kept < linesToWire; i++ {
		if l := &p.lines[i]; l.kept() {
			kept++
			p.found.Publisher = first(p.found.Publisher, agencyOfWire(l.text))
		}
	}
	for i := range p.lines {
		if l := &p.lines[i]; l.kind == furniture {
			p.found.Publisher = first(p.found.Publisher, holderOfRights(l.raw))
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
