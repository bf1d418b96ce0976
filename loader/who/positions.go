package who

import (
	"slices"
	"strings"

	"dateline/graph"
	"dateline/loader/lexicon"
)

// positions returns the positions of a member, most frequent first.
func (c *roster) positions(d *draft) []graph.Position {
	type counted struct {
		graph.Position
		count int
	}
	var found []counted
	for _, r := range d.roles {
		if notOffices[r.head] {
			continue
		}
		title, organization := c.position(r)
		at := slices.IndexFunc(found, func(p counted) bool { return graph.Fold(p.Title) == graph.Fold(title) })
		if at < 0 {
			found = append(found, counted{graph.Position{Title: title, OrganizationID: organization}, 1})
			continue
		}
		found[at].count++
	}
	slices.SortStableFunc(found, func(a, b counted) int { return b.count - a.count })
	var positions []graph.Position
	for _, p := range found {
		if !c.coveredBy(p.Title, len(found), d) {
			positions = append(positions, p.Position)
		}
	}
	return positions
}

// coveredBy reports whether a bare title says no more than another of the member's:
// "President" beside "President of France".
func (c *roster) coveredBy(title string, count int, d *draft) bool {
	if count < 2 {
		return false
	}
	for _, r := range d.roles {
		other, _ := c.position(r)
		if other != title && strings.HasPrefix(other, title+" of ") {
			return true
		}
	}
	return false
}

// position writes a role as a title, with the ID of the organization it is of.
func (c *roster) position(r role) (title, organization string) {
	title = r.written
	if r.class != "" {
		title = titleCase(officeName(r.written))
	}
	if r.elect {
		title += "-elect"
	}
	switch {
	case r.of >= 0 && c.drafts[r.of].kind == graph.KindPlace:
		title = titleCase(officeName(r.written)) + " of " + c.drafts[r.of].name
	case r.of >= 0 && c.drafts[r.of].kind == graph.KindOrganization:
		title = c.drafts[r.of].name + " " + officeName(r.written)
		organization = c.id(&c.drafts[r.of])
	case r.of >= 0:
		title = c.drafts[r.of].name + "'s " + officeName(r.written)
	case r.state != nil:
		if index, ok := c.byKey["STATE:"+r.state.code]; ok {
			organization = c.id(&c.drafts[index])
		}
		if r.class != "" || r.head == "minister" || r.head == "secretary" {
			title = titleCase(officeName(r.written)) + " of " + withArticle(r.state)
		} else {
			title = r.state.adjective() + " " + title
		}
	case r.class == "":
		title = upperFirst(title)
	}
	if r.former {
		title = "former " + title
	}
	return title, organization
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
