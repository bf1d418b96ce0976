package evidence

import (
	"strings"
	"unicode/utf8"

	"dateline/graph"
	"dateline/loader/grammar"
)

// maxHeadlineReach is within how many sentences after a headline the text quotes whom it
// is about. A judgement.
const maxHeadlineReach = 5

// SpokespersonOf returns the person quoted in the sentence of a token or the next who
// speaks for a body, for its state or for the leader of that; -1 if there is none. For a
// headline, the opening of the text counts as the next sentence.
func SpokespersonOf(a *Article, body, token int) int {
	if m := a.Member(body); m.Kind != graph.KindOrganization || a.IsMedium(body) || m.Nominal && m.Country == "" {
		return -1
	}
	first := a.Tokens[token].Sentence
	last := first + 1
	if isHeadline(a, token) {
		last = first + maxHeadlineReach
	}
	for sentence := first; sentence <= last && sentence < len(a.Sentences); sentence++ {
		span := a.Sentences[sentence]
		for i := span.Start; i < span.End; i++ {
			if a.IsQuoted(i) || !grammar.IsSpeech(a.Parse, i) {
				continue
			}
			if speaker := SpeakerOf(a, i); speaker >= 0 && a.speaksFor(speaker, body) {
				return speaker
			}
		}
	}
	return -1
}

// isHeadline reports whether the line of a token is the first of its text and no whole
// sentence.
func isHeadline(a *Article, token int) bool {
	span := a.Segment(token)
	_, end, text := grammar.Verbatim(a.Parse, span)
	last, _ := utf8.DecodeLastRuneInString(text)
	if text == "" || strings.ContainsRune(".?!”\"", last) || end >= a.Tokens[len(a.Tokens)-1].End {
		return false
	}
	for i := range span.Start {
		if !a.IsSpace(i) {
			return false
		}
	}
	return true
}

// speaksFor reports whether a person is the spokesperson of a body, of its state or of
// the leader of that. A "spokesman" of nobody speaks for any body of his country.
func (c *Cast) speaksFor(person, body int) bool {
	p, b := c.Member(person), c.Member(body)
	if p.Kind != graph.KindPerson {
		return false
	}
	for _, position := range p.Positions {
		title := strings.ToLower(position.Title)
		if !isSpokesperson(title) {
			continue
		}
		if position.OrganizationID != "" {
			return position.OrganizationID == b.ID || p.Country != "" && p.Country == b.Country
		}
		return p.Country == "" || p.Country == b.Country
	}
	return false
}

// isSpokesperson reports whether a title in lower case is that of a spokesperson.
func isSpokesperson(title string) bool {
	return strings.Contains(title, "spokes") || strings.Contains(title, "press secretary")
}
