package read

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/loader/lexicon"
)

// credit is what a byline says: who wrote the article, and for which agency.
type credit struct {
	authors string
	// agency is the news agency or the paper that the authors wrote for.
	agency string
}

var (
	bylineStart = regexp.MustCompile(`^(?i:by|written by|reported by|reporting by|report by|story by|analysis by|opinion by|commentary by|` +
		`(?:authors?|words|byline)\s*:)\s*:?\s+(\S.*)$`)
	// roleSign separates the names from what follows them: a job title, a place, an
	// agency.
	roleSign  = regexp.MustCompile(`\s+[-–—]+\s+|\s*\|\s*|\s*,\s+|\s+(?:in|at|for)\s+`)
	bracketed = regexp.MustCompile(`\s*[(\[]([^()\[\]]{1,60})[)\]]\s*$`)
)

// agencies are the news agencies that bylines and datelines name.
var agencies = lexicon.Agencies()

func isAgency(text string) bool { return agencies[strings.ToLower(strings.TrimSpace(text))] }

// readByline reads "By Ann Lee", "By Ann Lee and Bo Wu (AFP)", "By Ann Lee,
// Reuters", "Ann Lee | AFP".
func readByline(text string) (credit, bool) {
	text = strings.TrimSpace(text)
	if !mayBeByline(text) {
		return credit{}, false
	}
	if utf8.RuneCountInString(text) > maxDateLine || endsSentence(text) && !endsInitial(text) {
		return credit{}, false
	}
	start := bylineStart.FindStringSubmatch(text)
	if start == nil {
		return credit{}, false
	}
	who := start[1]
	var c credit
	if at := bracketed.FindStringSubmatchIndex(who); at != nil {
		c.agency = agencyIn(who[at[2]:at[3]])
		who = who[:at[0]]
	}
	who, role := cutRole(who)
	if c.agency == "" {
		c.agency = agencyIn(role)
	}
	if c.agency == "" && isMasthead(role) {
		c.agency = role
	}
	if isAgency(who) {
		return credit{agency: who}, true
	}
	if !isPeople(who) {
		return credit{}, false
	}
	c.authors = strings.Join(strings.Fields(who), " ")
	return c, true
}

// office matches a line that is the author's job title and nothing else.
var office = regexp.MustCompile(`^(?i:(?:[\p{L}&'’-]+\s+){0,4}(?:correspondent|editor|reporter|columnist|bureau chief|staff writer|` +
	`journalist|analyst)(?:s)?(?:,?\s+(?:in\s+)?[\p{L}\s]{2,30})?|reporting (?:from|in)(?:\s+[\p{L}\s,]{2,40})?)$`)

// openOffice matches a job title whose place is on the next line.
var openOffice = regexp.MustCompile(`(?i)\breporting (?:from|in)$`)

func isOffice(text string) bool {
	return len(strings.Fields(text)) <= 7 && isCapital(text) && office.MatchString(text)
}

// plainNames reads "Ann Lind" or "Ann Lind in Paris and Bo Ek": a few full names, of
// at least two words each, with the places that they wrote from.
func plainNames(text string) (authors string, ok bool) {
	if n := len(strings.Fields(text)); n < 2 || n > 12 || endsSentence(text) || strings.ContainsAny(text, ":;|?!\"“”0123456789") {
		return "", false
	}
	var people []string
	for _, part := range nameSign.Split(text, -1) {
		name, _ := cutRole(part)
		if n := len(strings.Fields(name)); n < 2 || n > 4 || !isPeople(name) {
			return "", false
		}
		people = append(people, name)
	}
	return strings.Join(people, ", "), true
}

var nameSign = regexp.MustCompile(`\s+(?:and|&)\s+|\s*,\s+(?:and\s+)?`)

// mayBeByline reports whether the first letter is one that bylineStart can match.
func mayBeByline(text string) bool {
	return text != "" && strings.IndexByte("bwrsaocBWRSAOC", text[0]) >= 0
}

// agencyIn returns the agency that a part of a byline names.
func agencyIn(text string) string {
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",|/;–—", r) }) {
		if part = strings.TrimSpace(part); isAgency(part) {
			return part
		}
	}
	return ""
}

// cutRole splits off what follows the names, as in "Ann Lee, Political Editor" and
// "Ann Lee in Paris". A comma between two names does not split.
func cutRole(who string) (people, role string) {
	for _, at := range roleSign.FindAllStringIndex(who, -1) {
		people, role = strings.TrimSpace(who[:at[0]]), who[at[1]:]
		next, _, _ := strings.Cut(role, ",")
		isComma := strings.HasPrefix(strings.TrimSpace(who[at[0]:at[1]]), ",")
		if isComma && len(strings.Fields(next)) > 1 && isPeople(next) && !hasOfficeWord(next) && !isMasthead(next) {
			continue
		}
		return people, role
	}
	return strings.TrimSpace(who), ""
}

var officeWords = lexicon.BylineWords()

func hasOfficeWord(text string) bool {
	for _, word := range strings.Fields(text) {
		if officeWords[strings.ToLower(strings.Trim(word, ".,"))] {
			return true
		}
	}
	return isAgency(text)
}

// maxByline is the most words that the names of a byline can have.
const maxByline = 16

// isPeople reports whether all words are names: capitalized, or the small words
// between names.
func isPeople(text string) bool {
	words := strings.Fields(text)
	if len(words) == 0 || len(words) > maxByline {
		return false
	}
	capitals := 0
	for _, word := range words {
		word = strings.Trim(word, ",.")
		switch {
		case word == "and", word == "And", word == "&", word == "with", word == "", isNameParticle(word):
		case isCapital(word) && !hasDigit(word):
			capitals++
		default:
			return false
		}
	}
	return capitals > 0
}

func isCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, `("'“‘`))
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

var nameParticles = lexicon.Particles(lexicon.Byline)

func isNameParticle(word string) bool { return nameParticles[word] }

// endsInitial reports whether a text ends like "Ann L." or "John Doe Jr.", whose
// full stop ends no sentence.
func endsInitial(text string) bool {
	fields := strings.Fields(text)
	if len(fields) == 0 {
		return false
	}
	last := strings.TrimSuffix(fields[len(fields)-1], ".")
	return utf8.RuneCountInString(last) == 1 || last == "Jr" || last == "Sr"
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

// readPlainBylines reads names near the top without "By": beside a date line, or
// above the author's job title.
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

// bylineAt reads a byline, which is near the top or below all running text. A line
// within the text that begins with "By" is not a byline.
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
