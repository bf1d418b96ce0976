package read

import (
	"regexp"
	"strings"

	"dateline/loader/lexicon"
)

// pressWord matches the word, or the end of one, that names of newspapers, sites and
// stations have.
var pressWord = regexp.MustCompile(`(?i)(?:news|times|post|herald|tribune|daily|journal|gazette|guardian|observer|press|today|chronicle|` +
	`telegraph|independent|globe|monitor|media|courier|mirror|dispatch|bulletin|insider|examiner|sentinel|inquirer|reporter|register|weekly|` +
	`magazine|online|wire|broadcasting|pravda|zeitung|presse|standard|express|review|mail|echo|argus|agency|radio|tv)\b`)

// isMasthead reports whether a line has the form of a newspaper's name.
func isMasthead(text string) bool {
	words := strings.Fields(text)
	if len(words) == 0 || len(words) > 5 || isSection(text) || endsSentence(text) {
		return false
	}
	for _, word := range words {
		if !isCapital(word) && !isNameParticle(word) {
			return false
		}
	}
	return pressWord.MatchString(words[len(words)-1]) || words[0] == "The" && pressWord.MatchString(text)
}

// nameOfHost returns a site's name as the text writes it: "The Example Times" for
// theexampletimes.com. If the text does not have it, it returns the host rather than
// guess.
func nameOfHost(host string, lines []line) string {
	if host == "" || sharedHosts[host] {
		return ""
	}
	name, _, _ := strings.Cut(host, ".")
	name = squeeze(name)
	for i := range lines {
		if found := runOf(lines[i].text, name); found != "" {
			return found
		}
	}
	return host
}

// sharedHosts are platforms that host other people's texts, and not publishers.
var sharedHosts = lexicon.SharedHosts()

// runOf returns up to six words that begin with a capital and, without spaces, are
// name.
func runOf(text, name string) string {
	const most = 6
	if len(name) < 3 {
		return ""
	}
	words := strings.Fields(text)
	for i := range words {
		if !isCapital(words[i]) {
			continue
		}
		run := ""
		for j := i; j < min(len(words), i+most); j++ {
			run += squeeze(strings.TrimSuffix(strings.TrimSuffix(words[j], "’s"), "'s"))
			if run == name && !isPartOfName(words, i, j) {
				return strings.Trim(strings.Join(words[i:j+1], " "), `.,;:!?"'“”‘’()[]|`)
			}
			if !strings.HasPrefix(name, run) {
				break
			}
		}
	}
	return ""
}

// isPartOfName reports whether the words from i to j are part of a longer name, as
// "Radio" is in "Strait Radio".
func isPartOfName(words []string, i, j int) bool {
	before := i > 0 && isCapital(words[i-1]) && !endsSentence(words[i-1]) && i > 1
	after := j+1 < len(words) && isCapital(words[j+1]) && strings.TrimRight(words[j], ".,;:!?)”’'\"") == words[j]
	return before || after
}

var wireAgency = regexp.MustCompile(`^(?:\p{Lu}[\p{L}\p{N}.'’ ,\-]{0,60}?\s*)?[(/]\s*([\p{L} .\-]{2,30})\s*[)/]\s*(?:[-–—_:.]|$)`)

// rights matches a paper's copyright notice. A © without a year is a photo credit.
var rights = regexp.MustCompile(`(?i)^(?:copyright|©|\(c\))[\s©(c)]*\d{4}(?:\s?[-–]\s?\d{4})?,?\s*(?:by\s+)?([^.,|©]{2,60}?)(?:\s*[.,|]|\s+all rights|$)`)

// holderOfRights returns the paper that a copyright notice names.
func holderOfRights(text string) string {
	at := rights.FindStringSubmatch(text[:min(len(text), maxDateLine)])
	if at == nil || len(strings.Fields(at[1])) > 6 {
		return ""
	}
	return strings.TrimSpace(at[1])
}

// agencyOfWire returns the agency of a wire dateline: "PARIS, Feb. 10 (Agency) -".
func agencyOfWire(text string) string {
	at := wireAgency.FindStringSubmatch(text[:min(len(text), maxDateLine)])
	if at == nil || !isAgency(at[1]) {
		return ""
	}
	return strings.TrimSpace(at[1])
}

// linesToWire is how many lines can be up to a wire dateline, which may follow a
// caption.
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
