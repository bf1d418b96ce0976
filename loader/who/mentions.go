package who

import (
	"cmp"
	"slices"

	"dateline/graph"
	"dateline/loader/language"
)

// Mention is a place in the text that names or refers to a member.
type Mention struct {
	Span   language.Span     // the phrase without title and appositive words; nominals: the noun phrase
	Head   int               // its head token
	Form   graph.MentionForm // NAME, NOMINAL, PRONOUN
	Member int               // index in Members, -1 unresolved
	Place  int               // for a name used as a location: index of its PLACE member, which Member is too; else -1
}

// mention adds a mention of a member.
func (c *roster) mention(m Mention) {
	index := len(c.mentions)
	c.mentions = append(c.mentions, m)
	for t := m.Span.Start; t < m.Span.End; t++ {
		old := c.covering[t]
		if old < 0 || length(m.Span) <= length(c.mentions[old].Span) {
			c.covering[t] = index
		}
	}
	if m.Member < 0 {
		return
	}
	d := &c.drafts[m.Member]
	d.note(c.doc.Slice(m.Span), m.Form)
	d.spans = append(d.spans, c.spanOf(m))
}

// At returns the smallest resolved mention that covers the token.
func (c *roster) At(token int) (Mention, bool) {
	if token < 0 || token >= len(c.covering) || c.covering[token] < 0 {
		return Mention{}, false
	}
	m := c.mentions[c.covering[token]]
	return m, m.Member >= 0
}

// mentionHeaded returns the resolved mention whose head is the token.
func (c *roster) mentionHeaded(token int) (Mention, bool) {
	m, ok := c.At(token)
	return m, ok && m.Head == token
}

func (c *roster) mentionsIn(sentence, before int) []Mention {
	var found []Mention
	for _, m := range c.mentions {
		if m.Member >= 0 && m.Head < before && c.doc.Tokens[m.Head].Sentence == sentence {
			found = append(found, m)
		}
	}
	return found
}

func (c *roster) mentionedBefore(d *draft, token int) bool {
	for _, s := range d.spans {
		if s.Start < c.doc.Tokens[token].Start {
			return true
		}
	}
	return false
}

// mentionedLately reports whether a member is mentioned in the sentences right
// before a token.
func (c *roster) mentionedLately(d *draft, token int) bool {
	from := c.doc.Sentences[max(c.doc.Tokens[token].Sentence-maxNominalDistance, 0)].Start
	return slices.ContainsFunc(d.spans, func(s graph.MentionSpan) bool {
		return s.Start >= c.doc.Tokens[from].Start && s.Start < c.doc.Tokens[token].Start
	})
}

// sortMentions puts the mentions in the order of the text and looks them up anew.
func (c *roster) sortMentions() {
	slices.SortStableFunc(c.mentions, func(a, b Mention) int {
		return cmp.Or(a.Span.Start-b.Span.Start, b.Span.End-a.Span.End)
	})
	c.covering = noneFor(len(c.doc.Tokens))
	for index, m := range c.mentions {
		for t := m.Span.Start; t < m.Span.End; t++ {
			old := c.covering[t]
			if old < 0 || length(m.Span) <= length(c.mentions[old].Span) {
				c.covering[t] = index
			}
		}
	}
}

func (c *roster) spanOf(m Mention) graph.MentionSpan {
	return graph.MentionSpan{
		Text:  c.doc.Slice(m.Span),
		Form:  m.Form,
		Start: c.doc.Tokens[m.Span.Start].Start,
		End:   c.doc.Tokens[m.Span.End-1].End,
	}
}

func (c *roster) nameMention(span language.Span, member, place int) Mention {
	return Mention{Span: span, Head: c.parse.headOf(span), Form: graph.MentionName, Member: member, Place: place}
}

// maxNominalDistance is how many sentences later another noun may take up one.
const maxNominalDistance = 3
