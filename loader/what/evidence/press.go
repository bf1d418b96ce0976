package evidence

import (
	"slices"
	"strings"

	"dateline/graph"
)

// IsPress reports whether a phrase is of the press or the public: to tell them something
// is a statement.
func IsPress(a *Article, token int) bool {
	if press[a.Lemma(token)] || press[a.Lower(token)] {
		return true
	}
	if m, ok := a.MentionAt(token); ok && a.IsMedium(m.Member) {
		return true
	}
	for _, objects := range a.ObjectsOf(token, "of", "from", "with") {
		m, ok := a.MentionAt(objects[0])
		if ok && a.Member(m.Member).Kind == graph.KindOrganization && a.Member(m.Member).OrganizationKind == graph.OrganizationMedia {
			return true // "Ada Lim of Radio North"
		}
	}
	for _, child := range a.Children(token, "compound", "poss", "nmod", "appos") {
		if a.Tag(child) == "NN" && asking[a.Lower(child)] {
			return true // "radio host Ada Lim"
		}
		if m, ok := a.MentionAt(child); ok && m.Head == child && a.Member(m.Member).OrganizationKind == graph.OrganizationMedia {
			return true
		}
	}
	return false
}

// IsMedium reports whether a member is a newspaper, a broadcaster or the like, by its
// kind or by the last word of its name.
func (c *Cast) IsMedium(member int) bool {
	m := c.Member(member)
	if m.Kind != graph.KindOrganization {
		return false
	}
	return m.OrganizationKind == graph.OrganizationMedia || strings.Contains(m.Name, " ") && mastheads[LastWord(m.Name)]
}

// IsOutlet reports whether a member is an organization of no known kind with a short
// name, which is mostly a medium in "told Skylight".
func (c *Cast) IsOutlet(member int) bool {
	m := c.Member(member)
	fields := strings.Fields(strings.ToLower(m.Name))
	if m.Kind != graph.KindOrganization || m.OrganizationKind != graph.OrganizationOther || m.Nominal || len(fields) >= 4 {
		return false
	}
	isOwnUse := slices.ContainsFunc(fields, func(word string) bool { return ownUse[word] })
	return !isOwnUse && strings.ToUpper(m.Name) != m.Name
}

// IsForum reports whether a member is a body before which people testify: "told the
// Senate committee".
func (c *Cast) IsForum(member int) bool {
	m := c.Member(member)
	fields := strings.Fields(strings.ToLower(m.Name))
	return m.Kind == graph.KindOrganization && !slices.ContainsFunc(fields, func(word string) bool { return noForum[word] }) && slices.ContainsFunc(fields, func(word string) bool { return forums[word] })
}

// SitsInCourt reports whether a member is a judge, who talks with people before the
// public of a court.
func (c *Cast) SitsInCourt(member int) bool {
	return slices.ContainsFunc(c.Member(member).Positions, func(position graph.Position) bool {
		return slices.ContainsFunc(strings.Fields(strings.ToLower(position.Title)), func(word string) bool { return judges[word] })
	})
}

// IsAsker reports whether a member asks questions for a living, by office or since the
// article puts the medium beside the name.
func (c *Cast) IsAsker(member int) bool {
	m := c.Member(member)
	if m.Kind != graph.KindPerson {
		return false
	}
	for _, position := range m.Positions {
		for _, word := range strings.Fields(strings.ToLower(position.Title)) {
			switch {
			case headingMedia[word] || former[word]:
				return false
			case interviewing[word]:
				return true
			}
		}
	}
	for _, mention := range c.cast.Mentions {
		if mention.Member == member && mention.Form == graph.MentionName && (c.isIntroducedAsAsker(mention.Head) || c.ofMedium(mention.Span.Start)) {
			return true
		}
	}
	return false
}

// isIntroducedAsAsker reports whether a noun of asking stands before a name: "radio host
// Ada Lim".
func (c *Cast) isIntroducedAsAsker(head int) bool {
	if m, ok := c.MentionAt(head); ok && m.Span.Start > 0 {
		if before := c.Tokens[m.Span.Start-1]; before.Tag == "NN" && interviewing[before.Text] {
			return true
		}
	}
	return slices.ContainsFunc(c.Children(head, "compound", "nmod"), func(child int) bool {
		return c.Tag(child) == "NN" && interviewing[c.Lower(child)]
	})
}

// ofMedium reports whether a medium is the possessor before a token: "Skylight TV's Ada
// Lim".
func (c *Cast) ofMedium(start int) bool {
	if start < 2 || c.Tag(start-1) != "POS" {
		return false
	}
	m, ok := c.MentionAt(start - 2)
	return ok && c.IsMedium(m.Member)
}

// IsBeforePublic reports whether a verb happens before listeners: "on the panel, Lim
// asked Okoro".
func IsBeforePublic(a *Article, verb int) bool {
	return slices.ContainsFunc(a.ObjectsOf(verb, "on", "in", "at", "during"), func(objects []int) bool {
		return publicOccasions[a.Lemma(objects[0])]
	})
}

// LastWord returns the last word of a name in lower case, "" if it has none.
func LastWord(name string) string {
	fields := strings.Fields(strings.ToLower(name))
	if len(fields) == 0 {
		return ""
	}
	return fields[len(fields)-1]
}
