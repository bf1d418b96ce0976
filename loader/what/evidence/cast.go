package evidence

import (
	"dateline/graph"
	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/who"
)

// Cast answers questions about the members of an article: the people, organizations and
// places that it mentions.
type Cast struct {
	*grammar.Parse
	cast *who.Cast
}

// Member returns a member, to be read only until the next question: the cast can grow.
func (c *Cast) Member(m int) *graph.Member { return &c.cast.Members()[m] }

// Members returns every member of the cast.
func (c *Cast) Members() []graph.Member { return c.cast.Members() }

// MentionAt returns the mention that a token stands in.
func (c *Cast) MentionAt(token int) (who.Mention, bool) { return c.cast.At(token) }

// StateOf returns the state that a token stands for: "Chad", "Chadian".
func (c *Cast) StateOf(token int) (member int, ok bool) { return c.cast.StateOf(token) }

// Location returns the place that a token names.
func (c *Cast) Location(token int) (member int, ok bool) { return c.cast.Location(token) }

// PersonAt returns the person whom a token names, -1 if it names none.
func (c *Cast) PersonAt(token int) int {
	if m, ok := c.MentionAt(token); ok && m.Form == graph.MentionName && c.Member(m.Member).Kind == graph.KindPerson {
		return m.Member
	}
	return -1
}

// isPersonToken reports whether a token stands in a mention of a person.
func (c *Cast) isPersonToken(token int) bool {
	m, ok := c.MentionAt(token)
	return ok && c.Member(m.Member).Kind == graph.KindPerson
}

// Mentions reports whether a span mentions a member, or with named whether it does so by
// name.
func (c *Cast) Mentions(span language.Span, member int, named bool) bool {
	for i := span.Start; i < span.End; i++ {
		if m, ok := c.MentionAt(i); ok && m.Member == member && (!named || m.Form == graph.MentionName) {
			return true
		}
	}
	return false
}
