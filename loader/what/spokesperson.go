package what

import (
	"strings"
	"unicode/utf8"

	"dateline/graph"
	"dateline/loader/grammar"
)

// maxHeadlineReach sentences after a headline can quote whom it speaks of.
const maxHeadlineReach = 5

// spokespersonOf returns the person quoted beside a token who speaks for a body: its
// spokesperson, or one of its state or leader, in the same sentence or the next;
// -1 for none. A headline is told by the opening of its text.
func (r *reading) spokespersonOf(body, token int) int {
	if m := r.member(body); m.Kind != graph.KindOrganization || r.isMedium(body) || m.Nominal && m.Country == "" {
		return -1
	}
	first := r.Tokens[token].Sentence
	last := first + 1
	if r.isHeadline(token) {
		last = first + maxHeadlineReach
	}
	for sentence := first; sentence <= last && sentence < len(r.Sentences); sentence++ {
		span := r.Sentences[sentence]
		for i := span.Start; i < span.End; i++ {
			if r.marks.At(i) >= 0 || !grammar.IsSpeech(r.Parse, i) {
				continue
			}
			if speaker := r.speakerOf(i); speaker >= 0 && r.speaksFor(speaker, body) {
				return speaker
			}
		}
	}
	return -1
}

// isHeadline reports whether the line of a token is the first of its text and no
// whole sentence.
func (r *reading) isHeadline(token int) bool {
	span := r.Segment(token)
	_, end, text := grammar.Verbatim(r.Parse, span)
	last, _ := utf8.DecodeLastRuneInString(text)
	if text == "" || strings.ContainsRune(".?!”\"", last) || end >= r.Tokens[len(r.Tokens)-1].End {
		return false
	}
	for i := range span.Start {
		if !r.IsSpace(i) {
			return false
		}
	}
	return true
}

// speaksFor reports whether a person is the spokesperson of a body, of its state or
// of the leader of that; a bare "spokesman" is of whatever body the text is at.
func (r *reading) speaksFor(person, body int) bool {
	p, b := r.member(person), r.member(body)
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

func isSpokesperson(title string) bool {
	return strings.Contains(title, "spokes") || strings.Contains(title, "press secretary")
}
