package who

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/lexicon"
)

// positions returns the positions of a member, most frequent first. A bare title is
// left out beside a fuller one: "President" beside "President of France".
func (r *roster) positions(d *draft) []graph.Position {
	counted := r.countPositions(d)
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

// countPositions returns the positions of a member in order of their first phrase.
func (r *roster) countPositions(d *draft) []positionCount {
	var counted []positionCount
	for _, role := range d.roles {
		if notOffices[role.head] {
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
func (r *roster) hasFuller(d *draft, title string) bool {
	return slices.ContainsFunc(d.roles, func(role role) bool {
		return strings.HasPrefix(r.position(role).Title, title+" of ")
	})
}

// position writes a role as a title, with the ID of the organization it is of.
func (r *roster) position(role role) graph.Position {
	position := graph.Position{Title: r.title(role)}
	if role.former {
		position.Title = "former " + position.Title
	}
	switch {
	case role.of >= 0:
		if d := &r.drafts[role.of]; d.kind == graph.KindOrganization {
			position.OrganizationID = r.id(d)
		}
	case role.state != nil:
		if state := r.knownState(role.state); state >= 0 {
			position.OrganizationID = r.id(&r.drafts[state])
		}
	}
	return position
}

// title writes a role with whose it is: "President of France", "NATO spokesman",
// "German diplomat".
func (r *roster) title(role role) string {
	office := officeName(role.written)
	if role.of >= 0 {
		of := &r.drafts[role.of]
		switch of.kind {
		case graph.KindPlace:
			return titleCase(office) + " of " + of.name
		case graph.KindOrganization:
			return of.name + " " + office
		}
		return of.name + "'s " + office
	}
	switch {
	case role.state != nil && (role.class != "" || role.head == "minister" || role.head == "secretary"):
		return titleCase(office) + " of " + withArticle(role.state)
	case role.state != nil:
		return role.state.adjective() + " " + bareTitle(role)
	case role.class == "":
		return upperFirst(bareTitle(role))
	}
	return bareTitle(role)
}

// bareTitle writes a role without whose it is. Only offices have capitals.
func bareTitle(role role) string {
	title := role.written
	if role.class != "" {
		title = titleCase(officeName(role.written))
	}
	if role.elect {
		title += "-elect"
	}
	return title
}

// notOffices are nouns of people that tell no position.
var notOffices = lexicon.Class("no-office")

// officeName spells out an office's abbreviation.
func officeName(written string) string {
	if o := sharedVocabulary().offices[written]; o != nil && (strings.HasSuffix(written, ".") || len(written) <= 4) {
		return strings.ToLower(o.title)
	}
	return written
}

// adjective returns a state's commonest adjective, or its name.
func (s *state) adjective() string {
	if len(s.adjectives) > 0 {
		return s.adjectives[0]
	}
	return s.name
}

// withArticle returns a state's name with "the" where it is said so.
func withArticle(s *state) string {
	switch s.code {
	case "US", "GB", "NL", "PH", "AE", "CZ", "DO", "CD", "CG", "CF", "MV", "BS", "GM", "SB", "MH", "KM", "VA", "EU", "-su":
		return "the " + s.name
	}
	return s.name
}
