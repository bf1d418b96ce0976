package evidence

import (
	"slices"
	"strings"

	"dateline/graph"
)

// IsNamed reports whether a member has a name or a tie to one: not "an officer" or "the
// victims".
func (c *Cast) IsNamed(member int) bool {
	m := c.Member(member)
	return !m.Nominal || m.HolderID != "" || m.Country != "" || strings.ToLower(m.Name) != m.Name
}

// IsNameless reports whether a member has neither a name nor a tie to one, or is a group
// of people without a name: "an official", "experts".
func (c *Cast) IsNameless(member int) bool {
	m := c.Member(member)
	return m.Nominal && (m.Kind == graph.KindOrganization || m.HolderID == "" && m.Country == "")
}

// isVague reports whether a member is a phrase that could be anybody: "the man",
// "groups".
func (c *Cast) isVague(member int) bool {
	m := c.Member(member)
	if !m.Nominal || m.HolderID != "" {
		return false
	}
	fields := strings.Fields(strings.ToLower(m.Name))
	if len(fields) == 0 || vague[fields[len(fields)-1]] && len(fields) == 1 {
		return true
	}
	of := slices.Index(fields, "of")
	return inanimate[fields[0]] || of > 0 && inanimate[fields[of-1]]
}

// IsGeneric reports whether a member is people of a kind, without any name in the phrase:
// "voters", "refugees".
func (c *Cast) IsGeneric(member int) bool {
	m := c.Member(member)
	isTied := m.HolderID != "" || m.Country != ""
	return m.Nominal && m.Kind == graph.KindOrganization && !isTied && strings.HasSuffix(m.Name, "s") && strings.ToLower(m.Name) == m.Name
}

// IsFollowing reports whether a member is somebody's public: "his supporters".
func (c *Cast) IsFollowing(member int) bool {
	m := c.Member(member)
	if !m.Nominal {
		return false
	}
	for _, word := range strings.Fields(strings.ToLower(m.Name)) {
		if following[word] {
			return true
		}
	}
	return false
}

// HoldsOfficeOf reports whether a person holds an office of a state.
func (c *Cast) HoldsOfficeOf(person, state int) bool {
	p, s := c.Member(person), c.Member(state)
	if p.Kind != graph.KindPerson || s.OrganizationKind != graph.OrganizationState {
		return false
	}
	return slices.ContainsFunc(p.Positions, func(o graph.Position) bool { return o.OrganizationID == s.ID })
}

// ReceivesVisitors reports whether a member can be visited: a person, a state or a
// government body.
func (c *Cast) ReceivesVisitors(member int) bool {
	m := c.Member(member)
	return m.Kind == graph.KindPerson || m.Nominal || m.OrganizationKind == graph.OrganizationState || m.OrganizationKind == graph.OrganizationGovernment
}

// ReceivesOfficially reports whether a host is a state and one of the visitors holds an
// office of another, or a high office.
func (c *Cast) ReceivesOfficially(host int, visitors []int) bool {
	h := c.Member(host)
	if h.OrganizationKind != graph.OrganizationState {
		return false
	}
	return slices.ContainsFunc(visitors, func(visitor int) bool {
		m := c.Member(visitor)
		if m.Kind != graph.KindPerson || m.Country == h.Country && h.Country != "" {
			return m.Nominal && m.Country != "" && m.Country != h.Country
		}
		return (len(m.Positions) > 0 || m.Nominal) && m.Country != "" || c.isHigh(visitor)
	})
}

// isHigh reports whether a member holds an office whose holders states receive.
func (c *Cast) isHigh(member int) bool {
	m := c.Member(member)
	titles := []string{}
	for _, position := range m.Positions {
		titles = append(titles, position.Title)
	}
	if m.Nominal {
		titles = append(titles, m.Name)
	}
	for _, title := range titles {
		for _, word := range strings.Fields(strings.ToLower(title)) {
			if highOffices[word] {
				return true
			}
		}
	}
	return false
}

// Investigates reports whether a member questions people by office: an organization, or
// somebody with such a title. Interviews by others are journalism.
func (c *Cast) Investigates(member int) bool {
	m := c.Member(member)
	for _, position := range m.Positions {
		for _, word := range strings.Fields(strings.ToLower(position.Title)) {
			if inquiring[word] {
				return true
			}
		}
	}
	return m.Kind == graph.KindOrganization && !c.IsMedium(member)
}

// IsWithCompatriot reports whether a body is among the parties together with a person of
// its country, or of an unknown one.
func (c *Cast) IsWithCompatriot(body int, parties []int) bool {
	return slices.Contains(parties, body) && slices.ContainsFunc(parties, func(member int) bool {
		m := c.Member(member)
		return m.Kind == graph.KindPerson && (m.Country == "" || m.Country == c.Member(body).Country)
	})
}
