package who

import (
	"strings"

	"dateline/loader/grammar"
	"dateline/loader/language"
)

// clusters makes members of names: the names of an article that mean the same become
// one.
type clusters struct {
	parse  *grammar.Parse
	words  *vocabulary
	names  *namedText
	roster *roster
}

// members makes the members and mentions of all names.
func (c *clusters) members() {
	people := c.people()
	shorts := c.shortForms()
	for i, n := range c.names.list {
		switch n.class {
		case classPerson: // -1 where several have the name
			c.roster.mention(c.roster.nameMention(n.Span, people[i], -1))
		case classOrganization:
			c.roster.mention(c.roster.nameMention(n.Span, c.organization(n.Span, shorts), -1))
		case classPlace:
			c.placeAt(n.Span, c.parse.Slice(n.Span), "")
		case classLexicon:
			c.lexiconName(n)
		}
	}
}

// lexiconName makes the mention of a name that the lexicon knows. Adjectives and
// peoples wait until something makes their state a party.
func (c *clusters) lexiconName(n name) {
	switch e := n.entry; {
	case e.use == useAdjective, e.use == usePeople:
	case c.isPlace(n):
		c.placeAt(n.Span, e.name, e.country)
	default:
		c.roster.mention(c.roster.nameMention(n.Span, c.actor(e), -1))
	}
}

// isPlace reports whether a name of the lexicon is used as a location rather than as
// one who acts.
func (c *clusters) isPlace(n name) bool {
	switch e := n.entry; e.use {
	case usePlace:
		return true
	case useState:
		return c.names.isLocation(n.Span, false) || !e.state.sovereign() && c.names.isRegionLocation(n.Span)
	case useCapital:
		return c.names.isLocation(n.Span, true)
	case useSeat:
		return c.names.isLocation(n.Span, true) && !governmentBody(e.name)
	}
	return false
}

// actor returns the member that a name of the lexicon stands for as one who acts.
func (c *clusters) actor(e *entry) int {
	switch e.use {
	case useSeat:
		return c.roster.seat(e)
	case useOrganization:
		return c.roster.lexiconOrganization(e)
	}
	return c.roster.state(e.state)
}

func (c *clusters) placeAt(span language.Span, name, country string) {
	place := c.roster.place(name, country)
	c.roster.mention(c.roster.nameMention(span, place, place))
}

// adjectives makes mentions of the adjectives and peoples of the states that
// the article names otherwise: "French" is an alias of France.
func (c *clusters) adjectives() {
	for _, n := range c.names.list {
		if n.class != classLexicon || !n.hasUse(useAdjective, usePeople) {
			continue
		}
		if state := c.roster.knownState(n.entry.state); state >= 0 {
			c.roster.mention(c.roster.nameMention(n.Span, state, -1))
		}
	}
}

// governmentBody reports whether a seat's name is a body's rather than a building's:
// "Supreme Court", "FBI".
func governmentBody(name string) bool {
	for _, word := range strings.Fields(name) {
		switch word {
		case "Department", "Agency", "Bureau", "Service", "Commission", "Council", "Court", "Reserve", "Administration", "Congress", "Senate", "Representatives", "Bank", "Guards", "Politburo", "Mossad", "Commons", "Lords":
			return true
		}
	}
	return len(name) <= 4 // an acronym
}
