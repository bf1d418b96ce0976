package who

import (
	"strings"

	"dateline/graph"
	"dateline/loader/language"
)

// clusters makes members of names: those that mean the same become one.
type clusters struct {
	doc    *language.Document
	words  *vocabulary
	parse  parse
	names  *namedText
	roster *roster
}

// castNames makes the drafts and mentions of all names.
func (c *clusters) castNames() {
	people := c.castPeople()
	shorts := c.shortForms()
	for i, n := range c.names.list {
		switch {
		case n.class == classPerson && people[i] < 0: // two bear the name
			c.roster.mention(Mention{Span: n.Span, Head: c.parse.headOf(n.Span), Form: graph.MentionName, Member: -1, Place: -1})
		case n.class == classPerson:
			c.roster.mention(c.roster.nameMention(n.Span, people[i], -1))
		case n.class == classLexicon:
			c.castLexiconName(n)
		case n.class == classOrganization:
			c.roster.mention(c.roster.nameMention(n.Span, c.organization(n.Span, shorts), -1))
		case n.class == classPlace:
			place := c.roster.place(c.doc.Slice(n.Span), "")
			c.roster.mention(c.roster.nameMention(n.Span, place, place))
		}
	}
}

// castLexiconName makes the mention of a name that the lexicon knows. Adjectives
// and peoples wait until something makes their state a party.
func (c *clusters) castLexiconName(n name) {
	switch e := n.entry; e.use {
	case useState:
		if c.names.isLocation(n.Span, false) || !e.state.sovereign() && c.names.isRegionLocation(n.Span) {
			place := c.roster.place(e.name, e.country)
			c.roster.mention(c.roster.nameMention(n.Span, place, place))
			return
		}
		c.roster.mention(c.roster.nameMention(n.Span, c.roster.state(e.state), -1))
	case useCapital:
		if c.names.isLocation(n.Span, true) {
			place := c.roster.place(e.name, e.country)
			c.roster.mention(c.roster.nameMention(n.Span, place, place))
			return
		}
		c.roster.mention(c.roster.nameMention(n.Span, c.roster.state(e.state), -1))
	case useSeat:
		seat := c.roster.seat(e)
		if c.names.isLocation(n.Span, true) && !governmentBody(e.name) {
			place := c.roster.place(e.name, e.country)
			c.roster.mention(c.roster.nameMention(n.Span, place, place))
			return
		}
		c.roster.mention(c.roster.nameMention(n.Span, seat(), -1))
	case useOrganization:
		c.roster.mention(c.roster.nameMention(n.Span, c.roster.lexiconOrganization(e), -1))
	case usePlace:
		place := c.roster.place(e.name, e.country)
		c.roster.mention(c.roster.nameMention(n.Span, place, place))
	}
}

// adjectives makes mentions of the adjectives and peoples of the states that
// the article names otherwise: "French" is an alias of France.
func (c *clusters) adjectives() {
	for _, n := range c.names.list {
		if n.class != classLexicon || n.entry.use != useAdjective && n.entry.use != usePeople {
			continue
		}
		if index, ok := c.roster.byKey["STATE:"+n.entry.state.code]; ok {
			c.roster.mention(c.roster.nameMention(n.Span, index, -1))
		}
	}
}

// governmentBody reports whether a seat's name is a body's rather than a building's.
func governmentBody(name string) bool {
	for _, word := range strings.Fields(name) {
		switch word {
		case "Department", "Agency", "Bureau", "Service", "Commission", "Council", "Court", "Reserve", "Administration", "Congress", "Senate", "Representatives", "Bank", "Guards", "Politburo", "Mossad", "Commons", "Lords":
			return true
		}
	}
	return len(name) <= 4
}
