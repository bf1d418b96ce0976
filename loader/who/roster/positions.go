package roster

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/lexicon"
	"dateline/loader/who/vocabulary"
)

// positions writes the roles of members as the graph has them.
type positions struct{ *Roster }

// of returns the positions of a member, most frequent first. A bare title is left out
// beside a fuller one: "President" beside "President of France".
func (r positions) of(d *Draft) []graph.Position {
	counted := r.count(d)
	slices.SortStableFunc(counted, func(a, b positionCount) int { return b.count - a.count })
	var positions []graph.Position
	for _, p := range counted {
		if len(counted) == 1 || !r.hasFuller(d, p.Title) {
			positions = append(positions, p.Position)
		}
	}
	return positions
}

// positionCount is a position and how many phrases give it.
type positionCount struct {
	graph.Position
	count int
}

// count returns the positions of a member in order of their first phrase.
func (r positions) count(d *Draft) []positionCount {
	var counted []positionCount
	for _, role := range d.Roles {
		if notOffices[role.Head] {
			continue
		}
		position := r.position(role)
		at := slices.IndexFunc(counted, func(p positionCount) bool { return graph.Fold(p.Title) == graph.Fold(position.Title) })
		if at < 0 {
			counted = append(counted, positionCount{Position: position, count: 1})
			continue
		}
		counted[at].count++
	}
	return counted
}

// hasFuller reports whether a role of a member says more than a title.
func (r positions) hasFuller(d *Draft, title string) bool {
	return slices.ContainsFunc(d.Roles, func(role Role) bool {
		return strings.HasPrefix(r.position(role).Title, title+" of ")
	})
}

// position writes a role as a title, with the ID of the organization it is of.
func (r positions) position(role Role) graph.Position {
	position := graph.Position{Title: r.title(role)}
	if role.Former {
		position.Title = "former " + position.Title
	}
	switch {
	case role.Of >= 0:
		if d := &r.Drafts[role.Of]; d.Kind == graph.KindOrganization {
			position.OrganizationID = r.id(d)
		}
	case role.State != nil:
		if state := r.Known(stateKey(role.State)); state >= 0 {
			position.OrganizationID = r.id(&r.Drafts[state])
		}
	}
	return position
}

// title writes a role with whose it is: "President of France", "NATO spokesman",
// "German diplomat".
func (r positions) title(role Role) string {
	office := officeName(role.Written)
	if role.Of >= 0 {
		of := &r.Drafts[role.Of]
		switch of.Kind {
		case graph.KindPlace:
			return vocabulary.TitleCase(office) + " of " + of.Name
		case graph.KindOrganization:
			return of.Name + " " + office
		}
		return of.Name + "'s " + office
	}
	switch {
	case role.State != nil && (role.Class != "" || ofState[role.Head]):
		return vocabulary.TitleCase(office) + " of " + role.State.WithArticle()
	case role.State != nil:
		return role.State.Adjective() + " " + bareTitle(role)
	case role.Class == "":
		return vocabulary.UpperFirst(bareTitle(role))
	}
	return bareTitle(role)
}

// bareTitle writes a role without whose it is. Only offices have capitals.
func bareTitle(role Role) string {
	title := role.Written
	if role.Class != "" {
		title = vocabulary.TitleCase(officeName(role.Written))
	}
	if role.Elect {
		title += "-elect"
	}
	return title
}

// ofState are nouns whose titles name the state with "of": "Minister of Norway".
var ofState = lexicon.Class("of-state")

// notOffices are nouns of people that are not positions.
var notOffices = lexicon.Class("no-office")

// maxAbbreviation is the length of the longest abbreviation of an office without a point:
// "king" stays as it is, being its own title.
const maxAbbreviation = 4

// officeName spells out an office's abbreviation.
func officeName(written string) string {
	office := vocabulary.Shared().Offices[written]
	if office != nil && (strings.HasSuffix(written, ".") || len(written) <= maxAbbreviation) {
		return strings.ToLower(office.Title)
	}
	return written
}
