package read

import (
	"fmt"

	"dateline/graph"
)

// The values of Article.PublishedFrom: where the day of publication was found, best
// first.
const (
	fromMetadata = "metadata"
	fromDateLine = "date line"
	fromURL      = "url"
	fromPost     = "embedded post"
	fromPage     = "page metadata"
)

// readPublished finds the day of publication, in the order of the package comment.
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
		p.warnings = append(p.warnings, fmt.Sprintf("published: only the day of an update is known, %s", day))
		return
	}
	var latest graph.Date
	for i := range p.lines {
		if l := &p.lines[i]; l.kept() && l.post.After(latest) {
			latest = l.post
		}
	}
	if !latest.IsZero() {
		p.found.Published, p.found.PublishedFrom = latest, fromPost
	}
}

// proseAboveDate is how many paragraphs of running text can be above an article's
// own date line. One below the headline is common.
const proseAboveDate = 3

// ownDate returns the day of the article's own date line: of one that says
// "published", else of the first one below the headline, else of one directly above
// the headline or its section names, else of the wire dateline.
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
			p.warnings = append(p.warnings, fmt.Sprintf("published: %s is in the site's masthead and was ignored", d.day))
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

// updatedDate returns the latest "updated" day of the date lines near the top.
// Agencies show no other day.
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

// isAboveHeadline reports whether all lines from the top to the headline, other than
// the date line at index at, are bylines, dates, sections, labels or addresses, so
// that it is not the date of a masthead.
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

// inFoot reports whether a line is below the top, with no kept line right above it.
func (p *page) inFoot(at int) bool {
	for i := at - 1; i >= 0 && i >= at-2; i-- {
		if p.lines[i].kept() {
			return false
		}
	}
	return at > headLines
}
