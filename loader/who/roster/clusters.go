package roster

import (
	"slices"
	"strings"

	"dateline/loader/grammar"
	"dateline/loader/language"
	"dateline/loader/lexicon"
	"dateline/loader/who/names"
	"dateline/loader/who/vocabulary"
)

// clusters makes members of names: the names of an article that mean the same become
// one.
type clusters struct {
	parse  *grammar.Parse
	words  *vocabulary.Words
	names  *names.Text
	roster *Roster
}

// members makes the members and mentions of all names.
func (c *clusters) members() {
	people := c.people()
	shorts := c.shortForms()
	for i, n := range c.names.List {
		switch n.Class {
		case names.Person: // -1 where several have the name
			c.roster.AddMention(c.roster.NameMention(n.Span, people[i], -1))
		case names.Organization:
			member := c.seatWithState(n.Span)
			if member < 0 {
				member = c.organization(n.Span, shorts)
			}
			c.roster.AddMention(c.roster.NameMention(n.Span, member, -1))
		case names.Place:
			c.placeAt(n.Span, c.parse.Slice(n.Span), "")
		case names.Lexicon:
			c.lexiconName(n)
		}
	}
}

// lexiconName makes the mention of a name that the lexicon knows. Adjectives and
// peoples wait until something makes their state a party.
func (c *clusters) lexiconName(n names.Name) {
	switch e := n.Entry; {
	case e.Use == vocabulary.UseAdjective, e.Use == vocabulary.UsePeople:
	case c.isPlace(n):
		c.placeAt(n.Span, e.Name, e.Country)
	default:
		c.roster.AddMention(c.roster.NameMention(n.Span, c.actor(e), -1))
	}
}

// isPlace reports whether a name of the lexicon is used as a location rather than as
// one who acts.
func (c *clusters) isPlace(n names.Name) bool {
	switch e := n.Entry; e.Use {
	case vocabulary.UsePlace:
		return true
	case vocabulary.UseState:
		return c.names.IsLocation(n.Span, false) || !e.State.IsSovereign() && c.names.IsRegionLocation(n.Span)
	case vocabulary.UseCapital:
		return c.names.IsLocation(n.Span, true)
	case vocabulary.UseSeat:
		return c.names.IsLocation(n.Span, true) && !IsGovernmentBody(e.Name)
	}
	return false
}

// actor returns the member that a name of the lexicon stands for as one who acts.
func (c *clusters) actor(e *vocabulary.Entry) int {
	switch e.Use {
	case vocabulary.UseSeat:
		return c.roster.Seat(e)
	case vocabulary.UseOrganization:
		return c.roster.lexiconOrganization(e)
	}
	return c.roster.State(e.State)
}

func (c *clusters) placeAt(span language.Span, name, country string) {
	place := c.roster.Place(name, country)
	c.roster.AddMention(c.roster.NameMention(span, place, place))
}

// AddAdjectives makes mentions of the adjectives and peoples of the states that are
// members: "French" is an alias of France.
func (r *Roster) AddAdjectives() {
	for _, n := range r.Names.List {
		if n.Class != names.Lexicon || !n.HasUse(vocabulary.UseAdjective, vocabulary.UsePeople) {
			continue
		}
		if state := r.Known(stateKey(n.Entry.State)); state >= 0 {
			r.AddMention(r.NameMention(n.Span, state, -1))
		}
	}
}

// IsGovernmentBody reports whether a seat's name is a body's rather than a building's:
// "Supreme Court", "FBI".
func IsGovernmentBody(name string) bool {
	isAcronym := len(name) <= 4
	return isAcronym || slices.ContainsFunc(strings.Fields(name), func(word string) bool { return seatBodies[word] })
}

var seatBodies = lexicon.Class("seat-body")
